"""Rosters as Excel and other programs write them, read cell by cell."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from oracle.answers import bounds

from casecert_data.rosters import read_roster

Write = Callable[[str | bytes], Path]


def _rows(path: Path) -> dict[str, dict[str, Any]]:
    """Return each person's stated facts by key."""
    return {row.person_id: row.profile.to_json() for row in read_roster(path).rows}


def test_a_row_is_a_person_with_a_line(write: Write) -> None:
    """Lines are counted as an editor does, the header being the first."""
    roster = read_roster(write("person_id,cm_months\na1,12\na2,24\n"))

    assert [(row.line, row.person_id) for row in roster.rows] == [(2, "a1"), (3, "a2")]


def test_cells_are_read_as_the_facts_of_their_columns(write: Write) -> None:
    """Sets with semicolons, numbers with a decimal point, yes or no, a day, a state."""
    path = write(
        "person_id,license_codes,degrees,cm_months,is_self_employed,as_of,home_state\n"
        "a1,RN;SW_MASTER,bachelor:nursing,12.5,No,2026-11-01,MI\n"
    )
    facts = _rows(path)["a1"]

    assert sorted(facts.pop("license_codes")) == ["RN", "SW_MASTER"]
    assert {fact: value for fact, value in facts.items() if value is not None} == {
        "person_id": "a1",
        "degrees": ["bachelor:nursing"],
        "cm_months": 12.5,
        "is_self_employed": False,
        "as_of": "2026-11-01",
        "home_state": "MI",
    }


def test_an_empty_cell_is_blank(write: Write) -> None:
    """Blank means unknown, in a set, a number and a yes or no alike."""
    path = write("person_id,license_codes,cm_months,is_self_employed\na1,,,\n")
    stated = {fact for fact, value in _rows(path)["a1"].items() if value is not None}

    assert stated == {"person_id"}


def test_any_column_but_the_key_may_be_left_out(write: Write) -> None:
    """A registrar gives what a registrar has."""
    assert list(_rows(write("person_id\na1\na2\n"))) == ["a1", "a2"]


def test_columns_may_stand_in_any_order(write: Write) -> None:
    """They are known by name."""
    path = write("cm_months,person_id\n12,a1\n")

    assert _rows(path)["a1"]["cm_months"] == 12


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("12", "12", "12"),
        ("12..18", "12", "18"),
        ("12..", "12", None),
        ("..18", "0", "18"),
        ("0.5..1", "0.5", "1"),
    ],
)
def test_a_range_is_written_with_two_dots(
    write: Write, cell: str, low: str, high: str | None
) -> None:
    """Either end may be left out."""
    path = write(f"person_id,cm_months\na1,{cell}\n")

    assert bounds(_rows(path)["a1"]["cm_months"]) == (
        Fraction(low),
        None if high is None else Fraction(high),
    )


def test_na_is_a_key_like_any_other(write: Write) -> None:
    """Only the empty cell is missing."""
    path = write("person_id,cm_months\nNA,1\nnull,2\nNaN,3\nNone,4\n")

    assert list(_rows(path)) == ["NA", "null", "NaN", "None"]


def test_a_key_keeps_its_zeros(write: Write) -> None:
    """A key is text, whatever it looks like."""
    assert list(_rows(write("person_id\n00123\n1e5\n1.0\n"))) == ["00123", "1e5", "1.0"]


def test_keys_that_would_be_one_number_are_two_people(write: Write) -> None:
    """00123 and 123 are different texts."""
    assert list(_rows(write("person_id\n00123\n123\n"))) == ["00123", "123"]


def test_columns_of_ones_own_are_carried_along(write: Write) -> None:
    """A name that starts with x_ is never judged, and never lost."""
    roster = read_roster(write("person_id,x_section,x_note\na1,B,007\n"))

    assert dict(roster.rows[0].profile.carried) == {"x_section": "B", "x_note": "007"}


