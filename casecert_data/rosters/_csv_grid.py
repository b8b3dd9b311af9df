"""A roster's cells from text, as spreadsheets save it."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import islice

from casecert_data.errors import RosterError, RosterPlaces
from casecert_data.rosters._cells import Grid
from casecert_data.rosters._mapping import as_name

SEPARATORS = (",", ";", "\t", "|")
"""What may stand between cells."""

_LOOKED_AT = 50
"""Rows among which the names of the columns are looked for."""
_QUOTE = '"'
_IN_QUOTES = re.compile(r'"[^"]*"')


def csv_grid(text: str, key: str) -> Grid:
    r"""Read the cells of a text; blank lines are left out.

    Parameters
    ----------
    text
        The whole file.
    key
        Name of the column that tells the rows apart: its line tells the separator.

    Examples
    --------
    >>> csv_grid("person_id;cm_months\nA;12\n", "person_id").rows[1]
    (2, ['A', '12'])
    """
    places = RosterPlaces()
    unknown = _unknown_separator(text, key)
    if unknown is not None:
        line, separator = unknown
        return Grid(places, [], faults=(RosterError.separator(places.row(line), separator),))
    # A quoted cell may hold line ends, so the line on which a record starts is kept.
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_separator(text, key), strict=True)
    records: list[tuple[int, Sequence[str]]] = []
    faults: tuple[str, ...] = ()
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as fault:
        faults = (RosterError.broken_quotes(places.row(start), str(fault)),)
    return Grid(places, records, has_rows_of_one_width=True, faults=faults)


def _separator(text: str, key: str) -> str:
    # Only the row of names tells: in the rows below, ';' may separate the codes of a set. It is
    # the one that gives the key a cell of its own, and no two can, unless it stands alone.
    by_row = {one: at for one in SEPARATORS if (at := _row_of_key(text, key, one)) is not None}
    if by_row:
        return min(by_row, key=lambda one: by_row[one])
    filled = [line for line in text.splitlines() if line.strip()]
    head = next((line for line in filled if key in line), filled[0])
    outside_quotes = _IN_QUOTES.sub("", head)
    return max(SEPARATORS, key=outside_quotes.count)


def _unknown_separator(text: str, key: str) -> tuple[int, str] | None:
    """Return what separates the names where it is none of ours, and its line."""
    name = re.compile(rf"(\W?)(?<!\w){re.escape(key)}(?!\w)(\W?)")
    for number, line in enumerate(text.splitlines()[:_LOOKED_AT], start=1):
        found = name.search(line.strip())
        beside = (found[2] or found[1]) if found else ""
        if beside and beside != _QUOTE and not any(one in line for one in SEPARATORS):
            return number, beside
    return None


def _row_of_key(text: str, key: str, separator: str) -> int | None:
    """Return which of the first rows has a cell that is the key's name; None if none has."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for at, cells in enumerate(islice(rows, _LOOKED_AT)):
            if key in map(as_name, cells):
                return at
    except csv.Error:
        return None
    return None
