"""CMAC, CDMS, CMC and CMCN as their issuers tell them, by hand from the issuers' words.

Each has the issuer's rule alone: the article says nothing of them.
"""

from oracle.article import COUNTING_FIELDS, COUNTING_LEVELS
from oracle.leaves import (
    Profile,
    Verdict,
    at_least,
    by_a_secondary_source,
    either,
    every,
    includes_any,
    includes_none,
    is_value,
)

# "Related fields" are those that count as health and human services elsewhere.
_RELATED = COUNTING_FIELDS
_NO_SOCIAL_WORK = ("nursing", "health_human_services", "other")
_ANY_FIELD = ("nursing", "social_work", "health_human_services", "other")


def cmac(person: Profile) -> Verdict:
    """Judge the CMAC: two tracks, the second for neither nurses nor social workers."""
    # "All RNs and SWs ... are required to hold their ACM credential."
    acm = includes_any(person, "certification_codes", ("ACM_RN", "ACM_SW"))
    # "Two (2) years', or 4,160 hours."
    first = every(
        acm,
        either(
            at_least(person, "acma_scope_months", 24),
            at_least(person, "acma_scope_hours", 4160),
        ),
    )
    # "If you are not an RN or SW": an APRN may be one, and is not let in nor refused (RULES 7).
    nurses = ("RN", "SW_BACHELOR", "SW_MASTER", "SW_CLINICAL")
    outside = includes_none(person, "license_codes", nurses, unsettled=("APRN",))
    # "Master's degree and one-year experience in case management administration" or "three
    # years' experience as a case manager".
    by_master = every(
        _degree(person, ("master", "doctorate")),
        either(
            at_least(person, "cm_administration_months", 12), at_least(person, "cm_months", 36)
        ),
    )
    # "Bachelor's degree and three years' experience in case management administration" or "five
    # years' experience as a case manager".
    by_bachelor = every(
        _degree(person, COUNTING_LEVELS),
        either(
            at_least(person, "cm_administration_months", 36), at_least(person, "cm_months", 60)
        ),
    )
    return either(first, every(outside, either(by_master, by_bachelor)))


def cdms(person: Profile) -> Verdict:
    """Judge the CDMS: a license or any degree, and 2,080 hours in two of four fields."""
    degree = every(
        includes_any(person, "degrees", _codes(COUNTING_LEVELS, _ANY_FIELD)),
        is_value(person, "degree_is_accredited", needed=True),
    )
    license_ = includes_any(person, "license_codes", ("RN",), unsettled=("APRN",))
    hours = "disability_management_hours_last"
    return every(
        either(license_, degree),
        # "Where sources conflict (CDMS: 36 or 60 months), inside the shorter is met, between
        # the two unknown" (RULES 4); outside of both no page lets anybody in.
        at_least(person, f"{hours}_60_months", 2080),
        by_a_secondary_source(at_least(person, f"{hours}_36_months", 2080)),
        at_least(person, "disability_management_domains", 2),
    )


def cmc(person: Profile) -> Verdict:
    """Judge the NACCM's CMC: three categories, and what all work must be."""
    first = every(
        includes_any(person, "degrees", _codes(("master", "doctorate"), _RELATED)),
        _care_management(person, years=2),
    )
    second = every(
        includes_any(person, "degrees", _codes(("bachelor",), _RELATED)),
        _care_management(person, years=2),
        at_least(person, "direct_client_months", 12),
    )
    third = every(
        either(
            includes_any(person, "degrees", _codes(("associate",), _RELATED)),
            is_value(person, "has_rn_diploma", needed=True),
            includes_any(person, "degrees", _codes(COUNTING_LEVELS, ("other",))),
        ),
        _care_management(person, years=3),
        at_least(person, "direct_client_months", 24),
    )
    return every(
        either(first, second, third),
        is_value(person, "cm_is_paid", needed=True),
        is_value(person, "covered_care_management_domains", needed=True),
    )


def cmc_need_by_need(person: Profile) -> Verdict:
    """Judge the same three categories need by need, as the project's rule holds them.

    Each category asks for no less than the one before, so what the education lets somebody do
    with less can be asked of each need by itself.
    """
    related = includes_any(person, "degrees", _codes(COUNTING_LEVELS, _RELATED))
    any_degree = (
        *_codes(COUNTING_LEVELS, _ANY_FIELD),
        *_codes(("associate",), _RELATED),
    )
    return every(
        either(
            includes_any(person, "degrees", any_degree),
            is_value(person, "has_rn_diploma", needed=True),
        ),
        either(
            every(related, _care_management(person, years=2)),
            _care_management(person, years=3),
        ),
        is_value(person, "cm_is_paid", needed=True),
        is_value(person, "covered_care_management_domains", needed=True),
        either(
            includes_any(person, "degrees", _codes(("master", "doctorate"), _RELATED)),
            every(
                includes_any(person, "degrees", _codes(("bachelor",), _RELATED)),
                at_least(person, "direct_client_months", 12),
            ),
            at_least(person, "direct_client_months", 24),
        ),
    )


def cmcn(person: Profile) -> Verdict:
    """Judge the CMCN: a license of four, and the course or the board's approval."""
    return every(
        includes_any(
            person, "license_codes", ("RN", "LPN", "SW_CLINICAL", "LPC"), unsettled=("APRN",)
        ),
        either(
            is_value(person, "completed_managed_care_course", needed=True),
            is_value(person, "has_managed_care_equivalent", needed=True),
        ),
    )


def _care_management(person: Profile, *, years: int) -> Verdict:
    """Ask for years of care management, with "50 hours of supervision" in each."""
    return every(
        at_least(person, "cm_months", 12 * years),
        at_least(person, "cm_supervision_hours", 50 * years),
    )


def _degree(person: Profile, levels: tuple[str, ...]) -> Verdict:
    """Ask for a degree; one in social work may make its holder a social worker to the ACMA."""
    return includes_any(
        person,
        "degrees",
        _codes(levels, _NO_SOCIAL_WORK),
        unsettled=_codes(levels, ("social_work",)),
    )


def _codes(levels: tuple[str, ...], fields: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of degrees of some levels in some fields."""
    return tuple(f"{level}:{field}" for level in levels for field in fields)
