"""Tables as frames: typed by the codebook, fresh each time, and only the empty cell missing."""

import pandas as pd
import pytest
from support.own_data import OwnData

from casecert_data import codebook, load, names
from casecert_data.errors import UnknownNameError

DTYPES = {
    "text": "string",
    "key": "string",
    "reference": "string",
    "code": "string",
    "integer": "Int64",
    "number": "Float64",
    "date": "datetime64[s]",
    "yes_no": "boolean",
}


def dtypes_of(frame: pd.DataFrame) -> dict[str, str]:
    """Return the types of a frame's columns by their names."""
    return {str(column): str(dtype) for column, dtype in frame.dtypes.items()}


def test_changing_a_loaded_frame_changes_nothing_else() -> None:
    """Whoever loads the table next gets it as it is in the file."""
    first = load("job_types")
    first.loc[0, "short_name"] = "Changed"
    first.pop("locator")

    assert load("job_types").loc[0, "short_name"] == "Hospital"
    assert "locator" in load("job_types").columns


def test_a_frame_is_plain() -> None:
    """Rows are counted from 0, and nothing rides along."""
    frame = load("job_types")

    assert type(frame) is pd.DataFrame
    assert list(frame.index) == list(range(17))
    assert frame.attrs == {}


def test_a_column_of_empty_cells_keeps_its_type(data: OwnData) -> None:
    """An all-empty column must not become text or object, or sums of it would differ."""
    lines = data.read("tables/employer_support.csv").splitlines()
    columns = lines[0].split(",")
    empty = ["x" if column == "statistic_id" else "" for column in columns]
    data.write("tables/employer_support.csv", f"{lines[0]}\n{','.join(empty)}\n")
    kinds = dict(codebook("employer_support")[["column", "kind"]].itertuples(index=False))

    assert dtypes_of(load("employer_support")) == {
        column: DTYPES[kinds[column]] for column in columns
    }
    assert load("employer_support").drop(columns="statistic_id").isna().all(axis=None)


def test_a_table_without_rows_keeps_its_types(data: OwnData) -> None:
    """A filter that keeps nothing gives the same types, and so does a file with none."""
    header = data.read("tables/employer_support.csv").splitlines()[0]
    before = dtypes_of(load("employer_support"))
    data.write("tables/employer_support.csv", header + "\n")

    assert len(load("employer_support")) == 0
    assert dtypes_of(load("employer_support")) == before


def test_na_is_text_and_zeros_stay(data: OwnData) -> None:
    """Pandas would read NA as a gap and 007 as seven."""
    data.replace(
        "tables/job_types.csv", "hospital,Hospital case manager,Hospital", "007,NA,null"
    )
    row = load("job_types").iloc[0]

    assert list(row[["job_type_id", "job_type_name", "short_name"]]) == ["007", "NA", "null"]
    assert not row.isna().any()


def test_only_an_empty_cell_is_missing() -> None:
    """The one figure without a number is the one that has words."""
    figures = load("employer_support")

    assert figures["share_pct"].isna().tolist() == [False, True, False]
    assert figures["share_words"].isna().tolist() == [True, False, True]


def test_days_are_days() -> None:
    """A reader can subtract them."""
    read = load("employer_support")["read_date"]

    assert (pd.Timestamp("2023-04-27") - read).dt.days.tolist() == [1, 1, 1]


def test_an_unknown_table_is_refused_with_the_nearest() -> None:
    """A mistyped name is the usual mistake, and all names are listed."""
    with pytest.raises(UnknownNameError, match=r"Did you mean 'job_types'\?\nKnown tables: so"):
        load("job_type")


def test_the_names_are_those_that_can_be_loaded() -> None:
    """What is listed works, and holds something."""
    assert [name for name in names() if load(name).empty] == []
    assert len(set(names())) == len(names())


def test_an_unknown_amount_is_missing_and_no_zero() -> None:
    """A mean over fees must not count what nobody found as free."""
    fees = load("fees").set_index("certification_id")

    assert fees.loc["acm_rn", "amount_usd"].isna().all()
    assert not (fees["amount_usd"] == 0).any()


def test_yes_and_no_are_truths() -> None:
    """So that history is left out by one condition."""
    fees = load("fees")
    current = fees[~fees["is_superseded"]]
    history = fees[fees["is_superseded"]]
    of_the_ccm = current.query("certification_id == 'ccm' and fee_code == 'renewal'")

    assert history[["certification_id", "fee_code", "amount_usd"]].to_numpy().tolist() == [
        ["ccm", "application", 225],
        ["ccm", "exam", 195],
        ["cbis", "renewal", 60],
        ["cdms", "application", 225],
    ]
    assert set(of_the_ccm["amount_usd"].dropna()) == {275, 285}


def test_a_codebook_describes_each_column_in_the_tables_order() -> None:
    """Beside the frame it reads column by column."""
    assert codebook("employer_support")["column"].tolist() == list(
        load("employer_support").columns
    )


def test_a_codebook_says_the_unit_of_a_number() -> None:
    """58 of what."""
    book = codebook("employer_support").set_index("column")

    assert book.loc["share_pct", "unit"] == "percent"
    assert pd.isna(book.loc["share_words", "unit"])


def test_a_codebook_is_text_where_nothing_applies() -> None:
    """A column of it that is empty for every row keeps its type too."""
    assert set(dtypes_of(codebook("job_types")).values()) == {"string"}


def test_the_codebook_of_an_unknown_table_is_refused() -> None:
    """As for the table itself."""
    with pytest.raises(UnknownNameError, match="No table is called 'jobs'"):
        codebook("jobs")
