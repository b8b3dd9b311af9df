"""What an issuer answered: it settles what is open, overturns nothing, and is told as such."""

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from oracle.answers import ON, decision, decisions
from oracle.strategies import profiles, promising_profiles
from support.rulings import ruling

from casecert_data import decide
from casecert_data.eligibility import (
    Interval,
    Ruling,
    certification_ids,
    decide_rule,
    question_of,
    read_rule,
    state_on,
)
from casecert_data.errors import CasecertError

THOROUGH = settings(derandomize=True, deadline=None, max_examples=60)
"""Each example decides thirteen certifications twice."""

RANK = {"not_met": 0, "unknown": 1, "met": 2}
"""From worse to better."""

READY: dict[str, Any] = {
    "license_codes": ["OTHER"],
    "cm_months": 24,
    "attests_good_character": True,
    "is_self_employed": False,
}
"""All that the CCM asks for, with a license that its list does not name."""


def ruled(stated: Mapping[str, Any], *answers: Any) -> dict[str, Any]:
    """Return a profile with what issuers answered."""
    return {**stated, "rulings": list(answers)}


def finding(found: Mapping[str, Any], criterion_id: str) -> Any:
    """Return what a decision says of one requirement."""
    return next(one for one in found["criteria"] if one["id"] == criterion_id)


@st.composite
def _answers(draw: st.DrawFn, *outcomes: str) -> Any:
    """Draw an issuer's answer on any requirement of any rule that answers today."""
    key = draw(st.sampled_from(certification_ids()))
    criterion = draw(st.sampled_from([one.id for one in read_rule(key).criteria()]))
    return ruling(key, criterion, draw(st.sampled_from(outcomes)))


# --- by hand ----------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", ["met", "not_met"])
def test_an_open_list_is_settled_by_the_issuer(outcome: str) -> None:
    """The CCM names examples of licenses, so another one is for the issuer to say."""
    before = decision(READY, "ccm")
    after = decision(ruled(READY, ruling("ccm", "license", outcome)), "ccm")

    assert (before["outcome"], finding(before, "license")["cause"]) == ("unknown", "open_list")
    assert finding(after, "license")["outcome"] == outcome
    assert finding(after, "license")["cause"] is None


def test_a_yes_on_the_license_is_all_that_was_missing() -> None:
    """The rest of what the CCM asks for is there."""
    found = decision(ruled(READY, ruling("ccm", "license", "met")), "ccm")

    assert (found["outcome"], found["missing"], found["next_question"]) == ("met", [], None)


def test_a_finding_says_who_answered_and_when() -> None:
    """The answer of somebody on a day, told as such."""
    found = decision(ruled(READY, ruling("ccm", "license", "met")), "ccm")

    assert finding(found, "license")["ruled_by"] == "Desk of the issuer"
    assert finding(found, "license")["ruled_on"] == "2026-11-03"


def test_only_what_was_answered_carries_an_answer() -> None:
    """Everything else keeps the shape of the contract."""
    found = decision(ruled(READY, ruling("ccm", "license", "met")), "ccm")

    assert [one["id"] for one in found["criteria"] if "ruled_on" in one] == ["license"]
    assert [one["id"] for one in found["criteria"] if "ruled_by" in one] == ["license"]


def test_the_answer_of_one_issuer_says_nothing_for_another() -> None:
    """Every other certification comes out as it did."""
    before = decisions(READY)
    after = decisions(ruled(READY, ruling("ccm", "license", "met")))

    assert {one for one in before if before[one] != after[one]} == {"ccm"}


def test_a_page_that_may_not_refuse_is_settled_by_the_issuer() -> None:
    """An LPN is no social worker, but only a page that is not the issuer's says so."""
    stated = {"license_codes": ["LPN"]}
    before = finding(decision(stated, "c_swcm"), "license")
    no = ruled(stated, ruling("c_swcm", "license", "not_met"))

    assert (before["outcome"], before["cause"]) == ("unknown", "secondary_rule")
    assert finding(decision(no, "c_swcm"), "license")["outcome"] == "not_met"


