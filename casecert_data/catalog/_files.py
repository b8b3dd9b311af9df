"""Read a text file or a TOML file, or say in words why that cannot be done."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from casecert_data.catalog._parsed import parsed_content
from casecert_data.errors import FileError


def read_bytes(path: Path) -> bytes:
    """Read a whole file as it is.

    Raises
    ------
    FileError
        If there is no such file, it is a folder, empty or unreadable.

    Examples
    --------
    >>> from casecert_data.shipped import data_folder
    >>> read_bytes(data_folder() / "sources.csv")[:9]
    b'source_id'
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
    if not raw:
        raise FileError.empty(path)
    return raw


def read_text(path: Path) -> str:
    """Read a whole UTF-8 file, with or without a byte-order mark.

    Raises
    ------
    FileError
        As `read_bytes`, and if the file is not UTF-8 or holds only blanks.

    Examples
    --------
    >>> from casecert_data.shipped import data_folder
    >>> read_text(data_folder() / "sources.csv").startswith("source_id,")
    True
    """
    raw = read_bytes(path)
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

    One of ours whose text is that of the last build is not parsed again.

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
    text = read_text(path)
    known = parsed_content(path, text)
    return parse_toml(path, text) if known is None else known


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
