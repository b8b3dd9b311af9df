"""Fit our own SVG to typst: its drawing of a variable font needs each weight said twice."""

from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_REGULAR = "400"


def with_weights_for_typst(svg: str) -> str:
    """Name the weight of every text by the font's own axis too.

    typst 0.15 draws text of an SVG in the lightest weight of a variable font where the weight
    is 400. Once it draws it as asked, this module can go.

    Examples
    --------
    >>> drawn = with_weights_for_typst('<svg xmlns="http://www.w3.org/2000/svg"/>')
    >>> "font-variation-settings" in drawn
    True
    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314 - drawn by casecert itself, with every text escaped
    for element in root.iter():
        weight = element.get("font-weight", _REGULAR if element is root else None)
        if weight is not None:
            element.set("font-variation-settings", f"'wght' {weight}")
    return ET.tostring(root, encoding="unicode")
