"""The answer of the compare panel as plain values: a column for each certification."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casecert_data.catalog import fact, rows_where, say
from casecert_data.eligibility import (
    MET,
    NOT_MET,
    UNKNOWN,
    Answer,
    Decision,
    Need,
    headline,
    missing_phrases,
    names_of,
    needs_of,
    read_rule,
)
from casecert_data.panels._sources import Age, age_of

NOT_NEEDED = "not_needed"
"""How an option is shown that nobody has to fill."""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One box, or one line where there is no choice."""

    text: str
    """What it asks for."""
    outcome: str | None
    """An outcome or ``not_needed``; None where nobody is judged."""


@dataclass(frozen=True, slots=True)
class NeedView:
    """One thing that is asked for, with the ways to fill it."""

    title: str
    """Its heading."""
    how: str
    """Whether one way is enough, in words; empty where there is only one."""
    options: tuple[OptionView, ...]
    """The ways, or the parts that are all needed."""
    is_choice: bool
    """Whether the options are alternatives."""
    note: str
    """A sentence that holds for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One certification, from its name to its source."""

    certification_id: str
    """Its key."""
    title: str
    """Its name."""
    issuer: str
    """Who gives it."""
    audience: str
    """Whom it is for."""
    outcome: str | None
    """The outcome; None where nobody is judged."""
    why: str
    """The outcome in a sentence."""
    needs: tuple[NeedView | None, ...]
    """What it asks for; None keeps a place where another column has one more."""
    missing: tuple[str, ...]
    """What is missing for sure."""
    unsettled: tuple[str, ...]
    """What is not known yet."""
    question: str
    """What to ask next; empty where no answer would settle anything."""
    papers: tuple[str, ...]
    """What to have ready."""
    exam: str
    """Whether there is an exam."""
    upkeep: str
    """How it is kept."""
    edition: str
    """Whose words are followed."""
    locator: str
    """Place in the source."""
    age: Age
    """When the source was read."""
    source_ids: tuple[str, ...]
    """Every source of the column."""


def columns_of(answer: Answer, *, is_judged: bool = True) -> tuple[Column, ...]:
    """Return a column for each decision, with the same number of places for needs in each.

    Parameters
    ----------
    answer
        The decisions, in the order of the columns.
    is_judged
        Whether anything is known of the person. If not, the columns only say what is asked for.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = decide({"license_codes": ["RN"], "degrees": ["NONE"]}, on="2026-11-23")
    >>> [column.outcome for column in columns_of(nurse)]
    ['unknown', 'unknown', 'not_met', 'unknown']
    >>> {len(column.needs) for column in columns_of(nurse)}
    {4}
    """
    columns = [_column(one, answer.on, is_judged=is_judged) for one in answer.decisions]
    most = max((len(column.needs) for column in columns), default=0)
    return tuple(
        replace(column, needs=column.needs + (None,) * (most - len(column.needs)))
        for column in columns
    )


def _column(decision: Decision, on: date, *, is_judged: bool) -> Column:
    key = {"certification_id": decision.certification_id, "edition_id": decision.rule_edition}
    row = rows_where("certification_summaries", **key)[0]
    names = names_of(decision.certification_id)
    rule = read_rule(decision.certification_id, edition=decision.rule_edition, on=on)
    needs = needs_of(rule, decision if is_judged else None)
    is_closed = any(need.decides_who and need.outcome == NOT_MET for need in needs)
    papers = rows_where("documents", **key)
    return Column(
        certification_id=decision.certification_id,
        title=names["full_name"],
        issuer=names["issuer_name"],
        audience=str(row["audience_text"]),
        outcome=decision.outcome if is_judged else None,
        why=_why(decision, on),
        needs=tuple(_need(need) for need in needs),
        missing=_phrases(decision, NOT_MET) if is_judged else (),
        unsettled=_phrases(decision, UNKNOWN) if is_judged and not is_closed else (),
        question=_question(decision) if is_judged else "",
        papers=tuple(str(one["document_short_text"]) for one in papers),
        exam=str(row["exam_text"]),
        upkeep=str(row["upkeep_text"]),
        edition=decision.rule_edition,
        locator=str(row["locator"]),
        age=age_of(str(row["source_id"]), on),
        source_ids=tuple(
            dict.fromkeys(
                [
                    str(row["source_id"]),
                    *(one.source_id for one in rule.criteria()),
                    *(str(one["source_id"]) for one in papers),
                ]
            )
        ),
    )


def _why(decision: Decision, on: date) -> str:
    sentence = headline(decision, on)
    if decision.outcome == UNKNOWN and decision.apart_from_declarations == MET:
        return f"{say('panel.compare.apart')} {sentence}"
    return sentence


def _need(need: Need) -> NeedView:
    how = ""
    if len(need.ways) > 1:
        how = say("page.any_one" if need.is_choice else "panel.compare.all_of")
    title = need.title
    if need.is_conditional:
        # It never comes first, and stands after an "and".
        title = title[:1].lower() + title[1:]
    return NeedView(title, how, tuple(_options(need)), need.is_choice, need.note)


def _options(need: Need) -> Iterator[OptionView]:
    for way in need.ways:
        # The few words of a row would only say the heading again.
        says_heading = need.is_conditional or way.row == need.title
        # What does not arise is not missing.
        outcome = NOT_NEEDED if need.is_waived else way.outcome
        yield OptionView(way.text if says_heading else way.row, outcome)


def _phrases(decision: Decision, outcome: str) -> tuple[str, ...]:
    return tuple(one[:1].upper() + one[1:] for one in missing_phrases(decision, outcome))


def _question(decision: Decision) -> str:
    return "" if decision.next_question is None else fact(decision.next_question).question
