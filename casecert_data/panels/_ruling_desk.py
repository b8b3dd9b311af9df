"""What only the issuer can say: recorded once it has answered, and taken out again."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

import ipywidgets

from casecert_data.catalog import say, spell_date
from casecert_data.eligibility import (
    OPEN_LIST,
    RULED_OUTCOMES,
    SECONDARY_RULE,
    Decision,
    Ruling,
    names_of,
    read_rule,
)
from casecert_data.errors import CasecertError
from casecert_data.panels._controls import in_field
from casecert_data.panels._disclosure import Disclosure
from casecert_data.panels._page import render
from casecert_data.panels._panel import Guard, framed
from casecert_data.panels._text_line import TextLine
from casecert_data.profiles import EDITIONS, read_day

_ASKED_OF_THE_ISSUER = (OPEN_LIST, SECONDARY_RULE)


class OpenPoint(NamedTuple):
    """One requirement on which only the issuer can say."""

    certification_id: str
    """Key of the certification."""
    criterion_id: str
    """Name of the requirement within it."""


class RulingDesk:
    """What to ask the issuers, a place for their answers, and those that are recorded.

    Parameters
    ----------
    on
        The day asked about: no answer is of a later one.
    guard
        Does a piece of work, and shows what it raises.
    changed
        Called with all answers, whenever one is recorded or taken out.

    Examples
    --------
    >>> desk = RulingDesk(date(2026, 11, 23), lambda work: work(), print)
    >>> desk.points
    ()
    """

    def __init__(
        self, on: date, guard: Guard, changed: Callable[[tuple[Ruling, ...]], None]
    ) -> None:
        self._on, self._guard, self._changed = on, guard, changed
        self._rulings: tuple[Ruling, ...] = ()
        self.points: tuple[OpenPoint, ...] = ()
        """What can be asked now."""
        self.point = ipywidgets.Dropdown(description=say("panel.ruling.point"))
        """What was asked."""
        self.outcome = ipywidgets.ToggleButtons(
            options=[(say(f"outcome.{one}"), one) for one in RULED_OUTCOMES],
            value=None,
            description=say("panel.ruling.outcome"),
        )
        """What the issuer said; nothing is taken for granted."""
        self._not_said = ipywidgets.HTML()
        self.by = TextLine(say("panel.ruling.by"), hint=say("panel.ruling.by_hint"))
        """Who answered, and how."""
        self.day = TextLine(
            say("panel.ruling.day"), hint=say("panel.ruling.day_hint"), value=on.isoformat()
        )
        """On which day."""
        self.about = TextLine(say("panel.ruling.note"), hint=say("panel.ruling.note_hint"))
        """The counselor's own note."""
        self.record = ipywidgets.Button(description=say("panel.ruling.record"))
        """Records the answer."""
        self.record.on_click(lambda _: guard(self._record))
        self.removers: tuple[ipywidgets.Button, ...] = ()
        """A button for each recorded answer, which takes it out."""
        outcome = framed([self.outcome, self._not_said], "cc-field")
        fields = [in_field(self.point), outcome]
        fields += [one.widget for one in (self.by, self.day, self.about)]
        self._lines = framed(fields, "cc-lines")
        self.more = Disclosure(framed([self._lines, self.record], "cc-desk"))
        """What shows the place for an answer."""
        self._recorded = framed([], "cc-recorded")
        self.widget = framed([self.more.widget, self._recorded], "cc-rulings")
        """All of it; hidden where there is nothing to ask and nothing recorded."""

    def show(self, decisions: Sequence[Decision], rulings: Sequence[Ruling]) -> None:
        """Offer what these decisions leave to the issuers, and list what is recorded."""
        points = tuple(_points(decisions))
        if points != self.points:
            self.points = points
            self.point.options = [(_words(one), one) for one in points]
            self.point.value = points[0] if points else None
        self.more.label = say("panel.ruling.more", count=len(points))
        self.more.widget.layout.display = None if points else "none"
        if tuple(rulings) != self._rulings:
            self._rulings = tuple(rulings)
            self._list()
        self.widget.layout.display = None if points or self._rulings else "none"

    def clear(self) -> None:
        """Leave nothing of the last client in the fields."""
        self.by.value = self.about.value = ""
        self.outcome.value, self._not_said.value = None, ""
        self.day.value = self._on.isoformat()
        for one in (self.by, self.day, self.about):
            one.mark("")
        self.more.is_open = False

    def _record(self) -> None:
        point, outcome, day = self.point.value, self.outcome.value, self._day()
        self.by.mark("" if self.by.value else say("panel.ruling.no_by"))
        no_outcome = render("error.html", words=say("panel.ruling.no_outcome"))
        self._not_said.value = "" if outcome else no_outcome
        if point is None or outcome is None or day is None or not self.by.value:
            return
        ruling = Ruling(
            point.certification_id,
            point.criterion_id,
            outcome,
            self.by.value,
            day,
            self.about.value,
        )
        kept = [one for one in self._rulings if one[:2] != ruling[:2]]
        self.clear()
        self._changed((*kept, ruling))

    def _day(self) -> date | None:
        try:
            day = read_day("on", self.day.value)
        except CasecertError:
            self.day.mark(say("panel.ruling.no_day"))
            return None
        is_past = day <= self._on
        self.day.mark("" if is_past else say("panel.ruling.later", date=spell_date(self._on)))
        return day if is_past else None

    def _list(self) -> None:
        rows: list[ipywidgets.Widget] = []
        removers = []
        for one in self._rulings:
            words = _words(OpenPoint(one.certification_id, one.criterion_id))
            remover = ipywidgets.Button(description=say("panel.ruling.remove", point=words))
            remover.on_click(partial(self._remove, one))
            removers.append(remover)
            told = render("ruling.html", ruling=one, point=words, day=spell_date(one.ruled_on))
            rows.append(framed([ipywidgets.HTML(told), remover], "cc-ruled"))
        self.removers = tuple(removers)
        self._recorded.children = rows

    def _remove(self, ruling: Ruling, _: object) -> None:
        kept = tuple(one for one in self._rulings if one != ruling)
        self._guard(lambda: self._changed(kept))


def _points(decisions: Sequence[Decision]) -> Iterator[OpenPoint]:
    for decision in decisions:
        for finding in decision.criteria:
            if finding.cause in _ASKED_OF_THE_ISSUER and not decision.held:
                yield OpenPoint(decision.certification_id, finding.id)


def _words(point: OpenPoint) -> str:
    name = names_of(point.certification_id)["button_name"]
    rules = (read_rule(point.certification_id, edition=one) for one in EDITIONS)
    found = (one for rule in rules for one in rule.criteria() if one.id == point.criterion_id)
    text = next((one.row or one.text for one in found), point.criterion_id)
    return say("panel.ruling.of", name=name, requirement=text)
