"""The minimal changes, and the next question."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from oracle import CHANGEABLE, EDITIONS, apply_change, lowered
from oracle.answers import (
    bounds,
    changes,
    decision,
    decisions,
    missing,
    needed,
    outcome,
    same,
)
from oracle.changes import Change
from oracle.people import ACM_RN, ACM_SW, CCM, CCM_BY_WHOLE_DEGREE, CMGT_BC, NOTHING
from oracle.strategies import profiles

THOROUGH = settings(derandomize=True, deadline=None, max_examples=75)
"""For tests whose example takes a few milliseconds; for each edition."""

BRIEF = settings(derandomize=True, deadline=None, max_examples=30)
"""For tests that apply every set of every certification; for each edition."""

IN_EACH_EDITION = pytest.mark.parametrize("edition", EDITIONS)
"""What holds of every rule holds of both editions'."""

Stated = dict[str, Any]


def _sets(profile: Stated, edition: str) -> Iterator[tuple[str, list[Change]]]:
    """Yield every set of every certification's `missing`."""
    for certification_id, found in decisions(profile, edition=edition).items():
        for entries in found["missing"]:
            yield certification_id, sorted(changes(entries), key=lambda change: change[0])


def _applied(profile: Stated, steps: list[Change], *, code: str = "") -> Stated:
    """Return the profile after all of the changes."""
    for change in steps:
        chosen = code if change[1] == "includes_any" else ""
        profile = apply_change(profile, change, code=chosen)
    return profile


def _brings(entry: Mapping[str, Any], criterion: Mapping[str, Any]) -> bool:
    """Tell whether whoever does what an entry says has what a criterion asks for."""
    (kind, amount), (other_kind, other) = needed(entry["needed"]), needed(criterion["needed"])
    if (entry["fact"], kind) != (criterion["fact"], other_kind):
        return False
    if isinstance(amount, Fraction) and isinstance(other, Fraction):
        return amount >= other
    if isinstance(amount, frozenset) and isinstance(other, frozenset):
        return amount <= other
    return amount == other


@cache
def _criteria(certification_id: str, edition: str) -> list[dict[str, Any]]:
    """Return every criterion of a rule, judged for nobody."""
    found: list[dict[str, Any]] = decision({}, certification_id, edition=edition)["criteria"]
    return found


def _weakly_applied(
    profile: Stated, steps: list[Change], certification_id: str, edition: str
) -> Stated:
    """Return the profile after all of the changes, each list by its code that helps least."""
    criteria = _criteria(certification_id, edition)
    for change in steps:
        code = ""
        if isinstance(change[2], frozenset) and change[1] == "includes_any":
            times = {
                one: sum(one in other["needed"].get("includes_any", ()) for other in criteria)
                for one in sorted(change[2])
            }
            code = min(times, key=times.__getitem__)
        profile = apply_change(profile, change, code=code)
    return profile


@IN_EACH_EDITION
@BRIEF
@given(profiles())
@example({})
def test_applying_any_set_makes_the_outcome_met(edition: str, profile: Stated) -> None:
    """A set that did not reach *met* would send somebody off to do things for nothing."""
    for certification_id, steps in _sets(profile, edition):
        for after in (
            _applied(profile, steps),
            _weakly_applied(profile, steps, certification_id, edition),
        ):
            assert outcome(after, certification_id, edition=edition) == "met", steps


@IN_EACH_EDITION
@BRIEF
@given(profiles())
@example({})
def test_without_any_one_of_its_entries_a_set_is_not_enough(
    edition: str, profile: Stated
) -> None:
    """Nobody is asked for more than is needed."""
    for certification_id, steps in _sets(profile, edition):
        for left_out in steps:
            rest = [change for change in steps if change != left_out]

            after = _weakly_applied(profile, rest, certification_id, edition)

            assert outcome(after, certification_id, edition=edition) != "met", (steps, left_out)


@IN_EACH_EDITION
@BRIEF
@given(profiles())
@example({})
def test_no_number_in_a_set_could_be_lower(edition: str, profile: Stated) -> None:
    """One hundredth less of any amount is not enough, even where the person had none."""
    for certification_id, steps in _sets(profile, edition):
        for change in steps:
            if isinstance(change[2], Fraction):
                less = [lowered(one) if one == change else one for one in steps]

                after = _weakly_applied(profile, less, certification_id, edition)

                assert outcome(after, certification_id, edition=edition) != "met", (
                    steps,
                    change,
                )


