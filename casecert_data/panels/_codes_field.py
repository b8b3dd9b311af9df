"""A field for what one can hold several of: licenses, degrees, certifications."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

import ipywidgets

from casecert_data.catalog import code_label, code_names, fact, say
from casecert_data.eligibility import found_words
from casecert_data.panels._disclosure import Disclosure
from casecert_data.panels._field import Field

NONE_CODE = "NONE"
"""Code that says there is nothing of the kind."""

DONT_KNOW = ""
"""Key of the tick that says that it is not known."""

_ALONE = (DONT_KNOW, NONE_CODE)
_Codes = tuple[str, ...]


class CodesField(Field[_Codes]):
    """A line that says what is held, and opens a list to tick it in; ``()`` is "don't know".

    "Don't know" and "none" are ticks of their own: each takes all the others away.

    Parameters
    ----------
    fact_name
        A fact whose values are codes.

    Examples
    --------
    >>> licenses = CodesField("license_codes")
    >>> licenses.boxes["RN"].value = True
    >>> licenses.boxes["SW_CLINICAL"].value = True
    >>> licenses.value, licenses.words
    (('RN', 'SW_CLINICAL'), 'Registered nurse and clinical social worker')
    >>> licenses.boxes["NONE"].value = True
    >>> licenses.value
    ('NONE',)
    """

    def __init__(self, fact_name: str) -> None:
        of = fact(fact_name)
        self._value: _Codes = ()
        self._handlers: list[Callable[[Any], None]] = []
        self._ticks: dict[str, ipywidgets.Checkbox] = {}
        self._is_setting = False
        self._list = ipywidgets.VBox()
        self._list.add_class("cc-ticks")
        self.more = Disclosure(self._list)
        """What opens the list."""
        self.more.opener.add_class("cc-held")
        # A page with three lists that nobody opens need not carry fifty ticks.
        self.more.opener.observe(lambda _: self._make(), names="value")
        label = ipywidgets.Label(of.form_label or of.label)
        control = ipywidgets.VBox([label, self.more.widget])
        control.add_class("cc-codes")
        super().__init__(fact_name, control)
        self._show()

    @property
    def boxes(self) -> Mapping[str, ipywidgets.Checkbox]:
        """The ticks by code: `DONT_KNOW`, then none of the kind, then all that can be held."""
        self._make()
        return MappingProxyType(self._ticks)

    @property
    def value(self) -> _Codes:
        """The codes that are ticked; as they were stated, or else in the list's order."""
        return self._value

    @value.setter
    def value(self, value: _Codes) -> None:
        is_other = value != self._value
        self._value = value
        self._show()
        if is_other:
            for handler in self._handlers:
                handler(None)

    @property
    def words(self) -> str:
        """What the line says."""
        return self.more.label

    def observe(self, handler: Callable[[Any], None], names: str = "value") -> None:
        """Call the handler once whenever something else is stated."""
        del names
        self._handlers.append(handler)

    def read(self) -> _Codes | None:
        """Return the codes that are ticked."""
        return self.value or None

    def fill(self, stated: object) -> None:
        """Tick what was stated."""
        self.value = stated if isinstance(stated, tuple) else ()

    def lay_open(self) -> None:
        """Show the list."""
        self.more.is_open = True

    def _make(self) -> None:
        if self._ticks:
            return
        known = str(self.fact.vocabulary)
        codes = sorted(code_names(known), key=lambda code: code != NONE_CODE)
        words = {DONT_KNOW: say("panel.dont_know")}
        words |= {code: code_label(known, code) for code in codes}
        for code, label in words.items():
            box = ipywidgets.Checkbox(description=label[:1].upper() + label[1:], indent=False)
            box.observe(partial(self._tick, code), names="value")
            self._ticks[code] = box
        self._list.children = tuple(self._ticks.values())
        self._show()

    def _tick(self, code: str, change: Any) -> None:
        if self._is_setting:
            return
        others = () if code in _ALONE else (one for one in self._value if one not in _ALONE)
        held = {*others, code} if change["new"] else {*others} - {code}
        self.value = tuple(one for one in self._ticks if one in held - {DONT_KNOW})

    def _show(self) -> None:
        self._is_setting = True
        for code, box in self._ticks.items():
            box.value = code in (self._value or (DONT_KNOW,))
        self._is_setting = False
        of = self.fact.name
        self.more.label = (
            found_words(of, self._value) if self._value else say("panel.dont_know")
        )
        opener = self.more.opener
        (opener.remove_class if self._value else opener.add_class)("cc-unknown")
