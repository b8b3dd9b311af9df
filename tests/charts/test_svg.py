"""The drawing for paper: well formed, harmless, true to the numbers, the same every time."""

import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from support.sample_charts import HOSTILE, REQUIRE, charts, hostile_chart, numbers_in

from casecert_data.catalog import brand
from casecert_data.charts import PRINT, Chart, draw_svg, place_chart, support_bars

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {
    f"{SVG}{name}"
    for name in (
        *("svg", "title", "desc", "defs", "pattern"),
        *("path", "rect", "line", "text", "tspan"),
    )
}
ATTRIBUTES = {
    *("id", "role", "aria-labelledby", "viewBox", "width", "height", "x", "y", "x1", "x2"),
    *("y1", "y2", "d", "dx", "fill", "stroke", "stroke-width", "stroke-dasharray"),
    *("font-family", "font-size", "font-weight", "text-anchor"),
    *("patternUnits", "patternTransform"),
}
EVERY = pytest.mark.parametrize("name", charts())


def drawn(chart: Chart) -> ET.Element:
    """Draw a chart and read the drawing as XML."""
    return ET.fromstring(draw_svg(chart))  # noqa: S314 - our own drawing


def bars(root: ET.Element) -> list[ET.Element]:
    """Return the rectangles that are bars, not tiles of a pattern."""
    return root.findall(f"{SVG}rect")


@EVERY
def test_a_drawing_holds_only_marks_and_text(name: str) -> None:
    """A page without scripts and styles of others can take it as it is."""
    root = drawn(charts()[name])

    for element in root.iter():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES


@EVERY
def test_a_drawing_asks_for_nothing_outside(name: str) -> None:
    """The only addresses are the name of SVG itself and the drawing's own patterns."""
    text = draw_svg(charts()[name])

    assert text.count("http") == 1 + sum(
        "http" in one for one in drawn(charts()[name]).itertext()
    )
    assert text.count("url(") == text.count("url(#")


def test_hostile_words_stay_words() -> None:
    """Markup in a table, a name or an id is shown, never obeyed."""
    text, root = draw_svg(hostile_chart()), drawn(hostile_chart())

    assert "<script" not in text
    assert "]]>" not in text
    assert "<script>alert('1')</script>" in "".join(root.itertext())
    assert root.findtext(f"{SVG}title") == HOSTILE.translate(
        dict.fromkeys((0, 8, 0x1B, 0xD800), "\N{REPLACEMENT CHARACTER}")
    )


@EVERY
def test_a_drawing_is_an_image_with_a_name_and_a_description(name: str) -> None:
    """A screen reader hears the finding, and then everything that is drawn."""
    chart = charts()[name]
    root = drawn(chart)
    described = {one.attrib["id"]: one.text for one in root if "id" in one.attrib}

    assert root.attrib["role"] == "img"
    assert list(described) == root.attrib["aria-labelledby"].split()
    if name != "hostile":
        assert list(described.values()) == [chart.title, chart.sentence]


def test_two_drawings_on_one_page_share_no_id() -> None:
    """A pattern or a name of one chart must not be taken for the other's."""
    chart = charts()["gaps"]
    first, second = (
        {one.attrib["id"] for one in ET.fromstring(text).iter() if "id" in one.attrib}  # noqa: S314
        for text in (draw_svg(chart, id_prefix="a-"), draw_svg(chart, id_prefix="b-"))
    )

    assert first
    assert not first & second


@EVERY
def test_a_bar_is_as_long_as_its_number(name: str) -> None:
    """From zero, on the lane's own scale."""
    chart = charts()[name]
    picture = place_chart(chart, 380, PRINT)
    segments = [(one, chart.extent_of(lane)) for lane in chart.lanes for one in lane.segments]

    for rect, (segment, extent) in zip(bars(drawn(chart)), segments, strict=True):
        start, length = (float(rect.attrib[side]) for side in ("x", "width"))
        assert start / picture.plot * extent == pytest.approx(segment.start, abs=extent / 1e4)
        assert length / picture.plot * extent == pytest.approx(
            segment.end - segment.start, abs=extent / 1e4
        )


@EVERY
def test_every_word_of_the_description_is_drawn(name: str) -> None:
    """Lines may break, but no word is lost."""
    chart = charts()[name]
    if name == "hostile":
        chart = replace(
            chart, lanes=chart.lanes[:0] + charts()["gaps"].lanes, extent=1, ticks=()
        )
    words = "".join("".join(one.itertext()) for one in drawn(chart).findall(f"{SVG}text"))
    together = "".join(words.split())

    for lane in chart.lanes:
        texts = (lane.group, lane.label, lane.value, lane.note, lane.missing)
        for text in (*texts, lane.threshold_label):
            assert "".join(text.split()) in together


def test_the_numbers_of_the_picture_are_those_of_the_sentence() -> None:
    """Picture and words are made of the same rows; the scale adds only its own ends."""
    chart = charts()["support"]
    words = [text for one in drawn(chart).findall(f"{SVG}text") for text in one.itertext()]

    assert numbers_in(*words) - {"0", "100"} == numbers_in(chart.sentence)


def test_nearly_half_is_an_outline_that_stops_at_the_bound() -> None:
    """Nothing solid, a dashed edge, and an ink tick at half."""
    root, colors = drawn(support_bars([REQUIRE])), brand().colors
    (bar,) = bars(root)
    dashed = [one for one in root.findall(f"{SVG}path") if "stroke-dasharray" in one.attrib]
    end = float(bar.attrib["x"]) + float(bar.attrib["width"])

    assert bar.attrib["fill"].startswith("url(#")
    assert colors["data"] not in {one.attrib.get("fill") for one in root.iter()}
    assert len(dashed) == 1
    assert not dashed[0].attrib["d"].endswith("Z")
    assert any(
        one.attrib["stroke"] == colors["ink"] and float(one.attrib["x1"]) == pytest.approx(end)
        for one in root.findall(f"{SVG}line")
    )


def test_or_more_has_no_closing_edge() -> None:
    """A closed bar would say where it ends."""
    chart = charts()["gaps"]
    outlines = [one.attrib["d"] for one in drawn(chart).findall(f"{SVG}path")]
    striped = [
        one
        for lane in chart.lanes
        for one in lane.segments
        if one.fill in {"possible", "missing"}
    ]

    assert [not edge.endswith("Z") for edge in outlines] == [one.is_open for one in striped]


def test_a_name_that_is_no_id_is_made_one() -> None:
    """An id begins with a letter and holds no blank, or it could not be referred to."""
    chart = replace(charts()["support"], chart_id="2 <é>")

    assert 'id="chart-2-title"' in draw_svg(replace(chart, chart_id="2"))
    assert 'id="chart-2--title"' in draw_svg(chart)


def test_the_same_chart_gives_the_same_bytes_in_another_process() -> None:
    """A handout that is made again is equal, whatever the process hashes by."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from support.sample_charts import charts\n"
        "from casecert_data.charts import draw_svg\n"
        "print(*map(draw_svg, charts().values()), sep='')"
    )
    tests = next(path for path in sys.path if path.endswith("tests"))
    runs = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code, tests],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert runs[0]
    assert runs[0] == runs[1]
