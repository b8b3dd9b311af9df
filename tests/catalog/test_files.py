"""Files of text and TOML: read as they are, or refused in words."""

from decimal import Decimal
from pathlib import Path

import pytest

from casecert_data.catalog import read_text, read_toml
from casecert_data.errors import FileError


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
