"""A second evaluator: decide a certification, try every answer, look at every completion."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Literal

from oracle import article, caveats, further, issuer
from oracle.leaves import WHOLES, Leaf, Outcome, Profile, Verdict, narrowed, stated

Edition = Literal["issuer", "article"]

OF_THE_ARTICLE = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
"""The certifications that the article speaks of."""

CERTIFICATION_IDS = (
    *OF_THE_ARTICLE,
    *("cmac", "cdms", "cmc", "cmcn"),
    *("crc", "cbis", "hs_bcp", "c_swcm", "c_aswcm"),
)
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
_ISSUER = {
    "ccm": issuer.ccm,
    "acm_rn": issuer.acm_rn,
    "acm_sw": issuer.acm_sw,
    "cmac": further.cmac,
    "cdms": further.cdms,
    "cmc": further.cmc,
    "cmcn": further.cmcn,
    **caveats.RULES,
}
"""Without CMGT-BC: the issuer's page could not be read (RULES 11)."""

_NEED_BY_NEED = {"cmc": further.cmc_need_by_need}
"""Rules that the project holds need by need, where the issuer tells of whole ways in."""


def rule_edition(certification_id: str, edition: Edition) -> Edition:
    """Return whose rule answers: the other one stands in, certification by certification."""
    if certification_id not in _ISSUER:
        return "article"
    return edition if certification_id in OF_THE_ARTICLE else "issuer"


def decide_slowly(
    certification_id: str, profile: Profile, edition: Edition = "issuer"
) -> Verdict:
    """Decide one certification on the facts as they hold on the day asked about."""
    for fact in (*WHOLES, *WHOLES.values()):
        narrowed(profile, fact)
    rules = _ISSUER if rule_edition(certification_id, edition) == "issuer" else _ARTICLE
    return rules[certification_id](profile)


def need_by_need(
    certification_id: str, profile: Profile, edition: Edition = "issuer"
) -> Verdict:
    """Decide as `decide_slowly` does, with the leaves that the project's rule has."""
    if certification_id not in _NEED_BY_NEED:
        return decide_slowly(certification_id, profile, edition)
    return _NEED_BY_NEED[certification_id](profile)


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
    read = {leaf.fact for leaf in leaves}
    pairs = [pair for pair in WHOLES.items() if not read.isdisjoint(pair)]
    in_pairs = [one for pair in pairs for one in pair]
    facts = list(dict.fromkeys([*(leaf.fact for leaf in leaves), *in_pairs]))
    choices = [_cells(profile, fact, leaves) for fact in facts]
    for values in product(*choices):
        full = dict(zip(facts, values, strict=True))
        if all(_number(full[part]) <= _number(full[whole]) for part, whole in pairs):
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
    # A part and its whole share their cells, else no pair of them would be in order.
    shared = {fact, *(one for pair in WHOLES.items() if fact in pair for one in pair)}
    if len(shared) > 1 or own[0].needed[0] == "at_least":
        low, high = narrowed(profile, fact)
        starts = {leaf.needed[1] for leaf in leaves if leaf.fact in shared}
        starts |= {narrowed(profile, one)[0] for one in shared}
        numbers = sorted(start for start in starts if isinstance(start, Fraction))
        return [low, *(one for one in numbers if low < one and (high is None or one <= high))]
    if all(leaf.outcome != "unknown" for leaf in own):
        return [stated(profile, fact)]
    if own[0].needed[0] == "is":
        return [True, False]
    return [[code] for code in code_for_each_cell(own) if _keeps_what_is_settled(code, own)]


def code_for_each_cell(leaves: list[Leaf]) -> list[str]:
    """Return NONE, and one code for each way in which the lists of a fact hold a code."""
    lists = [leaf.needed[1] for leaf in leaves if isinstance(leaf.needed[1], frozenset)]
    cells: dict[tuple[bool, ...], str] = {}
    for code in sorted(code for codes in lists for code in codes):
        cells.setdefault(tuple(code in codes for codes in lists), code)
    return ["NONE", *cells.values()]


def _keeps_what_is_settled(code: str, leaves: list[Leaf]) -> bool:
    """Tell whether somebody with this code alone gets every leaf that is settled by now."""
    for leaf in leaves:
        kind, codes = leaf.needed
        assert isinstance(codes, frozenset)
        is_met = (code in codes) == (kind == "includes_any")
        if leaf.outcome != "unknown" and is_met != (leaf.outcome == "met"):
            return False
    return True


def _number(value: object) -> Fraction:
    """Return a value that is known to be a number."""
    assert isinstance(value, Fraction)
    return value


def _plain(number: Fraction) -> int | float:
    """Return a number as a profile states it."""
    return int(number) if number.denominator == 1 else float(number)
