"""The desk for one client from Python: each control, each state, each error, no secrets."""

import json
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from support.rulings import ruling
from support.shown import visible, words_of, words_shown

from casecert_data import decide
from casecert_data.catalog import fact, say
from casecert_data.credentials import told_in_full
from casecert_data.errors import CasecertError, ProfileError
from casecert_data.panels import ClientPanel
from casecert_data.panels import _client_panel as module
from casecert_data.panels import _handout_desk as desk
from casecert_data.panels._codes_field import CodesField
from casecert_data.panels._field import Field
from casecert_data.profiles import read_profile, write_profile
from casecert_data.reporting._files import WrittenFile
from casecert_data.reporting._job import Outcome
from casecert_data.rosters import read_roster
from casecert_data.shipped import data_folder

ON = "2026-11-23"
CLASS = data_folder() / "samples" / "class.csv"
SAMPLE = read_roster(CLASS).rows
BEST = {
    "license_codes": ("RN",),
    "degrees": ("bachelor:nursing",),
    "attests_good_character": True,
    "has_supervisor_contact": True,
    "cm_months": "24",
    "cm_months_under_ccm": "12",
    "health_system_cm_hours": "2080",
    "health_system_cm_months": "24",
    "client_references": "3",
    "rn_years": "2",
    "ncm_hours_last_36_months": "2000",
    "ncm_education_hours_last_36_months": "30",
}
"""Answers that are enough for each certification that a nurse is asked about."""


def opened(folder: Path | None = None, **changes: Any) -> ClientPanel:
    """Open the panel as the notebook does, on a fixed day."""
    return ClientPanel(**{"opens_on": "R-014", "on": ON, "folder": folder} | changes)


def outcomes(panel: ClientPanel) -> dict[str, str]:
    """Return the outcome of each certification that is told in full."""
    return {one.certification_id: one.outcome for one in panel.told}


def asked(panel: ClientPanel) -> str:
    """Return the fact that is asked for next; empty where none is."""
    return "" if panel.card.asked is None else panel.card.asked.fact


def reply(panel: ClientPanel, value: object) -> None:
    """Answer the question that is asked, as a person does."""
    assert panel.card.field is not None
    panel.card.field.value = value
    panel.card.use.click()


def said(panel: ClientPanel) -> str:
    """Join all the words that the panel shows."""
    return " ".join(words_shown(panel.widget))


def as_list(field: Field[Any] | None) -> CodesField:
    """Return a field as what it is: a list in which several can be ticked."""
    assert isinstance(field, CodesField)
    return field


def kind_of_fault(panel: ClientPanel) -> type[BaseException] | None:
    """Return what kind of exception the last change raised; None where it raised none."""
    return None if panel.fault is None else type(panel.fault)


def test_it_opens_on_a_useful_answer() -> None:
    """A sample, where it stands, and what to ask: no empty form."""
    panel = opened()

    assert panel.sentence == "The ACM for nurses and the CCM depend on one answer each."
    assert outcomes(panel) == {"acm_rn": "unknown", "ccm": "unknown", "cmgt_bc": "not_met"}
    assert asked(panel) == "health_system_cm_hours"
    assert panel.fault is None


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.person_id)
def test_every_sample_gives_the_answer_of_decide(row: Any) -> None:
    """The desk has no opinion of its own: opening a client changes nothing in them."""
    panel = opened(opens_on=row.person_id)
    full, _ = told_in_full(decide(row.profile, on=ON), row.profile.facts)

    assert panel.fault is None
    assert panel.profile == row.profile
    assert panel.answer == decide(row.profile, on=ON)
    assert panel.told == full


def test_what_is_told_in_full_says_why_and_what_is_missing() -> None:
    """The outcome in a word, the reason in a sentence, and the distance."""
    words = " ".join(words_of(opened().html))

    clause = fact("cm_months_under_ccm").client_clause

    assert f"One answer is missing: {clause}." in words
    assert "Still missing: 600 more hours of work in nursing case management" in words
    assert "Papers to have ready" in words


def test_the_others_are_told_in_a_few_lines_with_their_outcomes() -> None:
    """Ten more stand in two lines, by whom they are for."""
    words = said(opened())

    assert say("panel.client.others.field") in words
    assert "Not met: ACM for social workers" in words
    assert "(brain injury)" in words


