"""Where things stand: nothing overlaps and nothing is cut, at a width and at greater ones."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.sample_charts import charts, statistic

from casecert_data.charts import (
    PRINT,
    SCREEN,
    Chart,
    Gap,
    Measures,
    Picture,
    Words,
    gap_bars,
    pay_ranges,
    place_chart,
    support_bars,
)
from casecert_data.jobs import job_ids, pay_rows

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=90)
LABELS = WORDS.filter(lambda text: bool(text.strip()))
Box = tuple[float, float, float, float]


def box_of(words: Words, plot: float) -> Box:
    """Return left, right, top and bottom of a line, in px."""
    at = words.at * plot + words.shift
    left = at - {"start": 0, "middle": 0.5, "end": 1}[words.anchor] * words.width
    size = words.runs[0].size
    return left, left + words.width, words.baseline - size * 0.75, words.baseline + size * 0.2


def assert_nothing_overlaps(picture: Picture, wider: float) -> None:
    """Hold that each line is inside and free, at the width and at a greater one."""
    room = picture.width - picture.plot
    for plot in (picture.plot, picture.plot + wider):
        boxes = [box_of(one, plot) for one in picture.words]
        boxes += [
            (one.left * plot, one.right * plot, one.top, one.top + one.height)
            for one in picture.bars
        ]
        for left, right, top, bottom in boxes:
            assert left >= -0.01
            assert right <= plot + room + 0.01
            assert top >= 0
            assert bottom <= picture.height
        for one, other in combinations(boxes[: len(picture.words)], 2):
            assert not (
                max(one[0], other[0]) < min(one[1], other[1]) - 0.01
                and max(one[2], other[2]) < min(one[3], other[3])
            )
        for words in boxes[: len(picture.words)]:
            for bar in boxes[len(picture.words) :]:
                assert not (
                    max(words[0], bar[0]) < min(words[1], bar[1])
                    and max(words[2], bar[2]) < min(words[3], bar[3])
                )


@pytest.mark.parametrize("name", charts())
@pytest.mark.parametrize(("width", "measures"), [(380, PRINT), (547, PRINT), (286, SCREEN)])
def test_nothing_overlaps_and_nothing_is_cut(
    name: str, width: float, measures: Measures
) -> None:
    """In print, in a wide column and on a phone of 320 px."""
    assert_nothing_overlaps(place_chart(charts()[name], width, measures), 800)


@given(LABELS, LABELS, LABELS, st.sampled_from(["0.4", "7", "50", "93", "100"]))
def test_long_words_break_into_lines(who: str, what: str, words: str, share: str) -> None:
    """A table's words may be as long as they need to be."""
    rows = [statistic(who, what, share), statistic(who, what, None, words, 50)]

    assert_nothing_overlaps(place_chart(support_bars(rows), 380, PRINT), 300)


@given(
    st.integers(1, 99_999),
    st.integers(0, 99_999),
    st.none() | st.integers(0, 99_999),
    LABELS,
)
def test_gaps_of_any_size_find_room_for_their_words(
    needed: int, low: int, above: int | None, label: str
) -> None:
    """A bar may end anywhere, before the tick or after it."""
    high = None if above is None else low + above
    gap = Gap(label=label, needed=needed, found_low=low, found_high=high, unit="hours")

    assert_nothing_overlaps(place_chart(gap_bars([gap]), 286, SCREEN), 700)


@given(
    st.lists(st.integers(1, 400_000), min_size=5, max_size=5, unique=True).map(sorted), LABELS
)
def test_pay_of_any_spread_finds_room_for_its_amounts(amounts: list[int], title: str) -> None:
    """Narrow or wide, near 0 or far from it."""
    names = ("p10_usd", "p25_usd", "median_usd", "p75_usd", "p90_usd")
    row: dict[str, object] = {
        "occupation_title": title,
        **dict(zip(names, amounts, strict=True)),
    }

    assert_nothing_overlaps(place_chart(pay_ranges([row]), 286, SCREEN), 700)


@pytest.mark.parametrize("key", job_ids())
def test_every_jobs_pay_finds_room_on_paper_and_on_a_phone(key: str) -> None:
    """As the handout and the notebook draw it."""
    chart = pay_ranges(pay_rows(key))

    assert_nothing_overlaps(place_chart(chart, 380, PRINT), 300)
    assert_nothing_overlaps(place_chart(chart, 286, SCREEN), 700)


def test_a_short_label_and_what_is_missing_share_a_line() -> None:
    """As in the handout, where the column is wide enough."""
    heights = [place_chart(charts_of_work(), width, PRINT).height for width in (286, 547)]

    assert heights[0] > heights[1]


def charts_of_work() -> Chart:
    """Make one gap whose words fill a narrow column."""
    label = "Work, last 3 years"
    return gap_bars(
        [Gap(label=label, needed=2000, found_low=1400, found_high=1400, unit="hours")]
    )


def test_the_subhead_stands_once_for_its_group() -> None:
    """People who were asked are named above their first bar only."""
    picture = place_chart(charts()["support"], 380, PRINT)
    lines = [run.text for words in picture.words for run in words.runs]

    assert lines.count("Employers") == 1


def test_the_scale_begins_at_zero_and_names_its_end() -> None:
    """A bar is read from its baseline."""
    picture = place_chart(charts()["support"], 380, PRINT)
    lines = [run.text for words in picture.words for run in words.runs]

    assert lines[-3:] == ["0", "half", "100%"]
