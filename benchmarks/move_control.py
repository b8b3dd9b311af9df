"""From a moved control to the new picture on screen, ours beside others, in Chromium.

Run it by hand: ``python benchmarks/move_control.py``. If ours is not the first, or takes more
than three times an empty round trip, the exit code is 1.
"""

import argparse
import contextlib
import math
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parents[1]
APPS = FOLDER / "benchmarks" / "small_app"
sys.path[:0] = [str(FOLDER), str(FOLDER / "tests"), str(APPS)]

from _served import marimo, mercury, our_app, prepare  # noqa: E402 - see the line above
from browser import chromium  # noqa: E402
from small_app import START, words  # noqa: E402

ECHO = "empty round trip"
OURS = "casecert's chart widget"
LIMIT = 3
"""Most times of an empty round trip that a picture may take."""
COUNTS = (1, 8)
"""How many charts a page shows."""
REST_MS = 300
"""Pause after a picture, so that what is left of one move is not counted for the next."""
LONGEST_MS = 10_000
"""After this a picture counts as never drawn."""


class App(NamedTuple):
    """One way to make the small app."""

    name: str
    """What the tables call it."""
    file: str
    """Its code."""
    slider: str = ".noUi-handle"
    """What takes the arrow keys."""
    place: str = ".main-svg"
    """What holds the words of a picture."""
    host: str = ""
    """Elements in whose shadow the pictures are."""


APPS_COMPARED = (
    App(ECHO, "echo.py", place=".widget-label"),
    App(OURS, "ours.py", place="[role=img]"),
    App("figure in an Output", "output.py"),
    App("FigureWidget", "figure_widget.py"),
    App("Mercury", "in_mercury.py", slider=".mljar-slider-input"),
    App(
        "marimo",
        "in_marimo.py",
        slider="marimo-slider [role=slider]",
        host="marimo-plotly",
    ),
)

# The same for all: from the time stamp of the key to the end of the first frame in which every
# picture says its new words.
WATCH = """
({ wanted, place, host, longest }) => {
  const places = () => (host
    ? [...document.querySelectorAll(host)].flatMap((one) =>
      [...(one.shadowRoot ?? one).querySelectorAll(place)])
    : [...document.querySelectorAll(place)]);
  const isShown = () => {
    const said = places()
      .filter((one) => one.getClientRects().length)
      .map((one) => one.textContent);
    return wanted.every((words) => said.some((one) => one.includes(words)));
  };
  window.ccMoved = new Promise((resolve) => {
    let pressed = null;
    addEventListener("keydown", (event) => { pressed = event.timeStamp; },
      { once: true, capture: true });
    const frame = () => {
      if (pressed !== null && performance.now() - pressed > longest) { resolve(null); return; }
      if (pressed === null || !isShown()) { requestAnimationFrame(frame); return; }
      const painted = new MessageChannel();
      painted.port1.onmessage = () => resolve(performance.now() - pressed);
      painted.port2.postMessage(null);
    };
    requestAnimationFrame(frame);
  });
}
"""


def main() -> int:
    """Measure, print a table for each number of charts, and return the exit code."""
    options = argparse.ArgumentParser(description="Time a moved control against other tools.")
    options.add_argument("--rounds", type=int, default=12, help="Rounds; 12 by default.")
    options.add_argument("--moves", type=int, default=6, help="Moves a round; 6 by default.")
    options.add_argument("--quick", action="store_true", help="Three rounds of three moves.")
    options.add_argument("--only", default="", help="Only ways whose name holds these letters.")
    given = options.parse_args()
    rounds, moves = (3, 3) if given.quick else (given.rounds, given.moves)
    executable = chromium.path_of_chromium()
    if executable is None:
        sys.exit("Chromium is not installed (on Debian: apt-get install chromium)")
    apps = [one for one in APPS_COMPARED if one.name == ECHO or given.only in one.name]
    is_missed = False
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = chromium.launch(playwright, executable)
        for count in COUNTS:
            with served(apps, Path(scratch) / str(count), count) as addresses:
                times = compared(browser, apps, addresses, count, (rounds, moves))
            is_missed |= tell(times, count)
    return int(is_missed)


