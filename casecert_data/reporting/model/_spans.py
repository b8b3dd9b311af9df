"""Spans: the pieces of a line of text, such as a strong word, a tag or a reference."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from casecert_data.errors import PageError
from casecert_data.reporting.model._pieces import TITLE_LETTERS, Piece

Outcome: TypeAlias = Literal["met", "not_met", "unknown"]
"""What a rule can come to."""

# A page may lead to a public page or to a mailbox, and to nothing else.
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)

_TONES = {
    "text": (None,),
    "strong": (None,),
    "ref": (None,),
    "link": (None,),
    "code": (None,),
    "break": (None,),
    "tag": ("issuer", "article", "old", "claim"),
    "outcome": ("met", "not_met", "unknown", "not_needed"),
}


@dataclass(frozen=True, slots=True)
class Span(Piece):
    """A run of text that is drawn in one manner.

    Blanks between two spans belong to their texts: the renderers add none.

    Examples
    --------
    >>> Span.ref(1)
    Span(kind='ref', text='1', tone=None, address=None)
    >>> Span.from_json({"kind": "tag", "text": "Article edition", "tone": "article"}).text
    'Article edition'
    """

    kind: Literal["text", "strong", "ref", "tag", "outcome", "link", "code", "break"]
    """The manner; a ``break`` begins a new line."""
    text: str
    """The words; of a ``ref`` the number of the source. An empty ``outcome`` gets its own."""
    tone: str | None = None
    """Of a ``tag``: issuer, article, old or claim. Of an ``outcome``: met, not_met, unknown or
    not_needed. Nothing for the rest."""
    address: str | None = None
    """Of a ``link``: where it leads, on the web or to a mailbox. Nothing for the rest."""

    def check(self) -> None:
        """Refuse a tone of another kind, and a reference that is no number."""
        tones = _TONES[self.kind]
        if self.tone not in tones:
            raise PageError.unknown_name("tone", self.tone, [str(tone) for tone in tones])
        if self.kind == "ref" and not (self.text.isascii() and self.text.isdigit()):
            raise PageError.unexpected("text", "the number of a source", self.text)
        if self.kind == "tag":
            self.require_text("text")
        if self.kind in {"tag", "outcome"}:
            self.require_short(TITLE_LETTERS, "text")
        self._check_address()

    def _check_address(self) -> None:
        if (self.kind == "link") != (self.address is not None):
            raise PageError.unexpected(
                "address", "one for each link and no other", self.address
            )
        if self.address is not None:
            self.require_text("text")
            if not is_address(self.address):
                expected = "an address that begins with https://, http:// or mailto:"
                raise PageError.unexpected("address", expected, self.address)

    @classmethod
    def plain(cls, text: str) -> "Span":
        """Make a run of ordinary text."""
        return cls("text", text)

    @classmethod
    def strong(cls, text: str) -> "Span":
        """Make a run of emphasized text."""
        return cls("strong", text)

    @classmethod
    def ref(cls, number: int) -> "Span":
        """Make a reference to a source of the page's list."""
        return cls("ref", str(number))

    @classmethod
    def tag(cls, text: str, tone: Literal["issuer", "article", "old", "claim"]) -> "Span":
        """Make a framed tag, such as an edition or an age."""
        return cls("tag", text, tone)

    @classmethod
    def outcome(cls, tone: Literal["met", "not_met", "unknown", "not_needed"]) -> "Span":
        """Make the mark of an outcome with its word."""
        return cls("outcome", "", tone)


def is_address(text: str) -> bool:
    """Tell whether a link may lead there: to a page on the web, or to a mailbox.

    Examples
    --------
    >>> is_address("https://example.org"), is_address("javascript:alert(1)")
    (True, False)
    """
    return _ADDRESS.fullmatch(text) is not None


Inline: TypeAlias = tuple[Span, ...]
"""A line of text, or a paragraph."""
