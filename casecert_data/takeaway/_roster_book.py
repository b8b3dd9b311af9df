"""A workbook to fill in: a column for each fact, lists to choose from, and what they mean."""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from casecert_data.catalog import (
    Fact,
    code_names,
    codes,
    facts,
    read_text,
    say,
)
from casecert_data.credentials import asking
from casecert_data.eligibility import certification_ids, names_of
from casecert_data.profiles import read_cell
from casecert_data.rosters import ROSTER_SHEET
from casecert_data.shipped import data_folder
from casecert_data.takeaway._book import book_bytes
from casecert_data.takeaway._roster_facts import roster_facts

_EXAMPLE = ("samples", "example.csv")
_KEY = "person_id"
_NONE = "NONE"
_LAST_ROW = 1_048_576
_AIR, _WIDEST = 2, 60
_CODE_COLUMNS = ("used_in", "code", "code_name", "code_meaning")
# As text, a cell keeps its zeros, and 12-18 does not become a day.
_FORMATS: Mapping[str, str] = MappingProxyType({"date": "yyyy-mm-dd", "number": "General"})
_AS_TEXT = "@"


def roster_template(certifications: Collection[str] = ()) -> bytes:
    """Write a workbook with an empty roster: one row as an example, and sheets that explain.

    The first sheet has a column for each fact that is asked for, and `read_roster` reads it.
    Yes, no and codes can be chosen from lists; a cell that is chosen shows its question. The
    second sheet says what each column means, how it is written and who asks for it, the third
    what each code means. There is no formula and no merged cell.

    Parameters
    ----------
    certifications
        Keys of the certifications that ask; none for every fact that there is.

    Returns
    -------
    bytes
        The content of an ``.xlsx`` file; the same in each run.

    Raises
    ------
    UnknownNameError
        If there is no such certification.

    Examples
    --------
    >>> roster_template()[:2]
    b'PK'
    """
    example = _example()
    asked = roster_facts(certifications)
    own = [name for name in example if name not in facts()]
    names = [*(one.name for one in asked), *own]
    book = Workbook()
    roster: Worksheet = book.active
    roster.title = ROSTER_SHEET
    ranges = _add_codes(book, asked)
    _fill(roster, [names, [example.get(name) for name in names]])
    for at, name in enumerate(names, start=1):
        _shape(roster, at, facts().get(name))
        if name in facts():
            _offer(roster, at, facts()[name], ranges)
    _add_meanings(book, asked, certifications or certification_ids())
    return book_bytes(book, say("template.title"))


def how_to_write(of: Fact) -> str:
    """Say how a fact is written in a cell.

    Examples
    --------
    >>> how_to_write(facts()["home_state"])
    'Choose a code from the list. Leave it empty if it is not known.'
    """
    if of.name == _KEY:
        return say("template.how.key")
    return f"{_form(of)} {say('template.how.empty')}"


def _form(of: Fact) -> str:
    if of.kind == "number":
        return say("template.how.number", unit=say(f"unit_name.{of.unit}", count=2))
    if of.kind != "codes":
        return say(f"template.how.{of.kind}")
    known = code_names(str(of.vocabulary))
    two = ";".join(known[:2])
    if _NONE in known:
        return say("template.how.codes_none", two=two)
    return say("template.how.codes", two=two)


def _example() -> dict[str, object]:
    text = read_text(data_folder().joinpath(*_EXAMPLE))
    (row,) = csv.DictReader(text.splitlines())
    return {
        name: _typed(facts()[name], cell) if name in facts() else cell
        for name, cell in row.items()
    }


def _typed(of: Fact, cell: str) -> object:
    """Return a cell as a spreadsheet stores it: a number and a day as such, else as text."""
    if of.kind == "date":
        return read_cell(of, cell)
    return float(cell) if of.kind == "number" and ".." not in cell else cell


def _shape(sheet: Worksheet, at: int, of: Fact | None) -> None:
    column = sheet.column_dimensions[get_column_letter(at)]
    column.number_format = _AS_TEXT if of is None else _FORMATS.get(of.kind, _AS_TEXT)
    # A cell that is there has a format of its own.
    sheet.cell(2, at).number_format = column.number_format


def _offer(sheet: Worksheet, at: int, of: Fact, ranges: Mapping[str, str]) -> None:
    chosen = ranges.get(of.vocabulary or of.kind)
    offer = DataValidation(
        type=None if chosen is None else "list",
        formula1=chosen,
        allow_blank=True,
        showInputMessage=True,
        prompt=f"{of.question} {how_to_write(of)}",
        # Several codes in one cell are none of the list, and are right all the same.
        showErrorMessage=chosen is not None and of.kind != "codes",
        errorTitle=say("template.refused"),
        error=how_to_write(of),
    )
    letter = get_column_letter(at)
    offer.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(offer)


def _add_codes(book: Workbook, asked: Sequence[Fact]) -> Mapping[str, str]:
    """Add the sheet of codes; return where the codes of each list stand."""
    heads = [say(f"template.column.{one}") for one in _CODE_COLUMNS]
    rows = [heads]
    ranges: dict[str, str] = {}
    for name, entries in _lists(asked):
        first = len(rows) + 1
        users = ", ".join(one.name for one in asked if one.vocabulary == name)
        used_in = users or say("template.yes_no_columns")
        rows += [[used_in, *entry] for entry in entries]
        ranges[name] = f"'{say('template.codes')}'!$B${first}:$B${len(rows)}"
    sheet = book.create_sheet(say("template.codes"))
    _fill(sheet, rows)
    return ranges


def _lists(asked: Sequence[Fact]) -> Iterator[tuple[str, Collection[Sequence[str]]]]:
    yield "yes_no", [("yes", "", ""), ("no", "", "")]
    for vocabulary in dict.fromkeys(one.vocabulary for one in asked):
        if vocabulary is not None:
            yield vocabulary, codes(vocabulary).values()


def _add_meanings(book: Workbook, asked: Sequence[Fact], chosen: Collection[str]) -> None:
    parts = ("name", "label", "question", "meaning", "how", "asked_by")
    heads = [say(f"template.column.{one}") for one in parts]
    rows = [
        [
            one.name,
            one.label,
            one.question,
            one.meaning,
            how_to_write(one),
            _askers(one, chosen),
        ]
        for one in asked
    ]
    own = ["x_note", *(say(f"template.own.{one}") for one in parts[1:])]
    sheet = book.create_sheet(say("template.meanings"), index=1)
    _fill(sheet, [heads, *rows, own])


def _askers(of: Fact, chosen: Collection[str]) -> str:
    askers = [names_of(one)["acronym"] for one in asking(of.name, chosen)]
    return ", ".join(askers) or say("template.asked_by_none")


def _fill(sheet: Worksheet, rows: Sequence[Sequence[Any]]) -> None:
    for at, cells in enumerate(rows, start=1):
        for across, value in enumerate(cells, start=1):
            cell = sheet.cell(at, across, value or None)
            cell.alignment = Alignment(vertical="top", wrap_text=at > 1)
            cell.font = Font(bold=at == 1)
    for across in range(1, len(rows[0]) + 1):
        longest = max(len(str(cells[across - 1] or "")) for cells in rows)
        width = min(longest + _AIR, _WIDEST)
        sheet.column_dimensions[get_column_letter(across)].width = width
    sheet.freeze_panes = "B2"
