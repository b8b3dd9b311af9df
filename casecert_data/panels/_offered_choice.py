"""The choice of certifications: who each is for decides what stands first."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

import ipywidgets

from casecert_data.catalog import codes, join_words, say
from casecert_data.credentials import FIELD, FIRST, OTHER, TIERS, Offer
from casecert_data.eligibility import certification_ids, check_certification, names_of
from casecert_data.errors import OptionError
from casecert_data.panels._disclosure import Disclosure
from casecert_data.panels._page import render

MOST = 4
"""Certifications that stand side by side at the most."""


class OfferedChoice:
    """Buttons of certifications under words that say for whom they are; a few can be pressed.

    Parameters
    ----------
    chosen
        Keys of the certifications that are pressed at first.

    Raises
    ------
    CasecertError
        If more are named than stand side by side, or one is not known.

    Examples
    --------
    >>> from casecert_data.credentials import bases_of, offers_for
    >>> nurse = {"license_codes": ("RN",)}
    >>> choice = OfferedChoice(["ccm"])
    >>> choice.arrange(offers_for(nurse), bases_of(nurse))
    >>> choice.groups["first"][:2]
    ('acm_rn', 'cmgt_bc')
    >>> choice.buttons["acm_rn"].value = True
    >>> choice.value
    ('acm_rn', 'ccm')
    """

    groups: Mapping[str, tuple[str, ...]]
    """Keys of the certifications under each heading, in the order of the buttons."""

    def __init__(self, chosen: Iterable[str] = ()) -> None:
        pressed = [check_certification(one) for one in chosen]
        if len(set(pressed)) > MOST:
            raise OptionError.too_many("certifications", MOST, len(set(pressed)))
        self.buttons = {
            one: ipywidgets.ToggleButton(
                value=one in pressed, description=names_of(one)["button_name"]
            )
            for one in certification_ids()
        }
        """The buttons by key."""
        self.groups = {FIRST: tuple(self.buttons)}
        self._handlers: list[Callable[[Any], None]] = []
        self._is_setting = False
        for button in self.buttons.values():
            button.observe(self._press, names="value")
        self._note, self._fields = ipywidgets.HTML(), ipywidgets.HTML()
        self._note.add_class("cc-note")
        self._heads = {tier: ipywidgets.HTML() for tier in (FIRST, FIELD)}
        self._rows = {tier: ipywidgets.HBox() for tier in TIERS}
        for row in self._rows.values():
            row.add_class("cc-btns")
        self.others = Disclosure(self._rows[OTHER])
        """What opens the certifications for other professions."""
        label = ipywidgets.Label(say("panel.certifications"))
        rows = [label, self._note, self._heads[FIRST], self._rows[FIRST]]
        rows += [self._heads[FIELD], self._rows[FIELD], self._fields, self.others.widget]
        rows.append(ipywidgets.HTML(render("letters.html", names=map(names_of, self.buttons))))
        self.widget = ipywidgets.VBox(rows)
        """Label, headings and buttons."""
        self.widget.add_class("cc-choice")
        self._say(is_full=False)

    @property
    def value(self) -> tuple[str, ...]:
        """Keys of the pressed buttons, in the order of the buttons."""
        return tuple(one for one in self._order if self.buttons[one].value)

    @value.setter
    def value(self, chosen: Iterable[str]) -> None:
        pressed = tuple(check_certification(one) for one in chosen)
        before = self.value
        if len(set(pressed)) > MOST:
            self._say(is_full=True)
            return
        self._press_only(pressed)
        if self.value != before:
            self._tell()

    def observe(self, handler: Callable[[Any], None], names: str = "value") -> None:
        """Call the handler once whenever something else is chosen."""
        del names
        self._handlers.append(handler)

    def arrange(
        self,
        offers: Sequence[Offer],
        bases: Collection[str],
        chosen: Iterable[str] | None = None,
    ) -> None:
        """Put the buttons under the headings, and press others where they are named.

        Whoever listens is not told: what is offered has changed, and not what somebody chose.

        Parameters
        ----------
        offers
            Every certification, those that come first, first.
        bases
            Professions that the person has shown.
        chosen
            Keys of what is to be compared now; None for what is compared already.
        """
        by_tier = {
            tier: tuple(one.certification_id for one in together)
            for tier, together in groupby(offers, key=lambda one: one.tier)
        }
        self.groups = MappingProxyType({tier: by_tier.get(tier, ()) for tier in TIERS})
        if chosen is not None:
            self._press_only(tuple(chosen))
        for tier, row in self._rows.items():
            row.children = [self.buttons[one] for one in self.groups[tier]]
        self._head(FIRST, _first_words(bases))
        self._head(FIELD, say("panel.offer.field"))
        self._fields.value = render(
            "offer_fields.html",
            fields=[_field_words(one) for one in offers if one.tier == FIELD],
        )
        others = self.groups[OTHER]
        self.others.widget.layout.display = None if others else "none"
        self.others.label = say("panel.offer.other", count=len(others))
        self.others.is_open = any(self.buttons[one].value for one in others)

    @property
    def _order(self) -> tuple[str, ...]:
        return tuple(one for group in self.groups.values() for one in group)

    def _head(self, tier: str, words: str) -> None:
        is_there = bool(self.groups[tier])
        self._heads[tier].value = render("offer_head.html", words=words) if is_there else ""
        for one in (self._heads[tier], self._rows[tier]):
            one.layout.display = None if is_there else "none"

    def _press(self, change: Any) -> None:
        if self._is_setting:
            return
        is_full = len(self.value) > MOST
        if is_full:
            self._is_setting = True
            change.owner.value = False
            self._is_setting = False
        self._say(is_full=is_full)
        if not is_full:
            self._tell()

    def _press_only(self, chosen: Collection[str]) -> None:
        self._is_setting = True
        for one, button in self.buttons.items():
            button.value = one in chosen
        self._is_setting = False
        self._say(is_full=False)

    def _say(self, *, is_full: bool) -> None:
        most = say(f"number.n{MOST}").lower()
        key = "full" if is_full else "up_to"
        words = say(f"panel.offer.{key}", most=most)
        self._note.value = render("offer_note.html", words=words, is_full=is_full)

    def _tell(self) -> None:
        for handler in self._handlers:
            handler(None)


def _field_words(offer: Offer) -> str:
    name = names_of(offer.certification_id)["button_name"]
    return say("panel.offer.field_of", name=name, field=offer.field)


def _first_words(bases: Collection[str]) -> str:
    if not bases:
        return say("panel.offer.first_of_all")
    labels = codes("base_code")
    named = join_words([labels[one].label[:1].lower() + labels[one].label[1:] for one in bases])
    return say("panel.offer.first", bases=named)
