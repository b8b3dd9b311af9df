"""How totals that hold on one day are read when another day is asked about."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from oracle import CERTIFICATION_IDS, EDITIONS, Edition, decide_slowly
from oracle.answers import bounds, decision, decisions, outcome
from oracle.people import CCM, CCM_BY_MONTHS, CCM_SELF_EMPLOYED, CMGT_BC, NOTHING, Stated
from oracle.strategies import profiles

from casecert_data.errors import CasecertError

AS_OF = date(2026, 1, 1)
"""The day on which the totals hold."""

NEXT_DAY = date(2026, 1, 2)
"""24 hours later."""

LATER = date(2026, 7, 1)
"""Six calendar months later, from a first to a first: every way of counting says six."""

HOME = {
    "cm_months": "ccm",
    "cm_months_under_ccm": "ccm",
    "cm_supervising_months": "ccm",
    "client_references": "ccm",
    "health_system_cm_hours": "acm_rn",
    "health_system_cm_months": "acm_rn",
    "rn_years": "cmgt_bc",
    "ncm_hours_last_36_months": "cmgt_bc",
    "ncm_education_hours_last_36_months": "cmgt_bc",
}
"""A certification that reads the fact."""


HALF_A_YEAR: dict[str, float] = {
    "cm_months": 6,
    "cm_months_under_ccm": 6,
    "cm_supervising_months": 6,
    "health_system_cm_months": 6,
    "rn_years": 0.5,
    "health_system_cm_hours": 181 * 24,
    "ncm_hours_last_36_months": 181 * 24,
    "ncm_education_hours_last_36_months": 181 * 24,
    "acma_scope_months": 6,
    "acma_scope_hours": 181 * 24,
    "cm_administration_months": 6,
    "disability_management_hours_last_60_months": 181 * 24,
    "disability_management_hours_last_36_months": 181 * 24,
    "cm_supervision_hours": 181 * 24,
    "direct_client_months": 6,
    "rehabilitation_internship_hours": 181 * 24,
    "rehabilitation_counseling_months": 6,
    "rehabilitation_counseling_months_under_crc": 6,
    "brain_injury_hours": 181 * 24,
    "human_services_hours_after_degree": 181 * 24,
    "sw_cm_months_after_bsw": 6,
    "sw_cm_hours_after_bsw": 181 * 24,
    "sw_cm_months_after_msw": 6,
    "sw_cm_hours_after_msw": 181 * 24,
    "cm_education_hours": 181 * 24,
}
"""What each total may have gained from the first of January to the first of July."""


def _half_a_year_older(profile: Stated) -> Stated:
    """Return the profile with each total as the interval that it is half a year later."""
    after = dict(profile)
    for fact, gain in HALF_A_YEAR.items():
        if fact in profile:
            low, high = bounds(profile[fact])
            is_window = fact.endswith(("last_36_months", "last_60_months"))
            after[fact] = {"at_least": 0 if is_window else float(low)}
            if high is not None:
                after[fact]["at_most"] = float(high) + gain
    return after


def _leaf(profile: Stated, fact: str, needed: int, day: date) -> dict[str, Any]:
    """Return what became of one criterion on a day, of totals as of the first of January.

    Of the article's criteria, which hold every threshold; the issuer's has no twelve months.
    """
    stated = {**profile, "as_of": AS_OF}
    criteria = decision(stated, HOME[fact], on=day, edition="article")["criteria"]
    found: dict[str, Any] = next(
        one for one in criteria if one["fact"] == fact and one["needed"] == {"at_least": needed}
    )
    return found


@pytest.mark.parametrize("edition", EDITIONS)
@settings(derandomize=True, deadline=None, max_examples=75)
@given(profiles())
def test_aged_profiles_are_decided_as_profiles_of_their_intervals(
    edition: Edition, profile: Stated
) -> None:
    """Aging makes intervals and does nothing else; the oracle is handed them ready-made."""
    found = decisions({**profile, "as_of": AS_OF}, on=LATER, edition=edition)
    aged = _half_a_year_older(profile)

    assert {one: found[one]["outcome"] for one in CERTIFICATION_IDS} == {
        one: decide_slowly(one, aged, edition).outcome for one in CERTIFICATION_IDS
    }


def test_totals_hold_on_their_own_day() -> None:
    """Asked about the day itself, nothing ages."""
    stated = {**NOTHING, **CMGT_BC, "as_of": AS_OF}

    assert outcome(stated, "cmgt_bc", on=AS_OF) == "met"


def test_totals_without_a_day_hold_on_the_day_asked_about() -> None:
    """`as_of` is by default the day asked about, however late that is."""
    assert outcome({**NOTHING, **CMGT_BC}, "cmgt_bc", on=date(2040, 2, 29)) == "met"


def test_a_day_before_the_totals_is_an_error() -> None:
    """What was true earlier cannot be told from what is true now; both days are named."""
    with pytest.raises(CasecertError, match="2026-01-01") as refused:
        decision({**CCM, "as_of": AS_OF}, "ccm", on=date(2025, 12, 31))

    assert "2025-12-31" in str(refused.value)
    assert "as_of" in str(refused.value)


def test_a_total_of_a_lifetime_never_shrinks() -> None:
    """What was met by months alone stays met ten years later."""
    stated = {**NOTHING, **CCM_BY_MONTHS, "as_of": AS_OF}

    assert outcome(stated, "ccm", on=date(2036, 1, 1)) == "met"


@pytest.mark.parametrize(
    ("fact", "needed", "too_few", "perhaps"),
    [
        ("cm_months", 24, 17.9, 18),
        ("cm_months_under_ccm", 12, 5.9, 6),
        ("cm_supervising_months", 12, 5.9, 6),
        ("health_system_cm_months", 12, 5.9, 6),
        ("health_system_cm_months", 24, 17.9, 18),
        ("rn_years", 2, 1.49, 1.5),
    ],
)
def test_the_months_between_may_have_been_worked_and_no_more(
    fact: str, needed: int, too_few: float, perhaps: float
) -> None:
    """Six months later a lifetime's total is what was stated, or up to six months more."""
    outcomes = [
        _leaf({fact: amount}, fact, needed, LATER)["outcome"] for amount in (too_few, perhaps)
    ]

    assert outcomes == ["not_met", "unknown"]


