"""Classes of an SVG's own style sheet, written into the shapes that they are for.

Programs that draw logos write ``<style>.cls-1{fill:#0a6b5e}</style>`` unless told otherwise.
Only such rules are understood: for a class or a kind of element, with nothing around them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import tinycss2

from casecert_data.errors import InstitutionError

_SELECTOR = re.compile(r"\.[A-Za-z_][\w-]*|[A-Za-z]+")
_DO = "Export it with 'presentation attributes' instead of CSS."


def with_own_styles(path: Path, root: ET.Element, style_tag: str) -> None:
    """Take the style sheets out of an SVG and write what they say into its elements.

    A rule for a class beats one for a kind of element, a later rule an earlier one, and what an
    element says itself beats both.

    Parameters
    ----------
    path
        Where it was read, for the message.
    root
        The drawing; it is changed.
    style_tag
        How a style sheet is called in it, with its namespace.

    Raises
    ------
    InstitutionError
        If a style sheet holds anything but rules for classes and kinds of elements.
    """
    sheets = [one for parent in root.iter() for one in list(parent) if one.tag == style_tag]
    if not sheets:
        return
    rules = _rules(path, "\n".join("".join(one.itertext()) for one in sheets))
    for parent in list(root.iter()):
        for sheet in [one for one in parent if one.tag == style_tag]:
            parent.remove(sheet)
    for element in root.iter():
        kind = element.tag.rpartition("}")[2]
        classes = (f".{name}" for name in element.get("class", "").split())
        told = [
            *rules.get(kind, ()),
            *sorted(_said_by(rules, classes)),
            (0, element.get("style", "")),
        ]
        element.set("style", ";".join(text for _, text in told))


def _said_by(
    rules: Mapping[str, Sequence[tuple[int, str]]], selectors: Iterator[str]
) -> Iterator[tuple[int, str]]:
    for selector in selectors:
        yield from rules.get(selector, ())


def _rules(path: Path, sheet: str) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Return selector to declarations, each with its place in the sheet."""
    rules: dict[str, list[tuple[int, str]]] = defaultdict(list)
    parsed = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    for at, rule in enumerate(parsed):
        if rule.type != "qualified-rule":
            raise InstitutionError.logo_not_a_drawing(path, "a style sheet with more", _DO)
        for selector in tinycss2.serialize(rule.prelude).split(","):
            if not _SELECTOR.fullmatch(selector.strip()):
                raise InstitutionError.logo_not_a_drawing(
                    path, f"a style for {selector.strip()!r}", _DO
                )
            rules[selector.strip()].append((at, _declared(rule.content)))
    return rules


def _declared(content: Sequence[tinycss2.ast.Node]) -> str:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{one.lower_name}:{tinycss2.serialize(one.value).strip()}"
        for one in found
        if one.type == "declaration"
    )
