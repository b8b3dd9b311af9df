"""A copy of the data for the tests of this folder, and rows to add to it."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.own_data import OwnData, own_data

from casecert_data.catalog import field, table_columns


@pytest.fixture
def data(tmp_path: Path) -> Iterator[OwnData]:
    """Give a copy of the shipped data, which the test may break."""
    with own_data(tmp_path) as copied:
        yield copied


@pytest.fixture
def add(data: OwnData) -> Callable[..., None]:
    """Give a function that adds a row by the names of its cells.

    What is not named is empty, "no" in a column of yes and no, and some place in the source.
    """

    def add_row(name: str, **cells: object) -> None:
        columns = table_columns(name)
        assert set(cells) <= set(columns), f"{name} has no {set(cells) - set(columns)}"
        usual = {one: "no" for one in columns if field(one).kind == "yes_no"}
        usual |= {one: "Somewhere" for one in columns if one == "locator"}
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(
            [cells.get(one, usual.get(one, "")) for one in columns]
        )
        data.append(f"tables/{name}.csv", line.getvalue())

    return add_row
