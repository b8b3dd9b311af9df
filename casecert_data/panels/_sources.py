"""Who says so, and how old it is, in the words that stand under an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casecert_data.catalog import is_overdue, say, source, spell_age, spell_date


@dataclass(frozen=True, slots=True)
class Age:
    """When something was read."""

    words: str
    """The day, and how long ago that is where it is too long."""
    is_old: bool
    """Whether it should have been read again."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source, as it is listed."""

    title: str
    """Its title."""
    url: str
    """Where it is; empty where that is not known."""
    words: str
    """Who published it, and what a reader must know of it."""
    age: Age
    """When it was read."""


def age_of(source_id: str, on: date, *, read: date | None = None) -> Age:
    """Say when something was read, and how long ago that is where it is too long.

    Parameters
    ----------
    source_id
        Where it was read.
    on
        The day on which the age is told.
    read
        Day on which it was read; None for the day of the source.

    Examples
    --------
    >>> age_of("ccmc_get_certified", date(2026, 11, 26))
    Age(words='Old: read April 26, 2023, 3 years 7 months ago', is_old=True)
    """
    of = source(source_id)
    day = of.accessed_date if read is None else read
    if not is_overdue(of, on):
        return Age(say("panel.source.read", date=spell_date(day)), is_old=False)
    words = say("panel.source.old", date=spell_date(day), age=spell_age(day, on))
    return Age(words, is_old=True)


def source_lines(source_ids: Iterable[str], on: date) -> tuple[SourceLine, ...]:
    """Return a line for each source, each once.

    Examples
    --------
    >>> lines = source_lines(["ccmc_get_certified", "ccmc_get_certified"], date(2026, 11, 26))
    >>> [line.title for line in lines]
    ['Get Certified']
    """
    return tuple(
        SourceLine(
            title=(of := source(one)).title,
            url=of.url or "",
            words=say("panel.source.cited", publisher=of.publisher, note=of.source_note),
            age=age_of(one, on),
        )
        for one in dict.fromkeys(source_ids)
    )
