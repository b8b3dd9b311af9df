"""Days, ages, numbers and lists as people read them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from casecert_data.catalog import (
    as_sentence,
    join_words,
    spell_age,
    spell_date,
    spell_month,
    spell_number,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS, start=1)))
def test_a_day_is_written_out(month: int, name: str) -> None:
    """11/12 is November to one reader and December to the next."""
    assert spell_date(date(2026, month, 3)) == f"{name} 3, 2026"
    assert spell_month(date(2026, month, 3)) == f"{name} 2026"


@pytest.mark.parametrize(
    ("since", "on", "words"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), "less than a month ago"),
        (date(2026, 10, 24), date(2026, 11, 23), "less than a month ago"),
        (date(2026, 10, 23), date(2026, 11, 23), "1 month ago"),
        (date(2025, 12, 23), date(2026, 11, 23), "11 months ago"),
        (date(2025, 11, 24), date(2026, 11, 23), "11 months ago"),
        (date(2025, 11, 23), date(2026, 11, 23), "1 year ago"),
        (date(2024, 10, 23), date(2026, 11, 23), "2 years 1 month ago"),
        (date(2023, 4, 26), date(2026, 11, 23), "3 years 6 months ago"),
        (date(2024, 2, 29), date(2025, 2, 28), "11 months ago"),
    ],
)
def test_an_age_counts_whole_months(since: date, on: date, words: str) -> None:
    """A month is over on its day, not before."""
    assert spell_age(since, on) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (2080, "2,080"),
        (1_000_000, "1,000,000"),
        (Decimal("58.0"), "58"),
        (Decimal("11.999"), "11.999"),
        (Fraction(37, 2), "18.5"),
        (Fraction(1, 3), "0.33"),
        (Fraction(2000, 3), "666.67"),
        (Decimal("2080.50"), "2,080.5"),
        (100, "100"),
        (Decimal("1E+3"), "1,000"),
    ],
)
def test_a_number_is_written_as_it_is_stated(
    number: Fraction | Decimal | int, words: str
) -> None:
    """11.999 must not read as 12, and a third needs only two places."""
    assert spell_number(number) == words


@pytest.mark.parametrize(
    ("words", "how", "joined"),
    [
        ([], "and", ""),
        (["one"], "and", "one"),
        (["one", "two"], "and", "one and two"),
        (["one", "two"], "or", "one or two"),
        (["one", "two", "three"], "or", "one, two or three"),
    ],
)
def test_words_are_joined_as_they_are_read(words: list[str], how: str, joined: str) -> None:
    """Commas, and one word before the last."""
    assert join_words(words, how) == joined


def test_a_title_that_asks_is_not_closed_twice() -> None:
    """A full stop after a question mark looks like a slip."""
    assert as_sentence("Are You Eligible?") == "Are You Eligible?"
