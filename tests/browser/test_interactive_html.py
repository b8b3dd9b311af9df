"""A page with live charts in a real browser: quiet, accessible, and whole without scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browser.chromium import Visit, page_pause
from playwright.sync_api import Browser
from support.opened import wait_until
from support.own_report import own_page
from support.pages import read_page

from casecert_data.reporting.html._interactive import render_interactive
from casecert_data.reporting.model._blocks import Page

pytestmark = pytest.mark.browser

FITS = "document.documentElement.scrollWidth <= innerWidth"


def written(page: Page, folder: Path) -> str:
    """Write a page as a student would get it, and return its address."""
    path = folder / "page.interactive.html"
    path.write_text(render_interactive(page), encoding="utf-8", newline="\n")
    return path.as_uri()


def test_a_bar_says_its_words_when_it_is_pointed_at(visit: Visit, tmp_path: Path) -> None:
    """With one request, that for the file itself, and nothing that the policy refuses."""
    visit.page.goto(written(own_page(), tmp_path))
    visit.page.locator(".is-live").first.wait_for()
    visit.page.locator(".live .point path").first.hover(force=True)
    visit.page.locator(".hoverlayer .hovertext").first.wait_for()

    assert visit.page.locator(".hoverlayer").first.text_content() == "RN12"
    assert len(visit.requests) == 1
    assert visit.console == visit.page_errors == []


def test_axe_finds_nothing_against_a_live_page(
    visit: Visit, axe: Callable[..., list[str]], tmp_path: Path
) -> None:
    """Each live chart is one picture with its sentence for a name; paper has the still one."""
    visit.page.goto(written(read_page("certification"), tmp_path))
    visit.page.locator(".is-live").first.wait_for()
    names = visit.page.locator(".live").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    wide = axe(visit.page)
    visit.page.set_viewport_size({"width": 320, "height": 800})
    fits = wait_until(lambda: visit.page.evaluate(FITS), page_pause(visit.page))
    visit.page.emulate_media(media="print")

    assert wide == []
    assert fits
    assert all(names)
    assert visit.page.locator(".is-live > svg").first.is_visible()
    assert not visit.page.locator(".live").first.is_visible()


def test_without_scripts_the_pictures_stay(browser: Browser, tmp_path: Path) -> None:
    """As where a school's machines forbid them."""
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(written(own_page(), tmp_path))

        assert page.locator(".pic > svg").first.is_visible()
        assert page.locator(".live").count() == 0
    finally:
        context.close()
