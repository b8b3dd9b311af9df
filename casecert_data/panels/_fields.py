"""The fields of the form: one for each kind of fact; leaving it open is an answer, too."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar

import ipywidgets

from casecert_data.catalog import Fact, code_names, codes, fact, say
from casecert_data.eligibility import FactValue, Interval, found_words
from casecert_data.errors import ProfileError
from casecert_data.panels._page import render
from casecert_data.panels._typed_number import (
    fault_words,
    over_whole_words,
    read_typed,
    typed,
)

NONE_CODE = "NONE"
"""Code that says there is nothing of the kind."""

_YES, _NO = "yes", "no"
_Value = TypeVar("_Value")
_Codes = tuple[str, ...]


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
        self._error = ""
        self.widget = ipywidgets.VBox([control, self._message])
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

    def mark(self, words: str) -> None:
        """Say what is wrong beside the field, or with nothing that all is well."""
        self._error = words
        self._message.value = render("error.html", words=words) if words else ""
        (self.widget.add_class if words else self.widget.remove_class)("cc-bad")


class NumberField(Field[str]):
    """A field for a number that may be blank or known only roughly.

    Parameters
    ----------
    fact_name
        Fact that is typed here.

    Examples
    --------
    >>> months = NumberField("cm_months")
    >>> months.value = "18,5"
    >>> months.read()
    >>> months.error
    'Write the number without a comma, such as 18.5 or 1400.'
    """

    def __init__(self, fact_name: str) -> None:
        # Read when the field is left: half a number is no error, and no answer.
        field = ipywidgets.Text(
            description=fact(fact_name).label,
            placeholder=say("panel.dont_know"),
            continuous_update=False,
        )
        super().__init__(fact_name, field)
        self.widget.add_class("cc-number")

    def read(self) -> Interval | None:
        """Return the number; None for a blank, and for what cannot be read, which is marked."""
        try:
            number = read_typed(self.fact, self.value)
        except ProfileError:
            self.mark(fault_words(self.fact, self.value))
            return None
        self.mark("")
        return number

    def fill(self, stated: object) -> None:
        """Show a number as it is typed."""
        self.value = typed(stated)

    def mark_over_whole(self, whole: Interval) -> None:
        """Say beside the field that it is more than what it is a part of."""
        self.mark(over_whole_words(self.fact, whole))


class CodesField(Field[_Codes]):
    """A list to choose codes from; ``()`` is "don't know".

    Parameters
    ----------
    fact_name
        A fact whose values are codes.
    stated
        What people have stated; several codes of one person are one line of the list.

    Examples
    --------
    >>> licenses = CodesField("license_codes", [("RN", "APRN")])
    >>> [codes for _, codes in licenses.options][:3]
    [(), ('NONE',), ('RN',)]
    """

    def __init__(self, fact_name: str, stated: Iterable[object] = ()) -> None:
        singles = [(code,) for code in code_names(str(fact(fact_name).vocabulary))]
        singles.sort(key=lambda codes: codes != (NONE_CODE,))
        several = [one for one in dict.fromkeys(stated) if isinstance(one, tuple)]
        options: list[tuple[str, _Codes]] = [(say("panel.dont_know"), ())]
        options += [
            (found_words(fact_name, codes), codes)
            for codes in (*singles, *(one for one in several if len(one) > 1))
        ]
        label = fact(fact_name).form_label or fact(fact_name).label
        super().__init__(
            fact_name, ipywidgets.Dropdown(options=options, value=(), description=label)
        )

    @property
    def options(self) -> tuple[tuple[str, _Codes], ...]:
        """The lines of the list: words and codes."""
        return tuple(self.control.options)

    def read(self) -> _Codes | None:
        """Return the codes that are chosen."""
        return self.value or None

    def fill(self, stated: object) -> None:
        """Choose the line of these codes; the list gets one where it has none."""
        chosen = stated if isinstance(stated, tuple) else ()
        if chosen not in {codes for _, codes in self.options}:
            line = (found_words(self.fact.name, chosen), chosen)
            self.control.options = [*self.options, line]
        self.value = chosen


class CodeField(Field[str]):
    """A list to choose one code from; ``""`` is "don't know".

    Parameters
    ----------
    fact_name
        A fact whose value is one code.

    Examples
    --------
    >>> CodeField("home_state").control.options[1]
    ('Alabama', 'AL')
    """

    def __init__(self, fact_name: str) -> None:
        known = codes(str(fact(fact_name).vocabulary)).values()
        options = [(say("panel.dont_know"), "")]
        options += sorted((one.label, one.code) for one in known)
        super().__init__(
            fact_name,
            ipywidgets.Dropdown(options=options, value="", description=fact(fact_name).label),
        )

    def read(self) -> str | None:
        """Return the code that is chosen."""
        return self.value or None

    def fill(self, stated: object) -> None:
        """Choose the line of this code."""
        self.value = stated if isinstance(stated, str) else ""


class YesNoField(Field[bool | None]):
    """Yes, no, or don't know.

    Parameters
    ----------
    fact_name
        A fact that holds or does not.

    Examples
    --------
    >>> contact = YesNoField("has_supervisor_contact")
    >>> contact.read()
    >>> contact.value = False
    >>> contact.read()
    False
    """

    def __init__(self, fact_name: str) -> None:
        words = {_YES: say("panel.yes"), _NO: say("panel.no"), "": say("panel.dont_know")}
        buttons = ipywidgets.ToggleButtons(
            options=[(label, key) for key, label in words.items()],
            value="",
            description=fact(fact_name).label,
        )
        super().__init__(fact_name, buttons)
        self.widget.add_class("cc-yes-no")

    @property
    def value(self) -> bool | None:
        """What is stated; None for "don't know"."""
        return None if self.control.value == "" else self.control.value == _YES

    @value.setter
    def value(self, value: bool | None) -> None:
        self.control.value = "" if value is None else _YES if value else _NO

    def read(self) -> bool | None:
        """Return what is stated."""
        return self.value

    def fill(self, stated: object) -> None:
        """Press the button of what was stated."""
        self.value = stated if isinstance(stated, bool) else None


def field_for(fact_name: str, stated: Iterable[object] = ()) -> Field[Any]:
    """Make the field of a fact.

    Parameters
    ----------
    fact_name
        The fact.
    stated
        What people have stated of it.

    Examples
    --------
    >>> field_for("cm_months").control.description
    'Case management, months'
    """
    return _FIELDS[fact(fact_name).kind](fact_name, stated)


_FIELDS: Mapping[str, Callable[[str, Iterable[object]], Field[Any]]] = MappingProxyType(
    {
        "number": lambda fact_name, _: NumberField(fact_name),
        "codes": CodesField,
        "code": lambda fact_name, _: CodeField(fact_name),
        "yes_no": lambda fact_name, _: YesNoField(fact_name),
    }
)
