"""The one sentence above the comparison: what is near, and what the rest waits for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from casecert_data.catalog import join_words, say
from casecert_data.eligibility import (
    MET,
    NOT_MET,
    OPEN_LIST,
    SECONDARY_RULE,
    Decision,
    names_of,
    question_of,
)


def compare_sentence(decisions: Sequence[Decision], *, is_judged: bool = True) -> str:
    """Say what the decisions come to, nearest first; what is not near is left to the columns.

    Parameters
    ----------
    decisions
        The decisions on the certifications that were chosen.
    is_judged
        Whether anything is known of the person.

    Examples
    --------
    >>> from casecert_data import decide
    >>> work = {"health_system_cm_hours": 2080, "has_supervisor_contact": True}
    >>> social_worker = {"license_codes": ["SW_CLINICAL"], **work}
    >>> answer = decide(social_worker, on="2026-11-23", certifications=["acm_sw", "cmgt_bc"])
    >>> compare_sentence(answer.decisions)
    'The ACM for social workers looks within reach now.'
    """
    if not decisions:
        return say("panel.compare.none_chosen")
    if not is_judged:
        return say("panel.compare.nobody")
    found: dict[str, list[str]] = {}
    for decision in decisions:
        found.setdefault(_kind(decision), []).append(decision.certification_id)
    said = [_clause(kind, found[kind]) for kind in _TOLD if kind in found]
    return " ".join(said) or _clause("not_met", [one.certification_id for one in decisions])


def names_in_sentence(certification_ids: Iterable[str]) -> str:
    """Name certifications inside a sentence.

    Examples
    --------
    >>> names_in_sentence(["ccm", "acm_rn"])
    'the CCM and the ACM for nurses'
    """
    return join_words(
        [say("panel.named", name=names_of(one)["button_name"]) for one in certification_ids]
    )


def _clause(kind: str, certification_ids: Sequence[str]) -> str:
    names = names_in_sentence(certification_ids)
    sentence = say(f"panel.compare.{kind}", count=len(certification_ids), names=names)
    return sentence[:1].upper() + sentence[1:]


def _kind(decision: Decision) -> str:
    return next(kind for kind, holds in _KINDS_OF.items() if holds(decision))


def _answers(decision: Decision) -> int:
    question = question_of(decision)
    return 0 if question is None else question.answers


_SETTLED_BY = (OPEN_LIST, SECONDARY_RULE)
"""Causes of an unknown that only the issuer can settle."""

# The first that holds; in the order in which a sentence tells them.
_KINDS_OF: Mapping[str, Callable[[Decision], bool]] = MappingProxyType(
    {
        "held": lambda decision: decision.held,
        "met": lambda decision: decision.outcome == MET,
        "not_met": lambda decision: decision.outcome == NOT_MET,
        "one_answer": lambda one: _answers(one) == 1,
        "answers": lambda one: _answers(one) > 1,
        "issuer": lambda decision: any(one.cause in _SETTLED_BY for one in decision.criteria),
        "aged": lambda _: True,
    }
)
_TOLD = ("held", "met", "one_answer", "answers", "aged", "issuer")
