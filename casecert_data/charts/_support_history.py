"""Employer support over time: what each study found, and the figure of a page set apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from casecert_data.catalog import say, spell_number
from casecert_data.charts._chart import Chart, ChartTable, Lane
from casecert_data.charts._support_bars import scale_ticks, support_bars, support_lane
from casecert_data.charts._words import inside_sentence
from casecert_data.eligibility import names_of
from casecert_data.errors import ChartError

Cells = Mapping[str, object]
"""One row of a table, by column."""

_ALL = 100
_COLUMNS = ("who", "when", "answers", "share")


@dataclass(frozen=True, slots=True)
class _Found:
    """What one study, or the page, says: its bar, and the words around it."""

    group: str
    when: str
    count: str
    lane: Lane

    @property
    def answers(self) -> str:
        if not self.count:
            return say("chart.history.answers_unknown")
        return say("chart.history.answers", number=self.count)

    @property
    def share(self) -> str:
        note = self.lane.note
        if not note:
            return self.lane.value
        return say("chart.support.share_and_bound", share=self.lane.value, bound=note)

    @property
    def is_known(self) -> bool:
        return bool(self.lane.segments)


def support_history(
    figures: Iterable[Cells], studies: Iterable[Cells], page: Iterable[Cells], *, measure: str
) -> Chart:
    """Draw one measure by year: a bar for each study, and the page's own figure set apart.

    The bars are never joined. A study that gives no figure keeps its place, without a bar.

    Parameters
    ----------
    figures
        Rows of the table ``support_history``.
    studies
        Rows of the table ``support_studies``, for their years and their numbers of answers.
    page
        Rows of the table ``employer_support``.
    measure
        A code of ``measure_code``; only its rows are drawn.

    Raises
    ------
    ChartError
        If no row has this measure.

    Examples
    --------
    >>> from casecert_data.catalog import table
    >>> rows = (table(name) for name in ("support_history", "support_studies"))
    >>> chart = support_history(*rows, table("employer_support"), measure="requires")
    >>> [lane.value for lane in chart.lanes]
    ['26%', '35.9%', '40.36%', 'not known', 'not known', 'nearly half']
    """
    by_study = {row["study_id"]: row for row in studies}
    drawn = [row for row in figures if row["measure_code"] == measure]
    quoted = [row for row in page if row["measure_code"] == measure]
    if not drawn and not quoted:
        raise ChartError.without_rows(f"support_history, {measure}")
    from_studies = [_of_study(row, by_study[row["study_id"]]) for row in drawn]
    from_page = [_of_page(row) for row in quoted]
    found = [*from_studies, *from_page]
    told = _page_words(quoted, is_alone=not drawn)
    return Chart(
        chart_id="-".join(
            ["support-history", str([*drawn, *quoted][0]["certification_id"]), measure]
        ),
        title=_title(drawn, from_studies, quoted, from_page),
        sentence=" ".join([*_study_words(drawn, from_studies), *told, _last_words(found)]),
        lanes=tuple(one.lane for one in found),
        extent=float(_ALL),
        ticks=scale_ticks(),
        table=_table(found),
    )


def _of_study(row: Cells, study: Cells) -> _Found:
    # What was left out of a study is in none of its figures.
    count = study["usable_count"] or study["answer_count"]
    return _labeled(
        row,
        group=str(study["respondent_text"]),
        when=str(study["when_text"]),
        count="" if count is None else spell_number(Decimal(str(count))),
    )


def _of_page(row: Cells) -> _Found:
    issuer = names_of(str(row["certification_id"]))["issuer_acronym"]
    return _labeled(
        row,
        group=say("chart.history.page_group", whose=row["respondent_text"], issuer=issuer),
        when=say("chart.history.read", year=_year_read(row)),
        count="",
    )


def _labeled(row: Cells, *, group: str, when: str, count: str) -> _Found:
    found = _Found(group, when, count, support_lane(row))
    label = say("chart.history.label", when=when, answers=found.answers)
    return replace(found, lane=replace(found.lane, label=label, group=group))


def _year_read(row: Cells) -> int:
    read = row["read_date"]
    return read.year if isinstance(read, date) else date.fromisoformat(str(read)).year


def _title(
    drawn: Sequence[Cells],
    from_studies: Sequence[_Found],
    quoted: Sequence[Cells],
    from_page: Sequence[_Found],
) -> str:
    """Say the latest figure of a study, and beside it, never after it, what the page says."""
    known = [one for one in zip(drawn, from_studies, strict=True) if one[1].is_known]
    if not known:
        return support_bars(quoted).title if quoted else _statement(drawn[-1], from_studies[-1])
    latest = _statement(*known[-1], is_short=True)
    if not from_page:
        return latest
    year, share = _year_read(quoted[0]), from_page[0].lane.value
    return f"{latest} {say('chart.history.beside', year=year, share=share)}"


def _study_words(drawn: Sequence[Cells], found: Sequence[_Found]) -> list[str]:
    words: list[str] = []
    for row, one in zip(drawn, found, strict=True):
        if not words:
            words.append(_statement(row, one))
        else:
            said = say(
                "chart.history.next", when=one.when, share=one.share, answers=one.answers
            )
            words.append(said)
        if one.lane.note:
            bound = say("chart.support.percent", number=spell_number(_bound(row)))
            words.append(say("chart.history.bounded", share=one.lane.value, bound=bound))
    return words


def _statement(row: Cells, one: _Found, *, is_short: bool = False) -> str:
    whose = str(row["respondent_text"])
    if not one.is_known:
        return say(
            "chart.support.unknown_statement",
            respondents_inside=inside_sentence(whose),
            finding=row["finding_text"],
        )
    said = say(
        "chart.history.statement",
        when=one.when,
        share=one.lane.value if is_short else one.share,
        respondents=inside_sentence(whose),
        finding=row["finding_text"],
    )
    return f"{said}." if is_short else say("chart.history.of", said=said, answers=one.answers)


def _page_words(quoted: Sequence[Cells], *, is_alone: bool) -> list[str]:
    if not quoted:
        return []
    issuer = names_of(str(quoted[0]["certification_id"]))["issuer_acronym"]
    year = _year_read(quoted[0])
    return [
        say(f"chart.history.page{'_alone' if is_alone else ''}", issuer=issuer, year=year),
        support_bars(quoted).sentence,
    ]


def _last_words(found: Sequence[_Found]) -> str:
    if sum(one.is_known for one in found) > 1:
        return say("chart.history.not_joined")
    return say("chart.history.only_one")


def _bound(row: Cells) -> Decimal:
    return Decimal(str(row["share_at_most_pct"]))


def _table(found: Sequence[_Found]) -> ChartTable:
    unknown = say("chart.support.not_known")
    return ChartTable(
        caption=say("chart.history.caption"),
        columns=tuple(say(f"chart.history.column.{one}") for one in _COLUMNS),
        rows=tuple((one.group, one.when, one.count or unknown, one.share) for one in found),
        numeric=(_COLUMNS.index("answers"), _COLUMNS.index("share")),
    )
