"""Words that a client may not know, explained where they stand: a button, and what it shows."""

import re
from collections.abc import Iterable, Iterator, Sequence

from casecert_data.catalog import Term, terms_used
from casecert_data.panels._page import render

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?\s*([a-z0-9]+)")
# What is shown stands at the end of the block in which the word is.
_BLOCKS = frozenset({"p", "li", "dd", "dt", "td"})
# A button in a button or a link could not be pressed, and a heading is not for reading through.
_LEFT_ALONE = frozenset(
    {"a", "button", "caption", "code", "h1", "h2", "h3", "h4", "summary", "svg", "th"}
)
_VOID = frozenset({"br", "hr", "img", "input", "circle", "path", "rect"})
_PLAIN = ('class="vh"', 'class="tag', 'class="sl"', 'class="ref"', "data-plain")


class _Open:
    """An element that is open while the page is read through."""

    def __init__(self, name: str, *, is_left_alone: bool) -> None:
        self.name, self.is_left_alone = name, is_left_alone
        self.explained: list[Term] = []


class Explained:
    """Marks the first place of each word in a view; one for each view.

    Examples
    --------
    >>> view = Explained()
    >>> print(view.mark("<p>In good standing.</p>"))  # doctest: +ELLIPSIS
    <p>In <button ...>good standing</button>.<span ...>Of a license: current, ...</span></p>
    >>> view.mark("<p>In good standing.</p>")
    '<p>In good standing.</p>'
    """

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def mark(self, html: str) -> str:
        """Return a page of the package's own templates with its words explained."""
        return "".join(self._marked(_TAG.split(html)))

    def first_of(self, terms: Iterable[Term]) -> list[Term]:
        """Return those of some words that the view has not explained yet."""
        new = [one for one in dict.fromkeys(terms) if one.term_id not in self._seen]
        self._seen.update(one.term_id for one in new)
        return new

    def _marked(self, pieces: Iterable[str]) -> Iterator[str]:
        opened: list[_Open] = []
        for piece in pieces:
            if not piece.startswith("<"):
                yield self._words(piece, opened)
                continue
            name = _name_of(piece)
            if piece.startswith("</"):
                yield "".join(map(_meaning, _close(opened, name)))
            elif name not in _VOID and not piece.endswith("/>"):
                is_plain = any(one in piece for one in _PLAIN)
                opened.append(_Open(name, is_left_alone=name in _LEFT_ALONE or is_plain))
            yield piece

    def _words(self, text: str, opened: Sequence[_Open]) -> str:
        block = next((one for one in reversed(opened) if one.name in _BLOCKS), None)
        if block is None or any(one.is_left_alone for one in opened):
            return text
        parts, at = [], 0
        for used in terms_used(text):
            if self.first_of([used.term]):
                block.explained.append(used.term)
                word = render("word.html", term=used.term, word=text[used.start : used.end])
                parts += [text[at : used.start], word]
                at = used.end
        return "".join([*parts, text[at:]])


def _meaning(term: Term) -> str:
    return render("meaning.html", term=term)


def _close(opened: list[_Open], name: str) -> list[Term]:
    """Close an element, and return the words in it that wait to be explained."""
    explained: list[Term] = []
    while opened:
        last = opened.pop()
        explained += last.explained
        if last.name == name:
            break
    return explained


def _name_of(tag: str) -> str:
    found = _NAME.match(tag)
    return found.group(1) if found else ""
