"""The readings that a rule could get wrong, by their numbers among the rules of reading."""

from datetime import date

import pytest
from oracle.answers import outcome
from oracle.people import (
    ACM_RN,
    CCM,
    CCM_BY_CERTIFICATION,
    CCM_BY_WHOLE_DEGREE,
    CMGT_BC,
    NOTHING,
    Stated,
)

from casecert_data import decide
from casecert_data.eligibility import Finding, certification_ids

ON = date(2026, 11, 23)

LICENSES = {
    "RN": ("met", "met"),
    "PHARMACIST": ("met", "met"),
    "SW_CLINICAL": ("met", "met"),
    "SW_MASTER": ("not_met", "met"),
    "LPC": ("not_met", "met"),
    "LPN": ("not_met", "unknown"),
    "SW_BACHELOR": ("not_met", "unknown"),
    "OTHER": ("not_met", "unknown"),
    "APRN": ("unknown", "unknown"),
    "NONE": ("not_met", "not_met"),
}
"""For each license alone the outcome of the CCM: in the article, by the issuer."""


def outcomes(profile: Stated, certification_id: str) -> tuple[str, str]:
    """Return the outcome in the article and that by the issuer."""
    by_article, by_issuer = (
        outcome(profile, certification_id, edition=edition) for edition in ("article", "issuer")
    )
    return by_article, by_issuer


def license_finding(edition: str, *codes: str) -> Finding:
    """Return what became of the CCM's list of licenses."""
    facts = {**NOTHING, **CCM, "license_codes": [*codes]}
    answer = decide(facts, edition=edition, on=ON, certifications=["ccm"])
    found: Finding = answer.decisions[0].criteria[0]
    return found


def test_reading_5_twenty_four_months_do_whoever_supervised_and_routes_do_not_add_up() -> None:
    """In both editions: one route must be whole by itself."""
    none_under_a_ccm = {**NOTHING, **CCM, "cm_months": 24, "cm_months_under_ccm": 0}
    some_under_a_ccm = {**none_under_a_ccm, "cm_months_under_ccm": 11}
    all_too_short = {**some_under_a_ccm, "cm_months": 23, "cm_supervising_months": 11}

    assert [outcomes(one, "ccm") for one in (none_under_a_ccm, some_under_a_ccm)] == [
        ("met", "met"),
        ("met", "met"),
    ]
    assert outcomes(all_too_short, "ccm") == ("not_met", "not_met")


@pytest.mark.parametrize("code", LICENSES)
def test_reading_6_the_articles_licenses_are_closed_and_the_issuers_are_examples(
    code: str,
) -> None:
    """What an open list does not name is unknown, and nothing at all is no example."""
    assert outcomes({**NOTHING, **CCM, "license_codes": [code]}, "ccm") == LICENSES[code]


def test_reading_6_a_field_known_to_be_outside_is_not_met_in_both_editions() -> None:
    """The fields are named, so the list of degrees is closed."""
    stated = {**NOTHING, **CCM_BY_WHOLE_DEGREE, "degrees": ["master:other"]}

    assert outcomes(stated, "ccm") == ("not_met", "not_met")


@pytest.mark.parametrize("code", ["CBIS", "CMAC", "OTHER"])
def test_reading_6_certifications_of_the_ccm_are_examples_in_both_editions(code: str) -> None:
    """Both say "such as"."""
    stated = {**NOTHING, **CCM, "license_codes": ["NONE"], "certification_codes": [code]}

    assert outcomes(stated, "ccm") == ("unknown", "unknown")


def test_reading_7_a_practical_nurse_is_unknown_to_the_issuer_and_told_what_is_said() -> None:
    """No primary source bars the license, and another page's no is told as what it is."""
    finding = license_finding("issuer", "LPN")

    assert (finding.outcome, finding.cause) == ("unknown", "open_list")
    assert finding.remark
    assert finding.to_json()["remark"] == finding.remark


def test_reading_7_a_practical_nurse_is_refused_by_the_article_without_a_remark() -> None:
    """Its list is closed, and it counts as primary in its own edition."""
    finding = license_finding("article", "LPN")

    assert (finding.outcome, finding.cause, finding.remark) == ("not_met", None, "")
    assert "remark" not in finding.to_json()


@pytest.mark.parametrize(
    "codes",
    [["NONE"], ["RN"], ["RN", "LPN"], ["APRN"], ["SW_BACHELOR"], ["OTHER"], []],
    ids=str,
)
def test_reading_7_a_remark_stands_only_where_it_bears_on_the_answer(codes: list[str]) -> None:
    """Of a code that was not stated, or that is settled by another one, nothing is said."""
    finding = license_finding("issuer", *codes)

    assert finding.remark == ""
    assert "remark" not in finding.to_json()


