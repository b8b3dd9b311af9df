"""A registrar's own names and words, and what a mapping file makes of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.project import FOLDER
from support.workbooks import workbook

from casecert_data.errors import CasecertError
from casecert_data.rosters import read_mapping, read_roster

Write = Callable[..., Path]
MAPPING = """
ignore = ["E-mail", "Advisor  name"]

[columns]
"Student ID" = "person_id"
"Licenses held" = "license_codes"
"Months CM" = "cm_months"
"Section" = "x_section"

[fixed]
as_of = 2026-11-01
is_self_employed = false
degrees = ["bachelor:nursing"]

[words.license_codes]
"Reg. nurse" = "RN"
"RN, MSW" = ["RN", "SW_MASTER"]
"none" = "NONE"
"?" = ""

[words.cm_months]
"over a year" = "12.."
"none" = 0
"""
ROSTER = """Student ID,Licenses held,Months CM,Section,E-mail,"Advisor
name",rn_years
007,Reg. nurse; PHARMACIST,over a year,B,a@b.c,Bo,3
008,"RN, MSW",none,,,,
009,?,14,,,,
010,none,,,,,
"""


@pytest.fixture
def mapping(write: Write) -> Path:
    """Write a mapping file."""
    return write(MAPPING, "ours.toml")


def test_own_names_and_words_become_ours(write: Write, mapping: Path) -> None:
    """Whole cells, parts of sets, lists, ranges, blanks; and what has no other word stays."""
    roster = read_roster(write(ROSTER), mapping=mapping)
    facts = [row.profile.to_json() for row in roster.rows]

    assert [one["person_id"] for one in facts] == ["007", "008", "009", "010"]
    assert [one.get("license_codes") for one in facts] == [
        ["RN", "PHARMACIST"],
        ["RN", "SW_MASTER"],
        None,
        ["NONE"],
    ]
    assert [one.get("cm_months") for one in facts] == [
        {"at_least": 12, "at_most": None},
        0,
        14,
        None,
    ]
    assert facts[0]["rn_years"] == 3
    assert facts[0]["x_section"] == "B"


def test_what_is_fixed_holds_for_everybody(write: Write, mapping: Path) -> None:
    """A day, a yes or no, a list."""
    for row in read_roster(write(ROSTER), mapping=mapping).rows:
        facts = row.profile.to_json()

        assert facts["as_of"] == "2026-11-01"
        assert facts["is_self_employed"] is False
        assert facts["degrees"] == ["bachelor:nursing"]


def test_a_mapping_reads_a_workbook_too(write: Write, mapping: Path) -> None:
    """By the text of each cell, also where it is a number."""
    rows = [
        ("Student ID", "Licenses held", "Months CM", "Section", "E-mail", "Advisor name"),
        ("007", "Reg. nurse", 14.0, 2, None, "#N/A"),
    ]
    path = write(workbook({"Fall": rows}), "class.xlsx")
    facts = read_roster(path, mapping=mapping).rows[0].profile.to_json()

    assert (facts["license_codes"], facts["cm_months"], facts["x_section"]) == (["RN"], 14, "2")


def test_a_fault_names_the_own_column_and_its_fact(write: Write, mapping: Path) -> None:
    """The registrar looks for the own name, and reads ours in the documents."""
    path = write(ROSTER.replace("Reg. nurse;", "Nurse;"))

    with pytest.raises(
        CasecertError,
        match=r"line 3, column 'Licenses held' \(license_codes\): expected one of .* 'Nurse'",
    ):
        read_roster(path, mapping=mapping)


def test_a_word_that_the_mapping_lacks_is_told_with_the_nearest(
    write: Write, mapping: Path
) -> None:
    """A registrar's words come in many spellings."""
    path = write(ROSTER.replace("Reg. nurse;", "Reg nurse;"))

    with pytest.raises(
        CasecertError,
        match=r"'Reg nurse'.* mean 'Reg\. nurse'\? Or say .* under \[words\.license_codes\]",
    ):
        read_roster(path, mapping=mapping)


def test_a_day_that_excel_made_can_be_given_a_meaning(write: Write) -> None:
    """By its text, the year first, where a whole column was spoiled."""
    mapping = write('[words.cm_months]\n"2018-12-18" = "12..18"\n', "ours.toml")
    rows = [("person_id", "cm_months"), ("A", date(2018, 12, 18))]
    path = write(workbook({"Fall": rows}), "class.xlsx")

    assert read_roster(path, mapping=mapping).rows[0].profile.to_json()["cm_months"] == {
        "at_least": 12,
        "at_most": 18,
    }


