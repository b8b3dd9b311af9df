"""The drawing for the screen: a sibling of the SVG, with the same numbers and words."""

import json
import re
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from support.sample_charts import HOSTILE, REQUIRE, charts, hostile_chart, numbers_in

from casecert_data.catalog import brand
from casecert_data.charts import Chart, draw_svg, shown_text, support_bars
from casecert_data.figures import plotly_figure, screen_drawing

SVG = "{http://www.w3.org/2000/svg}"
EVERY = pytest.mark.parametrize("name", charts())
ONLY_MARKUP = re.compile(r"</?span[^<>]*>")


def as_json(chart: Chart, **options: Any) -> dict[str, Any]:
    """Draw a chart and return what the page gets."""
    figure: dict[str, Any] = json.loads(plotly_figure(chart, **options).to_json())
    return figure


def words_of(figure: dict[str, Any]) -> list[str]:
    """Return the lines of words as a reader sees them."""
    lines = [ONLY_MARKUP.sub("", one["text"]) for one in figure["layout"]["annotations"]]
    return [unescape(line).replace("\N{NO-BREAK SPACE}", "") for line in lines]


def squeezed(texts: list[str]) -> str:
    """Return texts without blanks, so that broken lines compare equal."""
    return "".join("".join(texts).split())


@EVERY
def test_bars_hold_the_numbers_of_the_chart(name: str) -> None:
    """Each lane on its own scale, in its own unit, from zero."""
    chart = charts()[name]
    figure = as_json(chart)
    drawn: list[Any] = [
        (fill, base, pytest.approx(base + length), scale_of(figure, bars))
        for bars in figure["data"]
        for fill, base, length in zip(bars["customdata"], bars["base"], bars["x"], strict=True)
    ]
    lanes = sorted(chart.lanes, key=lambda lane: order_of(figure, chart.extent_of(lane)))

    assert [
        (one.fill, one.start, one.end, [0, chart.extent_of(lane)])
        for lane in lanes
        for one in lane.segments
    ] == drawn


def scale_of(figure: dict[str, Any], bar: dict[str, Any]) -> list[float]:
    """Return the range of the axis that a bar is drawn on."""
    scale: list[float] = figure["layout"][bar["xaxis"].replace("x", "xaxis")]["range"]
    return scale


def order_of(figure: dict[str, Any], extent: float) -> int:
    """Return the place of the scale with this right end among the scales."""
    ends = [scale_of(figure, bars)[1] for bars in figure["data"]]
    return ends.index(extent) if extent in ends else len(ends)


@EVERY
def test_screen_and_print_say_the_same_words(name: str) -> None:
    """Both draw the same lines, whatever the width breaks."""
    chart = charts()[name]
    root = ET.fromstring(draw_svg(chart, width=600))  # noqa: S314 - our own drawing
    printed = ["".join(one.itertext()) for one in root.findall(f"{SVG}text")]

    if name != "hostile":
        assert squeezed(words_of(as_json(chart, narrowest=700))) == squeezed(printed)
    assert numbers_in(*words_of(as_json(chart))) <= numbers_in(*printed)


def test_nearly_half_is_striped_with_a_dashed_outline_and_no_number() -> None:
    """Words without a number get nothing solid on the screen either."""
    figure = as_json(support_bars([REQUIRE]))
    (bars,) = figure["data"]
    (outline,) = [one for one in figure["layout"]["shapes"] if one["line"]["dash"] != "solid"]

    assert bars["marker"]["pattern"]["shape"] == ["/"]
    assert bars["marker"]["pattern"]["bgcolor"] == [brand().colors["paper"]]
    assert not outline["path"].endswith("Z")
    assert "nearly halfunder 50%" in words_of(figure)


def test_markup_in_a_label_stays_text() -> None:
    """Plotly would make links, bold words and formulas of it."""
    figure = as_json(hostile_chart(), narrowest=4000)
    texts = [one["text"] for one in figure["layout"]["annotations"]]

    assert any("script" in text for text in texts)
    for text in texts:
        assert "<" not in ONLY_MARKUP.sub("", text)
        assert "$" not in text
        assert "&quot;" not in text
    shown = "".join(HOSTILE.split()).translate(
        dict.fromkeys((0, 8, 0x1B, 0xD800), "\N{REPLACEMENT CHARACTER}")
    )
    assert shown in squeezed(words_of(figure))


