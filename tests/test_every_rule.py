"""Every rule against the article and the rules of reading, by hand; and its cases."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from oracle import EDITIONS
from oracle.read_all_by_hand import CRITERIA, NEEDS, REFUSES_NOBODY, SHAPES
from oracle.read_by_hand import ISSUERS, PARAGRAPHS, RuleId

from casecert_data import decide
from casecert_data.catalog import fact, sources
from casecert_data.curation import Case, cases_of, opposing_criteria, run_case
from casecert_data.eligibility import (
    Criterion,
    Decision,
    Group,
    Rule,
    certification_ids,
    read_rule,
    rule_edition_of,
)
from casecert_data.eligibility._evaluate import fold
from casecert_data.errors import UnknownNameError

ON = date(2026, 11, 23)
ARTICLE = "coursera_certified_case_manager"
FLIPPED = {"met": "not_met", "not_met": "met", "unknown": "met"}

EVERY_RULE = pytest.mark.parametrize("rule_id", CRITERIA, ids="-".join)
# The CMCN asks for a license and a course, and for no amount.
WITH_NUMBERS = [one for one in CRITERIA if one[0] != "cmcn"]
EVERY_ISSUERS_RULE = pytest.mark.parametrize("certification_id", ISSUERS)
NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "five": 5}
NUMBER = rf"\b(\d+|{'|'.join(NUMBER_WORDS)})"
AMOUNT = re.compile(rf"{NUMBER} (?:semester )?(month|year|hour|reference|organization)")
# What is counted may stand further on: "two of the four fields".
COUNTED = re.compile(rf"{NUMBER}( )")
# Years are compared as months; a reference is an organization.
PER = {
    "year": 12,
    "month": 1,
    "hour": 1,
    "reference": 1,
    "organization": 1,
    " ": 1,
    "years": 12,
    "months": 1,
    "hours": 1,
    "organizations": 1,
    "fields": 1,
    "semester_hours": 1,
}


def shape(node: Group | Criterion) -> str:
    """Write a node with & and |, in brackets."""
    if isinstance(node, Criterion):
        return node.id
    sign = " | " if node.is_choice else " & "
    return "(" + sign.join(map(shape, node.parts)) + ")"


def amount(words: str) -> Fraction | None:
    """Read the first amount in words, in months, hours, references or fields."""
    plain = words.lower().replace(",", "")
    found = AMOUNT.search(plain) or COUNTED.search(plain)
    if found is None:
        return None
    number = NUMBER_WORDS.get(found[1]) or int(found[1])
    return Fraction(number) * PER[found[2]]


def rule_of(rule_id: RuleId) -> Rule:
    """Read the rule that answers in an edition."""
    certification_id, edition = rule_id
    return read_rule(certification_id, edition=edition)


def cases(rule_id: RuleId) -> list[Case]:
    """Return the cases that this rule answers, also where it stands in for another."""
    certification_id, edition = rule_id
    return [
        case
        for case in cases_of(certification_id)
        if rule_edition_of(certification_id, case.edition) == edition
    ]


def decided(rule_id: RuleId) -> Iterator[Decision]:
    """Decide each case of a rule."""
    for case in cases(rule_id):
        answer = decide(
            case.facts, edition=case.edition, on=case.on, certifications=[rule_id[0]]
        )
        yield answer.decisions[0]


# --- the files against what was read by hand --------------------------------------------


def test_each_certification_has_the_rules_that_could_be_read() -> None:
    """The article's for its four, and the issuer's for each but one."""
    found = {
        (one, rule_edition_of(one, edition))
        for one in certification_ids()
        for edition in EDITIONS
    }

    assert found == set(CRITERIA)


@EVERY_RULE
def test_thresholds_and_lists_are_those_that_were_read(rule_id: RuleId) -> None:
    """Each number and code was read again, apart from the rule; in the order of the rule."""
    found = {
        one.id: (
            one.fact,
            one.needed.comparison,
            set(one.needed.value) if isinstance(one.needed.value, tuple) else one.needed.value,
        )
        for one in rule_of(rule_id).criteria()
    }

    assert list(found.items()) == list(CRITERIA[rule_id].items())


@EVERY_RULE
def test_alternatives_join_as_they_were_read(rule_id: RuleId) -> None:
    """Which are all needed, and of which one is enough."""
    assert shape(rule_of(rule_id).root)[1:-1] == SHAPES[rule_id]


@EVERY_RULE
def test_needs_have_the_same_names_in_both_editions(rule_id: RuleId) -> None:
    """Charts and pages find them by name, whoever was asked."""
    assert [part.id for part in rule_of(rule_id).root.parts] == NEEDS[rule_id[0]]


@pytest.mark.parametrize("certification_id", PARAGRAPHS)
def test_a_criterion_says_where_in_the_article_it_stands(certification_id: str) -> None:
    """A reader finds the sentence by heading and paragraph."""
    criteria = read_rule(certification_id, edition="article").criteria()
    heading = "Which certification should you choose?, "

    assert {one.source_id for one in criteria} == {ARTICLE}
    assert {one.locator.removeprefix(heading) for one in criteria} == PARAGRAPHS[
        certification_id
    ]


@EVERY_ISSUERS_RULE
def test_a_criterion_of_the_issuers_stands_on_a_page_of_the_issuer(
    certification_id: str,
) -> None:
    """Only such a page refuses, so a rule that is to refuse can have no other."""
    criteria = read_rule(certification_id, edition="issuer").criteria()
    pages = [sources()[one.source_id] for one in criteria]

    assert {page.standing_code for page in pages} == {"primary"}
    assert {page.publisher for page in pages} == {ISSUERS[certification_id]}
    assert all(one.refuses for one in criteria)


@EVERY_ISSUERS_RULE
def test_a_criterion_of_the_issuers_says_where_on_its_page_it_stands(
    certification_id: str,
) -> None:
    """And each further source has a place of its own; the article is none of them."""
    criteria = read_rule(certification_id, edition="issuer").criteria()
    places = [place for one in criteria for place in [(one.source_id, one.locator), *one.also]]

    assert [place for place in places if not place[1].strip()] == []
    assert ARTICLE not in {source_id for source_id, _ in places}
    assert [one.id for one in criteria if len({*one.also}) != len(one.also)] == []


def test_what_is_remarked_on_a_code_settles_nothing() -> None:
    """Another page's word refuses nobody; a page that refuses has left the code open itself."""
    remarks = {
        (rule_id, one.id, remark.code): (
            sources()[remark.source_id].standing_code == "primary",
            remark.code in one.unsettled,
        )
        for rule_id in CRITERIA
        for one in rule_of(rule_id).criteria()
        for remark in one.remarks
    }
    social_work = ("bachelor:social_work", "master:social_work", "doctorate:social_work")
    elsewhere = {
        (("ccm", "issuer"), "license", "LPN"),
        # Other pages take an associate degree, or name the higher social work degrees.
        (("hs_bcp", "issuer"), "degree", "associate:social_work"),
        (("hs_bcp", "issuer"), "degree", "associate:health_human_services"),
        (("c_swcm", "issuer"), "degree", "master:social_work"),
        (("c_aswcm", "issuer"), "degree", "bachelor:social_work"),
    }
    # The ACMA's own page does not say whether such a degree alone makes a social worker.
    left_open = {
        *((("cmac", "issuer"), "bachelor", code) for code in social_work),
        *((("cmac", "issuer"), "master", code) for code in social_work[1:]),
    }

    assert set(remarks) == elsewhere | left_open
    assert {one for one, (is_primary, _) in remarks.items() if is_primary} == left_open
    assert {remarks[one][1] for one in left_open} == {True}


