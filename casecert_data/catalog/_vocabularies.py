"""The closed lists of codes, with the words that people read for each."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from casecert_data.catalog._files import read_toml
from casecert_data.errors import UnknownNameError
from casecert_data.shipped import data_folder


class Code(NamedTuple):
    """One code of a closed list."""

    code: str
    """The code, as it is written in files."""
    label: str
    """What people read for it."""
    meaning: str
    """What it says, in a sentence."""


def vocabulary_names() -> tuple[str, ...]:
    """Name every closed list.

    Examples
    --------
    >>> "license_code" in vocabulary_names()
    True
    """
    return tuple(_rooms())


@cache
def codes(vocabulary: str) -> Mapping[str, Code]:
    """Return the codes of a closed list, in its order.

    Raises
    ------
    UnknownNameError
        If there is no such list.

    Examples
    --------
    >>> list(codes("license_code"))[0]
    'RN'
    """
    if vocabulary not in _rooms():
        raise UnknownNameError.among("vocabulary", vocabulary, _rooms())
    return MappingProxyType(
        {
            code: Code(code, entry["label"], entry.get("meaning", entry["label"]))
            for code, entry in _rooms()[vocabulary].items()
        }
    )


def code_names(vocabulary: str) -> tuple[str, ...]:
    """Name the codes of a closed list, in its order.

    Examples
    --------
    >>> code_names("outcome_code")
    ('met', 'not_met', 'unknown')
    """
    return tuple(codes(vocabulary))


def code_label(vocabulary: str, code: str) -> str:
    """Return what people read for a code.

    Examples
    --------
    >>> code_label("license_code", "RN")
    'registered nurse'
    """
    try:
        return codes(vocabulary)[code].label
    except KeyError:
        raise UnknownNameError.among(f"code of {vocabulary}", code, codes(vocabulary)) from None


@cache
def _rooms() -> Mapping[str, Any]:
    return read_toml(data_folder() / "vocabularies.toml")
