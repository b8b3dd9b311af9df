"""Help where it is needed: words, sources, errors, lists; every state at three widths."""

import re
from collections.abc import Callable, Iterator

import pytest
from browser.chromium import Visit, visit
from playwright.sync_api import Browser, Locator, Page, expect
from support.opened import opened

from casecert_data.catalog import glossary, say

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (1280, 768, 400)
COMPARE, CHECK = "01_compare_pathways.ipynb", "02_check_a_client.ipynb"
SUPPORT, JOBS = "04_employer_support.ipynb", "05_jobs.ipynb"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """
() => [...document.querySelectorAll('button, select, input, summary, nav a')]
  .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.height && Math.min(box.width, box.height) < 24)
  .map(([name]) => name)
"""
CUT_OFF = """
() => [...document.querySelectorAll('.cc-main *')]
  .filter(one => one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1)
  .filter(one => getComputedStyle(one).overflowX !== 'visible')
  .filter(one => !one.closest('.vh, svg, table'))
  .map(one => one.textContent.trim().slice(0, 40))
"""
OUTLINE = "one => getComputedStyle(one).outlineStyle"


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Visit]:
    """Serve the notebooks, and keep one tab that is let in."""
    with opened("app", tmp_path_factory.mktemp("help") / "mine") as app, visit(browser) as one:
        one.page.goto(app.line)
        one.page.wait_for_url(f"{app.base}/")
        yield one
        one.page.goto(f"{app.base}/")


