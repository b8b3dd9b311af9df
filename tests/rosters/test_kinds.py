"""Which files are read as rosters, and what is said of the others."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest
from rosters.conftest import Refused, Write

from casecert_data.rosters import ROSTER_ENDINGS, read_roster

CONTENT = "person_id,cm_months\nA,12\n"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("class.ods", "found an OpenDocument spreadsheet"),
        ("class.ODS", "found an OpenDocument spreadsheet"),
        ("class.pdf", "found a PDF file"),
        ("class.html", "found a web page"),
        ("class.numbers", "found a Numbers spreadsheet"),
        ("class.xlsb", "found a workbook in binary form"),
        ("class.dat", "found a name with another ending"),
        ("class", "found no ending"),
        (".csv", "found no ending"),
    ],
)
def test_a_file_with_another_ending_is_refused_with_what_to_do(
    refused: Refused, name: str, found: str
) -> None:
    """Read as CSV, it would end in a message about its columns, which are not at fault."""
    message = refused(CONTENT, name)

    assert all(ending in message for ending in ROSTER_ENDINGS)
    assert found in message
    assert message.endswith("correct its name.")


@pytest.mark.parametrize("name", ["me.toml", "me.json"])
def test_the_profile_of_one_person_is_no_roster(refused: Refused, name: str) -> None:
    """The command for one person is another one, and the message names it."""
    assert "casecert report person --person FILE" in refused("cm_months = 3", name)


def spreadsheet() -> bytes:
    """Write a workbook."""
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    return file.getvalue()


def packed() -> bytes:
    """Write what an OpenDocument file begins with."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return file.getvalue()


@pytest.mark.parametrize("ending", [".csv", ".TXT"])
@pytest.mark.parametrize(
    ("content", "found"),
    [
        (spreadsheet(), "a workbook, or another packed file"),
        (packed(), "a workbook, or another packed file"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PAR1\x15\x04", "a Parquet file"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><table>", "a web page"),
        (b"<?xml version='1.0'?>", "a web page, or another marked-up text"),
        (json.dumps([{"person_id": "A"}]).encode(), "JSON"),
    ],
)
def test_what_is_no_text_is_refused_under_the_name_of_one(
    refused: Refused, content: bytes, found: str, ending: str
) -> None:
    """Exports are renamed by hand, and web pages saved as CSV."""
    assert f"found {found}" in refused(content, f"class{ending}")


@pytest.mark.parametrize("title", ["[Draft] Class of fall", "<b> section", "{a}"])
def test_a_title_with_a_bracket_makes_no_other_file(write: Write, title: str) -> None:
    """Only what is JSON or a web page as a whole is taken for it."""
    assert len(read_roster(write(f"{title}\n{CONTENT}")).rows) == 1


@pytest.mark.parametrize("name", ["class.csv", "CLASS.CSV", "class.tsv", "class.txt"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_cells_are_separated_as_the_row_of_names_shows(
    write: Write, name: str, separator: str, line_end: str
) -> None:
    """Programs of each country write their own, whatever the file is called."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, lineterminator=line_end)
    writer.writerows([("x_a|b;c,d", "person_id", "license_codes"), ("1,5", "A", "RN;LPN")])
    (read,) = read_roster(write(file.getvalue(), name)).rows

    assert read.profile.to_json() == {
        "person_id": "A",
        "license_codes": ["RN", "LPN"],
        "x_a|b;c,d": "1,5",
    }


def test_a_first_line_that_names_the_separator_is_a_title(write: Write) -> None:
    """Excel reads it as such, and some programs write it."""
    (read,) = read_roster(write("sep=;\r\nperson_id;cm_months\r\nA;12.5\r\n")).rows

    assert read.profile.to_json()["cm_months"] == 12.5


def test_more_commas_in_names_than_semicolons_between_them_do_not_mislead(
    write: Write,
) -> None:
    """The separator is the one that gives the pseudonym a column, not the most frequent."""
    (read,) = read_roster(write("x_a, b, c, d;person_id;x_e, f\n1;A;2\n")).rows

    assert read.person_id == "A"


@pytest.mark.parametrize(("between", "told"), [(" ", "' '"), (":", "':'"), ("^", "'^'")])
def test_another_separator_is_named_and_refused(
    refused: Refused, between: str, told: str
) -> None:
    """It may stand inside any cell, so nothing can be told from it."""
    message = refused(f"person_id{between}cm_months\nA{between}12\n", "class.txt")

    assert (
        f"line 1: expected names separated by a comma, a semicolon, a tab or '|', found {told}"
        in message
    )
    assert "save it as CSV" in message
