"""The head of a roster: where the names stand, and what stands around them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from casecert_data.rosters import read_roster

Write = Callable[..., Path]
Refused = Callable[..., str]


@pytest.mark.parametrize(
    "content",
    [
        "Class of fall\n\nperson_id,cm_months\nA,12\n",
        "Class of fall,,\nperson_id,cm_months,\nA,12,\n",
        "Fall (all sections)\nperson_id;cm_months\nA;12\n",
        "\n\nperson_id,cm_months\nA,12\n",
    ],
    ids=["a title", "a title with empty cells", "another separator", "empty lines"],
)
def test_a_title_may_stand_above_the_names(write: Write, content: str) -> None:
    """Registrars' systems print one."""
    roster = read_roster(write(content))

    assert [row.profile.to_json()["cm_months"] for row in roster.rows] == [12]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("B,24\nperson_id,cm_months\nA,12\n", "line 1: "),
        ("Fall\nB,24\nperson_id,cm_months\nA,12\n", "line 2: "),
        ("B\nperson_id\nA\n", "line 1: "),
    ],
    ids=["a row", "a row under a title", "a row of one cell"],
)
def test_a_row_above_the_names_is_not_dropped(
    refused: Refused, content: str, place: str
) -> None:
    """Whoever sorts a sheet with its names sorts people above them."""
    message = refused(content)

    assert f"{place}expected at most one title above the names" in message
    assert "found 1 fault\n" in message


def test_empty_cells_at_the_end_of_lines_are_nobodys(write: Write) -> None:
    """Excel writes commas as far as a format reaches."""
    roster = read_roster(write("person_id,cm_months,,\nA,12,,\n,,,\nB,13\t,,,,\n,,,,\n"))

    assert [row.person_id for row in roster.rows] == ["A", "B"]


def test_a_column_without_a_name_is_a_fault_once(refused: Refused) -> None:
    """However many cells it has."""
    message = refused("person_id,,cm_months\nA,x,12\nB,y,13\n")

    assert message.count("expected a name, found none") == 1
    assert "line 1, column 2: " in message


def test_names_may_hold_blanks_and_line_breaks_at_their_ends(write: Write) -> None:
    """A cell of a head is often broken to be narrow."""
    roster = read_roster(write('"person_id\n", x_seen   by \nA,Bo\n'))

    assert dict(roster.rows[0].profile.carried) == {"x_seen by": "Bo"}
