"""Compare certifications side by side, for one profile or for nobody in particular."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import ipywidgets

from casecert_data.catalog import say, spell_date
from casecert_data.credentials import Offer, bases_of, offers_for, told_in_full, who_facts
from casecert_data.eligibility import (
    MET,
    Answer,
    Decision,
    Facts,
    headline,
    question_of,
    state_on,
)
from casecert_data.panels._answer_form import AnswerForm
from casecert_data.panels._closed_programs import closed_html
from casecert_data.panels._compare_sentence import compare_sentence
from casecert_data.panels._compare_view import Column, columns_of
from casecert_data.panels._controls import edition_choice, hinted, in_row
from casecert_data.panels._desks import desks
from casecert_data.panels._explained import Explained
from casecert_data.panels._field import Field
from casecert_data.panels._handout_desk import Handout, HandoutDesk, compared_handouts
from casecert_data.panels._near_chart import near_chart
from casecert_data.panels._offered_choice import MOST, OfferedChoice
from casecert_data.panels._page import render
from casecert_data.panels._panel import ChartFigure, Panel, framed
from casecert_data.panels._people import opening, people_of
from casecert_data.panels._place_view import place_html, place_view
from casecert_data.panels._plain_text import as_text
from casecert_data.panels._sources import cited, numbers_in, source_lines
from casecert_data.panels._steps import Steps
from casecert_data.panels._takeaway import Offered, Takeaway
from casecert_data.panels._taken_compare import compared_offers, taken_notes
from casecert_data.profiles import EDITIONS, Profile, decide_profile, read_day
from casecert_data.reporting import Person
from casecert_data.rosters import RosterRow

_FEWEST = 2


class CompareStep(NamedTuple):
    """Everything that was entered and chosen, at one moment."""

    key: str
    """Key of the person in the list."""
    label: str
    """What stands there of the person."""
    profile: Profile
    """What was known."""
    typed: Mapping[str, Any]
    """What stood in the fields that could not be read."""
    chosen: tuple[str, ...]
    """Keys of the certifications."""
    is_by_hand: bool
    """Whether somebody chose them."""
    edition: str
    """Whose words were followed."""


class ComparePanel(Panel):
    """Which certification fits this person, which ways lead in, and what is missing.

    Parameters
    ----------
    rows
        People to choose from; None for the sample class.
    profile
        One person to open on: a path, a mapping or a profile. Without ``rows``, the only one.
    certifications
        Keys of the certifications to compare, four at the most; None for those that come first
        for whoever is asked about.
    opens_on
        ``person_id`` to open on; None for the profile, or the first of the rows.
    edition
        Whose words to follow at first: ``issuer`` or ``article``.
    on
        Day asked about; None for today.
    folder
        Where files go that are named without a place; None for where the notebook runs.

    Raises
    ------
    CasecertError
        If a profile, a day or a name cannot be taken; the message says what to do.

    Examples
    --------
    >>> panel = ComparePanel(certifications=["ccm", "acm_rn"], opens_on="R-014")
    >>> panel.sentence
    'The ACM for nurses and the CCM depend on one answer each.'
    >>> panel.field("cm_months_under_ccm").value = "12"
    >>> panel.sentence
    'The CCM looks within reach now. The ACM for nurses depends on one answer.'
    >>> panel.field("health_system_cm_hours").value = "2,080"
    >>> panel.field("health_system_cm_hours").error
    'Write the number without a comma, such as 18.5 or 1400.'
    """

    answer: Answer
    """The decisions on the certifications that are chosen."""
    columns: tuple[Column, ...]
    """What stands side by side, in the order of the buttons."""
    profile: Profile
    """Who is asked about, as the controls say."""

    def __init__(
        self,
        rows: Sequence[RosterRow] | None = None,
        *,
        profile: Path | str | Mapping[str, object] | Profile | None = None,
        certifications: Iterable[str] | None = None,
        opens_on: str | None = None,
        edition: str = "issuer",
        on: date | str | None = None,
        folder: Path | None = None,
    ) -> None:
        self._people = people_of(rows, profile)
        self.on = read_day("on", on)
        """The day asked about."""
        self.profile = Profile(facts={})
        self.answer = Answer(on=self.on, edition=edition, decisions=())
        self.columns = ()
        self._ids: tuple[str, ...] = ()
        self._offers: Mapping[str, Offer] = {}
        self._offered_for: object = None
        self._is_chosen_by_hand = certifications is not None
        self._is_filling = False
        self._restored: tuple[str, ...] | None = None
        self._make_controls(opening(self._people, opens_on), certifications or (), edition)
        self.handout = HandoutDesk(folder, self._shielded, self._handouts, self.on)
        """Makes a page of what stands side by side, or of one certification."""
        self.takeaway = Takeaway(self._offered, folder)
        """Saves what is shown as tables and pictures."""
        parts = {"handout": self.handout.widget, "takeaway": self.takeaway.widget}
        super().__init__(self._controls(), self._answers(), [desks(parts)])
        self._guarded(self._take_person)
        # A person's answers never stay in a notebook's file; the sample class is nobody.
        is_sample = rows is None and profile is None
        self.text = self._summary() if is_sample else say("panel.not_saved")
        self._watch([self.sample], self._take_person)
        self._watch([self.certifications], self._take_choice)
        self._watch([self.edition], self._refresh)

    def _make_controls(
        self, opens_on: str, certifications: Iterable[str], edition: str
    ) -> None:
        self.sample = ipywidgets.Dropdown(
            options=[(person.label, key) for key, person in self._people.items()],
            value=opens_on,
            description=say("panel.sample"),
        )
        """Who is asked about: a ``person_id``, or ``""`` for nobody."""
        self.certifications = OfferedChoice(certifications)
        """Which certifications are compared: their keys."""
        self.edition = edition_choice(edition)
        """Whose words are followed: the key of an edition."""
        self.form = AnswerForm(lambda _: self._guarded(self._refresh))
        """The fields: one for each fact that the compared certifications ask for."""
        self.steps: Steps[CompareStep] = Steps(self._shielded, self._restore)
        """Undo, redo, and starting over."""
        self.show_first = ipywidgets.Button(description=say("panel.compare.show_first"))
        """The way out of an empty answer; shown where no certification is chosen."""
        self.show_first.add_class("cc-example")
        self.show_first.on_click(lambda _: self._guarded(self._choose_first))

    def field(self, fact_name: str) -> Field[Any]:
        """Return the field of a fact, shown or not.

        Examples
        --------
        >>> ComparePanel(opens_on="R-001").field("home_state").value
        'OH'
        """
        return self.form.field(fact_name)

    def _controls(self) -> list[ipywidgets.Widget]:
        # A phone cuts the line of the list; there it stands in full under it.
        self._in_full = ipywidgets.HTML()
        self._in_full.add_class("cc-in-full")
        sample = framed([self.sample, self._in_full], "cc-field")
        sample.add_class("cc-sample")
        words = hinted(self.edition, say("panel.edition_hint"))
        choices = in_row([self.certifications.widget, words])
        return [sample, choices, self.form.widget, self.steps.widget]

    def _answers(self) -> list[ipywidgets.Widget]:
        self._status, self._comparison, self._sources = (ipywidgets.HTML() for _ in range(3))
        self._status.add_class("cc-status")
        self._near, self._place = ChartFigure(), ipywidgets.HTML()
        # They depend on nobody, so they are told once.
        closed = ipywidgets.HTML(closed_html(self.on))
        rows = [self._status, self.show_first, self._comparison, self._near.widget]
        return [*rows, self._place, self._sources, closed]

    def _take_person(self) -> None:
        """Fill the controls with what the chosen person stated."""
        person = self._people[self.sample.value]
        self.handout.forget()
        self._in_full.value = render("hint.html", words=person.label)
        with self._filling():
            self.form.fill(person.profile)
        asked = [question_of(one) for one in self.answer.decisions]
        self.form.open_at(one.fact for one in asked if one and self.profile.facts)

    def _take_choice(self) -> None:
        """Keep what somebody chose, whoever is asked about next."""
        self._is_chosen_by_hand = True
        self._refresh()

    def _choose_first(self) -> None:
        self._is_chosen_by_hand, self._offered_for = False, None
        self._refresh()

    @contextmanager
    def _filling(self) -> Iterator[None]:
        """Fill several controls, and work the answer out once, at the end."""
        before, self._is_filling = self._is_filling, True
        try:
            yield
        finally:
            self._is_filling = before
        self._refresh()

    def _restore(self, step: CompareStep) -> None:
        def show() -> None:
            with self._filling():
                self.sample.value, self.edition.value = step.key, step.edition
                self._in_full.value = render("hint.html", words=step.label)
                self.form.retype(step.profile, step.typed)
                self._restored = step.chosen
                self._is_chosen_by_hand = step.is_by_hand

        self._guarded(show)

    def _note_step(self) -> None:
        key = self.sample.value
        self.steps.note(
            CompareStep(
                key=key,
                label=self._people[key].label,
                profile=self.profile,
                typed=self.form.unread(),
                chosen=self.certifications.value,
                is_by_hand=self._is_chosen_by_hand,
                edition=self.edition.value,
            )
        )

    def _refresh(self) -> None:
        if self._is_filling:
            return
        try:
            self._work_out()
        finally:
            self._note_step()

    def _work_out(self) -> None:
        base = self._people[self.sample.value].profile
        self.profile = replace(self.form.read(), person_id=base.person_id, rulings=base.rulings)
        self._offer()
        self.form.show(self.certifications.value)
        self.answer = self._decide(self.edition.value, self.certifications.value)
        is_judged = bool(self.profile.facts)
        shown = replace(self.answer, decisions=tuple(self._in_order(self.answer)))
        other = next(one for one in EDITIONS if one != self.edition.value)
        self.columns = columns_of(
            shown,
            is_judged=is_judged,
            other=self._decide(other, self.certifications.value),
            offers=self._offers if is_judged else {},
        )
        self._ids = tuple(self._source_ids())
        self.sentence = compare_sentence(shown.decisions, is_judged=is_judged)
        self.html = self._compared() if self.columns else ""
        self.chart = near_chart(shown.decisions, self._aged()) if is_judged else None
        self._show()
        self.handout.follow()
        self.takeaway.follow()

    def _offer(self) -> None:
        """Let who it is for decide what stands first; a number typed moves no button."""
        facts = self.profile.facts
        who = (self.sample.value, *(facts.get(name) for name in who_facts()))
        if who == self._offered_for and self._restored is None:
            return
        self._offered_for = who
        offers = offers_for(facts)
        self._offers = {one.certification_id: one for one in offers}
        chosen, self._restored = self._restored, None
        if chosen is None and not self._is_chosen_by_hand:
            full, rest = told_in_full(self._decide(self.edition.value), facts)
            # One alone is no comparison.
            at_first = [*full[:MOST], *rest[: max(0, _FEWEST - len(full))]]
            chosen = tuple(one.certification_id for one in at_first)
        self.certifications.arrange(offers, bases_of(facts), chosen)

    def _decide(self, edition: str, certifications: Iterable[str] | None = None) -> Answer:
        return decide_profile(
            self.profile,
            edition=edition,
            on=self.on,
            certifications=certifications,
            assumptions={},
        )

    def _in_order(self, answer: Answer) -> Iterator[Decision]:
        by_key = {one.certification_id: one for one in answer.decisions}
        yield from (by_key[one] for one in self.certifications.value)

    def _handouts(self) -> list[Handout]:
        chosen = self.certifications.value
        person = Person.of(self.profile, assumptions={}, show_name=False)
        whom = person if self.profile.facts else None
        return compared_handouts(chosen, edition=self.edition.value, person=whom)

    def _offered(self) -> list[Offered]:
        if not self.html:
            return []
        whose = self.profile.person_id if self.profile.facts else None
        notes = taken_notes(self.on, self.edition.value, whose, self._notes())
        home = place_view(*self._home(), self.on)
        return compared_offers(self.columns, self.chart, home, notes)

    def _home(self) -> tuple[str | None, tuple[str, ...] | None]:
        held = self.profile.facts.get("license_codes")
        return self.profile.home_state, held if isinstance(held, tuple) else None

    def _source_ids(self) -> list[str]:
        ids = [one for column in self.columns for one in column.source_ids]
        place = place_view(*self._home(), self.on)
        return list(dict.fromkeys([*ids, *(place.source_ids if place else ())]))

    def _compared(self) -> str:
        return render("compare.html", columns=self.columns, numbers_of=numbers_in(self._ids))

    def _show(self) -> None:
        self._status.value = render("status.html", sentence=self.sentence, notes=self._notes())
        self.show_first.layout.display = "none" if self.columns else None
        view, numbers_of = Explained(), numbers_in(self._ids)
        self._comparison.value = view.mark(self.html)
        asked = [key for one in self.columns for key in one.open_cited.source_ids]
        self._near.show(self.chart, numbers_of(cited(asked, self.on)))
        place = place_html(*self._home(), self.on, numbers_of=numbers_of)
        self._place.value = view.mark(place)
        self._sources.value = render(
            "sources.html",
            sources=source_lines(self._ids, self.on),
            foot=say("panel.worked_out", date=spell_date(self.on)),
        )

    def _aged(self) -> Facts | None:
        """Return what is known on the day asked about; None where it is what was stated."""
        as_of = self.profile.as_of
        if as_of is None or as_of == self.on:
            return None
        return state_on(self.profile.facts, as_of=as_of, on=self.on).known

    def _notes(self) -> list[str]:
        notes = [
            say("panel.fault.counts_as_unknown", label=field.fact.label)
            for field in self.form.faulty()
        ]
        if self.profile.as_of is not None and self.profile.as_of != self.on:
            notes.append(say("panel.aged", date=spell_date(self.profile.as_of)))
        if cited(self._ids, self.on).ages:
            notes.append(say("panel.source.some_old"))
        return notes

    def _summary(self) -> str:
        """Say the opening answer in lines of text, without a day, so that it stays true."""
        lines = []
        for column, decision in zip(self.columns, self._in_order(self.answer), strict=True):
            # The sentence on what is met names the day.
            key = "panel.outcome" if decision.outcome == MET else "panel.outcome_and_why"
            outcome = say(f"outcome.{decision.outcome}")
            why = headline(decision, self.on, is_to_client=False)
            lines.append(say(key, name=column.title, outcome=outcome, why=why))
        return as_text(self.sentence, "\n".join(lines), chart=self.chart)
