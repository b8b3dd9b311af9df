"""The page model: what a report's cells put out, and what HTML and PDF are made from."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from casecert_data.errors import PageError
from casecert_data.reporting.model._institution import Institution
from casecert_data.reporting.model._own_parts import (
    CodePart,
    HeadingPart,
    ItemsPart,
    PicturePart,
    QuotePart,
)
from casecert_data.reporting.model._parts import (
    AskPart,
    Blank,
    ChartPart,
    Column,
    FactItem,
    FactsPart,
    ListPart,
    Need,
    Option,
    Question,
    QuestionsPart,
    Row,
    SourceItem,
    SourcesPart,
    TablePart,
    TextPart,
    WaysPart,
    WordItem,
    WordsPart,
)
from casecert_data.reporting.model._pieces import TITLE_LETTERS, Piece, clean_text
from casecert_data.reporting.model._spans import Inline, Outcome, Span

__all__ = [
    "AskPart",
    "Blank",
    "Block",
    "ChartPart",
    "CodePart",
    "Column",
    "FactItem",
    "FactsPart",
    "Foot",
    "Head",
    "HeadingPart",
    "Inline",
    "ItemsPart",
    "ListPart",
    "Need",
    "Option",
    "Outcome",
    "OutcomeItem",
    "Outcomes",
    "Page",
    "Part",
    "PicturePart",
    "Question",
    "QuestionsPart",
    "QuotePart",
    "Row",
    "Section",
    "SourceItem",
    "SourcesPart",
    "Span",
    "TablePart",
    "TextPart",
    "WaysPart",
    "WordItem",
    "WordsPart",
    "clean_text",
]

_SECTION_LEVEL = 2

# A section's name becomes an id in HTML; s1, s2 … are the sources.
_SECTION_ID = re.compile(r"(?!s\d+$)[a-z][a-z0-9_-]*")
_MAY_BE_BROAD = (
    *(TextPart, TablePart, ChartPart, QuestionsPart, SourcesPart, WordsPart),
    *(HeadingPart, CodePart, ItemsPart, PicturePart, QuotePart),
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


Part: TypeAlias = (
    TextPart
    | FactsPart
    | WaysPart
    | ListPart
    | TablePart
    | ChartPart
    | AskPart
    | QuestionsPart
    | SourcesPart
    | WordsPart
    | HeadingPart
    | CodePart
    | ItemsPart
    | PicturePart
    | QuotePart
)
"""What a section can hold."""


@dataclass(frozen=True, slots=True)
class Head(Piece):
    """The masthead, the title and the first sentences."""

    tagged = ("block", "head")
    series: Inline
    """What kind of page it is, after the name of the product."""
    stamp: Inline
    """Edition and day, at the right end of the masthead."""
    title: str
    """The page's one heading of the first level."""
    meta: Inline | None = None
    """Whom or what the page is about, in small type."""
    lead: Inline | None = None
    """The answer in a sentence."""

    def check(self) -> None:
        """Refuse an empty title."""
        self.require_text("title")


@dataclass(frozen=True, slots=True)
class OutcomeItem(Piece):
    """What one rule came to."""

    outcome: Outcome
    """Mark and word at the left."""
    title: str
    """What was decided about."""
    body: Inline
    """Why, in a sentence."""

    def check(self) -> None:
        """Refuse an outcome of nothing."""
        self.require_text("title")


@dataclass(frozen=True, slots=True)
class Outcomes(Piece):
    """The list of outcomes."""

    tagged = ("block", "outcomes")
    heading: str
    """For whoever hears the page; not drawn."""
    items: tuple[OutcomeItem, ...]
    """In order."""

    def check(self) -> None:
        """Refuse an empty heading."""
        self.require_text("heading")


@dataclass(frozen=True, slots=True)
class Section(Piece):
    """A section: its heading hangs in the left column, and it is kept whole on a page."""

    tagged = ("block", "section")
    section_id: str
    """Lowercase letters, digits, ``-`` and ``_``."""
    heading: str
    """In a word or two, since the column is narrow. Empty where it goes on from what stands
    above, as an educator's own words without a heading do."""
    parts: tuple[Part, ...]
    """What it holds, from top to bottom."""
    outcome: Outcome | None = None
    """Mark and word under the heading."""
    new_page: bool = False
    """Whether it starts a page on paper. A section that does not fit moves by itself."""
    broad: bool = False
    """Whether its heading stands above its parts, which then have the whole width of the page:
    for tables of many columns and for forms. Facts, ways, lists and the question to ask next
    are made for the narrower column."""
    over: bool = False
    """Whether its heading, being long, stands above its parts, which keep their column."""

    @property
    def has_words_alone(self) -> bool:
        """Whether it explains words and nothing else, and so gives way to what stands below."""
        return bool(self.parts) and all(isinstance(one, WordsPart) for one in self.parts)

    def check(self) -> None:
        """Refuse a long heading, a name that is no id, and parts that do not fit."""
        if self.heading and not self.heading.strip():
            self.require_text("heading")
        self.require_short(TITLE_LETTERS, "heading")
        if not _SECTION_ID.fullmatch(self.section_id):
            raise PageError.unexpected(
                "section_id", "lowercase letters, digits, '-' and '_'", self.section_id
            )
        if self.broad and not all(isinstance(one, _MAY_BE_BROAD) for one in self.parts):
            names = [one.tagged[1] for one in self.parts]
            expected = "parts that can fill the whole width in a broad section"
            raise PageError.unexpected("parts", expected, names)