def test_the_issuer_goes_before_an_article_that_stands_in_for_its_page() -> None:
    """The page on the CMGT-BC could not be read; its list leaves an APRN open."""
    stated = {
        "license_codes": ["APRN"],
        "rn_years": 2,
        "ncm_hours_last_36_months": 2000,
        "ncm_education_hours_last_36_months": 30,
    }
    yes = decision(ruled(stated, ruling("cmgt_bc", "license", "met")), "cmgt_bc")

    assert decision(stated, "cmgt_bc")["outcome"] == "unknown"
    assert (yes["rule_edition"], yes["outcome"]) == ("article", "met")


def test_the_articles_own_words_do_not_count_what_the_issuer_said() -> None:
    """Whoever asks for the article gets the article, and is told what was left out."""
    profile = ruled(READY, ruling("ccm", "license", "met"))
    answer = decide(profile, on=ON, edition="article").to_json()
    plain = decide(READY, on=ON, edition="article").to_json()

    assert answer.pop("rulings_left_out") == ["ccm"]
    assert answer == plain


def test_where_the_article_is_silent_the_issuers_rule_counts_its_answers() -> None:
    """Asked for the article, the issuer's rule on the HS-BCP answers all the same."""
    stated = {"certification_codes": ["OTHER"], "degrees": ["associate:other"]}
    profile = ruled(stated, ruling("hs_bcp", "any_degree", "met"))
    found = decision(profile, "hs_bcp", edition="article")

    assert finding(found, "any_degree")["outcome"] == "met"


def test_what_was_refused_is_mended_by_a_named_license_and_not_by_the_same() -> None:
    """A license that the list names is one way on; the one that was refused is none."""
    found = decision(ruled(READY, ruling("ccm", "license", "not_met")), "ccm")
    needed = [
        entry["needed"]["includes_any"]
        for entries in found["missing"]
        for entry in entries
        if entry["fact"] == "license_codes"
    ]

    assert needed
    assert not any("OTHER" in codes for codes in needed)


def test_what_nobody_can_change_stays_so_when_the_issuer_says_no() -> None:
    """Good character that the issuer does not see is no step to take."""
    stated = {**READY, "license_codes": ["RN"]}
    del stated["attests_good_character"]
    found = decision(ruled(stated, ruling("ccm", "good_character", "not_met")), "ccm")

    assert (found["outcome"], found["apart_from_declarations"]) == ("not_met", "not_met")
    assert [[one["can_change"] for one in entries] for entries in found["missing"]] == [[False]]


def test_what_the_issuer_answered_is_not_asked_again() -> None:
    """A blank license on which it said no leaves the other ways to ask about."""
    stated = {name: value for name, value in READY.items() if name != "license_codes"}
    profile = ruled(stated, ruling("ccm", "license", "not_met"))
    found = decide(profile, on=ON, certifications=["ccm"]).decisions[0]
    question = question_of(found)

    assert found.outcome == "unknown"
    assert found.next_question != "license_codes"
    assert question is not None
    assert question.fact != "license_codes"


def test_facts_that_grow_past_a_no_are_met_all_the_same() -> None:
    """A plan that brings the months is not held up by an answer from before."""
    months = {"cm_months": Interval(Fraction(24), Fraction(24))}
    no = Ruling("ccm", "months_any_supervisor", "not_met", "CCMC", date(2026, 11, 3))
    state = state_on(months, as_of=None, on=ON)
    found = decide_rule(read_rule("ccm"), state, {no.criterion_id: no})
    (work,) = (one for one in found.criteria if one.id == no.criterion_id)

    assert (work.outcome, work.ruled_on) == ("met", None)


# --- whatever is stated -----------------------------------------------------------------


