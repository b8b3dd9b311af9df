"""Job types: what fits each, who does it, and what the occupation it belongs to pays."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import ipywidgets

from casecert_data.catalog import join_words, say, spell_date
from casecert_data.charts import Chart, pay_ranges
from casecert_data.jobs import (
    check_job,
    job,
    job_ids,
    jobs_where,
    options_of,
    pay_label,
    pay_rows,
)
from casecert_data.panels._controls import in_field, in_grid
from casecert_data.panels._desks import desks
from casecert_data.panels._explained import Explained
from casecert_data.panels._handout_desk import Handout, HandoutDesk
from casecert_data.panels._jobs_view import JobView, job_view
from casecert_data.panels._page import render
from casecert_data.panels._panel import ChartFigure, Panel, framed
from casecert_data.panels._plain_text import as_text
from casecert_data.panels._sources import cited, numbers_in, source_lines
from casecert_data.panels._steps import Steps
from casecert_data.panels._takeaway import Offered, Takeaway
from casecert_data.panels._taken_jobs import jobs_offers
from casecert_data.profiles import read_day

ANY = ""
"""Value of a choice that leaves nothing out."""

_REPORT = "job-type"
FILTERS = ("setting", "population", "base")
"""What job types can be chosen by."""


class _Choice(NamedTuple):
    """What is chosen at one moment; it is about nobody."""

    key: str
    codes: tuple[str, ...]
    job_type: str | None


class JobsPanel(Panel):
    """What a job pays and which credential fits it, by setting, people and profession.

    Parameters
    ----------
    job_type
        Key of the job type to open on.
    setting, population, base
        Codes to choose by at first; None for any.
    on
        Day on which the sources' ages are told; None for today.
    folder
        Where files go that are named without a place; None for where the notebook runs.

    Raises
    ------
    CasecertError
        If there is no such job type, code or day.

    Examples
    --------
    >>> panel = JobsPanel()
    >>> panel.sentence
    'Geriatric (older adults): the CMC for care managers and the CCM fit first.'
    >>> panel.setting.value = "prison"
    >>> panel.sentence
    'Prison: no national certification is made for case managers in prisons.'
    """

    jobs: tuple[str, ...]
    """Keys of the job types that are left to choose from."""
    view: JobView | None
    """What is told; None where no job type is left."""

    def __init__(
        self,
        job_type: str = "geriatric",
        *,
        setting: str | None = None,
        population: str | None = None,
        base: str | None = None,
        on: date | str | None = None,
        folder: Path | None = None,
    ) -> None:
        self.on = read_day("on", on)
        """The day on which the sources' ages are told."""
        self.jobs, self.view = job_ids(), None
        jobs_where(setting=setting, population=population, base=base)
        self.setting = _choice("setting", setting)
        """Where: a code of the list ``place_code``, or ``""`` for anywhere."""
        self.population = _choice("population", population)
        """For whom: a code of the list ``population_code``, or ``""`` for anybody."""
        self.base = _choice("base", base)
        """Profession: a code of the list ``base_code``, or ``""`` for any."""
        self.job_type = ipywidgets.Dropdown(
            options=_lines(self.jobs),
            value=check_job(job_type),
            description=say("panel.jobs.job_type"),
        )
        """Key of the job type; None where none is left."""
        self.show_all = ipywidgets.Button(description=say("panel.jobs.show_all"))
        """The way out of an empty answer."""
        self.show_all.add_class("cc-example")
        self.show_all.on_click(lambda _: self._guarded(self._drop_filters))
        self._is_setting = False
        self.handout = HandoutDesk(folder, self._shielded, self._handouts, self.on)
        """Makes the page on the job type."""
        self.takeaway = Takeaway(self._offered, folder)
        """Saves what is shown as tables and pictures."""
        parts = {"handout": self.handout.widget, "takeaway": self.takeaway.widget}
        super().__init__(self._controls(), self._answers(), [desks(parts)])
        self._guarded(self._filter)
        self.text = self._summary()
        self._watch([self.setting, self.population, self.base], self._filter)
        self._watch([self.job_type], self._refresh)

    @property
    def filters(self) -> Mapping[str, ipywidgets.Dropdown]:
        """The lists by which job types are chosen, by name."""
        return {name: getattr(self, name) for name in FILTERS}

    def _controls(self) -> list[ipywidgets.Widget]:
        self._count = ipywidgets.HTML()
        chosen = in_field(self.job_type)
        chosen.add_class("cc-sample")
        fields = [in_field(one) for one in self.filters.values()]
        self.steps: Steps[_Choice] = Steps(self._shielded, self._restore)
        """Undo, redo, and starting over."""
        filters = framed([in_grid(fields), self._count], "cc-facts")
        return [filters, chosen, self.steps.widget]

    def _answers(self) -> list[ipywidgets.Widget]:
        self._status, self._told, self._outlook = (ipywidgets.HTML() for _ in range(3))
        self._sources = ipywidgets.HTML()
        self._status.add_class("cc-status")
        self._figure = ChartFigure()
        self._outlook.add_class("cc-figure")
        rows = [self._status, self.show_all, self._told, self._figure.widget]
        return [*rows, self._outlook, self._sources]

    def _filter(self) -> None:
        """Leave the job types for which all three hold; keep the one that is shown if it is."""
        if self._is_setting:
            return
        self.jobs = self._matching()
        before = self.job_type.value
        self._is_setting = True
        self.job_type.options = _lines(self.jobs)
        if self.jobs:
            self.job_type.value = before if before in self.jobs else self.jobs[0]
        self._is_setting = False
        self._refresh()

    def _matching(self, without: str | None = None) -> tuple[str, ...]:
        asked = {name: one.value for name, one in self.filters.items() if name != without}
        return jobs_where(**{name: code or None for name, code in asked.items()})

    def _drop_filters(self) -> None:
        self._is_setting = True
        for one in self.filters.values():
            one.value = ANY
        self._is_setting = False
        self._filter()

    def _restore(self, step: _Choice) -> None:
        self._is_setting = True
        for one, code in zip(self.filters.values(), step.codes, strict=True):
            one.value = code
        self.job_type.options = _lines(self._matching())
        self.job_type.value = step.job_type
        self._is_setting = False
        self._guarded(self._filter)

    def _refresh(self) -> None:
        if self._is_setting:
            return
        key = self.job_type.value
        self.view = None if key is None else job_view(key, self.base.value or None, self.on)
        self.sentence = self._nothing() if self.view is None else self.view.sentence
        self.chart = None if key is None else _pay_chart(key)
        self._pay_ids = () if key is None else _pay_sources(key)
        known = () if self.view is None else self.view.source_ids
        self._ids = tuple(dict.fromkeys([*known, *self._pay_ids]))
        self.html = "" if self.view is None else self._rendered("jobs.html")
        self._show()
        self.handout.forget()
        self.handout.follow()
        self.takeaway.follow()
        codes = tuple(one.value for one in self.filters.values())
        self.steps.note(_Choice("", codes, self.job_type.value))

    def _handouts(self) -> list[Handout]:
        if self.view is None:
            return []
        label = say("panel.handout.job_type", name=self.view.job.name)
        return [Handout(label, _REPORT, {"job_type_id": self.view.job.job_type_id})]

    def _offered(self) -> list[Offered]:
        if self.view is None:
            return []
        foot = say("panel.jobs.foot", date=spell_date(self.on))
        notes = [foot, say("panel.jobs.our_view")]
        return jobs_offers(
            self.jobs,
            self.view,
            self.chart,
            base_code=self.base.value or None,
            on=self.on,
            notes=notes,
        )

    def _rendered(self, template: str) -> str:
        return render(
            template, view=self.view, numbers_of=numbers_in(self._ids), whose=pay_label()
        )

    def _nothing(self) -> str:
        """Say what to change: each choice that alone stands in the way."""
        helps = [
            say("panel.jobs.without", choice=self.filters[name].label, count=len(found))
            for name in FILTERS
            if self.filters[name].value and (found := self._matching(without=name))
        ]
        if not helps:
            return say("panel.jobs.nothing")
        return say("panel.jobs.nothing_but", ways=join_words(helps, "or"))

    def _show(self) -> None:
        is_there = self.view is not None
        notes = [say("panel.source.some_old")] if cited(self._ids, self.on).ages else []
        self._status.value = render("status.html", sentence=self.sentence, notes=notes)
        self._count.value = render(
            "hint.html", words=say("panel.jobs.count", count=len(self.jobs))
        )
        self.show_all.layout.display = "none" if is_there else None
        view, numbers_of = Explained(), numbers_in(self._ids)
        self._told.value = view.mark(self.html)
        self._figure.show(self.chart, numbers_of(cited(self._pay_ids, self.on)))
        outlook = self._rendered("jobs_outlook.html") if is_there else ""
        self._outlook.value = view.mark(outlook)
        self._outlook.layout.display = None if is_there else "none"
        self._sources.value = render(
            "sources.html",
            sources=source_lines(self._ids, self.on),
            foot=say("panel.jobs.foot", date=spell_date(self.on)),
        )

    def _summary(self) -> str:
        """Say the opening answer in lines of text, without a day, so that it stays true."""
        if self.view is None:
            return as_text(self.sentence)
        lines = [
            say("panel.jobs.line", fit=group.title, name=line.term, words=line.words)
            for group in self.view.fits
            if not group.is_folded
            for line in group.lines
        ]
        return as_text(self.sentence, "\n".join(lines), chart=self.chart)


def _choice(name: str, code: str | None) -> ipywidgets.Dropdown:
    labels = [(label[:1].upper() + label[1:], key) for key, label in options_of(name).items()]
    return ipywidgets.Dropdown(
        options=[(say(f"panel.jobs.any.{name}"), ANY), *labels],
        value=code or ANY,
        description=say(f"panel.jobs.{name}"),
    )


def _lines(jobs: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(job(one).name, one) for one in jobs]


def _pay_sources(job_type_id: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row["source_id"]) for row in pay_rows(job_type_id)))


def _pay_chart(job_type_id: str) -> Chart:
    drawn = pay_ranges(pay_rows(job_type_id))
    # Whose pay it is stands with every figure: in the picture's words and over the table.
    return replace(
        drawn,
        sentence=f"{pay_label()} {drawn.sentence}",
        table=replace(drawn.table, caption=f"{drawn.table.caption}. {pay_label()}"),
    )
