"""The roster to fill in: it passes as it is, and explains itself in Excel."""

import io
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from casecert_data.catalog import code_names, facts
from casecert_data.errors import UnknownNameError
from casecert_data.rosters import ROSTER_SHEET, read_mapping, read_roster
from casecert_data.takeaway import mapping_template, roster_template

EXAMPLE = re.compile(r"# (\[.+\]|\S+ = .+|\".+\" = .+)")
PROMPT_AT_MOST, ERROR_AT_MOST = 255, 225


@pytest.fixture(name="book", scope="module")
def fixture_book() -> Any:
    """Open the workbook."""
    return openpyxl.load_workbook(io.BytesIO(roster_template()))


def offers(book: Any) -> dict[str, Any]:
    """Return what is offered in each column, by the column's name."""
    sheet = book[ROSTER_SHEET]
    names = {cell.column_letter: cell.value for cell in sheet[1]}
    return {
        names[str(one.sqref).partition("2:")[0]]: one
        for one in sheet.data_validations.dataValidation
    }


def choices(book: Any, offer: Any) -> list[str]:
    """Return what can be chosen in a column."""
    name, _, cells = offer.formula1.partition("!")
    return [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]


def test_the_template_passes_as_it_is(tmp_path: Path) -> None:
    """The row of the example is read, with a number, a range, a set, a day, a yes and a no."""
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster_template())
    (row,) = read_roster(path).rows
    facts_of = row.profile.to_json()

    assert row.place == "sheet 'roster', row 2"
    assert facts_of["as_of"] == "2026-11-01"
    assert facts_of["license_codes"] == ["RN"]
    assert facts_of["degrees"] == ["bachelor:nursing", "master:nursing"]
    assert facts_of["cm_months"] == {"at_least": 14, "at_most": 18}
    assert facts_of["rn_years"] == 6.5
    assert (facts_of["has_supervisor_contact"], facts_of["is_self_employed"]) == (True, False)


def test_there_is_a_column_for_each_fact(book: Any) -> None:
    """In the order of the form, and one of the educator's own."""
    heads = [cell.value for cell in book[ROSTER_SHEET][1]]

    assert heads == [*facts(), "x_note"]


def test_only_what_some_certifications_ask_for_can_have_columns(tmp_path: Path) -> None:
    """Sixty columns are many for a class of nurses; what is left explains itself as before."""
    content = roster_template(["cmgt_bc"])
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    book = openpyxl.load_workbook(io.BytesIO(content))
    heads = [cell.value for cell in book[ROSTER_SHEET][1]]

    assert heads == [
        *("person_id", "display_name", "as_of", "home_state", "license_codes", "degrees"),
        *("certification_codes", "rn_years", "ncm_hours_last_36_months"),
        *("ncm_education_hours_last_36_months", "x_note"),
    ]
    assert [row[0].value for row in book["Meanings"]][1:] == heads
    assert set(offers(book)) == set(heads) - {"x_note"}
    assert read_roster(path).rows[0].profile.to_json()["rn_years"] == 6.5


def test_an_unknown_certification_is_refused_with_the_nearest() -> None:
    """As everywhere."""
    for template in (roster_template, mapping_template):
        with pytest.raises(UnknownNameError, match="No certification is called 'cmgt'"):
            template(["cmgt"])


def test_a_mapping_names_only_what_is_asked_for() -> None:
    """As the roster does."""
    assert '"rn_years"' in mapping_template(["cmgt_bc"])
    assert '"brain_injury_hours"' not in mapping_template(["cmgt_bc"])


def test_the_example_is_stored_as_excel_would(book: Any) -> None:
    """A number and a day as such, so that they can be counted and sorted."""
    sheet = book[ROSTER_SHEET]
    row = {cell.value: sheet.cell(2, cell.column) for cell in sheet[1]}

    assert (row["rn_years"].value, row["rn_years"].data_type) == (6.5, "n")
    assert row["as_of"].value == datetime(2026, 11, 1)  # noqa: DTZ001 - a day has no zone
    assert row["as_of"].number_format == "yyyy-mm-dd"
    assert row["cm_months"].value == "14..18"


def test_a_column_of_text_keeps_zeros(book: Any) -> None:
    """Also in rows that nobody has written yet."""
    sheet = book[ROSTER_SHEET]
    formats = {
        cell.value: sheet.column_dimensions[cell.column_letter].number_format
        for cell in sheet[1]
    }

    assert formats["person_id"] == formats["license_codes"] == formats["x_note"] == "@"
    assert formats["as_of"] == "yyyy-mm-dd"
    assert formats["cm_months"] == "General"


