"""What holds of every decision: evidence, completions, witnesses, and answers that stay put."""

from collections.abc import Mapping
from copy import deepcopy
from fractions import Fraction
from itertools import islice
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracle import (
    CERTIFICATION_IDS,
    DECLARATIONS,
    EDITIONS,
    Edition,
    completions,
    decide_slowly,
    rule_edition,
)
from oracle.answers import ON, decision, decisions, outcome
from oracle.people import CCM, NOTHING
from oracle.strategies import ANSWERS, CODES, EDGES, in_order, profiles, promising_profiles

from casecert_data import decide

THOROUGH = settings(derandomize=True, deadline=None, max_examples=90)
"""For tests whose example takes a few milliseconds; for each edition."""

BRIEF = settings(derandomize=True, deadline=None, max_examples=40)
"""For tests that decide many times for each example; for each edition."""

IN_EACH_EDITION = pytest.mark.parametrize("edition", EDITIONS)
"""What holds of every rule holds of both editions'."""

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
    """Draw a profile with more of what is stated: greater numbers, further codes, a yes."""
    after = deepcopy(profile)
    for fact, value in profile.items():
        if fact in EDGES:
            more = draw(st.sampled_from([0, 0, 0.5, 1, EDGES[fact][-1]]))
            after[fact] = _plus(value, more)
        elif fact in CODES and value:
            further = draw(st.lists(st.sampled_from(CODES[fact]), max_size=2))
            codes = dict.fromkeys([*value, *further])
            after[fact] = [code for code in codes if code != "NONE" or not further]
        elif fact in ANSWERS and fact not in DECLARATIONS:
            after[fact] = value or draw(st.booleans())
    return after


def _witnesses(
    certification_id: str, profile: Stated, edition: Edition
) -> dict[str, dict[str, object]]:
    """Return a completion of each outcome that the oracle reaches; it stops at two."""
    found: dict[str, dict[str, object]] = {}
    for full in completions(certification_id, profile, edition):
        found.setdefault(decide_slowly(certification_id, full, edition).outcome, full)
        if len(found) > 1:
            break
    return found


@IN_EACH_EDITION
@THOROUGH
@given(st.data(), st.one_of(promising_profiles(), profiles()))
def test_more_evidence_never_makes_an_outcome_worse(
    edition: Edition, data: st.DataObject, profile: Stated
) -> None:
    """More hours, months or codes hurt nobody: met stays met, and nothing falls to not met."""
    after = data.draw(_more_of(profile))
    assume(in_order(after))
    before_outcomes, after_outcomes = (
        decisions(stated, edition=edition) for stated in (profile, after)
    )

    assert [
        one
        for one in CERTIFICATION_IDS
        if RANK[after_outcomes[one]["outcome"]] < RANK[before_outcomes[one]["outcome"]]
    ] == []


@IN_EACH_EDITION
@THOROUGH
@given(promising_profiles(), profiles())
def test_filling_blanks_never_changes_a_settled_outcome(
    edition: Edition, profile: Stated, other: Stated
) -> None:
    """Met and not met are said only when no further answer can change them."""
    blank = [fact for fact, value in profile.items() if value == []]
    filled = {**other, **{fact: profile[fact] for fact in profile if fact not in blank}}
    assume(in_order(filled))
    before, after = (decisions(stated, edition=edition) for stated in (profile, filled))

    assert [
        one
        for one in CERTIFICATION_IDS
        if before[one]["outcome"] not in {"unknown", after[one]["outcome"]}
    ] == []


@IN_EACH_EDITION
@BRIEF
@given(st.one_of(profiles(), promising_profiles()))
def test_met_holds_in_every_completion_and_not_met_in_none(
    edition: Edition, profile: Stated
) -> None:
    """A settled outcome is that of each full profile that the partial one allows."""
    for certification_id, found in decisions(profile, edition=edition).items():
        if found["outcome"] != "unknown":
            reached = {
                outcome({**profile, **full}, certification_id, edition=edition)
                for full in islice(completions(certification_id, profile, edition), 25)
            }

            assert reached == {found["outcome"]}, certification_id


@IN_EACH_EDITION
@BRIEF
@given(profiles())
def test_an_unknown_of_blanks_or_intervals_has_a_witness_of_each_outcome(
    edition: Edition, profile: Stated
) -> None:
    """Two full profiles agree with all that is stated; one is met and the other is not."""
    for certification_id, found in decisions(profile, edition=edition).items():
        causes = {one["cause"] for one in found["criteria"]}
        if found["outcome"] == "unknown" and "open_list" not in causes:
            # The oracle only finds the two; the engine must judge them itself.
            judged = {
                expected: outcome({**profile, **full}, certification_id, edition=edition)
                for expected, full in _witnesses(certification_id, profile, edition).items()
            }

            assert judged == {"met": "met", "not_met": "not_met"}, certification_id


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
def test_a_cause_stands_beside_every_unknown_and_beside_nothing_else(
    edition: Edition, profile: Stated
) -> None:
    """An unknown without a cause could not be asked about; no rule here is secondary."""
    for found in decisions(profile, edition=edition).values():
        for one in found["criteria"]:
            unknown = one["cause"] in {"blank", "interval", "open_list"}

            assert unknown == (one["outcome"] == "unknown"), one
            assert unknown or one["cause"] is None, one


@IN_EACH_EDITION
@BRIEF
@given(profiles())
def test_ids_of_criteria_are_unique_and_stay_the_same(
    edition: Edition, profile: Stated
) -> None:
    """Screens and pages refer to a criterion by its id, whoever is judged."""
    of_nobody = decisions({}, edition=edition)
    for certification_id, found in decisions(profile, edition=edition).items():
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
def test_the_edition_asked_for_changes_nothing_where_the_issuer_could_not_be_read(
    profile: Stated,
) -> None:
    """The article's rule stands in whole, with what is missing and what to ask."""
    by_issuer, by_article = (
        decision(profile, "cmgt_bc", edition=edition) for edition in EDITIONS
    )

    assert by_issuer == by_article


@IN_EACH_EDITION
@BRIEF
@given(profiles())
def test_each_decision_says_whose_rule_it_used(edition: Edition, profile: Stated) -> None:
    """The fallback is for each certification by itself, whatever is known of a person."""
    found = decisions(profile, edition=edition)

    assert {one: found[one]["rule_edition"] for one in found} == {
        one: rule_edition(one, edition) for one in CERTIFICATION_IDS
    }


@THOROUGH
@given(st.one_of(profiles(), promising_profiles()))
def test_the_issuer_of_the_acm_is_never_kinder_than_the_article(profile: Stated) -> None:
    """It asks for hours where the article takes a year too, and all else is the same."""
    by_issuer, by_article = (
        decisions(profile, edition=edition, certifications=["acm_rn", "acm_sw"])
        for edition in EDITIONS
    )

    assert [
        one
        for one in by_issuer
        if RANK[by_issuer[one]["outcome"]] > RANK[by_article[one]["outcome"]]
    ] == []


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
