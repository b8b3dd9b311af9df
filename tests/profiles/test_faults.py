"""All faults of a profile are told at once, each with its name, and with its line in a file."""

import json
from pathlib import Path
from typing import Any

import pytest

from casecert_data.errors import ProfileError
from casecert_data.profiles import read_profile


def faults_of(profile: Path | dict[str, Any]) -> ProfileError:
    """Have a profile refused, and return the error."""
    with pytest.raises(ProfileError) as refused:
        read_profile(profile)
    return refused.value


def test_every_fault_of_a_mapping_is_told() -> None:
    """By name, in the order in which they stand."""
    told = faults_of({"cm_months": -3, "licence_codes": ["RN"], "work_periods": [], "x_a": 1})

    assert [one.fact for one in told.faults] == ["cm_months", "licence_codes", "work_periods"]
    assert str(told).startswith("expected facts without faults, found 3 faults\n  'cm_months':")


def test_a_single_fault_is_told_on_a_line_of_its_own() -> None:
    """A list of one would only be longer."""
    told = faults_of({"cm_months": -3, "rn_years": 4})

    assert (told.fact, told.faults) == ("cm_months", (told,))
    assert "faults" not in str(told)


def test_every_fault_of_a_json_file_has_its_line(tmp_path: Path) -> None:
    """As an editor counts."""
    path = tmp_path / "me.json"
    path.write_text(json.dumps({"rn_years": "two", "cm_months": 3, "degrees": 7}, indent=1))
    message = str(faults_of(path))

    assert f"{path}: expected facts without faults, found 2 faults\n  line 2, 'rn" in message
    assert "\n  line 4, 'degrees': expected" in message


def test_every_part_that_is_more_than_its_whole_is_told() -> None:
    """The next pair is looked at when one is at fault."""
    told = faults_of(
        {
            "cm_months": 3,
            "cm_months_under_ccm": 4,
            "human_services_semester_hours": 5,
            "human_services_ethics_semester_hours": 6,
        }
    )

    assert [one.fact for one in told.faults] == [
        "cm_months_under_ccm",
        "human_services_ethics_semester_hours",
    ]


def test_a_part_is_held_against_its_whole_beside_other_faults() -> None:
    """What can be read is checked as far as it goes."""
    told = faults_of({"cm_months": 3, "cm_months_under_ccm": 4, "degrees": "BSN"})

    assert [one.fact for one in told.faults] == ["degrees", "cm_months_under_ccm"]


def test_every_fault_of_every_answer_is_told() -> None:
    """Of the first answer and of the second, and what is missing in each."""
    told = faults_of(
        {
            "rulings": [
                {"certification_id": "ccm", "criterion_id": "licence", "outcome": "met"},
                {"certification_id": "ccmm", "by": "CCMC", "outcome": 3, "ruled_on": "soon"},
                "met",
            ]
        }
    )

    assert [one.fact for one in told.faults] == [
        "rulings[0]",
        "rulings[0]",
        "rulings[0].criterion_id",
        "rulings[1].by",
        "rulings[1].outcome",
        "rulings[1].ruled_on",
        "rulings[1]",
        "rulings[1]",
        "rulings[1].certification_id",
        "rulings[2]",
    ]
