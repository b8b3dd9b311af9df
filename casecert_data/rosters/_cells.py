"""What stands in one cell of a roster, whatever kind of file it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite, isnan
from typing import TypeAlias

from casecert_data.errors import RosterError, RosterPlaces

ROSTER_SHEET = "roster"
"""Name of the sheet that is read where a workbook has several."""

_PART = ";"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that cannot be taken as it stands."""

    fault: str
    """What was expected, what was found, what to do."""
    is_blank: bool = False
    """Whether nothing is seen in the cell, as inside cells that were merged."""


Cell: TypeAlias = str | date | Unreadable
"""A text as a CSV file would have it, a day that is stored as a day, or a fault."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one roster, as its file has them."""

    places: RosterPlaces
    """How rows and columns are called."""
    rows: Sequence[tuple[int | None, Sequence[Cell]]]
    """Number and cells of each row that is not blank; no number where the head is no row."""
    has_rows_of_one_width: bool = False
    """Whether a row with fewer cells than the head is at fault; else the rest is blank."""
    faults: tuple[str, ...] = ()
    """What stopped the reading before the end."""


def is_blank(cell: Cell) -> bool:
    """Tell whether nothing is seen in a cell.

    Examples
    --------
    >>> is_blank(" "), is_blank("NA")
    (True, False)
    """
    if isinstance(cell, Unreadable):
        return cell.is_blank
    return isinstance(cell, str) and not cell.strip()


def text_of(cell: str | date) -> str:
    """Return a cell's text; a day is written with the year first.

    Examples
    --------
    >>> text_of(date(2026, 11, 23))
    '2026-11-23'
    """
    return cell if isinstance(cell, str) else cell.isoformat()


def cell_of(value: object) -> Cell:
    """Return a typed value as a cell: the text that a CSV file would have, or a day.

    Examples
    --------
    >>> cell_of("00123"), cell_of(14.0), cell_of(1e3), cell_of(True), cell_of(None)
    ('00123', '14', '1000', 'TRUE', '')
    >>> cell_of(["RN", "PHARMACIST"])
    'RN;PHARMACIST'
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, int):
        return str(value).upper()  # TRUE and FALSE are numbers too
    if isinstance(value, float | Decimal):
        return _number(value)
    if isinstance(value, date | time | timedelta):
        return _day(value)
    if isinstance(value, list | tuple):
        return _parts(value)
    return Unreadable(RosterError.other_kind(type(value).__name__))


def _number(value: float | Decimal) -> str:
    if isnan(value):
        return ""  # what a frame has where nothing is known
    if not isfinite(value):
        return str(value)
    # The shortest text that gives the same float is what somebody wrote.
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(value: date | time | timedelta) -> Cell:
    if not isinstance(value, date):
        return Unreadable(RosterError.with_time(str(value)))
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is not None or value.time() != time():
        return Unreadable(RosterError.with_time(str(value)))
    return value.date()


def _parts(values: Sequence[object]) -> Cell:
    for one in values:
        if not isinstance(one, str) or _PART in one or not one.strip():
            return Unreadable(RosterError.other_kind(f"{one!r} in a list"))
    return _PART.join(str(one) for one in values)
