"""The limits that a report.toml sets to its parameters."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casecert_data.errors import ReportError
from casecert_data.reporting.specs._parameters import (
    LONGEST_TEXT,
    Limits,
    Parameter,
    as_typed_in,
    tables_with_keys,
)


def read_limits(file: Path, where: str, kind: str, entry: Mapping[str, Any]) -> Limits:
    """Read the limits of one parameter.

    Parameters
    ----------
    file
        The report.toml.
    where
        Place of the parameter in it.
    kind
        Kind of the parameter.
    entry
        What the file says of it; names that the kind does not have are refused before.

    Raises
    ------
    ReportError
        If a limit is of another form, or the lowest is above the highest.

    Examples
    --------
    >>> read_limits(Path("report.toml"), "parameters.seats", "number", {"at_least": 1}).at_least
    '1'
    """
    low, high = (_bound(file, where, kind, entry, name) for name in ("at_least", "at_most"))
    if low is not None and high is not None:
        _check_order(file, where, kind, low, high)
    return Limits(
        _choices(file, f"{where}.choices", entry.get("choices")),
        low,
        high,
        _longest(file, f"{where}.longest", entry.get("longest", LONGEST_TEXT)),
        _table(file, f"{where}.table", entry.get("table")) if kind == "row" else None,
    )


def _bound(
    file: Path, where: str, kind: str, entry: Mapping[str, Any], name: str
) -> str | None:
    if name not in entry:
        return None
    typed = as_typed_in(entry[name])
    try:
        Parameter(name, kind, name, None).read(file.parent.name, typed)
    except ReportError:
        expected = {"date": "a day as 2026-11-23"}.get(kind, "a number")
        raise ReportError.bad_entry(file, f"{where}.{name}", expected, entry[name]) from None
    return typed


def _check_order(file: Path, where: str, kind: str, low: str, high: str) -> None:
    try:
        Parameter(where, kind, where, None, Limits(at_most=high)).read(file.parent.name, low)
    except ReportError:
        expected = f"at_least to be no more than at_most, {high}"
        raise ReportError.bad_entry(file, f"{where}.at_least", expected, low) from None


def _choices(file: Path, where: str, found: object) -> tuple[str, ...]:
    if found is None:
        return ()
    texts = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
    if not texts or texts != found or not all(one.strip() for one in texts):
        raise ReportError.bad_entry(file, where, "a list of texts", found)
    return tuple(texts)


def _longest(file: Path, where: str, found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise ReportError.bad_entry(file, where, "a whole number from 1", found)
    return found


def _table(file: Path, where: str, found: object) -> str:
    known = tables_with_keys()
    if not isinstance(found, str) or found not in known:
        expected = "the name of a table with one key"
        raise ReportError.unknown_entry(file, where, expected, str(found), known)
    return found
