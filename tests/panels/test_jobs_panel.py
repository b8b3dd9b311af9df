"""The jobs panel from Python: what fits, for whom, what is left, and whose pay it is."""

from typing import Any

import pytest
from support.shown import visible, words_of, words_shown

from casecert_data.catalog import source
from casecert_data.errors import CasecertError
from casecert_data.jobs import job_ids
from casecert_data.panels import JobsPanel
from casecert_data.panels._jobs_view import JobLine

ON = "2026-11-28"
NOT_ALONE = "Of the parent occupation, not of case managers alone."


def opened(**changes: Any) -> JobsPanel:
    """Open the panel as the notebook does, on a fixed day."""
    return JobsPanel(**{"on": ON} | changes)


def fits(panel: JobsPanel) -> dict[str, list[str]]:
    """Return the names of the credentials that are told, by how they fit."""
    assert panel.view is not None
    return {one.code: [line.term for line in one.lines] for one in panel.view.fits}


def lines(panel: JobsPanel) -> list[JobLine]:
    """Return everything that is told beside the figures."""
    view = panel.view
    assert view is not None
    return [*(line for one in view.fits for line in one.lines), *view.facts, *view.overlaps]


def test_it_opens_on_a_useful_answer() -> None:
    """Nobody should have to choose three times to see what this is."""
    panel = opened()

    assert panel.sentence == (
        "Geriatric (older adults): the CMC for care managers and the CCM fit first."
    )
    assert panel.fault is None
    assert panel.chart is not None
    assert panel.text.startswith(panel.sentence)


@pytest.mark.parametrize("job_type_id", job_ids())
def test_every_job_type_is_told_in_full(job_type_id: str) -> None:
    """What fits or an honest none, who does it, what it pays, and from which pages."""
    panel = opened(job_type=job_type_id)

    assert panel.fault is None
    assert panel.view is not None
    assert panel.view.sentence
    assert panel.view.fits or panel.view.gap
    assert panel.view.facts
    assert panel.chart is not None
    assert all(line.cited.source_ids for line in lines(panel))


@pytest.mark.parametrize(
    ("job_type_id", "sentence"),
    [
        ("prison", "Prison: no national certification is made for case managers in prisons."),
        ("legal", "Legal: no national certification for case managers fits this job."),
    ],
)
def test_where_nothing_fits_that_is_the_answer(job_type_id: str, sentence: str) -> None:
    """An honest none is worth more than the nearest name, and says what people hold."""
    panel = opened(job_type=job_type_id)

    assert panel.sentence == sentence
    assert panel.view is not None
    assert panel.view.gap is not None
    assert panel.view.gap.words.startswith("People hold")
    assert fits(panel)["instead"]


def test_what_is_not_made_for_the_job_is_folded() -> None:
    """It answers who asks for it, and is in nobody's way."""
    panel = opened(job_type="prison")
    assert panel.view is not None
    folded = {one.code: one.is_folded for one in panel.view.fits}

    assert folded["not_designed"]
    assert not folded["possible"]
    assert '<details data-name="jobs-not_designed">' in panel.html


def test_a_setting_leaves_the_jobs_that_are_done_there() -> None:
    """The list of job types follows, and one of them is shown."""
    panel = opened(setting="shelter")

    assert panel.jobs == ("emergency_shelter", "homeless_shelter")
    assert [key for _, key in panel.job_type.options] == list(panel.jobs)
    assert panel.job_type.value == "emergency_shelter"


def test_a_job_that_still_matches_stays() -> None:
    """What somebody looks at does not go away because they said more."""
    panel = opened()
    panel.base.value = "nurse"

    assert panel.job_type.value == "geriatric"


def test_a_profession_puts_what_is_for_others_apart() -> None:
    """A nurse in a hospital reads of the ACM for nurses."""
    panel = opened(job_type="hospital", base="nurse")

    assert panel.sentence == "Hospital: the ACM for nurses and the CCM fit first."
    assert "Accredited Case Manager for social workers (ACM-SW)" in fits(panel)["others"]


def test_with_nothing_left_it_says_what_to_change() -> None:
    """An empty place would look broken; it names the choices that stand in the way."""
    panel = opened(setting="law_firm", population="hiv")

    assert panel.view is None
    assert panel.chart is None
    assert panel.html == ""
    assert "Let go of “Law firm” (1 would be left)" in panel.sentence
    assert panel.show_all in visible(panel.widget)


def test_where_one_change_is_not_enough_that_is_said() -> None:
    """It promises nothing that does not help."""
    panel = opened(setting="law_firm", population="hiv", base="pharmacist")

    assert panel.jobs == ()
    assert panel.sentence == (
        "No job type here has all of this. Let go of “Law firm” (1 would be left)."
    )


def test_the_way_out_of_an_empty_answer_is_in_it() -> None:
    """One press brings every job type back."""
    panel = opened(setting="law_firm", population="hiv")
    panel.show_all.click()

    assert panel.jobs == job_ids()
    assert panel.view is not None
    assert panel.show_all not in visible(panel.widget)


@pytest.mark.parametrize("job_type_id", job_ids())
def test_pay_is_never_that_of_case_managers_alone(job_type_id: str) -> None:
    """The picture, its table and the outlook all say whose pay it is."""
    panel = opened(job_type=job_type_id)

    assert panel.chart is not None
    assert panel.chart.sentence.startswith(NOT_ALONE)
    assert panel.chart.table.caption.endswith(NOT_ALONE)
    assert words_shown(panel.widget).count(NOT_ALONE) == 1


def test_pay_is_what_the_source_says() -> None:
    """Healthcare social workers, May 2025: half earn 67,880 dollars or less."""
    panel = opened()

    assert panel.chart is not None
    row = panel.chart.table.rows[0]
    assert row == (
        "Healthcare Social Workers",
        "$46,220",
        "$56,710",
        "$67,880",
        "$82,240",
        "$100,360",
    )


def test_the_credits_that_sources_ask_for_are_there() -> None:
    """The O*NET® database and the BLS are named as they want to be."""
    words = words_shown(opened().widget)

    for key in ("onet_27_0", "bls_oews_may_2025", "bls_ep_2025_35"):
        assert source(key).credit_text in words


def test_near_jobs_are_told() -> None:
    """Whoever reads of prisons should know of the wider name."""
    assert "Correctional case manager" in words_of(opened(job_type="prison").html)


def test_a_name_with_a_double_is_told_apart() -> None:
    """The CCM of the prisons is another one."""
    words = " ".join(words_of(opened(job_type="prison").html))

    assert "Another CCM" in words
    assert "nothing to do with case management" in words


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"job_type": "prisn"}, "No job type is called 'prisn'"),
        ({"setting": "moon"}, "No setting is called 'moon'"),
        ({"base": "baker"}, "No base is called 'baker'"),
        ({"on": "2026-13-01"}, "2026-13-01"),
    ],
)
def test_what_cannot_be_opened_says_why(arguments: dict[str, Any], message: str) -> None:
    """Whoever writes the line reads what to write instead."""
    with pytest.raises(CasecertError, match=message):
        opened(**arguments)
