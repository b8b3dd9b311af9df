"""The ledger of sentences: each one carried by data and shown, each datum carried by one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from casecert_data.catalog import (
    Row,
    describe_table,
    row_lines,
    table,
    table_columns,
    table_names,
    table_path,
)
from casecert_data.curation._editions import every_rule
from casecert_data.curation._places import RULES, row_key, row_sources, split_place
from casecert_data.eligibility import Criterion, Group, certification_ids
from casecert_data.errors import DataFault
from casecert_data.shipped import notebooks_folder, reports_folder

_COLUMNS = ("locator", "sentence_number", "carriers", "shown_in")


def ledger_faults() -> Iterator[str]:
    """Yield a sentence for each fault of ``claims.csv``, and for what no claim carries.

    Examples
    --------
    >>> list(ledger_faults())
    []
    """
    file = table_path("claims").name
    missing = [column for column in _COLUMNS if column not in table_columns("claims")]
    if missing:
        yield DataFault.no_column(file, missing[0])
        return
    sentences: dict[tuple[object, object], int] = {}
    for line, row in zip(row_lines("claims"), table("claims"), strict=True):
        where = f"{file}, line {line}"
        yield from _carrier_faults(where, row)
        yield from _showing_faults(where, row)
        sentence = (row["locator"], row["sentence_number"])
        if sentence in sentences:
            yield DataFault.repeated_sentence(where, *sentence, sentences[sentence])
        sentences.setdefault(sentence, line)
    yield from _unknown_showings(file)
    yield from _uncarried_rows()
    yield from _uncarried_criteria()


def _parts(cell: object) -> list[str]:
    return [] if cell is None else str(cell).split(";")


def _carrier_faults(where: str, row: Row) -> Iterator[str]:
    carriers = _parts(row["carriers"])
    if not carriers:
        yield DataFault.no_carrier(where)
    for carrier in carriers:
        place = split_place(carrier)
        if place is None:
            yield DataFault.unreadable_carrier(where, carrier)
        elif place[0] == RULES:
            yield from _rule_faults(where, carrier, place[1], place[2])
        else:
            yield from _cell_faults(where, carrier, *place)


def _cell_faults(where: str, carrier: str, name: str, key: str, column: str) -> Iterator[str]:
    if name not in table_names():
        yield DataFault.unknown_carrier(where, carrier, "a table", name, table_names())
        return
    rows, columns = _rows_by_key(name), table_columns(name)
    if column not in columns:
        yield DataFault.unknown_carrier(where, carrier, f"a column of {name}", column, columns)
    if key not in rows:
        yield DataFault.unknown_carrier(where, carrier, f"a key of {name}", key, rows)
        return
    if rows[key].get(column, "") is None:
        yield DataFault.empty_carrier(where, carrier)
    if describe_table(name).is_sourced and not _names_main_source(name, rows[key]):
        yield DataFault.foreign_carrier(where, carrier, sorted(_main_sources()))


def _rule_faults(where: str, carrier: str, key: str, name: str) -> Iterator[str]:
    rules = _nodes_by_rule()
    if key not in rules:
        expected = "the certification and edition of a rule"
        yield DataFault.unknown_carrier(where, carrier, expected, key, rules)
    elif name not in rules[key]:
        expected = "a criterion or group of the rule"
        yield DataFault.unknown_carrier(where, carrier, expected, name, rules[key])
    elif not _main_sources() & rules[key][name]:
        yield DataFault.foreign_carrier(where, carrier, sorted(_main_sources()))


def _showing_faults(where: str, row: Row) -> Iterator[str]:
    places = _parts(row["shown_in"])
    if not places:
        yield DataFault.unshown(where)
    for place in places:
        if place.partition(":")[0] not in _shows():
            yield DataFault.unreadable_showing(where, place)


def _unknown_showings(file: str) -> Iterator[str]:
    # Many sentences stand in one notebook: if that is not there, it is one fault.
    lines: dict[str, list[int]] = {}
    for line, row in zip(row_lines("claims"), table("claims"), strict=True):
        for place in _parts(row["shown_in"]):
            lines.setdefault(place, []).append(line)
    for place, on in lines.items():
        kind, _, name = place.partition(":")
        if name not in (known := _shows().get(kind, [name])):
            yield DataFault.unknown_showing(file, kind, name, known, on)


@cache
def _shows() -> Mapping[str, Sequence[str]]:
    return {
        "notebook": sorted(path.stem for path in notebooks_folder().glob("*.ipynb")),
        "report": sorted(path.parent.name for path in reports_folder().glob("*/report.toml")),
    }


def _uncarried_rows() -> Iterator[str]:
    carried = {(name, key) for name, key, _ in _carriers()}
    for name in table_names():
        if describe_table(name).is_sourced:
            for key, row in _rows_by_key(name).items():
                if _names_main_source(name, row) and (name, key) not in carried:
                    yield DataFault.uncarried(f"{name}[{key}]")


def _uncarried_criteria() -> Iterator[str]:
    for rule in (rule for one in certification_ids() for rule in every_rule(one)):
        if rule.edition_id in _main_editions():
            key = f"{rule.certification_id},{rule.edition_id}"
            for leaf in rule.criteria():
                if (RULES, key, leaf.id) not in _carriers():
                    yield DataFault.uncarried(f"{RULES}[{key}].{leaf.id}")


@cache
def _carriers() -> frozenset[tuple[str, str, str]]:
    places = (split_place(one) for row in table("claims") for one in _parts(row["carriers"]))
    return frozenset(place for place in places if place)


@cache
def _rows_by_key(name: str) -> dict[str, Row]:
    return {row_key(name, row): row for row in table(name)}


def _names_main_source(name: str, row: Row) -> bool:
    return not _main_sources().isdisjoint(row_sources(name, row))


@cache
def _main_sources() -> frozenset[str]:
    return frozenset(str(row["main_source_id"]) for row in _of_one_source())


@cache
def _main_editions() -> frozenset[str]:
    return frozenset(str(row["edition_id"]) for row in _of_one_source())


def _of_one_source() -> Sequence[Row]:
    return [row for row in table("editions") if row["main_source_id"] is not None]


@cache
def _nodes_by_rule() -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    for one in certification_ids():
        for rule in every_rule(one):
            found.setdefault(f"{one},{rule.edition_id}", {}).update(_nodes(rule.root))
    return found


def _nodes(node: Group | Criterion) -> dict[str, set[str]]:
    # The sources of each criterion by its name, and of each group those of what it holds.
    if isinstance(node, Criterion):
        return {node.id: set(node.source_ids())}
    below: dict[str, set[str]] = {}
    for part in node.parts:
        below |= _nodes(part)
    inside = {one for part in node.parts for one in below[part.id]}
    return {**below, node.id: inside}
