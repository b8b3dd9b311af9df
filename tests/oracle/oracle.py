"""The four certifications of the article, written out by hand, and Kleene's logic on intervals.

Written from the rules' words and the article's own. It shares no line and no file with the
engine, so that one mistake cannot stand in both. A profile is a mapping of the contract's fact
names, as `casecert_data.decide` takes it; nothing here ages totals.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Literal

Outcome = Literal["met", "not_met", "unknown"]
Cause = Literal["blank", "interval", "open_list", "secondary_rule"]
Profile = Mapping[str, object]

CERTIFICATION_IDS = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
"""In the order in which answers come."""

DECLARATIONS = ("is_self_employed", "attests_good_character")
"""What only the applicant can say."""

PART, WHOLE = "cm_months_under_ccm", "cm_months"
"""The one pair of which the first is at most the second."""

COUNTING_FIELDS = ("nursing", "social_work", "health_human_services")
"""Fields that are health and human services; ``other`` is known to be outside."""

COUNTING_LEVELS = ("bachelor", "master", "doctorate")
"""A doctorate counts where the text says "bachelor's or master's"."""


class Contradiction(Exception):  # noqa: N818 - it says what the profile holds, not what failed
    """A part that is certainly greater than its whole."""


@dataclass(frozen=True)
class Leaf:
    """One requirement held against one fact."""

    fact: str
    """Name of the fact."""
    needed: tuple[str, object]
    """Kind of comparison and its value: a Fraction, a frozenset of codes, or a yes or no."""
    outcome: Outcome
    """The leaf's own outcome."""
    cause: Cause | None
    """Why it is unknown."""


@dataclass(frozen=True)
class Verdict:
    """An outcome and every leaf behind it."""

    outcome: Outcome
    """After joining the leaves."""
    leaves: tuple[Leaf, ...]
    """All of them, also those that do not matter."""


# --- facts ------------------------------------------------------------------------------


def stated(profile: Profile, fact: str) -> object:
    """Return what was stated, or None; an empty list is blank."""
    value = profile.get(fact)
    return None if value in ([], ()) else value


def ends(profile: Profile, fact: str) -> tuple[Fraction, Fraction | None]:
    """Return the low and the high end of a number as stated; None is without end."""
    value = stated(profile, fact)
    if value is None:
        return Fraction(0), None
    if isinstance(value, Mapping):
        high = value.get("at_most")
        return Fraction(str(value.get("at_least", 0))), (
            None if high is None else Fraction(str(high))
        )
    return Fraction(str(value)), Fraction(str(value))


def narrowed(profile: Profile, fact: str) -> tuple[Fraction, Fraction | None]:
    """Return the ends after the part and the whole have bounded each other."""
    low, high = ends(profile, fact)
    if fact == PART:
        bound = ends(profile, WHOLE)[1]
        high = bound if high is None else high if bound is None else min(high, bound)
    if fact == WHOLE:
        low = max(low, ends(profile, PART)[0])
    if high is not None and low > high:
        raise Contradiction(fact)
    return low, high


# --- leaves -----------------------------------------------------------------------------


def at_least(profile: Profile, fact: str, needed: int) -> Verdict:
    """Hold a number against a threshold."""
    low, high = narrowed(profile, fact)
    outcome: Outcome = "unknown"
    if low >= needed:
        outcome = "met"
    elif high is not None and high < needed:
        outcome = "not_met"
    return _leaf(profile, fact, ("at_least", Fraction(needed)), outcome, "interval")


def fewer_than(profile: Profile, fact: str, needed: int) -> Verdict:
    """Hold a number against a bound that it must stay under."""
    low, high = narrowed(profile, fact)
    outcome: Outcome = "unknown"
    if low >= needed:
        outcome = "not_met"
    elif high is not None and high < needed:
        outcome = "met"
    return _leaf(profile, fact, ("fewer_than", Fraction(needed)), outcome, "interval")


def is_value(profile: Profile, fact: str, *, needed: bool) -> Verdict:
    """Hold a yes or no against the answer that is asked for."""
    value = stated(profile, fact)
    outcome: Outcome = "unknown" if value is None else "met" if value is needed else "not_met"
    return _leaf(profile, fact, ("is", needed), outcome, "blank")


