"""Facts as stated, one requirement held against one fact, and Kleene's logic on intervals.

Written from the rules' words. It shares no line and no file with the engine, so that one
mistake cannot stand in both. A profile is a mapping of the contract's fact names, as
`casecert_data.decide` takes it; nothing here ages totals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Literal

Outcome = Literal["met", "not_met", "unknown"]
Cause = Literal["blank", "interval", "open_list", "secondary_rule"]
Profile = Mapping[str, object]

PART, WHOLE = "cm_months_under_ccm", "cm_months"
"""The pair of the first four certifications of which the first is at most the second."""

WHOLES = {
    PART: WHOLE,
    "disability_management_hours_last_36_months": "disability_management_hours_last_60_months",
    "rehabilitation_counseling_months_under_crc": "rehabilitation_counseling_months",
    "human_services_ethics_semester_hours": "human_services_semester_hours",
}
"""Each part, with its whole."""


class Contradiction(Exception):  # noqa: N818 - it says what the profile holds, not what failed
    """A part that is certainly greater than its whole."""


@dataclass(frozen=True)
class Leaf:
    """One requirement held against one fact."""

    fact: str
    """Name of the fact."""
    needed: tuple[str, object]
    """Kind of comparison and its value: a Fraction, a frozenset of codes, or a yes or no."""
    outcome: Outcome
    """The leaf's own outcome."""
    cause: Cause | None
    """Why it is unknown."""


@dataclass(frozen=True)
class Verdict:
    """An outcome and every leaf behind it."""

    outcome: Outcome
    """After joining the leaves."""
    leaves: tuple[Leaf, ...]
    """All of them, also those that do not matter."""


# --- facts ------------------------------------------------------------------------------


def stated(profile: Profile, fact: str) -> object:
    """Return what was stated, or None; an empty list is blank."""
    value = profile.get(fact)
    return None if value in ([], ()) else value


@cache
def exact(number: object) -> Fraction:
    """Return a number as it is written; an exhaustive search asks for the same few often."""
    return Fraction(str(number))


def ends(profile: Profile, fact: str) -> tuple[Fraction, Fraction | None]:
    """Return the low and the high end of a number as stated; None is without end."""
    value = stated(profile, fact)
    if value is None:
        return exact(0), None
    if isinstance(value, Mapping):
        high = value.get("at_most")
        return exact(value.get("at_least", 0)), None if high is None else exact(high)
    return exact(value), exact(value)


def narrowed(profile: Profile, fact: str) -> tuple[Fraction, Fraction | None]:
    """Return the ends after the part and the whole have bounded each other."""
    low, high = ends(profile, fact)
    if fact in WHOLES:
        bound = ends(profile, WHOLES[fact])[1]
        high = bound if high is None else high if bound is None else min(high, bound)
    for part in (one for one, whole in WHOLES.items() if whole == fact):
        low = max(low, ends(profile, part)[0])
    if high is not None and low > high:
        raise Contradiction(fact)
    return low, high


# --- leaves -----------------------------------------------------------------------------


def at_least(profile: Profile, fact: str, needed: int) -> Verdict:
    """Hold a number against a threshold."""
    low, high = narrowed(profile, fact)
    outcome: Outcome = "unknown"
    if low >= needed:
        outcome = "met"
    elif high is not None and high < needed:
        outcome = "not_met"
    return _leaf(profile, fact, ("at_least", exact(needed)), outcome, "interval")


def fewer_than(profile: Profile, fact: str, needed: int) -> Verdict:
    """Hold a number against a bound that it must stay under."""
    low, high = narrowed(profile, fact)
    outcome: Outcome = "unknown"
    if low >= needed:
        outcome = "not_met"
    elif high is not None and high < needed:
        outcome = "met"
    return _leaf(profile, fact, ("fewer_than", exact(needed)), outcome, "interval")


def is_value(profile: Profile, fact: str, *, needed: bool) -> Verdict:
    """Hold a yes or no against the answer that is asked for."""
    value = stated(profile, fact)
    outcome: Outcome = "unknown" if value is None else "met" if value is needed else "not_met"
    return _leaf(profile, fact, ("is", needed), outcome, "blank")


def includes_any(
    profile: Profile,
    fact: str,
    named: tuple[str, ...],
    *,
    unsettled: tuple[str, ...] = (),
    excluded: tuple[str, ...] = (),
    is_open: bool = False,
) -> Verdict:
    """Hold a set against a list, which is closed, or open since it gives examples."""
    value = stated(profile, fact)
    needed = ("includes_any", frozenset(named))
    if value is None:
        return _leaf(profile, fact, needed, "unknown", "blank")
    assert isinstance(value, list)
    if any(code in named for code in value):
        return _leaf(profile, fact, needed, "met", "open_list")
    outside = {"NONE", *excluded}
    undecided = [
        code for code in value if code in unsettled or (is_open and code not in outside)
    ]
    return _leaf(profile, fact, needed, "unknown" if undecided else "not_met", "open_list")


def includes_none(
    profile: Profile, fact: str, listed: tuple[str, ...], *, unsettled: tuple[str, ...] = ()
) -> Verdict:
    """Hold a set against a list of which it must have nothing."""
    value = stated(profile, fact)
    needed = ("includes_none", frozenset(listed))
    if value is None:
        return _leaf(profile, fact, needed, "unknown", "blank")
    assert isinstance(value, list)
    if any(code in listed for code in value):
        return _leaf(profile, fact, needed, "not_met", "open_list")
    undecided = any(code in unsettled for code in value)
    return _leaf(profile, fact, needed, "unknown" if undecided else "met", "open_list")


def by_a_secondary_source(verdict: Verdict) -> Verdict:
    """Return a leaf as a source that is not the issuer's may judge it: it never refuses."""
    (leaf,) = verdict.leaves
    if leaf.outcome != "not_met":
        return verdict
    return Verdict("unknown", (replace(leaf, outcome="unknown", cause="secondary_rule"),))


def _leaf(
    profile: Profile, fact: str, needed: tuple[str, object], outcome: Outcome, cause: Cause
) -> Verdict:
    """Wrap one comparison; what was not stated is unknown because it is blank."""
    why: Cause | None = None
    if outcome == "unknown":
        why = "blank" if stated(profile, fact) is None else cause
    return Verdict(outcome, (Leaf(fact, needed, outcome, why),))


# --- Kleene's logic ---------------------------------------------------------------------


def every(*parts: Verdict) -> Verdict:
    """Join requirements that all have to hold."""
    leaves = tuple(leaf for part in parts for leaf in part.leaves)
    if any(part.outcome == "not_met" for part in parts):
        return Verdict("not_met", leaves)
    if any(part.outcome == "unknown" for part in parts):
        return Verdict("unknown", leaves)
    return Verdict("met", leaves)


def either(*parts: Verdict) -> Verdict:
    """Join requirements of which one is enough."""
    leaves = tuple(leaf for part in parts for leaf in part.leaves)
    if any(part.outcome == "met" for part in parts):
        return Verdict("met", leaves)
    if any(part.outcome == "unknown" for part in parts):
        return Verdict("unknown", leaves)
    return Verdict("not_met", leaves)
