"""Employer support by year: typed from the sources by hand, and never drawn as one line."""

import re

import pytest
from support.reading_grade import reading_grade

from casecert_data.catalog import rows_where, table
from casecert_data.charts import Chart, draw_svg, support_history
from casecert_data.errors import ChartError
from casecert_data.figures import plotly_figure

MEASURES = ("requires", "pays_more", "pays", "helped")

# As the pages give them: the column of 2016, a test seller's page, and the article.
SHARES = {
    "requires": ["26%", "35.9%", "40.36%", "not known", "not known", "nearly half"],
    "pays_more": ["26.7%", "nearly 30%", "not known", "not known"],
    "pays": ["58%"],
    "helped": ["88%"],
}
# As the abstracts give them; of 2019 and after, the answers that were used.
ANSWERS = ["6,300", "6,909", "7,668", "2,810", "2,145", "not known"]
A_TREND = re.compile(
    r"\btrend\w*|\bris(e|es|ing|en)\b|\brose\b|\bgr(ow|ew)\w*|\bincreas\w+|\bmore and more\b"
    r"|\bfell\b|\bfall\w*|\bup from\b|\bsince then\b|\bhas gone\b",
    re.IGNORECASE,
)


def drawn(measure: str) -> Chart:
    """Draw the shipped figures of one measure."""
    names = ("support_history", "support_studies", "employer_support")
    return support_history(*map(table, names), measure=measure)


@pytest.mark.parametrize("measure", MEASURES)
def test_every_share_is_the_one_of_its_page(measure: str) -> None:
    """No share is made up, rounded or carried over to a year without one."""
    assert [lane.value for lane in drawn(measure).lanes] == SHARES[measure]


def test_every_study_stands_with_its_number_of_answers() -> None:
    """The studies of 2019 and after as well, of which no share is known."""
    chart = drawn("requires")

    assert [row[2] for row in chart.table.rows] == ANSWERS
    assert [row[1] for row in chart.table.rows] == [
        *("2004", "2009", "2014", "2019", "After 2019", "Read in 2023"),
    ]


def test_a_year_without_a_share_keeps_its_place_and_has_no_bar() -> None:
    """A gap is a gap: it is neither 0 nor a value in between."""
    chart = drawn("requires")

    assert [bool(lane.segments) for lane in chart.lanes] == [
        True,
        True,
        True,
        False,
        False,
        True,
    ]


def test_nearly_half_is_an_outline_that_ends_at_its_bound() -> None:
    """As in the chart of the three figures."""
    (segment,) = drawn("requires").lanes[-1].segments

    assert (segment.start, segment.end, segment.fill) == (0, 50, "bound")


def test_the_figure_of_the_page_is_set_apart() -> None:
    """It has a subhead of its own, and says that its sample is not known."""
    lanes = drawn("requires").lanes

    assert [lane.group for lane in lanes] == [
        *["Case managers, on their own employer"] * 5,
        "Employers, says the CCMC",
    ]
    assert lanes[-1].label == "Read in 2023: number of answers not known"


@pytest.mark.parametrize("measure", MEASURES)
def test_no_word_calls_it_a_trend(measure: str) -> None:
    """Other people answered each time, so nothing rose and nothing fell."""
    chart = drawn(measure)
    words = " ".join(
        [chart.title, chart.sentence, *(one for row in chart.table.rows for one in row)]
    )

    assert A_TREND.search(words) is None
    assert A_TREND.search("Support increased")


def test_the_sentence_says_everything_that_is_drawn() -> None:
    """Whoever does not see the picture learns the same, and why nothing is joined."""
    assert drawn("requires").sentence == (
        "In 2004, 26% of case managers who answered said that their employer requires "
        "certification (6,300 answers). 2009: 35.9% (6,909 answers). 2014: 40.36% (7,668 "
        "answers). 2019: not known (2,810 answers). After 2019: not known (2,145 answers). "
        "The CCMC\u2019s page, read in 2023, stands apart: no study is named. "
        "Nearly half (under 50%) of employers require their employees to hold it. "
        "No number is given for this, so its bar is an outline that ends at 50%. "
        "The bars are not joined, because other people answered each time."
    )


def test_words_near_a_number_are_no_number() -> None:
    """“Nearly 30%” is under 30, and nobody says by how much."""
    chart = drawn("pays_more")

    assert "2014: nearly 30% (under 30%) (7,668 answers)." in chart.sentence
    assert "“nearly 30%” is no exact number" in chart.sentence
    assert chart.title.startswith("In 2014, nearly 30% of case managers")


def test_a_measure_that_only_the_page_gives_stands_alone() -> None:
    """There is nothing to set beside it, and it says so."""
    chart = drawn("pays")

    assert (
        chart.title == "More than half of employers pay for their employees to get certified."
    )
    assert chart.sentence.startswith(
        "The only figure is from the CCMC\u2019s page, read in 2023;"
    )
    assert chart.sentence.endswith("There is no other year to set beside it.")


def test_a_study_alone_is_told_without_the_page() -> None:
    """A user's own folder may know no page."""
    figures = rows_where("support_history", figure_id="requires_2019")
    chart = support_history(figures, table("support_studies"), [], measure="requires")

    assert chart.title == (
        "It is not known how many case managers who answered said that their employer requires "
        "certification."
    )


def test_a_measure_without_a_row_is_an_error_and_not_an_empty_picture() -> None:
    """An empty picture would read as "nobody"."""
    with pytest.raises(ChartError, match="support_history, pays: expected at least one row"):
        support_history([], [], [], measure="pays")


@pytest.mark.parametrize("measure", MEASURES)
def test_it_is_read_with_ease(measure: str) -> None:
    """Grade 8 or lower, as every page."""
    chart = drawn(measure)

    assert reading_grade([chart.title, chart.sentence]) <= 8


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("width", [280, 380, 700])
def test_print_and_screen_show_the_same_shares(measure: str, width: int) -> None:
    """Whatever the room: every share stands in both drawings."""
    chart = drawn(measure)
    svg = draw_svg(chart, width=width)
    screen = str(plotly_figure(chart).to_dict())

    assert [one for one in SHARES[measure] if one not in svg] == []
    assert [one for one in SHARES[measure] if one not in screen] == []
