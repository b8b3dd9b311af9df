"""The description of a chart: it travels as JSON, and cannot say what no row says."""

import json
from dataclasses import replace
from math import inf, nan
from typing import Any

import pytest
from support.sample_charts import charts

from casecert_data.charts import Chart, ChartTable, Lane, Segment, Tick
from casecert_data.errors import ChartError

BAR = Segment(0, 58, "data")
TABLE = ChartTable("Shares", ("Who", "Share"), (("Employers", "58%"),), (1,))
CHART = Chart("pay", "Most pay.", "58% pay.", (Lane("pay", (BAR,)),), 100, (), TABLE)


@pytest.mark.parametrize("name", charts())
def test_a_chart_comes_back_from_json_as_it_was(name: str) -> None:
    """A report's cell hands a chart to the renderers as JSON text."""
    chart = charts()[name]
    travelled = json.loads(json.dumps(chart.to_json()))

    assert Chart.from_json(travelled) == chart


def test_json_holds_nothing_but_plain_values() -> None:
    """What is written and read again is equal, so nothing depends on the way between."""
    data = charts()["gaps"].to_json()

    assert json.loads(json.dumps(data)) == data


def test_parts_with_a_default_may_be_left_out_of_json() -> None:
    """A chart written by hand needs no empty parts."""
    data = CHART.to_json()
    del data["lanes"][0]["note"]
    del data["table"]["numeric"]

    assert Chart.from_json(data).lanes == CHART.lanes


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": None}, r"chart.title: expected text, found None"),
        ({"lanes": []}, r"pay: expected at least one row to draw, found none"),
        ({"lanes": "pay"}, r"chart.lanes: expected a list, found 'pay'"),
        ({"table": 3}, r"chart.table: expected names with values, found 3"),
        ({"extend": 3}, r"found 'extend'. Did you mean 'extent'\?"),
        ({"extent": 0}, r"chart.extent: expected a number above 0, found 0"),
        ({"extent": True}, r"chart.extent: expected a number, found True"),
        ({"ticks": [{"at": 1}]}, r"tick: expected a part named 'label', found none"),
        ({"ticks": [{"at": 101, "label": "x"}]}, r"expected a place from 0 to 100, found 101"),
    ],
)
def test_a_broken_chart_says_what_is_wrong(change: dict[str, Any], message: str) -> None:
    """A cell that puts out a broken chart stops there, in words."""
    with pytest.raises(ChartError, match=message):
        Chart.from_json(CHART.to_json() | change)


@pytest.mark.parametrize(
    ("start", "end", "fill", "message"),
    [
        (-1, 3, "data", "segment.start: expected a finite number of 0 or more, found -1"),
        (0, nan, "data", "segment.end: expected a finite number of 0 or more, found nan"),
        (0, inf, "data", "segment.end: expected a finite number of 0 or more, found inf"),
        (3, 2, "data", "segment.end: expected a start of 3 or more"),
        (0, 2, "solid", r"segment.fill: expected one of \('data', .*found 'solid'"),
    ],
)
def test_a_segment_that_cannot_be_drawn_is_refused(
    start: float, end: float, fill: Any, message: str
) -> None:
    """A bar begins at 0 or later, and ends after it begins."""
    with pytest.raises(ChartError, match=message):
        Segment(start, end, fill)


def test_a_bar_beyond_its_scale_is_refused() -> None:
    """A cut bar would tell a smaller number."""
    with pytest.raises(ChartError, match="pay: expected a place from 0 to 50, found 58"):
        replace(CHART, extent=50)


def test_a_lane_may_have_a_scale_of_its_own() -> None:
    """Hours of work and hours of education do not fit one scale."""
    lane = Lane("work", (Segment(0, 1400, "data"),), extent=2000)
    chart = replace(CHART, lanes=(lane,))

    assert chart.extent_of(lane) == 2000


def test_segments_do_not_overlap() -> None:
    """One hour is there or missing, not both."""
    with pytest.raises(ChartError, match=r"work: expected a start of 12 or more.*found 10"):
        Lane("work", (Segment(0, 12, "data"), Segment(10, 24, "missing")))


def test_words_without_a_number_get_no_solid_bar() -> None:
    """Beside an outline that only marks a bound, a solid part would look like a number."""
    with pytest.raises(ChartError, match="expected a bound that stands alone"):
        Lane("require it", (Segment(0, 40, "data"), Segment(40, 50, "bound")))


def test_a_lane_has_words_above_it() -> None:
    """A bar without a label says nothing."""
    with pytest.raises(ChartError, match=r"lane.label: expected words, found ' '"):
        Lane(" ", (BAR,))


def test_every_row_of_the_table_has_every_cell() -> None:
    """A missing cell would move the numbers under another head."""
    with pytest.raises(ChartError, match=r"table.rows: expected 2 cells"):
        ChartTable("Shares", ("Who", "Share"), (("Employers",),))


def test_a_numeric_column_is_a_column() -> None:
    """The renderer counts columns from 0."""
    with pytest.raises(
        ChartError, match=r"table.numeric: expected a place from 0 to 1, found 2"
    ):
        ChartTable("Shares", ("Who", "Share"), (), (2,))


def test_lists_are_not_taken_for_tuples() -> None:
    """A chart is frozen; a list inside it would not be."""
    with pytest.raises(ChartError, match=r"chart.ticks: expected a tuple"):
        replace(CHART, ticks=[Tick(1, "x")])  # type: ignore[arg-type]  # what the test is about
