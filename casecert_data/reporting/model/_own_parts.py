"""Parts that an educator's own cells bring: headings, code, nested lists, quotes, pictures."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, Union

from casecert_data.errors import PageError
from casecert_data.reporting.model._parts import TablePart, TextPart
from casecert_data.reporting.model._pieces import BOX_LETTERS, TITLE_LETTERS, Piece

_LEVELS = (3, 4)


@dataclass(frozen=True, slots=True)
class HeadingPart(Piece):
    """A heading inside a section."""

    tagged = ("part", "heading")
    text: str
    """Its words."""
    level: int
    """3 or 4; the section's own is 2."""

    def check(self) -> None:
        """Refuse an empty or long heading, and a level that is not inside a section."""
        self.require_text("text")
        self.require_short(TITLE_LETTERS, "text")
        if self.level not in _LEVELS:
            raise PageError.unexpected("level", "3 or 4", self.level)


@dataclass(frozen=True, slots=True)
class CodePart(Piece):
    """Lines in type of equal width, with their blanks as they stand."""

    tagged = ("part", "code")
    lines: tuple[str, ...]
    """From top to bottom."""


@dataclass(frozen=True, slots=True)
class PicturePart(Piece):
    """A picture inside the page."""

    tagged = ("part", "picture")
    media: Literal["image/png", "image/jpeg"]
    """What kind of file it is."""
    data: str
    """The file in base64."""
    text: str
    """What it shows, for whoever does not see it."""
    width: int
    """In px, each of which is three quarters of a point."""
    height: int
    """In px."""

    def check(self) -> None:
        """Refuse a picture that says nothing to whoever does not see it."""
        self.require_text("text")
        self.require_short(BOX_LETTERS, "text")
        for name in ("width", "height"):
            if getattr(self, name) < 1:
                raise PageError.unexpected(name, "a number from 1", getattr(self, name))


@dataclass(frozen=True, slots=True)
class QuotePart(Piece):
    """What somebody else said."""

    tagged = ("part", "quote")
    parts: "tuple[Flow, ...]"
    """From top to bottom."""


@dataclass(frozen=True, slots=True)
class ItemsPart(Piece):
    """A list whose items hold paragraphs, further lists and more.

    Examples
    --------
    >>> from casecert_data.reporting.model._spans import Span
    >>> inner = ItemsPart(((TextPart((Span.plain("b"),)),),))
    >>> outer = ItemsPart(((TextPart((Span.plain("a"),)), inner),), ordered=True)
    >>> ItemsPart.from_json(outer.to_json()) == outer
    True
    """

    tagged = ("part", "items")
    items: "tuple[tuple[Flow, ...], ...]"
    """What each item holds, from top to bottom."""
    ordered: bool = False
    """Whether the items are numbered; else a dash stands before each."""
    start: int = 1
    """Number of the first item."""

    def check(self) -> None:
        """Refuse a list without items."""
        if not self.items:
            raise PageError.unexpected("items", "at least one item", [])


Flow: TypeAlias = Union[TextPart, TablePart, CodePart, PicturePart, "QuotePart", "ItemsPart"]
"""What stands in an item or a quote, and between the headings of an own section."""


@dataclass(frozen=True, slots=True)
class OwnOutput(Piece):
    """What a cell puts out as data, so that no page has to read it out of HTML."""

    parts: tuple[Flow, ...]
    """From top to bottom."""
    notes: tuple[str, ...] = ()
    """Keys below ``own.note`` of what is shown otherwise than it was meant."""
