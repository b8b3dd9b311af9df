"""The controls: plain ipywidgets with whole words above them, and errors beside their field."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import ipywidgets

from casecert_data.catalog import code_names, fact, say
from casecert_data.eligibility import Interval, found_words
from casecert_data.errors import ProfileError, UnknownNameError
from casecert_data.panels._page import render
from casecert_data.panels._typed_number import fault_words, over_whole_words, read_typed
from casecert_data.profiles import EDITIONS

NONE_CODE = "NONE"
"""Code that says there is nothing of the kind."""


class ManyChoice:
    """A row of buttons, any number of which is pressed.

    Parameters
    ----------
    label
        Stands above the buttons.
    labels
        Key to words of each button.
    chosen
        Keys of the buttons that are pressed at first.

    Examples
    --------
    >>> fruit = ManyChoice("Fruit", {"a": "Apple", "b": "Pear"}, chosen=["b"])
    >>> fruit.buttons["a"].value = True
    >>> fruit.value
    ('a', 'b')
    """

    def __init__(self, label: str, labels: Mapping[str, str], chosen: Iterable[str]) -> None:
        pressed = set(chosen)
        self.buttons = {
            key: ipywidgets.ToggleButton(value=key in pressed, description=words)
            for key, words in labels.items()
        }
        """The buttons by key."""
        row = ipywidgets.HBox(list(self.buttons.values()))
        row.add_class("cc-btns")
        self.widget = ipywidgets.VBox([ipywidgets.Label(label), row])
        """Label and buttons."""
        self.widget.add_class("cc-choice")

    @property
    def value(self) -> tuple[str, ...]:
        """Keys of the pressed buttons, in the order of the buttons."""
        return tuple(key for key, button in self.buttons.items() if button.value)

    @value.setter
    def value(self, chosen: Iterable[str]) -> None:
        pressed = set(chosen)
        for key, button in self.buttons.items():
            button.value = key in pressed

    def observe(self, handler: Callable[[Any], None], names: str = "value") -> None:
        """Call the handler whenever a button is pressed or released."""
        for button in self.buttons.values():
            button.observe(handler, names=names)


class NumberField:
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
        self.fact = fact(fact_name)
        """What is typed here."""
        # Read when the field is left: half a number is no error, and no answer.
        self.input = ipywidgets.Text(
            description=self.fact.label,
            placeholder=say("panel.dont_know"),
            continuous_update=False,
        )
        """The field itself."""
        self._message = ipywidgets.HTML()
        self._error = ""
        self.widget = ipywidgets.VBox([self.input, self._message])
        """The field with its label and its error."""
        self.widget.add_class("cc-field")
        self.widget.add_class("cc-number")

    @property
    def value(self) -> str:
        """What stands in the field; nothing for "don't know"."""
        return str(self.input.value)

    @value.setter
    def value(self, text: str) -> None:
        self.input.value = text

    @property
    def error(self) -> str:
        """What is to be written instead; empty where nothing is wrong."""
        return self._error

    def observe(self, handler: Callable[[Any], None], names: str = "value") -> None:
        """Call the handler whenever another number was typed."""
        self.input.observe(handler, names=names)

    def read(self) -> Interval | None:
        """Return the number; None for a blank, and for what cannot be read, which is marked."""
        try:
            number = read_typed(self.fact, self.value)
        except ProfileError:
            self._mark(fault_words(self.fact, self.value))
            return None
        self._mark("")
        return number

    def mark_over_whole(self, whole: Interval) -> None:
        """Say beside the field that it is more than what it is a part of."""
        self._mark(over_whole_words(self.fact, whole))

    def _mark(self, words: str) -> None:
        self._error = words
        self._message.value = render("error.html", words=words) if words else ""
        (self.widget.add_class if words else self.widget.remove_class)("cc-bad")


def codes_choice(
    fact_name: str, label: str, stated: Iterable[tuple[str, ...]]
) -> ipywidgets.Dropdown:
    """Make a list to choose codes of a fact from; ``()`` is "don't know".

    Parameters
    ----------
    fact_name
        A fact whose values are codes.
    label
        Stands above the list.
    stated
        Several codes that somebody has at once; each such set is one line of the list.

    Examples
    --------
    >>> licenses = codes_choice("license_codes", "License", [("RN", "APRN")])
    >>> [codes for _, codes in licenses.options][:3]
    [(), ('NONE',), ('RN',)]
    """
    singles = [(code,) for code in code_names(str(fact(fact_name).vocabulary))]
    singles.sort(key=lambda codes: codes != (NONE_CODE,))
    several = [codes for codes in dict.fromkeys(stated) if len(codes) > 1]
    options: list[tuple[str, tuple[str, ...]]] = [(say("panel.dont_know"), ())]
    options += [(found_words(fact_name, codes), codes) for codes in (*singles, *several)]
    return ipywidgets.Dropdown(options=options, value=(), description=label)


def edition_choice(edition: str) -> ipywidgets.ToggleButtons:
    """Make the buttons that say whose words are followed.

    Raises
    ------
    UnknownNameError
        If there is no such edition.

    Examples
    --------
    >>> edition_choice("issuer").options
    (('Issuer', 'issuer'), ('Article', 'article'))
    """
    if edition not in EDITIONS:
        raise UnknownNameError.among("edition", edition, EDITIONS)
    return ipywidgets.ToggleButtons(
        options=tuple((say(f"panel.tag.{one}"), one) for one in EDITIONS),
        value=edition,
        description=say("panel.edition"),
    )


def hinted(control: ipywidgets.Widget, words: str) -> ipywidgets.VBox:
    """Put a hint under a control."""
    box = ipywidgets.VBox([control, ipywidgets.HTML(render("hint.html", words=words))])
    box.add_class("cc-hinted")
    return box


def in_row(controls: Sequence[ipywidgets.Widget]) -> ipywidgets.Box:
    """Put controls beside each other, as many as there is room for."""
    row = ipywidgets.Box(list(controls))
    row.add_class("cc-row")
    return row


def in_field(control: ipywidgets.Widget) -> ipywidgets.VBox:
    """Put a control where a grid of fields lines up labels and boxes."""
    field = ipywidgets.VBox([control])
    field.add_class("cc-field")
    return field


def in_grid(fields: Sequence[ipywidgets.Widget]) -> ipywidgets.Box:
    """Put fields beside each other."""
    grid = ipywidgets.Box(list(fields))
    grid.add_class("cc-grid")
    return grid
