"""The engine held against a second evaluator that was written from the rules' words alone."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice, product
from typing import Any

import pytest
from hypothesis import example, given, settings
from oracle import (
    EDITIONS,
    Contradiction,
    Edition,
    apart_from_declarations,
    decide_slowly,
    minimal_changes,
    need_by_need,
    next_question,
    outcome_by_completions,
)
from oracle.answers import decisions, leaves_summary, missing, outcome, same, summary
from oracle.people import CCM, CCM_BY_MONTHS
from oracle.strategies import (
    BY_ISSUERS,
    BY_THE_ARTICLE,
    FURTHER,
    PARTS,
    WITH_CAVEATS,
    Drawn,
    Part,
    any_drawn,
    drawn,
    promising_drawn,
    whole_drawn,
)

from casecert_data.errors import CasecertError

THOROUGH = settings(derandomize=True, deadline=None, max_examples=220)
"""For tests whose example takes a few milliseconds; shared out among the parts."""

BRIEF = settings(derandomize=True, deadline=None, max_examples=90)
"""For tests whose oracle searches a whole model; shared out among the parts."""

IN_EACH_EDITION = pytest.mark.parametrize("edition", EDITIONS)
"""The editions are decided by different rules, so each is held against its own."""

Stated = dict[str, Any]
Test = Callable[..., None]


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


def _found(one: Drawn) -> dict[str, dict[str, Any]]:
    """Return the engine's decisions on what was drawn, by certification."""
    edition, certification_ids = one.part
    return decisions(one.profile, edition=edition, certifications=certification_ids)


def _outcomes(one: Drawn) -> dict[str, str]:
    """Return the oracle's outcomes by certification."""
    edition, certification_ids = one.part
    return {key: decide_slowly(key, one.profile, edition).outcome for key in certification_ids}


def _nothing_known(test: Test) -> Test:
    """Add a profile without a word for each part."""
    for part in PARTS:
        test = example(Drawn(part, {}))(test)
    return test


def _stated(*profiles: Stated, parts: tuple[Part, ...]) -> Callable[[Test], Test]:
    """Add profiles that were written by hand, for each of the parts."""

    def added(test: Test) -> Test:
        for part, profile in product(parts, profiles):
            test = example(Drawn(part, profile))(test)
        return test

    return added


# --- the oracle itself ------------------------------------------------------------------


@BRIEF
@given(drawn())
def test_the_oracles_logic_agrees_with_looking_at_every_completion(one: Drawn) -> None:
    """Kleene's answer is as strong as the truth here, since each fact is used monotonely."""
    edition, certification_ids = one.part

    assert _outcomes(one) == {
        key: outcome_by_completions(key, one.profile, edition) for key in certification_ids
    }


@THOROUGH
@given(drawn())
@_nothing_known
def test_needs_by_themselves_decide_as_whole_ways_in(one: Drawn) -> None:
    """The rule of the CMC is held need by need, and its issuer tells of three categories."""
    edition, certification_ids = one.part

    assert _outcomes(one) == {
        key: need_by_need(key, one.profile, edition).outcome for key in certification_ids
    }


# --- random profiles --------------------------------------------------------------------


@THOROUGH
@given(drawn())
@_nothing_known
def test_outcomes_of_partial_profiles_agree(one: Drawn) -> None:
    """Blanks, intervals, unsettled codes and bounded parts are all read alike."""
    found = _found(one)

    assert {key: found[key]["outcome"] for key in found} == _outcomes(one)


@THOROUGH
@given(whole_drawn())
def test_outcomes_of_whole_profiles_agree(one: Drawn) -> None:
    """With every fact known the answer is plain arithmetic, or an unsettled code."""
    found = _found(one)

    assert {key: found[key]["outcome"] for key in found} == _outcomes(one)


@THOROUGH
@given(promising_drawn())
def test_outcomes_of_profiles_near_the_line_agree(one: Drawn) -> None:
    """Most random profiles fail early; these are drawn so that many meet a rule."""
    found = _found(one)

    assert {key: found[key]["outcome"] for key in found} == _outcomes(one)


@THOROUGH
@given(drawn())
@_nothing_known
def test_every_leaf_is_found_with_its_need_outcome_and_cause(one: Drawn) -> None:
    """`criteria` lists every leaf of the rule once, met or not, and no other."""
    for key, found in _found(one).items():
        leaves = dict.fromkeys(need_by_need(key, one.profile, one.part.edition).leaves)

        assert summary(found) == leaves_summary([*leaves]), key


