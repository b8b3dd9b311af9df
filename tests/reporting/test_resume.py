"""A batch that is run again: what is unchanged and whole is kept, and only that."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from support.report_folders import SHOW_PERSON, write_report

from casecert_data.errors import ReportError
from casecert_data.reporting import Told, plan_batch, read_report, run_batch
from casecert_data.reporting._files import held_alone
from casecert_data.reporting.batches import _merge
from casecert_data.reporting.batches._manifest import Manifest
from casecert_data.reporting.making._crew import Crew
from casecert_data.rosters import read_roster

DAY = "2026-11-23"
PEOPLE = {"p-1": "17", "p-2": "5", "p-3": "29"}


class Ran(NamedTuple):
    """What a run did."""

    made: int
    """How many reports it made."""
    kept: int
    """How many it kept."""
    manifest: Manifest
    """What it lists."""


class Class:
    """A class, its report and its folder."""

    def __init__(self, folder: Path) -> None:
        self.report = write_report(folder / "page", "limit = 7", SHOW_PERSON)
        self.out = folder / "out"
        self.roster = folder / "people.csv"

    def run(self, people: Mapping[str, str] = PEOPLE, **options: object) -> Ran:
        """Run the batch."""
        self.write(people)
        counts: list[int] = []
        given = {"formats": ("html",), "day": DAY} | options
        batch = plan_batch(
            read_roster(self.roster),
            read_report(self.report),
            {},
            out=self.out,
            edition="issuer",
            assumptions={},
            show_names=False,
            **given,
        )
        told = Told(begin=lambda make, kept: counts.extend((make, kept)))
        manifest = run_batch(batch, self.out, workers=2, told=told)
        return Ran(counts[0], counts[1], manifest)

    def write(self, people: Mapping[str, str] = PEOPLE) -> None:
        """Write the roster."""
        lines = [f"{name},{months}" for name, months in people.items()]
        self.roster.write_text("\n".join(["person_id,cm_months", *lines]) + "\n")

    def contents(self) -> dict[str, bytes]:
        """Read every file of the folder."""
        return {path.name: path.read_bytes() for path in sorted(self.out.iterdir())}


@pytest.fixture
def class_of_three(tmp_path: Path) -> Class:
    """Run a class once."""
    made = Class(tmp_path)
    assert made.run().made == 3
    return made


@pytest.mark.slow
def test_an_unchanged_batch_starts_nothing(
    class_of_three: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No process, no import, and every byte as it was, the manifest too."""
    before = class_of_three.contents()
    monkeypatch.delattr(Crew, "_new_maker")
    ran = class_of_three.run()

    assert (ran.made, ran.kept) == (0, 3)
    assert class_of_three.contents() == before


CHANGES: dict[str, tuple[Callable[[Class], object], int]] = {
    "a row": (lambda one: one.run({**PEOPLE, "p-2": "6"}), 1),
    "the order of the rows": (lambda one: one.run(dict(reversed(PEOPLE.items()))), 0),
    "one row more": (lambda one: one.run({**PEOPLE, "p-4": "1"}), 1),
    "the day": (lambda one: one.run(day="2026-11-24"), 3),
    "a format more": (lambda one: one.run(formats=("html", "ipynb")), 3),
}


@pytest.mark.slow
def test_a_change_makes_anew_exactly_what_depends_on_it(tmp_path: Path) -> None:
    """Rows by themselves; template, day and formats for all. One class, change after change."""
    one = Class(tmp_path)
    one.run()
    made = {}
    for name, (change, _) in CHANGES.items():
        ran = change(one)
        made[name] = ran.made if isinstance(ran, Ran) else -1
        one.run()
    template = one.report / "template.ipynb"
    template.write_text(template.read_text().replace("limit = 7", "limit = 8"))

    assert made == {name: expected for name, (_, expected) in CHANGES.items()}
    assert one.run().made == 3


@pytest.mark.slow
def test_a_damaged_file_is_made_anew_and_no_other(class_of_three: Class) -> None:
    """To the same bytes as before."""
    before = class_of_three.contents()
    (class_of_three.out / "page-p-2.html").write_text("half a pa")
    (class_of_three.out / "page-p-3.html").unlink()
    ran = class_of_three.run()

    assert (ran.made, ran.kept) == (2, 1)
    assert class_of_three.contents() == before


