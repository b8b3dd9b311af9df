"""The words of a page: all of them, and those that are sentences."""

from collections.abc import Iterator

from casecert_data.charts import Chart
from casecert_data.reporting import CertificationPage, PersonPage
from casecert_data.reporting._blocks import (
    AskPart,
    Block,
    ChartPart,
    FactItem,
    Foot,
    Head,
    Inline,
    ListPart,
    Need,
    Option,
    OutcomeItem,
    Page,
    Span,
    TextPart,
    pieces,
)

CERTIFICATION_PARTS = (
    *("heading", "at_a_glance", "ways_in", "what_to_prepare", "employer_support"),
    *("jobs", "read_with_care", "sources"),
)
PERSON_PARTS = ("heading", "summary", "next_steps", "details", "sources")
"""The methods of each page object, in the order in which the templates call them."""


def whole_page(of: CertificationPage | PersonPage) -> Page:
    """Put the parts of a page together, as its template does."""
    names = PERSON_PARTS if isinstance(of, PersonPage) else CERTIFICATION_PARTS
    blocks: list[Block] = []
    for name in names:
        blocks += getattr(of, name)().blocks
    return Page("A page", "en", tuple(blocks))


def words(inline: Inline) -> str:
    """Return the words of a line, without references, tags and outcomes."""
    return "".join(span.text for span in inline if span.kind in {"text", "strong"}).strip()


def all_words(page: Page) -> Iterator[str]:
    """Give every text of a page that a reader sees or hears; no number of a reference."""
    for piece in pieces(page):
        if isinstance(piece, Span) and piece.kind != "ref":
            yield piece.text
        if isinstance(piece, ChartPart):
            yield from chart_words(piece.chart)
        for name in ("title", "heading", "how", "question", "caption", "term", "text"):
            text = getattr(piece, name, None)
            if isinstance(text, str) and not isinstance(piece, Span):
                yield text


def chart_words(chart: Chart) -> Iterator[str]:
    """Give the words of a chart; the ticks of its scale are no statement."""
    yield from (chart.title, chart.sentence, chart.table.caption, *chart.table.columns)
    for row in chart.table.rows:
        yield from row
    for lane in chart.lanes:
        yield from (lane.label, lane.value, lane.note, lane.group, lane.missing)
        yield lane.threshold_label


def sentences(page: Page) -> Iterator[str]:
    """Give what is read as sentences: no headings, no names of tables, sources or jobs."""
    for piece in pieces(page):
        if isinstance(piece, TextPart | FactItem | Foot):
            yield words(piece.inline)
        elif isinstance(piece, ListPart) and piece.style != "columns":
            yield from map(words, piece.items)
        elif isinstance(piece, ChartPart):
            yield from (piece.chart.sentence, *map(words, piece.notes))
        elif isinstance(piece, AskPart):
            yield from (piece.question, *map(words, piece.answers))
        else:
            yield from _of_small_pieces(piece)


def _of_small_pieces(piece: object) -> Iterator[str]:
    if isinstance(piece, Head) and piece.lead:
        yield words(piece.lead)
    elif isinstance(piece, OutcomeItem):
        yield words(piece.body)
    elif isinstance(piece, Need) and piece.text:
        yield words(piece.text)
    elif isinstance(piece, Option):
        yield f"{piece.title} {piece.text}"
