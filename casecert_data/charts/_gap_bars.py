"""Gaps: what is there, what is missing and what is needed, one scale a bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from casecert_data.catalog import join_words, say, spell_number
from casecert_data.charts._chart import Chart, ChartTable, Lane, Segment, Tick
from casecert_data.charts._words import start_sentence
from casecert_data.errors import ChartError

Number = Fraction | Decimal | int

# A bar that goes on beyond the picture passes the tick by this share of what is needed.
_BEYOND = Fraction(1, 5)
# A bar this much longer than the need keeps a scale of its own, or it would shrink the rest.
_LONGEST_SHARED = Fraction(3, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How far what a person has is from what is needed.

    Examples
    --------
    >>> work = Gap(
    ...     label="Work, last 3 years",
    ...     needed=2000,
    ...     found_low=1400,
    ...     found_high=1400,
    ...     unit="hours",
    ... )
    >>> work.least_missing, work.most_missing
    (Fraction(600, 1), Fraction(600, 1))
    """

    label: str
    """What is counted, short: ``Work, last 3 years``."""
    needed: Number
    """What is needed, above 0, in the unit."""
    found_low: Number = 0
    """What is there at the least, in the unit."""
    found_high: Number | None = None
    """What is there at the most; None if it may be any amount. Blank is 0 to None."""
    unit: str
    """Unit of the numbers, as in ``facts.toml``: ``hours``, ``months``, ``years``, …"""
    amount: str = ""
    """What is counted, after its unit in a sentence, as in ``facts.toml``: ``of work``."""

    def __post_init__(self) -> None:
        if self.needed <= 0:
            raise ChartError.bad_part(self.label, "an amount above 0", str(self.needed))
        if self.found_low < 0:
            raise ChartError.bad_part(self.label, "an amount of 0 or more", str(self.found_low))
        if self.found_high is not None and self.found_high < self.found_low:
            raise ChartError.overlapping(self.label, str(self.found_high), str(self.found_low))

    @property
    def least_missing(self) -> Fraction:
        """What is missing for sure."""
        if self.found_high is None:
            return Fraction(0)
        return max(Fraction(self.needed) - Fraction(self.found_high), Fraction(0))

    @property
    def most_missing(self) -> Fraction:
        """What may be missing at the most."""
        return max(Fraction(self.needed) - Fraction(self.found_low), Fraction(0))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is known of what is there."""
        return self.found_low == 0 and self.found_high is None


def gap_bars(gaps: Sequence[Gap], *, chart_id: str = "gaps", title: str | None = None) -> Chart:
    """Draw what is there, what is missing and what is needed as one bar a gap.

    Solid is there for sure, blue stripes may be there, orange stripes are missing for sure,
    and the ink tick is what is needed. Each bar has its own scale; the ticks are in line.

    Parameters
    ----------
    gaps
        At least one, from top to bottom.
    chart_id
        Key of the chart.
    title
        The finding; None where every gap must be closed, and is then told by its amounts.

    Raises
    ------
    ChartError
        If there is no gap.

    Examples
    --------
    >>> months = Gap(
    ...     label="Work",
    ...     needed=24,
    ...     found_low=12,
    ...     found_high=18,
    ...     unit="months",
    ...     amount="of work",
    ... )
    >>> gap_bars([months]).title
    '6 to 12 more months of work are needed.'
    """
    if not gaps:
        raise ChartError.without_rows(chart_id)
    shared = max(
        [stretch for one in gaps if (stretch := _stretch(one)) <= _LONGEST_SHARED], default=1
    )
    return Chart(
        chart_id=chart_id,
        title=title or _title(gaps),
        sentence=" ".join(_sentence(one) for one in gaps),
        lanes=tuple(_lane(one, max(shared, _stretch(one))) for one in gaps),
        extent=1,
        ticks=(),
        table=_table(gaps),
    )


def _stretch(gap: Gap) -> Fraction:
    """Return how far the bar reaches, as a multiple of what is needed; at least 1."""
    needed, low = Fraction(gap.needed), Fraction(gap.found_low)
    if gap.found_high is None:
        return max(needed, low) / needed + _BEYOND
    return max(needed, Fraction(gap.found_high)) / needed


def _lane(gap: Gap, stretch: Fraction | int) -> Lane:
    extent = float(Fraction(gap.needed) * stretch)
    low, needed = float(gap.found_low), float(gap.needed)
    high = extent if gap.found_high is None else float(gap.found_high)
    pieces = (
        Segment(0, low, "data"),
        Segment(low, high, "possible", is_open=gap.found_high is None),
        Segment(min(high, needed), needed, "missing"),
    )
    ends = () if gap.found_high in {None, gap.found_low} else (gap.found_low, gap.found_high)
    return Lane(
        say("chart.gap.label", label=gap.label, found=_found(gap)),
        tuple(one for one in pieces if one.end > one.start),
        missing=_missing(gap),
        threshold=needed,
        threshold_label=say("chart.gap.needed", number=spell_number(gap.needed)),
        extent=extent,
        marks=tuple(Tick(float(one), spell_number(one)) for one in ends if one),
    )


def _found(gap: Gap) -> str:
    low, high = gap.found_low, gap.found_high
    if gap.is_blank:
        return say("chart.gap.found.not_known")
    if high is None:
        return say("chart.gap.found.at_least", low=_amount(low, gap))
    if low == high:
        return _amount(low, gap)
    if low == 0:
        return say("chart.gap.found.at_most", high=_amount(high, gap))
    return say("chart.gap.found.between", low=spell_number(low), high=_amount(high, gap))


def _missing(gap: Gap) -> str:
    """Say what is missing as it stands beside the bar; nothing where nothing can be said."""
    if gap.is_blank or not gap.most_missing:
        return ""
    return say("chart.gap.missing", number=_span(gap, spell_number(gap.most_missing)))


def _span(gap: Gap, most: str) -> str:
    """Say ``600``, ``6 to 12`` or ``up to 12``; ``most`` is the highest number in its words."""
    if gap.least_missing == gap.most_missing:
        return most
    if not gap.least_missing:
        return say("chart.gap.up_to", high=most)
    return say("chart.gap.span", low=spell_number(gap.least_missing), high=most)


def _amount(number: Number, gap: Gap, words: str = "unit") -> str:
    return say(
        f"{words}.{gap.unit}",
        count=1 if number == 1 else 2,
        number=spell_number(number),
        amount=gap.amount,
    ).strip()


def _title(gaps: Sequence[Gap]) -> str:
    sure = [one for one in gaps if one.least_missing]
    possible = [one for one in gaps if one.most_missing and not one.least_missing]
    sentences = [
        start_sentence(say(f"chart.gap.title.{name}", count=_grammar(some), list=_more(some)))
        for name, some in (("needed", sure), ("possible", possible))
        if some
    ]
    return " ".join(sentences) or say("chart.gap.title.nothing")


def _more(gaps: Sequence[Gap]) -> str:
    amounts = [(one, _amount(one.most_missing, one, "chart.more")) for one in gaps]
    return join_words([_span(one, most) for one, most in amounts])


def _grammar(gaps: Sequence[Gap]) -> int:
    return 1 if [one.most_missing for one in gaps] == [1] else 2


def _sentence(gap: Gap) -> str:
    lane = say("chart.gap.label", label=gap.label, found=_found(gap))
    parts = [lane, _missing(gap), say("chart.gap.needed", number=spell_number(gap.needed))]
    return say("chart.gap.sentence", parts=say("chart.gap.then").join(filter(None, parts)))


def _table(gaps: Sequence[Gap]) -> ChartTable:
    columns = ("label", "found", "missing", "needed")
    return ChartTable(
        caption=say("chart.gap.caption"),
        columns=tuple(say(f"chart.gap.column.{one}") for one in columns),
        rows=tuple(
            (one.label, _found(one), _missing_cell(one), _amount(one.needed, one))
            for one in gaps
        ),
        numeric=(1, 2, 3),
    )


def _missing_cell(gap: Gap) -> str:
    if gap.is_blank:
        return say("chart.gap.found.not_known")
    return _span(gap, _amount(gap.most_missing, gap))
