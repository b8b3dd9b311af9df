"""Markdown of an educator's own cells, as headings and parts of a page."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from casecert_data.errors import OwnCellError
from casecert_data.reporting.model._own_parts import CodePart, Flow, ItemsPart, QuotePart
from casecert_data.reporting.model._parts import ChartPart, TextPart
from casecert_data.reporting.model._pieces import TITLE_LETTERS
from casecert_data.reporting.model._spans import Inline, Span, is_address
from casecert_data.reporting.own._own_tables import table_parts
from casecert_data.reporting.own._pictures import read_picture

DEEPEST = 4
"""How many lists and quotes may stand in each other; the text column is narrow."""

_BLANKS_OF_A_TAB = 4
_DIAGRAMS = ("mermaid",)
_IN_FILE = "data:"
_ATTACHED = "attachment:"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the author wrote it; its place in the page's order comes later."""

    level: int
    """1 to 6, as many as there are signs before it."""
    text: str
    """Its words."""


Found: TypeAlias = Heading | Flow | ChartPart
"""What a cell brings, from top to bottom."""

Attachments: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Files inside a Markdown cell: name to kind to base64."""


@dataclass(frozen=True, slots=True)
class ReadMarkdown:
    """What a text in Markdown holds."""

    found: tuple[Found, ...]
    """Headings and parts, from top to bottom."""
    notes: tuple[str, ...]
    """Keys below ``own.note`` of what is shown otherwise than it was meant."""


def read_markdown(text: str, attachments: Attachments) -> ReadMarkdown:
    r"""Read Markdown: paragraphs, lists, quotes, tables, code, links, a cell's own pictures.

    HTML in it stays text, and so does a formula.

    Parameters
    ----------
    text
        Markdown as CommonMark has it, with tables.
    attachments
        The cell's own files.

    Raises
    ------
    OwnCellError
        If it holds something that no page can show.

    Examples
    --------
    >>> [type(one).__name__ for one in read_markdown("## Dates\n\nAsk *early*.", {}).found]
    ['Heading', 'TextPart']
    """
    reader = _Reader(attachments)
    found = tuple(reader.parts(SyntaxTreeNode(_parser().parse(text)).children, 0))
    if "$$" in text:
        reader.notes.append("formula")
    return ReadMarkdown(found, tuple(dict.fromkeys(reader.notes)))


@cache
def _parser() -> MarkdownIt:
    # Without "html", a tag is text like any other.
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class _Reader:
    """Goes through one text and notes what it could not keep."""

    def __init__(self, attachments: Attachments) -> None:
        self.notes: list[str] = []
        self._attachments = attachments

    def parts(self, nodes: Iterable[SyntaxTreeNode], depth: int) -> Iterator[Any]:
        """Turn nodes into parts; only at the top do headings stay headings."""
        if depth > DEEPEST:
            raise OwnCellError.nested_too_deeply(DEEPEST)
        for node in nodes:
            if node.type == "heading":
                yield from self._heading(node, depth)
            elif node.type == "paragraph":
                yield from self._paragraph(node)
            elif node.type == "table":
                yield from self._table(node)
            elif node.type != "hr":  # a rule stands between sections already
                yield _BLOCKS[node.type](self, node, depth)

    def line(self, node: SyntaxTreeNode) -> Inline:
        """Turn the words of a heading, a paragraph or a cell into spans."""
        spans = (span for inline in node.children for span in self._spans(inline.children))
        return tuple(spans)

    def items(self, node: SyntaxTreeNode, depth: int) -> Flow:
        """Read a list."""
        items = tuple(tuple(self.parts(one.children, depth + 1)) for one in node.children)
        is_ordered = node.type == "ordered_list"
        return ItemsPart(items, is_ordered, int(node.attrs.get("start", 1)))

    def quote(self, node: SyntaxTreeNode, depth: int) -> Flow:
        """Read a quote."""
        return QuotePart(tuple(self.parts(node.children, depth + 1)))

    def code(self, node: SyntaxTreeNode, _depth: int) -> Flow:
        """Read lines of code."""
        language = node.info.strip().casefold()
        if language in _DIAGRAMS:
            raise OwnCellError.diagram(language)
        return code_part(node.content)

    def _table(self, node: SyntaxTreeNode) -> Iterator[Flow]:
        rows = [row for part in node.children for row in part.children]
        head, *body = [[self.line(cell) for cell in row.children] for row in rows]
        numeric = ["right" in str(cell.attrs.get("style", "")) for cell in rows[0].children]
        parts = table_parts(head, body, numeric)
        self.notes += ["cut"] * (len(parts) - 1)
        yield from parts

    def _heading(self, node: SyntaxTreeNode, depth: int) -> Iterator[Heading | TextPart]:
        words = "".join(span.text or " " for span in self.line(node)).strip()
        if len(words) > TITLE_LETTERS:
            raise OwnCellError.long_heading(TITLE_LETTERS)
        if words and depth:
            yield TextPart((Span.strong(words),))
        elif words:
            yield Heading(int(node.tag[1:]), words)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Flow]:
        # A picture among words stands by itself: above, below or between them.
        words: list[SyntaxTreeNode] = []
        for one in (one for inline in node.children for one in inline.children):
            if one.type == "image":
                yield from self._text(words)
                yield self._picture(one)
                words = []
            else:
                words.append(one)
        yield from self._text(words)

    def _text(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Flow]:
        spans = tuple(self._spans(nodes))
        if any(span.text.strip() for span in spans):
            yield TextPart(spans)

    def _picture(self, node: SyntaxTreeNode) -> Flow:
        address, text = str(node.attrs.get("src", "")), node.content
        if address.startswith(_ATTACHED):
            media, data = self._attached(address.removeprefix(_ATTACHED))
        elif address.startswith(_IN_FILE):
            head, _, data = address.removeprefix(_IN_FILE).partition(",")
            media = head.removesuffix(";base64")
        else:
            raise OwnCellError.picture_elsewhere()
        return read_picture(media, data, text)

    def _attached(self, name: str) -> tuple[str, str]:
        from_name = {quoted(one): kinds for one, kinds in self._attachments.items()}
        kinds = self._attachments.get(name) or from_name.get(quoted(name)) or {}
        for media, data in kinds.items():
            return media, "".join(data) if isinstance(data, list) else str(data)
        raise OwnCellError.picture_unreadable()

    def _spans(
        self, nodes: Iterable[SyntaxTreeNode], *, strong: bool = False
    ) -> Iterator[Span]:
        for node in nodes:
            if node.type in {"strong", "em"}:
                # The kit has one weight up for emphasis, and no slanted type.
                yield from self._spans(node.children, strong=True)
            elif node.type == "link":
                yield self._link(node, strong=strong)
            elif node.type == "code_inline":
                yield Span("code", node.content)
            elif node.type == "hardbreak":
                yield Span("break", "")
            elif node.type == "image":
                raise OwnCellError.picture_elsewhere()
            else:
                text = " " if node.type == "softbreak" else node.content
                yield Span("strong" if strong else "text", text)

    def _link(self, node: SyntaxTreeNode, *, strong: bool) -> Span:
        words = "".join(span.text or " " for span in self._spans(node.children))
        address = str(node.attrs.get("href", ""))
        if is_address(address) and words.strip():
            return Span("link", words, address=address)
        self.notes.append("link")
        return Span("strong" if strong else "text", words)


def code_part(text: str) -> CodePart:
    r"""Set lines as they stand, in type of equal width.

    Examples
    --------
    >>> code_part("a\n  b\n").lines
    ('a', '  b')
    """
    return CodePart(tuple(text.expandtabs(_BLANKS_OF_A_TAB).rstrip("\n").split("\n")))


def quoted(name: str) -> str:
    """Write the name of a file as an address does, so that both forms can be compared."""
    return name.replace("%20", " ").casefold()


_BLOCKS: Mapping[str, Callable[[_Reader, SyntaxTreeNode, int], Flow]] = MappingProxyType(
    {
        "bullet_list": _Reader.items,
        "ordered_list": _Reader.items,
        "blockquote": _Reader.quote,
        "fence": _Reader.code,
        "code_block": _Reader.code,
    }
)
