"""The compare panel from Python: each control, each state, each error, nobody's secrets."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from support.shown import html_shown, visible, words_of, words_shown

from casecert_data import decide
from casecert_data.catalog import say
from casecert_data.eligibility import certification_ids, question_of, read_rule
from casecert_data.errors import CasecertError, ProfileError
from casecert_data.panels import ComparePanel
from casecert_data.panels import _compare_panel as module
from casecert_data.panels._compare_view import Column
from casecert_data.profiles import EDITIONS, read_profile
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

    assert panel.sentence == "The ACM for nurses and the CCM depend on one answer each."
    assert outcomes(panel) == {"ccm": "unknown", "acm_rn": "unknown", "cmgt_bc": "not_met"}
    assert panel.fault is None


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.person_id)
def test_every_sample_gives_the_answer_of_decide(row: Any) -> None:
    """The panel has no opinion of its own: opening a profile changes nothing in it."""
    panel = opened(opens_on=row.person_id, certifications=None)
    chosen = panel.certifications.value

    assert panel.fault is None
    assert panel.profile.facts == row.profile.facts
    assert panel.answer == decide(row.profile, on=ON, certifications=chosen)


@pytest.mark.parametrize(
    ("change", "certification_id", "outcome"),
    [
        (
            lambda panel: setattr(panel.field("cm_months_under_ccm"), "value", "12"),
            "ccm",
            "met",
        ),
        (
            lambda panel: setattr(panel.field("cm_months_under_ccm"), "value", "11"),
            "ccm",
            "not_met",
        ),
        (lambda panel: setattr(panel.field("cm_months"), "value", "24"), "ccm", "met"),
        (lambda panel: setattr(panel.field("cm_months"), "value", "11"), "ccm", "not_met"),
        (
            lambda panel: setattr(panel.field("cm_months"), "value", "20 to 30"),
            "ccm",
            "unknown",
        ),
        (
            lambda panel: setattr(panel.field("license_codes"), "value", ("NONE",)),
            "acm_rn",
            "not_met",
        ),
        (lambda panel: setattr(panel.field("license_codes"), "value", ()), "acm_rn", "unknown"),
        (
            lambda panel: setattr(panel.field("license_codes"), "value", ("LPN",)),
            "cmgt_bc",
            "not_met",
        ),
        (lambda panel: setattr(panel.field("degrees"), "value", ("NONE",)), "ccm", "unknown"),
        (
            lambda p: setattr(p.field("health_system_cm_hours"), "value", "2080"),
            "acm_rn",
            "met",
        ),
        (
            lambda p: setattr(p.field("health_system_cm_hours"), "value", "2079"),
            "acm_rn",
            "not_met",
        ),
        (
            lambda p: setattr(p.field("has_supervisor_contact"), "value", False),
            "acm_rn",
            "not_met",
        ),
    ],
)
def test_every_control_moves_the_answer(
    change: Callable[[ComparePanel], None], certification_id: str, outcome: str
) -> None:
    """Each kind of field reaches the rules, at and below the threshold."""
    panel = opened()
    before = panel.html
    change(panel)

    assert outcomes(panel)[certification_id] == outcome
    assert panel.html != before or outcome == "unknown"


def test_another_sample_fills_all_the_controls() -> None:
    """Nothing of the last person stays in a field."""
    panel = opened()
    panel.field("cm_months_under_ccm").value = "12"
    panel.sample.value = "R-006"

    assert panel.field("license_codes").value == ("PHARMACIST",)
    assert panel.field("degrees").value == ("doctorate:health_human_services",)
    assert panel.field("cm_months").value == "12 to 18"
    assert panel.field("cm_months_under_ccm").value == ""


def test_several_degrees_stay_several() -> None:
    """The list has a line for what this person holds together."""
    panel = opened(opens_on="R-004")

    assert panel.field("degrees").value == ("bachelor:social_work", "master:social_work")


def test_answers_without_a_field_stay() -> None:
    """Whoever is compared for one certification keeps the answers to all the others."""
    panel = opened(certifications=["cmgt_bc"])
    panel.field("rn_years").value = "3"

    assert "is_self_employed" not in panel.form.shown
    assert panel.profile.facts["is_self_employed"] is False


def test_the_columns_stand_in_the_order_of_the_buttons() -> None:
    """What is offered first stands first, whichever button was pressed last."""
    panel = opened(certifications=["cmgt_bc", "ccm"])
    panel.certifications.buttons["acm_rn"].value = True

    assert panel.certifications.groups["first"] == ("acm_rn", "cmgt_bc", "ccm")
    assert [one.certification_id for one in panel.columns] == ["acm_rn", "cmgt_bc", "ccm"]


def test_with_none_chosen_it_says_what_to_do() -> None:
    """An empty place would look broken."""
    panel = opened()
    panel.certifications.value = ()

    assert panel.sentence == say("panel.compare.none_chosen")
    assert panel.html == ""
    assert panel.chart is None
    assert panel.show_first in visible(panel.widget)


def test_the_button_of_the_empty_answer_shows_the_first_ones() -> None:
    """The way out of an empty place is in it."""
    panel = opened(certifications=[])
    panel.show_first.click()

    assert panel.certifications.value == ("acm_rn", "cmgt_bc", "ccm")
    assert panel.show_first not in visible(panel.widget)


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
    panel.field("license_codes").value = ("RN",)

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
    panel.field("cm_months").value = text

    assert panel.field("cm_months").error
    assert panel.field("cm_months_under_ccm").error == ""
    assert panel.fault is None
    assert outcomes(panel)["cmgt_bc"] == "met"
    assert "cm_months" not in panel.profile.facts
    assert any("has to be corrected" in words for words in words_shown(panel.widget))


def test_a_part_over_its_whole_is_marked_at_the_part() -> None:
    """The message names the number that would be right."""
    panel = opened()
    panel.field("cm_months_under_ccm").value = "20"

    assert (
        panel.field("cm_months_under_ccm").error
        == "More than the 16 months in all. Write 16 or less."
    )
    assert panel.field("cm_months").error == ""
    assert outcomes(panel)["ccm"] == "unknown"


def test_raising_the_whole_mends_the_part() -> None:
    """The error goes, whichever of the two numbers is put right."""
    panel = opened()
    panel.field("cm_months_under_ccm").value = "20"
    panel.field("cm_months").value = "22"

    assert panel.field("cm_months_under_ccm").error == ""
    assert outcomes(panel)["ccm"] == "met"


def test_an_exception_in_a_callback_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jupyter drops it without a word; here it is in the page, in words, and kept."""
    panel = opened()

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "decide_profile", fail)
    panel.field("cm_months").value = "17"

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
        panel.field("cm_months").value = "17"
    panel.field("cm_months").value = "16"

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
    one.field("cm_months_under_ccm").value = "12"
    one.certifications.value = ("ccm",)
    one.field("license_codes").value = ("NONE",)

    assert other.field("cm_months_under_ccm").value == ""
    assert other.certifications.value == ("acm_rn", "cmgt_bc", "ccm")
    assert other.field("license_codes").value == ("RN",)
    assert outcomes(other)["ccm"] == "unknown"


