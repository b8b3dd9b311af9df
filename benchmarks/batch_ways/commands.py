"""papermill's command line and ``jupyter nbconvert``, both for each report."""

import os
import subprocess
import sys
from pathlib import Path

from _people import measure, task

from casecert_data.reporting import Person
from casecert_data.reporting._person_ref import handed_over

FOUND = task("Make the reports by papermill's command line and jupyter nbconvert.")


def make(person: Person, private: Path) -> None:
    """Run two programs for a person."""
    executed = FOUND.out / f"{person.person_ref}.ipynb"
    chosen = [
        word for name, value in FOUND.parameters(person).items() for word in ("-r", name, value)
    ]
    with handed_over(person, private) as told:
        run("papermill", str(FOUND.template), str(executed), "-k", "python3", *chosen, **told)
    run("jupyter", "nbconvert", "--to", "html", "--no-input", str(executed))


def run(program: str, *arguments: str, **variables: str) -> None:
    """Run a program beside this Python."""
    subprocess.run(
        [str(Path(sys.executable).with_name(program)), *arguments],
        env={**os.environ, **variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


measure(FOUND, make)
