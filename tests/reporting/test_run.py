"""One report run by papermill: what comes out, and what does not."""

import json
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from support.report_folders import (
    ABOUT_CERTIFICATION,
    CERTIFICATION_PARAMETERS,
    SHOW_PERSON,
    write_report,
)

from casecert_data.errors import ReportError
from casecert_data.profiles import read_profile
from casecert_data.reporting import Outcome, Person, read_report, report_job, run_report
from casecert_data.reporting._person_ref import PERSON_FILE_VARIABLE
from casecert_data.reporting.making._crew import can_fork

pytestmark = pytest.mark.slow

DAY = "2026-11-23"
NAME = "Ann Quixwell"
PROFILE = read_profile({"person_id": "p-001", "display_name": NAME, "cm_months": 17})

PROBE = """
import json, os, sys, threading, time
from pathlib import Path
tasks = Path("/proc/self/task")
told = {
    "python": sys.executable,
    "kernel": "ipykernel" in sys.modules,
    "history": get_ipython().history_manager.enabled,
    "settings": str(get_ipython().ipython_dir),
    "folders": [str(one) for one in _dh] + [get_ipython().starting_dir],
    "ran": [one.splitlines()[0] for one in In if one],
    "threads": len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count(),
    "person": "CASECERT_PERSON_FILE" in os.environ,
    "zone": time.tzname[0],
    "hashes": os.environ["PYTHONHASHSEED"],
    "certification_id": certification_id,
    "with_sources": with_sources,
}
Path("told.json").write_text(json.dumps(told))
show(certification_id)
"""


@pytest.fixture(scope="module")
def temporary_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the runs of this module a folder for temporary files that can be looked into."""
    folder = tmp_path_factory.mktemp("temporary")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(folder))
        yield folder


@pytest.fixture(scope="module")
def page_of_person(tmp_path_factory: pytest.TempPathFactory, temporary_files: Path) -> Outcome:
    """Run a page about a person in all formats, from a folder whose name has braces."""
    folder = tmp_path_factory.mktemp("person")
    report = read_report(write_report(folder / "pa{g}e", SHOW_PERSON))
    job = report_job(
        report,
        {},
        out=folder / "out",
        formats=("html", "pdf", "ipynb"),
        day=DAY,
        person=Person.of(PROFILE, assumptions={}, show_name=False),
    )
    assert temporary_files.is_dir()
    return run_report(job)


@pytest.fixture(scope="module")
def told_by_template(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Run a page that notes what it runs in, beside a registered kernel that is broken."""
    folder = tmp_path_factory.mktemp("certification")
    registered = folder / "jupyter" / "kernels" / "python3"
    registered.mkdir(parents=True)
    broken = {"argv": ["false"], "display_name": "Python 3", "language": "python"}
    (registered / "kernel.json").write_text(json.dumps(broken))
    report = read_report(
        write_report(
            folder / "page",
            PROBE,
            toml=ABOUT_CERTIFICATION,
            parameters=CERTIFICATION_PARAMETERS,
        )
    )
    given = {"certification_id": "acm_rn", "with_sources": "no"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(folder / "jupyter"))
        patch.setenv(PERSON_FILE_VARIABLE, "another run's")
        job = report_job(report, given, out=folder / "out", formats=["html"], day=DAY)
        outcome = run_report(job)
    assert outcome.error is None
    told: dict[str, object] = json.loads((folder / "page" / "told.json").read_text())
    return told


def test_a_report_is_written_in_each_format(page_of_person: Outcome) -> None:
    """Under the report's name and the person's pseudonym, with braces taken out."""
    assert page_of_person.error is None
    assert [file.path.name for file in page_of_person.files] == [
        f"pa-g-e~8796e4191353-p-001.{ending}" for ending in ("html", "pdf", "ipynb")
    ]


def test_a_report_shows_what_its_template_put_out(page_of_person: Outcome) -> None:
    """The profile came through to the page, and so did the day asked about."""
    text = page_of_person.files[0].path.read_text("utf-8")

    assert "p-001" in text
    assert DAY in text
    assert "Fraction(17, 1)" in text


