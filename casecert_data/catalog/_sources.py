"""Who says so: the sources of every fact, with the day each was read and is due for review."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog._messages import say
from casecert_data.catalog._spelling import as_sentence, spell_age, spell_date
from casecert_data.catalog._tables import table
from casecert_data.errors import UnknownNameError


class Source(NamedTuple):
    """A page or document that facts come from."""

    source_id: str
    """Key of the source."""
    publisher: str
    """Who published it."""
    title: str
    """Its title."""
    url: str | None
    """Where it was."""
    published_date: date | None
    """Day of publication, None where the page shows none."""
    accessed_date: date
    """Day on which it was read."""
    review_by_date: date
    """Day by which its facts must be read again."""
    standing_code: str
    """``primary`` (the issuer's own), ``secondary`` or ``dated``."""
    license_name: str
    """Terms under which it stands, and what we take from it."""
    source_note: str
    """What a reader must know of it, in a sentence."""
    credit_text: str = ""
    """Words that it asks for where its data are used; empty where it asks for none."""


@cache
def sources() -> Mapping[str, Source]:
    """Return every source by its key.

    Examples
    --------
    >>> sources()["ccmc_get_certified"].accessed_date.isoformat()
    '2023-04-26'
    """
    asked = {str(row["source_id"]): str(row["credit_text"]) for row in table("source_credits")}
    # The table's own columns are the fields; a cell of another kind was refused before.
    read = (Source(**row) for row in table("sources"))  # type: ignore[arg-type]
    return MappingProxyType(
        {one.source_id: one._replace(credit_text=asked.get(one.source_id, "")) for one in read}
    )


def source(source_id: str) -> Source:
    """Return one source.

    Raises
    ------
    UnknownNameError
        If there is no such source.

    Examples
    --------
    >>> source("coursera_certified_case_manager").standing_code
    'secondary'
    """
    try:
        return sources()[source_id]
    except KeyError:
        raise UnknownNameError.among("source", source_id, sources()) from None


def cite_source(of: Source) -> str:
    """Cite a source: publisher, title, day of publication, day on which it was read, address.

    Examples
    --------
    >>> cite_source(source("ccmc_get_certified"))
    'Commission for Case Manager Certification. Get Certified. No date. Read April 26, 2023.'
    """
    published = spell_date(of.published_date) if of.published_date else say("cite.no_date")
    cited = say(
        "cite.source",
        publisher=of.publisher,
        title=as_sentence(of.title),
        published=published,
        accessed=spell_date(of.accessed_date),
    )
    return f"{cited} {of.url}" if of.url else cited


def is_overdue(of: Source, on: date) -> bool:
    """Tell whether a source should have been read again before this day.

    Examples
    --------
    >>> is_overdue(source("ccmc_get_certified"), date(2026, 11, 23))
    True
    """
    return of.review_by_date < on


def spell_old(of: Source, on: date, *, read: date | None = None) -> str:
    """Say how old a source is if it should have been read again; nothing if it need not.

    Parameters
    ----------
    of
        The source.
    on
        Day on which the age is told.
    read
        Day on which it was read; None for the source's own.

    Examples
    --------
    >>> spell_old(source("ccmc_get_certified"), date(2026, 11, 26))
    'Old: read April 26, 2023, 3 years 7 months ago'
    >>> spell_old(source("coursera_certified_case_manager"), date(2026, 11, 26))
    ''
    """
    if not is_overdue(of, on):
        return ""
    day = of.accessed_date if read is None else read
    return say("source.old", date=spell_date(day), age=spell_age(day, on))
