"""Figures of plotly in an educator's own cells: drawn as ours, or set as a table."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from casecert_data.catalog import say
from casecert_data.charts import MOST_BARS, Chart, Measure, PlainBar, plain_bars
from casecert_data.errors import ChartError, OwnCellError
from casecert_data.reporting.model._own_parts import Flow
from casecert_data.reporting.model._parts import ChartPart
from casecert_data.reporting.own._figure_tables import figure_tables
from casecert_data.reporting.own._plotly_data import (
    Figure,
    column_of,
    label_of,
    number_of,
    words_of,
)

_STACKED = ("stack", "relative")


def figure_parts(bundle: object) -> tuple[tuple[ChartPart | Flow, ...], tuple[str, ...]]:
    """Turn a figure into a chart of ours, or into tables of what it shows.

    Bars and ranges, across or upright, alone or in groups, are drawn as ours: upright ones lie
    down, and each series is a small chart. Any other figure is set as a table.

    Parameters
    ----------
    bundle
        The figure as plotly puts it out.

    Returns
    -------
    tuple[tuple[ChartPart | Flow, ...], tuple[str, ...]]
        The parts, and the keys of what is to be noted.

    Raises
    ------
    OwnCellError
        If it holds no values that could be read.

    Examples
    --------
    >>> bar = {"type": "bar", "x": ["RN", "LPC"], "y": [12, 7]}
    >>> [part], notes = figure_parts({"data": [bar], "layout": {"title": {"text": "Ours"}}})
    >>> part.chart.sentence, notes
    ('Ours. RN: 12; LPC: 7.', ())
    """
    figure = Figure.read(bundle)
    chart = _as_bars(figure)
    if chart is not None:
        return (ChartPart(chart, heading=figure.title or None),), ()
    tables, is_cut = figure_tables(figure)
    if not tables:
        raise OwnCellError.figure_without_numbers()
    return tables, ("figure", "cut") if is_cut else ("figure",)


def _as_bars(figure: Figure) -> Chart | None:
    """Draw the figure as bars; None if they would not say all that it says."""
    if not figure.traces or any(not _is_bars(one) for one in figure.traces):
        return None
    is_across = {trace.get("orientation") == "h" for trace in figure.traces}
    if len(is_across) > 1:
        return None
    along, up = ("y", "x") if is_across.pop() else ("x", "y")
    series = [_bars(trace, along, up) for trace in figure.traces]
    if any(not one for one in series) or _are_stacked(figure, series):
        return None
    # plotly counts lying bars from the bottom.
    if along == "y" and not figure.axis("y").is_reversed:
        series = [one[::-1] for one in series]
    names = _names(figure, series)
    bars = [
        PlainBar(bar.label, bar.end, bar.start, group)
        for group, one in zip(names, series, strict=True)
        for bar in one
    ]
    if len(bars) > MOST_BARS:
        return None
    return _drawn(figure, bars, along, up)


def _drawn(figure: Figure, bars: Sequence[PlainBar], along: str, up: str) -> Chart | None:
    number = figure.axis(up)
    measure = Measure(
        category=figure.axis(along).title or say("own.figure.key.labels"),
        name=number.title or say("own.figure.key.values"),
        before=number.before,
        after=number.after,
        group=_legend(figure),
    )
    by_names = say("own.figure.by", measure=measure.name, category=measure.category)
    title = figure.title or by_names
    try:
        return plain_bars(bars, measure, title=title, chart_id="own")
    except ChartError:  # a bar below 0, say: our charts have no such form
        return None


def _is_bars(trace: Mapping[str, Any]) -> bool:
    has_errors = any(_has_errors(trace.get(name)) for name in ("error_x", "error_y"))
    return trace.get("type") == "bar" and not has_errors


def _has_errors(given: object) -> bool:
    return (
        isinstance(given, Mapping) and bool(given) and given.get("visible", True) is not False
    )


def _bars(trace: Mapping[str, Any], along: str, up: str) -> list[PlainBar]:
    """Read the bars of one trace; none if they cannot be told apart or drawn."""
    numbers = column_of(trace.get(up))
    if numbers is None:
        return []
    labels = [label_of(one) for one in column_of(trace.get(along)) or range(len(numbers))]
    starts = [number_of(one) for one in _starts(trace, len(numbers))]
    if len(labels) != len(numbers) or len(set(labels)) < len(labels) or None in starts:
        return []
    read = zip(labels, map(number_of, numbers), starts, strict=True)
    return [
        PlainBar(
            label or say("own.row"),
            None if number is None else number + (start or 0),
            0 if number is None else start or 0,
        )
        for label, number, start in read
    ]


def _starts(trace: Mapping[str, Any], count_of_bars: int) -> list[Any]:
    base = trace.get("base", 0)
    starts = column_of(base)
    if starts is None:
        return [base] * count_of_bars
    return starts if len(starts) == count_of_bars else [None]


def _are_stacked(figure: Figure, series: Sequence[Sequence[PlainBar]]) -> bool:
    """Tell whether bars stand on each other: then their sums are what the figure shows."""
    if figure.layout.get("barmode", "group") not in _STACKED:
        return False
    labels = [bar.label for one in series for bar in one]
    return len(set(labels)) < len(labels)


def _names(figure: Figure, series: Sequence[Sequence[PlainBar]]) -> list[str]:
    """Name the small charts; a series that is a bar of its own name needs no second one."""
    numbers = count(1)
    names = [words_of(str(trace.get("name") or "")) for trace in figure.traces]
    if len(series) == 1:
        return [""]
    if all(
        [bar.label for bar in one] == [name] for name, one in zip(names, series, strict=True)
    ):
        return [""] * len(names)
    return [name or _numbered(numbers) for name in names]


def _numbered(numbers: Iterator[int]) -> str:
    return say("own.figure.named", title=say("own.figure.series"), name=next(numbers))


def _legend(figure: Figure) -> str:
    legend = figure.layout.get("legend")
    title = legend.get("title") if isinstance(legend, Mapping) else None
    text = title.get("text") if isinstance(title, Mapping) else None
    return words_of(text) if isinstance(text, str) and text else say("own.figure.series")
