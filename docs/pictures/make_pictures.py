"""Draw the pictures of the documentation anew: `make pictures`.

The handouts are made for the sample class on a fixed day and photographed in Chromium; the
notebooks are run in a JupyterLab of their own, as the browser tests do.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(FOLDER / "tests"))

from browser import chromium, lab  # noqa: E402 - found only with the line above

from casecert_data.reporting import Person, read_report, report_job, run_report  # noqa: E402
from casecert_data.rosters import read_roster  # noqa: E402
from casecert_data.shipped import data_folder  # noqa: E402

DAY = "2026-11-28"
PICTURES = FOLDER / "docs" / "pictures"
SHOWN_PERSON = "R-014"
SHOWN_CERTIFICATION = "ccm"
SHOWN_JOB = "geriatric"
HANDOUT_WIDTH = 960
PHONE_WIDTH = 400
FOLD_SIDEBAR = "() => { window.jupyterapp.shell.collapseLeft(); }"
NOTEBOOKS = {
    "00_start.ipynb": "start",
    "01_compare_pathways.ipynb": "compare-pathways",
    "02_check_a_client.ipynb": "check-a-client",
    "04_employer_support.ipynb": "employer-support",
    "05_jobs.ipynb": "jobs",
}
WITHOUT_CHART = {"start", "check-a-client"}


def main() -> None:
    """Draw every picture."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        executable = chromium.path_of_chromium()
        if executable is None:
            sys.exit("Chromium is not installed (on Debian: apt-get install chromium)")
        browser = chromium.launch(playwright, executable)
        _handouts(browser, Path(scratch) / "handouts")
        _class_page(browser, Path(scratch) / "class")
        _notebooks(browser, Path(scratch))
        browser.close()
    for picture in sorted(PICTURES.glob("*.png")):
        print(picture.relative_to(FOLDER))


def _handouts(browser: Browser, out: Path) -> None:
    rows = read_roster(data_folder() / "samples" / "class.csv").rows
    profile = next(row.profile for row in rows if row.person_id == SHOWN_PERSON)
    person = Person.of(profile, assumptions={}, show_name=False)
    made = {"out": out, "formats": ["html"], "day": DAY}
    jobs = {
        "handout-certification": report_job(
            read_report("certification"), {"certification_id": SHOWN_CERTIFICATION}, **made
        ),
        "handout-career": report_job(read_report("career"), {}, **made),
        "handout-person": report_job(read_report("person"), {}, **made, person=person),
        "handout-comparison": report_job(read_report("comparison"), {}, **made),
        "handout-job-type": report_job(
            read_report("job-type"), {"job_type_id": SHOWN_JOB}, **made
        ),
        "handout-employer-support": report_job(read_report("employer-support"), {}, **made),
    }
    for name, job in jobs.items():
        outcome = run_report(job)
        if outcome.error is not None:
            sys.exit(outcome.error)
        for width, ending in ((HANDOUT_WIDTH, ""), (PHONE_WIDTH, "-phone")):
            with chromium.visit(browser, width=width) as visited:
                visited.page.goto((out / f"{job.stem}.html").as_uri())
                path = PICTURES / f"{name}{ending}.png"
                visited.page.screenshot(path=path, full_page=True)


def _class_page(browser: Browser, out: Path) -> None:
    roster = str(data_folder() / "samples" / "class.csv")
    asked = ("--report", "person", "--out", str(out), "--on", DAY, "--volumes")
    command = [sys.executable, "-m", "casecert_data", "batch", roster, *asked]
    subprocess.run(command, check=True, cwd=FOLDER)
    with chromium.visit(browser, width=HANDOUT_WIDTH) as visited:
        visited.page.goto((out / "index.html").as_uri())
        # The first rows stand for the whole class.
        visited.page.screenshot(path=PICTURES / "class.png")


def _notebooks(browser: Browser, scratch: Path) -> None:
    (scratch / "lab").mkdir()
    with lab.running_lab(FOLDER / "notebooks", scratch / "lab") as running:
        for notebook, name in NOTEBOOKS.items():
            # Tall enough for the whole panel: JupyterLab scrolls inside, and cuts the rest.
            with chromium.visit(browser, width=1280, height=6000) as visited:
                running.open(visited.page, notebook)
                visited.page.evaluate(FOLD_SIDEBAR)
                lab.run_all(visited.page)
                picture = PICTURES / f"{name}.png"
                _photograph(visited.page, picture, has_chart=name not in WITHOUT_CHART)


def _photograph(page: Page, path: Path, *, has_chart: bool) -> None:
    panel = page.locator(".cc-main").first
    panel.wait_for()
    if has_chart:
        panel.locator(".main-svg").first.wait_for()
    panel.screenshot(path=path)


if __name__ == "__main__":
    main()
