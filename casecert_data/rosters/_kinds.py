"""What kind of file a roster lies in: the end of its name says so, and its beginning agrees."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from casecert_data.errors import CasecertError, RosterFileError

TEXT_ENDINGS = (".csv", ".tsv", ".txt")
"""Endings of texts whose cells are separated, as spreadsheet programs write them."""
WORKBOOK_ENDING, PARQUET_ENDING = ".xlsx", ".parquet"
ROSTER_ENDINGS = (*TEXT_ENDINGS, WORKBOOK_ENDING, PARQUET_ENDING)
"""Endings of the files that hold rosters; one with another is refused."""

_OLD_WORKBOOK = ".xls"
_OTHER_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".xlsm": "a workbook with macros",
        ".xlsb": "a workbook in binary form",
        ".ods": "an OpenDocument spreadsheet",
        ".numbers": "a Numbers spreadsheet",
        ".pdf": "a PDF file",
        ".docx": "a text document",
        ".html": "a web page",
        ".htm": "a web page",
        ".json": "a JSON file",
        ".toml": "a TOML file",
    }
)
_ONE_PERSON = (".json", ".toml")
_BEGINNINGS: Mapping[bytes, str] = MappingProxyType(
    {
        b"PK\x03\x04": "a workbook, or another packed file",
        bytes.fromhex("d0cf11e0a1b11ae1"): "a workbook that is old or protected",
        b"PAR1": "a Parquet file",
        b"%PDF": "a PDF file",
        b"SQLite format 3": "a database",
    }
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta")
_LOOKED_AT = 20


def check_kind(path: Path, content: bytes) -> str:
    """Return the ending of a roster's name, in small letters.

    Parameters
    ----------
    path
        Where it lies.
    content
        What is in it.

    Raises
    ------
    RosterFileError
        If files with this ending hold no roster, or a text turns out to be something else.

    Examples
    --------
    >>> check_kind(Path("CLASS.CSV"), b"person_id,cm_months")
    '.csv'
    """
    ending = path.suffix.casefold()
    if ending == _OLD_WORKBOOK:
        raise RosterFileError.old_workbook(path)
    if ending not in ROSTER_ENDINGS:
        raise _other_kind(path, ending)
    found = _other_content(content) if ending in TEXT_ENDINGS else None
    if found:
        raise RosterFileError.other_content(path, found, ROSTER_ENDINGS)
    return ending


def _other_kind(path: Path, ending: str) -> CasecertError:
    if ending in _ONE_PERSON:
        return RosterFileError.one_person(path, _OTHER_ENDINGS[ending], ROSTER_ENDINGS)
    found = _OTHER_ENDINGS.get(ending, "a name with another ending" if ending else "no ending")
    return RosterFileError.other_ending(path, found, ROSTER_ENDINGS)


def _other_content(content: bytes) -> str | None:
    for sign, words in _BEGINNINGS.items():
        if content.startswith(sign):
            return words
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:_LOOKED_AT].lower().startswith(_MARKUP):
        return "a web page, or another marked-up text"
    return "JSON" if start.startswith((b"{", b"[")) and _is_json(start) else None


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True
