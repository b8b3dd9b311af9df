"""Rosters in other encodings than UTF-8: read where they say so, or where somebody does."""

from typing import Any

import pytest
from rosters.conftest import Refused, Write

from casecert_data.rosters import read_roster

NAMES = ["José Núñez", "Zoë O\N{RIGHT SINGLE QUOTATION MARK}Brien", "François Œuvrard"]
LINES = ["person_id\tdisplay_name", *(f"p-{at}\t{name}" for at, name in enumerate(NAMES))]
UNICODE_TEXT = "\r\n".join(LINES)
COMMAS = UNICODE_TEXT.replace("\t", ",")


def _names(write: Write, content: bytes, name: str = "class.csv", **options: Any) -> list[str]:
    """Return the names as they are read."""
    rows = read_roster(write(content, name), **options).rows
    return [str(row.profile.display_name) for row in rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"], ids=lambda one: f"in {one}"
)
def test_a_text_that_marks_its_encoding_is_read(write: Write, encoding: str) -> None:
    """Excel's "Unicode text" is UTF-16 with tabs; its names arrive as they were typed."""
    assert _names(write, UNICODE_TEXT.encode(encoding), "class.txt") == NAMES


def test_the_mark_of_the_other_byte_order_is_read(write: Write) -> None:
    """Other machines write the greater byte first."""
    assert _names(write, b"\xfe\xff" + UNICODE_TEXT.encode("utf-16-be")) == NAMES


@pytest.mark.parametrize("named", ["cp1252", "CP1252", "windows-1252", "1252"])
def test_a_text_without_a_mark_is_read_as_named(write: Write, named: str) -> None:
    """Excel's "CSV (Comma delimited)" on Windows."""
    assert _names(write, COMMAS.encode("cp1252"), encoding=named) == NAMES


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Łukasz Żak", "cp1250"), ("Юрий", "cp1251"), ("Ōé 山田", "shift_jis_2004")],
)
def test_each_language_has_its_own(write: Write, name: str, encoding: str) -> None:
    """What Python knows by name can be read."""
    content = f"person_id,display_name\na,{name}\n".encode(encoding)

    assert _names(write, content, encoding=encoding) == [name]


@pytest.mark.parametrize("named", ["utf-8", "UTF8", None])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_to_name_what_it_is_anyway_does_no_harm(
    write: Write, encoding: str, named: str | None
) -> None:
    """With a mark or without."""
    assert _names(write, COMMAS.encode(encoding), encoding=named) == NAMES


def test_utf_16_may_be_named_with_its_mark(write: Write) -> None:
    """The mark is not part of the first name."""
    assert _names(write, COMMAS.encode("utf-16"), encoding="utf-16") == NAMES


@pytest.mark.parametrize(
    ("content", "named", "words"),
    [
        pytest.param(
            COMMAS.encode("utf-8"),
            "cp1252",
            ["found text that is UTF-8 throughout", "Leave --encoding out"],
            id="UTF-8, where each accent would become two signs",
        ),
        pytest.param(
            COMMAS.encode("utf-8-sig"),
            "cp1252",
            ["found the mark of UTF-8"],
            id="UTF-8, marked",
        ),
        pytest.param(
            COMMAS.encode("utf-16"), "cp1252", ["found the mark of UTF-16"], id="UTF-16, marked"
        ),
        pytest.param(
            COMMAS.encode("cp1252"),
            "latin-1",
            ["line 3: expected text in iso8859-1", "0x92"],
            id="a neighbor without curly quotes",
        ),
        pytest.param(
            COMMAS.encode("cp1252"),
            "ascii",
            ["line 2: expected text in ascii", "0xe9"],
            id="too narrow",
        ),
        pytest.param(
            COMMAS.encode("cp1252"), "utf-8", ["line 2: expected text in utf-8"], id="not UTF-8"
        ),
        pytest.param(
            COMMAS.encode("cp1252"), "idna", ["name of an encoding of text"], id="for hosts"
        ),
        pytest.param(
            b"\xff\xfea\x00b", None, ["expected text in UTF-16"], id="UTF-16, cut short"
        ),
        pytest.param(
            COMMAS.encode("cp1252"),
            "cp1225",
            ["Did you mean 'cp1252'", "Often met: utf-8"],
            id="unknown",
        ),
        pytest.param(b"x", "hex", ["expected the name of an encoding of text"], id="no text"),
        pytest.param(b"x", "undefined", ["expected the name of an enc"], id="never for use"),
        pytest.param(b"x", "a\0b", ["expected the name of an encoding"], id="no name at all"),
        pytest.param("\ufeff \r\n".encode("utf-16-le"), None, ["empty file"], id="blank"),
    ],
)
def test_a_wrong_encoding_is_refused_where_it_shows(
    refused: Refused, content: bytes, named: str | None, words: list[str]
) -> None:
    """A wrong name on somebody's page is worse than a message."""
    message = refused(content, encoding=named)

    assert [word for word in words if word not in message] == [], message


@pytest.mark.parametrize("name", ["class.xlsx", "class.parquet"])
def test_a_file_that_tells_its_own_encoding_takes_none(refused: Refused, name: str) -> None:
    """Silence would let somebody believe that it was of use."""
    assert "Leave --encoding out" in refused(b"PK", name, encoding="cp1252")
