"""Read a roster, one person a row, from CSV, from a workbook or from Parquet."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casecert_data.errors import RosterError
from casecert_data.profiles import Assumptions
from casecert_data.rosters._cells import Grid
from casecert_data.rosters._faults import RowFaults
from casecert_data.rosters._grids import ragged_fault, read_grid
from casecert_data.rosters._head import Head, read_head
from casecert_data.rosters._mapping import RosterMapping, read_mapping
from casecert_data.rosters._rows import ReadRow, RosterRow


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole roster."""

    rows: tuple[RosterRow, ...]
    """The rows without a fault, in the order of the file."""
    faults: tuple[str, ...]
    """The faults, each with its place; empty unless bad rows were skipped."""
    left_out: int = 0
    """How many rows were skipped."""


def read_roster(
    path: Path | str,
    *,
    on: date | None = None,
    assume: Assumptions | None = None,
    skip_bad_rows: bool = False,
    sheet: str | None = None,
    mapping: Path | str | None = None,
    encoding: str | None = None,
) -> Roster:
    """Read a roster whole, and check every cell of it.

    Only an empty cell is blank: ``NA`` is text, and ``00123`` keeps its zeros. What a workbook
    or a Parquet file stores as a number or a day is checked as the text that a CSV file would
    have; ``docs/rosters.md`` says how each kind of cell is read.

    Parameters
    ----------
    path
        A CSV file (.csv, .tsv or .txt; its row of names tells what separates the cells), an
        Excel workbook (.xlsx) or a Parquet file (.parquet).
    on
        Day asked about; a row whose totals hold on a later day is a fault. None leaves it open.
    assume
        Facts taken for granted where a row is blank; a contradiction is a fault of the row.
    skip_bad_rows
        Go on without the rows that have faults, and list the faults. Of rows that share a
        pseudonym none is kept. Faults of the head, or a roster with no good row, are errors
        all the same.
    sheet
        Sheet of a workbook; None for the only one that shows anything, or for ``roster``.
    mapping
        A TOML file that says what a roster's own names and words mean.
    encoding
        How a CSV file without a mark is encoded, such as ``cp1252``; None for UTF-8.

    Raises
    ------
    FileError
        If a file cannot be read as what it should be.
    RosterFileError
        If it is another kind of file, one that cannot be read, in another encoding, or if its
        sheet is not clear.
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
    grid = read_grid(path, sheet=sheet, key=names.key, encoding=encoding)
    faults = [*grid.faults]
    head_faults: tuple[str, ...] = ()
    rows: list[RosterRow] = []
    left_out = 0
    if grid.rows:
        head = read_head(grid, names)
        head_faults = head.faults
        rows, row_faults = _rows(grid, head, names, on, assume or {})
        left_out = len(grid.rows) - head.index - 1 - len(rows)
        faults = [*head_faults, *faults, *row_faults]
        if len(grid.rows) == head.index + 1:
            faults.append(RosterError.no_rows(grid.places.row(head.number)))
    if faults and (head_faults or not skip_bad_rows or not rows):
        raise RosterError.listing(path, faults)
    return Roster(tuple(rows), tuple(faults), left_out)


def _rows(
    grid: Grid, head: Head, names: RosterMapping, on: date | None, assume: Assumptions
) -> tuple[list[RosterRow], list[str]]:
    faults = RowFaults(grid.places)
    read = ReadRow(grid.places, head.columns, names, faults, on=on, assume=assume)
    rows: list[RosterRow] = []
    for number, cells in grid.rows[head.index + 1 :]:
        if ragged := ragged_fault(grid, number, cells, head.width):
            faults.add_row(ragged)
            continue
        row = read(number or 0, cells)
        if row is not None:
            rows.append(row)
    return [row for row in rows if row.person_id not in read.repeated], list(faults)