@IN_EACH_EDITION
@pytest.mark.parametrize(
    ("certification_id", "profile"),
    [("ccm", CCM), ("acm_rn", ACM_RN), ("acm_sw", ACM_SW), ("cmgt_bc", CMGT_BC)],
)
def test_any_one_code_of_an_entry_is_enough(
    edition: str, certification_id: str, profile: Stated
) -> None:
    """A list of which one code suffices is one entry, and each of its codes suffices."""
    stated = {**NOTHING, **profile, "license_codes": ["NONE"]}
    lists = [
        (steps, codes)
        for one, steps in _sets(stated, edition)
        if one == certification_id
        for _, kind, codes in steps
        if kind == "includes_any"
    ]

    assert lists
    for steps, codes in lists:
        assert isinstance(codes, frozenset)
        assert {
            outcome(_applied(stated, steps, code=code), certification_id, edition=edition)
            for code in codes
        } == {"met"}


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_nothing_is_missing_exactly_when_the_outcome_is_met(
    edition: str, profile: Stated
) -> None:
    """Whoever is not there yet is told at least one way, and whoever is there none."""
    for certification_id, found in decisions(profile, edition=edition).items():
        assert (found["missing"] == []) == (found["outcome"] == "met"), certification_id


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_an_entry_says_the_fact_what_was_found_what_is_needed_and_who_can_change_it(
    edition: str, profile: Stated
) -> None:
    """The four names of the contract, and `found` as it was stated."""
    for found in decisions(profile, edition=edition).values():
        for entry in (entry for entries in found["missing"] for entry in entries):
            assert set(entry) == {"fact", "found", "needed", "can_change"}
            assert same(entry["found"], profile.get(entry["fact"])), entry
            assert isinstance(entry["can_change"], bool)


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_what_is_needed_is_what_a_criterion_needs(edition: str, profile: Stated) -> None:
    """Every entry can be found again among the reasons, in the same words."""
    for found in decisions(profile, edition=edition).values():
        asked = {(one["fact"], needed(one["needed"])) for one in found["criteria"]}
        for entry in (entry for entries in found["missing"] for entry in entries):
            assert (entry["fact"], needed(entry["needed"])) in asked


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_sets_stand_shortest_first_then_in_the_order_of_the_rule(
    edition: str, profile: Stated
) -> None:
    """And sets with what nobody can bring about come last.

    An entry stands where the rule asks for it, or for less of it: a master's degree is asked
    for as a degree first.
    """
    for found in decisions(profile, edition=edition).values():
        keys = [
            (
                not all(entry["can_change"] for entry in entries),
                len(entries),
                [
                    at
                    for at, one in enumerate(found["criteria"])
                    if any(_brings(entry, one) for entry in entries)
                ],
            )
            for entries in found["missing"]
        ]

        assert keys == sorted(keys)


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_at_most_twenty_sets_are_listed_and_none_of_these_rules_has_more(
    edition: str, profile: Stated
) -> None:
    """The longest list of the four rules, with all blank, has eighteen sets."""
    for found in decisions(profile, edition=edition).values():
        assert len(found["missing"]) <= 20
        assert found["missing_truncated"] is False


@IN_EACH_EDITION
def test_with_all_blank_the_ccm_has_eighteen_ways(edition: str) -> None:
    """Three backgrounds, three kinds of experience, two answers about self-employment.

    What the issuer asks of a degree makes its sets longer, and makes no further ones.
    """
    assert len(decision({}, "ccm", edition=edition)["missing"]) == 18


def test_one_entry_serves_two_criteria_of_the_article() -> None:
    """24 months in a health system are the year, and make the contact unnecessary."""
    stated = {**NOTHING, "license_codes": ["RN"]}
    first = decision(stated, "acm_rn", edition="article")["missing"][0]

    assert [(entry["fact"], entry["needed"]) for entry in first] == [
        ("health_system_cm_months", {"at_least": 24})
    ]


def test_hours_and_months_are_two_entries_of_the_issuer() -> None:
    """No months make up for the hours, so both ways out hold them."""
    hours = ("health_system_cm_hours", "at_least", Fraction(2080))
    stated = {**NOTHING, "license_codes": ["RN"]}

    assert missing(decision(stated, "acm_rn", edition="issuer")) == {
        frozenset({hours, ("health_system_cm_months", "at_least", Fraction(24))}),
        frozenset({hours, ("has_supervisor_contact", "is", True)}),
    }


