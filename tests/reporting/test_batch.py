"""A batch: each person's facts in their own files alone, each failure on its own row alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.report_folders import write_report

from casecert_data.errors import ReportError
from casecert_data.reporting import Told, plan_batch, read_report, run_batch
from casecert_data.reporting.batches._batch import Batch
from casecert_data.reporting.batches._manifest import Manifest
from casecert_data.rosters import read_roster

DAY = "2026-11-23"

# Each row's months pick what its template does; months, note and name are found nowhere else.
ROWS = {
    "p-good": ("Canaryann", "notesalpha", "101.375"),
    "p-other": ("Canarybob", "notesbravo", "102.625"),
    "p-raises": ("Canarycid", "notescharlie", "1"),
    "p-exits": ("Canarydee", "notesdelta", "2"),
    "p-ends": ("Canaryeva", "notesecho", "3"),
    "p-kills": ("Canaryfay", "notesfoxtrot", "4"),
    "p-block": ("Canarygus", "notesgolf", "5"),
    "p-last": ("Canaryhal", "noteshotel", "103.125"),
    "P-LAST": ("Canaryian", "notesindia", "104.875"),
}
FAILURES = {
    "p-raises": (
        "cell 4 of the template stopped with ValueError (it uses a value that does not fit)"
    ),
    "p-exits": "cell 4 of the template stopped with SystemExit (it ends the run)",
    "p-ends": "the process that ran the template ended before it was done",
    "p-kills": "the process that made the report ended before it was done",
    "p-block": "cell 4 of the template put out a block that cannot be read",
}
MISHAPS = """
import logging, os, signal, sys, warnings
person = current_person(person_ref)
note, months = person.carried["x_note"], person.facts["cm_months"].low
print(note)
print(note, file=sys.stderr)
warnings.warn(note)
logging.getLogger().critical(note)
if months == 1:
    raise ValueError(note)
if months == 2:
    sys.exit()
if months == 3:
    os._exit(0)
if months == 4:
    os.kill(os.getppid(), signal.SIGKILL)
show("" if months == 5 else "Page", person.display_name, note, float(months))
"""


@dataclass(frozen=True)
class Runs:
    """The same class, by two workers at a time and, in reverse order, by one."""

    manifest: Manifest
    """What the two workers wrote."""
    backwards: Manifest
    """What the one wrote."""
    files: Mapping[str, bytes]
    """The files of the two, by name."""
    files_backwards: Mapping[str, bytes]
    """The files of the one, by name."""
    left_behind: list[Path]
    """What lies among the temporary files after both."""

    def holding(self, canary: str) -> set[str]:
        """Name the files of the two that hold a word."""
        return {name for name, content in self.files.items() if canary.encode() in content}

    def own(self, person_id: str) -> set[str]:
        """Name the files that the manifest lists for a person."""
        entries = [one for one in self.manifest.entries if one.key == person_id]
        return {file.path.name for one in entries for file in one.files}


@pytest.fixture
def report_folder(tmp_path: Path) -> Path:
    """Write a report that fails for some people, and talks about all of them."""
    return write_report(tmp_path / "page", MISHAPS)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Run the class twice."""
    folder = tmp_path_factory.mktemp("class")
    report = write_report(folder / "page", MISHAPS)
    temporary = folder / "temporary"
    temporary.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(temporary))
        manifest = run(folder / "two", ROWS, report, 2)
        backwards = run(folder / "one", dict(reversed(ROWS.items())), report, 1)
    return Runs(
        manifest=manifest,
        backwards=backwards,
        files=contents(folder / "two"),
        files_backwards=contents(folder / "one"),
        left_behind=list(temporary.iterdir()),
    )


def write_roster(path: Path, people: Mapping[str, tuple[str, str, str]]) -> Path:
    """Write a roster of these people."""
    lines = [",".join((person_id, *cells)) for person_id, cells in people.items()]
    path.write_text("\n".join(["person_id,display_name,x_note,cm_months", *lines]) + "\n")
    return path


