"""The employer panel from Python: whose answers, how old, what is not known, what breaks."""

import re
from typing import Any

import pytest
from support.shown import words_of, words_shown

from casecert_data.catalog import say, table
from casecert_data.charts import support_bars, support_history
from casecert_data.eligibility import certification_ids
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
    words = words_of(EmployerSupportPanel(on=ON).html)
    told = [one for one in words if not re.fullmatch(r"\[\d+\]", one)]

    assert len(told) == len(set(told))
    assert not any(
        one in other for one in told for other in told if one != other and len(one) > 40
    )


def test_both_sources_are_named() -> None:
    """Who counted, and who quotes it."""
    words = " ".join(words_shown(EmployerSupportPanel(on=ON).widget))

    assert "Get Certified" in words
    assert "Coursera Staff" in words


def test_every_certification_can_be_asked_about() -> None:
    """Those with figures come first; the groups are those of the one that is asked about."""
    more = [dict(row, certification_id="acm_rn") for row in ROWS if row["share_pct"] is None]
    panel = EmployerSupportPanel([*ROWS, *more], on=ON)
    panel.certification.value = "acm_rn"

    assert [key for _, key in panel.certification.options][:2] == ["ccm", "acm_rn"]
    assert {key for _, key in panel.certification.options} == set(certification_ids())
    assert [row["certification_id"] for row in panel.rows] == ["acm_rn"]
    assert [value for _, value in panel.respondents.options] == ["", "Employers"]


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


def over_time(measure: str = "requires") -> EmployerSupportPanel:
    """Open the panel on one measure by year."""
    panel = EmployerSupportPanel(on=ON)
    panel.view.value = "over_time"
    panel.measure.value = measure
    return panel


@pytest.mark.parametrize("measure", ["requires", "pays_more", "pays", "helped"])
def test_over_time_it_shows_the_chart_of_the_measure(measure: str) -> None:
    """The same chart as in the report: the two cannot disagree."""
    panel = over_time(measure)
    tables = (table("support_history"), table("support_studies"), ROWS)

    assert panel.fault is None
    assert panel.chart == support_history(*tables, measure=measure)
    assert panel.sentence == panel.chart.title


def test_over_time_the_answer_comes_first_in_a_sentence() -> None:
    """The latest study, and beside it what the page says."""
    assert over_time().sentence == (
        "In 2014, 40.36% of case managers who answered said that their employer requires "
        "certification. A page read in 2023 says “nearly half.”"
    )


def test_over_time_what_cannot_be_compared_stands_beside_it() -> None:
    """No figure is read without it; notes on other figures stay away."""
    requires, helped = (
        " ".join(words_of(over_time(one).html)) for one in ("requires", "helped")
    )

    assert "No employer was asked." in requires
    assert "do not belong on one line" in requires
    assert "It is 14 points" in requires
    assert "The 26% of 2004 come from a seller of study books" in requires
    assert "14 points" not in helped
    assert "What is not known" in helped


def test_over_time_every_paper_is_named_with_its_age() -> None:
    """Those of the figures, of the samples, and of the notes."""
    words = " ".join(words_shown(over_time().widget))

    assert "CCM Exam FAQs" in words
    assert "Charlotte Sortedahl" in words
    assert "It quotes a paper of 2016 that we have not seen." in words
    assert "read April 26, 2023" in words


def test_one_control_at_a_time_asks_what_to_show() -> None:
    """Whose answers belongs to now, about what to over time."""
    panel = EmployerSupportPanel(on=ON)
    shown = [[panel.respondents.layout.display, panel.measure.layout.display]]
    panel.view.value = "over_time"
    shown.append([panel.respondents.layout.display, panel.measure.layout.display])

    assert shown == [[None, "none"], ["none", None]]


@pytest.mark.parametrize("view", ["now", "over_time"])
def test_a_certification_without_figures_gets_an_honest_answer(view: str) -> None:
    """No picture of another certification, no figure, and whom to ask."""
    panel = over_time() if view == "over_time" else EmployerSupportPanel(on=ON)
    panel.certification.value = "cmgt_bc"
    words = " ".join(words_shown(panel.widget))

    assert panel.fault is None
    assert (panel.chart, panel.rows) == (None, ())
    assert panel.sentence.startswith("No figures on employers were found for the ")
    assert "does not mean that employers do not" in words
    assert "%" not in panel.html


def test_from_a_certification_without_figures_one_comes_back() -> None:
    """With the measure that was chosen, and its chart."""
    panel = over_time("pays")
    panel.certification.value = "cmgt_bc"
    panel.certification.value = "ccm"

    assert panel.fault is None
    assert panel.chart is not None
    assert panel.measure.value == "pays"


def test_markup_in_a_note_of_a_study_stays_text() -> None:
    """A user's own folder may hold anything."""
    history = [dict(row, population_text="<b>all</b>") for row in table("support_history")]
    panel = EmployerSupportPanel(history=history, on=ON)
    panel.view.value = "over_time"

    assert "<b>all" not in panel.html
    assert "<b>all</b>." in words_of(panel.html)
