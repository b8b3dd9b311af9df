"""The compare panel from Python: each control, each state, each error, nobody's secrets."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from support.shown import html_shown, visible, words_of, words_shown

from casecert_data import decide
from casecert_data.catalog import say
from casecert_data.eligibility import certification_ids
from casecert_data.errors import CasecertError, ProfileError
from casecert_data.panels import ComparePanel
from casecert_data.panels import _compare_panel as module
from casecert_data.panels._compare_view import Column
from casecert_data.profiles import read_profile
from casecert_data.rosters import read_roster
from casecert_data.shipped import data_folder

ON = "2026-11-23"
MOCK = ("ccm", "acm_rn", "cmgt_bc")
SAMPLE = read_roster(data_folder() / "samples" / "class.csv").rows


def opened(**changes: Any) -> ComparePanel:
    """Open the panel as the notebook does, on a fixed day."""
    return ComparePanel(**{"opens_on": "R-014", "certifications": MOCK, "on": ON} | changes)


def outcomes(panel: ComparePanel) -> dict[str, str]:
    """Return the outcome of each certification that is shown."""
    return {one.certification_id: one.outcome for one in panel.answer.decisions}


def column(panel: ComparePanel, certification_id: str) -> Column:
    """Return what the panel says of one certification."""
    return next(one for one in panel.columns if one.certification_id == certification_id)


def test_it_opens_on_a_useful_answer() -> None:
    """Nobody should have to fill a form to see what this is."""
    panel = opened()

    assert panel.sentence == "The CCM and the ACM for nurses depend on one answer each."
    assert outcomes(panel) == {"ccm": "unknown", "acm_rn": "unknown", "cmgt_bc": "not_met"}
    assert panel.fault is None


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.person_id)
def test_every_sample_gives_the_answer_of_decide(row: Any) -> None:
    """The panel has no opinion of its own: opening a profile changes nothing in it."""
    panel = opened(opens_on=row.person_id, certifications=None)

    assert panel.fault is None
    assert panel.profile.facts == row.profile.facts
    assert panel.answer == decide(row.profile, on=ON)


@pytest.mark.parametrize(
    ("change", "certification_id", "outcome"),
    [
        (lambda panel: setattr(panel.months_under_ccm, "value", "12"), "ccm", "met"),
        (lambda panel: setattr(panel.months_under_ccm, "value", "11"), "ccm", "not_met"),
        (lambda panel: setattr(panel.months, "value", "24"), "ccm", "met"),
        (lambda panel: setattr(panel.months, "value", "11"), "ccm", "not_met"),
        (lambda panel: setattr(panel.months, "value", "20 to 30"), "ccm", "unknown"),
        (lambda panel: setattr(panel.license, "value", ("NONE",)), "acm_rn", "not_met"),
        (lambda panel: setattr(panel.license, "value", ()), "acm_rn", "unknown"),
        (lambda panel: setattr(panel.license, "value", ("LPN",)), "cmgt_bc", "not_met"),
        (lambda panel: setattr(panel.degree, "value", ("NONE",)), "ccm", "unknown"),
    ],
)
def test_every_control_moves_the_answer(
    change: Callable[[ComparePanel], None], certification_id: str, outcome: str
) -> None:
    """Each of the four main answers reaches the rules, at and below the threshold."""
    panel = opened()
    before = panel.html
    change(panel)

    assert outcomes(panel)[certification_id] == outcome
    assert panel.html != before or outcome == "unknown"


def test_another_sample_fills_all_the_controls() -> None:
    """Nothing of the last person stays in a field."""
    panel = opened()
    panel.months_under_ccm.value = "12"
    panel.sample.value = "R-006"

    assert panel.license.value == ("PHARMACIST",)
    assert panel.degree.value == ("doctorate:health_human_services",)
    assert panel.months.value == "12 to 18"
    assert panel.months_under_ccm.value == ""


def test_several_degrees_stay_several() -> None:
    """The list has a line for what this person holds together."""
    panel = opened(opens_on="R-004")

    assert panel.degree.value == ("bachelor:social_work", "master:social_work")


def test_the_profiles_other_answers_stay() -> None:
    """The four controls are not the whole profile."""
    panel = opened()
    panel.months.value = "20"

    assert panel.profile.facts["is_self_employed"] is False
    assert "More answers: 9 of 13 given" in words_shown(panel.widget)


def test_the_columns_keep_the_order_of_the_certifications() -> None:
    """A column that jumps when a control moves cannot be followed."""
    panel = opened(certifications=["cmgt_bc", "ccm"])
    panel.certifications.buttons["acm_rn"].value = True

    assert [one.certification_id for one in panel.columns] == ["ccm", "acm_rn", "cmgt_bc"]


def test_all_certifications_are_compared_unless_some_are_named() -> None:
    """Without a choice nothing is hidden."""
    panel = ComparePanel(on=ON)

    assert panel.certifications.value == certification_ids()
    assert {len(one.needs) for one in panel.columns} == {4}


def test_with_none_chosen_it_says_what_to_do() -> None:
    """An empty place would look broken."""
    panel = opened()
    panel.certifications.value = ()

    assert panel.sentence == say("panel.compare.none_chosen")
    assert panel.html == ""
    assert panel.chart is None
    assert panel.show_all in visible(panel.widget)


def test_the_button_of_the_empty_answer_shows_all() -> None:
    """The way out of an empty place is in it."""
    panel = opened(certifications=[])
    panel.show_all.click()

    assert len(panel.columns) == len(certification_ids())
    assert panel.show_all not in visible(panel.widget)


def test_for_nobody_it_says_which_ways_lead_in() -> None:
    """Somebody who only asks what a certification wants is judged by nothing."""
    panel = opened()
    panel.sample.value = ""

    assert panel.sentence == say("panel.compare.nobody")
    assert {one.outcome for one in panel.columns} == {None}
    assert panel.chart is None
    shown = words_of(panel.html)
    assert "12 months, full time, under a CCM" in shown
    assert say("panel.compare.audience") in shown
    assert say("outcome.unknown") not in shown


def test_one_answer_is_enough_to_be_somebody() -> None:
    """As soon as something is known, it is said how near each one is."""
    panel = opened()
    panel.sample.value = ""
    panel.license.value = ("RN",)

    assert column(panel, "acm_rn").outcome == "unknown"


def test_what_is_not_needed_any_more_is_no_failure() -> None:
    """A cross beside the option that did it would say the opposite of the truth."""
    panel = opened()
    background = column(panel, "ccm").needs[0]

    assert background is not None
    assert [option.outcome for option in background.options] == [
        "met",
        "not_needed",
        "not_needed",
    ]


def test_a_need_that_does_not_arise_is_not_needed() -> None:
    """Nobody who is employed lacks the references of the self-employed."""
    references = column(opened(), "ccm").needs[-1]

    assert references is not None
    assert [option.outcome for option in references.options] == ["not_needed"]


def test_the_next_question_stands_where_an_answer_is_missing() -> None:
    """An unknown without a question would leave the counselor alone."""
    panel = opened()

    assert "supervised by someone who holds the CCM" in column(panel, "ccm").question
    assert column(panel, "cmgt_bc").question == ""


def test_what_is_missing_is_said_as_a_distance() -> None:
    """Not met is a distance, not a verdict."""
    missing = column(opened(), "cmgt_bc").missing

    assert missing[0] == "600 more hours of work in nursing case management"


def test_a_closed_door_is_not_followed_by_a_list() -> None:
    """Hours are idle for somebody who is not among those who may apply."""
    panel = opened(opens_on="R-009", certifications=["acm_rn"])

    assert column(panel, "acm_rn").unsettled == ()
    assert panel.chart is None


@pytest.mark.parametrize("text", ["18,5", "-3", "soon", "1600"])
def test_a_fault_stands_beside_its_field_and_the_rest_stays(text: str) -> None:
    """What does not need the field is still true."""
    panel = opened(opens_on="R-016")
    panel.months.value = text

    assert panel.months.error
    assert panel.months_under_ccm.error == ""
    assert panel.fault is None
    assert outcomes(panel)["cmgt_bc"] == "met"
    assert "cm_months" not in panel.profile.facts
    assert any("has to be corrected" in words for words in words_shown(panel.widget))


def test_a_part_over_its_whole_is_marked_at_the_part() -> None:
    """The message names the number that would be right."""
    panel = opened()
    panel.months_under_ccm.value = "20"

    assert panel.months_under_ccm.error == "More than the 16 months in all. Write 16 or less."
    assert panel.months.error == ""
    assert outcomes(panel)["ccm"] == "unknown"


def test_raising_the_whole_mends_the_part() -> None:
    """The error goes, whichever of the two numbers is put right."""
    panel = opened()
    panel.months_under_ccm.value = "20"
    panel.months.value = "22"

    assert panel.months_under_ccm.error == ""
    assert outcomes(panel)["ccm"] == "met"


def test_an_exception_in_a_callback_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jupyter drops it without a word; here it is in the page, in words, and kept."""
    panel = opened()

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "decide_profile", fail)
    panel.months.value = "17"

    assert isinstance(panel.fault, ZeroDivisionError)
    words = words_shown(panel.widget)
    assert say("panel.broken.title") in words
    assert any("ZeroDivisionError" in one for one in words)
    assert panel.html == ""
    assert say("outcome.met") not in words