def test_columns_of_ones_own_are_not_among_the_facts(write: Write) -> None:
    """They stay beside the person's facts."""
    path = write("person_id,cm_months,x_section\na1,12,B\n")

    assert "x_section" not in read_roster(path).rows[0].profile.facts


def test_a_byte_order_mark_is_read_past(write: Write) -> None:
    """Excel's "CSV UTF-8" writes one in front of the first column's name."""
    assert list(_rows(write(b"\xef\xbb\xbfperson_id,cm_months\r\na1,12\r\n"))) == ["a1"]


def test_a_quoted_name_after_a_byte_order_mark_is_read(write: Write) -> None:
    """The mark stands before the quote, where a reader would no longer see it as one."""
    assert list(_rows(write(b'\xef\xbb\xbf"person_id","cm_months"\r\n"a1","12"\r\n'))) == ["a1"]


def test_a_file_separated_by_semicolons_is_read(write: Write) -> None:
    """Excel writes them where the comma is the decimal sign."""
    path = write("person_id;cm_months;is_self_employed\r\na1;12.5;no\r\n")
    facts = _rows(path)["a1"]

    assert (facts["cm_months"], facts["is_self_employed"]) == (12.5, False)


def test_a_set_in_a_file_separated_by_semicolons_stands_in_quotes(write: Write) -> None:
    """The header line tells which `;` separates cells, and quotes which ones separate codes."""
    path = write('person_id;license_codes;cm_months\na1;"RN;SW_MASTER";12\n')
    facts = _rows(path)["a1"]

    assert (sorted(facts["license_codes"]), facts["cm_months"]) == (["RN", "SW_MASTER"], 12)


def test_semicolons_of_sets_do_not_make_a_file_separated_by_them(write: Write) -> None:
    """Many sets hold more semicolons than the line has commas."""
    path = write(
        "person_id,license_codes\na1,RN;LPN;APRN;LPC\na2,SW_BACHELOR;SW_MASTER;SW_CLINICAL\n"
    )

    assert [len(facts["license_codes"]) for facts in _rows(path).values()] == [4, 3]


def test_semicolons_in_a_quoted_name_do_not_separate(write: Write) -> None:
    """What stands in quotes belongs to the name, also in the header line."""
    path = write('"person_id","x_seen; called; wrote; met","cm_months"\n"a1","","12"\n')

    assert _rows(path)["a1"]["cm_months"] == 12


def test_a_file_of_one_column_is_read(write: Write) -> None:
    """Its header line has no separator at all."""
    assert list(_rows(write("person_id\na1\n"))) == ["a1"]


def test_a_file_without_a_last_line_break_is_read(write: Write) -> None:
    """Editors differ."""
    assert list(_rows(write("person_id,cm_months\na1,12"))) == ["a1"]


def test_a_comma_in_quotes_belongs_to_its_cell(write: Write) -> None:
    """As in every CSV file."""
    roster = read_roster(write('person_id,x_note\n"a,1","last, first"\n'))

    assert (roster.rows[0].person_id, roster.rows[0].profile.carried["x_note"]) == (
        "a,1",
        "last, first",
    )


def test_lines_are_counted_past_a_line_break_in_quotes(write: Write) -> None:
    """Line 5 of the editor is line 5 of the message, though it is the third row."""
    roster = read_roster(write('person_id,x_note\na1,"one\ntwo"\na2,x\na3,y\n'))

    assert [row.line for row in roster.rows] == [2, 4, 5]


def test_a_line_break_in_quotes_is_kept(write: Write) -> None:
    """The cell is the caller's."""
    roster = read_roster(write('person_id,x_note\na1,"one\ntwo"\n'))

    assert roster.rows[0].profile.carried["x_note"] == "one\ntwo"


def test_markup_and_formulas_in_a_cell_stay_text(write: Write) -> None:
    """Nothing of a cell is ever run."""
    key = "=1+1 {{ 7 * 7 }} <b>../x</b> %s"

    assert list(_rows(write(f"person_id\n{key}\n"))) == [key]
