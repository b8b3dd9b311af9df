"""Files of text and TOML: read as they are, or refused in words."""

from decimal import Decimal
from pathlib import Path

import pytest

from casecert_data.catalog import TomlRooms, read_text, read_toml
from casecert_data.errors import FileError
from casecert_data.shipped import data_folder


def test_a_file_is_read_with_or_without_a_mark(tmp_path: Path) -> None:
    """An editor of Windows writes one, and it is no part of the text."""
    path = tmp_path / "a.toml"
    path.write_bytes("\ufeffname = 1".encode())

    assert read_text(path) == "name = 1"


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_a_file_without_words_is_refused(tmp_path: Path, content: bytes) -> None:
    """Somebody saved nothing, and should hear of it."""
    path = tmp_path / "empty.toml"
    path.write_bytes(content)

    with pytest.raises(FileError, match=r"empty\.toml: expected content, found an empty file"):
        read_text(path)


def test_a_folder_is_refused_by_name(tmp_path: Path) -> None:
    """A path that stops too early."""
    with pytest.raises(FileError, match="expected a file, found a folder"):
        read_text(tmp_path)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    """The whole path is told, so that a wrong folder is seen."""
    path = tmp_path / "nothing.toml"
    with pytest.raises(FileError, match="found nothing there") as refused:
        read_text(path)

    assert str(path) in str(refused.value)


def test_a_path_that_can_be_none_is_refused(tmp_path: Path) -> None:
    """A zero byte ends a path in the system's own words."""
    with pytest.raises(
        FileError, match="expected a file that can be read, found: embedded null"
    ):
        read_text(tmp_path / "a\0b")


def test_text_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    """The message says where, which byte, and how to save the file."""
    path = tmp_path / "latin.csv"
    path.write_bytes("one\ntwo\nJosé\n".encode("latin-1"))

    with pytest.raises(FileError, match=r"line 3: expected text in UTF-8, found the byte 0xe9"):
        read_text(path)


def test_broken_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    """The parser's own words name line and column."""
    path = tmp_path / "a.toml"
    path.write_text("name = 1\nother = \n", encoding="utf-8")

    with pytest.raises(FileError, match=r"a\.toml: expected TOML, found a fault: .+ line 2"):
        read_toml(path)


def test_numbers_with_a_point_stay_exact(tmp_path: Path) -> None:
    """A threshold of 0.1 is a tenth, not the nearest float."""
    path = tmp_path / "a.toml"
    path.write_text("number = 0.1", encoding="utf-8")

    assert read_toml(path) == {"number": Decimal("0.1")}


# --- parsed table by table --------------------------------------------------------------


def write(folder: Path, text: str) -> Path:
    """Write a TOML file."""
    path = folder / "rooms.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", sorted(path.name for path in data_folder().glob("*.toml")))
def test_the_tables_of_a_file_are_the_file(name: str) -> None:
    """Cut into its tables, each file of ours says what it says as a whole."""
    whole = read_toml(data_folder() / name)
    rooms = TomlRooms(data_folder() / name)

    assert dict(rooms) == whole
    assert list(rooms) == list(whole)
    assert len(rooms) == len(whole)


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\n[b]\nc = 1\n[d.e]\nf = 2\n[b.g]\nh = 3\n",
        "[b]\nc = 1\n[[d]]\ne = 1\n[[d]]\ne = 2\n[d.f]\ng = 3\n",
        '["quoted name"]\na = 1\n[b]\nc = 1\n',
        "[ b ]\nc = 1\n",
        'a = """\n[b]\n"""\n[c]\nd = 1\n',
        "[a]\nb = [\n[1],\n[2],\n]\n[c]\nd = 1\n",
        "# [b]\na = 1 # [c]\n",
        '[a]\nb = "[c]"\n',
    ],
)
def test_every_way_to_write_toml_is_read_rightly(tmp_path: Path, text: str) -> None:
    """A line that begins with a bracket may be no header; then the file is read whole."""
    path = write(tmp_path, text)

    assert dict(TomlRooms(path)) == read_toml(path)


def test_a_table_that_nobody_asks_for_is_not_parsed(tmp_path: Path) -> None:
    """The use of it: a fault elsewhere does not stop an answer that does not need it."""
    rooms = TomlRooms(write(tmp_path, "[a]\nb = 1\n[c]\nd = \n"))

    assert rooms["a"] == {"b": 1}
    with pytest.raises(FileError, match=r"rooms\.toml: expected TOML, .+ line 4"):
        rooms["c"]


def test_a_table_that_is_not_there_is_a_missing_key(tmp_path: Path) -> None:
    """As in any mapping."""
    with pytest.raises(KeyError, match="z"):
        TomlRooms(write(tmp_path, "[a]\nb = 1\n"))["z"]
