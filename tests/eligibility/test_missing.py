"""The minimal changes, the next question, declarations and assumptions."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from oracle import CHANGEABLE, DECLARATIONS, apply_change, lowered
from oracle.answers import bounds, changes, decision, decisions, needed, outcome, same
from oracle.changes import Change
from oracle.people import ACM_RN, ACM_SW, CCM, CMGT_BC, NOTHING
from oracle.strategies import profiles

from casecert_data.errors import CasecertError

THOROUGH = settings(derandomize=True, deadline=None, max_examples=100)
"""For tests whose example takes a few milliseconds."""

BRIEF = settings(derandomize=True, deadline=None, max_examples=40)
"""For tests that apply every set of every certification."""

RANK = {"not_met": 0, "unknown": 1, "met": 2}
"""From worse to better."""

Stated = dict[str, Any]


def _sets(profile: Stated) -> Iterator[tuple[str, list[Change]]]:
    """Yield every set of every certification's `missing`."""
    for certification_id, found in decisions(profile).items():
        for entries in found["missing"]:
            yield certification_id, sorted(changes(entries), key=lambda change: change[0])


def _applied(profile: Stated, steps: list[Change], *, code: str = "") -> Stated:
    """Return the profile after all of the changes."""
    for change in steps:
        chosen = code if change[1] == "includes_any" else ""
        profile = apply_change(profile, change, code=chosen)
    return profile


@BRIEF
@given(profiles())
@example({})
def test_applying_any_set_makes_the_outcome_met(profile: Stated) -> None:
    """A set that did not reach *met* would send somebody off to do things for nothing."""
    for certification_id, steps in _sets(profile):
        assert outcome(_applied(profile, steps), certification_id) == "met", steps


@BRIEF
@given(profiles())
@example({})
def test_without_any_one_of_its_entries_a_set_is_not_enough(profile: Stated) -> None:
    """Nobody is asked for more than is needed."""
    for certification_id, steps in _sets(profile):
        for left_out in steps:
            rest = [change for change in steps if change != left_out]

            assert outcome(_applied(profile, rest), certification_id) != "met", (
                steps,
                left_out,
            )


@BRIEF
@given(profiles())
@example({})
def test_no_number_in_a_set_could_be_lower(profile: Stated) -> None:
    """One hundredth less of any amount is not enough, even where the person had none."""
    for certification_id, steps in _sets(profile):
        for change in steps:
            if isinstance(change[2], Fraction):
                less = [lowered(one) if one == change else one for one in steps]

                assert outcome(_applied(profile, less), certification_id) != "met", (
                    steps,
                    change,
                )


@pytest.mark.parametrize(
    ("certification_id", "profile"),
    [("ccm", CCM), ("acm_rn", ACM_RN), ("acm_sw", ACM_SW), ("cmgt_bc", CMGT_BC)],
)
def test_any_one_code_of_an_entry_is_enough(certification_id: str, profile: Stated) -> None:
    """A list of which one code suffices is one entry, and each of its codes suffices."""
    stated = {**NOTHING, **profile, "license_codes": ["NONE"]}
    lists = [
        (steps, codes)
        for one, steps in _sets(stated)
        if one == certification_id
        for _, kind, codes in steps
        if kind == "includes_any"
    ]

    assert lists
    for steps, codes in lists:
        assert isinstance(codes, frozenset)
        assert {
            outcome(_applied(stated, steps, code=code), certification_id) for code in codes
        } == {"met"}


@THOROUGH
@given(profiles())
@example({})
def test_nothing_is_missing_exactly_when_the_outcome_is_met(profile: Stated) -> None:
    """Whoever is not there yet is told at least one way, and whoever is there none."""
    for certification_id, found in decisions(profile).items():
        assert (found["missing"] == []) == (found["outcome"] == "met"), certification_id


@THOROUGH
@given(profiles())
@example({})
def test_an_entry_says_the_fact_what_was_found_what_is_needed_and_who_can_change_it(
    profile: Stated,
) -> None:
    """The four names of the contract, and `found` as it was stated."""
    for found in decisions(profile).values():
        for entry in (entry for entries in found["missing"] for entry in entries):
            assert set(entry) == {"fact", "found", "needed", "can_change"}
            assert same(entry["found"], profile.get(entry["fact"])), entry
            assert isinstance(entry["can_change"], bool)


@THOROUGH
@given(profiles())
@example({})
def test_what_is_needed_is_what_a_criterion_needs(profile: Stated) -> None:
    """Every entry can be found again among the reasons, in the same words."""
    for found in decisions(profile).values():
        asked = {(one["fact"], needed(one["needed"])) for one in found["criteria"]}
        for entry in (entry for entries in found["missing"] for entry in entries):
            assert (entry["fact"], needed(entry["needed"])) in asked


@THOROUGH
@given(profiles())
@example({})
def test_sets_stand_shortest_first_then_in_the_order_of_the_rule(profile: Stated) -> None:
    """And sets with what nobody can bring about come last."""
    for found in decisions(profile).values():
        place = {
            (one["fact"], needed(one["needed"])): at for at, one in enumerate(found["criteria"])
        }
        keys = [
            (
                not all(entry["can_change"] for entry in entries),
                len(entries),
                sorted(place[entry["fact"], needed(entry["needed"])] for entry in entries),
            )
            for entries in found["missing"]
        ]

        assert keys == sorted(keys)


