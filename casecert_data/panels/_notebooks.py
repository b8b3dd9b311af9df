"""The notebooks that ship with casecert, as each one's own first cell tells of them."""

import json
from typing import NamedTuple

from casecert_data.catalog import read_text
from casecert_data.shipped import notebooks_folder

START = "00_start"
"""The notebook that shows the list of the others."""


class NotebookLine(NamedTuple):
    """One notebook, as it is listed."""

    name: str
    """Its name, without the ending."""
    file: str
    """Its file, as seen from the notebooks' folder."""
    question: str
    """What it answers: its title."""


def notebook_lines() -> tuple[NotebookLine, ...]:
    """Return every notebook but the one that lists them, in their order.

    Examples
    --------
    >>> notebook_lines()[0].question
    'Which certification fits this person?'
    """
    lines = []
    for path in sorted(notebooks_folder().glob("*.ipynb")):
        if path.stem != START:
            first = json.loads(read_text(path))["cells"][0]
            title = "".join(first["source"]).splitlines()[0]
            lines.append(NotebookLine(path.stem, path.name, title.removeprefix("# ")))
    return tuple(lines)
