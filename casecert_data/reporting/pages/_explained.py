"""Pages that explain their words: those that a reader may not know, each in a sentence."""

import re
from collections.abc import Callable, Sequence
from functools import cache, wraps
from typing import ClassVar, TypeVar

from casecert_data.catalog import (
    Term,
    as_sentence,
    code_names,
    glossary,
    say,
    source,
    terms_used,
)
from casecert_data.reporting.model._blocks import Block, Section, Span, WordItem, WordsPart
from casecert_data.reporting.pages._shown import Citations, Shown, spaced

_NOT_ON_HANDOUTS = "kit"

_Page = TypeVar("_Page", bound="ExplainedPage")


def told(part: Callable[[_Page], Shown]) -> Callable[[_Page], Shown]:
    """Remember what a part puts out, so that its words can be explained below it."""

    @wraps(part)
    def put_out(page: _Page) -> Shown:
        shown = part(page)
        page.told_so_far[part.__name__] = shown.blocks
        return shown

    return put_out


class ExplainedPage:
    """A page that knows which parts it has put out, and explains their words.

    Parameters
    ----------
    cited
        Numbers the sources of the page.
    """

    is_broad: ClassVar[bool] = False
    """Whether its sections have the whole width of the page."""

    def __init__(self, cited: Citations) -> None:
        self._cited = cited
        self.told_so_far: dict[str, Sequence[Block]] = {}
        """The blocks of each part, by the name of its method."""

    def words(self) -> Shown:
        """Return the words so far that a reader may not know, each with what it means.

        A screen shows all of them; a sheet of paper as many as it has room for, those first
        without which a requirement is not understood.
        """
        above = tuple(block for blocks in self.told_so_far.values() for block in blocks)
        terms = _to_explain(repr(Shown(above)))
        if not terms:
            return Shown(())
        items = [self._item(one, rank) for rank, one in enumerate(terms, start=1)]
        items.sort(key=lambda one: one.term.casefold())
        part = WordsPart(tuple(items))
        return Shown((Section("words", say("words.heading"), (part,), broad=self.is_broad),))

    def _item(self, term: Term, rank: int) -> WordItem:
        name = say("words.term", term=f"{term.name[:1].upper()}{term.name[1:]}")
        meaning = Span.plain(term.meaning)
        # Names are told on handouts without saying who told them.
        if term.source_id is None or term.stands_for is not None:
            return WordItem(name, (meaning,), rank)
        if term.source_id in self._cited.cited:
            return WordItem(name, spaced(meaning, self._cited.aged([term.source_id])), rank)
        # A list of sources that grows by a word could take another page.
        of = source(term.source_id)
        title = as_sentence(of.title.strip("[]"))
        named = Span.plain(say("words.source", publisher=of.publisher, title=title))
        age = self._cited.age_tag(term.source_id)
        return WordItem(name, spaced(*filter(None, (meaning, age, named))), rank)


def _to_explain(text: str) -> list[Term]:
    """Return the words that a text uses and does not explain, most needed first."""
    kinds = [one for one in code_names("word_kind_code") if one != _NOT_ON_HANDOUTS]
    # A word in a name, such as that of the Accredited Case Manager, says nothing by itself.
    terms = dict.fromkeys(used.term for used in terms_used(_names().sub("", text)))
    unknown = [one for one in terms if one.kind in kinds and not _is_told(one, text)]
    return sorted(unknown, key=lambda one: kinds.index(one.kind))


@cache
def _names() -> re.Pattern[str]:
    names = {one.stands_for for one in glossary().values() if one.stands_for is not None}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def _is_told(term: Term, text: str) -> bool:
    """Tell whether a text says by itself what letters stand for, or a word means."""
    if term.stands_for is not None and term.stands_for in text:
        return True
    return f"({term.name})" in text or term.meaning in text
