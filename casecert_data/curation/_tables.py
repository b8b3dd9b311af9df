"""Faults of one table: keys, references, codes, bounds, and the source of every row."""

from collections import Counter
from collections.abc import Iterator

from casecert_data.catalog import (
    Field,
    Row,
    code_names,
    describe_table,
    field,
    table,
    table_columns,
    vocabulary_names,
)
from casecert_data.errors import DataFault

# A key that other tables refer to is unique in its table only together with the edition.
_KEY_OF = {
    "sources": "source_id",
    "editions": "edition_id",
    "issuers": "issuer_id",
    "certifications": "certification_id",
}


def table_faults(name: str) -> Iterator[str]:
    """Yield a sentence for each fault of a table.

    Examples
    --------
    >>> list(table_faults("employer_support"))
    []
    """
    rows = table(name)
    if not rows:
        yield DataFault.no_rows(name)
    yield from _key_faults(name, rows)
    for column in table_columns(name):
        yield from _cell_faults(name, field(column), rows)
    if describe_table(name).is_sourced:
        yield from _unsourced(name, rows)


def _key_faults(name: str, rows: tuple[Row, ...]) -> Iterator[str]:
    key = describe_table(name).key
    found = Counter(tuple(row[column] for column in key) for row in rows)
    for value, times in found.items():
        if None in value:
            yield DataFault.gap_in_key(name, key, value)
        if times > 1:
            yield DataFault.repeated_key(name, value, times)


def _cell_faults(name: str, of: Field, rows: tuple[Row, ...]) -> Iterator[str]:
    known = _known(of)
    for at, row in enumerate(rows, start=1):
        value = row[of.name]
        if value is None:
            continue
        if known is not None and value not in known:
            yield DataFault.unknown_value(name, at, of.name, value)
        if isinstance(value, str) and ("\n" in value or "  " in value):
            yield DataFault.not_one_line(name, at, of.name, value)
        number = value if of.kind in {"integer", "number"} else None
        if number is not None and not _is_within(of, number):
            bounds = f"{of.at_least} to {of.at_most} {of.unit}"
            yield DataFault.out_of_bounds(name, at, of.name, bounds, number)


def _is_within(of: Field, number: object) -> bool:
    low = of.at_least is None or number >= of.at_least  # type: ignore[operator]
    high = of.at_most is None or number <= of.at_most  # type: ignore[operator]
    return bool(low and high)


def _known(of: Field) -> set[object] | None:
    if of.kind == "code" and of.vocabulary in vocabulary_names():
        return set(code_names(str(of.vocabulary)))
    if of.kind == "reference" and of.refers_to is not None:
        return {row[_KEY_OF[of.refers_to]] for row in table(of.refers_to)}
    return None


def _unsourced(name: str, rows: tuple[Row, ...]) -> Iterator[str]:
    for column in ("source_id", "locator"):
        if column not in table_columns(name):
            yield DataFault.no_source_column(name, column)
            continue
        for at, row in enumerate(rows, start=1):
            if row[column] is None:
                yield DataFault.no_source(name, at, column)
