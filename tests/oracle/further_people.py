"""People who stand on one way into CMAC, CDMS, CMC or CMCN alone, and on each threshold."""

from typing import Any

Stated = dict[str, Any]
"""A profile as the contract writes it."""

Threshold = tuple[str, Stated, str, int]
"""A certification, somebody who lacks nothing else, the fact and its amount."""

WITH_ACM: Stated = {
    "license_codes": ["RN"],
    "certification_codes": ["ACM_RN"],
    "degrees": ["NONE"],
    "acma_scope_months": 0,
    "acma_scope_hours": 0,
    "cm_months": 0,
    "cm_administration_months": 0,
}
WITH_MASTER: Stated = {
    **WITH_ACM,
    "license_codes": ["NONE"],
    "certification_codes": ["NONE"],
    "degrees": ["master:other"],
}
WITH_BACHELOR: Stated = {**WITH_MASTER, "degrees": ["bachelor:other"]}
DISABILITY: Stated = {
    "license_codes": ["RN"],
    "degrees": ["NONE"],
    "disability_management_hours_last_60_months": 2080,
    "disability_management_hours_last_36_months": 2080,
    "disability_management_domains": 2,
}
CARE: Stated = {
    "degrees": ["master:social_work"],
    "has_rn_diploma": False,
    "cm_months": 24,
    "cm_supervision_hours": 100,
    "direct_client_months": 0,
    "cm_is_paid": True,
    "covered_care_management_domains": True,
}
CARE_BACHELOR: Stated = {
    **CARE,
    "degrees": ["bachelor:social_work"],
    "direct_client_months": 12,
}
CARE_OTHER: Stated = {
    **CARE,
    "degrees": ["bachelor:other"],
    "cm_months": 36,
    "cm_supervision_hours": 150,
    "direct_client_months": 24,
}
CARE_ASSOCIATE: Stated = {**CARE_OTHER, "degrees": ["associate:nursing"]}
CARE_DIPLOMA: Stated = {**CARE_OTHER, "degrees": ["NONE"], "has_rn_diploma": True}
MANAGED_CARE: Stated = {
    "license_codes": ["RN"],
    "completed_managed_care_course": True,
    "has_managed_care_equivalent": False,
}

WAYS: dict[str, tuple[str, Stated]] = {
    "cmac, a nurse with the ACM": ("cmac", {**WITH_ACM, "acma_scope_months": 24}),
    "cmac, a social worker with the ACM": (
        "cmac",
        {
            **WITH_ACM,
            "license_codes": ["SW_MASTER"],
            "certification_codes": ["ACM_SW"],
            "acma_scope_hours": 4160,
        },
    ),
    "cmac, a master's and leading": ("cmac", {**WITH_MASTER, "cm_administration_months": 12}),
    "cmac, a master's and case management": ("cmac", {**WITH_MASTER, "cm_months": 36}),
    "cmac, a bachelor's and leading": (
        "cmac",
        {**WITH_BACHELOR, "cm_administration_months": 36},
    ),
    "cmac, a bachelor's and case management": ("cmac", {**WITH_BACHELOR, "cm_months": 60}),
    "cdms, a nurse": ("cdms", DISABILITY),
    "cdms, any degree": (
        "cdms",
        {
            **DISABILITY,
            "license_codes": ["NONE"],
            "degrees": ["bachelor:other"],
            "degree_is_accredited": True,
        },
    ),
    "cmc, a related master's": ("cmc", CARE),
    "cmc, a related bachelor's": ("cmc", CARE_BACHELOR),
    "cmc, a related associate degree": ("cmc", CARE_ASSOCIATE),
    "cmc, a nursing diploma": ("cmc", CARE_DIPLOMA),
    "cmc, another degree": ("cmc", CARE_OTHER),
    "cmcn, a registered nurse": ("cmcn", MANAGED_CARE),
    "cmcn, a practical nurse": ("cmcn", {**MANAGED_CARE, "license_codes": ["LPN"]}),
    "cmcn, a clinical social worker": (
        "cmcn",
        {**MANAGED_CARE, "license_codes": ["SW_CLINICAL"]},
    ),
    "cmcn, a counselor": ("cmcn", {**MANAGED_CARE, "license_codes": ["LPC"]}),
    "cmcn, the board's approval": (
        "cmcn",
        {
            **MANAGED_CARE,
            "completed_managed_care_course": False,
            "has_managed_care_equivalent": True,
        },
    ),
}
"""Somebody on each way in, and on no other."""

THRESHOLDS: dict[str, Threshold] = {
    "cmac, months with the ACM": ("cmac", WITH_ACM, "acma_scope_months", 24),
    "cmac, hours with the ACM": ("cmac", WITH_ACM, "acma_scope_hours", 4160),
    "cmac, leading, with a master's": ("cmac", WITH_MASTER, "cm_administration_months", 12),
    "cmac, case management, with a master's": ("cmac", WITH_MASTER, "cm_months", 36),
    "cmac, leading, with a bachelor's": (
        "cmac",
        WITH_BACHELOR,
        "cm_administration_months",
        36,
    ),
    "cmac, case management, with a bachelor's": ("cmac", WITH_BACHELOR, "cm_months", 60),
    "cdms, fields": ("cdms", DISABILITY, "disability_management_domains", 2),
    "cmc, months with a master's": ("cmc", CARE, "cm_months", 24),
    "cmc, supervision with a master's": ("cmc", CARE, "cm_supervision_hours", 100),
    "cmc, months with a bachelor's": ("cmc", CARE_BACHELOR, "cm_months", 24),
    "cmc, supervision with a bachelor's": ("cmc", CARE_BACHELOR, "cm_supervision_hours", 100),
    "cmc, clients with a bachelor's": ("cmc", CARE_BACHELOR, "direct_client_months", 12),
    "cmc, months in the third category": ("cmc", CARE_OTHER, "cm_months", 36),
    "cmc, supervision in the third category": (
        "cmc",
        CARE_OTHER,
        "cm_supervision_hours",
        150,
    ),
    "cmc, clients in the third category": ("cmc", CARE_OTHER, "direct_client_months", 24),
}
"""Each amount that the issuers name, with somebody who lacks nothing else."""
