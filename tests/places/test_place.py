"""What is known of a state: the few lines that concern a person, and that none of it judges."""

import pytest

from casecert_data import decide
from casecert_data.catalog import code_names, rows_where, source, table
from casecert_data.places import place_lines, place_name, place_of

STATES = code_names("state_code")
ANYBODY = {
    "license_codes": ["RN", "SW_MASTER"],
    "degrees": ["master:social_work"],
    "cm_months": 30,
    "health_system_cm_hours": 2100,
}


@pytest.mark.parametrize("state", STATES)
def test_no_decision_changes_with_the_home_state(state: str) -> None:
    """Licenses and compacts are told; what decides is the license that was stated."""
    asked = {"on": "2026-11-28", "certifications": ["ccm", "acm_rn", "acm_sw", "c_aswcm"]}

    at_home = decide({**ANYBODY, "home_state": state}, **asked)

    assert at_home.to_json() == decide(ANYBODY, **asked).to_json()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "codes", [["RN"], ["SW_MASTER"], ["RN", "SW_CLINICAL"], ["NONE"], None]
)
def test_a_person_is_told_a_few_lines(state: str, codes: list[str] | None) -> None:
    """It stands beside what the person came for."""
    lines = place_lines(state, codes)

    assert len(lines) <= (5 if codes else 6)
    assert all(source(key) for line in lines for key in line.source_ids)
    assert all(line.source_ids for line in lines)


def test_a_social_worker_of_michigan_is_told_the_title_and_the_compact() -> None:
    """The title first; then what is not known is said to be so."""
    title, compact = place_lines("MI", ["SW_MASTER"])

    assert title.words == (
        "What Michigan calls such a license: LMSW (licensed master\u2019s social worker)."
    )
    assert compact.words.startswith("It is not known whether Michigan is a member")


def test_a_nurse_of_a_member_state_is_told_once_what_a_compact_is_not() -> None:
    """A privilege is no requirement of a certification."""
    (line,) = place_lines("TX", ["RN"])[:1]

    assert line.words == (
        "Texas is a member of the Nurse Licensure Compact, as of July 2, 2026. "
        "No certification here asks for a compact. What counts is a license in good standing."
    )


def test_no_rule_asks_for_a_compact() -> None:
    """The sentence that says so would be wrong on the day one does."""
    assert {row["caution_text"] for row in table("compacts")} == {
        "No certification here asks for a compact. What counts is a license in good standing."
    }
    assert [one for one in table("documents") if "compact" in str(one).lower()] == []


def test_florida_asks_its_child_welfare_case_managers_for_a_certification() -> None:
    """Rule 65C-33.002: within one year of the test; valid for two years."""
    (rule,) = rows_where("state_rules", state_code="FL", job_type_id="child")

    assert rule["state_rule_text"] == (
        "Case managers in child welfare must be certified within a year of passing the test "
        "after their training. The certification lasts two years."
    )
    assert rule["source_id"] == "fl_65c_33_002"


def test_ohio_tells_what_its_workers_compensation_takes() -> None:
    """It stands once, in the table of acceptances, and is referred to from the state."""
    (rule,) = place_of("OH").rules

    assert rule.words.startswith(
        "Workers\u2019 compensation in Ohio takes these certifications among others: CCM"
    )
    assert rows_where("state_rules", state_code="OH") == ()


def test_every_state_that_accepts_refers_to_an_acceptance() -> None:
    """A row that leads nowhere would tell nothing."""
    named = {row["recognition_id"] for row in table("recognitions")}

    assert {row["recognition_id"] for row in table("recognition_places")} <= named


def test_every_rule_of_a_state_is_about_a_job_that_there_is() -> None:
    """Or about no job in particular."""
    jobs = {row["job_type_id"] for row in table("job_types")}

    assert {row["job_type_id"] for row in table("state_rules")} <= jobs | {None}


@pytest.mark.parametrize("state", STATES)
def test_a_heading_says_which_place_it_is_about(state: str) -> None:
    """With an article where the name takes one."""
    assert place_of(state).heading == f"In {place_name(state)}"
