"""A decision in plain words: what was found, what is missing, and it all in one sentence."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from casecert_data.catalog import (
    code_label,
    fact,
    join_words,
    rows_where,
    say,
    source,
    spell_date,
    spell_number,
)
from casecert_data.eligibility._comparison import BLANK, OPEN_LIST, SECONDARY_RULE
from casecert_data.eligibility._decision import Decision, Finding
from casecert_data.eligibility._evaluate import fold
from casecert_data.eligibility._interval import Interval
from casecert_data.eligibility._logic import MET, NOT_MET, UNKNOWN
from casecert_data.eligibility._missing import can_change, implies, ways_to_mend
from casecert_data.eligibility._needs import Need, leaves_of, needs_of
from casecert_data.eligibility._question import question_of
from casecert_data.eligibility._read_rule import read_rule
from casecert_data.eligibility._rule import Criterion, Group, Rule
from casecert_data.eligibility._state import FactValue

_PLACES = 2


def names_of(certification_id: str) -> dict[str, str]:
    """Return the names of a certification and its issuer, as tables have them.

    Examples
    --------
    >>> names_of("acm_rn")["full_name"]
    'Accredited Case Manager for nurses (ACM-RN)'
    """
    row = rows_where("certifications", certification_id=certification_id)[0]
    issuer = rows_where("issuers", issuer_id=row["issuer_id"])[0]
    names = {
        "name": str(row["certification_name"]),
        "acronym": str(row["acronym"]),
        "button_name": str(row["button_name"]),
        "issuer_name": str(issuer["issuer_name"]),
        "issuer_acronym": str(issuer["issuer_acronym"]),
    }
    full_name = say("certification.full_name", name=names["name"], acronym=names["acronym"])
    return names | {"full_name": full_name}


def spell_amount(fact_name: str, number: Fraction) -> str:
    """Write a number with its unit.

    Examples
    --------
    >>> spell_amount("cm_months", Fraction(1)), spell_amount("rn_years", Fraction(5, 2))
    ('1 month', '2.5 years')
    """
    form = 1 if number == 1 else 2
    return say(f"unit.{fact(fact_name).unit}", count=form, number=spell_number(number))


def found_words(fact_name: str, found: FactValue | None) -> str:
    """Say what was stated of a fact.

    Examples
    --------
    >>> found_words("cm_months", None), found_words("license_codes", ("RN",))
    ('Not known', 'Registered nurse')
    """
    of = fact(fact_name)
    if found is None:
        return say("found.blank")
    if isinstance(found, bool):
        return of.is_stated_by["yes" if found else "no"]
    if isinstance(found, tuple):
        words = found_inside(fact_name, found)
        return words[:1].upper() + words[1:]
    return _interval_words(fact_name, found)


def found_inside(fact_name: str, found: FactValue | None) -> str:
    """Say what was stated of a fact as it stands inside a sentence; names keep their capitals.

    Examples
    --------
    >>> found_inside("license_codes", ("RN",)), found_inside("certification_codes", ("CCM",))
    ('registered nurse', 'Case Manager Certification (CCM)')
    """
    if not isinstance(found, tuple):
        return lowered(found_words(fact_name, found))
    return join_words([code_label(str(fact(fact_name).vocabulary), code) for code in found])


def lowered(words: str) -> str:
    """Return words as they stand inside a sentence; an acronym keeps its capitals.

    Examples
    --------
    >>> lowered("A license"), lowered("CBIS")
    ('a license', 'CBIS')
    """
    starts_small = words[1:2].islower() or words[:2] == "A "
    return words[:1].lower() + words[1:] if starts_small else words


def unknown_reason(finding: Finding) -> str:
    """Say why a requirement is unknown; nothing for one that is known.

    Examples
    --------
    >>> from casecert_data import decide
    >>> unknown_reason(decide({}, on="2026-11-23").decisions[0].criteria[0])
    'not known'
    """
    return "" if finding.cause is None else code_label("cause_code", finding.cause)


def missing_phrases(decision: Decision, outcome: str = NOT_MET) -> tuple[str, ...]:
    """Say what each need still lacks: one phrase for each thing, or for each choice of things.

    Parameters
    ----------
    decision
        The decision.
    outcome
        Needs of this outcome are told: those not met, or the unknown ones.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {
    ...     "license_codes": ["RN"],
    ...     "rn_years": 5,
    ...     "ncm_hours_last_36_months": 1400,
    ...     "ncm_education_hours_last_36_months": 30,
    ... }
    >>> missing_phrases(decide(nurse, on="2026-11-23", certifications=["cmgt_bc"]).decisions[0])
    ('600 more hours of work in nursing case management',)
    """
    rule = _rule_of(decision)
    found = {finding.id: finding for finding in decision.criteria}
    return tuple(
        phrase
        for need in needs_of(rule, decision)
        if need.outcome == outcome
        for phrase in _need_phrases(need, rule, found)
    )


def headline(decision: Decision, on: date, *, is_to_client: bool = True) -> str:
    """Say a decision in one sentence.

    Parameters
    ----------
    decision
        The decision.
    on
        The day that the sentence names.
    is_to_client
        Whether it is told to whom it is about: "you", and else "this client".

    Examples
    --------
    >>> from datetime import date
    >>> from casecert_data import decide
    >>> social_worker = decide({"license_codes": ["SW_CLINICAL"]}, on="2026-11-23")
    >>> headline(social_worker.decisions[3], date(2026, 11, 23))
    'Not one to aim for now. It asks for a registered nurse license.'
    """
    if decision.held:
        return say("decision.held", upkeep=lowered(_upkeep(decision)))
    told = _headline(decision, on, is_to_client=is_to_client)
    days = sorted({one.ruled_on for one in decision.criteria if one.ruled_on is not None})
    if not days:
        return told
    dates = join_words([spell_date(day) for day in days])
    return f"{told} {say('decision.counts_ruling', dates=dates)}"


def ruled_words(finding: Finding) -> str:
    """Say that the issuer said so, and when; nothing where it was not asked.

    Examples
    --------
    >>> from casecert_data import decide
    >>> yes = {"certification_id": "ccm", "criterion_id": "license", "outcome": "met"}
    >>> yes |= {"ruled_by": "CCMC, by e-mail", "ruled_on": "2026-11-03"}
    >>> answer = decide({"license_codes": ["OTHER"], "rulings": [yes]}, on="2026-11-23")
    >>> ruled_words(answer.decisions[0].criteria[0])
    'the issuer said so on November 3, 2026'
    """
    if finding.ruled_on is None:
        return ""
    return say("decision.issuer_said", date=spell_date(finding.ruled_on))


def _headline(decision: Decision, on: date, *, is_to_client: bool) -> str:
    if decision.outcome == MET:
        return say("decision.met", date=spell_date(on))
    if decision.outcome == UNKNOWN:
        return _unknown_headline(decision, is_to_client=is_to_client)
    return _gap(decision)


def _gap(decision: Decision) -> str:
    needs = [need for need in needs_of(_rule_of(decision), decision) if need.outcome == NOT_MET]
    closed = [need for need in needs if need.decides_who]
    if closed:
        return say("decision.not_for_now", asks_for=join_words([n.asks_for for n in closed]))
    if all(any(not entry.can_change for entry in entries) for entries in decision.missing):
        return _barred(decision)
    phrases = missing_phrases(decision)
    if any(need.is_choice for need in needs):
        # A list of choices needs a stronger pause than the commas inside each choice.
        missing = say("decision.need_joint").join(phrases)
    else:
        missing = join_words(phrases)
    return say("decision.still_missing", missing=missing)


def _barred(decision: Decision) -> str:
    issuer = names_of(decision.certification_id)["issuer_acronym"]
    barring = {
        entry.fact for entries in decision.missing for entry in entries if not entry.can_change
    }
    rows = [
        leaf.row or leaf.text for leaf in _rule_of(decision).criteria() if leaf.fact in barring
    ]
    requirement = lowered(join_words(rows))
    return say("decision.barred", requirement=requirement, issuer=issuer)


def _unknown_headline(decision: Decision, *, is_to_client: bool) -> str:
    question = question_of(decision)
    if question is not None:
        of = fact(question.fact)
        clause = of.clause if is_to_client else of.client_clause or of.clause
        if question.answers == 1:
            return say("decision.one_answer", clause=clause)
        return say("decision.many_answers", count=question.answers, clause=clause)
    issuer = names_of(decision.certification_id)["issuer_acronym"]
    for finding in decision.criteria:
        if finding.cause == OPEN_LIST:
            told = say(
                "decision.issuer_must_say",
                found=found_inside(finding.fact, finding.found),
                requirement=lowered(finding.text),
                issuer=issuer,
            )
            return f"{told} {finding.remark}".rstrip()
    silent = [one for one in decision.criteria if one.cause == SECONDARY_RULE]
    if silent:
        missing = join_words(missing_phrases(decision, UNKNOWN))
        if all(source(one.source_id).standing_code == "dated" for one in silent):
            return say("decision.from_older_page", missing=missing, issuer=issuer)
        return say("decision.not_from_issuer", missing=missing, issuer=issuer)
    return say("decision.aged")


def _upkeep(decision: Decision) -> str:
    key = {"certification_id": decision.certification_id, "edition_id": decision.rule_edition}
    return str(rows_where("certification_summaries", **key)[0]["upkeep_text"])


def _need_phrases(need: Need, rule: Rule, found: Mapping[str, Finding]) -> list[str]:
    if need.decides_who:
        return [need.asks_for]
    told = {way.id for way in need.ways}
    (part,) = [part for part in rule.root.parts if part.id == need.id]
    if isinstance(part, Group):
        # What says that a need does not arise is no way to fill it.
        part = part._replace(parts=tuple(one for one in part.parts if one.id in told))
    criteria = {criterion.id: criterion for criterion in rule.criteria()}
    sets = [
        [_lacking(criteria[name], found[name]) for name in names]
        for names in _shortest_ways(part, rule, found)
    ]
    # Without a choice, each thing that is lacking is a phrase of its own.
    return sets[0] if len(sets) == 1 else [_joined([join_words(one) for one in sets])]


def _shortest_ways(
    part: Group | Criterion, rule: Rule, found: Mapping[str, Finding]
) -> list[tuple[str, ...]]:
    """Name what is lacking for each way to fill a need, leaving out ways that nobody takes."""
    criteria = rule.criteria()
    order = {criterion.id: at for at, criterion in enumerate(criteria)}
    by_id = {criterion.id: criterion for criterion in criteria}
    outcomes = {name: finding.outcome for name, finding in found.items()}
    ways = ways_to_mend(part, outcomes)
    # A license is not given up, and who has one background is not told to get another.
    ways = _those(ways, lambda way: all(_is_open(found[name]) for name in way))
    background = _background(rule, outcomes)
    ways = _those(ways, lambda way: not way & background)
    ways = _those(ways, lambda way: not any(_is_more(way, one, by_id) for one in ways))
    told = [tuple(sorted(way, key=order.__getitem__)) for way in ways]
    return sorted(told, key=lambda way: [order[name] for name in way])


def _those(
    ways: frozenset[frozenset[str]], is_told: Callable[[frozenset[str]], bool]
) -> frozenset[frozenset[str]]:
    return frozenset(filter(is_told, ways)) or ways


def _is_open(finding: Finding) -> bool:
    return can_change(
        finding.fact, finding.needed, finding.found, is_refused=finding.is_refused
    )


def _background(rule: Rule, outcomes: Mapping[str, str]) -> frozenset[str]:
    needs = [part for part in rule.root.parts if isinstance(part, Group) and part.decides_who]
    met = [need for need in needs if fold(need, outcomes) == MET]
    return frozenset(leaf.id for need in met for leaf in leaves_of(need))


def _is_more(
    way: frozenset[str], other: frozenset[str], by_id: Mapping[str, Criterion]
) -> bool:
    return way != other and all(
        any(
            by_id[mine].fact == by_id[its].fact
            and implies(by_id[mine].needed, by_id[its].needed)
            for mine in way
        )
        for its in other
    )


def _lacking(criterion: Criterion, finding: Finding) -> str:
    bound = finding.needed.value
    if criterion.lacking or not isinstance(bound, Fraction):
        return criterion.lacking or finding.text
    of = fact(finding.fact).amount
    found = finding.found if isinstance(finding.found, Interval) else Interval()
    if finding.cause == BLANK or not _is_partly_there(found, bound):
        return say("decision.all_of_it", amount=spell_amount(finding.fact, bound), of=of)
    # "Fewer than 12" is less by next to nothing; nobody reads millionths of a month.
    least = Fraction(0) if found.high is None else max(bound - found.high, Fraction(0))
    least, most = round(least, _PLACES), bound - found.low
    number = spell_number(most)
    if least == 0:
        number = say("decision.up_to", high=number)
    elif least < most:
        number = say("decision.span", low=spell_number(least), high=number)
    unit = _unit_name(finding.fact, most)
    return say("decision.more", number=number, unit=unit, of=of)


def _is_partly_there(found: Interval, bound: Fraction) -> bool:
    if found.low == 0:
        return found.high is not None and 0 < found.high < bound
    return found.low < bound


def _joined(ways: list[str]) -> str:
    if len(ways) < 2:  # noqa: PLR2004 - one way needs no joining
        return "".join(ways)
    return say("list.or_long", first=say("list.comma").join(ways[:-1]), last=ways[-1])


def _unit_name(fact_name: str, number: Fraction) -> str:
    return say(f"unit_name.{fact(fact_name).unit}", count=1 if number == 1 else 2)


def _interval_words(fact_name: str, found: Interval) -> str:
    unit = _unit_name(fact_name, found.low if found.high is None else found.high)
    if found.high is None:
        return say("found.at_least", low=spell_number(found.low), unit=unit)
    if not found.is_exact:
        low, high = spell_number(found.low), spell_number(found.high)
        return say("found.range", low=low, high=high, unit=unit)
    return spell_amount(fact_name, found.low) if found.low else say("found.none")


def _rule_of(decision: Decision) -> Rule:
    return read_rule(decision.certification_id, edition=decision.rule_edition)
