"""What the rules of CMAC, CDMS, CMC and CMCN ask for, read by hand from their issuers' pages.

In the form of `oracle.read_by_hand`, which has the first four.
"""

from oracle.read_by_hand import HEALTH_AND_HUMAN_SERVICES

BACHELOR_UP = HEALTH_AND_HUMAN_SERVICES | {"bachelor:other", "master:other", "doctorate:other"}
RELATED_ASSOCIATE = {
    *("associate:nursing", "associate:social_work", "associate:health_human_services"),
}
RELATED_MASTER = {
    *("master:nursing", "master:social_work", "master:health_human_services"),
    *("doctorate:nursing", "doctorate:social_work", "doctorate:health_human_services"),
}
# Without social work: whoever has a degree in it may be a social worker to the ACMA.
CMAC_MASTER = {
    *("master:nursing", "master:health_human_services", "master:other"),
    *("doctorate:nursing", "doctorate:health_human_services", "doctorate:other"),
}
CMAC_BACHELOR = CMAC_MASTER | {
    *("bachelor:nursing", "bachelor:health_human_services", "bachelor:other"),
}

CRITERIA: dict[str, dict[str, tuple[str, str, object]]] = {
    "cmac": {
        "acm": ("certification_codes", "includes_any", {"ACM_RN", "ACM_SW"}),
        "no_nurse_or_social_worker": (
            "license_codes",
            "includes_none",
            {"RN", "SW_BACHELOR", "SW_MASTER", "SW_CLINICAL"},
        ),
        "bachelor": ("degrees", "includes_any", CMAC_BACHELOR),
        "scope_months": ("acma_scope_months", "at_least", 24),
        "scope_hours": ("acma_scope_hours", "at_least", 4160),
        "master": ("degrees", "includes_any", CMAC_MASTER),
        "administration_12": ("cm_administration_months", "at_least", 12),
        "case_manager_36": ("cm_months", "at_least", 36),
        "administration_36": ("cm_administration_months", "at_least", 36),
        "case_manager_60": ("cm_months", "at_least", 60),
    },
    "cdms": {
        "license": ("license_codes", "includes_any", {"RN"}),
        "degree": ("degrees", "includes_any", BACHELOR_UP),
        "accredited_institution": ("degree_is_accredited", "is", True),
        "hours_last_60_months": (
            "disability_management_hours_last_60_months",
            "at_least",
            2080,
        ),
        "hours_last_36_months": (
            "disability_management_hours_last_36_months",
            "at_least",
            2080,
        ),
        "domains": ("disability_management_domains", "at_least", 2),
    },
    "cmc": {
        "degree": ("degrees", "includes_any", BACHELOR_UP | RELATED_ASSOCIATE),
        "rn_diploma": ("has_rn_diploma", "is", True),
        "related_degree": ("degrees", "includes_any", HEALTH_AND_HUMAN_SERVICES),
        "care_management_24": ("cm_months", "at_least", 24),
        "supervision_100": ("cm_supervision_hours", "at_least", 100),
        "care_management_36": ("cm_months", "at_least", 36),
        "supervision_150": ("cm_supervision_hours", "at_least", 150),
        "paid": ("cm_is_paid", "is", True),
        "all_domains": ("covered_care_management_domains", "is", True),
        "related_master": ("degrees", "includes_any", RELATED_MASTER),
        "related_bachelor": (
            "degrees",
            "includes_any",
            {"bachelor:nursing", "bachelor:social_work", "bachelor:health_human_services"},
        ),
        "direct_client_12": ("direct_client_months", "at_least", 12),
        "direct_client_24": ("direct_client_months", "at_least", 24),
    },
    "cmcn": {
        "license": ("license_codes", "includes_any", {"RN", "LPN", "SW_CLINICAL", "LPC"}),
        "course": ("completed_managed_care_course", "is", True),
        "equivalent": ("has_managed_care_equivalent", "is", True),
    },
}
"""Fact, comparison and value of each criterion, in the order of the rule."""

SHAPES = {
    "cmac": "(acm | (no_nurse_or_social_worker & bachelor))"
    " & ((acm & (scope_months | scope_hours))"
    " | ((no_nurse_or_social_worker & bachelor)"
    " & ((master & (administration_12 | case_manager_36))"
    " | administration_36 | case_manager_60)))",
    "cdms": "(license | (degree & accredited_institution))"
    " & (hours_last_60_months & hours_last_36_months & domains)",
    # The issuer's three categories, held against each need: see the second evaluator, which
    # keeps them whole.
    "cmc": "(degree | rn_diploma)"
    " & ((related_degree & care_management_24 & supervision_100)"
    " | (care_management_36 & supervision_150))"
    " & (paid & all_domains)"
    " & (related_master | (related_bachelor & direct_client_12) | direct_client_24)",
    "cmcn": "(license) & (course | equivalent)",
}
"""How they join: & asks for all, | for any one."""

PUBLISHERS = {
    "cmac": {"American Case Management Association"},
    "cdms": {
        "Commission for Case Manager Certification",
        "Certification of Disability Management Specialists Commission",
    },
    "cmc": {"National Academy of Certified Care Managers"},
    "cmcn": {"American Board of Managed Care Nursing"},
}
"""Whose pages the criteria stand on; the CDMS had a commission of its own before."""
