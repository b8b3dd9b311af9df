"""Rows as CSV: what was written is read again, and nothing in it runs."""

import csv
import io
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from casecert_data.takeaway import to_csv

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
HOSTILE = st.one_of(
    st.text(),
    st.builds(
        str.__add__,
        st.sampled_from(["=", "+", "-", "@", " =", "\t=", "\r@", "\x00="]),
        st.text(),
    ),
)


def read(content: bytes) -> list[list[str]]:
    """Read a CSV as a spreadsheet does, without the mark in front."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_file_begins_with_the_mark_that_excel_needs() -> None:
    """Without it, a dash is shown as three odd letters."""
    content = to_csv([{"a": "“nearly half”"}], {"a": "Words"})

    assert content == "\ufeffWords\r\n“nearly half”\r\n".encode()


def test_numbers_and_days_are_written_plainly() -> None:
    """No exponent, no thousands mark, the year first; what is not known is empty."""
    row = {"n": Decimal("1E+2"), "d": date(2023, 4, 26), "m": -5, "f": 0.5, "x": None}

    assert read(to_csv([row], {name: name for name in "ndmfxy"}))[1] == [
        *("100", "2023-04-26", "-5", "0.5", "", ""),
    ]


@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=5), HOSTILE)
def test_no_cell_begins_a_formula_whatever_it_holds(
    rows: list[tuple[str, str]], head: str
) -> None:
    """Nor does a head; and every row is one line of as many cells as there are columns."""
    content = to_csv([{"a": a, "b": b} for a, b in rows], {"a": head, "b": "B"})
    found = read(content)

    assert len(found) == len(rows) + 1
    assert content.decode().count("\n") == len(rows) + 1
    assert {len(row) for row in found} == {2}
    assert [c for row in found for c in row if c.lstrip()[:1] in set(SIGNS)] == []


@given(st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters=SIGNS)))
def test_harmless_words_come_back_as_they_were(text: str) -> None:
    """Quotes, commas and semicolons included."""
    assert read(to_csv([{"a": f"x{text}"}], {"a": "A"}))[1] == [f"x{text}"]


def test_equal_rows_give_equal_bytes() -> None:
    """In the order of the columns, whatever the order of the row's own names."""
    columns = {"a": "A", "b": "B"}

    assert to_csv([{"a": 1, "b": 2}], columns) == to_csv([{"b": 2, "a": 1}], columns)
