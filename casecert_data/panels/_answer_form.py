"""The form: a field for each fact that the chosen certifications ask for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import ipywidgets

from casecert_data.catalog import say
from casecert_data.credentials import Asked, asked_facts
from casecert_data.eligibility import Interval, names_of
from casecert_data.errors import ProfileError
from casecert_data.panels._controls import in_grid
from casecert_data.panels._disclosure import Disclosure
from casecert_data.panels._explained import Explained
from casecert_data.panels._field import Field
from casecert_data.panels._fields import NumberField, field_for
from casecert_data.panels._page import render
from casecert_data.panels._panel import framed
from casecert_data.profiles import Profile, Stated, profile_from_values


class AnswerForm:
    """Fields that follow what is compared; what was stated stays, shown or not.

    Parameters
    ----------
    changed
        Called whenever something else is stated.

    Examples
    --------
    >>> form = AnswerForm(print)
    >>> form.show(["acm_rn"])
    >>> "health_system_cm_hours" in form.shown, "rn_years" in form.shown
    (True, False)
    """

    def __init__(self, changed: Callable[[Any], None]) -> None:
        self._changed = changed
        self._base = self.profile = Profile(facts={})
        """What is stated, as it was read last."""
        self._fields: dict[str, Field[Any]] = {}
        self._blocks: dict[str, Disclosure] = {}
        self._asked = Asked((), (), {})
        self._who, self._common = (in_grid([]) for _ in range(2))
        hint = ipywidgets.HTML(render("hint.html", words=say("panel.hint")))
        self._more = framed([], "cc-more")
        self.widget = framed([self._who, self._common, hint, self._more], "cc-facts")
        """All fields that are shown."""

    @property
    def fields(self) -> Mapping[str, Field[Any]]:
        """The fields made so far, by the name of their fact."""
        return MappingProxyType(self._fields)

    @property
    def blocks(self) -> Mapping[str, Disclosure]:
        """What opens the fields of one certification, by its key; those that are shown."""
        return MappingProxyType({one: self._blocks[one] for one in self._asked.own})

    @property
    def shown(self) -> tuple[str, ...]:
        """Name the facts that have a field now, open or folded."""
        folded = [name for names in self._asked.own.values() for name in names]
        return (*self._asked.who, *self._asked.common, *folded)

    def field(self, name: str) -> Field[Any]:
        """Return the field of a fact; it is made when it is first needed."""
        if name not in self._fields:
            made = field_for(name)
            made.fill(_stated_in(self._base, name))
            made.observe(self._changed)
            self._fields[name] = made
        return self._fields[name]

    def fill(self, profile: Profile) -> None:
        """Show what somebody stated; nothing of anybody else stays."""
        self._base = profile
        for name, field in self._fields.items():
            field.fill(_stated_in(profile, name))

    def unread(self) -> Mapping[str, Any]:
        """Return what stands in the fields that have to be corrected, by fact."""
        return {name: field.value for name, field in self._fields.items() if field.error}

    def retype(self, profile: Profile, typed: Mapping[str, Any]) -> None:
        """Show what somebody stated, and what could not be read at that time."""
        self.fill(profile)
        for name, value in typed.items():
            self._fields[name].value = value

    def show(self, certification_ids: Iterable[str]) -> None:
        """Show the fields that these certifications ask for."""
        asked = asked_facts(certification_ids)
        if asked != self._asked:
            self._lay_out(asked)
        self._count()

    def open_at(self, fact_names: Iterable[str]) -> None:
        """Open the blocks that hold one of these facts, and close the others."""
        wanted = set(fact_names)
        for one, block in self.blocks.items():
            block.is_open = not wanted.isdisjoint(self._asked.own[one])

    def read(self) -> Profile:
        """Return what is stated; what cannot be, is marked and left out."""
        base = self._base
        values: dict[str, Stated] = dict(base.facts)
        if base.as_of is not None:
            values["as_of"] = base.as_of
        if base.home_state is not None:
            values["home_state"] = base.home_state
        for name, field in self._fields.items():
            value = field.read()
            if value is None:
                values.pop(name, None)
            else:
                values[name] = value
        self.profile = self._without_parts_over_wholes(values)
        return self.profile

    def faulty(self) -> Iterator[Field[Any]]:
        """Yield the fields that have to be corrected."""
        yield from (self._fields[name] for name in self.shown if self._fields[name].error)

    def _without_parts_over_wholes(self, values: dict[str, Stated]) -> Profile:
        while True:
            try:
                return profile_from_values(values)
            except ProfileError as fault:
                part = self._fields.get(fault.fact)
                if not isinstance(part, NumberField):
                    raise
                whole = values.get(str(part.fact.at_most))
                if not isinstance(whole, Interval) or fault.fact not in values:
                    raise
                part.mark_over_whole(whole)
                del values[fault.fact]

    def _lay_out(self, asked: Asked) -> None:
        self._asked = asked
        self._who.children = [self.field(name).widget for name in asked.who]
        self._common.children = [self.field(name).widget for name in asked.common]
        self._common.layout.display = None if asked.common else "none"
        for one, names in asked.own.items():
            if one not in self._blocks:
                grid = in_grid([self.field(name).widget for name in names])
                self._blocks[one] = Disclosure(grid)
        self._more.children = [block.widget for block in self.blocks.values()]
        view = Explained()
        for name in self.shown:
            self.field(name).explain(view)

    def _count(self) -> None:
        for one, block in self.blocks.items():
            names = self._asked.own[one]
            given = sum(name in self.profile.facts for name in names)
            wrong = sum(bool(self._fields[name].error) for name in names)
            words = say(
                "panel.more",
                name=names_of(one)["button_name"],
                given=given,
                asked=len(names),
            )
            block.label = say("panel.to_fix", words=words, count=wrong) if wrong else words


def _stated_in(profile: Profile, name: str) -> object:
    return getattr(profile, name) if name == "home_state" else profile.facts.get(name)
