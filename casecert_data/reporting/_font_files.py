"""Where the typefaces of a PDF lie: in installed packages, and in folders of one's own."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from casecert_data.catalog import read_toml
from casecert_data.shipped import data_folder

FONTS_VARIABLE = "CASECERT_FONTS"
"""Environment variable that names folders of typefaces, asked after all others."""

_ENDINGS = frozenset({".otc", ".otf", ".ttc", ".ttf"})


@cache
def font_entries() -> Mapping[str, Any]:
    """Return what ``fonts.toml`` says.

    Examples
    --------
    >>> font_entries()["packages"][0]["module"]
    'fontpkg_source_sans_3'
    """
    return read_toml(data_folder() / "fonts.toml")


def package_folders(modules: Iterable[str]) -> Iterator[str]:
    """Give the folders of those packages that are installed.

    Examples
    --------
    >>> list(package_folders(["no_such_package"]))
    []
    """
    # Found, not imported: the packages hold files alone.
    for module in modules:
        spec = find_spec(module)
        if spec is not None and spec.submodule_search_locations:
            yield from spec.submodule_search_locations


def own_folders() -> list[str]:
    """Return the folders that `FONTS_VARIABLE` names, as far as they are there."""
    named = os.environ.get(FONTS_VARIABLE, "").split(os.pathsep)
    return [one for one in named if one and Path(one).is_dir()]


def font_files() -> list[tuple[str, int]]:
    """Return name and size of every typeface that a PDF may use: with another, it may change.

    Examples
    --------
    >>> any(name.startswith("SourceSans3") for name, _ in font_files())
    True
    """
    modules = (package["module"] for package in font_entries()["packages"])
    return sorted(
        (file.name, file.stat().st_size)
        for folder in (*package_folders(modules), *own_folders())
        for file in Path(folder).rglob("*")
        if file.suffix.casefold() in _ENDINGS
    )
