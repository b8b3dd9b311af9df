"""Files of one's own: whole, for their owner alone, none replaced, none in the package."""

import os
import stat
from pathlib import Path

import pytest

from casecert_data.errors import TakeawayError
from casecert_data.shipped import data_folder
from casecert_data.takeaway import save_in, write_file

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def rights(path: Path) -> int:
    """Return who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    """Others on the machine read nothing."""
    path = save_in(tmp_path / "a" / "casecert-files", "fees", "csv", b"1")

    assert path.read_bytes() == b"1"
    assert [rights(one) for one in (path, path.parent, path.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]


def test_nothing_that_is_there_is_replaced(tmp_path: Path) -> None:
    """Somebody may have worked on it; what is the same is not written twice."""
    (tmp_path / "fees.csv").write_bytes(b"mine")
    (tmp_path / "fees-2.csv").mkdir()

    assert save_in(tmp_path, "fees", "csv", b"1").name == "fees-3.csv"
    assert save_in(tmp_path, "fees", "csv", b"1").name == "fees-3.csv"
    assert (tmp_path / "fees.csv").read_bytes() == b"mine"


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    """The file would lie where nobody looks for it."""
    (tmp_path / "fees.csv").symlink_to(tmp_path / "elsewhere.csv")

    assert save_in(tmp_path, "fees", "csv", b"1").name == "fees-2.csv"
    assert not (tmp_path / "elsewhere.csv").exists()


@pytest.mark.parametrize("name", ["../fees", "/etc/fees", "a\x00b", "CON", "x" * 300])
def test_no_name_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    """Whatever a panel calls its file."""
    path = save_in(tmp_path / "in", name, "csv", b"1")

    assert path.parent == tmp_path / "in"
    assert len(path.name) < 100


@pytest.mark.parametrize("write", [write_file, lambda path, _: save_in(path, "a", "csv", b"1")])
def test_nothing_is_written_into_the_package(write: object) -> None:
    """An update would take it away; nor by a way around."""
    for place in (data_folder() / "mine", data_folder() / ".." / "data" / "mine"):
        assert callable(write)
        with pytest.raises(TakeawayError, match="inside the installed casecert"):
            write(place, b"1")
        assert not place.exists()


def test_a_named_file_is_replaced_by_the_whole_of_the_new_one(tmp_path: Path) -> None:
    """Whoever names the file means that one."""
    path = tmp_path / "fees.csv"
    path.write_bytes(b"old and long")

    assert write_file(path, b"new") == path
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [tmp_path / "fees.csv"]


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    """Its name is not the file's."""
    with pytest.raises(TakeawayError, match="expected the name of a file, found a folder"):
        write_file(tmp_path, b"1")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """It is perhaps misspelt."""
    with pytest.raises(TakeawayError, match=r"expected a folder .* found: none there"):
        write_file(tmp_path / "no" / "fees.csv", b"1")


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    """In words, and without a trace of Python."""
    (tmp_path / "taken").write_bytes(b"")

    for folder in (tmp_path / "taken", tmp_path / "taken" / "more"):
        with pytest.raises(TakeawayError, match="expected a folder that can be written to"):
            save_in(folder, "fees", "csv", b"1")


def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full disks are told of, and the old file stays."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "fees.csv").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(TakeawayError, match=r"No space left on device\. Nothing was written"):
        write_file(tmp_path / "fees.csv", b"new")

    assert list(tmp_path.iterdir()) == [tmp_path / "fees.csv"]
    assert (tmp_path / "fees.csv").read_bytes() == b"old"


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """Named, with what to do."""
    tmp_path.chmod(0o500)

    with pytest.raises(TakeawayError, match="Permission denied"):
        write_file(tmp_path / "fees.csv", b"1")
