"""Parts of a page that explain one decision: question, gaps, table of requirements."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from casecert_data.catalog import fact, join_words, say, spell_date, spell_number
from casecert_data.charts import gap_bars, gaps_of
from casecert_data.eligibility import (
    MET,
    NOT_MET,
    UNKNOWN,
    Decision,
    FactValue,
    Finding,
    Interval,
    Need,
    Rule,
    Way,
    found_words,
    headline,
    lowered,
    names_of,
    needs_of,
    read_rule,
    ruled_words,
)
from casecert_data.errors import ProfileError
from casecert_data.profiles import Assumptions, Profile, decide_profile
from casecert_data.reporting.model._blocks import (
    AskPart,
    ChartPart,
    Column,
    Inline,
    Part,
    Row,
    Section,
    Span,
    TablePart,
    TextPart,
)
from casecert_data.reporting.pages._sheet import height_of

# "Fewer than 12" as a closed interval; no rule has a threshold finer than this.
_JUST_BELOW = Fraction(1, 1_000_000)
# Percent of each column. Where somebody holds much, the second leaves more room to say it.
_WIDTHS = ((61, 21, 18), (55, 27, 18))
_STATED_AT_MOST = 3


def ask_part(
    name: str,
    decision: Decision,
    profile: Profile,
    on: date,
    assumptions: Assumptions,
    *,
    edition: str,
) -> AskPart:
    """Return the next question, with what each answer would mean.

    Parameters
    ----------
    name
        Fact that is asked for.
    decision
        An unknown decision.
    profile, on, assumptions, edition
        What it was made from; the answers are tried out on it.
    """
    answers: list[Inline] = []
    outcomes = set()
    for words, value in _possible_answers(decision, name, profile.facts.get(name)):
        try:
            tried = decide_profile(
                replace(profile, facts={**profile.facts, name: value}),
                edition=edition,
                on=on,
                certifications=[decision.certification_id],
                assumptions=assumptions,
            ).decisions[0]
        except ProfileError:
            # An answer that contradicts what was stated cannot be given.
            continue
        outcomes.add(tried.outcome)
        answer = Span.strong(say("person_page.answer", answer=words))
        answers.append((answer, Span.plain(_meaning(tried, on))))
    # Where no answer settles it alone, saying so for each of them helps nobody.
    return AskPart(fact(name).question, () if outcomes == {UNKNOWN} else tuple(answers))


def gap_parts(decision: Decision) -> Iterator[Part]:
    """Yield the chart of what is there and what is missing, where numbers are missing."""
    gaps = gaps_of(decision)
    if not any(gap.found_low for gap in gaps):
        # Empty bars would only repeat the list of what is asked for.
        return
    unmet = [need for need in _needs(decision) if need.outcome == NOT_MET]
    is_choice = any(need.is_choice for need in unmet)
    needs = join_words([need.title for need in unmet if need.is_choice])
    title = say("person_page.any_bar", needs=needs) if is_choice else None
    chart = gap_bars(gaps, title=title)
    yield ChartPart(chart, heading=chart.title)
    names = [finding.fact for finding in decision.criteria if finding.outcome == NOT_MET]
    if any(fact(name).total == "window" for name in names):
        yield TextPart(
            (
                Span.strong(say("person_page.hours_run_out")),
                Span.plain(" " + say("person_page.hours_count")),
            )
        )


def requirement_table(decision: Decision, refs: Inline) -> TablePart:
    """Return each requirement beside what was stated and what it comes to."""
    label = (Span.plain(say("person_page.column.requirement")), Span.plain(" "), *refs)
    columns = (
        Column(label),
        Column(
            (Span.plain(say("person_page.column.stated")),),
            stack_label=say("person_page.column.stated_on_phone"),
        ),
        Column((Span.plain(say("person_page.column.result")),)),
    )
    rows = tuple(row for need in _needs(decision) for row in _rows(need))
    return TablePart(
        say("person_page.table", name=_acronym(decision)), columns, rows, _WIDTHS[0]
    )


def in_line(sections: Sequence[Section]) -> Sequence[Section]:
    """Give the tables of requirements columns of the same widths, which take little paper."""
    tried = [[_with_widths(one, widths) for one in sections] for widths in _WIDTHS]
    return min(tried, key=lambda some: sum(map(height_of, some)))


def _with_widths(section: Section, widths: tuple[int, ...]) -> Section:
    parts = tuple(
        replace(one, widths=widths) if isinstance(one, TablePart) else one
        for one in section.parts
    )
    return replace(section, parts=parts)


def waived_notes(decision: Decision) -> Iterator[str]:
    """Yield a sentence for each need that does not arise."""
    for need in _needs(decision):
        if need.is_waived:
            yield say("person_page.waived", text=need.waiver)


def ruled_notes(decision: Decision) -> Iterator[str]:
    """Yield a sentence for each requirement on which the issuer was asked: who said what."""
    for finding in decision.criteria:
        if finding.ruled_on is not None:
            yield say(
                "person_page.ruled_note",
                text=finding.text,
                outcome=lowered(say(f"outcome.{finding.outcome}")),
                by=finding.ruled_by,
                date=spell_date(finding.ruled_on),
            )


def sources_of(decision: Decision) -> Iterator[str]:
    """Yield the sources that a decision rests on; one may come more than once."""
    rule = _rule_of(decision)
    for criterion, finding in zip(rule.criteria(), decision.criteria, strict=True):
        yield criterion.source_id
        yield from (source_id for source_id, _ in criterion.also)
        if finding.remark:
            yield from (one.source_id for one in criterion.remarks)


def closing_sources(decision: Decision) -> Iterator[str]:
    """Yield the sources of what decides who may apply at all."""
    for need in _needs(decision):
        if need.decides_who:
            yield from (finding.source_id for way in need.ways for finding in way.findings)


def outcomes_of(decision: Decision) -> dict[str, str | None]:
    """Return what each need came to, by its name."""
    return {need.id: need.outcome for need in _needs(decision)}


def preparations(decision: Decision) -> Iterator[str]:
    """Yield what to get ready for needs that arise only for some, and do for this person."""
    for need in _needs(decision):
        arises = all(one.outcome == NOT_MET for one in need.waived_by)
        if need.is_conditional and arises and need.prepare:
            yield need.prepare


def _possible_answers(
    decision: Decision, name: str, stated: FactValue | None
) -> Iterator[tuple[str, FactValue]]:
    if fact(name).kind == "yes_no":
        yield say("person_page.yes"), True
        yield say("person_page.no"), False
    bounds = [
        entry.needed.value
        for entries in decision.missing
        for entry in entries
        if entry.fact == name and isinstance(entry.needed.value, Fraction)
    ]
    if bounds:
        bound = min(bounds)
        number = spell_number(bound)
        yield say("person_page.or_more", number=number), Interval(bound, None)
        # What was stated roughly stays: "1 to 3 years" and fewer than 2 is 1 year or more.
        low = stated.low if isinstance(stated, Interval) and stated.low < bound else Fraction(0)
        below = Interval(low, bound - _JUST_BELOW)
        yield say("person_page.fewer", number=number), below


def _meaning(decision: Decision, on: date) -> str:
    if decision.outcome == MET:
        return say("person_page.would_meet")
    if decision.outcome == UNKNOWN:
        return say("person_page.still_open")
    return say("person_page.not_for_now", why=headline(decision, on))


def _needs(decision: Decision) -> tuple[Need, ...]:
    return needs_of(_rule_of(decision), decision)


def _rule_of(decision: Decision) -> Rule:
    return read_rule(decision.certification_id, edition=decision.rule_edition)


def _acronym(decision: Decision) -> str:
    return names_of(decision.certification_id)["acronym"]


def _rows(need: Need) -> Iterator[Row]:
    if need.is_waived:
        return
    if not need.is_choice:
        for way in need.ways:
            yield _way_row(way)
        return
    if need.outcome == MET:
        met = next(way for way in need.ways if way.outcome == MET)
        yield _row(need.row or need.asks_for, _stated(met.findings), MET)
        return
    heading = need.row or need.title
    told = [finding for way in need.ways for finding in way.findings]
    if all(one.found is None and one.ruled_on is None for one in told):
        # Nothing stated on any of the ways: one row says it, and the page stays short.
        yield _row(heading, say("found.blank"), str(need.outcome))
        return
    yield _row(heading, say("person_page.see_below"), str(need.outcome))
    for at, way in enumerate(need.ways):
        joined = say("person_page.or_way", row=lowered(way.row)) if at else way.row
        yield _way_row(way, joined, indented=True)


def _way_row(way: Way, words: str = "", *, indented: bool = False) -> Row:
    return _row(words or way.row, _stated(way.findings), str(way.outcome), indented=indented)


def _row(words: str, stated: str, outcome: str, *, indented: bool = False) -> Row:
    cells: tuple[Inline, ...] = (
        (Span.plain(words),),
        (Span.plain(stated),),
        (Span.outcome(outcome),),  # type: ignore[arg-type]
    )
    return Row(cells, indented=indented)


def _stated(findings: tuple[Finding, ...]) -> str:
    if len(findings) > _STATED_AT_MOST:
        # A way of many parts: what is there already need not be said again.
        findings = tuple(one for one in findings if one.outcome != MET) or findings
    first, *others = findings
    words = [found_words(first.fact, first.found)]
    for one in others:
        is_rest = one.found is None and first.found is not None
        told = found_words(one.fact, one.found)
        words.append(say("person_page.rest_blank") if is_rest else lowered(told))
    # What is said of two parts alike is said once, also where the first of them has a capital.
    once: dict[str, str] = {}
    for piece in words:
        once.setdefault(lowered(piece), piece)
    told = say("list.comma").join(once.values())
    for said in dict.fromkeys(filter(None, map(ruled_words, findings))):
        told = say("person_page.ruled", stated=told, said=said)
    return told
