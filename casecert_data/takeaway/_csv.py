"""Rows as CSV that every spreadsheet opens and none of them runs."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from casecert_data.takeaway._cells import Cell, Rows, cell_of, harmless


def to_csv(rows: Rows, columns: Mapping[str, str]) -> bytes:
    r"""Write rows as CSV: UTF-8 with a mark in front, commas, a line for each row.

    The mark (BOM) is there because Excel reads a CSV without it in the code page of the machine
    and spoils each dash and accent; ``pandas.read_csv(encoding="utf-8-sig")`` leaves it out. A
    text that begins with ``=``, ``+``, ``-`` or ``@`` gets an apostrophe in front, since it
    would be run as a formula; numbers stay as they are. Line breaks in a cell become blanks.
    Equal rows give equal bytes.

    Parameters
    ----------
    rows
        The rows; a column that one lacks is empty there.
    columns
        Name of each column to its head, in order.

    Returns
    -------
    bytes
        The file's content.

    Examples
    --------
    >>> to_csv([{"share": 58, "who": "=cmd"}], {"who": "Who", "share": "Share"})
    b"\xef\xbb\xbfWho,Share\r\n'=cmd,58\r\n"
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([_written(cell_of(head)) for head in columns.values()])
    for row in rows:
        writer.writerow([_written(cell_of(row.get(name))) for name in columns])
    return file.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
