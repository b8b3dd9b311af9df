"""Faults of a roster, each named by line and column, and all of them in one message."""

from collections.abc import Callable
from pathlib import Path

import pytest

from casecert_data.errors import CasecertError
from casecert_data.profiles import read_assumptions
from casecert_data.rosters import read_roster

Write = Callable[[str | bytes], Path]


def _fault(path: Path) -> str:
    """Return the message of a roster that is refused."""
    with pytest.raises(CasecertError, match=r"class\.csv") as refused:
        read_roster(path)
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(
            "person_id,licence_codes\na1,RN\n",
            ["line 1", "'licence_codes'", "Did you mean 'license_codes'?", "x_"],
            id="an unknown column",
        ),
        pytest.param(
            "person_id,cm_months,cm_months\na1,1,2\n", ["'cm_months'"], id="a column twice"
        ),
        pytest.param("cm_months\n12\n", ["person_id"], id="no key"),
        pytest.param(
            "person_id,cm_months\na1,1\n,2\n", ["line 3", "'person_id'"], id="a blank key"
        ),
        pytest.param(
            "person_id\na1\na2\na1\n",
            ["line 4", "'person_id'", "'a1'", "line 2"],
            id="a key twice",
        ),
        pytest.param(
            "person_id,cm_months\na1,-3\n",
            ["line 2", "'cm_months'", "-3", "0 or more"],
            id="a number below 0",
        ),
        pytest.param(
            'person_id,cm_months\na1,"12,5"\n',
            ["line 2", "'cm_months'", "'12,5'", "decimal point"],
            id="a decimal comma",
        ),
        pytest.param(
            "person_id;cm_months\na1;12,5\n",
            ["line 2", "'cm_months'", "'12,5'", "decimal point"],
            id="a decimal comma between semicolons",
        ),
        pytest.param(
            'person_id,health_system_cm_hours\na1,"2,080"\n',
            ["line 2", "'health_system_cm_hours'", "'2,080'", "comma"],
            id="a thousands separator",
        ),
        pytest.param(
            "person_id,health_system_cm_hours\na1,2_080\n",
            ["line 2", "'2_080'"],
            id="a thousands underscore",
        ),
        pytest.param(
            "person_id,cm_months\na1,12 mo\n", ["line 2", "'12 mo'", "unit"], id="a unit"
        ),
        pytest.param("person_id,cm_months\na1,nan\n", ["line 2", "'nan'"], id="nan"),
        pytest.param("person_id,cm_months\na1,inf\n", ["line 2", "'inf'"], id="inf"),
        pytest.param(
            "person_id,cm_months\na1,18..12\n",
            ["line 2", "18", "12"],
            id="a range from high to low",
        ),
        pytest.param(
            "person_id,cm_months\na1,..\n", ["line 2", "'..'"], id="a range without ends"
        ),
        pytest.param(
            "person_id,cm_months\na1,1..2..3\n", ["line 2", "'cm_months'"], id="three ends"
        ),
        pytest.param("person_id,cm_months\na1,12-18\n", ["line 2", "'12-18'"], id="a dash"),
        pytest.param(
            "person_id,license_codes\na1,RN;NURSE\n",
            ["line 2", "'license_codes'", "'NURSE'"],
            id="an unknown code",
        ),
        pytest.param(
            "person_id,license_codes\na1,NONE;RN\n",
            ["line 2", "'license_codes'", "NONE", "RN"],
            id="NONE beside a code",
        ),
        pytest.param(
            "person_id,is_self_employed\na1,maybe\n",
            ["line 2", "'is_self_employed'", "'maybe'", "yes"],
            id="a yes or no spelled wrong",
        ),
        pytest.param(
            "person_id,as_of\na1,2026-02-30\n",
            ["line 2", "'as_of'", "2026-02-30", "YYYY-MM-DD"],
            id="a day that does not exist",
        ),
        pytest.param(
            "person_id,as_of\na1,11/23/2026\n",
            ["line 2", "'as_of'", "11/23/2026", "YYYY-MM-DD"],
            id="a day as Excel shows it",
        ),
        pytest.param(
            "person_id,as_of\na1,01/02/2024\n",
            ["line 2", "'as_of'", "01/02/2024", "where the month comes first", "YYYY-MM-DD"],
            id="a day that may be two",
        ),
        pytest.param(
            "person_id,as_of\na1,2.1.24\n",
            ["line 2", "'as_of'", "2.1.24", "where the month comes first"],
            id="a short day that may be two",
        ),
        pytest.param(
            "person_id,cm_months,cm_months_under_ccm\na1,5,6\n",
            ["line 2", "'cm_months_under_ccm'", "5", "6"],
            id="a part greater than its whole",
        ),
        pytest.param("person_id,home_state\na1,XX\n", ["line 2", "'XX'"], id="no such state"),
        pytest.param(
            "person_id,cm_months\na1,1,2\n", ["line 2", "2", "3"], id="a cell too many"
        ),
        pytest.param(
            "person_id,cm_months,rn_years\na1,1\n", ["line 2", "2", "3"], id="a cell too few"
        ),
        pytest.param(
            'person_id,x_note\na1,"one\ntwo"\na2,ok,7\n',
            ["line 4"],
            id="a cell too many after a line break in quotes",
        ),
        pytest.param(
            'person_id,x_note,cm_months\na1,"one\ntwo",1\na2,ok,-7\n',
            ["line 4", "'cm_months'", "-7"],
            id="a bad cell after a line break in quotes",
        ),
        pytest.param("", ["empty"], id="an empty file"),
        pytest.param("person_id,cm_months\n", ["row"], id="a header alone"),
        pytest.param(
            "person_id,display_name\na1,José\n".encode("latin-1"),
            ["line 2", "UTF-8", "Excel", "--encoding cp1252"],
            id="text that is not UTF-8",
        ),
        pytest.param(
            "person_id,cm_months\na1,12\n".encode("utf-16-le"),
            ["UTF-16 without a mark", "--encoding utf-16-le"],
            id="text in UTF-16 without a mark",
        ),
        pytest.param(
            'person_id,x_note\na1,"never closed\na2,x\n', ["line"], id="quotes that never close"
        ),
        pytest.param("person_id,work_periods\na1,x\n", ["work_periods"], id="periods of work"),
    ],
)
def test_a_fault_is_named_by_line_and_column_with_what_was_found(
    write: Write, content: str | bytes, words: list[str]
) -> None:
    """Whoever reads the message finds the cell in Excel at once."""
    message = _fault(write(content))

    assert [word for word in words if word not in message] == [], message


