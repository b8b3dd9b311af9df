"""Draw a chart as SVG: for paper, and for a page without scripts."""

import re
from collections.abc import Mapping
from html import escape

from casecert_data.catalog import brand
from casecert_data.charts._chart import Chart, Fill
from casecert_data.charts._place import RUN_GAP, Bar, Picture, Rule, Run, Words, place_chart
from casecert_data.charts._theme import PRINT, STRIPE_EVERY, inks
from casecert_data.charts._words import shown_text

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_-]+")
_MARGIN = 1
_EDGE = 1.5
_REGULAR, _STRONG = 400, 600
_QUOTE = '"'


def draw_svg(chart: Chart, *, id_prefix: str = "", width: float = 380) -> str:
    """Draw a chart as one self-contained ``svg`` element.

    It holds text as text and presentation attributes only: no style, no script, no class, no
    address of anything outside. Text keeps its size, so a wider drawing has longer bars.

    Parameters
    ----------
    chart
        What is drawn.
    id_prefix
        Begins every id, so that several drawings can stand in one page.
    width
        Width in px.

    Examples
    --------
    >>> from casecert_data.charts import ChartTable, Lane, Segment
    >>> bar = Lane("pay <b>now</b>", (Segment(0, 58, "data"),), value="58%")
    >>> table = ChartTable("Shares", ("Share",), (("58%",),))
    >>> drawn = draw_svg(Chart("pay", "Most pay.", "58% pay.", (bar,), 100, (), table))
    >>> '<title id="pay-title">Most pay.</title>' in drawn, "pay &lt;b&gt;" in drawn
    (True, True)
    """
    picture = place_chart(chart, width, PRINT)
    name = _id(f"{id_prefix}{chart.chart_id}")
    striped = {one.segment.fill for one in picture.bars if inks()[one.segment.fill].stripes}
    drawn = [
        _element("title", {"id": f"{name}-title"}, _text(chart.title)),
        _element("desc", {"id": f"{name}-desc"}, _text(chart.sentence)),
        _element("defs", {}, "".join(_pattern(name, fill) for fill in sorted(striped))),
        *(_bar(one, picture.plot, name) for one in picture.bars),
        *(_rule(one, picture.plot) for one in picture.rules),
        *(_words(one, _number(one.at * picture.plot + one.shift)) for one in picture.words),
    ]
    outer, height = _number(width + 2 * _MARGIN), _number(picture.height)
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": outer,
        "height": height,
        "viewBox": f"{-_MARGIN} 0 {outer} {height}",
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-desc",
        "font-family": brand().font_stack,
    }
    return _element("svg", attributes, "".join(drawn))


def draw_words(picture: Picture) -> str:
    """Draw the words of a picture alone, as SVG for a box as wide as its plot, in any width.

    Examples
    --------
    >>> from casecert_data.charts import Gap, gap_bars, place_chart
    >>> work = Gap(label="Work", needed=24, found_low=16, found_high=16, unit="months")
    >>> draw_words(place_chart(gap_bars([work]), 380, PRINT)).count("<text ")
    3
    """
    return "".join(
        _words(one, f"{_number(100 * one.at)}%", _number(one.shift) if one.shift else None)
        for one in picture.words
    )


def _pattern(name: str, fill: Fill) -> str:
    ink = inks()[fill]
    line = {
        # In the middle of its tile: at the edge, half of it would be cut off.
        "d": f"M{STRIPE_EVERY / 2:g} 0V{STRIPE_EVERY}",
        "stroke": ink.stripes,
        "stroke-width": ink.stripe,
    }
    ground = {"width": STRIPE_EVERY, "height": STRIPE_EVERY, "fill": ink.ground}
    attributes = {
        "id": f"{name}-{fill}",
        "width": STRIPE_EVERY,
        "height": STRIPE_EVERY,
        "patternUnits": "userSpaceOnUse",
        "patternTransform": f"rotate({-45 if ink.leans_left else 45})",
    }
    return _element("pattern", attributes, _element("rect", ground) + _element("path", line))


def _bar(bar: Bar, plot: float, name: str) -> str:
    fill, ink = bar.segment.fill, inks()[bar.segment.fill]
    left, right = bar.left * plot, bar.right * plot
    area = {
        "x": _number(left),
        "y": _number(bar.top),
        "width": _number(right - left),
        "height": _number(bar.height),
        "fill": f"url(#{name}-{fill})" if ink.stripes else ink.ground,
    }
    return _element("rect", area) + (_outline(bar, left, right) if ink.outline else "")


def _outline(bar: Bar, left: float, right: float) -> str:
    ink, half = inks()[bar.segment.fill], _EDGE / 2
    x, x2, y, y2 = (
        _number(one)
        for one in (left + half, right - half, bar.top + half, bar.top + bar.height - half)
    )
    # The right edge is left out where a tick stands there, or where the bar goes on.
    is_open = ink.is_dashed or bar.segment.is_open
    edge = {
        "d": f"M{x2} {y}H{x}V{y2}H{x2}" + ("" if is_open else "Z"),
        "fill": "none",
        "stroke": ink.outline,
        "stroke-width": _EDGE,
        "stroke-dasharray": "4 3" if ink.is_dashed else None,
    }
    return _element("path", edge)


def _rule(rule: Rule, plot: float) -> str:
    ends = {"x1": rule.left * plot, "x2": rule.right * plot, "y1": rule.top, "y2": rule.bottom}
    line = {name: _number(place) for name, place in ends.items()}
    stroke = {"stroke": brand().colors[rule.tone], "stroke-width": rule.thickness}
    return _element("line", {**line, **stroke})


def _words(words: Words, at: str, shift: str | None = None) -> str:
    place = {
        "x": at,
        "dx": shift,
        "y": _number(words.baseline),
        "text-anchor": None if words.anchor == "start" else words.anchor,
    }
    if len(words.runs) == 1:
        return _element("text", place | _type(words.runs[0]), _text(words.runs[0].text))
    # The second run follows the first wherever its font lets it end.
    pieces = [
        _element(
            "tspan", {"dx": RUN_GAP if place_in_line else None} | _type(run), _text(run.text)
        )
        for place_in_line, run in enumerate(words.runs)
    ]
    return _element("text", place, "".join(pieces))


def _type(run: Run) -> dict[str, object]:
    return {
        "font-size": _number(run.size),
        "font-weight": _STRONG if run.is_strong else _REGULAR,
        "fill": brand().colors[run.tone],
    }


def _element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    written = "".join(
        f' {key}="{escape(str(value), quote=False).replace(_QUOTE, "&quot;")}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>"


def _text(text: str) -> str:
    return escape(shown_text(text), quote=False)


def _id(text: str) -> str:
    """Keep what an id may hold; it begins with a letter."""
    kept = _NOT_IN_ID.sub("-", text)
    return kept if kept[:1].isalpha() else f"chart-{kept}"


def _number(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
