"""Where the article and other pages differ: both sides, who says so, and what it changes."""

from typing import Any

import pytest

from casecert_data import decide
from casecert_data.catalog import rows_where, source, table
from casecert_data.credentials import differences_for, differences_of
from casecert_data.eligibility import Criterion, Group, needs_of, read_rule

CERTIFICATIONS = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
DAY = "2026-11-23"
Stated = dict[str, Any]

# --- one person for each difference that is judged --------------------------------------

CCM: Stated = {
    "license_codes": ["NONE"],
    "degrees": ["NONE"],
    "certification_codes": ["NONE"],
    "cm_months": 30,
    "cm_months_under_ccm": 14,
    "is_self_employed": False,
    "attests_good_character": True,
}
"""Enough work and character for the CCM in both editions, and no background."""

CCM_DEGREE: Stated = {
    **CCM,
    "degrees": ["bachelor:social_work"],
    "degree_is_accredited": True,
    "had_supervised_field_experience": True,
}
"""The same with a degree that is enough in both editions."""

ACM: Stated = {
    "health_system_cm_months": 18,
    "health_system_cm_hours": 2079,
    "has_supervisor_contact": True,
}
"""More than a year of the ACM's work, and an hour less than it takes instead."""

JUDGED: dict[str, tuple[Stated, str, str]] = {
    "ccm_license_list": ({**CCM, "license_codes": ["LPC"]}, "not_met", "met"),
    "ccm_practical_nurse": ({**CCM, "license_codes": ["LPN"]}, "not_met", "unknown"),
    "ccm_accredited": ({**CCM_DEGREE, "degree_is_accredited": False}, "met", "not_met"),
    "ccm_field_experience": (
        {**CCM_DEGREE, "had_supervised_field_experience": False},
        "met",
        "not_met",
    ),
    "acm_rn_months": ({**ACM, "license_codes": ["RN"]}, "met", "not_met"),
    "acm_sw_months": ({**ACM, "license_codes": ["SW_CLINICAL"]}, "met", "not_met"),
}
"""By difference: who feels it, and the outcome in the article's and the issuer's edition."""

# By hand: what each is about, and which page says the other thing.
EXPECTED = {
    "ccm_license_list": ("ccm", "background", "ccmc_eligibility_2019"),
    "ccm_practical_nurse": ("ccm", "background", "ccmc_know_before_2018"),
    "ccm_license_status": ("ccm", "background", "ccmc_eligibility_2019"),
    "ccm_accredited": ("ccm", "background", "ccmc_eligibility_glance"),
    "ccm_field_experience": ("ccm", "background", "ccmc_eligibility_glance"),
    "ccm_supervising": ("ccm", "work", "ccmc_eligibility_glance"),
    "ccm_references": ("ccm", "references", "ccmc_eligibility_glance"),
    "ccm_name": ("ccm", "exam", "ccmc_faqs"),
    "acm_rn_months": ("acm_rn", "work", "acma_faq_hours"),
    "acm_rn_months_before": ("acm_rn", "work", "acma_faq_year_or_hours"),
    "acm_rn_two_years": ("acm_rn", "work", "acma_eligibility_2016"),
    "acm_rn_full_time": ("acm_rn", "work", "acma_faq_hours"),
    "acm_rn_scope": ("acm_rn", "work", "acma_faq_hours"),
    "acm_sw_months": ("acm_sw", "work", "acma_faq_hours"),
    "acm_sw_months_before": ("acm_sw", "work", "acma_faq_year_or_hours"),
    "acm_sw_two_years": ("acm_sw", "work", "acma_eligibility_2016"),
    "acm_sw_full_time": ("acm_sw", "work", "acma_faq_hours"),
    "acm_sw_scope": ("acm_sw", "work", "acma_faq_hours"),
    "acm_sw_school": ("acm_sw", "background", "acma_faq_hours"),
    "acm_rn_license": ("acm_rn", "background", "acma_application"),
    "cmgt_bc_full_time": ("cmgt_bc", "work", "mometrix_cmgt"),
    "cmgt_bc_letters": ("cmgt_bc", "exam", "intelycare_case_management"),
}


def needs(certification_id: str, person: Stated, edition: str) -> dict[str, str | None]:
    """Return the outcome of each need of a certification."""
    answer = decide(person, edition=edition, on=DAY, certifications=[certification_id])
    rule = read_rule(certification_id, edition=edition)
    return {need.id: need.outcome for need in needs_of(rule, answer.decisions[0])}


