"""Every sentence that a client can read, by key; a second language is a second file."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from casecert_data.catalog._files import read_toml
from casecert_data.errors import CatalogError, UnknownNameError
from casecert_data.shipped import data_folder

LANGUAGE = "en"
"""Language of the messages and of every page made with them."""

_FILE = f"messages/{LANGUAGE}.toml"
_PLACE = re.compile(r"\{([a-z_]+)\}")


def say(key: str, /, *, count: int | None = None, **values: object) -> str:
    """Return a message with its places filled.

    Parameters
    ----------
    key
        Dotted path in the message file.
    count
        Picks the form ``one`` or ``other`` of a message that has both, and fills ``{count}``.
    **values
        What stands in each ``{place}``. A value is put in as it is and never read as a message,
        so braces in a person's words stay braces.

    Raises
    ------
    UnknownNameError
        If there is no such message.
    CatalogError
        If a place has no value.

    Examples
    --------
    >>> say("outcome.not_met")
    'Not met'
    >>> say("unit.months", count=1, number=1)
    '1 month'
    """
    template = _template(key, None if count is None else count == 1)
    given = values if count is None else {"count": count, **values}

    def fill(place: re.Match[str]) -> str:
        if place[1] not in given:
            raise CatalogError.unknown_entry(
                _FILE, key, "a place with a value", place[1], given
            )
        return str(given[place[1]])

    return _PLACE.sub(fill, template)


@cache
def message_keys() -> tuple[str, ...]:
    """Name every message, in the order of the file.

    Examples
    --------
    >>> "outcome.met" in message_keys()
    True
    """
    return tuple(_paths("", _messages()))


@cache
def _template(key: str, is_one: bool | None) -> str:  # noqa: FBT001 - None: it has no count
    entry: Any = _messages()
    for part in key.split("."):
        if not isinstance(entry, Mapping) or part not in entry:
            raise UnknownNameError.among("message", key, message_keys())
        entry = entry[part]
    if isinstance(entry, Mapping) and is_one is not None:
        entry = entry.get("one" if is_one else "other")
    if not isinstance(entry, str):
        raise CatalogError.bad_entry(_FILE, key, "a sentence, or one and other", entry)
    return entry


@cache
def _messages() -> Mapping[str, Any]:
    return read_toml(data_folder() / "messages" / f"{LANGUAGE}.toml")


def _paths(prefix: str, entries: Mapping[str, Any]) -> Iterator[str]:
    for name, entry in entries.items():
        path = f"{prefix}{name}"
        if isinstance(entry, Mapping) and not {"one", "other"} <= set(entry):
            yield from _paths(f"{path}.", entry)
        else:
            yield path
