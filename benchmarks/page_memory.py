"""What an open page holds in memory: our dashboard and widget beside an empty page and others.

Run it by hand: ``python benchmarks/page_memory.py``. If a page with our widget holds more than
the same page with plotly's FigureWidget, the exit code is 1.
"""

import argparse
import contextlib
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parents[1]
APPS = FOLDER / "benchmarks" / "small_app"
sys.path[:0] = [str(FOLDER), str(FOLDER / "tests"), str(APPS)]

from _served import our_app, write_app  # noqa: E402 - see the line above
from app_start import unique_kib  # noqa: E402
from browser import chromium  # noqa: E402
from small_app import START, words  # noqa: E402
from support.opened import Opened, wait_until  # noqa: E402

SETTLE_MS = 4000
COUNTS = (1, 8)
OURS, PLOTLYS = "casecert's chart widget", "FigureWidget"
FILES = {OURS: "ours.py", "figure in an Output": "output.py", PLOTLYS: "figure_widget.py"}
EMPTY = "empty page (one label)"
DASHBOARD = "dashboard that compares"


class Shown(NamedTuple):
    """A page, and how it is known that all of it is there."""

    notebook: str
    """Its notebook."""
    selector: str
    """What holds its words."""
    words: tuple[str, ...]
    """What it says then."""


class Held(NamedTuple):
    """What a page holds, in MiB."""

    scripts: float
    """Objects of its scripts."""
    renderer: float
    """What only its process in the browser has."""
    kernel: float
    """What only its kernel has."""


def main() -> int:
    """Measure, print a table, and return the exit code."""
    options = argparse.ArgumentParser(description="Weigh open pages.")
    options.add_argument("--runs", type=int, default=3, help="Rounds; 3 by default.")
    options.add_argument("--quick", action="store_true", help="One round.")
    given = options.parse_args()
    executable = chromium.path_of_chromium()
    if executable is None:
        sys.exit("Chromium is not installed (on Debian: apt-get install chromium)")
    found: dict[str, list[Held]] = {}
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch) / "mine"
        pages = prepared(folder)
        browser = chromium.launch(playwright, executable)
        with our_app(folder) as app:
            for _ in range(1 if given.quick else given.runs):
                for name, shown in pages.items():
                    found.setdefault(name, []).append(held(browser, app, shown))
    return int(is_heavier(found))


def prepared(folder: Path) -> dict[str, Shown]:
    """Write the pages, and say how each is known to be there."""
    folder.mkdir()
    shutil.copy(APPS / "small_app.py", folder)
    write_app(APPS / "echo.py", folder, 1)
    pages = {
        EMPTY: Shown("echo.ipynb", ".widget-label", tuple(words(START, 1))),
        DASHBOARD: Shown("01_compare_pathways.ipynb", ".cc-main [role=img] svg text", ("",)),
    }
    for count in COUNTS:
        beside = folder / f"charts-{count}"
        beside.mkdir()
        for name, file in FILES.items():
            write_app(APPS / file, beside, count)
            notebook = f"{Path(file).stem}_{count}.ipynb"
            shutil.move(beside / f"{Path(file).stem}.ipynb", folder / notebook)
            place = "[role=img]" if name == OURS else ".main-svg"
            pages[f"{name}, {count}"] = Shown(notebook, place, tuple(words(START, count)))
        beside.rmdir()
    return pages


def held(browser: Browser, app: Opened, shown: Shown) -> Held:
    """Open a page alone and weigh it once all of it is there."""
    with chromium.visit(browser) as visited:
        page = visited.page
        page.goto(app.line)
        wait_until(lambda: not app.kernels(), chromium.page_pause(page))
        page.wait_for_timeout(SETTLE_MS)
        # The process that waits becomes the page's kernel.
        waiting = app.processes()
        page.goto(f"{app.base}/voila/render/{shown.notebook}")
        for said in shown.words:
            page.locator(shown.selector, has_text=said).first.wait_for()
        page.wait_for_timeout(SETTLE_MS)
        kernel = sum(memory_of(one) for one in waiting)
        return Held(scripts_of(page), heaviest_renderer(browser), kernel)


def scripts_of(page: Page) -> float:
    """Return what the objects of the page's scripts take once the rubbish is gone."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    used = next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize")
    return float(used) / 1024 / 1024


def heaviest_renderer(browser: Browser) -> float:
    """Return what the process of the only page has alone; others of its kind stand by empty."""
    session = browser.new_browser_cdp_session()
    told = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return max(memory_of(one["id"]) for one in told if one["type"] == "renderer")


def memory_of(process_id: int) -> float:
    """Return the memory that only this process has, in MiB; nothing if it has ended."""
    with contextlib.suppress(OSError):
        return unique_kib(process_id) / 1024
    return 0.0


def is_heavier(found: dict[str, list[Held]]) -> bool:
    """Print the table; tell whether our widget weighs more than plotly's."""
    middle = {
        name: Held(*(statistics.median(values) for values in zip(*rounds, strict=True)))
        for name, rounds in found.items()
    }
    empty = middle[EMPTY]
    print(f"{'MiB, and in times of the empty page':<36}    scripts       renderer     kernel")
    for name, one in middle.items():
        print(
            f"{name:<36} {one.scripts:6.1f} {one.scripts / empty.scripts:4.1f}  "
            f"{one.renderer:7.1f} {one.renderer / empty.renderer:4.1f}    {one.kernel:7.1f}"
        )
    return any(
        ours > theirs
        for count in COUNTS
        for ours, theirs in zip(
            middle[f"{OURS}, {count}"], middle[f"{PLOTLYS}, {count}"], strict=True
        )
    )


if __name__ == "__main__":
    sys.exit(main())
