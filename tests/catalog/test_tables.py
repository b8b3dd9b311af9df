"""The curated tables: cells typed by their column, blanks, zeros, and cells that do not fit."""

from datetime import date
from decimal import Decimal

import pytest
from support.own_data import OwnData

from casecert_data.catalog import row_lines, rows_where, table, table_columns
from casecert_data.errors import CatalogError, FileError, UnknownNameError

TABLES = """
[trial]
title = "Trial"
grain = "one row"
key = ["trial_id"]
is_sourced = false
"""
FIELDS = """
[trial_id]
title = "Trial"
meaning = "Key."
kind = "key"

[trial_code]
title = "Code"
meaning = "Code."
kind = "code"
vocabulary = "state_code"

[trial_count]
title = "Count"
meaning = "Whole number."
kind = "integer"
unit = "hours"

[trial_share]
title = "Share"
meaning = "Number."
kind = "number"
unit = "percent"

[trial_date]
title = "Day"
meaning = "Day."
kind = "date"

[is_trial]
title = "Is it"
meaning = "Yes or no."
kind = "yes_no"

[trial_text]
title = "Text"
meaning = "Text."
kind = "text"
"""
HEADER = "trial_id,trial_code,trial_count,trial_share,trial_date,is_trial,trial_text\n"


@pytest.fixture
def trial(data: OwnData) -> OwnData:
    """Give a copy of the data with one more table, of every kind of column and no row."""
    data.append("tables.toml", TABLES)
    data.append("fields.toml", FIELDS)
    data.write("tables/trial.csv", HEADER)
    return data


def test_a_cell_has_the_type_of_its_column(trial: OwnData) -> None:
    """Whoever computes with a row need not guess what a text means."""
    trial.append("tables/trial.csv", "a,MI,7,18.50,2026-11-23,yes,words\n")

    assert dict(table("trial")[0]) == {
        "trial_id": "a",
        "trial_code": "MI",
        "trial_count": 7,
        "trial_share": Decimal("18.50"),
        "trial_date": date(2026, 11, 23),
        "is_trial": True,
        "trial_text": "words",
    }


@pytest.mark.parametrize("code", ["NA", "NULL", "null", "None", "nan", "-", "N/A"])
def test_only_the_empty_cell_is_missing(trial: OwnData, code: str) -> None:
    """NA is a text like any other: a country, or somebody's initials."""
    trial.append("tables/trial.csv", f"{code},{code},,,,,{code}\n")
    row = table("trial")[0]

    assert (row["trial_id"], row["trial_code"], row["trial_text"]) == (code, code, code)
    assert row["trial_count"] is row["trial_share"] is row["trial_date"] is None
    assert row["is_trial"] is None


def test_a_key_keeps_its_zeros(trial: OwnData) -> None:
    """A postal code or a number of a form is text: 00123 is not 123."""
    trial.append("tables/trial.csv", "00123,,,,,,0\n")

    assert (table("trial")[0]["trial_id"], table("trial")[0]["trial_text"]) == ("00123", "0")


@pytest.mark.parametrize(
    ("cells", "column", "expected", "found"),
    [
        ("a,,1.5,,,,", "trial_count", "a whole number", "1.5"),
        ("a,,1_000,,,,", "trial_count", "a whole number", "1_000"),
        ("a,,²,,,,", "trial_count", "a whole number", "²"),
        ('a,,,"1,5",,,', "trial_share", "a number with a decimal point", "1,5"),
        ("a,,,1e3,,,", "trial_share", "a number with a decimal point", "1e3"),
        ("a,,,NaN,,,", "trial_share", "a number with a decimal point", "NaN"),
        ("a,,,58%,,,", "trial_share", "a number with a decimal point", "58%"),
        ("a,,,,2026-02-30,,", "trial_date", "a day as YYYY-MM-DD", "2026-02-30"),
        ("a,,,,11/23/2026,,", "trial_date", "a day as YYYY-MM-DD", "11/23/2026"),
        ("a,,,,20261123,,", "trial_date", "a day as YYYY-MM-DD", "20261123"),
        ("a,,,,2026-W48-1,,", "trial_date", "a day as YYYY-MM-DD", "2026-W48-1"),
        ("a,,,,,true,", "is_trial", "yes or no", "true"),
        ("a,,,,,Yes,", "is_trial", "yes or no", "Yes"),
        ("a,,,,,, words", "trial_text", "text without blanks at its ends", " words"),
        ("a ,,,,,,", "trial_id", "a key without blanks at its ends", "a "),
        ("a,MI ,,,,,", "trial_code", "a code without blanks at its ends", "MI "),
    ],
)
def test_a_cell_that_does_not_fit_is_told_with_its_line(
    trial: OwnData, cells: str, column: str, expected: str, found: str
) -> None:
    """One way to write each kind, so that a file means the same to everybody."""
    trial.append("tables/trial.csv", f"first,,,,,,\n{cells}\n")
    with pytest.raises(CatalogError, match=column) as refused:
        table("trial")

    assert str(refused.value) == (
        f"trial.csv, column {column!r}: expected {expected}, found\n"
        f"  line 3: {found!r}\nCorrect the cells."
    )


def test_five_cells_are_told_and_the_rest_is_counted(trial: OwnData) -> None:
    """A column that is wrong from top to bottom needs no hundred lines."""
    trial.append("tables/trial.csv", "".join(f"{at},,x{at},,,,\n" for at in range(8)))
    with pytest.raises(CatalogError, match="trial_count") as refused:
        table("trial")

    assert "  line 6: 'x4'\n  and 3 more\n" in str(refused.value)


def test_a_line_is_counted_as_an_editor_does(trial: OwnData) -> None:
    """A quoted cell over two lines, or a blank line, moves the rows after it."""
    trial.append("tables/trial.csv", 'a,,,,,,"one\ntwo"\n\nb,,,,,,\n')

    assert row_lines("trial") == (2, 5)


def test_windows_line_ends_and_a_mark_change_nothing(trial: OwnData) -> None:
    """A spreadsheet writes both."""
    text = "\ufeff" + HEADER.replace("\n", "\r\n") + "a,MI,,,,,words\r\n"
    (trial.folder / "tables/trial.csv").write_bytes(text.encode())

    assert (table_columns("trial")[0], table("trial")[0]["trial_text"]) == ("trial_id", "words")


def test_a_row_cannot_be_changed(trial: OwnData) -> None:
    """The rows are shared by everybody who asks for the table."""
    trial.append("tables/trial.csv", "a,,,,,,\n")
    row = table("trial")[0]

    with pytest.raises(TypeError, match="does not support item assignment"):
        row["trial_id"] = "b"  # type: ignore[index]


def test_a_missing_file_is_told(trial: OwnData) -> None:
    """A table that is described and not there is lost."""
    (trial.folder / "tables/trial.csv").unlink()

    with pytest.raises(FileError, match=r"trial\.csv: expected a file, found nothing there"):
        table("trial")


def test_an_unknown_table_is_told_with_the_nearest() -> None:
    """A mistyped name is the usual mistake."""
    with pytest.raises(UnknownNameError, match=r"No table is called 'job_type'\. Did you mean"):
        table("job_type")


def test_rows_are_chosen_by_all_that_is_wanted() -> None:
    """Conditions narrow, they do not add up."""
    found = rows_where(
        "documents", certification_id="ccm", edition_id="article", basis_code="stated"
    )

    assert [row["document_id"] for row in found] == ["character_answers", "client_references"]
