"""Compare our reader with dateparser, ja-timex and chrono on the same sentences, in one run.

    python -m tests.bench.reading sentences.jsonl [...] [--field phrase] [--longest]

Each line: ``text``, ``reference``, ``expected`` (ISO date or moment, null for none), and perhaps
``accept`` (further right answers) and ``phrase``. A parser that is not installed is left out;
chrono is asked through node when the npm package chrono-node is there. --longest also times ours on
a dense mail (``mail.txt``), on the long mails and pages of the corpus, and on 10,000 characters of
each adversarial piece.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
import timeit
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from handlers.reading.read import read
from tests.reading.adversarial import ADVERSARIAL, repeated
from tests.reading.corpus import FILES, lines

_TOKYO = ZoneInfo("Asia/Tokyo")
_PASTED = next(path for path in FILES if path.stem == "pasted")
_LONG = 1_500
Reader = Callable[[str, datetime], datetime | None]


def _ours(text: str, now: datetime) -> datetime | None:
    found = read(text, now).deadline
    return None if found is None else found.at


def _dateparser() -> Reader:
    import dateparser

    def parse(text: str, now: datetime) -> datetime | None:
        settings: Any = {
            "RELATIVE_BASE": now.replace(tzinfo=None),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "MDY",
        }
        found = dateparser.parse(text, languages=["ja", "en"], settings=settings)
        return None if found is None else found.replace(tzinfo=found.tzinfo or _TOKYO)

    return parse


def _search_dates() -> Reader:
    from dateparser.search import search_dates

    def parse(text: str, now: datetime) -> datetime | None:
        settings: Any = {"RELATIVE_BASE": now.replace(tzinfo=None), "PREFER_DATES_FROM": "future"}
        found = search_dates(text, languages=["ja", "en"], settings=settings)
        if not found:
            return None
        first: datetime = found[0][1]
        return first.replace(tzinfo=first.tzinfo or _TOKYO)

    return parse


def _ja_timex() -> Reader:
    from ja_timex import TimexParser

    def parse(text: str, now: datetime) -> datetime | None:
        for timex in TimexParser(reference=now).parse(text):
            found = timex.to_datetime()
            if found is not None:
                return datetime.fromtimestamp(found.timestamp(), _TOKYO)
        return None

    return parse


def _chrono() -> Reader:
    node = shutil.which("node")
    if node is None:
        raise ImportError("node")
    script = (
        "const c=require('chrono-node');require('readline').createInterface({input:process.stdin})"
        ".on('line',l=>{const q=JSON.parse(l);const r=c.ja.parse(q.text,new Date(q.now),"
        "{forwardDate:true});console.log(JSON.stringify(r.length?r[0].start.date():null))})"
    )
    found = subprocess.run(
        [node, "-e", "require.resolve('chrono-node')"], capture_output=True, check=False
    )
    if found.returncode:
        raise ImportError("No npm package named 'chrono-node'")
    process = subprocess.Popen(
        [node, "-e", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    if process.stdin is None or process.stdout is None:
        raise ImportError("chrono-node")
    asked, answers = process.stdin, process.stdout

    def parse(text: str, now: datetime) -> datetime | None:
        asked.write(json.dumps({"text": text, "now": now.isoformat()}) + "\n")
        asked.flush()
        line = answers.readline()
        if not line:
            raise ImportError("chrono-node")
        found = json.loads(line)
        return None if found is None else datetime.fromisoformat(found).astimezone(_TOKYO)

    parse("2026/1/1", datetime(2026, 1, 1, tzinfo=_TOKYO))
    return parse


def _right(found: datetime | None, line: dict[str, Any]) -> bool:
    expected = line["expected"]
    if expected is None or found is None:
        return found is None and expected is None
    wanted = [expected, *line.get("accept", [])]
    seen = found.astimezone(_TOKYO).strftime("%Y-%m-%dT%H:%M:%S")
    return any(seen.startswith(one) for one in wanted)


def _measure(name: str, reader: Reader, lines: list[dict[str, Any]], field: str) -> list[str]:
    right = {"all": 0, "deadline": 0, "none": 0}
    of = {"all": 0, "deadline": 0, "none": 0}
    seconds: list[float] = []
    wrong: list[str] = []
    for line in lines:
        text = line.get(field) or line["text"]
        now = datetime.fromisoformat(line["reference"]).replace(tzinfo=_TOKYO)
        begin = time.perf_counter()
        try:
            found = reader(text, now)
        except Exception:  # a parser that breaks has not read it
            found = None
        seconds.append(time.perf_counter() - begin)
        kind = "none" if line["expected"] is None else "deadline"
        good = _right(found, line)
        for key in ("all", kind):
            of[key] += 1
            right[key] += good
        if not good:
            wrong.append(f"  {text!r} at {line['reference']}: {found}, not {line['expected']}")
    shares = "".join(f"{100 * right[k] / of[k]:9.1f}" if of[k] else "        -" for k in right)
    print(f"{name:24}{shares}{statistics.median(seconds) * 1e6:12.0f}")
    return wrong


def _cold() -> None:
    """What a process pays once: the import of the door, and the first text."""
    script = (
        "import time; a = time.perf_counter(); from handlers.reading.read import read, prepare;"
        "b = time.perf_counter(); prepare(); c = time.perf_counter(); import sys;"
        "print(f'import {1e3 * (b - a):.0f} ms, prepare {1e3 * (c - b):.0f} ms,',"
        "'with' if 'dateparser' in sys.modules else 'without', 'dateparser')"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def _longest() -> None:
    now = datetime.now(_TOKYO)
    mail = Path(__file__).with_name("mail.txt").read_text()
    _ours(mail, now)  # patterns compile at their first use
    # Never the same twice: what the tables saw in the last text is remembered.
    mails = [mail.replace("6,993", f"6,9{number}") for number in range(10, 60)]
    spent = statistics.median(timeit.timeit(partial(_ours, one, now), number=1) for one in mails)
    print(f"a mail of {len(mail):,} characters: {1e3 * spent:.1f} ms")
    pages = [line for line in lines(_PASTED) if len(line["text"]) >= _LONG]
    for _ in range(2):  # patterns compile in the first round
        times = [timeit.timeit(partial(_ours, one["text"], now), number=1) for one in pages]
    print(
        f"{len(pages)} pasted mails and pages of {_LONG:,} to"
        f" {max(len(one['text']) for one in pages):,} characters: median"
        f" {1e3 * statistics.median(times):.1f} ms, at most {1e3 * max(times):.1f} ms"
    )
    taken = {
        piece: min(timeit.repeat(partial(_ours, repeated(piece), now), number=1, repeat=3))
        for piece in ADVERSARIAL
    }
    worst = max(taken, key=lambda piece: taken[piece])
    print(f"10,000 characters: at most {1e3 * taken[worst]:.0f} ms, of {worst!r}")


def main() -> int:
    """Print one table a file, and what we read wrong with --wrong."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path)
    arguments.add_argument("--field", default="text")
    arguments.add_argument("--wrong", action="store_true")
    arguments.add_argument("--longest", action="store_true")
    options = arguments.parse_args()
    readers: dict[str, Reader] = {"ours": _ours}
    for name, make in {
        "dateparser": _dateparser,
        "dateparser search_dates": _search_dates,
        "ja-timex": _ja_timex,
        "chrono ja": _chrono,
    }.items():
        try:
            readers[name] = make()
        except (ImportError, OSError) as missing:
            print(f"{name}: not here ({missing})", file=sys.stderr)
    _cold()
    if options.longest:
        _longest()
    for path in options.files:
        lines = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
        print(f"\n{path.name}, {options.field}: {len(lines)} lines")
        print(f"{'':24}{'% right':>9}{'deadline':>9}{'none':>9}{'median µs':>12}")
        for line in lines:
            _ours(line["text"], datetime.now(_TOKYO))  # patterns compile at their first use
        for name, reader in readers.items():
            wrong = _measure(name, reader, lines, options.field)
            if name == "ours" and options.wrong:
                print("\n".join(wrong))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
