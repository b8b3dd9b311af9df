"""Numbers as people type them: what is shown is read back, and every fault has words."""

import pytest

from casecert_data.catalog import fact, say
from casecert_data.panels._typed_number import fault_words, read_typed, typed
from casecert_data.profiles import read_cell

MONTHS = fact("cm_months")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("16", "16"),
        (" 16 ", "16"),
        ("18.5", "18.5"),
        ("12 to 18", "12..18"),
        ("12  TO  18", "12..18"),
        ("12..18", "12..18"),
        ("12 or more", "12.."),
        ("18 or less", "..18"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_what_is_typed_is_read_as_a_cell(text: str, cell: str) -> None:
    """People write ranges in words; a roster writes them with two points."""
    assert read_typed(MONTHS, text) == read_cell(MONTHS, cell)


@pytest.mark.parametrize("cell", ["16", "0", "2.5", "899.75", "12..18", "12..", "0..18", ""])
def test_what_is_shown_is_read_back(cell: str) -> None:
    """A profile that is opened and not changed gives the same answer."""
    stated = read_cell(MONTHS, cell)

    assert read_typed(MONTHS, typed(stated)) == stated


def test_thousands_are_shown_without_a_comma() -> None:
    """What the field shows must be what the field takes."""
    hours = fact("health_system_cm_hours")

    assert typed(read_cell(hours, "2080")) == "2080"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("18,5", "comma"),
        ("1,400", "comma"),
        ("-3", "negative"),
        ("\N{MINUS SIGN}3", "negative"),
        ("18 to 12", "crossed"),
        ("18..12", "crossed"),
        ("about a year", "not_a_number"),
        ("12 months", "not_a_number"),
        ("..", "not_a_number"),
        ("12 to", "not_a_number"),
    ],
)
def test_every_fault_says_what_to_write(text: str, key: str) -> None:
    """A word such as "invalid" would leave the counselor guessing."""
    assert fault_words(MONTHS, text) == say(f"panel.fault.{key}")


def test_an_impossible_amount_names_the_most_that_is_possible() -> None:
    """A slipped digit is seen at once."""
    assert (
        fault_words(MONTHS, "1600") == "That is more than anybody can have. Write 900 or less."
    )