@EVERY
def test_a_figure_is_plain_json(name: str) -> None:
    """No packed arrays, no NaN, and no default look that weighs more than the chart."""
    text = plotly_figure(charts()[name]).to_json()

    assert "bdata" not in text
    assert json.loads(text, parse_constant=pytest.fail)
    assert len(json.dumps(json.loads(text)["layout"]["template"])) < 100


@EVERY
def test_the_height_is_fixed_and_the_width_is_free(name: str) -> None:
    """Nothing on the page moves when the picture arrives."""
    layout = as_json(charts()[name])["layout"]

    assert layout["height"] > 0
    assert "width" not in layout
    assert layout["yaxis"]["range"] == [layout["height"], 0]


def test_a_wider_place_breaks_fewer_lines() -> None:
    """A notebook on a laptop gets the words in one line."""
    chart = charts()["gaps"]

    assert (
        as_json(chart, narrowest=560)["layout"]["height"]
        < (as_json(chart, narrowest=288)["layout"]["height"])
    )


def test_there_is_nothing_to_hover_and_no_legend() -> None:
    """All words stand in the picture, where a keyboard and paper have them too."""
    figure = as_json(charts()["support"])

    assert figure["layout"]["hovermode"] is False
    assert figure["layout"]["showlegend"] is False
    assert {bar["hoverinfo"] for bar in figure["data"]} == {"skip"}


def test_the_figure_carries_title_and_sentence() -> None:
    """Whoever shows the figure elsewhere has its words at hand."""
    chart = charts()["support"]
    meta = plotly_figure(chart).layout.meta

    assert meta == {"id": chart.chart_id, "title": chart.title, "sentence": chart.sentence}


def test_bars_have_the_colors_of_the_brand() -> None:
    """Screen and print look like siblings."""
    colors = brand().colors
    looks: dict[str, tuple[str, str]] = {}
    for bars in as_json(charts()["gaps"])["data"]:
        pattern = bars["marker"]["pattern"]
        looks.update(
            zip(
                bars["customdata"],
                zip(bars["marker"]["color"], pattern["shape"], strict=True),
                strict=True,
            )
        )

    assert looks["data"] == (colors["data"], "")
    assert looks["missing"][0] == colors["not"]
    assert looks["possible"][0] == colors["possible"]
    assert len({shape for _, shape in looks.values()}) == 3


@EVERY
def test_a_page_gets_the_marks_of_the_figure(name: str) -> None:
    """What a widget draws is what an analyst's figure holds."""
    chart = charts()[name]
    figure, drawn = as_json(chart), screen_drawing(chart)

    assert drawn["data"] == figure["data"]
    assert drawn["layout"]["shapes"] == figure["layout"]["shapes"]


@EVERY
def test_a_page_gets_the_words_of_the_figure(name: str) -> None:
    """In the same order, as text and not as markup."""
    chart = charts()[name]
    root = ET.fromstring(f"<svg>{screen_drawing(chart)['words']}</svg>")  # noqa: S314 - ours
    written = ["".join(one.itertext()) for one in root.findall("text")]

    assert written == words_of(as_json(chart))


def test_plotly_has_few_things_to_draw() -> None:
    """It takes a millisecond for each trace, and a fifth of one for each shape."""
    drawn = screen_drawing(charts()["gaps"])

    assert len(drawn["data"]) == len({one["xaxis"] for one in drawn["data"]})
    assert len(drawn["layout"]["shapes"]) < 10
    assert "annotations" not in drawn["layout"]


@EVERY
def test_a_bar_that_is_pointed_at_says_its_words_if_asked_for(name: str) -> None:
    """Each piece of a bar those of its lane; else nothing is there to hover."""
    chart = charts()[name]
    live, still = as_json(chart, tells=True), as_json(chart)
    told = [words for trace in live["data"] for words in trace["hovertext"]]

    assert len(told) == sum(len(lane.segments) for lane in chart.lanes)
    assert {shown_text(lane.label) for lane in chart.lanes if lane.segments} <= {
        unescape(line) for words in told for line in words.split("<br>")
    }
    assert live["layout"]["hovermode"] == "closest"
    assert still["layout"]["hovermode"] is False
    assert {trace["hoverinfo"] for trace in still["data"]} == {"skip"}
