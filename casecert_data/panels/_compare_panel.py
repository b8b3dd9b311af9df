"""Compare certifications side by side, for one profile or for nobody in particular."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import ipywidgets

from casecert_data.catalog import fact, say, spell_date
from casecert_data.eligibility import (
    MET,
    Answer,
    Facts,
    FactValue,
    Interval,
    certification_ids,
    check_certification,
    headline,
    names_of,
    state_on,
)
from casecert_data.errors import ProfileError
from casecert_data.panels._compare_sentence import compare_sentence
from casecert_data.panels._compare_view import Column, columns_of
from casecert_data.panels._controls import (
    ManyChoice,
    NumberField,
    codes_choice,
    edition_choice,
    hinted,
    in_field,
    in_grid,
    in_row,
)
from casecert_data.panels._more_answers import more_answers
from casecert_data.panels._near_chart import near_chart
from casecert_data.panels._page import render
from casecert_data.panels._panel import ChartFigure, Panel, as_text, framed
from casecert_data.panels._people import opening, people_of
from casecert_data.panels._sources import cited, source_lines
from casecert_data.panels._typed_number import typed
from casecert_data.profiles import (
    EDITIONS,
    Profile,
    decide_profile,
    profile_from_values,
    read_day,
)
from casecert_data.rosters import RosterRow

_MAIN = ("license_codes", "degrees", "cm_months", "cm_months_under_ccm")
"""Facts that have a control; the profile's other answers stay as they are."""


