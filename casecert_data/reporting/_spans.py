"""Spans: the pieces of a line of text, such as a strong word, a tag or a reference."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from casecert_data.errors import PageError
from casecert_data.reporting._pieces import TITLE_LETTERS, Piece

Outcome: TypeAlias = Literal["met", "not_met", "unknown"]
"""What a rule can come to."""

_TONES = {
    "text": (None,),
    "strong": (None,),
    "ref": (None,),
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
    Span(kind='ref', text='1', tone=None)
    >>> Span.from_json({"kind": "tag", "text": "Article edition", "tone": "article"}).text
    'Article edition'
    """

    kind: Literal["text", "strong", "ref", "tag", "outcome"]
    """The manner."""
    text: str
    """The words; of a ``ref`` the number of the source. An empty ``outcome`` gets its own."""
    tone: str | None = None
    """Of a ``tag``: issuer, article, old or claim. Of an ``outcome``: met, not_met, unknown or
    not_needed. Nothing for the rest."""

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


Inline: TypeAlias = tuple[Span, ...]
"""A line of text, or a paragraph."""
