"""What the rules settle about lists, parts and wholes, and conditions; each by hand."""

import pytest
from oracle.answers import decision, missing, outcome
from oracle.people import (
    ACM_RN,
    ACM_RN_BY_HOURS,
    ACM_RN_TWO_YEARS,
    ACM_SW,
    ACM_SW_BY_DEGREE,
    CCM,
    CCM_BY_CERTIFICATION,
    CCM_BY_DEGREE,
    CMGT_BC,
    NOTHING,
    Stated,
)
from oracle.strategies import CERTIFICATIONS, DEGREES, LICENSES


@pytest.mark.parametrize("code", LICENSES)
def test_the_articles_license_list_for_the_ccm_is_closed(code: str) -> None:
    """Three are named; an APRN is unsettled where an RN is asked; any other one fails."""
    named = {"RN", "PHARMACIST", "SW_CLINICAL"}
    expected = "met" if code in named else "unknown" if code == "APRN" else "not_met"

    assert outcome({**NOTHING, **CCM, "license_codes": [code]}, "ccm") == expected


@pytest.mark.parametrize("code", LICENSES)
@pytest.mark.parametrize(
    ("certification_id", "profile"), [("acm_rn", ACM_RN), ("cmgt_bc", CMGT_BC)]
)
def test_where_nurses_are_asked_only_an_rn_is_sure(
    certification_id: str, profile: Stated, code: str
) -> None:
    """An APRN alone is unsettled; an LPN is another license."""
    expected = {"RN": "met", "APRN": "unknown"}.get(code, "not_met")

    assert (
        outcome({**NOTHING, **profile, "license_codes": [code]}, certification_id) == expected
    )


@pytest.mark.parametrize("code", LICENSES)
def test_any_social_work_license_opens_the_acm_to_social_workers(code: str) -> None:
    """The article asks for a license, not for one of a level."""
    expected = "met" if code.startswith("SW_") else "not_met"

    assert outcome({**NOTHING, **ACM_SW, "license_codes": [code]}, "acm_sw") == expected


@pytest.mark.parametrize("code", DEGREES)
def test_degrees_of_the_ccm_count_by_level_and_field(code: str) -> None:
    """Bachelor's and up, in the three fields that are health and human services."""
    level, field = code.split(":")
    expected = "not_met" if level == "associate" or field == "other" else "met"

    assert outcome({**NOTHING, **CCM_BY_DEGREE, "degrees": [code]}, "ccm") == expected


@pytest.mark.parametrize("code", DEGREES)
def test_degrees_of_the_acm_count_in_social_work_alone(code: str) -> None:
    """A degree in nursing makes nobody a social worker."""
    level, field = code.split(":")
    expected = "met" if level != "associate" and field == "social_work" else "not_met"

    assert outcome({**NOTHING, **ACM_SW_BY_DEGREE, "degrees": [code]}, "acm_sw") == expected


@pytest.mark.parametrize("code", CERTIFICATIONS)
def test_the_ccms_list_of_certifications_is_open(code: str) -> None:
    """The article says "such as": a code that it does not name is unknown, never refused."""
    found = decision({**NOTHING, **CCM_BY_CERTIFICATION, "certification_codes": [code]}, "ccm")
    causes = {one["cause"] for one in found["criteria"] if one["fact"] == "certification_codes"}
    expected = ("met", {None}) if code in {"CRC", "CDMS"} else ("unknown", {"open_list"})

    assert (found["outcome"], causes) == expected


@pytest.mark.parametrize("certification_id", ["ccm", "acm_rn", "cmgt_bc"])
def test_an_aprn_who_states_an_rn_too_is_a_nurse(certification_id: str) -> None:
    """One code that is named settles the list."""
    profile = {"ccm": CCM, "acm_rn": ACM_RN, "cmgt_bc": CMGT_BC}[certification_id]
    stated = {**NOTHING, **profile, "license_codes": ["APRN", "RN"]}

    assert outcome(stated, certification_id) == "met"


