"""What is missing: the smallest sets of changes that make a rule met, and the next question.

The tree gives every way to mend it, as sets of criteria; each set becomes one change a fact; a
set counts only if it makes the rule met and nothing in it can be spared (RULES 27).
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

from casecert_data.catalog import fact
from casecert_data.eligibility._comparison import NONE
from casecert_data.eligibility._decision import MissingEntry
from casecert_data.eligibility._interval import Interval, exactly
from casecert_data.eligibility._logic import MET, NOT_MET
from casecert_data.eligibility._rule import Criterion, Group, Needed, Rule
from casecert_data.eligibility._state import FactValue, State, parts_and_wholes

SHOWN_AT_MOST = 20
"""Sets that an answer lists."""

_TAKES_AWAY = ("includes_none", "fewer_than")

Change = tuple[str, Needed]
"""A fact, and what it would have to be."""
Outcomes = Mapping[str, str]
"""Outcome of each criterion, by its name."""
Changes = tuple[MissingEntry, ...]
"""What would have to change together."""


def minimal_changes(
    rule: Rule,
    outcomes: Outcomes,
    state: State,
    is_met: Callable[[Mapping[str, FactValue]], bool],
    *,
    ruled: Container[str] = (),
) -> tuple[Changes, ...]:
    """Return every smallest set of changes, those that can be brought about first.

    Parameters
    ----------
    rule
        The rule that is not met for sure.
    outcomes
        What its criteria came to.
    state
        The facts on the day asked about.
    is_met
        Tells whether changed facts meet the rule.
    ruled
        Criteria on which the issuer has answered, by name.

    Examples
    --------
    >>> from casecert_data import decide
    >>> facts = {"license_codes": ["NONE"], "rn_years": 5, "ncm_hours_last_36_months": 2000}
    >>> only = decide(facts, certifications=["cmgt_bc"], on="2026-11-23").decisions[0]
    >>> [entry.fact for entry in only.missing[0]]
    ['license_codes', 'ncm_education_hours_last_36_months']
    """
    criteria = rule.criteria()
    order = {criterion.id: at for at, criterion in enumerate(criteria)}
    # The same set must be written alike, whichever way of the rule it comes from.
    place = {(one.fact, one.needed): at for at, one in reversed([*enumerate(criteria)])}
    barred = _barred_codes(rule)

    def is_enough(changes: Iterable[Change]) -> bool:
        return is_met(_applied(changes, state, barred))

    refused = {
        (one.fact, one.needed)
        for one in criteria
        if one.id in ruled and outcomes[one.id] == NOT_MET
    }
    kept: dict[Changes, tuple[int, ...]] = {}
    for ids in ways_to_mend(rule.root, outcomes):
        ranks = tuple(sorted(order[one] for one in ids))
        changes = _merged([criteria[rank] for rank in ranks])
        if changes is not None and is_enough(changes):
            changes = _lowered(_spared(changes, is_enough), rule, is_enough)
            changes.sort(key=place.__getitem__)
            entries = tuple(
                _entry(name, needed, state, is_refused=(name, needed) in refused)
                for name, needed in changes
            )
            kept[entries] = min(kept.get(entries, ranks), ranks)
    smallest = [one for one in kept if not any(_is_easier(other, one) for other in kept)]
    return tuple(
        sorted(
            smallest,
            key=lambda one: (not all(e.can_change for e in one), len(one), kept[one]),
        )
    )


def next_question(
    rule: Rule, sets: Sequence[Changes], state: State, *, among: Container[str]
) -> str | None:
    """Return the blank or roughly known fact that stands in most sets, declarations last.

    Parameters
    ----------
    rule, sets, state
        What is asked for, what is missing, and what is known.
    among
        Facts that may be asked for; the others, the issuer has answered for.

    Examples
    --------
    >>> from casecert_data import decide
    >>> facts = {"license_codes": ["RN"], "rn_years": 5, "ncm_hours_last_36_months": 2000}
    >>> decide(facts, certifications=["cmgt_bc"], on="2026-11-23").decisions[0].next_question
    'ncm_education_hours_last_36_months'
    """
    counts: dict[str, int] = {}
    for entries in sets:
        for name in {entry.fact for entry in entries}:
            counts[name] = counts.get(name, 0) + 1
    order = {criterion.fact: -at for at, criterion in enumerate(reversed(rule.criteria()))}
    asked = [name for name in counts if name in among and _is_open(state, name)]
    return min(
        asked,
        key=lambda name: (fact(name).is_declaration, -counts[name], order[name]),
        default=None,
    )


def _is_open(state: State, name: str) -> bool:
    # A blank one is asked for also where its whole leaves it no room: nobody has stated it.
    known = state.known.get(name)
    is_rough = isinstance(known, Interval) and not known.is_exact
    return name not in state.stated or is_rough


def ways_to_mend(node: Group | Criterion, outcomes: Outcomes) -> frozenset[frozenset[str]]:
    """Return every smallest set of criteria, by name, that are yet to be met for a node."""
    if isinstance(node, Criterion):
        met = outcomes[node.id] == MET
        return frozenset({frozenset() if met else frozenset({node.id})})
    below = [ways_to_mend(part, outcomes) for part in node.parts]
    if node.is_choice:
        return _absorbed(way for ways in below for way in ways)
    ways = frozenset({frozenset[str]()})
    for more in below:
        ways = _absorbed(one | other for one, other in product(ways, more))
    return ways


def _absorbed(ways: Iterable[frozenset[str]]) -> frozenset[frozenset[str]]:
    distinct = set(ways)
    return frozenset(way for way in distinct if not any(other < way for other in distinct))


def _merged(criteria: Sequence[Criterion]) -> list[Change] | None:
    # One change a fact where one implies the other; None where two exclude each other.
    changes: list[Change] = []
    for criterion in criteria:
        change = (criterion.fact, criterion.needed)
        others = [one for one in changes if one[0] == criterion.fact]
        if any(_excludes(other[1], criterion.needed) for other in others):
            return None
        if any(implies(other[1], criterion.needed) for other in others):
            continue
        changes = [
            one
            for one in changes
            if one[0] != criterion.fact or not implies(criterion.needed, one[1])
        ]
        changes.append(change)
    return changes


def implies(strong: Needed, weak: Needed) -> bool:
    """Tell whether what meets one comparison meets another of the same fact too."""
    if strong.comparison != weak.comparison:
        return False
    if isinstance(strong.value, Fraction) and isinstance(weak.value, Fraction):
        if strong.comparison == "at_least":
            return strong.value >= weak.value
        return strong.value <= weak.value
    if isinstance(strong.value, tuple) and isinstance(weak.value, tuple):
        if strong.comparison == "includes_any":
            return set(strong.value) <= set(weak.value)
        return set(strong.value) >= set(weak.value)
    return strong.value == weak.value


def _excludes(one: Needed, other: Needed) -> bool:
    by_comparison = {one.comparison: one.value, other.comparison: other.value}
    if one.comparison == other.comparison:
        return one.comparison == "is" and one.value != other.value
    floor, ceiling = by_comparison.get("at_least"), by_comparison.get("fewer_than")
    if isinstance(floor, Fraction) and isinstance(ceiling, Fraction):
        return floor >= ceiling
    wanted, barred = by_comparison.get("includes_any"), by_comparison.get("includes_none")
    if isinstance(wanted, tuple) and isinstance(barred, tuple):
        return set(wanted) <= set(barred)
    return False


def _spared(
    changes: list[Change], is_enough: Callable[[Iterable[Change]], bool]
) -> list[Change]:
    for change in list(changes):
        rest = [one for one in changes if one != change]
        if is_enough(rest):
            changes = rest
    return changes


def _lowered(
    changes: list[Change], rule: Rule, is_enough: Callable[[Iterable[Change]], bool]
) -> list[Change]:
    # Of a way that was not spared, another way may ask less of the same fact.
    for at, (name, needed) in enumerate(changes):
        for less in _lesser_amounts(rule, name, needed):
            tried = [*changes[:at], (name, less), *changes[at + 1 :]]
            if all(map(is_enough, _with_each_code(tried, rule))):
                changes = tried
                break
    return changes


def _lesser_amounts(rule: Rule, name: str, needed: Needed) -> list[Needed]:
    if needed.comparison != "at_least":
        return []
    others = {one.needed for one in rule.criteria() if one.fact == name}
    lesser = [one for one in others if one != needed and implies(needed, one)]
    return sorted(lesser, key=lambda one: Fraction(str(one.value)))


def _with_each_code(changes: Iterable[Change], rule: Rule) -> Iterable[tuple[Change, ...]]:
    # It must do whichever code somebody takes; codes that all lists hold alike are one.
    lists = [
        (one.fact, one.needed.value)
        for one in rule.criteria()
        if isinstance(one.needed.value, tuple)
    ]
    choices = []
    for name, needed in changes:
        if needed.comparison != "includes_any" or not isinstance(needed.value, tuple):
            choices.append([(name, needed)])
            continue
        alike = {
            tuple(code in codes for of, codes in lists if of == name): code
            for code in needed.value
        }
        choices.append([(name, Needed("includes_any", (code,))) for code in alike.values()])
    return product(*choices)


def _barred_codes(rule: Rule) -> frozenset[tuple[str, str]]:
    return frozenset(
        (one.fact, code)
        for one in rule.criteria()
        if one.needed.comparison == "includes_none" and isinstance(one.needed.value, tuple)
        for code in one.needed.value
    )


def _applied(
    changes: Iterable[Change],
    state: State,
    barred: frozenset[tuple[str, str]],
) -> dict[str, FactValue]:
    known = dict(state.known)
    # What takes away comes first, so that what adds has the last word on the same fact.
    for name, needed in sorted(changes, key=lambda one: one[1].comparison not in _TAKES_AWAY):
        known[name] = _changed(name, known.get(name), needed, barred)
    return _wholes_raised(known)


def _changed(
    name: str, value: FactValue | None, needed: Needed, barred: frozenset[tuple[str, str]]
) -> FactValue:
    wanted = needed.value
    if isinstance(wanted, bool):
        return wanted
    if isinstance(wanted, Fraction):
        found = value if isinstance(value, Interval) else Interval()
        if needed.comparison == "at_least":
            return found.raised_to(wanted)
        return exactly(found.low if found.low < wanted else 0)
    held = set(value) if isinstance(value, tuple) else set()
    if needed.comparison == "includes_none":
        return tuple(sorted(held - set(wanted)))
    # A code that the rule bars elsewhere would mend one criterion and break another.
    code = next((one for one in wanted if (name, one) not in barred), wanted[0])
    return tuple(sorted((held - {NONE}) | {code}))


def _wholes_raised(known: Mapping[str, FactValue]) -> dict[str, FactValue]:
    raised = dict(known)
    for name, whole in parts_and_wholes():
        value, above = known.get(name), raised.get(whole)
        # A part of nothing raises nothing, and is the usual case.
        if isinstance(value, Interval) and value.low and isinstance(above, Interval):
            raised[whole] = above.raised_to(value.low)
    return raised


def _entry(name: str, needed: Needed, state: State, *, is_refused: bool) -> MissingEntry:
    found = state.stated.get(name)
    changes = can_change(name, needed, found, is_refused=is_refused)
    return MissingEntry(fact=name, found=found, needed=needed, can_change=changes)


def can_change(
    name: str, needed: Needed, found: FactValue | None, *, is_refused: bool = False
) -> bool:
    """Tell whether somebody can bring about that a fact meets a comparison.

    Where the issuer said that it does not (``is_refused``), a blank is no longer open.
    """
    if found is None and not is_refused:
        return True
    of = fact(name)
    if of.changes == "never":
        return isinstance(found, Interval) and not found.is_exact and not is_refused
    if of.changes == "grows":
        # What has been done cannot be undone: less of it, or a code fewer, is out of reach.
        return needed.comparison in {"at_least", "includes_any", "is"}
    return True


def _is_easier(other: Changes, one: Changes) -> bool:
    if other == one or len(other) > len(one):
        return False
    return all(any(_brings(mine, its) for mine in one) for its in other)


def _brings(mine: MissingEntry, its: MissingEntry) -> bool:
    """Tell whether one change brings the other about: more of a part is more of its whole."""
    is_its_whole = fact(mine.fact).at_most == its.fact and mine.needed.comparison == "at_least"
    return (mine.fact == its.fact or is_its_whole) and implies(mine.needed, its.needed)