@pytest.mark.slow
def test_whoever_left_the_class_keeps_a_file_and_loses_the_entry(
    class_of_three: Class,
) -> None:
    """Nothing is thrown away unasked; the manifest knows it, so that purge finds it."""
    ran = class_of_three.run({"p-1": "17"})

    assert [one.key for one in ran.manifest.entries] == ["p-1"]
    assert [one.key for one in ran.manifest.earlier] == ["p-2", "p-3"]
    assert (class_of_three.out / "page-p-2.html").is_file()
    assert class_of_three.run().made == 0


@pytest.mark.slow
def test_a_row_that_fails_now_has_no_file_of_before(class_of_three: Class) -> None:
    """It would say what no longer holds."""
    template = class_of_three.report / "template.ipynb"
    template.write_text(template.read_text().replace("limit = 7", "1/0"))
    ran = class_of_three.run()

    assert [one.files for one in ran.manifest.entries] == [(), (), ()]
    assert sorted(class_of_three.contents()) == ["index.html", "manifest.json"]
    assert class_of_three.run().made == 3


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_killed_batch_goes_on_where_it_was(tmp_path: Path) -> None:
    """To the very bytes of a run that nothing disturbed, with no half of a file left."""
    whole, killed = Class(tmp_path / "whole"), Class(tmp_path / "killed")
    people = {f"p-{at}": str(at) for at in range(12)}
    whole.run(people)
    killed.write(people)
    command = [sys.executable, "-m", "casecert_data", "batch", str(killed.roster)]
    options = ["--report", str(killed.report), "--out", str(killed.out), "--format", "html"]
    running = subprocess.Popen(
        [*command, *options, "--on", DAY, "--jobs", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while len(list(killed.out.glob("*.html"))) < 3:
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.wait()
    (killed.out / ".casecert-0-x.unfinished").write_text("half a pa")
    ran = killed.run(people)

    assert ran.kept >= 2
    assert ran.kept + ran.made == 12
    assert killed.contents() == whole.contents()


def test_two_batches_never_write_into_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second waits for what is left of a first that was killed, and then gives up."""
    monkeypatch.setattr("casecert_data.reporting._files.time.sleep", lambda _: None)
    with held_alone(tmp_path) as held:
        if held is None:
            pytest.skip("this system cannot hold a folder")
        with (
            pytest.raises(ReportError, match="no other batch writes into"),
            held_alone(tmp_path),
        ):
            pass


@pytest.mark.slow
def test_a_manifest_tells_no_fact_and_no_time(class_of_three: Class) -> None:
    """The digest of what a report is made from is all that it says of the facts."""
    manifest = json.loads((class_of_three.out / "manifest.json").read_bytes())

    assert set(manifest) == {
        *("report", "edition", "data_version", "code_version", "on", "files"),
        *("volumes", "earlier"),
    }
    entry = manifest["files"][0]
    assert set(entry) == {"made_from", "person_id", "status", "error", "outputs"}
    assert len(entry["made_from"]) == 64
    assert not (class_of_three.out / ".casecert-journal").exists()


@pytest.mark.slow
def test_volumes_are_made_anew_only_when_a_handout_is(
    class_of_three: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To put a thousand handouts behind one another takes longer than to look at them."""
    merged: list[str] = []
    merge = _merge.merge_pdfs

    def noted(handouts: Sequence[Path], *, title: str, language: str) -> bytes:
        merged.append(title)
        content: bytes = merge(handouts, title=title, language=language)
        return content

    monkeypatch.setattr(_merge, "merge_pdfs", noted)
    first = class_of_three.run(formats=("pdf",), volumes=True)
    again = class_of_three.run(formats=("pdf",), volumes=True)
    before = len(merged)
    class_of_three.run({**PEOPLE, "p-2": "6"}, formats=("pdf",), volumes=True)
    class_of_three.run(formats=("pdf",))

    assert before == 1
    assert again.manifest == first.manifest
    assert len(merged) == 2
    assert not list(class_of_three.out.glob("casecert-volume-*"))
