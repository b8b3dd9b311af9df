"""Hypothesis strategies for whole and partial profiles, within the contract of the facts."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from hypothesis import strategies as st

from oracle.leaves import WHOLES, Contradiction, narrowed
from oracle.oracle import EDITIONS, OF_THE_ARTICLE, Edition, decide_slowly

Stated = dict[str, Any]
"""A profile as the contract writes it."""


class Part(NamedTuple):
    """Some of the certifications: the examples of a test are shared out among the parts."""

    edition: Edition
    """Whose words are asked for."""
    certification_ids: tuple[str, ...]
    """Which are decided."""


class Drawn(NamedTuple):
    """A profile, and the certifications that it is drawn for."""

    part: Part
    """Those whose facts it may state."""
    profile: Stated
    """What is stated."""


BY_ISSUERS, BY_THE_ARTICLE = (Part(edition, OF_THE_ARTICLE) for edition in EDITIONS)
FURTHER = Part("issuer", ("cmac", "cdms", "cmc", "cmcn"))
WITH_CAVEATS = Part("issuer", ("crc", "cbis", "hs_bcp", "c_swcm", "c_aswcm"))
PARTS = (BY_ISSUERS, BY_THE_ARTICLE, FURTHER, WITH_CAVEATS)
"""All thirteen, and those of the article twice."""

LICENSES = (
    "RN",
    "LPN",
    "APRN",
    "SW_BACHELOR",
    "SW_MASTER",
    "SW_CLINICAL",
    "LPC",
    "PHARMACIST",
    "OTHER",
)
"""Every license code but NONE."""

DEGREES = tuple(
    f"{level}:{field}"
    for level in ("associate", "bachelor", "master", "doctorate")
    for field in ("nursing", "social_work", "health_human_services", "other")
)
"""Every degree code but NONE."""

CERTIFICATIONS = ("CRC", "CDMS", "CCM", "ACM_RN", "ACM_SW", "CMGT_BC", "CMAC", "OTHER")
"""Named, unsettled and held certifications; NONE is left out."""

ASWB_EXAMS = ("BACHELOR", "MASTER", "ADVANCED", "CLINICAL")
"""Every exam code but NONE."""

CODES = {
    "license_codes": LICENSES,
    "degrees": DEGREES,
    "certification_codes": CERTIFICATIONS,
    "aswb_exam_codes": ASWB_EXAMS,
}
"""The vocabulary of each set."""

EDGES: dict[str, tuple[float, ...]] = {
    "cm_months": (0, 11, 11.5, 12, 13, 23, 23.5, 24, 25, 35, 36, 59, 60),
    "cm_months_under_ccm": (0, 5, 11, 11.5, 12, 13, 24, 30),
    "cm_supervising_months": (0, 11, 11.5, 12, 13),
    "client_references": (0, 2, 3, 4),
    "health_system_cm_hours": (0, 2079, 2079.5, 2080, 2081, 4160),
    "health_system_cm_months": (0, 11, 11.5, 12, 13, 23, 23.5, 24, 25),
    "rn_years": (0, 1, 1.5, 2, 3),
    "ncm_hours_last_36_months": (0, 1999, 1999.5, 2000, 2001, 5000),
    "ncm_education_hours_last_36_months": (0, 29, 29.5, 30, 31),
    "acma_scope_months": (0, 23, 23.5, 24, 25),
    "acma_scope_hours": (0, 4159, 4159.5, 4160, 5000),
    "cm_administration_months": (0, 11, 11.5, 12, 35, 36, 37),
    "disability_management_hours_last_60_months": (0, 2079, 2079.5, 2080, 2081, 4000),
    "disability_management_hours_last_36_months": (0, 2079, 2079.5, 2080, 2081),
    "disability_management_domains": (0, 1, 2, 4),
    "cm_supervision_hours": (0, 99, 99.5, 100, 149, 150, 151),
    "direct_client_months": (0, 11, 11.5, 12, 23, 24, 25),
    "rehabilitation_internship_hours": (0, 599, 599.5, 600, 601),
    "rehabilitation_counseling_months": (0, 11, 12, 23, 23.5, 24, 35, 36, 37),
    "rehabilitation_counseling_months_under_crc": (0, 11, 11.5, 12, 13),
    "brain_injury_hours": (0, 499, 499.5, 500, 501),
    "human_services_hours_after_degree": (0, 349, 349.5, 350, 351),
    "human_services_semester_hours": (0, 1, 2, 14, 14.5, 15, 16),
    "human_services_content_areas": (0, 2, 3, 4),
    "human_services_ethics_semester_hours": (0, 1, 1.5, 2, 3),
    "sw_cm_months_after_bsw": (0, 35, 35.5, 36, 37),
    "sw_cm_hours_after_bsw": (0, 4499, 4499.5, 4500, 4501),
    "sw_cm_months_after_msw": (0, 23, 23.5, 24, 25),
    "sw_cm_hours_after_msw": (0, 2999, 2999.5, 3000, 3001),
    "cm_education_hours": (0, 19, 19.5, 20, 21),
}
"""Amounts around every threshold of the rules."""

ANSWERS = (
    "is_self_employed",
    "attests_good_character",
    "has_supervisor_contact",
    "social_work_school_is_accredited",
    "degree_is_accredited",
    "had_supervised_field_experience",
    *("has_rn_diploma", "cm_is_paid", "covered_care_management_domains"),
    *("completed_managed_care_course", "has_managed_care_equivalent"),
    *("has_rehabilitation_counseling_master", "rehabilitation_program_is_accredited"),
    *("has_counseling_master", "completed_rehabilitation_courses"),
    *("has_high_school_diploma", "brain_injury_work_is_professional"),
    "is_exempt_from_human_services_hours",
)
"""The yes-or-no facts that the rules read."""

PROMISING_LICENSES = (
    ["RN"],
    ["RN", "SW_MASTER"],
    ["APRN", "RN"],
    ["SW_MASTER", "LPC"],
    ["LPN"],
    ["NONE"],
)
"""Half are nurses, whom most rules ask for; the rest stand on another way in, or on none."""


def known_numbers(fact: str) -> st.SearchStrategy[object]:
    """Draw one amount, more often a great one, so that some profiles meet a rule."""
    edges = EDGES[fact]
    return st.one_of(st.sampled_from(edges), st.sampled_from(edges[len(edges) // 2 :]))


def ranges(fact: str) -> st.SearchStrategy[object]:
    """Draw an interval: both ends, the low end alone or the high end alone."""
    edges = EDGES[fact]
    pairs = st.tuples(st.sampled_from(edges), st.sampled_from(edges)).filter(
        lambda pair: pair[0] < pair[1]
    )
    return st.one_of(
        pairs.map(lambda pair: {"at_least": pair[0], "at_most": pair[1]}),
        st.sampled_from(edges[1:]).map(lambda low: {"at_least": low}),
        st.sampled_from(edges).map(lambda high: {"at_most": high}),
    )


def code_sets(codes: Sequence[str]) -> st.SearchStrategy[object]:
    """Draw NONE alone, or one to three codes."""
    some = st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True)
    return st.one_of(some, some, st.just(["NONE"]))


def facts_of(part: Part) -> frozenset[str]:
    """Name the facts that the rules of a part read in any edition, with parts and wholes."""
    read = {
        leaf.fact
        for one in part.certification_ids
        for edition in EDITIONS
        for leaf in decide_slowly(one, {}, edition).leaves
    }
    pairs = [pair for pair in WHOLES.items() if not read.isdisjoint(pair)]
    return frozenset({*read, *(one for pair in pairs for one in pair)})


def _whole_values(part: Part) -> dict[str, st.SearchStrategy[object]]:
    """Return a strategy of certain values for each fact."""
    values = {fact: known_numbers(fact) for fact in EDGES}
    values |= {fact: code_sets(codes) for fact, codes in CODES.items()}
    values |= {fact: st.booleans() for fact in ANSWERS}
    return {fact: values[fact] for fact in sorted(facts_of(part))}


def _open_values(part: Part) -> dict[str, st.SearchStrategy[object]]:
    """Return a strategy for each fact that also draws intervals and the empty list."""
    values = _whole_values(part)
    for fact in values:
        if fact in EDGES:
            values[fact] = st.one_of(known_numbers(fact), ranges(fact))
        elif fact in CODES:
            values[fact] = st.one_of(values[fact], st.just([]))
    return values


def in_order(profile: Stated) -> bool:
    """Tell whether each part can be at most its whole."""
    try:
        for fact in (*WHOLES, *WHOLES.values()):
            narrowed(profile, fact)
    except Contradiction:
        return False
    return True


def _any_profiles(part: Part) -> st.SearchStrategy[Stated]:
    values = _open_values(part)
    sparse = st.fixed_dictionaries({}, optional=values)
    return st.one_of(sparse, st.fixed_dictionaries(values))


def _profiles(part: Part) -> st.SearchStrategy[Stated]:
    return _any_profiles(part).filter(in_order)


def _whole_profiles(part: Part) -> st.SearchStrategy[Stated]:
    return st.fixed_dictionaries(_whole_values(part)).filter(in_order)


def _promising_profiles(part: Part) -> st.SearchStrategy[Stated]:
    good: dict[str, st.SearchStrategy[object]] = {
        fact: st.sampled_from(edges[len(edges) // 2 :]) for fact, edges in EDGES.items()
    }
    # A character question is answered well; of the rest two in three are yes.
    good |= {fact: st.sampled_from([True, True, False]) for fact in ANSWERS}
    good |= {
        "license_codes": st.sampled_from(PROMISING_LICENSES),
        "attests_good_character": st.just(value=True),
        "is_self_employed": st.booleans(),
    }
    optional: dict[str, st.SearchStrategy[object]] = {
        fact: code_sets(codes) for fact, codes in CODES.items() if fact != "license_codes"
    }
    optional["social_work_school_is_accredited"] = st.booleans()
    read = sorted(facts_of(part))
    return st.fixed_dictionaries(
        {fact: good[fact] for fact in read if fact not in optional},
        optional={fact: optional[fact] for fact in read if fact in optional},
    ).filter(in_order)


def _shared_out(
    profiles_of: Callable[[Part], st.SearchStrategy[Stated]], parts: Sequence[Part]
) -> st.SearchStrategy[Drawn]:
    """Draw for each of the parts about as often."""
    return st.one_of([st.builds(Drawn, st.just(part), profiles_of(part)) for part in parts])


def any_drawn(parts: Sequence[Part] = PARTS) -> st.SearchStrategy[Drawn]:
    """Draw partial profiles, also those in which a part is greater than its whole."""
    return _shared_out(_any_profiles, parts)


def drawn(parts: Sequence[Part] = PARTS) -> st.SearchStrategy[Drawn]:
    """Draw partial profiles that hold together."""
    return _shared_out(_profiles, parts)


def promising_drawn(parts: Sequence[Part] = PARTS) -> st.SearchStrategy[Drawn]:
    """Draw profiles of which many meet a rule: most is stated, and stated well."""
    return _shared_out(_promising_profiles, parts)


def whole_drawn(parts: Sequence[Part] = PARTS) -> st.SearchStrategy[Drawn]:
    """Draw profiles in which every fact is known."""
    return _shared_out(_whole_profiles, parts)


def profiles() -> st.SearchStrategy[Stated]:
    """Draw partial profiles that hold together, for whichever certifications."""
    return drawn().map(lambda one: one.profile)


def promising_profiles() -> st.SearchStrategy[Stated]:
    """Draw profiles of which many meet a rule, for whichever certifications."""
    return promising_drawn().map(lambda one: one.profile)