def test_one_more_is_told_in_full_when_it_is_chosen() -> None:
    """And its questions come into the form."""
    panel = opened()
    panel.also.value = "cbis"

    assert list(outcomes(panel)) == ["acm_rn", "ccm", "cmgt_bc", "cbis"]
    assert set(panel.form.blocks) >= {"ccm", "cbis"}
    assert "(brain injury)" not in said(panel)


def test_what_is_known_of_the_home_state_is_shown() -> None:
    """And goes with the state."""
    panel = opened()
    panel.field("home_state").value = "MI"

    assert "In Michigan" in said(panel)
    panel.field("home_state").value = ""
    assert "In Michigan" not in said(panel)


def test_the_form_moves_the_answer() -> None:
    """As it does where certifications are compared."""
    panel = opened()
    panel.field("cm_months_under_ccm").value = "12"

    assert outcomes(panel)["ccm"] == "met"
    assert panel.sentence == (
        "The CCM looks within reach now. The ACM for nurses depends on one answer."
    )


def test_a_number_known_roughly_is_understood() -> None:
    """Between two numbers is an answer, too."""
    panel = opened()
    panel.field("cm_months_under_ccm").value = "10 to 14"

    assert outcomes(panel)["ccm"] == "unknown"
    assert panel.profile.to_json()["cm_months_under_ccm"] == {"at_least": 10, "at_most": 14}


@pytest.mark.parametrize("row", SAMPLE[:6], ids=lambda row: row.person_id)
def test_dont_know_is_a_choice_in_every_field(row: Any) -> None:
    """Whatever was stated can be taken back."""
    panel = opened(opens_on=row.person_id)
    names = panel.form.shown
    for name in names:
        panel.field(name).fill(None)

    assert not set(panel.profile.facts) & set(names)
    assert panel.profile.home_state is None


def test_a_number_typed_takes_no_field_away() -> None:
    """The form follows who somebody is, and stays where it is while they answer."""
    panel = opened()
    before = panel.form.shown
    panel.field("cm_months_under_ccm").value = "12"
    panel.field("health_system_cm_hours").value = "2080"

    assert panel.form.shown[: len(before)] == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("18,5", say("panel.fault.comma")),
        ("-3", say("panel.fault.negative")),
        ("soon", say("panel.fault.not_a_number")),
    ],
)
def test_a_fault_stands_beside_its_field_and_the_rest_stays(text: str, words: str) -> None:
    """It counts as unknown until it is put right, and the answer says so."""
    panel = opened()
    panel.field("cm_months").value = text

    assert panel.field("cm_months").error == words
    assert "has to be corrected" in said(panel)
    assert outcomes(panel)["cmgt_bc"] == "not_met"
    assert panel.fault is None


def test_the_edition_is_chosen() -> None:
    """By the article's words, sixteen months are enough."""
    panel = opened()
    panel.edition.value = "article"

    assert outcomes(panel)["acm_rn"] == "met"


def test_one_question_at_a_time_folds_the_form_away() -> None:
    """And brings it back with everything in it."""
    panel = opened()
    panel.way.value = "questions"

    assert panel.form.widget not in visible(panel.widget)
    assert panel.card.use in visible(panel.widget)
    panel.way.value = "form"
    assert panel.form.widget in visible(panel.widget)


def test_an_answer_to_the_question_settles_it_and_brings_the_next() -> None:
    """The answer stands in the form, too."""
    panel = opened()
    reply(panel, "2080")

    assert outcomes(panel)["acm_rn"] == "met"
    assert panel.field("health_system_cm_hours").value == "2080"
    assert asked(panel) == "cm_months_under_ccm"
    assert panel.card.words == fact("cm_months_under_ccm").question


def test_what_each_answer_would_mean_is_what_it_comes_to() -> None:
    """Months under a CCM, at most the sixteen in all: twelve are enough."""
    panel = opened()
    reply(panel, "2080")
    told = [(one.words, one.results[0].outcome) for one in panel.card.consequences]

    assert told == [("Fewer than 12 months", "not_met"), ("12 months or more", "met")]
    assert "12 months or more CCM: Met." in said(panel)


