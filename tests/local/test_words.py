"""The page's words: in both languages, all there, none too many."""

import re

import pytest

from bot.local_assets import FOLDER, assets, page
from locales.catalogue import LOCALES, ids

HTML = (FOLDER / "index.html").read_text(encoding="utf-8")
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js")}


def used() -> set[str]:
    in_page = set(re.findall(r"\{\{(local-[a-z-]+)\}\}", HTML))
    calls = re.findall(r"say\(([^()]*(?:\([^()]*\))?[^()]*)\)", "\n".join(SCRIPTS.values()))
    in_scripts = {f"local-{word}" for call in calls for word in re.findall(r'"([a-z-]+)"', call)}
    return in_page | in_scripts


@pytest.mark.parametrize("locale", LOCALES)
def test_each_word_is_there_and_used(locale: str) -> None:
    ours = {id for id in ids(locale) if id.startswith("local-")}
    assert ours == used()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_is_whole(locale: str) -> None:
    html = page(locale)
    assert "{{" not in html
    assert f'<html lang="{locale}">' in html
    assert html.count("</script>") == 2


def test_no_file_of_another_host_and_nothing_read_as_html() -> None:
    sources = [HTML, *SCRIPTS.values(), (FOLDER / "page.css").read_text(encoding="utf-8")]
    for source in sources:
        assert set(re.findall(r"https?://[^\s\"']*", source)) <= {"http://www.w3.org/2000/svg"}
    for script in SCRIPTS.values():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script
        )
    assert not re.search(r"<style|style=|\son[a-z]+=", HTML)


def test_every_script_that_is_imported_is_served() -> None:
    served = assets()
    for script in SCRIPTS.values():
        for name in re.findall(r'from "\./([a-z]+\.js)"', script):
            assert name in served
