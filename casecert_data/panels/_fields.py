"""The fields of the form: one for each kind of fact; leaving it open is an answer, too."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import ipywidgets

from casecert_data.catalog import codes, fact, say
from casecert_data.eligibility import Interval
from casecert_data.errors import ProfileError
from casecert_data.panels._codes_field import CodesField
from casecert_data.panels._field import Field
from casecert_data.panels._typed_number import (
    fault_words,
    over_whole_words,
    read_typed,
    typed,
)

_YES, _NO = "yes", "no"


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


def field_for(fact_name: str) -> Field[Any]:
    """Make the field of a fact.

    Examples
    --------
    >>> field_for("cm_months").control.description
    'Case management, months'
    """
    return _FIELDS[fact(fact_name).kind](fact_name)


_FIELDS: Mapping[str, Callable[[str], Field[Any]]] = MappingProxyType(
    {"number": NumberField, "codes": CodesField, "code": CodeField, "yes_no": YesNoField}
)
