"""The engine held against a second evaluator that was written from the rules' words alone."""

from collections.abc import Iterator
from functools import partial
from itertools import product
from typing import Any

import pytest
from hypothesis import example, given, settings
from oracle import (
    CERTIFICATION_IDS,
    Contradiction,
    apart_from_declarations,
    decide_slowly,
    minimal_changes,
    next_question,
    outcome_by_completions,
)
from oracle.answers import decisions, leaves_summary, missing, same, summary
from oracle.strategies import any_profiles, profiles, promising_profiles, whole_profiles

from casecert_data.errors import CasecertError

THOROUGH = settings(derandomize=True, deadline=None, max_examples=150)
"""For tests whose example takes a few milliseconds."""

BRIEF = settings(derandomize=True, deadline=None, max_examples=60)
"""For tests whose oracle searches a whole model."""

Stated = dict[str, Any]


def _without_blanks(values: Stated) -> Stated:
    """Leave out what is None."""
    return {fact: value for fact, value in values.items() if value is not None}


def _grid(choices: dict[str, tuple[Any, ...]]) -> Iterator[Stated]:
    """Yield a profile for every combination of the choices; None is blank."""
    for values in product(*choices.values()):
        yield _without_blanks(dict(zip(choices, values, strict=True)))


def _outcomes_differ(certification_id: str, profile: Stated) -> bool:
    """Tell whether engine and oracle disagree on one certification."""
    found = decisions(profile, certifications=[certification_id])[certification_id]["outcome"]
    outcome: str = decide_slowly(certification_id, profile).outcome
    return bool(found != outcome)


# --- the oracle itself ------------------------------------------------------------------


@BRIEF
@given(profiles())
def test_the_oracles_logic_agrees_with_looking_at_every_completion(profile: Stated) -> None:
    """Kleene's answer is as strong as the truth here, since each fact is used monotonely."""
    for certification_id in CERTIFICATION_IDS:
        by_logic = decide_slowly(certification_id, profile).outcome

        assert by_logic == outcome_by_completions(certification_id, profile)


# --- random profiles --------------------------------------------------------------------


@THOROUGH
@given(profiles())
@example({})
def test_outcomes_of_partial_profiles_agree(profile: Stated) -> None:
    """Blanks, intervals, unsettled codes and bounded parts are all read alike."""
    found = decisions(profile)

    assert {one: found[one]["outcome"] for one in CERTIFICATION_IDS} == {
        one: decide_slowly(one, profile).outcome for one in CERTIFICATION_IDS
    }


@THOROUGH
@given(whole_profiles())
def test_outcomes_of_whole_profiles_agree(profile: Stated) -> None:
    """With every fact known the answer is plain arithmetic, or an unsettled code."""
    found = decisions(profile)

    assert {one: found[one]["outcome"] for one in CERTIFICATION_IDS} == {
        one: decide_slowly(one, profile).outcome for one in CERTIFICATION_IDS
    }


@THOROUGH
@given(promising_profiles())
def test_outcomes_of_profiles_near_the_line_agree(profile: Stated) -> None:
    """Most random profiles fail early; these are drawn so that many meet a rule."""
    found = decisions(profile)

    assert {one: found[one]["outcome"] for one in CERTIFICATION_IDS} == {
        one: decide_slowly(one, profile).outcome for one in CERTIFICATION_IDS
    }


@THOROUGH
@given(profiles())
@example({})
def test_every_leaf_is_found_with_its_need_outcome_and_cause(profile: Stated) -> None:
    """`criteria` lists every leaf of the rule, met or not, and no other."""
    found = decisions(profile)

    for certification_id in CERTIFICATION_IDS:
        leaves = decide_slowly(certification_id, profile).leaves

        assert summary(found[certification_id]) == leaves_summary(leaves), certification_id


@THOROUGH
@given(profiles())
def test_found_shows_what_was_stated_and_never_what_was_derived(profile: Stated) -> None:
    """A part that its whole has narrowed is still shown as blank, or as it was written."""
    for certification_id, found in decisions(profile).items():
        for criterion in found["criteria"]:
            given_value = profile.get(criterion["fact"])

            assert same(criterion["found"], given_value), (certification_id, criterion)


@THOROUGH
@given(profiles())
@example({})
def test_apart_from_declarations_agrees(profile: Stated) -> None:
    """Blank declarations are answered as helps most, by trying every answer."""
    found = decisions(profile)

    assert {one: found[one]["apart_from_declarations"] for one in CERTIFICATION_IDS} == {
        one: apart_from_declarations(one, profile) for one in CERTIFICATION_IDS
    }


