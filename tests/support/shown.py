"""What a panel shows, as a reader meets it: the words of its visible widgets, in order."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import ipywidgets

# A word that can be pressed stands in its sentence; what it means is not shown until then.
_WORD = re.compile(r'<button [^>]*class="cc-word"[^>]*>(.*?)</button>')
_MEANING = re.compile(r'<span class="cc-meaning"[^>]*hidden>.*?</span>')


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(" ".join(data.split()))


def words_of(html: str) -> list[str]:
    """List the texts of a piece of HTML, in order, with markup turned back into text.

    Examples
    --------
    >>> words_of("<p>Tom &amp; <b>Ann</b></p>")
    ['Tom &', 'Ann']
    """
    parser = _Words()
    parser.feed(_WORD.sub(r"\1", _MEANING.sub("", html)))
    parser.close()
    return parser.found


def visible(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    """Walk through a widget and all that is in it, without what is hidden."""
    if getattr(widget.layout, "display", None) == "none":
        return
    yield widget
    for child in getattr(widget, "children", ()):
        yield from visible(child)


def html_shown(widget: ipywidgets.Widget) -> str:
    """Join the HTML that a panel shows."""
    return "\n".join(
        one.value for one in visible(widget) if isinstance(one, ipywidgets.HTML) and one.value
    )


def words_shown(widget: ipywidgets.Widget) -> list[str]:
    """List the words that a panel shows."""
    return words_of(html_shown(widget))
