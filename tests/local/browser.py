"""Finding a Chromium on this machine; none is ever downloaded."""

import os
import shutil
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """The path of a browser. Without one the test is skipped, or fails with REQUIRE_BROWSER=1."""
    given = os.environ.get("CHROMIUM_PATH", "")
    found = [given] if given else [path for name in NAMES if (path := shutil.which(name))]
    found += [place for place in PLACES if not given and Path(place).exists()]
    if found:
        return found[0]
    message = (
        "no Chromium was found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH"
    )
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(message)
    pytest.skip(message)
