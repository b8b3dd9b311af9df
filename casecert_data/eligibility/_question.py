"""The question that is put to a person: one whose answer can bring them nearer."""

from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from casecert_data.catalog import fact
from casecert_data.eligibility._decision import Decision, MissingEntry
from casecert_data.eligibility._interval import Interval
from casecert_data.eligibility._logic import MET, UNKNOWN


class Question(NamedTuple):
    """What to ask next."""

    fact: str
    """Name of the fact."""
    answers: int
    """How many answers, this one among them, are enough to make the outcome met."""


def question_of(decision: Decision, *, skipped: Collection[str] = ()) -> Question | None:
    """Return what to ask next; None where no answers alone could make the outcome met.

    It is `Decision.next_question`, unless each set that it stands in also asks for something
    known not to be there: whether a degree is accredited settles nothing for somebody who has
    none, nor who supervised for somebody without a month of work. Then it is the first fact of
    a set that answers alone can fill.

    Parameters
    ----------
    decision
        The decision.
    skipped
        Facts that are not to be asked for now: another one of the same sets is.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {"license_codes": ["RN"], "health_system_cm_hours": 2080}
    >>> question_of(decide(nurse, on="2026-11-23", certifications=["acm_rn"]).decisions[0])
    Question(fact='health_system_cm_months', answers=1)
    >>> somebody = decide({}, on="2026-11-23", certifications=["acm_rn"]).decisions[0]
    >>> question_of(somebody, skipped=["license_codes"])
    Question(fact='health_system_cm_hours', answers=3)
    """
    if decision.outcome != UNKNOWN:
        return None
    sets = [
        [entry.fact for entry in entries]
        for entries in decision.missing
        if all(_is_open(entry, decision) for entry in entries)
    ]
    left = [name for one in sets for name in one if name not in skipped]
    if not left:
        return None
    asked = decision.next_question if decision.next_question in left else left[0]
    return Question(asked, min(len(one) for one in sets if asked in one))


def _is_open(entry: MissingEntry, decision: Decision) -> bool:
    about = [one for one in decision.criteria if one.fact == entry.fact and one.outcome != MET]
    if all(one.is_refused for one in about):
        # The issuer has answered, and its answer is not asked of anybody else.
        return False
    found = entry.found
    if found is not None:
        return isinstance(found, Interval) and not found.is_exact
    whole, needed = fact(entry.fact).at_most, entry.needed.value
    stated = [one.found for one in decision.criteria if one.fact == whole]
    return not any(
        isinstance(one, Interval) and one.high is not None and one.high < needed
        for one in stated
        if isinstance(needed, Fraction)
    )
