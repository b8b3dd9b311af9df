"""Employer support: who says what, as bars from 0 to 100 percent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from casecert_data.catalog import say, spell_number
from casecert_data.charts._chart import Chart, ChartTable, Lane, Segment, Tick
from casecert_data.charts._words import inside_sentence, start_sentence
from casecert_data.errors import ChartError, UnknownNameError

_ALL = Decimal(100)
_HALF = Decimal(50)
# From here on "more than half" would say too little, so the title says the number.
_FAR_MORE_THAN_HALF = Decimal(75)
_TITLE_FINDINGS = 2


@dataclass(frozen=True, slots=True)
class _Finding:
    """One row: a share, or words with or without an upper bound, or nothing known."""

    respondents: str
    finding: str
    share: Decimal | None
    words: str | None
    bound: Decimal | None

    @property
    def value(self) -> str:
        if self.share is not None:
            return _percent(self.share)
        return self.words or say("chart.support.not_known")

    @property
    def note(self) -> str:
        if self.share is not None or self.words is None or self.bound is None:
            return ""
        return say("chart.support.under", share=_percent(self.bound))

    @property
    def in_full(self) -> str:
        if not self.note:
            return self.value
        return say("chart.support.share_and_bound", share=self.value, bound=self.note)

    @property
    def is_known(self) -> bool:
        return self.share is not None or self.words is not None


def support_bars(rows: Iterable[Mapping[str, object]], *, group: str | None = None) -> Chart:
    """Draw what employers and certified people say as one bar a finding.

    A share that is only known in words, such as "nearly half", gets an outline that stops at
    its upper bound, and no number.

    Parameters
    ----------
    rows
        Rows of the table ``employer_support``: uses ``certification_id``, ``respondent_text``,
        ``finding_text``, ``share_pct`` (0 to 100, or None), ``share_words`` and
        ``share_at_most_pct`` (or None).
    group
        Draw only what these respondents say.

    Raises
    ------
    ChartError
        If there is no row.
    UnknownNameError
        If no row has these respondents.

    Examples
    --------
    >>> row = {
    ...     "certification_id": "ccm",
    ...     "respondent_text": "Employers",
    ...     "finding_text": "require it",
    ...     "share_pct": None,
    ...     "share_words": "nearly half",
    ...     "share_at_most_pct": Decimal(50),
    ... }
    >>> support_bars([row]).title
    'Nearly half of employers require it.'
    """
    drawn = _chosen(list(rows), group)
    by_group = _by_respondents([_read(row) for row in drawn])
    findings = [one for together in by_group for one in together]
    certifications = sorted({str(row["certification_id"]) for row in drawn})
    return Chart(
        chart_id="-".join(["employer-support", *certifications]),
        title=_title(by_group),
        sentence=" ".join(_in_words(one, is_full=True) for one in by_group),
        lanes=tuple(_lane(one) for one in findings),
        extent=float(_ALL),
        ticks=scale_ticks(),
        table=_table(findings),
    )


def support_words(rows: Iterable[Mapping[str, object]]) -> str:
    """Say what employers and certified people say, where there is no picture.

    Parameters
    ----------
    rows
        Rows of the table ``employer_support``, as for `support_bars`.

    Examples
    --------
    >>> from casecert_data.catalog import table
    >>> support_words(table("employer_support"))[:44]
    '58% of employers pay for their employees to '
    """
    by_group = _by_respondents([_read(row) for row in rows])
    return " ".join(_in_words(one, is_full=True, is_drawn=False) for one in by_group)


def scale_ticks() -> tuple[Tick, ...]:
    """Name 0, half and all on the scale of shares."""
    return (
        Tick(0, spell_number(0)),
        Tick(float(_HALF), say("chart.support.half")),
        Tick(float(_ALL), _percent(_ALL)),
    )


def support_lane(row: Mapping[str, object]) -> Lane:
    """Make the bar of one row with a share, with words and a bound, or with nothing known."""
    return _lane(_read(row))


def _chosen(rows: list[Mapping[str, object]], group: str | None) -> list[Mapping[str, object]]:
    if not rows:
        raise ChartError.without_rows("employer_support")
    if group is None:
        return rows
    known = list(dict.fromkeys(str(row["respondent_text"]) for row in rows))
    if group not in known:
        raise UnknownNameError.among("group", group, known)
    return [row for row in rows if row["respondent_text"] == group]


def _read(row: Mapping[str, object]) -> _Finding:
    def number(column: str) -> Decimal | None:
        cell = row[column]
        return None if cell is None else Decimal(str(cell))

    words = row["share_words"]
    return _Finding(
        respondents=str(row["respondent_text"]),
        finding=str(row["finding_text"]),
        share=number("share_pct"),
        words=None if words is None else str(words),
        bound=number("share_at_most_pct"),
    )


def _by_respondents(findings: Iterable[_Finding]) -> list[list[_Finding]]:
    groups: dict[str, list[_Finding]] = {}
    for one in findings:
        groups.setdefault(one.respondents, []).append(one)
    return list(groups.values())


def _lane(one: _Finding) -> Lane:
    segments: tuple[Segment, ...] = ()
    if one.share is not None:
        segments = (Segment(0, float(one.share), "data"),)
    elif one.words is not None and one.bound is not None:
        segments = (Segment(0, float(one.bound), "bound"),)
    return Lane(one.finding, segments, value=one.value, note=one.note, group=one.respondents)


def _title(by_group: Sequence[Sequence[_Finding]]) -> str:
    known = [[one for one in together if one.is_known] for together in by_group]
    first = next((together for together in known if together), by_group[0])
    return _in_words(first[:_TITLE_FINDINGS], is_full=False)


def _in_words(findings: Sequence[_Finding], *, is_full: bool, is_drawn: bool = True) -> str:
    """Say what one group says; in full, or as short as a title."""
    sentences: list[str] = []
    for one in findings:
        share = one.in_full if is_full else _about(one)
        # The second sentence on the same people does not name them again.
        form = "next_statement" if sentences else "statement"
        sentences.append(
            start_sentence(
                say(
                    f"chart.support.{form if one.is_known else 'unknown_statement'}",
                    share=share,
                    respondents=one.respondents,
                    respondents_inside=inside_sentence(one.respondents),
                    finding=one.finding,
                )
            )
        )
        if is_full and is_drawn and one.note and one.bound is not None:
            sentences.append(say("chart.support.no_number", bound=_percent(one.bound)))
    return " ".join(sentences)


def _about(one: _Finding) -> str:
    if one.share is None or not _HALF <= one.share < _FAR_MORE_THAN_HALF:
        return one.value
    return say(f"chart.support.{'half' if one.share == _HALF else 'more_than_half'}")


def _table(findings: Sequence[_Finding]) -> ChartTable:
    columns = ("respondents", "finding", "share")
    return ChartTable(
        caption=say("chart.support.caption"),
        columns=tuple(say(f"chart.support.column.{one}") for one in columns),
        rows=tuple(
            (one.respondents, start_sentence(one.finding), one.in_full) for one in findings
        ),
        numeric=(columns.index("share"),),
    )


def _percent(share: Decimal) -> str:
    return say("chart.support.percent", number=spell_number(share))
