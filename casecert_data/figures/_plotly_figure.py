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
    Ink,
    Lane,
    Picture,
    Rule,
    Run,
    Words,
    draw_words,
    inks,
    place_chart,
    shown_text,
)

_LEFT = 1
_REGULAR, _STRONG = 400, 600
_EDGE = 1.5
_BLANK = 0.25


def plotly_figure(chart: Chart, *, narrowest: int = 360, tells: bool = False) -> go.Figure:
    """Draw a chart for the screen, as the sibling of its SVG.

    The width follows the place where it is shown; the height is fixed, so nothing on the page
    moves when it is drawn. There is nothing to drag, and nothing to hover unless asked for: all
    words stand in the picture. ``layout.meta`` carries the chart's id, title and sentence.

    Parameters
    ----------
    chart
        What is drawn.
    narrowest
        Smallest width in px at which nothing may overlap or be cut. Lines break for this width.
    tells
        Whether a bar says its words when it is pointed at.

    Examples
    --------
    >>> from casecert_data.charts import ChartTable, Lane, Segment
    >>> bar = Lane("pay for it", (Segment(0, 58, "data"),), value="58%")
    >>> table = ChartTable("Shares", ("Share",), (("58%",),))
    >>> figure = plotly_figure(Chart("pay", "Most pay.", "58% pay.", (bar,), 100, (), table))
    >>> figure.data[0].x, figure.layout.meta["sentence"]
    ((58,), '58% pay.')
    """
    picture = _placed(chart, narrowest)
    marks, layout = _marks(chart, picture), _layout(chart, picture)
    layout["annotations"] = [_words(one) for one in picture.words]
    if tells:
        layout["hovermode"] = "closest"
        for trace, told in zip(marks, _told(chart, picture), strict=True):
            trace |= {"hovertext": told, "hoverinfo": "text"}
    return go.Figure({"data": marks, "layout": layout})


def screen_drawing(chart: Chart, *, narrowest: int = 360) -> dict[str, Any]:
    """Draw the same as plain JSON for a page of ours: marks for plotly, words as SVG.

    It is made and drawn many times as fast as a figure: plotly's objects check each value
    against a schema, and plotly.js takes half of its time for words, which SVG just has.

    Parameters
    ----------
    chart
        What is drawn.
    narrowest
        As for `plotly_figure`.

    Returns
    -------
    dict
        ``data`` and ``layout`` as plotly.js takes them, without words; ``words``, SVG for a box
        as wide as the plot.

    Examples
    --------
    >>> from casecert_data.charts import Gap, gap_bars
    >>> work = Gap(label="Work", needed=24, found_low=16, found_high=16, unit="months")
    >>> drawn = screen_drawing(gap_bars([work]))
    >>> drawn["data"][0]["customdata"], "8 missing" in drawn["words"]
    (['data', 'missing'], True)
    """
    picture = _placed(chart, narrowest)
    return {
        "data": _marks(chart, picture),
        "layout": _layout(chart, picture),
        "words": draw_words(picture),
    }


def _placed(chart: Chart, narrowest: int) -> Picture:
    return place_chart(chart, narrowest - 2 * _LEFT, SCREEN)


def _extents(chart: Chart, picture: Picture) -> list[float]:
    return list(dict.fromkeys([chart.extent, *(bar.extent for bar in picture.bars)]))


def _marks(chart: Chart, picture: Picture) -> list[dict[str, Any]]:
    """Draw all bars of one scale as one trace: plotly.js takes its time for each."""
    scales = [
        (index, [bar for bar in picture.bars if bar.extent == extent])
        for index, extent in enumerate(_extents(chart, picture))
    ]
    return [_bars(bars, index) for index, bars in scales if bars]


def _told(chart: Chart, picture: Picture) -> list[list[str]]:
    """Say for the bars of each trace what they are and come to."""
    # Bars are placed in the order of the lanes and of the pieces in each.
    lanes = [lane for lane in chart.lanes for _ in lane.segments]
    placed = list(zip(picture.bars, lanes, strict=True))
    scales = [
        [_in_a_box(lane) for bar, lane in placed if bar.extent == extent]
        for extent in _extents(chart, picture)
    ]
    return [one for one in scales if one]


