"""What each answer to a question would mean, worked out by deciding with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from casecert_data.catalog import code_names, fact, facts, join_words, say
from casecert_data.eligibility import (
    UNKNOWN,
    Answer,
    Criterion,
    Decision,
    Facts,
    FactValue,
    Interval,
    found_words,
    names_of,
    question_of,
    read_rule,
    spell_amount,
)
from casecert_data.errors import ProfileError
from casecert_data.panels._next_question import NextQuestion
from casecert_data.profiles import Profile, decide_profile, profile_from_values

NAMED_AT_MOST = 3
"""Codes that are named where they come to the same; more are "any other answer"."""


class Result(NamedTuple):
    """What one certification would come to."""

    name: str
    """Its name on a button."""
    outcome: str
    """The outcome."""
    note: str
    """How many answers would still be open; empty where none."""


class Consequence(NamedTuple):
    """Answers that come to the same."""

    words: str
    """The answers."""
    results: tuple[Result, ...]
    """What each certification that is asked for would come to."""


class _Tried(NamedTuple):
    values: tuple[object, ...]
    results: tuple[Result, ...]


class _Span(NamedTuple):
    """Numbers from ``low`` to under ``high``; no ``high`` means no bound."""

    low: Fraction
    high: Fraction | None


def consequences(
    profile: Profile, asked: NextQuestion, answer: Answer
) -> tuple[Consequence, ...]:
    """Return what the answers to a question would mean, those that come to the same together.

    Parameters
    ----------
    profile
        What is known.
    asked
        The question.
    answer
        The decisions as they stand: their day and edition count.

    Examples
    --------
    >>> from casecert_data import decide, read_profile
    >>> from casecert_data.panels._next_question import next_question
    >>> nurse = read_profile({"license_codes": ["RN"], "has_supervisor_contact": True})
    >>> answer = decide(nurse, on="2026-11-23", certifications=["acm_rn"])
    >>> for one in consequences(nurse, next_question(answer.decisions), answer):
    ...     print(one.words, one.results[0].outcome)
    Fewer than 2,080 hours not_met
    2,080 hours or more met
    """
    kind = fact(asked.fact).kind
    if kind == "number":
        return _of_numbers(profile, asked, answer)
    if kind == "yes_no":
        tried = _tried(profile, asked, answer, (True, False))
        return tuple(
            Consequence(say("panel.yes" if one else "panel.no"), results)
            for values, results in tried
            for one in values
        )
    return _of_codes(profile, asked, answer)


def _of_codes(profile: Profile, asked: NextQuestion, answer: Answer) -> tuple[Consequence, ...]:
    codes = [(code,) for code in code_names(str(fact(asked.fact).vocabulary))]
    together: dict[tuple[Result, ...], list[object]] = {}
    for values, results in _tried(profile, asked, answer, codes):
        together.setdefault(results, []).extend(values)
    named = []
    rest: list[Consequence] = []
    for results, same in together.items():
        if len(same) > NAMED_AT_MOST and not rest:
            rest.append(Consequence(say("panel.client.any_other"), results))
            continue
        words = join_words([found_words(asked.fact, one) for one in same], "or")  # type: ignore[arg-type]
        named.append(Consequence(words, results))
    return (*named, *rest)


def _of_numbers(
    profile: Profile, asked: NextQuestion, answer: Answer
) -> tuple[Consequence, ...]:
    spans = list(_spans(profile.facts, asked, answer))
    tried: list[tuple[_Span, tuple[Result, ...]]] = []
    for span in spans:
        for _, results in _tried(profile, asked, answer, (Interval(span.low, span.low),)):
            if tried and tried[-1][1] == results:
                tried[-1] = (_Span(tried[-1][0].low, span.high), results)
            else:
                tried.append((span, results))
    first = spans[0].low if spans else Fraction(0)
    return tuple(
        Consequence(_span_words(asked.fact, span, first), results) for span, results in tried
    )


def _spans(known: Facts, asked: NextQuestion, answer: Answer) -> Iterator[_Span]:
    """Part the possible numbers where a rule tells them apart."""
    low, high = _possible(known, asked.fact)
    marks = {low, *(one for one in _thresholds(asked, answer) if one > low)}
    ordered = sorted(one for one in marks if high is None or one <= high)
    yield from (
        _Span(start, end) for start, end in zip(ordered, [*ordered[1:], None], strict=True)
    )


def _possible(known: Facts, name: str) -> tuple[Fraction, Fraction | None]:
    stated = known.get(name)
    found = stated if isinstance(stated, Interval) else Interval()
    low, high = found.low, found.high
    for other, of in facts().items():
        number = known.get(other)
        if not isinstance(number, Interval):
            continue
        if of.at_most == name:
            low = max(low, number.low)
        if other == fact(name).at_most and number.high is not None:
            high = number.high if high is None else min(high, number.high)
    return low, high


def _thresholds(asked: NextQuestion, answer: Answer) -> Iterator[Fraction]:
    for leaf in _asking(asked, answer):
        if isinstance(leaf.needed.value, Fraction):
            yield leaf.needed.value


def _asking(asked: NextQuestion, answer: Answer) -> Iterator[Criterion]:
    """Yield what compares the fact, or one of which it is a part."""
    whole = fact(asked.fact).at_most or asked.fact
    family = {whole, *(name for name, of in facts().items() if of.at_most == whole)}
    for decision in answer.decisions:
        if decision.certification_id in asked.certification_ids:
            rule = read_rule(
                decision.certification_id, edition=decision.rule_edition, on=answer.on
            )
            yield from (leaf for leaf in rule.criteria() if leaf.fact in family)


def asking(asked: NextQuestion, answer: Answer) -> tuple[str, ...]:
    """Name the sources of what asks for a fact, each once.

    Examples
    --------
    >>> from casecert_data import decide
    >>> answer = decide({"license_codes": ["RN"]}, on="2026-11-23", certifications=["acm_rn"])
    >>> asking(NextQuestion("health_system_cm_hours", ("acm_rn",), 1), answer)
    ('acma_faq_hours',)
    """
    found = [key for leaf in _asking(asked, answer) for key in leaf.source_ids()]
    return tuple(dict.fromkeys(found))


def _tried(
    profile: Profile, asked: NextQuestion, answer: Answer, values: Sequence[object]
) -> Iterator[_Tried]:
    for value in values:
        facts_then: dict[str, FactValue] = {**profile.facts, asked.fact: value}  # type: ignore[dict-item]
        try:
            then = replace(profile, facts=profile_from_values(dict(facts_then)).facts)
            decided = decide_profile(
                then,
                edition=answer.edition,
                on=answer.on,
                certifications=asked.certification_ids,
                assumptions={},
            )
        except ProfileError:
            # It contradicts what was stated, or what an issuer answered.
            continue
        yield _Tried((value,), tuple(_result(one) for one in decided.decisions))


def _result(decision: Decision) -> Result:
    left = question_of(decision)
    note = "" if left is None else say("panel.client.still_open", count=left.answers)
    if left is None and decision.outcome == UNKNOWN and not decision.held:
        note = say("panel.client.issuer_says")
    return Result(names_of(decision.certification_id)["button_name"], decision.outcome, note)


def _span_words(name: str, span: _Span, first: Fraction) -> str:
    if span.low == first:
        if span.high is None:
            return say("panel.client.any_number")
        return say("panel.client.fewer", high=spell_amount(name, span.high))
    if span.high is None:
        return say("panel.client.or_more", low=spell_amount(name, span.low))
    return say(
        "panel.client.between",
        low=spell_amount(name, span.low),
        high=spell_amount(name, span.high),
    )
