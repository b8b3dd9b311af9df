"""What every field of the form is: a control with its label above and its error beside it."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import ipywidgets

from casecert_data.catalog import Fact, fact, terms_used
from casecert_data.eligibility import FactValue
from casecert_data.panels._explained import Explained
from casecert_data.panels._page import render

_Value = TypeVar("_Value")


class Field(Generic[_Value]):
    """A control for one fact, with its label above and what is wrong beside it.

    Parameters
    ----------
    fact_name
        Fact that is stated here.
    control
        What is clicked or typed into.
    """

    def __init__(self, fact_name: str, control: ipywidgets.Widget) -> None:
        self.fact: Fact = fact(fact_name)
        """What is stated here."""
        self.control = control
        """The plain widget."""
        self._message = ipywidgets.HTML()
        self._help = ipywidgets.HTML()
        self._error = ""
        self.widget = ipywidgets.VBox([control, self._message, self._help])
        """The field with its label and its error."""
        self.widget.add_class("cc-field")

    @property
    def value(self) -> _Value:
        """What stands in the field."""
        value: _Value = self.control.value
        return value

    @value.setter
    def value(self, value: _Value) -> None:
        self.control.value = value

    @property
    def error(self) -> str:
        """What is to be written instead; empty where nothing is wrong."""
        return self._error

    def observe(self, handler: Callable[[Any], None], names: str = "value") -> None:
        """Call the handler whenever something else is stated."""
        self.control.observe(handler, names=names)

    def read(self) -> FactValue | str | None:
        """Return what is stated; None for what is not known."""
        raise NotImplementedError

    def fill(self, stated: object) -> None:
        """Show what was stated; None for what is not known."""
        raise NotImplementedError

    def explain(self, view: Explained) -> None:
        """Explain the words of the field that its view has not explained yet."""
        words = [self.fact.form_label or self.fact.label, *self.fact.explained]
        terms = [used.term for one in words for used in terms_used(one)]
        html = render("help.html", terms=view.first_of(terms), name=self.fact.name)
        self._help.value = html

    def lay_open(self) -> None:
        """Show all that can be answered, where a list would have to be opened first."""

    def mark(self, words: str) -> None:
        """Say what is wrong beside the field, or with nothing that all is well."""
        self._error = words
        self._message.value = render("error.html", words=words) if words else ""
        (self.widget.add_class if words else self.widget.remove_class)("cc-bad")
