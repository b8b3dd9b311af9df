"""Opening a client from a file, and saving one into a file: the counselor's own, never ours."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import ipywidgets

from casecert_data.catalog import say
from casecert_data.errors import CasecertError
from casecert_data.panels._disclosure import Disclosure
from casecert_data.panels._page import render
from casecert_data.panels._panel import Guard, framed
from casecert_data.panels._people import PROFILE_ENDINGS, Person, people_in
from casecert_data.panels._text_line import TextLine
from casecert_data.profiles import Profile, write_profile
from casecert_data.rosters import ROSTER_ENDINGS

ENDINGS = (*PROFILE_ENDINGS, *ROSTER_ENDINGS)
"""Endings of what can be opened: profiles, and a roster."""
PROFILE_ENDING = ".toml"
"""Ending of what is saved."""
_OFFERED_AT_MOST = 50


class OpenFile:
    """A place to name a file, and a button that opens it.

    Parameters
    ----------
    folder
        Where names without a folder are looked for.
    guard
        Does a piece of work, and shows what it raises.
    opened
        Called with the people of a file, by key.

    Examples
    --------
    >>> desk = OpenFile(Path(), lambda work: work(), print)
    >>> desk.line.value = "nobody.toml"
    >>> desk.open.click()
    >>> desk.line.error
    'nobody.toml: expected a file, found nothing there. Check the name and the folder.'
    """

    def __init__(
        self, folder: Path, guard: Guard, opened: Callable[[Mapping[str, Person]], None]
    ) -> None:
        self._folder, self._opened = folder, opened
        self.line = TextLine(
            say("panel.client.file"),
            hint=say("panel.client.file_hint"),
            options=_offered(folder),
        )
        """The name of the file."""
        self.open = ipywidgets.Button(description=say("panel.client.open"))
        """Opens it."""
        self.open.on_click(lambda _: guard(self._open))
        content = framed([self.line.widget, self.open], "cc-desk")
        self.more = Disclosure(content, say("panel.client.open_more"))
        """What shows the place."""
        self.widget = self.more.widget
        """All of it."""

    def offer(self) -> None:
        """Look again for what can be chosen."""
        self.line.control.options = _offered(self._folder)

    def _open(self) -> None:
        if not self.line.value:
            self.line.mark(say("panel.client.no_file"))
            return
        path = placed(self._folder, self.line.value)
        try:
            people = people_in(path)
        except CasecertError as fault:
            # The counselor wrote the name, and need not be told the way to its folder.
            self.line.mark(str(fault).replace(str(path), self.line.value, 1))
            return
        self.line.mark("")
        self._opened(people)


class SaveFile:
    """What the client is called, a place to name a file, and a button that writes it.

    Parameters
    ----------
    folder
        Where names without a folder are written.
    guard
        Does a piece of work, and shows what it raises.
    saved
        Called when a file was written.

    Examples
    --------
    >>> desk = SaveFile(Path(), lambda work: work(), print)
    >>> desk.name.value = "A 7"
    >>> desk.line.value
    'A-7.toml'
    """

    def __init__(self, folder: Path, guard: Guard, saved: Callable[[], None]) -> None:
        self._folder, self._saved = folder, saved
        self._profile, self._left_out = Profile(facts={}), 0
        self.name = TextLine(say("panel.client.name"), hint=say("panel.client.name_hint"))
        """What the client is called: the ``person_id``."""
        self.line = TextLine(say("panel.client.save_as"), hint=say("panel.client.save_hint"))
        """The name of the file."""
        self.save = ipywidgets.Button(description=say("panel.client.save"))
        """Writes it."""
        self.save.on_click(lambda _: guard(self._save))
        self.name.control.observe(self._follow, names="value")
        self._said = ipywidgets.HTML()
        self._said.add_class("cc-said")
        self.path: Path | None = None
        """Where the present answers lie; None where they are not saved."""
        self.widget = framed(
            [self.name.widget, self.line.widget, self.save, self._said], "cc-desk"
        )
        """All of it."""
        self._follow()

    def offer(self, path: Path | None) -> None:
        """Propose a name: that of the file that the client was opened from, or a new one."""
        self.path = None
        if path is not None and path.suffix.casefold() == PROFILE_ENDING:
            self.line.value = str(path)
        else:
            self._follow()
        self.line.mark("")
        self._say("")

    def show(self, profile: Profile, *, left_out: int) -> None:
        """Take note of what is known now, and that it is no longer what lies in the file."""
        if self.path is not None and profile != self._profile:
            self._say(say("panel.client.changed", path=self.path))
            self.path = None
        self._profile, self._left_out = profile, left_out

    def _follow(self, _: object = None) -> None:
        self.line.value = f"{_as_file_name(self.name.value)}{PROFILE_ENDING}"

    def _save(self) -> None:
        if not self.line.value:
            self.line.mark(say("panel.client.no_file"))
            return
        path = placed(self._folder, self.line.value)
        try:
            write_profile(self._profile, path)
        except CasecertError as fault:
            is_other = path.is_file() and path.suffix.casefold() == PROFILE_ENDING
            words = say("panel.client.other_there") if is_other else str(fault)
            self.line.mark(words.replace(str(path), self.line.value, 1))
            self._say("")
            return
        self.line.mark("")
        self.path = path
        left_out = say("panel.client.left_out", count=self._left_out) if self._left_out else ""
        self._say(f"{say('panel.client.saved', path=path)} {left_out}".strip())
        self._saved()

    def _say(self, words: str) -> None:
        self._said.value = render("hint.html", words=words) if words else ""


def placed(folder: Path, name: str) -> Path:
    """Return where a file is that somebody named: below the folder, unless they said where.

    Examples
    --------
    >>> placed(Path("clients"), "a.toml").as_posix()
    'clients/a.toml'
    """
    return folder / Path(name).expanduser()


def dated(profile: Profile, on: date) -> Profile:
    """Return a profile that says on which day it holds: without one, on the day given.

    Examples
    --------
    >>> dated(Profile(facts={}), date(2026, 11, 23)).as_of
    datetime.date(2026, 11, 23)
    """
    return profile if profile.as_of is not None else replace(profile, as_of=on)


def _offered(folder: Path) -> tuple[str, ...]:
    try:
        found = sorted(
            one.name
            for one in folder.iterdir()
            if one.suffix.casefold() in ENDINGS and not one.name.startswith(".")
        )
    except OSError:
        return ()
    return tuple(found[:_OFFERED_AT_MOST])


def _as_file_name(name: str) -> str:
    kept = "".join(one if one.isalnum() or one in "._-" else "-" for one in name)
    return kept.strip(".-") or say("panel.client.unnamed")