@THOROUGH
@given(drawn())
def test_found_shows_what_was_stated_and_never_what_was_derived(one: Drawn) -> None:
    """A part that its whole has narrowed is still shown as blank, or as it was written."""
    for key, found in _found(one).items():
        for criterion in found["criteria"]:
            given_value = one.profile.get(criterion["fact"])

            assert same(criterion["found"], given_value), (key, criterion)


@THOROUGH
@given(drawn())
@_nothing_known
def test_apart_from_declarations_agrees(one: Drawn) -> None:
    """Blank declarations are answered as helps most, by trying every answer."""
    edition, certification_ids = one.part
    found = _found(one)

    assert {key: found[key]["apart_from_declarations"] for key in found} == {
        key: apart_from_declarations(key, one.profile, edition) for key in certification_ids
    }


@BRIEF
@given(drawn())
@_nothing_known
@_stated(
    {"cm_months": 5, "license_codes": ["RN"]},
    {"license_codes": ["RN"], "health_system_cm_hours": 2080},
    {"license_codes": ["LPN"], "degrees": ["bachelor:nursing"]},
    {"degree_is_accredited": False, "health_system_cm_months": 24},
    {"cm_months": {"at_least": 2, "at_most": 8}, "cm_months_under_ccm": {"at_most": 5}},
    parts=(BY_ISSUERS, BY_THE_ARTICLE),
)
@_stated(
    {"license_codes": ["RN"], "degrees": ["master:other"]},
    {"license_codes": ["APRN"], "degrees": ["bachelor:social_work"], "cm_months": 40},
    {"degrees": ["bachelor:other"], "has_rn_diploma": False, "direct_client_months": 13},
    {"disability_management_hours_last_36_months": 2079},
    parts=(FURTHER,),
)
@_stated(
    {"rehabilitation_counseling_months": {"at_most": 13}, "has_counseling_master": False},
    {"degrees": ["associate:social_work"], "human_services_semester_hours": 3},
    {"license_codes": ["SW_CLINICAL"], "aswb_exam_codes": ["CLINICAL"]},
    parts=(WITH_CAVEATS,),
)
def test_missing_holds_exactly_the_minimal_changes(one: Drawn) -> None:
    """The oracle tries every combination of changes and keeps those with none beneath them."""
    for key, found in _found(one).items():
        judge = partial(need_by_need, key, edition=one.part.edition)
        expected = minimal_changes(judge, one.profile)
        if judge(one.profile).outcome == "met":
            expected = set()

        assert not found["missing_truncated"], key
        assert missing(found) == expected, key


@BRIEF
@given(drawn())
@_nothing_known
@_stated(
    {"cm_months": 5, "license_codes": ["RN"]},
    {**CCM_BY_MONTHS, "cm_months": 0, "cm_months_under_ccm": {"at_most": 30}},
    {fact: CCM[fact] for fact in CCM if fact != "cm_months_under_ccm"} | {"cm_months": 0},
    {"degrees": ["bachelor:nursing"], "license_codes": ["OTHER"]},
    parts=(BY_ISSUERS, BY_THE_ARTICLE),
)
def test_the_next_question_agrees(one: Drawn) -> None:
    """The open fact that stands in most sets: declarations last, then the order of the rule."""
    for key, found in _found(one).items():
        order = list(dict.fromkeys(criterion["fact"] for criterion in found["criteria"]))
        expected = None
        judge = partial(need_by_need, key, edition=one.part.edition)
        if judge(one.profile).outcome == "unknown":
            expected = next_question(one.profile, minimal_changes(judge, one.profile), order)

        assert found["next_question"] == expected, key


@THOROUGH
@given(any_drawn())
@example(Drawn(BY_ISSUERS, {"cm_months": 11, "cm_months_under_ccm": 12}))
def test_a_profile_is_refused_exactly_when_a_part_exceeds_its_whole(one: Drawn) -> None:
    """An empty interval is an error, and nothing else about these profiles is."""
    try:
        _outcomes(one)
    except Contradiction as whole:
        with pytest.raises(CasecertError, match=str(whole)):
            _found(one)
    else:
        _found(one)


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