def test_question_by_question_until_an_outcome_is_settled() -> None:
    """From nothing known to within reach, with the question alone."""
    panel = opened(opens_on="R-014")
    panel.client.value = ""
    panel.way.value = "questions"
    names = []
    while asked(panel) and "met" not in outcomes(panel).values():
        names.append(asked(panel))
        reply(panel, BEST[names[-1]])

    assert names[0] == "license_codes"
    assert len(names) == len(set(names))
    assert "met" in outcomes(panel).values()
    assert panel.fault is None


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.person_id)
def test_the_questions_come_to_an_end(row: Any) -> None:
    """Whoever skips them all is told so, and can have them asked again."""
    panel = opened(opens_on=row.person_id)
    first, seen = asked(panel), []
    while asked(panel):
        seen.append(asked(panel))
        panel.card.skip.click()

    assert len(seen) == len(set(seen)) < 40
    assert (panel.card.again in visible(panel.widget)) is bool(seen)
    assert (say("panel.client.none_left") in said(panel)) is not bool(seen)
    if seen:
        panel.card.again.click()
        assert asked(panel) == first


def test_a_skipped_question_makes_room_for_another() -> None:
    """Not to know one thing is no reason to stop."""
    panel = opened()
    panel.card.skip.click()

    assert asked(panel) == "cm_months_under_ccm"
    assert panel.field("health_system_cm_hours").value == ""


def test_a_question_without_an_answer_is_not_used() -> None:
    """A blank would look like an answer; the way out is to skip."""
    panel = opened()
    panel.card.use.click()

    assert asked(panel) == "health_system_cm_hours"
    assert say("panel.client.no_answer") in said(panel)


def test_an_answer_that_comes_after_the_press_is_used() -> None:
    """A busy browser sends the press of the button before what was typed just before it."""
    panel = opened()
    panel.card.use.click()
    assert panel.card.field is not None
    panel.card.field.value = "2080"

    assert asked(panel) == "cm_months_under_ccm"
    assert say("panel.client.no_answer") not in said(panel)


def test_an_answer_that_cannot_be_read_is_said_beside_the_question() -> None:
    """And nothing is taken over."""
    panel = opened()
    reply(panel, "2,080")

    assert panel.card.field is not None
    assert panel.card.field.error == say("panel.fault.comma")
    assert "health_system_cm_hours" not in panel.profile.facts


def test_a_new_client_starts_with_the_first_question() -> None:
    """Nobody is judged before anything is known."""
    panel = opened()
    panel.client.value = ""

    assert panel.sentence == say("panel.client.nothing_known")
    assert {one.outcome for one in panel.columns} == {None}
    assert asked(panel) == "license_codes"
    assert say("outcome.not_met") not in words_of(panel.html)


def test_several_steps_are_undone_and_done_again() -> None:
    """In the opposite order; a step never takes back two."""
    panel = opened()
    sentences = [panel.sentence]
    for name, value in (("cm_months_under_ccm", "12"), ("health_system_cm_hours", "2080")):
        panel.field(name).value = value
        sentences.append(panel.sentence)
    for sentence in reversed(sentences[:-1]):
        panel.steps.undo.click()
        assert panel.sentence == sentence
    for sentence in sentences[1:]:
        panel.steps.redo.click()
        assert panel.sentence == sentence

    panel.steps.redo.click()
    assert panel.steps.said == say("panel.steps.nothing.redo")


def test_with_nothing_to_undo_it_says_so() -> None:
    """A button that does nothing without a word looks broken."""
    panel = opened()
    panel.steps.undo.click()

    assert panel.steps.said == say("panel.steps.nothing.undo")
    panel.steps.reset.click()
    assert panel.steps.said == say("panel.steps.nothing.reset")
    assert panel.fault is None


def test_a_slip_that_cannot_be_read_is_undone_in_one_step() -> None:
    """What stood there before is there again, and the error gone."""
    panel = opened()
    panel.field("cm_months").value = "18,5"
    panel.steps.undo.click()

    assert panel.field("cm_months").value == "16"
    assert panel.field("cm_months").error == ""
    panel.steps.redo.click()
    assert panel.field("cm_months").value == "18,5"


def test_starting_over_is_a_step_that_can_be_undone() -> None:
    """All answers at once are too much to lose by a slip."""
    panel = opened()
    panel.field("cm_months_under_ccm").value = "12"
    panel.card.skip.click()
    panel.steps.reset.click()

    assert panel.profile == read_roster(CLASS).rows[13].profile
    assert asked(panel) == "health_system_cm_hours"
    panel.steps.undo.click()
    assert panel.field("cm_months_under_ccm").value == "12"


