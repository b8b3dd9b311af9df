"""What was stated before, step by step, so that a slip can be taken back."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from casecert_data.panels._people import Person
from casecert_data.profiles import Profile


class Step(NamedTuple):
    """Everything that was entered about one client, at one moment."""

    key: str
    """Key of the client in the list."""
    person: Person
    """What the client stated when the list was made."""
    profile: Profile
    """What was known."""
    typed: Mapping[str, Any]
    """What stood in the fields that could not be read."""
    skipped: tuple[str, ...]
    """Questions that were put off."""


class History:
    """Steps back and forth. What one client said is gone once something is done for the next.

    Examples
    --------
    >>> from casecert_data.profiles import read_profile
    >>> ann = Person("Ann", read_profile({}))
    >>> opened = Step("a", ann, ann.profile, {}, ())
    >>> history = History()
    >>> history.note(opened)
    >>> history.note(opened._replace(skipped=("rn_years",)))
    >>> history.back() == opened, history.back() is None
    (True, True)
    """

    def __init__(self) -> None:
        self._past: list[Step] = []
        self._future: list[Step] = []
        self.now: Step | None = None
        """How things stand; None before anybody was opened."""

    @property
    def opened(self) -> Step | None:
        """How the present client was opened; None before anybody was."""
        steps = [*self._past, self.now]
        return next(
            (one for one in steps if one and self.now and one.key == self.now.key), None
        )

    def note(self, step: Step) -> None:
        """Take note of how things stand, if they have changed."""
        if step == self.now:
            return
        if self.now is not None:
            before = [one for one in self._past if one.key == self.now.key]
            self._past = [*before, self.now]
            self._future = []
        self.now = step

    def back(self) -> Step | None:
        """Go one step back; None where there is none."""
        return self._move(self._past, self._future)

    def forth(self) -> Step | None:
        """Go forth to what was taken back; None where nothing was."""
        return self._move(self._future, self._past)

    def _move(self, from_steps: list[Step], to_steps: list[Step]) -> Step | None:
        if not from_steps or self.now is None:
            return None
        to_steps.append(self.now)
        self.now = from_steps.pop()
        return self.now
