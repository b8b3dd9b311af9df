"""Making a page of what is shown: which pages, of whom, where they go, and what goes wrong."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.shown import visible, words_shown

from casecert_data.catalog import say
from casecert_data.panels import ComparePanel, EmployerSupportPanel, JobsPanel, StartPanel
from casecert_data.panels import _handout_desk as module
from casecert_data.panels._handout_desk import Handout, HandoutDesk
from casecert_data.reporting._files import WrittenFile
from casecert_data.reporting._job import Outcome
from casecert_data.reporting.model._institution import INSTITUTION_VARIABLE

ON = "2026-11-23"
CAREER = Handout("Becoming a case manager", "career", {})
JOB = Handout("One job type", "job-type", {"job_type_id": "hospital"})


def opened(folder: Path | None, *offered: Handout) -> HandoutDesk:
    """Return the desk, with what is offered."""
    desk = HandoutDesk(folder, lambda work: work(), lambda: offered, date.fromisoformat(ON))
    desk.follow()
    return desk


def said(desk: HandoutDesk) -> str:
    """Join what the desk says."""
    return " ".join(words_shown(desk.widget))


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """Take note of the reports instead of running them."""
    found: list[Any] = []

    def run(job: Any) -> Outcome:
        found.append(job)
        return Outcome(None, (WrittenFile(tmp_path / f"{job.stem}.html", "0", 1),))

    monkeypatch.setattr(module, "run_report", run)
    return found


def made(desk: HandoutDesk, label: str | None = None) -> None:
    """Choose a page and make it."""
    if label is not None:
        desk.what.label = label
    desk.make.click()
    desk.wait()


def test_a_handout_needs_a_folder(jobs: list[Any]) -> None:
    """Nothing is written where nobody said."""
    desk = opened(None, CAREER)
    desk.line.value = " "
    made(desk)

    assert desk.line.error == say("panel.handout.no_folder")
    assert jobs == []


def test_a_handout_says_who_hands_it_out(
    jobs: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever set up the computer named the institution once."""
    file = tmp_path / "college.toml"
    file.write_text("name = 'Lakeside College'", "utf-8")
    monkeypatch.setenv(INSTITUTION_VARIABLE, str(file))
    made(opened(tmp_path, CAREER))

    assert [one.institution.name for one in jobs] == ["Lakeside College"]


