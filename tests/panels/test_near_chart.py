"""How near: every number that is not there yet, for each certification, and for nobody else."""

import pytest

from casecert_data import decide
from casecert_data.charts import gaps_of
from casecert_data.eligibility import needs_of, read_rule
from casecert_data.panels import ComparePanel
from casecert_data.panels._near_chart import _facts_of_gaps, near_chart
from casecert_data.rosters import read_roster
from casecert_data.shipped import data_folder

ON = "2026-11-23"
SAMPLE = {
    row.person_id: row.profile
    for row in read_roster(data_folder() / "samples" / "class.csv").rows
}


@pytest.mark.parametrize("person_id", SAMPLE)
def test_every_gap_belongs_to_a_need(person_id: str) -> None:
    """The bars are parted by need, so their numbers must agree with those of the chart."""
    for decision in decide(SAMPLE[person_id], on=ON).decisions:
        needs = needs_of(read_rule(decision.certification_id), decision)

        assert sum(len(_facts_of_gaps(need)) for need in needs) == len(gaps_of(decision))


def test_each_bar_stands_under_its_certification() -> None:
    """A bar says nothing without what it is for, and whether one of them is enough."""
    asked = ["ccm", "cmgt_bc"]
    chart = near_chart(decide(SAMPLE["R-014"], on=ON, certifications=asked).decisions)

    assert chart is not None
    assert [lane.group for lane in chart.lanes] == [
        *["CCM: any one of these"] * 3,
        *["ANCC Nursing Case Management: all of these"] * 2,
    ]


def test_the_sentence_has_a_line_for_each_certification() -> None:
    """Whoever hears the chart hears whose numbers they are."""
    asked = ["ccm", "cmgt_bc"]
    chart = near_chart(decide(SAMPLE["R-014"], on=ON, certifications=asked).decisions)

    assert chart is not None
    assert [line.split(":")[0] for line in chart.sentence.splitlines()] == [
        "CCM",
        "ANCC Nursing Case Management",
    ]


@pytest.mark.parametrize("person_id", ["R-001", "R-017", "R-018"])
def test_without_a_number_that_says_something_there_is_no_chart(person_id: str) -> None:
    """Where all is there, or nothing is known, bars would only fill the page."""
    assert (
        near_chart(decide(SAMPLE[person_id], on=ON, certifications=["ccm"]).decisions) is None
    )


def test_what_was_stated_last_year_is_drawn_as_what_it_may_be_now() -> None:
    """A bar of missing months beside "Unknown" would contradict it."""
    panel = ComparePanel(opens_on="R-027", on=ON)

    assert panel.chart is not None
    assert {lane.group for lane in panel.chart.lanes} == {"CCM: any one of these"}
    assert [[one.fill for one in lane.segments] for lane in panel.chart.lanes] == [
        ["possible"],
        ["data", "possible"],
        ["possible"],
    ]
