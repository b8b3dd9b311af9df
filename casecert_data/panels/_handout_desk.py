"""Making a page to take away, beside everything else: the screen stays alive."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import ipywidgets

from casecert_data.catalog import say
from casecert_data.errors import CasecertError
from casecert_data.panels._page import render
from casecert_data.panels._panel import Guard, framed, reason_words
from casecert_data.panels._profile_file import placed
from casecert_data.panels._text_line import TextLine
from casecert_data.reporting import Person, read_formats, read_report, report_job, run_report

FORMATS = "html,pdf"
"""What a handout is written as."""
REPORT = "person"
"""Name of the report that a client takes away."""


class HandoutDesk:
    """A place to name a folder, and a button that writes the page of the client into it.

    The report runs in a process of its own, as on the command line; the client's facts are
    handed over beside the template and never as parameters.

    Parameters
    ----------
    folder
        Where a folder without a place of its own is made.
    guard
        Does a piece of work, and shows what it raises.
    about
        Gives whom the page is about, and what it says of the day and whose words.

    Examples
    --------
    >>> desk = HandoutDesk(Path(), lambda work: work(), dict)
    >>> desk.line.value = ""
    >>> desk.make.click()
    >>> desk.line.error
    'Write a folder, such as handouts.'
    """

    def __init__(
        self, folder: Path, guard: Guard, about: Callable[[], tuple[Person, dict[str, str]]]
    ) -> None:
        self._folder, self._about = folder, about
        self._work: Thread | None = None
        self.files: tuple[Path, ...] = ()
        """What was written last."""
        self.line = TextLine(
            say("panel.client.handout_to"),
            hint=say("panel.client.handout_hint"),
            value=say("panel.client.handout_folder"),
        )
        """The folder."""
        self.make = ipywidgets.Button(description=say("panel.client.make"))
        """Makes the page."""
        self.make.on_click(lambda _: guard(self._make))
        self._said = ipywidgets.HTML()
        self._said.add_class("cc-said")
        self.widget = framed([self.line.widget, self.make, self._said], "cc-desk")
        """All of it."""

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made."""
        return self._work is not None and self._work.is_alive()

    def wait(self) -> None:
        """Wait until the page that is being made is there."""
        if self._work is not None:
            self._work.join()

    def forget(self) -> None:
        """Say nothing any more of a page that was made for another client."""
        if not self.is_busy:
            self._said.value = ""

    def _make(self) -> None:
        if self.is_busy:
            return
        if not self.line.value:
            self.line.mark(say("panel.client.no_folder"))
            return
        self.line.mark("")
        self.files = ()
        self._said.value = render("busy.html", words=say("panel.client.making"))
        person, given = self._about()
        out = placed(self._folder, self.line.value)
        self._work = Thread(target=self._run, args=(person, given, out), daemon=True)
        self._work.start()

    def _run(self, person: Person, given: dict[str, str], out: Path) -> None:
        try:
            outcome = run_report(
                report_job(
                    read_report(REPORT),
                    given,
                    out=out.resolve(),
                    formats=read_formats(FORMATS),
                    day=given["on"],
                    person=person,
                )
            )
        except CasecertError as fault:
            self._said.value = ""
            self.line.mark(str(fault))
        except Exception as fault:  # noqa: BLE001 - a thread would drop it without a word
            self._fail(reason_words(fault))
        else:
            if outcome.error is not None:
                self._fail(say("panel.client.not_made", reason=outcome.error))
                return
            self.files = tuple(one.path for one in outcome.files)
            self._said.value = render("written.html", files=self.files)

    def _fail(self, words: str) -> None:
        self._said.value = render("error.html", words=words)