def test_every_fault_of_a_roster_is_in_one_message(write: Write) -> None:
    """Nobody should mend one cell, run again, and be told of the next."""
    message = _fault(
        write(
            "person_id,licence_codes,cm_months,is_self_employed\n"
            "a1,RN,-3,no\n"
            "a1,RN,12,maybe\n"
            ",RN,12,no\n"
            "a4,RN,12\n"
        )
    )
    faults = {
        "an unknown column": ["line 1", "licence_codes"],
        "a number below 0": ["line 2", "cm_months"],
        "a misspelt yes": ["line 3", "is_self_employed"],
        "a key twice": ["line 3", "person_id"],
        "a blank key": ["line 4", "person_id"],
        "a cell too few": ["line 5"],
    }

    assert [
        name
        for name, words in faults.items()
        if not any(all(word in line for word in words) for line in message.splitlines())
    ] == []


def test_two_faults_of_one_row_are_both_named(write: Write) -> None:
    """A row is not given up at its first bad cell."""
    message = _fault(write("person_id,cm_months,rn_years\na1,-3,-4\n"))

    assert "'cm_months'" in message
    assert "'rn_years'" in message


def test_a_fault_after_many_good_rows_has_its_own_line(write: Write) -> None:
    """The line is counted, not guessed."""
    rows = "".join(f"a{at},{at % 900}\n" for at in range(1500))
    message = _fault(write(f"person_id,cm_months\n{rows}last,901\n"))

    assert "line 1502" in message


def test_a_folder_given_for_a_roster_is_named_as_one(tmp_path: Path) -> None:
    """The message says to name the file inside it."""
    with pytest.raises(CasecertError, match="folder"):
        read_roster(tmp_path)


def test_a_roster_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong path is shown as it was given."""
    with pytest.raises(CasecertError, match=r"nobody\.csv"):
        read_roster(tmp_path / "nobody.csv")


def test_a_fault_that_many_rows_share_is_told_once_for_the_rest(write: Write) -> None:
    """A column of the wrong kind is one mistake, and each of its rows is still named."""
    shared = "".join(f"a{at},soon\n" for at in range(2, 40) if at != 20)
    message = _fault(write(f"person_id,cm_months\n{shared}b,never\n"))
    lines = message.splitlines()

    assert "found 7 faults" in lines[0]
    assert [line.partition(":")[0].strip() for line in lines[1:6]] == [
        f"line {at}, column 'cm_months'" for at in range(2, 7)
    ]
    assert "line 39, column 'cm_months'" in lines[6]
    assert lines[7] == "  column 'cm_months': the same in 32 more rows: 7 to 38"


def test_rows_with_gaps_between_them_are_all_named(write: Write) -> None:
    """As ranges and single numbers, so that each can be found."""
    cells = "".join(
        f"a{at},{'x' if at in {9, 11, 12} or at < 7 else 1}\n" for at in range(2, 14)
    )
    message = _fault(write(f"person_id,cm_months\n{cells}"))

    assert "  column 'cm_months': the same in 3 more rows: 9, 11 to 12" in message


def test_what_is_assumed_against_rows_is_told_by_its_fact(write: Write) -> None:
    """It has no column."""
    path = write("person_id,cm_months\na1,3\n")

    with pytest.raises(CasecertError, match=r"line 2, 'cm_months_under_ccm': expected at most"):
        read_roster(path, assume=read_assumptions(["cm_months_under_ccm=9"]))


def test_of_rows_that_share_a_pseudonym_none_is_read(write: Write) -> None:
    """Nobody can tell whose facts they are, and a person must not be handed another's page."""
    path = write("person_id,cm_months\na1,3\na2,5\na1,40\na1,50\n")
    roster = read_roster(path, skip_bad_rows=True)

    assert [row.person_id for row in roster.rows] == ["a2"]
    assert roster.left_out == 3
