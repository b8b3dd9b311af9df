"""What a report is made from: what decides its files changes its digest, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.report_folders import SHOW_PERSON, write_report

from casecert_data.profiles import read_profile
from casecert_data.reporting import Person, read_report, report_job
from casecert_data.reporting._font_files import FONTS_VARIABLE
from casecert_data.reporting._job import Job
from casecert_data.reporting.batches import _depends as depends
from casecert_data.reporting.batches._depends import Dependencies
from casecert_data.reporting.model._institution import Institution


def job_in(folder: Path, *, name: str = "Ann", months: int = 17, shown: bool = False) -> Job:
    """Describe a report about a person."""
    profile = read_profile({"person_id": "p-1", "display_name": name, "cm_months": months})
    job: Job = report_job(
        read_report(folder),
        {},
        out=folder / "out",
        formats=["html"],
        day="2026-11-23",
        person=Person.of(profile, assumptions={}, show_name=shown),
    )
    return job


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a report that reads a file and a module beside it."""
    folder = write_report(tmp_path / "page", "import own\nopen('fees.txt').read()", SHOW_PERSON)
    for name in ("own.py", "fees.txt", "unread.txt"):
        (folder / name).write_text("1")
    return folder


def digest(folder: Path, job: Job | None = None) -> str:
    """Return the digest of a report as it is now."""
    made: str = Dependencies(folder / "template.ipynb").digest(job or job_in(folder))
    return made


def test_the_same_has_the_same_digest_wherever_it_lies(folder: Path, tmp_path: Path) -> None:
    """A folder that was moved, with its batch, is gone on with."""
    before = digest(folder)
    elsewhere = tmp_path / "elsewhere" / "page"
    elsewhere.parent.mkdir()
    folder.rename(elsewhere)

    assert digest(elsewhere) == before


@pytest.mark.parametrize("name", ["template.ipynb", "report.toml", "own.py", "fees.txt"])
def test_what_a_template_reads_decides(folder: Path, name: str) -> None:
    """Its own bytes, its description, its modules, and the files that it names."""
    before = digest(folder)
    path = folder / name
    path.write_text(path.read_text() + "\n")

    assert digest(folder) != before


def test_a_file_that_nothing_names_decides_nothing(folder: Path) -> None:
    """Notes and old handouts may lie beside a template."""
    before = digest(folder)
    (folder / "unread.txt").write_text("2")

    assert digest(folder) == before


CHANGES: dict[str, Callable[[Job], Job]] = {
    "a fact": lambda job: replace(job, person=job_in(job.template.parent, months=18).person),
    "a parameter": lambda job: replace(job, values={**job.values, "edition": "article"}),
    "the day": lambda job: replace(job, values={**job.values, "on": "2026-11-24"}),
    "the formats": lambda job: replace(job, formats=("html", "pdf")),
    "the name of the files": lambda job: replace(job, stem="page-p-2"),
    "who hands it out": lambda job: replace(job, institution=Institution("A college")),
    "a name that is shown": lambda job: replace(
        job, person=job_in(job.template.parent, shown=True).person
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_asked_for_decides(folder: Path, change: str) -> None:
    """Whatever a reader of the handout could see."""
    job = job_in(folder)

    assert digest(folder, CHANGES[change](job)) != digest(folder, job)


def test_a_name_that_no_report_is_told_decides_nothing(folder: Path) -> None:
    """Somebody who marries keeps the handout."""
    assert digest(folder, job_in(folder, name="Ann")) == digest(
        folder, job_in(folder, name="Bo")
    )


def test_the_folder_of_the_files_decides_nothing(folder: Path) -> None:
    """A batch can be moved."""
    job = job_in(folder)

    assert digest(folder, replace(job, out=Path("/elsewhere"))) == digest(folder, job)


@pytest.mark.parametrize("part", ["_code_digest", "_versions"])
def test_what_makes_the_pages_decides(
    folder: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another casecert, another typesetter."""
    before = digest(folder)
    monkeypatch.setattr(depends, part, lambda: "another")

    assert digest(folder) != before


def test_the_typefaces_that_are_there_decide(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page with codes for letters is made anew when their typeface is there."""
    before = digest(folder)
    own = tmp_path / "typefaces"
    own.mkdir()
    (own / "Own.otf").write_bytes(b"12345")
    monkeypatch.setenv(FONTS_VARIABLE, str(own))

    assert digest(folder) != before
