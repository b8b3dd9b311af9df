"""What the rules settle about lists, parts and wholes, and conditions; each by hand."""

from itertools import product

import pytest
from oracle import EDITIONS
from oracle.answers import decision, missing, outcome
from oracle.people import (
    ACM_RN,
    ACM_RN_BY_MONTHS_TWO_YEARS,
    ACM_SW,
    ACM_SW_BY_DEGREE,
    CCM,
    CCM_BY_CERTIFICATION,
    CCM_BY_DEGREE,
    CCM_BY_WHOLE_DEGREE,
    CMGT_BC,
    NOTHING,
    Stated,
)
from oracle.strategies import CERTIFICATIONS, DEGREES, LICENSES

IN_EACH_EDITION = pytest.mark.parametrize("edition", EDITIONS)
"""The two read it alike."""

WHERE_NURSES_ARE_ASKED = pytest.mark.parametrize(
    ("certification_id", "profile"), [("ccm", CCM), ("acm_rn", ACM_RN), ("cmgt_bc", CMGT_BC)]
)
"""A certification, and a nurse who is there but for the license."""


def _license(stated: Stated, edition: str) -> tuple[str, str | None]:
    """Return what became of the CCM's list of licenses, and why it is unknown."""
    criteria = decision(stated, "ccm", edition=edition)["criteria"]
    (leaf,) = (one for one in criteria if one["fact"] == "license_codes")
    return leaf["outcome"], leaf["cause"]


# --- lists ------------------------------------------------------------------------------


@pytest.mark.parametrize("code", LICENSES)
def test_the_articles_license_list_for_the_ccm_is_closed(code: str) -> None:
    """Three are named; an APRN is unsettled where an RN is asked; any other one fails."""
    named = {"RN", "PHARMACIST", "SW_CLINICAL"}
    expected = "met" if code in named else "unknown" if code == "APRN" else "not_met"

    assert outcome({**NOTHING, **CCM, "license_codes": [code]}, "ccm", edition="article") == (
        expected
    )


@pytest.mark.parametrize("code", LICENSES)
def test_the_issuers_license_list_for_the_ccm_is_open(code: str) -> None:
    """Five are named; no primary source rules any other one out, an LPN's neither."""
    stated = {**NOTHING, **CCM, "license_codes": [code]}
    named = {"RN", "SW_MASTER", "SW_CLINICAL", "LPC", "PHARMACIST"}
    expected = ("met", None) if code in named else ("unknown", "open_list")

    assert _license(stated, "issuer") == expected
    assert outcome(stated, "ccm", edition="issuer") == expected[0]


@pytest.mark.parametrize("pair", [["LPN", "OTHER"], ["APRN", "SW_BACHELOR"]], ids=str)
def test_two_licenses_that_are_not_named_are_as_unknown_as_one(pair: list[str]) -> None:
    """Neither is refused, and two do not make up for a name."""
    assert _license({**NOTHING, **CCM, "license_codes": pair}, "issuer") == (
        "unknown",
        "open_list",
    )


@pytest.mark.parametrize("code", sorted({*LICENSES} - {"RN"}))
def test_a_named_license_settles_an_open_list_whatever_stands_beside_it(code: str) -> None:
    """More licenses than one never hurt."""
    assert _license({**CCM, "license_codes": [code, "RN"]}, "issuer") == ("met", None)


@IN_EACH_EDITION
def test_no_license_at_all_is_not_met_in_an_open_list_either(edition: str) -> None:
    """NONE is no license that an issuer might yet accept."""
    assert _license({**NOTHING, **CCM, "license_codes": ["NONE"]}, edition) == ("not_met", None)


@IN_EACH_EDITION
@pytest.mark.parametrize("code", LICENSES)
@pytest.mark.parametrize(
    ("certification_id", "profile"), [("acm_rn", ACM_RN), ("cmgt_bc", CMGT_BC)]
)
def test_where_nurses_are_asked_only_an_rn_is_sure(
    edition: str, certification_id: str, profile: Stated, code: str
) -> None:
    """An APRN alone is unsettled; an LPN is another license."""
    stated = {**NOTHING, **profile, "license_codes": [code]}
    expected = {"RN": "met", "APRN": "unknown"}.get(code, "not_met")

    assert outcome(stated, certification_id, edition=edition) == expected


@IN_EACH_EDITION
@pytest.mark.parametrize("code", LICENSES)
def test_any_social_work_license_opens_the_acm_to_social_workers(
    edition: str, code: str
) -> None:
    """A license is asked for, not one of a level."""
    stated = {**NOTHING, **ACM_SW, "license_codes": [code]}
    expected = "met" if code.startswith("SW_") else "not_met"

    assert outcome(stated, "acm_sw", edition=edition) == expected


