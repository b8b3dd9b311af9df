"""What the CRC, CBIS, HS-BCP, C-SWCM and C-ASWCM ask for, read by hand from the pages found.

In the form of `oracle.read_by_hand`, which has the first four.
"""

FIELDS = ("nursing", "social_work", "health_human_services", "other")
ANY_BACHELOR_UP = {
    f"{level}:{taught}" for level in ("bachelor", "master", "doctorate") for taught in FIELDS
}
ANY_DEGREE = ANY_BACHELOR_UP | {f"associate:{taught}" for taught in FIELDS}
HUMAN_SERVICES = {
    *("bachelor:social_work", "master:social_work", "doctorate:social_work"),
    *("bachelor:health_human_services", "master:health_human_services"),
    "doctorate:health_human_services",
}
SCHOOL = {"accredited_school": ("social_work_school_is_accredited", "is", True)}

CRITERIA: dict[str, dict[str, tuple[str, str, object]]] = {
    "crc": {
        "rehabilitation_degree": ("has_rehabilitation_counseling_master", "is", True),
        "accredited_program": ("rehabilitation_program_is_accredited", "is", True),
        "internship": ("rehabilitation_internship_hours", "at_least", 600),
        "months_under_crc": ("rehabilitation_counseling_months_under_crc", "at_least", 12),
        "months": ("rehabilitation_counseling_months", "at_least", 24),
        "counseling_degree": ("has_counseling_master", "is", True),
        "courses": ("completed_rehabilitation_courses", "is", True),
        "more_months": ("rehabilitation_counseling_months", "at_least", 36),
    },
    "cbis": {
        "high_school": ("has_high_school_diploma", "is", True),
        "degree": ("degrees", "includes_any", ANY_DEGREE),
        "hours": ("brain_injury_hours", "at_least", 500),
        "counted_work": ("brain_injury_work_is_professional", "is", True),
    },
    "hs_bcp": {
        "degree": ("degrees", "includes_any", HUMAN_SERVICES),
        "any_degree": ("degrees", "includes_any", ANY_BACHELOR_UP),
        "course_hours": ("human_services_semester_hours", "at_least", 15),
        "content_areas": ("human_services_content_areas", "at_least", 3),
        "ethics_hours": ("human_services_ethics_semester_hours", "at_least", 2),
        "hours": ("human_services_hours_after_degree", "at_least", 350),
        "freed": ("is_exempt_from_human_services_hours", "is", True),
    },
    "c_swcm": {
        "degree": ("degrees", "includes_any", {"bachelor:social_work"}),
        **SCHOOL,
        "months": ("sw_cm_months_after_bsw", "at_least", 36),
        "hours": ("sw_cm_hours_after_bsw", "at_least", 4500),
        "license": ("license_codes", "includes_any", {"SW_BACHELOR"}),
        "exam": ("aswb_exam_codes", "includes_any", {"BACHELOR"}),
    },
    "c_aswcm": {
        "degree": ("degrees", "includes_any", {"master:social_work"}),
        **SCHOOL,
        "months": ("sw_cm_months_after_msw", "at_least", 24),
        "hours": ("sw_cm_hours_after_msw", "at_least", 3000),
        "education_hours": ("cm_education_hours", "at_least", 20),
        "license": ("license_codes", "includes_any", {"SW_MASTER", "SW_CLINICAL"}),
        "exam": ("aswb_exam_codes", "includes_any", {"MASTER"}),
    },
}
"""Fact, comparison, value."""

SHAPES = {
    "crc": "((rehabilitation_degree & accredited_program & internship)"
    " | (rehabilitation_degree & internship & months_under_crc)"
    " | (rehabilitation_degree & months & months_under_crc)"
    " | (counseling_degree & courses & more_months & months_under_crc))",
    "cbis": "(high_school | degree) & (hours & counted_work)",
    "hs_bcp": "(degree | (any_degree & course_hours & content_areas & ethics_hours))"
    " & (hours | freed)",
    "c_swcm": "(degree & accredited_school) & (months | hours) & (license | exam)",
    "c_aswcm": "(degree & accredited_school) & (months | hours) & (education_hours)"
    " & (license | exam)",
}
"""How they join: & asks for all, | for any one."""

PUBLISHERS = {
    "crc": {"Commission on Rehabilitation Counselor Certification"},
    "cbis": {
        "Academy of Certified Brain Injury Specialists",
        "Brain Injury Alliance of Connecticut",
    },
    "hs_bcp": {"National Board for Certified Counselors", "Georgia Highlands College"},
    "c_swcm": {"National Association of Social Workers", "HumanServicesEdu.org"},
    "c_aswcm": {"National Association of Social Workers", "Our Lady of the Lake University"},
}
"""Whose page each criterion rests on."""
