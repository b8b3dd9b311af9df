"""What leaves the dashboards: a printed page, a file, a handout; and steps back by keyboard."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from browser.chromium import Visit, page_pause
from playwright.sync_api import Locator, Page, expect
from support.opened import Opened, wait_until

from casecert_data.catalog import say

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMPARE, CHECK = "01_compare_pathways", "02_check_a_client"
SUPPORT, JOBS = "04_employer_support", "05_jobs"
UNDER_CCM = "Of these, under a CCM"
DRAWN_IN = (COMPARE, SUPPORT, JOBS)
WIDTHS = (1280, 768, 400)
IS_DRAWN = "() => document.querySelector('[role=img] svg text') !== null"
DRAWN_WIDTH = "() => document.querySelector('[role=img] svg').getBoundingClientRect().width"
SMALL = """
() => [...document.querySelectorAll('.cc-actions button, .cc-taking button, .cc-taking select')]
  .map(one => one.getBoundingClientRect())
  .filter(box => box.width && Math.min(box.width, box.height) < 24).length
"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def show(app: Opened, page: Page, name: str) -> Locator:
    """Open a dashboard and give its panel once its answer is there."""
    page.goto(f"{app.base}/voila/render/{name}.ipynb")
    panel = page.locator(".cc-main")
    panel.get_by_role("status").first.wait_for()
    panel.locator(".cc-prints").wait_for(state="attached")
    if name in DRAWN_IN:
        page.wait_for_function(IS_DRAWN)
    return panel


def printed(page: Page) -> list[str]:
    """Print a page as the browser does, and read the words of each sheet."""
    content = page.pdf(prefer_css_page_size=True)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return [" ".join((one.extract_text() or "").split()) for one in pdf.pages]


def at_each_width(page: Page, axe: Callable[..., list[str]]) -> list[object]:
    """List what is wrong with the controls at the three widths."""
    found: list[object] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [*axe(page, within=".cc-main")]
        found += [one for one in (page.evaluate(SMALL), page.evaluate(SIDEWAYS)) if one]
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    return found


@pytest.mark.parametrize(
    ("name", "chosen", "told"),
    [
        (
            COMPARE,
            ["Sample profile R-014: Registered nurse", "Whose words Issuer"],
            ["The ACM for nurses and the CCM depend on one answer each.", "12 more hours of"],
        ),
        (
            CHECK,
            ["Client R-014: Registered nurse", "Self-employed No"],
            ["Ask this next", "Accredited Case Manager for nurses (ACM-RN)", "HS-BCP"],
        ),
        (
            SUPPORT,
            ["Certification Case Manager Certification (CCM)", "When Now"],
            ["More than half of employers pay", "nearly half (under 50%)", "88%"],
        ),
        (
            JOBS,
            ["Job type Geriatric case manager", "Where Anywhere"],
            ["Made for it", "$67,880", "What is expected"],
        ),
    ],
)
def test_a_dashboard_prints_as_a_readable_page(
    name: str, chosen: list[str], told: list[str], app: Opened, tab: Visit
) -> None:
    """What was chosen in words, the answer and its sources; no button."""
    page = tab.page
    show(app, page, name)
    sheets = printed(page)
    words = " ".join(sheets)

    assert [one for one in (*chosen, *told) if one not in words] == []
    assert [one for one in chosen if one not in sheets[0]] == []
    buttons = [
        say("panel.handout.make"),
        say("panel.takeaway.save"),
        say("panel.steps.do.undo"),
    ]
    assert [one for one in buttons if one in words] == []
    assert "https://" in sheets[-1] or "https://" in words
    assert min(len(sheet) for sheet in sheets[:-1] or sheets) > 300
    expect(page.locator(".cc-given")).to_have_count(0)


def test_a_printed_chart_fits_the_sheet_and_comes_back(app: Opened, tab: Visit) -> None:
    """Drawn for the paper before it is laid out, and for the screen again after."""
    page = tab.page
    show(app, page, SUPPORT)
    before = page.evaluate(DRAWN_WIDTH)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    on_paper = page.evaluate(DRAWN_WIDTH)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"before => ({DRAWN_WIDTH})() === before", arg=before)

    assert on_paper == 660 != before


def test_what_was_stated_is_printed_and_nothing_of_what_was_not(
    app: Opened, tab: Visit
) -> None:
    """A number typed is there; an answer that nobody knows is not."""
    page = tab.page
    panel = show(app, page, COMPARE)
    field = panel.get_by_label(UNDER_CCM)
    blank = printed(page)[0]
    field.fill("12")
    field.press("Enter")
    expect(panel.get_by_role("status")).to_contain_text("The CCM looks within reach now.")

    assert UNDER_CCM not in blank
    assert say("panel.dont_know") not in blank.partition("The ACM for nurses")[0]
    assert f"{UNDER_CCM} 12" in printed(page)[0]


def test_a_slip_is_taken_back_and_made_again_by_keyboard(app: Opened, tab: Visit) -> None:
    """The buttons keep the keyboard, and what came of them is said."""
    page = tab.page
    panel = show(app, page, COMPARE)
    status, field = panel.get_by_role("status"), panel.get_by_label(UNDER_CCM)
    opening = status.inner_text()
    field.focus()
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("The CCM looks within reach now.")
    panel.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(field).to_have_value("")
    expect(status).to_have_text(opening)
    expect(panel.locator(".cc-actions [aria-live]")).to_have_text(say("panel.steps.done.undo"))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(field).to_have_value("12")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(panel.get_by_role("button", name="Start over")).to_be_focused()
    expect(status).to_have_text(opening)


def test_a_table_and_a_picture_are_saved_by_keyboard(
    app: Opened, tab: Visit, axe: Callable[..., list[str]]
) -> None:
    """Into the counselor's folder; the file says what the page says."""
    page = tab.page
    panel = show(app, page, COMPARE)
    panel.get_by_label("What to save").select_option(label=say("panel.takeaway.shown.near"))
    panel.get_by_role("button", name="Picture (SVG)").focus()
    page.keyboard.press("Space")
    panel.get_by_role("button", name="Save this").focus()
    page.keyboard.press("Enter")
    said = panel.locator(".cc-saving [aria-live]")
    expect(said).to_have_text("Saved as compare-near.svg in the folder casecert-files.")
    panel.get_by_role("button", name="CSV").focus()
    page.keyboard.press("Space")
    expect(said).to_be_empty()
    panel.get_by_role("button", name="Save this").focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text("Saved as compare-near.csv in the folder casecert-files.")
    folder = app.workspace / "casecert-files"
    text = (folder / "compare-near.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    cells = panel.get_by_role("table").locator("tbody tr:not(.grp)").all()

    assert [row[1] for row in rows] == [one.locator("th").inner_text() for one in cells]
    assert (folder / "compare-near.svg").read_text("utf-8").startswith("<svg")
    expect(page.locator(".cc-main [title=null]")).to_have_count(0)
    assert at_each_width(page, axe) == []


def test_a_handout_of_a_job_is_made_in_the_counselors_folder(app: Opened, tab: Visit) -> None:
    """Both files are named, and there."""
    page = tab.page
    panel = show(app, page, JOBS)
    panel.get_by_role("button", name="Make this a handout").focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_text(say("panel.handout.made"))).to_be_visible()
    made = {one.name for one in Path(app.workspace / "handouts").iterdir()}

    assert made == {"job-type-geriatric.html", "job-type-geriatric.pdf"}
    page.goto(f"{app.base}/")
    assert wait_until(lambda: not app.kernels(), page_pause(page))
