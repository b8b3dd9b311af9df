"""Each threshold below, at and above; each alternative alone; each fact left out; by hand."""

import pytest
from oracle import CERTIFICATION_IDS, EDITIONS
from oracle.answers import decision, outcome
from oracle.people import (
    ACM_RN,
    ACM_RN_BY_MONTHS,
    ACM_RN_BY_MONTHS_TWO_YEARS,
    ACM_RN_TWO_YEARS,
    ACM_SW,
    ACM_SW_BY_DEGREE,
    ACM_SW_BY_MONTHS,
    ACM_SW_TWO_YEARS,
    CCM,
    CCM_BY_CERTIFICATION,
    CCM_BY_DEGREE,
    CCM_BY_MONTHS,
    CCM_BY_SUPERVISING,
    CCM_BY_WHOLE_DEGREE,
    CCM_SELF_EMPLOYED,
    CMGT_BC,
    NOTHING,
    NOTHING_FURTHER,
    Stated,
)
from oracle.read_all_by_hand import REFUSES_NOBODY

Way = tuple[str, Stated]
"""A certification, and somebody who takes one way to it alone."""

Threshold = tuple[str, Stated, str, int]
"""A certification, a profile that stands on the threshold alone, its fact and its amount."""

IN_BOTH: dict[str, Way] = {
    "ccm, a nurse under a CCM": ("ccm", CCM),
    "ccm, a pharmacist": ("ccm", {**CCM, "license_codes": ["PHARMACIST"]}),
    "ccm, a clinical social worker": ("ccm", {**CCM, "license_codes": ["SW_CLINICAL"]}),
    "ccm, a CRC": ("ccm", CCM_BY_CERTIFICATION),
    "ccm, a CDMS": ("ccm", {**CCM_BY_CERTIFICATION, "certification_codes": ["CDMS"]}),
    "ccm, 24 months whoever supervised": ("ccm", CCM_BY_MONTHS),
    "ccm, 12 months supervising": ("ccm", CCM_BY_SUPERVISING),
    "ccm, self-employed with references": ("ccm", CCM_SELF_EMPLOYED),
    "acm_rn, hours": ("acm_rn", ACM_RN),
    "acm_sw, a social-work license": ("acm_sw", ACM_SW),
    "acm_sw, a bachelor's license": ("acm_sw", {**ACM_SW, "license_codes": ["SW_BACHELOR"]}),
    "acm_sw, a clinical license": ("acm_sw", {**ACM_SW, "license_codes": ["SW_CLINICAL"]}),
    "acm_sw, a degree": ("acm_sw", ACM_SW_BY_DEGREE),
    "cmgt_bc": ("cmgt_bc", CMGT_BC),
}
"""Ways in that both editions have."""

WAYS: dict[str, dict[str, Way]] = {
    "issuer": {
        **IN_BOTH,
        "ccm, a master's social worker": ("ccm", {**CCM, "license_codes": ["SW_MASTER"]}),
        "ccm, a counselor": ("ccm", {**CCM, "license_codes": ["LPC"]}),
        "ccm, a degree, its school and its practice": ("ccm", CCM_BY_WHOLE_DEGREE),
        "acm_rn, hours in two years": ("acm_rn", ACM_RN_TWO_YEARS),
        "acm_sw, hours in two years": ("acm_sw", ACM_SW_TWO_YEARS),
    },
    "article": {
        **IN_BOTH,
        "ccm, a degree": ("ccm", CCM_BY_DEGREE),
        "acm_rn, months": ("acm_rn", ACM_RN_BY_MONTHS),
        "acm_rn, two years": ("acm_rn", ACM_RN_BY_MONTHS_TWO_YEARS),
        "acm_sw, months": ("acm_sw", ACM_SW_BY_MONTHS),
    },
}
"""Every way in, by edition."""

THRESHOLDS_IN_BOTH: dict[str, Threshold] = {
    "ccm, months under a CCM": ("ccm", CCM, "cm_months_under_ccm", 12),
    "ccm, months": ("ccm", CCM_BY_MONTHS, "cm_months", 24),
    "ccm, months supervising": ("ccm", CCM_BY_SUPERVISING, "cm_supervising_months", 12),
    "ccm, references": ("ccm", CCM_SELF_EMPLOYED, "client_references", 3),
    "acm_rn, hours": ("acm_rn", ACM_RN, "health_system_cm_hours", 2080),
    "acm_rn, two years": ("acm_rn", ACM_RN_TWO_YEARS, "health_system_cm_months", 24),
    "acm_sw, hours": ("acm_sw", ACM_SW, "health_system_cm_hours", 2080),
    "acm_sw, two years": ("acm_sw", ACM_SW_TWO_YEARS, "health_system_cm_months", 24),
    "cmgt_bc, years": ("cmgt_bc", CMGT_BC, "rn_years", 2),
    "cmgt_bc, hours": ("cmgt_bc", CMGT_BC, "ncm_hours_last_36_months", 2000),
    "cmgt_bc, education": ("cmgt_bc", CMGT_BC, "ncm_education_hours_last_36_months", 30),
}
"""Thresholds that both editions have."""

THRESHOLDS: dict[str, dict[str, Threshold]] = {
    "issuer": THRESHOLDS_IN_BOTH,
    "article": {
        **THRESHOLDS_IN_BOTH,
        "acm_rn, months": ("acm_rn", ACM_RN_BY_MONTHS, "health_system_cm_months", 12),
        "acm_sw, months": ("acm_sw", ACM_SW_BY_MONTHS, "health_system_cm_months", 12),
    },
}
"""Every threshold, by edition."""