def test_a_profile_of_ones_own_comes_first() -> None:
    """Two lines are enough in anyone's notebook."""
    panel = ComparePanel(profile={"license_codes": ["PHARMACIST"], "cm_months": 30}, on=ON)

    assert panel.field("license_codes").value == ("PHARMACIST",)
    assert panel.field("cm_months").value == "30"
    assert [label for label, _ in panel.sample.options][1] == say("panel.given_profile")


def test_the_days_of_a_profile_are_kept() -> None:
    """Totals of last year have aged, also after another answer was changed."""
    panel = opened(opens_on="R-027")
    panel.field("degrees").value = ()

    assert panel.profile.as_of == date(2025, 11, 1)
    assert any("November 1, 2025" in words for words in words_shown(panel.widget))


def test_a_notebook_keeps_the_opening_answer_of_a_sample_only() -> None:
    """The sample class is nobody; what was typed since is somebody."""
    panel = opened()
    text = panel.text
    panel.field("cm_months").value = "23"
    kept = panel._repr_mimebundle_()["text/plain"]

    assert kept == text
    assert kept.startswith("The ACM for nurses and the CCM depend on one answer each.")


@pytest.mark.parametrize("how", ["profile", "rows"])
def test_nothing_of_a_person_stays_in_a_notebook(how: str) -> None:
    """A saved notebook is passed on; a client's answers are not."""
    facts = {"person_id": "Ada-77", "license_codes": ["PHARMACIST"], "cm_months": 871}
    row = SAMPLE[0].__class__(2, "line 2", "Ada-77", read_profile(facts))
    panel = ComparePanel(on=ON, **({"profile": facts} if how == "profile" else {"rows": [row]}))
    # The key of the widget is drawn by lot, and may hold any digits.
    bundle = json.dumps(panel._repr_mimebundle_()).replace(panel.widget.model_id, "")
    bundle += repr(panel)

    assert panel.field("cm_months").value == "871"
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