def includes_any(
    profile: Profile,
    fact: str,
    named: tuple[str, ...],
    *,
    unsettled: tuple[str, ...] = (),
    excluded: tuple[str, ...] = (),
    is_open: bool = False,
) -> Verdict:
    """Hold a set against a list, which is closed, or open since it gives examples."""
    value = stated(profile, fact)
    needed = ("includes_any", frozenset(named))
    if value is None:
        return _leaf(profile, fact, needed, "unknown", "blank")
    assert isinstance(value, list)
    if any(code in named for code in value):
        return _leaf(profile, fact, needed, "met", "open_list")
    outside = {"NONE", *excluded}
    undecided = [
        code for code in value if code in unsettled or (is_open and code not in outside)
    ]
    return _leaf(profile, fact, needed, "unknown" if undecided else "not_met", "open_list")


def includes_none(profile: Profile, fact: str, listed: tuple[str, ...]) -> Verdict:
    """Hold a set against a list of which it must have nothing."""
    value = stated(profile, fact)
    needed = ("includes_none", frozenset(listed))
    if value is None:
        return _leaf(profile, fact, needed, "unknown", "blank")
    assert isinstance(value, list)
    clear = not any(code in listed for code in value)
    return _leaf(profile, fact, needed, "met" if clear else "not_met", "open_list")


def by_a_secondary_source(verdict: Verdict) -> Verdict:
    """Return a leaf as a source that is not the issuer's may judge it: it never refuses."""
    (leaf,) = verdict.leaves
    if leaf.outcome != "not_met":
        return verdict
    return Verdict("unknown", (replace(leaf, outcome="unknown", cause="secondary_rule"),))


def _leaf(
    profile: Profile, fact: str, needed: tuple[str, object], outcome: Outcome, cause: Cause
) -> Verdict:
    """Wrap one comparison; what was not stated is unknown because it is blank."""
    why: Cause | None = None
    if outcome == "unknown":
        why = "blank" if stated(profile, fact) is None else cause
    return Verdict(outcome, (Leaf(fact, needed, outcome, why),))


# --- Kleene's logic ---------------------------------------------------------------------


def every(*parts: Verdict) -> Verdict:
    """Join requirements that all have to hold."""
    leaves = tuple(leaf for part in parts for leaf in part.leaves)
    if any(part.outcome == "not_met" for part in parts):
        return Verdict("not_met", leaves)
    if any(part.outcome == "unknown" for part in parts):
        return Verdict("unknown", leaves)
    return Verdict("met", leaves)


def either(*parts: Verdict) -> Verdict:
    """Join requirements of which one is enough."""
    leaves = tuple(leaf for part in parts for leaf in part.leaves)
    if any(part.outcome == "met" for part in parts):
        return Verdict("met", leaves)
    if any(part.outcome == "unknown" for part in parts):
        return Verdict("unknown", leaves)
    return Verdict("not_met", leaves)


# --- the article ------------------------------------------------------------------------


def _ccm(person: Profile) -> Verdict:
    """Judge the CCM as the article tells it."""
    counting_degrees = tuple(
        f"{level}:{field}" for level in COUNTING_LEVELS for field in COUNTING_FIELDS
    )
    background = either(
        # "You must be licensed as a registered nurse, pharmacist, or clinical social worker."
        includes_any(
            person, "license_codes", ("RN", "PHARMACIST", "SW_CLINICAL"), unsettled=("APRN",)
        ),
        # "Alternatively, you'll need a bachelor's or master's degree in a health and human
        # services field, such as social work or nursing."
        includes_any(person, "degrees", counting_degrees),
        # "relevant certification, such as Certified Rehabilitation Counselor or Disability
        # Management Specialist": examples, so the list is open.
        includes_any(person, "certification_codes", ("CRC", "CDMS"), is_open=True),
    )
    experience = either(
        # "12 months of full-time case management experience supervised by someone who is a CCM"
        at_least(person, "cm_months_under_ccm", 12),
        # "24 months ... not supervised by someone who is a CCM": whoever supervised (RULES 5).
        at_least(person, "cm_months", 24),
        # "12 months of supervisory experience managing other case managers"
        at_least(person, "cm_supervising_months", 12),
    )
    # "If you're self-employed, you'll have to provide at least three references"
    references = either(
        is_value(person, "is_self_employed", needed=False),
        at_least(person, "client_references", 3),
    )
    # "a list of questions to prove you are of good moral character"
    character = is_value(person, "attests_good_character", needed=True)
    return every(background, experience, references, character)


