"""Pay as ranges: five amounts an occupation, all on one axis from 0."""

import re

import pytest

from casecert_data.catalog import brand
from casecert_data.charts import PRINT, SCREEN, Segment, Tick, draw_svg, pay_ranges, place_chart
from casecert_data.errors import ChartError
from casecert_data.figures import plotly_figure
from casecert_data.jobs import job_ids, pay_rows

Row = dict[str, object]
CHART_COLORS = {"data", "paper", "ink", "ink-2", "line-strong"}


def row(title: str, *amounts: int, **more: object) -> Row:
    """Make a row as `pay_rows` gives it."""
    names = ("p10_usd", "p25_usd", "median_usd", "p75_usd", "p90_usd")
    return {"occupation_title": title, **dict(zip(names, amounts, strict=True)), **more}


NURSES = row("Registered Nurses", 68940, 80330, 97550, 112350, 137470)
SOCIAL = row("Healthcare Social Workers", 46220, 56710, 67880, 82240, 100360)
ALL = row("All occupations", 31200, 37590, 50980, 80520, 128560, is_compared=True)


def test_a_lane_goes_from_the_10th_to_the_90th_percentile() -> None:
    """Thin, solid from the 25th to the 75th, thin again; a tick with the median's amount."""
    lane = pay_ranges([NURSES]).lanes[0]

    assert lane.segments == (
        Segment(68940, 80330, "span"),
        Segment(80330, 112350, "data"),
        Segment(112350, 137470, "span"),
    )
    assert lane.middle == Tick(97550, "$97,550")
    assert (lane.before, lane.note) == ("$68,940", "$137,470")


def test_the_axis_begins_at_0_and_ends_at_a_round_number() -> None:
    """Three places are named: 0, the middle and the end."""
    chart = pay_ranges([NURSES, SOCIAL])

    assert chart.extent == 140000
    assert [one.label for one in chart.ticks] == ["$0", "$70,000", "$140,000"]


def test_the_title_is_the_finding_and_leaves_out_what_is_only_compared() -> None:
    """From the lowest to the highest median of the occupations themselves."""
    assert pay_ranges([NURSES, SOCIAL, ALL]).title == (
        "The middle pay lies between $67,880 and $97,550 a year, by occupation."
    )
    assert pay_ranges([NURSES, ALL]).title == (
        "Half of them earn $97,550 a year or less: Registered Nurses."
    )


def test_the_sentence_says_everything_that_is_drawn() -> None:
    """All five amounts, and how to read the marks."""
    assert pay_ranges([NURSES]).sentence == (
        "Registered Nurses: half earn $97,550 a year or less; half earn between $80,330 and "
        "$112,350, eight in ten between $68,940 and $137,470. The thin line covers eight in "
        "ten, the solid bar half of all, and the tick is the middle."
    )


def test_the_table_has_the_same_amounts() -> None:
    """Set to the right, under one caption."""
    table = pay_ranges([SOCIAL]).table

    assert table.rows == (
        ("Healthcare Social Workers", "$46,220", "$56,710", "$67,880", "$82,240", "$100,360"),
    )
    assert table.numeric == (1, 2, 3, 4, 5)


def test_amounts_that_do_not_rise_are_refused() -> None:
    """A 25th percentile above the median is a slip of the pen."""
    with pytest.raises(ChartError, match="expected amounts that rise"):
        pay_ranges([row("Nurses", 1, 3, 2, 4, 5)])


def test_no_row_is_no_chart() -> None:
    """As with every chart."""
    with pytest.raises(ChartError, match="occupation_pay"):
        pay_ranges([])


@pytest.mark.parametrize("key", job_ids())
def test_every_jobs_pay_can_be_placed_at_print_and_screen_width(key: str) -> None:
    """Every amount at a bar's end and every median stands in the picture."""
    chart = pay_ranges(pay_rows(key))
    for width, measures in ((380, PRINT), (358, SCREEN)):
        told = {run.text for it in place_chart(chart, width, measures).words for run in it.runs}

        for lane in chart.lanes:
            assert lane.middle is not None
            assert {lane.middle.label, lane.before, lane.note} <= told


def test_the_two_drawings_show_the_same_marks() -> None:
    """One description, drawn for paper and for the screen."""
    chart = pay_ranges([NURSES, ALL])
    (bars,) = plotly_figure(chart).data

    assert list(bars.customdata) == ["span", "data", "span"] * 2
    assert list(bars.base[:3]) == [68940, 80330, 112350]
    assert draw_svg(chart).count("$97,550") == 3  # drawn, and twice in the text alternative


def test_only_the_colors_of_charts_are_used() -> None:
    """Five, no more; the gap beside a tick is paper."""
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', draw_svg(pay_ranges([NURSES]))))

    assert used <= {brand().colors[name] for name in CHART_COLORS}


def test_a_thin_line_is_thinner_than_a_bar_and_in_its_middle() -> None:
    """Eight in ten must not look like half of all."""
    thin, bar, _ = place_chart(pay_ranges([NURSES]), 380, PRINT).bars

    assert thin.height < bar.height / 3
    assert thin.top + thin.height / 2 == pytest.approx(bar.top + bar.height / 2)
