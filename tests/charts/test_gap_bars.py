"""Gaps: what is there, what may be there and what is missing never run into each other."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.sample_charts import (
    BLANK,
    CROSSING,
    EDUCATION,
    ENOUGH,
    GAPS,
    OPEN,
    RANGE,
    WORK,
    numbers_in,
)

from casecert_data.charts import Gap, Lane, gap_bars
from casecert_data.errors import ChartError

AMOUNTS = st.fractions(min_value=0, max_value=100_000, max_denominator=8)


@st.composite
def any_gap(draw: st.DrawFn) -> Gap:
    """Make a gap of any form."""
    low, above = draw(AMOUNTS), draw(st.none() | AMOUNTS)
    return Gap(
        label="Work",
        needed=draw(AMOUNTS.filter(bool)),
        found_low=low,
        found_high=None if above is None else low + above,
        unit="hours",
    )


def fills(lane: Lane) -> list[tuple[str, float, float]]:
    """Return kind, start and end of each piece of a bar."""
    return [(one.fill, one.start, one.end) for one in lane.segments]


def test_a_gap_shows_what_is_there_missing_and_needed() -> None:
    """A distance, not a verdict."""
    lane = gap_bars([WORK]).lanes[0]

    assert fills(lane) == [("data", 0, 1400), ("missing", 1400, 2000)]
    assert lane.threshold == 2000
    assert (lane.label, lane.missing, lane.threshold_label) == (
        "Work, last 3 years: 1,400 hours",
        "600 missing",
        "2,000 needed",
    )


def test_a_range_is_solid_only_to_its_low_end() -> None:
    """Between the ends it may be there; beyond the high end it is missing."""
    lane = gap_bars([RANGE]).lanes[0]

    assert fills(lane) == [("data", 0, 12), ("possible", 12, 18), ("missing", 18, 24)]
    assert [mark.label for mark in lane.marks] == ["12", "18"]
    assert (lane.label, lane.missing) == (
        "Full-time: between 12 and 18 months",
        "6 to 12 missing",
    )


def test_a_range_across_the_need_is_not_called_missing() -> None:
    """It may be enough, so nothing is missing for sure."""
    lane = gap_bars([CROSSING]).lanes[0]

    assert fills(lane) == [("data", 0, 9), ("possible", 9, 14)]
    assert lane.missing == "up to 3 missing"


def test_or_more_goes_on_beyond_the_need() -> None:
    """Without an upper end the bar has no closing edge, and passes the tick."""
    lane = gap_bars([OPEN]).lanes[0]
    last = lane.segments[-1]

    assert (last.fill, last.is_open, last.end > 24) == ("possible", True, True)
    assert lane.label == "Full-time: 12 months or more"


def test_a_blank_is_not_zero() -> None:
    """Nothing known is nothing solid and nothing missing."""
    lane = gap_bars([BLANK]).lanes[0]

    assert [one.fill for one in lane.segments] == ["possible"]
    assert (lane.label, lane.missing) == ("Under a CCM: not known", "")


def test_nothing_at_all_is_missing_as_a_whole() -> None:
    """A stated 0 is known."""
    none = Gap(label="Work", needed=24, found_low=0, found_high=0, unit="months")
    lane = gap_bars([none]).lanes[0]

    assert fills(lane) == [("missing", 0, 24)]
    assert lane.label == "Work: 0 months"


@pytest.mark.parametrize(
    ("gaps", "title"),
    [
        (
            [WORK, EDUCATION],
            "600 more hours of work and 12 more hours of education are needed.",
        ),
        ([RANGE], "6 to 12 more months are needed."),
        ([CROSSING], "Up to 3 more months may be needed."),
        (
            [EDUCATION, BLANK],
            "12 more hours of education are needed. Up to 12 more months may be needed.",
        ),
        ([ENOUGH], "Nothing is missing."),
        (
            [Gap(label="x", needed=2, found_low=1, found_high=1, unit="years")],
            "1 more year is needed.",
        ),
    ],
)
def test_the_title_is_what_is_missing(gaps: list[Gap], title: str) -> None:
    """The heading says the distance, and "may" where it is not sure."""
    assert gap_bars(gaps).title == title


def test_the_sentence_says_everything_that_is_drawn() -> None:
    """Whoever does not see the picture learns the same."""
    chart = gap_bars([WORK, BLANK])

    assert chart.sentence == (
        "Work, last 3 years: 1,400 hours; 600 missing; 2,000 needed. "
        "Under a CCM: not known; 12 needed."
    )


def test_the_table_has_the_same_rows() -> None:
    """In words and with units, one row a gap."""
    chart = gap_bars([WORK, RANGE, BLANK, ENOUGH])

    assert chart.table.rows == (
        ("Work, last 3 years", "1,400 hours", "600 hours", "2,000 hours"),
        ("Full-time", "between 12 and 18 months", "6 to 12 months", "24 months"),
        ("Under a CCM", "not known", "not known", "12 months"),
        ("As a nurse", "5 years", "0 years", "2 years"),
    )


def test_what_is_needed_stands_in_line() -> None:
    """Each bar has its own unit, but the ticks stand under each other."""
    chart = gap_bars([WORK, EDUCATION, RANGE, CROSSING])

    assert len({(lane.threshold or 0) / chart.extent_of(lane) for lane in chart.lanes}) == 1


def test_one_very_long_bar_does_not_shrink_the_others() -> None:
    """Five years where two are needed keep a scale of their own."""
    chart = gap_bars([WORK, ENOUGH])

    assert [chart.extent_of(lane) for lane in chart.lanes] == [2000, 5]


def test_no_gaps_are_an_error_and_not_an_empty_picture() -> None:
    """Without a row there is nothing to say."""
    with pytest.raises(ChartError, match="gaps: expected at least one row"):
        gap_bars([])


@pytest.mark.parametrize(
    ("needed", "low", "high", "message"),
    [
        (0, 0, 0, "Work: expected an amount above 0, found '0'"),
        (1, -1, 0, "Work: expected an amount of 0 or more, found '-1'"),
        (1, 3, 2, "Work: expected a start of 3 or more"),
    ],
)
def test_a_gap_that_makes_no_sense_is_refused(
    needed: int, low: int, high: int, message: str
) -> None:
    """The numbers are checked where they are given."""
    with pytest.raises(ChartError, match=message):
        Gap(label="Work", needed=needed, found_low=low, found_high=high, unit="hours")


@given(st.lists(any_gap(), min_size=1, max_size=4))
def test_no_piece_leaves_its_scale_or_runs_into_another(gaps: list[Gap]) -> None:
    """Whatever the numbers are, the bar is whole, in order and inside."""
    chart = gap_bars(gaps)

    for lane in chart.lanes:
        ends = [place for one in lane.segments for place in (one.start, one.end)]
        assert ends == sorted(ends)
        assert not ends or (ends[0] == 0 and ends[-1] <= chart.extent_of(lane))
        assert lane.threshold is not None
        assert lane.threshold <= chart.extent_of(lane)


@given(any_gap())
def test_solid_is_there_for_sure_and_orange_is_missing_for_sure(gap: Gap) -> None:
    """The lengths are the numbers themselves."""
    lane = gap_bars([gap]).lanes[0]
    lengths = {one.fill: Fraction(one.end) - Fraction(one.start) for one in lane.segments}

    assert lengths.get("data", 0) == float(gap.found_low)
    assert float(lengths.get("missing", 0)) == pytest.approx(float(gap.least_missing))


def test_every_number_of_the_picture_is_in_the_sentence_and_in_the_table() -> None:
    """Picture, sentence and table are made of the same numbers."""
    chart = gap_bars(GAPS)
    lanes = [(one.label, one.missing, one.threshold_label) for one in chart.lanes]
    drawn = numbers_in(*(text for words in lanes for text in words))

    assert numbers_in(chart.sentence) == drawn
    assert drawn <= numbers_in(*(cell for row in chart.table.rows for cell in row))


def test_an_unnamed_number_is_only_a_number() -> None:
    """Decimals and fractions come out as people write them."""
    gap = Gap(label="x", needed=Fraction(49, 2), found_low=Fraction(37, 2), unit="months")

    assert gap_bars([gap]).lanes[0].label == "x: 18.5 months or more"
