"""Which certifications are told to whom, and in which order: professions, fields, own facts.

Whom each is for was read from the issuers' pages: the ACM is written for nurses and for social
workers, the CMGT-BC for nurses alone, the C-SWCM and C-ASWCM for social workers alone, the CRC
for rehabilitation counselors, the HS-BCP for human services; the CCM takes all of these.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle.strategies import Drawn, drawn, promising_drawn

from casecert_data import decide
from casecert_data.credentials import (
    bases_of,
    is_closed,
    offered_first,
    offers_for,
    told_in_full,
)
from casecert_data.eligibility import certification_ids
from casecert_data.profiles import read_profile

ON = "2026-11-23"
THOROUGH = settings(derandomize=True, deadline=None, max_examples=60)

Stated = dict[str, Any]

NURSE: Stated = {"license_codes": ["RN"], "degrees": ["bachelor:nursing"]}
BACHELOR_SOCIAL_WORKER: Stated = {
    "license_codes": ["NONE"],
    "degrees": ["bachelor:social_work"],
}
MASTER_SOCIAL_WORKER: Stated = {
    "license_codes": ["SW_MASTER"],
    "degrees": ["master:social_work"],
}
COUNSELOR: Stated = {"license_codes": ["LPC"], "degrees": ["master:other"]}
HUMAN_SERVICES: Stated = {
    "license_codes": ["NONE"],
    "degrees": ["bachelor:health_human_services"],
}
CAREER_CHANGER: Stated = {"license_codes": ["NONE"], "degrees": ["bachelor:other"]}

PEOPLE: dict[str, tuple[Stated, tuple[str, ...], list[str]]] = {
    "a nurse": (NURSE, ("nurse",), ["acm_rn", "cmgt_bc", "ccm"]),
    "a bachelor social worker": (
        BACHELOR_SOCIAL_WORKER,
        ("social_worker",),
        ["acm_sw", "c_swcm", "c_aswcm", "ccm"],
    ),
    "a master social worker": (
        MASTER_SOCIAL_WORKER,
        ("social_worker",),
        ["acm_sw", "c_swcm", "c_aswcm", "ccm"],
    ),
    "a counselor": (COUNSELOR, ("counselor",), ["ccm", "hs_bcp"]),
    "somebody in human services": (HUMAN_SERVICES, ("human_services",), ["hs_bcp", "ccm"]),
    "a career changer without a license": (CAREER_CHANGER, ("other",), ["hs_bcp"]),
    "nobody in particular": ({}, (), ["ccm", "acm_rn", "acm_sw", "cmgt_bc"]),
    "a nurse with the CBIS": (
        {**NURSE, "certification_codes": ["CBIS"]},
        ("nurse",),
        ["cbis", "acm_rn", "cmgt_bc", "ccm"],
    ),
    "a nurse with work in brain injury": (
        {**NURSE, "brain_injury_hours": 600},
        ("nurse",),
        ["acm_rn", "cmgt_bc", "ccm", "cbis"],
    ),
}
"""Profile, professions, and what is told in full, in order."""

EACH_PERSON = pytest.mark.parametrize("name", PEOPLE)


def parted(stated: Stated, *, edition: str = "issuer") -> tuple[list[str], list[str]]:
    """Name what is told in full, and the rest."""
    profile = read_profile(stated)
    answer = decide(profile, on=ON, edition=edition)
    full, rest = told_in_full(answer, profile.facts)
    return [one.certification_id for one in full], [one.certification_id for one in rest]


# --- people ------------------------------------------------------------------------------


@EACH_PERSON
def test_licenses_degrees_and_certifications_show_the_profession(name: str) -> None:
    """Where both licenses and degrees were stated and show none, it is another one."""
    stated, bases, _ = PEOPLE[name]

    assert bases_of(read_profile(stated).facts) == bases


@EACH_PERSON
def test_what_is_for_somebodys_profession_is_told_in_full(name: str) -> None:
    """What is held first, then what is written for the profession, then what takes it too."""
    stated, _, expected = PEOPLE[name]

    assert parted(stated)[0] == expected


@EACH_PERSON
@pytest.mark.parametrize("edition", ["issuer", "article"])
def test_nothing_is_lost(name: str, edition: str) -> None:
    """What is not told in full is named all the same, once."""
    full, rest = parted(PEOPLE[name][0], edition=edition)

    assert sorted([*full, *rest]) == sorted(certification_ids())
    assert len(full) + len(rest) == 13


@EACH_PERSON
def test_what_is_closed_to_somebody_comes_last(name: str) -> None:
    """A nurse is not shown what only social workers can hold before what takes nurses."""
    profile = read_profile(PEOPLE[name][0])
    ordered = offered_first(decide(profile, on=ON).decisions, profile.facts)
    closed = [is_closed(one) for one in ordered if not one.held]

    assert closed == sorted(closed)


@EACH_PERSON
def test_the_article_is_asked_only_for_what_it_speaks_of(name: str) -> None:
    """Nine certifications are none of its four, so the issuers' answers do not mix in."""
    full, _ = parted(PEOPLE[name][0], edition="article")

    assert full
    assert set(full) <= {"ccm", "acm_rn", "acm_sw", "cmgt_bc"}


