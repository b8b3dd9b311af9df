"""The pages around the dashboards: quiet, in one language, and with no address but our own."""

import re
from pathlib import Path

import pytest
from support.project import FOLDER

from casecert_data.app._listed import Listed
from casecert_data.app._pages import render, script, style

TEMPLATES = sorted((FOLDER / "casecert_data/app/templates").glob("*.html"))
ELSEWHERE = re.compile(r"(https?:)?//[\w-]+\.")
HOSTILE = '"><img src=x onerror=alert(1)>'


def a_notebook(name: str, *, is_own: bool = False) -> Listed:
    """Make an entry of the list."""
    return Listed(name, f"Short {name}", f"Question {name}?", f"Answers {name}.", is_own)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_page_names_another_machine(path: Path) -> None:
    """No fonts, scripts or icons from anywhere else."""
    assert ELSEWHERE.search(path.read_text("utf-8")) is None


def test_style_and_script_name_no_other_machine() -> None:
    """Nor do the files that belong to the pages."""
    assert ELSEWHERE.search(style()) is None
    assert ELSEWHERE.search(script()) is None


def test_the_start_page_lists_ours_and_the_users_apart() -> None:
    """The user's own under a heading of their own, and not in the bar."""
    notebooks = (a_notebook("one"), a_notebook("two", is_own=True))
    page = render("start.html", title="T", notebooks=notebooks, current="")
    bar = page.partition("</header>")[0]

    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.index("Question one?") < page.index("Your own notebooks") < page.index("two?")
    assert "Short one" in bar
    assert "Short two" not in bar


def test_a_name_in_a_page_stays_text() -> None:
    """A notebook's title is the user's: what looks like markup is shown."""
    notebooks = (a_notebook(HOSTILE),)
    pages = [
        render("start.html", title=HOSTILE, notebooks=notebooks, current=""),
        render("refused.html", title=HOSTILE, do=HOSTILE, notebooks=notebooks, current="-"),
        render(
            "dashboard.html",
            title=HOSTILE,
            question=HOSTILE,
            notebooks=notebooks,
            current=HOSTILE,
        ),
        render("fault.html", reason=HOSTILE, do=HOSTILE),
    ]

    assert [page for page in pages if "<img" in page] == []


def test_a_stranger_is_told_of_no_notebook() -> None:
    """Without the token, not even the questions are shown."""
    page = render("refused.html", title="T", do="D", notebooks=(), current="")

    assert "<nav" not in page
    assert "/voila/" not in page
