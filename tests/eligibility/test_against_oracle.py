"""The engine held against a second evaluator that was written from the rules' words alone."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice, product
from typing import Any

import pytest
from hypothesis import example, given, settings
from oracle import (
    CERTIFICATION_IDS,
    EDITIONS,
    Contradiction,
    Edition,
    apart_from_declarations,
    decide_slowly,
    minimal_changes,
    next_question,
    outcome_by_completions,
)
from oracle.answers import decisions, leaves_summary, missing, outcome, same, summary
from oracle.people import CCM, CCM_BY_MONTHS
from oracle.strategies import any_profiles, profiles, promising_profiles, whole_profiles

from casecert_data.errors import CasecertError

THOROUGH = settings(derandomize=True, deadline=None, max_examples=110)
"""For tests whose example takes a few milliseconds; for each edition."""

BRIEF = settings(derandomize=True, deadline=None, max_examples=45)
"""For tests whose oracle searches a whole model; for each edition."""

IN_EACH_EDITION = pytest.mark.parametrize("edition", EDITIONS)
"""The editions are decided by different rules, so each is held against its own."""

Stated = dict[str, Any]


def _without_blanks(values: Stated) -> Stated:
    """Leave out what is None."""
    return {fact: value for fact, value in values.items() if value is not None}


def _grid(choices: dict[str, tuple[Any, ...]]) -> Iterator[Stated]:
    """Yield a profile for every combination of the choices; None is blank."""
    for values in product(*choices.values()):
        yield _without_blanks(dict(zip(choices, values, strict=True)))


def _differing(certification_id: str, grid: Iterable[Stated], edition: Edition) -> list[Stated]:
    """Return the profiles of a grid on which engine and oracle disagree."""
    return [
        profile
        for profile in grid
        if outcome(profile, certification_id, edition=edition)
        != decide_slowly(certification_id, profile, edition).outcome
    ]


def _outcomes(profile: Stated, edition: Edition) -> dict[str, str]:
    """Return the oracle's outcomes by certification."""
    return {one: decide_slowly(one, profile, edition).outcome for one in CERTIFICATION_IDS}


# --- the oracle itself ------------------------------------------------------------------


@IN_EACH_EDITION
@BRIEF
@given(profiles())
def test_the_oracles_logic_agrees_with_looking_at_every_completion(
    edition: Edition, profile: Stated
) -> None:
    """Kleene's answer is as strong as the truth here, since each fact is used monotonely."""
    for certification_id in CERTIFICATION_IDS:
        by_logic = decide_slowly(certification_id, profile, edition).outcome

        assert by_logic == outcome_by_completions(certification_id, profile, edition)


# --- random profiles --------------------------------------------------------------------


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_outcomes_of_partial_profiles_agree(edition: Edition, profile: Stated) -> None:
    """Blanks, intervals, unsettled codes and bounded parts are all read alike."""
    found = decisions(profile, edition=edition)

    assert {one: found[one]["outcome"] for one in found} == _outcomes(profile, edition)


@IN_EACH_EDITION
@THOROUGH
@given(whole_profiles())
def test_outcomes_of_whole_profiles_agree(edition: Edition, profile: Stated) -> None:
    """With every fact known the answer is plain arithmetic, or an unsettled code."""
    found = decisions(profile, edition=edition)

    assert {one: found[one]["outcome"] for one in found} == _outcomes(profile, edition)


@IN_EACH_EDITION
@THOROUGH
@given(promising_profiles())
def test_outcomes_of_profiles_near_the_line_agree(edition: Edition, profile: Stated) -> None:
    """Most random profiles fail early; these are drawn so that many meet a rule."""
    found = decisions(profile, edition=edition)

    assert {one: found[one]["outcome"] for one in found} == _outcomes(profile, edition)


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_every_leaf_is_found_with_its_need_outcome_and_cause(
    edition: Edition, profile: Stated
) -> None:
    """`criteria` lists every leaf of the rule, met or not, and no other."""
    found = decisions(profile, edition=edition)

    for certification_id in CERTIFICATION_IDS:
        leaves = decide_slowly(certification_id, profile, edition).leaves

        assert summary(found[certification_id]) == leaves_summary(leaves), certification_id


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
def test_found_shows_what_was_stated_and_never_what_was_derived(
    edition: Edition, profile: Stated
) -> None:
    """A part that its whole has narrowed is still shown as blank, or as it was written."""
    for certification_id, found in decisions(profile, edition=edition).items():
        for criterion in found["criteria"]:
            given_value = profile.get(criterion["fact"])

            assert same(criterion["found"], given_value), (certification_id, criterion)


@IN_EACH_EDITION
@THOROUGH
@given(profiles())
@example({})
def test_apart_from_declarations_agrees(edition: Edition, profile: Stated) -> None:
    """Blank declarations are answered as helps most, by trying every answer."""
    found = decisions(profile, edition=edition)

    assert {one: found[one]["apart_from_declarations"] for one in found} == {
        one: apart_from_declarations(one, profile, edition) for one in CERTIFICATION_IDS
    }


