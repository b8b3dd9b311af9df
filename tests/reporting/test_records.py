"""What earlier runs have made: found again, believed only where it is whole."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from casecert_data.reporting._files import write_whole
from casecert_data.reporting.batches._manifest import Manifest, ManifestEntry, write_manifest
from casecert_data.reporting.batches._records import JOURNAL_NAME, Journal, read_records


def entry(folder: Path, name: str, made_from: str) -> ManifestEntry:
    """Write a page, and the entry of it."""
    page = write_whole(folder / f"page-{name}.html", name.encode())
    return ManifestEntry(name, None, (page,), ("a note",), made_from)


def journal_of(folder: Path, *entries: ManifestEntry) -> Path:
    """Write a journal as a run does that goes on."""
    journal = Journal(folder)
    for one in entries:
        journal.add(one)
    journal.close()
    return folder / JOURNAL_NAME


def test_what_a_journal_notes_is_found_again(tmp_path: Path) -> None:
    """With its notes, under the digest of what it was made from."""
    made = entry(tmp_path, "p-1", "d1")
    journal_of(tmp_path, made)

    assert read_records(tmp_path).whole("d1") == made
    assert read_records(tmp_path).whole("d2") is None


def test_what_a_manifest_lists_is_found_again(tmp_path: Path) -> None:
    """Of this batch, and of those before it."""
    one, other = entry(tmp_path, "p-1", "d1"), entry(tmp_path, "p-2", "d2")
    write_manifest(Manifest("page", "issuer", "2026-11-23", (one,), (), (other,)), tmp_path)

    assert read_records(tmp_path).whole("d1") == one
    assert read_records(tmp_path).whole("d2") == other


def test_a_line_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    """The disk lost power in the middle of it; the next run goes on in the same file."""
    first, second = entry(tmp_path, "p-1", "d1"), entry(tmp_path, "p-2", "d2")
    path = journal_of(tmp_path, first)
    path.write_bytes(path.read_bytes() + b'\n{"person_id": "p-')
    journal_of(tmp_path, second)

    assert sorted(read_records(tmp_path).entries) == ["d1", "d2"]


@pytest.mark.parametrize("cut", range(0, 300, 23))
def test_every_beginning_of_a_journal_can_be_read(tmp_path: Path, cut: int) -> None:
    """A line that is not whole is none; those before it are."""
    path = journal_of(tmp_path, entry(tmp_path, "p-1", "d1"), entry(tmp_path, "p-2", "d2"))
    content = path.read_bytes()
    path.write_bytes(content[:cut])

    ends = [content.index(b"\n", 1), len(content)]
    assert len(read_records(tmp_path).entries) == sum(cut >= end for end in ends)


NOT_WHOLE: dict[str, Callable[[Path], object]] = {
    "other bytes": lambda path: path.write_text("p-2"),
    "fewer bytes": lambda path: path.write_text("p"),
    "gone": lambda path: path.unlink(),
    "a link": lambda path: Path(path).symlink_to(path.rename(path.with_suffix(".old"))),
}


@pytest.mark.parametrize("change", NOT_WHOLE)
def test_a_file_that_changed_is_not_kept(tmp_path: Path, change: str) -> None:
    """Somebody has edited it, or a disk has lost it."""
    made = entry(tmp_path, "p-1", "d1")
    journal_of(tmp_path, made)
    NOT_WHOLE[change](made.files[0].path)

    assert read_records(tmp_path).whole("d1") is None


@pytest.mark.parametrize("path", ["../page.html", "/etc/passwd", "", "a/b.html"])
def test_a_path_that_leads_elsewhere_is_not_read(tmp_path: Path, path: str) -> None:
    """A manifest can be edited; nothing outside the folder is believed or removed for it."""
    outputs = [{"path": path, "sha256": "", "bytes": 1}]
    told = {"person_id": "p", "status": "ok", "made_from": "d", "outputs": outputs}
    (tmp_path / "manifest.json").write_text(json.dumps({"files": [told]}))

    assert read_records(tmp_path).entries == {}


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"files": 1}', '{"files": [1, null]}', "7"]
)
def test_a_manifest_that_cannot_be_read_lists_nothing(tmp_path: Path, content: str) -> None:
    """All is made again."""
    (tmp_path / "manifest.json").write_text(content)
    (tmp_path / JOURNAL_NAME).write_text(content)

    assert read_records(tmp_path).entries == {}


def test_others_are_what_is_whole_and_not_of_this_run(tmp_path: Path) -> None:
    """Of an entry in two formats, the one that this run does not write."""
    page = write_whole(tmp_path / "page-p-1.html", b"1")
    pdf = write_whole(tmp_path / "page-p-1.pdf", b"2")
    gone = entry(tmp_path, "p-3", "d3")
    kept = entry(tmp_path, "p-2", "d2")
    journal_of(tmp_path, ManifestEntry("p-1", None, (page, pdf), (), "d1"), kept, gone)
    gone.files[0].path.unlink()

    others = read_records(tmp_path).others(["page-p-1.html"])
    assert others == (ManifestEntry("p-1", None, (pdf,), (), None), kept)


def test_a_journal_is_its_owners_alone(tmp_path: Path) -> None:
    """It lists who is in the class, if only by pseudonym."""
    path = journal_of(tmp_path, entry(tmp_path, "p-1", "d1"))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_journal_without_a_line_is_no_file(tmp_path: Path) -> None:
    """A run that was stopped before its first report leaves nothing."""
    journal_of(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_what_is_about_no_person_is_read_back_by_its_own_key(tmp_path: Path) -> None:
    """A folder may hold a class and the certifications, each from a batch of its own."""
    page = write_whole(tmp_path / "certification-ccm.html", b"page")
    entry = ManifestEntry("ccm", None, (page,), (), "d1", "certification_id")
    manifest = Manifest("certification", "issuer", "2026-11-23", (entry,))
    write_manifest(manifest, tmp_path)

    assert read_records(tmp_path).entries == {"d1": entry}