def test_only_lists_of_the_ccm_are_examples() -> None:
    """Its certifications in both editions, its licenses by the issuer; the rest is closed."""
    open_lists = [
        (rule_id, one.id)
        for rule_id in CRITERIA
        for one in rule_of(rule_id).criteria()
        if one.open
    ]

    assert open_lists == [
        (("ccm", "issuer"), "license"),
        (("ccm", "issuer"), "certification"),
        (("ccm", "article"), "certification"),
    ]


def test_no_list_rules_a_code_out() -> None:
    """No primary source was found that does."""
    assert [
        (rule_id, one.id)
        for rule_id in CRITERIA
        for one in rule_of(rule_id).criteria()
        if one.excluded
    ] == []


def test_an_advanced_practice_nurse_is_unsettled_wherever_a_nurse_is_asked() -> None:
    """The license is built on the other one, which the profile may not have named."""
    settled = [
        rule_id
        for rule_id in CRITERIA
        for one in rule_of(rule_id).criteria()
        if isinstance(one.needed.value, tuple)
        and "RN" in one.needed.value
        and not (one.open or one.unsettled == ("APRN",))
    ]

    assert settled == []


# --- cases and words --------------------------------------------------------------------


@EVERY_RULE
def test_a_rule_has_a_case_for_each_outcome(rule_id: RuleId) -> None:
    """Sentences that say who has it, who has not, and where nobody can say."""
    refusals = set() if rule_id[0] in REFUSES_NOBODY else {"not_met"}

    assert {case.expected["outcome"] for case in cases(rule_id)} == {
        *("met", "unknown"),
        *refusals,
    }


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_rule_satisfies_its_cases(certification_id: str) -> None:
    """As `casecert data check` finds too."""
    assert {case.name: run_case(case) for case in cases_of(certification_id)} == {
        case.name: () for case in cases_of(certification_id)
    }


