"""Links to files that a page has just written, where whoever shows the page can give them.

A dashboard's server answers no path. Each of its kernels has a folder of its own, which only
the user can open and which goes with the kernel; in it the kernel notes a file that it has
written, under a key that nobody guesses. The key is the address. JupyterLab opens a file of
its folder by a command, and needs no address at all.
"""

import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from casecert_data.reporting._files import WrittenFile

NOTED = "CASECERT_WRITTEN"
"""Variable that names the folder of a dashboard's kernel."""
LAB = "CASECERT_LAB"
"""Variable that names the folder that ``casecert lab`` shows."""
WRITTEN_ADDRESS = "/casecert/written/"
"""Where the dashboards' server gives what was noted."""

_KEY_BYTES = 24


class WrittenLink(NamedTuple):
    """A file that was written, and how it is opened."""

    path: Path
    """Where it lies."""
    address: str = ""
    """Its address in the dashboards; empty elsewhere."""
    in_lab: str = ""
    """What JupyterLab's command is told to open it, as JSON; empty elsewhere."""


def written_links(files: Sequence[WrittenFile]) -> list[WrittenLink]:
    """Return how each file is opened; by its path alone where nobody here can give it.

    Examples
    --------
    >>> written_links([WrittenFile(Path("career.html"), "0", 1)])[0].address
    ''
    """
    return [_link(one) for one in files]


def _link(file: WrittenFile) -> WrittenLink:
    noted, lab = os.environ.get(NOTED), os.environ.get(LAB)
    if noted and file.path.resolve().is_relative_to(Path.cwd().resolve()):
        return WrittenLink(file.path, address=f"{WRITTEN_ADDRESS}{_note(Path(noted), file)}")
    if lab and file.path.resolve().is_relative_to(Path(lab).resolve()):
        inside = file.path.resolve().relative_to(Path(lab).resolve()).as_posix()
        return WrittenLink(file.path, in_lab=json.dumps({"path": inside}))
    return WrittenLink(file.path)


def _note(folder: Path, file: WrittenFile) -> str:
    key = secrets.token_hex(_KEY_BYTES)
    told = json.dumps({"path": str(file.path.resolve()), "sha256": file.sha256})
    # The server reads it only after the page has shown the key.
    handle = os.open(folder / key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as entry:
        entry.write(told)
    return key
