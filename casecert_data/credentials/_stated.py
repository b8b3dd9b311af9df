"""What several sources say of one thing: one value, or all of those that differ."""

from collections.abc import Iterable
from typing import NamedTuple

from casecert_data.catalog import Row, code_names, source


class Stated(NamedTuple):
    """One value, and who says so."""

    value: object
    """What is said, as the table has it."""
    source_ids: tuple[str, ...]
    """Keys of the sources that say it."""


def stated(rows: Iterable[Row], column: str) -> tuple[Stated, ...]:
    """Return the values that rows give in a column: the issuer's own pages' first.

    Parameters
    ----------
    rows
        Rows with ``source_id``. Those that a newer page supersedes are left out.
    column
        Column that is read; an empty cell says nothing.

    Returns
    -------
    tuple
        Nothing where nobody says; one value where all agree; each value where they do not.

    Examples
    --------
    >>> from casecert_data.catalog import rows_where
    >>> rows = rows_where("fees", certification_id="ccm", fee_code="renewal")
    >>> [str(one.value) for one in stated(rows, "amount_usd")]
    ['275', '285']
    """
    found: dict[object, list[str]] = {}
    for row in sorted(rows, key=_rank):
        if row[column] is not None and not row.get("is_superseded"):
            found.setdefault(row[column], []).append(str(row["source_id"]))
    values = found if any(isinstance(one, str) for one in found) else sorted(found, key=_number)
    return tuple(Stated(one, tuple(found[one])) for one in values)


def _rank(row: Row) -> int:
    # The vocabulary lists the standings from the best to the least.
    standing = source(str(row["source_id"])).standing_code
    return code_names("standing_code").index(standing)


def _number(value: object) -> float:
    return float(str(value))
