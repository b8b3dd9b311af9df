"""Every number that a panel tells: who says so is a click away, in the same section."""

import re
from collections.abc import Callable, Iterator

import ipywidgets
import pytest
from support.every_view import EVERY_VIEW
from support.page_tree import Node, page_tree
from support.shown import html_shown, visible

from casecert_data.panels._panel import Panel

# A table stands in a section with the line over it, which names its sources.
SECTIONS = {"details", "div", "dl", "section"}
# What is told in several widgets, and is one thing to a reader.
TOGETHER = {"cc-card", "cc-figure"}
# What is asked of the counselor, and what is said of their own answers.
ASKED_OR_SAID = {"cc-controls", "cc-desks", "cc-status"}
# The list of sources and the day of the work are no claims; programs link their pages; a
# topic of the start comes from one page, which is named under its heading.
NO_CLAIM = {"cc-foot", "cc-closed", "cc-say", "cc-whose", "ref"}


every_view = pytest.mark.parametrize("opened", EVERY_VIEW.values(), ids=list(EVERY_VIEW))


def parts(widget: ipywidgets.Widget) -> Iterator[Node]:
    """Yield what a panel shows, each thing as one tree."""
    if getattr(widget.layout, "display", None) == "none":
        return
    classes = set(widget._dom_classes)  # noqa: SLF001 - ipywidgets offers no other way
    if classes & ASKED_OR_SAID:
        return
    if classes & TOGETHER:
        whole = page_tree(html_shown(widget))
        whole.attrs["class"] = " ".join(sorted(classes))
        yield whole
    elif isinstance(widget, ipywidgets.HTML):
        yield page_tree(widget.value)
    else:
        for child in getattr(widget, "children", ()):
            yield from parts(child)


def is_cited(node: Node) -> bool:
    """Tell whether a section has a number that shows its source."""
    return any("cc-ref" in one.classes for one in node.walk())


def without_source(part: Node) -> Iterator[str]:
    """Yield the texts with a number whose section names nobody."""
    for node, text in part.texts():
        above = list(node.above())
        if not re.search(r"\d", text) or any(NO_CLAIM & one.classes for one in above):
            continue
        own = next(one for one in above if one.tag in SECTIONS or one.parent is None)
        if "cc-card" in part.classes:
            # The question, and what each answer would mean, come from the same pages.
            own = part
        if not is_cited(own):
            yield text


@every_view
def test_every_number_has_its_source_in_its_section(opened: Callable[[], Panel]) -> None:
    """A fee, a threshold, a share, a wage: each can be looked up where it stands."""
    panel = opened()

    assert [text for part in parts(panel.widget) for text in without_source(part)] == []


@every_view
def test_every_number_in_brackets_is_in_the_list(opened: Callable[[], Panel]) -> None:
    """One that is not would show nothing."""
    html = html_shown(opened().widget)
    listed = re.findall(r'<li data-number="(\d+)">', html)

    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert {*re.findall(r'data-source="(\d+)"', html)} <= {*listed}


@every_view
def test_the_page_is_well_formed(opened: Callable[[], Panel]) -> None:
    """What is put into it to explain a word opens and closes where it should."""
    shown = [one for one in visible(opened().widget) if isinstance(one, ipywidgets.HTML)]

    assert [page_tree(one.value) for one in shown]