def test_the_degree_route_of_the_issuer_is_one_way_of_three_entries() -> None:
    """The degree, its institution and its practice stand together or not at all."""
    stated = {**NOTHING, **CCM, "license_codes": ["NONE"]}
    codes = {
        f"{level}:{field}"
        for level in ("bachelor", "master", "doctorate")
        for field in ("nursing", "social_work", "health_human_services")
    }
    licenses = {"RN", "SW_MASTER", "SW_CLINICAL", "LPC", "PHARMACIST"}

    assert missing(decision(stated, "ccm", edition="issuer")) == {
        frozenset({("license_codes", "includes_any", frozenset(licenses))}),
        frozenset({("certification_codes", "includes_any", frozenset({"CRC", "CDMS"}))}),
        frozenset(
            {
                ("degrees", "includes_any", frozenset(codes)),
                ("degree_is_accredited", "is", True),
                ("had_supervised_field_experience", "is", True),
            }
        ),
    }


@pytest.mark.parametrize("fact", ["degree_is_accredited", "had_supervised_field_experience"])
def test_what_was_lacking_in_a_degree_can_still_be_brought_about(fact: str) -> None:
    """Another degree may have it; only character is what nobody can change."""
    stated = {**NOTHING, **CCM_BY_WHOLE_DEGREE, fact: False}
    entries = [
        entry
        for entries in decision(stated, "ccm", edition="issuer")["missing"]
        for entry in entries
        if entry["fact"] == fact
    ]

    assert [entry["can_change"] for entry in entries] == [True]


@IN_EACH_EDITION
def test_raising_a_part_beyond_its_whole_is_one_entry(edition: str) -> None:
    """12 months under a CCM are 12 months: the whole rises with them and is not listed."""
    stated = {**NOTHING, **CCM, "cm_months": 5, "cm_months_under_ccm": 5}

    assert frozenset({("cm_months_under_ccm", "at_least", Fraction(12))}) in {
        changes(entries) for entries in decision(stated, "ccm", edition=edition)["missing"]
    }


@IN_EACH_EDITION
def test_a_character_question_answered_with_no_cannot_be_changed(edition: str) -> None:
    """Nobody can bring about another past; the way is still shown."""
    found = decision({**CCM, "attests_good_character": False}, "ccm", edition=edition)

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


@IN_EACH_EDITION
@pytest.mark.parametrize("fact", CHANGEABLE)
def test_what_is_blank_can_be_brought_about(edition: str, fact: str) -> None:
    """A blank is an answer not yet given, also to the questions about character."""
    entries = [
        entry
        for entries in decision({}, "ccm", edition=edition)["missing"]
        for entry in entries
        if entry["fact"] == fact
    ]

    assert entries
    assert all(entry["can_change"] for entry in entries)


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_a_question_is_asked_only_of_an_unknown_and_only_about_an_open_fact(
    edition: str, profile: Stated
) -> None:
    """A fact that was stated, or that changes nothing, is never asked."""
    for found in decisions(profile, edition=edition).values():
        fact = found["next_question"]
        if fact is None:
            continue
        value = profile.get(fact)
        standing = {entry["fact"] for entries in found["missing"] for entry in entries}

        assert found["outcome"] == "unknown"
        assert value in (None, []) or bounds(value)[0] != bounds(value)[1]
        assert fact in standing


@IN_EACH_EDITION
def test_with_all_blank_the_ccm_asks_about_references(edition: str) -> None:
    """They stand in nine of eighteen sets; the declarations would, but come last."""
    assert decision({}, "ccm", edition=edition)["next_question"] == "client_references"


@IN_EACH_EDITION
def test_a_declaration_is_asked_when_nothing_else_is_open(edition: str) -> None:
    """Declarations come last, not never."""
    stated = {**NOTHING, **CCM}
    del stated["attests_good_character"]

    assert decision(stated, "ccm", edition=edition)["next_question"] == "attests_good_character"


@IN_EACH_EDITION
def test_an_unknown_that_no_answer_settles_asks_nothing(edition: str) -> None:
    """An unsettled list is for the issuer to settle; every fact is stated."""
    found = decision(
        {**NOTHING, **ACM_RN, "license_codes": ["APRN"]}, "acm_rn", edition=edition
    )

    assert (found["outcome"], found["next_question"]) == ("unknown", None)


@IN_EACH_EDITION
def test_a_not_met_asks_nothing(edition: str) -> None:
    """No further answer can change it."""
    assert (
        decision({"attests_good_character": False}, "ccm", edition=edition)["next_question"]
        is None
    )
