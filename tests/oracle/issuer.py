"""The certifications as their issuers tell them, by hand from the rules' words (RULES 5 to 12).

What an issuer asks for as the article does is the article's own function, so that a reader sees
where the two part. ANCC's page could not be read, so there is nothing of it here.
"""

from oracle.article import (
    acm_contact,
    ccm_character,
    ccm_experience,
    ccm_references,
    degree_in_health_and_human_services,
    registered_nurse,
    relevant_certification,
    social_worker,
)
from oracle.leaves import Profile, Verdict, at_least, either, every, includes_any, is_value


def ccm(person: Profile) -> Verdict:
    """Judge the CCM."""
    degree_route = every(
        degree_in_health_and_human_services(person),
        # "required on it": on the degree route alone, not on the other two (RULES 12).
        is_value(person, "degree_is_accredited", needed=True),
        is_value(person, "had_supervised_field_experience", needed=True),
    )
    return every(
        either(_license(person), degree_route, relevant_certification(person)),
        # "in both editions" (RULES 5); references and character as in the article (RULES 1).
        ccm_experience(person),
        ccm_references(person),
        ccm_character(person),
    )


def acm_rn(person: Profile) -> Verdict:
    """Judge the ACM of a registered nurse."""
    return every(registered_nurse(person), _hours(person), acm_contact(person))


def acm_sw(person: Profile) -> Verdict:
    """Judge the ACM of a social worker: a degree and its school, or a license (RULES 10)."""
    return every(social_worker(person), _hours(person), acm_contact(person))


def _license(person: Profile) -> Verdict:
    """Ask for a license from an open list: five are named, and no primary source bars any."""
    # An LPN is barred by a secondary page alone, and only a primary one refuses (RULES 7). An
    # APRN, a bachelor's social worker and any other are neither named nor barred (RULES 6).
    named = ("RN", "SW_MASTER", "SW_CLINICAL", "LPC", "PHARMACIST")
    return includes_any(person, "license_codes", named, is_open=True)


def _hours(person: Profile) -> Verdict:
    """Ask for hours: "months alone do not do" (RULES 10)."""
    return at_least(person, "health_system_cm_hours", 2080)