@IN_EACH_EDITION
@pytest.mark.parametrize("code", DEGREES)
def test_degrees_of_the_ccm_count_by_level_and_field(edition: str, code: str) -> None:
    """Bachelor's and up, in the three fields that are health and human services."""
    stated = {**NOTHING, **CCM_BY_WHOLE_DEGREE, "degrees": [code]}
    level, field = code.split(":")
    expected = "not_met" if level == "associate" or field == "other" else "met"

    assert outcome(stated, "ccm", edition=edition) == expected


@IN_EACH_EDITION
@pytest.mark.parametrize("code", DEGREES)
def test_degrees_of_the_acm_count_in_social_work_alone(edition: str, code: str) -> None:
    """A degree in nursing makes nobody a social worker."""
    stated = {**NOTHING, **ACM_SW_BY_DEGREE, "degrees": [code]}
    level, field = code.split(":")
    expected = "met" if level != "associate" and field == "social_work" else "not_met"

    assert outcome(stated, "acm_sw", edition=edition) == expected


@IN_EACH_EDITION
@pytest.mark.parametrize("code", CERTIFICATIONS)
def test_the_ccms_list_of_certifications_is_open(edition: str, code: str) -> None:
    """Both give examples: a code that they do not name is unknown, never refused."""
    stated = {**NOTHING, **CCM_BY_CERTIFICATION, "certification_codes": [code]}
    found = decision(stated, "ccm", edition=edition)
    causes = {one["cause"] for one in found["criteria"] if one["fact"] == "certification_codes"}
    expected = ("met", {None}) if code in {"CRC", "CDMS"} else ("unknown", {"open_list"})

    assert (found["outcome"], causes) == expected


@IN_EACH_EDITION
@WHERE_NURSES_ARE_ASKED
def test_an_aprn_who_states_an_rn_too_is_a_nurse(
    edition: str, certification_id: str, profile: Stated
) -> None:
    """One code that is named settles the list."""
    stated = {**NOTHING, **profile, "license_codes": ["APRN", "RN"]}

    assert outcome(stated, certification_id, edition=edition) == "met"


@IN_EACH_EDITION
@WHERE_NURSES_ARE_ASKED
def test_an_aprn_alone_is_unsettled_in_a_closed_list_and_in_an_open_one(
    edition: str, certification_id: str, profile: Stated
) -> None:
    """Many states license an APRN only on top of an RN, so nobody should be sent away."""
    stated = {**NOTHING, **profile, "license_codes": ["APRN"]}
    found = decision(stated, certification_id, edition=edition)
    causes = {one["cause"] for one in found["criteria"] if one["fact"] == "license_codes"}

    assert causes == {"open_list"}


# --- what the issuer asks of a degree ---------------------------------------------------


@pytest.mark.parametrize("answers", list(product([True, False, None], repeat=2)), ids=str)
def test_the_issuer_asks_two_things_more_of_a_degree(answers: tuple[bool | None, ...]) -> None:
    """All three are needed on the degree route; a no to either closes it, a blank leaves it."""
    asked = ("degree_is_accredited", "had_supervised_field_experience")
    stated = {**CCM_BY_DEGREE, "certification_codes": ["NONE"]}
    stated |= {
        fact: answer for fact, answer in zip(asked, answers, strict=True) if answer is not None
    }
    expected = "not_met" if False in answers else "unknown" if None in answers else "met"

    assert outcome(stated, "ccm", edition="issuer") == expected
    assert outcome(stated, "ccm", edition="article") == "met"


@pytest.mark.parametrize("profile", [CCM, CCM_BY_CERTIFICATION], ids=["license", "certified"])
def test_what_is_asked_of_a_degree_is_asked_on_that_route_alone(profile: Stated) -> None:
    """A license or a certification needs no accredited institution behind it."""
    stated = {
        **profile,
        "degrees": ["bachelor:nursing"],
        "degree_is_accredited": False,
        "had_supervised_field_experience": False,
    }

    assert outcome(stated, "ccm", edition="issuer") == "met"


def test_an_accredited_school_of_social_work_is_not_what_the_ccm_asks() -> None:
    """The two facts are two questions; neither is inferred from the other."""
    stated = {**CCM_BY_WHOLE_DEGREE, "social_work_school_is_accredited": True}
    del stated["degree_is_accredited"]
    stated = {**stated, "degrees": ["master:social_work"], "certification_codes": ["NONE"]}

    assert decision(stated, "ccm", edition="issuer")["next_question"] == "degree_is_accredited"


# --- numbers ----------------------------------------------------------------------------


@IN_EACH_EDITION
def test_routes_are_never_added_together(edition: str) -> None:
    """Eleven months under a CCM, eleven supervising and 23 in all meet none of the three."""
    stated = {**CCM, "cm_months_under_ccm": 11, "cm_supervising_months": 11, "cm_months": 23}

    assert outcome(stated, "ccm", edition=edition) == "not_met"


