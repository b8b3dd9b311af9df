"""The widget's own code in a browser, with a stand-in for the kernel's side."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from browser import chromium
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from support.sample_charts import EDUCATION, RANGE, WORK

from casecert_data.charts import Chart, gap_bars
from casecert_data.panels import ChartWidget
from casecert_data.panels._chart_widget import _plotly_script

pytestmark = pytest.mark.browser

OpenPage = Callable[[], Page]

BOTH, FIRST = gap_bars([WORK, EDUCATION]), gap_bars([WORK])
PAGE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>A chart</title>
<main><div id="place"></div><p id="below">below</p></main>
<script type="module">
class Model {
  constructor(state) { Object.assign(this, { state, heard: [] }); }
  get(name) { return this.state[name]; }
  on(name, call) { this.heard.push([name, call]); }
  off(name, call) { this.heard = this.heard.filter((one) => one[1] !== call); }
  set(state) {
    Object.assign(this.state, state);
    for (const [name, call] of this.heard) if (name.slice(7) in state) call();
  }
}
const file = (text) => new Blob([text], { type: "text/javascript" });
const load = (text) => import(URL.createObjectURL(file(text)));
window.addPlotly = async (state) => {
  const { default: widget } = await load(state._esm);
  widget.initialize({ model: new Model(state) });
};
window.place = async (state) => {
  window.dispose?.();
  document.querySelector("#place").replaceChildren();
  window.model = new Model(state);
  const { default: widget } = await load(state._esm);
  window.dispose = widget.render({ model: window.model, el: document.querySelector("#place") });
};
window.isReady = true;
</script></html>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium, once for this module."""
    executable = chromium.path_of_chromium()
    if executable is None:
        message = "Chromium is not installed (on Debian: apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright, executable)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def blank_page(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenPage]:
    """Give the function that opens a page without plotly; at the end nothing has gone wrong."""
    path = tmp_path_factory.mktemp("pages") / "chart.html"
    path.write_text(PAGE, "utf-8")
    with ExitStack() as stack:
        visits: list[chromium.Visit] = []

        def open_page() -> Page:
            visits.append(stack.enter_context(chromium.visit(browser)))
            page = visits[-1].page
            page.goto(path.as_uri())
            page.wait_for_function("window.isReady")
            return page

        yield open_page

        assert [one.refused + one.page_errors for one in visits] == [[] for _ in visits]


@pytest.fixture(scope="module")
def page(blank_page: OpenPage) -> Page:
    """Open a page that has plotly, once for all charts, as a notebook has."""
    page = blank_page()
    add_plotly(page)
    return page


def add_plotly(page: Page) -> None:
    """Do what the kernel does for the first chart of a page."""
    page.evaluate("state => window.addPlotly(state)", _plotly_script().get_state())


def place(page: Page, chart: Chart, *, width: int = 900) -> None:
    """Put a chart into the page, in the place of the one before."""
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate("state => window.place(state)", ChartWidget(chart).get_state())


def picture(page: Page) -> Locator:
    """Return the drawn picture, as soon as it is there."""
    image = page.get_by_role("img")
    image.locator(".main-svg").first.wait_for(state="attached")
    return image


def words_in(page: Page) -> str:
    """Return all words that the picture shows."""
    return " ".join(picture(page).locator("svg text").all_text_contents())


def show(page: Page, chart: Chart) -> None:
    """Do what the kernel's message does: change all traits at once."""
    state = ChartWidget(chart).get_state(["fig", "narrow_fig", "alt"])
    page.evaluate("state => window.model.set(state)", state)


def top_of_what_follows(page: Page) -> float:
    """Return where the text under the chart begins, in px."""
    return float(page.evaluate("document.querySelector('#below').getBoundingClientRect().y"))


def test_the_picture_is_one_image_named_by_its_sentence(page: Page) -> None:
    """A screen reader hears what is drawn, and none of the marks."""
    place(page, BOTH)

    assert picture(page).get_attribute("aria-label") == BOTH.sentence
    assert "600 missing" in words_in(page)


