"""A report that takes too much, breaks off or starts programs of its own costs itself alone."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.opened import is_running, wait_until
from support.report_folders import SHOW_PERSON, write_report

from casecert_data.profiles import read_profile
from casecert_data.reporting import Limits, Outcome, Person, read_report, report_job
from casecert_data.reporting._job import Job
from casecert_data.reporting.making._crew import Crew, can_fork

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_fork(), reason="this platform starts kernels"),
]

DAY = "2026-11-23"
SECONDS = 12
"""The time limit; a report that is well takes a small part of one second."""

# Each person's months say what their report does; each process that it starts is noted.
MISHAPS = """
import ctypes, os, subprocess, sys, threading, time
from pathlib import Path
months = int(current_person(person_ref).facts["cm_months"].low)
def note(process_id):
    (Path("processes") / str(process_id)).touch()
note(os.getpid())
sleep = [sys.executable, "-c", "import time; time.sleep(600)"]
if months == 1:
    time.sleep(600)
if months == 2:
    held = bytearray(10**10)
if months == 3:
    ctypes.string_at(0)
if months == 4:
    os._exit(0)
if months == 5:
    note(subprocess.Popen(sleep).pid)
if months == 6:
    note(subprocess.Popen(sleep, start_new_session=True).pid)
if months == 7:
    get_ipython().system("sleep 600 & echo $! > pid.txt")
    note(Path("pid.txt").read_text().strip())
if months == 8:
    threading.Thread(target=time.sleep, args=(600,)).start()
if months == 9:
    while True:
        pass
if months == 10:
    Path("large").touch()
    os.truncate("large", 10**10)
if months == 11:
    os.abort()
if months == 12:
    for number in range(3, 64):
        try:
            os.write(number, b"all is well")
        except OSError:
            pass
    os._exit(0)
"""
TOO_LONG = f"it was not done after {SECONDS} seconds, the time limit of a report"
CELL = "cell 4 of the template stopped with "
ENDED = "the process that ran the template ended before it was done"
CAME: Mapping[str, tuple[int, str | None]] = {
    "sleeps": (1, TOO_LONG),
    "takes memory": (2, CELL + "MemoryError (it takes more memory than a report may take)"),
    "segfault": (3, "the process that made the report crashed (SIGSEGV)"),
    "ends as if all were well": (4, ENDED),
    "leaves a process": (5, None),
    "leaves one in a session of its own": (6, None),
    "leaves a command": (7, None),
    "leaves a thread": (8, None),
    "goes round and round": (9, TOO_LONG),
    "writes a large file": (10, CELL + "OSError"),
    "aborts": (11, "the process that made the report crashed (SIGABRT)"),
    "writes wherever it can": (12, ENDED),
    "is well": (17, None),
}


@dataclass(frozen=True)
class Mishaps:
    """Reports on all of these people, by two at a time."""

    outcomes: Mapping[str, Outcome]
    """What came of each."""
    processes: list[int]
    """Every process that made one or was started by one."""
    left: set[str]
    """What lies in the folder of the files."""


@pytest.fixture(scope="module")
def mishaps(tmp_path_factory: pytest.TempPathFactory) -> Mishaps:
    """Make the reports once."""
    folder = tmp_path_factory.mktemp("mishaps")
    report = read_report(write_report(folder / "page", MISHAPS, SHOW_PERSON))
    (folder / "page" / "processes").mkdir()
    (folder / "out").mkdir()

    def job(months: int) -> Job:
        profile = read_profile({"person_id": f"p-{months}", "cm_months": months})
        made: Job = report_job(
            report,
            {},
            out=folder / "out",
            formats=["html"],
            day=DAY,
            person=Person.of(profile, assumptions={}, show_name=False),
        )
        return made

    limits = Limits(seconds=SECONDS, memory_mb=512)
    jobs = [job(months) for months, _ in CAME.values()]
    with Crew(jobs, size=2, out=folder / "out", limits=limits) as crew:
        came = dict(crew.outcomes())
    return Mishaps(
        outcomes={name: came[at] for at, name in enumerate(CAME)},
        processes=[int(one.name) for one in (folder / "page" / "processes").iterdir()],
        left={path.name for path in (folder / "out").iterdir()},
    )


@pytest.mark.parametrize("name", CAME)
def test_a_report_is_told_why_it_failed(mishaps: Mishaps, name: str) -> None:
    """In plain words, and without a value of the person."""
    assert mishaps.outcomes[name].error == CAME[name][1]


def test_each_report_that_is_well_is_written_and_no_other(mishaps: Mishaps) -> None:
    """And nothing half-written stays."""
    well = {f"page-p-{months}.html" for months, error in CAME.values() if error is None}

    assert mishaps.left == well


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux finds what left its session")
def test_no_process_is_left(mishaps: Mishaps) -> None:
    """Neither a report's own nor what a cell has started, wherever that has gone."""
    assert len(mishaps.processes) > len(CAME)
    assert wait_until(lambda: not any(map(is_running, mishaps.processes)))


@pytest.fixture
def unlike_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Change what surrounds casecert: time zone, language, hashes, folder of settings."""
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("LANG", "tr_TR")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("PYTHONUTF8", raising=False)


SENSITIVE = """
import datetime, locale, os, time
told = (
    [*{f"word{at}" for at in range(9)}],
    datetime.datetime.fromtimestamp(0).isoformat(),
    time.strftime("%x %X", time.localtime(0)),
    open(__import__("json").__file__).encoding,
    os.environ.get("TZ"),
)
show("Page", *told)
"""


def page_made_in(folder: Path) -> bytes:
    """Make a page that shows what depends on its surroundings, as HTML, PDF and notebook."""
    report = read_report(write_report(folder / "page", SENSITIVE))
    person = Person.of(read_profile({"person_id": "p-1"}), assumptions={}, show_name=False)
    job = report_job(
        report,
        {},
        out=folder / "out",
        formats=["html", "pdf", "ipynb"],
        day=DAY,
        person=person,
    )
    (folder / "out").mkdir()
    with Crew([job], size=1, out=folder / "out", limits=Limits()) as crew:
        ((_, outcome),) = crew.outcomes()
    assert outcome.error is None
    return b"".join(one.path.read_bytes() for one in outcome.files)


def test_the_same_input_gives_the_same_bytes_elsewhere(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """In another folder, time zone and language, and with another seed of hashes."""
    here = page_made_in(tmp_path / "here")
    request.getfixturevalue("unlike_here")
    elsewhere = page_made_in(tmp_path / "a much longer way" / "elsewhere")

    assert elsewhere == here
    assert os.environ["TZ"] == "Asia/Kathmandu"
