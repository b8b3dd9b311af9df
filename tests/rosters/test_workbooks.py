"""Rosters in workbooks: what is stored in a cell, with its type, is what is read."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.workbooks import (
    DAY,
    FIVE_DIGITS,
    MAIN,
    PERCENT,
    head_row,
    saved,
    text_cell,
    with_changed_part,
    workbook,
    written_by_hand,
)

from casecert_data.rosters import read_roster

Write = Callable[..., Path]
Refused = Callable[..., str]
HEAD = ("person_id", "cm_months", "is_self_employed", "as_of", "license_codes")


def facts_of(path: Path, person_id: str = "A", **options: Any) -> dict[str, Any]:
    """Read what a roster states of one person."""
    rows = {row.person_id: row for row in read_roster(path, **options).rows}
    return {
        name: value
        for name, value in rows[person_id].profile.to_json().items()
        if value is not None
    }


def by_hand(cell: str, column: str = "cm_months", **more: Any) -> bytes:
    """Write a workbook of one person, with one cell as XML."""
    rows = head_row("person_id", column)
    return written_by_hand(f'{rows}<row r="2">{text_cell("A2", "A")}{cell}</row>', **more)


@pytest.mark.parametrize(
    ("row", "stated"),
    [
        (("A", 14.0), {"cm_months": 14}),
        (("A", 1e2), {"cm_months": 100}),
        (("A", 12.5), {"cm_months": 12.5}),
        (("A", "14"), {"cm_months": 14}),
        (("A", "12..18"), {"cm_months": {"at_least": 12, "at_most": 18}}),
        (("A", None, True), {"is_self_employed": True}),
        (("A", None, False), {"is_self_employed": False}),
        (("A", None, "No"), {"is_self_employed": False}),
        (("A", None, 1), {"is_self_employed": True}),
        (("A", None, None, date(2026, 11, 1)), {"as_of": "2026-11-01"}),
        (("A", None, None, datetime(2026, 11, 1)), {"as_of": "2026-11-01"}),  # noqa: DTZ001
        (("A", None, None, "2026-11-01"), {"as_of": "2026-11-01"}),
        (("A", None, None, None, " RN; PHARMACIST "), {"license_codes": ["RN", "PHARMACIST"]}),
    ],
)
def test_a_cell_is_read_as_it_is_stored(
    write: Write, row: tuple[object, ...], stated: dict[str, object]
) -> None:
    """Numbers and days as such or as text, yes and no as such or in words."""
    path = write(workbook({"Fall": [HEAD, row]}), "class.xlsx")

    assert facts_of(path) == {"person_id": "A", **stated}


@pytest.mark.parametrize("key", ["NA", "None", "null", "nan", "#N/A", "00123", "1e3", "TRUE"])
def test_a_text_stays_the_text_that_was_typed(write: Write, key: str) -> None:
    """Initials are no gap, and zeros in front are kept."""
    book = openpyxl.Workbook()
    book.active.append(["person_id"])
    book.active["A2"] = key
    book.active["A2"].data_type = "s"  # openpyxl takes "#N/A" for an error

    assert [row.person_id for row in read_roster(write(saved(book), "class.xlsx")).rows] == [
        key
    ]


def test_a_number_that_is_shown_with_zeros_keeps_them(write: Write) -> None:
    """A format of five zeros shows 123 as 00123, and that is whom the registrar means."""
    rows = f'{head_row("person_id")}<row r="2"><c r="A2" s="{FIVE_DIGITS}"><v>123</v></c></row>'
    path = write(written_by_hand(rows), "class.xlsx")

    assert [row.person_id for row in read_roster(path).rows] == ["00123"]


def test_a_sum_of_tenths_is_the_number_that_is_shown(write: Write) -> None:
    """Spreadsheets show fifteen digits; the sixteenth would make 24 months too few."""
    path = write(by_hand('<c r="B2"><f>SUM(C1:C9)</f><v>23.999999999999996</v></c>'), "a.xlsx")

    assert facts_of(path)["cm_months"] == 24


def test_a_formula_gives_its_stored_result(write: Write) -> None:
    """As the sheet shows it; nothing is calculated here."""
    path = write(by_hand('<c r="B2"><f>6*3</f><v>18</v></c>'), "class.xlsx")

    assert facts_of(path)["cm_months"] == 18


def test_a_formula_whose_result_is_an_empty_text_is_blank(write: Write) -> None:
    """Registrars write IF(..., "")."""
    path = write(by_hand('<c r="B2" t="str"><f>IF(1,"")</f><v></v></c>'), "class.xlsx")

    assert facts_of(path) == {"person_id": "A"}


def test_days_that_are_counted_from_1904_are_the_same_days(write: Write) -> None:
    """As workbooks of old Macs count them: four years and a day apart."""
    cell = f'<c r="B2" s="{DAY}"><v>44000</v></c>'
    macs = write(by_hand(cell, "as_of", counts_from_1904=True), "macs.xlsx")
    other = write(by_hand(cell, "as_of"), "other.xlsx")

    assert facts_of(macs)["as_of"] == "2024-06-19"
    assert facts_of(other)["as_of"] == "2020-06-18"


@pytest.mark.parametrize(
    ("cell", "column", "words"),
    [
        ('<c r="B2"><f>1+1</f></c>', "cm_months", "a formula whose result is not in the file"),
        (
            '<c r="B2"><f>1+1</f><v></v></c>',
            "x_note",
            "a formula whose result is not in the file",
        ),
        ('<c r="B2" t="e"><f>A9</f><v>#N/A</v></c>', "cm_months", "found the error #N/A"),
        ('<c r="B2" t="e"><v>#REF!</v></c>', "display_name", "found the error #REF!"),
        (f'<c r="B2" s="{PERCENT}"><v>0.5</v></c>', "cm_months", "found '50%'"),
        (f'<c r="B2" s="{DAY}"><v>43452</v></c>', "cm_months", "found the day 2018-12-18"),
        (f'<c r="B2" s="{DAY}"><v>43452</v></c>', "display_name", "such as 12-18"),
        (f'<c r="B2" s="{DAY}"><v>43452.5</v></c>', "as_of", "without a time of day"),
        (f'<c r="B2" s="{DAY}"><v>99999999</v></c>', "as_of", "the error #VALUE!"),
        ('<c r="B2"><v>43452</v></c>', "as_of", "as YYYY-MM-DD, found '43452'"),
        ('<c r="B2"><v>1.2345678901234568E+16</v></c>', "display_name", "at most 15 digits"),
        (text_cell("B2", "01/02/2024"), "as_of", "'01/02/2024', which is one day"),
        (text_cell("B2", "12-18"), "cm_months", "found '12-18'"),
        ('<c r="B2" t="b"><v>1</v></c>', "cm_months", "found 'TRUE'"),
    ],
)
def test_a_cell_that_does_not_say_what_was_meant_is_a_fault(
    refused: Refused, cell: str, column: str, words: str
) -> None:
    """Told by sheet, row, letter and name of the column; never a silent gap."""
    message = refused(by_hand(cell, column), "class.xlsx")

    assert f"sheet 'Fall', row 2, column B '{column}': " in message
    assert words in message


def test_every_fault_of_a_workbook_is_in_one_message(refused: Refused) -> None:
    """By sheet, row as the spreadsheet counts, and letter and name of the column."""
    rows = [
        ("person_id", "cm_months", "licence_codes", "is_self_employed"),
        ("A", -3, "RN", "no"),
        (None, None, None, None),
        ("A", "=1+1", "RN", "maybe"),
        (None, 5, None, None),
    ]
    message = refused(workbook({"Fall": rows}), "class.xlsx")

    assert "found 6 faults" in message
    for words in (
        "sheet 'Fall', row 1, column C 'licence_codes': expected the name of a fact",
        "row 2, column B 'cm_months': expected a number of 0 or more",
        "row 4, column A 'person_id': expected each pseudonym once, found 'A' again (first on",
        "row 4, column B 'cm_months': expected a value, found a formula",
        "row 4, column D 'is_self_employed': expected yes or no",
        "row 5, column A 'person_id': expected a pseudonym, found an empty cell",
    ):
        assert words in message


def test_rows_with_faults_can_be_skipped_in_a_workbook(write: Write) -> None:
    """As in a CSV file; the row is told as the spreadsheet counts."""
    rows = [("person_id", "cm_months"), ("A", -3), ("B", 3)]
    roster = read_roster(write(workbook({"Fall": rows}), "a.xlsx"), skip_bad_rows=True)

    assert [(row.line, row.place, row.person_id) for row in roster.rows] == [
        (3, "sheet 'Fall', row 3", "B")
    ]
    assert [fault.partition(":")[0] for fault in roster.faults] == [
        "sheet 'Fall', row 2, column B 'cm_months'"
    ]


def test_merged_cells_are_a_fault_of_each_but_the_first(refused: Refused) -> None:
    """Only the first holds the value; the others would be taken for unknown."""
    rows = (
        head_row("person_id", "cm_months", "license_codes")
        + f'<row r="2">{text_cell("A2", "A")}{text_cell("C2", "RN")}</row>'
        + f'<row r="3">{text_cell("A3", "B")}</row>'
    )
    merged = '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'
    message = refused(written_by_hand(rows, after=merged), "class.xlsx")

    assert "found 1 fault\n" in message
    assert "row 3, column C 'license_codes': expected a cell of its own" in message
    assert "(C2:C3)" in message


@pytest.mark.parametrize("size", [7, 40, 1000])
def test_a_large_sheet_is_looked_through_piece_by_piece(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """What is cut in two between pieces is found all the same."""
    monkeypatch.setattr("casecert_data.rosters._xlsx_grid._CHUNK", size)
    rows = (
        f"{head_row('person_id', 'cm_months')}"
        f'<row r="2">{text_cell("A2", "A")}<c r="B2"><f>1+1</f></c></row>'
        f'<row r="3">{text_cell("A3", "B")}{text_cell("B3", "3")}</row>'
    )
    merged = '<mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>'
    message = refused(written_by_hand(rows, after=merged), "class.xlsx")

    assert "a formula whose result is not in the file" in message
    assert "found it merged with others (A3:B3)" in message


def test_cells_that_are_merged_without_end_are_told_of_at_once(refused: Refused) -> None:
    """Whoever merges whole columns makes millions of them."""
    rows = "".join(
        f'<row r="{at}">{text_cell(f"A{at}", f"p{at}")}{text_cell(f"B{at}", "3")}</row>'
        for at in (2, 3)
    )
    merged = "<mergeCells><mergeCell ref='A2:XFD1048576'/></mergeCells>"
    content = written_by_hand(head_row("person_id", "cm_months") + rows, after=merged)
    message = refused(content, "class.xlsx")

    assert "row 2, column B 'cm_months': expected a cell of its own" in message
    assert "row 3" not in message


def test_a_merged_title_above_the_names_is_passed_over(write: Write) -> None:
    """The registrar's heading spans the table."""
    book = openpyxl.Workbook()
    for row in (["Class of fall"], [], ["person_id", "cm_months"], ["A", 3]):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    roster = read_roster(write(saved(book), "class.xlsx"))

    assert [(row.line, row.person_id) for row in roster.rows] == [(4, "A")]


