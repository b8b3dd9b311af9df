"""How much paper the blocks of a page take, near enough to choose what a sheet has room for.

The widths of letters are those of the charts, so the answer is rather too much than too little;
the renderer of the PDF measures for itself.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from casecert_data.catalog import say
from casecert_data.charts import PRINT, place_chart, wrap_text
from casecert_data.reporting.model._blocks import (
    AskPart,
    Block,
    ChartPart,
    FactsPart,
    Foot,
    Head,
    Inline,
    ListPart,
    OutcomeItem,
    Outcomes,
    Part,
    Section,
    SourcesPart,
    Span,
    TablePart,
    TextPart,
)

PAGE_HEIGHT = 697
"""Points of a Letter page between its margins."""
TEXT_WIDTH = 410
"""Points of the column of text."""

# The renderer takes some of the air out where that saves a page.
_AIR = 0.6
_LEADING = 0.41
# The widths of letters are those of the wider of two typefaces; a PDF has the narrower one.
_NARROWER = 0.88
_WIDTH = 504
_TERM_WIDTH = 100
_CHART_WIDTH = 440
_PX = 0.75
_MARK = "000 "  # a mark is about as wide as three figures and a blank


def pages_of(blocks: Iterable[Block]) -> int:
    """Return how many pages blocks take, each section kept whole.

    Examples
    --------
    >>> from casecert_data.reporting.model._blocks import Section, Span
    >>> note = TextPart((Span.plain("A line."),))
    >>> pages_of([Section("a", "A", (note,)), Section("b", "B", (note,) * 25)])
    1
    """
    pages, room = 1, float(PAGE_HEIGHT)
    heights: list[float] = []
    for block in blocks:
        height = height_of(block)
        if isinstance(block, Foot) and heights:
            # It never stands alone on a page.
            heights[-1] += height
        else:
            heights.append(height)
    for height in heights:
        if height > room and room < PAGE_HEIGHT:
            pages, room = pages + 1, float(PAGE_HEIGHT)
        room -= height
    return pages


def height_of(block: Block) -> float:
    """Return the height of a block on paper, in points.

    Examples
    --------
    >>> from casecert_data.reporting.model._blocks import Foot, Span
    >>> round(height_of(Foot((Span.plain("The issuer decides."),))))
    32
    """
    if isinstance(block, Head):
        small, lead = (_words(one or ()) for one in (block.meta, block.lead))
        return 78 + _string_height(small, 9.5, _WIDTH) + _string_height(lead, 13, _WIDTH)
    if isinstance(block, Outcomes):
        return 15.5 + sum(map(_outcome, block.items))
    if isinstance(block, Section) and block.has_words_alone:
        # They take what the others leave.
        return 0
    if isinstance(block, Foot):
        return 22.4 + _text_height(block.inline, 9.5)
    between = 10.6 * _AIR * (len(block.parts) - 1)
    return (13.5 + 10.2) * _AIR + sum(map(_part, block.parts)) + between


def _outcome(item: OutcomeItem) -> float:
    return (8.6 + 9.2) * _AIR + 12 + 4.6 + _text_height(item.body, 11)


def _part(part: Part) -> float:
    return _HEIGHTS[type(part)](part)


def _text(part: TextPart) -> float:
    return _text_height(part.inline, 9.5 if part.small else 11)


def _facts(part: FactsPart) -> float:
    width = TEXT_WIDTH - _TERM_WIDTH
    lines = [line for item in part.items for line in (item.inline, *item.more)]
    return 6 * len(part.items) + sum(_text_height(one, 9.75, width) + 3 for one in lines)


def _list(part: ListPart) -> float:
    return sum(9 + _text_height(one, 11, TEXT_WIDTH - 17) for one in part.items) - 9


def _table(part: TablePart) -> float:
    widths = part.widths or (1,) * len(part.columns)
    rooms = [TEXT_WIDTH * width / sum(widths) - 9.9 for width in widths]
    rows = [
        max(
            _text_height(cell, 10.25, room) for cell, room in zip(row.cells, rooms, strict=True)
        )
        for row in part.rows
    ]
    return 15 + sum(11.8 + height for height in rows)


def _chart(part: ChartPart) -> float:
    drawn = place_chart(part.chart, _CHART_WIDTH, PRINT).height * _PX
    return _string_height(part.heading or "", 11) + 8 + drawn


def _ask(part: AskPart) -> float:
    lines = wrap_text(part.question, 13 * _NARROWER, TEXT_WIDTH - 14, is_strong=True)
    question = 13 * len(lines) + 0.35 * 13 * (len(lines) - 1)
    return 12 + question + sum(4.6 + _text_height(one, 11) for one in part.answers)


def _sources(part: SourcesPart) -> float:
    groups: dict[str, str] = {}
    for item in part.items:
        told = f" [00] {item.title} {_words(item.detail)}"
        group = item.group or str(item.number)
        groups[group] = groups.get(group, item.group) + told
    return sum(5 + _string_height(told, 9.5) for told in groups.values()) - 5


def _text_height(inline: Inline | None, size: float, width: float = TEXT_WIDTH) -> float:
    return _string_height(_words(inline or ()), size, width)


def _string_height(text: str, size: float, width: float = TEXT_WIDTH) -> float:
    lines = len(wrap_text(text, size * _NARROWER, width))
    return size * lines + _LEADING * size * max(lines - 1, 0)


def _words(inline: Inline) -> str:
    return "".join(map(_span_words, inline))


def _span_words(span: Span) -> str:
    if span.kind == "outcome":
        return _MARK + (span.text or say(f"outcome.{span.tone}"))
    return f"[{span.text}]" if span.kind == "ref" else span.text


_HEIGHTS: Mapping[type, Callable[[Any], float]] = MappingProxyType(
    {
        AskPart: _ask,
        ChartPart: _chart,
        FactsPart: _facts,
        ListPart: _list,
        SourcesPart: _sources,
        TablePart: _table,
        TextPart: _text,
    }
)
