"""Every sentence that a panel says: plain, without a promise, and of this client."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets
import pytest
from support.every_view import EVERY_VIEW
from support.page_tree import Node, page_tree
from support.reading_grade import reading_grade
from support.shown import visible

from casecert_data.catalog import glossary, read_toml, table
from casecert_data.panels._panel import Panel
from casecert_data.shipped import data_folder

BLOCKS = {"p", "li", "dd", "dt", "td", "th"}
# Titles of sources and names of programs are as their owners wrote them.
QUOTED = {"cc-foot", "cc-closed", "cc-meaning", "ref", "tag", "vh"}
PROMISES = re.compile(
    r"\b(guarantee\w*|(?:you are|client is) (?:eligible|qualified)|sure to)\b",
    re.IGNORECASE,
)
STRAIGHT = re.compile(r"\w'\w|\"")
ENDS = re.compile(r"[.!?]$")

every_view = pytest.mark.parametrize("opened", EVERY_VIEW.values(), ids=list(EVERY_VIEW))


def names() -> re.Pattern[str]:
    """Match the names and glossary words that no plainer word can stand for."""
    own = [str(row[one]) for row in table("certifications") for one in NAMED]
    own += [str(row["issuer_name"]) for row in table("issuers")]
    own += [str(row["occupation_title"]) for row in table("occupations")]
    own += [form for term in glossary().values() for form in term.forms]
    longest_first = sorted(set(own), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


NAMED = ("certification_name", "button_name")
NAMES = names()


def blocks(panel: Panel) -> Iterator[str]:
    """Yield what a panel says, block by block."""
    for widget in visible(panel.widget):
        if isinstance(widget, ipywidgets.HTML):
            yield from _blocks(page_tree(widget.value))


def _blocks(tree: Node) -> Iterator[str]:
    for node in tree.walk():
        inner = [one for one in node.walk() if one is not node and one.tag in BLOCKS]
        if node.tag in BLOCKS and not inner:
            told = [text for where, text in node.texts() if not is_quoted(where)]
            if told:
                yield re.sub(r" ([.,;:])", r"\1", " ".join(told))


def is_quoted(node: Node) -> bool:
    """Tell whether words are somebody else's, or stand beside the sentence."""
    return any(QUOTED & one.classes for one in node.above())


@every_view
def test_it_is_read_with_ease_at_eighth_grade(opened: Callable[[], Panel]) -> None:
    """Names and glossary words left out: the rest is as plain as on paper."""
    sentences = [one for one in blocks(opened()) if ENDS.search(one)]

    assert reading_grade([NAMES.sub("it", one) for one in sentences]) <= 8


@every_view
def test_nothing_is_promised_and_every_mark_is_typographic(
    opened: Callable[[], Panel],
) -> None:
    """The issuer decides; and a straight apostrophe looks like a slip."""
    told = list(blocks(opened()))

    assert [one for one in told if PROMISES.search(one)] == []
    assert [one for one in told if STRAIGHT.search(one)] == []


def test_a_panels_own_sentences_do_not_speak_to_the_client() -> None:
    """The counselor reads them; "you" there is the counselor, who types and saves."""
    of_client = re.compile(
        r"\byou(?:r)? (?:degree|license|hours|months|work|school|have (?:done|worked))",
        re.IGNORECASE,
    )
    texts = list(told_in(read_toml(data_folder() / "messages" / "en.toml")["panel"]))

    assert len(texts) > 150
    assert [one for one in texts if of_client.search(one)] == []


def told_in(messages: Any) -> Iterator[str]:
    """Yield each text of a part of the messages."""
    if isinstance(messages, str):
        yield messages
    else:
        for one in messages.values():
            yield from told_in(one)
