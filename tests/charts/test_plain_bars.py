"""Bars of anybody's own numbers: on one axis from 0, each with its words."""

import pytest

from casecert_data.charts import Chart, Measure, PlainBar, Segment, draw_svg, plain_bars
from casecert_data.errors import ChartError

COUNTED = Measure("License", "Students", group="Term")


def drawn(*bars: PlainBar, measure: Measure = COUNTED) -> Chart:
    """Draw bars with a title."""
    return plain_bars(bars, measure, title="Our class", chart_id="own")


def test_each_number_is_a_bar_from_zero_with_its_words() -> None:
    """The sentence and the table say what the picture says."""
    chart = drawn(PlainBar("RN", 12), PlainBar("LPC", 7.5))

    assert [lane.segments for lane in chart.lanes] == [
        (Segment(0, 12, "data"),),
        (Segment(0, 7.5, "data"),),
    ]
    assert [lane.value for lane in chart.lanes] == ["12", "7.5"]
    assert chart.sentence == "Our class. RN: 12; LPC: 7.5."
    assert chart.table.rows == (("RN", "12"), ("LPC", "7.5"))
    assert chart.table.columns == ("License", "Students")


def test_a_label_keeps_its_letters() -> None:
    """A name that begins small is not made a word at the start of a sentence."""
    assert drawn(PlainBar("iPhone", 1)).sentence == "Our class. iPhone: 1."


def test_a_range_lies_between_its_ends() -> None:
    """Both ends are said."""
    chart = drawn(PlainBar("RN", 9, start=3))

    assert chart.lanes[0].segments == (Segment(3, 9, "data"),)
    assert chart.lanes[0].value == "3 to 9"


def test_what_is_not_known_has_its_place_and_no_bar() -> None:
    """It is not zero."""
    chart = drawn(PlainBar("RN", None), PlainBar("LPC", 0))

    assert chart.lanes[0].segments == ()
    assert [lane.value for lane in chart.lanes] == ["not known", "0"]


def test_series_are_small_charts_on_one_axis() -> None:
    """Not a second color; the sentence and the table name them."""
    chart = drawn(PlainBar("RN", 3, group="Fall"), PlainBar("RN", 5, group="Spring"))

    assert [lane.group for lane in chart.lanes] == ["Fall", "Spring"]
    assert chart.sentence == "Our class. Fall: RN: 3. Spring: RN: 5."
    assert chart.table.columns == ("Term", "License", "Students")
    assert chart.table.rows[1] == ("Spring", "RN", "5")


@pytest.mark.parametrize(
    ("largest", "end"),
    [(3, 4), (7, 8), (12, 20), (60, 60), (61, 80), (1_000_000, 1e6), (0.03, 0.04), (0.7, 0.8)],
)
def test_the_axis_ends_where_its_middle_is_round(largest: float, end: float) -> None:
    """Only 0, the middle and the end are named on it."""
    chart = drawn(PlainBar("RN", largest))

    assert chart.extent == pytest.approx(end)
    assert [tick.at for tick in chart.ticks] == pytest.approx([0, end / 2, end])


def test_percents_are_parts_of_all() -> None:
    """A share of 12 of 100 must not look like most."""
    chart = drawn(PlainBar("RN", 12), measure=Measure("License", "Share", after="%"))

    assert chart.extent == 100
    assert chart.ticks[1].label == "50%"


def test_numbers_keep_their_signs() -> None:
    """Before and behind, also on the axis."""
    measure = Measure("License", "Fee", before="$")

    assert drawn(PlainBar("RN", 1350.5), measure=measure).lanes[0].value == "$1,350.5"


@pytest.mark.parametrize(
    "bars", [[], [PlainBar("RN", -1)], [PlainBar("RN", 1, start=2)], [PlainBar(" ", 1)]]
)
def test_what_cannot_be_drawn_from_zero_is_refused(bars: list[PlainBar]) -> None:
    """A bar to the left of 0 is a form that these charts lack."""
    with pytest.raises(ChartError):
        drawn(*bars)


def test_nothing_known_at_all_is_still_a_picture() -> None:
    """An axis needs some length."""
    assert "not known" in draw_svg(drawn(PlainBar("RN", None)))