@pytest.mark.parametrize("certification_id", ["ccm", "acm_rn", "cmgt_bc"])
def test_an_aprn_alone_is_unsettled_even_in_a_closed_list(certification_id: str) -> None:
    """Many states license an APRN only on top of an RN, so nobody should be sent away."""
    profile = {"ccm": CCM, "acm_rn": ACM_RN, "cmgt_bc": CMGT_BC}[certification_id]
    found = decision({**NOTHING, **profile, "license_codes": ["APRN"]}, certification_id)
    causes = {one["cause"] for one in found["criteria"] if one["fact"] == "license_codes"}

    assert causes == {"open_list"}


def test_routes_are_never_added_together() -> None:
    """Eleven months under a CCM, eleven supervising and 23 in all meet none of the three."""
    stated = {**CCM, "cm_months_under_ccm": 11, "cm_supervising_months": 11, "cm_months": 23}

    assert outcome(stated, "ccm") == "not_met"


def test_twenty_four_months_count_whoever_supervised() -> None:
    """Half of them under a CCM does not make the other half too few."""
    stated = {**CCM, "cm_months_under_ccm": 11, "cm_months": 24}

    assert outcome(stated, "ccm") == "met"


def test_hours_and_months_are_not_inferred_from_each_other() -> None:
    """10,000 hours are years of work, yet say nothing of "less than two years"."""
    stated = {**ACM_RN_BY_HOURS, "health_system_cm_hours": 10000}
    del stated["has_supervisor_contact"]

    assert outcome({**stated, "has_supervisor_contact": False}, "acm_rn") == "unknown"


def test_hours_and_months_are_not_checked_against_each_other() -> None:
    """One hour in 24 months is odd, and not an error."""
    stated = {**ACM_RN_TWO_YEARS, "health_system_cm_hours": 1}

    assert outcome(stated, "acm_rn") == "met"


def test_the_two_acms_share_their_experience_and_nothing_else() -> None:
    """A nurse is no social worker, and the other way round."""
    nurse = {**NOTHING, **ACM_RN}
    social_worker = {**NOTHING, **ACM_SW}

    assert [
        outcome(nurse, "acm_rn"),
        outcome(nurse, "acm_sw"),
        outcome(social_worker, "acm_rn"),
        outcome(social_worker, "acm_sw"),
    ] == ["met", "not_met", "not_met", "met"]


def test_a_bound_of_the_whole_settles_the_part() -> None:
    """11 months in all hold no 12 under a CCM, so nobody need be asked."""
    stated = {**NOTHING, **CCM, "cm_months": 11}
    del stated["cm_months_under_ccm"]
    found = decision(stated, "ccm")
    under = next(one for one in found["criteria"] if one["fact"] == "cm_months_under_ccm")

    assert (found["outcome"], under["outcome"], under["found"]) == ("not_met", "not_met", None)


def test_a_bound_of_the_part_settles_the_whole() -> None:
    """24 months under a CCM are 24 months."""
    stated = {**CCM, "cm_months_under_ccm": 24}
    del stated["cm_months"]
    months = next(
        one for one in decision(stated, "ccm")["criteria"] if one["fact"] == "cm_months"
    )

    assert (months["outcome"], months["found"]) == ("met", None)


def test_interval_ends_bound_each_other() -> None:
    """At most 11 in all settles "5 to 30" under a CCM."""
    stated = {
        **NOTHING,
        **CCM,
        "cm_months": {"at_most": 11},
        "cm_months_under_ccm": {"at_least": 5, "at_most": 30},
    }

    assert outcome(stated, "ccm") == "not_met"


def test_not_self_employed_needs_no_references() -> None:
    """The condition falls away, whatever is known of references."""
    assert outcome({**CCM, "client_references": 0}, "ccm") == "met"


def test_enough_references_make_self_employment_matter_no_more() -> None:
    """Somebody with three references meets the condition either way."""
    stated = {**CCM, "client_references": 3}
    del stated["is_self_employed"]

    assert outcome(stated, "ccm") == "met"


def test_a_nurse_two_months_short_misses_one_of_three_things() -> None:
    """The shortest ways to experience, each a set of one, in the order of the rule."""
    stated = {**NOTHING, **CCM, "cm_months": 10, "cm_months_under_ccm": 10}

    assert {
        (fact, amount)
        for entries in missing(decision(stated, "ccm"))
        for fact, _, amount in entries
    } == {("cm_months_under_ccm", 12), ("cm_months", 24), ("cm_supervising_months", 12)}
