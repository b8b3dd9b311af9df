"""Employer support: numbers are drawn as numbers, words as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.sample_charts import (
    HELPED,
    PAY,
    REQUIRE,
    SUPPORT,
    UNKNOWN,
    Row,
    numbers_in,
    statistic,
)

from casecert_data.catalog import table
from casecert_data.charts import Segment, support_bars
from casecert_data.errors import ChartError, UnknownNameError

SHARES = st.decimals(min_value=0, max_value=100, places=1).map(str)


def test_the_title_is_the_finding() -> None:
    """A reader who reads only the heading knows what employers do."""
    chart = support_bars(SUPPORT)

    assert chart.title == "More than half of employers pay for it. Nearly half require it."


def test_the_sentence_says_everything_that_is_drawn() -> None:
    """Whoever does not see the picture learns the same."""
    chart = support_bars(SUPPORT)

    assert chart.sentence == (
        "58% of employers pay for it. Nearly half (under 50%) require it. "
        "No number is given for this, so its bar is an outline that ends at 50%. "
        "88% of case managers who hold the CCM say it has helped."
    )


def test_the_table_has_the_same_rows() -> None:
    """Picture and table cannot differ: they are made of the same findings."""
    chart = support_bars(SUPPORT)

    assert chart.table.rows == (
        ("Employers", "Pay for it", "58%"),
        ("Employers", "Require it", "nearly half (under 50%)"),
        ("Case managers who hold the CCM", "Say it has helped", "88%"),
    )
    assert chart.table.numeric == (2,)


def test_nearly_half_has_no_number_and_nothing_solid() -> None:
    """The article gives words and an upper bound, so no number may be made up."""
    lane = support_bars([REQUIRE]).lanes[0]

    assert lane.segments == (Segment(0, 50, "bound"),)
    assert (lane.value, lane.note) == ("nearly half", "under 50%")
    assert numbers_in(lane.value) == set()


def test_words_without_a_bound_get_no_bar() -> None:
    """Without a bound there is no length that would be true."""
    lane = support_bars([statistic("Employers", "like it", None, "many")]).lanes[0]

    assert (lane.segments, lane.value, lane.note) == ((), "many", "")


def test_what_nobody_knows_is_said_to_be_unknown() -> None:
    """An empty cell is not 0 percent."""
    chart = support_bars([UNKNOWN])

    assert (chart.lanes[0].segments, chart.lanes[0].value) == ((), "not known")
    assert chart.title == "It is not known how many employers promote for it."


def test_the_title_passes_over_what_is_not_known() -> None:
    """The heading tells a finding where there is one."""
    chart = support_bars([UNKNOWN, PAY])

    assert chart.title == "More than half of employers pay for it."


@pytest.mark.parametrize(
    ("share", "title"),
    [
        ("49.9", "49.9% of employers pay."),
        ("50", "Half of employers pay."),
        ("50.1", "More than half of employers pay."),
        ("74.9", "More than half of employers pay."),
        ("75", "75% of employers pay."),
    ],
)
def test_the_title_words_a_share_only_near_half(share: str, title: str) -> None:
    """For 88 percent, "more than half" would say too little."""
    chart = support_bars([statistic("Employers", "pay", share)])

    assert chart.title == title


def test_a_title_is_at_most_two_findings_long() -> None:
    """A heading that lists everything tells nothing."""
    chart = support_bars([PAY, PAY, PAY])

    assert chart.title.count(".") == 2


def test_one_group_can_be_drawn_alone() -> None:
    """A reader may ask only what certified people say."""
    chart = support_bars(SUPPORT, group="Case managers who hold the CCM")

    assert [lane.label for lane in chart.lanes] == ["say it has helped"]
    assert chart.title == "88% of case managers who hold the CCM say it has helped."


def test_people_who_were_asked_stand_together() -> None:
    """Their subhead stands once, whatever the order of the rows."""
    chart = support_bars([PAY, HELPED, REQUIRE])

    assert [lane.label for lane in chart.lanes] == [
        "pay for it",
        "require it",
        "say it has helped",
    ]


def test_no_rows_are_an_error_and_not_an_empty_picture() -> None:
    """An empty picture would read as "nobody supports it"."""
    with pytest.raises(ChartError, match="employer_support: expected at least one row"):
        support_bars([])


def test_an_unknown_group_names_the_known_ones() -> None:
    """A mistyped group is told what there is."""
    with pytest.raises(UnknownNameError, match="Did you mean 'Employers'"):
        support_bars(SUPPORT, group="Employer")


def test_the_shipped_statistics_can_be_drawn() -> None:
    """The curated table has the columns that the chart uses."""
    rows = table("employer_support")

    assert len(support_bars(rows).lanes) == len(rows)


@given(st.lists(st.sampled_from([*SUPPORT, UNKNOWN]), min_size=1, max_size=6))
def test_no_number_is_made_up_for_any_choice_of_rows(rows: list[Row]) -> None:
    """Every number in words, bars and table stands in a row."""
    chart = support_bars(rows)
    stated = {
        str(row[column])
        for row in rows
        for column in ("share_pct", "share_at_most_pct")
        if row[column] is not None
    }

    assert numbers_in(chart.title, chart.sentence) <= stated
    assert {f"{one.end:g}" for lane in chart.lanes for one in lane.segments} == stated
    assert numbers_in(*(row[-1] for row in chart.table.rows)) == stated


@given(SHARES)
def test_a_bar_is_as_long_as_its_share(share: str) -> None:
    """From zero, without a cut."""
    lane = support_bars([statistic("Employers", "pay", share)]).lanes[0]

    assert [(one.start, one.end) for one in lane.segments] == [(0, float(share))]
