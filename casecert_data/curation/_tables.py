"""Faults of one table: keys, references, codes, bounds, and the source of every row."""

from collections.abc import Iterator
from functools import cache

from casecert_data.catalog import (
    Field,
    code_names,
    describe_table,
    field,
    row_lines,
    table,
    table_columns,
    table_names,
    table_path,
    vocabulary_names,
)
from casecert_data.errors import DataFault

_NUMBERS = ("integer", "number")


def table_faults(name: str) -> Iterator[str]:
    """Yield a sentence for each fault of a table.

    Examples
    --------
    >>> list(table_faults("employer_support"))
    []
    """
    file = table_path(name).name
    if not table(name):
        yield DataFault.no_rows(file)
    yield from _key_faults(file, name)
    for column in table_columns(name):
        yield from _cell_faults(file, name, field(column))
        yield from _column_faults(file, name, field(column))
    if describe_table(name).is_sourced:
        yield from _unsourced(file, name)


def _key_faults(file: str, name: str) -> Iterator[str]:
    key = [column for column in describe_table(name).key if column in table_columns(name)]
    first_lines: dict[tuple[object, ...], int] = {}
    for line, row in zip(row_lines(name), table(name), strict=True):
        value = tuple(row[column] for column in key)
        written = ", ".join(f"{column}={row[column]!r}" for column in key)
        if None in value:
            yield DataFault.gap_in_key(file, line, written)
        if value in first_lines:
            yield DataFault.repeated_key(file, line, written, first_lines[value])
        first_lines.setdefault(value, line)


def _cell_faults(file: str, name: str, of: Field) -> Iterator[str]:
    known = _known(of)
    for line, row in zip(row_lines(name), table(name), strict=True):
        value = row[of.name]
        if value is None:
            continue
        if known is not None and value not in known:
            yield DataFault.unknown_value(
                file, line, of.name, expected=_list_words(of), found=str(value), known=known
            )
        if isinstance(value, str) and ("\n" in value or "  " in value):
            yield DataFault.not_one_line(file, line, of.name, value)
        if of.kind in _NUMBERS and not _is_within(of, value):
            yield DataFault.out_of_bounds(file, line, of.name, _bounds(of), value)


def _column_faults(file: str, name: str, of: Field) -> Iterator[str]:
    bound = of.at_most_column
    if bound is None or of.kind not in _NUMBERS:
        return
    numbers = [column for column in table_columns(name) if field(column).kind in _NUMBERS]
    if bound not in numbers:
        yield DataFault.no_bound(file, of.name, bound, numbers)
        return
    for line, row in zip(row_lines(name), table(name), strict=True):
        value, most = row[of.name], row[bound]
        if value is not None and most is not None and value > most:  # type: ignore[operator]
            yield DataFault.above_column(
                file, line, of.name, bound=bound, most=most, found=value
            )


def _is_within(of: Field, number: object) -> bool:
    low = of.at_least is None or number >= of.at_least  # type: ignore[operator]
    high = of.at_most is None or number <= of.at_most  # type: ignore[operator]
    return bool(low and high)


def _bounds(of: Field) -> str:
    ends = [str(end) for end in (of.at_least, of.at_most) if end is not None]
    word = "or more" if of.at_most is None else "or less" if of.at_least is None else ""
    return f"{' to '.join(ends)} {of.unit} {word}".rstrip()


@cache
def _vocabularies() -> tuple[str, ...]:
    # Naming them reads their whole file, and every column of codes asks.
    return vocabulary_names()


def _known(of: Field) -> set[str] | None:
    if of.kind == "code" and of.vocabulary in _vocabularies():
        return set(code_names(str(of.vocabulary)))
    if of.kind == "reference" and of.refers_to in table_names():
        # A certification has a row in each edition: the first part of the key is its name.
        key = describe_table(str(of.refers_to)).key[0]
        return {str(row[key]) for row in table(str(of.refers_to))}
    return None


def _list_words(of: Field) -> str:
    return f"a code of {of.vocabulary}" if of.kind == "code" else f"a key of {of.refers_to}"


def _unsourced(file: str, name: str) -> Iterator[str]:
    for column in ("source_id", "locator"):
        if column not in table_columns(name):
            yield DataFault.no_source_column(file, column)
            continue
        for line, row in zip(row_lines(name), table(name), strict=True):
            if row[column] is None:
                yield DataFault.no_source(file, line, column)