def test_the_next_change_clears_the_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A panel is never stuck."""
    panel = opened()
    with monkeypatch.context() as patch:
        patch.setattr(module, "decide_profile", None)
        panel.months.value = "17"
    panel.months.value = "16"

    assert panel.fault is None
    words = words_shown(panel.widget)
    assert say("panel.broken.title") not in words
    assert say("outcome.met") in words


def test_what_casecert_refuses_is_shown_in_its_own_words() -> None:
    """A profile of a later day than the one asked about opens with the reason."""
    panel = ComparePanel(profile={"person_id": "T-1", "as_of": "2026-12-24"}, on=ON)

    assert isinstance(panel.fault, ProfileError)
    assert any("2026-12-24" in words for words in words_shown(panel.widget))


def test_two_panels_share_nothing() -> None:
    """Two clients in two tabs never see each other's answers."""
    one, other = opened(), opened()
    one.months_under_ccm.value = "12"
    one.certifications.value = ("ccm",)
    one.license.value = ("NONE",)

    assert other.months_under_ccm.value == ""
    assert other.certifications.value == MOCK
    assert other.license.value == ("RN",)
    assert outcomes(other)["ccm"] == "unknown"


def test_a_profile_of_ones_own_comes_first() -> None:
    """Two lines are enough in anyone's notebook."""
    panel = ComparePanel(profile={"license_codes": ["PHARMACIST"], "cm_months": 30}, on=ON)

    assert panel.license.value == ("PHARMACIST",)
    assert panel.months.value == "30"
    assert [label for label, _ in panel.sample.options][1] == say("panel.given_profile")


