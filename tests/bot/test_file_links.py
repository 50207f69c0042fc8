"""Signed addresses of kept files."""

import itsdangerous
import pytest
from itsdangerous import URLSafeTimedSerializer

from bot.file_links import LIVES, FileLinks, LinkedFile

HERE = "https://bot.example"


def token_of(links: FileLinks) -> str:
    address = links.address("1/ab.jpg", "image/jpeg", "ab.jpg")
    assert address is not None
    assert address.startswith(f"{HERE}/files/")
    return address.rsplit("/", 1)[1]


def test_an_address_stands_for_its_file() -> None:
    links = FileLinks(HERE, "secret")
    assert links.read(token_of(links)) == LinkedFile("1/ab.jpg", "image/jpeg")


def test_a_forged_token_stands_for_nothing() -> None:
    links = FileLinks(HERE, "secret")
    token = token_of(links)
    payload, rest = token.split(".", 1)
    others = FileLinks(HERE, "other secret")
    elsewhere = URLSafeTimedSerializer("secret", salt="something else")
    for forged in (
        *("", "x", token[:-1], token + "x", f"{payload}x.{rest}"),
        token_of(others),
        str(elsewhere.dumps(["1/ab.jpg", "image/jpeg"])),
    ):
        assert links.read(forged) is None, forged


def test_a_token_dies_after_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    links = FileLinks(HERE, "secret")
    token = token_of(links)
    signed = itsdangerous.TimestampSigner.get_timestamp(itsdangerous.TimestampSigner("x"))

    def later(seconds: int) -> None:
        monkeypatch.setattr(
            itsdangerous.TimestampSigner, "get_timestamp", lambda _self: signed + seconds
        )

    later(LIVES - 5)
    assert links.read(token) is not None
    later(LIVES + 5)
    assert links.read(token) is None


@pytest.mark.parametrize("public", [None, "", "http://bot.example"])
def test_without_a_public_https_address_there_is_none(public: str | None) -> None:
    assert FileLinks(public, "secret").address("1/a", "image/png", "a") is None


def test_without_a_secret_there_is_none() -> None:
    links = FileLinks(HERE, None)
    assert links.address("1/a", "image/png", "a") is None
    assert links.read(token_of(FileLinks(HERE, "secret"))) is None
