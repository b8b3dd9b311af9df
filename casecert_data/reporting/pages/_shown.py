"""What a report's cell puts out: blocks for the renderers, and the words in them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from casecert_data.catalog import Row as TableRow
from casecert_data.catalog import (
    as_sentence,
    code_names,
    say,
    source,
    spell_date,
    spell_month,
    spell_old,
)
from casecert_data.charts import Chart
from casecert_data.eligibility import names_of
from casecert_data.reporting.model._blocks import (
    Block,
    Foot,
    Inline,
    Row,
    Section,
    SourceItem,
    SourcesPart,
    Span,
    TextPart,
)
from casecert_data.reporting.model._pieces import Piece
from casecert_data.reporting.own._displays import BLOCKS_TYPE

_FRAMED = ("unsupported_claim", "contradiction")

_LISTED_AT_MOST = 2
"""Sources that each get a line of their own; more of them run on."""

_READ_OUT = ("title", "heading", "term", "how", "question", "text", "group")


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
    _unmarked: list[str] = field(default_factory=list)
    _made: dict[object, tuple[Shown, list[str], list[str]]] = field(default_factory=dict)

    def once(self, part: Hashable, make: Callable[[], Shown]) -> Shown:
        """Return what a part of the page comes to, made anew only after other citations.

        Parameters
        ----------
        part
            What it is made from, beside the citations that stand before it.
        make
            Makes it, and cites.
        """
        before = (part, *self.cited, None, *self._unmarked)
        if before not in self._made:
            self._made[before] = (make(), [*self.cited], [*self._unmarked])
        shown, self.cited[:], self._unmarked[:] = self._made[before]
        return shown

    def clear(self) -> None:
        """Begin again without citations."""
        self.cited.clear()
        self._unmarked.clear()

    def ref(self, source_id: str) -> Span:
        """Cite a source and return the reference to it."""
        if source_id not in self.cited:
            self.cited.append(source_id)
        if source_id not in self._unmarked:
            self._unmarked.append(source_id)
        return Span.ref(self.cited.index(source_id) + 1)

    def refs(self, source_ids: Iterable[str]) -> Inline:
        """Cite sources, each once, and return the references in the order of their numbers."""
        spans = [self.ref(one) for one in dict.fromkeys(source_ids)]
        return tuple(sorted(spans, key=lambda span: int(span.text)))

    def aged(self, source_ids: Iterable[str]) -> Inline:
        """Cite sources; those past their review come last, behind the tag of their age."""
        ids = list(dict.fromkeys(source_ids))
        by_tag: dict[Span | None, list[str]] = {None: []}
        for one in ids:
            by_tag.setdefault(self.age_tag(one), []).append(one)
        told = [
            piece for tag, old in by_tag.items() for piece in (tag, self.refs(old)) if piece
        ]
        self._unmarked = [one for one in self._unmarked if one not in ids]
        return spaced(*told)

    def old_marks(self) -> tuple[Inline, ...]:
        """Return a line for each source cited since the last call that is past its review."""
        told: dict[Span, list[str]] = {}
        for one in self._unmarked:
            tag = self.age_tag(one)
            if tag is not None:
                told.setdefault(tag, []).append(one)
        marks = tuple(spaced(tag, *map(self.ref, ids)) for tag, ids in told.items())
        self._unmarked.clear()
        return marks

    def age_tag(self, source_id: str) -> Span | None:
        """Return the tag of a source that is past its review date; None for one that is not."""
        old = spell_old(source(source_id), self.on)
        return Span.tag(old, "old") if old else None

    def section(self, *, broad: bool = False) -> Section:
        """Return the list of sources; many of them run on, grouped by who wrote them.

        Parameters
        ----------
        broad
            Whether it takes the whole width of the page.
        """
        numbered = list(enumerate(self.cited, start=1))
        if len(numbered) <= _LISTED_AT_MOST:
            items = [
                SourceItem(number, _title(one), (Span.plain(_detail(one)),))
                for number, one in numbered
            ]
            return self._listed(items, broad=broad)
        grouped: dict[str, list[SourceItem]] = {}
        for number, one in sorted(numbered, key=_by_standing):
            group = _group(one)
            item = SourceItem(number, _title(one), self._short_detail(one), group)
            grouped.setdefault(group, []).append(item)
        *rest, last = [item for group in grouped.values() for item in group]
        read = Span.plain(say("shown.all_read", month=spell_month(self._usual_month())))
        last = replace(last, detail=spaced(*filter(None, [last.detail]), read))
        return self._listed([*rest, last], broad=broad)

    def _listed(self, items: Sequence[SourceItem], *, broad: bool) -> Section:
        asked = dict.fromkeys(source(one).credit_text for one in self.cited)
        words = " ".join(one for one in asked if one)
        credit = (TextPart((Span.plain(words),), small=True),) if words else ()
        parts = (SourcesPart(tuple(items)), *credit)
        return Section("sources", say("shown.sources"), parts, broad=broad)

    def _usual_month(self) -> date:
        months = [source(one).accessed_date.replace(day=1) for one in self.cited]
        return max(months, key=months.count)

    def _short_detail(self, source_id: str) -> Inline:
        of = source(source_id)
        told = [] if of.standing_code == "primary" else [of.publisher]
        if of.published_date is not None:
            # A day that is parted at the end of a line is read twice.
            told.append(spell_date(of.published_date).replace(" ", "\u00a0"))
        words = say("list.comma").join(told)
        words = f"{words}." if words else ""
        if of.accessed_date.replace(day=1) != self._usual_month():
            read = say("shown.read", date=spell_date(of.accessed_date))
            words = f"{words} {read} {of.source_note}".lstrip()
        return (Span.plain(words),) if words else ()


def cautions_line(rows: Sequence[TableRow], cited: Citations) -> Inline:
    """Return cautions of one kind as a line: the kind, framed where a claim has no support."""
    code = str(rows[0]["caution_code"])
    kind = say(f"certification_page.caution.{code}")
    words = Span.plain(" ".join(str(row["caution_text"]) for row in rows))
    if code in _FRAMED:
        refs = cited.refs(str(row["source_id"]) for row in rows)
        return spaced(Span.tag(kind, "claim"), words, refs)
    return spaced(Span.strong(kind), words)


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


def _by_standing(numbered: tuple[int, str]) -> tuple[int, str, int]:
    number, source_id = numbered
    of = source(source_id)
    rank = code_names("standing_code").index(of.standing_code)
    return rank, of.publisher if rank == 0 else "", number


def _group(source_id: str) -> str:
    of = source(source_id)
    return say(f"shown.group.{of.standing_code}", publisher=of.publisher)


def _title(source_id: str) -> str:
    # Brackets say that the title is ours; beside the number of a reference they confuse.
    return as_sentence(source(source_id).title.strip("[]"))


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
    for name in piece.field_names():
        value = getattr(piece, name)
        if not isinstance(value, str):
            yield from _lines(value)
        elif value and name == "outcome":
            yield say(f"outcome.{value}")
        elif value and name in _READ_OUT:
            yield value


def _line(inline: Inline) -> str:
    return "".join(_span_words(span) for span in inline).strip()


def _span_words(span: Span) -> str:
    if span.kind == "outcome":
        return span.text or say(f"outcome.{span.tone}")
    return f"[{span.text}]" if span.kind == "ref" else span.text
