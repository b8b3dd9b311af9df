"""Which facts the form asks for: what tells who somebody is, and what the rules compare."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from casecert_data.catalog import facts, table
from casecert_data.eligibility import certification_ids, read_rule
from casecert_data.profiles import EDITIONS

_HOME = "home_state"
_KINDS = ("code", "codes", "number", "yes_no")


class Asked(NamedTuple):
    """The facts that a form asks for, each once, parted calmly."""

    who: tuple[str, ...]
    """What tells who somebody is; always asked."""
    common: tuple[str, ...]
    """What several certifications compare."""
    own: Mapping[str, tuple[str, ...]]
    """What only one certification compares, by its key."""


def who_facts() -> tuple[str, ...]:
    """Name the facts that tell somebody's profession and place.

    Examples
    --------
    >>> who_facts()
    ('license_codes', 'degrees', 'certification_codes', 'home_state')
    """
    signs = {str(row["fact_name"]) for row in table("base_signs")}
    return (*(name for name in facts() if name in signs), _HOME)


def asked_facts(chosen: Iterable[str]) -> Asked:
    """Return what a form asks for where these certifications are compared.

    A part stands beside its whole. What is common does not depend on what is chosen, so that
    no field moves from one place to another.

    Parameters
    ----------
    chosen
        Keys of certifications.

    Examples
    --------
    >>> asked = asked_facts(["ccm", "cmgt_bc"])
    >>> asked.common[:2]
    ('cm_months', 'cm_months_under_ccm')
    >>> asked.own["cmgt_bc"]
    ('rn_years', 'ncm_hours_last_36_months', 'ncm_education_hours_last_36_months')
    """
    shown = tuple(dict.fromkeys(chosen))
    names = {name for one in shown for name in _asked_by(one)} - set(who_facts())
    own = {one: _in_order(names & _only_of(one)) for one in shown}
    kept = {name for each in own.values() for name in each}
    return Asked(
        who_facts(), _in_order(names - kept), {one: each for one, each in own.items() if each}
    )


def asking(fact_name: str, chosen: Iterable[str]) -> tuple[str, ...]:
    """Name those of the chosen certifications that compare a fact, or a part of it.

    A part that is only asked because its whole is compared is asked by none of them.

    Parameters
    ----------
    fact_name
        The fact.
    chosen
        Keys of certifications.

    Examples
    --------
    >>> asking("degrees", ["ccm", "acm_rn", "acm_sw"])
    ('ccm', 'acm_sw')
    """
    parts = {name for name, of in facts().items() if of.at_most == fact_name}
    return tuple(one for one in chosen if _compared_by(one) & {fact_name, *parts})


@cache
def _asked_by(certification_id: str) -> frozenset[str]:
    """Name what the rule compares in either edition, with the wholes and parts of that."""
    compared = _compared_by(certification_id)
    return frozenset(one for name in compared for one in _family(name))


@cache
def _compared_by(certification_id: str) -> frozenset[str]:
    rules = [read_rule(certification_id, edition=edition) for edition in EDITIONS]
    return frozenset(criterion.fact for rule in rules for criterion in rule.criteria())


@cache
def _only_of(certification_id: str) -> frozenset[str]:
    others = [_asked_by(one) for one in certification_ids() if one != certification_id]
    return _asked_by(certification_id).difference(*others)


@cache
def _family(name: str) -> frozenset[str]:
    """Name a whole and its parts, from any one of them."""
    whole = facts()[name].at_most or name
    return frozenset({whole, *(one for one, of in facts().items() if of.at_most == whole)})


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Put lists first, then numbers, then yes and no; a part right behind its whole."""
    place = {name: at for at, name in enumerate(facts())}

    def key(name: str) -> tuple[int, int, bool, int]:
        of = facts()[name]
        return _KINDS.index(of.kind), place[of.at_most or name], bool(of.at_most), place[name]

    return tuple(sorted(names, key=key))
