"""How long a dashboard takes to its first picture, in times of an empty page of the server.

Run it by hand: ``python benchmarks/app_start.py``. Above the limit, or with a kernel left
behind, the exit code is 1.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(FOLDER / "tests"))

from browser import chromium  # noqa: E402 - found only with the line above
from support.opened import Opened, opened, wait_until  # noqa: E402

LIMIT = 2
"""Most times of an empty page that the first picture may take."""

DASHBOARD = "01_compare_pathways.ipynb"
EMPTY = "empty.ipynb"
SETTLE_MS = 5000


class Shown(NamedTuple):
    """What is waited for, and where."""

    name: str
    """The notebook."""
    selector: str
    """What is seen then."""


PAGES = {
    "empty page (one label)": Shown(EMPTY, ".cc-output .widget-label"),
    "answer in words": Shown(DASHBOARD, ".cc-main [role=status]:has-text('.')"),
    "picture": Shown(DASHBOARD, ".cc-main [role=img] svg text"),
}


def main() -> int:
    """Measure, print small tables, and return the exit code."""
    options = argparse.ArgumentParser(description="Time a dashboard against an empty page.")
    options.add_argument("--runs", type=int, default=7, help="Rounds of pages; 7 by default.")
    options.add_argument("--reloads", type=int, default=20, help="Reloads; 20 by default.")
    given = options.parse_args()
    executable = chromium.path_of_chromium()
    if executable is None:
        sys.exit("Chromium is not installed (on Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch) / "mine"
        folder.mkdir()
        write(folder / EMPTY, "import ipywidgets", "ipywidgets.Label('Nothing')")
        browser = chromium.launch(playwright, executable)
        started = time.perf_counter()
        with opened("app", folder) as app:
            print(f"server answers after {time.perf_counter() - started:.1f} s")
            with chromium.visit(browser) as visited:
                visited.page.goto(app.line)
                ratios = compared(app, visited.page, given.runs)
                memory(app, visited.page)
                left = after_reloads(app, visited.page, given.reloads)
    return int(ratios["picture"] > LIMIT or left > 0)


def compared(app: Opened, page: Page, runs: int) -> dict[str, float]:
    """Time the pages in turn, so that a busy moment meets all of them."""
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    for run in range(runs + 1):
        for name, shown in PAGES.items():
            page.goto(f"{app.base}/")
            # The process that waits to be the next kernel has imported everything by then.
            wait_until(lambda: not app.kernels(), chromium.page_pause(page))
            page.wait_for_timeout(SETTLE_MS)
            start = time.perf_counter()
            page.goto(f"{app.base}/voila/render/{shown.name}", wait_until="commit")
            page.locator(shown.selector).first.wait_for()
            if run:
                times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    least = next(iter(medians.values()))
    for name, seconds in medians.items():
        print(
            f"{name:<24} median {seconds:5.2f} s, least {min(times[name]):5.2f} s, "
            f"ratio {seconds / least:.2f}"
        )
    print(f"{'':<24} medians of {runs} rounds; the limit of the picture's ratio is {LIMIT}")
    return {name: seconds / least for name, seconds in medians.items()}


def memory(app: Opened, page: Page) -> None:
    """Tell what the server takes, and what one more page adds."""
    page.goto(f"{app.base}/")
    wait_until(lambda: not app.kernels(), chromium.page_pause(page))
    page.wait_for_timeout(SETTLE_MS)
    idle = mebibytes(app)
    page.goto(f"{app.base}/voila/render/{DASHBOARD}")
    page.locator(PAGES["picture"].selector).first.wait_for()
    page.wait_for_timeout(SETTLE_MS)
    open_page = mebibytes(app)
    print(f"memory (USS): server {idle[0]:.0f} MiB, waiting process {idle[1]:.0f} MiB,")
    print(f"              one open page {sum(open_page) - sum(idle):.0f} MiB more")


def mebibytes(app: Opened) -> tuple[float, float]:
    """Give the memory that only the server has, and that only its processes have."""
    own = unique_kib(app.process.pid)
    others = sum(unique_kib(number) for number in app.processes())
    return own / 1024, others / 1024


def unique_kib(process_id: int) -> int:
    """Read the memory that no other process shares, as Linux counts it."""
    lines = Path(f"/proc/{process_id}/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


def after_reloads(app: Opened, page: Page, reloads: int) -> int:
    """Reload a dashboard again and again, close it, and count the kernels that are left."""
    ready: Callable[[], None] = page.locator(PAGES["answer in words"].selector).first.wait_for
    page.goto(f"{app.base}/voila/render/{DASHBOARD}")
    for number in range(reloads):
        # Every other one before it is ready, as impatient people do.
        if number % 2:
            ready()
        page.reload(wait_until="commit")
    ready()
    most = len(app.kernels())
    beside = page.context.new_page()
    page.close(run_before_unload=True)
    wait_until(lambda: not app.kernels(), chromium.page_pause(beside))
    left = len(app.kernels())
    print(f"kernels: {most} while the page is open, {left} after {reloads} reloads and closing")
    return left


def write(path: Path, *code: str) -> None:
    """Write a notebook of cells of code."""
    cells = [{"cell_type": "code", "metadata": {}, "source": one} for one in code]
    told = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