def test_a_report_is_its_owners_alone(page_of_person: Outcome) -> None:
    """Files and folder alike."""
    rights = {stat.S_IMODE(file.path.stat().st_mode) for file in page_of_person.files}

    assert rights == {0o600}
    assert stat.S_IMODE(page_of_person.files[0].path.parent.stat().st_mode) == 0o700


def test_a_name_that_nobody_asked_for_is_nowhere(page_of_person: Outcome) -> None:
    """Not in the page, not in the notebook, not in what a PDF says of itself."""
    html, pdf, notebook = (file.path for file in page_of_person.files)
    with pikepdf.open(pdf) as document:
        streams = [
            one.read_bytes() for one in document.objects if isinstance(one, pikepdf.Stream)
        ]

    assert b"Quixwell" not in html.read_bytes() + notebook.read_bytes() + b"".join(streams)


def test_a_handed_on_notebook_holds_the_pseudonym_and_no_path(page_of_person: Outcome) -> None:
    """Papermill notes its parameters, both paths and the clock in the notebook it runs."""
    text = page_of_person.files[2].path.read_text("utf-8")
    notebook = json.loads(text)

    assert 'person_ref = "p-001"' in "".join(notebook["cells"][2]["source"])
    assert "papermill" not in json.dumps(notebook["metadata"])
    assert str(page_of_person.files[2].path.parent.parent) not in text


def test_nothing_is_left_among_the_temporary_files(
    page_of_person: Outcome, temporary_files: Path
) -> None:
    """No person's facts, no kernel's sockets, no settings."""
    assert page_of_person.error is None
    assert list(temporary_files.iterdir()) == []


def test_parameters_reach_the_template_typed(told_by_template: dict[str, object]) -> None:
    """The word no is false in the template."""
    assert told_by_template["certification_id"] == "acm_rn"
    assert told_by_template["with_sources"] is False


def test_a_template_runs_in_this_python(told_by_template: dict[str, object]) -> None:
    """A registered kernel may be broken, or belong to a Python that lacks casecert."""
    assert told_by_template["python"] == sys.executable


@pytest.mark.skipif(not can_fork(), reason="this platform starts kernels")
def test_a_template_runs_without_a_kernel(told_by_template: dict[str, object]) -> None:
    """Its process is a copy, so no socket is opened that others could listen at."""
    assert told_by_template["kernel"] is False


@pytest.mark.skipif(not can_fork(), reason="this platform starts kernels")
def test_a_template_finds_no_other_thread(told_by_template: dict[str, object]) -> None:
    """A copy has one thread; a lock that another held when it was made would never open."""
    assert told_by_template["threads"] == 1


def test_nothing_of_the_users_is_kept_or_read(told_by_template: dict[str, object]) -> None:
    """No history of what ran, and no start-up file that could change a handout."""
    assert told_by_template["history"] is False
    assert told_by_template["settings"] == ""


@pytest.mark.skipif(not can_fork(), reason="a kernel is started for each report")
def test_a_shell_made_before_the_fork_is_as_new(told_by_template: dict[str, object]) -> None:
    """It stands in the template's folder, and only the template's cells have run in it."""
    assert {Path(one).name for one in told_by_template["folders"]} == {"page"}  # type: ignore[attr-defined]
    assert told_by_template["ran"] == [
        'certification_id = "ccm"',
        "# Parameters",
        "from casecert_data.reporting import current_person",
        "import json, os, sys, threading, time",
    ]


@pytest.mark.skipif(not can_fork(), reason="kernels have the user's time zone")
def test_time_and_order_are_the_same_everywhere(told_by_template: dict[str, object]) -> None:
    """The machine of another time zone makes the same handout."""
    assert told_by_template["zone"] == "UTC"
    assert told_by_template["hashes"] == "0"


def test_a_report_about_no_person_is_handed_none(told_by_template: dict[str, object]) -> None:
    """Also if the program that called casecert left one in the environment."""
    assert told_by_template["person"] is False


def test_a_report_about_a_person_needs_one(tmp_path: Path) -> None:
    """It is refused before anything is started."""
    report = read_report(write_report(tmp_path / "page", SHOW_PERSON))

    with pytest.raises(ReportError, match="expected a person, because it is about one"):
        report_job(report, {}, out=tmp_path / "out", formats=["html"], day=DAY)