def test_empty_rows_and_columns_at_the_end_are_nobodys(write: Write) -> None:
    """Formats reach further than what was typed."""
    rows = [("person_id", "cm_months", None, " "), ("A", 3, None, ""), (None, " "), ("B", 4)]
    path = write(workbook({"Fall": rows}), "class.xlsx")

    assert [row.line for row in read_roster(path).rows] == [2, 4]


def test_a_cell_beside_the_table_is_a_fault(refused: Refused) -> None:
    """A column without a name may be somebody's answer."""
    message = refused(workbook({"Fall": [("person_id",), ("A", None, 3)]}), "class.xlsx")

    assert "sheet 'Fall', row 1, column C: expected a name, found none" in message


def test_a_wrong_size_in_the_file_hides_nobody(write: Write) -> None:
    """Some programs write A1 for the size of each sheet, and openpyxl believes it."""
    rows = f'{head_row("person_id", "cm_months")}<row r="2">{text_cell("A2", "A")}</row>'
    path = write(written_by_hand(rows, size="A1"), "class.xlsx")

    assert [row.person_id for row in read_roster(path).rows] == ["A"]


def test_hidden_rows_and_columns_are_read(write: Write) -> None:
    """They hold people; a filter that somebody left on must not drop them."""
    book = openpyxl.Workbook()
    for row in (["person_id", "cm_months"], ["A", 3], ["B", 4]):
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True

    assert facts_of(write(saved(book), "class.xlsx"))["cm_months"] == 3


