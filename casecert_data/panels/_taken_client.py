"""Where one client stands, as tables to take away."""

from collections.abc import Iterable, Sequence
from functools import partial

from casecert_data.catalog import say
from casecert_data.eligibility import Decision
from casecert_data.panels._client_answer import ClientAnswer
from casecert_data.panels._client_view import OtherGroup, ruled_lines
from casecert_data.panels._compare_view import Column
from casecert_data.panels._plain_text import text_table
from casecert_data.panels._takeaway import Offered
from casecert_data.panels._taken_compare import (
    home_table,
    listed,
    missing_words,
    needs_table,
    outcome_word,
)
from casecert_data.panels._what_if import Consequence
from casecert_data.takeaway import TakenTable, told_table

_STEM = "client"
"""How the names of the files begin."""


def client_offers(
    told: Sequence[Decision],
    answer: ClientAnswer,
    meant: Sequence[Consequence],
    notes: Iterable[str],
) -> list[Offered]:
    """Return what can be saved of the answer for one client: what is shown, and no more.

    Parameters
    ----------
    told
        The decisions that are told in full.
    answer
        The answer as it is shown.
    meant
        What each answer to the next question would mean.
    notes
        What a reader must know of all of it.
    """
    noted, columns = tuple(notes), answer.columns
    ruled = [listed(ruled_lines(one)) for one in told]
    offers = []
    if any(one.outcome for one in columns):
        made = partial(outcomes_table, columns, ruled, answer.others, noted)
        offers.append(Offered.of(_STEM, "outcomes", made))
    offers.append(Offered.of(_STEM, "needs", partial(needs_table, columns, noted)))
    if meant:
        offers.append(Offered.of(_STEM, "answers", partial(answers_table, meant, noted)))
    if answer.place is not None:
        offers.append(Offered.of(_STEM, "home", partial(home_table, answer.place, noted)))
    return offers


def outcomes_table(
    columns: Sequence[Column],
    ruled: Sequence[str],
    others: Sequence[OtherGroup],
    notes: Iterable[str],
) -> TakenTable:
    """Return a row for each certification: those that are told in full, then the others.

    Parameters
    ----------
    columns
        What is told in full.
    ruled
        What the issuers said, for each of them.
    others
        What is told in a few lines.
    notes
        What a reader must know of all of it.

    Examples
    --------
    >>> from casecert_data.panels._client_view import OtherLine
    >>> others = [OtherGroup("For others", (OtherLine("CDMS", "not_met", ""),))]
    >>> outcomes_table([], [], others, []).rows[0]["c1"]
    'Not met'
    """
    rows: list[tuple[tuple[str, ...], Iterable[str]]] = []
    for column, said in zip(columns, ruled, strict=True):
        cells = (
            *(column.title, outcome_word(column.outcome), column.why, said),
            *(missing_words(column), listed(column.unsettled), column.question),
            listed(column.papers.lines),
        )
        rows.append((cells, column.source_ids))
    for group in others:
        for line in group.lines:
            why = listed(filter(None, (group.heading, line.field)))
            rows.append(((line.name, outcome_word(line.outcome), why, "", "", "", "", ""), ()))
    heads = [
        say("panel.takeaway.head.certification"),
        say("panel.takeaway.head.result"),
        say("panel.takeaway.head.why"),
        say("panel.takeaway.head.ruled"),
        say("panel.compare.still_missing"),
        say("panel.compare.not_known"),
        say("panel.compare.ask"),
        say("panel.compare.papers"),
    ]
    return told_table(say("panel.takeaway.shown.outcomes"), heads, rows, notes)


def others_text(others: Sequence[OtherGroup]) -> str:
    """Return what is told in a few lines as plain text; nothing where nothing is.

    Examples
    --------
    >>> from casecert_data.panels._client_view import OtherLine
    >>> print(others_text([OtherGroup("For others", (OtherLine("CDMS", "not_met", ""),))]))
    Certification  Result
    -------------  -------
    CDMS           Not met
    """
    rows = [(line.name, outcome_word(line.outcome)) for group in others for line in group.lines]
    heads = [say("panel.takeaway.head.certification"), say("panel.takeaway.head.result")]
    return text_table(heads, rows) if rows else ""


def answers_table(meant: Sequence[Consequence], notes: Iterable[str]) -> TakenTable:
    """Return a row for each answer to the next question, and each certification.

    Examples
    --------
    >>> from casecert_data.panels._what_if import Result
    >>> meant = [Consequence("Yes", (Result("CCM", "met", ""),))]
    >>> answers_table(meant, []).rows
    ({'c0': 'Yes', 'c1': 'CCM', 'c2': 'Met', 'c3': ''},)
    """
    rows = [
        ((one.words, result.name, outcome_word(result.outcome), result.note), ())
        for one in meant
        for result in one.results
    ]
    heads = [
        say("panel.takeaway.head.answer"),
        say("panel.takeaway.head.certification"),
        say("panel.takeaway.head.result"),
        say("panel.takeaway.head.note"),
    ]
    return told_table(say("panel.takeaway.shown.answers"), heads, rows, notes)
