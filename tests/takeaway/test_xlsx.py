"""Rows as a workbook: openpyxl reads what was written, and it tells nothing of anybody."""

import io
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casecert_data.errors import TakeawayError, UnknownNameError
from casecert_data.takeaway import to_xlsx

COLUMNS = {"who": "Who", "share": "Share", "day": "Day"}
ROW = {"who": "Employers", "share": Decimal("40.36"), "day": date(2023, 4, 26)}
OCCUPATIONS = "bls_oes"


def opened(content: bytes) -> Any:
    """Open a workbook."""
    return openpyxl.load_workbook(io.BytesIO(content))


def book(*rows: dict[str, object], **more: Any) -> Any:
    """Write rows as a workbook and open it."""
    return opened(to_xlsx(rows, COLUMNS, title="Figures", **more))


def test_what_was_written_is_read_again() -> None:
    """A number is a number and a day a day, so that they can be sorted and summed."""
    sheet = book(ROW).worksheets[0]

    assert [cell.value for cell in sheet[1]] == ["Who", "Share", "Day"]
    assert [cell.value for cell in sheet[2]] == ["Employers", 40.36, datetime(2023, 4, 26)]  # noqa: DTZ001
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "d"]


def test_the_head_is_bold_and_stays_in_view() -> None:
    """Of both sheets."""
    for sheet in book(ROW, source_ids=["ccmc_get_certified"]).worksheets:
        assert sheet.freeze_panes == "A2"
        assert {cell.font.b for cell in sheet[1]} == {True}
        assert not sheet["A2"].font.b


def test_a_column_is_as_wide_as_its_words_within_bounds() -> None:
    """Longer cells go on over several lines."""
    sheet = book({"who": "x" * 30, "share": 1, "day": "y" * 500}).worksheets[0]

    assert [sheet.column_dimensions[name].width for name in "ABC"] == [32, 8, 60]
    assert sheet["C2"].alignment.wrap_text


def test_the_second_sheet_lists_each_source_once() -> None:
    """With publisher, title and the day on which it was read."""
    keys = ["ccmc_get_certified", "coursera_certified_case_manager", "ccmc_get_certified"]
    sheet = book(ROW, source_ids=keys).worksheets[1]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert sheet.title == "Sources and credits"
    assert [row[0] for row in rows[1:3]] == keys[:2]
    assert "Commission for Case Manager Certification" in rows[1]
    assert datetime(2023, 4, 26) in rows[1]  # noqa: DTZ001
    assert [row[0] for row in rows[3:5]] == [
        None,
        "casecert, data version 2026.11.28: Figures.",
    ]


def test_an_unknown_source_is_refused() -> None:
    """A workbook that cites nothing would look as if it rested on nothing."""
    with pytest.raises(UnknownNameError, match="No source is called 'ccmc'"):
        book(ROW, source_ids=["ccmc"])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "#N/A", "=HYPERLINK(0)"])
def test_a_text_that_looks_like_a_formula_is_a_text(text: str) -> None:
    """Also when somebody opens the cell and closes it again: it is quoted."""
    cell = book({"who": text}).worksheets[0]["A2"]

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix is (text[0] in "=+-@")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=50),
            st.text(max_size=9).map("={}".format),
            st.integers(-(10**9), 10**9),
            st.booleans(),
            st.none(),
            st.floats(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_cell_is_a_formula_whatever_it_holds(values: list[object]) -> None:
    """And the workbook can be opened."""
    rows = [{"who": one} for one in values]
    sheet = opened(to_xlsx(rows, {"who": "Who"}, title="Figures")).worksheets[0]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}

    assert kinds <= {"s", "n", "inlineStr"}


@given(st.text())
def test_any_title_gives_a_sheet_a_name(title: str) -> None:
    """A workbook allows 31 letters and not all of them."""
    name = opened(to_xlsx([ROW], COLUMNS, title=title)).worksheets[0].title

    assert 1 <= len(name) <= 31
    assert re.search(r"[\[\]:*?/\\]", name) is None


def test_a_cell_longer_than_a_workbook_holds_is_refused() -> None:
    """Cut off without a word, it would say something else."""
    with pytest.raises(
        TakeawayError, match="column 'Who': expected 32,767 letters at the most"
    ):
        book({"who": "x" * 32_768})


def test_equal_rows_give_equal_bytes() -> None:
    """No clock is in the file: each part has the same day."""
    first, second = (to_xlsx([ROW], COLUMNS, title="Figures") for _ in range(2))
    days = {part.date_time for part in ZipFile(io.BytesIO(first)).infolist()}

    assert first == second
    assert days == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_tells_nothing_of_whoever_saved_it() -> None:
    """Its author is casecert, its day that of the data."""
    properties = book(ROW).properties

    assert (properties.creator, properties.lastModifiedBy) == ("casecert", None)
    assert properties.created == properties.modified == datetime(2026, 11, 28)  # noqa: DTZ001
    assert properties.title == "Figures"
    assert (properties.company if hasattr(properties, "company") else None) is None