@pytest.mark.parametrize(
    ("fact", "needed", "too_few", "perhaps"),
    [
        ("health_system_cm_hours", 2080, 2055.9, 2056),
        ("ncm_hours_last_36_months", 2000, 1975.9, 1976),
        ("ncm_education_hours_last_36_months", 30, 5.9, 6),
    ],
)
def test_a_day_between_holds_24_hours_and_no_more(
    fact: str, needed: int, too_few: float, perhaps: float
) -> None:
    """One day later, hours may be 24 more."""
    outcomes = [
        _leaf({fact: amount}, fact, needed, NEXT_DAY)["outcome"]
        for amount in (too_few, perhaps)
    ]

    assert outcomes == ["not_met", "unknown"]


@pytest.mark.parametrize(
    ("fact", "needed"),
    [("ncm_hours_last_36_months", 2000), ("ncm_education_hours_last_36_months", 30)],
)
def test_hours_of_a_window_may_all_have_left_it(fact: str, needed: int) -> None:
    """When the hours were worked was not stated, so the low end is 0 from the next day on."""
    assert _leaf({fact: 10 * needed}, fact, needed, NEXT_DAY)["outcome"] == "unknown"


@pytest.mark.parametrize(
    ("fact", "needed"),
    [
        ("cm_months", 24),
        ("cm_months_under_ccm", 12),
        ("cm_supervising_months", 12),
        ("health_system_cm_hours", 2080),
        ("health_system_cm_months", 12),
        ("health_system_cm_months", 24),
        ("rn_years", 2),
    ],
)
def test_work_of_a_lifetime_never_leaves(fact: str, needed: int) -> None:
    """Only totals of the last 36 months shrink."""
    assert _leaf({fact: needed}, fact, needed, LATER)["outcome"] == "met"


def test_an_aged_total_is_unknown_as_an_interval_is() -> None:
    """The cause is the interval that age has made of it."""
    leaf = _leaf({"cm_months": 23}, "cm_months", 24, LATER)

    assert (leaf["outcome"], leaf["cause"]) == ("unknown", "interval")


def test_found_shows_the_total_as_it_was_stated_not_as_it_aged() -> None:
    """What was derived is never shown as if somebody had said it."""
    leaf = _leaf({"cm_months": 23}, "cm_months", 24, LATER)

    assert leaf["found"] == 23


def test_both_ends_of_an_interval_age() -> None:
    """At most 17 are at most 23 six months later; at least 24 stay at least 24."""
    outcomes = [
        _leaf({"cm_months": stated}, "cm_months", 24, LATER)["outcome"]
        for stated in ({"at_least": 2, "at_most": 17}, {"at_most": 18}, {"at_least": 24})
    ]

    assert outcomes == ["not_met", "unknown", "met"]


def test_a_whole_that_has_aged_leaves_its_part_more_room() -> None:
    """Six months in all may be twelve by then, and all of them under a CCM."""
    outcomes = [
        _leaf({"cm_months": stated}, "cm_months_under_ccm", 12, LATER)["outcome"]
        for stated in (5.9, 6)
    ]

    assert outcomes == ["not_met", "unknown"]


def test_blank_totals_do_not_age() -> None:
    """What was never stated is blank on every day."""
    leaf = _leaf({}, "cm_months", 24, LATER)

    assert (leaf["outcome"], leaf["cause"], leaf["found"]) == ("unknown", "blank", None)


def test_references_are_no_total_of_time() -> None:
    """Other facts do not age: two references are not three because a year has passed."""
    leaf = _leaf({"client_references": 2}, "client_references", 3, LATER)

    assert leaf["outcome"] == "not_met"


def test_answers_and_codes_do_not_age() -> None:
    """Licenses and declarations are taken as they were stated."""
    stated = {**NOTHING, **CCM_SELF_EMPLOYED, "as_of": AS_OF}

    assert outcome(stated, "ccm", on=date(2036, 1, 1)) == "met"


@pytest.mark.parametrize("as_of", [date.min, AS_OF])
def test_the_last_day_of_the_calendar_can_be_asked_about(as_of: date) -> None:
    """No sum over months may run past it."""
    stated = {**NOTHING, **CCM_BY_MONTHS, "as_of": as_of}

    assert outcome(stated, "ccm", on=date.max) == "met"


def test_a_leap_day_counts_as_a_day() -> None:
    """Two days lie between the 28th of February 2028 and the first of March, so 48 hours."""
    profile: Stated = {"as_of": date(2028, 2, 28), "health_system_cm_hours": 2080 - 48}
    criteria = decision(profile, "acm_rn", on=date(2028, 3, 1))["criteria"]

    assert {one["outcome"] for one in criteria if one["fact"] == "health_system_cm_hours"} == {
        "unknown"
    }
