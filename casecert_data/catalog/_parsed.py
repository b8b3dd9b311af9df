"""What our TOML files say, parsed once at a build: to parse them takes longer than to decide.

``parsed.json`` is derived. An entry serves only while the text that it was made from is the
text of the file, so whoever edits a file gets what it says now, without having to build.
"""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from casecert_data.shipped import data_folder


def parsed_path() -> Path:
    """Return the file that keeps what TOML files say.

    Examples
    --------
    >>> parsed_path().name
    'parsed.json'
    """
    return data_folder() / "parsed.json"


def parsed_content(path: Path, text: str) -> dict[str, Any] | None:
    """Return what a TOML file says, if that was kept of just this text; else None.

    Parameters
    ----------
    path
        The file. Only one of the curated data is kept.
    text
        What it holds now.

    Examples
    --------
    >>> parsed_content(Path("me.toml"), "rn_years = 1") is None
    True
    """
    entry = _kept().get(_name(path) or "")
    if entry is None or entry["text"] != _mark(text):
        return None
    content: dict[str, Any] = entry["content"]
    return content


def parsed_text(files: Iterable[tuple[Path, str, dict[str, Any]]]) -> str:
    """Return the text of the file that keeps what TOML files say, a line for each.

    A file with a day or a number with a point is left out, since JSON has neither.

    Parameters
    ----------
    files
        Path, text and content of each.

    Examples
    --------
    >>> path = data_folder() / "a.toml"
    >>> print(parsed_text([(path, "b = 1", {"b": 1})]), end="")
    {
    "a.toml": {"text": "5-6d0b2e55", "content": {"b": 1}}
    }
    """
    lines = []
    for path, text, content in files:
        try:
            entry = json.dumps({"text": _mark(text), "content": content}, ensure_ascii=False)
        except TypeError:
            continue
        lines.append(f"{json.dumps(_name(path))}: {entry}")
    return "\n".join(["{", ",\n".join(lines), "}"]) + "\n"


@cache
def _kept() -> dict[str, Any]:
    try:
        kept = json.loads(parsed_path().read_bytes())
    except (OSError, ValueError):
        # It only saves time: without it every file is parsed.
        return {}
    return kept if isinstance(kept, dict) else {}


def _name(path: Path) -> str | None:
    folder, name = f"{data_folder().as_posix()}/", path.as_posix()
    return name.removeprefix(folder) if name.startswith(folder) else None


def _mark(text: str) -> str:
    # It tells an edit, not an attack: who may write the one file may write the other.
    return f"{len(text)}-{crc32(text.encode()):08x}"
