"""The share of right answers by field, on the corpus or on files of the same form.

python -m tests.bench.meaning [file.jsonl ...] [--wrong intent,deadline]
"""

import argparse
import statistics
import time
from datetime import datetime
from pathlib import Path

from handlers.reading.read import prepare, read
from tests.reading.corpus import FIELDS, FILES, judge, lines
from tests.reading.moments import TOKYO


def main() -> int:
    """Print one table a file: accuracy by field, and the time that a message takes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path, default=FILES)
    arguments.add_argument("--wrong", default="")
    options = arguments.parse_args()
    prepare()
    for path in options.files:
        messages = lines(path)
        score = judge(messages)
        print(f"\n{path.name}: {len(messages)} messages")
        for name in FIELDS:
            print(f"{name:10}{score.share(name):6.1f} % of {score.of[name]}")
        print(f"deadlines wrong without a question: {score.unasked}, right with one: {score.asked}")
        seconds: list[float] = []
        for line in messages:
            now = datetime.fromisoformat(line["at"]).replace(tzinfo=TOKYO)
            begin = time.perf_counter()
            read(line["text"], now)
            seconds.append(time.perf_counter() - begin)
        print(f"median {statistics.median(seconds) * 1e6:.0f} µs a message")
        for name in options.wrong.split(","):
            print("\n".join(score.wrong.get(name, [])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
