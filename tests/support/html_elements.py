"""A page of HTML as elements, read strictly: what is not closed in order is an error."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "col", "img", "input", "link", "meta"}
"""Elements that end where they begin."""


@dataclass
class Element:
    """One element of a page."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    inside: list["Element | str"] = field(default_factory=list)

    def all(self, *names: str) -> Iterator["Element"]:
        """Go through the elements inside, in order."""
        for one in self.inside:
            if isinstance(one, Element):
                if not names or one.name in names:
                    yield one
                yield from one.all(*names)

    def text(self) -> str:
        """Give the text inside, as it stands."""
        return "".join(one if isinstance(one, str) else one.text() for one in self.inside)

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        return frozenset((self.attributes.get("class") or "").split())


class _Reader(HTMLParser):
    """Read a page into elements."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; void ones end at once."""
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs), f"an attribute stands twice in {tag}"
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that ends where it begins, as in SVG."""
        self.open[-1].inside.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """End the element that was begun last."""
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        """Take text."""
        self.open[-1].inside.append(data)


def read_html(html: str) -> Element:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]
