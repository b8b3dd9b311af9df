"""What is here, and the work and the way in, in a minute."""

from datetime import date
from pathlib import Path

import ipywidgets

from casecert_data.catalog import say, spell_date
from casecert_data.errors import UnknownNameError
from casecert_data.panels._desks import desks
from casecert_data.panels._explained import Explained
from casecert_data.panels._handout_desk import Handout, HandoutDesk
from casecert_data.panels._notebooks import notebook_lines
from casecert_data.panels._page import render
from casecert_data.panels._panel import Panel
from casecert_data.panels._plain_text import as_text
from casecert_data.panels._sources import age_of, source_lines, tag_of
from casecert_data.panels._start_topics import TOPICS, Topic, topic_of
from casecert_data.profiles import read_day

_REPORT = "career"


class StartPanel(Panel):
    """What a case manager does, how to become one, and which notebook answers what.

    Parameters
    ----------
    topic
        What it opens on: ``work``, ``people``, ``reasons``, ``steps``, ``care`` or ``next``.
    on
        Day on which the age of what is told is worked out; None for today.
    folder
        Where files go that are named without a place; None for where the notebook runs.

    Raises
    ------
    CasecertError
        If there is no such topic, or no such day.

    Examples
    --------
    >>> panel = StartPanel(on="2026-11-23")
    >>> panel.sentence
    'A case manager finds out what a person needs, and helps them get it.'
    >>> panel.topic.value = "next"
    >>> panel.answer.parts[0].items[0].text
    'Take a course in social work, or earn a degree in it.'
    """

    answer: Topic
    """What is told."""

    def __init__(
        self,
        topic: str = "work",
        *,
        on: date | str | None = None,
        folder: Path | None = None,
    ) -> None:
        if topic not in TOPICS:
            raise UnknownNameError.among("topic", topic, TOPICS)
        self.on = read_day("on", on)
        """The day on which ages are told."""
        self.topic = ipywidgets.ToggleButtons(
            options=[(say(f"panel.start.topic.{one}"), one) for one in TOPICS],
            value=topic,
            description=say("panel.start.topics"),
        )
        """What is told: the key of a topic."""
        self._status, self._told, self._sources = (ipywidgets.HTML() for _ in range(3))
        self._status.add_class("cc-status")
        career = Handout(say("panel.handout.career"), _REPORT, {})
        self.handout = HandoutDesk(folder, self._shielded, lambda: [career], self.on)
        """Makes the page on becoming a case manager."""
        answer = [self._status, self._told, _what_is_here(), self._sources]
        super().__init__([self.topic], answer, [desks({"handout": self.handout.widget})])
        self.handout.follow()
        self._guarded(self._refresh)
        self.text = self._summary()
        self._watch([self.topic], self._refresh)

    def _refresh(self) -> None:
        self.answer = topic_of(self.topic.value)
        self.sentence = self.answer.sentence
        lines = source_lines(self.answer.source_ids, self.on)
        ages = [
            (tag_of(one), number, age_of(one, self.on))
            for number, one in enumerate(self.answer.source_ids, 1)
        ]
        self.html = render("start.html", topic=self.answer, ages=ages)
        self._status.value = render("status.html", sentence=self.sentence, notes=[])
        self._told.value = Explained().mark(self.html)
        self._sources.value = render(
            "sources.html",
            sources=lines,
            foot=say("panel.start.ages_on", date=spell_date(self.on)),
        )

    def _summary(self) -> str:
        """Say the opening answer in lines of text, without a day, so that it stays true."""
        lines = [
            say("panel.start.line", title=part.title or item.title, text=item.text)
            for part in self.answer.parts
            for item in part.items
        ]
        return as_text(self.sentence, "\n".join(lines))


def _what_is_here() -> ipywidgets.Output:
    # An output and not an HTML widget: JupyterLab opens its links beside this notebook, and
    # does not leave the page for them.
    html = render("what_is_here.html", notebooks=notebook_lines())
    here = ipywidgets.Output(
        outputs=({"output_type": "display_data", "data": {"text/html": html}, "metadata": {}},)
    )
    here.add_class("cc-here")
    return here