def test_reading_7_an_advanced_practice_nurse_is_unsettled_unless_a_nurse_too() -> None:
    """In the lists of the article and of the issuers alike."""
    nurses = {"ccm": CCM, "acm_rn": ACM_RN, "cmgt_bc": CMGT_BC}
    found = {
        one: [
            outcomes({**NOTHING, **nurse, "license_codes": codes}, one)
            for codes in (["APRN"], ["APRN", "RN"])
        ]
        for one, nurse in nurses.items()
    }

    assert found == {one: [("unknown", "unknown"), ("met", "met")] for one in nurses}


ACM_WORK: list[tuple[Stated, tuple[str, str]]] = [
    ({"months": 12, "contact": True}, ("met", "unknown")),
    ({"months": 12, "hours": 0, "contact": True}, ("met", "not_met")),
    ({"months": 24}, ("met", "unknown")),
    ({"months": 24, "hours": 2079}, ("met", "not_met")),
    ({"months": 24, "hours": 2080}, ("met", "met")),
    ({"hours": 2080, "contact": True}, ("met", "met")),
    ({"months": 0, "hours": 2080, "contact": True}, ("met", "met")),
    ({"hours": 2080}, ("unknown", "unknown")),
    ({"hours": 2080, "contact": False}, ("unknown", "unknown")),
    ({"months": 23, "hours": 2080, "contact": False}, ("not_met", "not_met")),
    ({"months": 11, "hours": 2079, "contact": True}, ("not_met", "not_met")),
]
"""Work and contact, and the outcome of the ACM: in the article, by the issuer."""


@pytest.mark.parametrize("license_code", ["RN", "SW_MASTER"])
@pytest.mark.parametrize(("work", "expected"), ACM_WORK, ids=str)
def test_reading_10_the_issuer_of_the_acm_counts_hours_and_months_alone_do_not_do(
    license_code: str, work: Stated, expected: tuple[str, str]
) -> None:
    """The article takes a year in either; both ask a contact of whoever has not two years."""
    names = {
        "hours": "health_system_cm_hours",
        "months": "health_system_cm_months",
        "contact": "has_supervisor_contact",
    }
    stated = {names[name]: value for name, value in work.items()}
    certification_id = "acm_rn" if license_code == "RN" else "acm_sw"

    assert outcomes({**stated, "license_codes": [license_code]}, certification_id) == expected


def test_reading_11_the_article_stands_in_certification_by_certification() -> None:
    """The output keeps what was asked, and each decision says whose rule it used."""
    answer = decide({}, edition="issuer", on=ON)

    assert answer.edition == answer.to_json()["edition"] == "issuer"
    assert {one.certification_id: one.rule_edition for one in answer.decisions} == {
        **dict.fromkeys(certification_ids(), "issuer"),
        "cmgt_bc": "article",
    }


def test_reading_11_the_issuers_edition_is_asked_for_by_default() -> None:
    """As every deciding command does."""
    assert decide(CCM, on=ON) == decide(CCM, edition="issuer", on=ON)


def test_reading_11_the_article_is_used_throughout_where_it_is_asked_for() -> None:
    """Nothing of an issuer's mixes in where it speaks; where it is silent, the issuers do."""
    answer = decide({}, edition="article", on=ON)
    of_the_article = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")

    assert answer.edition == "article"
    assert {one.certification_id: one.rule_edition for one in answer.decisions} == {
        **dict.fromkeys(certification_ids(), "issuer"),
        **dict.fromkeys(of_the_article, "article"),
    }


def test_reading_11_the_article_refuses_where_it_stands_in() -> None:
    """It counts as primary there too, so what fails is not met and not merely unknown."""
    assert outcomes({**NOTHING, **CMGT_BC, "rn_years": 1}, "cmgt_bc") == ("not_met", "not_met")


@pytest.mark.parametrize(
    "fact_name", ["degree_is_accredited", "had_supervised_field_experience"]
)
def test_reading_12_the_issuer_requires_both_things_on_the_degree_route(fact_name: str) -> None:
    """A no closes the route and a blank leaves it open; the article asks for neither."""
    refused = {**NOTHING, **CCM_BY_WHOLE_DEGREE, fact_name: False}
    blank = {name: value for name, value in refused.items() if name != fact_name}

    assert outcomes({**NOTHING, **CCM_BY_WHOLE_DEGREE}, "ccm") == ("met", "met")
    assert outcomes(refused, "ccm") == ("met", "not_met")
    assert outcomes(blank, "ccm") == ("met", "unknown")


@pytest.mark.parametrize("profile", [CCM, CCM_BY_CERTIFICATION], ids=["licensed", "certified"])
def test_reading_12_the_other_two_routes_require_neither(profile: Stated) -> None:
    """The footnote belongs to the degree."""
    assert outcomes({**NOTHING, **profile}, "ccm") == ("met", "met")
