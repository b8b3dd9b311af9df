"""Tables ready to be taken away: in words, with the sources of each row."""

import csv
import io

import openpyxl
import pytest

from casecert_data.catalog import describe_table, source, table, table_names
from casecert_data.charts import support_bars
from casecert_data.errors import UnknownNameError
from casecert_data.takeaway import chart_table, whole_table

EMPLOYERS = "Commission for Case Manager Certification. Get Certified."


def lines(content: bytes) -> list[list[str]]:
    """Read a CSV."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", table_names())
def test_every_table_can_be_taken_away(name: str) -> None:
    """One line for each row, with a head for each column and the sources behind."""
    taken = whole_table(name)
    head, *rows = lines(taken.as_csv())

    assert len(rows) == len(table(name))
    assert head == [*taken.columns.values(), "Sources and credits"]
    assert len(set(head)) == len(head)
    # A word of the glossary that we explain ourselves has no source.
    is_sourced = "source_id" in taken.columns and describe_table(name).is_sourced
    assert all(taken.sources) or not is_sourced


def test_codes_are_told_in_words_and_units_in_the_head() -> None:
    """Whoever opens the file has no list of codes beside it."""
    head, first, second, *_ = lines(whole_table("employer_support").as_csv())
    row = dict(zip(head, first, strict=True))

    assert (row["Share, percent"], row["About"], row["Read on"]) == (
        "58",
        "Pay for it",
        "2023-04-26",
    )
    assert dict(zip(head, second, strict=True))["Share, percent"] == ""
    assert row["Sources and credits"].startswith(EMPLOYERS)


def test_a_row_keeps_the_credit_that_its_source_asks_for() -> None:
    """Some ask for their own words wherever their data go."""
    name = "job_occupations"
    asked = {source(key).credit_text for keys in whole_table(name).sources for key in keys} - {
        ""
    }
    text = whole_table(name).as_csv().decode()

    assert asked
    assert [one for one in asked if one not in text] == []


def test_a_workbook_has_the_rows_and_the_sources() -> None:
    """The sheets are named by what is in them."""
    content = whole_table("employer_support").as_xlsx()
    book = openpyxl.load_workbook(io.BytesIO(content))

    assert [sheet.title for sheet in book] == ["Employer support", "Sources and credits"]
    assert book.worksheets[0].max_row == len(table("employer_support")) + 1
    assert book.worksheets[0]["E2"].value == 58


def test_the_table_beside_a_chart_is_taken_as_it_is_shown() -> None:
    """Also "nearly half", which has no number."""
    chart = support_bars(table("employer_support"))
    head, *rows = lines(chart_table(chart, ["ccmc_get_certified"]).as_csv())

    assert head[:-1] == list(chart.table.columns)
    assert [tuple(row[:-1]) for row in rows] == list(chart.table.rows)
    assert {row[-1].startswith(EMPLOYERS) for row in rows} == {True}


def test_an_unknown_table_is_refused() -> None:
    """With the nearest name."""
    with pytest.raises(UnknownNameError, match="Did you mean 'fees'"):
        whole_table("fee")
