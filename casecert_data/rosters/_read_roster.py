"""Read a roster, one person a row, from CSV, from a workbook or from Parquet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casecert_data.catalog import facts, read_bytes, read_text
from casecert_data.errors import (
    FileError,
    ProfileError,
    RosterError,
    RosterFileError,
    RosterPlaces,
)
from casecert_data.profiles import (
    CARRIED_PREFIX,
    Assumptions,
    Profile,
    Stated,
    assumed,
    profile_from_values,
    read_cell,
)
from casecert_data.rosters._cells import Cell, Grid, Unreadable, is_blank, text_of
from casecert_data.rosters._csv_grid import csv_grid
from casecert_data.rosters._head import Column, Head, read_head
from casecert_data.rosters._mapping import KEY, RosterMapping, read_mapping

ROSTER_ENDINGS = (".csv", ".xlsx", ".parquet")
"""Endings of the files that hold rosters; a file with another one is read as CSV."""

_OLD, _XLSX, _PARQUET = ".xls", ".xlsx", ".parquet"
# How workbooks begin, old and new, whatever their names end with.
_WORKBOOKS = (b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"))


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a roster."""

    line: int
    """Line on which the row starts as an editor counts, or row of a sheet."""
    place: str
    """Where it stands, in words: ``line 2``, or ``sheet 'Fall', row 2``."""
    person_id: str
    """The pseudonym."""
    profile: Profile
    """What the row states."""


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole roster."""

    rows: tuple[RosterRow, ...]
    """The rows without a fault, in the order of the file."""
    faults: tuple[str, ...]
    """The faults, each with its place; empty unless bad rows were skipped."""


def read_roster(
    path: Path | str,
    *,
    on: date | None = None,
    assume: Assumptions | None = None,
    skip_bad_rows: bool = False,
    sheet: str | None = None,
    mapping: Path | str | None = None,
) -> Roster:
    """Read a roster whole, and check every cell of it.

    Only an empty cell is blank: ``NA`` is text, and ``00123`` keeps its zeros. What a workbook
    or a Parquet file stores as a number or a day is checked as the text that a CSV file would
    have; ``docs/rosters.md`` says how each kind of cell is read.

    Parameters
    ----------
    path
        A CSV file in UTF-8 (its delimiter is read from its head), an Excel workbook (.xlsx) or
        a Parquet file.
    on
        Day asked about; a row whose totals hold on a later day is a fault. None leaves it open.
    assume
        Facts taken for granted where a row is blank; a contradiction is a fault of the row.
    skip_bad_rows
        Go on without the rows that have faults, and list the faults. Faults of the head, or a
        roster with no good row, are errors all the same.
    sheet
        Sheet of a workbook; None for the only one that shows anything, or for ``roster``.
    mapping
        A TOML file that says what a roster's own names and words mean.

    Raises
    ------
    FileError
        If a file cannot be read as what it should be.
    RosterFileError
        If a workbook or Parquet file cannot be read, or its sheet is not clear.
    MappingError
        If the mapping has any fault.
    RosterError
        If there is any fault; the message lists every one.

    Examples
    --------
    >>> from casecert_data.shipped import data_folder
    >>> len(read_roster(data_folder() / "samples" / "class.csv").rows) >= 30
    True
    """
    path = Path(path)
    names = RosterMapping() if mapping is None else read_mapping(mapping)
    grid = _grid(path, sheet, names.key)
    faults = [*grid.faults]
    head_faults: tuple[str, ...] = ()
    rows: list[RosterRow] = []
    if grid.rows:
        head = read_head(grid, names)
        head_faults = head.faults
        rows, row_faults = _rows(grid, head, names, on, assume or {})
        faults = [*head_faults, *faults, *row_faults]
        if len(grid.rows) == head.index + 1:
            faults.append(RosterError.no_rows(grid.places.row(head.number)))
    if faults and (head_faults or not skip_bad_rows or not rows):
        raise RosterError.listing(path, faults)
    return Roster(tuple(rows), tuple(faults))


def _grid(path: Path, sheet: str | None, key: str) -> Grid:
    ending = path.suffix.casefold()
    if ending == _XLSX:
        # Each is slow to load, and most rosters need neither.
        from casecert_data.rosters._xlsx_grid import xlsx_grid  # noqa: PLC0415

        return xlsx_grid(path, read_bytes(path), sheet)
    if sheet is not None:
        raise RosterFileError.without_sheets(path, sheet)
    if ending == _PARQUET:
        from casecert_data.rosters._parquet_grid import parquet_grid  # noqa: PLC0415

        return parquet_grid(path, read_bytes(path))
    if ending == _OLD:
        raise RosterFileError.old_workbook(path)
    if read_bytes(path).startswith(_WORKBOOKS):
        raise FileError.unknown_ending(path, ROSTER_ENDINGS)
    return csv_grid(read_text(path), key)


def _rows(
    grid: Grid, head: Head, names: RosterMapping, on: date | None, assume: Assumptions
) -> tuple[list[RosterRow], list[str]]:
    read = _ReadRow(grid.places, head.columns, names, on, assume)
    rows: list[RosterRow] = []
    faults: list[str] = []
    for number, cells in grid.rows[head.index + 1 :]:
        if grid.has_rows_of_one_width and _is_ragged(cells, head.width):
            place = grid.places.row(number)
            faults.append(RosterError.ragged(place, len(cells), head.width))
            continue
        row, row_faults = read(number or 0, cells)
        faults += row_faults
        if row is not None:
            rows.append(row)
    return rows, faults


def _is_ragged(cells: Sequence[Cell], width: int) -> bool:
    # Spreadsheets end rows with empty cells that are nobody's.
    return len(cells) < width or not all(map(is_blank, cells[width:]))


class _ReadRow:
    """Reads one row after the other, and remembers whose keys came before."""

    def __init__(
        self,
        places: RosterPlaces,
        columns: Sequence[Column],
        names: RosterMapping,
        on: date | None,
        assume: Assumptions,
    ) -> None:
        self._places, self._columns, self._names = places, columns, names
        self._on, self._assume = on, assume
        self._by_fact = {column.fact: column for column in columns}
        self._first_places: dict[str, str] = {}

    def __call__(
        self, number: int, cells: Sequence[Cell]
    ) -> tuple[RosterRow | None, list[str]]:
        by_column = {
            column: cells[column.at - 1] if column.at <= len(cells) else ""
            for column in self._columns
        }
        key = self._key(by_column)
        faults = [*self._key_faults(number, key)]
        profile, cell_faults = self._profile(number, by_column)
        faults += cell_faults
        if profile is None or key is None or faults:
            return None, faults
        return RosterRow(number, self._places.row(number), key, profile), []

    def _key(self, by_column: Mapping[Column, Cell]) -> str | None:
        column = self._by_fact.get(KEY)
        cell = None if column is None else by_column[column]
        return cell.strip() if isinstance(cell, str) else None

    def _key_faults(self, number: int, key: str | None) -> Iterator[str]:
        if key is None:
            return
        if not key:
            yield RosterError.blank_person_id(self._place(number, KEY))
            return
        if key in self._first_places:
            place, first = self._place(number, KEY), self._first_places[key]
            yield RosterError.repeated_person_id(place, key, first)
        self._first_places.setdefault(key, self._places.row(number))

    def _place(self, number: int, fact: str) -> str:
        column = self._by_fact.get(fact)
        if column is None:
            return f"{self._places.row(number)}, {fact!r}"
        return self._places.cell(number, column.at, column.name, fact)

    def _profile(
        self, number: int, by_column: Mapping[Column, Cell]
    ) -> tuple[Profile | None, list[str]]:
        values: dict[str, Stated] = {}
        faults: list[str] = []
        for column, cell in by_column.items():
            fault, value = self._value(column.fact, cell)
            if fault:
                faults.append(RosterError.at(self._place(number, column.fact), fault))
            elif value is not None:
                values[column.fact] = value
        if faults:
            return None, faults
        try:
            return self._checked(values), []
        except ProfileError as fault:
            return None, [RosterError.at(self._place(number, fault.fact), fault.fault)]

    def _value(self, fact: str, cell: Cell) -> tuple[str, Stated | None]:
        if isinstance(cell, Unreadable):
            return cell.fault, None
        if fact.startswith(CARRIED_PREFIX):
            return "", text_of(cell)
        of = facts()[fact]
        text = self._names.ours(of, text_of(cell))
        if isinstance(cell, date) and of.kind != "date" and text == text_of(cell):
            return RosterError.turned_into_a_day(cell), None
        try:
            return "", read_cell(of, text)
        except ProfileError as refused:
            return refused.fault, None

    def _checked(self, values: dict[str, Stated]) -> Profile:
        for fact, text in self._names.fixed.items():
            value = read_cell(facts()[fact], text)
            if value is not None:
                values[fact] = value
        profile = profile_from_values(values)
        assumed(profile, self._assume)
        if self._on is not None and profile.as_of is not None and profile.as_of > self._on:
            raise ProfileError.before_stated(self._on, profile.as_of)
        return profile
