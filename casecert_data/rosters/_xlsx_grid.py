"""A roster's cells from a sheet of a workbook: what is stored, with its type."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from decimal import Decimal
from itertools import islice, zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl

from casecert_data.errors import CasecertError, RosterError, RosterFileError, RosterPlaces
from casecert_data.rosters._cells import ROSTER_SHEET, Cell, Grid, Unreadable, cell_of, is_blank

_UNPACKED_AT_MOST = 1_000_000_000
"""Bytes; a workbook of 100,000 people has a third of it."""
_DIGITS_AT_MOST = 15
"""Digits of a number that spreadsheets keep."""
_CHUNK = 1 << 20
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_WITH_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_WITH_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s")
_LONGEST_TAG = 80
_LAST_ROW = 1_048_576
_ZEROS = re.compile("0+")
_IN_QUOTES = re.compile(r'"[^"]*"|\\.')
_ERROR, _FORMULA, _TEXT = "e", "f", "str"
"""Types of a cell, as openpyxl calls them; a formula's text is of the last."""

_OLD_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
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
    has_formulas, has_merged = _what_it_holds(path, content)
    with _readable(path), ExitStack() as books:
        values = books.enter_context(_opened(content, data_only=True))
        name = _sheet_name(path, values, sheet)
        written: Iterable[Sequence[Any]] = ()
        if has_formulas:
            # A book tells formulas or their results, and an empty result needs both.
            written = _sized(books.enter_context(_opened(content, data_only=False))[name])
        rows = _rows(_sized(values[name]), written)
        if has_merged:
            # Only a book that is read as a whole tells which cells are merged.
            whole = books.enter_context(_opened(content, read_only=False))
            _mark_merged(rows, whole[name].merged_cells.ranges)
    filled = [(at, cells) for at, cells in rows.items() if not all(map(is_blank, cells))]
    return Grid(RosterPlaces(row_word="row", sheet=name), filled)


def _what_it_holds(path: Path, content: bytes) -> tuple[bool, bool]:
    """Tell whether any sheet has formulas, and whether any has merged cells."""
    if content.startswith(_OLD_FILE):
        is_locked = _LOCKED in content
        raise RosterFileError.locked(path) if is_locked else RosterFileError.old_workbook(path)
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _UNPACKED_AT_MOST:
                raise RosterFileError.too_large(path, _UNPACKED_AT_MOST)
            sheets = [name for name in archive.namelist() if _SHEET_PART.fullmatch(name)]
            found = {
                one
                for name in sheets
                for one in (_WITH_FORMULA, _WITH_MERGED)
                if _stands_in(archive, name, one)
            }
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        start = content.lstrip(b"\xef\xbb\xbf \r\n\t")
        kinds = (words for sign, words in _OTHER_KINDS.items() if start.startswith(sign))
        raise RosterFileError.not_a_workbook(path, next(kinds, "another file")) from None
    return _WITH_FORMULA in found, _WITH_MERGED in found


def _stands_in(archive: ZipFile, name: str, pattern: re.Pattern[bytes]) -> bool:
    with archive.open(name) as part:
        before = b""
        while chunk := part.read(_CHUNK):
            if pattern.search(before + chunk):
                return True
            before = chunk[-_LONGEST_TAG:]
    return False


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
def _opened(
    content: bytes, *, data_only: bool = True, read_only: bool = True
) -> Iterator[openpyxl.Workbook]:
    book = openpyxl.load_workbook(
        io.BytesIO(content), read_only=read_only, data_only=data_only, keep_links=False
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


def _mark_merged(rows: Mapping[int, list[Cell]], ranges: Iterable[Any]) -> None:
    width = max((len(cells) for cells in rows.values()), default=0)
    for one in ranges:
        merged = Unreadable(RosterError.merged(one.coord), is_blank=True)
        last = min(one.max_col, width)
        for number, cells in rows.items():
            if one.min_row <= number <= one.max_row:
                cells.extend([""] * (last - len(cells)))
                first = one.min_col + (number == one.min_row)
                cells[first - 1 : last] = [merged] * (last - first + 1)