def planned(
    folder: Path, people: Mapping[str, tuple[str, str, str]], report: Path | str
) -> Batch:
    """Plan a batch into a folder, HTML and notebook."""
    batch: Batch = plan_batch(
        read_roster(write_roster(folder.with_suffix(".csv"), people)),
        read_report(report),
        {},
        out=folder,
        formats=("html", "ipynb"),
        edition="issuer",
        day=DAY,
        assumptions={},
        show_names=False,
    )
    return batch


def run(
    folder: Path, people: Mapping[str, tuple[str, str, str]], report: Path, workers: int
) -> Manifest:
    """Run a batch into a folder."""
    manifest: Manifest = run_batch(planned(folder, people, report), folder, workers=workers)
    return manifest


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.slow
def test_a_failure_costs_its_own_row_alone(runs: Runs) -> None:
    """An error, an early end, a crash of the kernel and of the worker, a broken page."""
    assert {one.key: one.error for one in runs.manifest.entries if one.error} == FAILURES


@pytest.mark.slow
def test_a_manifest_follows_the_roster_and_not_the_clock(runs: Runs) -> None:
    """Whichever report was done first."""
    assert [one.key for one in runs.manifest.entries] == list(ROWS)
    assert [one.key for one in runs.backwards.entries] == list(reversed(ROWS))


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(runs: Runs) -> None:
    """Whatever the number of workers and the order of the rows."""
    # These two list the rows in the order of the roster.
    lists = {"index.html", "manifest.json"}
    pages = {name: one for name, one in runs.files.items() if name not in lists}
    again = {name: one for name, one in runs.files_backwards.items() if name not in lists}

    assert len(pages) == 2 * (len(ROWS) - len(FAILURES))
    assert pages == again


@pytest.mark.slow
@pytest.mark.parametrize("person_id", ROWS)
def test_what_one_person_stated_is_in_their_files_alone(runs: Runs, person_id: str) -> None:
    """The promise without which nobody may use a batch. The failed ones have no files."""
    _, note, months = ROWS[person_id]

    assert runs.holding(note) == runs.own(person_id)
    assert person_id in FAILURES or runs.holding(months) == runs.own(person_id)


@pytest.mark.slow
@pytest.mark.parametrize("person_id", ROWS)
def test_a_name_is_in_no_file_and_no_file_name(runs: Runs, person_id: str) -> None:
    """The template asks for it, and is told nothing."""
    name, note, _ = ROWS[person_id]

    assert runs.holding(name) == set()
    assert not any(canary in file for canary in (name, note) for file in runs.files)


@pytest.mark.slow
def test_ids_that_differ_by_capitals_have_files_of_their_own(runs: Runs) -> None:
    """Also where the disk takes both names for one."""
    assert len({name.casefold() for name in runs.files}) == len(runs.files)


@pytest.mark.slow
def test_no_run_leaves_anything_behind(runs: Runs) -> None:
    """Not even the one whose worker was killed while it held a person's facts."""
    assert runs.left_behind == []


@pytest.mark.slow
def test_a_stopped_batch_leaves_whole_files_and_an_honest_manifest(
    tmp_path: Path, report_folder: Path
) -> None:
    """Ctrl-C after the first row: what is there is whole, the rest is listed as not run."""
    people = {name: ROWS[name] for name in ("p-good", "p-other", "p-last")}
    batch = planned(tmp_path / "out", people, report_folder)

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch(batch, tmp_path / "out", workers=1, told=Told(row_done=stop))

    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert [one["status"] for one in manifest["files"]] == ["ok", "failed", "failed"]
    assert manifest["files"][1]["error"] == "not run, because the batch was stopped"
    assert sorted(contents(tmp_path / "out")) == [
        "index.html",
        "manifest.json",
        "page-p-good.html",
        "page-p-good.ipynb",
    ]


@pytest.mark.parametrize("name", ["career", "certification"])
def test_a_report_about_something_else_is_refused(name: str, tmp_path: Path) -> None:
    """A roster of people has nothing to say on a certification or on the career."""
    with pytest.raises(ReportError, match=rf"'{name}': expected a report about a person"):
        planned(tmp_path / "out", ROWS, name)
