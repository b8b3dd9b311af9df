"""A roster's cells from a sheet of a workbook: what is stored, with its type."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from itertools import islice, zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.utils import range_boundaries

from casecert_data.errors import CasecertError, RosterError, RosterFileError, RosterPlaces
from casecert_data.rosters._cells import ROSTER_SHEET, Cell, Grid, Unreadable, cell_of, is_blank

_UNPACKED_AT_MOST = 500_000_000
"""Bytes; a workbook of 100,000 people has a third of it."""
_DIGITS_AT_MOST = 15
"""Digits of a number that spreadsheets keep."""
_CHUNK = 1 << 20
_FORMULA_TAG = re.compile(rb"<(?:\w+:)?f[\s>/]")
_MERGED_TAG = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"'](\w+:\w+)[\"']")
_LONGEST_TAG = 80
_LAST_ROW = 1_048_576
_ZEROS = re.compile("0+")
_IN_QUOTES = re.compile(r'"[^"]*"|\\.')
_ERROR, _FORMULA, _TEXT = "e", "f", "str"
"""Types of a cell, as openpyxl calls them; a formula's text is of the last."""

_OLD_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_BOOK_PART, _STRICT = "xl/workbook.xml", b"purl.oclc.org/ooxml"
"""A form of workbooks that openpyxl takes for empty ones, and its mark."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS: Mapping[bytes, str] = MappingProxyType(
    {b"<": "a web page or another text", b"%PDF": "a PDF file", b"{": "a text"}
)


def xlsx_grid(path: Path, content: bytes, sheet: str | None) -> Grid:
    """Read the cells of the sheet that is the roster; hidden rows and columns are read too.

    Parameters
    ----------
    path
        For messages alone.
    content
        The workbook.
    sheet
        Name of the sheet; None for the only one that shows anything, or for ``roster``.

    Raises
    ------
    RosterFileError
        If it is no workbook that can be read, or it is not clear which sheet is meant.

    Examples
    --------
    >>> book = openpyxl.Workbook()
    >>> for row in (["person_id", "cm_months"], ["007", 14.0]):
    ...     book.active.append(row)
    >>> file = io.BytesIO()
    >>> book.save(file)
    >>> xlsx_grid(Path("class.xlsx"), file.getvalue(), None).rows[1]
    (2, ['007', '14'])
    """
    archive = _unpacked(path, content)
    with _readable(path), archive, _opened(content, data_only=True) as values:
        if _STRICT in archive.read(_BOOK_PART):
            raise RosterFileError.not_a_workbook(path, "one in the form Strict Open XML")
        name = _sheet_name(path, values, sheet)
        # openpyxl tells of merged cells only where it makes one object for each of them, and
        # two merged columns have two million.
        has_formulas, merged = _marks(archive, values[name]._worksheet_path)  # noqa: SLF001
        if has_formulas:
            # A book tells formulas or their results, and an empty result needs both.
            with _opened(content, data_only=False) as formulas:
                rows = _rows(_sized(values[name]), _sized(formulas[name]))
        else:
            rows = _rows(_sized(values[name]), ())
        _mark_merged(rows, merged)
    filled = [(at, cells) for at, cells in rows.items() if not all(map(is_blank, cells))]
    return Grid(RosterPlaces(row_word="row", sheet=name), filled)


def _unpacked(path: Path, content: bytes) -> ZipFile:
    if content.startswith(_OLD_FILE):
        is_locked = _LOCKED in content
        raise RosterFileError.locked(path) if is_locked else RosterFileError.old_workbook(path)
    try:
        archive = ZipFile(io.BytesIO(content))
    except (BadZipFile, NotImplementedError, OSError, EOFError):
        start = content.lstrip(b"\xef\xbb\xbf \r\n\t")
        kinds = (words for sign, words in _OTHER_KINDS.items() if start.startswith(sign))
        raise RosterFileError.not_a_workbook(path, next(kinds, "another file")) from None
    if sum(part.file_size for part in archive.infolist()) > _UNPACKED_AT_MOST:
        raise RosterFileError.too_large(path, _UNPACKED_AT_MOST)
    return archive


def _marks(archive: ZipFile, part: str) -> tuple[bool, list[str]]:
    """Tell whether a sheet has formulas, and which of its cells are merged."""
    has_formulas = False
    merged: dict[str, None] = {}
    with archive.open(part) as sheet:
        before = b""
        while chunk := sheet.read(_CHUNK):
            piece = before + chunk
            has_formulas = has_formulas or _FORMULA_TAG.search(piece) is not None
            merged |= dict.fromkeys(found[1].decode() for found in _MERGED_TAG.finditer(piece))
            before = piece[-_LONGEST_TAG:]
    return has_formulas, list(merged)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # openpyxl tells of every part that it would lose on saving; nothing is saved here.
            warnings.simplefilter("ignore")
            yield
    except CasecertError:
        raise
    except Exception:  # noqa: BLE001 - on a broken part openpyxl raises whatever comes up
        raise RosterFileError.not_a_workbook(path, "one with a broken part") from None


@contextmanager
def _opened(content: bytes, *, data_only: bool) -> Iterator[openpyxl.Workbook]:
    book = openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False
    )
    try:
        yield book
    finally:
        book.close()


def _sheet_name(path: Path, book: openpyxl.Workbook, wanted: str | None) -> str:
    names = [sheet.title for sheet in book.worksheets]
    if wanted is not None:
        same = [name for name in names if name.casefold() == wanted.strip().casefold()]
        if not same:
            raise RosterFileError.no_sheet(path, wanted, names)
        return str(same[0])
    shown = [one for one in book.worksheets if one.sheet_state == "visible"]
    filled = [sheet.title for sheet in shown if _shows_anything(sheet)]
    usual = [name for name in filled if name.casefold() == ROSTER_SHEET]
    if not filled:
        raise RosterFileError.no_cells(path)
    if len(filled) > 1 and not usual:
        raise RosterFileError.several_sheets(path, filled, ROSTER_SHEET)
    return str(usual[0] if usual else filled[0])


def _shows_anything(sheet: Any) -> bool:
    return any(cell.value not in {None, ""} for row in _sized(sheet) for cell in row)


def _sized(sheet: Any) -> Iterator[Sequence[Any]]:
    # Some programs write a wrong size into the file, and only the cells inside it are read.
    sheet.reset_dimensions()
    # Rows that are not in the file are counted one by one, however far off the next one is.
    return islice(sheet.iter_rows(), _LAST_ROW + 1)


def _rows(
    values: Iterable[Sequence[Any]], written: Iterable[Sequence[Any]]
) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    both = zip_longest(values, written, fillvalue=())
    for number, (row, formulas) in enumerate(both, start=1):
        if number > _LAST_ROW:
            raise ValueError(number)
        if row:
            cells = zip_longest(row, formulas)
            rows[number] = [_cell(cell, formula) for cell, formula in cells]
    return rows


def _cell(cell: Any, written: Any) -> Cell:
    value = cell.value
    if value is None:
        is_formula = written is not None and written.data_type == _FORMULA
        if is_formula and cell.data_type != _TEXT:
            return Unreadable(RosterError.not_calculated())
        return ""
    if cell.data_type == _ERROR:
        return Unreadable(RosterError.error_value(str(value)))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, str(cell.number_format))
    return cell_of(value)


def _number(value: float, number_format: str) -> Cell:
    if abs(value) >= 10**_DIGITS_AT_MOST:
        return Unreadable(RosterError.too_many_digits(_DIGITS_AT_MOST))
    # A sum of tenths ends in digits that no spreadsheet shows.
    text = str(cell_of(float(f"{value:.{_DIGITS_AT_MOST}g}")))
    if "%" in _IN_QUOTES.sub("", number_format):
        return f"{cell_of(Decimal(text) * 100)}%"
    if _ZEROS.fullmatch(number_format) and text.isdigit():
        return text.zfill(len(number_format))
    return text


def _mark_merged(rows: Mapping[int, list[Cell]], ranges: Iterable[str]) -> None:
    width = max((len(cells) for cells in rows.values()), default=0)
    last_row = max(rows, default=0)
    for one in ranges:
        first_column, first_row, last_column, end = range_boundaries(one)
        merged = Unreadable(RosterError.merged(one), is_blank=True)
        last = min(last_column, width)
        for number in range(first_row, min(end, last_row) + 1):
            if number not in rows:
                continue
            cells = rows[number]
            cells.extend([""] * (last - len(cells)))
            first = first_column + (number == first_row)
            cells[first - 1 : last] = [merged] * (last - first + 1)
