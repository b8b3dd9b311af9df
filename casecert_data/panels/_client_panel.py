"""The counselor's desk for one client: what they bring, where they stand, what to ask next."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import ipywidgets

from casecert_data.catalog import say
from casecert_data.credentials import told_in_full, who_facts
from casecert_data.eligibility import (
    MET,
    Answer,
    Decision,
    certification_ids,
    headline,
    names_of,
)
from casecert_data.panels._answer_form import AnswerForm
from casecert_data.panels._client_answer import ClientAnswer
from casecert_data.panels._compare_view import Column
from casecert_data.panels._controls import edition_choice, hinted, in_row
from casecert_data.panels._desks import desks
from casecert_data.panels._field import Field
from casecert_data.panels._handout_desk import Handout, HandoutDesk
from casecert_data.panels._next_question import next_question
from casecert_data.panels._page import render
from casecert_data.panels._panel import Panel, framed
from casecert_data.panels._people import GIVEN, NOBODY, opening, people_of
from casecert_data.panels._people import Person as Listed
from casecert_data.panels._plain_text import as_text
from casecert_data.panels._profile_file import OpenFile, SaveFile, dated
from casecert_data.panels._question_card import QuestionCard
from casecert_data.panels._ruling_desk import RulingDesk
from casecert_data.panels._sources import cited
from casecert_data.panels._steps import Steps
from casecert_data.panels._takeaway import Offered, Takeaway
from casecert_data.panels._taken_client import client_offers, others_text
from casecert_data.panels._taken_compare import taken_notes
from casecert_data.panels._what_if import asking, consequences
from casecert_data.profiles import Profile, decide_profile, read_day
from casecert_data.reporting import Person
from casecert_data.rosters import RosterRow

_REPORT = "person"
FORM, QUESTIONS = "form", "questions"
"""Ways to answer: the whole form, or one question at a time."""


class ClientStep(NamedTuple):
    """Everything that was entered about one client, at one moment."""

    key: str
    """Key of the client in the list."""
    person: Listed
    """What the client stated when the list was made."""
    profile: Profile
    """What was known."""
    typed: Mapping[str, Any]
    """What stood in the fields that could not be read."""
    skipped: tuple[str, ...]
    """Questions that were put off."""


class ClientPanel(Panel):
    """Where one client stands, what is missing, what to ask next; and a way to keep it.

    Parameters
    ----------
    rows
        People to choose from; None for the sample class.
    profile
        One client to open on: a path, a mapping or a profile. Without ``rows``, the only one.
    opens_on
        ``person_id`` to open on; None for the profile, or the first of the rows.
    edition
        Whose words to follow at first: ``issuer`` or ``article``.
    on
        Day asked about; None for today.
    folder
        Where files are opened and written that are named without a place; None for the
        notebook's own folder.

    Raises
    ------
    CasecertError
        If a profile, a day or a name cannot be taken; the message says what to do.

    Examples
    --------
    >>> panel = ClientPanel(opens_on="R-014", on="2026-11-23")
    >>> panel.card.asked.fact
    'health_system_cm_hours'
    >>> panel.card.field.value = "2080"
    >>> panel.card.use.click()
    >>> panel.sentence
    'The ACM for nurses looks within reach now. The CCM depends on one answer.'
    >>> panel.steps.undo.click()
    >>> panel.sentence
    'The ACM for nurses and the CCM depend on one answer each.'
    """

    answer: Answer
    """The decisions on every certification."""
    told: tuple[Decision, ...]
    """The decisions that are told in full."""
    profile: Profile
    """What is known of the client."""

    def __init__(
        self,
        rows: Sequence[RosterRow] | None = None,
        *,
        profile: Path | str | Mapping[str, object] | Profile | None = None,
        opens_on: str | None = None,
        edition: str = "issuer",
        on: date | str | None = None,
        folder: Path | str | None = None,
    ) -> None:
        self._people = dict(people_of(rows, profile))
        self.on = read_day("on", on)
        """The day asked about."""
        self._folder = Path() if folder is None else Path(folder)
        # Tables and pictures have a folder of their own where none is named.
        self._files_in = None if folder is None else self._folder
        self.profile = Profile(facts={})
        self.answer = Answer(on=self.on, edition=edition, decisions=())
        self.told = ()
        self._asked_ids: tuple[str, ...] = ()
        self._asked_of: object = None
        self._skipped: tuple[str, ...] = ()
        self._is_filling = False
        self._make_controls(opening(self._people, opens_on), edition)
        self._make_desks()
        self._told = ClientAnswer(self.on, self.card.widget, self.also, self.still_true)
        parts = {
            "save": self.save.widget,
            "handout": self.handout.widget,
            "takeaway": self.takeaway.widget,
        }
        below = [self.rulings.widget, desks(parts)]
        super().__init__(self._controls(), self._told.widgets, below)
        self._guarded(self._open_client)
        # A client's answers never stay in a notebook's file; the sample class is nobody.
        is_sample = rows is None and profile is None
        self.text = self._summary() if is_sample else say("panel.not_saved")
        self._watch([self.client], self._open_client)
        self._watch([self.edition, self.also, self.save.name.control], self._refresh)
        self._watch([self.way], self._follow_way)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What is told of each certification that is told in full."""
        return self._told.columns

    def field(self, fact_name: str) -> Field[Any]:
        """Return the field of a fact, shown or not.

        Examples
        --------
        >>> ClientPanel(opens_on="R-001").field("home_state").value
        'OH'
        """
        return self.form.field(fact_name)

    def _make_controls(self, opens_on: str, edition: str) -> None:
        self.client = ipywidgets.Dropdown(
            options=self._lines(), value=opens_on, description=say("panel.client.client")
        )
        """Who is asked about: a key of the list, or ``""`` for somebody new."""
        self.files = OpenFile(self._folder, self._shielded, self._take_file)
        """Opens a saved client, or a roster."""
        self.edition = edition_choice(edition)
        """Whose words are followed: the key of an edition."""
        self.way = ipywidgets.ToggleButtons(
            options=[(say(f"panel.client.way.{one}"), one) for one in (FORM, QUESTIONS)],
            description=say("panel.client.ways"),
        )
        """How answers are given: ``form`` or ``questions``."""
        self.form = AnswerForm(lambda _: self._guarded(self._refresh))
        """The fields: one for each fact that the certifications for this client ask for."""
        self.steps: Steps[ClientStep] = Steps(self._shielded, self._restore)
        """Undo, redo, and starting over."""
        others = [(names_of(one)["full_name"], one) for one in certification_ids()]
        self.also = ipywidgets.Dropdown(
            options=[(say("panel.client.no_other"), ""), *others],
            description=say("panel.client.also"),
        )
        """One more certification that is told in full: its key, or ``""``."""
        self.still_true = ipywidgets.Button(description=say("panel.client.still_true"))
        """Says that totals from an earlier day still hold."""
        self.still_true.on_click(lambda _: self._change(as_of=self.on))

    def _make_desks(self) -> None:
        self.card = QuestionCard(
            self._shielded,
            self._take_answer,
            self._put_off,
        )
        """One question at a time."""
        self.save = SaveFile(self._folder, self._shielded, self.files.offer)
        """What the client is called, and where the answers are written."""
        self.handout = HandoutDesk(self._folder, self._shielded, self._handouts, self.on)
        """Makes the page that the client takes away."""
        self.takeaway = Takeaway(self._offered, self._files_in)
        """Saves what is shown as tables."""
        self.rulings = RulingDesk(
            self.on, self._shielded, lambda rulings: self._change(rulings=rulings)
        )
        """What the issuers answered."""

    def _controls(self) -> list[ipywidgets.Widget]:
        # A phone cuts the line of the list; there it stands in full under it.
        self._in_full = ipywidgets.HTML()
        self._in_full.add_class("cc-in-full")
        client = framed([self.client, self._in_full], "cc-field")
        client.add_class("cc-sample")
        words = hinted(self.edition, say("panel.edition_hint"))
        ways = in_row([framed([self.way], "cc-way"), words])
        who = framed([client, self.files.widget], "cc-who")
        return [who, ways, self.form.widget, self.steps.widget]

    def _lines(self) -> list[tuple[str, str]]:
        new = (say("panel.client.new"), NOBODY)
        known = [(one.label, key) for key, one in self._people.items() if key != NOBODY]
        return [new, *known]

    def _open_client(self) -> None:
        """Show what the chosen client stated, and nothing of anybody else."""
        if self._is_filling:
            return
        person = self._people[self.client.value]
        with self._filling():
            self._skipped = ()
            self.profile = person.profile
            self.save.name.value = person.profile.person_id or ""
            self.form.fill(person.profile)
            self._clear_desks()
        self.form.open_at([] if self.card.asked is None else [self.card.asked.fact])

    def _clear_desks(self) -> None:
        self.rulings.clear()
        key, path = self.client.value, self.client.value.removeprefix(GIVEN)
        self.save.offer(Path(path) if path and path != key else None)
        self.handout.forget()
        self.steps.clear()

    def _take_file(self, people: Mapping[str, Listed]) -> None:
        """Offer the people of a file instead of those before, and open the first."""
        self._people = {NOBODY: self._people[NOBODY], **people}
        with self._quietly():
            self.client.options = self._lines()
            self.client.value = next(iter(people))
        self._guarded(self._open_client)

    def _take_answer(self, name: str, value: object) -> None:
        def take() -> None:
            self._skipped = tuple(one for one in self._skipped if one != name)
            with self._filling():
                self.form.field(name).fill(value)

        self._guarded(take)

    def _put_off(self, name: str | None) -> None:
        """Put a question off; None asks all that were."""
        self._skipped = () if name is None else (*self._skipped, name)
        self._guarded(self._refresh)

    def _change(self, **parts: object) -> None:
        """Change what has no field in the form."""
        self.profile = replace(self.profile, **parts)  # type: ignore[arg-type]
        self._guarded(self._refresh)

    def _follow_way(self) -> None:
        self.form.widget.layout.display = None if self.way.value == FORM else "none"

    def _restore(self, step: ClientStep) -> None:
        self._guarded(lambda: self._show_step(step))

    def _show_step(self, step: ClientStep) -> None:
        with self._filling():
            is_other = step.key != self.client.value
            self._people.setdefault(step.key, step.person)
            self.client.options = self._lines()
            self.client.value = step.key
            self.profile, self._skipped = step.profile, step.skipped
            self.save.name.value = step.profile.person_id or ""
            self.form.retype(step.profile, step.typed)
            if is_other:
                self._clear_desks()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._is_filling = self._is_filling, True
        try:
            yield
        finally:
            self._is_filling = before

    @contextmanager
    def _filling(self) -> Iterator[None]:
        """Fill several controls, and work the answer out once, at the end."""
        with self._quietly():
            yield
        self._refresh()

    def _refresh(self) -> None:
        if self._is_filling:
            return
        read = self.form.read()
        self.profile = replace(
            self.profile,
            person_id=self.save.name.value or None,
            facts=read.facts,
            home_state=read.home_state,
        )
        faulty = list(self.form.faulty())
        self.save.show(dated(self.profile, self.on), left_out=len(faulty))
        self.rulings.show(self.told, self.profile.rulings)
        try:
            self._work_out([field.fact.label for field in faulty])
        finally:
            self._note_step()

    def _work_out(self, to_correct: Sequence[str]) -> None:
        self.answer = decide_profile(
            self.profile, edition=self.edition.value, on=self.on, assumptions={}
        )
        full, rest = told_in_full(self.answer, self.profile.facts)
        wanted = [one for one in rest if one.certification_id == self.also.value]
        self.told = (*full, *wanted)
        self.form.show(self._asked())
        self.rulings.show(self.told, self.profile.rulings)
        asked = next_question(self.told, self._skipped)
        meant = () if asked is None else consequences(self.profile, asked, self.answer)
        known = None if asked is None else self.profile.facts.get(asked.fact)
        self._told.show(self.profile, self.answer, self.told, to_correct=to_correct)
        sources = () if asked is None else asking(asked, self.answer)
        self.card.show(
            asked,
            meant,
            put_off=self._skipped,
            known=known,
            numbers=self._told.numbers_of(cited(sources, self.on)),
        )
        self.sentence, self.html = self._told.sentence, self._told.html
        self.handout.follow()
        self.takeaway.follow()
        label = self._people[self.client.value].label
        self._in_full.value = render("hint.html", words=label)

    def _asked(self) -> tuple[str, ...]:
        """Name what the form asks for; a number that is typed takes no field away."""
        who = (self.client.value, *(self.profile.facts.get(name) for name in who_facts()))
        kept = self._asked_ids if who == self._asked_of else ()
        self._asked_of = who
        now = (one.certification_id for one in self.told)
        self._asked_ids = tuple(dict.fromkeys([*kept, *now]))
        return self._asked_ids

    def _note_step(self) -> None:
        key, typed = self.client.value, self.form.unread()
        person = self._people[key]
        self.steps.note(ClientStep(key, person, self.profile, typed, self._skipped))

    def _handouts(self) -> list[Handout]:
        """Offer the page for the client; a name is printed only where a command asks for it."""
        person = Person.of(self.profile, assumptions={}, show_name=False)
        given = {"edition": self.edition.value}
        return [Handout(say("panel.handout.person"), _REPORT, given, person)]

    def _offered(self) -> list[Offered]:
        if not self.html:
            return []
        notes = taken_notes(
            self.on, self.edition.value, self.profile.person_id, self._told.notes
        )
        meant = self.card.consequences
        return client_offers(self.told, self._told, meant, notes)

    def _summary(self) -> str:
        """Say the opening answer in lines of text, without a day, so that it stays true."""
        lines = []
        for column, decision in zip(self.columns, self.told, strict=True):
            key = "panel.outcome" if decision.outcome == MET else "panel.outcome_and_why"
            outcome = say(f"outcome.{decision.outcome}")
            why = headline(decision, self.on, is_to_client=False)
            lines.append(say(key, name=column.title, outcome=outcome, why=why))
        asked = (
            [say("panel.client.ask_line", question=self.card.words)] if self.card.asked else []
        )
        return as_text(
            self.sentence, "\n".join(lines), *asked, table=others_text(self._told.others)
        )