@contextlib.contextmanager
def served(apps: Sequence[App], folder: Path, charts: int) -> Iterator[dict[str, str]]:
    """Serve the apps for a number of charts, and give the address of each."""
    prepare(folder, APPS, [one.file for one in apps], charts)
    files = {one.file for one in apps}
    with contextlib.ExitStack() as stack:
        app = stack.enter_context(our_app(folder))
        addresses = {
            one.name: f"{app.base}/voila/render/{Path(one.file).stem}.ipynb?token={app.token}"
            for one in apps
        }
        if "in_mercury.py" in files:
            base = stack.enter_context(mercury(folder))
            addresses["Mercury"] = f"{base}mercury/in_mercury.ipynb"
        if "in_marimo.py" in files:
            addresses["marimo"] = stack.enter_context(marimo(folder / "in_marimo.py"))
        yield addresses


def compared(
    browser: Browser,
    apps: Sequence[App],
    addresses: Mapping[str, str],
    charts: int,
    rounds_and_moves: tuple[int, int],
) -> dict[str, list[float]]:
    """Move each app's slider in turn, so that a busy moment meets all of them."""
    rounds, moves = rounds_and_moves
    times: dict[str, list[float]] = {one.name: [] for one in apps}
    stuck: set[str] = set()
    with contextlib.ExitStack() as stack:
        pages = {}
        for app in apps:
            page = stack.enter_context(chromium.visit(browser)).page
            page.goto(addresses[app.name])
            expect_shown(page, app, START, charts)
            pages[app.name] = page
        for number in range(rounds + 1):
            for app in apps:
                if app.name in stuck:
                    times[app.name].append(math.inf)
                    continue
                taken = moved(pages[app.name], app, charts, moves)
                if number:
                    times[app.name] += taken
                if math.inf in taken:
                    # A picture that did not follow once is behind for ever.
                    stuck.add(app.name)
    return times


def moved(page: Page, app: App, charts: int, moves: int) -> list[float]:
    """Press an arrow key some times, there and back again; give the milliseconds of each."""
    page.bring_to_front()
    page.locator(app.slider).first.focus()
    taken = []
    position = START
    for number in range(2 * ((moves + 1) // 2)):
        step = 1 if number < (moves + 1) // 2 else -1
        position += step
        watch(page, app, position, charts)
        page.keyboard.press("ArrowRight" if step > 0 else "ArrowLeft")
        told = page.evaluate("window.ccMoved")
        if told is None:
            return [math.inf]
        taken.append(float(told))
        page.wait_for_timeout(REST_MS)
    return taken


def expect_shown(page: Page, app: App, position: int, charts: int) -> None:
    """Wait until a page shows its first pictures and its slider."""
    for said in words(position, charts):
        page.locator(app.place, has_text=said).first.wait_for()
    page.locator(app.slider).first.wait_for()
    page.wait_for_timeout(10 * REST_MS)


def watch(page: Page, app: App, position: int, charts: int) -> None:
    """Have the page take the time of the next key until its pictures are there."""
    wanted = words(position, charts)
    told = {"wanted": wanted, "place": app.place, "host": app.host, "longest": LONGEST_MS}
    page.evaluate(WATCH, told)


def tell(times: Mapping[str, Sequence[float]], charts: int) -> bool:
    """Print the table for a number of charts; tell whether the aim was missed."""
    title = f"{charts} chart{'s' if charts > 1 else ''}"
    print(f"\n{title:<26}     median  95 of 100    ratio")
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    late = {
        name: sorted(taken)[math.ceil(0.95 * len(taken)) - 1] for name, taken in times.items()
    }
    for name, milliseconds in middle.items():
        ratio = milliseconds / middle[ECHO]
        print(f"{name:<26} {ms(milliseconds)} {ms(late[name])}   {ratio:6.2f}")
    others = set(times) - {ECHO, OURS}
    is_first = all(
        figures[OURS] <= min((figures[name] for name in others), default=math.inf)
        for figures in (middle, late)
    )
    ratio = middle[OURS] / middle[ECHO]
    print(f"first of all: {'yes' if is_first else 'no'}; ratio {ratio:.2f} (limit {LIMIT})")
    return not is_first or ratio > LIMIT


def ms(milliseconds: float) -> str:
    """Write a time in milliseconds; one that never came as words."""
    return "     never" if math.isinf(milliseconds) else f"{milliseconds:7.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
