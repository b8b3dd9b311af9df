"""`casecert lab` in a real browser without a network: quiet, and on the user's own copy."""

import json
import re
from collections.abc import Iterator

import pytest
from browser.chromium import Visit, page_pause, visit
from playwright.sync_api import Browser, expect
from support.opened import Opened, is_running, opened, wait_until
from support.project import FOLDER

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SUPPORT = "04_employer_support.ipynb"
IN_FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden)"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Open JupyterLab on a workspace of its own."""
    with opened("lab", tmp_path_factory.mktemp("lab") / "mine") as running:
        yield running


@pytest.fixture(scope="module")
def tab(browser: Browser, lab: Opened) -> Iterator[Visit]:
    """Open its address once."""
    with visit(browser) as visited:
        visited.page.goto(lab.line)
        yield visited


def has_kernel(lab: Opened, notebook: str) -> bool:
    """Tell whether a notebook's kernel answers, and its page listens."""
    told = lab.ask("/api/sessions", Authorization=f"token {lab.token}").text
    return any(
        one["path"] == notebook
        and one["kernel"]["execution_state"] == "idle"
        and one["kernel"]["connections"] > 0
        for one in json.loads(told)
    )


def test_the_address_opens_the_first_notebook_and_asks_nobody(lab: Opened, tab: Visit) -> None:
    """No news, no look for newer versions, no list of extensions from elsewhere."""
    expect(tab.page.get_by_role("heading", level=1).first).to_contain_text(
        "What does a case manager do"
    )
    expect(tab.page.get_by_text("Would you like to get notified")).to_have_count(0)
    expect(tab.page.locator("jp-button[aria-label='Render with Voilà']")).to_have_count(0)
    listed = {path.name for path in lab.workspace.glob("*.ipynb")}

    assert listed == {path.name for path in (FOLDER / "notebooks").glob("*.ipynb")}
    assert tab.refused == []


def test_a_notebook_runs_and_is_saved_in_the_workspace_alone(lab: Opened, tab: Visit) -> None:
    """The chart is drawn with no network; the installed notebook stays as it was."""
    page = tab.page
    copy, installed = lab.workspace / SUPPORT, (FOLDER / "notebooks" / SUPPORT).read_bytes()
    page.goto(f"{lab.base}/lab/tree/{SUPPORT}")
    assert wait_until(lambda: has_kernel(lab, SUPPORT), page_pause(page))
    page.locator(f"{IN_FRONT} [data-command='notebook:restart-run-all']").click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.locator(".cc-main:visible [role=img] svg text").first.wait_for()
    page.locator(f"{IN_FRONT} .jp-MarkdownCell").first.click()
    page.keyboard.press("Control+s")

    assert wait_until(
        lambda: '"execution_count": 1' in copy.read_text("utf-8"), page_pause(page)
    )
    saved = json.loads(copy.read_text("utf-8"))
    assert "widgets" not in saved["metadata"]
    assert "widget-view" not in copy.read_text("utf-8")
    expect(page.locator(".cc-main:visible [role=img] svg text").first).to_be_visible()
    assert (FOLDER / "notebooks" / SUPPORT).read_bytes() == installed
    assert tab.refused == []


def test_a_saved_notebook_is_read_without_being_run(lab: Opened, tab: Visit) -> None:
    """Its sentence and its table stand where the panel stood, and no word on a lost model."""
    page = tab.page
    page.goto(f"{lab.base}/lab/tree/{SUPPORT}")
    output = page.locator(f"{IN_FRONT} .jp-OutputArea-output pre")

    expect(output).to_contain_text("More than half of employers pay for their employees")
    expect(output).to_contain_text("nearly half (under 50%)")
    expect(page.get_by_text("model not found")).to_have_count(0)


def test_without_the_token_nothing_is_shown(lab: Opened) -> None:
    """Neither the page nor what it would ask for."""
    assert lab.ask("/api/contents").status == 403
    assert lab.ask(f"/files/{SUPPORT}").status in {302, 403}
    assert lab.ask("/lab").status == 302


def test_ctrl_c_ends_it_at_once(lab: Opened) -> None:
    """Without a question on the terminal; no kernel and no file is left."""
    processes = lab.processes()
    code = lab.end()

    assert code == 0
    assert wait_until(lambda: not any(map(is_running, processes)))
    assert [path.name for path in lab.private.iterdir()] == [lab.log.name]
    lines = lab.log.read_text("utf-8").splitlines()
    assert [one for one in lines if not re.match("Copied ", one)] == [
        "JupyterLab is open. Press Ctrl-C here to end it."
    ]
