"""Each threshold below, at and above; each alternative alone; each fact left out; by hand."""

import pytest
from oracle.answers import decision, outcome
from oracle.people import (
    ACM_RN,
    ACM_RN_BY_HOURS,
    ACM_RN_TWO_YEARS,
    ACM_SW,
    ACM_SW_BY_DEGREE,
    CCM,
    CCM_BY_CERTIFICATION,
    CCM_BY_DEGREE,
    CCM_BY_MONTHS,
    CCM_BY_SUPERVISING,
    CCM_SELF_EMPLOYED,
    CMGT_BC,
    NOTHING,
    Stated,
)

ALONE: dict[str, tuple[str, Stated]] = {
    "ccm, a nurse under a CCM": ("ccm", CCM),
    "ccm, a pharmacist": ("ccm", {**CCM, "license_codes": ["PHARMACIST"]}),
    "ccm, a clinical social worker": ("ccm", {**CCM, "license_codes": ["SW_CLINICAL"]}),
    "ccm, a degree": ("ccm", CCM_BY_DEGREE),
    "ccm, a CRC": ("ccm", CCM_BY_CERTIFICATION),
    "ccm, a CDMS": ("ccm", {**CCM_BY_CERTIFICATION, "certification_codes": ["CDMS"]}),
    "ccm, 24 months whoever supervised": ("ccm", CCM_BY_MONTHS),
    "ccm, 12 months supervising": ("ccm", CCM_BY_SUPERVISING),
    "ccm, self-employed with references": ("ccm", CCM_SELF_EMPLOYED),
    "acm_rn, months": ("acm_rn", ACM_RN),
    "acm_rn, hours": ("acm_rn", ACM_RN_BY_HOURS),
    "acm_rn, two years": ("acm_rn", ACM_RN_TWO_YEARS),
    "acm_sw, a social-work license": ("acm_sw", ACM_SW),
    "acm_sw, a bachelor's license": ("acm_sw", {**ACM_SW, "license_codes": ["SW_BACHELOR"]}),
    "acm_sw, a clinical license": ("acm_sw", {**ACM_SW, "license_codes": ["SW_CLINICAL"]}),
    "acm_sw, a degree": ("acm_sw", ACM_SW_BY_DEGREE),
    "cmgt_bc": ("cmgt_bc", CMGT_BC),
}
"""For each way in: the certification, and somebody who takes that way alone."""

THRESHOLDS: dict[str, tuple[str, Stated, str, int]] = {
    "ccm, months under a CCM": ("ccm", CCM, "cm_months_under_ccm", 12),
    "ccm, months": ("ccm", CCM_BY_MONTHS, "cm_months", 24),
    "ccm, months supervising": ("ccm", CCM_BY_SUPERVISING, "cm_supervising_months", 12),
    "ccm, references": ("ccm", CCM_SELF_EMPLOYED, "client_references", 3),
    "acm_rn, months": ("acm_rn", ACM_RN, "health_system_cm_months", 12),
    "acm_rn, hours": ("acm_rn", ACM_RN_BY_HOURS, "health_system_cm_hours", 2080),
    "acm_rn, two years": ("acm_rn", ACM_RN_TWO_YEARS, "health_system_cm_months", 24),
    "acm_sw, months": ("acm_sw", ACM_SW, "health_system_cm_months", 12),
    "acm_sw, hours": (
        "acm_sw",
        {**ACM_RN_BY_HOURS, "license_codes": ["SW_MASTER"]},
        "health_system_cm_hours",
        2080,
    ),
    "acm_sw, two years": (
        "acm_sw",
        {**ACM_RN_TWO_YEARS, "license_codes": ["SW_MASTER"]},
        "health_system_cm_months",
        24,
    ),
    "cmgt_bc, years": ("cmgt_bc", CMGT_BC, "rn_years", 2),
    "cmgt_bc, hours": ("cmgt_bc", CMGT_BC, "ncm_hours_last_36_months", 2000),
    "cmgt_bc, education": ("cmgt_bc", CMGT_BC, "ncm_education_hours_last_36_months", 30),
}
"""For each threshold: certification, a profile that stands on it alone, fact, amount."""

IDLE: Stated = {
    "license_codes": ["NONE"],
    "cm_months": 23,
    "cm_months_under_ccm": 0,
    "is_self_employed": True,
}
"""What the profiles above state only so that no second way is open."""

NEEDED = [
    pytest.param(certification_id, profile, fact, id=f"{name}, {fact}")
    for name, (certification_id, profile) in ALONE.items()
    for fact, value in profile.items()
    if IDLE.get(fact) != value
]
"""Each way in, with each of the facts that it stands on."""