ROWS = [("person_id",), ("A",)]
OTHER = [("person_id",), ("other",)]


@pytest.mark.parametrize(
    ("sheets", "options"),
    [
        ({"Fall": ROWS}, {}),
        ({"Fall": ROWS, "Sheet2": [], "Sheet3": [(None,)]}, {}),
        ({"Notes": OTHER, "Roster": ROWS}, {}),
        ({"roster": OTHER, "Fall": ROWS}, {"sheet": "Fall"}),
        ({"roster": OTHER, "Fall": ROWS}, {"sheet": " fall "}),
        ({"lists": OTHER, "Fall": ROWS}, {}),
        ({"Fall": OTHER, "lists": ROWS}, {"sheet": "lists"}),
    ],
    ids=[
        "one",
        "others empty",
        "named roster",
        "named",
        "other case",
        "hidden",
        "hidden, named",
    ],
)
def test_the_sheet_is_the_one_that_is_meant(
    write: Write, sheets: dict[str, Any], options: dict[str, Any]
) -> None:
    """The only one that shows anything, the one called roster, or the one that is named."""
    path = write(workbook(sheets, hidden=["lists"]), "class.xlsx")

    assert [row.person_id for row in read_roster(path, **options).rows] == ["A"]


@pytest.mark.parametrize(
    ("sheets", "options", "words"),
    [
        ({"Fall": ROWS, "Spring": ROWS}, {}, ["'Fall', 'Spring'", "--sheet 'Fall'"]),
        ({"Fall": ROWS}, {"sheet": "Fal"}, ["found 'Fal'", "Did you mean 'Fall'?"]),
        ({"Fall": [], "lists": ROWS}, {}, ["no sheet in which anything stands"]),
    ],
    ids=["several", "unknown", "only hidden"],
)
def test_a_sheet_that_is_not_clear_is_asked_for(
    refused: Refused, sheets: dict[str, Any], options: dict[str, str], words: list[str]
) -> None:
    """The message lists what there is."""
    message = refused(workbook(sheets, hidden=["lists"]), "class.xlsx", **options)

    assert [one for one in words if one not in message] == []