def pressed(panel: ComparePanel) -> list[str]:
    """Return the certifications whose button is pressed."""
    return [one for one, button in panel.certifications.buttons.items() if button.value]


@pytest.mark.parametrize(
    ("person_id", "shown"),
    [
        ("R-014", ("acm_rn", "cmgt_bc", "ccm")),
        ("R-004", ("acm_sw", "c_swcm", "c_aswcm", "ccm")),
        ("R-006", ("hs_bcp", "ccm")),
        ("", ("ccm", "acm_rn", "acm_sw", "cmgt_bc")),
    ],
)
def test_who_it_is_for_decides_what_stands_side_by_side(
    person_id: str, shown: tuple[str, ...]
) -> None:
    """A nurse sees what is for nurses, a social worker what is for social workers."""
    panel = ComparePanel(opens_on="R-001", on=ON)
    panel.sample.value = person_id

    assert panel.certifications.value == shown
    assert tuple(one.certification_id for one in panel.columns) == shown


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.person_id)
def test_two_to_four_stand_side_by_side(row: Any) -> None:
    """One alone is no comparison, and five cannot be read."""
    assert 2 <= len(ComparePanel(opens_on=row.person_id, on=ON).columns) <= 4


def test_a_stated_license_brings_up_what_is_for_it() -> None:
    """Also for somebody who has no profile yet."""
    panel = ComparePanel(opens_on="R-001", on=ON)
    panel.sample.value = ""
    panel.field("license_codes").value = ("SW_CLINICAL",)

    assert panel.certifications.groups["first"][0] == "acm_sw"
    assert "acm_rn" not in panel.certifications.value


def test_a_number_moves_no_button() -> None:
    """What jumps while somebody types cannot be followed."""
    panel = ComparePanel(opens_on="R-014", on=ON)
    before = dict(panel.certifications.groups), panel.certifications.value
    panel.field("health_system_cm_hours").value = "4000"

    assert (dict(panel.certifications.groups), panel.certifications.value) == before


def test_what_was_chosen_by_hand_stays_for_the_next_person() -> None:
    """Nobody's choice is undone behind their back."""
    panel = ComparePanel(opens_on="R-014", on=ON)
    panel.certifications.buttons["cbis"].value = True
    panel.sample.value = "R-004"

    assert set(panel.certifications.value) == {"acm_rn", "cmgt_bc", "ccm", "cbis"}
    assert panel.certifications.others.is_open


def test_a_fifth_is_refused_and_nothing_is_replaced() -> None:
    """It says what to do, and what was there stays there."""
    panel = opened(certifications=["ccm", "acm_rn", "cmgt_bc", "cmc"])
    html = panel.html
    panel.certifications.buttons["cdms"].value = True

    assert "There is room for four. Take one away to add another." in words_shown(panel.widget)
    assert pressed(panel) == ["ccm", "acm_rn", "cmgt_bc", "cmc"]
    assert panel.html == html
    panel.certifications.buttons["cmc"].value = False
    assert "There is room for four. Take one away to add another." not in words_shown(
        panel.widget
    )


def test_every_certification_has_one_button_under_one_heading() -> None:
    """What is not offered first can still be chosen."""
    for row in SAMPLE:
        panel = ComparePanel(opens_on=row.person_id, on=ON)
        grouped = [one for group in panel.certifications.groups.values() for one in group]

        assert sorted(grouped) == sorted(certification_ids())


