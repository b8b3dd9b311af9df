"""The cells of a file of any of the kinds that hold rosters."""

from collections.abc import Sequence
from pathlib import Path

from casecert_data.catalog import read_bytes
from casecert_data.errors import RosterError, RosterFileError
from casecert_data.rosters._cells import Cell, Grid, is_blank
from casecert_data.rosters._csv_grid import csv_grid
from casecert_data.rosters._kinds import (
    PARQUET_ENDING,
    TEXT_ENDINGS,
    WORKBOOK_ENDING,
    check_kind,
)
from casecert_data.rosters._text import roster_text


def read_grid(path: Path, *, sheet: str | None, key: str, encoding: str | None) -> Grid:
    """Read the cells of a file as they stand there.

    Parameters
    ----------
    path
        A CSV file, a workbook or a Parquet file.
    sheet
        Sheet of a workbook; None for the only one, or for ``roster``.
    key
        Name of the column that tells the rows apart: the head of a text has it.
    encoding
        How a text without a mark is encoded; None for UTF-8.

    Raises
    ------
    FileError
        If there is no such file, or nothing in it.
    RosterFileError
        If it cannot be read as what it should be.

    Examples
    --------
    >>> from casecert_data.shipped import data_folder
    >>> path = data_folder() / "samples" / "class.csv"
    >>> read_grid(path, sheet=None, key="person_id", encoding=None).rows[0][1][0]
    'person_id'
    """
    content = read_bytes(path)
    ending = check_kind(path, content)
    if encoding is not None and ending not in TEXT_ENDINGS:
        raise RosterFileError.without_encoding(path, encoding)
    if ending == WORKBOOK_ENDING:
        # Each is slow to load, and most rosters need neither.
        from casecert_data.rosters._xlsx_grid import xlsx_grid  # noqa: PLC0415

        return xlsx_grid(path, content, sheet)
    if sheet is not None:
        raise RosterFileError.without_sheets(path, sheet)
    if ending == PARQUET_ENDING:
        from casecert_data.rosters._parquet_grid import parquet_grid  # noqa: PLC0415

        return parquet_grid(path, content)
    return csv_grid(roster_text(path, content, encoding), key)


def ragged_fault(
    grid: Grid, number: int | None, cells: Sequence[Cell], width: int
) -> str | None:
    r"""Word the fault of a row that has more or fewer cells than the head, if it is one.

    Examples
    --------
    >>> grid = csv_grid("person_id,cm_months\nA\n", "person_id")
    >>> ragged_fault(grid, 2, grid.rows[1][1], 2)[:38]
    'line 2: expected as many cells as name'
    """
    # Spreadsheets end rows with empty cells that are nobody's.
    is_ragged = len(cells) < width or not all(map(is_blank, cells[width:]))
    if not grid.has_rows_of_one_width or not is_ragged:
        return None
    return RosterError.ragged(grid.places.row(number), len(cells), width)
