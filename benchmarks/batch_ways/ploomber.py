"""ploomber-engine, which runs every notebook in its own process, and nbconvert beside it."""

import os
from pathlib import Path

from _people import measure, task
from nbconvert import HTMLExporter
from ploomber_engine import execute_notebook

from casecert_data.reporting import Person
from casecert_data.reporting._person_ref import handed_over

FOUND = task("Make the reports by ploomber-engine and nbconvert.")
EXPORTER = HTMLExporter(exclude_input=True)


def make(person: Person, private: Path) -> None:
    """Run the template in this process and write its HTML."""
    executed = FOUND.out / f"{person.person_ref}.ipynb"
    with handed_over(person, private) as told:
        os.environ.update(told)
        execute_notebook(
            FOUND.template,
            executed,
            parameters=FOUND.parameters(person),
            progress_bar=False,
        )
    html, _ = EXPORTER.from_filename(str(executed))
    executed.with_suffix(".html").write_text(html, "utf-8")


measure(FOUND, make)
