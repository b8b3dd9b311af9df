"""Files that are whole or not there, under names that no id can choose."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecert_data.errors import ReportError
from casecert_data.reporting import _files
from casecert_data.reporting._files import (
    inside,
    prepare_folder,
    remove_unfinished,
    safe_key,
    safe_keys,
    write_whole,
)

HOSTILE = [
    "../../etc/passwd",
    "..",
    "a/b",
    "a\\b",
    "C:\\x",
    "CON",
    "nul.html",
    "=HYPERLINK('x')",
    "{{7*7}}",
    "<script>",
    "a\nb",
    "a\x00b",
    "\u202eabc",
    "Zoë",
    "李小龍",
    "x" * 100_000,
    " p1",
    ".hidden",
    "-rf",
    "",
    "\ud800",
]


def mode_of(path: Path) -> int:
    """Return the rights of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_written_file_is_its_owners_alone(tmp_path: Path) -> None:
    """A shared computer's other users cannot read a student's page."""
    written = write_whole(tmp_path / "page.html", b"facts")

    assert mode_of(written.path) == 0o600
    assert written.path.read_bytes() == b"facts"


def test_a_written_file_replaces_the_old_one_and_its_rights(tmp_path: Path) -> None:
    """A second run must not inherit the wide rights of a file that lay there."""
    path = tmp_path / "page.html"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_whole(path, b"new")

    assert (path.read_bytes(), mode_of(path)) == (b"new", 0o600)


def test_a_link_in_the_place_of_a_file_is_replaced_not_followed(tmp_path: Path) -> None:
    """Else a link laid into the folder would have casecert overwrite a file elsewhere."""
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_bytes(b"mine")
    link = tmp_path / "page.html"
    link.symlink_to(elsewhere)
    write_whole(link, b"facts")

    assert elsewhere.read_bytes() == b"mine"
    assert not link.is_symlink()


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_refuses_leaves_the_old_file_and_no_other(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the new file, never the old one, and leaves no half."""
    path = tmp_path / "page.html"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")

    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]
    assert path.read_bytes() == b"old"


def test_what_is_unfinished_can_be_removed_at_once(tmp_path: Path) -> None:
    """A worker that must end now does not leave a half-written file behind."""
    with _files._unfinished_file(tmp_path) as (handle, name):  # noqa: SLF001 - no public way in
        os.close(handle)
        assert Path(name).exists()
        remove_unfinished()

        assert list(tmp_path.iterdir()) == []


def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    """Also the folders on the way to it."""
    folder = prepare_folder(tmp_path / "a" / "b")

    assert [mode_of(folder), mode_of(folder.parent)] == [0o700, 0o700]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """The message names what lies there."""
    (tmp_path / "out").write_text("x")

    with pytest.raises(ReportError, match=r"--out .*out: expected a folder .* found: a file"):
        prepare_folder(tmp_path / "out")


def test_a_folder_below_a_file_is_refused_in_words(tmp_path: Path) -> None:
    """What the system says is passed on."""
    (tmp_path / "file").write_text("x")

    with pytest.raises(ReportError, match="expected a folder that can be written to"):
        prepare_folder(tmp_path / "file" / "out")


@pytest.mark.parametrize("name", ["../x.html", "a/b.html", "/x.html", "..", ""])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    """The last line of defense behind the safe names."""
    with pytest.raises(ReportError, match="expected the name of a file inside it"):
        inside(tmp_path, name)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: repr(one[:20]))
def test_a_hostile_id_becomes_a_plain_name(hostile: str, tmp_path: Path) -> None:
    """Nothing of a path, a shell, a template or a second encoding comes through."""
    name = f"person-{safe_key(hostile)}.html"

    assert inside(tmp_path, name).parent == tmp_path
    assert len(name) < 100
    assert set(name) <= set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-~"
    )


def test_a_plain_id_is_kept_as_it_is() -> None:
    """An educator finds a student's file by the id they gave."""
    assert safe_keys(["R-001", "00123", "a.b_c"]) == ("R-001", "00123", "a.b_c")


def test_ids_that_differ_by_capitals_alone_get_names_of_their_own() -> None:
    """On Windows and macOS 'A1.html' and 'a1.html' are one file: two people, one page."""
    keys = safe_keys(["A1", "a1", "B2"])

    assert len({key.casefold() for key in keys}) == 3
    assert keys[2] == "B2"


def test_a_name_depends_on_no_order_of_the_rows() -> None:
    """A roster that was sorted anew writes the same files."""
    ids = ["A1", "a1", "../x", "b"]

    assert dict(zip(ids, safe_keys(ids), strict=True)) == dict(
        zip(ids[::-1], safe_keys(ids[::-1]), strict=True)
    )


@given(st.lists(st.text(max_size=70), unique=True, max_size=12))
def test_different_ids_never_share_a_file(ids: list[str]) -> None:
    """Whatever the ids are, and whatever the file system makes of capitals."""
    assert len({key.casefold() for key in safe_keys(ids)}) == len(ids)
