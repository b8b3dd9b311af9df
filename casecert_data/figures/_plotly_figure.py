"""Draw a chart as a plotly figure: for a notebook and a dashboard."""

from collections.abc import Sequence
from html import escape
from typing import Any

from plotly import graph_objects as go

from casecert_data.catalog import brand
from casecert_data.charts import (
    RUN_GAP,
    SCREEN,
    STRIPE_EVERY,
    Bar,
    Chart,
    Picture,
    Rule,
    Run,
    Words,
    inks,
    place_chart,
    shown_text,
)

_LEFT = 1
_REGULAR, _STRONG = 400, 600
_EDGE = 1.5
_BLANK = 0.25


def plotly_figure(chart: Chart, *, narrowest: int = 360) -> go.Figure:
    """Draw a chart for the screen, as the sibling of its SVG.

    The width follows the place where it is shown; the height is fixed, so nothing on the page
    moves when it is drawn. There is nothing to hover or to drag: all words
    stand in the picture. ``layout.meta`` carries the chart's id, title and sentence.

    Parameters
    ----------
    chart
        What is drawn.
    narrowest
        Smallest width in px at which nothing may overlap or be cut. Lines break for this width.

    Examples
    --------
    >>> from casecert_data.charts import ChartTable, Lane, Segment
    >>> bar = Lane("pay for it", (Segment(0, 58, "data"),), value="58%")
    >>> table = ChartTable("Shares", ("Share",), (("58%",),))
    >>> figure = plotly_figure(Chart("pay", "Most pay.", "58% pay.", (bar,), 100, (), table))
    >>> figure.data[0].x, figure.layout.meta["sentence"]
    ((58,), '58% pay.')
    """
    picture = place_chart(chart, narrowest - 2 * _LEFT, SCREEN)
    extents = list(dict.fromkeys([chart.extent, *(bar.extent for bar in picture.bars)]))
    return go.Figure(
        data=[_bar(one, extents.index(one.extent)) for one in picture.bars],
        layout=_layout(chart, picture, extents),
    )


def _layout(chart: Chart, picture: Picture, extents: Sequence[float]) -> dict[str, Any]:
    colors = brand().colors
    shapes = [_outline(one) for one in picture.bars if inks()[one.segment.fill].outline]
    return {
        # Without this, plotly sends its default look along with every figure.
        "template": {},
        "meta": {
            "id": shown_text(chart.chart_id),
            "title": shown_text(chart.title),
            "sentence": shown_text(chart.sentence),
        },
        "height": picture.height,
        "autosize": True,
        # The room for words at the right stays as it is; a wider figure has longer bars.
        "margin": {
            "l": _LEFT,
            "r": picture.width + _LEFT - picture.plot,
            "t": 0,
            "b": 0,
            "pad": 0,
            "autoexpand": False,
        },
        "paper_bgcolor": colors["paper"],
        # The scales lie over each other; a ground of their own would hide the bars beneath.
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": brand().font_stack, "color": colors["ink"], "size": SCREEN.label},
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "barmode": "overlay",
        "bargap": 0,
        "yaxis": {"range": [picture.height, 0], "visible": False, "fixedrange": True},
        **{f"xaxis{_suffix(index)}": _scale(index, one) for index, one in enumerate(extents)},
        "shapes": shapes + [_rule(one) for one in picture.rules],
        "annotations": [_words(one) for one in picture.words],
    }


def _scale(index: int, extent: float) -> dict[str, Any]:
    axis = {"range": [0, extent], "visible": False, "fixedrange": True, "anchor": "y"}
    return axis | ({"overlaying": "x"} if index else {})


def _suffix(index: int) -> str:
    return "" if index == 0 else str(index + 1)


def _bar(bar: Bar, axis: int) -> dict[str, Any]:
    ink, segment = inks()[bar.segment.fill], bar.segment
    marker: dict[str, Any] = {"color": ink.ground, "line": {"width": 0}}
    if ink.stripes:
        marker["pattern"] = {
            "shape": "\\" if ink.leans_left else "/",
            "fgcolor": ink.stripes,
            "bgcolor": ink.ground,
            "fillmode": "replace",
            "size": STRIPE_EVERY,
            "solidity": ink.stripe / STRIPE_EVERY,
        }
    return {
        "type": "bar",
        "orientation": "h",
        "name": segment.fill,
        "xaxis": f"x{_suffix(axis)}",
        "base": [segment.start],
        "x": [segment.end - segment.start],
        "y": [bar.top + bar.height / 2],
        "width": [bar.height],
        "marker": marker,
        "hoverinfo": "skip",
    }


def _outline(bar: Bar) -> dict[str, Any]:
    ink, half = inks()[bar.segment.fill], _EDGE / 2
    top, bottom = bar.top + half, bar.top + bar.height - half
    # The right edge is left out where a tick stands there, or where the bar goes on.
    is_open = ink.is_dashed or bar.segment.is_open
    path = f"M{bar.right},{top}L{bar.left},{top}L{bar.left},{bottom}L{bar.right},{bottom}"
    return {
        "type": "path",
        "path": path + ("" if is_open else "Z"),
        "xref": "paper",
        "yref": "y",
        "line": {
            "color": ink.outline,
            "width": _EDGE,
            "dash": "4px,3px" if ink.is_dashed else "solid",
        },
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "yref": "y",
        "x0": rule.left,
        "x1": rule.right,
        "y0": rule.top,
        "y1": rule.bottom,
        "line": {"color": brand().colors[rule.tone], "width": rule.thickness},
    }


def _words(words: Words) -> dict[str, Any]:
    first = words.runs[0]
    # plotly places a line by the middle of its box, 0.35 of the type's size above the baseline.
    return {
        "text": "".join(_run(one, first) for one in words.runs),
        "x": words.at,
        "xref": "paper",
        "xshift": words.shift,
        "xanchor": {"start": "left", "middle": "center", "end": "right"}[words.anchor],
        "y": words.baseline - first.size * 0.35,
        "yref": "y",
        "yanchor": "middle",
        "showarrow": False,
        "borderpad": 0,
        "borderwidth": 0,
        "captureevents": False,
        "font": {
            "size": first.size,
            "weight": _weight(first),
            "color": brand().colors[first.tone],
        },
    }


def _run(run: Run, first: Run) -> str:
    if run is first:
        return _text(run.text)
    look = f"font-size:{run.size:g}px;font-weight:{_weight(run)}"
    color = brand().colors[run.tone]
    # Three blanks of this size are as wide as the room between two runs.
    blanks = "\N{NO-BREAK SPACE}" * round(RUN_GAP / (run.size * _BLANK))
    return f'<span style="{look};color:{color}">{blanks}{_text(run.text)}</span>'


def _weight(run: Run) -> int:
    return _STRONG if run.is_strong else _REGULAR


def _text(text: str) -> str:
    """Keep text as text: plotly would read ``<a>`` as a link and ``$…$`` as a formula."""
    # quote=False: plotly knows only the most common entities and would print the others.
    return escape(shown_text(text), quote=False).replace("$", "&#36;")
