"""The user's own copy of the notebooks: whole, current, and never at the cost of a change."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from support.project import FOLDER

from casecert_data.app import prepare_workspace
from casecert_data.app._workspace import RECORD, cells_digest
from casecert_data.errors import WorkspaceError

NAME = "one.ipynb"


def notebook(*sources: str, **metadata: Any) -> str:
    """Write a notebook of code cells as its file would be."""
    cells: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": f"c{number}",
            "metadata": {},
            "outputs": [],
            "source": [source],
        }
        for number, source in enumerate(sources)
    ]
    return json.dumps(
        {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    )


def run_of(text: str) -> str:
    """Change a notebook as JupyterLab does when it is run and saved."""
    told = json.loads(text)
    told["metadata"]["language_info"] = {"name": "python", "version": "3.13.1"}
    for number, cell in enumerate(told["cells"], 1):
        cell["execution_count"] = number
        cell["source"] = "".join(cell["source"])
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "42"}]
    return json.dumps(told, indent=1)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ship one notebook, whose versions the tests write."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / NAME).write_text(notebook("version = 1"), "utf-8")
    monkeypatch.setattr("casecert_data.app._workspace.notebooks_folder", lambda: folder)
    return folder


@pytest.fixture
def mine(tmp_path: Path, shipped: Path) -> Path:
    """Make a workspace with a copy of the first version."""
    assert (shipped / NAME).exists()
    folder: Path = prepare_workspace(tmp_path / "mine").folder
    return folder


def names_in(folder: Path) -> list[str]:
    """Name what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_every_shipped_notebook_is_copied_as_it_is(tmp_path: Path) -> None:
    """Byte for byte, and each is told."""
    made = prepare_workspace(tmp_path / "deep" / "mine")
    shipped = sorted((FOLDER / "notebooks").glob("*.ipynb"))

    assert made.told == tuple(f"Copied {path.name}." for path in shipped)
    assert names_in(made.folder) == [RECORD, *(path.name for path in shipped)]
    assert all((made.folder / path.name).read_bytes() == path.read_bytes() for path in shipped)


def test_a_second_time_there_is_nothing_to_do(mine: Path) -> None:
    """Nothing is written again, and nothing is told."""
    before = {path.name: path.stat().st_mtime_ns for path in mine.glob("*.ipynb")}
    again = prepare_workspace(mine)

    assert again.told == ()
    assert {path.name: path.stat().st_mtime_ns for path in mine.glob("*.ipynb")} == before


def test_a_copy_that_was_not_changed_is_replaced(mine: Path, shipped: Path) -> None:
    """Whoever only looks gets the newest."""
    (shipped / NAME).write_text(notebook("version = 2"), "utf-8")
    made = prepare_workspace(mine)

    assert made.told == ("Replaced one.ipynb by its new version. You had not changed it.",)
    assert (mine / NAME).read_bytes() == (shipped / NAME).read_bytes()
    assert names_in(mine) == [RECORD, NAME]


def test_to_run_a_notebook_is_no_change(mine: Path, shipped: Path) -> None:
    """JupyterLab saves counts, outputs and its own settings; the cells are the same."""
    (mine / NAME).write_text(run_of(notebook("version = 1")), "utf-8")
    (shipped / NAME).write_text(notebook("version = 2"), "utf-8")
    prepare_workspace(mine)

    assert names_in(mine) == [RECORD, NAME]
    assert "version = 2" in (mine / NAME).read_text("utf-8")


def test_a_changed_notebook_stays_while_there_is_no_new_one(mine: Path) -> None:
    """It is the user's, and there is nothing to put beside it."""
    (mine / NAME).write_text(notebook("version = 1", "my_own = 3"), "utf-8")
    made = prepare_workspace(mine)

    assert made.told == ()
    assert "my_own" in (mine / NAME).read_text("utf-8")
    assert names_in(mine) == [RECORD, NAME]


def test_a_changed_notebook_is_kept_beside_the_new_one(mine: Path, shipped: Path) -> None:
    """Under a name that says whose it is, to the last byte, and told in words."""
    changed = notebook("version = 1", "my_own = 3")
    (mine / NAME).write_text(changed, "utf-8")
    (shipped / NAME).write_text(notebook("version = 2"), "utf-8")
    made = prepare_workspace(mine)

    assert made.told == (
        "Your changed one.ipynb is now one-my-changes.ipynb. Its new version is in one.ipynb.",
    )
    assert (mine / "one-my-changes.ipynb").read_text("utf-8") == changed
    assert (mine / NAME).read_bytes() == (shipped / NAME).read_bytes()
    assert prepare_workspace(mine).told == ()


