"""Undo, redo and starting over: three buttons, and a word on what came of them."""

from collections.abc import Callable, Mapping

import ipywidgets

from casecert_data.catalog import say
from casecert_data.panels._page import render
from casecert_data.panels._panel import Guard, framed


class ClientActions:
    """Buttons that take steps back and forth.

    They are never switched off: a button that goes gray under the keyboard loses it.

    Parameters
    ----------
    guard
        Does a piece of work, and shows what it raises.
    steps
        Takes the step, by the name of its button; each tells whether there was one.

    Examples
    --------
    >>> actions = ClientActions(lambda work: work(), {"undo": lambda: False})
    >>> actions.buttons[0].click()
    >>> actions.said
    'There is nothing to undo.'
    """

    def __init__(self, guard: Guard, steps: Mapping[str, Callable[[], bool]]) -> None:
        self._guard = guard
        self.said = ""
        """What came of the last one."""
        self._words = ipywidgets.HTML()
        self._words.add_class("cc-said")
        self.buttons = tuple(self._button(name, step) for name, step in steps.items())
        """One for each step."""
        row = ipywidgets.HBox(self.buttons)
        row.add_class("cc-btns")
        self.widget = framed([row, self._words], "cc-actions")
        """All of it."""

    def clear(self) -> None:
        """Say nothing any more of what was done before."""
        self._say("")

    def _button(self, name: str, step: Callable[[], bool]) -> ipywidgets.Button:
        button = ipywidgets.Button(description=say(f"panel.client.do.{name}"))

        def press() -> None:
            self._say(say(f"panel.client.{'done' if step() else 'nothing'}.{name}"))

        button.on_click(lambda _: self._guard(press))
        return button

    def _say(self, words: str) -> None:
        self.said = words
        self._words.value = render("hint.html", words=words) if words else ""
