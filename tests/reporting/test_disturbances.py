"""A disk that fails and processes that are killed, at each thing that a batch does to files.

``CASECERT_MOMENTS=1000`` tries a thousand moments of kill -9 instead of a few.
"""

import json
import os
import random
import signal
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from support.disturbances import ERRORS, KILLED, PATH, events, plan
from support.opened import is_running, wait_until
from support.report_folders import SHOW_PERSON, write_report
from support.watched_runs import Watched, contents, run_watched

from casecert_data.reporting.batches._records import JOURNAL_NAME

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="reports are made by kernels here"),
]

MOMENTS = int(os.environ.get("CASECERT_MOMENTS", "6"))
"""How many times a batch is killed."""
KILLS_BETWEEN_RUNS = 3
"""After so many, the batch is left to finish, and must be as if nothing had happened."""

DAYS = ("2026-11-23", "2026-11-24")
"""A page shows its day, so the files of the two are told apart."""
FORMATS = "html,ipynb"
FILES = 2
EVENTS_OF_A_FILE = 5
"""It is opened, written, brought to the disk and renamed; the folder is brought to the disk."""
JOURNAL_GOES = 1
"""The last event of a batch: the journal is removed, since the manifest says the same."""
FAILING_EVENTS = EVENTS_OF_A_FILE - 1
"""All but the last: some disks cannot bring a folder to the disk, and the file is whole."""

# Each report disturbs itself, so that one batch tries everything that can happen to a report.
DISTURBED = """
import os
person = current_person(person_ref)
if "DISTURBED_FOLDER" in os.environ:
    import sitecustomize
    log = os.path.join(os.environ["DISTURBED_LOGS"], person_ref)
    at, what = int(person.carried["x_at"]), person.carried["x_what"]
    sitecustomize.install()
    sitecustomize.disturb(
        sitecustomize.Disturbance(os.environ["DISTURBED_FOLDER"], log, at, what)
    )
"""


class Row(NamedTuple):
    """What happens to the report on one person."""

    at: int
    """At which of its events."""
    what: str
    """An error of the disk, or whom kill -9 hits."""


ROWS: Mapping[str, Row] = {
    f"p-{what}-{at:02}": Row(at, what)
    for what in (*ERRORS, "self")
    for at in range(1, FILES * EVENTS_OF_A_FILE + 1)
}


class Class(NamedTuple):
    """A class whose every report is disturbed, in one folder."""

    old: Watched
    """What an earlier, undisturbed run left in the folder."""
    disturbed: Watched
    """What the disturbed run made of it, for another day."""
    again: Watched
    """What the next run made of that."""
    undisturbed: Watched
    """What a run makes that nothing disturbs, in a folder of its own."""
    counted: Mapping[str, int]
    """Person → events that were counted."""


