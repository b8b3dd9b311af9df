"""What is there only when it is asked for: a line that opens and closes what is under it."""

from typing import Any

import ipywidgets


class Disclosure:
    """A line of words; pressed, it shows what belongs to it.

    ipywidgets' own accordion cannot be opened with the keyboard.

    Parameters
    ----------
    content
        What is shown.
    label
        What stands in the line.

    Examples
    --------
    >>> more = Disclosure(ipywidgets.Label("Here"), "More")
    >>> more.content.layout.display
    'none'
    >>> more.is_open = True
    >>> more.content.layout.display
    """

    def __init__(self, content: ipywidgets.Widget, label: str = "") -> None:
        self.content = content
        """What is shown or not."""
        self.opener = ipywidgets.ToggleButton(description=label)
        """The line itself."""
        self.opener.add_class("cc-opener")
        self.opener.observe(self._follow, names="value")
        self.widget = ipywidgets.VBox([self.opener, content])
        """The line and what is under it."""
        self.widget.add_class("cc-opens")
        self._follow()

    @property
    def label(self) -> str:
        """What stands in the line."""
        return str(self.opener.description)

    @label.setter
    def label(self, words: str) -> None:
        self.opener.description = words

    @property
    def is_open(self) -> bool:
        """Whether what belongs to the line is shown."""
        return bool(self.opener.value)

    @is_open.setter
    def is_open(self, value: bool) -> None:
        self.opener.value = value

    def _follow(self, _: Any = None) -> None:
        self.content.layout.display = None if self.is_open else "none"
