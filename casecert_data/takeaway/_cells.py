"""Cells as a spreadsheet may hold them: numbers, days and words, of which none is a formula."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import TypeAlias

from casecert_data.catalog import say
from casecert_data.reporting.model._blocks import clean_text

Cell: TypeAlias = str | int | float | Decimal | date | None
"""What stands in a cell; nothing where nothing is known."""
Rows: TypeAlias = Iterable[Mapping[str, object]]
"""Rows by the names of their columns."""

# Excel and LibreOffice read a cell that begins with one of these as a formula, which can start
# programs or send what stands beside it elsewhere. The broad forms are those of East Asia.
_BEGINS_A_FORMULA = tuple(
    "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
_QUOTE = "'"


def cell_of(value: object) -> Cell:
    r"""Return a value as a spreadsheet may hold it: line breaks and controls go.

    Examples
    --------
    >>> cell_of(True), cell_of("two\nlines"), cell_of(Decimal("58.0")), cell_of(None)
    ('yes', 'two lines', Decimal('58.0'), None)
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return say("show.yes" if value else "show.no")
    if isinstance(value, int) or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, float | Decimal) and isfinite(value):
        return value
    return clean_text(str(value))


def is_like_a_formula(text: str) -> bool:
    """Tell whether a spreadsheet could take a text for a formula.

    Examples
    --------
    >>> is_like_a_formula("=1+1"), is_like_a_formula(" @SUM(A1)"), is_like_a_formula("58%")
    (True, True, False)
    """
    return text.lstrip().startswith(_BEGINS_A_FORMULA)


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could take for a formula.

    Examples
    --------
    >>> harmless("=HYPERLINK(0)"), harmless("58%")
    ("'=HYPERLINK(0)", '58%')
    """
    return f"{_QUOTE}{text}" if is_like_a_formula(text) else text
