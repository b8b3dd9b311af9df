"""How places are written: ``fees[ccm,exam].amount_usd``, ``rules[ccm,issuer].license``."""

import re

from casecert_data.catalog import Row, describe_table, field, table_columns

RULES = "rules"
"""What stands for the rules where a place names a table."""

_CELL = re.compile(r"(\w+)\[([^\[\]]*)\]\.(.+)", re.ASCII)


def row_key(name: str, row: Row) -> str:
    """Return the key of a row as a place writes it.

    Examples
    --------
    >>> from casecert_data.catalog import table
    >>> row_key("certification_summaries", table("certification_summaries")[0])
    'ccm,article'
    """
    # A key that names no column is a fault of tables.toml, and is told as such.
    return ",".join(str(row.get(column)) for column in describe_table(name).key)


def row_sources(name: str, row: Row) -> tuple[str, ...]:
    """Name every source of a row, in the order of its columns.

    Examples
    --------
    >>> from casecert_data.catalog import table
    >>> row_sources("employer_support", table("employer_support")[0])
    ('ccmc_get_certified', 'coursera_certified_case_manager')
    """
    columns = [one for one in table_columns(name) if field(one).refers_to == "sources"]
    return tuple(dict.fromkeys(str(row[one]) for one in columns if row[one] is not None))


def split_place(place: str) -> tuple[str, str, str] | None:
    """Return the table, the key and what stands behind them; None where it is no such place.

    Examples
    --------
    >>> split_place("rules[ccm,issuer].license.any_of")
    ('rules', 'ccm,issuer', 'license.any_of')
    """
    found = _CELL.fullmatch(place)
    return (found[1], found[2], found[3]) if found else None


def holders(place: str) -> tuple[str, ...]:
    """Name what holds a value, the widest first: its table, its column and its row.

    Examples
    --------
    >>> holders("fees[ccm,exam].amount_usd")
    ('fees', 'fees.amount_usd', 'fees[ccm,exam]')
    >>> holders("rules[ccm,issuer].license.any_of")
    ('rules[ccm,issuer]', 'rules[ccm,issuer].license')
    """
    parts = split_place(place)
    if parts is None:
        return ()
    name, key, rest = parts
    row = f"{name}[{key}]"
    if name != RULES:
        return (name, f"{name}.{rest}", row)
    words = rest.split(".")
    return (row, *(".".join([row, *words[:end]]) for end in range(1, len(words))))
