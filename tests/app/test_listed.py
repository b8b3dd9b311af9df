"""What is listed: every notebook by its question, ours first, and nothing else."""

import json
from pathlib import Path

import pytest
from support.project import FOLDER

from casecert_data.app import prepare_workspace
from casecert_data.app._listed import cells_of, listed


def write(path: Path, *cells: tuple[str, str]) -> Path:
    """Write a notebook of cells, each a kind and a text."""
    told = [{"cell_type": kind, "metadata": {}, "source": text} for kind, text in cells]
    path.write_text(
        json.dumps({"cells": told, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8"
    )
    return path


def test_the_shipped_notebooks_are_listed_by_their_questions(tmp_path: Path) -> None:
    """In their own words, with what they say of themselves."""
    folder = prepare_workspace(tmp_path / "mine").folder
    names = sorted(path.name for path in (FOLDER / "notebooks").glob("*.ipynb"))
    found = listed(folder)

    assert [one.name for one in found] == names
    assert all(one.question.endswith("?") and one.answers for one in found)
    assert found[1].question == "Which certification fits this person?"
    assert found[1].answers.startswith("Which case-manager certifications ")


def test_the_users_own_come_after_ours(tmp_path: Path) -> None:
    """By their title, or by their name where they have none."""
    folder = prepare_workspace(tmp_path / "mine").folder
    write(folder / "00_class_of_may.ipynb", ("code", "1"))
    write(folder / "a-b.ipynb", ("markdown", "# My class\n\nFor May."))
    own = [one for one in listed(folder) if one.is_own]

    assert [(one.short, one.question, one.answers) for one in own] == [
        ("Class of may", "00_class_of_may", ""),
        ("A b", "My class", ""),
    ]
    assert listed(folder)[-2:] == tuple(own)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 3}', '{"cells": [3]}'])
def test_a_file_that_is_no_notebook_is_listed_by_its_name(tmp_path: Path, content: str) -> None:
    """Its page says that it cannot be read; the list does not break."""
    (tmp_path / "broken.ipynb").write_text(content, "utf-8")

    assert [one.question for one in listed(tmp_path)] == ["broken"]


def test_hidden_files_and_folders_are_not_listed(tmp_path: Path) -> None:
    """JupyterLab keeps older versions in a hidden folder."""
    write(tmp_path / ".hidden.ipynb", ("code", "1"))
    (tmp_path / "folder.ipynb").mkdir()
    (tmp_path / "table.csv").write_text("a", "utf-8")

    assert listed(tmp_path) == ()


def test_the_title_is_the_pages_and_not_a_cells(tmp_path: Path) -> None:
    """A cell that tells how to run the notebook is of no use where it is run already."""
    titled = write(tmp_path / "a.ipynb", ("markdown", "# Title\n\nRun it."), ("code", "1"))
    plain = write(tmp_path / "b.ipynb", ("markdown", "No title."), ("code", "1"))

    assert [one["cell_type"] for one in cells_of(titled)] == ["code"]
    assert [one["cell_type"] for one in cells_of(plain)] == ["markdown", "code"]