def test_changes_of_several_versions_are_all_kept(mine: Path, shipped: Path) -> None:
    """No name is used twice."""
    for version in (2, 3):
        (mine / NAME).write_text(notebook(f"mine = {version}"), "utf-8")
        (shipped / NAME).write_text(notebook(f"version = {version}"), "utf-8")
        prepare_workspace(mine)

    assert "mine = 2" in (mine / "one-my-changes.ipynb").read_text("utf-8")
    assert "mine = 3" in (mine / "one-my-changes-2.ipynb").read_text("utf-8")


@pytest.mark.parametrize("record", [None, "", "{", "[]", '{"notebooks": 3}'])
def test_without_a_record_nothing_is_lost(
    mine: Path, shipped: Path, record: str | None
) -> None:
    """Who deletes or breaks it keeps the notebook that was there, whatever it was."""
    (mine / RECORD).unlink()
    if record is not None:
        (mine / RECORD).write_text(record, "utf-8")
    (shipped / NAME).write_text(notebook("version = 2"), "utf-8")
    prepare_workspace(mine)

    assert "version = 1" in (mine / "one-my-changes.ipynb").read_text("utf-8")
    assert "version = 2" in (mine / NAME).read_text("utf-8")


def test_a_copy_that_is_no_notebook_any_more_is_kept(mine: Path, shipped: Path) -> None:
    """An editor's accident is the user's too."""
    (mine / NAME).write_text("<<<<<<< mine", "utf-8")
    (shipped / NAME).write_text(notebook("version = 2"), "utf-8")
    prepare_workspace(mine)

    assert (mine / "one-my-changes.ipynb").read_text("utf-8") == "<<<<<<< mine"


def test_a_deleted_copy_comes_back(mine: Path) -> None:
    """The dashboards need it."""
    (mine / NAME).unlink()

    assert prepare_workspace(mine).told == ("Copied one.ipynb.",)


def test_other_files_of_the_folder_are_left_alone(mine: Path, shipped: Path) -> None:
    """It is the user's folder."""
    (mine / "notes.txt").write_text("mine", "utf-8")
    (mine / "other.ipynb").write_text(notebook("mine = 1"), "utf-8")
    (shipped / NAME).write_text(notebook("version = 2"), "utf-8")
    prepare_workspace(mine)

    assert (mine / "notes.txt").read_text("utf-8") == "mine"
    assert (mine / "other.ipynb").read_text("utf-8") == notebook("mine = 1")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_the_owner_can_look_into_the_folder(mine: Path) -> None:
    """What a client said may come to lie there."""
    assert stat.S_IMODE(mine.stat().st_mode) == 0o700
    assert stat.S_IMODE((mine / NAME).stat().st_mode) == 0o600


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """And it stays what it was."""
    place = tmp_path / "mine"
    place.write_text("a letter", "utf-8")

    with pytest.raises(WorkspaceError, match="expected a folder that can be written to"):
        prepare_workspace(place)
    with pytest.raises(WorkspaceError, match="expected a folder that can be written to"):
        prepare_workspace(place / "below")
    assert place.read_text("utf-8") == "a letter"


@pytest.mark.parametrize("own", ["notebooks", "casecert_data", "casecert_data/data/mine"])
def test_the_installed_files_are_never_the_workspace(own: str) -> None:
    """What is worked on there would be lost with the next version."""
    with pytest.raises(WorkspaceError, match="belongs to casecert itself"):
        prepare_workspace(FOLDER / own)
    assert not (FOLDER / "casecert_data/data/mine").exists()
    assert not (FOLDER / "notebooks" / RECORD).exists()


def test_what_cells_say_is_what_counts() -> None:
    """Not how the file is written, and not an empty cell at the end."""
    text = notebook("a = 1", "b = 2")
    same = [
        run_of(text),
        notebook("a = 1", "b = 2", ""),
        json.dumps(json.loads(text), indent=4),
    ]
    other = [notebook("a = 1"), notebook("a = 1", "b = 3"), notebook("b = 2", "a = 1")]
    digest = cells_digest(text.encode())

    assert {cells_digest(one.encode()) for one in same} == {digest}
    assert digest not in {cells_digest(one.encode()) for one in other}
