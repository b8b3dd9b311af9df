"""The dashboards in a real browser without a network: opened, moved, told apart, and closed."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.chromium import Visit, page_pause, visit
from playwright.sync_api import Browser, Locator, Page, expect
from support.opened import Opened, is_running, wait_until
from support.project import FOLDER

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAMES = sorted(path.name for path in (FOLDER / "notebooks").glob("*.ipynb"))
PATHWAYS, SUPPORT = "01_compare_pathways.ipynb", "04_employer_support.ipynb"
DRAWN_IN = {PATHWAYS, SUPPORT}
MONTHS, UNDER_CCM = "Case management, months", "Of these, under a CCM"
WIDTHS = (1280, 768, 400)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
IS_DRAWN = "() => document.querySelector('[role=img] svg text') !== null"
ALL_OPEN = "() => document.querySelectorAll('details').forEach(one => { one.open = true; })"
SMALL = """
() => [...document.querySelectorAll('button, select, input, summary, nav a, .cc-questions a')]
  .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.height && Math.min(box.width, box.height) < 24)
  .map(([name]) => name)
"""
DRAWN = """
() => [...document.querySelectorAll('[role=img] svg text, [role=img] svg .bars path')]
  .map(one => one.getAttribute('d') ?? one.textContent).join('; ')
"""
ENDS_THE_KERNEL = """
id => fetch(`/voila/api/shutdown/${id}`, {
  method: 'POST',
  headers: { 'X-XSRFToken': document.cookie.match(/_xsrf=([^;]*)/)[1] },
})
"""
HARMLESS = re.compile(r"atisf(ied|ying) version|widget model not found")
"""Voila's front end is built for an older JupyterLab than its extensions, and warns of it; on a
busy machine it loses the widgets of a page, which then loads itself again (tested below)."""


@pytest.fixture(scope="module")
def workspace(workspace: Path) -> Path:
    """Lay two notebooks of the user's own into the workspace."""
    workspace.mkdir()
    write(workspace / "stops.ipynb", "# Does it stop?", "raise ValueError('Ann Quixwell')")
    write(
        workspace / "counts.ipynb",
        "# How many?",
        "import pandas as pd",
        "pd.DataFrame({'n': [7]})",
    )
    write(
        workspace / "lost.ipynb",
        "# Is it lost?",
        "from IPython.display import display\n"
        "lost = {'model_id': 'nobody', 'version_major': 2, 'version_minor': 0}\n"
        "display({'application/vnd.jupyter.widget-view+json': lost}, raw=True)",
    )
    return workspace


def write(path: Path, title: str, *code: str) -> None:
    """Write a notebook of a title and cells of code."""
    cells = [{"cell_type": "markdown", "metadata": {}, "source": title}]
    cells += [{"cell_type": "code", "metadata": {}, "source": one} for one in code]
    told = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(told), "utf-8")


def show(app: Opened, page: Page, name: str) -> Locator:
    """Open a dashboard and give its panel once its answer is there."""
    page.goto(f"{app.base}/voila/render/{name}")
    panel = page.locator(".cc-main")
    panel.get_by_role("status").first.wait_for()
    if name in DRAWN_IN:
        page.wait_for_function(IS_DRAWN)
    return panel


def leave(app: Opened, *pages: Page) -> None:
    """Leave dashboards as their user would; a context that is closed tells nobody."""
    for page in pages:
        page.goto(f"{app.base}/")


def faults(visited: Visit) -> list[str]:
    """List what the console says that is no known and harmless warning."""
    return [line for line in visited.console if not HARMLESS.search(line)]


