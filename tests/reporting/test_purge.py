"""Removing what a batch wrote, and nothing else."""

import json
from pathlib import Path

import pytest

from casecert_data.errors import ReportError
from casecert_data.reporting import plan_purge, purge
from casecert_data.reporting.batches._summary_page import summary_page

MANIFEST = {
    "report": "person",
    "edition": "issuer",
    "data_version": "1",
    "code_version": "1",
    "on": "2026-11-23",
    "files": [],
}


def batch_folder(folder: Path, *names: str) -> Path:
    """Lay out a folder as a batch leaves it."""
    folder.mkdir()
    outputs = [{"path": name, "sha256": "", "bytes": 1} for name in names]
    files = [{"person_id": "p-1", "status": "ok", "error": None, "outputs": outputs}]
    volumes = [{"path": "casecert-volume-1.pdf", "sha256": "", "bytes": 1}]
    listed = json.dumps({"files": files, "volumes": volumes})
    (folder / "manifest.json").write_text(listed)
    for name in (*names, "casecert-volume-1.pdf", "index.html"):
        if Path(name).name == name:
            (folder / name).touch()
    (folder / "index.html").write_text(summary_page(MANIFEST, title="Where you stand"))
    return folder


def test_everything_of_the_batch_goes_and_the_folder_with_it(tmp_path: Path) -> None:
    """Also what a batch that was killed has begun to write."""
    folder = batch_folder(tmp_path / "out", "person-p-1.html", "person-p-1.pdf")
    (folder / ".casecert-x1.unfinished").touch()

    purge(plan_purge(folder))

    assert not folder.exists()


def test_what_others_laid_there_stays_and_is_named(tmp_path: Path) -> None:
    """Only what a batch lists is known to be its own."""
    folder = batch_folder(tmp_path / "out", "person-p-1.html")
    (folder / "person-p-2.html").touch()
    (folder / "notes.txt").touch()
    plan = plan_purge(folder)

    purge(plan)

    assert plan.stays == ("notes.txt", "person-p-2.html")
    assert sorted(one.name for one in folder.iterdir()) == list(plan.stays)


def test_a_volume_of_a_run_that_was_killed_goes_too(tmp_path: Path) -> None:
    """It holds many people, and the manifest was not written again."""
    folder = batch_folder(tmp_path / "out", "person-p-1.html")
    (folder / "casecert-volume-2.pdf").touch()

    purge(plan_purge(folder))

    assert not folder.exists()


def test_a_first_page_of_somebody_else_stays(tmp_path: Path) -> None:
    """It has the name that every first page has."""
    folder = batch_folder(tmp_path / "out", "person-p-1.html")
    (folder / "index.html").write_text("<h1>Our department</h1>")

    assert plan_purge(folder).stays == ("index.html",)


def test_planning_removes_nothing(tmp_path: Path) -> None:
    """Whoever is asked first can still say no."""
    folder = batch_folder(tmp_path / "out", "person-p-1.html")
    plan_purge(folder)

    assert len(list(folder.iterdir())) == 4


def test_a_manifest_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """Somebody may have written it to have another file removed."""
    (tmp_path / "mine.txt").touch()
    folder = batch_folder(tmp_path / "out", "../mine.txt")

    with pytest.raises(ReportError, match="name of a file inside it"):
        plan_purge(folder)
    assert (tmp_path / "mine.txt").exists()


def test_a_link_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    """A link in the folder is the folder's, its target is not."""
    (tmp_path / "mine.txt").touch()
    folder = batch_folder(tmp_path / "out", "person-p-1.html")
    (folder / "person-p-1.html").unlink()
    (folder / "person-p-1.html").symlink_to(tmp_path / "mine.txt")

    purge(plan_purge(folder))

    assert not folder.exists()
    assert (tmp_path / "mine.txt").exists()


def test_a_folder_without_a_batch_is_refused(tmp_path: Path) -> None:
    """A slip in the name must not cost anything."""
    with pytest.raises(ReportError, match=r"expected a folder with the manifest\.json"):
        plan_purge(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]", '{"files": 1}', '{"files": [{}]}', ""])
def test_a_manifest_of_another_kind_is_refused(tmp_path: Path, content: str) -> None:
    """Other programs have manifests too."""
    (tmp_path / "manifest.json").write_text(content)

    with pytest.raises(ReportError, match="expected the list of files"):
        plan_purge(tmp_path)
