"""The user's own copy of the notebooks: made, and kept current without losing a change."""

import json
import os
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from casecert_data.catalog import say
from casecert_data.errors import WorkspaceError
from casecert_data.shipped import notebooks_folder

DEFAULT_WORKSPACE = "~/casecert"
"""Where the copies lie unless another folder is named."""

RECORD = ".casecert.json"
"""File of a workspace that tells which version of each notebook was copied into it."""

KEPT = ".casecert"
"""Folder of a workspace for what JupyterLab keeps of its own look."""

_ASIDE = "-my-changes"
_FORM = 1


class Workspace(NamedTuple):
    """A folder with the user's copies."""

    folder: Path
    """Where it lies, links resolved."""
    told: tuple[str, ...]
    """What was done to bring it up to date, a sentence each; empty if nothing was."""


def prepare_workspace(folder: str | Path = DEFAULT_WORKSPACE) -> Workspace:
    """Copy the shipped notebooks into a folder, or bring the copies there up to date.

    A notebook that was not changed since it was copied is replaced by its new version. One
    that was changed is kept under another name beside the new version, or left as it is where
    there is no new one. To run a notebook is no change: only its cells count, not what they
    put out.

    Parameters
    ----------
    folder
        Where the copies lie; made if it is not there.

    Raises
    ------
    WorkspaceError
        If it cannot be written to, or is casecert's own.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as parent:
    ...     first = prepare_workspace(Path(parent) / "mine")
    ...     again = prepare_workspace(Path(parent) / "mine")
    >>> first.told[0].startswith("Copied"), again.told
    (True, ())
    """
    place = _writable(Path(folder).expanduser())
    copied = _read_record(place)
    told = []
    try:
        for source in sorted(notebooks_folder().glob("*.ipynb")):
            told += _bring_up_to_date(source, place / source.name, copied)
        write_file(place / RECORD, _record(copied))
    except OSError as fault:
        raise WorkspaceError.bad_folder(folder, _reason(fault)) from None
    return Workspace(place, tuple(told))


def _writable(folder: Path) -> Path:
    place = folder.resolve()
    if any(own in (place, *place.parents) for own in _own_folders()):
        raise WorkspaceError.installed(folder)
    try:
        for missing in reversed([one for one in (place, *place.parents) if not one.exists()]):
            # What a client said may come to lie here: for the owner's eyes only.
            missing.mkdir(mode=0o700, exist_ok=True)
    except OSError as fault:
        raise WorkspaceError.bad_folder(folder, _reason(fault)) from None
    if not place.is_dir():
        raise WorkspaceError.bad_folder(folder, "a file")
    if not os.access(place, os.W_OK | os.X_OK):
        raise WorkspaceError.bad_folder(folder, "a folder that cannot be written to")
    return place


def _own_folders() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent.parent
    return package, notebooks_folder().resolve()


def _bring_up_to_date(source: Path, copy: Path, copied: dict[str, str]) -> list[str]:
    """Make one copy current, and say what was done."""
    name = source.name
    shipped, known = source.read_bytes(), copied.get(name)
    new = cells_digest(shipped)
    if not copy.exists():
        told = say("workspace.copied", name=name)
    else:
        present = copy.read_bytes()
        mine = cells_digest(present)
        if mine == new or (mine != known and new == known):
            copied[name] = new
            return []
        told = say("workspace.updated", name=name)
        if mine != known:
            aside = _free_name(copy)
            write_file(aside, present)
            told = say("workspace.kept", name=name, aside=aside.name)
    write_file(copy, shipped)
    copied[name] = new
    return [told]


def cells_digest(notebook: bytes) -> str:
    """Return a digest of what the cells of a notebook say, without what they put out.

    Examples
    --------
    >>> cell = {
    ...     "cell_type": "code",
    ...     "source": ["1 + 1"],
    ...     "outputs": [],
    ...     "execution_count": None,
    ... }
    >>> run = {**cell, "outputs": [{"output_type": "execute_result"}], "execution_count": 7}
    >>> digests = [cells_digest(json.dumps({"cells": [one]}).encode()) for one in (cell, run)]
    >>> digests[0] == digests[1]
    True
    """
    try:
        cells = json.loads(notebook)["cells"]
        said: Any = [(one["cell_type"], "".join(one["source"])) for one in cells]
    except (ValueError, TypeError, KeyError):
        # Not a notebook any more: every byte counts.
        return sha256(notebook).hexdigest()
    # A cell without a word is where the editor's cursor stood, and no change.
    written = [one for one in said if one[1].strip()]
    return sha256(json.dumps(written).encode()).hexdigest()


def _free_name(copy: Path) -> Path:
    number = 1
    while True:
        ending = f"{_ASIDE}{'' if number == 1 else f'-{number}'}"
        aside = copy.with_name(f"{copy.stem}{ending}{copy.suffix}")
        if not aside.exists():
            return aside
        number += 1


def _read_record(place: Path) -> dict[str, str]:
    # Without a record that can be read, every copy counts as changed: nothing is lost by it.
    try:
        told = json.loads((place / RECORD).read_bytes())
        return {str(name): str(digest) for name, digest in told["notebooks"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _record(copied: Mapping[str, str]) -> bytes:
    told = {"form": _FORM, "notebooks": dict(sorted(copied.items()))}
    return f"{json.dumps(told, indent=1)}\n".encode()


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, for its owner's eyes only."""
    handle, unfinished = tempfile.mkstemp(".unfinished", ".casecert-", path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(unfinished).replace(path)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _reason(fault: OSError) -> str:
    return fault.strerror or type(fault).__name__
