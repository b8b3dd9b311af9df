"""A piece of HTML as a tree, to ask what stands together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "circle", "hr", "img", "input", "path", "rect"}


@dataclass(eq=False)
class Node:
    """An element, or the whole piece."""

    tag: str
    """Its name; empty for the whole piece."""
    attrs: dict[str, str] = field(default_factory=dict)
    """Its attributes."""
    parent: "Node | None" = None
    """What it is in."""
    children: list["Node | str"] = field(default_factory=list)
    """What is in it, texts among them."""

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set(self.attrs.get("class", "").split())

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(text for _, text in self.texts())

    def walk(self) -> Iterator["Node"]:
        """Yield it and all elements in it."""
        yield self
        for one in self.children:
            if isinstance(one, Node):
                yield from one.walk()

    def texts(self) -> Iterator[tuple["Node", str]]:
        """Yield each text with the element that it stands in, in order."""
        for one in self.children:
            if isinstance(one, Node):
                yield from one.texts()
            elif one.strip():
                yield self, " ".join(one.split())

    def above(self) -> Iterator["Node"]:
        """Yield it, and what it is in, from the inside out."""
        yield self
        if self.parent is not None:
            yield from self.parent.above()


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.at = self.root = Node("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(node)
        if tag not in _VOID:
            self.at = node

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def page_tree(html: str) -> Node:
    """Read a piece of HTML in which every element is closed in its turn.

    Examples
    --------
    >>> page_tree("<p>One <b>two</b></p>").text
    'One two'
    """
    tree = _Tree()
    tree.feed(html)
    tree.close()
    assert tree.at is tree.root
    return tree.root
