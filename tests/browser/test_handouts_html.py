"""Handouts in a real browser: quiet, accessible, readable on a phone and on paper."""

import io
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from browser.chromium import Visit
from support.college import college
from support.every_page import BY_REPORT, EVERY_PAGE, every_page
from support.manifests import whole_summary
from support.page_words import comparison, intake, job_type
from support.pages import HANDOUTS, HOSTILE, page_of, read_page

from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import Page

pytestmark = pytest.mark.browser

WIDTHS = (1280, 700, 400, 320)
"""A laptop, a tablet, a phone, and the narrowest that WCAG names."""


SHEETS = {"certification": 2, "person": 2, "details": 3}
"""Letter pages that a handout fills when a browser prints it, in wider letters."""


def open_page(visit: Visit, page: Page, folder: Path) -> None:
    """Open a page as a file, as a student would."""
    path = folder / "page.html"
    path.write_text(render_html(page), encoding="utf-8", newline="\n")
    visit.page.goto(path.as_uri())


def sideways(visit: Visit, width: int) -> int:
    """Give how far the page can be scrolled to the side."""
    visit.page.set_viewport_size({"width": width, "height": 800})
    return int(visit.page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def test_a_phone_names_each_column_in_full_before_its_rows(
    visit: Visit, tmp_path: Path
) -> None:
    """The letters alone stand before each cell; the names are read across the whole width."""
    open_page(visit, comparison("ccm acm_rn acm_sw cmgt_bc"), tmp_path)
    visit.page.set_viewport_size({"width": 400, "height": 800})
    heads = visit.page.locator("#asked thead th:visible")
    widths = heads.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")

    assert heads.all_inner_texts()[1] == "ACM-RN Accredited Case Manager for nurses"
    assert len(widths) == 4
    assert min(widths) > 300
    assert visit.page.locator("#takes thead").evaluate("one => one.offsetHeight") <= 1


BROKEN_WORDS = """
() => [...document.querySelectorAll("thead th")].flatMap((head) => {
  const text = document.createTreeWalker(head, NodeFilter.SHOW_TEXT), broken = [];
  while (text.nextNode()) {
    for (const word of text.currentNode.data.matchAll(/[a-z]+/gi)) {
      const range = document.createRange();
      range.setStart(text.currentNode, word.index);
      range.setEnd(text.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) broken.push(word[0]);
    }
  }
  return broken;
})
"""


@pytest.mark.parametrize("width", [1280, 700])
def test_no_word_of_a_tables_head_is_broken(visit: Visit, tmp_path: Path, width: int) -> None:
    """Also in a table of eight columns, in letters wider than ours."""
    open_page(visit, job_type("geriatric"), tmp_path)
    visit.page.set_viewport_size({"width": width, "height": 900})

    assert visit.page.locator("thead th").count() >= 8
    assert visit.page.evaluate(BROKEN_WORDS) == []


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_axe_finds_nothing_against_a_handout(
    visit: Visit, axe: Callable[..., list[str]], tmp_path: Path, name: str
) -> None:
    """On a laptop, on a phone and on paper; and on a narrow one nothing is cut off.

    WCAG 2.0 to 2.2, A and AA, and good practice.
    """
    open_page(visit, every_page()[name], tmp_path)
    wide = axe(visit.page)
    cut_off = [sideways(visit, width) for width in WIDTHS]
    visit.page.set_viewport_size({"width": 400, "height": 800})
    narrow = axe(visit.page)
    visit.page.emulate_media(media="print")

    assert wide + narrow + axe(visit.page) == []
    assert cut_off == [0] * len(WIDTHS)
    assert visit.console == visit.page_errors == []


@pytest.mark.parametrize("report", BY_REPORT)
def test_axe_finds_nothing_against_a_handout_of_an_institution(
    visit: Visit, axe: Callable[..., list[str]], tmp_path: Path, report: str
) -> None:
    """With a name, a logo, a color, contacts and last words of its own."""
    page = every_page()[next(iter(BY_REPORT[report]))]
    open_page(visit, page.handed_out_by(college()), tmp_path)
    wide = axe(visit.page)
    visit.page.set_viewport_size({"width": 400, "height": 800})

    assert wide + axe(visit.page) == []
    assert [sideways(visit, width) for width in WIDTHS] == [0] * len(WIDTHS)
    assert visit.console == visit.page_errors == []


def test_axe_finds_nothing_against_the_page_of_links(
    visit: Visit, axe: Callable[..., list[str]], tmp_path: Path
) -> None:
    """With what is there, what failed, and volumes to print."""
    path = tmp_path / "index.html"
    path.write_text(whole_summary(), "utf-8")
    visit.page.goto(path.as_uri())
    wide = axe(visit.page)
    visit.page.set_viewport_size({"width": 400, "height": 800})

    assert wide + axe(visit.page) == []
    assert [sideways(visit, width) for width in WIDTHS] == [0] * len(WIDTHS)
    assert visit.console == visit.page_errors == []


@pytest.mark.parametrize("name", HANDOUTS)
def test_nothing_is_asked_for_and_nothing_runs(visit: Visit, tmp_path: Path, name: str) -> None:
    """The one request is the file itself, and the policy has nothing to refuse."""
    open_page(visit, read_page(name), tmp_path)

    assert len(visit.requests) == 1
    assert visit.console == []
    assert visit.page.locator("script, link, iframe, [style]").count() == 0


@pytest.mark.parametrize("name", HANDOUTS)
def test_the_policy_lets_the_style_in(visit: Visit, tmp_path: Path, name: str) -> None:
    """A wrong hash would leave a bare page, and no error that anyone sees."""
    open_page(visit, read_page(name), tmp_path)
    look = visit.page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")

    assert look == "600"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", HANDOUTS)
def test_nothing_scrolls_sideways_at_any_width(
    visit: Visit, tmp_path: Path, name: str, width: int
) -> None:
    """At no width."""
    open_page(visit, read_page(name), tmp_path)

    assert sideways(visit, width) <= 0


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_neither_runs_nor_breaks_out(
    visit: Visit, tmp_path: Path, text: str
) -> None:
    """No dialog, no request, no error; words that fit no column wrap."""
    dialogs: list[str] = []
    visit.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    open_page(visit, page_of(text), tmp_path)

    assert dialogs == visit.console == visit.page_errors == []
    assert len(visit.requests) == 1
    assert [sideways(visit, width) for width in WIDTHS] == [0] * len(WIDTHS)


@pytest.mark.parametrize("name", HANDOUTS)
def test_a_phone_reads_what_was_told_beside_its_value(
    phone_visit: Visit, tmp_path: Path, name: str
) -> None:
    """Stacked rows say whose words a value is; wide ones have a column for that."""
    open_page(phone_visit, read_page(name), tmp_path)
    labels = phone_visit.page.locator(".sl")
    shown = [labels.nth(at).is_visible() for at in range(labels.count())]
    phone_visit.page.set_viewport_size({"width": 1280, "height": 800})

    assert all(shown)
    assert bool(shown) == (name == "person")
    assert not any(labels.nth(at).is_visible() for at in range(labels.count()))


@pytest.mark.parametrize("name", HANDOUTS)
def test_printed_it_is_letter_pages_with_a_foot(
    visit: Visit, tmp_path: Path, name: str
) -> None:
    """Also in the wider letters that stand in for the typeface."""
    open_page(visit, read_page(name), tmp_path)
    printed = visit.page.pdf(prefer_css_page_size=True, print_background=True)
    with pdfplumber.open(io.BytesIO(printed)) as pdf:
        sizes = [(round(page.width), round(page.height)) for page in pdf.pages]
        feet = [page.extract_text().splitlines()[-1] for page in pdf.pages]

    count = SHEETS[name]

    assert sizes == [(612, 792)] * count
    assert [foot.replace(" ", "") for foot in feet] == [
        f"Theissuerdecides.Requirementschange.Page{at}of{count}" for at in range(1, count + 1)
    ]


def test_a_printed_form_has_two_sides_and_no_question_is_cut(
    visit: Visit, tmp_path: Path
) -> None:
    """Who somebody is on the front; work on the back, from its heading on."""
    open_page(visit, intake("ccm, acm_rn, acm_sw, cmgt_bc"), tmp_path)
    printed = visit.page.pdf(prefer_css_page_size=True, print_background=True)
    with pdfplumber.open(io.BytesIO(printed)) as pdf:
        first_lines = [page.extract_text().splitlines()[0] for page in pdf.pages]

    assert len(first_lines) == 2
    assert first_lines[1] == "Work"


@pytest.mark.parametrize("name", HANDOUTS)
def test_a_section_is_kept_whole_on_paper(visit: Visit, tmp_path: Path, name: str) -> None:
    """A heading never stands on another page than what it heads; a list of facts may go on."""
    open_page(visit, read_page(name), tmp_path)
    visit.page.emulate_media(media="print")
    kept = (
        "[...document.querySelectorAll('.sec:not(:has(.wide)), .wide div')]"
        ".map(one => getComputedStyle(one).breakInside)"
    )

    assert set(visit.page.evaluate(kept)) == {"avoid"}


def test_a_wide_fact_stands_beside_its_name_and_on_a_phone_below_it(
    visit: Visit, tmp_path: Path
) -> None:
    """All its lines are in one column, whatever the width."""
    open_page(visit, read_page("details"), tmp_path)
    places = """[...document.querySelectorAll('.wide div')].map(one =>
        [...one.children].map(child => Math.round(child.getBoundingClientRect().left)))"""
    wide = visit.page.evaluate(places)
    visit.page.set_viewport_size({"width": 400, "height": 800})
    narrow = visit.page.evaluate(places)

    assert max(map(len, wide)) >= 4
    assert all(name < min(lines) == max(lines) for name, *lines in wide)
    assert all(len(set(lefts)) == 1 for lefts in narrow)


def test_a_reference_leads_to_its_source_in_a_long_paragraph(
    visit: Visit, tmp_path: Path
) -> None:
    """The source that was asked for is marked among the others that run on."""
    open_page(visit, read_page("details"), tmp_path)
    color = "getComputedStyle(document.querySelector('#s10')).backgroundColor"
    before = visit.page.evaluate(color)
    visit.page.locator("a.ref[href='#s10']").first.click()

    assert visit.page.evaluate("location.hash") == "#s10"
    assert visit.page.evaluate(color) != before
