"""Five rules with caveats: each way alone, each threshold, who is refused and who never is.

Amounts are typed from the pages; what another page than the issuer's asks for refuses nobody.
"""

from itertools import product
from typing import Any

import pytest
from oracle import caveats
from oracle.answers import decision, outcome
from oracle.leaves import WHOLES

from casecert_data.eligibility import read_rule

Stated = dict[str, Any]

CRC_ACCREDITED: Stated = {
    "has_rehabilitation_counseling_master": True,
    "rehabilitation_program_is_accredited": True,
    "rehabilitation_internship_hours": 600,
}
CRC_INTERNSHIP: Stated = {
    "has_rehabilitation_counseling_master": True,
    "rehabilitation_internship_hours": 600,
    "rehabilitation_counseling_months": 12,
    "rehabilitation_counseling_months_under_crc": 12,
}
CRC_WORK: Stated = {
    "has_rehabilitation_counseling_master": True,
    "rehabilitation_counseling_months": 24,
    "rehabilitation_counseling_months_under_crc": 12,
}
CRC_COUNSELING: Stated = {
    "has_counseling_master": True,
    "completed_rehabilitation_courses": True,
    "rehabilitation_counseling_months": 36,
    "rehabilitation_counseling_months_under_crc": 12,
}
CBIS: Stated = {
    "has_high_school_diploma": True,
    "brain_injury_hours": 500,
    "brain_injury_work_is_professional": True,
}
CBIS_BY_DEGREE: Stated = {
    "degrees": ["associate:other"],
    "brain_injury_hours": 500,
    "brain_injury_work_is_professional": True,
}
HS_BCP: Stated = {
    "degrees": ["bachelor:social_work"],
    "human_services_hours_after_degree": 350,
}
HS_BCP_FREED: Stated = {
    "degrees": ["master:health_human_services"],
    "is_exempt_from_human_services_hours": True,
}
HS_BCP_OTHER_FIELD: Stated = {
    "degrees": ["bachelor:nursing"],
    "human_services_semester_hours": 15,
    "human_services_content_areas": 3,
    "human_services_ethics_semester_hours": 2,
    "human_services_hours_after_degree": 350,
}
C_SWCM: Stated = {
    "degrees": ["bachelor:social_work"],
    "social_work_school_is_accredited": True,
    "sw_cm_months_after_bsw": 36,
    "license_codes": ["SW_BACHELOR"],
}
C_SWCM_BY_HOURS: Stated = {
    "degrees": ["bachelor:social_work"],
    "social_work_school_is_accredited": True,
    "sw_cm_hours_after_bsw": 4500,
    "aswb_exam_codes": ["BACHELOR"],
}
C_ASWCM: Stated = {
    "degrees": ["master:social_work"],
    "social_work_school_is_accredited": True,
    "sw_cm_months_after_msw": 24,
    "cm_education_hours": 20,
    "license_codes": ["SW_MASTER"],
}
C_ASWCM_BY_HOURS: Stated = {
    "degrees": ["master:social_work"],
    "social_work_school_is_accredited": True,
    "sw_cm_hours_after_msw": 3000,
    "cm_education_hours": 20,
    "aswb_exam_codes": ["MASTER"],
}

WAYS: dict[str, tuple[str, Stated]] = {
    "crc, accredited program": ("crc", CRC_ACCREDITED),
    "crc, internship and work": ("crc", CRC_INTERNSHIP),
    "crc, work": ("crc", CRC_WORK),
    "crc, counseling degree": ("crc", CRC_COUNSELING),
    "cbis, diploma": ("cbis", CBIS),
    "cbis, degree": ("cbis", CBIS_BY_DEGREE),
    "hs_bcp, degree in the field": ("hs_bcp", HS_BCP),
    "hs_bcp, freed of the hours": ("hs_bcp", HS_BCP_FREED),
    "hs_bcp, another field": ("hs_bcp", HS_BCP_OTHER_FIELD),
    "c_swcm, months and license": ("c_swcm", C_SWCM),
    "c_swcm, hours and exam": ("c_swcm", C_SWCM_BY_HOURS),
    "c_aswcm, months and license": ("c_aswcm", C_ASWCM),
    "c_aswcm, a clinical license": ("c_aswcm", {**C_ASWCM, "license_codes": ["SW_CLINICAL"]}),
    "c_aswcm, hours and exam": ("c_aswcm", C_ASWCM_BY_HOURS),
}
"""Every way in, stated alone."""

