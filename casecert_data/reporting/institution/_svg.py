"""Logos as SVG: only plain shapes come through, rebuilt one by one from lists of what is known.

A picture in a page is drawn by browsers and by the typesetter of the PDF. Neither gets to see
anything of the file that is not listed here.
"""

import math
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree as ET

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from casecert_data.errors import InstitutionError
from casecert_data.reporting.institution._size import MOST_PAGE_BYTES, size_on_page
from casecert_data.reporting.institution._svg_style import with_own_styles
from casecert_data.reporting.model._institution import Logo

MOST_DEPTH, MOST_ELEMENTS = 24, 2_000
"""Of a drawing: shapes inside groups inside groups, and shapes in all."""

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SHAPES = _words(
    "svg g defs path rect circle ellipse line polyline polygon clipPath "
    "linearGradient radialGradient stop"
)
_WORDS_ABOUT_IT = frozenset({"title", "desc", "metadata"})
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_PAINT = _words(
    "fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity stop-color "
    "stop-opacity clip-path clip-rule color display visibility"
)
_GEOMETRY = _words(
    "d x y width height rx ry cx cy r x1 y1 x2 y2 fx fy fr points transform viewBox offset "
    "preserveAspectRatio gradientUnits gradientTransform spreadMethod clipPathUnits"
)
_CHANGING = _words("clip filter mask mask-image mix-blend-mode")
"""What would change the drawing if it were left out; in a style ``transform`` would, too."""
_CHANGES_NOTHING = _words("auto none normal")
_PLAIN = re.compile(r"[A-Za-z0-9\s.,#%()+-]*")
_OWN_PART = re.compile(r"""url\(\s*(["']?)#([A-Za-z0-9_.-]+)\1\s*\)""")
_NAME = re.compile(r"[A-Za-z0-9_.-]+")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_LENGTH = re.compile(rf"\s*({_NUMBER.pattern})\s*(?:px|pt|pc|mm|cm|in)?\s*")

_DO = MappingProxyType(
    {
        "text": "Turn letters into paths before saving.",
        "tspan": "Turn letters into paths before saving.",
        "image": "Save it as PNG, or redraw it.",
        "use": "Unlink copies ('clones', 'symbols') before saving.",
    }
)
_DO_ELSE = "Save it as 'plain SVG', or as PNG."


def svg_logo(path: Path, raw: bytes) -> Logo:
    """Read an SVG and rebuild it from plain shapes alone.

    What an editor notes beside the drawing is left out. Whatever could act or load (scripts,
    handlers, links, pictures, styles, entities) and whatever is unknown is refused, so that a
    logo never looks other than it was drawn.

    Raises
    ------
    InstitutionError
        If it is no SVG, holds more than plain shapes, or is too large.
    """
    root = _parsed(path, raw)
    _refuse_deep(path, root)
    with_own_styles(path, root, f"{{{_SVG}}}style")
    width, height, box = _size(path, root)
    clean = ET.Element("svg", {"xmlns": _SVG, "viewBox": box, "width": f"{width:g}"})
    clean.attrib |= {"height": f"{height:g}"} | dict(_attributes(path, root, _PAINT))
    _rebuild(path, root, clean)
    _refuse_clips_in_clips(path, clean)
    content = ET.tostring(clean)
    if len(content) > MOST_PAGE_BYTES:
        limit = f"{MOST_PAGE_BYTES // 1000} kB on a page"
        raise InstitutionError.logo_too_big(path, limit, f"{len(content) // 1000} kB")
    return Logo(
        "image/svg+xml", b64encode(content).decode(), *size_on_page(path, width, height)
    )


def _parsed(path: Path, raw: bytes) -> ET.Element:
    try:
        root: ET.Element = fromstring(raw)
    except DefusedXmlException:
        raise InstitutionError.logo_not_a_drawing(path, "an entity", _DO_ELSE) from None
    except (ET.ParseError, ValueError, LookupError):
        # Two kinds of what Python raises for an encoding that it does not know.
        raise InstitutionError.logo_not_an_image(path, "SVG") from None
    if root.tag != f"{{{_SVG}}}svg":
        raise InstitutionError.logo_not_an_image(path, "SVG")
    return root


