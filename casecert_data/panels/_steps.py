"""Undo, redo and starting over: three buttons, and a word on what came of them."""

from collections.abc import Callable
from typing import Generic

import ipywidgets

from casecert_data.catalog import say
from casecert_data.panels._history import History, StepT
from casecert_data.panels._page import render
from casecert_data.panels._panel import Guard, framed


class Steps(Generic[StepT]):
    """Buttons that take steps back and forth.

    They are never switched off: a button that goes gray under the keyboard loses it.

    Parameters
    ----------
    guard
        Does a piece of work, and shows what it raises.
    show
        Puts the controls back to how they stood at a step.

    Examples
    --------
    >>> steps = Steps(lambda work: work(), print)
    >>> steps.undo.click()
    >>> steps.said
    'There is nothing to undo.'
    """

    def __init__(self, guard: Guard, show: Callable[[StepT], None]) -> None:
        self._guard, self._show = guard, show
        self.history: History[StepT] = History()
        """What stood there before."""
        self.said = ""
        """What came of the last button."""
        self._words = ipywidgets.HTML()
        self._words.add_class("cc-said")
        self.undo = self._button("undo", self.history.back)
        """Takes the last change back."""
        self.redo = self._button("redo", self.history.forth)
        """Makes a change that was taken back."""
        self.reset = self._button("reset", self.history.start_over)
        """Takes all changes back; it can be undone itself."""
        row = ipywidgets.HBox([self.undo, self.redo, self.reset])
        row.add_class("cc-btns")
        self.widget = framed([row, self._words], "cc-actions")
        """All of it."""

    def note(self, step: StepT) -> None:
        """Take note of how things stand, if they have changed."""
        if step != self.history.now:
            self.clear()
        self.history.note(step)

    def clear(self) -> None:
        """Say nothing any more of what was done before."""
        self._say("")

    def _button(self, name: str, find: Callable[[], StepT | None]) -> ipywidgets.Button:
        button = ipywidgets.Button(description=say(f"panel.steps.do.{name}"))

        def press() -> None:
            step = find()
            if step is not None:
                self._show(step)
            self._say(say(f"panel.steps.{'nothing' if step is None else 'done'}.{name}"))

        button.on_click(lambda _: self._guard(press))
        return button

    def _say(self, words: str) -> None:
        self.said = words
        self._words.value = render("hint.html", words=words) if words else ""
