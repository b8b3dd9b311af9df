"""Five certifications of which only part stands on the issuers' own present pages, by hand.

Whatever another page asks for is met where it is met, and refuses nobody (RULES 7). Which
sentence is whose: the CRC's ways are from an old page of the issuer. The CBIS's own answers
name a diploma and 500 hours. The HS-BCP's newsletter names a bachelor's degree and 350 hours,
with exceptions. The NASW's answers say that no degree but a BSW or MSW is taken.
"""

from oracle.leaves import (
    Profile,
    Verdict,
    at_least,
    by_a_secondary_source,
    either,
    every,
    includes_any,
    is_value,
)

LEVELS = ("bachelor", "master", "doctorate")
FIELDS = ("nursing", "social_work", "health_human_services", "other")


def crc(person: Profile) -> Verdict:
    """Judge the CRC: categories A and B with its two options, and D as far as it was read."""
    rehabilitation = _yes(person, "has_rehabilitation_counseling_master")
    internship = _old(person, "rehabilitation_internship_hours", 600)
    under_a_crc = _old(person, "rehabilitation_counseling_months_under_crc", 12)
    months = "rehabilitation_counseling_months"
    return either(
        every(rehabilitation, _yes(person, "rehabilitation_program_is_accredited"), internship),
        every(rehabilitation, internship, under_a_crc),
        every(rehabilitation, _old(person, months, 24), under_a_crc),
        every(
            _yes(person, "has_counseling_master"),
            _yes(person, "completed_rehabilitation_courses"),
            _old(person, months, 36),
            under_a_crc,
        ),
    )


def cbis(person: Profile) -> Verdict:
    """Judge the CBIS: the diploma and the hours may refuse, what the work was like may not."""
    any_degree = tuple(
        f"{level}:{field}" for level in ("associate", *LEVELS) for field in FIELDS
    )
    return every(
        either(
            is_value(person, "has_high_school_diploma", needed=True),
            includes_any(person, "degrees", any_degree),
        ),
        at_least(person, "brain_injury_hours", 500),
        _yes(person, "brain_injury_work_is_professional"),
    )


def hs_bcp(person: Profile) -> Verdict:
    """Judge the HS-BCP: only somebody without a degree is refused."""
    # The newsletter says bachelor's, others associate: so an associate is settled neither way.
    own_field = ("social_work", "health_human_services")
    in_the_field = includes_any(
        person,
        "degrees",
        tuple(f"{level}:{field}" for level in LEVELS for field in own_field),
        unsettled=tuple(f"associate:{field}" for field in own_field),
    )
    in_any_field = includes_any(
        person,
        "degrees",
        tuple(f"{level}:{field}" for level in LEVELS for field in FIELDS),
        unsettled=tuple(f"associate:{field}" for field in FIELDS),
    )
    courses = every(
        _old(person, "human_services_semester_hours", 15),
        _old(person, "human_services_content_areas", 3),
        _old(person, "human_services_ethics_semester_hours", 2),
    )
    # "With some exceptions": whom they free is another page's word, so nobody is not freed.
    work = either(
        at_least(person, "human_services_hours_after_degree", 350),
        _yes(person, "is_exempt_from_human_services_hours"),
    )
    return every(either(in_the_field, every(in_any_field, courses)), work)


def c_swcm(person: Profile) -> Verdict:
    """Judge the C-SWCM: a degree outside social work is refused, all else is not."""
    return every(
        includes_any(
            person,
            "degrees",
            ("bachelor:social_work",),
            unsettled=("master:social_work", "doctorate:social_work"),
        ),
        _yes(person, "social_work_school_is_accredited"),
        either(
            _old(person, "sw_cm_months_after_bsw", 36),
            _old(person, "sw_cm_hours_after_bsw", 4500),
        ),
        either(
            _code(person, "license_codes", ("SW_BACHELOR",), ("SW_MASTER", "SW_CLINICAL")),
            _code(person, "aswb_exam_codes", ("BACHELOR",), ("MASTER", "ADVANCED", "CLINICAL")),
        ),
    )


def c_aswcm(person: Profile) -> Verdict:
    """Judge the C-ASWCM: a degree outside social work is refused, all else is not."""
    return every(
        includes_any(
            person,
            "degrees",
            ("master:social_work",),
            unsettled=("bachelor:social_work", "doctorate:social_work"),
        ),
        _yes(person, "social_work_school_is_accredited"),
        either(
            _old(person, "sw_cm_months_after_msw", 24),
            _old(person, "sw_cm_hours_after_msw", 3000),
        ),
        _old(person, "cm_education_hours", 20),
        either(
            _code(person, "license_codes", ("SW_MASTER", "SW_CLINICAL"), ()),
            _code(person, "aswb_exam_codes", ("MASTER",), ("ADVANCED", "CLINICAL")),
        ),
    )


RULES = {"crc": crc, "cbis": cbis, "hs_bcp": hs_bcp, "c_swcm": c_swcm, "c_aswcm": c_aswcm}
"""By certification."""


def _old(person: Profile, fact: str, needed: int) -> Verdict:
    """Ask for an amount in the words of a page that refuses nobody."""
    return by_a_secondary_source(at_least(person, fact, needed))


def _yes(person: Profile, fact: str) -> Verdict:
    """Ask for a yes in the words of a page that refuses nobody."""
    return by_a_secondary_source(is_value(person, fact, needed=True))


def _code(
    person: Profile, fact: str, named: tuple[str, ...], unsettled: tuple[str, ...]
) -> Verdict:
    """Ask for a code in the words of a page that refuses nobody."""
    return by_a_secondary_source(includes_any(person, fact, named, unsettled=unsettled))