def _in_a_box(lane: Lane) -> str:
    words = (lane.group, lane.label, lane.value, lane.note, lane.missing)
    return "<br>".join(_text(one) for one in words if one)


def _layout(chart: Chart, picture: Picture) -> dict[str, Any]:
    colors, extents = brand().colors, enumerate(_extents(chart, picture))
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
        **{f"xaxis{_suffix(index)}": _scale(index, one) for index, one in extents},
        "shapes": [*_outlines(picture.bars), *_rules(picture.rules)],
    }


def _scale(index: int, extent: float) -> dict[str, Any]:
    axis = {"range": [0, extent], "visible": False, "fixedrange": True, "anchor": "y"}
    return axis | ({"overlaying": "x"} if index else {})


def _suffix(index: int) -> str:
    return "" if index == 0 else str(index + 1)


def _bars(bars: Sequence[Bar], axis: int) -> dict[str, Any]:
    looks = [inks()[one.segment.fill] for one in bars]
    return {
        "type": "bar",
        "orientation": "h",
        "xaxis": f"x{_suffix(axis)}",
        "customdata": [one.segment.fill for one in bars],
        "base": [one.segment.start for one in bars],
        "x": [one.segment.end - one.segment.start for one in bars],
        "y": [one.top + one.height / 2 for one in bars],
        "width": [one.height for one in bars],
        "marker": {
            # Among colors of single bars, plotly.js takes this one for the stripes too.
            "color": [one.stripes or one.ground for one in looks],
            "line": {"width": 0},
            "pattern": {
                "shape": [_stripes(one) for one in looks],
                "fgcolor": [one.stripes or one.ground for one in looks],
                "bgcolor": [one.ground for one in looks],
                "fillmode": "replace",
                "size": STRIPE_EVERY,
                "solidity": [one.stripe / STRIPE_EVERY for one in looks],
            },
        },
        "hoverinfo": "skip",
    }


def _stripes(ink: Ink) -> str:
    if not ink.stripes:
        return ""
    return "\\" if ink.leans_left else "/"


def _outlines(bars: Sequence[Bar]) -> list[dict[str, Any]]:
    """Draw all edges of one look as one path; that of what is missing lies on top."""
    edged = [
        (ink, [bar for bar in bars if bar.segment.fill == fill])
        for fill, ink in reversed(list(inks().items()))
    ]
    return [
        _path(
            "".join(_edge(bar, ink) for bar in alike),
            ink.outline,
            _EDGE,
            "4px,3px" if ink.is_dashed else "solid",
        )
        for ink, alike in edged
        if ink.outline and alike
    ]


def _edge(bar: Bar, ink: Ink) -> str:
    half = _EDGE / 2
    top, bottom = bar.top + half, bar.top + bar.height - half
    # The right edge is left out where a tick stands there, or where the bar goes on.
    is_open = ink.is_dashed or bar.segment.is_open
    path = f"M{bar.right},{top}L{bar.left},{top}L{bar.left},{bottom}L{bar.right},{bottom}"
    return path + ("" if is_open else "Z")


def _rules(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """Draw all lines of one look as one path; the thick ones lie beneath the thin ones."""
    paths: dict[tuple[float, str], str] = {}
    for rule in rules:
        line = f"M{rule.left},{rule.top}L{rule.right},{rule.bottom}"
        look = rule.thickness, rule.tone
        paths[look] = paths.get(look, "") + line
    colors = brand().colors
    return [
        _path(path, colors[tone], thickness, "solid")
        for (thickness, tone), path in sorted(paths.items(), reverse=True)
    ]


def _path(path: str, color: str, thickness: float, dash: str) -> dict[str, Any]:
    return {
        "type": "path",
        "path": path,
        "xref": "paper",
        "yref": "y",
        "line": {"color": color, "width": thickness, "dash": dash},
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
