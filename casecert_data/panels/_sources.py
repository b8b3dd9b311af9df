"""Who says so, and how old it is, in the words that stand under an answer."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from casecert_data.catalog import (
    as_sentence,
    rows_where,
    say,
    source,
    spell_date,
    spell_old,
    table,
)

ARTICLE = "article"
"""Key of the edition, and of the tag, of the source article."""
ISSUER = "issuer"
"""Key of the edition, and of the tag, of the issuers' own pages."""
OTHER_PAGE = "other_page"
"""Key of the tag of pages that are neither."""


class Age(NamedTuple):
    """When something was read."""

    words: str
    """The day, and how long ago that is where it is too long."""
    is_old: bool
    """Whether it should have been read again."""


class Cited(NamedTuple):
    """Where some words are from, and whether that should have been read again."""

    source_ids: tuple[str, ...]
    """Keys of the sources, each once."""
    ages: tuple[Age, ...]
    """Ages of those that are past their review; empty where all are in time."""


class Tag(NamedTuple):
    """Whose words something is in."""

    name: str
    """Key of an edition, or ``other_page``: how the tag looks."""
    words: str
    """What stands in it."""


class SourceLine(NamedTuple):
    """One source, as it is listed."""

    title: str
    """Its title, closed by a full stop where it has no mark of its own."""
    url: str
    """Where it is; empty where that is not known."""
    words: str
    """Who published it, and what a reader must know of it."""
    age: Age
    """When it was read."""
    standing: str
    """Whether it is the publisher's own word, in two words."""
    standing_code: str
    """Code of the list ``standing_code``: how that looks."""
    credit: str = ""
    """Words that it asks for where its data are used; empty where it asks for none."""


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
    old = spell_old(of, on, read=read)
    if old:
        return Age(old, is_old=True)
    day = of.accessed_date if read is None else read
    return Age(say("panel.source.read", date=spell_date(day)), is_old=False)


def cited(source_ids: Iterable[str], on: date) -> Cited:
    """Return the sources of some words, and the ages of those that are past their review.

    Examples
    --------
    >>> cited(["ccmc_get_certified"], date(2024, 4, 26)).ages
    ()
    >>> cited(["ccmc_get_certified"], date(2024, 4, 27)).ages[0].words
    'Old: read April 26, 2023, 1 year ago'
    """
    ids = tuple(dict.fromkeys(source_ids))
    ages = (age_of(one, on) for one in ids)
    return Cited(ids, tuple(dict.fromkeys(age for age in ages if age.is_old)))


def source_lines(source_ids: Iterable[str], on: date) -> tuple[SourceLine, ...]:
    """Return a line for each source, each once.

    Examples
    --------
    >>> lines = source_lines(["ccmc_get_certified", "ccmc_get_certified"], date(2026, 11, 26))
    >>> [line.title for line in lines]
    ['Get Certified.']
    """
    return tuple(
        SourceLine(
            title=as_sentence((of := source(one)).title),
            url=of.url or "",
            words=say("panel.source.cited", publisher=of.publisher, note=of.source_note),
            age=age_of(one, on),
            standing=say(f"panel.source.standing.{of.standing_code}"),
            standing_code=of.standing_code,
            credit=of.credit_text,
        )
        for one in dict.fromkeys(source_ids)
    )


def numbers_in(source_ids: Iterable[str]) -> Callable[[Cited], list[int]]:
    """Return what gives the numbers under which a view lists the sources of some words.

    Examples
    --------
    >>> numbers_in(["acma_info", "ccmc_faqs"])(Cited(("ccmc_faqs",), ()))
    [2]
    """
    at = {one: number for number, one in enumerate(source_ids, 1)}
    return lambda where: sorted(at[one] for one in where.source_ids if one in at)


def main_source_of(edition: str) -> str | None:
    """Return the one source of an edition; None where it follows several.

    Examples
    --------
    >>> main_source_of("article"), main_source_of("issuer")
    ('coursera_certified_case_manager', None)
    """
    found = rows_where("editions", edition_id=edition)[0]["main_source_id"]
    return None if found is None else str(found)


def tag_of(source_id: str, issuer_name: str = "") -> Tag:
    """Say whose words a source has: an edition's, the issuer's, or somebody else's.

    Parameters
    ----------
    source_id
        The source.
    issuer_name
        Whose own pages count as the issuer's; also old ones, and those that it gave away.

    Examples
    --------
    >>> tag_of("coursera_certified_case_manager").words, tag_of("mometrix_cmgt").words
    ('Article', 'Other page')
    >>> tag_of("ccmc_know_before_2018", "Commission for Case Manager Certification").words
    'Issuer'
    """
    of = source(source_id)
    for row in table("editions"):
        if row["main_source_id"] == source_id:
            return edition_tag(str(row["edition_id"]))
    is_own = bool(issuer_name) and issuer_name in of.publisher
    if of.standing_code == "primary" or is_own:
        return edition_tag(ISSUER)
    return Tag(OTHER_PAGE, say("shown.other_page"))


def edition_tag(edition: str) -> Tag:
    """Return the tag of an edition.

    Examples
    --------
    >>> edition_tag("article")
    Tag(name='article', words='Article')
    """
    return Tag(edition, say(f"panel.tag.{edition}"))