def test_a_client_chosen_by_mistake_does_not_lose_the_last_one() -> None:
    """One step back, and the typed answers are there again."""
    panel = opened()
    panel.field("cm_months_under_ccm").value = "12"
    panel.client.value = "R-001"
    panel.steps.undo.click()

    assert panel.client.value == "R-014"
    assert panel.field("cm_months_under_ccm").value == "12"
    assert panel.save.name.value == "R-014"


def test_the_next_client_never_sees_the_last_one() -> None:
    """Once something is done for the next, the answers of the last are gone for good."""
    panel = opened()
    panel.field("cm_months_under_ccm").value = "12"
    panel.client.value = "R-001"
    panel.field("cm_months").value = "30"
    for _ in range(9):
        panel.steps.undo.click()

    assert panel.client.value == "R-001"
    assert panel.field("cm_months").value == "24"


def test_another_client_leaves_nothing_behind() -> None:
    """Fields, what was being recorded, and the file's name are the next one's."""
    panel = opened(opens_on="R-020")
    panel.rulings.by.value = "Help desk"
    panel.card.skip.click()
    panel.client.value = "R-006"

    assert panel.rulings.by.value == ""
    assert panel.save.line.value == "R-006.toml"
    assert panel.profile == next(row.profile for row in SAMPLE if row.person_id == "R-006")


def test_a_saved_client_is_opened_again(tmp_path: Path) -> None:
    """The file holds what was known, the day, and what the client is called."""
    panel = opened(tmp_path)
    panel.field("cm_months_under_ccm").value = "12"
    panel.save.name.value = "A 7"
    panel.save.save.click()
    written = read_profile(tmp_path / "A-7.toml")

    assert panel.save.path == tmp_path / "A-7.toml"
    assert say("panel.client.saved", path=tmp_path / "A-7.toml") in said(panel)
    assert written.facts == panel.profile.facts
    assert (written.person_id, str(written.as_of)) == ("A 7", ON)

    again = opened(tmp_path)
    assert "A-7.toml" in again.files.line.control.options
    again.files.line.value = "A-7.toml"
    again.files.open.click()
    assert again.profile == written
    assert again.save.line.value == str(tmp_path / "A-7.toml")
    assert outcomes(again)["ccm"] == "met"


def test_two_licenses_ticked_are_saved_and_opened_again(tmp_path: Path) -> None:
    """A nurse who is a social worker as well stays both."""
    panel = opened(tmp_path)
    as_list(panel.field("license_codes")).boxes["SW_CLINICAL"].value = True
    panel.save.save.click()
    again = opened(tmp_path, profile=tmp_path / "R-014.toml", opens_on=None)

    assert panel.field("license_codes").value == ("RN", "SW_CLINICAL")
    assert (
        as_list(again.field("license_codes")).words
        == "Registered nurse and clinical social worker"
    )
    assert set(outcomes(again)) >= {"acm_rn", "acm_sw"}


def test_a_question_on_licenses_takes_several(tmp_path: Path) -> None:
    """Its list is open, and nothing is taken over before the answer is used."""
    panel = opened(tmp_path, opens_on=None)
    panel.client.value = ""
    field = as_list(panel.card.field)
    for code in ("RN", "SW_CLINICAL"):
        field.boxes[code].value = True
    before = panel.profile.facts.get("license_codes")
    panel.card.use.click()

    assert field.more.is_open
    assert before is None
    assert panel.profile.facts["license_codes"] == ("RN", "SW_CLINICAL")


def test_what_is_changed_after_saving_is_said(tmp_path: Path) -> None:
    """Nobody should believe that the file holds it."""
    panel = opened(tmp_path)
    panel.save.save.click()
    panel.field("cm_months").value = "20"

    assert panel.save.path is None
    assert say("panel.client.changed", path=tmp_path / "R-014.toml") in said(panel)


