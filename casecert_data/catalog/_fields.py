"""What each column name means: one name, one meaning, one unit, in every table."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog._files import read_toml
from casecert_data.errors import CatalogError
from casecert_data.shipped import data_folder

KINDS = ("text", "key", "reference", "code", "integer", "number", "date", "yes_no")
"""The closed list of what a cell can hold."""

_FILE = "fields.toml"


class Field(NamedTuple):
    """A column name, described once."""

    name: str
    """Name of the column."""
    title: str
    """What stands over the column for people."""
    meaning: str
    """What a cell says, in a sentence."""
    kind: str
    """One of `KINDS`."""
    unit: str | None = None
    """Unit of a number, such as ``percent``."""
    refers_to: str | None = None
    """Table whose key a reference holds."""
    vocabulary: str | None = None
    """Closed list that a code comes from."""
    at_least: int | None = None
    """Lowest number that makes sense."""
    at_most: int | None = None
    """Highest number that makes sense."""
    at_most_column: str | None = None
    """Column of the same row whose number this one cannot exceed."""


@cache
def fields() -> Mapping[str, Field]:
    """Describe every column, by name, in the order of ``fields.toml``.

    Examples
    --------
    >>> fields()["share_pct"].unit
    'percent'
    """
    entries = read_toml(data_folder() / _FILE)
    return MappingProxyType({name: _described(name, entry) for name, entry in entries.items()})


def field(name: str) -> Field:
    """Describe one column.

    Raises
    ------
    CatalogError
        If ``fields.toml`` does not describe it.

    Examples
    --------
    >>> field("locator").kind
    'text'
    """
    try:
        return fields()[name]
    except KeyError:
        raise CatalogError.undescribed_column(_FILE, name, fields()) from None


def _described(name: str, entry: object) -> Field:
    if not isinstance(entry, dict):
        raise CatalogError.bad_entry(_FILE, name, "a table of properties", entry)
    unknown = set(entry) - set(Field._fields)
    if unknown:
        raise CatalogError.unknown_entry(
            _FILE, name, "a known property", min(unknown), Field._fields
        )
    if entry.get("kind") not in KINDS:
        raise CatalogError.unknown_entry(_FILE, name, "a kind", str(entry.get("kind")), KINDS)
    return Field(name=name, **entry)
