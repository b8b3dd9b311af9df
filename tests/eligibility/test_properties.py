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
    OF_THE_ARTICLE,
    Edition,
    completions,
    decide_slowly,
    rule_edition,
)
from oracle.answers import ON, decision, decisions, outcome
from oracle.people import CCM, NOTHING
from oracle.strategies import (
    ANSWERS,
    BY_ISSUERS,
    BY_THE_ARTICLE,
    CODES,
    EDGES,
    FURTHER,
    WITH_CAVEATS,
    Drawn,
    drawn,
    in_order,
    profiles,
    promising_drawn,
)

from casecert_data import decide

THOROUGH = settings(derandomize=True, deadline=None, max_examples=180)
"""For tests whose example takes a few milliseconds; shared out among the parts."""

BRIEF = settings(derandomize=True, deadline=None, max_examples=80)
"""For tests that decide many times for each example; shared out among the parts."""

CAN_REFUSE_THROUGHOUT = (*OF_THE_ARTICLE, "cmac", "cmc", "cmcn")
"""Rules whose every criterion may refuse; each other one has some that never do."""

RANK = {"not_met": 0, "unknown": 1, "met": 2}
"""From worse to better."""

Stated = dict[str, Any]


def _found(one: Drawn, profile: Stated | None = None) -> dict[str, dict[str, Any]]:
    """Return the decisions on what was drawn, or on another profile by the same rules."""
    edition, certification_ids = one.part
    stated = one.profile if profile is None else profile
    return decisions(stated, edition=edition, certifications=certification_ids)


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
        if fact in EDGES and fact != "disability_management_domains":
            more = draw(st.sampled_from([0, 0, 0.5, 1, EDGES[fact][-1]]))
            after[fact] = _plus(value, more)
        elif fact in CODES and value:
            further = draw(st.lists(st.sampled_from(CODES[fact]), max_size=2))
            codes = dict.fromkeys([*value, *further])
            after[fact] = [code for code in codes if code != "NONE" or not further]
        elif fact == "disability_management_domains":
            # There are only four.
            after[fact] = draw(st.sampled_from([value, 4]))
        elif fact in ANSWERS and fact not in DECLARATIONS:
            after[fact] = value or draw(st.booleans())
    return after


def _witnesses(
    certification_id: str, profile: Stated, edition: Edition
) -> dict[str, dict[str, object]]:
    """Return a completion of each outcome that the oracle reaches; two opposites are enough."""
    found: dict[str, dict[str, object]] = {}
    for full in completions(certification_id, profile, edition):
        found.setdefault(decide_slowly(certification_id, full, edition).outcome, full)
        if {"met", "not_met"} <= set(found):
            break
    return found


@THOROUGH
@given(st.data(), st.one_of(promising_drawn(), drawn()))
def test_more_evidence_never_makes_an_outcome_worse(data: st.DataObject, one: Drawn) -> None:
    """More hours, months or codes hurt nobody: met stays met, and nothing falls to not met.

    But for the CMAC: whoever becomes a nurse or social worker must then hold the ACM first.
    """
    after = data.draw(_more_of(one.profile))
    assume(in_order(after))
    before_outcomes, after_outcomes = _found(one), _found(one, after)
    same_licenses = after.get("license_codes") == one.profile.get("license_codes")

    assert [
        key
        for key in before_outcomes
        if RANK[after_outcomes[key]["outcome"]] < RANK[before_outcomes[key]["outcome"]]
        and (key != "cmac" or same_licenses)
    ] == []


@THOROUGH
@given(st.data(), promising_drawn())
def test_filling_blanks_never_changes_a_settled_outcome(
    data: st.DataObject, one: Drawn
) -> None:
    """Met and not met are said only when no further answer can change them."""
    other = data.draw(drawn((one.part,))).profile
    blank = [fact for fact, value in one.profile.items() if value == []]
    filled = {
        **other,
        **{fact: value for fact, value in one.profile.items() if fact not in blank},
    }
    assume(in_order(filled))
    before, after = _found(one), _found(one, filled)

    assert [
        key
        for key in before
        if before[key]["outcome"] not in {"unknown", after[key]["outcome"]}
    ] == []


