"""The notebooks of a workspace, as they are listed and opened as dashboards."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from casecert_data.catalog import message_keys, say
from casecert_data.shipped import notebooks_folder

_ANSWERS = "**What it answers.** "
_LARGEST_BYTES = 20_000_000


class Listed(NamedTuple):
    """One notebook."""

    name: str
    """Its file, which is also its name in an address."""
    short: str
    """What it is called where there is little room."""
    question: str
    """What it answers: its title, or its name where it has none."""
    answers: str
    """What it says first of itself; empty where it says nothing."""
    is_own: bool
    """Whether the user made it, and not casecert."""


def listed(folder: Path) -> tuple[Listed, ...]:
    """List the notebooks of a folder: those of casecert first, then the user's own.

    Examples
    --------
    >>> [one.question for one in listed(notebooks_folder()) if one.short == "Compare"]
    ['Which certification fits this person?']
    """
    shipped = {path.name for path in notebooks_folder().glob("*.ipynb")}
    found = [_read(path, shipped) for path in _notebooks(folder)]
    return tuple(sorted(found, key=lambda one: (one.is_own, one.name)))


def cells_of(path: Path) -> list[dict[str, Any]]:
    """Return the cells of a notebook without its title cell, which a dashboard's page shows.

    Raises
    ------
    OSError
        If it cannot be read.
    ValueError
        If it is no notebook.
    """
    cells = _cells(path)
    return cells[1:] if _title(cells) else cells


def _notebooks(folder: Path) -> Iterable[Path]:
    return (
        path
        for path in folder.glob("*.ipynb")
        if path.is_file() and not path.name.startswith(".")
    )


def _read(path: Path, shipped: set[str]) -> Listed:
    try:
        cells = _cells(path)
    except (OSError, ValueError):
        # It is listed all the same: its page says that it cannot be read.
        cells = []
    title = _title(cells)
    said = next((line for line in _lines(cells) if line.startswith(_ANSWERS)), _ANSWERS)
    return Listed(
        name=path.name,
        short=_short(path.stem),
        question=title or path.stem,
        answers=said.removeprefix(_ANSWERS),
        is_own=path.name not in shipped,
    )


def _cells(path: Path) -> list[dict[str, Any]]:
    if path.stat().st_size > _LARGEST_BYTES:
        raise ValueError(path.name)
    notebook = json.loads(path.read_bytes())
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ValueError(path.name)  # noqa: TRY004 - one error for whatever is no notebook
    return [one for one in notebook["cells"] if isinstance(one, dict)]


def _title(cells: list[dict[str, Any]]) -> str:
    first = next(_lines(cells), "")
    return first.removeprefix("# ").strip() if first.startswith("# ") else ""


def _lines(cells: list[dict[str, Any]]) -> Iterator[str]:
    if cells and cells[0].get("cell_type") == "markdown":
        yield from "".join(cells[0].get("source", "")).splitlines()


def _short(stem: str) -> str:
    key = f"app.short.{stem}"
    if key in message_keys():
        return say(f"app.short.{stem}")
    words = stem.lstrip("0123456789_-").replace("_", " ").replace("-", " ").strip() or stem
    return f"{words[:1].upper()}{words[1:]}"