@IN_EACH_EDITION
@BRIEF
@given(profiles())
@example({})
@example({"cm_months": 5, "license_codes": ["RN"]})
@example({"license_codes": ["RN"], "health_system_cm_hours": 2080})
@example({"license_codes": ["LPN"], "degrees": ["bachelor:nursing"]})
@example({"degree_is_accredited": False, "health_system_cm_months": 24})
@example({"cm_months": {"at_least": 2, "at_most": 8}, "cm_months_under_ccm": {"at_most": 5}})
def test_missing_holds_exactly_the_minimal_changes(edition: Edition, profile: Stated) -> None:
    """The oracle tries every combination of changes and keeps those with none beneath them."""
    found = decisions(profile, edition=edition)

    for certification_id in CERTIFICATION_IDS:
        judge = partial(decide_slowly, certification_id, edition=edition)
        expected = minimal_changes(judge, profile)
        if judge(profile).outcome == "met":
            expected = set()

        assert missing(found[certification_id]) == expected, certification_id


@IN_EACH_EDITION
@BRIEF
@given(profiles())
@example({})
@example({"cm_months": 5, "license_codes": ["RN"]})
@example({**CCM_BY_MONTHS, "cm_months": 0, "cm_months_under_ccm": {"at_most": 30}})
@example({fact: CCM[fact] for fact in CCM if fact != "cm_months_under_ccm"} | {"cm_months": 0})
@example({"degrees": ["bachelor:nursing"], "license_codes": ["OTHER"]})
def test_the_next_question_agrees(edition: Edition, profile: Stated) -> None:
    """The open fact that stands in most sets: declarations last, then the order of the rule."""
    for certification_id, found in decisions(profile, edition=edition).items():
        order = list(dict.fromkeys(one["fact"] for one in found["criteria"]))
        expected = None
        judge = partial(decide_slowly, certification_id, edition=edition)
        if judge(profile).outcome == "unknown":
            expected = next_question(profile, minimal_changes(judge, profile), order)

        assert found["next_question"] == expected, certification_id


@IN_EACH_EDITION
@THOROUGH
@given(any_profiles())
@example({"cm_months": 11, "cm_months_under_ccm": 12})
def test_a_profile_is_refused_exactly_when_the_part_exceeds_the_whole(
    edition: Edition, profile: Stated
) -> None:
    """An empty interval is an error, and nothing else about these profiles is."""
    try:
        decide_slowly("ccm", profile, edition)
    except Contradiction:
        with pytest.raises(CasecertError, match="cm_months_under_ccm"):
            decisions(profile, edition=edition)
    else:
        decisions(profile, edition=edition)


# --- whole grids ------------------------------------------------------------------------

CCM_LEAVES: dict[str, tuple[Any, ...]] = {
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
"""Each leaf of the CCM is blank, failed or held; an LPN fails in the article alone."""


def test_every_combination_of_the_ccms_leaves_agrees_in_the_article() -> None:
    """Every thirteenth of 19,683 combinations is decided."""
    grid = islice(_grid(CCM_LEAVES), 0, None, 13)

    assert _differing("ccm", grid, "article") == []


def test_every_combination_of_the_ccms_leaves_agrees_by_the_issuer() -> None:
    """Two facts more of a degree: every 101st of 177,147 combinations is decided."""
    of_a_degree = {
        "degree_is_accredited": (None, False, True),
        "had_supervised_field_experience": (None, False, True),
    }
    grid = islice(_grid({**CCM_LEAVES, **of_a_degree}), 0, None, 101)

    assert _differing("ccm", grid, "issuer") == []


@IN_EACH_EDITION
def test_every_combination_of_the_ccms_backgrounds_agrees(edition: Edition) -> None:
    """All cells of the three ways in and of what the issuer asks of a degree."""
    grid = _grid(
        {
            **{fact: (CCM[fact],) for fact in CCM if fact != "license_codes"},
            "license_codes": (None, ["NONE"], ["LPN"], ["APRN"], ["LPC"], ["SW_CLINICAL"]),
            "degrees": (None, ["NONE"], ["master:other"], ["master:nursing"]),
            "degree_is_accredited": (None, False, True),
            "had_supervised_field_experience": (None, False, True),
            "certification_codes": (None, ["NONE"], ["OTHER"], ["CRC"]),
        }
    )

    assert _differing("ccm", grid, edition) == []


@IN_EACH_EDITION
def test_every_combination_of_the_acms_cells_agrees_for_nurses(edition: Edition) -> None:
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

    assert _differing("acm_rn", grid, edition) == []


@IN_EACH_EDITION
def test_every_combination_of_the_acms_cells_agrees_for_social_workers(
    edition: Edition,
) -> None:
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

    assert _differing("acm_sw", grid, edition) == []


@IN_EACH_EDITION
def test_every_combination_of_nursing_case_managements_cells_agrees(edition: Edition) -> None:
    """All cells of each fact between its thresholds; the article's whoever is asked."""
    grid = _grid(
        {
            "license_codes": (None, ["NONE"], ["LPN"], ["APRN"], ["RN"]),
            "rn_years": (None, 1.5, 2, {"at_least": 1, "at_most": 3}),
            "ncm_hours_last_36_months": (None, 1999, 2000, {"at_most": 1999}),
            "ncm_education_hours_last_36_months": (None, 29, 30, {"at_least": 30}),
        }
    )

    assert _differing("cmgt_bc", grid, edition) == []
