"""Rosters in Parquet: columns have types, and each value is checked as its text would be."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from casecert_data.rosters import read_roster

Write = Callable[..., Path]
Refused = Callable[..., str]


def parquet(columns: dict[str, Any]) -> bytes:
    """Write columns as Parquet."""
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("column", "values", "stated"),
    [
        ("cm_months", [14.0], 14),
        ("cm_months", [12.1], 12.1),
        ("cm_months", pa.array([14], pa.int8()), 14),
        ("cm_months", [Decimal("12.50")], 12.5),
        ("cm_months", ["12.."], {"at_least": 12, "at_most": None}),
        ("cm_months", [float("nan")], None),
        ("cm_months", pa.nulls(1), None),
        ("is_self_employed", [False], False),
        ("is_self_employed", ["Yes"], True),
        ("as_of", [date(2026, 11, 1)], "2026-11-01"),
        ("as_of", pa.array([datetime(2026, 11, 1)], pa.timestamp("ns")), "2026-11-01"),  # noqa: DTZ001
        ("license_codes", [["RN", "PHARMACIST"]], ["RN", "PHARMACIST"]),
        ("license_codes", ["RN;PHARMACIST"], ["RN", "PHARMACIST"]),
        ("license_codes", [[]], None),
        ("home_state", pa.array(["MI"]).dictionary_encode(), "MI"),
        ("display_name", ["NA"], "NA"),
    ],
)
def test_a_value_is_read_as_it_is_stored(
    write: Write, column: str, values: Any, stated: object
) -> None:
    """Numbers, yes and no, days, lists and dictionaries; null and NaN are blank."""
    path = write(parquet({"person_id": ["A"], column: values}), "class.parquet")

    assert read_roster(path).rows[0].profile.to_json().get(column) == stated


@pytest.mark.parametrize(
    ("keys", "read"),
    [
        (["00123", "NA", "None"], ["00123", "NA", "None"]),
        ([1, 2, 3], ["1", "2", "3"]),
        ([1.0, 2.0, 1e3], ["1", "2", "1000"]),
        (["a", None, "b"], ["a", "b"]),
    ],
)
def test_keys_are_texts(write: Write, keys: Any, read: list[str]) -> None:
    """A row in which nothing stands is nobody's."""
    path = write(parquet({"person_id": keys}), "class.parquet")

    assert [row.person_id for row in read_roster(path).rows] == read


@pytest.mark.parametrize(
    ("column", "values", "words"),
    [
        ("cm_months", [float("inf")], "found 'inf'"),
        ("cm_months", [-1], "0 or more"),
        ("cm_months", [True], "found 'TRUE'"),
        ("cm_months", [date(2018, 12, 18)], "found the day 2018-12-18"),
        ("cm_months", [timedelta(hours=3)], "without a time of day"),
        ("cm_months", [{"at_least": 3}], "found dict"),
        ("display_name", [b"Ann"], "found bytes"),
        ("license_codes", [["RN;LPN"]], "'RN;LPN' in a list"),
        ("license_codes", [["RN", None]], "None in a list"),
        ("license_codes", [[1]], "1 in a list"),
        ("as_of", [datetime(2026, 11, 1, 9, 30, tzinfo=UTC)], "09:30:00"),
        ("as_of", [datetime(2026, 11, 1, tzinfo=UTC)], "+00:00"),
        ("as_of", pa.array([10**9], pa.timestamp("s")).cast(pa.timestamp("s")), "2001-09-09"),
        ("as_of", pa.array([10**7], pa.date32()), "found date32"),
    ],
)
def test_a_value_of_another_kind_is_a_fault(
    refused: Refused, column: str, values: Any, words: str
) -> None:
    """Told by row, from 1, and column; a Parquet file has no sheet and no lines."""
    message = refused(parquet({"person_id": ["A"], column: values}), "class.parquet")

    assert f"  row 1, column '{column}': " in message
    assert words in message


def test_names_of_columns_are_checked_as_in_a_csv_file(refused: Refused) -> None:
    """They stand in no row."""
    columns = {"cm_months": [3], "licence_codes": ["RN"], "rulings": ["met"]}
    message = refused(parquet(columns), "class.parquet")

    assert "  column 'licence_codes': expected the name of a fact" in message
    assert "  column 'rulings': " in message
    assert "  expected a column 'person_id', found none" in message


@pytest.mark.parametrize("content", [b"PAR1 cut short", b"person_id\nA\n", b"PAR1" + bytes(99)])
def test_what_is_not_parquet_is_refused_in_words(refused: Refused, content: bytes) -> None:
    """No word of the library's own."""
    message = refused(content, "class.parquet")

    assert "class.parquet: expected a Parquet file that can be read" in message


def test_a_parquet_file_without_rows_is_refused(refused: Refused) -> None:
    """As a CSV file with a head alone."""
    message = refused(parquet({"person_id": pa.array([], pa.string())}), "class.parquet")

    assert "expected at least one row under the names" in message
