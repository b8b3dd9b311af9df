"""Cells of a spreadsheet: typed, clean, and never a formula."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from casecert_data.takeaway._cells import cell_of, harmless, is_like_a_formula


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        (True, "yes"),
        (False, "no"),
        (58, 58),
        (Decimal("40.36"), Decimal("40.36")),
        (date(2023, 4, 26), date(2023, 4, 26)),
        (datetime(2023, 4, 26, 12, tzinfo=UTC), "2023-04-26 12:00:00+00:00"),
        (float("nan"), "nan"),
        (Decimal("Infinity"), "Infinity"),
        ("one\r\ntwo\x00", "one two"),
    ],
)
def test_a_value_becomes_what_a_spreadsheet_holds(value: object, cell: object) -> None:
    """Numbers and days keep their kind; all else is words on one line."""
    found = cell_of(value)

    assert (type(found), found) == (type(cell), cell)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "  =1",
        "\u00a0=1",
        "\uff1d1",
        "\uff0b1",
        "\uff20x",
        "\uff0d1",
    ],
)
def test_what_a_spreadsheet_could_run_gets_an_apostrophe(text: str) -> None:
    """Also behind a blank, and in the broad letters of East Asia."""
    assert is_like_a_formula(text)
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "58%", "a=b", "1-2", "\u2212 5", "\u201cnearly half\u201d", "'=1"]
)
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    """A sign inside a text starts nothing."""
    assert harmless(text) == text