@EVERY_RULE
def test_every_criterion_decides_a_case(rule_id: RuleId) -> None:
    """Turn one criterion alone, and the outcome of some case turns: none is idle."""
    rule = rule_of(rule_id)
    deciding = set()
    for decision in decided(rule_id):
        outcomes = {one.id: one.outcome for one in decision.criteria}
        for name, outcome in outcomes.items():
            turned = fold(rule.root, {**outcomes, name: FLIPPED[outcome]})
            deciding |= {name} if turned != decision.outcome else set()

    assert {one.id for one in rule.criteria()} - deciding == set()


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_case_says_what_it_shows_in_a_sentence_of_its_own(certification_id: str) -> None:
    """The sentences are read by people who know the field and no code."""
    names = [case.name for case in cases_of(certification_id)]

    assert len(set(names)) == len(names)
    assert [name for name in names if len(name.split()) < 5 or name[0].islower()] == []


@EVERY_RULE
def test_a_criterion_has_all_its_words(rule_id: RuleId) -> None:
    """A text, a row for the table, what is lacking; a bar's label where a number is asked."""
    for one in rule_of(rule_id).criteria():
        assert one.text, one.id
        assert one.row, one.id
        assert one.bar if one.needed.comparison == "at_least" else one.lacking, one.id


@pytest.mark.parametrize("rule_id", WITH_NUMBERS, ids="-".join)
def test_the_number_in_the_words_is_the_threshold(rule_id: RuleId) -> None:
    """The words and the value are two cells of one file, and could come apart."""
    told = [
        (one.id, word, amount(words), one.needed.value * PER[str(fact(one.fact).unit)])
        for one in rule_of(rule_id).criteria()
        if isinstance(one.needed.value, Fraction)
        for word in ("text", "box_title", "row")
        if (words := getattr(one, word))
    ]

    assert told
    assert [one for one in told if one[2] != one[3]] == []


@EVERY_RULE
def test_a_need_has_all_its_words(rule_id: RuleId) -> None:
    """A heading, what it asks for as part of a sentence, and a row where ways join."""
    for need in rule_of(rule_id).root.parts:
        assert isinstance(need, Group)
        assert need.title, need.id
        assert need.asks_for, need.id
        assert need.row or not need.is_choice or need.waived_by, need.id


@EVERY_RULE
def test_no_two_criteria_of_a_rule_oppose(rule_id: RuleId) -> None:
    """Such a pair would make "unknown" hide what is certain."""
    assert opposing_criteria(rule_of(rule_id)) == ()


def test_an_unknown_certification_is_refused_with_the_known_ones() -> None:
    """One whose program is closed, or a mistyped one."""
    with pytest.raises(
        UnknownNameError,
        match=r"No certification is called 'xcm'\..*\n"
        r"Known certifications: ccm, acm_rn, acm_sw, cmgt_bc, cmac, .+, c_aswcm\.",
    ):
        read_rule("xcm")
