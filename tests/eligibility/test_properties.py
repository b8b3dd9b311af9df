"""What holds of every decision: evidence, completions, witnesses, and answers that stay put."""

from collections.abc import Mapping
from copy import deepcopy
from fractions import Fraction
from itertools import islice
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracle import CERTIFICATION_IDS, completions, decide_slowly
from oracle.answers import ON, decision, decisions, outcome
from oracle.people import CCM, NOTHING
from oracle.strategies import CODES, EDGES, in_order, profiles, promising_profiles

from casecert_data import decide

THOROUGH = settings(derandomize=True, deadline=None, max_examples=120)
"""For tests whose example takes a few milliseconds."""

BRIEF = settings(derandomize=True, deadline=None, max_examples=50)
"""For tests that decide many times for each example."""

RANK = {"not_met": 0, "unknown": 1, "met": 2}
"""From worse to better."""

Stated = dict[str, Any]


def _plus(value: object, more: float) -> object:
    """Return a number or an interval that is moved up."""
    if isinstance(value, Mapping):
        return {end: amount + more for end, amount in value.items()}
    assert isinstance(value, int | float)
    return value + more


@st.composite
def _more_of(draw: st.DrawFn, profile: Stated) -> Stated:
    """Draw a profile with more of what is stated: greater numbers, further codes, a contact."""
    after = deepcopy(profile)
    for fact, value in profile.items():
        if fact in EDGES:
            more = draw(st.sampled_from([0, 0, 0.5, 1, EDGES[fact][-1]]))
            after[fact] = _plus(value, more)
        elif fact in CODES and value:
            further = draw(st.lists(st.sampled_from(CODES[fact]), max_size=2))
            codes = dict.fromkeys([*value, *further])
            after[fact] = [code for code in codes if code != "NONE" or not further]
        elif fact in {"has_supervisor_contact", "social_work_school_is_accredited"}:
            after[fact] = value or draw(st.booleans())
    return after


@THOROUGH
@given(st.data(), st.one_of(promising_profiles(), profiles()))
def test_more_evidence_never_makes_an_outcome_worse(
    data: st.DataObject, profile: Stated
) -> None:
    """More hours, months or codes hurt nobody: met stays met, and nothing falls to not met."""
    after = data.draw(_more_of(profile))
    assume(in_order(after))
    before_outcomes, after_outcomes = decisions(profile), decisions(after)

    assert [
        one
        for one in CERTIFICATION_IDS
        if RANK[after_outcomes[one]["outcome"]] < RANK[before_outcomes[one]["outcome"]]
    ] == []


@THOROUGH
@given(promising_profiles(), profiles())
def test_filling_blanks_never_changes_a_settled_outcome(profile: Stated, other: Stated) -> None:
    """Met and not met are said only when no further answer can change them."""
    blank = [fact for fact, value in profile.items() if value == []]
    filled = {**other, **{fact: profile[fact] for fact in profile if fact not in blank}}
    assume(in_order(filled))
    before, after = decisions(profile), decisions(filled)

    assert [
        one
        for one in CERTIFICATION_IDS
        if before[one]["outcome"] not in {"unknown", after[one]["outcome"]}
    ] == []


@BRIEF
@given(st.one_of(profiles(), promising_profiles()))
def test_met_holds_in_every_completion_and_not_met_in_none(profile: Stated) -> None:
    """A settled outcome is that of each full profile that the partial one allows."""
    for certification_id, found in decisions(profile).items():
        if found["outcome"] != "unknown":
            reached = {
                outcome({**profile, **full}, certification_id)
                for full in islice(completions(certification_id, profile), 25)
            }

            assert reached == {found["outcome"]}, certification_id


@BRIEF
@given(profiles())
def test_an_unknown_of_blanks_or_intervals_has_a_witness_of_each_outcome(
    profile: Stated,
) -> None:
    """Two full profiles agree with all that is stated; one is met and the other is not."""
    for certification_id, found in decisions(profile).items():
        causes = {one["cause"] for one in found["criteria"]}
        if found["outcome"] == "unknown" and "open_list" not in causes:
            # The oracle only finds the two; the engine must judge them itself.
            witnesses = {
                decide_slowly(certification_id, full).outcome: full
                for full in completions(certification_id, profile)
            }
            judged = {
                expected: outcome({**profile, **full}, certification_id)
                for expected, full in witnesses.items()
            }

            assert judged == {"met": "met", "not_met": "not_met"}, certification_id