@BRIEF
@given(st.one_of(drawn(), promising_drawn()))
def test_met_holds_in_every_completion_and_not_met_in_none(one: Drawn) -> None:
    """A settled outcome is that of each full profile that the partial one allows."""
    edition = one.part.edition
    for key, found in _found(one).items():
        if found["outcome"] != "unknown":
            reached = {
                outcome({**one.profile, **full}, key, edition=edition)
                for full in islice(completions(key, one.profile, edition), 25)
            }

            assert reached == {found["outcome"]}, key


@BRIEF
@given(drawn())
def test_an_unknown_of_blanks_or_intervals_has_a_witness_of_each_outcome(one: Drawn) -> None:
    """Full profiles agree with all that is stated; one is met, and another is not.

    Where only pages stand against somebody that refuse nobody, the other one is unknown.
    """
    edition = one.part.edition
    for key, found in _found(one).items():
        causes = {criterion["cause"] for criterion in found["criteria"]}
        if found["outcome"] == "unknown" and causes.isdisjoint({"open_list", "secondary_rule"}):
            witnesses = _witnesses(key, one.profile, edition)
            # The oracle only finds them; the engine must judge them itself.
            judged = {
                expected: outcome({**one.profile, **full}, key, edition=edition)
                for expected, full in witnesses.items()
            }

            assert judged == {expected: expected for expected in witnesses}, key
            assert "met" in judged, key
            assert len(judged) > 1, key
            assert key not in CAN_REFUSE_THROUGHOUT or "not_met" in judged, key


@THOROUGH
@given(drawn())
def test_a_cause_stands_beside_every_unknown_and_beside_nothing_else(one: Drawn) -> None:
    """An unknown without a cause could not be asked about."""
    for key, found in _found(one).items():
        causes = {"blank", "interval", "open_list"}
        if key not in CAN_REFUSE_THROUGHOUT:
            causes.add("secondary_rule")
        for criterion in found["criteria"]:
            is_unknown = criterion["cause"] in causes

            assert is_unknown == (criterion["outcome"] == "unknown"), criterion
            assert is_unknown or criterion["cause"] is None, criterion


@BRIEF
@given(drawn())
def test_ids_of_criteria_are_unique_and_stay_the_same(one: Drawn) -> None:
    """Screens and pages refer to a criterion by its id, whoever is judged."""
    of_nobody = _found(one, {})
    for key, found in _found(one).items():
        ids = [criterion["id"] for criterion in found["criteria"]]

        assert len(set(ids)) == len(ids)
        assert ids == [criterion["id"] for criterion in of_nobody[key]["criteria"]]


@BRIEF
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
@given(drawn((BY_ISSUERS, FURTHER, WITH_CAVEATS)))
def test_the_edition_asked_for_changes_nothing_where_only_one_could_be_read(
    one: Drawn,
) -> None:
    """The other one's rule stands in whole, with what is missing and what to ask."""
    alone = set(CERTIFICATION_IDS) - {"ccm", "acm_rn", "acm_sw"}
    asked = [key for key in one.part.certification_ids if key in alone]
    by_issuer, by_article = (
        decisions(one.profile, edition=edition, certifications=asked) for edition in EDITIONS
    )

    assert by_issuer == by_article


@BRIEF
@given(drawn((BY_ISSUERS, BY_THE_ARTICLE, FURTHER, WITH_CAVEATS)))
def test_each_decision_says_whose_rule_it_used(one: Drawn) -> None:
    """The fallback is for each certification by itself, whatever is known of a person."""
    found = _found(one)

    assert {key: found[key]["rule_edition"] for key in found} == {
        key: rule_edition(key, one.part.edition) for key in one.part.certification_ids
    }


@THOROUGH
@given(st.one_of(drawn((BY_ISSUERS,)), promising_drawn((BY_ISSUERS,))))
def test_the_issuer_of_the_acm_is_never_kinder_than_the_article(one: Drawn) -> None:
    """It asks for hours where the article takes a year too, and all else is the same."""
    by_issuer, by_article = (
        decisions(one.profile, edition=edition, certifications=["acm_rn", "acm_sw"])
        for edition in EDITIONS
    )

    assert [
        key
        for key in by_issuer
        if RANK[by_issuer[key]["outcome"]] > RANK[by_article[key]["outcome"]]
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
