"""Minimal changes by exhaustive search of a small finite model, and applying a change."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import product

from oracle.leaves import PART, WHOLE, Leaf, Profile, Verdict, ends, narrowed, stated
from oracle.oracle import DECLARATIONS

Change = tuple[str, str, object]
"""Fact, kind of need, and what is needed: ``("rn_years", "at_least", Fraction(2))``."""

Judge = Callable[[Profile], Verdict]
"""A rule as the oracle has it."""

Asked = dict[str, Fraction]
"""How much is asked of each fact."""

CHANGEABLE = ("cm_months", "license_codes", "attests_good_character")
"""Facts that a person can bring about while they are blank, whatever else is open."""


def minimal_changes(judge: Judge, profile: Profile) -> set[frozenset[Change]]:
    """Find every minimal set of changes that makes the outcome *met*.

    The model is finite: each fact stays, or rises to one of the thresholds that the rule holds
    for it, or takes in a code of the list, or takes the answer asked for. All combinations are
    gone through, and those are kept under which no other one lies. A part that rises takes its
    whole along, so it asks more than the whole's rising to the same amount.
    """
    leaves = judge(profile).leaves
    ladders = _ladders(leaves)
    facts = list(ladders)
    tried = [
        (_asked(changes := _taken(ladders, facts, steps)), steps, changes)
        for steps in product(*(range(len(ladders[fact]) + 1) for fact in facts))
    ]
    # From the least on, so that whatever lies under a combination has been kept before it.
    tried.sort(key=lambda one: (sum(one[0].values()), sum(one[1])))
    kept: list[tuple[Asked, list[Change]]] = []
    for asked, _, changes in tried:
        # What lies over a kept one cannot be minimal, so it need not be judged.
        if any(_below(asked_before, asked) for asked_before, _ in kept):
            continue
        if _holds(judge, profile, changes):
            kept.append((asked, changes))
    return {frozenset(changes) for _, changes in kept}


def next_question(
    profile: Profile, missing: Iterable[frozenset[Change]], rule_order: list[str]
) -> str | None:
    """Return the open fact in most sets: declarations last, then the order of the rule.

    The order of the rule is not written anywhere but in the rule, so the caller hands it over.
    """
    counts: dict[str, int] = {}
    for changes in missing:
        for fact, _, _ in changes:
            if _is_open(profile, fact):
                counts[fact] = counts.get(fact, 0) + 1
    ranked = sorted(
        counts, key=lambda fact: (fact in DECLARATIONS, -counts[fact], rule_order.index(fact))
    )
    return ranked[0] if ranked else None


def apply_change(profile: Profile, change: Change, *, code: str = "") -> dict[str, object]:
    """Return the profile after one change; a part takes its whole along."""
    fact, kind, needed = change
    after = dict(profile)
    if kind == "is":
        after[fact] = needed
    elif kind == "includes_any":
        assert isinstance(needed, frozenset)
        kept = stated(profile, fact) or []
        assert isinstance(kept, list)
        after[fact] = [*(one for one in kept if one != "NONE"), code or min(needed)]
    elif kind == "includes_none":
        assert isinstance(needed, frozenset)
        kept = stated(profile, fact) or []
        assert isinstance(kept, list)
        after[fact] = [one for one in kept if one not in needed] or ["NONE"]
    elif kind == "fewer_than":
        assert isinstance(needed, Fraction)
        after[fact] = int(needed) - 1
    else:
        assert isinstance(needed, Fraction)
        after[fact] = _raised(profile, fact, needed)
        high = ends(profile, WHOLE)[1]
        if fact == PART and high is not None and high < needed:
            after[WHOLE] = _raised(profile, WHOLE, needed)
    return after


def lowered(change: Change) -> Change:
    """Return the same change with a number that is a little lower."""
    fact, kind, needed = change
    assert isinstance(needed, Fraction)
    return fact, kind, needed - Fraction(1, 100)


def _ladders(leaves: tuple[Leaf, ...]) -> dict[str, list[Change]]:
    """Return for each fact the changes that it can take, from the least to the most."""
    ladders: dict[str, list[Change]] = {}
    for leaf in leaves:
        if leaf.outcome != "met":
            ladders.setdefault(leaf.fact, []).append((leaf.fact, *leaf.needed))
    for changes in ladders.values():
        changes.sort(key=lambda change: change[2] if isinstance(change[2], Fraction) else 0)
    return ladders


def _taken(
    ladders: Mapping[str, list[Change]], facts: list[str], steps: tuple[int, ...]
) -> list[Change]:
    """Return the changes that a combination of steps stands for."""
    return [ladders[fact][step - 1] for fact, step in zip(facts, steps, strict=True) if step]


def _holds(judge: Judge, profile: Profile, changes: Iterable[Change]) -> bool:
    """Tell whether the changes together make the outcome met."""
    after: Profile = profile
    for change in changes:
        after = apply_change(after, change)
    return judge(after).outcome == "met"


def _below(one: Asked, other: Asked) -> bool:
    """Tell whether one combination asks no more than the other anywhere."""
    return all(amount <= other.get(fact, 0) for fact, amount in one.items())


def _asked(changes: Iterable[Change]) -> Asked:
    """Return how much a combination asks of each fact, the whole of a part among them."""
    asked: Asked = {}
    for fact, kind, amount in changes:
        more = amount if kind == "at_least" else 1
        assert isinstance(more, Fraction | int)
        for raised in (fact, WHOLE) if fact == PART else (fact,):
            asked[raised] = max(asked.get(raised, Fraction(0)), Fraction(more))
    return asked


def _is_open(profile: Profile, fact: str) -> bool:
    """Tell whether a fact is blank or an interval."""
    value = stated(profile, fact)
    if isinstance(value, Mapping):
        low, high = narrowed(profile, fact)
        return low != high
    return value is None


def _raised(profile: Profile, fact: str, needed: Fraction) -> object:
    """Return a number that is now at least what is needed."""
    low, high = ends(profile, fact)
    number = int(needed) if needed.denominator == 1 else float(needed)
    if isinstance(stated(profile, fact), Mapping) and (high is None or high > needed):
        value = stated(profile, fact)
        assert isinstance(value, Mapping)
        return {**value, "at_least": number} if low < needed else value
    return number if low < needed else stated(profile, fact)
