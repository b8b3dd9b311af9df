"""Read a table that is none of people: each row says what one report is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casecert_data.errors import RosterError
from casecert_data.rosters._cells import Cell, Grid, Unreadable, text_of
from casecert_data.rosters._grids import ragged_fault, read_grid
from casecert_data.rosters._head import Column, Head, Wanted, read_head
from casecert_data.rosters._mapping import RosterMapping


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row."""

    place: str
    """Where it stands, in words."""
    cells: Mapping[str, str]
    """Name of a column to its text; blank cells are left out."""
    faults: tuple[str, ...] = ()
    """What is wrong with it, each with its place."""


def read_rows(
    path: Path | str,
    wanted: Wanted,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
) -> tuple[TableRow, ...]:
    r"""Read the rows of a table; the kinds of files are those of rosters.

    Parameters
    ----------
    path
        A CSV file, a workbook or a Parquet file.
    wanted
        Its columns.
    sheet
        Sheet of a workbook; None for the only one, or for ``roster``.
    encoding
        How a CSV file without a mark is encoded; None for UTF-8.

    Raises
    ------
    FileError
        If there is no such file, or nothing in it.
    RosterFileError
        If it cannot be read as what it should be.
    RosterError
        If the names of its columns are at fault, or it has no row.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "ours.csv"
    ...     _ = path.write_text("certification_id,edition\nccm,\n")
    ...     read_rows(path, Wanted("certification_id", ["certification_id", "edition"]))[
    ...         0
    ...     ].cells
    {'certification_id': 'ccm'}
    """
    path = Path(path)
    grid = read_grid(path, sheet=sheet, key=wanted.key, encoding=encoding)
    faults = [*grid.faults]
    rows: tuple[TableRow, ...] = ()
    if grid.rows:
        head = read_head(grid, RosterMapping(), wanted)
        faults += head.faults
        rows = tuple(_rows(grid, head))
        if not rows:
            faults.append(RosterError.no_rows(grid.places.row(head.number)))
    if faults:
        raise RosterError.listing(path, faults)
    return rows


def _rows(grid: Grid, head: Head) -> Iterator[TableRow]:
    for number, cells in grid.rows[head.index + 1 :]:
        place = grid.places.row(number)
        ragged = ragged_fault(grid, number, cells, head.width)
        if ragged:
            yield TableRow(place, {}, (ragged,))
            continue
        given = {one: cell for one in head.columns if (cell := _cell(cells, one)) != ""}
        faults = tuple(
            RosterError.at(grid.places.cell(number, one.at, one.name), cell.fault)
            for one, cell in given.items()
            if isinstance(cell, Unreadable)
        )
        texts = {
            one.name: text_of(cell).strip()
            for one, cell in given.items()
            if not isinstance(cell, Unreadable)
        }
        yield TableRow(place, {name: text for name, text in texts.items() if text}, faults)


def _cell(cells: Sequence[Cell], column: Column) -> Cell:
    return cells[column.at - 1] if column.at <= len(cells) else ""