NOTHING: dict[str, Stated] = {
    "crc": {
        "has_rehabilitation_counseling_master": False,
        "rehabilitation_program_is_accredited": False,
        "rehabilitation_internship_hours": 0,
        "has_counseling_master": False,
        "completed_rehabilitation_courses": False,
        "rehabilitation_counseling_months": 0,
        "rehabilitation_counseling_months_under_crc": 0,
    },
    "cbis": {
        "has_high_school_diploma": False,
        "degrees": ["NONE"],
        "brain_injury_hours": 0,
        "brain_injury_work_is_professional": False,
    },
    "hs_bcp": {
        "degrees": ["NONE"],
        "human_services_semester_hours": 0,
        "human_services_content_areas": 0,
        "human_services_ethics_semester_hours": 0,
        "human_services_hours_after_degree": 0,
        "is_exempt_from_human_services_hours": False,
    },
    "c_swcm": {
        "degrees": ["NONE"],
        "social_work_school_is_accredited": False,
        "sw_cm_months_after_bsw": 0,
        "sw_cm_hours_after_bsw": 0,
        "license_codes": ["NONE"],
        "aswb_exam_codes": ["NONE"],
    },
    "c_aswcm": {
        "degrees": ["NONE"],
        "social_work_school_is_accredited": False,
        "sw_cm_months_after_msw": 0,
        "sw_cm_hours_after_msw": 0,
        "cm_education_hours": 0,
        "license_codes": ["NONE"],
        "aswb_exam_codes": ["NONE"],
    },
}
"""All that a rule asks about, and none of it enough."""

# Way, fact, amount; and whether one less is refused by the issuer's own page.
THRESHOLDS = [
    ("crc, accredited program", "rehabilitation_internship_hours", 600, False),
    ("crc, internship and work", "rehabilitation_counseling_months_under_crc", 12, False),
    ("crc, work", "rehabilitation_counseling_months", 24, False),
    ("crc, counseling degree", "rehabilitation_counseling_months", 36, False),
    ("cbis, diploma", "brain_injury_hours", 500, True),
    ("hs_bcp, degree in the field", "human_services_hours_after_degree", 350, False),
    ("hs_bcp, another field", "human_services_semester_hours", 15, False),
    ("hs_bcp, another field", "human_services_content_areas", 3, False),
    ("hs_bcp, another field", "human_services_ethics_semester_hours", 2, False),
    ("c_swcm, months and license", "sw_cm_months_after_bsw", 36, False),
    ("c_swcm, hours and exam", "sw_cm_hours_after_bsw", 4500, False),
    ("c_aswcm, months and license", "sw_cm_months_after_msw", 24, False),
    ("c_aswcm, hours and exam", "sw_cm_hours_after_msw", 3000, False),
    ("c_aswcm, months and license", "cm_education_hours", 20, False),
]

# Criteria whose source is the issuer's own present page; all others refuse nobody.
REFUSING = {
    "crc": set(),
    "cbis": {"high_school", "degree", "hours"},
    "hs_bcp": {"degree", "any_degree", "hours"},
    "c_swcm": {"degree"},
    "c_aswcm": {"degree"},
}


def in_order(stated: Stated) -> bool:
    """Tell whether each part is at most its whole."""
    return all(
        stated[part] <= stated[whole]
        for part, whole in WHOLES.items()
        if part in stated and whole in stated
    )


@pytest.mark.parametrize("way", WAYS)
def test_one_way_is_enough_when_the_others_are_blank(way: str) -> None:
    """What is not known elsewhere takes nothing away."""
    certification_id, stated = WAYS[way]

    assert outcome(stated, certification_id) == "met"


@pytest.mark.parametrize("way", WAYS)
def test_one_way_is_enough_when_the_others_fail(way: str) -> None:
    """Nor does what is known not to be there."""
    certification_id, stated = WAYS[way]

    assert outcome({**NOTHING[certification_id], **stated}, certification_id) == "met"


@pytest.mark.parametrize("step", [-1, -0.01, 0, 0.01, 1])
@pytest.mark.parametrize(("way", "fact", "amount", "refuses"), THRESHOLDS)
def test_a_threshold_is_met_from_exactly_its_amount_on(
    way: str, fact: str, amount: int, *, refuses: bool, step: float
) -> None:
    """One less is not enough; whether it refuses is for the issuer's own page to say."""
    certification_id, way_in = WAYS[way]
    stated = {**NOTHING[certification_id], **way_in, fact: amount + step}
    if fact in WHOLES:
        stated[WHOLES[fact]] = max(stated[WHOLES[fact]], amount + step)
    short = "not_met" if refuses else "unknown"

    assert outcome(stated, certification_id) == ("met" if step >= 0 else short)


@pytest.mark.parametrize(("way", "fact", "amount", "refuses"), THRESHOLDS)
def test_a_threshold_inside_an_interval_is_unknown(
    way: str, fact: str, amount: int, *, refuses: bool
) -> None:
    """It may be enough, whoever says so; the cause is the interval, and not the page."""
    del refuses
    certification_id, way_in = WAYS[way]
    stated = {**way_in, fact: {"at_least": amount - 1, "at_most": amount}}
    found = decision(stated, certification_id)
    causes = {
        one["cause"]
        for one in found["criteria"]
        if one["fact"] == fact and one["needed"] == {"at_least": amount}
    }

    assert (found["outcome"], causes) == ("unknown", {"interval"})