def show(page: Page, name: str) -> Locator:
    """Open a dashboard and give its panel once its answer is there."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page.goto(f"{'/'.join(page.url.split('/')[:3])}/voila/render/{name}")
    panel = page.locator(".cc-main")
    panel.get_by_role("status").first.wait_for()
    expect(page.locator("#cc-ready")).to_be_hidden()
    return panel


def wrong(page: Page, axe: Callable[..., list[str]]) -> dict[int, list[object]]:
    """Give what is wrong with a state at the widths where anything is."""
    found: dict[int, list[object]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        too_wide = page.evaluate(SIDEWAYS)
        seen = [*axe(page), *page.evaluate(SMALL), *page.evaluate(CUT_OFF)]
        found[width] = [*seen, *([too_wide] if too_wide else [])]
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    return {width: those for width, those in found.items() if those}


def choose(panel: Locator, label: str, text: str) -> None:
    """Choose a line of a list by a part of its words."""
    control = panel.get_by_label(label, exact=True)
    control.select_option(label=control.locator("option", has_text=text).first.inner_text())


def test_a_word_shows_what_it_means_where_it_stands(tab: Visit) -> None:
    """With the keyboard; it is said aloud, stays open when the answer moves, and closes."""
    page = tab.page
    panel = show(page, COMPARE)
    word = panel.locator(".cc-word[data-term=good_standing]")
    meaning = panel.locator(".cc-meaning[data-term=good_standing]")
    expect(meaning).to_be_hidden()
    word.focus()
    assert word.evaluate(OUTLINE) == "solid"
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(word).to_have_attribute("aria-expanded", "true")
    expect(panel.locator("> .vh[aria-live=polite]")).to_have_text(
        glossary()["good_standing"].meaning
    )

    said = panel.get_by_role("status").first.inner_text()
    panel.get_by_label("Of these, under a CCM").first.fill("12")
    panel.get_by_label("Of these, under a CCM").first.press("Enter")
    expect(panel.get_by_role("status").first).not_to_have_text(said)
    expect(meaning).to_be_visible()
    word.press("Space")
    expect(meaning).to_be_hidden()


def test_a_number_in_brackets_shows_its_source_where_it_stands(tab: Visit) -> None:
    """Title, whose page it is, and the day it was read: the same as in the list below."""
    page = tab.page
    panel = show(page, JOBS)
    button = panel.locator(".cc-figure .cc-ref").first
    number = button.get_attribute("data-source")
    listed = panel.locator(f".cc-sources > [data-number='{number}']")
    button.focus()
    page.keyboard.press("Enter")
    shown = page.locator(f"#{button.get_attribute('aria-controls')}")

    expect(shown).to_be_visible()
    assert " ".join((shown.text_content() or "").split()) == " ".join(
        (listed.text_content() or "").split()
    )
    assert re.search(r"Read \w+ \d+, \d{4}", shown.inner_text())
    expect(shown.get_by_role("link")).to_have_attribute("rel", re.compile("noopener"))
    page.keyboard.press("Enter")
    expect(shown).to_be_hidden()


def test_two_licenses_are_ticked_with_the_keyboard(tab: Visit) -> None:
    """The line opens with Enter, the space bar ticks, and the answer follows."""
    page = tab.page
    panel = show(page, CHECK)
    panel.get_by_role("button", name="Licenses held").focus()
    page.keyboard.press("Enter")
    ticks = panel.get_by_role("group", name="Licenses held").first
    ticks.get_by_label("Clinical social worker").focus()
    page.keyboard.press("Space")
    expect(
        panel.get_by_role("button", name="Registered nurse and clinical social worker")
    ).to_be_visible()
    expect(ticks.get_by_label("Registered nurse")).to_be_checked()
    ticks.get_by_label(say("panel.dont_know")).check()

    expect(ticks.get_by_label("Registered nurse")).not_to_be_checked()
    expect(panel.get_by_role("button", name="Licenses held Don")).to_be_visible()


def test_every_state_is_accessible_at_three_widths(
    tab: Visit, axe: Callable[..., list[str]]
) -> None:
    """Explained, in error, asked one by one, empty: none is cut off, small or silent."""
    page = tab.page
    found = {}

    panel = show(page, CHECK)
    panel.locator("details[data-name=why-ccm] > summary").click()
    for kind in (".cc-word", ".cc-ref", ".cc-help > summary"):
        for one in panel.locator(f"{kind}:visible").all()[:3]:
            one.click()
    panel.get_by_role("button", name="Degrees held").click()
    found["explained"] = wrong(page, axe)
    panel.get_by_label("Case management, months").first.fill("18,5")
    panel.get_by_label("Case management, months").first.press("Enter")
    expect(panel.get_by_text("Write the number without a comma").first).to_be_visible()
    more = panel.get_by_role("button", name="More answers for the ANCC")
    more.click()
    panel.get_by_label("Years as a registered nurse").first.fill("soon")
    panel.get_by_label("Years as a registered nurse").first.press("Enter")
    expect(more).to_contain_text("1 to fix")
    found["in error"] = wrong(page, axe)
    choose(panel, "Client", say("panel.client.new"))
    panel.get_by_role("button", name="One question at a time").click()
    panel.get_by_role("button", name=say("panel.client.use")).click()
    expect(
        panel.get_by_role("group", name="Licenses held").last
    ).to_have_accessible_description(say("panel.client.no_answer"))
    found["asked"] = wrong(page, axe)

    panel = show(page, COMPARE)
    panel.get_by_text(say("glossary.letters")).click()
    for name in ("CCM", "ACM for nurses", "ANCC Nursing Case Management"):
        panel.get_by_role("button", name=name, exact=True).click()
    expect(panel.get_by_role("button", name=say("panel.compare.show_first"))).to_be_visible()
    found["none chosen"] = wrong(page, axe)

    panel = show(page, JOBS)
    choose(panel, "Where", "Prison")
    choose(panel, "For whom", "Older adults")
    expect(panel.get_by_role("button", name=say("panel.jobs.show_all"))).to_be_visible()
    found["no job"] = wrong(page, axe)

    panel = show(page, SUPPORT)
    choose(panel, "Certification", "(CBIS)")
    expect(panel.get_by_text("No figures on employers were found")).to_be_visible()
    found["no figures"] = wrong(page, axe)

    assert {state: those for state, those in found.items() if those} == {}
    assert tab.refused == []
    assert tab.page_errors == []
