"""What a report's cell puts out: blocks for the renderers, and the words in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date

from casecert_data.catalog import is_overdue, say, source, spell_age, spell_date
from casecert_data.charts import Chart
from casecert_data.eligibility import names_of
from casecert_data.reporting._blocks import (
    Block,
    Foot,
    Inline,
    Row,
    Section,
    SourceItem,
    SourcesPart,
    Span,
)
from casecert_data.reporting._collect import BLOCKS_TYPE
from casecert_data.reporting._pieces import Piece

_READ_OUT = ("title", "heading", "term", "how", "question", "text")


@dataclass(frozen=True, slots=True)
class Shown:
    """Blocks of a page, displayed by a notebook.

    Examples
    --------
    >>> Shown((Foot((Span.plain("The issuer decides."),)),))
    The issuer decides.
    """

    blocks: tuple[Block, ...]
    """In order."""

    def __repr__(self) -> str:
        return "\n".join(_lines(self.blocks))

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        blocks = [block.to_json() for block in self.blocks]
        return {BLOCKS_TYPE: {"blocks": blocks}, "text/plain": repr(self)}


@dataclass(slots=True)
class Citations:
    """Numbers the sources of a page in the order in which they are first cited."""

    on: date
    """Day on which the page speaks."""
    cited: list[str] = field(default_factory=list)
    """Keys of the sources so far."""

    def ref(self, source_id: str) -> Span:
        """Cite a source and return the reference to it."""
        if source_id not in self.cited:
            self.cited.append(source_id)
        return Span.ref(self.cited.index(source_id) + 1)

    def age_tag(self, source_id: str) -> Span | None:
        """Return the tag of a source that is past its review date; None for one that is not."""
        of = source(source_id)
        if not is_overdue(of, self.on):
            return None
        read = spell_date(of.accessed_date)
        age = spell_age(of.accessed_date, self.on)
        return Span.tag(say("shown.old", read=read, age=age), "old")

    def section(self) -> Section:
        """Return the list of sources."""
        items = tuple(
            SourceItem(
                number,
                say("shown.title", title=source(one).title),
                (Span.plain(_detail(one)),),
            )
            for number, one in enumerate(self.cited, start=1)
        )
        return Section("sources", say("shown.sources"), (SourcesPart(items),))


def edition_tag(edition: str) -> Span:
    """Return the tag of the edition that answered."""
    words = say(f"shown.edition.{edition}")
    return Span.tag(words, "issuer" if edition == "issuer" else "article")


def foot(strong: str, plain: str) -> Foot:
    """Return the last words of a page."""
    return Foot((Span.strong(strong), Span.plain(f" {plain}")))


def issuer_with_letters(certification_id: str) -> str:
    """Return an issuer's name with its letters behind it.

    Examples
    --------
    >>> issuer_with_letters("acm_rn")
    'American Case Management Association (ACMA)'
    """
    names = names_of(certification_id)
    return say(
        "certification.full_name", name=names["issuer_name"], acronym=names["issuer_acronym"]
    )


def spaced(*inlines: Inline | Span) -> Inline:
    """Join pieces of a line with blanks between them."""
    spans: list[Span] = []
    for one in inlines:
        spans += [Span.plain(" ")] if spans else []
        spans += [one] if isinstance(one, Span) else one
    return tuple(spans)


def _detail(source_id: str) -> str:
    of = source(source_id)
    read = say("shown.read", date=spell_date(of.accessed_date))
    return say("shown.detail", publisher=of.publisher, note=of.source_note, read=read)


def _lines(value: object) -> Iterator[str]:
    # What a reader of the executed notebook sees, where nothing draws the blocks.
    if isinstance(value, Chart):
        yield value.sentence
    elif isinstance(value, Row):
        yield " | ".join(_line(cell) for cell in value.cells)
    elif isinstance(value, tuple) and value and isinstance(value[0], Span):
        yield _line(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from _lines(one)
    elif isinstance(value, Piece):
        yield from _lines_of_piece(value)


def _lines_of_piece(piece: Piece) -> Iterator[str]:
    for part in fields(piece):
        value = getattr(piece, part.name)
        if not isinstance(value, str):
            yield from _lines(value)
        elif value and part.name == "outcome":
            yield say(f"outcome.{value}")
        elif value and part.name in _READ_OUT:
            yield value


def _line(inline: Inline) -> str:
    return "".join(_span_words(span) for span in inline).strip()


def _span_words(span: Span) -> str:
    if span.kind == "outcome":
        return span.text or say(f"outcome.{span.tone}")
    return f"[{span.text}]" if span.kind == "ref" else span.text
