"""Taking away: tables as CSV and XLSX, charts as SVG and PNG, in a folder of one's own.

Plain functions that need no browser. What writes a workbook or draws a picture is imported when
it is first used.
"""

from importlib import import_module
from typing import Any

from casecert_data.takeaway._cells import Cell, Rows
from casecert_data.takeaway._csv import to_csv
from casecert_data.takeaway._files import save_in, write_file
from casecert_data.takeaway._tables import TakenTable, chart_table, told_table, whole_table

_HOME_OF = {
    "draw_png": "casecert_data.reporting.pdf",
    "mapping_template": "casecert_data.takeaway._mapping_text",
    "roster_template": "casecert_data.takeaway._roster_book",
    "to_xlsx": "casecert_data.takeaway._xlsx",
}

__all__ = [  # noqa: PLE0604 - the names come from the table above
    *_HOME_OF,
    "Cell",
    "Rows",
    "TakenTable",
    "chart_table",
    "save_in",
    "to_csv",
    "told_table",
    "whole_table",
    "write_file",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its home on first use."""
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value