IDLE: Stated = {
    "license_codes": ["NONE"],
    "cm_months": 23,
    "cm_months_under_ccm": 0,
    "is_self_employed": True,
}
"""What the profiles above state only so that no second way is open."""

ALONE = [
    pytest.param(edition, *way, id=f"{edition}, {name}")
    for edition, ways in WAYS.items()
    for name, way in ways.items()
]
"""Each way in, in each edition that has it."""

NEEDED = [
    pytest.param(edition, certification_id, profile, fact, id=f"{edition}, {name}, {fact}")
    for edition, ways in WAYS.items()
    for name, (certification_id, profile) in ways.items()
    for fact, value in profile.items()
    if IDLE.get(fact) != value
]
"""Each way in, with each of the facts that it stands on."""

AMOUNTS = [
    pytest.param(edition, threshold, id=f"{edition}, {name}")
    for edition, thresholds in THRESHOLDS.items()
    for name, threshold in thresholds.items()
]
"""Each threshold, in each edition that has it."""


@pytest.mark.parametrize(("edition", "certification_id", "profile"), ALONE)
def test_one_way_in_is_enough_when_the_others_fail(
    edition: str, certification_id: str, profile: Stated
) -> None:
    """Alternatives are joined by or: what fails elsewhere takes nothing away."""
    assert outcome({**NOTHING, **profile}, certification_id, edition=edition) == "met"


@pytest.mark.parametrize(("edition", "certification_id", "profile"), ALONE)
def test_one_way_in_is_enough_when_the_others_are_blank(
    edition: str, certification_id: str, profile: Stated
) -> None:
    """What is not known elsewhere leaves a met requirement met."""
    assert outcome(profile, certification_id, edition=edition) == "met"


@pytest.mark.parametrize("step", [-1, -0.01, 0, 0.01, 1])
@pytest.mark.parametrize(("edition", "threshold"), AMOUNTS)
def test_a_threshold_is_met_from_exactly_its_amount_on(
    edition: str, threshold: Threshold, step: float
) -> None:
    """Every amount is "at least": one less is not enough, the amount itself is."""
    certification_id, profile, fact, amount = threshold
    stated = {**NOTHING, **profile, fact: amount + step}

    assert outcome(stated, certification_id, edition=edition) == (
        "met" if step >= 0 else "not_met"
    )


@pytest.mark.parametrize(("edition", "threshold"), AMOUNTS)
def test_a_threshold_inside_an_interval_is_unknown(edition: str, threshold: Threshold) -> None:
    """An interval has a value on either side, and the leaf says that this is why."""
    certification_id, profile, fact, amount = threshold
    stated = {**NOTHING, **profile, fact: {"at_least": amount - 1, "at_most": amount}}
    found = decision(stated, certification_id, edition=edition)
    causes = {
        one["cause"]
        for one in found["criteria"]
        if one["fact"] == fact and one["needed"] == {"at_least": amount}
    }

    assert (found["outcome"], causes) == ("unknown", {"interval"})


@pytest.mark.parametrize(("edition", "threshold"), AMOUNTS)
def test_an_interval_that_begins_at_the_threshold_meets_it(
    edition: str, threshold: Threshold
) -> None:
    """Every value in it is enough, with or without a high end."""
    certification_id, profile, fact, amount = threshold
    stated = {**NOTHING, **profile, fact: {"at_least": amount}}

    assert outcome(stated, certification_id, edition=edition) == "met"


@pytest.mark.parametrize(("edition", "threshold"), AMOUNTS)
def test_an_interval_that_ends_under_the_threshold_fails_it(
    edition: str, threshold: Threshold
) -> None:
    """No value in it is enough, also when its low end is not stated."""
    certification_id, profile, fact, amount = threshold
    stated = {**NOTHING, **profile, fact: {"at_most": amount - 0.5}}

    assert outcome(stated, certification_id, edition=edition) == "not_met"


@pytest.mark.parametrize(("edition", "certification_id", "profile", "fact"), NEEDED)
def test_a_needed_fact_left_out_is_unknown_and_asked_for(
    edition: str, certification_id: str, profile: Stated, fact: str
) -> None:
    """Blank is never zero, and the one thing missing is the one thing to ask."""
    stated = {**NOTHING, **profile}
    del stated[fact]
    found = decision(stated, certification_id, edition=edition)

    assert (found["outcome"], found["next_question"]) == ("unknown", fact)


@pytest.mark.parametrize(("edition", "certification_id", "profile", "fact"), NEEDED)
def test_a_needed_fact_that_fails_is_not_met(
    edition: str, certification_id: str, profile: Stated, fact: str
) -> None:
    """The other ways in fail, so the outcome stands on each of its facts."""
    assert (
        outcome({**NOTHING, **profile, fact: NOTHING[fact]}, certification_id, edition=edition)
        == "not_met"
    )


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("certification_id", CERTIFICATION_IDS)
def test_nothing_stated_is_unknown(edition: str, certification_id: str) -> None:
    """Nobody is refused, or told yes, before the first answer."""
    assert outcome({}, certification_id, edition=edition) == "unknown"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("certification_id", CERTIFICATION_IDS)
def test_nothing_there_is_not_met(edition: str, certification_id: str) -> None:
    """Everything is known, and none of it is enough; only the CRC's old page refuses nobody."""
    stated = {**NOTHING, **NOTHING_FURTHER}
    expected = "unknown" if certification_id in REFUSES_NOBODY else "not_met"

    assert outcome(stated, certification_id, edition=edition) == expected
