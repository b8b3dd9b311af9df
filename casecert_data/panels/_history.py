"""What was stated before, step by step, so that a slip can be taken back."""

from typing import Generic, Protocol, TypeVar


class _Step(Protocol):
    @property
    def key(self) -> str: ...


StepT = TypeVar("StepT", bound=_Step)
"""How a panel stood at one moment; ``key`` tells whom it was about, if anybody."""


class History(Generic[StepT]):
    """Steps back and forth. What one client said is gone once something is done for the next.

    Examples
    --------
    >>> from typing import NamedTuple
    >>> class Choice(NamedTuple):
    ...     key: str
    ...     value: int
    >>> history = History()
    >>> history.note(Choice("", 1))
    >>> history.note(Choice("", 2))
    >>> history.back(), history.back()
    (Choice(key='', value=1), None)
    """

    def __init__(self) -> None:
        self._past: list[StepT] = []
        self._future: list[StepT] = []
        self.now: StepT | None = None
        """How things stand; None before anybody was opened."""

    @property
    def opened(self) -> StepT | None:
        """How the present client was opened; None before anybody was."""
        steps = [*self._past, self.now]
        return next(
            (one for one in steps if one and self.now and one.key == self.now.key), None
        )

    def note(self, step: StepT) -> None:
        """Take note of how things stand, if they have changed."""
        if step == self.now:
            return
        if self.now is not None:
            before = [one for one in self._past if one.key == self.now.key]
            self._past = [*before, self.now]
            self._future = []
        self.now = step

    def back(self) -> StepT | None:
        """Go one step back; None where there is none."""
        return self._move(self._past, self._future)

    def forth(self) -> StepT | None:
        """Go forth to what was taken back; None where nothing was."""
        return self._move(self._future, self._past)

    def start_over(self) -> StepT | None:
        """Return how the present client was opened; None where nothing was changed since."""
        return None if self.opened == self.now else self.opened

    def _move(self, from_steps: list[StepT], to_steps: list[StepT]) -> StepT | None:
        if not from_steps or self.now is None:
            return None
        to_steps.append(self.now)
        self.now = from_steps.pop()
        return self.now
