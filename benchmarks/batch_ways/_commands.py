"""papermill's command line and ``jupyter nbconvert``, as somebody would type them."""

import os
import subprocess
import sys
from pathlib import Path

from _people import Task

from casecert_data.reporting import Person
from casecert_data.reporting._person_ref import handed_over


def make_html(found: Task, person: Person, private: Path) -> Path:
    """Run two programs for a person, and return the HTML that comes of it."""
    executed = found.out / f"{person.person_ref}.ipynb"
    chosen = [
        word for name, value in found.parameters(person).items() for word in ("-r", name, value)
    ]
    with handed_over(person, private) as told:
        run(
            beside_python("papermill"),
            *(str(found.template), str(executed), "-k", "python3", *chosen),
            **told,
        )
    run(beside_python("jupyter"), "nbconvert", "--to", "html", "--no-input", str(executed))
    return executed.with_suffix(".html")


def beside_python(program: str) -> str:
    """Name a program that is installed beside this Python."""
    return str(Path(sys.executable).with_name(program))


def run(*command: str, **variables: str) -> None:
    """Run a program to its end."""
    subprocess.run(
        command,
        env={**os.environ, **variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
