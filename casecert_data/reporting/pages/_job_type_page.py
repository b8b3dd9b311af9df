"""The handout on one job type: what it is, what fits it, what its occupation pays."""

from collections.abc import Iterable, Sequence
from datetime import date

from casecert_data.catalog import as_sentence, join_words, say, spell_date, spell_number
from casecert_data.charts import pay_ranges
from casecert_data.jobs import (
    NOT_DESIGNED,
    Coded,
    Fit,
    JobBase,
    Occupation,
    Overlap,
    all_occupations,
    answer_for,
    closed_programs_of,
    fits_of,
    job,
    name_clashes_of,
    occupations_of,
    pay_label,
    pay_rows,
)
from casecert_data.profiles import read_day
from casecert_data.reporting.model._blocks import (
    ChartPart,
    Column,
    FactItem,
    FactsPart,
    Head,
    Inline,
    Part,
    Row,
    Section,
    Span,
    TablePart,
    TextPart,
)
from casecert_data.reporting.pages._explained import ExplainedPage, told
from casecert_data.reporting.pages._shown import Citations, Shown, foot, spaced

_MINUS = "\N{MINUS SIGN}"
_NOT_SURE = "low"
_FIGURES = ("occupation", "p10", "p25", "median", "p75", "p90", "growth", "openings")