def at_each_width(page: Page, axe: Callable[..., list[str]]) -> dict[int, list[object]]:
    """Give what is wrong on a page on a laptop, on a tablet and on a phone."""
    found: dict[int, list[object]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        too_wide = page.evaluate(SIDEWAYS)
        found[width] = [*axe(page), *page.evaluate(SMALL), *([too_wide] if too_wide else [])]
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    return found


NOTHING_WRONG: dict[int, list[object]] = {width: [] for width in WIDTHS}


def test_the_start_page_asks_the_questions(
    app: Opened, tab: Visit, axe: Callable[..., list[str]]
) -> None:
    """Each is a link to its dashboard; the address holds no token any more."""
    page = tab.page
    page.goto(app.line)
    links = page.locator(".cc-questions a")

    assert page.url == f"{app.base}/"
    assert page.title() == "Questions this kit answers: casecert"
    assert [link.get_attribute("href") for link in links.all()] == [
        f"/voila/render/{name}"
        for name in (*NAMES, "counts.ipynb", "lost.ipynb", "stops.ipynb")
    ]
    assert at_each_width(page, axe) == NOTHING_WRONG
    assert tab.refused == []


def test_the_keyboard_walks_the_page_in_the_order_that_is_seen(app: Opened, tab: Visit) -> None:
    """The way past the bar, the bar, the questions; Enter opens one."""
    page = tab.page
    page.goto(f"{app.base}/")
    focused = page.locator(":focus")
    names = ["Skip to the content", "casecert", "Start", "The work", "Compare"]
    for name in names:
        page.keyboard.press("Tab")
        expect(focused).to_have_text(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Which certification fits this person?"
    )
    expect(page.locator("nav [aria-current=page]")).to_have_text("Compare")


def test_without_the_token_the_page_says_how_to_get_in(
    app: Opened, visit: Visit, axe: Callable[..., list[str]]
) -> None:
    """And names no notebook."""
    answer = visit.page.goto(f"{app.base}/voila/render/{PATHWAYS}")

    assert answer is not None
    assert answer.status == 403
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(
        "This page is not open to everybody"
    )
    assert visit.page.get_by_role("link").count() == 2
    assert axe(visit.page) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_dashboard_shows_its_answer_and_asks_for_nothing(
    name: str, app: Opened, tab: Visit, axe: Callable[..., list[str]]
) -> None:
    """No code, no request that leaves the machine, nothing for axe on the whole page."""
    page = tab.page
    panel = show(app, page, name)
    title = page.get_by_role("heading", level=1).inner_text()

    assert page.title() == f"{title} casecert"
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator("#cc-ready")).to_be_hidden()
    assert "Panel(" not in page.content()
    assert "Run All Cells" not in page.content()
    assert len(panel.inner_text()) > 500
    assert at_each_width(page, axe) == NOTHING_WRONG
    page.evaluate(ALL_OPEN)
    assert axe(page) == []
    assert (tab.refused, tab.page_errors, faults(tab)) == ([], [], [])


def test_a_sign_of_life_comes_before_the_answer(app: Opened, tab: Visit) -> None:
    """The title and "Getting ready" are sent before the notebook runs."""
    page = tab.page
    page.goto(f"{app.base}/voila/render/{PATHWAYS}", wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Getting ready")).to_be_visible()

    page.locator(".cc-main").get_by_role("status").first.wait_for()
    expect(page.get_by_text("Getting ready")).to_have_count(0)


def test_a_page_that_has_lost_its_widgets_loads_itself_again(app: Opened, tab: Visit) -> None:
    """Twice, since nothing has been entered yet; then it says so, and what to do."""
    page, loads = tab.page, []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    page.goto(f"{app.base}/voila/render/lost.ipynb")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("did not come up whole")

    assert len(loads) == 3
    expect(told.get_by_role("button", name="Load this page again")).to_be_visible()


def test_two_tabs_know_nothing_of_each_other(app: Opened, browser: Browser) -> None:
    """Two clients at the same time: what is entered for one is not there for the other."""
    with visit(browser) as one:
        one.page.goto(app.line)
        other = one.page.context.new_page()
        first, second = show(app, one.page, PATHWAYS), show(app, other, PATHWAYS)
        told = second.get_by_role("status").inner_text()
        before = other.evaluate(DRAWN)
        first.get_by_label(UNDER_CCM).fill("12")
        first.get_by_label(UNDER_CCM).press("Enter")
        expect(first.get_by_role("status")).to_contain_text("The CCM looks within reach now.")
        second.get_by_label(MONTHS).fill("20")
        second.get_by_label(MONTHS).press("Enter")
        expect(second.get_by_text("4 more months")).not_to_have_count(0)

        assert first.get_by_label(MONTHS).input_value() == "16"
        assert second.get_by_label(UNDER_CCM).input_value() == ""
        assert second.get_by_role("status").inner_text() == told
        other.wait_for_function(f"before => ({DRAWN})() !== before", arg=before)
        assert wait_until(lambda: len(app.kernels()) == 2, page_pause(other))
        leave(app, one.page, other)


def test_a_chart_follows_its_control(app: Opened, tab: Visit) -> None:
    """With the keyboard: the picture, its words for a screen reader, and the finding."""
    page = tab.page
    panel = show(app, page, SUPPORT)
    before = page.evaluate(DRAWN)
    image = panel.get_by_role("img")
    said = image.get_attribute("aria-label")
    button = panel.get_by_role("button", name="Case managers who hold the CCM")
    button.focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("heading", level=2).first).to_contain_text("88%")
    expect(image).not_to_have_attribute("aria-label", said or "")
    page.wait_for_function(f"before => ({DRAWN})() !== before", arg=before)