def asked(part: Group | Criterion) -> object:
    """Return all that decides in a part of a rule, without its words."""
    if isinstance(part, Criterion):
        return (part.fact, part.needed, part.open, part.unsettled, part.excluded)
    return (part.is_choice, tuple(asked(one) for one in part.parts))


# --- the table --------------------------------------------------------------------------


def test_the_differences_are_those_that_research_found() -> None:
    """Each with its certification, the need it is about and the page that says otherwise."""
    found = {
        row["difference_id"]: (row["certification_id"], row["part_code"], row["source_id"])
        for row in table("differences")
    }

    assert found == EXPECTED


def test_a_difference_has_two_sides() -> None:
    """What the article says or leaves out, and where; what the other page says, and where."""
    columns = ("article_text", "article_locator", "other_text", "locator")

    assert [
        (row["difference_id"], column)
        for row in table("differences")
        for column in columns
        if not row[column]
    ] == []
    assert all(row["article_text"] != row["other_text"] for row in table("differences"))


def test_a_difference_is_never_with_the_article_itself() -> None:
    """The other side comes from another page."""
    (article,) = rows_where("editions", edition_id="article")

    assert article["main_source_id"]
    assert article["main_source_id"] not in {row["source_id"] for row in table("differences")}


def test_a_difference_says_since_when_and_how_sure() -> None:
    """And why it is that sure, in a sentence."""
    for row in table("differences"):
        assert row["since_text"]
        assert row["confidence_code"] in {"high", "medium", "low"}
        assert str(row["confidence_text"]).endswith(".")


def test_only_the_issuers_own_words_make_it_sure() -> None:
    """What nobody but others say stays doubtful."""
    doubted = {
        str(row["difference_id"])
        for row in table("differences")
        if source(str(row["source_id"])).standing_code == "secondary"
    }

    assert doubted == {"cmgt_bc_full_time", "cmgt_bc_letters"}
    assert {
        row["confidence_code"]
        for row in table("differences")
        if row["difference_id"] in doubted
    } == {"low"}


def test_a_difference_is_about_a_need_of_the_rule() -> None:
    """So that it can be shown where the requirement stands; or about exam and fees."""
    for row in table("differences"):
        of = read_rule(str(row["certification_id"]), edition="article")
        assert row["part_code"] in {"exam", *(need.id for need in needs_of(of))}


def test_a_difference_is_about_a_criterion_of_either_edition() -> None:
    """Of the need that it names; only what lies outside the rule is about none."""
    for row in table("differences"):
        places = {
            criterion_id: need
            for edition in ("article", "issuer")
            for criterion_id, (need, _) in read_rule(
                str(row["certification_id"]), edition=edition
            )
            .places()
            .items()
        }
        assert places.get(str(row["criterion_id"]), "exam") == row["part_code"]


def test_what_lies_outside_the_rule_is_never_judged() -> None:
    """No rule asks for an exam."""
    outside = rows_where("differences", part_code="exam")

    assert outside
    assert not any(row["is_judged"] for row in outside)


# --- what it changes --------------------------------------------------------------------


def test_every_judged_difference_has_its_person() -> None:
    """And nobody stands here for one that is not judged."""
    assert {
        str(row["difference_id"]) for row in table("differences") if row["is_judged"]
    } == set(JUDGED)


@pytest.mark.parametrize("difference_id", JUDGED)
def test_a_judged_difference_changes_an_outcome(difference_id: str) -> None:
    """Else it would be told as one that matters, and matter to nobody."""
    person, article, issuer = JUDGED[difference_id]
    key = EXPECTED[difference_id][0]
    outcomes = [
        decide(person, edition=edition, on=DAY, certifications=[key]).decisions[0].outcome
        for edition in ("article", "issuer")
    ]

    assert outcomes == [article, issuer]


