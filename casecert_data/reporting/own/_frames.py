"""Frames and series of pandas as tables of a page; runs where the template runs."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

import pandas as pd

from casecert_data.catalog import say, spell_date
from casecert_data.reporting.model._own_parts import OwnOutput
from casecert_data.reporting.model._parts import TextPart
from casecert_data.reporting.model._spans import Inline, Span
from casecert_data.reporting.own._own_tables import MOST_COLUMNS, MOST_ROWS, table_parts

_LARGE = 10
"""Numbers from here on get two decimals at most, smaller ones four."""
_FIELD = "\x1f"
_NOT_THERE = re.compile("nan|NaT|<NA>|None")
_MIDNIGHT = time()

Cells = list[list[str]]
"""Rows of text."""


def frame_output(frame: pd.DataFrame) -> OwnOutput:
    """Set a frame as a table: its index names the rows, unless it only counts them.

    Parameters
    ----------
    frame
        Any shape. Missing values are shown by a dash; of more rows or columns than a page
        holds, the first are shown, and a sentence says so.

    Examples
    --------
    >>> fees = pd.DataFrame(
    ...     {"Fee": [350.0, 225.5]}, index=pd.Index(["CCM", "CMAC"], name="For")
    ... )
    >>> [span.text for row in frame_output(fees).parts[0].rows for (span,) in row.cells]
    ['CCM', '350.0', 'CMAC', '225.5']
    """
    shown = frame.iloc[:MOST_ROWS]
    columns = _columns(shown, [] if _only_counts(frame.index) else range(frame.index.nlevels))
    labels = [*_index_labels(frame.index), *map(_label, frame.columns)]
    labels = labels[len(labels) - len(columns) :]
    drawn = [_texts(one) for one in columns[:MOST_COLUMNS]]
    left_out = [[""] * len(shown)] * (len(columns) - len(drawn))
    body = [list(row) for row in zip(*drawn, *left_out, strict=True)]
    return _output(labels, body, [*map(_is_number, columns)], row_count=len(frame))


def series_output(series: "pd.Series[Any]") -> OwnOutput:
    """Set a series as a table of two columns.

    Examples
    --------
    >>> counts = pd.Series([2, 1], index=["RN", "LPC"], name="People")
    >>> [
    ...     span.text
    ...     for column in series_output(counts).parts[0].columns
    ...     for span in column.label
    ... ]
    ['Row', 'People']
    """
    name = say("own.value") if series.name is None else series.name
    return frame_output(series.to_frame(name))


def styler_output(styler: Any) -> OwnOutput:
    """Set a styled frame: its caption, its formats and what it hides are kept, colors are not.

    Examples
    --------
    >>> fees = pd.DataFrame({"For": ["CCM"], "Fee": [350.0]})
    >>> styled = fees.style.format({"Fee": "${:.0f}"}).hide().set_caption("Fees")
    >>> part = styler_output(styled).parts[0]
    >>> part.caption, part.rows[0].cells[1][0].text
    ('Fees', '$350')
    """
    frame = styler.data
    hidden = set(styler.hidden_columns)
    kept = [at for at in range(frame.shape[1]) if at not in hidden]
    rows = [at for at in range(len(frame)) if at not in set(styler.hidden_rows)]
    levels = [at for at, is_hidden in enumerate(styler.hide_index_) if not is_hidden]
    body = _styled_cells(styler, len(rows), len(levels) + len(kept))
    if _only_counts(frame.index) and levels:
        levels, body = [], body and [row[1:] for row in body]
    if body is None:
        texts = map(_texts, _columns(frame.iloc[rows, kept], levels))
        body = [list(row) for row in zip(*texts, strict=True)]
    columns = _columns(frame.iloc[rows, kept], levels)
    for at, column in enumerate(columns):
        _set_as_ours(body, at, column)
    labels = _index_labels(frame.index)
    caption = styler.caption if isinstance(styler.caption, str) else ""
    return _output(
        [*(labels[at] for at in levels), *(_label(frame.columns[at]) for at in kept)],
        body,
        [*map(_is_number, columns)],
        caption=caption,
    )


def _output(
    head: Sequence[str],
    body: Cells,
    numeric: Sequence[bool],
    *,
    row_count: int | None = None,
    caption: str = "",
) -> OwnOutput:
    rows = [[_line(cell) for cell in row] for row in body]
    if not head:
        return OwnOutput((TextPart(_line(say("own.empty"))),))
    parts = table_parts(
        [_line(one) for one in head], rows, numeric, caption=caption, row_count=row_count
    )
    return OwnOutput(parts, ("cut",) if len(parts) > 1 else ())


def _set_as_ours(body: Cells, at: int, column: "pd.Series[Any]") -> None:
    """Set what nobody formatted as in any other table: missing values, and numbers."""
    ours = _texts(column)
    by_default = [f"{one:.6f}" if isinstance(one, float) else "" for one in column]
    is_untouched = all(
        is_missing or row[at] == default
        for row, default, is_missing in zip(body, by_default, column.isna(), strict=True)
    )
    for row, text, is_missing in zip(body, ours, column.isna(), strict=True):
        if is_untouched or (is_missing and _NOT_THERE.search(row[at])):
            row[at] = text


def _styled_cells(styler: Any, row_count: int, column_count: int) -> Cells | None:
    """Return the cells as the styler writes them; None if a line break in one is in the way."""
    text: str = styler.to_string(delimiter=_FIELD, sparse_index=False, sparse_columns=False)
    lines = [line.split(_FIELD) for line in text.removesuffix("\n").split("\n")]
    has_names = any(name is not None for name in styler.data.index.names)
    heads = styler.data.columns.nlevels + (has_names and not all(styler.hide_index_))
    # A last column that is hidden leaves its mark behind it.
    body = [row[:-1] if row[column_count:] == [""] else row for row in lines[heads:]]
    if len(body) != row_count or any(len(row) != column_count for row in body):
        return None
    return body


def _columns(frame: pd.DataFrame, levels: Sequence[int]) -> list["pd.Series[Any]"]:
    index = [pd.Series(frame.index.get_level_values(at)) for at in levels]
    return [*index, *(frame.iloc[:, at] for at in range(frame.shape[1]))]


def _only_counts(index: "pd.Index[Any]") -> bool:
    return isinstance(index, pd.RangeIndex) and index.name is None


def _index_labels(index: "pd.Index[Any]") -> list[str]:
    return [say("own.row") if name is None else _label(name) for name in index.names]


def _label(name: object) -> str:
    if isinstance(name, tuple):
        return say("list.comma").join(part for part in map(_label, name) if part)
    return _one(name)


def _line(text: str) -> Inline:
    return (Span.plain(text),) if text else ()


def _is_number(column: "pd.Series[Any]") -> bool:
    kind = column.dtype
    return pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)


def _texts(column: "pd.Series[Any]") -> list[str]:
    write = _float_writer(column) if pd.api.types.is_float_dtype(column.dtype) else _one
    return [say("own.missing") if _is_missing(one) else write(one) for one in column]


def _float_writer(column: "pd.Series[Any]") -> Callable[[Any], str]:
    """Write each number of a column with as many decimals as the longest of them needs."""
    chosen: Callable[[Any], str] | None = pd.get_option("display.float_format")
    if chosen is not None:
        return chosen
    most = 2 if column.abs().max() >= _LARGE else 4
    rounded = [f"{one:.{most}f}".rstrip("0") for one in column.dropna()]
    decimals = max([0, *(len(one.partition(".")[2]) for one in rounded)])
    return lambda number: f"{number:.{decimals}f}"


def _is_missing(value: Any) -> bool:
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def _one(value: object) -> str:
    if pd.api.types.is_bool(value):
        return say("own.yes" if value else "own.no")
    if isinstance(value, datetime):
        if value.time() == _MIDNIGHT:
            return spell_date(value.date())
        return say("own.moment", date=spell_date(value.date()), time=f"{value:%H:%M}")
    if isinstance(value, date):
        return spell_date(value)
    return str(value)
