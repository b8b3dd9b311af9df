"""Pay: what most people in an occupation earn, as ranges on one axis of dollars."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from casecert_data.catalog import say, spell_number
from casecert_data.charts._chart import Chart, ChartTable, Lane, Segment, Tick
from casecert_data.errors import ChartError

_STEP = 20_000
"""The axis ends at a multiple of it, so that its middle is a round number too."""
_COLUMNS = ("p10_usd", "p25_usd", "median_usd", "p75_usd", "p90_usd")


@dataclass(frozen=True, slots=True)
class _Range:
    """One row: an occupation and five amounts."""

    title: str
    group: str
    is_compared: bool
    low: int
    lower: int
    middle: int
    upper: int
    high: int

    @property
    def amounts(self) -> tuple[int, ...]:
        return self.low, self.lower, self.middle, self.upper, self.high


def pay_ranges(rows: Iterable[Mapping[str, object]], *, chart_id: str = "pay") -> Chart:
    """Draw pay as one lane an occupation, all on one axis from 0.

    A thin line goes from the 10th to the 90th percentile, a solid bar from the 25th to the
    75th; a tick marks the median, with its amount above it.

    Parameters
    ----------
    rows
        Rows of the table ``occupation_pay``, each with ``occupation_title`` beside: uses
        ``p10_usd``, ``p25_usd``, ``median_usd``, ``p75_usd`` and ``p90_usd`` (U.S. dollars a
        year). ``group_text``, if there, is a subhead; a row with ``is_compared`` is only there
        to compare with, and the title leaves it out.
    chart_id
        Key of the chart.

    Raises
    ------
    ChartError
        If there is no row, or its amounts do not rise.

    Examples
    --------
    >>> row = {
    ...     "occupation_title": "Registered Nurses",
    ...     "p10_usd": 68940,
    ...     "p25_usd": 80330,
    ...     "median_usd": 97550,
    ...     "p75_usd": 112350,
    ...     "p90_usd": 137470,
    ... }
    >>> pay_ranges([row]).title
    'Half of them earn $97,550 a year or less: Registered Nurses.'
    """
    drawn = [_read(row) for row in rows]
    if not drawn:
        raise ChartError.without_rows("occupation_pay")
    extent = ceil(max(one.high for one in drawn) / _STEP) * _STEP
    return Chart(
        chart_id=chart_id,
        title=_title([one for one in drawn if not one.is_compared] or drawn),
        sentence=" ".join([*map(_in_words, drawn), say("chart.pay.reading")]),
        lanes=tuple(_lane(one) for one in drawn),
        extent=float(extent),
        ticks=tuple(Tick(float(at), _dollars(at)) for at in (0, extent // 2, extent)),
        table=_table(drawn),
    )


def _read(row: Mapping[str, object]) -> _Range:
    amounts = [int(str(row[column])) for column in _COLUMNS]
    title = str(row["occupation_title"])
    if amounts != sorted(amounts):
        raise ChartError.bad_part(title, "amounts that rise", amounts)
    group = str(row.get("group_text") or "")
    return _Range(title, group, bool(row.get("is_compared")), *amounts)


def _lane(one: _Range) -> Lane:
    pieces = (
        Segment(float(one.low), float(one.lower), "span"),
        Segment(float(one.lower), float(one.upper), "data"),
        Segment(float(one.upper), float(one.high), "span"),
    )
    return Lane(
        one.title,
        pieces,
        group=one.group,
        before=_dollars(one.low),
        note=_dollars(one.high),
        middle=Tick(float(one.middle), _dollars(one.middle)),
    )


def _title(drawn: Sequence[_Range]) -> str:
    amounts = [one.middle for one in drawn]
    if len(drawn) == 1:
        return say("chart.pay.title.one", median=_dollars(amounts[0]), title=drawn[0].title)
    return say(
        "chart.pay.title.several", low=_dollars(min(amounts)), high=_dollars(max(amounts))
    )


def _in_words(one: _Range) -> str:
    low, lower, middle, upper, high = map(_dollars, one.amounts)
    return say(
        "chart.pay.sentence",
        title=one.title,
        low=low,
        lower=lower,
        middle=middle,
        upper=upper,
        high=high,
    )


def _table(drawn: Sequence[_Range]) -> ChartTable:
    columns = ("occupation", "low", "lower", "middle", "upper", "high")
    return ChartTable(
        caption=say("chart.pay.caption"),
        columns=tuple(say(f"chart.pay.column.{one}") for one in columns),
        rows=tuple((one.title, *map(_dollars, one.amounts)) for one in drawn),
        numeric=tuple(range(1, len(columns))),
    )


def _dollars(amount: int) -> str:
    return say("chart.pay.dollars", amount=spell_number(amount))