@pytest.fixture(scope="module")
def disturbed_class(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """Run the class four times."""
    folder = tmp_path_factory.mktemp("class")
    logs = folder / "logs"
    logs.mkdir()
    rows = (f"{key},{one.at},{one.what},{at}" for at, (key, one) in enumerate(ROWS.items()))
    report = report_and_roster(folder, "person_id,x_at,x_what,cm_months", rows, DISTURBED)
    here, there = str(folder / "out"), {"PYTHONPATH": PATH}
    with_faults = {"DISTURBED_FOLDER": here, "DISTURBED_LOGS": str(logs), **there}
    given = ("--report", report, "--format", FORMATS)
    return Class(
        old=run_watched(folder, "people.csv", *given, "--on", DAYS[0]),
        disturbed=run_watched(
            folder, "people.csv", *given, "--on", DAYS[1], environment=with_faults
        ),
        again=run_watched(folder, "people.csv", *given, "--on", DAYS[1]),
        undisturbed=run_watched(folder, "people.csv", *given, "--on", DAYS[1], out="other"),
        counted={path.name: events(path) for path in logs.iterdir()},
    )


def report_and_roster(folder: Path, head: str, rows: Iterator[str], *cells: str) -> str:
    """Write a report and a roster into a folder; give the report's path."""
    (folder / "people.csv").write_text("\n".join([head, *rows, ""]), "utf-8")
    return str(write_report(folder / "page", *cells, SHOW_PERSON))


def listed(run: Watched) -> Mapping[str, Mapping[str, Any]]:
    """Give the entries of a manifest, by person."""
    return {one["person_id"]: one for one in json.loads(run.files["manifest.json"])["files"]}


def pages(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give the reports among the files of a folder."""
    return {name: one for name, one in files.items() if name.startswith("page-")}


# --- a disk that fails ----------------------------------------------------------------------


def test_every_event_of_a_report_was_disturbed(disturbed_class: Class) -> None:
    """There are no more than were tried, and each report came to the one meant for it."""
    counted = disturbed_class.counted

    assert set(counted) == set(ROWS)
    assert all(counted[key] >= one.at for key, one in ROWS.items())
    assert max(counted.values()) <= FILES * EVENTS_OF_A_FILE


def test_a_file_is_old_or_new_or_absent(disturbed_class: Class) -> None:
    """Whole in each case: no event leaves half of one, under any name."""
    old, new = disturbed_class.old.files, disturbed_class.undisturbed.files
    found = disturbed_class.disturbed.files

    assert set(found) <= set(old) | set(new)
    assert not [name for name, one in pages(found).items() if one not in {old[name], new[name]}]
    assert not set(pages(old).values()) & set(pages(new).values())


def test_the_manifest_tells_of_each_file_what_is_true(disturbed_class: Class) -> None:
    """What it lists is there, of this day, to the byte; what failed is listed as failed."""
    files, new = disturbed_class.disturbed.files, disturbed_class.undisturbed.files
    entries = listed(disturbed_class.disturbed)
    outputs = {
        file["path"]: file["sha256"] for one in entries.values() for file in one["outputs"]
    }

    assert {name: sha256(files[name]).hexdigest() for name in outputs} == outputs
    assert {name: new[name] for name in outputs} == {name: files[name] for name in outputs}
    assert all(bool(one["outputs"]) == (one["status"] == "ok") for one in entries.values())


@pytest.mark.parametrize("what", ERRORS)
def test_a_report_fails_where_its_disk_does(disturbed_class: Class, what: str) -> None:
    """When a file is opened, written, brought to the disk or named."""
    entries = listed(disturbed_class.disturbed)
    failed = {one.at for key, one in ROWS.items() if one.what == what and entries[key]["error"]}
    places = (at * EVENTS_OF_A_FILE for at in range(FILES))

    assert failed == {at + one for at in places for one in range(1, FAILING_EVENTS + 1)}
    assert disturbed_class.disturbed.code == 1


def test_a_report_that_is_killed_costs_itself_alone(disturbed_class: Class) -> None:
    """All that are killed are listed as failed, and all others but those with a broken disk."""
    entries = listed(disturbed_class.disturbed)

    assert all(entries[key]["error"] for key, one in ROWS.items() if one.what == "self")


def test_the_next_run_is_as_if_nothing_had_happened(disturbed_class: Class) -> None:
    """Every file of the folder, the manifest too, to the byte."""
    again, undisturbed = disturbed_class.again, disturbed_class.undisturbed

    assert again.code == undisturbed.code == 0
    assert sorted(again.files) == sorted(undisturbed.files)
    assert again.files == undisturbed.files


@pytest.mark.parametrize("back", range(2 * EVENTS_OF_A_FILE))
def test_a_disk_that_refuses_the_manifest_is_told_in_a_sentence(
    report: tuple[Path, str], undisturbed_alone: int, back: int
) -> None:
    """The reports are there, whole; so are the manifest and the page of links, or absent.

    As long as one of them is missing, the journal stays, so that the next run goes on.
    """
    folder, name = report
    what = ERRORS[back % len(ERRORS)]
    out, log = folder / f"refusing-{back}", folder / f"refusing-{back}.log"
    disturbance = plan(out, log, undisturbed_alone - JOURNAL_GOES - back, what)
    run = run_watched(folder, *alone(name), out=out.name, environment=disturbance)
    fails = back % EVENTS_OF_A_FILE > 0

    assert run.code == (2 if fails else 0)
    assert "Traceback" not in run.told
    assert ("expected a folder that can be written to" in run.told) == fails
    assert len(pages(run.files)) == FILES
    assert (JOURNAL_NAME in run.files) == fails
    others = {"manifest.json", "index.html", JOURNAL_NAME}
    assert set(run.files) - set(pages(run.files)) <= others


@pytest.fixture(scope="module")
def undisturbed_alone(report: tuple[Path, str]) -> int:
    """Count the events of a batch of one, the last of which make the page of links."""
    folder, name = report
    log = folder / "alone.log"
    run = run_watched(
        folder, *alone(name), out="alone", environment=plan(folder / "alone", log)
    )

    assert run.code == 0
    return events(log)


def alone(report: str) -> tuple[str, ...]:
    """Give the arguments of a batch of one, in which events have an order."""
    return ("one.csv", *batch(report, DAYS[0])[1:])


# --- kill -9 --------------------------------------------------------------------------------


PEOPLE = ("person_id,cm_months", ("p-1,12", "p-2,24", "p-3,36"))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Write a report on three people."""
    folder = tmp_path_factory.mktemp("killed")
    (folder / "one.csv").write_text("\n".join([PEOPLE[0], PEOPLE[1][0], ""]), "utf-8")
    return folder, report_and_roster(folder, PEOPLE[0], iter(PEOPLE[1]))


class Undisturbed(NamedTuple):
    """What runs make that nothing disturbs."""

    of_day: Sequence[Mapping[str, bytes]]
    """The files of each day."""
    events: int
    """How many events a run has."""


@pytest.fixture(scope="module")
def undisturbed(report: tuple[Path, str]) -> Undisturbed:
    """Run the batch for each day, and count."""
    folder, name = report
    runs = []
    for at, day in enumerate(DAYS):
        out = f"day-{at}"
        counting = plan(folder / out, folder / f"{out}.log")
        runs.append(run_watched(folder, *batch(name, day), out=out, environment=counting))

    assert [run.code for run in runs] == [0, 0]
    # Where the folder is there already, making it is no event.
    return Undisturbed([run.files for run in runs], events(folder / "day-0.log") - 1)


def batch(report: str, day: str) -> tuple[str, ...]:
    """Give the arguments of a batch by two workers."""
    return ("people.csv", "--report", report, "--format", FORMATS, "--jobs", "2", "--on", day)


def moments(count: int, of: int) -> Iterator[tuple[int, str]]:
    """Choose when to kill whom: the same in each run, and in each third of it each of them."""
    chosen = random.Random(0)  # noqa: S311 - nothing depends on its being hard to guess
    for at in range(count):
        yield chosen.randint(1, of), KILLED[at % len(KILLED)]


def all_gone(run: Watched) -> bool:
    """Tell whether no process of a run is there any more."""
    return not any(map(is_running, run.processes))


@pytest.mark.parametrize("series", range(max(1, MOMENTS // KILLS_BETWEEN_RUNS)))
def test_whoever_is_killed_whenever_no_file_is_half_and_the_next_run_is_whole(
    report: tuple[Path, str], undisturbed: Undisturbed, series: int
) -> None:
    """By kill -9 of the driver, of the process that forks, or of a report."""
    folder, name = report
    out = folder / f"series-{series}"
    known = {file: {day[file] for day in undisturbed.of_day} for file in undisturbed.of_day[0]}
    first = series * KILLS_BETWEEN_RUNS
    chosen = list(moments(first + KILLS_BETWEEN_RUNS, undisturbed.events))[first:]
    for at, (moment, whom) in enumerate(chosen):
        log = folder / f"series-{series}-{at}.log"
        run = run_watched(
            folder,
            *batch(name, DAYS[at % len(DAYS)]),
            out=out.name,
            environment=plan(out, log, moment, whom),
        )

        # What an earlier run has made is kept, so a later one may have too little to do.
        assert events(log) >= moment or (at > 0 and run.code == 0)
        assert whom != "driver" or run.code in {0, -signal.SIGKILL}
        assert wait_until(partial(all_gone, run))
        assert not [
            file for file, one in pages(contents(out)).items() if one not in known[file]
        ]
    last = run_watched(folder, *batch(name, DAYS[1]), out=out.name)

    assert last.code == 0
    assert last.files == undisturbed.of_day[1]
