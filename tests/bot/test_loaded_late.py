"""What a process does without until it is needed is not loaded when it starts."""

import subprocess
import sys

import pytest


@pytest.mark.process
def test_a_start_loads_nothing_that_only_files_or_postgresql_need() -> None:
    late = ["obstore", "PIL", "puremagic", "reportlab", "asyncpg", "alembic", "icalendar"]
    late += ["dateparser", "jpholiday", "linebot.api", "telegram.ext"]
    code = (
        "import sys\n"
        "import bot.app, bot.roles, bot.platforms.line, bot.platforms.telegram\n"
        f"print([name for name in {late!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
