"""A roster's cells from Parquet, whose columns have types."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from casecert_data.errors import RosterError, RosterFileError, RosterPlaces
from casecert_data.rosters._cells import Cell, Grid, Unreadable, cell_of, is_blank


def parquet_grid(path: Path, content: bytes) -> Grid:
    """Read the cells of a Parquet file; the names of its columns are the head.

    Raises
    ------
    RosterFileError
        If the file cannot be read as Parquet.

    Examples
    --------
    >>> sink = pa.BufferOutputStream()
    >>> table = pa.table({"person_id": ["007"], "license_codes": [["RN"]]})
    >>> pq.write_table(table, sink)
    >>> parquet_grid(Path("class.parquet"), sink.getvalue().to_pybytes()).rows[1]
    (1, ('007', 'RN'))
    """
    try:
        # One file as it is: no folders of parts, and nothing beside it.
        table = pq.ParquetFile(pa.BufferReader(content)).read()
    except (pa.ArrowException, OSError, ValueError):
        raise RosterFileError.not_parquet(path) from None
    columns = [_cells(column) for column in table.columns]
    rows = zip(*columns, strict=True)
    filled = [(at, row) for at, row in enumerate(rows, start=1) if not _are_blank(row)]
    return Grid(RosterPlaces(row_word="row"), [(None, table.column_names), *filled])


def _cells(column: "pa.ChunkedArray") -> list[Cell]:
    try:
        return [cell_of(value) for value in column.to_pylist()]
    except (pa.ArrowException, ValueError, OverflowError):
        # Such as days beyond the year 9999, which Python does not have.
        return [Unreadable(RosterError.other_kind(str(column.type)))] * len(column)


def _are_blank(row: Iterable[Cell]) -> bool:
    return all(is_blank(cell) for cell in row)
