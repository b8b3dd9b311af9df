"""What can be known of a person: the facts that rules compare, from ``facts.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from casecert_data.catalog._files import read_toml
from casecert_data.errors import CatalogError, UnknownNameError
from casecert_data.shipped import data_folder

KINDS = ("text", "date", "code", "codes", "yes_no", "number")
"""The closed list of what a fact can be."""
TOTALS = ("lifetime", "window")
"""How a total ages: it never shrinks, or old parts leave it."""
CHANGES = ("any", "grows", "never")
"""What a person can do about it: anything, only more of it, nothing once it is stated."""
TOPICS = ("background", "work", "other")
"""Under which head a form asks for it, in the order of the heads."""

_FILE = "facts.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that can be known of a person."""

    name: str
    """Name, as in a profile file and a roster's column."""
    kind: str
    """One of `KINDS`."""
    label: str
    """Short name for a form or a table."""
    meaning: str
    """What the fact says, with all that a source demands of it."""
    question: str
    """The question that brings it, in plain words."""
    topic: str = ""
    """One of `TOPICS`; empty for what tells people and days apart and is no answer."""
    clause: str = ""
    """The same question as part of a sentence: ``how many months a CCM supervised``."""
    find_out: str = ""
    """What to do to find it out, as a step."""
    unit: str | None = None
    """Unit of a number: ``months``, ``hours``, ``years`` or ``organizations``."""
    amount: str | None = None
    """What the number counts, after its unit: ``of case management``."""
    vocabulary: str | None = None
    """Closed list of its codes."""
    limit: int | None = None
    """Most that is physically possible, in the unit."""
    at_most: str | None = None
    """The fact of which this one is a part."""
    total: str | None = None
    """One of `TOTALS` for a total that ages; None for what does not age."""
    window_months: int | None = None
    """Months that a window looks back, for a total of kind ``window``."""
    changes: str = "any"
    """One of `CHANGES`."""
    is_declaration: bool = False
    """Whether only the applicant makes it, as an answer to the issuer."""
    is_judged: bool = True
    """Whether any rule may compare it."""
    form_label: str = ""
    """What stands above its field in a form; empty for the label."""
    client_clause: str = ""
    """The same as `clause`, told to somebody else; empty where it is the same."""
    explained: tuple[str, ...] = ()
    """Words of the glossary that its field explains, beside those of its label."""
    is_stated_by: Mapping[str, str] = field(default_factory=dict)
    """What a yes and a no read like: ``yes`` and ``no``."""


@cache
def facts() -> Mapping[str, Fact]:
    """Return every fact by name, in the order of ``facts.toml``.

    Examples
    --------
    >>> facts()["cm_months_under_ccm"].at_most
    'cm_months'
    """
    entries = read_toml(data_folder() / _FILE)
    read = {name: _read(name, entry) for name, entry in entries.items()}
    for one in read.values():
        if one.at_most is not None and one.at_most not in read:
            raise CatalogError.unknown_entry(_FILE, one.name, "a fact", one.at_most, read)
    return MappingProxyType(read)


def fact(name: str) -> Fact:
    """Return one fact.

    Raises
    ------
    UnknownNameError
        If there is no such fact.

    Examples
    --------
    >>> fact("cm_months").limit
    900
    """
    try:
        return facts()[name]
    except KeyError:
        raise UnknownNameError.among("fact", name, facts()) from None


def fact_names() -> tuple[str, ...]:
    """Name every fact, in the order of ``facts.toml``.

    Examples
    --------
    >>> fact_names()[0]
    'person_id'
    """
    return tuple(facts())


def _read(name: str, entry: Mapping[str, object]) -> Fact:
    unknown = set(entry) - set(Fact.__slots__)
    if unknown:
        raise CatalogError.unknown_entry(
            _FILE, name, "a known property", min(unknown), Fact.__slots__
        )
    read = Fact(name=name, **entry)  # type: ignore[arg-type]  # checked just below
    for expected, found in ((KINDS, read.kind), (CHANGES, read.changes)):
        if found not in expected:
            raise CatalogError.unknown_entry(_FILE, name, "a kind", str(found), expected)
    if read.topic and read.topic not in TOPICS:
        raise CatalogError.unknown_entry(_FILE, name, "a topic", read.topic, TOPICS)
    if read.kind == "number" and (read.unit is None or read.amount is None):
        raise CatalogError.bad_entry(_FILE, name, "a number with unit and amount", read.unit)
    if read.total is not None and read.total not in TOTALS:
        raise CatalogError.unknown_entry(_FILE, name, "a way to age", read.total, TOTALS)
    return read
