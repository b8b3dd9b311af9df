"""What employers and certified people say of a certification, with its age and its gaps."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import ipywidgets

from casecert_data.catalog import Row, say, spell_date, table
from casecert_data.charts import support_bars
from casecert_data.eligibility import names_of
from casecert_data.panels._controls import in_field
from casecert_data.panels._page import render
from casecert_data.panels._panel import ChartFigure, Panel, as_text
from casecert_data.panels._sources import Age, age_of, source_lines
from casecert_data.profiles import read_day

EVERYONE = ""
"""Value of the choice that leaves nobody out."""

_CITING = ("source_id", "quoted_by_source_id")
_Told = TypeVar("_Told")


class EmployerSupportPanel(Panel):
    """Whether employers support a certification: who says what, and what is not known.

    Parameters
    ----------
    rows
        Rows of the table ``employer_support``; None for the shipped ones.
    on
        Day on which the age of the figures is told; None for today.

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
    """

    rows: tuple[Row, ...]
    """The rows that are shown."""

    def __init__(
        self, rows: Iterable[Row] | None = None, *, on: date | str | None = None
    ) -> None:
        self.on = read_day("on", on)
        """The day on which the age of the figures is told."""
        self._all = tuple(table("employer_support") if rows is None else rows)
        self.rows = ()
        self._make_controls()
        self._notes = ipywidgets.HTML()
        self._sources = ipywidgets.HTML()
        self._figure = ChartFigure(self._notes)
        choices = [in_field(self.certification)] if len(self.certification.options) > 1 else []
        super().__init__([*choices, self.respondents], [self._figure.widget, self._sources])
        self._guarded(self._refresh)
        self.text = "" if self.chart is None else as_text(self.sentence, self.chart.sentence)
        self._watch([self.certification], self._change_certification)
        self._watch([self.respondents], self._refresh)

    def _make_controls(self) -> None:
        known = dict.fromkeys(str(row["certification_id"]) for row in self._all)
        self.certification = ipywidgets.Dropdown(
            options=[(names_of(one)["full_name"], one) for one in known],
            description=say("panel.support.certification"),
        )
        """Key of the certification; shown where there are several."""
        self.respondents = ipywidgets.ToggleButtons(
            options=self._groups(), description=say("panel.support.respondents")
        )
        """Whose answers are shown: the words of the table, or ``""`` for everyone's."""

    def _change_certification(self) -> None:
        # The list of groups is that of the certification, and it begins with everyone.
        self.respondents.options = self._groups()
        self._refresh()

    def _groups(self) -> list[tuple[str, str]]:
        groups = dict.fromkeys(str(row["respondent_text"]) for row in self._of_certification())
        return [(say("panel.support.everyone"), EVERYONE), *((one, one) for one in groups)]

    def _of_certification(self) -> tuple[Row, ...]:
        chosen = self.certification.value
        return tuple(row for row in self._all if row["certification_id"] == chosen)

    def _refresh(self) -> None:
        group = self.respondents.value
        rows = self._of_certification()
        self.rows = tuple(row for row in rows if group in {EVERYONE, row["respondent_text"]})
        self.chart = support_bars(self.rows)
        self.sentence = self.chart.title
        self.html = render(
            "support_notes.html",
            populations=_distinct(str(row["population_text"]) for row in self.rows),
            ages=_distinct(self._age(row) for row in self.rows),
            unknowns=_longest(str(row["unknown_text"]) for row in self.rows),
        )
        self._show()

    def _show(self) -> None:
        cited = [row[name] for name in _CITING for row in self.rows if row[name] is not None]
        self._figure.show(self.chart)
        self._notes.value = self.html
        self._sources.value = render(
            "sources.html",
            sources=source_lines(map(str, cited), self.on),
            is_numbered=False,
            foot=say("panel.support.ages_on", date=spell_date(self.on)),
        )

    def _age(self, row: Row) -> Age:
        read = row["read_date"]
        return age_of(
            str(row["source_id"]), self.on, read=read if isinstance(read, date) else None
        )


def _longest(told: Iterable[str]) -> list[str]:
    """Leave out what another one says as well."""
    found = _distinct(told)
    return [one for one in found if not any(one in other for other in found if other != one)]


def _distinct(told: Iterable[_Told]) -> list[_Told]:
    return list(dict.fromkeys(told))
