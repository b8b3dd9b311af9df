"""What employers and holders say of a certification, now and earlier, with its gaps."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import ipywidgets

from casecert_data.catalog import (
    Row,
    code_label,
    code_names,
    rows_where,
    say,
    spell_date,
    table,
)
from casecert_data.charts import Chart, support_bars, support_history
from casecert_data.eligibility import certification_ids, names_of
from casecert_data.panels._controls import in_field
from casecert_data.panels._desks import desks
from casecert_data.panels._explained import Explained
from casecert_data.panels._handout_desk import Handout, HandoutDesk
from casecert_data.panels._page import render
from casecert_data.panels._panel import ChartFigure, Panel, framed
from casecert_data.panels._plain_text import as_text
from casecert_data.panels._sources import Age, age_of, cited, numbers_in, source_lines
from casecert_data.panels._steps import Steps
from casecert_data.panels._takeaway import Offered, Takeaway
from casecert_data.profiles import read_day
from casecert_data.takeaway import chart_table

EVERYONE = ""
"""Value of the choice that leaves nobody out."""
NOW = "now"
"""Value of the choice that shows the figures of today, each as old as it is."""
OVER_TIME = "over_time"
"""Value of the choice that shows one measure by year."""

_REPORT = "employer-support"
_CITING = ("source_id", "quoted_by_source_id")
_NOTES = code_names("note_code")


class _Line(NamedTuple):
    words: str
    numbers: list[int]


class _Choice(NamedTuple):
    """What is chosen at one moment; it is about nobody."""

    key: str
    certification: str
    view: str
    respondents: str
    measure: str


class EmployerSupportPanel(Panel):
    """Whether employers support a certification: who says what, since when, what is not known.

    Parameters
    ----------
    rows
        Rows of the table ``employer_support``; None for the shipped ones.
    history
        Rows of the table ``support_history``; None for the shipped ones.
    on
        Day on which the age of the figures is told; None for today.
    folder
        Where files go that are named without a place; None for where the notebook runs.

    Raises
    ------
    CasecertError
        If there is no such day.

    Examples
    --------
    >>> panel = EmployerSupportPanel(on="2026-11-23")
    >>> panel.sentence[:47]
    'More than half of employers pay for their emplo'
    >>> panel.respondents.value = "Case managers who hold the CCM"
    >>> [row["share_pct"] for row in panel.rows]
    [Decimal('88')]
    >>> panel.view.value = "over_time"
    >>> panel.sentence[:16]
    'In 2014, 40.36% '
    """

    rows: tuple[Row, ...]
    """The rows that are shown; over time, those of the studies, then those of the page."""

    def __init__(
        self,
        rows: Iterable[Row] | None = None,
        *,
        history: Iterable[Row] | None = None,
        on: date | str | None = None,
        folder: Path | None = None,
    ) -> None:
        self.on = read_day("on", on)
        """The day on which the age of the figures is told."""
        self._all = tuple(table("employer_support") if rows is None else rows)
        self._history = tuple(table("support_history") if history is None else history)
        self.rows = ()
        self._is_filling = False
        self._make_controls()
        self._notes, self._sources = ipywidgets.HTML(), ipywidgets.HTML()
        self._none = ipywidgets.HTML()
        self._empty = framed([self._none], "cc-figure")
        self._figure = ChartFigure(self._notes)
        self._cited: tuple[str, ...] = ()
        self.takeaway = Takeaway(self._offered, folder)
        """Saves the table and the picture."""
        self.handout = HandoutDesk(folder, self._shielded, self._handouts, self.on)
        """Makes the page on what employers do."""
        self.steps: Steps[_Choice] = Steps(self._shielded, self._restore)
        """Undo, redo, and starting over."""
        certification = in_field(self.certification)
        certification.add_class("cc-sample")
        choices = [certification, self.view, self.respondents, self.measure]
        controls = [*choices, self.steps.widget]
        answer = [self._figure.widget, self._empty, self._sources]
        parts = {"handout": self.handout.widget, "takeaway": self.takeaway.widget}
        super().__init__(controls, answer, [desks(parts)])
        self._guarded(self._refresh)
        self.text = as_text(self.sentence, chart=self.chart)
        self._watch([self.certification], self._change_certification)
        self._watch([self.view, self.respondents, self.measure], self._refresh)

    def _make_controls(self) -> None:
        known = dict.fromkeys(str(row["certification_id"]) for row in self._all)
        keys = [*known, *(one for one in certification_ids() if one not in known)]
        self.certification = ipywidgets.Dropdown(
            options=[(names_of(one)["full_name"], one) for one in keys],
            description=say("panel.support.certification"),
        )
        """Key of the certification; those with figures come first."""
        self.view = ipywidgets.ToggleButtons(
            options=[(say(f"panel.support.view.{one}"), one) for one in (NOW, OVER_TIME)],
            description=say("panel.support.when"),
        )
        """`NOW` or `OVER_TIME`."""
        self.respondents = ipywidgets.ToggleButtons(
            options=self._groups(), description=say("panel.support.respondents")
        )
        """Whose answers are shown: the words of the table, or ``""`` for everyone's."""
        self.measure = ipywidgets.ToggleButtons(
            options=self._measures(), description=say("panel.support.measure")
        )
        """A code of ``measure_code``: which figures are shown by year."""

    def _change_certification(self) -> None:
        # The groups and the measures are those of the certification.
        before, self._is_filling = self._is_filling, True
        self.respondents.options = self._groups()
        self.measure.options = self._measures()
        self._is_filling = before
        self._refresh()

    def _restore(self, step: _Choice) -> None:
        self._is_filling = True
        self.certification.value, self.view.value = step.certification, step.view
        self.respondents.value, self.measure.value = step.respondents, step.measure
        self._is_filling = False
        self._guarded(self._refresh)

    def _groups(self) -> list[tuple[str, str]]:
        groups = dict.fromkeys(str(row["respondent_text"]) for row in self._of(self._all))
        return [(say("panel.support.everyone"), EVERYONE), *((one, one) for one in groups)]

    def _measures(self) -> list[tuple[str, str]]:
        found = {row["measure_code"] for row in self._of((*self._history, *self._all))}
        # A row of buttons without a button would not choose again when it gets some.
        known = [one for one in code_names("measure_code") if one in found or not found]
        return [(code_label("measure_code", one), one) for one in known]

    def _of(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        chosen = self.certification.value
        return tuple(row for row in rows if row["certification_id"] == chosen)

    def _refresh(self) -> None:
        if self._is_filling:
            return
        has_figures = bool(self._of(self._all)) or not self._all
        is_now = self.view.value == NOW
        _show_only(self.view, is_shown=has_figures)
        _show_only(self._empty, is_shown=not has_figures)
        _show_only(self.respondents, is_shown=has_figures and is_now)
        _show_only(self.measure, is_shown=has_figures and not is_now)
        if not has_figures:
            self._show_nothing()
        elif is_now:
            self._show_now()
        else:
            self._show_over_time()
        self.takeaway.follow()
        self.handout.follow()
        now = (self.certification.value, self.view.value)
        self.steps.note(_Choice("", *now, self.respondents.value, self.measure.value))

    def _show_nothing(self) -> None:
        names = names_of(str(self.certification.value))
        self.rows = ()
        self.chart = None
        self.sentence = say("panel.support.none", name=names["full_name"])
        self.html = render(
            "support_none.html", sentence=self.sentence, issuer=names["issuer_acronym"]
        )
        self._figure.show(None)
        self._none.value, self._sources.value = self.html, ""

    def _show_now(self) -> None:
        group = self.respondents.value
        rows = self._of(self._all)
        self.rows = tuple(row for row in rows if group in {EVERYONE, row["respondent_text"]})
        self._cite(self.rows)
        html = render(
            "support_notes.html",
            populations=self._told(self.rows, "population_text"),
            ages=self._ages(self.rows),
            unknowns=_longest(self._told(self.rows, "unknown_text")),
        )
        self._show(support_bars(self.rows), html)

    def _show_over_time(self) -> None:
        measure = str(self.measure.value)
        of_measure = [
            tuple(row for row in self._of(rows) if row["measure_code"] == measure)
            for rows in (self._history, self._all)
        ]
        figures, quoted = of_measure
        studies = rows_where("support_studies", certification_id=self.certification.value)
        notes = [
            row
            for row in rows_where("support_notes", certification_id=self.certification.value)
            if row["measure_code"] in {None, measure}
        ]
        self.rows = (*figures, *quoted)
        asked = {row["study_id"] for row in figures}
        samples = [row for row in studies if row["study_id"] in asked]
        self._cite((*figures, *samples, *notes, *quoted))
        by_code = {code: [one for one in notes if one["note_code"] == code] for code in _NOTES}
        html = render(
            "support_history_notes.html",
            populations=self._told(self.rows, "population_text"),
            notes=[
                (code_label("note_code", code), self._told(of, "note_text"))
                for code, of in by_code.items()
            ],
        )
        chart = support_history(figures, studies, quoted, measure=measure)
        self._show(chart, html)

    def _cite(self, rows: Iterable[Row]) -> None:
        self._cited = tuple(dict.fromkeys(key for row in rows for key in _sources_of(row)))

    def _told(self, rows: Iterable[Row], column: str) -> list[_Line]:
        """Return what rows tell in a column, each once, with the numbers of who says so."""
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(str(row[column]), []).extend(_sources_of(row))
        numbers_of = numbers_in(self._cited)
        return [_Line(text, numbers_of(cited(ids, self.on))) for text, ids in found.items()]

    def _show(self, chart: Chart, html: str) -> None:
        self.chart, self.sentence, self.html = chart, chart.title, html
        self._figure.show(chart, range(1, len(self._cited) + 1))
        self._notes.value = Explained().mark(html)
        self._sources.value = render(
            "sources.html",
            sources=source_lines(self._cited, self.on),
            foot=say("panel.support.ages_on", date=spell_date(self.on)),
        )

    def _offered(self) -> list[Offered]:
        chart, cited = self.chart, self._cited
        if chart is None:
            return []
        name = f"employers-{self.certification.value}-{self.view.value}".replace("_", "-")
        notes = [say("panel.support.ages_on", date=spell_date(self.on))]
        made = partial(chart_table, chart, cited, notes=notes)
        return [Offered(name, say("panel.takeaway.shown.figures"), made, chart)]

    def _handouts(self) -> list[Handout]:
        return [Handout(say("panel.handout.employers"), _REPORT, {})]

    def _ages(self, rows: Iterable[Row]) -> list[tuple[Age, list[int]]]:
        found: dict[Age, list[str]] = {}
        for row in rows:
            found.setdefault(self._age(row), []).append(str(row["source_id"]))
        numbers_of = numbers_in(self._cited)
        return [(age, numbers_of(cited(ids, self.on))) for age, ids in found.items()]

    def _age(self, row: Row) -> Age:
        read = row["read_date"]
        return age_of(
            str(row["source_id"]), self.on, read=read if isinstance(read, date) else None
        )


def _show_only(control: ipywidgets.Widget, *, is_shown: bool) -> None:
    control.layout.display = None if is_shown else "none"


def _sources_of(row: Row) -> list[str]:
    return [str(row[name]) for name in _CITING if row.get(name) is not None]


def _longest(told: Sequence[_Line]) -> list[_Line]:
    """Leave out what another one says as well."""
    words = [one.words for one in told]
    return [
        one for one in told if not any(one.words in each for each in words if each != one.words)
    ]
