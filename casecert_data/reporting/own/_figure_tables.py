"""A figure that our charts have no form for, as tables of the values that it shows."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, zip_longest
from math import isfinite
from typing import Any, NamedTuple

from casecert_data.catalog import say, spell_number
from casecert_data.reporting.model._own_parts import Flow
from casecert_data.reporting.model._spans import Inline, Span
from casecert_data.reporting.own._own_tables import table_parts
from casecert_data.reporting.own._plotly_data import (
    Figure,
    column_of,
    flat,
    label_of,
    number_of,
    words_of,
)

# In the order in which they are read; each is an array of a trace, one value for each mark.
_KEYS = (
    *("labels", "parents", "locations", "lat", "lon", "theta", "x", "y", "z", "r"),
    *("lowerfence", "q1", "median", "q3", "upperfence", "open", "high", "low", "close"),
    *("base", "values", "value"),
)
# Two of plotly's names mean the same as two others of its own.
_SAME = {"lowerfence": "low", "upperfence": "high"}
_NAMES = ("labels", "parents", "locations", "theta", "x")
_YEARS = range(1900, 2101)
_DECIMALS = 4

Rows = list[list[Any]]
"""Cells of a table as they come from the figure."""


class Drawn(NamedTuple):
    """A table on its way out of a figure."""

    head: list[str]
    """Label of each column."""
    rows: Rows
    """Its cells."""
    signs: Sequence[tuple[str, str]] = ()
    """What stands before and behind the numbers of each column, as on the figure's axis."""


def figure_tables(figure: Figure) -> tuple[tuple[Flow, ...], bool]:
    """Set what a figure shows as tables, one for traces of one form.

    Returns
    -------
    tuple[tuple[Flow, ...], bool]
        The tables, none if no values can be read; and whether one had to be cut.

    Examples
    --------
    >>> pie = {"type": "pie", "labels": ["RN", "LPC"], "values": [12, 7]}
    >>> [table], is_cut = figure_tables(Figure((pie,), {}))
    >>> [[span.text for span in cell] for row in table.rows for cell in row.cells]
    [['RN'], ['12'], ['LPC'], ['7']]
    """
    wide = _side_by_side(figure)
    drawn = [wide] if wide else list(_of_each_form(figure))
    parts: list[Flow] = []
    is_cut = False
    for at, one in enumerate(drawn):
        table = _table(one, caption=figure.title if at == 0 else "")
        is_cut = is_cut or len(table) > 1
        parts += table
    return tuple(parts), is_cut


def _side_by_side(figure: Figure) -> Drawn | None:
    """Set series along the same places as one column each; None if they are of another kind."""
    columns: dict[str, dict[str, Any]] = {}
    for trace in figure.traces:
        name = words_of(str(trace.get("name") or "")) or figure.axis("y").title
        along, up = column_of(trace.get("x")), column_of(trace.get("y"))
        if not along or not up or len(along) != len(up) or _keys(trace) != ["x", "y"]:
            return None
        labels = [label_of(one) for one in along]
        if len(set(labels)) < len(labels) or name in columns:
            return None
        columns[name] = dict(zip(labels, up, strict=True))
    places = dict.fromkeys(label for column in columns.values() for label in column)
    if not places:
        return None
    head = [figure.axis("x").title or _word("x"), *(one or _word("y") for one in columns)]
    rows = [[place, *(one.get(place) for one in columns.values())] for place in places]
    return Drawn(head, rows, [("", ""), *[_signs(figure, "y")] * len(columns)])


def _of_each_form(figure: Figure) -> Iterator[Drawn]:
    for keys, together in groupby(figure.traces, key=_keys):
        traces = list(together)
        if keys:
            yield _long(figure, keys, traces)
        else:
            yield from filter(None, map(_special, traces))


def _keys(trace: Mapping[str, Any]) -> list[str]:
    """Name the arrays of a trace that belong to its marks, one value for each."""
    arrays = {key: column_of(trace.get(key)) for key in _KEYS}
    there = [key for key, column in arrays.items() if column and not _is_grid(column)]
    longest = max((len(arrays[key] or ()) for key in there), default=0)
    grid = column_of(trace.get("z"))
    if grid and _is_grid(grid):
        return []
    return [key for key in there if len(arrays[key] or ()) == longest]


