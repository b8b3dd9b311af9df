"""What the data says now, value by value, and what it said when it was last released."""

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from casecert_data.catalog import describe_table, read_text, table, table_names
from casecert_data.curation._editions import every_rule, rule_entries
from casecert_data.curation._places import RULES, row_key, row_sources
from casecert_data.eligibility import Criterion, Group, certification_ids
from casecert_data.errors import CatalogError
from casecert_data.shipped import data_folder

_HEADER = ("place", "fingerprint")
_VERSION = "data_version"
_DIGITS = 12
_IN_KEY = ("edition_id", "starts_on")
_NODES = ("group", "criterion")


class Released(NamedTuple):
    """What one version of the data said."""

    version: str
    """The version."""
    fingerprints: Mapping[str, str]
    """Place of each value to the fingerprint of the value."""


def released_path() -> Path:
    """Return the file of what the last release said.

    Examples
    --------
    >>> released_path().name
    'released.csv'
    """
    return data_folder() / "released.csv"


def read_released() -> Released:
    """Read what the last release said.

    Raises
    ------
    CasecertError
        If the file is not there, or not as `casecert data build` writes it.

    Examples
    --------
    >>> read_released().version.count(".")
    2
    """
    file = released_path().name
    records = list(csv.reader(io.StringIO(read_text(released_path()), newline="")))
    for line, record in enumerate(records, start=1):
        if len(record) != len(_HEADER):
            raise CatalogError.ragged_row(file, line, len(record), len(_HEADER))
    if tuple(records[0]) != _HEADER or len(records) == 1 or records[1][0] != _VERSION:
        expected = f"{','.join(_HEADER)}, then {_VERSION}"
        raise CatalogError.bad_entry(file, "lines 1 and 2", expected, records[:2])
    return Released(records[1][1], {record[0]: record[1] for record in records[2:]})


def released_text(version: str) -> str:
    """Return the text of the file that says what the data says now.

    Examples
    --------
    >>> released_text("2026.11.23").splitlines()[:2]
    ['place,fingerprint', 'data_version,2026.11.23']
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerow((_VERSION, version))
    writer.writerows((place, fingerprint(value)) for place, value in sorted(values().items()))
    return text.getvalue()


def fingerprint(value: str) -> str:
    """Return what tells a value from every other, and does not tell the value itself.

    Examples
    --------
    >>> fingerprint("225")
    '0e6523810856'
    """
    return sha256(value.encode()).hexdigest()[:_DIGITS]


@cache
def values() -> Mapping[str, str]:
    """Return every value of the sourced tables and of the rules, by its place, as written.

    Examples
    --------
    >>> values()["employer_support[employers_pay_2023].share_pct"]
    '58'
    >>> values()["rules[cmgt_bc,article].license.any_of"]
    'RN'
    """
    found = dict(_cells())
    for one in certification_ids():
        found |= _rule_values(one)
    return found


@cache
def sources_of() -> Mapping[str, tuple[str, ...]]:
    """Return the sources of every row, and of every rule with its groups and criteria.

    Examples
    --------
    >>> sources_of()["employer_support[employers_pay_2023]"][0]
    'ccmc_get_certified'
    """
    found = {
        f"{name}[{row_key(name, row)}]": row_sources(name, row)
        for name in _sourced()
        for row in table(name)
    }
    for one in certification_ids():
        for entry, rule in zip(rule_entries(one), every_rule(one), strict=True):
            place = _rule_place(one, entry)
            for name, sources in _node_sources(rule.root).items():
                found[f"{place}.{name}" if name else place] = sources
    for place, value in values().items():
        # What stands beside a source of its own, such as a remark, is that source's.
        if place.endswith(".source_id"):
            found.setdefault(place.removesuffix(".source_id"), (value,))
    return found


def _sourced() -> list[str]:
    return [name for name in table_names() if describe_table(name).is_sourced]


def _cells() -> Iterator[tuple[str, str]]:
    for name in _sourced():
        key = describe_table(name).key
        for row in table(name):
            place = f"{name}[{row_key(name, row)}]"
            for column, value in row.items():
                # The key stands in the place: another key is another row.
                if column not in key:
                    yield f"{place}.{column}", _cell(value)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else _one_line(value)


def _rule_values(certification_id: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in rule_entries(certification_id):
        place = _rule_place(certification_id, entry)
        own = {word: entry[word] for word in entry if word not in (*_IN_KEY, *_NODES)}
        nodes = {name: node for kind in _NODES for name, node in entry.get(kind, {}).items()}
        found.update(_leaves(place, {**own, **nodes}))
    return found


def _rule_place(certification_id: str, entry: Mapping[str, Any]) -> str:
    key = [certification_id, *(str(entry[word]) for word in _IN_KEY if word in entry)]
    return f"{RULES}[{','.join(key)}]"


def _leaves(place: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for word, below in value.items():
            yield from _leaves(f"{place}.{word}", below)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for at, below in enumerate(value, start=1):
            yield from _leaves(f"{place}.{at}", below)
    else:
        yield place, ";".join(map(_word, value)) if isinstance(value, list) else _word(value)


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else _one_line(value)


def _one_line(value: object) -> str:
    # A line of the changelog must be able to hold it.
    return " ".join(str(value).split())


def _node_sources(node: Group | Criterion) -> dict[str, tuple[str, ...]]:
    if isinstance(node, Criterion):
        return {node.id: node.source_ids()}
    found: dict[str, tuple[str, ...]] = {}
    for part in node.parts:
        found |= _node_sources(part)
    inside = [one for part in node.parts for one in found[part.id]]
    return {**found, node.id: tuple(dict.fromkeys(inside))}
