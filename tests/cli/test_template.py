"""`casecert template`: what is written, and what is left alone."""

import tomllib
from pathlib import Path

import pytest
from oracle.commands import refusal, run

from casecert_data.rosters import read_roster


def test_a_roster_and_a_mapping_are_written(tmp_path: Path) -> None:
    """By the ending of the name; the roster passes as it is."""
    for name in ("roster.xlsx", "ours.toml"):
        assert run("template", name, folder=tmp_path).out == f"Wrote {name}.\n"

    assert len(read_roster(tmp_path / "roster.xlsx").rows) == 1
    assert "columns" in tomllib.loads((tmp_path / "ours.toml").read_text("utf-8"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ours.toml", "roster.xlsx"]


def test_a_file_that_is_there_is_replaced_only_if_told(tmp_path: Path) -> None:
    """It may hold a class."""
    path = tmp_path / "roster.xlsx"
    path.write_bytes(b"a class")
    message = refusal("template", "roster.xlsx", folder=tmp_path)

    assert "found one that is there. Choose another name, or replace it with --overwrite" in (
        message
    )
    assert path.read_bytes() == b"a class"
    assert run("template", "roster.xlsx", "--overwrite", folder=tmp_path).code == 0
    assert len(read_roster(path).rows) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("roster.csv", "ends with .xlsx or .toml"),
        ("roster", "ends with .xlsx or .toml"),
        ("gone/roster.xlsx", "gone: expected a folder that can be written to"),
        ("folder.xlsx", "found a folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_refused(
    tmp_path: Path, name: str, words: str
) -> None:
    """Nothing is half-written."""
    (tmp_path / "folder.xlsx").mkdir()

    assert words in refusal("template", name, folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.xlsx"]
