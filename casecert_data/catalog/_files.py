"""Read a text file or a TOML file, or say in words why that cannot be done."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from casecert_data.errors import FileError

_HEADER = re.compile(r"^\[+([A-Za-z0-9_-]+)[].]", re.MULTILINE)
_BRACKET = re.compile(r"^\s*\[", re.MULTILINE)


def read_text(path: Path) -> str:
    """Read a whole UTF-8 file, with or without a byte-order mark.

    Raises
    ------
    FileError
        If there is no such file, it is a folder, empty, unreadable or not UTF-8.

    Examples
    --------
    >>> from casecert_data.shipped import data_folder
    >>> read_text(data_folder() / "sources.csv").startswith("source_id,")
    True
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise FileError.absent(path) from None
    except IsADirectoryError:
        raise FileError.folder(path) from None
    except OSError as fault:
        # Windows answers "permission denied" where a folder is opened as a file.
        if path.is_dir():
            raise FileError.folder(path) from None
        raise FileError.unreadable(path, fault.strerror or type(fault).__name__) from None
    except ValueError as fault:
        raise FileError.unreadable(path, str(fault)) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise FileError.not_utf8(path, line, raw[fault.start]) from None
    if not text.strip():
        raise FileError.empty(path)
    return text


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; numbers with a point stay exact decimals.

    Raises
    ------
    FileError
        As `read_text`, and if the text is not TOML.

    Examples
    --------
    >>> from casecert_data.shipped import data_folder
    >>> read_toml(data_folder() / "facts.toml")["rn_years"]["unit"]
    'years'
    """
    return parse_toml(path, read_text(path))


def parse_toml(path: Path, text: str) -> dict[str, Any]:
    """Parse the text of a TOML file; ``path`` is for the message alone.

    Raises
    ------
    FileError
        If the text is not TOML.

    Examples
    --------
    >>> parse_toml(Path("me.toml"), "rn_years = 1.5")
    {'rn_years': Decimal('1.5')}
    """
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fault:
        raise FileError.not_toml(path, str(fault)) from None
    except (ValueError, RecursionError) as fault:
        # Python refuses numbers of thousands of digits, and lists in lists without end.
        raise FileError.not_toml(path, type(fault).__name__) from None


class TomlRooms(Mapping[str, Any]):
    """The tables of a TOML file by name, each one parsed when it is first asked for.

    A file of words is long and a question needs few of them; parsing it whole would be a good
    part of the time of `casecert check`.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    FileError
        As `read_toml`, though a fault in a table only when that is asked for.

    Examples
    --------
    >>> from casecert_data.shipped import data_folder
    >>> TomlRooms(data_folder() / "vocabularies.toml")["outcome_code"]["met"]["label"]
    'Met'
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        preamble, self._texts = _cut(read_text(path))
        self._parsed = self._parse(preamble)

    def __getitem__(self, name: str) -> Any:
        if name not in self._parsed:
            self._parsed[name] = self._parse(self._texts[name])[name]
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(read_toml(self._path))

    def __len__(self) -> int:
        return len(read_toml(self._path))

    def _parse(self, text: str) -> dict[str, Any]:
        try:
            return tomllib.loads(text, parse_float=Decimal)
        except (ValueError, RecursionError):
            # The whole file tells the right line, and is right where a cut was wrong.
            return read_toml(self._path)


def _cut(text: str) -> tuple[str, dict[str, str]]:
    # What stands before the first table, and the text of each; names in quotes are not cut.
    headers = list(_HEADER.finditer(text))
    if len(headers) != len(_BRACKET.findall(text)):
        return text, {}
    ends = [header.start() for header in headers] + [len(text)]
    texts: dict[str, str] = {}
    for header, end in zip(headers, ends[1:], strict=True):
        texts[header[1]] = texts.get(header[1], "") + text[header.start() : end]
    return text[: ends[0]], texts
