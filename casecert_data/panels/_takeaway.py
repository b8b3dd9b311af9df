"""Saving what is shown: a choice of table or picture, and of the kind of file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import ipywidgets

from casecert_data import takeaway
from casecert_data.catalog import say
from casecert_data.charts import Chart, draw_svg
from casecert_data.errors import CasecertError, TakeawayError
from casecert_data.panels._controls import hinted, in_field
from casecert_data.panels._page import render
from casecert_data.panels._panel import framed
from casecert_data.takeaway import TakenTable

FOLDER = "casecert-files"
"""Folder beside the notebook in which the files go."""


class Offered(NamedTuple):
    """One thing that is shown and can be saved."""

    name: str
    """Name of its file, without an ending. No fact of a person belongs in it."""
    label: str
    """What stands in the list."""
    table: Callable[[], TakenTable]
    """Makes the table, when it is wanted."""
    chart: Chart | None = None
    """The picture that goes with it; None where there is none."""

    @classmethod
    def of(
        cls,
        stem: str,
        name: str,
        table: Callable[[], TakenTable],
        chart: Chart | None = None,
    ) -> "Offered":
        """Name the file, and what stands in the list, by what it is.

        Examples
        --------
        >>> Offered.of("jobs", "pay", lambda: takeaway.whole_table("pay"))[:2]
        ('jobs-pay', 'What it pays')
        """
        label = say(f"panel.takeaway.shown.{name}")
        return cls(f"{stem}-{name.replace('_', '-')}", label, table, chart)


class Takeaway:
    """A list of what is shown, the kinds of files that there are of it, and a button.

    Nothing is written before somebody presses the button. A file that is there is never
    replaced.

    Parameters
    ----------
    offered
        Gives what is shown now, in order. `follow` asks for it.
    folder
        Where the files go; None for ``casecert-files`` where the notebook runs.

    Examples
    --------
    >>> import tempfile
    >>> shown = Offered("job-types", "Job types", lambda: takeaway.whole_table("job_types"))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     saving = Takeaway(lambda: [shown], Path(folder))
    ...     saving.follow()
    ...     saving.save().name
    'job-types.csv'
    """

    def __init__(
        self, offered: Callable[[], Sequence[Offered]], folder: Path | None = None
    ) -> None:
        self._offered, self._folder = offered, folder
        self.fault: Exception | None = None
        """What went wrong at the last button, if anything; it is shown in words, too."""
        self.what = ipywidgets.Dropdown(description=say("panel.takeaway.what"))
        """What is saved: the name of an `Offered`."""
        self.kind = ipywidgets.ToggleButtons(description=say("panel.takeaway.kind"))
        """The kind of file: ``csv``, ``xlsx``, ``svg`` or ``png``."""
        self.button = ipywidgets.Button(description=say("panel.takeaway.save"))
        """Saves it."""
        self.button.on_click(lambda _: self._press())
        self.what.observe(lambda _: self._follow_choice(), names="value")
        self.kind.observe(lambda _: self.forget(), names="value")
        self._said = ipywidgets.HTML()
        self._said.add_class("cc-said")
        self._choice = in_field(self.what)
        kinds = hinted(self.kind, say("panel.takeaway.hint", folder=self._where))
        self._content = framed([self._choice, kinds, self.button], "cc-desk")
        self.widget = framed([self._content, self._said], "cc-saving")
        """The choices, the button, and what came of it."""

    def follow(self) -> None:
        """Offer what is shown now. What was chosen stays chosen where it is still there."""
        self.forget()
        found = [(one.label, one.name) for one in self._offered()]
        if tuple(found) != self.what.options:
            before, names = self.what.value, [name for _, name in found]
            self.what.options = found
            self.what.value = before if before in names else next(iter(names), None)
        self._choice.layout.display = "none" if len(found) == 1 else None
        self._content.layout.display = None if found else "none"
        if not found:
            self._said.value = render("hint.html", words=say("panel.takeaway.nothing"))
        self._follow_choice()

    def forget(self) -> None:
        """Take away what was said of the last file: something else is shown now."""
        self.fault = None
        self._said.value = ""

    def save(self) -> Path:
        """Write what is chosen as it is shown now, and return where it lies.

        Raises
        ------
        CasecertError
            If it cannot be written.
        """
        shown = self._chosen()
        if shown is None:
            raise TakeawayError.nothing_shown()
        file_format = str(self.kind.value)
        made: Any = shown.chart if file_format in _PICTURES else shown.table()
        if made is None:
            raise TakeawayError.nothing_shown()
        content = _MAKERS[file_format](made)
        # Asked for when it is needed: a notebook may have moved by then.
        folder = Path.cwd() / FOLDER if self._folder is None else self._folder
        return takeaway.save_in(folder, shown.name, file_format, content)

    @property
    def _where(self) -> str:
        return FOLDER if self._folder is None else str(self._folder)

    def _chosen(self) -> Offered | None:
        return next((one for one in self._offered() if one.name == self.what.value), None)

    def _follow_choice(self) -> None:
        """Offer the kinds of files that there are of what is chosen."""
        shown = self._chosen()
        if shown is None:
            return
        kinds = tuple(one for one in _MAKERS if shown.chart is not None or one not in _PICTURES)
        if kinds != tuple(value for _, value in self.kind.options):
            before = self.kind.value
            self.kind.options = [(say(f"panel.takeaway.as.{one}"), one) for one in kinds]
            self.kind.value = before if before in kinds else kinds[0]
        self.forget()

    def _press(self) -> None:
        self.forget()
        try:
            path = self.save()
        except Exception as fault:  # noqa: BLE001 - ipywidgets would drop it without a word
            self.fault = fault
            self._said.value = render("error.html", words=_reason(fault))
            return
        words = say("panel.takeaway.saved", name=path.name, folder=self._where)
        self._said.value = render("hint.html", words=words)


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