def _refuse_deep(path: Path, root: ET.Element) -> None:
    level, depth, count = [root], 0, 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > MOST_DEPTH or count > MOST_ELEMENTS:
            limit = f"{MOST_ELEMENTS} shapes, {MOST_DEPTH} deep"
            raise InstitutionError.logo_too_big(path, limit, "more")
        level = [child for element in level for child in element]


def _rebuild(path: Path, found: ET.Element, clean: ET.Element) -> None:
    for child in found:
        namespace, name = _split(child.tag)
        if namespace != _SVG or name in _WORDS_ABOUT_IT:
            continue
        if name not in _SHAPES:
            raise InstitutionError.logo_not_a_drawing(
                path, f"an element <{name}>", _DO.get(name, _DO_ELSE)
            )
        attributes = dict(_attributes(path, child, _PAINT | _GEOMETRY))
        _rebuild(path, child, ET.SubElement(clean, name, attributes))


def _refuse_clips_in_clips(path: Path, clean: ET.Element) -> None:
    # Each may use the next one twice: twenty of them would keep the typesetter busy for hours.
    for clip in clean.iter("clipPath"):
        if any("clip-path" in one.attrib for one in clip.iter()):
            raise InstitutionError.logo_not_a_drawing(path, "a clip in a clip", _DO_ELSE)


def _attributes(
    path: Path, element: ET.Element, known: Iterable[str]
) -> Iterator[tuple[str, str]]:
    styled = _declarations(element.get("style", ""))
    _refuse_changes(path, element.attrib, _CHANGING)
    _refuse_changes(path, styled, _CHANGING | {"transform"})
    painted = {name: value for name, value in styled.items() if name in _PAINT}
    for full_name, value in {**element.attrib, **painted}.items():
        namespace, name = _split(full_name)
        if namespace in {"", _XLINK} and name == "href":
            yield "href", _own_gradient(path, element, value)
        elif namespace:
            continue
        elif name.casefold().startswith("on"):
            found = f"an attribute {name!r}, which runs a program"
            raise InstitutionError.logo_not_a_drawing(path, found, _DO_ELSE)
        elif name == "id" and _NAME.fullmatch(value):
            yield name, value
        elif name in known:
            yield name, _plain_value(path, name, value)


def _refuse_changes(path: Path, said: Mapping[str, str], names: frozenset[str]) -> None:
    for name in sorted(names & said.keys()):
        if said[name] not in _CHANGES_NOTHING:
            raise InstitutionError.logo_not_a_drawing(path, f"a style {name!r}", _DO_ELSE)


def _plain_value(path: Path, name: str, value: str) -> str:
    plain = _OWN_PART.sub("", value)
    if not _PLAIN.fullmatch(plain) or "url" in plain.casefold():
        found = f"an attribute {name!r} that is more than numbers and colors"
        raise InstitutionError.logo_not_a_drawing(path, found, _DO_ELSE)
    return _OWN_PART.sub(r"url(#\2)", value)


def _own_gradient(path: Path, element: ET.Element, value: str) -> str:
    if _split(element.tag)[1] in _GRADIENTS and value[:1] == "#" and _NAME.fullmatch(value[1:]):
        return value
    raise InstitutionError.logo_not_a_drawing(path, "a link", _DO_ELSE)


def _declarations(style: str) -> Mapping[str, str]:
    pairs = (one.partition(":") for one in style.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _size(path: Path, root: ET.Element) -> tuple[float, float, str]:
    numbers = [float(one) for one in _NUMBER.findall(root.get("viewBox", ""))]
    if len(numbers) == 4:  # noqa: PLR2004 - left, top, width, height
        left, top, width, height = numbers
    else:
        lengths = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
        left, top = 0.0, 0.0
        width, height = (float(one[1]) if one else 0.0 for one in lengths)
    if not (width > 0 and height > 0) or not all(
        map(math.isfinite, (left, top, width, height))
    ):
        found = "no width and height"
        raise InstitutionError.logo_not_a_drawing(path, found, "Give it a viewBox.")
    return width, height, f"{left:g} {top:g} {width:g} {height:g}"


def _split(name: str) -> tuple[str, str]:
    # Comments and processing instructions have no name; the parser leaves them out.
    namespace, _, local = name.rpartition("}")
    return namespace[1:], local