def _long(figure: Figure, keys: Sequence[str], traces: Sequence[Mapping[str, Any]]) -> Drawn:
    """Set one row for each mark, with the name of its series before it if there are several."""
    names = [words_of(str(trace.get("name") or "")) for trace in traces]
    has_names = len(traces) > 1 and any(names)
    rows: Rows = []
    for name, trace in zip(names, traces, strict=True):
        columns = [column_of(trace.get(key)) or [] for key in keys]
        rows += [[*([name] if has_names else []), *row] for row in zip(*columns, strict=True)]
    heads = [_head(figure, key) for key in keys]
    signs = [_signs(figure, key) for key in keys]
    if has_names:
        return Drawn([say("own.figure.series"), *heads], rows, [("", ""), *signs])
    return Drawn(heads, rows, signs)


def _special(trace: Mapping[str, Any]) -> Drawn | None:
    """Set a field of values, a table that was drawn as a figure, or a single number."""
    grid = column_of(trace.get("z"))
    if grid and _is_grid(grid):
        across = column_of(trace.get("x")) or list(range(1, len(grid[0]) + 1))
        up = column_of(trace.get("y")) or list(range(1, len(grid) + 1))
        rows = [[label_of(name), *row] for name, row in zip(up, grid, strict=False)]
        return Drawn([_word("y"), *map(label_of, across)], rows)
    cells = column_of(_inside(trace, "cells", "values"))
    if cells and _is_grid(cells):
        head = column_of(_inside(trace, "header", "values")) or [""] * len(cells)
        labels = [label_of(flat([one])[0] if isinstance(one, list) else one) for one in head]
        return Drawn(labels, [list(row) for row in zip_longest(*cells, fillvalue="")])
    if number_of(trace.get("value")) is not None:
        return Drawn([_word("value")], [[trace["value"]]])
    return None


def _table(drawn: Drawn, *, caption: str) -> tuple[Flow, ...]:
    head, rows = drawn.head, drawn.rows
    signs = drawn.signs or [("", "")] * len(head)
    columns = list(zip(*rows, strict=False))
    numeric = [_is_numeric(column) for column in columns] or [False] * len(head)
    # Years name things; they are not counted.
    counted = [
        is_number and not _are_years(column)
        for is_number, column in zip(numeric, columns, strict=False)
    ] or numeric
    body = [
        [
            _cell(one, is_counted=is_it, around=around)
            for one, is_it, around in zip(row, counted, signs, strict=False)
        ]
        for row in rows
    ]
    width = len(counted)
    labels = [_line(one) for one in [*head, *[""] * width][:width]]
    return table_parts(labels, body, counted, caption=caption)


def _is_numeric(column: Sequence[Any]) -> bool:
    return all(one is None or number_of(one) is not None for one in column)


def _are_years(column: Sequence[Any]) -> bool:
    numbers = [number_of(one) for one in column]
    return all(one is not None and one.is_integer() and int(one) in _YEARS for one in numbers)


def _cell(value: Any, *, is_counted: bool, around: tuple[str, str]) -> Inline:
    number = number_of(value) if is_counted else None
    if number is not None and isfinite(number):
        written = spell_number(Decimal(repr(round(number, _DECIMALS))))
        return _line(written.join(around))
    is_there = value is not None and (number is None or isfinite(number))
    return _line(label_of(value) if is_there else say("own.missing"))


def _line(text: str) -> Inline:
    return (Span.plain(text),) if text else ()


def _head(figure: Figure, key: str) -> str:
    title = figure.axis(key).title if key in {"x", "y", "z"} else ""
    return title or _word(key)


def _signs(figure: Figure, key: str) -> tuple[str, str]:
    if key not in {"x", "y"}:
        return "", ""
    axis = figure.axis(key)
    return axis.before, axis.after


def _word(key: str) -> str:
    return say(f"own.figure.key.{_SAME.get(key, key)}")


def _is_grid(column: Sequence[Any]) -> bool:
    return isinstance(column[0], list)


def _inside(trace: Mapping[str, Any], *names: str) -> object:
    found: object = trace
    for name in names:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found
