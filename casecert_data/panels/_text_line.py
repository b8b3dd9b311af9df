"""A line to type into: its label above, what is wrong beside it, and a hint below."""

from collections.abc import Sequence

import ipywidgets

from casecert_data.panels._page import render


class TextLine:
    """A text field that is not a fact of a person: a file, a folder, a name.

    Parameters
    ----------
    label
        What stands above it.
    hint
        What stands below it.
    value
        What stands in it at first.
    options
        What can be chosen instead of typed; None where there is nothing to choose from.

    Examples
    --------
    >>> line = TextLine("Folder", value="handouts")
    >>> line.mark("Write a folder.")
    >>> line.error, line.value
    ('Write a folder.', 'handouts')
    """

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        value: str = "",
        options: Sequence[str] | None = None,
    ) -> None:
        given = {"description": label, "value": value, "continuous_update": False}
        self.control = (
            ipywidgets.Text(**given)
            if options is None
            else ipywidgets.Combobox(options=tuple(options), ensure_option=False, **given)
        )
        """The plain widget."""
        self._message = ipywidgets.HTML()
        self.error = ""
        """What is to be written instead; empty where nothing is wrong."""
        words = ipywidgets.HTML(render("hint.html", words=hint) if hint else "")
        words.add_class("cc-below")
        self.widget = ipywidgets.VBox([self.control, self._message, words])
        """The line with its label, its error and its hint."""
        self.widget.add_class("cc-field")
        self.widget.add_class("cc-lined")

    @property
    def value(self) -> str:
        """What stands in the line, without blanks around it."""
        return str(self.control.value).strip()

    @value.setter
    def value(self, words: str) -> None:
        self.control.value = words

    def mark(self, words: str) -> None:
        """Say what is wrong, or with nothing that all is well."""
        self.error = words
        self._message.value = render("error.html", words=words) if words else ""
        (self.widget.add_class if words else self.widget.remove_class)("cc-bad")
