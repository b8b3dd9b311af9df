"""The curated tables: every cell typed by the description of its column."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog._fields import Field, fields
from casecert_data.catalog._files import read_text, read_toml
from casecert_data.errors import CatalogError, UnknownNameError
from casecert_data.shipped import data_folder

Row = Mapping[str, object]
"""One row: column name to typed value; None for the empty cell."""

_BESIDE = ("sources", "claims")  # what is said of the facts lies beside the folder of facts


class TableDescription(NamedTuple):
    """What one table holds."""

    name: str
    """Name of the table."""
    title: str
    """What the table is called for people."""
    grain: str
    """What one row stands for."""
    key: tuple[str, ...]
    """Columns that tell a row from every other."""
    is_sourced: bool = True
    """Whether each row must name its source and where in it."""
    has_every_edition: bool = False
    """Whether every edition of every certification must have a row."""


def data_version() -> str:
    """Return the version of the curated facts, which moves apart from the code's.

    Examples
    --------
    >>> data_version().count(".")
    2
    """
    return str(read_toml(data_folder() / "release.toml")["data_version"])


@cache
def _descriptions() -> Mapping[str, TableDescription]:
    entries = read_toml(data_folder() / "tables.toml")
    return MappingProxyType(
        {
            name: TableDescription(
                name,
                entry["title"],
                entry["grain"],
                tuple(entry["key"]),
                entry.get("is_sourced", True),
                entry.get("has_every_edition", False),
            )
            for name, entry in entries.items()
        }
    )


def table_names() -> tuple[str, ...]:
    """Name every table, in the order of ``tables.toml``.

    Examples
    --------
    >>> "job_types" in table_names()
    True
    """
    return tuple(_descriptions())


def describe_table(name: str) -> TableDescription:
    """Return what a table holds.

    Raises
    ------
    UnknownNameError
        If there is no such table.

    Examples
    --------
    >>> describe_table("job_types").key
    ('job_type_id',)
    """
    try:
        return _descriptions()[name]
    except KeyError:
        raise UnknownNameError.among("table", name, _descriptions()) from None


def table_path(name: str) -> Path:
    """Return the CSV file of a table.

    Examples
    --------
    >>> table_path("job_types").name
    'job_types.csv'
    """
    folder = data_folder() if name in _BESIDE else data_folder() / "tables"
    return folder / f"{describe_table(name).name}.csv"


def table_columns(name: str) -> tuple[str, ...]:
    """Name the columns of a table, in its order.

    Examples
    --------
    >>> table_columns("job_types")[0]
    'job_type_id'
    """
    return _read(name)[0]


def table(name: str) -> tuple[Row, ...]:
    """Return the rows of a table, in the order of its file.

    Text is `str`, whole numbers `int`, other numbers `Decimal`, days `date`, yes and no `bool`;
    only the empty cell is missing, and it is None.

    Raises
    ------
    UnknownNameError
        If there is no such table.
    CatalogError
        If a cell does not fit its column's description.

    Examples
    --------
    >>> len(table("job_types"))
    17
    """
    return _read(name)[1]


def row_lines(name: str) -> tuple[int, ...]:
    """Return the line of its file on which each row of a table starts, as an editor counts.

    Examples
    --------
    >>> row_lines("job_types")[0]
    2
    """
    return _read(name)[2]


def rows_where(name: str, **wanted: object) -> tuple[Row, ...]:
    """Return the rows of a table whose columns equal the values given.

    Examples
    --------
    >>> rows_where("certifications", certification_id="ccm")[0]["acronym"]
    'CCM'
    """
    return _rows_by(name, tuple(wanted)).get(tuple(wanted.values()), ())


@cache
def _rows_by(
    name: str, columns: tuple[str, ...]
) -> Mapping[tuple[object, ...], tuple[Row, ...]]:
    """Sort the rows of a table by what stands in some columns: they are asked for often."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in table(name):
        found.setdefault(tuple(row[column] for column in columns), []).append(row)
    return {values: tuple(rows) for values, rows in found.items()}


@cache
def _read(name: str) -> tuple[tuple[str, ...], tuple[Row, ...], tuple[int, ...]]:
    path = table_path(name)
    records = list(_records(path))
    header, body = tuple(records[0][1]), records[1:]
    for column in header:
        if column not in fields():
            raise CatalogError.undescribed_column(path.name, column, fields())
    for line, cells in body:
        if len(cells) != len(header):
            raise CatalogError.ragged_row(path.name, line, len(cells), len(header))
    typed = [
        _typed_column(path.name, fields()[column], [(line, cells[at]) for line, cells in body])
        for at, column in enumerate(header)
    ]
    rows = tuple(
        MappingProxyType(dict(zip(header, values, strict=True)))
        for values in zip(*typed, strict=True)
    )
    return header, rows, tuple(line for line, _ in body)


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    # The line on which a record starts, as an editor counts; a quoted cell may span lines.
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    start = 1
    for cells in reader:
        if cells:
            yield start, cells
        start = reader.line_num + 1


def _typed_column(file: str, of: Field, cells: list[tuple[int, str]]) -> list[object]:
    read = _READERS[of.kind]
    values: list[object] = []
    faults: list[tuple[int, str]] = []
    for line, cell in cells:
        try:
            values.append(read(cell) if cell else None)
        except (ValueError, InvalidOperation):
            faults.append((line, cell))
    if faults:
        raise CatalogError.bad_cells(file, of.name, _EXPECTED[of.kind], faults)
    return values


def _as_text(cell: str) -> str:
    if cell != cell.strip():
        raise ValueError(cell)
    return cell


def _as_integer(cell: str) -> int:
    if not cell.removeprefix("-").isdecimal():
        raise ValueError(cell)
    return int(cell)


def _as_number(cell: str) -> Decimal:
    if not cell.replace(".", "", 1).removeprefix("-").isdecimal():
        raise ValueError(cell)
    return Decimal(cell)


def _as_date(cell: str) -> date:
    read = date.fromisoformat(cell)
    # ISO knows other forms too, such as 20261123 and 2026-W48-1.
    if read.isoformat() != cell:
        raise ValueError(cell)
    return read


def _as_yes_no(cell: str) -> bool:
    if cell not in {"yes", "no"}:
        raise ValueError(cell)
    return cell == "yes"


_READERS: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "text": _as_text,
        "key": _as_text,
        "reference": _as_text,
        "code": _as_text,
        "integer": _as_integer,
        "number": _as_number,
        "date": _as_date,
        "yes_no": _as_yes_no,
    }
)
_EXPECTED = MappingProxyType(
    {
        "text": "text without blanks at its ends",
        "key": "a key without blanks at its ends",
        "reference": "a key without blanks at its ends",
        "code": "a code without blanks at its ends",
        "integer": "a whole number",
        "number": "a number with a decimal point",
        "date": "a day as YYYY-MM-DD",
        "yes_no": "yes or no",
    }
)
