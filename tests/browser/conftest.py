"""Fixtures of the browser tests: a page without a network, axe-core, JupyterLab, the app.

Examples
--------
::

    def test_a_handout_asks_for_nothing(visit: Visit) -> None:
        visit.page.goto(path.as_uri())

        assert visit.refused == []
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import accessibility, chromium, lab
from playwright.sync_api import Browser, expect, sync_playwright
from support.opened import Opened, opened
from support.project import FOLDER


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium, once for each test module.

    Not once for all: while Playwright runs, its event loop would also be seen by the tests of
    other modules in the same process.
    """
    executable = chromium.path_of_chromium()
    if executable is None:
        message = "Chromium is not installed (on Debian: apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    # Playwright's own five seconds are too few where several tests share two processors.
    expect.set_options(timeout=chromium.WAIT_MS)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright, executable)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[chromium.Visit]:
    """Open a page in a fresh context, 1280 by 900 pixels."""
    with chromium.visit(browser) as visited:
        yield visited


@pytest.fixture
def phone_visit(browser: Browser) -> Iterator[chromium.Visit]:
    """Open a page as on a phone, 400 by 800 pixels."""
    with chromium.visit(browser, width=400, height=800) as visited:
        yield visited


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """Give the function that lists what axe-core finds against a page."""
    return accessibility.violations


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Lab]:
    """Start JupyterLab on a copy of the notebooks, once for each test module."""
    with lab.running_lab(FOLDER / "notebooks", tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Name the folder of the user's own notebooks; a module may lay some of its own there."""
    return tmp_path_factory.mktemp("app") / "mine"


@pytest.fixture(scope="module")
def app(workspace: Path) -> Iterator[Opened]:
    """Serve the dashboards of the workspace, once for each test module."""
    with opened("app", workspace) as running:
        yield running


@pytest.fixture(scope="module")
def kept_tab(browser: Browser, app: Opened) -> Iterator[chromium.Visit]:
    """Keep one tab, let in by the token, for the tests that look at one page."""
    with chromium.visit(browser) as visited:
        visited.page.goto(app.line)
        yield visited


@pytest.fixture
def tab(kept_tab: chromium.Visit, app: Opened) -> Iterator[chromium.Visit]:
    """Give the tab, and leave the page that a test has opened in it."""
    kept_tab.console.clear()
    yield kept_tab
    kept_tab.page.goto(f"{app.base}/")
