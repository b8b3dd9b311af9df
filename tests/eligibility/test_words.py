"""The words of a decision: its headline, what was found, and what is still missing."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from oracle import EDITIONS
from oracle.people import ACM_RN, CCM, CCM_BY_DEGREE, CMGT_BC, NOTHING

from casecert_data.catalog import facts as catalog_facts
from casecert_data.eligibility import (
    Decision,
    Interval,
    found_inside,
    found_words,
    headline,
    lowered,
    missing_phrases,
    names_of,
    spell_amount,
    unknown_reason,
)
from casecert_data.profiles import decide

ON = date(2026, 11, 23)
SECOND = re.compile(r"\byour?\b")
NURSE: dict[str, Any] = {**NOTHING, **CMGT_BC}
IN_EACH_EDITION = pytest.mark.parametrize("edition", EDITIONS)


def decision(facts: dict[str, Any], certification_id: str, **options: Any) -> Decision:
    """Decide one certification."""
    return decide(facts, on=ON, certifications=[certification_id], **options).decisions[0]


def said(facts: dict[str, Any], certification_id: str, **options: Any) -> str:
    """Return the headline of a decision."""
    return headline(decision(facts, certification_id, **options), ON)


# --- headlines --------------------------------------------------------------------------


@IN_EACH_EDITION
def test_what_is_met_is_said_with_its_day_and_who_decides(edition: str) -> None:
    """The one sentence that everybody has agreed on."""
    assert said(CCM, "ccm", edition=edition) == (
        "This profile appears to meet the published requirements as of November 23, 2026; "
        "the issuer decides."
    )


@pytest.mark.parametrize(
    ("edition", "upkeep"),
    [("article", "more education"), ("issuer", "80 hours of education in 5 years")],
)
def test_what_is_held_speaks_of_keeping_it_first(edition: str, upkeep: str) -> None:
    """Somebody who has it asks about renewal, whatever the rule says today."""
    expected = f"This certification is already held. Keeping it: {upkeep}, then renewal."
    holders = ({**CCM, "certification_codes": ["CCM"]}, {"certification_codes": ["CCM"]})

    assert {said(facts, "ccm", edition=edition) for facts in holders} == {expected}


def test_another_certification_that_is_held_changes_nothing() -> None:
    """Each is held for itself."""
    held = decision({**ACM_RN, "certification_codes": ["CCM"]}, "acm_rn")

    assert not held.held
    assert headline(held, ON).startswith("This profile appears to meet")


def test_one_open_answer_is_asked_for_alone() -> None:
    """Nothing else stands between the person and an outcome."""
    facts = {**CCM, "cm_supervising_months": 0}
    del facts["cm_months_under_ccm"]

    assert said(facts, "ccm") == (
        "One answer is missing: how many of your months a CCM supervised."
    )


def test_many_open_answers_are_counted_and_the_first_is_named() -> None:
    """The count is that of the shortest way."""
    assert said({}, "cmgt_bc") == "4 answers are missing. Ask first: which licenses you hold."


@IN_EACH_EDITION
@pytest.mark.parametrize(
    ("codes", "name"),
    [
        (["CBIS"], "Certified Brain Injury Specialist (CBIS)"),
        (["ACM_RN"], "Accredited Case Manager for nurses (ACM-RN)"),
        (["OTHER"], "another certification"),
    ],
)
def test_a_code_outside_an_open_list_is_for_the_issuer_to_settle(
    edition: str, codes: list[str], name: str
) -> None:
    """The list gives examples; a name keeps its capitals inside the sentence."""
    facts = {
        **CCM,
        "license_codes": ["NONE"],
        "degrees": ["NONE"],
        "certification_codes": codes,
    }

    told = said(facts, "ccm", edition=edition)

    assert told.startswith(f"The issuer must say whether this counts: {name}. It asks for: a ")
    assert told.endswith(
        "such as Certified Rehabilitation Counselor or Disability Management Specialist. "
        "Ask the CCMC."
    )


@pytest.mark.parametrize("code", ["LPN", "SW_BACHELOR"])
def test_what_another_page_says_of_a_code_ends_the_sentence(code: str) -> None:
    """The issuer is asked first; an older or secondary page is told and settles nothing."""
    facts = {**NOTHING, **CCM, "license_codes": [code]}
    (license_list,) = (
        one for one in decision(facts, "ccm").criteria if one.fact == "license_codes"
    )

    assert bool(license_list.remark) is (code == "LPN")
    assert said(facts, "ccm").endswith(f" Ask the CCMC. {license_list.remark}".rstrip())


def test_a_question_that_settles_nothing_is_not_asked_in_the_sentence() -> None:
    """Whether a degree is accredited does not help somebody who has none."""
    facts = {**NOTHING, **CCM, "license_codes": ["OTHER"]}
    del facts["degree_is_accredited"]
    del facts["had_supervised_field_experience"]
    found = decision(facts, "ccm")

    assert found.next_question == "degree_is_accredited"
    assert headline(found, ON).startswith("The issuer must say whether this counts:")


def test_answers_that_are_needed_together_are_counted_together() -> None:
    """A license would be one way more, and is no answer: two things are to be asked."""
    facts = {**NOTHING, **CCM_BY_DEGREE}
    del facts["degree_is_accredited"]
    del facts["had_supervised_field_experience"]

    assert said(facts, "ccm", edition="issuer").startswith("2 answers are missing.")


def test_who_may_not_apply_at_all_is_told_what_it_asks_for() -> None:
    """Hours to go would only mislead somebody without the license."""
    assert said({**NOTHING, "license_codes": ["SW_CLINICAL"]}, "cmgt_bc") == (
        "Not one to aim for now. It asks for a registered nurse license."
    )


def test_a_bar_to_good_character_is_said_and_left_to_the_issuer() -> None:
    """Nobody can bring it about, so nothing is "missing"."""
    expected = (
        "What was stated stands in the way: good character. Only the CCMC can say what follows."
    )

    assert said({**CCM, "attests_good_character": False}, "ccm") == expected


def test_a_bar_comes_before_months_that_would_not_help() -> None:
    """With months missing too, the bar still decides: every way needs it gone."""
    facts = {**NOTHING, "license_codes": ["RN"], "is_self_employed": False}

    assert said(facts, "ccm").startswith("What was stated stands in the way: good character.")


@pytest.mark.parametrize(
    ("hours", "missing"),
    [
        (1400, "600 more hours of work in nursing case management"),
        (1999, "1 more hour of work in nursing case management"),
        (1998.5, "1.5 more hours of work in nursing case management"),
        (0, "2,000 hours of work in nursing case management"),
    ],
)
def test_what_is_missing_is_a_number_with_its_unit(hours: float, missing: str) -> None:
    """One is singular; where nothing is there yet, it is not "more"."""
    facts = {**NURSE, "ncm_hours_last_36_months": hours}

    assert said(facts, "cmgt_bc") == f"Still missing: {missing}."


def test_two_needs_that_lack_something_are_joined() -> None:
    """Both are needed, so it is "and"."""
    facts = {**NURSE, "rn_years": 1, "ncm_education_hours_last_36_months": 18}

    assert said(facts, "cmgt_bc") == (
        "Still missing: 1 more year of work as a registered nurse "
        "and 12 more hours of education in the field."
    )


@pytest.mark.parametrize(
    ("stated", "missing"),
    [
        ({"at_least": 1400, "at_most": 1600}, "400 to 600 more hours"),
        ({"at_least": 1400, "at_most": 1999.999}, "up to 600 more hours"),
        ({"at_most": 500}, "1,500 to 2,000 more hours"),
    ],
)
def test_a_range_leaves_a_range_missing(stated: dict[str, float], missing: str) -> None:
    """From 1,400 to 1,600 of 2,000, it is 400 at the least and 600 at the most."""
    facts = {**NURSE, "ncm_hours_last_36_months": stated}

    assert said(facts, "cmgt_bc") == (
        f"Still missing: {missing} of work in nursing case management."
    )


def test_ways_of_one_need_are_joined_by_or() -> None:
    """Any one of them is enough."""
    facts = {**CCM, "cm_months": 16, "cm_months_under_ccm": 11, "cm_supervising_months": 0}

    assert said(facts, "ccm") == (
        "Still missing: 1 more month of case management under a CCM, 8 more months of case "
        "management, or 12 months of supervising case managers."
    )


def test_needs_with_ways_are_parted_by_a_stronger_pause() -> None:
    """Else the commas of the ways would run into the next need."""
    facts = {**CCM, "cm_months": 23, "cm_months_under_ccm": 0, "cm_supervising_months": 0}
    facts |= {"is_self_employed": True, "client_references": 2}

    assert said(facts, "ccm").endswith(
        "or 12 months of supervising case managers; and 1 more organization as a client "
        "reference."
    )


def test_a_source_that_is_not_the_issuers_is_told_as_such() -> None:
    """It refuses nobody: what it asks for is told, and the issuer is asked."""
    failed = decision({**CCM, "license_codes": ["LPN"], "degrees": ["NONE"]}, "ccm")
    findings = tuple(
        one._replace(outcome="unknown", cause="secondary_rule") for one in failed.criteria
    )
    softened = replace(failed, outcome="unknown", criteria=findings, missing=())

    told = headline(softened, ON)

    assert told.startswith(
        "A page that is not the issuer\u2019s own asks for more: a license, a degree or a "
        "certification that counts"
    )
    assert told.endswith(". Ask the CCMC.")


# --- what was found ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "found", "words"),
    [
        ("cm_months", None, "Not known"),
        ("license_codes", None, "Not known"),
        ("cm_months", Interval(Fraction(0), Fraction(0)), "None"),
        ("cm_months", Interval(Fraction(1), Fraction(1)), "1 month"),
        ("cm_months", Interval(Fraction(37, 2), Fraction(37, 2)), "18.5 months"),
        ("health_system_cm_hours", Interval(Fraction(2080), Fraction(2080)), "2,080 hours"),
        ("cm_months", Interval(Fraction(12), Fraction(18)), "12 to 18 months"),
        ("cm_months", Interval(Fraction(0), Fraction(1)), "0 to 1 month"),
        ("cm_months", Interval(Fraction(12), None), "12 months or more"),
        ("cm_months", Interval(Fraction(1), None), "1 month or more"),
        ("rn_years", Interval(Fraction(1), Fraction(3)), "1 to 3 years"),
        ("client_references", Interval(Fraction(1), Fraction(1)), "1 organization"),
        ("license_codes", ("RN",), "Registered nurse"),
        ("license_codes", ("RN", "SW_CLINICAL"), "Registered nurse and clinical social worker"),
        ("license_codes", ("NONE",), "No license"),
        ("certification_codes", ("CCM",), "Case Manager Certification (CCM)"),
        ("is_self_employed", True, "Self-employed"),
        ("is_self_employed", False, "Not self-employed"),
        ("attests_good_character", False, "Something stands in the way"),
    ],
)
def test_what_was_found_is_said_in_words(fact: str, found: Any, words: str) -> None:
    """A cell of a table: a capital first, a unit after a number."""
    assert found_words(fact, found) == words


@pytest.mark.parametrize(
    ("fact", "found", "words"),
    [
        ("license_codes", ("RN",), "registered nurse"),
        ("certification_codes", ("CCM",), "Case Manager Certification (CCM)"),
        (
            *("certification_codes", ("OTHER", "CBIS")),
            "another certification and Certified Brain Injury Specialist (CBIS)",
        ),
        ("is_self_employed", False, "not self-employed"),
        ("cm_months", None, "not known"),
        ("cm_months", Interval(Fraction(12), Fraction(18)), "12 to 18 months"),
    ],
)
def test_what_was_found_stands_inside_a_sentence(fact: str, found: Any, words: str) -> None:
    """No capital in the middle, except for names."""
    assert found_inside(fact, found) == words


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("A license", "a license"),
        ("Good character", "good character"),
        ("CBIS", "CBIS"),
        ("CCM and more", "CCM and more"),
        ("12 months", "12 months"),
        ("", ""),
    ],
)
def test_a_sentence_is_lowered_and_an_acronym_is_not(words: str, inside: str) -> None:
    """An acronym is told by its second letter."""
    assert lowered(words) == inside


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Fraction(0), "0 months"),
        (Fraction(1, 2), "0.5 months"),
        (Fraction(1), "1 month"),
        (Fraction(2), "2 months"),
    ],
)
def test_only_one_is_singular(number: Fraction, words: str) -> None:
    """None and half a month are plural, as people say them."""
    assert spell_amount("cm_months", number) == words


def test_an_unknown_says_why_and_a_known_says_nothing() -> None:
    """The four causes in words."""
    blank, open_list, roughly = (
        decision({}, "cmgt_bc").criteria[0],
        decision({"license_codes": ["APRN"]}, "cmgt_bc").criteria[0],
        decision({"rn_years": {"at_least": 1, "at_most": 3}}, "cmgt_bc").criteria[1],
    )

    assert [unknown_reason(one) for one in (blank, open_list, roughly)] == [
        "not known",
        "the issuer must say",
        "known only roughly",
    ]
    assert unknown_reason(decision(NURSE, "cmgt_bc").criteria[0]) == ""


def test_a_requirement_is_said_whole() -> None:
    """Complete in itself, for whoever reads one line."""
    assert decision({}, "cmgt_bc").criteria[2].text == (
        "2,000 hours of clinical work in nursing case management in the last three years"
    )


def test_what_is_missing_leaves_out_what_is_met_and_what_is_unknown() -> None:
    """Each list is of one outcome."""
    facts = {"license_codes": ["RN"], "rn_years": 1, "ncm_hours_last_36_months": 2000}
    found = decision(facts, "cmgt_bc")

    assert missing_phrases(found) == ("1 more year of work as a registered nurse",)
    assert missing_phrases(found, "unknown") == ("30 hours of education in the field",)


def test_names_are_those_of_the_tables() -> None:
    """One place for each name, so that all pages say it alike."""
    assert names_of("cmgt_bc") == {
        "name": "ANCC Nursing Case Management",
        "acronym": "CMGT-BC",
        "button_name": "ANCC Nursing Case Management",
        "issuer_name": "American Nurses Credentialing Center",
        "issuer_acronym": "ANCC",
        "full_name": "ANCC Nursing Case Management (CMGT-BC)",
    }


def test_what_is_said_of_a_client_never_speaks_to_them() -> None:
    """The counselor reads the screen; the client reads the page."""
    to_reader = [one for one in catalog_facts().values() if SECOND.search(one.clause)]

    assert len(to_reader) > 20
    assert [one.name for one in to_reader if "this client" not in one.client_clause] == []
    assert [one.name for one in to_reader if SECOND.search(one.client_clause)] == []


def test_a_missing_answer_is_told_of_a_client_or_to_them() -> None:
    """The same answer in the words of the screen and in those of the page."""
    nurse = decide({"license_codes": ["RN"], "has_supervisor_contact": True}, on="2026-11-23")
    [acm] = [one for one in nurse.decisions if one.certification_id == "acm_rn"]
    told = [headline(acm, nurse.on, is_to_client=one) for one in (True, False)]

    assert "how many hours of case management you have done" in told[0]
    assert told[1] == told[0].replace("you have done", "this client has done")