def test_only_what_social_workers_can_hold_is_closed_to_a_nurse() -> None:
    """Certifications for other professions; the CRC refuses nobody, so it is not closed."""
    decisions = decide(NURSE, on=ON).decisions

    assert [one.certification_id for one in decisions if is_closed(one)] == [
        "acm_sw",
        "c_swcm",
        "c_aswcm",
    ]


def test_hours_of_a_special_field_that_are_known_to_be_none_bring_nothing_up() -> None:
    """A no and a zero say that somebody does not work there."""
    none = {**NURSE, "brain_injury_hours": 0, "brain_injury_work_is_professional": False}

    assert parted(none)[0] == parted(NURSE)[0]


def test_facts_that_many_rules_ask_for_are_no_sign_of_a_field() -> None:
    """Months of case management count for the CCM, the CMAC and the CMC alike."""
    tiers = {one.certification_id: one.tier for one in offers_for({"license_codes": ("RN",)})}
    with_months = offers_for(read_profile({"license_codes": ["RN"], "cm_months": 30}).facts)

    assert {one.certification_id: one.tier for one in with_months} == tiers


def test_each_offer_gives_its_reason_and_who_says_so() -> None:
    """One sentence and a source for each of the person's professions that it takes."""
    offers = {one.certification_id: one for one in offers_for({"license_codes": ("LPC",)})}

    assert offers["crc"].reasons == ("Written for rehabilitation counselors.",)
    assert offers["crc"].source_ids
    assert (offers["acm_rn"].tier, offers["acm_rn"].reasons) == ("other", ())
    assert (offers["crc"].tier, offers["crc"].field) == ("field", "rehabilitation counseling")


# --- anybody -----------------------------------------------------------------------------


@THOROUGH
@given(st.one_of(promising_drawn(), drawn()))
def test_there_are_never_more_than_four_beside_what_is_met_and_held(one: Drawn) -> None:
    """More would be a list again; and something is always told."""
    profile = read_profile(one.profile)
    answer = decide(profile, on=ON)
    full, rest = told_in_full(answer, profile.facts)
    reached = [each for each in full if each.held or each.outcome == "met"]

    assert 1 <= len(full) <= max(4, len(reached))
    assert not [each for each in rest if each.held or each.outcome == "met"]
    assert sorted(each.certification_id for each in (*full, *rest)) == sorted(
        certification_ids()
    )


@THOROUGH
@given(drawn())
def test_where_somebody_lives_and_who_they_are_changes_no_order(one: Drawn) -> None:
    """The key, the name and the state are no reason to be told something else."""
    named = {**one.profile, "person_id": "00123", "display_name": "Zoe", "home_state": "MI"}

    assert parted(named) == parted(one.profile)