def test_saving_again_replaces_the_own_file_only(tmp_path: Path) -> None:
    """Another client's file, and one that casecert did not write, stay as they are."""
    panel = opened(tmp_path)
    panel.save.save.click()
    panel.field("cm_months").value = "20"
    panel.save.save.click()
    assert read_profile(tmp_path / "R-014.toml").facts == panel.profile.facts

    (tmp_path / "mine.toml").write_text("cm_months = 3\n", "utf-8")
    for name in ("mine.toml", "R-001.toml"):
        write_profile({"person_id": "R-001"}, tmp_path / "R-001.toml", overwrite=True)
        before = (tmp_path / name).read_text("utf-8")
        panel.save.line.value = name
        panel.save.save.click()
        assert panel.save.line.error == say("panel.client.other_there")
        assert (tmp_path / name).read_text("utf-8") == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Write the name of a file"),
        ("client.docx", "expected a name that ends with .toml"),
        ("no/such/folder/client.toml", "expected a place that can be written to"),
    ],
)
def test_a_place_that_cannot_be_written_is_said_beside_it(
    name: str, words: str, tmp_path: Path
) -> None:
    """In words, and with the name as it was typed."""
    panel = opened(tmp_path)
    panel.save.line.value = name
    panel.save.save.click()

    assert words in panel.save.line.error
    assert str(tmp_path) not in panel.save.line.error
    assert list(tmp_path.iterdir()) == []
    assert panel.fault is None


def test_a_field_to_correct_is_not_in_the_file(tmp_path: Path) -> None:
    """And it is said so when the file is written."""
    panel = opened(tmp_path)
    panel.field("cm_months").value = "18,5"
    panel.save.save.click()

    assert say("panel.client.left_out", count=1) in said(panel)
    assert "cm_months" not in read_profile(tmp_path / "R-014.toml").facts


def test_a_roster_is_opened_and_a_row_chosen(tmp_path: Path) -> None:
    """Its rows stand in the list instead of the samples."""
    roster = tmp_path / "mine.csv"
    roster.write_text(
        "person_id,license_codes,cm_months\nM-1,RN;SW_CLINICAL,12\nM-2,LPN,\n", "utf-8"
    )
    panel = opened(tmp_path)
    panel.files.line.value = "mine.csv"
    panel.files.open.click()

    assert [key for _, key in panel.client.options] == ["", "M-1", "M-2"]
    assert panel.profile.person_id == "M-1"
    assert panel.field("license_codes").value == ("RN", "SW_CLINICAL")
    panel.client.value = "M-2"
    assert panel.field("license_codes").value == ("LPN",)
    assert panel.field("cm_months").value == ""


def test_a_profile_in_json_is_opened_and_saved_as_toml(tmp_path: Path) -> None:
    """What somebody else's program wrote is read, too."""
    (tmp_path / "b.json").write_text(json.dumps({"person_id": "B-1", "rn_years": 3}), "utf-8")
    panel = opened(tmp_path)
    panel.files.line.value = "b.json"
    panel.files.open.click()

    assert panel.profile.person_id == "B-1"
    assert panel.save.line.value == "B-1.toml"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("", None, "Write the name of a file"),
        ("gone.toml", None, "gone.toml: expected a file, found nothing there"),
        ("notes.txt", "hello", "expected a column 'person_id'"),
        ("notes.odt", "hello", "found a name with another ending"),
        ("bad.toml", "cm_month = 3", "Did you mean 'cm_months'?"),
        ("bad.json", "{", "bad.json"),
        ("bad.csv", "person_id,cm_months\nM-1,soon\n", "line 2, column 'cm_months'"),
    ],
)
def test_a_file_that_cannot_be_opened_is_said_beside_its_name(
    name: str, content: str | None, words: str, tmp_path: Path
) -> None:
    """And the client who is open stays open."""
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    panel = opened(tmp_path)
    panel.files.line.value = name
    panel.files.open.click()

    assert words in panel.files.line.error
    assert str(tmp_path) not in panel.files.line.error
    assert panel.profile.person_id == "R-014"
    assert panel.fault is None


def test_answers_of_an_earlier_day_are_said_to_be(tmp_path: Path) -> None:
    """They hold again as soon as somebody says so."""
    write_profile({"as_of": "2025-11-23", "cm_months": 10}, tmp_path / "old.toml")
    panel = opened(profile=tmp_path / "old.toml", opens_on=None)

    assert "These answers are from November 23, 2025." in said(panel)
    panel.still_true.click()
    assert "These answers are from" not in said(panel)
    assert panel.still_true not in visible(panel.widget)
    assert str(panel.profile.as_of) == ON