def test_the_headings_say_for_whom() -> None:
    """The groups are told in words, and each special field is named."""
    words = words_shown(ComparePanel(opens_on="R-014", on=ON).widget)

    assert "For this client\N{RIGHT SINGLE QUOTATION MARK}s background: nursing" in words
    assert "If they work in a special field" in words
    assert "CBIS: brain injury" in words


@pytest.mark.parametrize("certification_id", certification_ids())
def test_the_form_asks_for_all_that_a_rule_compares(certification_id: str) -> None:
    """An unknown without a field could not be settled here."""
    panel = opened(certifications=[certification_id])
    for edition in EDITIONS:
        rule = read_rule(certification_id, edition=edition)

        assert {one.fact for one in rule.criteria()} <= set(panel.form.shown)


def test_what_is_asked_next_has_a_field_that_is_open() -> None:
    """The question stands in the column; its answer is not hidden in a fold."""
    for row in SAMPLE:
        panel = ComparePanel(opens_on=row.person_id, on=ON)
        seen = set(visible(panel.form.widget))
        for decision in panel.answer.decisions:
            question = question_of(decision)
            if question is not None and panel.profile.facts:
                assert panel.field(question.fact).control in seen


def test_a_field_that_nothing_asks_for_is_not_there() -> None:
    """The form is no longer than what is compared needs."""
    panel = opened(certifications=["cmgt_bc"])

    assert "brain_injury_hours" not in panel.form.shown
    panel.certifications.buttons["cbis"].value = True
    assert "brain_injury_hours" in panel.form.shown


def test_what_was_stated_counts_also_where_its_field_is_gone() -> None:
    """Looking at another certification loses no answer."""
    panel = opened(certifications=["cbis"])
    panel.field("brain_injury_hours").value = "600"
    panel.certifications.value = ("ccm",)

    assert "brain_injury_hours" not in panel.form.shown
    assert "brain_injury_hours" in panel.profile.facts


def test_any_part_over_its_whole_is_marked() -> None:
    """Not only the months under a CCM are a part of something."""
    panel = opened(certifications=["cdms"])
    panel.field("disability_management_hours_last_60_months").value = "1000"
    panel.field("disability_management_hours_last_36_months").value = "1200"

    part = panel.field("disability_management_hours_last_36_months")
    assert part.error == "More than the 1,000 hours in all. Write 1000 or less."
    assert panel.fault is None


def test_why_it_is_offered_stands_under_its_name() -> None:
    """Who it is for is told with the certification, from its source."""
    panel = opened()
    offered = column(panel, "acm_rn").offered

    assert offered is not None
    assert offered.lines == ("Written for registered nurses in health care systems.",)
    assert offered.cited.source_ids == ("acma_info",)


def test_more_than_four_cannot_be_opened() -> None:
    """Whoever writes the line is told how many there is room for."""
    with pytest.raises(CasecertError, match="4 at the most"):
        opened(certifications=certification_ids()[:5])


def test_two_certifications_with_the_same_letters_are_told_apart() -> None:
    """Where a CCM stands, it is said that there is another one, and from which page."""
    panel = opened(certifications=["ccm", "acm_rn"])
    told = column(panel, "ccm").mixed_up

    assert told is not None
    assert told.lines[0].startswith(
        "Certified Corrections Manager, American Correctional Association."
    )
    assert "aca_certification" in panel.columns[1].source_ids
    assert column(panel, "acm_rn").mixed_up is None


def test_closed_programs_are_told_and_not_offered() -> None:
    """Whoever looks for the CCCTM learns what became of it, whoever is asked about."""
    panel = opened()
    words = " ".join(words_shown(panel.widget))

    assert "Certified in Care Coordination and Transition Management (CCCTM)" in words
    assert "the program went to the ANCC" in words
    assert not [
        one for one in panel.certifications.buttons.values() if "CCCTM" in one.description
    ]


def test_the_home_state_brings_up_what_is_known_there() -> None:
    """A nurse from Michigan reads that her license holds in Michigan; nobody else does."""
    panel = opened()
    assert "In Michigan" not in words_shown(panel.widget)
    panel.field("home_state").value = "MI"

    assert "In Michigan" in words_shown(panel.widget)
    assert panel.profile.home_state == "MI"
    assert outcomes(panel)["ccm"] == "unknown"
