"""A handout that was just made, opened from the page that made it, in a real browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.chromium import Visit, page_pause, visit
from playwright.sync_api import Browser, Locator, Page, expect
from support.opened import Opened, opened, wait_until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHECK = "02_check_a_client.ipynb"
PERSON = "R-014"
IN_FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden)"


def make(panel: Locator) -> Locator:
    """Make a handout, and return the links to it."""
    panel.get_by_role("button", name="Make this a handout").click()
    expect(panel.get_by_text("The handout is written:")).to_be_visible()
    return panel.locator(".cc-written a")


def show(app: Opened, page: Page) -> Locator:
    """Open the dashboard on one client, and return its panel."""
    page.goto(f"{app.base}/voila/render/{CHECK}")
    panel = page.locator(".cc-main")
    panel.get_by_role("status").first.wait_for()
    return panel


def test_a_click_opens_what_was_written_and_a_left_page_takes_it_along(
    app: Opened, tab: Visit
) -> None:
    """The page stands there whole, its address names nobody, and it goes with its kernel."""
    links = make(show(app, tab.page))
    names = [Path(str(one.text_content())).name for one in links.all()]
    addresses = [str(one.get_attribute("href")) for one in links.all()]
    with tab.page.context.expect_page() as opening:
        links.first.press("Enter")
    page = opening.value
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.reload()

    assert names == [f"person-{PERSON}.html", f"person-{PERSON}.pdf"]
    assert PERSON not in "".join(addresses)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    # Were its style refused, letters would be those of the browser.
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "serif"
    assert said == []
    assert page.evaluate("window.origin") == "null"
    assert [page.request.get(f"{app.base}{one}").status for one in addresses] == [200, 200]
    tab.page.goto(f"{app.base}/")
    assert wait_until(
        lambda: page.request.get(f"{app.base}{addresses[0]}").status == 404, page_pause(page)
    )
    page.close()
    assert tab.refused == []


def test_another_tab_is_told_nothing_of_it(app: Opened, tab: Visit) -> None:
    """Its page holds no link, and no address of the other leads anywhere without its key."""
    links = make(show(app, tab.page))
    address = str(links.first.get_attribute("href"))
    with tab.page.context.new_page() as other:
        panel = show(app, other)

        assert address not in other.content()
        expect(panel.locator(".cc-written a")).to_have_count(0)
        guess = re.sub(r"[0-9a-f]{4}$", "0000", address)
        assert other.request.get(f"{app.base}{guess}").status == 404
        other.goto(f"{app.base}/")


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Open JupyterLab on a workspace of its own."""
    with opened("lab", tmp_path_factory.mktemp("lab") / "mine") as running:
        yield running


def has_kernel(lab: Opened) -> bool:
    """Tell whether the notebook's kernel answers, and its page listens."""
    told = lab.ask("/api/sessions", Authorization=f"token {lab.token}").text
    return any(
        one["kernel"]["execution_state"] == "idle" and one["kernel"]["connections"] > 0
        for one in json.loads(told)
    )


def test_in_jupyterlab_enter_opens_it_beside_the_notebook(
    lab: Opened, browser: Browser
) -> None:
    """As a tab of JupyterLab, with no address of its own."""
    with visit(browser) as visited:
        page = visited.page
        page.goto(f"{lab.base}/lab/tree/{CHECK}?token={lab.token}")
        page.locator(f"{IN_FRONT} .jp-Cell").first.wait_for()
        assert wait_until(lambda: has_kernel(lab), page_pause(page))
        page.locator(f"{IN_FRONT} [data-command='notebook:restart-run-all']").click()
        page.locator(".jp-Dialog .jp-mod-accept").click()
        panel = page.locator(".cc-main:visible")
        panel.get_by_role("status").first.wait_for()
        make(panel).first.press("Enter")
        frame = page.frame_locator(".jp-HTMLViewer iframe")

        expect(frame.get_by_role("heading", level=1)).to_be_visible()
        assert visited.refused == []