@pytest.mark.parametrize(("certification_id", "profile"), ALONE.values(), ids=ALONE)
def test_one_way_in_is_enough_when_the_others_fail(
    certification_id: str, profile: Stated
) -> None:
    """Alternatives are joined by or: what fails elsewhere takes nothing away."""
    assert outcome({**NOTHING, **profile}, certification_id) == "met"


@pytest.mark.parametrize(("certification_id", "profile"), ALONE.values(), ids=ALONE)
def test_one_way_in_is_enough_when_the_others_are_blank(
    certification_id: str, profile: Stated
) -> None:
    """What is not known elsewhere leaves a met requirement met."""
    assert outcome(profile, certification_id) == "met"


@pytest.mark.parametrize("step", [-1, -0.01, 0, 0.01, 1])
@pytest.mark.parametrize(
    ("certification_id", "profile", "fact", "amount"), THRESHOLDS.values(), ids=THRESHOLDS
)
def test_a_threshold_is_met_from_exactly_its_amount_on(
    certification_id: str, profile: Stated, fact: str, amount: int, step: float
) -> None:
    """The article's amounts are "at least": one less is not enough, the amount itself is."""
    stated = {**NOTHING, **profile, fact: amount + step}

    assert outcome(stated, certification_id) == ("met" if step >= 0 else "not_met")


@pytest.mark.parametrize(
    ("certification_id", "profile", "fact", "amount"), THRESHOLDS.values(), ids=THRESHOLDS
)
def test_a_threshold_inside_an_interval_is_unknown(
    certification_id: str, profile: Stated, fact: str, amount: int
) -> None:
    """An interval has a value on either side, and the leaf says that this is why."""
    stated = {**NOTHING, **profile, fact: {"at_least": amount - 1, "at_most": amount}}
    found = decision(stated, certification_id)
    causes = {
        one["cause"]
        for one in found["criteria"]
        if one["fact"] == fact and one["needed"] == {"at_least": amount}
    }

    assert (found["outcome"], causes) == ("unknown", {"interval"})


@pytest.mark.parametrize(
    ("certification_id", "profile", "fact", "amount"), THRESHOLDS.values(), ids=THRESHOLDS
)
def test_an_interval_that_begins_at_the_threshold_meets_it(
    certification_id: str, profile: Stated, fact: str, amount: int
) -> None:
    """Every value in it is enough, with or without a high end."""
    stated = {**NOTHING, **profile, fact: {"at_least": amount}}

    assert outcome(stated, certification_id) == "met"


@pytest.mark.parametrize(
    ("certification_id", "profile", "fact", "amount"), THRESHOLDS.values(), ids=THRESHOLDS
)
def test_an_interval_that_ends_under_the_threshold_fails_it(
    certification_id: str, profile: Stated, fact: str, amount: int
) -> None:
    """No value in it is enough, also when its low end is not stated."""
    stated = {**NOTHING, **profile, fact: {"at_most": amount - 0.5}}

    assert outcome(stated, certification_id) == "not_met"


@pytest.mark.parametrize(("certification_id", "profile", "fact"), NEEDED)
def test_a_needed_fact_left_out_is_unknown_and_asked_for(
    certification_id: str, profile: Stated, fact: str
) -> None:
    """Blank is never zero, and the one thing missing is the one thing to ask."""
    stated = {**NOTHING, **profile}
    del stated[fact]
    found = decision(stated, certification_id)

    assert (found["outcome"], found["next_question"]) == ("unknown", fact)


@pytest.mark.parametrize(("certification_id", "profile", "fact"), NEEDED)
def test_a_needed_fact_that_fails_is_not_met(
    certification_id: str, profile: Stated, fact: str
) -> None:
    """The other ways in fail, so the outcome stands on each of its facts."""
    assert outcome({**NOTHING, **profile, fact: NOTHING[fact]}, certification_id) == "not_met"


@pytest.mark.parametrize("certification_id", ["ccm", "acm_rn", "acm_sw", "cmgt_bc"])
def test_nothing_stated_is_unknown(certification_id: str) -> None:
    """Nobody is refused, or told yes, before the first answer."""
    assert outcome({}, certification_id) == "unknown"


@pytest.mark.parametrize("certification_id", ["ccm", "acm_rn", "acm_sw", "cmgt_bc"])
def test_nothing_there_is_not_met(certification_id: str) -> None:
    """Everything is known, and none of it is enough."""
    assert outcome(NOTHING, certification_id) == "not_met"
