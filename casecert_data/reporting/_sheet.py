"""How much paper the blocks of a page take, near enough to choose what a sheet has room for.

The widths of letters are those of the charts, so the answer is rather too much than too little;
the renderer of the PDF measures for itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from casecert_data.charts import wrap_text
from casecert_data.reporting._blocks import (
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
    TablePart,
    TextPart,
)

PAGE_HEIGHT = 697
"""Points of a Letter page between its margins."""
TEXT_WIDTH = 410
"""Points of the column of text."""

_TERM_WIDTH = 100
_MARK = "00 "  # a mark is as wide as two figures and a blank


def pages_of(blocks: Iterable[Block]) -> int:
    """Return how many pages blocks take, each section kept whole.

    Examples
    --------
    >>> from casecert_data.reporting._spans import Span
    >>> note = TextPart((Span.plain("A line."),))
    >>> pages_of([Section("a", "A", (note,)), Section("b", "B", (note,) * 25)])
    1
    """
    pages, room = 1, float(PAGE_HEIGHT)
    for block in blocks:
        height = height_of(block)
        if height > room and room < PAGE_HEIGHT:
            pages, room = pages + 1, float(PAGE_HEIGHT)
        room -= height
    return pages


def height_of(block: Block) -> float:
    """Return the height of a block on paper, in points.

    Examples
    --------
    >>> from casecert_data.reporting._spans import Span
    >>> round(height_of(Foot((Span.plain("The issuer decides."),))))
    36
    """
    if isinstance(block, Head):
        return 100 + _lines(block.meta, 9.5) * 13 + _lines(block.lead, 13) * 18
    if isinstance(block, Outcomes):
        return 16 + sum(map(_outcome, block.items))
    if isinstance(block, Foot):
        return 23 + _lines(block.inline, 9.5) * 13
    return 24 + sum(map(_part, block.parts)) + 10.6 * (len(block.parts) - 1)


def _outcome(item: OutcomeItem) -> float:
    return 38 + _lines(item.body, 11) * 15.5


def _part(part: Part) -> float:
    return _HEIGHTS[type(part)](part)


def _text(part: TextPart) -> float:
    size, line = (9.5, 13.0) if part.small else (11, 15.5)
    return _lines(part.inline, size) * line


def _facts(part: FactsPart) -> float:
    width = TEXT_WIDTH - _TERM_WIDTH
    return sum(
        6 + sum(5.4 + _lines(one, 9.75, width) * 13.3 for one in (item.inline, *item.more)) - 5.4
        for item in part.items
    )


def _list(part: ListPart) -> float:
    return sum(9 + _lines(one, 11, TEXT_WIDTH - 17) * 15.5 for one in part.items) - 9


def _table(part: TablePart) -> float:
    widths = part.widths or (100 // len(part.columns),) * len(part.columns)
    rooms = [TEXT_WIDTH * width / sum(widths) - 10 for width in widths]
    rows = [
        12 + max(_lines(cell, 10.25, room) for cell, room in zip(row.cells, rooms, strict=True)) * 14
        for row in part.rows
    ]
    return 20 + sum(rows)


def _chart(part: ChartPart) -> float:
    heading = len(wrap_text(part.heading or "", 12, TEXT_WIDTH, is_strong=True)) * 16 + 8
    return heading + 44 * len(part.chart.lanes)


def _ask(part: AskPart) -> float:
    question = len(wrap_text(part.question, 13, TEXT_WIDTH * 0.75, is_strong=True)) * 18 + 10
    return question + sum(4.6 + _lines(one, 11, TEXT_WIDTH - 14) * 15.5 for one in part.answers)


def _sources(part: SourcesPart) -> float:
    groups: dict[str, list[str]] = {}
    for item in part.items:
        words = f" [00] {item.title} {_words(item.detail)}"
        groups.setdefault(item.group or str(item.number), [item.group]).append(words)
    return sum(
        5 + len(wrap_text("".join(told), 9.5, TEXT_WIDTH)) * 13 for told in groups.values()
    )


def _lines(inline: Inline | None, size: float, width: float = TEXT_WIDTH) -> int:
    return len(wrap_text(_words(inline or ()), size, width))


def _words(inline: Inline) -> str:
    return "".join(_MARK + span.text if span.kind == "outcome" else span.text for span in inline)


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
