"""What the start panel tells: the work, whom it helps, the way in, what to be careful of."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog import Row, code_label, say, table
from casecert_data.eligibility import lowered, names_of

GOAL = "goal"
"""Key of the row that is no step of the work, but what it is for."""

_UNSOURCED = "unsupported_claim"


class Item(NamedTuple):
    """One line of a part."""

    text: str
    """What is told."""
    title: str = ""
    """Its heading; empty where it needs none."""
    note: str = ""
    """Whom it concerns; empty where it is not said."""
    tag: str = ""
    """What to know of it before it is read."""
    is_unsourced: bool = False
    """Whether nobody is named who says so."""


class Part(NamedTuple):
    """A list under a heading."""

    items: tuple[Item, ...]
    """Its lines."""
    title: str = ""
    """Its heading; empty where there is only one list."""
    look: str = "list"
    """``list``, ``steps`` (in order), ``ways`` (any one of them) or ``names`` (a few words)."""


class Topic(NamedTuple):
    """One answer of the start panel."""

    name: str
    """Key of the topic."""
    sentence: str
    """The answer in a sentence."""
    parts: tuple[Part, ...]
    """The answer in full."""
    source_ids: tuple[str, ...]
    """Who says so."""


def topic_of(name: str) -> Topic:
    """Return one topic.

    Parameters
    ----------
    name
        One of `TOPICS`.

    Examples
    --------
    >>> [item.title for item in topic_of("work").parts[0].items][:2]
    ['Meet the person', 'Find the needs']
    """
    read, tables = TOPICS[name]
    rows = [row for of in tables for row in table(of)]
    return Topic(
        name,
        say(f"panel.start.said.{name}"),
        tuple(read()),
        tuple(dict.fromkeys(str(row["source_id"]) for row in rows)),
    )


def _work() -> Iterator[Part]:
    rows = _in_order("work_steps")
    steps = [row for row in rows if row["step_id"] != GOAL]
    yield Part(tuple(_step(row) for row in steps), look="steps")
    for row in rows:
        if row not in steps:
            yield Part((Item(str(row["step_text"])),), title=str(row["step_title"]))


def _people() -> Iterator[Part]:
    for name, column in (
        ("needs_served", "need_name"),
        ("people_served", "people_name"),
        ("settings", "setting_name"),
    ):
        items = tuple(Item(_begun(str(row[column]))) for row in table(name))
        yield Part(items, title=say(f"panel.start.heading.{name}"), look="names")


def _reasons() -> Iterator[Part]:
    yield Part(
        tuple(
            Item(str(row["reason_text"]), note=_for_whom(row))
            for row in table("certify_reasons")
        )
    )


def _for_whom(row: Row) -> str:
    whom = row["for_whom_text"]
    return "" if whom is None else say("panel.start.for_whom", whom=lowered(str(whom)))


def _steps() -> Iterator[Part]:
    steps = tuple(_step(row) for row in _in_order("career_steps"))
    ways = tuple(Item(str(row["way_text"]), str(row["way_title"])) for row in table("ways_in"))
    yield Part(steps, say("panel.start.heading.career_steps"), "steps")
    yield Part(ways, say("panel.start.heading.ways_in"), "ways")


def _care() -> Iterator[Part]:
    yield Part(tuple(_caution(row) for row in table("cautions")))


def _caution(row: Row) -> Item:
    about = row["certification_id"]
    name = "" if about is None else names_of(str(about))["full_name"]
    code = str(row["caution_code"])
    return Item(
        str(row["caution_text"]),
        title=say("panel.start.about", name=name) if name else "",
        tag=code_label("caution_code", code),
        is_unsourced=code == _UNSOURCED,
    )


def _next() -> Iterator[Part]:
    yield Part(tuple(Item(str(row["next_step_text"])) for row in table("next_steps")))


def _in_order(name: str) -> list[Row]:
    return sorted(table(name), key=lambda row: int(str(row["step_number"])))


def _step(row: Row) -> Item:
    return Item(str(row["step_text"]), str(row["step_title"]))


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


TOPICS: Mapping[str, tuple[Callable[[], Iterator[Part]], tuple[str, ...]]] = MappingProxyType(
    {
        "work": (_work, ("work_steps",)),
        "people": (_people, ("needs_served", "people_served", "settings")),
        "reasons": (_reasons, ("certify_reasons",)),
        "steps": (_steps, ("career_steps", "ways_in")),
        "care": (_care, ("cautions",)),
        "next": (_next, ("next_steps",)),
    }
)
"""The topics in the order of their buttons: how each is told, and from which tables."""
