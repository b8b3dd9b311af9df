"""A rule as needs and ways: what a reader sees of it, with and without a person."""

from typing import Any

import pytest
from oracle.people import ACM_SW_BY_DEGREE, CCM, NOTHING

from casecert_data import decide
from casecert_data.eligibility import Need, certification_ids, needs_of, read_rule


def needs(certification_id: str, facts: dict[str, Any] | None = None) -> dict[str, Need]:
    """Return the needs of a rule by name, judged for a person if there is one."""
    rule = read_rule(certification_id)
    if facts is None:
        return {one.id: one for one in needs_of(rule)}
    answer = decide(facts, on="2026-11-23", certifications=[certification_id])
    return {one.id: one for one in needs_of(rule, answer.decisions[0])}


@pytest.mark.parametrize("certification_id", certification_ids())
def test_without_a_person_nothing_is_judged(certification_id: str) -> None:
    """A handout for students says what is asked, not whether it is there."""
    found = needs(certification_id).values()

    assert {one.outcome for one in found} == {None}
    assert {way.outcome for one in found for way in one.ways} == {None}
    assert [way.findings for one in found for way in one.ways if way.findings] == []


def test_the_needs_of_the_ccm_are_four_and_one_is_only_for_some() -> None:
    """In the order of the article; the references only for the self-employed."""
    found = needs("ccm").values()

    assert [(one.title, one.is_choice, one.is_conditional) for one in found] == [
        ("Background", True, False),
        ("Work", True, False),
        ("Good character", False, False),
        ("Only if you are self-employed", False, True),
    ]


def test_a_waiver_is_no_way() -> None:
    """Not being self-employed is no way to bring references: it says that none are asked."""
    references = needs("ccm")["references"]

    assert [way.id for way in references.ways] == ["client_references"]


def test_a_group_of_two_is_one_way() -> None:
    """The degree and its school stand in one box; the license in the other."""
    ways = needs("acm_sw")["background"].ways

    assert [(way.id, way.title) for way in ways] == [
        ("degree_route", "Degree"),
        ("license", "License"),
    ]
    assert (
        ways[0].text
        == "Bachelor\u2019s or master\u2019s in social work, from an accredited school"
    )


def test_a_way_carries_the_findings_of_all_its_parts() -> None:
    """A table shows both answers beside the one way."""
    ways = needs("acm_sw", ACM_SW_BY_DEGREE)["background"].ways

    assert [one.id for one in ways[0].findings] == ["degree", "accredited_school"]
    assert ways[0].outcome == "met"


def test_an_option_that_is_not_needed_is_no_failure() -> None:
    """Twelve months under a CCM are enough; 23 in all are then not "not met"."""
    work = needs("ccm", {**NOTHING, **CCM})["work"]

    assert work.outcome == "met"
    assert [(way.id, way.outcome) for way in work.ways] == [
        ("months_under_ccm", "met"),
        ("months_any_supervisor", "not_needed"),
        ("months_supervising", "not_needed"),
    ]


def test_options_of_a_need_that_is_not_met_keep_their_outcomes() -> None:
    """Each of them could still be gone."""
    work = needs("ccm", {**NOTHING, **CCM, "cm_months_under_ccm": 11})["work"]

    assert [way.outcome for way in work.ways] == ["not_met"] * 3


def test_parts_that_are_all_needed_are_never_spared() -> None:
    """Two years as a nurse do not make the hours "not needed"."""
    work = needs("cmgt_bc", {**NOTHING, "rn_years": 2})["work"]

    assert (work.is_choice, work.outcome) == (False, "not_met")
    assert [way.outcome for way in work.ways] == ["met", "not_met"]


@pytest.mark.parametrize(
    ("stated", "outcome", "is_waived", "way"),
    [
        ({"is_self_employed": False}, "met", True, "unknown"),
        ({"is_self_employed": True, "client_references": 3}, "met", False, "met"),
        ({"is_self_employed": True, "client_references": 2}, "not_met", False, "not_met"),
        ({"client_references": 3}, "met", False, "met"),
        ({"client_references": 2}, "unknown", False, "not_met"),
        ({}, "unknown", False, "unknown"),
    ],
)
def test_a_need_for_some_is_waived_only_where_that_is_known(
    stated: dict[str, Any], outcome: str, way: str, *, is_waived: bool
) -> None:
    """A blank "self-employed" waives nothing; the references are judged by themselves."""
    references = needs("ccm", stated)["references"]

    assert (references.outcome, references.is_waived) == (outcome, is_waived)
    assert references.ways[0].outcome == way


def test_a_waived_need_says_by_what() -> None:
    """The page tells why nothing is asked there."""
    references = needs("ccm", {"is_self_employed": False})["references"]

    assert [one.id for one in references.waived_by] == ["not_self_employed"]


@pytest.mark.parametrize("certification_id", certification_ids())
def test_the_first_need_says_who_may_apply(certification_id: str) -> None:
    """Without the license or degree, months of work are beside the point."""
    found = list(needs(certification_id).values())

    assert [one.id for one in found if one.decides_who] == ["background"]
    assert found[0].id == "background"


@pytest.mark.parametrize("certification_id", certification_ids())
def test_every_criterion_stands_in_one_need(certification_id: str) -> None:
    """Nothing that decides is left out of what a reader sees."""
    shown = [
        finding.id
        for need in needs(certification_id, {}).values()
        for findings in (need.waived_by, *(way.findings for way in need.ways))
        for finding in findings
    ]

    assert sorted(shown) == sorted(one.id for one in read_rule(certification_id).criteria())
