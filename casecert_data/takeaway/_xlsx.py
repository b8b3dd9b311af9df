"""Rows as a workbook: one sheet of rows, one of sources, and nothing of whoever saved it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from casecert_data.catalog import code_label, data_version, field, say, source, table_columns
from casecert_data.errors import TakeawayError
from casecert_data.takeaway._book import book_bytes
from casecert_data.takeaway._cells import Cell, Rows, cell_of, is_like_a_formula

_LONGEST = 32_767
"""Letters of a cell that a workbook holds."""
_LONGEST_NAME = 31
"""Letters of a sheet's name."""
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_NARROWEST, _WIDEST = 8, 60
"""Letters that a column has room for; longer cells go on over several lines."""
_AIR = 2
_CREDIT = "credit_text"


def to_xlsx(
    rows: Rows,
    columns: Mapping[str, str],
    *,
    title: str,
    source_ids: Iterable[str] = (),
    notes: Iterable[str] = (),
) -> bytes:
    """Write rows as a workbook: head bold and in view, then a sheet of sources and credits.

    A text stays a text, also one that begins with ``=``: it is marked so that it does not turn
    into a formula when somebody edits it. The workbook names casecert as its author, and the
    day of the data as its day; equal rows give equal bytes.

    Parameters
    ----------
    rows
        The rows; a column that one lacks is empty there.
    columns
        Name of each column to its head, in order.
    title
        What the rows are; the first sheet is named by it.
    source_ids
        Keys of the sources that the rows rest on.
    notes
        What a reader must know of all rows; it stands under the sources.

    Returns
    -------
    bytes
        The file's content.

    Raises
    ------
    TakeawayError
        If a cell is longer than a workbook can hold.
    UnknownNameError
        If there is no such source.

    Examples
    --------
    >>> to_xlsx([{"who": "Employers"}], {"who": "Who"}, title="Support")[:2]
    b'PK'
    """
    book = Workbook()
    first: Worksheet = book.active
    first.title = _sheet_name(title)
    _fill(first, [[cell_of(row.get(name)) for name in columns] for row in rows], columns)
    _add_sources(book, dict.fromkeys(source_ids), [*notes, *_last_words(title)])
    return book_bytes(book, str(cell_of(title)))


def _fill(sheet: Worksheet, rows: Sequence[Sequence[Cell]], columns: Mapping[str, str]) -> None:
    heads = [str(cell_of(head)) for head in columns.values()]
    for at, cells in enumerate((heads, *rows), start=1):
        for across, cell in enumerate(cells, start=1):
            _write(sheet, at, across, cell, heads[across - 1])
    for across in range(1, len(heads) + 1):
        sheet.cell(1, across).font = Font(bold=True)
        longest = max(len(str(line[across - 1] or "")) for line in (heads, *rows))
        width = min(max(longest + _AIR, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(across)].width = width
    sheet.freeze_panes = "A2"


def _write(sheet: Worksheet, at: int, across: int, value: Cell, column: str) -> None:
    cell = sheet.cell(at, across)
    if isinstance(value, str):
        if len(value) > _LONGEST:
            raise TakeawayError.too_long(column, _LONGEST, len(value))
        cell.value = value
        cell.data_type = "s"  # openpyxl takes "=..." for a formula and "#N/A" for an error
        cell.quotePrefix = is_like_a_formula(value)
    else:
        cell.value = value
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _add_sources(book: Workbook, source_ids: Iterable[str], words: Iterable[str]) -> None:
    columns = {name: field(name).title for name in (*table_columns("sources"), _CREDIT)}
    rows = [
        [_shown(name, getattr(source(one), name)) for name in columns] for one in source_ids
    ]
    sheet: Worksheet = book.create_sheet(say("takeaway.sources"))
    _fill(sheet, rows, columns)
    last = sheet.max_row
    for at, line in enumerate(words, start=last + 2):
        # Not wrapped: a sentence goes on over the empty cells beside it.
        sheet.cell(at, 1, str(cell_of(line))).data_type = "s"


def _shown(name: str, value: object) -> Cell:
    of = field(name)
    return code_label(str(of.vocabulary), str(value)) if of.kind == "code" else cell_of(value)


def _last_words(title: str) -> Iterator[str]:
    yield say("cite.head", version=data_version(), what=cell_of(title))
    yield say("takeaway.requirements_change")


def _sheet_name(title: str) -> str:
    kept = _NOT_IN_NAME.sub(" ", str(cell_of(title))).strip(" '")
    name = " ".join(kept.split())[:_LONGEST_NAME].strip(" '")
    # A name must be there, and may not be that of the second sheet.
    return name if name and name != say("takeaway.sources") else say("takeaway.rows")