@THOROUGH
@given(st.one_of(promising_profiles(), profiles()), _answers("met"))
def test_a_yes_never_makes_an_outcome_worse(stated: dict[str, Any], yes: Any) -> None:
    """What an issuer lets pass can only help."""
    before = decisions(stated)
    try:
        after = decisions(ruled(stated, yes))
    except CasecertError:
        # The facts say no for sure, and then the answer is refused.
        reject()

    assert [
        one for one in before if RANK[after[one]["outcome"]] < RANK[before[one]["outcome"]]
    ] == []


@THOROUGH
@given(st.one_of(promising_profiles(), profiles()), _answers("not_met"))
def test_a_no_never_makes_an_outcome_better(stated: dict[str, Any], no: Any) -> None:
    """What an issuer refuses can only hurt, also apart from the declarations."""
    before = decisions(stated)
    try:
        after = decisions(ruled(stated, no))
    except CasecertError:
        reject()

    for said in ("outcome", "apart_from_declarations"):
        assert [one for one in before if RANK[after[one][said]] > RANK[before[one][said]]] == []


@THOROUGH
@given(st.one_of(promising_profiles(), profiles()), _answers("met", "not_met"))
def test_an_answer_changes_only_what_was_unknown(stated: dict[str, Any], said: Any) -> None:
    """Requirements that the facts settle, and those not asked about, stay as they are."""
    key, criterion = said["certification_id"], said["criterion_id"]
    before = decision(stated, key)
    try:
        after = decision(ruled(stated, said), key)
    except CasecertError:
        assert finding(before, criterion)["outcome"] not in {"unknown", said["outcome"]}
        return

    assert finding(after, criterion)["outcome"] == said["outcome"]
    assert finding(after, criterion)["cause"] is None
    assert [one for one in before["criteria"] if one["id"] != criterion] == [
        one for one in after["criteria"] if one["id"] != criterion
    ]


@THOROUGH
@given(st.one_of(promising_profiles(), profiles()), _answers("met"))
def test_what_was_answered_with_yes_is_never_missing(stated: dict[str, Any], yes: Any) -> None:
    """It is there, so no set of changes asks for it, and no question either."""
    key, criterion = yes["certification_id"], yes["criterion_id"]
    try:
        found = decide(ruled(stated, yes), on=ON, certifications=[key]).decisions[0]
    except CasecertError:
        reject()
    unmet = {(one.fact, one.needed) for one in found.criteria if one.outcome != "met"}
    told = {(entry.fact, entry.needed) for entries in found.missing for entry in entries}

    assert told <= unmet
    assert found.next_question in {None, *(fact for fact, _ in unmet)}
    assert criterion not in {one.id for one in found.criteria if one.outcome != "met"}


@THOROUGH
@given(promising_profiles(), profiles(), _answers("met", "not_met"))
def test_filling_blanks_changes_no_outcome_that_an_answer_settled(
    stated: dict[str, Any], other: dict[str, Any], said: Any
) -> None:
    """What is said to be met or not met holds for every way to fill what is blank.

    A way in which the facts say the opposite of the answer is refused, and is none.
    """
    blank = [fact for fact, value in stated.items() if value == []]
    filled = {**other, **{fact: stated[fact] for fact in stated if fact not in blank}}
    key = said["certification_id"]
    try:
        before = decision(ruled(stated, said), key)
        after = decision(ruled(filled, said), key)
    except CasecertError:
        reject()

    assert before["outcome"] in {"unknown", after["outcome"]}


@THOROUGH
@given(profiles(), st.sampled_from(["issuer", "article"]))
def test_without_answers_nothing_changes(stated: dict[str, Any], edition: str) -> None:
    """Byte for byte: an empty list is as good as none."""
    without, empty = (
        json.dumps(decide(one, on=ON, edition=edition).to_json())
        for one in (stated, ruled(stated))
    )

    assert "ruled" not in without
    assert "ruling" not in without
    assert without == empty