def test_what_only_the_issuer_can_say_is_recorded_and_taken_out(tmp_path: Path) -> None:
    """It settles the requirement, is shown as such, and stays with the client."""
    panel = opened(tmp_path, opens_on="R-020")
    assert [one[:2] for one in panel.rulings.points][:2] == [
        ("acm_rn", "license"),
        ("cmgt_bc", "license"),
    ]
    panel.rulings.outcome.value = "met"
    panel.rulings.by.value = "ACMA, by e-mail"
    panel.rulings.day.value = "2026-11-03"
    panel.rulings.about.value = "Ask again in May"
    panel.rulings.record.click()

    assert outcomes(panel)["acm_rn"] == "met"
    assert "The issuer said on November 3, 2026 (ACMA, by e-mail)" in said(panel)
    assert "Ask again in May" not in said(panel)
    panel.save.save.click()
    (kept,) = read_profile(tmp_path / "R-020.toml").rulings
    assert (kept.certification_id, kept.outcome, kept.note) == (
        "acm_rn",
        "met",
        "Ask again in May",
    )

    panel.rulings.removers[0].click()
    assert outcomes(panel)["acm_rn"] == "unknown"
    panel.steps.undo.click()
    assert outcomes(panel)["acm_rn"] == "met"


def test_an_issuers_answer_needs_all_its_parts() -> None:
    """What was said, who said it, and a day that has been."""
    panel = opened(opens_on="R-020")
    panel.rulings.day.value = "2026-12-24"
    panel.rulings.record.click()

    assert panel.rulings.by.error == say("panel.ruling.no_by")
    assert panel.rulings.day.error == say("panel.ruling.later", date="November 23, 2026")
    panel.rulings.more.is_open = True
    assert say("panel.ruling.no_outcome") in said(panel)
    assert panel.profile.rulings == ()
    panel.rulings.day.value = "soon"
    panel.rulings.record.click()
    assert panel.rulings.day.error == say("panel.ruling.no_day")


def test_an_issuers_answer_against_the_facts_is_said_and_can_be_mended() -> None:
    """The place to take it out stays, though the answer cannot be shown."""
    refused = ruling("acm_rn", "license", "not_met")
    panel = opened(profile={"license_codes": ["APRN"], "rulings": [refused]}, opens_on=None)
    panel.field("license_codes").value = ("RN",)

    assert kind_of_fault(panel) is ProfileError
    assert panel.html == ""
    assert panel.rulings.removers[0] in visible(panel.widget)
    panel.rulings.removers[0].click()
    assert panel.fault is None
    assert panel.profile.facts["license_codes"] == ("RN",)


def test_a_change_that_cannot_be_decided_is_undone_in_one_step() -> None:
    """Undo leads out of every error."""
    refused = ruling("acm_rn", "license", "not_met")
    panel = opened(profile={"license_codes": ["APRN"], "rulings": [refused]}, opens_on=None)
    panel.field("license_codes").value = ("RN",)
    panel.steps.undo.click()

    assert panel.fault is None
    assert panel.field("license_codes").value == ("APRN",)


def test_in_the_articles_words_an_issuers_answer_is_left_out_and_said_to_be() -> None:
    """Somebody who recorded it would miss it."""
    yes = ruling("ccm", "license", "met")
    panel = opened(
        profile={"license_codes": ["OTHER"], "rulings": [yes]},
        opens_on=None,
        edition="article",
    )

    assert "what the issuer said is left out here" in said(panel)


def test_without_anything_for_the_issuer_there_is_no_place_for_its_answer() -> None:
    """What is not needed is not shown."""
    panel = opened(opens_on="R-001")

    assert panel.rulings.points == ()
    assert panel.rulings.widget not in visible(panel.widget)


def test_the_handout_is_made_by_the_report_with_the_facts_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never as a parameter."""
    jobs: list[Any] = []

    def run(job: Any) -> Any:
        jobs.append(job)
        return Outcome(None, (WrittenFile(tmp_path / "person-R-014.html", "0", 1),))

    monkeypatch.setattr(desk, "run_report", run)
    panel = opened(tmp_path)
    panel.field("cm_months_under_ccm").value = "12"
    panel.handout.make.click()
    panel.handout.wait()

    assert jobs[0].values == {"person_ref": "R-014", "edition": "issuer", "on": ON}
    assert jobs[0].person.profile["cm_months_under_ccm"] == 12
    assert jobs[0].out == tmp_path / "handouts"
    assert str(tmp_path / "person-R-014.html") in said(panel)


@pytest.mark.slow
def test_a_real_handout_says_what_the_screen_says(tmp_path: Path) -> None:
    """By papermill, as on the command line: HTML and PDF, in the counselor's folder."""
    panel = opened(tmp_path)
    panel.field("cm_months_under_ccm").value = "12"
    panel.handout.make.click()
    panel.handout.wait()

    assert [one.name for one in panel.handout.files] == [
        "person-R-014.html",
        "person-R-014.pdf",
    ]
    page = " ".join(words_of(panel.handout.files[0].read_text("utf-8")))
    assert "appears to meet the published requirements as of November 23, 2026" in page


