"""A rule as needs and ways: what a reader sees of it, with and without a person."""

import re
from typing import Any

import pytest
from oracle import EDITIONS
from oracle.people import ACM_SW_BY_DEGREE, CCM, CCM_BY_WHOLE_DEGREE, NOTHING
from oracle.read_all_by_hand import NEEDS, SHAPES

from casecert_data import decide
from casecert_data.eligibility import (
    Need,
    certification_ids,
    needs_of,
    read_rule,
    rule_edition_of,
)

IN_EACH_EDITION = pytest.mark.parametrize("edition", EDITIONS)
"""Whose words are followed."""


def needs(
    certification_id: str, facts: dict[str, Any] | None = None, *, edition: str
) -> dict[str, Need]:
    """Return the needs of a rule by name, judged for a person if there is one."""
    rule = read_rule(certification_id, edition=edition)
    if facts is None:
        return {one.id: one for one in needs_of(rule)}
    answer = decide(facts, on="2026-11-23", certifications=[certification_id], edition=edition)
    return {one.id: one for one in needs_of(rule, answer.decisions[0])}


@IN_EACH_EDITION
@pytest.mark.parametrize("certification_id", certification_ids())
def test_without_a_person_nothing_is_judged(edition: str, certification_id: str) -> None:
    """A handout for students says what is asked, not whether it is there."""
    found = needs(certification_id, edition=edition).values()

    assert {one.outcome for one in found} == {None}
    assert {way.outcome for one in found for way in one.ways} == {None}
    assert [way.findings for one in found for way in one.ways if way.findings] == []


@IN_EACH_EDITION
def test_the_needs_of_the_ccm_are_four_and_one_is_only_for_some(edition: str) -> None:
    """In the order of the article; the references only for the self-employed."""
    found = needs("ccm", edition=edition).values()

    assert [(one.id, one.is_choice, one.is_conditional) for one in found] == [
        ("background", True, False),
        ("work", True, False),
        ("character", False, False),
        ("references", False, True),
    ]


@IN_EACH_EDITION
def test_a_waiver_is_no_way(edition: str) -> None:
    """Not being self-employed is no way to bring references: it says that none are asked."""
    references = needs("ccm", edition=edition)["references"]

    assert [way.id for way in references.ways] == ["client_references"]


@IN_EACH_EDITION
def test_a_group_of_two_is_one_way(edition: str) -> None:
    """The degree and its school stand in one box; the license in the other."""
    ways = needs("acm_sw", edition=edition)["background"].ways

    assert [(way.id, way.title) for way in ways] == [
        ("degree_route", "Degree"),
        ("license", "License"),
    ]
    assert all(
        part in ways[0].text.lower()
        for part in ("bachelor\u2019s or master\u2019s", "accredited school", "social work")
    )


def test_a_group_of_three_is_one_way_of_the_issuer() -> None:
    """The degree, its institution and its practice stand between license and certification."""
    ways = needs("ccm", edition="issuer")["background"].ways

    assert [way.id for way in ways] == ["license", "degree_route", "certification"]


@pytest.mark.parametrize(
    ("edition", "certification_id", "profile", "ids"),
    [
        ("article", "acm_sw", ACM_SW_BY_DEGREE, ["degree", "accredited_school"]),
        ("issuer", "acm_sw", ACM_SW_BY_DEGREE, ["degree", "accredited_school"]),
        (
            "issuer",
            "ccm",
            CCM_BY_WHOLE_DEGREE,
            ["degree", "accredited_institution", "field_experience"],
        ),
    ],
)
def test_a_way_carries_the_findings_of_all_its_parts(
    edition: str, certification_id: str, profile: dict[str, Any], ids: list[str]
) -> None:
    """A table shows all answers beside the one way."""
    ways = needs(certification_id, profile, edition=edition)["background"].ways
    (route,) = (way for way in ways if way.id == "degree_route")

    assert [one.id for one in route.findings] == ids
    assert route.outcome == "met"


def test_a_way_is_as_unknown_as_its_least_known_part() -> None:
    """A degree without a word on its institution is not yet the way in."""
    stated = {**NOTHING, **CCM_BY_WHOLE_DEGREE}
    del stated["degree_is_accredited"]
    ways = needs("ccm", stated, edition="issuer")["background"].ways

    assert [(way.id, way.outcome) for way in ways] == [
        ("license", "not_met"),
        ("degree_route", "unknown"),
        ("certification", "not_met"),
    ]


@IN_EACH_EDITION
def test_an_option_that_is_not_needed_is_no_failure(edition: str) -> None:
    """Twelve months under a CCM are enough; 23 in all are then not "not met"."""
    work = needs("ccm", {**NOTHING, **CCM}, edition=edition)["work"]

    assert work.outcome == "met"
    assert [(way.id, way.outcome) for way in work.ways] == [
        ("months_under_ccm", "met"),
        ("months_any_supervisor", "not_needed"),
        ("months_supervising", "not_needed"),
    ]


@IN_EACH_EDITION
def test_options_of_a_need_that_is_not_met_keep_their_outcomes(edition: str) -> None:
    """Each of them could still be gone."""
    stated = {**NOTHING, **CCM, "cm_months_under_ccm": 11}
    work = needs("ccm", stated, edition=edition)["work"]

    assert [way.outcome for way in work.ways] == ["not_met"] * 3


def test_parts_that_are_all_needed_are_never_spared() -> None:
    """Two years as a nurse do not make the hours "not needed"."""
    work = needs("cmgt_bc", {**NOTHING, "rn_years": 2}, edition="issuer")["work"]

    assert (work.is_choice, work.outcome) == (False, "not_met")
    assert [way.outcome for way in work.ways] == ["met", "not_met"]


@IN_EACH_EDITION
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
    edition: str, stated: dict[str, Any], outcome: str, way: str, *, is_waived: bool
) -> None:
    """A blank "self-employed" waives nothing; the references are judged by themselves."""
    references = needs("ccm", stated, edition=edition)["references"]

    assert (references.outcome, references.is_waived) == (outcome, is_waived)
    assert references.ways[0].outcome == way


@IN_EACH_EDITION
def test_a_waived_need_says_by_what(edition: str) -> None:
    """The page tells why nothing is asked there."""
    references = needs("ccm", {"is_self_employed": False}, edition=edition)["references"]

    assert [one.id for one in references.waived_by] == ["not_self_employed"]


@IN_EACH_EDITION
@pytest.mark.parametrize("certification_id", certification_ids())
def test_the_first_need_says_who_may_apply(edition: str, certification_id: str) -> None:
    """Without the license or degree, months of work are beside the point."""
    found = list(needs(certification_id, edition=edition).values())

    assert [one.id for one in found if one.decides_who] == NEEDS[certification_id][:1]
    assert found[0].decides_who


@IN_EACH_EDITION
@pytest.mark.parametrize("certification_id", certification_ids())
def test_every_criterion_stands_in_its_needs(edition: str, certification_id: str) -> None:
    """Nothing that decides is left out of what a reader sees, in any way that asks for it."""
    read = SHAPES[certification_id, rule_edition_of(certification_id, edition)]
    shown = [
        finding.id
        for need in needs(certification_id, {}, edition=edition).values()
        for findings in (need.waived_by, *(way.findings for way in need.ways))
        for finding in findings
    ]

    assert sorted(shown) == sorted(re.findall(r"\w+", read))
