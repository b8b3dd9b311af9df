"""papermill's command line, ``jupyter nbconvert``, and Chromium printing the page as PDF.

nbconvert's own ``webpdf`` does the same by a Chromium that it downloads; its ``pdf`` needs TeX.
"""

import shutil
import sys
from pathlib import Path

from _commands import make_html, run
from _people import measure, task

from casecert_data.reporting import Person

FOUND = task("Make the reports by papermill, jupyter nbconvert and Chromium.")
CHROMIUM = shutil.which("chromium") or sys.exit("Chromium is not installed.")


def make(person: Person, private: Path) -> None:
    """Run three programs for a person."""
    page = make_html(FOUND, person, private)
    run(
        *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        *(
            f"--user-data-dir={private / 'profile'}",
            f"--print-to-pdf={page.with_suffix('.pdf')}",
        ),
        page.as_uri(),
    )


measure(FOUND, make)