@dataclass(frozen=True, slots=True)
class Foot(Piece):
    """The last words, under a rule."""

    tagged = ("block", "foot")
    inline: Inline
    """The words."""


Block: TypeAlias = Head | Outcomes | Section | Foot
"""What a page is made of."""


@dataclass(frozen=True, slots=True)
class Page(Piece):
    """A whole page, ready for either renderer.

    Examples
    --------
    >>> page = Page.from_json(
    ...     {
    ...         "title": "CCM",
    ...         "language": "en",
    ...         "blocks": [{"block": "head", "series": [], "stamp": [], "title": "CCM"}],
    ...     }
    ... )
    >>> page.blocks[0].title
    'CCM'
    >>> Page.from_json(page.to_json()) == page
    True
    """

    title: str
    """Title of the document, as a window shows it."""
    language: str
    """Language of its words, such as ``en``."""
    blocks: tuple[Block, ...]
    """A head, then what else there is, the foot last."""
    institution: Institution | None = None
    """Whoever hands the page out, at its top and in its foot."""

    def handed_out_by(self, institution: Institution | None) -> "Page":
        """Return the page with an institution's name on it; the same page for none."""
        if institution is self.institution:
            return self
        blocks = self.blocks
        if institution and institution.footer and not isinstance(blocks[-1], Foot):
            blocks = (*blocks, Foot(()))
        return replace(self, blocks=blocks, institution=institution)

    def check(self) -> None:
        """Refuse a page without a head, doubled names, and references that lead nowhere."""
        self.require_text("title")
        if not _LANGUAGE.fullmatch(self.language):
            raise PageError.unexpected("language", "a language such as 'en'", self.language)
        _check_order(self.blocks)
        _check_levels(self.blocks)
        sections = [block.section_id for block in self.blocks if isinstance(block, Section)]
        _refuse_doubled("section_id", sections)
        every = tuple(pieces(self))
        sources = [str(piece.number) for piece in every if isinstance(piece, SourceItem)]
        _refuse_doubled("number", sources)
        for piece in every:
            if isinstance(piece, Span) and piece.kind == "ref" and piece.text not in sources:
                raise PageError.lost_reference(piece.text, sources)


def pieces(piece: Piece) -> Iterator[Piece]:
    """Go through a piece and all that it holds, in the order in which it is read.

    Examples
    --------
    >>> [type(one).__name__ for one in pieces(TextPart((Span.plain("a"),)))]
    ['TextPart', 'Span']
    """
    yield piece
    for name in piece.field_names():
        yield from _held(getattr(piece, name))


def _held(value: object) -> Iterator[Piece]:
    if isinstance(value, tuple):
        for one in value:
            yield from _held(one)
    elif isinstance(value, Piece):
        yield from pieces(value)


def _check_order(blocks: tuple[Block, ...]) -> None:
    heads = [at for at, block in enumerate(blocks) if isinstance(block, Head)]
    if heads != [0]:
        raise PageError.unexpected("blocks", "one head, as the first block", _names(blocks))
    feet = [at for at, block in enumerate(blocks) if isinstance(block, Foot)]
    if feet not in ([], [len(blocks) - 1]):
        raise PageError.unexpected("blocks", "one foot, as the last block", _names(blocks))


def _check_levels(blocks: tuple[Block, ...]) -> None:
    level = 1
    for at, block in enumerate(blocks):
        if isinstance(block, Outcomes) or (isinstance(block, Section) and block.heading):
            level = _SECTION_LEVEL
        for part in block.parts if isinstance(block, Section) else ():
            if isinstance(part, HeadingPart):
                if part.level > level + 1:
                    where, expected = f"blocks[{at}].parts", f"a level of {level + 1} or less"
                    raise PageError.unexpected(where, expected, part.level)
                level = part.level


def _names(blocks: tuple[Block, ...]) -> list[str]:
    return [block.tagged[1] for block in blocks]


def _refuse_doubled(name: str, values: Iterable[str]) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            raise PageError.doubled(name, value)
