"""Where no process can be copied: a kernel for each report, gone afterwards."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.report_folders import SHOW_PERSON, write_report

from casecert_data.profiles import read_profile
from casecert_data.reporting import Outcome, Person, read_report, report_job
from casecert_data.reporting._job import Job
from casecert_data.reporting.making._crew import Crew, can_fork
from casecert_data.reporting.making._limits import Limits

pytestmark = pytest.mark.slow

DAY = "2026-11-23"
PROBE = """
import json, sys
from ipykernel.connect import get_connection_info
from pathlib import Path
told = {
    "python": sys.executable,
    "transport": json.loads(get_connection_info())["transport"],
    "history": get_ipython().history_manager.enabled,
    "settings": str(get_ipython().ipython_dir),
    "debugger": "debugpy.server" in sys.modules,
}
Path("told.json").write_text(json.dumps(told))
"""
MISHAPS = """
import os, signal, time
months = current_person(person_ref).facts["cm_months"].low
if months == 1:
    os._exit(0)
if months == 2:
    os.kill(os.getppid(), signal.SIGKILL)
if months == 3:
    time.sleep(600)
"""


@dataclass(frozen=True)
class ByKernels:
    """Reports on four people, by two kernels at a time."""

    outcomes: Mapping[str, Outcome]
    """What came of each, by pseudonym."""
    notes: list[str]
    """What whoever asked was told."""
    told: dict[str, Any]
    """What the last report found around it."""
    left_behind: list[Path]
    """What lies among the temporary files afterwards."""


@pytest.fixture(scope="module")
def by_kernels(tmp_path_factory: pytest.TempPathFactory) -> ByKernels:
    """Make reports as on a platform that cannot fork."""
    folder = tmp_path_factory.mktemp("kernels")
    report = read_report(write_report(folder / "page", MISHAPS, PROBE, SHOW_PERSON))
    temporary = folder / "temporary"
    temporary.mkdir()
    people = {"p-ends": 1, "p-kills": 2, "p-hangs": 3, "p-good": 17}

    def job(person_id: str, months: int) -> Job:
        profile = read_profile({"person_id": person_id, "cm_months": months})
        made: Job = report_job(
            report,
            {},
            out=folder / "out",
            formats=["html"],
            day=DAY,
            person=Person.of(profile, assumptions={}, show_name=False),
        )
        return made

    (folder / "out").mkdir()
    jobs = [job(*person) for person in people.items()]
    notes: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(temporary))
        patch.setattr("casecert_data.reporting.making._crew.can_fork", lambda: False)
        limits = Limits(seconds=45)
        with Crew(jobs, size=2, out=folder / "out", limits=limits, note=notes.append) as crew:
            came = dict(crew.outcomes())
    return ByKernels(
        outcomes={person_id: came[at] for at, person_id in enumerate(people)},
        notes=notes,
        told=json.loads((folder / "page" / "told.json").read_text()),
        left_behind=list(temporary.iterdir()),
    )


def test_whoever_asked_is_told_once(by_kernels: ByKernels) -> None:
    """It takes longer, so that nobody wonders why."""
    assert len(by_kernels.notes) == 1
    assert "cannot copy a process" in by_kernels.notes[0]


def test_a_mishap_costs_its_own_report_alone(by_kernels: ByKernels) -> None:
    """An early end, a killed worker and an endless wait; the fourth is written."""
    told = {name: one.error for name, one in by_kernels.outcomes.items()}

    assert told == {
        "p-ends": "the process that ran the template ended before it was done",
        "p-kills": "the process that made the report ended before it was done",
        "p-hangs": "it was not done after 45 seconds, the time limit of a report",
        "p-good": None,
    }


def test_a_kernel_is_this_python_and_no_other(by_kernels: ByKernels) -> None:
    """A registered kernel may be broken, or belong to a Python that lacks casecert."""
    assert by_kernels.told["python"] == sys.executable


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such sockets")
def test_a_kernel_opens_no_port(by_kernels: ByKernels) -> None:
    """Others on the machine could listen at a port; these sockets lie in a private folder."""
    assert by_kernels.told["transport"] == "ipc"


def test_a_kernel_keeps_and_reads_nothing_of_the_users(by_kernels: ByKernels) -> None:
    """No history of what ran, and no start-up file that could change a handout."""
    assert by_kernels.told["history"] is False
    assert not Path(by_kernels.told["settings"]).exists()


def test_a_kernel_loads_no_debugger(by_kernels: ByKernels) -> None:
    """It would be compiled anew for each report, which takes 0.6 seconds."""
    assert by_kernels.told["debugger"] is False


def test_kernels_leave_nothing_behind(by_kernels: ByKernels) -> None:
    """Not even the one whose worker was killed while it held a person's facts."""
    assert by_kernels.left_behind == []


@pytest.mark.skipif(not can_fork(), reason="this platform starts kernels anyway")
def test_a_warmed_process_that_never_gets_ready_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that starts threads would make copies of it hang: kernels serve, and say so."""
    broken = "raise SystemExit('{path!r:.0}{descriptor:.0f}{rehearsing}')"
    monkeypatch.setattr("casecert_data.reporting.making._fork_maker._START", broken)
    report = read_report(write_report(tmp_path / "page", SHOW_PERSON))
    person = Person.of(read_profile({"person_id": "p-1"}), assumptions={}, show_name=False)
    out = tmp_path / "out"
    out.mkdir()
    job = report_job(report, {}, out=out, formats=["html"], day=DAY, person=person)
    notes: list[str] = []
    with Crew([job], size=1, out=out, limits=Limits(), note=notes.append) as crew:
        ((_, outcome),) = crew.outcomes()

    assert outcome.error is None
    assert len(notes) == 1
