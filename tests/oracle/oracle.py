"""A second evaluator: decide a certification, try every answer, look at every completion."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Literal

from oracle import article, issuer
from oracle.leaves import PART, WHOLE, Leaf, Outcome, Profile, Verdict, narrowed, stated

Edition = Literal["issuer", "article"]

CERTIFICATION_IDS = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
"""In the order in which answers come."""

EDITIONS: tuple[Edition, ...] = ("issuer", "article")
"""The readings that can be asked for; the first is what is asked for by default."""

DECLARATIONS = ("is_self_employed", "attests_good_character")
"""What only the applicant can say."""

_ARTICLE = {
    "ccm": article.ccm,
    "acm_rn": article.acm_rn,
    "acm_sw": article.acm_sw,
    "cmgt_bc": article.cmgt_bc,
}
_ISSUER = {"ccm": issuer.ccm, "acm_rn": issuer.acm_rn, "acm_sw": issuer.acm_sw}
"""Without CMGT-BC: the issuer's page could not be read (RULES 11)."""


def rule_edition(certification_id: str, edition: Edition) -> Edition:
    """Return whose rule answers: the article's stands in, certification by certification."""
    return "article" if certification_id not in _ISSUER else edition


def decide_slowly(
    certification_id: str, profile: Profile, edition: Edition = "issuer"
) -> Verdict:
    """Decide one certification on the facts as they hold on the day asked about."""
    narrowed(profile, PART)
    narrowed(profile, WHOLE)
    rules = _ISSUER if rule_edition(certification_id, edition) == "issuer" else _ARTICLE
    return rules[certification_id](profile)


def apart_from_declarations(
    certification_id: str, profile: Profile, edition: Edition = "issuer"
) -> Outcome:
    """Return the best outcome over every answer to the declarations that are blank."""
    blank = [fact for fact in DECLARATIONS if stated(profile, fact) is None]
    reached = {
        decide_slowly(
            certification_id, {**profile, **dict(zip(blank, answers, strict=True))}, edition
        ).outcome
        for answers in product((True, False), repeat=len(blank))
    }
    ranked: tuple[Outcome, ...] = ("met", "unknown", "not_met")
    return next(outcome for outcome in ranked if outcome in reached)


def completions(
    certification_id: str, profile: Profile, edition: Edition = "issuer"
) -> Iterator[dict[str, object]]:
    """Yield full profiles, one for every combination of cells that the profile leaves open.

    A number's cells begin at its low end and at each threshold above it, so that one value
    stands for all between two thresholds. An unsettled list goes either way: ``NONE``, or a
    named code.
    """
    leaves = decide_slowly(certification_id, profile, edition).leaves
    facts = list(dict.fromkeys([*(leaf.fact for leaf in leaves), PART, WHOLE]))
    choices = [_cells(profile, fact, leaves) for fact in facts]
    for values in product(*choices):
        full = dict(zip(facts, values, strict=True))
        part, whole = full[PART], full[WHOLE]
        assert isinstance(part, Fraction)
        assert isinstance(whole, Fraction)
        if part <= whole:
            yield {
                fact: _plain(value) if isinstance(value, Fraction) else value
                for fact, value in full.items()
            }


def outcome_by_completions(
    certification_id: str, profile: Profile, edition: Edition = "issuer"
) -> Outcome:
    """Decide by looking at every completion: met in all, met in none, or unknown."""
    reached: set[Outcome] = set()
    for full in completions(certification_id, profile, edition):
        reached.add(decide_slowly(certification_id, full, edition).outcome)
        # One of each is enough to know that it is open; the rest cannot close it again.
        if len(reached) > 1:
            return "unknown"
    return reached.pop()


def _cells(profile: Profile, fact: str, leaves: tuple[Leaf, ...]) -> list[object]:
    """Return one value for each cell in which the fact may lie."""
    own = [leaf for leaf in leaves if leaf.fact == fact]
    if fact in {PART, WHOLE} or own[0].needed[0] == "at_least":
        low, high = narrowed(profile, fact)
        # The part and the whole share their cells, else no pair of them would be in order.
        shared = {PART, WHOLE} if fact in {PART, WHOLE} else {fact}
        starts = {leaf.needed[1] for leaf in leaves if leaf.fact in shared}
        starts |= {narrowed(profile, one)[0] for one in shared}
        numbers = sorted(start for start in starts if isinstance(start, Fraction))
        return [low, *(one for one in numbers if low < one and (high is None or one <= high))]
    kind, needed = own[0].needed
    if own[0].outcome != "unknown":
        return [stated(profile, fact)]
    if kind == "is":
        return [True, False]
    assert isinstance(needed, frozenset)
    return [["NONE"], [min(needed)]]


def _plain(number: Fraction) -> int | float:
    """Return a number as a profile states it."""
    return int(number) if number.denominator == 1 else float(number)