@BRIEF
@given(profiles())
@example({})
@example({"cm_months": 5, "license_codes": ["RN"]})
@example({"license_codes": ["RN"], "health_system_cm_hours": 2080})
@example({"cm_months": {"at_least": 2, "at_most": 8}, "cm_months_under_ccm": {"at_most": 5}})
def test_missing_holds_exactly_the_minimal_changes(profile: Stated) -> None:
    """The oracle tries every combination of changes and keeps those with none beneath them."""
    found = decisions(profile)

    for certification_id in CERTIFICATION_IDS:
        expected = minimal_changes(partial(decide_slowly, certification_id), profile)
        if decide_slowly(certification_id, profile).outcome == "met":
            expected = set()

        assert missing(found[certification_id]) == expected, certification_id


@BRIEF
@given(profiles())
@example({})
def test_the_next_question_agrees(profile: Stated) -> None:
    """The open fact that stands in most sets: declarations last, then the order of the rule."""
    for certification_id, found in decisions(profile).items():
        order = list(dict.fromkeys(one["fact"] for one in found["criteria"]))
        expected = None
        if decide_slowly(certification_id, profile).outcome == "unknown":
            sets = minimal_changes(partial(decide_slowly, certification_id), profile)
            expected = next_question(profile, sets, order)

        assert found["next_question"] == expected, certification_id


@THOROUGH
@given(any_profiles())
@example({"cm_months": 11, "cm_months_under_ccm": 12})
def test_a_profile_is_refused_exactly_when_the_part_exceeds_the_whole(profile: Stated) -> None:
    """An empty interval is an error, and nothing else about these profiles is."""
    try:
        decide_slowly("ccm", profile)
    except Contradiction:
        with pytest.raises(CasecertError, match="cm_months_under_ccm"):
            decisions(profile)
    else:
        decisions(profile)


# --- whole grids ------------------------------------------------------------------------


def test_every_combination_of_the_ccms_leaves_agrees() -> None:
    """Each leaf is blank, failed or held; every eleventh of 19,683 combinations is decided."""
    grid = _grid(
        {
            "license_codes": (None, ["LPN"], ["PHARMACIST"]),
            "degrees": (None, ["associate:nursing"], ["doctorate:social_work"]),
            "certification_codes": (None, ["NONE"], ["CDMS"]),
            "cm_months": (None, 23, 24),
            "cm_months_under_ccm": (None, 11, 12),
            "cm_supervising_months": (None, 11, 12),
            "is_self_employed": (None, True, False),
            "client_references": (None, 2, 3),
            "attests_good_character": (None, False, True),
        }
    )

    differing = [
        profile
        for at, profile in enumerate(grid)
        if at % 11 == 0 and _outcomes_differ("ccm", profile)
    ]

    assert differing == []


def test_every_combination_of_the_acms_cells_agrees_for_nurses() -> None:
    """All cells of each fact between its thresholds, blank among them."""
    grid = _grid(
        {
            "license_codes": (None, ["NONE"], ["OTHER"], ["APRN"], ["RN"], ["APRN", "RN"]),
            "health_system_cm_months": (
                None,
                11,
                12,
                23,
                24,
                {"at_least": 12},
                {"at_most": 23},
            ),
            "health_system_cm_hours": (None, 2079, 2080, {"at_least": 2079, "at_most": 2080}),
            "has_supervisor_contact": (None, False, True),
        }
    )

    differing = [profile for profile in grid if _outcomes_differ("acm_rn", profile)]

    assert differing == []


def test_every_combination_of_the_acms_cells_agrees_for_social_workers() -> None:
    """All cells of each fact between its thresholds, blank among them."""
    grid = _grid(
        {
            "license_codes": (None, ["RN", "LPC"], ["SW_BACHELOR"]),
            "degrees": (None, ["bachelor:nursing"], ["bachelor:social_work"]),
            "social_work_school_is_accredited": (None, False, True),
            "health_system_cm_months": (None, 11, 12, 23, 24),
            "health_system_cm_hours": (None, 2079, 2080),
            "has_supervisor_contact": (None, False, True),
        }
    )

    differing = [profile for profile in grid if _outcomes_differ("acm_sw", profile)]

    assert differing == []


def test_every_combination_of_nursing_case_managements_cells_agrees() -> None:
    """All cells of each fact between its thresholds, blank among them."""
    grid = _grid(
        {
            "license_codes": (None, ["NONE"], ["LPN"], ["APRN"], ["RN"]),
            "rn_years": (None, 1.5, 2, {"at_least": 1, "at_most": 3}),
            "ncm_hours_last_36_months": (None, 1999, 2000, {"at_most": 1999}),
            "ncm_education_hours_last_36_months": (None, 29, 30, {"at_least": 30}),
        }
    )

    differing = [profile for profile in grid if _outcomes_differ("cmgt_bc", profile)]

    assert differing == []
