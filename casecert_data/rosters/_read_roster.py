"""Read a CSV roster, one person a row, as a spreadsheet writes it."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casecert_data.catalog import fact_names, facts, read_text
from casecert_data.errors import FileError, ProfileError, RosterError
from casecert_data.profiles import (
    CARRIED_PREFIX,
    Assumptions,
    Profile,
    Stated,
    assumed,
    profile_from_values,
    read_cell,
)

KEY = "person_id"
"""Column that tells the rows apart."""

_PROFILE_ONLY = ("rulings", "work_periods")
_SEPARATORS = (",", ";", "\t")
_NOT_YET = ".xlsx", ".parquet"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a roster."""

    line: int
    """Line on which the row starts, as an editor counts."""
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
    """The faults, each with line and column; empty unless bad rows were skipped."""


def read_roster(
    path: Path | str,
    *,
    on: date | None = None,
    assume: Assumptions | None = None,
    skip_bad_rows: bool = False,
) -> Roster:
    """Read a roster whole, and check every cell of it.

    The delimiter is read from the header line. Only an empty cell is blank: ``NA`` is text, and
    ``00123`` keeps its zeros.

    Parameters
    ----------
    path
        A CSV file in UTF-8, with or without a byte-order mark.
    on
        Day asked about; a row whose totals hold on a later day is a fault. None leaves it open.
    assume
        Facts taken for granted where a row is blank; a contradiction is a fault of the row.
    skip_bad_rows
        Go on without the rows that have faults, and list the faults. Faults of the header, or a
        roster with no good row, are errors all the same.

    Raises
    ------
    FileError
        If the file cannot be read as text.
    RosterError
        If there is any fault; the message lists every one.

    Examples
    --------
    >>> from casecert_data.shipped import data_folder
    >>> len(read_roster(data_folder() / "samples" / "class.csv").rows) >= 30
    True
    """
    path = Path(path)
    if path.suffix.casefold() in _NOT_YET:
        raise FileError.unknown_ending(path, (".csv",))
    records, broken = _records(read_text(path))
    header_faults = _header_faults(records[0][1]) if records else []
    faults = [*header_faults, *broken]
    rows: list[RosterRow] = []
    if records:
        rows, row_faults = _rows(records, on, assume or {})
        faults += row_faults
        if len(records) == 1:
            faults.append(RosterError.no_rows())
    if faults and (header_faults or not skip_bad_rows or not rows):
        raise RosterError.listing(path, faults)
    return Roster(tuple(rows), tuple(faults))


def _records(text: str) -> tuple[list[tuple[int, list[str]]], list[str]]:
    # A quoted cell may hold line ends, so the line on which a record starts is kept.
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_separator(text), strict=True)
    records: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as fault:
        return records, [RosterError.broken_quotes(start, str(fault))]
    return records, []


def _separator(text: str) -> str:
    # Only the header tells: in the rows below, ';' may separate the codes of a set.
    header = next(line for line in text.splitlines() if line.strip())
    outside_quotes = re.sub(r'"[^"]*"', "", header)
    return max(_SEPARATORS, key=outside_quotes.count)


def _header_faults(header: list[str]) -> list[str]:
    faults: list[str] = []
    seen: set[str] = set()
    for at, cell in enumerate(header, start=1):
        column = cell.strip()
        if not column:
            faults.append(RosterError.unnamed_column(at))
        elif column in seen:
            faults.append(RosterError.repeated_column(column))
        elif column in _PROFILE_ONLY:
            faults.append(RosterError.profile_only(column))
        elif column not in facts() and not column.startswith(CARRIED_PREFIX):
            faults.append(RosterError.unknown_column(column, fact_names()))
        seen.add(column)
    if KEY not in seen:
        faults.append(RosterError.no_person_id())
    return faults


def _rows(
    records: list[tuple[int, list[str]]], on: date | None, assume: Assumptions
) -> tuple[list[RosterRow], list[str]]:
    header = [cell.strip() for cell in records[0][1]]
    # A column at fault was told once, in the header; the others are checked all the same.
    known = {name for name in header if name in facts() or name.startswith(CARRIED_PREFIX)}
    rows: list[RosterRow] = []
    faults: list[str] = []
    first_lines: dict[str, int] = {}
    for line, cells in records[1:]:
        if len(cells) != len(header):
            faults.append(RosterError.ragged(line, len(cells), len(header)))
            continue
        by_column = {
            name: cell for name, cell in zip(header, cells, strict=True) if name in known
        }
        key = by_column[KEY].strip() if KEY in by_column else None
        row_faults = list(_key_faults(line, key, first_lines))
        profile, cell_faults = _profile(line, by_column, on, assume)
        row_faults += cell_faults
        if profile is not None and key is not None and not row_faults:
            rows.append(RosterRow(line, key, profile))
        faults += row_faults
    return rows, faults


def _key_faults(line: int, key: str | None, first_lines: dict[str, int]) -> Iterator[str]:
    if key is None:
        return
    if not key:
        yield RosterError.blank_person_id(line)
    elif key in first_lines:
        yield RosterError.repeated_person_id(line, key, first_lines[key])
    first_lines.setdefault(key, line)


def _profile(
    line: int, by_column: Mapping[str, str], on: date | None, assume: Assumptions
) -> tuple[Profile | None, list[str]]:
    values: dict[str, Stated] = {}
    faults: list[str] = []
    for column, cell in by_column.items():
        if column.startswith(CARRIED_PREFIX):
            values[column] = cell
            continue
        try:
            value = read_cell(facts()[column], cell)
        except ProfileError as fault:
            faults.append(RosterError.cell(line, column, fault.fault))
            continue
        if value is not None:
            values[column] = value
    if faults:
        return None, faults
    try:
        profile = profile_from_values(values)
        assumed(profile, assume)
        if on is not None and profile.as_of is not None and profile.as_of > on:
            raise ProfileError.before_stated(on, profile.as_of)
    except ProfileError as fault:
        return None, [RosterError.cell(line, fault.fact, fault.fault)]
    return profile, []