@IN_EACH_EDITION
def test_twenty_four_months_count_whoever_supervised(edition: str) -> None:
    """Half of them under a CCM does not make the other half too few."""
    stated = {**CCM, "cm_months_under_ccm": 11, "cm_months": 24}

    assert outcome(stated, "ccm", edition=edition) == "met"


@IN_EACH_EDITION
def test_hours_and_months_are_not_inferred_from_each_other(edition: str) -> None:
    """10,000 hours are years of work, yet say nothing of "less than two years"."""
    stated = {
        **ACM_RN,
        "health_system_cm_hours": 10000,
        "has_supervisor_contact": False,
    }

    assert outcome(stated, "acm_rn", edition=edition) == "unknown"


@pytest.mark.parametrize(("edition", "expected"), [("article", "met"), ("issuer", "not_met")])
def test_hours_and_months_are_not_checked_against_each_other(
    edition: str, expected: str
) -> None:
    """One hour in 24 months is odd, and not an error; each rule reads what it asks for."""
    stated = {**ACM_RN_BY_MONTHS_TWO_YEARS, "health_system_cm_hours": 1}

    assert outcome(stated, "acm_rn", edition=edition) == expected


@pytest.mark.parametrize(("edition", "expected"), [("article", "met"), ("issuer", "unknown")])
def test_months_stand_in_for_hours_in_the_article_alone(edition: str, expected: str) -> None:
    """The issuer counts hours, and two years of months say nothing about them."""
    assert outcome(ACM_RN_BY_MONTHS_TWO_YEARS, "acm_rn", edition=edition) == expected


@IN_EACH_EDITION
def test_the_two_acms_share_their_experience_and_nothing_else(edition: str) -> None:
    """A nurse is no social worker, and the other way round."""
    nurse = {**NOTHING, **ACM_RN}
    social_worker = {**NOTHING, **ACM_SW}

    assert [
        outcome(nurse, "acm_rn", edition=edition),
        outcome(nurse, "acm_sw", edition=edition),
        outcome(social_worker, "acm_rn", edition=edition),
        outcome(social_worker, "acm_sw", edition=edition),
    ] == ["met", "not_met", "not_met", "met"]


@IN_EACH_EDITION
def test_a_bound_of_the_whole_settles_the_part(edition: str) -> None:
    """11 months in all hold no 12 under a CCM, so nobody need be asked."""
    stated = {**NOTHING, **CCM, "cm_months": 11}
    del stated["cm_months_under_ccm"]
    found = decision(stated, "ccm", edition=edition)
    under = next(one for one in found["criteria"] if one["fact"] == "cm_months_under_ccm")

    assert (found["outcome"], under["outcome"], under["found"]) == ("not_met", "not_met", None)


@IN_EACH_EDITION
def test_a_bound_of_the_part_settles_the_whole(edition: str) -> None:
    """24 months under a CCM are 24 months."""
    stated = {**CCM, "cm_months_under_ccm": 24}
    del stated["cm_months"]
    months = next(
        one
        for one in decision(stated, "ccm", edition=edition)["criteria"]
        if one["fact"] == "cm_months"
    )

    assert (months["outcome"], months["found"]) == ("met", None)


@IN_EACH_EDITION
def test_interval_ends_bound_each_other(edition: str) -> None:
    """At most 11 in all settles "5 to 30" under a CCM."""
    stated = {
        **NOTHING,
        **CCM,
        "cm_months": {"at_most": 11},
        "cm_months_under_ccm": {"at_least": 5, "at_most": 30},
    }

    assert outcome(stated, "ccm", edition=edition) == "not_met"


@IN_EACH_EDITION
def test_not_self_employed_needs_no_references(edition: str) -> None:
    """The condition falls away, whatever is known of references."""
    assert outcome({**CCM, "client_references": 0}, "ccm", edition=edition) == "met"


@IN_EACH_EDITION
def test_enough_references_make_self_employment_matter_no_more(edition: str) -> None:
    """Somebody with three references meets the condition either way."""
    stated = {**CCM, "client_references": 3}
    del stated["is_self_employed"]

    assert outcome(stated, "ccm", edition=edition) == "met"


@IN_EACH_EDITION
def test_a_nurse_two_months_short_misses_one_of_three_things(edition: str) -> None:
    """The shortest ways to experience, each a set of one, in the order of the rule."""
    stated = {**NOTHING, **CCM, "cm_months": 10, "cm_months_under_ccm": 10}

    assert {
        (fact, amount)
        for entries in missing(decision(stated, "ccm", edition=edition))
        for fact, _, amount in entries
    } == {("cm_months_under_ccm", 12), ("cm_months", 24), ("cm_supervising_months", 12)}