def test_nothing_moves_when_the_picture_arrives(blank_page: OpenPage) -> None:
    """Its height is kept free before plotly is there."""
    page = blank_page()
    place(page, BOTH)
    before = top_of_what_follows(page)
    add_plotly(page)
    picture(page)

    assert before > 100
    assert top_of_what_follows(page) == before


def test_another_chart_takes_its_place(page: Page) -> None:
    """Picture and name change together, in the same element."""
    place(page, BOTH)
    before = words_in(page)
    show(page, FIRST)

    assert "12 missing" in before
    assert "12 missing" not in words_in(page)
    assert picture(page).get_attribute("aria-label") == FIRST.sentence


def test_a_chart_of_the_same_form_moves_nothing(page: Page) -> None:
    """A control changes the answer, not the page."""
    place(page, FIRST)
    before = words_in(page), top_of_what_follows(page)
    show(page, gap_bars([EDUCATION]))

    assert words_in(page) != before[0]
    assert top_of_what_follows(page) == before[1]


@pytest.mark.parametrize("width", [1136, 400, 320])
def test_nothing_is_cut_and_nothing_scrolls_sideways(page: Page, width: int) -> None:
    """On a laptop, on a phone, and on the narrowest page that has to work."""
    place(page, gap_bars([WORK, EDUCATION, RANGE]), width=width)
    words_in(page)
    ends = page.evaluate(
        """() => [...document.querySelectorAll("[role=img] svg text")]
          .map((one) => one.getBoundingClientRect())
          .filter((one) => one.width)
          .flatMap((one) => [one.left, one.right])"""
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert min(ends) >= 7
    assert max(ends) <= width - 7


def test_turning_a_phone_changes_the_drawing(page: Page) -> None:
    """The narrow drawing gives way to the wide one, without a message to the kernel."""
    place(page, FIRST, width=400)
    words_in(page)
    narrow = top_of_what_follows(page)
    page.set_viewport_size({"width": 900, "height": 400})
    page.wait_for_function(
        "before => document.querySelector('#below').getBoundingClientRect().y < before",
        arg=narrow,
    )

    assert "600 missing" in words_in(page)


def test_a_closed_widget_leaves_nothing_behind(page: Page) -> None:
    """No picture is drawn into a page that has gone on."""
    place(page, BOTH)
    image = picture(page)
    page.evaluate("() => window.dispose()")

    assert image.locator(".main-svg").count() == 0
    assert page.evaluate("window.model.heard.length") == 0


def test_without_plotly_the_sentence_stands_in_the_page(blank_page: OpenPage) -> None:
    """A part that is missing must not take its words along."""
    page = blank_page()
    page.evaluate("() => { globalThis.casecertPlotly = () => Promise.reject(Error()); }")
    place(page, BOTH)
    page.get_by_text(BOTH.sentence).wait_for()

    assert page.get_by_role("img").count() == 0


def test_a_change_is_drawn_once(page: Page) -> None:
    """Picture and name change together; to draw for each of them would take twice as long."""
    place(page, BOTH)
    picture(page)
    page.evaluate(
        """async () => {
          const library = await globalThis.casecertPlotly();
          window.drawn = [];
          for (const part of [library, library.Plots]) {
            for (const name of ["react", "resize"]) {
              const does = part[name];
              if (does) part[name] = (...given) => { window.drawn.push(name); does(...given); };
            }
          }
        }"""
    )
    show(page, FIRST)
    image = page.get_by_role("img", name=FIRST.sentence)
    image.locator("svg text", has_text="600 missing").wait_for()

    assert page.evaluate("window.drawn") == ["react"]


def test_bars_are_as_wide_as_their_place(page: Page) -> None:
    """A window that is drawn wider has longer bars, and the words stay at their ends."""
    place(page, FIRST, width=800)
    before = picture(page).locator(".main-svg").first.get_attribute("width")
    page.set_viewport_size({"width": 1000, "height": 700})
    page.wait_for_function(
        "before => document.querySelector('.main-svg').getAttribute('width') !== before",
        arg=before,
    )
    room = page.evaluate("document.querySelector('[role=img]').clientWidth")

    assert picture(page).locator(".main-svg").first.get_attribute("width") == str(room)
    assert room > int(before or 0)
