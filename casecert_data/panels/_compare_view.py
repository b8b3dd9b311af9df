"""The answer of the compare panel as plain values: a column for each certification."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casecert_data.catalog import Row, fact, rows_where, say
from casecert_data.credentials import OTHER, Offer
from casecert_data.eligibility import (
    MET,
    NOT_MET,
    UNKNOWN,
    Answer,
    Criterion,
    Decision,
    Finding,
    Rule,
    headline,
    missing_phrases,
    names_of,
    needs_of,
    question_of,
    read_rule,
)
from casecert_data.panels._need_view import NeedView, need_views
from casecert_data.panels._sources import (
    Cited,
    SourceLine,
    Tag,
    cited,
    edition_tag,
    source_lines,
)
from casecert_data.panels._takes_view import TakesRow, takes_rows


@dataclass(frozen=True, slots=True)
class Told:
    """A few lines that come from the same pages."""

    lines: tuple[str, ...]
    """What is told."""
    cited: Cited
    """Who says so."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a source."""

    locator: str
    """Where in the source."""
    cited: Cited
    """The source."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one requirement stands."""

    text: str
    """The requirement in few words."""
    spots: tuple[Spot, ...]
    """The places where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One certification, from its name to its sources."""

    certification_id: str
    """Its key."""
    title: str
    """Its name."""
    issuer: str
    """Who gives it."""
    stands_in: str
    """Why these are not the words that were asked for; empty where they are."""
    audience: Told
    """Whom it is for."""
    mixed_up: Told | None
    """What it is easily mixed up with; None where nothing has its letters."""
    offered: Told | None
    """Why it is offered to this person, or not; None where nothing is known of them."""
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
    open_cited: Cited
    """Who asks for what is missing or not known yet."""
    question: str
    """What to ask next; empty where no answer would settle anything, or it is held already."""
    papers: Told
    """What to have ready."""
    takes: tuple[TakesRow, ...]
    """What it takes beside its requirements."""
    tag: Tag
    """Whose words the requirements follow."""
    stands: tuple[tuple[SourceLine, Cited], ...]
    """The pages that say what is required."""
    places: tuple[Place, ...]
    """The place of each requirement."""

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Name every source of what the column shows, those of the requirements first."""
        return tuple(dict.fromkeys(self._source_ids()))

    def _source_ids(self) -> Iterator[str]:
        for _, where in self.stands:
            yield from where.source_ids
        asked = self.audience if self.outcome is None else self.offered
        for told in (asked, self.mixed_up, self.papers):
            yield from () if told is None else told.cited.source_ids
        for row in self.takes:
            for line in (*row.lines, *row.rest):
                yield from line.cited.source_ids
        for part in (*self.needs, *self.takes):
            if part is not None and part.differences is not None:
                yield from part.differences.source_ids


def columns_of(
    answer: Answer,
    *,
    is_judged: bool = True,
    other: Answer | None = None,
    offers: Mapping[str, Offer] | None = None,
) -> tuple[Column, ...]:
    """Return a column for each decision, with the same number of places for needs in each.

    Parameters
    ----------
    answer
        The decisions, in the order of the columns.
    is_judged
        Whether anything is known of the person. If not, the columns only say what is asked for.
    other
        The same by the other edition's words, to show where the two come to different answers.
    offers
        Whom each certification is for, by its key, as seen from this person.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {"license_codes": ["RN"], "degrees": ["NONE"]}
    >>> nurse = decide(nurse, on="2026-11-23", certifications=["ccm", "acm_rn", "acm_sw"])
    >>> [column.outcome for column in columns_of(nurse)]
    ['unknown', 'unknown', 'not_met']
    >>> {len(column.needs) for column in columns_of(nurse)}
    {4}
    """
    others = {} if other is None else {one.certification_id: one for one in other.decisions}
    columns = [_column(one, answer) for one in answer.decisions]
    if is_judged:
        columns = [
            replace(
                _judged(column, one, others.get(one.certification_id), answer.on),
                offered=_offered((offers or {}).get(one.certification_id), answer.on),
            )
            for column, one in zip(columns, answer.decisions, strict=True)
        ]
    most = max((len(column.needs) for column in columns), default=0)
    return tuple(
        replace(column, needs=column.needs + (None,) * (most - len(column.needs)))
        for column in columns
    )


def _column(decision: Decision, answer: Answer) -> Column:
    """Say what is asked for, of nobody in particular."""
    on = answer.on
    key = {"certification_id": decision.certification_id, "edition_id": decision.rule_edition}
    summary = rows_where("certification_summaries", **key)
    names = names_of(decision.certification_id)
    rule = read_rule(decision.certification_id, edition=decision.rule_edition, on=on)
    stands_in = ""
    if decision.rule_edition != answer.edition:
        stands_in = say(
            f"shown.stands_in.{decision.rule_edition}", issuer=names["issuer_acronym"]
        )
    return Column(
        certification_id=decision.certification_id,
        title=names["full_name"],
        issuer=names["issuer_name"],
        stands_in=stands_in,
        audience=_told(summary, "audience_text", on),
        mixed_up=_mixed_up(decision.certification_id, on),
        offered=None,
        outcome=None,
        why="",
        needs=need_views(rule, None, None, on),
        missing=(),
        unsettled=(),
        open_cited=cited([], on),
        question="",
        papers=_told(rows_where("documents", **key), "document_short_text", on),
        takes=takes_rows(
            decision.certification_id,
            edition=answer.edition,
            rule_edition=decision.rule_edition,
            on=on,
        ),
        tag=edition_tag(decision.rule_edition),
        stands=tuple((line, cited([key], on)) for key, line in _sources(rule, on)),
        places=tuple(place for one in rule.criteria() for place in _places(one, on)),
    )


def _judged(column: Column, decision: Decision, other: Decision | None, on: date) -> Column:
    """Say how near a person is, too."""
    rule = read_rule(decision.certification_id, edition=decision.rule_edition, on=on)
    is_closed = any(
        need.decides_who and need.outcome == NOT_MET for need in needs_of(rule, decision)
    )
    return replace(
        column,
        outcome=decision.outcome,
        why=_why(decision, on),
        needs=need_views(rule, decision, other, on),
        missing=_phrases(decision, NOT_MET),
        unsettled=() if is_closed else _phrases(decision, UNKNOWN),
        open_cited=cited((one.source_id for one in _open(decision)), on),
        question=_question(decision),
    )


def _open(decision: Decision) -> Iterator[Finding]:
    return (one for one in decision.criteria if one.outcome != MET)


def _sources(rule: Rule, on: date) -> Iterator[tuple[str, SourceLine]]:
    ids = dict.fromkeys(key for one in rule.criteria() for key in one.source_ids())
    return zip(ids, source_lines(ids, on), strict=True)


def _told(rows: Sequence[Row], column: str, on: date) -> Told:
    return Told(
        tuple(str(row[column]) for row in rows),
        cited((str(row["source_id"]) for row in rows), on),
    )


def _mixed_up(certification_id: str, on: date) -> Told | None:
    rows = rows_where("name_clashes", certification_id=certification_id)
    if not rows:
        return None
    lines = tuple(
        say(
            "panel.mixed_up.line",
            name=row["other_name"],
            issuer=row["other_issuer_name"],
            words=row["told_apart_text"],
        )
        for row in rows
    )
    return Told(lines, cited((str(row["source_id"]) for row in rows), on))


def _offered(offer: Offer | None, on: date) -> Told | None:
    if offer is None:
        return None
    if offer.tier == OTHER:
        return Told((say("panel.offer.not_named"),), cited([], on))
    return Told(offer.reasons, cited(offer.source_ids, on)) if offer.reasons else None


def _places(criterion: Criterion, on: date) -> Iterator[Place]:
    spots = ((criterion.source_id, criterion.locator), *criterion.also)
    yield Place(
        criterion.row or criterion.text,
        tuple(Spot(locator, cited([source_id], on)) for source_id, locator in spots),
    )
    for remark in criterion.remarks:
        yield Place(remark.text, (Spot(remark.locator, cited([remark.source_id], on)),))


def _why(decision: Decision, on: date) -> str:
    sentence = headline(decision, on, is_to_client=False)
    if decision.outcome == UNKNOWN and decision.apart_from_declarations == MET:
        return f"{say('panel.compare.apart')} {sentence}"
    return sentence


def _phrases(decision: Decision, outcome: str) -> tuple[str, ...]:
    return tuple(one[:1].upper() + one[1:] for one in missing_phrases(decision, outcome))


def _question(decision: Decision) -> str:
    question = None if decision.held else question_of(decision)
    return "" if question is None else fact(question.fact).question
