"""`casecert purge` as its users run it."""

import json
from pathlib import Path

from oracle.commands import refusal, run


def batch_folder(tmp_path: Path) -> Path:
    """Lay out a folder as a batch of one row leaves it."""
    folder = tmp_path / "out"
    folder.mkdir()
    outputs = [{"path": "person-p-1.html", "sha256": "", "bytes": 1}]
    files = [{"person_id": "p-1", "status": "ok", "error": None, "outputs": outputs}]
    (folder / "manifest.json").write_text(json.dumps({"files": files}))
    (folder / "person-p-1.html").touch()
    return folder


def test_told_to_it_removes_and_says_what_stays_elsewhere(tmp_path: Path) -> None:
    """Nobody should believe that a copy in a backup is gone."""
    folder = batch_folder(tmp_path)
    ran = run("purge", "out", "--yes", folder=tmp_path)

    assert ran.code == 0
    assert ran.out.splitlines() == [
        "2 files are removed from out.",
        "Copies that lie elsewhere stay: in a backup, in a shared folder, on paper.",
    ]
    assert not folder.exists()


def test_where_nobody_can_be_asked_it_removes_nothing(tmp_path: Path) -> None:
    """In a script, the script must say so."""
    folder = batch_folder(tmp_path)
    told = refusal("purge", "out", folder=tmp_path)

    assert told.startswith("--yes: expected it here")
    assert (folder / "person-p-1.html").exists()


def test_a_folder_without_a_batch_costs_nothing(tmp_path: Path) -> None:
    """Exit code 2, and what to do."""
    (tmp_path / "notes.txt").touch()
    told = refusal("purge", ".", "--yes", folder=tmp_path)

    assert "Name the folder that was given to 'casecert batch' as --out." in told
    assert (tmp_path / "notes.txt").exists()