@pytest.mark.parametrize("certification_id", REFUSING)
def test_only_the_issuers_own_present_pages_may_refuse(certification_id: str) -> None:
    """A dated or secondary page refuses nobody (RULES 7)."""
    criteria = read_rule(certification_id).criteria()

    assert {one.id for one in criteria if one.refuses} == REFUSING[certification_id]


@pytest.mark.parametrize("certification_id", REFUSING)
def test_what_may_not_refuse_is_never_not_met(certification_id: str) -> None:
    """Of somebody with nothing at all, each such criterion is unknown, for that reason."""
    found = decision(NOTHING[certification_id], certification_id)
    may_not = [one for one in found["criteria"] if one["id"] not in REFUSING[certification_id]]

    assert {(one["outcome"], one["cause"]) for one in may_not} == {
        ("unknown", "secondary_rule")
    }


@pytest.mark.parametrize(
    ("certification_id", "expected"),
    [
        *(("crc", "unknown"), ("cbis", "not_met"), ("hs_bcp", "not_met")),
        *(("c_swcm", "not_met"), ("c_aswcm", "not_met")),
    ],
)
def test_nothing_there_is_refused_only_where_an_issuer_says_so(
    certification_id: str, expected: str
) -> None:
    """The CRC's present page could not be read, so it refuses nobody at all."""
    assert outcome(NOTHING[certification_id], certification_id) == expected


@pytest.mark.parametrize("certification_id", REFUSING)
def test_nothing_stated_is_unknown(certification_id: str) -> None:
    """Blank is never zero."""
    assert outcome({}, certification_id) == "unknown"


@pytest.mark.parametrize(
    "degree", ["associate:social_work", "associate:health_human_services", "associate:other"]
)
def test_an_associate_degree_is_settled_neither_way_for_the_hs_bcp(degree: str) -> None:
    """A newsletter of the issuer's parent says bachelor's, other pages say associate."""
    stated = {**HS_BCP_OTHER_FIELD, "degrees": [degree]}
    found = decision(stated, "hs_bcp")
    (any_degree,) = [one for one in found["criteria"] if one["id"] == "any_degree"]

    assert (found["outcome"], any_degree["cause"]) == ("unknown", "open_list")


@pytest.mark.parametrize(
    "degree", ["bachelor:other", "master:nursing", "associate:social_work"]
)
@pytest.mark.parametrize("certification_id", ["c_swcm", "c_aswcm"])
def test_a_degree_that_is_no_bsw_or_msw_is_refused_by_the_nasw(
    certification_id: str, degree: str
) -> None:
    """Its own answers say that no other degree is taken."""
    way_in = C_SWCM if certification_id == "c_swcm" else C_ASWCM

    assert outcome({**way_in, "degrees": [degree]}, certification_id) == "not_met"


@pytest.mark.parametrize(
    ("certification_id", "degree"),
    [("c_swcm", "master:social_work"), ("c_aswcm", "bachelor:social_work")],
)
def test_the_other_levels_degree_in_social_work_is_settled_neither_way(
    certification_id: str, degree: str
) -> None:
    """Which level each asks for stands only on pages that are not the NASW's."""
    way_in = C_SWCM if certification_id == "c_swcm" else C_ASWCM

    assert outcome({**way_in, "degrees": [degree]}, certification_id) == "unknown"


def test_eleven_months_in_all_leave_no_room_for_twelve_under_a_crc() -> None:
    """A part is at most its whole, also where it is blank; the old page refuses nobody."""
    found = decision({"rehabilitation_counseling_months": 11}, "crc")
    (under,) = [one for one in found["criteria"] if one["id"] == "months_under_crc"]

    assert (under["outcome"], under["cause"]) == ("unknown", "secondary_rule")


@pytest.mark.thorough
@pytest.mark.parametrize("certification_id", REFUSING)
def test_the_engine_agrees_with_the_reading_by_hand(certification_id: str) -> None:
    """Every combination of none, one less, enough and blank for each fact the rule reads."""
    choices = _choices(certification_id)
    differing = [
        stated
        for values in product(*choices.values())
        if in_order(
            stated := {
                fact: value
                for fact, value in zip(choices, values, strict=True)
                if value is not None
            }
        )
        and outcome(stated, certification_id) != caveats.RULES[certification_id](stated).outcome
    ]

    assert differing == []


def _choices(certification_id: str) -> dict[str, tuple[Any, ...]]:
    """Give for each fact: blank, what fails, and what each way in states of it."""
    choices: dict[str, list[Any]] = {
        fact: [None, value] for fact, value in NOTHING[certification_id].items()
    }
    for one, stated in WAYS.values():
        for fact, value in stated.items() if one == certification_id else ():
            if value not in choices[fact]:
                choices[fact].append(value)
    choices.get("degrees", []).append(["associate:social_work"])
    return {fact: tuple(values) for fact, values in choices.items()}
