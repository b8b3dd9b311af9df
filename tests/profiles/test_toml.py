"""A value written as TOML is the value that the parser gives back."""

import math
import tomllib
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casecert_data.errors import ProfileError
from casecert_data.profiles._toml import toml_line

THOROUGH = settings(derandomize=True, deadline=None, max_examples=300)
"""A line takes far less than a millisecond."""

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
"""Every letter that a file can hold, controls and line ends among them."""

SINGLE = st.one_of(
    *(TEXTS, st.booleans(), st.integers(), st.dates(), st.datetimes(), st.times()),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-9, max_value=9),
    st.datetimes(timezones=st.just(UTC)),
)

VALUES = st.recursive(
    SINGLE, lambda inside: st.one_of(st.lists(inside), st.dictionaries(TEXTS, inside))
)


def read_back(line: str) -> dict[str, Any]:
    """Parse a line as profiles are parsed."""
    return tomllib.loads(line, parse_float=Decimal)


@THOROUGH
@given(TEXTS, VALUES)
def test_a_line_is_read_back_as_it_was(name: str, value: object) -> None:
    """Text with quotes, line ends and controls, exact numbers, days, lists and tables."""
    line = toml_line(name, value)

    assert read_back(line) == {name: value}
    assert len(line.split("\n")) == 1


@pytest.mark.parametrize("value", [1.5, 0.1, 1e22, 1e-7, -0.0, math.inf])
def test_a_float_is_written_by_its_shortest_digits(value: float) -> None:
    """It is read as the decimal that somebody would have typed."""
    assert float(read_back(toml_line("x_a", value))["x_a"]) == value


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "12", "1E+2", "-0"])
def test_a_decimal_stays_a_decimal(written: str) -> None:
    """Also one without a point, which would be read as a whole number."""
    found = read_back(toml_line("x_a", Decimal(written)))["x_a"]

    assert isinstance(found, Decimal)
    assert str(found.normalize()) == str(Decimal(written).normalize())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "text, a number, a day"),
        ([1, None], "text, a number, a day"),
        (1j, "text, a number, a day"),
        ("\ud800", "text of whole letters"),
        ({"\ud800": 1}, "text of whole letters"),
        ({1: 1}, "names that are text"),
        (time(9, tzinfo=UTC), "a time without a zone"),
    ],
)
def test_what_toml_cannot_hold_is_told(value: object, expected: str) -> None:
    """Nothing is written that would be read as something else."""
    with pytest.raises(ProfileError, match=f"'x_a': expected {expected}.+which TOML can hold"):
        toml_line("x_a", value)


def test_the_message_can_name_another_place() -> None:
    """A part of an answer is told by the answer that it stands in."""
    with pytest.raises(ProfileError, match=r"'rulings\[0\]': expected"):
        toml_line("note", None, place="rulings[0]")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 11, 3), "2026-11-03"),
        (datetime(2026, 11, 3, 9, 5), "2026-11-03T09:05:00"),  # noqa: DTZ001
        (["RN"], '["RN"]'),
        ({"at_least": 12, "at_most": 18}, "{ at_least = 12, at_most = 18 }"),
        ({}, "{}"),
        (True, "true"),
        ('say "no"\\\n', r'"say \"no\"\\\n"'),
    ],
)
def test_a_line_reads_as_somebody_would_write_it(value: object, written: str) -> None:
    """The file is the counselor's own."""
    assert toml_line("x_a", value) == f"x_a = {written}"
