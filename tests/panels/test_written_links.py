"""How a file that was just written is opened, by whoever shows the page."""

import json
import re
from pathlib import Path

import pytest

from casecert_data.panels._page import render
from casecert_data.panels._written_links import LAB, NOTED, written_links
from casecert_data.reporting._files import WrittenFile, write_whole


@pytest.fixture
def handout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WrittenFile:
    """Write a handout into the folder of the notebooks."""
    folder = tmp_path / "mine"
    (folder / "handouts").mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.delenv(NOTED, raising=False)
    monkeypatch.delenv(LAB, raising=False)
    return write_whole(folder / "handouts" / "person-Ann.html", b"<p>Ann</p>")


def shown(file: WrittenFile) -> str:
    """Return what the panel says of it."""
    return render("written.html", links=written_links([file]))


def test_where_nobody_can_give_it_the_place_is_told(handout: WrittenFile) -> None:
    """In anybody's own notebook."""
    assert f"<code>{handout.path}</code>" in shown(handout)
    assert "<a " not in shown(handout)


def test_in_a_dashboard_it_is_noted_under_a_key_that_nobody_guesses(
    handout: WrittenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is the key: it says nothing of whom the file is about."""
    monkeypatch.setenv(NOTED, str(tmp_path))
    (link,) = re.findall(r'<a href="(.+?)" target="_blank" rel="noopener">', shown(handout))
    key = link.removeprefix("/casecert/written/")
    entry = tmp_path / key

    assert re.fullmatch("[0-9a-f]{48}", key)
    assert entry.stat().st_mode & 0o777 == 0o600
    assert json.loads(entry.read_text()) == {
        "path": str(handout.path),
        "sha256": handout.sha256,
    }


def test_each_time_it_has_another_key(
    handout: WrittenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that was seen once opens nothing that is written later."""
    monkeypatch.setenv(NOTED, str(tmp_path))

    assert shown(handout) != shown(handout)


def test_a_file_elsewhere_is_told_and_not_noted(
    handout: WrittenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server gives what lies in the folder of the notebooks, and nothing else."""
    monkeypatch.setenv(NOTED, str(tmp_path / "noted"))
    monkeypatch.setenv(LAB, str(handout.path.parent))
    (tmp_path / "noted").mkdir()
    elsewhere = write_whole(tmp_path / "career.html", b"<p>")

    assert f"<code>{elsewhere.path}</code>" in shown(elsewhere)
    assert [*(tmp_path / "noted").iterdir()] == []


def test_in_jupyterlab_it_is_opened_by_a_command(
    handout: WrittenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its place in the folder that JupyterLab shows; no address leads to it."""
    monkeypatch.setenv(LAB, str(handout.path.parent.parent))
    page = shown(handout)

    assert 'href="#"' in page
    assert 'data-commandlinker-command="docmanager:open"' in page
    assert written_links([handout])[0].in_lab == '{"path": "handouts/person-Ann.html"}'
