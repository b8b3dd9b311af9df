"""Hypothesis strategies for whole and partial profiles, within the contract of the facts."""

from collections.abc import Sequence

from hypothesis import strategies as st

from oracle.leaves import PART, WHOLE, Contradiction, narrowed

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

CODES = {
    "license_codes": LICENSES,
    "degrees": DEGREES,
    "certification_codes": CERTIFICATIONS,
}
"""The vocabulary of each set."""

EDGES: dict[str, tuple[float, ...]] = {
    "cm_months": (0, 11, 11.5, 12, 13, 23, 23.5, 24, 25, 60),
    "cm_months_under_ccm": (0, 5, 11, 11.5, 12, 13, 24, 30),
    "cm_supervising_months": (0, 11, 11.5, 12, 13),
    "client_references": (0, 2, 3, 4),
    "health_system_cm_hours": (0, 2079, 2079.5, 2080, 2081, 4160),
    "health_system_cm_months": (0, 11, 11.5, 12, 13, 23, 23.5, 24, 25),
    "rn_years": (0, 1, 1.5, 2, 3),
    "ncm_hours_last_36_months": (0, 1999, 1999.5, 2000, 2001, 5000),
    "ncm_education_hours_last_36_months": (0, 29, 29.5, 30, 31),
}
"""Amounts around every threshold of the four rules."""

ANSWERS = (
    "is_self_employed",
    "attests_good_character",
    "has_supervisor_contact",
    "social_work_school_is_accredited",
    "degree_is_accredited",
    "had_supervised_field_experience",
)
"""The yes-or-no facts that the four rules read."""

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


def _whole_values() -> dict[str, st.SearchStrategy[object]]:
    """Return a strategy of certain values for each fact."""
    values = {fact: known_numbers(fact) for fact in EDGES}
    values |= {fact: code_sets(codes) for fact, codes in CODES.items()}
    values |= {fact: st.booleans() for fact in ANSWERS}
    return values


def _open_values() -> dict[str, st.SearchStrategy[object]]:
    """Return a strategy for each fact that also draws intervals and the empty list."""
    values = _whole_values()
    values |= {fact: st.one_of(known_numbers(fact), ranges(fact)) for fact in EDGES}
    values |= {fact: st.one_of(values[fact], st.just([])) for fact in CODES}
    return values


def in_order(profile: dict[str, object]) -> bool:
    """Tell whether the part can be at most its whole."""
    try:
        narrowed(profile, PART)
        narrowed(profile, WHOLE)
    except Contradiction:
        return False
    return True


def any_profiles() -> st.SearchStrategy[dict[str, object]]:
    """Draw partial profiles, also those in which the part is greater than its whole."""
    sparse = st.fixed_dictionaries({}, optional=_open_values())
    dense = st.fixed_dictionaries(_open_values())
    return st.one_of(sparse, dense)


def profiles() -> st.SearchStrategy[dict[str, object]]:
    """Draw partial profiles that hold together."""
    return any_profiles().filter(in_order)


def promising_profiles() -> st.SearchStrategy[dict[str, object]]:
    """Draw profiles of which many meet a rule: most is stated, and stated well."""
    good: dict[str, st.SearchStrategy[object]] = {
        fact: st.sampled_from(edges[len(edges) // 2 :]) for fact, edges in EDGES.items()
    }
    good |= {
        "license_codes": st.sampled_from(PROMISING_LICENSES),
        "attests_good_character": st.just(value=True),
        "has_supervisor_contact": st.booleans(),
        "is_self_employed": st.booleans(),
        "degree_is_accredited": st.booleans(),
        "had_supervised_field_experience": st.booleans(),
    }
    optional: dict[str, st.SearchStrategy[object]] = {
        fact: code_sets(codes) for fact, codes in CODES.items() if fact != "license_codes"
    }
    optional["social_work_school_is_accredited"] = st.booleans()
    return st.fixed_dictionaries(good, optional=optional).filter(in_order)


def whole_profiles() -> st.SearchStrategy[dict[str, object]]:
    """Draw profiles in which every fact is known."""
    return st.fixed_dictionaries(_whole_values()).filter(in_order)
