"""Minimal changes by exhaustive search of a small finite model, and applying a change."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import product

from oracle.leaves import WHOLES, Leaf, Profile, Verdict, ends, narrowed, stated
from oracle.oracle import DECLARATIONS, code_for_each_cell

Change = tuple[str, str, object]
"""Fact, kind of need, and what is needed: ``("rn_years", "at_least", Fraction(2))``."""

Judge = Callable[[Profile], Verdict]
"""A rule as the oracle has it."""

Asked = dict[str, Fraction | frozenset[str]]
"""How much is asked of each fact: an amount, or one of some codes."""

CHANGEABLE = ("cm_months", "license_codes", "attests_good_character")
"""Facts that a person can bring about while they are blank, whatever else is open."""


def minimal_changes(judge: Judge, profile: Profile) -> set[frozenset[Change]]:
    """Find every minimal set of changes that makes the outcome *met*.

    The model is finite: each fact stays, or rises to one of the thresholds that the rule holds
    for it, or takes in a code of the list, or takes the answer asked for. All combinations are
    gone through, and those are kept under which no other one lies. A part that rises takes its
    whole along, so it asks more than the whole's rising to the same amount.
    """
    leaves = list(judge(profile).leaves)
    ladders = _ladders(leaves)
    facts = list(ladders)
    tried = [
        (_asked(changes := _taken(ladders, facts, steps)), steps, changes)
        for steps in product(*(range(len(ladders[fact]) + 1) for fact in facts))
    ]
    # From the least on, so that whatever lies under a combination has been kept before it.
    tried.sort(key=lambda one: (sum(map(_height, one[0].values())), sum(one[1])))
    kept: list[tuple[Asked, list[Change]]] = []
    for asked, _, changes in tried:
        # What lies over a kept one cannot be minimal, so it need not be judged.
        if any(_below(asked_before, asked) for asked_before, _ in kept):
            continue
        if _holds(judge, profile, changes, leaves):
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
        whole = WHOLES.get(fact, fact)
        high = ends(profile, whole)[1]
        if whole != fact and high is not None and high < needed:
            after[whole] = _raised(profile, whole, needed)
    return after


def lowered(change: Change) -> Change:
    """Return the same change with a number that is a little lower."""
    fact, kind, needed = change
    assert isinstance(needed, Fraction)
    return fact, kind, needed - Fraction(1, 100)


def _ladders(leaves: list[Leaf]) -> dict[str, list[Change]]:
    """Return for each fact the changes that it can take, from the least to the most."""
    ladders: dict[str, list[Change]] = {}
    for leaf in leaves:
        change = (leaf.fact, *leaf.needed)
        if leaf.outcome != "met" and change not in ladders.setdefault(leaf.fact, []):
            ladders[leaf.fact].append(change)
    for changes in ladders.values():
        changes.sort(key=lambda change: _height(_amount(change)))
    return {fact: changes for fact, changes in ladders.items() if changes}


def _taken(
    ladders: Mapping[str, list[Change]], facts: list[str], steps: tuple[int, ...]
) -> list[Change]:
    """Return the changes that a combination of steps stands for."""
    return [ladders[fact][step - 1] for fact, step in zip(facts, steps, strict=True) if step]


def _holds(judge: Judge, profile: Profile, changes: list[Change], leaves: list[Leaf]) -> bool:
    """Tell whether the changes make the outcome met, whichever code of a list is taken."""
    codes = [_codes_to_try(change, leaves) for change in changes]
    for taken in product(*codes):
        after: Profile = profile
        for change, code in zip(changes, taken, strict=True):
            after = apply_change(after, change, code=code)
        if judge(after).outcome != "met":
            return False
    return True


def _codes_to_try(change: Change, leaves: list[Leaf]) -> list[str]:
    """Return one code of a change's list for each way in which the rule's lists hold it."""
    fact, kind, needed = change
    if kind != "includes_any":
        return [""]
    assert isinstance(needed, frozenset)
    own = [leaf for leaf in leaves if leaf.fact == fact]
    return [code for code in code_for_each_cell(own) if code in needed]


def _below(one: Asked, other: Asked) -> bool:
    """Tell whether one combination asks no more than the other anywhere."""
    return all(fact in other and _asks_less(one[fact], other[fact]) for fact in one)


def _asks_less(one: Fraction | frozenset[str], other: Fraction | frozenset[str]) -> bool:
    """Tell whether an amount is no greater, or a list of codes no shorter."""
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one >= other
    assert isinstance(one, Fraction)
    assert isinstance(other, Fraction)
    return one <= other


def _height(amount: Fraction | frozenset[str]) -> Fraction:
    """Return a number that is no less for whatever asks for more."""
    return Fraction(100 - len(amount)) if isinstance(amount, frozenset) else amount


def _amount(change: Change) -> Fraction | frozenset[str]:
    """Return how much a change asks for; an answer counts as one."""
    _, kind, amount = change
    if kind == "includes_any":
        assert isinstance(amount, frozenset)
        return amount
    return Fraction(str(amount)) if kind == "at_least" else Fraction(1)


def _asked(changes: Iterable[Change]) -> Asked:
    """Return how much a combination asks of each fact, the whole of a part among them."""
    asked: Asked = {}
    for change in changes:
        fact, more = change[0], _amount(change)
        for raised in (fact, WHOLES[fact]) if fact in WHOLES else (fact,):
            before = asked.get(raised, more)
            asked[raised] = more if _asks_less(before, more) else before
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