def test_an_exception_in_a_callback_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jupyter drops it without a word; here it is in the page, in words, and kept."""
    panel = opened()
    with monkeypatch.context() as patch:
        patch.setattr(module, "decide_profile", None)
        panel.field("cm_months").value = "17"
        assert kind_of_fault(panel) is TypeError
        assert say("panel.broken.title") in said(panel)
        assert panel.html == ""

    panel.field("cm_months").value = "16"
    assert panel.fault is None
    assert say("panel.broken.title") not in said(panel)


@pytest.mark.parametrize(
    "press",
    [
        lambda panel: panel.files.open,
        lambda panel: panel.save.save,
        lambda panel: panel.handout.make,
        lambda panel: panel.rulings.record,
        lambda panel: panel.card.use,
        lambda panel: panel.steps.undo,
    ],
)
def test_an_exception_behind_any_button_is_shown(
    press: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the answer, which it does not touch, stays."""
    panel = opened(opens_on="R-018")
    html = panel.html

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    for name in ("_open", "_save", "_make", "_record", "_use"):
        for one in (panel.files, panel.save, panel.handout, panel.rulings, panel.card):
            if hasattr(one, name):
                monkeypatch.setattr(type(one), name, fail)
    monkeypatch.setattr(panel.steps, "_say", fail)
    press(panel).click()

    assert isinstance(panel.fault, ZeroDivisionError)
    assert say("panel.broken.title") in said(panel)
    assert panel.html == html


def test_what_a_notebook_keeps_says_nothing_of_a_client() -> None:
    """The opening answer of the sample is nobody's; a client's is not kept at all."""
    sample = opened()
    kept = sample.text
    sample.field("cm_months").value = "871"
    sample.save.name.value = "Ann Quixwell"

    assert sample.text == kept
    bundle = json.dumps(sample._repr_mimebundle_()["text/plain"])
    assert "871" not in bundle
    assert "Quixwell" not in bundle
    own = opened(profile={"person_id": "Ann", "cm_months": 871}, opens_on=None)
    assert own.text == say("panel.not_saved")
    rows = opened(rows=SAMPLE)
    assert rows.text == say("panel.not_saved")


def test_the_opening_answer_is_told_without_a_day() -> None:
    """So that it stays true in a saved notebook."""
    assert opened().text == opened(on="2026-12-01").text
    assert "Ask next: How many hours" in opened().text


def test_two_panels_share_nothing(tmp_path: Path) -> None:
    """Two clients in two tabs never see each other's answers."""
    one, other = opened(tmp_path), opened(tmp_path)
    one.field("cm_months_under_ccm").value = "12"
    one.save.name.value = "Ann"
    one.card.skip.click()

    assert other.field("cm_months_under_ccm").value == ""
    assert other.save.name.value == "R-014"
    assert asked(other) == "health_system_cm_hours"


@pytest.mark.parametrize(
    "arguments",
    [
        {"opens_on": "nobody"},
        {"edition": "other"},
        {"on": "soon"},
        {"profile": "no-such-file.toml", "opens_on": None},
    ],
)
def test_what_cannot_be_opened_says_why(arguments: dict[str, Any]) -> None:
    """At once, where it is called."""
    with pytest.raises(CasecertError, match=r"expected|called|Did you mean"):
        opened(**arguments)


def test_every_control_has_a_label() -> None:
    """What is only recognized by its place is not recognized by everybody."""
    panel = opened(opens_on="R-020")
    controls = [one for one in visible(panel.widget) if hasattr(one, "description")]

    assert [
        one
        for one in controls
        if not one.description
        and hasattr(one, "value")
        and not isinstance(one, ipywidgets.HTML | ipywidgets.Label)
    ] == []