def test_the_days_of_a_profile_are_kept() -> None:
    """Totals of last year have aged, also after another answer was changed."""
    panel = opened(opens_on="R-027")
    panel.degree.value = ()

    assert panel.profile.as_of == date(2025, 11, 1)
    assert any("November 1, 2025" in words for words in words_shown(panel.widget))


def test_a_notebook_keeps_the_opening_answer_of_a_sample_only() -> None:
    """The sample class is nobody; what was typed since is somebody."""
    panel = opened()
    text = panel.text
    panel.months.value = "23"
    kept = panel._repr_mimebundle_()["text/plain"]

    assert kept == text
    assert kept.startswith("The CCM and the ACM for nurses depend on one answer each.")


@pytest.mark.parametrize("how", ["profile", "rows"])
def test_nothing_of_a_person_stays_in_a_notebook(how: str) -> None:
    """A saved notebook is passed on; a client's answers are not."""
    facts = {"person_id": "Ada-77", "license_codes": ["PHARMACIST"], "cm_months": 871}
    row = SAMPLE[0].__class__(2, "Ada-77", read_profile(facts))
    panel = ComparePanel(on=ON, **({"profile": facts} if how == "profile" else {"rows": [row]}))
    bundle = json.dumps(panel._repr_mimebundle_()) + repr(panel)

    assert panel.months.value == "871"
    for secret in ("871", "Ada", "harmacist", "PHARMACIST"):
        assert secret not in bundle


def test_markup_in_a_name_stays_text() -> None:
    """A profile may come from anywhere."""
    name = "<img src=x onerror=alert(1)>{{ 7*7 }}"
    panel = ComparePanel(profile={"person_id": name, "cm_months": 3}, on=ON)

    assert "<img" not in html_shown(panel.widget)
    assert name in words_shown(panel.widget)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"opens_on": "R-999"}, "No person is called 'R-999'"),
        ({"certifications": ["cccm"]}, "No certification is called 'cccm'"),
        ({"profile": {"licence_codes": ["RN"]}, "opens_on": None}, "license_codes"),
        ({"on": "2026-13-01"}, "2026-13-01"),
        ({"edition": "mine"}, "No edition is called 'mine'"),
    ],
)
def test_what_cannot_be_opened_says_why(arguments: dict[str, Any], message: str) -> None:
    """Whoever writes the two lines reads what to write instead."""
    with pytest.raises(CasecertError, match=message):
        opened(**arguments)
