"""The start panel from Python: each topic from the tables, and what is here."""

import re
from typing import Any

import ipywidgets
import pytest
from support.reading_grade import reading_grade
from support.shown import visible, words_of, words_shown

from casecert_data.catalog import say, table
from casecert_data.errors import DateRefusedError, UnknownNameError
from casecert_data.panels import StartPanel
from casecert_data.panels import _start_panel as module
from casecert_data.panels._start_topics import TOPICS

ON = "2026-11-23"
SHOWN: dict[str, dict[str, tuple[str, ...]]] = {
    "work": {"work_steps": ("step_title", "step_text")},
    "people": {
        "needs_served": ("need_name",),
        "people_served": ("people_name",),
        "settings": ("setting_name",),
    },
    "reasons": {"certify_reasons": ("reason_text", "for_whom_text")},
    "steps": {
        "career_steps": ("step_title", "step_text"),
        "ways_in": ("way_title", "way_text"),
    },
    "care": {"cautions": ("caution_text",)},
    "next": {"next_steps": ("next_step_text",)},
}
"""What each topic shows: the tables, and their columns."""


def here(panel: StartPanel) -> str:
    """Return the HTML that says what is here."""
    outputs = [one for one in visible(panel.widget) if isinstance(one, ipywidgets.Output)]
    return str(outputs[0].outputs[0]["data"]["text/html"])


def test_it_opens_on_the_work_step_by_step() -> None:
    """Who does not know the work cannot choose a certification for it."""
    panel = StartPanel(on=ON)

    assert panel.sentence == (
        "A case manager finds out what a person needs, and helps them get it."
    )
    assert [item.title for item in panel.answer.parts[0].items] == [
        str(row["step_title"]) for row in table("work_steps") if row["step_id"] != "goal"
    ]
    assert panel.fault is None


def test_the_goal_comes_last_and_is_no_step() -> None:
    """It has no number: nobody does it on a certain day."""
    steps, goal = StartPanel(on=ON).answer.parts

    assert steps.look == "steps"
    assert (goal.title, goal.look) == ("The goal", "list")


def test_every_topic_is_tried_below() -> None:
    """A new topic brings its tables."""
    assert set(SHOWN) == set(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_shows_every_row_of_its_tables(topic: str) -> None:
    """All words come from the tables; what stands there and is not shown is lost."""
    shown = " ".join(words_of(StartPanel(topic, on=ON).html)).casefold()
    cells = [
        str(row[column])
        for name, columns in SHOWN[topic].items()
        for row in table(name)
        for column in columns
        if row[column] is not None
    ]

    assert [cell for cell in cells if cell.casefold() not in shown] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_a_button_shows_its_topic(topic: str) -> None:
    """A click changes the sentence and the words; what is here stays."""
    panel = StartPanel("care" if topic == "work" else "work", on=ON)
    before, listed = panel.html, here(panel)
    panel.topic.value = topic

    assert panel.sentence == say(f"panel.start.said.{topic}")
    assert panel.html != before
    assert here(panel) == listed


def test_steps_are_told_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order is that of their numbers, and not of the lines of the file."""
    rows: dict[str, Any] = {
        "career_steps": tuple(reversed(table("career_steps"))),
        "ways_in": (),
    }
    monkeypatch.setattr("casecert_data.panels._start_topics.table", rows.__getitem__)
    steps = StartPanel("steps", on=ON).answer.parts[0]

    assert steps.items[0].title == str(rows["career_steps"][-1]["step_title"])


def test_a_claim_without_a_source_is_tagged_so() -> None:
    """It looks like what it is, and like nothing else."""
    items = StartPanel("care", on=ON).answer.parts[0].items
    cautions = table("cautions")

    assert [item.is_unsourced for item in items] == [
        row["caution_code"] == "unsupported_claim" for row in cautions
    ]
    assert {item.tag for item in items if item.is_unsourced} == {"No source given"}
    assert '<span class="tag tag-claim">No source given</span>' in StartPanel("care").html


def test_a_caution_on_one_certification_names_it() -> None:
    """Else it would be read of all of them."""
    items = StartPanel("care", on=ON).answer.parts[0].items

    assert [item.title for item in items if item.title] == ["Case Manager Certification (CCM):"]


def test_every_topic_is_the_articles_word() -> None:
    """Each answer says whose words it follows, and when they were read."""
    for topic in TOPICS:
        words = words_of(StartPanel(topic, on=ON).html)

        assert words[1:4] == ["Article", "[1]", "Read November 23, 2026."]


def test_a_notebook_keeps_the_opening_answer_and_no_day() -> None:
    """What is saved stays true tomorrow."""
    kept = StartPanel(on=ON)._repr_mimebundle_()["text/plain"]

    assert kept.startswith("A case manager finds out")
    assert "The goal:" in kept
    assert not re.search(r"\b20\d\d\b", kept)


def test_it_is_read_with_ease_at_eighth_grade() -> None:
    """Whoever begins knows none of the words of the trade."""
    told = [
        f"{item.title}. {item.text}. {item.note}"
        for topic in TOPICS
        for part in StartPanel(topic, on=ON).answer.parts
        for item in part.items
    ]

    assert reading_grade([*told, *(say(f"panel.start.said.{topic}") for topic in TOPICS)]) <= 8


def test_an_exception_in_a_callback_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jupyter drops it without a word; here it is in the page."""
    panel = StartPanel(on=ON)
    with monkeypatch.context() as patch:
        patch.setattr(module, "topic_of", None)
        panel.topic.value = "care"
    broken = words_shown(panel.widget)
    panel.topic.value = "next"

    assert say("panel.broken.title") in broken
    assert panel.fault is None


def test_a_topic_that_is_not_there_is_refused() -> None:
    """Whoever writes the line reads which topics there are."""
    with pytest.raises(
        UnknownNameError, match=r"No topic is called 'reason'\. Did you mean 'reasons'"
    ):
        StartPanel("reason")


def test_a_day_that_is_not_there_is_refused() -> None:
    """An age needs a day."""
    with pytest.raises(DateRefusedError, match="2026-13-01"):
        StartPanel(on="2026-13-01")