def test_an_empty_cell_may_be_given_a_meaning(write: Write) -> None:
    """Where a registrar leaves it empty for whoever has none, and says so."""
    mapping = write('[words.license_codes]\n"" = "NONE"\n', "ours.toml")
    path = write("person_id,license_codes\nA,\nB,RN\n")

    assert [
        row.profile.facts["license_codes"] for row in read_roster(path, mapping=mapping).rows
    ] == [("NONE",), ("RN",)]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            "Section,",
            "Secton,",
            "found 'Section', which it does not have. Did you mean 'Secton'",
        ),
        ("E-mail,", "x_mail,", "found 'E-mail', which it does not have"),
        ("Student ID,", "Id,", "found 'Student ID', which it does not have"),
        (
            "rn_years",
            "as_of",
            "expected 'as_of' from one place, found a fixed value and line 1",
        ),
        ("rn_years", "cm_months", "column 'cm_months': expected it once, found it twice"),
        ("rn_years", "rn_year", "Did you mean 'rn_years'?"),
    ],
)
def test_a_mapping_that_does_not_fit_the_roster_is_a_fault(
    write: Write, mapping: Path, before: str, after: str, words: str
) -> None:
    """A column that was renamed must not turn into unknown facts."""
    path = write(ROSTER.replace(before, after, 1))

    with pytest.raises(CasecertError) as refused:
        read_roster(path, mapping=mapping)

    assert words in str(refused.value)


def test_words_for_a_fact_without_a_column_are_a_fault(write: Write) -> None:
    """They would change nothing."""
    mapping = write('[words.license_codes]\n"nurse" = "RN"\n', "ours.toml")

    with pytest.raises(
        CasecertError, match="found words for 'license_codes', which none gives"
    ):
        read_roster(write("person_id\nA\n"), mapping=mapping)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[colums]\n", ["'colums'", "Did you mean 'columns'?"]),
        ("[ignore]\n", ['ignore = ["E-mail"]']),
        ("columns = 3\n", ["[columns]"]),
        ("ignore = [3]\n", ["ignore: expected a name in double quotes, found 3"]),
        ("[columns]\nA = 3\n", ["columns, 'A'", "found 3"]),
        ('[columns]\nA = "licence_codes"\n', ["columns, 'A'", "Did you mean 'license_codes'?"]),
        (
            '[columns]\nA = "cm_months"\nB = "cm_months"\n',
            ["columns, 'B'", "'cm_months'", "also from column 'A'"],
        ),
        ('[columns]\n"A b" = "rn_years"\n"A  b" = "x_a"\n', ["'A  b'", "found it twice"]),
        ('ignore = ["A"]\n[columns]\nA = "x_a"\n', ["ignore, 'A'", "found it twice"]),
        ('ignore = ["A", "A"]\n', ["ignore, 'A'", "found it twice"]),
        ('[fixed]\nhome_sate = "MI"\n', ["fixed, 'home_sate'", "Did you mean 'home_state'?"]),
        ('[fixed]\nhome_state = "XX"\n', ["fixed, 'home_state'", "found 'XX'"]),
        ('[fixed]\nhome_state = ""\n', ["fixed, 'home_state'", "expected a value, found none"]),
        ('[fixed]\nperson_id = "A"\n', ["fixed, 'person_id'", "one of a person's own"]),
        ("[fixed]\ncm_months = { at_least = 3 }\n", ["fixed, 'cm_months'", "found dict"]),
        ('[fixed]\nrn_years = 3\n[columns]\nA = "rn_years"\n', ["also from column 'A'"]),
        ("[words]\nrn_years = 3\n", ["[words.rn_years]"]),
        ("[words.rn_yeers]\nA = 3\n", ["words.rn_yeers, 'A'", "Did you mean 'rn_years'?"]),
        ("[words.rn_years]\nA = -3\n", ["words.rn_years, 'A'", "0 or more"]),
        ('[words.rn_years]\nA = 1\n" A" = 2\n', ["words.rn_years, ' A'", "found it twice"]),
        ('[words.person_id]\nA = "B"\n', ["words.person_id", "one of a person's own"]),
        ("columns = [\n", ["expected TOML"]),
        ("", ["empty"]),
    ],
)
def test_a_fault_of_a_mapping_is_told_with_the_nearest_name(
    write: Write, content: str, words: list[str]
) -> None:
    """By part and name, before the roster is read."""
    path = write(content, "ours.toml")

    with pytest.raises(CasecertError) as refused:
        read_mapping(path)

    message = str(refused.value)
    assert [one for one in ["ours.toml", *words] if one not in message] == [], message


def test_every_fault_of_a_mapping_is_in_one_message(write: Write) -> None:
    """As with a roster."""
    path = write('other = 1\n[columns]\nA = "x"\n[fixed]\nhome_state = "XX"\n', "ours.toml")

    with pytest.raises(CasecertError, match="found 3 faults"):
        read_mapping(path)


def test_names_are_compared_without_line_breaks(mapping: Path) -> None:
    """A cell of a head is broken where it is narrow."""
    read = read_mapping(mapping)

    assert read.ignored == ("E-mail", "Advisor name")
    assert read.key == "Student ID"


def test_the_example_of_the_documents_is_a_mapping(write: Write) -> None:
    """Whoever copies it starts with a file that is read."""
    text = (FOLDER / "docs" / "rosters.md").read_text("utf-8")
    example = text.partition("```toml\n")[2].partition("```")[0]
    mapping = read_mapping(write(example, "ours.toml"))

    assert mapping.words["license_codes"]["RN, MSW"] == "RN;SW_MASTER"
    assert mapping.fixed == {"as_of": "2026-11-01"}
