"""What only the applicant can say, and what is taken for granted in its place."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from oracle import DECLARATIONS, EDITIONS
from oracle.answers import decision, decisions, outcome
from oracle.people import CCM
from oracle.strategies import profiles

from casecert_data.errors import CasecertError

THOROUGH = settings(derandomize=True, deadline=None, max_examples=75)
"""For each edition."""

IN_EACH_EDITION = pytest.mark.parametrize("edition", EDITIONS)
"""What holds of every rule holds of both editions'."""

RANK = {"not_met": 0, "unknown": 1, "met": 2}
"""From worse to better."""

Stated = dict[str, Any]


# --- declarations -----------------------------------------------------------------------


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_apart_from_declarations_is_never_worse_than_the_outcome(
    edition: str, profile: Stated
) -> None:
    """Blank declarations answered as helps most can only help."""
    for found in decisions(profile, edition=edition).values():
        assert RANK[found["apart_from_declarations"]] >= RANK[found["outcome"]]


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
def test_stated_declarations_stay_as_they_are(edition: str, profile: Stated) -> None:
    """With both stated there is nothing to be apart from."""
    stated = {"is_self_employed": True, "attests_good_character": False, **profile}

    assert all(
        found["apart_from_declarations"] == found["outcome"]
        for found in decisions(stated, edition=edition).values()
    )


@IN_EACH_EDITION
def test_a_roster_without_declarations_shows_who_is_ready_but_for_the_form(
    edition: str,
) -> None:
    """The registrar cannot answer for the applicant."""
    stated = {fact: value for fact, value in CCM.items() if fact not in DECLARATIONS}
    found = decision(stated, "ccm", edition=edition)

    assert (found["outcome"], found["apart_from_declarations"]) == ("unknown", "met")


@IN_EACH_EDITION
def test_a_declaration_that_hurts_is_not_looked_past(edition: str) -> None:
    """Only what is blank is answered well."""
    stated = {**CCM, "is_self_employed": True, "client_references": 0}
    del stated["attests_good_character"]

    assert decision(stated, "ccm", edition=edition)["apart_from_declarations"] == "not_met"


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_criteria_on_declarations_are_marked(edition: str, profile: Stated) -> None:
    """Two facts are declarations, and no other."""
    for found in decisions(profile, edition=edition).values():
        for one in found["criteria"]:
            assert one["is_declaration"] is (one["fact"] in DECLARATIONS), one


# --- assumptions ------------------------------------------------------------------------


@THOROUGH
@given(profiles())
@example({})
def test_an_assumption_fills_a_blank_as_if_it_had_been_stated(profile: Stated) -> None:
    """The outcome is that of the profile with the answer in it."""
    profile = {fact: value for fact, value in profile.items() if fact not in DECLARATIONS}
    answers = {"is_self_employed": False, "attests_good_character": True}

    assert [one["outcome"] for one in decisions(profile, assume=answers).values()] == [
        one["outcome"] for one in decisions({**profile, **answers}).values()
    ]


def test_an_assumption_never_overrides_what_was_stated() -> None:
    """A contradiction is an error, not a choice between two."""
    with pytest.raises(CasecertError, match="attests_good_character"):
        decision(
            {"attests_good_character": False}, "ccm", assume={"attests_good_character": True}
        )


def test_an_assumption_that_repeats_what_was_stated_is_no_contradiction() -> None:
    """It adds nothing and takes nothing."""
    stated = {"cm_months": 12}

    assert outcome(stated, "ccm", assume={"cm_months": 12}) == outcome(stated, "ccm")


def test_an_assumption_of_the_same_codes_in_another_order_is_no_contradiction() -> None:
    """A set has no order."""
    stated = {"license_codes": ["RN", "LPN"]}

    assert outcome(stated, "ccm", assume={"license_codes": ["LPN", "RN"]}) == outcome(
        stated, "ccm"
    )


def test_an_assumed_part_greater_than_the_stated_whole_is_a_contradiction() -> None:
    """Filling a blank may not make the profile impossible."""
    with pytest.raises(CasecertError, match="cm_months_under_ccm"):
        decision({"cm_months": 5}, "ccm", assume={"cm_months_under_ccm": 12})


def test_an_assumption_about_an_unknown_fact_is_an_error() -> None:
    """A misspelt name must not be a silent default."""
    with pytest.raises(CasecertError, match="cm_months"):
        decision({}, "ccm", assume={"cm_month": 12})