def _acm_experience(person: Profile) -> Verdict:
    """Judge the experience that both faces of the ACM ask for."""
    return every(
        # "At a minimum, you'll need one year or 2,080 hours"
        either(
            at_least(person, "health_system_cm_months", 12),
            at_least(person, "health_system_cm_hours", 2080),
        ),
        # "your supervisor's contact information if you have less than two years of experience"
        either(
            at_least(person, "health_system_cm_months", 24),
            is_value(person, "has_supervisor_contact", needed=True),
        ),
    )


def _acm_rn(person: Profile) -> Verdict:
    """Judge the ACM of a registered nurse."""
    # "If you're a registered nurse, you must prove that your license is in good standing."
    return every(_registered_nurse(person), _acm_experience(person))


def _acm_sw(person: Profile) -> Verdict:
    """Judge the ACM of a social worker."""
    # "a relevant bachelor's or master's degree from an accredited school or a license in good
    # standing"
    social_worker = either(
        every(
            includes_any(
                person, "degrees", tuple(f"{level}:social_work" for level in COUNTING_LEVELS)
            ),
            is_value(person, "social_work_school_is_accredited", needed=True),
        ),
        includes_any(person, "license_codes", ("SW_BACHELOR", "SW_MASTER", "SW_CLINICAL")),
    )
    return every(social_worker, _acm_experience(person))


def _cmgt_bc(person: Profile) -> Verdict:
    """Judge the ANCC's nursing case management."""
    return every(
        # "a current registered nurse's license in good standing in your state or territory"
        _registered_nurse(person),
        # "worked as a registered nurse for at least two years"
        at_least(person, "rn_years", 2),
        # "at least 2,000 hours of clinical work ... within the last three years"
        at_least(person, "ncm_hours_last_36_months", 2000),
        # "30 hours of education in nursing case management within the previous three years"
        at_least(person, "ncm_education_hours_last_36_months", 30),
    )


def _registered_nurse(person: Profile) -> Verdict:
    """Ask for an RN; an APRN alone is unsettled (RULES 7)."""
    return includes_any(person, "license_codes", ("RN",), unsettled=("APRN",))


_RULES = {"ccm": _ccm, "acm_rn": _acm_rn, "acm_sw": _acm_sw, "cmgt_bc": _cmgt_bc}


# --- answers ----------------------------------------------------------------------------


def decide_slowly(certification_id: str, profile: Profile) -> Verdict:
    """Decide one certification on the facts as they hold on the day asked about."""
    narrowed(profile, PART)
    narrowed(profile, WHOLE)
    return _RULES[certification_id](profile)


def apart_from_declarations(certification_id: str, profile: Profile) -> Outcome:
    """Return the best outcome over every answer to the declarations that are blank."""
    blank = [fact for fact in DECLARATIONS if stated(profile, fact) is None]
    reached = {
        decide_slowly(
            certification_id, {**profile, **dict(zip(blank, answers, strict=True))}
        ).outcome
        for answers in product((True, False), repeat=len(blank))
    }
    ranked: tuple[Outcome, ...] = ("met", "unknown", "not_met")
    return next(outcome for outcome in ranked if outcome in reached)


def completions(certification_id: str, profile: Profile) -> Iterator[dict[str, object]]:
    """Yield full profiles, one for every combination of cells that the profile leaves open.

    A number's cells begin at its low end and at each threshold above it, so that one value
    stands for all between two thresholds. An unsettled list goes either way: ``NONE``, or a
    named code.
    """
    leaves = decide_slowly(certification_id, profile).leaves
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


def outcome_by_completions(certification_id: str, profile: Profile) -> Outcome:
    """Decide by looking at every completion: met in all, met in none, or unknown."""
    reached = {
        decide_slowly(certification_id, full).outcome
        for full in completions(certification_id, profile)
    }
    if reached == {"met"}:
        return "met"
    return "not_met" if reached == {"not_met"} else "unknown"


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
