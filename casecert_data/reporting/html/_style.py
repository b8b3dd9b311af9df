"""The one style of a page: brand, shared rules, and what holds its own words and numbers."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from casecert_data.catalog import brand, say
from casecert_data.reporting.model._blocks import (
    CodePart,
    HeadingPart,
    ItemsPart,
    Page,
    PicturePart,
    QuotePart,
    Section,
    Span,
    TablePart,
    pieces,
)
from casecert_data.reporting.model._pieces import Piece

_OWN_PARTS = (CodePart, HeadingPart, ItemsPart, PicturePart, QuotePart)
_OWN_SPANS = ("link", "code")
_NUMBER, _COUNT = "\ue000", "\ue001"
"""Stand where a message has its places for the page's number and the count of pages."""


def style_of(page: Page) -> str:
    """Return the content of the page's style element.

    Examples
    --------
    >>> from casecert_data.reporting.model._blocks import Head
    >>> "--ink:#1a1e23" in style_of(Page("A", "en", (Head((), (), "A"),)))
    True
    """
    own = [_template("own.css")] if any(map(_is_own, pieces(page))) else []
    widths = (f".w{at}{{width:{at}%}}" for at in _widths(page))
    return "\n".join((shared_style(), *_rule(page), *own, *widths))


def shared_style() -> str:
    """Return the rules that every page has: brand, parts, and the foot of printed pages.

    Examples
    --------
    >>> "@page" in shared_style()
    True
    """
    return f"{_brand()}{_template('page.css')}\n{_foot()}"


def content_hash(content: str) -> str:
    """Return the hash by which a content security policy allows an element.

    Examples
    --------
    >>> content_hash("p{}")
    'sha256-...'
    """
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _rule(page: Page) -> Iterator[str]:
    if page.institution and page.institution.color:
        yield f":root{{--rule:{page.institution.color}}}"


def _brand() -> str:
    colors = ";".join(f"--{name}:{color}" for name, color in brand().colors.items())
    return f":root{{{colors};--font:{brand().font_stack}}}\n"


@cache
def _template(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _is_own(piece: Piece) -> bool:
    if isinstance(piece, Span):
        return piece.kind in _OWN_SPANS
    if isinstance(piece, Section):
        return piece.over
    if isinstance(piece, TablePart):
        return piece.shows_caption
    return isinstance(piece, _OWN_PARTS)


def _foot() -> str:
    look = f"font:9.5pt {brand().font_stack};color:{brand().colors['ink-2']}"
    left = _css_text(say("page.foot"))
    right = _css_text(say("page.page_of", n=_NUMBER, m=_COUNT))
    right = right.replace(_NUMBER, '" counter(page) "').replace(_COUNT, '" counter(pages) "')
    return (
        "@media print{@page{size:letter;margin:.58in .75in .74in;"
        f'@bottom-left{{content:"{left}";{look}}}@bottom-right{{content:"{right}";{look}}}}}}}'
    )


def _css_text(words: str) -> str:
    """Escape all but letters and digits, so that no word can end the string or the style.

    A blank is escaped too: one that follows an escape would count as its end.
    """
    kept = (_NUMBER, _COUNT)
    return "".join(
        one if one.isalnum() or one in kept else f"\\{ord(one):06x}" for one in words
    )


def _widths(page: Page) -> Iterator[int]:
    found = {
        width
        for block in page.blocks
        if isinstance(block, Section)
        for part in block.parts
        if isinstance(part, TablePart)
        for width in part.widths or ()
    }
    yield from sorted(found)