@THOROUGH
@given(profiles())
def test_a_cause_stands_beside_every_unknown_and_beside_nothing_else(profile: Stated) -> None:
    """An unknown without a cause could not be asked about; the article is never secondary."""
    for found in decisions(profile).values():
        for one in found["criteria"]:
            unknown = one["cause"] in {"blank", "interval", "open_list"}

            assert unknown == (one["outcome"] == "unknown"), one
            assert unknown or one["cause"] is None, one


@THOROUGH
@given(profiles())
def test_ids_of_criteria_are_unique_and_stay_the_same(profile: Stated) -> None:
    """Screens and pages refer to a criterion by its id, whoever is judged."""
    of_nobody = decisions({})
    for certification_id, found in decisions(profile).items():
        ids = [one["id"] for one in found["criteria"]]

        assert len(set(ids)) == len(ids)
        assert ids == [one["id"] for one in of_nobody[certification_id]["criteria"]]


@THOROUGH
@given(profiles())
def test_asking_about_one_certification_answers_as_asking_about_all(profile: Stated) -> None:
    """Certifications are decided each for itself."""
    together = decisions(profile)

    assert {one: decision(profile, one) for one in CERTIFICATION_IDS} == together


@THOROUGH
@given(profiles(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_stated_changes_nothing(
    profile: Stated, shuffler: Any
) -> None:
    """Facts and codes have no order, so nothing that is answered may depend on it."""
    facts = list(profile.items())
    shuffler.shuffle(facts)
    shuffled = {
        fact: value[::-1] if isinstance(value, list) else value for fact, value in facts
    }
    kept = ("outcome", "next_question", "apart_from_declarations", "held")
    before, after = decisions(profile), decisions(shuffled)

    assert [[one[key] for key in kept] for one in before.values()] == [
        [one[key] for key in kept] for one in after.values()
    ]


@THOROUGH
@given(profiles())
def test_deciding_leaves_the_profile_as_it_was(profile: Stated) -> None:
    """A caller's mapping is the caller's."""
    before = deepcopy(profile)
    decide(profile, on=ON)

    assert profile == before


@THOROUGH
@given(profiles())
def test_an_interval_of_one_value_is_decided_as_the_value(profile: Stated) -> None:
    """A known number is `[x, x]`."""
    as_intervals = {
        fact: {"at_least": value, "at_most": value}
        if fact in EDGES and not isinstance(value, Mapping)
        else value
        for fact, value in profile.items()
    }

    assert [one["outcome"] for one in decisions(as_intervals).values()] == [
        one["outcome"] for one in decisions(profile).values()
    ]


@THOROUGH
@given(profiles())
def test_facts_that_no_rule_reads_change_nothing(profile: Stated) -> None:
    """A name, a key and a state are never judged."""
    named = {**profile, "person_id": "00123", "display_name": "NA", "home_state": "MI"}

    assert decisions(named) == decisions(profile)


@THOROUGH
@given(profiles())
def test_the_edition_asked_for_changes_nothing_yet(profile: Stated) -> None:
    """Only the article's rules exist, and each decision says that it used them."""
    by_issuer, by_article = (
        decisions(profile, edition=edition) for edition in ("issuer", "article")
    )

    assert by_issuer == by_article
    assert {one["rule_edition"] for one in by_issuer.values()} == {"article"}


@pytest.mark.parametrize("certification_id", CERTIFICATION_IDS)
def test_who_holds_a_certification_is_judged_all_the_same(certification_id: str) -> None:
    """`held` is said beside the verdict, not in its place."""
    stated = {**NOTHING, "certification_codes": [certification_id.upper()]}
    found = decisions(stated)

    assert {one: found[one]["held"] for one in found} == {
        one: one == certification_id for one in found
    }
    assert found[certification_id]["outcome"] in {"not_met", "unknown"}


def test_nobody_holds_what_was_not_stated() -> None:
    """A blank list of certifications makes `held` false."""
    assert decision({}, "ccm")["held"] is False


def test_exact_decimals_are_not_rounded_to_a_threshold() -> None:
    """0.1 + 0.2 style errors must not carry somebody over, or under, a line."""
    just_under = {**NOTHING, **CCM, "cm_months_under_ccm": 11.999999999999998}
    threshold = Fraction(12)

    assert Fraction(str(just_under["cm_months_under_ccm"])) < threshold
    assert outcome(just_under, "ccm") == "not_met"