def test_a_line_that_opens_stays_in_place_when_pointed_at(app: Opened, tab: Visit) -> None:
    """Its mark and its words stand inside the form, as everything else there."""
    panel = show(app, tab.page, "02_check_a_client.ipynb")
    line = panel.get_by_role("button", name="Open a saved client")
    padding = "line => getComputedStyle(line).paddingLeft"
    before = line.evaluate(padding)
    line.hover()

    assert line.evaluate(padding) == before != "0px"
    assert line.evaluate("line => getComputedStyle(line, '::before').textIndent") == "0px"


def test_a_link_of_a_panel_opens_the_other_dashboard(app: Opened, tab: Visit) -> None:
    """In a tab of its own, as in JupyterLab: what was entered here stays."""
    panel = show(app, tab.page, NAMES[0])
    with tab.page.expect_popup() as beside:
        panel.get_by_role("link", name="Do employers support certification?").click()
    expect(beside.value.get_by_role("heading", level=1)).to_have_text(
        "Do employers support certification?"
    )
    leave(app, beside.value)
    beside.value.close()


def test_a_notebook_that_stops_says_so_and_leads_back(
    app: Opened, tab: Visit, axe: Callable[..., list[str]]
) -> None:
    """In plain words, without the words of the error, which could quote a person."""
    page = tab.page
    page.goto(f"{app.base}/voila/render/stops.ipynb")
    failed = page.get_by_role("alert")
    expect(failed).to_contain_text("This page could not get ready")
    expect(failed).to_contain_text("One of its steps stopped: ValueError.")

    assert "Quixwell" not in page.content()
    assert at_each_width(page, axe) == NOTHING_WRONG
    failed.get_by_role("link", name="Back to the start").click()
    expect(page).to_have_url(f"{app.base}/")


def test_a_notebook_of_the_users_own_is_shown_too(app: Opened, tab: Visit) -> None:
    """A table as pandas writes it."""
    tab.page.goto(f"{app.base}/voila/render/counts.ipynb")
    expect(tab.page.get_by_role("table")).to_contain_text("7")
    expect(tab.page.locator("#cc-ready")).to_be_hidden()


def test_a_page_whose_kernel_is_gone_says_so(app: Opened, visit: Visit) -> None:
    """Whoever clicks must know that nothing will come of it."""
    page = visit.page
    page.goto(app.line)
    assert wait_until(lambda: not app.kernels(), page_pause(page))
    page.clock.install()
    show(app, page, SUPPORT)
    page.evaluate(ENDS_THE_KERNEL, app.kernels()[0].removeprefix("kernel-"))

    assert wait_until(lambda: not app.kernels(), page_pause(page))
    page.clock.fast_forward(11_000)
    expect(page.locator(".cc-gone[role=alert]")).to_contain_text("has lost its connection")
    expect(page.get_by_role("button", name="Load this page again")).to_be_visible()


def test_no_kernel_is_left_behind(app: Opened, tab: Visit, browser: Browser) -> None:
    """After reloads, early ones included, and when the tab is closed: none, and no process."""
    pause = page_pause(tab.page)
    assert wait_until(lambda: not app.kernels(), pause)
    with visit(browser) as visited:
        page = visited.page
        page.goto(app.line)
        for _ in range(2):
            show(app, page, SUPPORT)
        for _ in range(3):
            # Left before it is ready.
            page.goto(f"{app.base}/voila/render/{PATHWAYS}", wait_until="commit")
        other = page.context.new_page()
        show(app, other, SUPPORT)

        assert len(app.processes()) > 1
        for one in (other, page):
            one.close(run_before_unload=True)
        assert wait_until(lambda: not app.kernels(), pause)
        # One process waits to be the next kernel, and is none.
        assert wait_until(lambda: len(list(filter(is_running, app.processes()))) == 1, pause)
