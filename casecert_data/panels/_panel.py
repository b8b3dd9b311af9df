"""What all panels share: the frame, the guard around every callback, what a notebook keeps."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

import ipywidgets

from casecert_data.catalog import say
from casecert_data.charts import Chart
from casecert_data.errors import CasecertError
from casecert_data.panels._accessibility import Accessibility
from casecert_data.panels._chart_widget import ChartWidget
from casecert_data.panels._page import render
from casecert_data.panels._printing import Printing
from casecert_data.panels._typeface import typeface

Guard = Callable[[Callable[[], None]], None]
"""Does a piece of work, and shows what it raises where somebody sees it."""


class Panel:
    """Controls above, one answer below; shown by a notebook, and usable without one.

    Parameters
    ----------
    controls
        What is clicked, from top to bottom.
    answer
        What changes with it, from top to bottom.
    below
        What is done with the answer. It stays where an answer cannot be shown: what is wrong
        may be mended there.
    """

    sentence: str
    """The answer in a sentence."""
    html: str
    """The answer in full, as it is shown."""
    chart: Chart | None
    """The chart that is shown; None where there is nothing to draw."""
    text: str
    """What a saved notebook keeps in the panel's place."""
    fault: Exception | None
    """What went wrong in the last change, if anything; it is shown in words, too."""

    def __init__(
        self,
        controls: Sequence[ipywidgets.Widget],
        answer: Sequence[ipywidgets.Widget],
        below: Sequence[ipywidgets.Widget] = (),
    ) -> None:
        typeface()
        self.sentence = self.html = self.text = ""
        self.chart = self.fault = None
        self._broken = ipywidgets.HTML()
        self._broken.add_class("cc-fault")
        self._answer = framed(answer, "cc-answer")
        rows = [Accessibility(), Printing(), framed(controls, "cc-controls")]
        rows += [self._broken, self._answer]
        if below:
            rows.append(framed(below, "cc-desks"))
        self.widget = framed(rows, "cc-main")
        """The whole panel as one ipywidget, to put into a layout of one's own."""

    def _repr_mimebundle_(self, **kwargs: Any) -> Mapping[str, Any]:
        """Show the panel; what a saved notebook keeps of it is `text`."""
        bundle: dict[str, Any] = dict(self.widget._repr_mimebundle_(**kwargs))
        bundle["text/plain"] = self.text
        return bundle

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def _watch(self, controls: Sequence[Any], work: Callable[[], None]) -> None:
        """Do the work whenever the value of a control changes; what it raises is shown."""
        for control in controls:
            control.observe(lambda _: self._guarded(work), names="value")

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as fault:  # noqa: BLE001 - ipywidgets would drop it without a word
            self._break(fault)
        else:
            self.fault = None
            self._broken.value = ""
            self._answer.layout.display = None

    def _shielded(self, work: Callable[[], None]) -> None:
        """Do what is no part of the answer; what it raises is shown, and the answer stays."""
        try:
            work()
        except Exception as fault:  # noqa: BLE001 - as above
            self.fault = fault
            self._broken.value = render("fault.html", reason=reason_words(fault))

    def _break(self, fault: Exception) -> None:
        # The last answer would be one to another question.
        self.sentence = self.html = ""
        self.chart = None
        self.fault = fault
        self._answer.layout.display = "none"
        self._broken.value = render("fault.html", reason=reason_words(fault))


class ChartFigure:
    """A chart with its finding, its sentence and its table; hidden where there is none.

    Parameters
    ----------
    notes
        What stands beside the picture; without it, the table does.
    """

    def __init__(self, notes: ipywidgets.Widget | None = None) -> None:
        self._head, self._table = ipywidgets.HTML(), ipywidgets.HTML()
        self._picture = ChartWidget()
        self._parts_table = notes is None
        duo = framed([self._picture, self._table if notes is None else notes], "cc-duo")
        below = [] if notes is None else [self._table]
        self.widget = framed([self._head, duo, *below], "cc-figure")
        """Heading, sentence, picture and table."""
        if notes is not None:
            duo.add_class("cc-noted")
            # Where the chart is the whole answer, its finding is what is said when it changes.
            self._head.add_class("cc-status")

    def show(self, chart: Chart | None, numbers: Sequence[int] = ()) -> None:
        """Show a chart, or take the place away.

        Parameters
        ----------
        chart
            The chart; None where there is none.
        numbers
            The numbers under which the view lists the sources of the chart.
        """
        self.widget.layout.display = "none" if chart is None else None
        if chart is not None:
            self._head.value = render("chart_head.html", chart=chart, numbers=numbers)
            self._table.value = render(
                "chart_table.html",
                table=chart.table,
                groups=self._table_groups(chart),
                numbers=numbers,
            )
            self._picture.show(chart)

    def _table_groups(self, chart: Chart) -> list[tuple[str, list[tuple[str, ...]]]]:
        """Part the table's rows as the bars are parted, unless the table says it itself."""
        if not self._parts_table:
            return [("", list(chart.table.rows))]
        rows = zip(chart.lanes, chart.table.rows, strict=True)
        return [
            (group, [row for _, row in together])
            for group, together in groupby(rows, key=lambda pair: pair[0].group)
        ]


def framed(children: Sequence[ipywidgets.Widget], name: str) -> ipywidgets.VBox:
    """Put widgets under each other in a box of a class."""
    box = ipywidgets.VBox(list(children))
    box.add_class(name)
    return box


def reason_words(fault: Exception) -> str:
    """Say why something could not be shown or made, in plain words.

    Examples
    --------
    >>> reason_words(ZeroDivisionError())[:43]
    'Something went wrong inside casecert (ZeroD'
    """
    if isinstance(fault, CasecertError):
        return say("panel.broken.refused", reason=str(fault))
    return say("panel.broken.failed", kind=type(fault).__name__)
