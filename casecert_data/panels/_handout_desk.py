"""Making a page to take away, beside everything else: the screen stays alive."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import ipywidgets

from casecert_data.catalog import join_words, say
from casecert_data.eligibility import names_of
from casecert_data.errors import CasecertError
from casecert_data.panels._controls import in_field
from casecert_data.panels._page import render
from casecert_data.panels._panel import Guard, framed, reason_words
from casecert_data.panels._profile_file import placed
from casecert_data.panels._text_line import TextLine
from casecert_data.panels._written_links import written_links
from casecert_data.reporting import (
    Person,
    institution_of_environment,
    read_formats,
    read_report,
    report_job,
    run_report,
)

FORMATS = "html,pdf"
"""What a handout is written as."""


class Handout(NamedTuple):
    """One page that can be made of what is shown."""

    label: str
    """What stands in the list."""
    report: str
    """Name of the report that makes it."""
    given: Mapping[str, str]
    """What the report is told; nothing of a person."""
    person: Person | None = None
    """Whom it is about; None where it is about nobody."""


class HandoutDesk:
    """A choice of pages, a place to name a folder, and a button that writes the page into it.

    The report runs in a process of its own, as on the command line; a client's facts are
    handed over beside the template and never as parameters.

    Parameters
    ----------
    folder
        Where a folder without a place of its own is made; None for where the notebook runs.
    guard
        Does a piece of work, and shows what it raises.
    offered
        Gives the pages that can be made of what is shown now, in order. `follow` asks for it.
    on
        Day on which a page speaks.

    Examples
    --------
    >>> career = Handout("Becoming a case manager", "career", {})
    >>> desk = HandoutDesk(None, lambda work: work(), lambda: [career], date(2026, 11, 23))
    >>> desk.follow()
    >>> desk.line.value = ""
    >>> desk.make.click()
    >>> desk.line.error
    'Write a folder, such as handouts.'
    """

    def __init__(
        self,
        folder: Path | None,
        guard: Guard,
        offered: Callable[[], Sequence[Handout]],
        on: date,
    ) -> None:
        self._folder = Path() if folder is None else folder
        self._offered, self._on = offered, on
        self._work: Thread | None = None
        self.files: tuple[Path, ...] = ()
        """What was written last."""
        self.what = ipywidgets.Dropdown(description=say("panel.handout.what"))
        """Which page is made: its place in the list."""
        self.line = TextLine(
            say("panel.handout.to"),
            hint=say("panel.handout.hint"),
            value=say("panel.handout.folder"),
        )
        """The folder."""
        self.make = ipywidgets.Button(description=say("panel.handout.make"))
        """Makes the page."""
        self.make.on_click(lambda _: guard(self._make))
        self._said = ipywidgets.HTML()
        self._said.add_class("cc-said")
        self._choice = in_field(self.what)
        rows = [self._choice, self.line.widget, self.make, self._said]
        self.widget = framed(rows, "cc-desk")
        """All of it."""

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made."""
        return self._work is not None and self._work.is_alive()

    def wait(self) -> None:
        """Wait until the page that is being made is there."""
        if self._work is not None:
            self._work.join()

    def follow(self) -> None:
        """Offer what can be made now. What was chosen stays chosen where it is still there."""
        labels = tuple(one.label for one in self._offered())
        if labels != tuple(label for label, _ in self.what.options):
            before = self.what.label
            self.what.options = [(label, at) for at, label in enumerate(labels)]
            self.what.label = before if before in labels else next(iter(labels), None)
        self._choice.layout.display = None if len(labels) > 1 else "none"

    def forget(self) -> None:
        """Say nothing any more of a page that was made of something else."""
        if not self.is_busy:
            self._said.value = ""

    def _make(self) -> None:
        if self.is_busy:
            return
        offered, chosen = self._offered(), self.what.value
        if chosen is None or chosen >= len(offered):
            self._fail(say("panel.handout.nothing"))
            return
        if not self.line.value:
            self.line.mark(say("panel.handout.no_folder"))
            return
        self.line.mark("")
        self.files = ()
        self._said.value = render("busy.html", words=say("panel.handout.making"))
        out = placed(self._folder, self.line.value)
        self._work = Thread(target=self._run, args=(offered[chosen], out), daemon=True)
        self._work.start()

    def _run(self, handout: Handout, out: Path) -> None:
        try:
            institution = institution_of_environment()
        except CasecertError as fault:
            # It is no fault of the folder, so it does not stand beside that.
            self._fail(str(fault))
            return
        try:
            outcome = run_report(
                report_job(
                    read_report(handout.report),
                    handout.given,
                    out=out.resolve(),
                    formats=read_formats(FORMATS),
                    day=self._on.isoformat(),
                    person=handout.person,
                    institution=institution,
                )
            )
        except CasecertError as fault:
            self._said.value = ""
            self.line.mark(str(fault))
        except Exception as fault:  # noqa: BLE001 - a thread would drop it without a word
            self._fail(reason_words(fault))
        else:
            if outcome.error is not None:
                self._fail(say("panel.handout.not_made", reason=outcome.error))
                return
            self.files = tuple(one.path for one in outcome.files)
            self._said.value = render("written.html", links=written_links(outcome.files))

    def _fail(self, words: str) -> None:
        self._said.value = render("error.html", words=words)


def compared_handouts(
    certification_ids: Sequence[str], *, edition: str, person: Person | None
) -> list[Handout]:
    """Return the pages on some certifications: on all of them side by side, and on each.

    Parameters
    ----------
    certification_ids
        Keys of the certifications, in order. One alone cannot be compared.
    edition
        Whose words to follow.
    person
        For whom they are compared; None for nobody.

    Examples
    --------
    >>> pages = compared_handouts(["ccm", "acm_rn"], edition="issuer", person=None)
    >>> [one.label for one in pages][:2]
    ['Side by side: CCM and ACM-RN', 'One certification: CCM']
    """
    letters = {one: names_of(one)["acronym"] for one in certification_ids}
    pages = [
        Handout(
            say("panel.handout.certification", name=name),
            "certification",
            {"certification_id": one, "edition": edition},
        )
        for one, name in letters.items()
    ]
    if len(letters) > 1:
        label = say("panel.handout.side_by_side", names=join_words(list(letters.values())))
        given = {"certification_ids": ",".join(letters), "edition": edition}
        pages.insert(0, Handout(label, "comparison", given, person))
    return pages
