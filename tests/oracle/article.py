"""The four certifications as the article tells them, written out by hand from its sentences."""

from oracle.leaves import Profile, Verdict, at_least, either, every, includes_any, is_value

COUNTING_FIELDS = ("nursing", "social_work", "health_human_services")
"""Fields that are health and human services; ``other`` is known to be outside."""

COUNTING_LEVELS = ("bachelor", "master", "doctorate")
"""A doctorate counts where the text says "bachelor's or master's" (RULES 8)."""


# --- CCM --------------------------------------------------------------------------------


def ccm(person: Profile) -> Verdict:
    """Judge the CCM."""
    background = either(
        # "You must be licensed as a registered nurse, pharmacist, or clinical social worker."
        # The list is closed (RULES 6), but for what an APRN also holds (RULES 7).
        includes_any(
            person, "license_codes", ("RN", "PHARMACIST", "SW_CLINICAL"), unsettled=("APRN",)
        ),
        degree_in_health_and_human_services(person),
        relevant_certification(person),
    )
    return every(
        background, ccm_experience(person), ccm_references(person), ccm_character(person)
    )


def degree_in_health_and_human_services(person: Profile) -> Verdict:
    """Ask for a degree by its level and field."""
    # "Alternatively, you'll need a bachelor's or master's degree in a health and human
    # services field, such as social work or nursing."
    counting = tuple(
        f"{level}:{field}" for level in COUNTING_LEVELS for field in COUNTING_FIELDS
    )
    return includes_any(person, "degrees", counting)


def relevant_certification(person: Profile) -> Verdict:
    """Ask for a certification that the CCM builds on."""
    # "relevant certification, such as Certified Rehabilitation Counselor or Disability
    # Management Specialist": examples, so the list is open, in both editions (RULES 6).
    return includes_any(person, "certification_codes", ("CRC", "CDMS"), is_open=True)


def ccm_experience(person: Profile) -> Verdict:
    """Ask for one of three kinds of work; they are never added together (RULES 5)."""
    return either(
        # "12 months of full-time case management experience supervised by someone who is a CCM"
        at_least(person, "cm_months_under_ccm", 12),
        # "24 months ... not supervised by someone who is a CCM": whoever supervised (RULES 5).
        at_least(person, "cm_months", 24),
        # "12 months of supervisory experience managing other case managers"
        at_least(person, "cm_supervising_months", 12),
    )


def ccm_references(person: Profile) -> Verdict:
    """Ask the self-employed for references; the condition is a choice (RULES 13)."""
    # "If you're self-employed, you'll have to provide at least three references"
    return either(
        is_value(person, "is_self_employed", needed=False),
        at_least(person, "client_references", 3),
    )


def ccm_character(person: Profile) -> Verdict:
    """Ask for a declaration."""
    # "a list of questions to prove you are of good moral character"
    return is_value(person, "attests_good_character", needed=True)


# --- ACM --------------------------------------------------------------------------------


def acm_rn(person: Profile) -> Verdict:
    """Judge the ACM of a registered nurse."""
    # "If you're a registered nurse, you must prove that your license is in good standing."
    return every(registered_nurse(person), _acm_experience(person), acm_contact(person))


def acm_sw(person: Profile) -> Verdict:
    """Judge the ACM of a social worker."""
    return every(social_worker(person), _acm_experience(person), acm_contact(person))


def social_worker(person: Profile) -> Verdict:
    """Ask for a degree and its school, or for any social-work license (RULES 9)."""
    # "a relevant bachelor's or master's degree from an accredited school or a license in good
    # standing"
    degree = every(
        includes_any(
            person, "degrees", tuple(f"{level}:social_work" for level in COUNTING_LEVELS)
        ),
        is_value(person, "social_work_school_is_accredited", needed=True),
    )
    any_level = ("SW_BACHELOR", "SW_MASTER", "SW_CLINICAL")
    return either(degree, includes_any(person, "license_codes", any_level))


def acm_contact(person: Profile) -> Verdict:
    """Ask for a contact where there are fewer than two years, in months alone (RULES 9)."""
    # "your supervisor's contact information if you have less than two years of experience"
    return either(
        at_least(person, "health_system_cm_months", 24),
        is_value(person, "has_supervisor_contact", needed=True),
    )


def _acm_experience(person: Profile) -> Verdict:
    """Ask for a year, in months or in hours; neither follows from the other (RULES 9)."""
    # "At a minimum, you'll need one year or 2,080 hours"
    return either(
        at_least(person, "health_system_cm_months", 12),
        at_least(person, "health_system_cm_hours", 2080),
    )


# --- CMGT-BC ----------------------------------------------------------------------------


def cmgt_bc(person: Profile) -> Verdict:
    """Judge the ANCC's nursing case management."""
    return every(
        # "a current registered nurse's license in good standing in your state or territory"
        registered_nurse(person),
        # "worked as a registered nurse for at least two years"
        at_least(person, "rn_years", 2),
        # "at least 2,000 hours of clinical work ... within the last three years"
        at_least(person, "ncm_hours_last_36_months", 2000),
        # "30 hours of education in nursing case management within the previous three years"
        at_least(person, "ncm_education_hours_last_36_months", 30),
    )


def registered_nurse(person: Profile) -> Verdict:
    """Ask for an RN; an APRN alone is unsettled (RULES 7)."""
    return includes_any(person, "license_codes", ("RN",), unsettled=("APRN",))