def test_a_sheet_of_a_csv_file_is_refused(refused: Refused) -> None:
    """It has none."""
    assert "a file without sheets" in refused("person_id\nA\n", "class.csv", sheet="Fall")


STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.xlsx", "empty file"),
        (b"person_id,cm_months\nA,1\n", "a.xlsx", "found another file"),
        (b"<html><table><tr><td>person_id", "a.xlsx", "found a web page or another text"),
        (b"PK\x03\x04 cut short", "a.xlsx", "save it as .xlsx"),
        (OLD, "a.xlsx", "in the old form (.xls)"),
        (OLD, "a.xls", "in the old form (.xls)"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "that is protected"),
        (
            workbook({"Fall": ROWS}),
            "a.csv",
            "a workbook, or another packed file under the name",
        ),
        (workbook({"Fall": ROWS}), "a.xlsm", "found a workbook with macros"),
        (written_by_hand("<row><c"), "a.xlsx", "one with a broken part"),
        (
            with_changed_part(
                written_by_hand(""), MAIN.encode(), STRICT.encode(), part="xl/workbook.xml"
            ),
            "a.xlsx",
            "in the form Strict Open XML",
        ),
        (
            written_by_hand('<row r="1"><c><v>1</v></c></row><row r="99999999"/>'),
            "a.xlsx",
            "one with a broken part",
        ),
        (
            written_by_hand('<row><c t="s"><v>7</v></c></row>'),
            "a.xlsx",
            "one with a broken part",
        ),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(
    refused: Refused, content: bytes, name: str, words: str
) -> None:
    """Protected, old, broken, or something else under a wrong name; never a traceback."""
    message = refused(content, name)

    assert words in message
    assert name in message


def test_a_workbook_that_would_fill_the_memory_is_refused(
    refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of a few bytes can unpack to more than a machine holds."""
    monkeypatch.setattr("casecert_data.rosters._xlsx_grid._UNPACKED_AT_MOST", 1000)

    assert "at most 1,000 bytes" in refused(workbook({"Fall": ROWS}), "class.xlsx")


def test_a_workbook_whose_text_refers_to_itself_is_refused(refused: Refused) -> None:
    """Entities in entities fill the memory of whoever resolves them."""
    content = by_hand(text_cell("B2", "&bomb;"))
    bomb = b'<!DOCTYPE worksheet [<!ENTITY bomb "boom">]><worksheet'

    assert "broken part" in refused(
        with_changed_part(content, b"<worksheet", bomb), "class.xlsx"
    )


def test_a_roster_of_five_thousand_is_read_to_the_last_row(write: Write) -> None:
    """Row by row, with numbers and texts side by side."""
    rows = [(f"p{at:05}", at % 900, "RN;LPN", None, "no") for at in range(5000)]
    head = ("person_id", "cm_months", "license_codes", "rn_years", "is_self_employed")
    people = read_roster(write(workbook({"Fall": [head, *rows]}), "class.xlsx")).rows

    assert [row.person_id for row in people] == [row[0] for row in rows]
    assert people[-1].place == "sheet 'Fall', row 5001"
    assert people[-1].profile.to_json()["cm_months"] == 4999 % 900
