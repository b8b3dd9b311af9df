"""Compare one fact with what a criterion needs: an outcome, and the cause of an unknown."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from casecert_data.eligibility._interval import Interval
from casecert_data.eligibility._logic import MET, NOT_MET, UNKNOWN
from casecert_data.eligibility._rule import Criterion
from casecert_data.eligibility._state import FactValue

BLANK = "blank"
INTERVAL = "interval"
OPEN_LIST = "open_list"
SECONDARY_RULE = "secondary_rule"

NONE = "NONE"
"""The code that says there are none."""

Verdict = tuple[str, str | None]
"""An outcome, and why it is unknown."""


def compare(criterion: Criterion, value: FactValue | None, *, stated: bool) -> Verdict:
    """Compare a fact with a criterion.

    Parameters
    ----------
    criterion
        The leaf of a rule.
    value
        The fact on the day asked about: an interval, codes, yes or no; None for a blank set or
        answer.
    stated
        Whether the person stated the fact; a number that was not is blank, however bounded.

    Returns
    -------
    tuple
        The outcome, and the cause where it is unknown, else None.

    Examples
    --------
    >>> from casecert_data.eligibility import read_rule
    >>> compare(read_rule("cmgt_bc").criteria()[0], ("APRN",), stated=True)
    ('unknown', 'open_list')
    """
    outcome, cause = _COMPARISONS[criterion.needed.comparison](criterion, value)
    if outcome == UNKNOWN:
        return outcome, cause if stated else BLANK
    if outcome == NOT_MET and not criterion.refuses:
        return UNKNOWN, SECONDARY_RULE
    return outcome, None


def _at_least(criterion: Criterion, value: FactValue | None) -> Verdict:
    found, bound = _numbers(criterion, value)
    if found.low >= bound:
        return MET, None
    if found.high is not None and found.high < bound:
        return NOT_MET, None
    return UNKNOWN, INTERVAL


def _fewer_than(criterion: Criterion, value: FactValue | None) -> Verdict:
    found, bound = _numbers(criterion, value)
    if found.high is not None and found.high < bound:
        return MET, None
    if found.low >= bound:
        return NOT_MET, None
    return UNKNOWN, INTERVAL


def _includes_any(criterion: Criterion, value: FactValue | None) -> Verdict:
    if not isinstance(value, tuple):
        return UNKNOWN, BLANK
    if set(value) & set(_codes(criterion)):
        return MET, None
    unsettled = set(criterion.unsettled)
    if criterion.open:
        # A list of examples leaves every other code open, except what its source rules out.
        unsettled |= set(value) - {NONE, *criterion.excluded}
    return (UNKNOWN, OPEN_LIST) if set(value) & unsettled else (NOT_MET, None)


def _includes_none(criterion: Criterion, value: FactValue | None) -> Verdict:
    if not isinstance(value, tuple):
        return UNKNOWN, BLANK
    if set(value) & set(_codes(criterion)):
        return NOT_MET, None
    return (UNKNOWN, OPEN_LIST) if set(value) & set(criterion.unsettled) else (MET, None)


def _is(criterion: Criterion, value: FactValue | None) -> Verdict:
    if not isinstance(value, bool):
        return UNKNOWN, BLANK
    return (MET if value == criterion.needed.value else NOT_MET), None


def _numbers(criterion: Criterion, value: FactValue | None) -> tuple[Interval, Fraction]:
    found = value if isinstance(value, Interval) else Interval()
    bound = criterion.needed.value
    return found, bound if isinstance(bound, Fraction) else Fraction(0)


def _codes(criterion: Criterion) -> tuple[str, ...]:
    wanted = criterion.needed.value
    return wanted if isinstance(wanted, tuple) else ()


_COMPARISONS: Mapping[str, Callable[[Criterion, FactValue | None], Verdict]] = MappingProxyType(
    {
        "at_least": _at_least,
        "fewer_than": _fewer_than,
        "includes_any": _includes_any,
        "includes_none": _includes_none,
        "is": _is,
    }
)
