"""Read the file in which an institution describes itself."""

import os
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from casecert_data.catalog import read_toml
from casecert_data.errors import FileError, InstitutionError
from casecert_data.reporting.institution._color import (
    LEAST_CONTRAST,
    contrast_on_white,
    nearest_that_passes,
    read_color,
)
from casecert_data.reporting.institution._raster import raster_logo
from casecert_data.reporting.institution._size import MOST_FILE_BYTES
from casecert_data.reporting.institution._svg import svg_logo
from casecert_data.reporting.model._institution import (
    INSTITUTION_VARIABLE,
    Contact,
    Institution,
    Logo,
)
from casecert_data.reporting.model._pieces import clean_text

LONGEST: Mapping[str, int] = MappingProxyType(
    {"name": 80, "footer": 300, "address": 120, "phone": 40, "mail": 80, "web": 100}
)
"""Letters that each entry may have, so that the top of a page stays a few lines."""

_TOP = ("name", "logo", "color", "contact", "footer")
_CONTACT = ("address", "phone", "mail", "web")
_MAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+")
_WEB = re.compile(r"https?://[^\s/<>\"'@]+\.[^\s<>\"'@]+")


def read_institution(file: Path | str) -> Institution:
    """Read an institution's name, logo, color, contact and last words, and check them all.

    Parameters
    ----------
    file
        A TOML file; a logo lies beside it.

    Raises
    ------
    FileError
        If the file, or the logo it names, cannot be read.
    InstitutionError
        If an entry is unknown or does not fit, the color is too pale, or the logo is too large
        or more than a picture.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "college.toml"
    ...     _ = file.write_text('name = "Lakeside College"')
    ...     read_institution(file).name
    'Lakeside College'
    """
    path = Path(file)
    entries = read_toml(path)
    _only_known(path, "top", entries, _TOP)
    name = _words(path, "name", entries)
    if name is None:
        raise InstitutionError.bad_entry(path, "name", "words", None, 'Write name = "...".')
    return Institution(
        name=name,
        logo=_logo(path, entries.get("logo")),
        color=_color(path, entries.get("color")),
        contact=_contact(path, entries.get("contact")),
        footer=_words(path, "footer", entries),
    )


def institution_of_environment() -> Institution | None:
    """Read the institution that the environment names; None if it names none.

    For whoever has no option to give, such as a panel's button.

    Raises
    ------
    FileError
        As `read_institution`, and `InstitutionError` too.

    Examples
    --------
    >>> from unittest.mock import patch
    >>> with patch.dict(os.environ, {INSTITUTION_VARIABLE: ""}):
    ...     institution_of_environment() is None
    True
    """
    named = os.environ.get(INSTITUTION_VARIABLE)
    return read_institution(named) if named else None


def _contact(path: Path, entries: object) -> Contact | None:
    if entries is None:
        return None
    if not isinstance(entries, dict):
        do = "Write [contact] in a line of its own."
        raise InstitutionError.bad_entry(path, "contact", "a table", entries, do)
    _only_known(path, "contact", entries, _CONTACT)
    contact = Contact(**{name: _words(path, f"contact.{name}", entries) for name in _CONTACT})
    if contact.mail is not None and not _MAIL.fullmatch(contact.mail):
        do = "Write it as in advising@college.example."
        raise InstitutionError.bad_entry(path, "contact.mail", "an address", contact.mail, do)
    if contact.web is not None and not _WEB.fullmatch(contact.web):
        do = "Write it whole, as in https://college.example/advising."
        raise InstitutionError.bad_entry(
            path, "contact.web", "the address of a page", contact.web, do
        )
    return contact if contact != Contact() else None


def _color(path: Path, found: object) -> str | None:
    if found is None:
        return None
    color = read_color(found) if isinstance(found, str) else None
    if color is None:
        do = "Write '#' and six digits from 0 to f."
        raise InstitutionError.bad_entry(path, "color", "a color as '#1d4f86'", found, do)
    contrast = contrast_on_white(color)
    if contrast < LEAST_CONTRAST:
        # Cut, not rounded: 2.996 must not be told as 3.00.
        measured = f"{int(contrast * 100) / 100:.2f}"
        raise InstitutionError.too_pale(
            path, color, measured, f"{LEAST_CONTRAST:g}", nearest_that_passes(color)
        )
    return color


def _logo(path: Path, found: object) -> Logo | None:
    if found is None:
        return None
    if not isinstance(found, str) or not found.strip():
        do = 'Write it as in logo = "logo.png".'
        raise InstitutionError.bad_entry(path, "logo", "the name of a file", found, do)
    folder = path.resolve().parent
    try:
        file = (folder / found).resolve()
    except (OSError, ValueError):
        raise InstitutionError.logo_elsewhere(path, found) from None
    if Path(found).is_absolute() or not file.is_relative_to(folder):
        raise InstitutionError.logo_elsewhere(path, found)
    ending = file.suffix.casefold()
    if ending not in _LOGOS:
        raise InstitutionError.logo_ending(path, file.suffix, tuple(_LOGOS))
    return _LOGOS[ending](file, _bytes(file))


_LOGOS: Mapping[str, Callable[[Path, bytes], Logo]] = MappingProxyType(
    {
        ".svg": svg_logo,
        ".png": partial(raster_logo, kind="image/png"),
        ".jpg": partial(raster_logo, kind="image/jpeg"),
        ".jpeg": partial(raster_logo, kind="image/jpeg"),
    }
)


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            raw = opened.read(MOST_FILE_BYTES + 1)
    except FileNotFoundError:
        raise FileError.absent(file) from None
    except OSError as fault:
        if file.is_dir():
            raise FileError.folder(file) from None
        raise FileError.unreadable(file, fault.strerror or type(fault).__name__) from None
    if len(raw) > MOST_FILE_BYTES:
        limit = f"{MOST_FILE_BYTES // 1000} kB"
        raise InstitutionError.logo_too_big(file, limit, "more")
    return raw


def _words(path: Path, where: str, entries: Mapping[str, object]) -> str | None:
    name = where.rpartition(".")[2]
    found = entries.get(name)
    if found is None:
        return None
    words = clean_text(found).strip() if isinstance(found, str) else ""
    if not words:
        do = f'Write {name} = "...", or leave the line out.'
        raise InstitutionError.bad_entry(path, where, "words", found, do)
    if len(words) > LONGEST[name]:
        raise InstitutionError.too_long(path, where, LONGEST[name], len(words))
    return words


def _only_known(
    path: Path, where: str, entries: Mapping[str, object], known: tuple[str, ...]
) -> None:
    for name in entries:
        if name not in known:
            raise InstitutionError.unknown_entry(path, where, name, known)
