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
    seen = set(outcomes)
    if NOT_MET in seen:
        return NOT_MET
    return UNKNOWN if UNKNOWN in seen else MET


def any_of(outcomes: Iterable[str]) -> str:
    """Join outcomes of which one is enough: one met settles it, else one unknown does.

    Examples
    --------
    >>> any_of(["met", "unknown"]), any_of(["unknown", "not_met"]), any_of([])
    ('met', 'unknown', 'not_met')
    """
    seen = set(outcomes)
    if MET in seen:
        return MET
    return UNKNOWN if UNKNOWN in seen else NOT_MET
