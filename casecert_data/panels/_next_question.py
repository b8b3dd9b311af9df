"""The one question that brings a client furthest, over all certifications that are for them."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from casecert_data.eligibility import Decision, question_of


class NextQuestion(NamedTuple):
    """What to ask next."""

    fact: str
    """Name of the fact."""
    certification_ids: tuple[str, ...]
    """The certifications that it is the next question for."""
    answers: int
    """How many answers, this one among them, can settle the nearest of these."""


def next_question(
    decisions: Sequence[Decision], skipped: Collection[str] = ()
) -> NextQuestion | None:
    """Return the question that is asked next; None where no answer would settle anything.

    The one that leaves the fewest answers open comes first; then the one that serves most
    certifications; then that of the first certification.

    Parameters
    ----------
    decisions
        The decisions that count, those that come first, first.
    skipped
        Facts that are not to be asked for now.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {"license_codes": ["RN"], "has_supervisor_contact": True, "rn_years": 5}
    >>> answer = decide(nurse, on="2026-11-23", certifications=["acm_rn", "cmgt_bc"])
    >>> next_question(answer.decisions)
    NextQuestion(fact='health_system_cm_hours', certification_ids=('acm_rn',), answers=1)
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for one in decisions:
        question = None if one.held else question_of(one, skipped=skipped)
        if question is not None:
            asked = (question.answers, one.certification_id)
            found.setdefault(question.fact, []).append(asked)
    if not found:
        return None
    name = min(found, key=lambda one: (min(found[one])[0], -len(found[one])))
    return NextQuestion(name, tuple(key for _, key in found[name]), min(found[name])[0])