class ComparePanel(Panel):
    """Which certification fits this person, which ways lead in, and what is missing.

    Parameters
    ----------
    rows
        People to choose from; None for the sample class.
    profile
        One person to open on: a path, a mapping or a profile. Without ``rows``, the only one.
    certifications
        Keys of the certifications to compare at first; None for all.
    opens_on
        ``person_id`` to open on; None for the profile, or the first of the rows.
    edition
        Whose words to follow at first: ``issuer`` or ``article``.
    on
        Day asked about; None for today.

    Raises
    ------
    CasecertError
        If a profile, a day or a name cannot be taken; the message says what to do.

    Examples
    --------
    >>> panel = ComparePanel(certifications=["ccm", "acm_rn"], opens_on="R-014")
    >>> panel.sentence
    'The CCM and the ACM for nurses depend on one answer each.'
    >>> panel.months_under_ccm.value = "12"
    >>> panel.sentence
    'The CCM looks within reach now. The ACM for nurses depends on one answer.'
    >>> panel.edition.value = "article"
    >>> panel.sentence
    'The CCM and the ACM for nurses look within reach now.'
    """

    answer: Answer
    """The decisions on the certifications that are chosen."""
    columns: tuple[Column, ...]
    """What stands side by side."""
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
    ) -> None:
        self._people = people_of(rows, profile)
        self.on = read_day("on", on)
        """The day asked about."""
        self.profile = Profile(facts={})
        self.answer = Answer(on=self.on, edition=edition, decisions=())
        self.columns = ()
        self._is_filling = False
        self._make_controls(certifications, opening(self._people, opens_on))
        self.edition = edition_choice(edition)
        """Whose words are followed: the key of an edition."""
        self._status, self._comparison, self._sources = (ipywidgets.HTML() for _ in range(3))
        self._status.add_class("cc-status")
        self.show_all = ipywidgets.Button(description=say("panel.compare.show_all"))
        """The way out of an empty answer; shown where no certification is chosen."""
        self.show_all.add_class("cc-example")
        self.show_all.on_click(lambda _: self._guarded(self._choose_all))
        self._near = ChartFigure()
        super().__init__(
            self._controls(),
            [self._status, self.show_all, self._comparison, self._near.widget, self._sources],
        )
        self._guarded(self._take_person)
        # A person's answers never stay in a notebook's file; the sample class is nobody.
        is_sample = rows is None and profile is None
        self.text = self._summary() if is_sample else say("panel.not_saved")
        self._watch([self.sample], self._take_person)
        fields = [self.license, self.degree, self.months, self.months_under_ccm]
        self._watch([self.certifications, self.edition, *fields], self._refresh)

    def _make_controls(self, certifications: Iterable[str] | None, opens_on: str) -> None:
        chosen = certification_ids() if certifications is None else certifications
        everybody = [person.profile for person in self._people.values()]
        self.sample = ipywidgets.Dropdown(
            options=[(person.label, key) for key, person in self._people.items()],
            value=opens_on,
            description=say("panel.sample"),
        )
        """Who is asked about: a ``person_id``, or ``""`` for nobody."""
        self.certifications = ManyChoice(
            say("panel.certifications"),
            {one: names_of(one)["button_name"] for one in certification_ids()},
            [check_certification(one) for one in chosen],
        )
        """Which certifications are compared: their keys."""
        self.license = _codes(everybody, "license_codes", fact("license_codes").label)
        """Codes of the licenses; ``()`` for "don't know"."""
        self.degree = _codes(everybody, "degrees", say("panel.degree"))
        """Codes of the degrees; ``()`` for "don't know"."""
        self.months = NumberField("cm_months")
        """Full-time months of case management, as typed."""
        self.months_under_ccm = NumberField("cm_months_under_ccm")
        """Of these, those under a CCM, as typed."""

    def _controls(self) -> list[ipywidgets.Widget]:
        # A phone cuts the line of the list; there it stands in full under it.
        self._in_full = ipywidgets.HTML()
        self._in_full.add_class("cc-in-full")
        sample = framed([self.sample, self._in_full], "cc-field")
        sample.add_class("cc-sample")
        fields = [
            in_field(self.license),
            in_field(self.degree),
            self.months.widget,
            self.months_under_ccm.widget,
        ]
        hint = ipywidgets.HTML(render("hint.html", words=say("panel.hint")))
        self._more = ipywidgets.HTML()
        answers = framed([in_grid(fields), hint, self._more], "cc-facts")
        words = hinted(self.edition, say("panel.edition_hint"))
        return [sample, in_row([self.certifications.widget, words]), answers]

    def _take_person(self) -> None:
        """Fill the controls with what the chosen person stated."""
        person = self._people[self.sample.value]
        stated = person.profile.facts
        self._in_full.value = render("hint.html", words=person.label)
        with self._filling():
            self.license.value = stated.get("license_codes", ())
            self.degree.value = stated.get("degrees", ())
            self.months.value = typed(stated.get("cm_months"))
            self.months_under_ccm.value = typed(stated.get("cm_months_under_ccm"))

    def _choose_all(self) -> None:
        with self._filling():
            self.certifications.value = certification_ids()

    @contextmanager
    def _filling(self) -> Iterator[None]:
        """Fill several controls, and work the answer out once, at the end."""
        self._is_filling = True
        try:
            yield
        finally:
            self._is_filling = False
        self._refresh()

    def _refresh(self) -> None:
        if self._is_filling:
            return
        self.profile = self._read_profile()
        self.answer = self._decide(self.edition.value)
        is_judged = bool(self.profile.facts)
        decisions = self.answer.decisions
        other = next(one for one in EDITIONS if one != self.edition.value)
        self.columns = columns_of(self.answer, is_judged=is_judged, other=self._decide(other))
        self.sentence = compare_sentence(decisions, is_judged=is_judged)
        self.html = self._compared() if self.columns else ""
        self.chart = near_chart(decisions, self._aged()) if is_judged else None
        self._show()

    def _decide(self, edition: str) -> Answer:
        return decide_profile(
            self.profile,
            edition=edition,
            on=self.on,
            certifications=self.certifications.value,
            assumptions={},
        )

    def _source_ids(self) -> list[str]:
        return list(dict.fromkeys(one for column in self.columns for one in column.source_ids))

    def _compared(self) -> str:
        ids = self._source_ids()
        # One source needs no number to be found.
        numbers = {key: at for at, key in enumerate(ids, 1)} if len(ids) > 1 else {}
        return render(
            "compare.html",
            columns=self.columns,
            numbers_of=lambda one: sorted(numbers[k] for k in one.source_ids if k in numbers),
        )

    def _show(self) -> None:
        answers = more_answers(self.profile, self.answer.decisions, apart_from=_MAIN)
        given = sum(one.is_stated for one in answers)
        self._more.value = (
            render("more_answers.html", answers=answers, given=given) if answers else ""
        )
        self._status.value = render("status.html", sentence=self.sentence, notes=self._notes())
        self.show_all.layout.display = "none" if self.columns else None
        self._comparison.value = self.html
        self._near.show(self.chart)
        self._sources.value = render(
            "sources.html",
            sources=source_lines(self._source_ids(), self.on),
            is_numbered=True,
            foot=say("panel.worked_out", date=spell_date(self.on)),
        )

    def _read_profile(self) -> Profile:
        base = self._people[self.sample.value].profile
        values: dict[str, FactValue | str | date] = {
            name: value for name, value in base.facts.items() if name not in _MAIN
        }
        if base.as_of is not None:
            values["as_of"] = base.as_of
        for name, control in (("license_codes", self.license), ("degrees", self.degree)):
            if control.value:
                values[name] = control.value
        for field in (self.months, self.months_under_ccm):
            number = field.read()
            if number is not None:
                values[field.fact.name] = number
        return self._without_part_over_whole(values)

    def _aged(self) -> Facts | None:
        """Return what is known on the day asked about; None where it is what was stated."""
        as_of = self.profile.as_of
        if as_of is None or as_of == self.on:
            return None
        return state_on(self.profile.facts, as_of=as_of, on=self.on).known

    def _without_part_over_whole(self, values: dict[str, FactValue | str | date]) -> Profile:
        try:
            return profile_from_values(values)
        except ProfileError as fault:
            part = self.months_under_ccm
            whole = values.get(self.months.fact.name)
            if fault.fact != part.fact.name or not isinstance(whole, Interval):
                raise
            part.mark_over_whole(whole)
        del values[part.fact.name]
        return profile_from_values(values)

    def _notes(self) -> list[str]:
        notes = [
            say("panel.fault.counts_as_unknown", label=field.fact.label)
            for field in (self.months, self.months_under_ccm)
            if field.error
        ]
        if self.profile.as_of is not None and self.profile.as_of != self.on:
            notes.append(say("panel.aged", date=spell_date(self.profile.as_of)))
        if cited(self._source_ids(), self.on).ages:
            notes.append(say("panel.source.some_old"))
        return notes

    def _summary(self) -> str:
        """Say the opening answer in lines of text, without a day, so that it stays true."""
        lines = []
        for column, decision in zip(self.columns, self.answer.decisions, strict=True):
            # The sentence on what is met names the day.
            key = "panel.outcome" if decision.outcome == MET else "panel.outcome_and_why"
            outcome, why = say(f"outcome.{decision.outcome}"), headline(decision, self.on)
            lines.append(say(key, name=column.title, outcome=outcome, why=why))
        drawn = [] if self.chart is None else [self.chart.title, self.chart.sentence]
        return as_text(self.sentence, "\n".join(lines), *drawn)


def _codes(people: Iterable[Profile], fact_name: str, label: str) -> ipywidgets.Dropdown:
    stated = [profile.facts.get(fact_name, ()) for profile in people]
    return codes_choice(fact_name, label, [one for one in stated if isinstance(one, tuple)])
