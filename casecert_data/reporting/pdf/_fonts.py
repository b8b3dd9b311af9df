"""The typefaces that a PDF may use: those installed as packages, and a chosen folder."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

import typst

from casecert_data.catalog import brand
from casecert_data.reporting._font_files import font_entries, own_folders, package_folders

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@cache
def shipped_fonts() -> typst.Fonts:
    """Return the typefaces that are installed as packages, and those of one's own folders."""
    # Those of the machine would make the same page different elsewhere.
    modules = (package["module"] for package in _packages())
    return typst.Fonts(
        include_system_fonts=False, font_paths=[*package_folders(modules), *own_folders()]
    )


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


def _packages() -> list[Mapping[str, Any]]:
    packages: list[Mapping[str, Any]] = font_entries()["packages"]
    return packages


@cache
def _installed_families() -> tuple[str, ...]:
    named = (family for package in _packages() for family in _families_of(package["module"]))
    return tuple(dict.fromkeys((*named, *_families_in(own_folders()))))


@cache
def _families_of(module: str) -> tuple[str, ...]:
    return tuple(_families_in(list(package_folders([module]))))


def _families_in(folders: list[str]) -> list[str]:
    if not folders:
        return []
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
    )
    return sorted({one.family for one in fonts.fonts()})


def _fits(family: str, ending: str | None) -> bool:
    return ending is not None and family.endswith(ending)


def _place(text: str) -> str | None:
    chinese = "".join(_CHINESE.findall(text))
    for place in font_entries()["places"]:
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
