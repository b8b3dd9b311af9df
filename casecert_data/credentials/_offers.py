"""Which certifications to look at first: who each is for decides, then how near it is."""

from collections.abc import Iterable
from typing import NamedTuple

from casecert_data.catalog import Row, rows_where, table
from casecert_data.eligibility import (
    MET,
    NOT_MET,
    UNKNOWN,
    Decision,
    Facts,
    FactValue,
    Interval,
    certification_ids,
    needs_of,
    read_rule,
)

FIRST = "first"
FIELD = "field"
OTHER = "other"
TIERS = (FIRST, FIELD, OTHER)
"""For this person's profession; for it too, in a special field; for other professions."""

_NONE = "NONE"
_OUTCOMES = (MET, UNKNOWN, NOT_MET)


class Offer(NamedTuple):
    """One certification, and why it stands where it does."""

    certification_id: str
    """Key of the certification."""
    tier: str
    """One of `TIERS`."""
    field: str
    """The field of work that it is about, as the end of "work in"."""
    reasons: tuple[str, ...]
    """What the sources say of this person's professions, one sentence each."""
    source_ids: tuple[str, ...]
    """Who says so."""


def bases_of(facts: Facts) -> tuple[str, ...]:
    """Name the professions that licenses, degrees and certifications show.

    Parameters
    ----------
    facts
        What was stated, by name.

    Returns
    -------
    tuple
        Codes of the list ``base_code``, in the order of the table ``base_signs``; ``other``
        where both licenses and degrees were stated and show none; empty where nothing tells.

    Examples
    --------
    >>> bases_of({"license_codes": ("RN",), "degrees": ("master:social_work",)})
    ('nurse', 'social_worker')
    >>> bases_of({}), bases_of({"license_codes": ("NONE",), "degrees": ("bachelor:other",)})
    ((), ('other',))
    """
    found = dict.fromkeys(
        str(row["base_code"])
        for row in table("base_signs")
        if row["sign_code"] in _codes(facts.get(str(row["fact_name"])))
    )
    is_told = {"license_codes", "degrees"} <= set(facts)
    return tuple(found) or (("other",) if is_told else ())


def offers_for(facts: Facts) -> tuple[Offer, ...]:
    """Return every certification, those for this person's profession first.

    A certification of a special field comes first too where the person has stated something of
    that field: work or courses that no other certification asks for, or that it is held. Where
    no profession is known, what is for everybody of some profession comes first.

    Parameters
    ----------
    facts
        What was stated, by name.

    Examples
    --------
    >>> social_worker = offers_for({"license_codes": ("SW_CLINICAL",)})
    >>> [one.certification_id for one in social_worker if one.tier == "first"][:2]
    ['acm_sw', 'ccm']
    """
    bases = bases_of(facts)
    offers = [_offer(one, bases, facts) for one in certification_ids()]
    made = {one.certification_id for one in offers if _is_made_for(one.certification_id, bases)}
    # What is written for a profession comes before what takes it among others.
    return tuple(
        sorted(
            offers, key=lambda one: (TIERS.index(one.tier), one.certification_id not in made)
        )
    )


def offered_first(decisions: Iterable[Decision], facts: Facts) -> tuple[Decision, ...]:
    """Put decisions in the order in which they are told to this person.

    Held ones first; then by tier; in a tier by outcome, and those that are closed to the
    person's profession last.

    Examples
    --------
    >>> from casecert_data import decide
    >>> from casecert_data.profiles import read_profile
    >>> nurse = read_profile({"license_codes": ["RN"], "certification_codes": ["CMGT_BC"]})
    >>> answer = decide(nurse, on="2026-11-23")
    >>> offered_first(answer.decisions, nurse.facts)[0].certification_id
    'cmgt_bc'
    """
    offers = offers_for(facts)
    tier = {one.certification_id: TIERS.index(one.tier) for one in offers}
    place = {one.certification_id: at for at, one in enumerate(offers)}
    return tuple(
        sorted(
            decisions,
            key=lambda one: (
                not one.held,
                is_closed(one),
                tier[one.certification_id],
                _OUTCOMES.index(one.outcome),
                place[one.certification_id],
            ),
        )
    )


def is_closed(decision: Decision) -> bool:
    """Tell whether the certification is not for this person: what decides who may apply fails.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nobody = {"license_codes": ["NONE"], "degrees": ["NONE"]}
    >>> [is_closed(one) for one in decide(nobody, on="2026-11-23").decisions[1:4]]
    [True, True, True]
    """
    rule = read_rule(decision.certification_id, edition=decision.rule_edition)
    return any(
        need.decides_who and need.outcome == NOT_MET for need in needs_of(rule, decision)
    )


def _offer(certification_id: str, bases: tuple[str, ...], facts: Facts) -> Offer:
    rows = _audiences(certification_id, bases)
    field = rows_where("certification_fields", certification_id=certification_id)[0]
    is_open = bool(rows) or not bases
    is_held = certification_id.upper() in _codes(facts.get("certification_codes"))
    is_in_field = not field["is_special_field"] or any(
        _says_something(facts[name]) for name in _own(certification_id, facts)
    )
    tier = FIRST if is_held or (is_open and is_in_field) else FIELD if is_open else OTHER
    return Offer(
        certification_id=certification_id,
        tier=tier,
        field=str(field["field_text"]),
        reasons=tuple(str(row["audience_reason_text"]) for row in rows),
        source_ids=tuple(dict.fromkeys(str(row["source_id"]) for row in rows)),
    )


def _audiences(certification_id: str, bases: tuple[str, ...]) -> list[Row]:
    rows = rows_where("certification_audiences", certification_id=certification_id)
    return [row for row in rows if row["base_code"] in bases]


def _is_made_for(certification_id: str, bases: tuple[str, ...]) -> bool:
    rows = _audiences(certification_id, bases)
    return any(row["audience_code"] == "made_for" for row in rows)


def _own(certification_id: str, facts: Facts) -> set[str]:
    """Name the stated facts that this certification's rule asks for and no other's does."""
    asked = {one: _facts_of(one) & set(facts) for one in certification_ids()}
    others = [names for one, names in asked.items() if one != certification_id]
    return asked[certification_id].difference(*others)


def _facts_of(certification_id: str) -> set[str]:
    return {one.fact for one in read_rule(certification_id).criteria()}


def _says_something(value: FactValue) -> bool:
    if isinstance(value, Interval):
        return value.high != 0
    return bool(value) and value != (_NONE,)


def _codes(value: FactValue | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
