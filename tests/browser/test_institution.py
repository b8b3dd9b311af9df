"""An institution on a handout, in a real browser."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.chromium import Visit
from support.logos import ATTACKS, PLAIN_SVG
from support.pages import HOSTILE, read_page

from casecert_data.reporting.html import render_html
from casecert_data.reporting.institution._svg import svg_logo
from casecert_data.reporting.model._blocks import Page
from casecert_data.reporting.model._institution import Contact, Institution, Logo

pytestmark = pytest.mark.browser

WIDTHS = (1280, 700, 400, 320)
WIDE_SVG = PLAIN_SVG.replace('viewBox="0 0 200 50"', 'viewBox="0 0 500 50"')


def handed_out(words: str, logo: Logo) -> Page:
    """Make a page of an institution that says the same words in every place."""
    contact = Contact(words, words, "careers@lakeside.example", "https://lakeside.example/")
    return read_page("person").handed_out_by(
        Institution(words, logo, "#0a6b5e", contact, words)
    )


def open_page(visit: Visit, page: Page, folder: Path) -> None:
    """Open a page as a file, as a student would."""
    path = folder / "page.html"
    path.write_text(render_html(page), encoding="utf-8", newline="\n")
    visit.page.goto(path.as_uri())


def sideways(visit: Visit, width: int) -> int:
    """Give how far the page can be scrolled to the side."""
    visit.page.set_viewport_size({"width": width, "height": 800})
    return int(visit.page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def test_axe_finds_nothing_and_nothing_is_cut_off(
    visit: Visit, axe: Callable[..., list[str]], tmp_path: Path
) -> None:
    """On a laptop and on the narrowest screen, with the widest logo, drawn and named."""
    logo = svg_logo(Path("x.svg"), WIDE_SVG.encode())
    open_page(visit, handed_out("Lakeside College, Career Center", logo), tmp_path)
    wide, cut_off = axe(visit.page), [sideways(visit, width) for width in WIDTHS]
    drawn = visit.page.get_by_role("img", name="Logo of Lakeside College, Career Center")

    assert wide + axe(visit.page) == []
    assert cut_off == [0] * len(WIDTHS)
    assert drawn.evaluate("one => one.naturalWidth") > 0
    assert visit.console == visit.page_errors == []
    assert [one for one in visit.requests if not one.startswith("data:")] == visit.requests[:1]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_neither_run_nor_break_out(
    visit: Visit, tmp_path: Path, text: str
) -> None:
    """The file may have been copied from anywhere."""
    open_page(visit, handed_out(text, svg_logo(Path("x.svg"), PLAIN_SVG.encode())), tmp_path)

    assert visit.page.locator("script").count() == 0
    assert visit.console == visit.page_errors == []
    assert [sideways(visit, width) for width in WIDTHS] == [0] * len(WIDTHS)


@pytest.mark.parametrize(
    "name", ["script", "handler", "image", "style import", "use of another file"]
)
def test_even_a_logo_that_was_never_checked_runs_and_loads_nothing(
    visit: Visit, tmp_path: Path, name: str
) -> None:
    """The page shows it as a picture, and the policy lets a picture do nothing."""
    logo = Logo("image/svg+xml", b64encode(ATTACKS[name].encode()).decode(), 2000, 500)
    open_page(visit, handed_out("Lakeside College", logo), tmp_path)

    assert visit.refused == []
    assert [one for one in visit.requests if not one.startswith("data:")] == visit.requests[:1]
