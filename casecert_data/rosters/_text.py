"""The text of a roster from its bytes: marked ones as marked, others as UTF-8 or as named."""

import codecs
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from casecert_data.errors import FileError, RosterFileError

_USUAL = ("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "mac_roman", "iso8859-1")
"""Names of encodings that are suggested."""
# The mark of UTF-32 begins as that of UTF-16 does, so it comes first.
_MARKS: Mapping[bytes, str] = MappingProxyType(
    {
        codecs.BOM_UTF32_LE: "utf-32",
        codecs.BOM_UTF32_BE: "utf-32",
        codecs.BOM_UTF8: "utf-8-sig",
        codecs.BOM_UTF16_LE: "utf-16",
        codecs.BOM_UTF16_BE: "utf-16",
    }
)
_SHOWN_AS = MappingProxyType({"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32"})
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")
_NOTHING = "\0"


def roster_text(path: Path, content: bytes, encoding: str | None) -> str:
    r"""Return the text of a roster.

    A mark at the start tells the encoding. Without one it is UTF-8, and anything else is
    refused rather than guessed, unless it is named: a wrong guess prints a wrong name.

    Parameters
    ----------
    path
        For messages alone.
    content
        The whole file.
    encoding
        Name of its encoding; None if nobody knows it.

    Raises
    ------
    FileError
        If nothing but blanks stands in it.
    RosterFileError
        If it is not text in that encoding, or there is no such encoding.

    Examples
    --------
    >>> roster_text(Path("class.csv"), "José".encode("cp1252"), "cp1252")
    'José'
    """
    mark = next((one for one in _MARKS if content.startswith(one)), None)
    named = None if encoding is None else _known(encoding)
    if mark is not None:
        marked = _MARKS[mark]
        if named is not None and not _agree(named, marked):
            raise RosterFileError.marked_otherwise(path, named, _SHOWN_AS[marked])
        text = _decoded(path, content, marked, _SHOWN_AS[marked])
    elif named is None:
        text = _utf8(path, content)
    else:
        _check_is_not_utf8(path, content, named)
        text = _decoded(path, content, named, named)
    # One that has strayed into a name is left out where it is shown. Of UTF-16 every second
    # sign is one, beginning with the names of the columns.
    if _NOTHING in text.strip().partition("\n")[0]:
        raise RosterFileError.no_text(path)
    if not text.strip():
        raise FileError.empty(path)
    return text


def _known(encoding: str) -> str:
    try:
        # Python has codecs that are none of text, and says so only when one is used.
        b"A".decode(encoding, "replace")
        return codecs.lookup(encoding).name
    except (LookupError, ValueError, UnicodeError):
        raise RosterFileError.unknown_encoding(encoding, _USUAL) from None


def _agree(named: str, marked: str) -> bool:
    return named.replace("-", "").startswith(marked.removesuffix("-sig").replace("-", ""))


def _utf8(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        at = fault.start
        raise RosterFileError.not_utf8(path, _line(content, at), content[at]) from None


def _decoded(path: Path, content: bytes, encoding: str, shown: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeError as fault:
        at = fault.start if isinstance(fault, UnicodeDecodeError) else 0
        raise RosterFileError.not_as_said(
            path, shown, _line(content, at), content[at]
        ) from None
    control = _CONTROL.search(text)
    if control is not None:
        # Where one encoding has a curly quote, its neighbor has a sign that nobody writes.
        line = text.count("\n", 0, control.start()) + 1
        raise RosterFileError.not_as_said(path, shown, line, ord(control[0]))
    return text


def _check_is_not_utf8(path: Path, content: bytes, named: str) -> None:
    if named == "utf-8" or content.isascii():
        return
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return
    raise RosterFileError.utf8_already(path, named)


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1
