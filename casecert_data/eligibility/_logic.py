"""Kleene's strong logic of three outcomes."""

from collections.abc import Iterable

MET = "met"
NOT_MET = "not_met"
UNKNOWN = "unknown"


def all_of(outcomes: Iterable[str]) -> str:
    """Join outcomes that are all needed: one not met settles it, else one unknown does.

    Examples
    --------
    >>> all_of(["met", "unknown"]), all_of(["unknown", "not_met"]), all_of([])
    ('unknown', 'not_met', 'met')
    """
    joined = MET
    for outcome in outcomes:
        if outcome == NOT_MET:
            return NOT_MET
        if outcome == UNKNOWN:
            joined = UNKNOWN
    return joined


def any_of(outcomes: Iterable[str]) -> str:
    """Join outcomes of which one is enough: one met settles it, else one unknown does.

    Examples
    --------
    >>> any_of(["met", "unknown"]), any_of(["unknown", "not_met"]), any_of([])
    ('met', 'unknown', 'not_met')
    """
    joined = NOT_MET
    for outcome in outcomes:
        if outcome == MET:
            return MET
        if outcome == UNKNOWN:
            joined = UNKNOWN
    return joined