def test_a_fault_of_the_institution_is_not_one_of_the_folder(
    jobs: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is said under the button, and nothing is made."""
    monkeypatch.setenv(INSTITUTION_VARIABLE, str(tmp_path / "none.toml"))
    desk = opened(tmp_path, CAREER)
    made(desk)

    assert jobs == []
    assert desk.line.error == ""
    assert "none.toml: expected a file, found nothing there" in said(desk)


def test_a_handout_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "handouts").write_text("", "utf-8")
    desk = opened(tmp_path, CAREER)
    made(desk)

    assert "handouts" in desk.line.error
    assert desk.files == ()


def test_a_sign_of_life_stands_there_until_the_page_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a second click makes no second page."""
    seen: list[str] = []
    desk = opened(tmp_path, CAREER)

    def run(_: object) -> Outcome:
        seen.append(said(desk))
        desk.make.click()
        return Outcome(None, (WrittenFile(tmp_path / "career.html", "0", 1),))

    monkeypatch.setattr(module, "run_report", run)
    made(desk)

    assert len(seen) == 1
    assert say("panel.handout.making") in seen[0]
    assert str(tmp_path / "career.html") in said(desk)


@pytest.mark.parametrize("fault", [None, ZeroDivisionError()])
def test_a_report_that_stops_is_said_in_words(
    fault: Exception | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what nobody foresaw: a thread would drop it without a word."""

    def stop(_: object) -> Any:
        if fault is not None:
            raise fault
        return Outcome("cell 3 stopped")

    monkeypatch.setattr(module, "run_report", stop)
    desk = opened(tmp_path, CAREER)
    made(desk)

    assert ("cell 3 stopped" if fault is None else "ZeroDivisionError") in said(desk)
    assert say("panel.handout.making") not in said(desk)


def test_the_page_that_is_chosen_is_made(jobs: list[Any], tmp_path: Path) -> None:
    """Into the folder that is named, on the day of the screen."""
    desk = opened(tmp_path, CAREER, JOB)
    desk.line.value = "for students"
    made(desk, JOB.label)

    assert [(one.stem, one.values) for one in jobs] == [
        ("job-type-hospital", {"job_type_id": "hospital", "on": ON})
    ]
    assert jobs[0].out == tmp_path / "for students"
    assert jobs[0].formats == ("html", "pdf")


def test_one_page_needs_no_list() -> None:
    """The list comes with the second."""
    desks = [opened(None, JOB), opened(None, JOB, CAREER)]

    assert [one.what in visible(one.widget) for one in desks] == [False, True]


def test_where_there_is_nothing_to_make_a_page_of_it_is_said(jobs: list[Any]) -> None:
    """What to do stands there, too."""
    desk = opened(None)
    made(desk)

    assert say("panel.handout.nothing") in said(desk)
    assert jobs == []


@pytest.mark.parametrize(
    ("panel", "stem", "values"),
    [
        (StartPanel, "career", {}),
        (EmployerSupportPanel, "employer-support", {}),
        (
            lambda **given: JobsPanel("prison", **given),
            "job-type-prison",
            {"job_type_id": "prison"},
        ),
    ],
)
def test_a_panel_about_nobody_makes_its_page(
    panel: Callable[..., Any],
    stem: str,
    values: dict[str, str],
    jobs: list[Any],
    tmp_path: Path,
) -> None:
    """Of what is shown, without a word of a command."""
    opened_panel = panel(on=ON, folder=tmp_path)
    made(opened_panel.handout)

    assert [(one.stem, one.values, one.person) for one in jobs] == [
        (stem, {**values, "on": ON}, None)
    ]
    assert "casecert report" not in " ".join(words_shown(opened_panel.widget))


def test_the_page_follows_the_job_type(jobs: list[Any], tmp_path: Path) -> None:
    """And what was said of the last page goes."""
    panel = JobsPanel("prison", on=ON, folder=tmp_path)
    made(panel.handout)
    panel.job_type.value = "hospital"
    told = said(panel.handout)
    made(panel.handout)

    assert [one.values["job_type_id"] for one in jobs] == ["prison", "hospital"]
    assert say("panel.handout.made") not in told


def test_a_comparison_is_made_for_the_client_with_what_was_typed(
    jobs: list[Any], tmp_path: Path
) -> None:
    """The facts go beside the template, never as parameters."""
    panel = ComparePanel(
        opens_on="R-014", certifications=["ccm", "acm_rn"], on=ON, folder=tmp_path
    )
    panel.field("cm_months_under_ccm").value = "12"
    made(panel.handout)

    assert jobs[0].stem.startswith("comparison-")
    assert jobs[0].person.profile["cm_months_under_ccm"] == 12
    assert jobs[0].person.person_ref == "R-014"
    assert jobs[0].values == {
        "certification_ids": ",".join(panel.certifications.value).replace(",", ", "),
        "person_ref": "R-014",
        "edition": "issuer",
        "on": ON,
    }


def test_a_comparison_for_nobody_is_about_nobody(jobs: list[Any], tmp_path: Path) -> None:
    """A class gets the same page without outcomes; the words are those that are chosen."""
    panel = ComparePanel(opens_on="", certifications=["ccm", "acm_rn"], on=ON, folder=tmp_path)
    panel.edition.value = "article"
    made(panel.handout)

    assert jobs[0].person is None
    assert "person_ref" not in jobs[0].values
    assert jobs[0].values["edition"] == "article"


def test_one_of_the_compared_has_a_page_of_its_own(jobs: list[Any], tmp_path: Path) -> None:
    """It is about nobody; the pseudonym stays out of its name."""
    panel = ComparePanel(
        opens_on="R-014", certifications=["ccm", "acm_rn"], on=ON, folder=tmp_path
    )
    made(panel.handout, "One certification: CCM")

    assert (jobs[0].stem, jobs[0].person) == ("certification-ccm", None)


def test_with_one_certification_there_is_no_comparison(tmp_path: Path) -> None:
    """With none there is nothing to make a page of."""
    panel = ComparePanel(opens_on="R-014", certifications=["ccm"], on=ON, folder=tmp_path)
    alone = [label for label, _ in panel.handout.what.options]
    panel.certifications.value = []

    assert alone == ["One certification: CCM"]
    assert panel.handout.what.options == ()


def test_an_issuers_answer_goes_onto_the_page_and_the_screen(
    jobs: list[Any], tmp_path: Path
) -> None:
    """A profile that holds a ruling is compared with it."""
    ruling = {
        "certification_id": "ccm",
        "criterion_id": "good_character",
        "outcome": "met",
        "ruled_by": "help desk",
        "ruled_on": "2026-11-03",
    }
    profile = {"person_id": "T-1", "license_codes": ["RN"], "rulings": [ruling]}
    panel = ComparePanel(
        profile=profile, certifications=["ccm", "acm_rn"], on=ON, folder=tmp_path
    )
    made(panel.handout)

    assert [one.ruled_by for one in panel.profile.rulings] == ["help desk"]
    assert [one["ruled_by"] for one in jobs[0].person.profile["rulings"]] == ["help desk"]
