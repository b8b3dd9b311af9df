"""The typefaces that a PDF may use: those installed as packages, and a chosen folder."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst
from fontpkg_source_sans_3 import ROOT

from casecert_data.catalog import brand, read_toml
from casecert_data.shipped import data_folder

FONTS_VARIABLE = "CASECERT_FONTS"
"""Environment variable that names one more folder of typefaces, asked after all others."""

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@cache
def shipped_fonts() -> typst.Fonts:
    """Return the typefaces that are installed as packages, and those of `FONTS_VARIABLE`."""
    # Those of the machine would make the same page different elsewhere.
    folders = [str(ROOT / "files"), *_folders(package["module"] for package in _packages())]
    return _fonts([*folders, *_chosen()])


def font_families(text: str) -> list[str]:
    """Name the families to ask for the letters of a text, the main one first.

    Parameters
    ----------
    text
        All that is set. Where it has Chinese characters, it decides whose way of writing them
        comes first.

    Examples
    --------
    >>> font_families("Ann")[:2]
    ['Source Sans 3', 'Almarai']
    """
    others = [one for one in _installed_families() if one != brand().font_family]
    ending = _place(text)
    return [brand().font_family, *sorted(others, key=lambda one: not _fits(one, ending))]


def families_from_right_to_left() -> Mapping[str, list[str]]:
    """Name the families to ask first for each script that is written from right to left.

    Examples
    --------
    >>> families_from_right_to_left()["Hebrew"][0]
    'Heebo'
    """
    everyone = font_families("")
    return {
        script: [*_families_of(package["module"]), *everyone]
        for package in _packages()
        for script in package.get("scripts", ())
    }


def extra_for(letter: str) -> str | None:
    """Name the extra of casecert that brings a typeface for a letter; None if none does.

    Examples
    --------
    >>> extra_for("\u674e"), extra_for("\U0001f600")
    ('fonts-cjk', None)
    """
    script = unicodedata.name(letter, "").partition(" ")[0]
    return next(
        (one["extra"] for one in _packages() if script in one.get("letters", ())),
        None,
    )


@cache
def _entries() -> Mapping[str, Any]:
    return read_toml(data_folder() / "fonts.toml")


def _packages() -> list[Mapping[str, Any]]:
    packages: list[Mapping[str, Any]] = _entries()["packages"]
    return packages


@cache
def _installed_families() -> tuple[str, ...]:
    named = (family for package in _packages() for family in _families_of(package["module"]))
    chosen = sorted({one.family for one in _fonts(_chosen()).fonts()}) if _chosen() else ()
    return tuple(dict.fromkeys((*named, *chosen)))


@cache
def _families_of(module: str) -> tuple[str, ...]:
    folders = list(_folders([module]))
    found = {one.family for one in _fonts(folders).fonts()} if folders else set()
    return tuple(sorted(found))


def _fonts(folders: Iterable[str]) -> typst.Fonts:
    embedded = str(ROOT / "files") in folders
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=embedded,
        font_paths=list(folders),
    )


def _folders(modules: Iterable[str]) -> Iterator[str]:
    # Found, not imported: the packages hold files alone.
    for module in modules:
        spec = find_spec(module)
        if spec is not None and spec.submodule_search_locations:
            yield from spec.submodule_search_locations


def _chosen() -> list[str]:
    named = os.environ.get(FONTS_VARIABLE, "")
    return [one for one in named.split(os.pathsep) if Path(one).is_dir()]


def _fits(family: str, ending: str | None) -> bool:
    return ending is not None and family.endswith(ending)


def _place(text: str) -> str | None:
    chinese = "".join(_CHINESE.findall(text))
    for place in _entries()["places"]:
        if "letters" in place and re.search(place["letters"], text):
            return str(place["ending"])
        if "encoding" in place and chinese and _can_be_written(chinese, place["encoding"]):
            return str(place["ending"])
    return None


def _can_be_written(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
