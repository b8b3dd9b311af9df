"""Programs that take no new applicants: told once, as history, and never offered."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from casecert_data.catalog import Row, say, source, table
from casecert_data.panels._page import render
from casecert_data.panels._sources import Age, age_of


class ClosedPage(NamedTuple):
    """A page that tells of a closed program."""

    title: str
    """Its title."""
    url: str
    """Where it is; empty where that is not known."""
    age: Age
    """When it was read."""


class ClosedProgram(NamedTuple):
    """One program that is over."""

    name: str
    """Its full name."""
    issuer: str
    """Who gave it."""
    words: str
    """What became of it, and what there is instead."""
    pages: tuple[ClosedPage, ...]
    """Who says so."""


def closed_programs(on: date) -> tuple[ClosedProgram, ...]:
    """Return every closed program.

    Parameters
    ----------
    on
        Day on which the sources' ages are told.

    Examples
    --------
    >>> closed_programs(date(2026, 11, 28))[0].name[-7:]
    '(CCCTM)'
    """
    return tuple(_closed(row, on) for row in table("closed_programs"))


def closed_html(on: date) -> str:
    """Return the list of closed programs, folded.

    Examples
    --------
    >>> "CCCTM" in closed_html(date(2026, 11, 28))
    True
    """
    return render("closed_programs.html", programs=closed_programs(on))


def _closed(row: Row, on: date) -> ClosedProgram:
    name = str(row["program_name"])
    if row["acronym"]:
        name = say("certification.full_name", name=name, acronym=row["acronym"])
    words = (
        f"{row['closed_text']} {say('panel.closed.instead', words=row['closed_instead_text'])}"
    )
    return ClosedProgram(name, str(row["issuer_name"]), words, tuple(_pages(row, on)))


def _pages(row: Row, on: date) -> Iterator[ClosedPage]:
    for column in ("source_id", "transfer_source_id"):
        if row[column] is not None:
            key = str(row[column])
            yield ClosedPage(source(key).title, source(key).url or "", age_of(key, on))
