"""Bars of anybody's own numbers: one a lane, all on one axis from 0, in groups or not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from math import floor, isfinite, log10

from casecert_data.catalog import as_sentence, say, spell_number
from casecert_data.charts._chart import Chart, ChartTable, Lane, Segment, Tick
from casecert_data.errors import ChartError

MOST_BARS = 24
"""Bars that a page still shows as a picture; what has more of them is a table."""

# The axis ends at one of these times a power of ten, so that its middle is round, too.
_ROUND = (1, 2, 4, 6, 8, 10)
_ALL_PCT = 100
_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class PlainBar:
    """One bar: a number with its name, or a range of numbers."""

    label: str
    """What is counted; stands above the bar."""
    end: float | None
    """Where it ends; None where nothing is known."""
    start: float = 0
    """Where it begins: 0, or the low end of a range."""
    group: str = ""
    """To which of several small charts it belongs."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the bars count, and how their numbers are written."""

    category: str
    """Head of the column of labels."""
    name: str
    """Head of the column of numbers."""
    before: str = ""
    """Sign before a number, such as ``$``."""
    after: str = ""
    """Sign behind a number, such as ``%``."""
    group: str = ""
    """Head of the column of groups."""


def plain_bars(
    bars: Iterable[PlainBar], measure: Measure, *, title: str, chart_id: str
) -> Chart:
    """Draw numbers as bars from 0, or as ranges, one a lane.

    Parameters
    ----------
    bars
        From top to bottom; those of a group stand together.
    measure
        What they count.
    title
        What the chart shows.
    chart_id
        Key of the chart.

    Raises
    ------
    ChartError
        If there is no bar, or one begins below 0 or ends before it begins.

    Examples
    --------
    >>> students = [PlainBar("RN", 12), PlainBar("LPC", 7)]
    >>> chart = plain_bars(students, Measure("License", "Students"), title="Ours", chart_id="a")
    >>> chart.sentence, chart.extent
    ('Ours. RN: 12; LPC: 7.', 20.0)
    """
    drawn = list(bars)
    if not drawn:
        raise ChartError.without_rows(chart_id)
    extent = _extent([one.end for one in drawn if one.end is not None], measure)
    return Chart(
        chart_id=chart_id,
        title=title,
        sentence=" ".join([as_sentence(title), *_in_words(drawn, measure)]),
        lanes=tuple(_lane(one, measure) for one in drawn),
        extent=extent,
        ticks=tuple(Tick(at, _written(at, measure)) for at in (0.0, extent / 2, extent)),
        table=_table(drawn, measure),
    )


def _extent(ends: Sequence[float], measure: Measure) -> float:
    largest = max(ends, default=0)
    if not isfinite(largest) or largest <= 0:
        return 1.0
    if measure.after.strip() == _PERCENT and largest <= _ALL_PCT:
        return float(_ALL_PCT)
    power: float = 10.0 ** floor(log10(largest))
    return next(one * power for one in _ROUND if one * power >= largest * (1 - 1e-12))


def _lane(one: PlainBar, measure: Measure) -> Lane:
    segments: tuple[Segment, ...] = ()
    if one.end is not None:
        segments = (Segment(float(one.start), float(one.end), "data"),)
    value = _value(one, measure)
    return Lane(one.label, segments, value=value, group=one.group)


def _value(one: PlainBar, measure: Measure) -> str:
    if one.end is None:
        return say("chart.support.not_known")
    high = _written(one.end, measure)
    if not one.start:
        return high
    return say("chart.gap.span", low=_written(one.start, measure), high=high)


def _written(number: float, measure: Measure) -> str:
    # The shortest decimal that means this number, as whoever typed it wrote it.
    return f"{measure.before}{spell_number(Decimal(repr(float(number))))}{measure.after}"


def _in_words(drawn: Sequence[PlainBar], measure: Measure) -> list[str]:
    sentences = []
    for group, bars in groupby(drawn, key=lambda one: one.group):
        told = say("chart.gap.then").join(
            say("chart.gap.label", label=one.label, found=_value(one, measure)) for one in bars
        )
        words = say("chart.plain.of_group", group=group, bars=told) if group else told
        sentences.append(say("chart.gap.sentence", parts=words))
    return sentences


def _table(drawn: Sequence[PlainBar], measure: Measure) -> ChartTable:
    has_groups = any(one.group for one in drawn)
    columns = (*([measure.group] if has_groups else []), measure.category, measure.name)
    return ChartTable(
        caption=say("chart.plain.caption"),
        columns=columns,
        rows=tuple(
            (*([one.group] if has_groups else []), one.label, _value(one, measure))
            for one in drawn
        ),
        numeric=(len(columns) - 1,),
    )