class JobTypePage(ExplainedPage):
    """The handout for students on one job type; each method gives one section.

    Parameters
    ----------
    job_type_id
        Key of the job type.
    on
        Day on which the page speaks; None for today.

    Examples
    --------
    >>> page = JobTypePage("prison", on="2026-11-28")
    >>> page.heading().blocks[0].title
    'Prison case manager'
    """

    def __init__(self, job_type_id: str, *, on: date | str | None = None) -> None:
        self._on = read_day("on", on)
        self._job = job(job_type_id)
        self._fits = fits_of(job_type_id)
        self._occupations = occupations_of(job_type_id)
        self._told = [one for one in self._occupations if _is_told(one)]
        super().__init__(Citations(self._on))

    @told
    def heading(self) -> Shown:
        """Return masthead, title and what somebody in the job does."""
        as_of = say("certification_page.as_of", date=spell_date(self._on))
        return Shown(
            (
                Head(
                    series=(Span.plain(say("job_type_page.series")),),
                    stamp=(Span.plain(as_of),),
                    title=self._job.name,
                    lead=spaced(
                        Span.plain(self._job.work), self._cited.refs(self._job.source_ids[:1])
                    ),
                ),
            )
        )

    @told
    def answer(self) -> Shown:
        """Return which certifications fit, or that none is made for the job; then all, why."""
        by_code: dict[str, list[Fit]] = {}
        for one in self._fits:
            by_code.setdefault(one.fit_code, []).append(one)
        items = tuple(self._fits_of_kind(code, fits) for code, fits in by_code.items())
        return self._section(
            "answer",
            TextPart((Span.strong(answer_for(self._job.job_type_id)),)),
            FactsPart(items, wide=True),
            TextPart((Span.plain(say("job_type_page.our_view")),), small=True),
        )

    def _fits_of_kind(self, code: str, fits: Sequence[Fit]) -> FactItem:
        lines = [self._fit(one) for one in fits]
        if code == NOT_DESIGNED:
            # What does not fit runs on: it is looked up, not read.
            return FactItem(fits[0].label, spaced(*lines))
        return FactItem(fits[0].label, lines[0], tuple(lines[1:]))

    def _fit(self, one: Fit) -> Inline:
        words = say("job_type_page.fit", name=one.name, reason=one.reason)
        return self._sourced(words, one.source_ids)

    @told
    def who_and_where(self) -> Shown:
        """Return who does the job, where, for whom; jobs near it, and as what it is counted."""
        of = self._job
        usual = [self._base(one) for one in of.bases if one.is_usual]
        possible = [self._base(one) for one in of.bases if not one.is_usual]
        told: tuple[tuple[str, list[Inline]], ...] = (
            ("sector", [(Span.plain(as_sentence(of.sector)),)]),
            ("usual", usual),
            ("possible", possible),
            ("places", [self._coded(of.places)]),
            ("people", [self._coded(of.populations)]),
            ("near", [self._near(one) for one in of.overlaps]),
            ("counted", [self._counted(one) for one in self._told]),
        )
        items = [
            FactItem(say(f"job_type_page.{name}"), first, tuple(rest))
            for name, lines in told
            if lines
            for first, *rest in [lines]
        ]
        note = [TextPart((Span.plain(of.note),))] if of.note else []
        return self._section("who", *note, FactsPart(tuple(items), wide=True))

    def _base(self, one: JobBase) -> Inline:
        words = say("job_type_page.base", label=one.label, reason=one.reason)
        return self._sourced(words, [one.source_id])

    def _coded(self, those: Sequence[Coded]) -> Inline:
        words = as_sentence(join_words([one.label for one in those]))
        return self._sourced(words, [one.source_id for one in those])

    def _near(self, one: Overlap) -> Inline:
        words = say("job_type_page.overlap", name=one.name, words=one.words)
        return (Span.plain(words),)

    def _counted(self, one: Occupation) -> Inline:
        it = one.evidence[0]
        words = say("job_type_page.why", title=one.title, match=it.match, reason=it.reason)
        if one.outlook is None:
            return self._sourced(words, [it.source_id])
        education = say("job_type_page.education", education=one.outlook.entry_education)
        return self._sourced(f"{words} {education}", [it.source_id, one.outlook.source_id])

    @told
    def pay(self) -> Shown:
        """Return what the occupations pay, as a chart, and as a table with the outlook."""
        whole = all_occupations()
        codes = {one.soc_code for one in (*self._told, whole)}
        rows = [
            # The occupations were told already; subheads would take a third more room.
            {**row, "group_text": None}
            for row in pay_rows(self._job.job_type_id)
            if row["soc_code"] in codes
        ]
        chart = pay_ranges(rows, chart_id=f"pay-{self._job.job_type_id}")
        figures = [*self._told, whole]
        less_sure = [one.title for one in self._occupations if one not in self._told]
        left_out = say("job_type_page.less_sure", titles=join_words(less_sure))
        sources = [it.source_id for one in figures for it in (one.pay, one.outlook) if it]
        return self._section(
            "pay",
            TextPart(
                spaced(
                    Span.strong(pay_label()),
                    Span.plain(say("job_type_page.pay_reading")),
                    *([Span.plain(left_out)] if less_sure else []),
                    self._cited.refs(sources),
                )
            ),
            ChartPart(chart),
            self._figures(figures),
        )

    def _figures(self, figures: Sequence[Occupation]) -> TablePart:
        columns = tuple(
            Column(
                (Span.plain(words := say(f"job_type_page.figure.{name}")),),
                numeric=bool(at),
                stack_label=say("job_type_page.stacked", label=words) if at else "",
            )
            for at, name in enumerate(_FIGURES)
        )
        caption = say("job_type_page.figure.caption", whose=pay_label())
        return TablePart(caption, columns, tuple(map(_figure_row, figures)))

    @told
    def take_care(self) -> Shown:
        """Return programs that are closed, and letters that two credentials share."""
        key = self._job.job_type_id
        told = [
            self._sourced(
                say("job_type_page.closed", name=one.name, words=one.words), one.source_ids
            )
            for one in closed_programs_of(key)
        ]
        told += [self._sourced(one.words, one.source_ids) for one in name_clashes_of(key)]
        parts = (TextPart(one, small=True) for one in told)
        return self._section("care", *parts) if told else Shown(())

    def sources(self) -> Shown:
        """Return the sources cited so far, the words of credit they ask for, and the foot."""
        last = foot(say("job_type_page.foot_strong"), say("job_type_page.foot"))
        return Shown((self._cited.section(), last))

    def _sourced(self, words: str, source_ids: Iterable[str]) -> Inline:
        return spaced(Span.plain(words), self._cited.refs(source_ids))

    def _section(self, name: str, *parts: Part) -> Shown:
        marks = [TextPart(mark, small=True) for mark in self._cited.old_marks()]
        heading = say(f"job_type_page.heading.{name}")
        return Shown((Section(name, heading, (*parts, *marks)),))


def _is_told(one: Occupation) -> bool:
    """Find whether the page has room for an occupation: not for those that are hardly sure."""
    return one.is_nearest or any(it.match_code != _NOT_SURE for it in one.evidence)


def _figure_row(one: Occupation) -> Row:
    unknown = say("job_type_page.not_found")
    amounts = [unknown] * 5
    if one.pay:
        pay = one.pay
        told = (pay.p10_usd, pay.p25_usd, pay.median_usd, pay.p75_usd, pay.p90_usd)
        amounts = [spell_number(it) for it in told]
    outlook = [unknown] * 2
    if one.outlook:
        growth = spell_number(one.outlook.growth_pct).replace("-", _MINUS)
        outlook = [
            say("job_type_page.figure.percent", number=growth),
            spell_number(one.outlook.annual_openings),
        ]
    return Row(tuple((Span.plain(words),) for words in (one.title, *amounts, *outlook)))
