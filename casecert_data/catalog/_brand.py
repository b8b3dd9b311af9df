"""The colors and type of paper and screen, from ``brand.toml``."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog._files import read_toml
from casecert_data.shipped import data_folder


class Brand(NamedTuple):
    """How casecert looks."""

    colors: Mapping[str, str]
    """Token to color, such as ``ink`` to ``#1a1e23``."""
    font_family: str
    """Name of the typeface."""
    font_stack: str
    """The typeface and what stands in for it, as a browser reads it."""


@cache
def brand() -> Brand:
    """Return the colors and the type.

    Examples
    --------
    >>> brand().colors["ink"]
    '#1a1e23'
    """
    entries = read_toml(data_folder() / "brand.toml")
    return Brand(
        colors=MappingProxyType(dict(entries["colors"])),
        font_family=entries["font"]["family"],
        font_stack=entries["font"]["stack"],
    )
