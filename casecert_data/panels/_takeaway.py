"""A row of buttons that write what is shown as a file: the table, and the picture."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import ipywidgets

from casecert_data import takeaway
from casecert_data.catalog import say
from casecert_data.charts import Chart, draw_svg
from casecert_data.errors import CasecertError, TakeawayError
from casecert_data.panels._disclosure import Disclosure
from casecert_data.panels._page import render
from casecert_data.panels._panel import framed
from casecert_data.takeaway import TakenTable

FOLDER = "casecert-files"
"""Folder beside the notebook in which the files go."""


class Takeaway:
    """Buttons that save a table as CSV or XLSX and a chart as SVG or PNG.

    Nothing is written before somebody presses a button. A file that is there is never replaced.

    Parameters
    ----------
    name
        Gives the name of the files, without an ending. No fact of a person belongs in it.
    table
        Gives the table that is shown; None where a panel has none.
    chart
        Gives the chart that is shown, or None where nothing is drawn.
    folder
        Where the files go; None for ``casecert-files`` where the notebook runs.

    Examples
    --------
    >>> import tempfile
    >>> rows = takeaway.whole_table("job_types")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     saving = Takeaway(lambda: "job-types", table=lambda: rows, folder=Path(folder))
    ...     saving.save("csv").name
    'job-types.csv'
    """

    def __init__(
        self,
        name: Callable[[], str],
        *,
        table: Callable[[], TakenTable | None] | None = None,
        chart: Callable[[], Chart | None] | None = None,
        folder: Path | None = None,
    ) -> None:
        self._name, self._table, self._chart = name, table, chart
        self._folder = folder
        self.fault: Exception | None = None
        """What went wrong at the last button, if anything; it is shown in words, too."""
        self.buttons: Mapping[str, ipywidgets.Button] = MappingProxyType(
            {one: self._button(one) for one in _MAKERS if self._source_of(one) is not None}
        )
        """A button for each format: ``csv``, ``xlsx``, ``svg``, ``png``."""
        row = ipywidgets.Box(list(self.buttons.values()))
        row.add_class("cc-btns")
        self._message = ipywidgets.HTML()
        self._message.add_class("cc-note")
        self.opening = Disclosure(
            framed([row, self._message], "cc-foot"), say("panel.takeaway.open")
        )
        """The line that opens the buttons."""
        self.widget = self.opening.widget
        """The buttons, the line that opens them, and what came of the last one."""
        self.widget.add_class("cc-foot")

    def save(self, file_format: str) -> Path:
        """Write what is shown now, and return where it lies.

        Raises
        ------
        CasecertError
            If it cannot be written.
        """
        content = _MAKERS[file_format](self._shown(file_format))
        return takeaway.save_in(self._place(), self._name(), file_format, content)

    def forget(self) -> None:
        """Take away what was said of the last file: something else is shown now."""
        self.fault = None
        self._message.value = ""

    def _place(self) -> Path:
        # Asked for when it is needed: a notebook may have moved by then.
        return Path.cwd() / FOLDER if self._folder is None else self._folder

    def _source_of(self, file_format: str) -> Callable[[], Any] | None:
        return self._chart if file_format in _PICTURES else self._table

    def _shown(self, file_format: str) -> Any:
        source = self._source_of(file_format)
        found = None if source is None else source()
        if found is None:
            raise TakeawayError.nothing_shown()
        return found

    def _button(self, file_format: str) -> ipywidgets.Button:
        button = ipywidgets.Button(description=say(f"panel.takeaway.save.{file_format}"))
        button.on_click(lambda _: self._press(file_format))
        return button

    def _press(self, file_format: str) -> None:
        self.forget()
        try:
            path = self.save(file_format)
        except Exception as fault:  # noqa: BLE001 - ipywidgets would drop it without a word
            self.fault = fault
            self._message.value = render("error.html", words=_reason(fault))
            return
        where = FOLDER if self._folder is None else str(self._folder)
        words = say("panel.takeaway.saved", name=path.name, folder=where)
        self._message.value = render("hint.html", words=words)


def _reason(fault: Exception) -> str:
    if isinstance(fault, CasecertError):
        return str(fault)
    return say("panel.broken.failed", kind=type(fault).__name__)


def _as_svg(chart: Chart) -> bytes:
    return draw_svg(chart, width=_WIDTH).encode()


def _as_png(chart: Chart) -> bytes:
    png: bytes = takeaway.draw_png(chart, width=_WIDTH)
    return png


_WIDTH = 640
"""Width of a picture in px."""
_PICTURES: Sequence[str] = ("svg", "png")
_MAKERS: Mapping[str, Callable[[Any], bytes]] = MappingProxyType(
    {
        "csv": TakenTable.as_csv,
        "xlsx": TakenTable.as_xlsx,
        "svg": _as_svg,
        "png": _as_png,
    }
)
