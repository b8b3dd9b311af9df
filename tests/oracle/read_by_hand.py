"""What each rule asks for, read by hand from the article and from the rules of reading."""

RuleId = tuple[str, str]
"""A certification, and the edition whose rule it is."""

HEALTH_AND_HUMAN_SERVICES = {
    f"{level}:{taught}"
    for level in ("bachelor", "master", "doctorate")
    for taught in ("nursing", "social_work", "health_human_services")
}
SOCIAL_WORK = {"bachelor:social_work", "master:social_work", "doctorate:social_work"}

LICENSED_NURSE = {"license": ("license_codes", "includes_any", {"RN"})}
SOCIAL_WORKER = {
    "degree": ("degrees", "includes_any", SOCIAL_WORK),
    "accredited_school": ("social_work_school_is_accredited", "is", True),
    "license": ("license_codes", "includes_any", {"SW_BACHELOR", "SW_MASTER", "SW_CLINICAL"}),
}
ONE_YEAR = {"one_year": ("health_system_cm_months", "at_least", 12)}
HOURS = {"hours": ("health_system_cm_hours", "at_least", 2080)}
CONTACT = {
    "two_years": ("health_system_cm_months", "at_least", 24),
    "supervisor_contact": ("has_supervisor_contact", "is", True),
}
DEGREE = {"degree": ("degrees", "includes_any", HEALTH_AND_HUMAN_SERVICES)}
# What the CCM asks for in both editions, after the background.
AFTER_BACKGROUND = {
    "certification": ("certification_codes", "includes_any", {"CRC", "CDMS"}),
    "months_under_ccm": ("cm_months_under_ccm", "at_least", 12),
    "months_any_supervisor": ("cm_months", "at_least", 24),
    "months_supervising": ("cm_supervising_months", "at_least", 12),
    "good_character": ("attests_good_character", "is", True),
    "not_self_employed": ("is_self_employed", "is", False),
    "client_references": ("client_references", "at_least", 3),
}

# What each rule asks for, read by hand from the article and from the rules of reading: fact,
# comparison, value. ANCC's own page could not be read, so CMGT-BC has one rule.
CRITERIA: dict[RuleId, dict[str, tuple[str, str, object]]] = {
    ("ccm", "issuer"): {
        "license": (
            "license_codes",
            "includes_any",
            {"RN", "SW_MASTER", "SW_CLINICAL", "LPC", "PHARMACIST"},
        ),
        **DEGREE,
        "accredited_institution": ("degree_is_accredited", "is", True),
        "field_experience": ("had_supervised_field_experience", "is", True),
        **AFTER_BACKGROUND,
    },
    ("ccm", "article"): {
        "license": ("license_codes", "includes_any", {"RN", "PHARMACIST", "SW_CLINICAL"}),
        **DEGREE,
        **AFTER_BACKGROUND,
    },
    ("acm_rn", "issuer"): {**LICENSED_NURSE, **HOURS, **CONTACT},
    ("acm_rn", "article"): {**LICENSED_NURSE, **ONE_YEAR, **HOURS, **CONTACT},
    ("acm_sw", "issuer"): {**SOCIAL_WORKER, **HOURS, **CONTACT},
    ("acm_sw", "article"): {**SOCIAL_WORKER, **ONE_YEAR, **HOURS, **CONTACT},
    ("cmgt_bc", "article"): {
        **LICENSED_NURSE,
        "years_as_rn": ("rn_years", "at_least", 2),
        "hours": ("ncm_hours_last_36_months", "at_least", 2000),
        "education_hours": ("ncm_education_hours_last_36_months", "at_least", 30),
    },
}
# How they join: & asks for all, | for any one.
CCM_WORK = "(months_under_ccm | months_any_supervisor | months_supervising)"
CCM_REST = "(good_character) & (not_self_employed | client_references)"
SHAPES: dict[RuleId, str] = {
    ("ccm", "issuer"): "(license | (degree & accredited_institution & field_experience)"
    f" | certification) & {CCM_WORK} & {CCM_REST}",
    ("ccm", "article"): f"(license | degree | certification) & {CCM_WORK} & {CCM_REST}",
    ("acm_rn", "issuer"): "(license) & (hours) & (two_years | supervisor_contact)",
    ("acm_rn", "article"): "(license) & (one_year | hours) & (two_years | supervisor_contact)",
    ("acm_sw", "issuer"): "((degree & accredited_school) | license) & (hours)"
    " & (two_years | supervisor_contact)",
    ("acm_sw", "article"): "((degree & accredited_school) | license) & (one_year | hours)"
    " & (two_years | supervisor_contact)",
    ("cmgt_bc", "article"): "(license) & (years_as_rn & hours) & (education_hours)",
}
NEEDS = {
    "ccm": ["background", "work", "character", "references"],
    "acm_rn": ["background", "work", "contact"],
    "acm_sw": ["background", "work", "contact"],
    "cmgt_bc": ["background", "work", "education"],
}
ISSUERS = {
    "ccm": "Commission for Case Manager Certification",
    "acm_rn": "American Case Management Association",
    "acm_sw": "American Case Management Association",
}
PARAGRAPHS = {
    "ccm": {"CCM, paragraph 2", "CCM, paragraph 3"},
    "acm_rn": {"ACM, paragraph 1", "ACM, paragraph 2"},
    "acm_sw": {"ACM, paragraph 1", "ACM, paragraph 2"},
    "cmgt_bc": {
        "ANCC, first requirement",
        "ANCC, second requirement",
        "ANCC, third requirement",
    },
}
