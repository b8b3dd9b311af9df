"""A roster's cells from text, as spreadsheets save it."""

import csv
import io
import re
from collections.abc import Sequence

from casecert_data.errors import RosterError, RosterPlaces
from casecert_data.rosters._cells import Grid

_SEPARATORS = (",", ";", "\t")
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
    # A quoted cell may hold line ends, so the line on which a record starts is kept.
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_separator(text, key), strict=True)
    records: list[tuple[int, Sequence[str]]] = []
    faults: tuple[str, ...] = ()
    places = RosterPlaces()
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
    # Only the head tells: in the rows below, ';' may separate the codes of a set.
    filled = [line for line in text.splitlines() if line.strip()]
    head = next((line for line in filled if key in line), filled[0])
    outside_quotes = _IN_QUOTES.sub("", head)
    return max(_SEPARATORS, key=outside_quotes.count)