@pytest.mark.parametrize("difference_id", JUDGED)
def test_a_judged_difference_changes_the_need_that_it_names(difference_id: str) -> None:
    """That need and no other."""
    person, *_ = JUDGED[difference_id]
    key, part, _ = EXPECTED[difference_id]
    article, issuer = (needs(key, person, edition) for edition in ("article", "issuer"))

    assert [need for need in article if article[need] != issuer[need]] == [part]


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_wherever_the_editions_ask_differently_a_judged_difference_says_so(
    certification_id: str,
) -> None:
    """Need by need, in both directions: what is judged apart, and what is told."""
    article, issuer = (
        {
            part.id: asked(part)
            for part in read_rule(certification_id, edition=edition).root.parts
        }
        for edition in ("article", "issuer")
    )

    assert set(article) == set(issuer)
    assert {need for need in article if article[need] != issuer[need]} == {
        one.part_code for one in differences_of(certification_id, judged_only=True)
    }


def test_the_person_of_a_degree_would_get_there_with_all_of_it() -> None:
    """Accreditation and field experience are what is missing above, and nothing else."""
    for edition in ("article", "issuer"):
        answer = decide(CCM_DEGREE, edition=edition, on=DAY, certifications=["ccm"])
        assert answer.decisions[0].outcome == "met"


@pytest.mark.parametrize(("key", "license_code"), [("acm_rn", "RN"), ("acm_sw", "SW_CLINICAL")])
def test_one_hour_more_ends_the_difference_on_the_acm(key: str, license_code: str) -> None:
    """2,080 hours are enough in both editions."""
    person = {**ACM, "license_codes": [license_code], "health_system_cm_hours": 2080}

    for edition in ("article", "issuer"):
        answer = decide(person, edition=edition, on=DAY, certifications=[key])
        assert answer.decisions[0].outcome == "met"


# --- what is told to one person ---------------------------------------------------------


def told(certification_id: str, person: Stated) -> list[str]:
    """Return the differences that a person's outcomes show."""
    issuer, article = (
        decide(person, edition=edition, on=DAY, certifications=[certification_id]).decisions[0]
        for edition in ("issuer", "article")
    )
    return [one.difference_id for one in differences_for(issuer, article)]


@pytest.mark.parametrize("difference_id", JUDGED)
def test_whoever_feels_a_difference_is_told_of_it(difference_id: str) -> None:
    """Else the two outcomes would stand side by side and nobody would say why."""
    person, *_ = JUDGED[difference_id]

    assert difference_id in told(EXPECTED[difference_id][0], person)


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
@pytest.mark.parametrize("person", [{}, CCM, CCM_DEGREE, ACM])
def test_nobody_is_told_of_what_is_not_judged(certification_id: str, person: Stated) -> None:
    """It changes nothing for anybody."""
    judged = {one.difference_id for one in differences_of(certification_id, judged_only=True)}

    assert set(told(certification_id, person)) <= judged


def test_whom_both_editions_see_alike_is_told_of_nothing() -> None:
    """The same outcome of every criterion, and nothing more asked for."""
    person = {**CCM_DEGREE, "license_codes": ["RN"]}

    assert told("ccm", person) == []
    assert told("acm_rn", {**ACM, "license_codes": ["RN"], "health_system_cm_months": 0}) == []


def test_what_concerns_one_license_is_told_to_those_who_hold_it() -> None:
    """A counselor need not read about practical nurses."""
    counselor, practical_nurse = (
        JUDGED[one][0] for one in ("ccm_license_list", "ccm_practical_nurse")
    )

    assert "ccm_practical_nurse" not in told("ccm", counselor)
    assert "ccm_practical_nurse" in told("ccm", practical_nurse)


# --- what is given out ------------------------------------------------------------------


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_the_differences_of_a_certification_come_in_the_order_of_the_table(
    certification_id: str,
) -> None:
    """All of them, each whole."""
    rows = rows_where("differences", certification_id=certification_id)
    found = differences_of(certification_id)

    assert [
        (one.difference_id, one.article_text, one.other_text, one.since, one.source_id)
        for one in found
    ] == [
        tuple(
            row[column]
            for column in (
                *("difference_id", "article_text", "other_text", "since_text", "source_id"),
            )
        )
        for row in rows
    ]
    assert {one.certification_id for one in found} == {certification_id}


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_judged_only_leaves_out_the_others(certification_id: str) -> None:
    """The order stays."""
    assert differences_of(certification_id, judged_only=True) == tuple(
        one for one in differences_of(certification_id) if one.is_judged
    )


def test_a_code_is_told_in_words() -> None:
    """Which need, and how sure."""
    first = differences_of("ccm")[0]

    assert (first.part_code, first.part) == ("background", "Background")
    assert "sure" in first.sure_word.lower()
