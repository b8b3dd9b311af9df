"""What is known of the state somebody lives in, as a panel shows it."""

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple

from casecert_data.panels._page import render
from casecert_data.panels._sources import Cited, cited
from casecert_data.places import place_lines, place_of


class PlaceItem(NamedTuple):
    """One thing to know of a state."""

    words: str
    """A sentence or two."""
    cited: Cited
    """Who says so, or who was asked in vain."""


class PlaceView(NamedTuple):
    """What is known of one state and concerns somebody's licenses."""

    heading: str
    """Which state it is about."""
    items: tuple[PlaceItem, ...]
    """At least one."""

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Name every source, each once."""
        return tuple(dict.fromkeys(key for item in self.items for key in item.cited.source_ids))


def place_view(
    state_code: str | None, license_codes: Collection[str] | None, on: date
) -> PlaceView | None:
    """Return what is known of a state; None where no state is stated, or nothing is known.

    Parameters
    ----------
    state_code
        The home state; None where it was not stated.
    license_codes
        What is held; None where it was not stated.
    on
        Day on which the sources' ages are told.

    Examples
    --------
    >>> view = place_view("MI", ["RN"], date(2026, 11, 28))
    >>> view.heading, len(view.items)
    ('In Michigan', 1)
    >>> place_view(None, ["RN"], date(2026, 11, 28)) is None
    True
    """
    if state_code is None:
        return None
    items = tuple(
        PlaceItem(line.words, cited(line.source_ids, on))
        for line in place_lines(state_code, license_codes)
    )
    return PlaceView(place_of(state_code).heading, items) if items else None


def place_html(
    state_code: str | None,
    license_codes: Collection[str] | None,
    on: date,
    *,
    numbers_of: Callable[[Cited], list[int]],
) -> str:
    """Return the HTML of what is known of a state; empty where there is nothing to show.

    Parameters
    ----------
    state_code, license_codes, on
        As `place_view` takes them.
    numbers_of
        Gives the numbers by which the page lists the sources of some words.

    Examples
    --------
    >>> html = place_html("MI", ["RN"], date(2026, 11, 28), numbers_of=lambda _: [7])
    >>> "is not a member of" in html, "[7]" in html
    (True, True)
    >>> place_html(None, None, date(2026, 11, 28), numbers_of=lambda _: [])
    ''
    """
    view = place_view(state_code, license_codes, on)
    return "" if view is None else render("place.html", view=view, numbers_of=numbers_of)
