"""Tables of an educator's own cells: what fits a page, and what is left out and said."""

from collections.abc import Sequence

from casecert_data.catalog import say
from casecert_data.reporting.model._parts import Column, Row, TablePart, TextPart
from casecert_data.reporting.model._spans import Inline, Span

MOST_COLUMNS = 10
"""Columns that the width of a page holds."""

MOST_ROWS = 200
"""Rows that somebody reads on paper: about six pages."""


def table_parts(
    head: Sequence[Inline],
    rows: Sequence[Sequence[Inline]],
    numeric: Sequence[bool],
    *,
    caption: str = "",
    row_count: int | None = None,
) -> tuple[TablePart | TextPart, ...]:
    """Make a table whose first column names its rows, cut to what a page holds.

    Parameters
    ----------
    head
        A label for each column; an empty one gets a number.
    rows
        A cell for each column; at least as many rows as a page shows, or all there are.
    numeric
        Which columns are set flush right.
    caption
        What the table holds, shown above it; its labels are read out if nothing is said.
    row_count
        How many rows there are; by default those that are given.

    Returns
    -------
    tuple[TablePart | TextPart, ...]
        The table, and behind it a sentence on what is left out, if anything is.

    Examples
    --------
    >>> head = [(), (Span.plain("Fee"),)]
    >>> table, left_out = table_parts(head, [[(), ()]], [False, True], row_count=203)
    >>> table.caption, left_out.inline[0].text
    ('Table: Column 1, Fee', 'Rows 201 to 203 are left out here.')
    """
    count = len(rows) if row_count is None else row_count
    columns = tuple(
        Column(label if _words(label) else (_numbered(at),), numeric=is_number)
        for at, (label, is_number) in enumerate(zip(head, numeric, strict=True), start=1)
    )[:MOST_COLUMNS]
    labels = say("list.comma").join(_words(one.label) for one in columns)
    table = TablePart(
        caption=caption.strip() or say("own.caption", labels=labels),
        columns=columns,
        rows=tuple(Row(tuple(cells[:MOST_COLUMNS])) for cells in rows[:MOST_ROWS]),
        shows_caption=bool(caption.strip()),
    )
    left_out = _left_out(count, len(head))
    return (table, TextPart((Span.plain(left_out),), small=True)) if left_out else (table,)


def _left_out(row_count: int, column_count: int) -> str:
    told = []
    if row_count > MOST_ROWS:
        told.append(say("own.rows_left_out", first=MOST_ROWS + 1, last=row_count))
    if column_count > MOST_COLUMNS:
        told.append(say("own.columns_left_out", first=MOST_COLUMNS + 1, last=column_count))
    return " ".join(told)


def _numbered(at: int) -> Span:
    return Span.plain(say("own.column", number=at))


def _words(label: Inline) -> str:
    return "".join(span.text for span in label).strip()
