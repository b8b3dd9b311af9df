"""People who stand on one way in alone, and somebody of whom nothing is enough.

A name without more stands for somebody who gets there in both editions.
"""

from typing import Any

Stated = dict[str, Any]
"""A profile as the contract writes it."""

NOTHING: Stated = {
    "license_codes": ["NONE"],
    "degrees": ["NONE"],
    "certification_codes": ["NONE"],
    "cm_months": 0,
    "cm_months_under_ccm": 0,
    "cm_supervising_months": 0,
    "is_self_employed": True,
    "client_references": 0,
    "attests_good_character": False,
    "health_system_cm_hours": 0,
    "health_system_cm_months": 0,
    "has_supervisor_contact": False,
    "social_work_school_is_accredited": False,
    "degree_is_accredited": False,
    "had_supervised_field_experience": False,
    "rn_years": 0,
    "ncm_hours_last_36_months": 0,
    "ncm_education_hours_last_36_months": 0,
}
"""Everything known that the article's four ask for, and none of it enough for anything."""

NOTHING_FURTHER: Stated = {
    "acma_scope_months": 0,
    "acma_scope_hours": 0,
    "cm_administration_months": 0,
    "disability_management_hours_last_60_months": 0,
    "disability_management_hours_last_36_months": 0,
    "disability_management_domains": 0,
    "has_rn_diploma": False,
    "cm_is_paid": False,
    "cm_supervision_hours": 0,
    "covered_care_management_domains": False,
    "direct_client_months": 0,
    "completed_managed_care_course": False,
    "has_managed_care_equivalent": False,
    "has_rehabilitation_counseling_master": False,
    "rehabilitation_program_is_accredited": False,
    "rehabilitation_internship_hours": 0,
    "has_counseling_master": False,
    "completed_rehabilitation_courses": False,
    "rehabilitation_counseling_months": 0,
    "rehabilitation_counseling_months_under_crc": 0,
    "has_high_school_diploma": False,
    "brain_injury_hours": 0,
    "brain_injury_work_is_professional": False,
    "human_services_hours_after_degree": 0,
    "is_exempt_from_human_services_hours": False,
    "human_services_semester_hours": 0,
    "human_services_content_areas": 0,
    "human_services_ethics_semester_hours": 0,
    "sw_cm_months_after_bsw": 0,
    "sw_cm_hours_after_bsw": 0,
    "sw_cm_months_after_msw": 0,
    "sw_cm_hours_after_msw": 0,
    "cm_education_hours": 0,
    "aswb_exam_codes": ["NONE"],
}
"""The same of what the nine others ask for beside it."""

# 23 months in all leave room for 13 under a CCM, and are not 24.
CCM: Stated = {
    "license_codes": ["RN"],
    "cm_months": 23,
    "cm_months_under_ccm": 12,
    "is_self_employed": False,
    "attests_good_character": True,
}
CCM_BY_MONTHS: Stated = {**CCM, "cm_months_under_ccm": 0, "cm_months": 24}
CCM_BY_SUPERVISING: Stated = {**CCM, "cm_months_under_ccm": 0, "cm_supervising_months": 12}
CCM_SELF_EMPLOYED: Stated = {**CCM, "is_self_employed": True, "client_references": 3}
CCM_BY_DEGREE: Stated = {
    **CCM,
    "license_codes": ["NONE"],
    "degrees": ["bachelor:health_human_services"],
}
"""Enough in the article; the issuer asks two things more of a degree."""

CCM_BY_WHOLE_DEGREE: Stated = {
    **CCM_BY_DEGREE,
    "degree_is_accredited": True,
    "had_supervised_field_experience": True,
}
CCM_BY_CERTIFICATION: Stated = {
    **CCM,
    "license_codes": ["NONE"],
    "certification_codes": ["CRC"],
}

# Hours are enough in both editions, months in the article's alone.
ACM_RN: Stated = {
    "license_codes": ["RN"],
    "health_system_cm_hours": 2080,
    "has_supervisor_contact": True,
}
ACM_RN_TWO_YEARS: Stated = {
    "license_codes": ["RN"],
    "health_system_cm_hours": 2080,
    "health_system_cm_months": 24,
}
ACM_RN_BY_MONTHS: Stated = {
    "license_codes": ["RN"],
    "health_system_cm_months": 12,
    "has_supervisor_contact": True,
}
ACM_RN_BY_MONTHS_TWO_YEARS: Stated = {"license_codes": ["RN"], "health_system_cm_months": 24}
ACM_SW: Stated = {**ACM_RN, "license_codes": ["SW_MASTER"]}
ACM_SW_TWO_YEARS: Stated = {**ACM_RN_TWO_YEARS, "license_codes": ["SW_MASTER"]}
ACM_SW_BY_MONTHS: Stated = {**ACM_RN_BY_MONTHS, "license_codes": ["SW_MASTER"]}
ACM_SW_BY_DEGREE: Stated = {
    **ACM_RN,
    "license_codes": ["NONE"],
    "degrees": ["bachelor:social_work"],
    "social_work_school_is_accredited": True,
}
CMGT_BC: Stated = {
    "license_codes": ["RN"],
    "rn_years": 2,
    "ncm_hours_last_36_months": 2000,
    "ncm_education_hours_last_36_months": 30,
}