@THOROUGH
@given(profiles())
@example({})
def test_at_most_twenty_sets_are_listed_and_none_of_these_rules_has_more(
    profile: Stated,
) -> None:
    """The longest list of the four rules, with all blank, has eighteen sets."""
    for found in decisions(profile).values():
        assert len(found["missing"]) <= 20
        assert found["missing_truncated"] is False


def test_with_all_blank_the_ccm_has_eighteen_ways() -> None:
    """Three backgrounds, three kinds of experience, two answers about self-employment."""
    assert len(decision({}, "ccm")["missing"]) == 18


def test_one_entry_serves_two_criteria() -> None:
    """24 months in a health system are the year, and make the contact unnecessary."""
    short = {"health_system_cm_months": 0, "has_supervisor_contact": False}
    first = decision({**NOTHING, **ACM_RN, **short}, "acm_rn")["missing"][0]

    assert [(entry["fact"], entry["needed"]) for entry in first] == [
        ("health_system_cm_months", {"at_least": 24})
    ]


def test_raising_a_part_beyond_its_whole_is_one_entry() -> None:
    """12 months under a CCM are 12 months: the whole rises with them and is not listed."""
    stated = {**NOTHING, **CCM, "cm_months": 5, "cm_months_under_ccm": 5}

    assert frozenset({("cm_months_under_ccm", "at_least", Fraction(12))}) in {
        changes(entries) for entries in decision(stated, "ccm")["missing"]
    }


def test_a_character_question_answered_with_no_cannot_be_changed() -> None:
    """Nobody can bring about another past; the way is still shown."""
    found = decision({**CCM, "attests_good_character": False}, "ccm")

    assert found["missing"] == [
        [
            {
                "fact": "attests_good_character",
                "found": False,
                "needed": {"is": True},
                "can_change": False,
            }
        ]
    ]


@pytest.mark.parametrize("fact", CHANGEABLE)
def test_what_is_blank_can_be_brought_about(fact: str) -> None:
    """A blank is an answer not yet given, also to the questions about character."""
    entries = [
        entry
        for entries in decision({}, "ccm")["missing"]
        for entry in entries
        if entry["fact"] == fact
    ]

    assert entries
    assert all(entry["can_change"] for entry in entries)


@THOROUGH
@given(profiles())
@example({})
def test_a_question_is_asked_only_of_an_unknown_and_only_about_an_open_fact(
    profile: Stated,
) -> None:
    """A fact that was stated, or that changes nothing, is never asked."""
    for found in decisions(profile).values():
        fact = found["next_question"]
        if fact is None:
            continue
        value = profile.get(fact)
        standing = {entry["fact"] for entries in found["missing"] for entry in entries}

        assert found["outcome"] == "unknown"
        assert value in (None, []) or bounds(value)[0] != bounds(value)[1]
        assert fact in standing


def test_with_all_blank_the_ccm_asks_about_references() -> None:
    """They stand in nine of eighteen sets; the declarations would, but come last."""
    assert decision({}, "ccm")["next_question"] == "client_references"


def test_a_declaration_is_asked_when_nothing_else_is_open() -> None:
    """Declarations come last, not never."""
    stated = {**NOTHING, **CCM}
    del stated["attests_good_character"]

    assert decision(stated, "ccm")["next_question"] == "attests_good_character"


def test_an_unknown_that_no_answer_settles_asks_nothing() -> None:
    """An unsettled list is for the issuer to settle; every fact is stated."""
    found = decision({**NOTHING, **ACM_RN, "license_codes": ["APRN"]}, "acm_rn")

    assert (found["outcome"], found["next_question"]) == ("unknown", None)


def test_a_not_met_asks_nothing() -> None:
    """No further answer can change it."""
    assert decision({"attests_good_character": False}, "ccm")["next_question"] is None


# --- declarations -----------------------------------------------------------------------


@THOROUGH
@given(profiles())
@example({})
def test_apart_from_declarations_is_never_worse_than_the_outcome(profile: Stated) -> None:
    """Blank declarations answered as helps most can only help."""
    for found in decisions(profile).values():
        assert RANK[found["apart_from_declarations"]] >= RANK[found["outcome"]]


@THOROUGH
@given(profiles())
def test_stated_declarations_stay_as_they_are(profile: Stated) -> None:
    """With both stated there is nothing to be apart from."""
    stated = {"is_self_employed": True, "attests_good_character": False, **profile}

    assert all(
        found["apart_from_declarations"] == found["outcome"]
        for found in decisions(stated).values()
    )


def test_a_roster_without_declarations_shows_who_is_ready_but_for_the_form() -> None:
    """The registrar cannot answer for the applicant."""
    stated = {fact: value for fact, value in CCM.items() if fact not in DECLARATIONS}
    found = decision(stated, "ccm")

    assert (found["outcome"], found["apart_from_declarations"]) == ("unknown", "met")


def test_a_declaration_that_hurts_is_not_looked_past() -> None:
    """Only what is blank is answered well."""
    stated = {**CCM, "is_self_employed": True, "client_references": 0}
    del stated["attests_good_character"]

    assert decision(stated, "ccm")["apart_from_declarations"] == "not_met"


@THOROUGH
@given(profiles())
@example({})
def test_criteria_on_declarations_are_marked(profile: Stated) -> None:
    """Two facts are declarations, and no other."""
    for found in decisions(profile).values():
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
