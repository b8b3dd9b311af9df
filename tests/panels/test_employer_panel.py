"""The employer panel from Python: whose answers, how old, what is not known, what breaks."""

from typing import Any

import pytest
from support.shown import words_of, words_shown

from casecert_data.catalog import say, table
from casecert_data.charts import support_bars
from casecert_data.errors import ChartError
from casecert_data.panels import EmployerSupportPanel

ON = "2026-11-23"
ROWS = table("employer_support")
CERTIFIED = "Case managers who hold the CCM"


def test_it_opens_on_the_chart_of_the_shipped_figures() -> None:
    """The same chart as in the handouts: the two cannot disagree."""
    panel = EmployerSupportPanel(on=ON)

    assert panel.chart == support_bars(ROWS)
    assert panel.sentence == panel.chart.title
    assert panel.fault is None


@pytest.mark.parametrize("group", ["Employers", CERTIFIED])
def test_the_choice_changes_picture_and_words(group: str) -> None:
    """What is left out of the picture is left out of the notes."""
    panel = EmployerSupportPanel(on=ON)
    notes = panel.html
    panel.respondents.value = group

    assert panel.chart == support_bars(ROWS, group=group)
    assert panel.html != notes
    assert {row["respondent_text"] for row in panel.rows} == {group}


def test_nearly_half_keeps_its_words_and_gets_no_number() -> None:
    """An invented number would be quoted as a fact."""
    panel = EmployerSupportPanel(on=ON)
    panel.respondents.value = "Employers"
    bounds = [lane.segments[0].fill for lane in panel.chart.lanes] if panel.chart else []

    assert bounds == ["data", "bound"]


@pytest.mark.parametrize(("on", "is_old"), [("2024-04-26", False), ("2024-04-27", True)])
def test_a_figure_past_its_review_is_tagged_old(on: str, is_old: bool) -> None:  # noqa: FBT001
    """On its review day it is still good; the day after, it says how old it is."""
    panel = EmployerSupportPanel(on=on)

    assert ("tag-old" in panel.html) is is_old
    assert any("April 26, 2023" in words for words in words_of(panel.html))


def test_nothing_that_is_not_known_is_told_twice() -> None:
    """A sentence inside another one is said already."""
    told = words_of(EmployerSupportPanel(on=ON).html)

    assert len(told) == len(set(told))
    assert not any(
        one in other for one in told for other in told if one != other and len(one) > 40
    )


def test_both_sources_are_named() -> None:
    """Who counted, and who quotes it."""
    words = " ".join(words_shown(EmployerSupportPanel(on=ON).widget))

    assert "Get Certified" in words
    assert "Coursera Staff" in words


def test_a_choice_of_certification_appears_only_with_a_second_one() -> None:
    """A list of one line is no choice."""
    more = [dict(row, certification_id="acm_rn") for row in ROWS if row["share_pct"] is None]
    one, two = EmployerSupportPanel(on=ON), EmployerSupportPanel([*ROWS, *more], on=ON)
    two.certification.value = "acm_rn"

    assert len(one.widget.children[1].children) == 1
    assert len(two.widget.children[1].children) == 2
    assert [row["certification_id"] for row in two.rows] == ["acm_rn"]
    assert [value for _, value in two.respondents.options] == ["", "Employers"]


def test_a_group_that_is_gone_is_not_asked_for() -> None:
    """Another certification may have other respondents."""
    more = [dict(row, certification_id="acm_rn") for row in ROWS if row["share_pct"] is None]
    panel = EmployerSupportPanel([*ROWS, *more], on=ON)
    panel.respondents.value = CERTIFIED
    panel.certification.value = "acm_rn"

    assert panel.fault is None
    assert panel.respondents.value == ""


def test_without_rows_it_says_so() -> None:
    """An empty table is told in words, not as an empty picture."""
    panel = EmployerSupportPanel([], on=ON)

    assert isinstance(panel.fault, ChartError)
    assert panel.chart is None
    assert say("panel.broken.title") in words_shown(panel.widget)


def test_markup_in_a_table_stays_text() -> None:
    """A user's own folder may hold anything."""
    rows: list[dict[str, Any]] = [
        dict(row, population_text="<b>all & sundry</b>") for row in ROWS
    ]
    panel = EmployerSupportPanel(rows, on=ON)

    assert "<b>all" not in panel.html
    assert "<b>all & sundry</b>." in words_of(panel.html)


def test_a_notebook_keeps_the_finding_and_no_day() -> None:
    """What is saved stays true tomorrow."""
    panel = EmployerSupportPanel(on=ON)
    assert panel.chart is not None
    kept = panel._repr_mimebundle_()["text/plain"]

    assert " ".join(kept.split()).startswith(f"{panel.sentence} {panel.chart.sentence}")
    assert "20" not in kept
