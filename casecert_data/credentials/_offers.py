"""Which certifications to look at first: who each is for decides, then how near it is."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from casecert_data.catalog import Row, rows_where, table
from casecert_data.eligibility import (
    MET,
    NOT_MET,
    UNKNOWN,
    Answer,
    Decision,
    Facts,
    FactValue,
    Interval,
    certification_ids,
    is_barred,
    read_rule,
)

FIRST = "first"
FIELD = "field"
OTHER = "other"
TIERS = (FIRST, FIELD, OTHER)
"""For this person's profession; for it too, in a special field; for other professions."""

_NONE = "NONE"
_OUTCOMES = (MET, UNKNOWN, NOT_MET)

TOLD_AT_MOST = 4
"""Decisions told in full, beside those that are held or met: more would be a list again."""


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

    A certification comes first too where it is held, or where the person has stated something
    of its field: work or courses that no other certification asks for. Where no profession is
    known, what is not of a special field comes first.

    Parameters
    ----------
    facts
        What was stated, by name.

    Examples
    --------
    >>> social_worker = offers_for({"license_codes": ("SW_CLINICAL",)})
    >>> [one.certification_id for one in social_worker if one.tier == "first"][:2]
    ['acm_sw', 'c_swcm']
    """
    bases = bases_of(facts)
    own = _own_facts(facts)
    offers = [_offer(one, bases, facts, own[one]) for one in certification_ids()]
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


def told_in_full(
    answer: Answer, facts: Facts
) -> tuple[tuple[Decision, ...], tuple[Decision, ...]]:
    """Part the decisions of an answer into those told in full and the rest, each in order.

    Told in full are certifications that are held or met, and of those for this person's
    profession the first few; where none is, the first few of all. In an edition that follows
    one source, only those that this source speaks of.

    Parameters
    ----------
    answer
        All decisions on one person.
    facts
        What the person stated.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {"license_codes": ("RN",), "degrees": ("bachelor:nursing",)}
    >>> full, rest = told_in_full(decide(nurse, on="2026-11-23"), nurse)
    >>> "acm_sw" in [one.certification_id for one in rest]
    True
    """
    ordered = offered_first(answer.decisions, facts)
    first = {one.certification_id for one in offers_for(facts) if one.tier == FIRST}
    edition = rows_where("editions", edition_id=answer.edition)[0]
    spoken_of = [
        one
        for one in ordered
        if not edition["main_source_id"] or one.rule_edition == answer.edition
    ]
    reached = [one for one in spoken_of if one.held or one.outcome == MET]
    near = [one for one in spoken_of if one not in reached and not is_closed(one)]
    theirs = [one for one in near if one.certification_id in first]
    more = theirs or ([] if reached else near or spoken_of)
    chosen = [*reached, *more[: max(TOLD_AT_MOST - len(reached), 0)]]
    full = [one for one in ordered if one in chosen]
    return tuple(full), tuple(one for one in ordered if one not in full)


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
    return is_barred(rule, decision)


def _offer(
    certification_id: str, bases: tuple[str, ...], facts: Facts, own: Collection[str]
) -> Offer:
    rows = _audiences(certification_id, bases)
    field = rows_where("certification_fields", certification_id=certification_id)[0]
    is_open = bool(rows) or not bases
    # Work in a field says more than where somebody comes from.
    is_theirs = certification_id.upper() in _codes(facts.get("certification_codes")) or any(
        _says_something(facts[name]) for name in own
    )
    is_first = is_theirs or (is_open and not field["is_special_field"])
    return Offer(
        certification_id=certification_id,
        tier=FIRST if is_first else FIELD if is_open else OTHER,
        field=str(field["field_text"]),
        reasons=tuple(str(row["audience_reason_text"]) for row in rows),
        source_ids=tuple(dict.fromkeys(str(row["source_id"]) for row in rows)),
    )


def _own_facts(facts: Facts) -> dict[str, set[str]]:
    """Name, for each certification, the stated facts that no other one's rule asks for."""
    asked = {
        one: {leaf.fact for leaf in read_rule(one).criteria()} & set(facts)
        for one in certification_ids()
    }
    times = Counter(name for names in asked.values() for name in names)
    return {one: {name for name in names if times[name] == 1} for one, names in asked.items()}


def _audiences(certification_id: str, bases: tuple[str, ...]) -> list[Row]:
    rows = rows_where("certification_audiences", certification_id=certification_id)
    return [row for row in rows if row["base_code"] in bases]


def _is_made_for(certification_id: str, bases: tuple[str, ...]) -> bool:
    rows = _audiences(certification_id, bases)
    return any(row["audience_code"] == "made_for" for row in rows)


def _says_something(value: FactValue) -> bool:
    if isinstance(value, Interval):
        return value.high != 0
    return bool(value) and value != (_NONE,)


def _codes(value: FactValue | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
