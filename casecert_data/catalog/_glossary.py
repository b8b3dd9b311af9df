"""Words that a client may not know: what each means, and where a text uses them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog._messages import say
from casecert_data.catalog._tables import Row, rows_where, table

_LETTERS = "letters"


class Term(NamedTuple):
    """One word of the glossary."""

    term_id: str
    """Its key."""
    name: str
    """The word, as the glossary lists it."""
    meaning: str
    """What it means here, in plain words."""
    forms: tuple[str, ...]
    """How texts write it, where it is explained in place; empty where it is not."""
    source_id: str | None
    """Who says so, where it states a fact."""
    locator: str | None
    """Where in the source."""
    kind: str
    """How much a reader of a handout needs it explained: a ``word_kind_code``."""
    stands_for: str | None = None
    """The name that letters stand for; a text that tells it needs no other explanation."""


class Used(NamedTuple):
    """A place where a text uses a word of the glossary."""

    term: Term
    """The word."""
    start: int
    """Where it begins."""
    end: int
    """Where it ends."""


@cache
def glossary() -> Mapping[str, Term]:
    """Return every word by its key, in the order of their names.

    The letters of certifications, of their issuers and of compacts are words, too: what they
    stand for is told once, in their own tables.

    Examples
    --------
    >>> glossary()["good_standing"].meaning
    'Of a license: current, active and without limits.'
    >>> glossary()["issuer:ancc"].meaning
    'American Nurses Credentialing Center. It gives certifications.'
    """
    found = [*_own(), *_certifications(), *_issuers(), *_compacts()]
    found.sort(key=lambda one: (one.name.casefold(), one.term_id))
    return MappingProxyType({one.term_id: one for one in found})


def terms_used(text: str) -> Iterator[Used]:
    """Yield the words of the glossary that a text uses; of two that fit, the longer.

    Examples
    --------
    >>> [one.term.name for one in terms_used("Months of full-time work under a CCM")]
    ['full time', 'under a CCM']
    """
    for found in _pattern().finditer(text):
        written = found.group()
        by_form = _terms_by_form()
        term = by_form.get(written) or by_form[written[:1].lower() + written[1:]]
        yield Used(term, found.start(), found.end())


def _own() -> Iterator[Term]:
    for row in table("glossary"):
        forms = rows_where("glossary_forms", term_id=row["term_id"])
        yield Term(
            str(row["term_id"]),
            str(row["term_name"]),
            str(row["term_meaning_text"]),
            tuple(str(one["written_text"]) for one in forms),
            *_where(row),
            str(row["word_kind_code"]),
        )


def _certifications() -> Iterator[Term]:
    for row in table("certifications"):
        issuer = rows_where("issuers", issuer_id=row["issuer_id"])[0]
        name, letters = str(row["certification_name"]), str(row["acronym"])
        meaning = say("glossary.certification", name=name, issuer=issuer["issuer_name"])
        # The short name of a button may hold no letters to explain.
        forms = dict.fromkeys([letters, str(row["button_name"])])
        yield Term(
            f"certification:{row['certification_id']}",
            letters,
            meaning,
            (*forms,),
            *_where(row),
            _LETTERS,
            name,
        )


def _issuers() -> Iterator[Term]:
    for row in table("issuers"):
        letters, name = str(row["issuer_acronym"]), str(row["issuer_name"])
        meaning = say("glossary.issuer", name=name)
        key = f"issuer:{row['issuer_id']}"
        yield Term(key, letters, meaning, (letters,), *_where(row), _LETTERS, name)


def _compacts() -> Iterator[Term]:
    for row in table("compacts"):
        letters, name = str(row["compact_acronym"]), str(row["compact_name"])
        meaning = say("glossary.compact", name=name, words=row["covers_text"])
        key = f"compact:{row['compact_id']}"
        yield Term(key, letters, meaning, (letters,), *_where(row), _LETTERS, name)


def _where(row: Row) -> tuple[str | None, str | None]:
    source, locator = row["source_id"], row["locator"]
    return (None if source is None else str(source), None if locator is None else str(locator))


@cache
def _terms_by_form() -> Mapping[str, Term]:
    return MappingProxyType({form: one for one in glossary().values() for form in one.forms})


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_terms_by_form(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_either_case, forms))})(?![\w-])")


def _either_case(form: str) -> str:
    first = re.escape(form[:1])
    start = f"[{first}{re.escape(form[:1].upper())}]" if form[:1].islower() else first
    return start + re.escape(form[1:])