def test_codes_and_yes_and_no_are_chosen_from_lists(book: Any) -> None:
    """Each list is that of the fact, and nothing else can be typed where one is chosen."""
    offered = offers(book)
    for name, one in facts().items():
        if one.kind in {"code", "codes"}:
            assert choices(book, offered[name]) == list(code_names(str(one.vocabulary)))
        elif one.kind == "yes_no":
            assert choices(book, offered[name]) == ["yes", "no"]
        else:
            assert offered[name].formula1 is None
        assert bool(offered[name].showErrorMessage) is (one.kind in {"code", "yes_no"})


def test_a_cell_shows_its_question_within_what_excel_takes(book: Any) -> None:
    """Excel repairs a file whose words are too long, and asks the reader first."""
    offered = offers(book)

    assert set(offered) == set(facts())
    for name, one in facts().items():
        assert offered[name].prompt.startswith(one.question)
        assert len(offered[name].prompt) <= PROMPT_AT_MOST
        assert len(offered[name].error) <= ERROR_AT_MOST


def test_a_second_sheet_says_what_each_column_means(book: Any) -> None:
    """Its question, what it means, its unit, and how it is written."""
    rows = {row[0].value: [cell.value for cell in row] for row in book["Meanings"]}

    assert set(rows) == {"Column", *facts(), "x_note"}
    for name, one in facts().items():
        assert rows[name][1:4] == [one.label, one.question, one.meaning]
    assert "12..18" in rows["rn_years"][4]
    assert "years" in rows["rn_years"][4]
    assert rows["rn_years"][5] == "CMGT-BC"
    assert rows["display_name"][5] == "no certification"
    assert "RN;LPN" in rows["license_codes"][4]
    assert "NONE" in rows["license_codes"][4]


def test_a_third_sheet_says_what_each_code_means(book: Any) -> None:
    """With the columns that take it."""
    rows = [[cell.value for cell in row] for row in book["Codes"]]
    codes = {(row[0], row[1]) for row in rows[1:]}

    assert ("license_codes", "RN") in codes
    assert ("home_state", "MI") in codes
    assert all(row[2] and row[3] for row in rows[3:])


def test_a_screen_reader_finds_its_way(book: Any) -> None:
    """Sheets have names, a head that stays in view, no merged cell and no empty column."""
    assert book.sheetnames == ["roster", "Meanings", "Codes"]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        panes = [one.pane for one in sheet.sheet_view.selection]
        assert len(panes) == len(set(panes))  # Excel repairs a file that selects one twice
        assert sheet.merged_cells.ranges == set()
        assert all(cell.value and cell.font.b for cell in sheet[1])


def test_no_cell_is_a_formula_and_nobody_is_named(book: Any) -> None:
    """The workbook is handed from one to another."""
    cells = [cell for sheet in book for row in sheet for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(cell.comment is None for cell in cells)
    assert (book.properties.creator, book.properties.lastModifiedBy) == ("casecert", None)


def test_the_template_is_the_same_in_each_run() -> None:
    """No clock is in it."""
    assert roster_template() == roster_template()


def test_an_empty_mapping_passes_as_it_is(tmp_path: Path) -> None:
    """It maps nothing, and names every fact."""
    path = tmp_path / "ours.toml"
    path.write_text(mapping_template(), encoding="utf-8")
    mapping = read_mapping(path)

    assert (mapping.columns, mapping.ignored, mapping.fixed, mapping.words) == ({}, (), {}, {})
    assert [name for name in facts() if f'= "{name}"' not in mapping_template()] == []


def test_the_examples_of_a_mapping_hold(tmp_path: Path) -> None:
    """Whoever takes off the # gets what the line promises."""
    lines = [
        line[2:] if EXAMPLE.fullmatch(line) else line
        for line in mapping_template().splitlines()
    ]
    text = "\n".join(line.replace('"" =', f'"{at}" =') for at, line in enumerate(lines))
    for fixed in ("as_of", "home_state"):
        text = text.replace(f'= "{fixed}"', f'= "x_{fixed}"')
    path = tmp_path / "ours.toml"
    path.write_text(text, encoding="utf-8")
    mapping = read_mapping(path)

    assert mapping.fixed["home_state"] == "OH"
    assert mapping.words["license_codes"]["Nurse and social worker"] == "RN;SW_MASTER"
    assert mapping.words["cm_months"]["unknown"] == ""
    assert set(facts()) - set(mapping.columns.values()) == {"as_of", "home_state"}
