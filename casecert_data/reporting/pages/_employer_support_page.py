"""The handout on what employers do: three figures, earlier ones, and what is not comparable."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from casecert_data.catalog import (
    Row,
    code_label,
    code_names,
    join_words,
    rows_where,
    say,
    spell_date,
    spell_number,
    table,
)
from casecert_data.charts import Chart, support_bars, support_history, support_lane
from casecert_data.eligibility import certification_ids, names_of
from casecert_data.profiles import read_day
from casecert_data.reporting.model._blocks import (
    ChartPart,
    Column,
    FactItem,
    FactsPart,
    Head,
    Inline,
    Part,
    Section,
    Span,
    TablePart,
    TextPart,
)
from casecert_data.reporting.model._blocks import Row as TableRow
from casecert_data.reporting.pages._explained import ExplainedPage, told
from casecert_data.reporting.pages._shown import Citations, Shown, foot, spaced

_COUNTS = ("invited_count", "answer_count", "usable_count")
_WORDS = "invited_words"
_CITING = ("source_id", "quoted_by_source_id")


class EmployerSupportPage(ExplainedPage):
    """The handout on employers and certification; each method gives one section.

    It is about the certification that the table ``employer_support`` has figures on, and names
    the others as those without.

    Parameters
    ----------
    on
        Day on which the page speaks; None for today.

    Examples
    --------
    >>> page = EmployerSupportPage(on="2026-11-28")
    >>> page.heading().blocks[0].title
    'Do employers support certification?'
    """

    def __init__(self, *, on: date | str | None = None) -> None:
        self._on = read_day("on", on)
        super().__init__(Citations(self._on))
        self._key = str(table("employer_support")[0]["certification_id"])
        self._names = names_of(self._key)
        self._figures = self._of("support_history")
        self._studies = self._of("support_studies")
        self._quoted = self._of("employer_support")

    @told
    def heading(self) -> Shown:
        """Return masthead, title and the answer in a sentence."""
        found = support_bars(self._quoted).title
        read = self._quoted[0]["read_date"]
        year = read.year if isinstance(read, date) else say("chart.support.not_known")
        lead = say("employer_page.lead", acronym=self._names["acronym"], found=found, year=year)
        return Shown(
            (
                Head(
                    series=(Span.plain(say("certification_page.series")),),
                    stamp=(
                        Span.plain(say("certification_page.as_of", date=spell_date(self._on))),
                    ),
                    title=say("employer_page.title"),
                    lead=(Span.plain(lead),),
                ),
            )
        )

    @told
    def now(self) -> Shown:
        """Return the figures of the page that the article quotes, with their age."""
        rows = self._quoted
        ids = dict.fromkeys(
            str(row[name]) for name in _CITING for row in rows if row[name] is not None
        )
        old = [one for one in ids if self._cited.age_tag(one) is not None]
        quoted_by = self._cited.refs(one for one in ids if one not in old)
        origin = say("employer_page.from_page", issuer=self._names["issuer_acronym"])
        notes = (
            spaced(Span.plain(origin), quoted_by) if quoted_by else (Span.plain(origin),),
            (Span.plain(say("certification_page.figures_unknown")),),
            *([self._cited.aged(old)] if old else []),
        )
        return self._section("now", ChartPart(support_bars(rows), notes=notes))

    @told
    def over_time(self) -> Shown:
        """Return what studies found by year, of the measure that most of them asked for."""
        charts = [self._chart(one) for one in self._measures()]
        most = max(charts, key=lambda chart: len(chart.lanes))
        others = " ".join(chart.title for chart in charts if chart is not most)
        refs = self._cited.refs(str(row["source_id"]) for row in self._figures)
        rest = TextPart(spaced(Span.plain(others), refs))
        return self._section("over_time", ChartPart(most, heading=most.title), rest)

    @told
    def not_comparable(self) -> Shown:
        """Return why the figures do not make one line."""
        rows = [
            row for row in self._of("support_notes") if row["note_code"] == "not_comparable"
        ]
        items = [
            FactItem(_about(measure), self._joined(together))
            for measure, together in _by_measure(rows).items()
        ]
        return self._section("not_comparable", FactsPart(tuple(items), wide=True))

    @told
    def who_was_asked(self) -> Shown:
        """Return every study with its numbers and its shares, and what holders earned."""
        measures = self._measures()
        heads = [
            *(say(f"employer_page.column.{one}") for one in ("when", *_COUNTS)),
            *(code_label("measure_code", one) for one in measures),
        ]
        columns = [
            Column(
                (Span.plain(head),), numeric=bool(at), stack_label=_stacked(head) if at else ""
            )
            for at, head in enumerate(heads)
        ]
        rows = [self._row(study, measures) for study in self._studies if self._asked(study)]
        caption = say("employer_page.asked_caption")
        asked = TablePart(caption, tuple(columns), tuple(rows))
        return self._section("asked", asked, *self._pay())

    @told
    def not_known(self) -> Shown:
        """Return what no page says, and the certifications without any figure."""
        known = {str(row["certification_id"]) for row in table("employer_support")}
        others = [names_of(one)["acronym"] for one in certification_ids() if one not in known]
        rows = [row for row in self._of("support_notes") if row["note_code"] == "not_known"]
        rest = say("employer_page.no_figures", others=join_words(others)) if others else ""
        told = TextPart(spaced(self._joined(rows), Span.plain(rest)), small=True)
        return self._section("not_known", told)

    def sources(self) -> Shown:
        """Return the sources cited so far, and the last words."""
        last = foot(say("employer_page.foot_strong"), say("employer_page.foot"))
        return Shown((self._cited.section(), last))

    def _pay(self) -> list[Part]:
        rows = self._of("support_pay")
        if not rows:
            return []
        when = {str(row["study_id"]): str(row["when_text"]) for row in self._studies}
        told = [
            say(
                "employer_page.pay",
                when=when[str(row["study_id"])],
                low=_spelled(row["pay_at_least_usd"]),
                high=_spelled(row["pay_at_most_usd"]),
            )
            for row in rows
        ]
        refs = self._cited.refs(str(row["source_id"]) for row in rows)
        words = say("employer_page.pay_of", acronym=self._names["acronym"], told=" ".join(told))
        return [TextPart(spaced(Span.plain(words), refs), small=True)]

    def _joined(self, rows: Iterable[Row]) -> Inline:
        told = list(rows)
        words = " ".join(str(row["note_text"]) for row in told)
        refs = self._cited.refs(str(row["source_id"]) for row in told)
        return spaced(Span.plain(words), refs)

    def _measures(self) -> list[str]:
        asked = {row["measure_code"] for row in self._figures}
        return [one for one in code_names("measure_code") if one in asked]

    def _chart(self, measure: str) -> Chart:
        return support_history(self._figures, self._studies, self._quoted, measure=measure)

    def _asked(self, study: Row) -> list[Row]:
        return [row for row in self._figures if row["study_id"] == study["study_id"]]

    def _row(self, study: Row, measures: Iterable[str]) -> TableRow:
        figures = {str(row["measure_code"]): row for row in self._asked(study)}
        ids = [str(row["source_id"]) for row in (study, *figures.values())]
        head = spaced(Span.plain(str(study["when_text"])), self._cited.refs(ids))
        words = study[_WORDS]
        counts = [_plain(_spelled(study[one])) for one in _COUNTS]
        if words is not None:
            counts[0] = _plain(str(words))
        return TableRow((head, *counts, *(_share(figures.get(one)) for one in measures)))

    def _of(self, name: str) -> tuple[Row, ...]:
        return rows_where(name, certification_id=self._key)

    def _section(self, name: str, *parts: Part) -> Shown:
        marks = [TextPart(mark, small=True) for mark in self._cited.old_marks()]
        return Shown((Section(name, say(f"employer_page.heading.{name}"), (*parts, *marks)),))


def _about(measure: object) -> str:
    if measure is None:
        return say("employer_page.all_figures")
    return code_label("measure_code", str(measure))


def _by_measure(rows: Iterable[Row]) -> dict[object, list[Row]]:
    grouped: dict[object, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row["measure_code"], []).append(row)
    return grouped


def _stacked(head: str) -> str:
    # On a phone the number stands right behind it.
    return say("career_page.titled", title=head) + " "


def _share(row: Row | None) -> Inline:
    if row is None:
        return _plain(say("chart.support.not_known"))
    lane = support_lane(row)
    return _plain(lane.value)


def _spelled(number: object) -> str:
    if number is None:
        return say("chart.support.not_known")
    return spell_number(Decimal(str(number)))


def _plain(words: str) -> Inline:
    return (Span.plain(words),)
