"""Every rule against the article, by hand; its cases; and rules of a test's own."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from support.own_data import OwnData, own_data

from casecert_data import decide
from casecert_data.catalog import fact, sources
from casecert_data.curation import cases_of, opposing_criteria, run_case
from casecert_data.eligibility import (
    Criterion,
    Decision,
    Group,
    certification_ids,
    read_rule,
    rule_edition_of,
)
from casecert_data.eligibility._evaluate import fold
from casecert_data.errors import DateRefusedError, UnknownNameError

ON = date(2026, 11, 23)
FLIPPED = {"met": "not_met", "not_met": "met", "unknown": "met"}

HEALTH_AND_HUMAN_SERVICES = {
    f"{level}:{taught}"
    for level in ("bachelor", "master", "doctorate")
    for taught in ("nursing", "social_work", "health_human_services")
}
SOCIAL_WORK = {"bachelor:social_work", "master:social_work", "doctorate:social_work"}

# What the article asks for, read by hand: fact, comparison, value.
CRITERIA: dict[str, dict[str, tuple[str, str, object]]] = {
    "ccm": {
        "license": ("license_codes", "includes_any", {"RN", "PHARMACIST", "SW_CLINICAL"}),
        "degree": ("degrees", "includes_any", HEALTH_AND_HUMAN_SERVICES),
        "certification": ("certification_codes", "includes_any", {"CRC", "CDMS"}),
        "months_under_ccm": ("cm_months_under_ccm", "at_least", 12),
        "months_any_supervisor": ("cm_months", "at_least", 24),
        "months_supervising": ("cm_supervising_months", "at_least", 12),
        "good_character": ("attests_good_character", "is", True),
        "not_self_employed": ("is_self_employed", "is", False),
        "client_references": ("client_references", "at_least", 3),
    },
    "acm_rn": {
        "license": ("license_codes", "includes_any", {"RN"}),
        "one_year": ("health_system_cm_months", "at_least", 12),
        "hours": ("health_system_cm_hours", "at_least", 2080),
        "two_years": ("health_system_cm_months", "at_least", 24),
        "supervisor_contact": ("has_supervisor_contact", "is", True),
    },
    "acm_sw": {
        "degree": ("degrees", "includes_any", SOCIAL_WORK),
        "accredited_school": ("social_work_school_is_accredited", "is", True),
        "license": (
            "license_codes",
            "includes_any",
            {"SW_BACHELOR", "SW_MASTER", "SW_CLINICAL"},
        ),
        "one_year": ("health_system_cm_months", "at_least", 12),
        "hours": ("health_system_cm_hours", "at_least", 2080),
        "two_years": ("health_system_cm_months", "at_least", 24),
        "supervisor_contact": ("has_supervisor_contact", "is", True),
    },
    "cmgt_bc": {
        "license": ("license_codes", "includes_any", {"RN"}),
        "years_as_rn": ("rn_years", "at_least", 2),
        "hours": ("ncm_hours_last_36_months", "at_least", 2000),
        "education_hours": ("ncm_education_hours_last_36_months", "at_least", 30),
    },
}
# How they join: & asks for all, | for any one.
SHAPES = {
    "ccm": "(license | degree | certification)"
    " & (months_under_ccm | months_any_supervisor | months_supervising)"
    " & (good_character) & (not_self_employed | client_references)",
    "acm_rn": "(license) & (one_year | hours) & (two_years | supervisor_contact)",
    "acm_sw": "((degree & accredited_school) | license) & (one_year | hours)"
    " & (two_years | supervisor_contact)",
    "cmgt_bc": "(license) & (years_as_rn & hours) & (education_hours)",
}
NUMBER_WORDS = {"one": 1, "two": 2, "three": 3}
AMOUNT = re.compile(r"\b(\d+|one|two|three) (month|year|hour|reference)")
# Years are compared as months; a reference is an organization.
PER = {
    "year": 12,
    "month": 1,
    "hour": 1,
    "reference": 1,
    "years": 12,
    "months": 1,
    "hours": 1,
    "organizations": 1,
}
PARAGRAPHS = {
    "ccm": {"CCM, paragraph 2", "CCM, paragraph 3"},
    "acm_rn": {"ACM, paragraph 1", "ACM, paragraph 2"},
    "acm_sw": {"ACM, paragraph 1", "ACM, paragraph 2"},
    "cmgt_bc": {
        "ANCC, first requirement",
        "ANCC, second requirement",
        "ANCC, third requirement",
    },
}


def shape(node: Group | Criterion) -> str:
    """Write a node with & and |, in brackets."""
    if isinstance(node, Criterion):
        return node.id
    sign = " | " if node.is_choice else " & "
    return "(" + sign.join(map(shape, node.parts)) + ")"


def amount(words: str) -> Fraction | None:
    """Read the first amount in words, in months, hours or references."""
    found = AMOUNT.search(words.lower().replace(",", ""))
    if found is None:
        return None
    number = NUMBER_WORDS.get(found[1]) or int(found[1])
    return Fraction(number) * PER[found[2]]


def decided(certification_id: str) -> Iterator[tuple[str, Decision]]:
    """Decide each case of a certification; give its name and the decision."""
    for case in cases_of(certification_id):
        answer = decide(
            case.facts, edition=case.edition, on=case.on, certifications=[certification_id]
        )
        yield case.name, answer.decisions[0]


@pytest.mark.parametrize("certification_id", certification_ids())
def test_thresholds_and_lists_are_those_of_the_article(certification_id: str) -> None:
    """Each number and code was read from the article again, apart from the rule."""
    found = {
        one.id: (
            one.fact,
            one.needed.comparison,
            set(one.needed.value) if isinstance(one.needed.value, tuple) else one.needed.value,
        )
        for one in read_rule(certification_id).criteria()
    }

    assert found == CRITERIA[certification_id]


@pytest.mark.parametrize("certification_id", certification_ids())
def test_alternatives_join_as_in_the_article(certification_id: str) -> None:
    """Which are all needed, and of which one is enough."""
    assert shape(read_rule(certification_id).root)[1:-1] == SHAPES[certification_id]


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_criterion_says_where_in_the_article_it_stands(certification_id: str) -> None:
    """A reader finds the sentence by heading and paragraph."""
    criteria = read_rule(certification_id).criteria()
    heading = "Which certification should you choose?, "

    assert {one.source_id for one in criteria} == {"coursera_certified_case_manager"}
    assert {one.locator.removeprefix(heading) for one in criteria} == PARAGRAPHS[
        certification_id
    ]


def test_only_the_certifications_of_the_ccm_are_examples() -> None:
    """The article says "such as" there; every other list is closed."""
    open_lists = [
        (name, one.id)
        for name in certification_ids()
        for one in read_rule(name).criteria()
        if one.open
    ]

    assert open_lists == [("ccm", "certification")]


def test_an_advanced_practice_nurse_is_unsettled_wherever_a_nurse_is_asked() -> None:
    """The license is built on the other one, which the profile may not have named."""
    unsettled = {
        name: one.unsettled
        for name in certification_ids()
        for one in read_rule(name).criteria()
        if isinstance(one.needed.value, tuple) and "RN" in one.needed.value
    }

    assert unsettled == {"ccm": ("APRN",), "acm_rn": ("APRN",), "cmgt_bc": ("APRN",)}


@pytest.mark.parametrize("certification_id", certification_ids())
@pytest.mark.parametrize("outcome", ["met", "not_met", "unknown"])
def test_a_rule_has_a_case_for_each_outcome(certification_id: str, outcome: str) -> None:
    """Sentences that say who has it, who has not, and where nobody can say."""
    assert outcome in [case.expected["outcome"] for case in cases_of(certification_id)]


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_rule_satisfies_its_cases(certification_id: str) -> None:
    """As `casecert data check` finds too."""
    assert {case.name: run_case(case) for case in cases_of(certification_id)} == {
        case.name: () for case in cases_of(certification_id)
    }


@pytest.mark.parametrize("certification_id", certification_ids())
def test_every_criterion_decides_a_case(certification_id: str) -> None:
    """Turn one criterion alone, and the outcome of some case turns: none is idle."""
    rule = read_rule(certification_id)
    deciding = set()
    for _, decision in decided(certification_id):
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


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_criterion_has_all_its_words(certification_id: str) -> None:
    """A text, a row for the table, what is lacking; a bar's label where a number is asked."""
    for one in read_rule(certification_id).criteria():
        assert one.text, one.id
        assert one.row, one.id
        assert one.bar if one.needed.comparison == "at_least" else one.lacking, one.id


@pytest.mark.parametrize("certification_id", certification_ids())
def test_the_number_in_the_words_is_the_threshold(certification_id: str) -> None:
    """The words and the value are two cells of one file, and could come apart."""
    told = [
        (one.id, word, amount(words), one.needed.value * PER[str(fact(one.fact).unit)])
        for one in read_rule(certification_id).criteria()
        if isinstance(one.needed.value, Fraction)
        for word in ("text", "box_title", "row")
        if (words := getattr(one, word))
    ]

    assert told
    assert [one for one in told if one[2] != one[3]] == []


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_need_has_all_its_words(certification_id: str) -> None:
    """A heading, what it asks for as part of a sentence, and a row where ways join."""
    for need in read_rule(certification_id).root.parts:
        assert isinstance(need, Group)
        assert need.title, need.id
        assert need.asks_for, need.id
        assert need.row or not need.is_choice or need.waived_by, need.id


@pytest.mark.parametrize("certification_id", certification_ids())
def test_no_two_criteria_of_a_rule_oppose(certification_id: str) -> None:
    """Such a pair would make "unknown" hide what is certain."""
    assert opposing_criteria(read_rule(certification_id)) == ()


@pytest.mark.parametrize("certification_id", certification_ids())
def test_the_article_answers_where_the_issuer_is_asked(certification_id: str) -> None:
    """Until an issuer's own rule is there, the article's stands and says so."""
    assert rule_edition_of(certification_id, "issuer") == "article"
    assert decide({}, edition="issuer", on=ON).decisions[0].rule_edition == "article"


def test_an_unknown_certification_is_refused_with_the_known_ones() -> None:
    """One that the kit does not know yet, or a mistyped one."""
    with pytest.raises(
        UnknownNameError,
        match=r"No certification is called 'cmac'\..*\n"
        r"Known certifications: ccm, acm_rn, acm_sw, cmgt_bc\.",
    ):
        read_rule("cmac")


# --- rules of a test's own --------------------------------------------------------------

CRITERION = """
[edition.criterion.{name}]
{comparison}
text = "A text"
lacking = "a thing"
source_id = "{source_id}"
locator = "Somewhere"
"""
ARTICLE = "coursera_certified_case_manager"


@pytest.fixture
def data(tmp_path: Path) -> Iterator[OwnData]:
    """Give a copy of the shipped data, which the test may break."""
    with own_data(tmp_path) as copied:
        yield copied


def write_rule(data: OwnData, comparison: str, source_id: str = ARTICLE, top: str = "") -> None:
    """Write a rule for the CCM that asks for one thing."""
    criterion = CRITERION.format(name="only", comparison=comparison, source_id=source_id)
    data.write(
        "rules/ccm.toml",
        f'certification_id = "ccm"\n[[edition]]\nedition_id = "article"\n{top}\n'
        f'all_of = ["need"]\n[edition.group.need]\ntitle = "N"\nasks_for = "n"\n'
        f'all_of = ["only"]\n{criterion}',
    )


def verdict(**facts: object) -> tuple[str, str | None]:
    """Decide the rule; return its outcome, and the cause of an unknown."""
    decision = decide(facts, on=ON, certifications=["ccm"]).decisions[0]
    return decision.outcome, decision.criteria[0].cause


STARTS = "starts_on = 2026-05-01"
MONTHS = 'fact = "cm_months"\nat_least = 12'


def test_a_named_rule_before_its_start_is_an_error_that_names_the_day(data: OwnData) -> None:
    """Nobody knows what was asked for before."""
    write_rule(data, MONTHS, top=STARTS)

    with pytest.raises(
        DateRefusedError, match=r"ccm: expected a day from 2026-05-01 on, .+ found 2026-04-30"
    ):
        decide({}, on=date(2026, 4, 30), certifications=["ccm"])


def test_an_unnamed_rule_before_its_start_is_left_out_and_told(data: OwnData) -> None:
    """The others can still be decided."""
    write_rule(data, MONTHS, top=STARTS)
    answer = decide({}, on=date(2026, 4, 30))

    assert [one.certification_id for one in answer.decisions] == ["acm_rn", "acm_sw", "cmgt_bc"]
    assert answer.left_out == ("ccm",)


def test_a_rule_holds_from_its_first_day_on(data: OwnData) -> None:
    """The day itself counts."""
    write_rule(data, MONTHS, top=STARTS)
    answer = decide({"cm_months": 12}, on=date(2026, 5, 1), certifications=["ccm"])

    assert answer.decisions[0].outcome == "met"


def test_the_newest_rule_that_holds_is_taken(data: OwnData) -> None:
    """A change of a threshold counts from its day on, not before."""
    write_rule(data, MONTHS)
    text = data.read("rules/ccm.toml")
    later = text[text.index("[[edition]]") :].replace("at_least = 12", "at_least = 18")
    later = later.replace('edition_id = "article"', f'edition_id = "article"\n{STARTS}')
    data.append("rules/ccm.toml", later)
    before, after = (
        decide({"cm_months": 12}, on=day, certifications=["ccm"]).decisions[0].outcome
        for day in (date(2026, 4, 30), date(2026, 5, 1))
    )

    assert (before, after) == ("met", "not_met")


@pytest.mark.parametrize("standing", ["secondary", "dated"])
def test_a_source_that_is_not_the_issuers_refuses_nobody(data: OwnData, standing: str) -> None:
    """What fails is unknown with its reason; what is met is met."""
    data.append(
        "sources.csv",
        f"other,P,T,,,2026-11-23,2027-11-23,{standing},All rights reserved,A note.\n",
    )
    write_rule(data, MONTHS, source_id="other")

    assert verdict(cm_months=11) == ("unknown", "secondary_rule")
    assert verdict(cm_months=12) == ("met", None)
    assert verdict() == ("unknown", "blank")


def test_a_primary_source_refuses(data: OwnData) -> None:
    """The issuer's own page counts in every edition."""
    write_rule(data, MONTHS, source_id="ccmc_get_certified")

    assert sources()["ccmc_get_certified"].standing_code == "primary"
    assert verdict(cm_months=11) == ("not_met", None)


def test_the_main_source_of_an_edition_refuses_in_it() -> None:
    """The article is secondary, and counts as primary in its own edition."""
    assert sources()[ARTICLE].standing_code == "secondary"
    assert all(one.refuses for one in read_rule("ccm").criteria())


LICENSE = 'fact = "license_codes"\nany_of = ["RN"]\n'


@pytest.mark.parametrize(
    ("rest", "codes", "expected"),
    [
        ("", ["RN"], ("met", None)),
        ("", ["LPN"], ("not_met", None)),
        ("", ["NONE"], ("not_met", None)),
        ("open = true", ["LPN"], ("unknown", "open_list")),
        ("open = true", ["OTHER"], ("unknown", "open_list")),
        ("open = true", ["NONE"], ("not_met", None)),
        ("open = true", ["LPN", "RN"], ("met", None)),
        ('open = true\nexcluded = ["LPN"]', ["LPN"], ("not_met", None)),
        ('open = true\nexcluded = ["LPN"]', ["LPN", "LPC"], ("unknown", "open_list")),
        ('unsettled = ["APRN"]', ["APRN"], ("unknown", "open_list")),
        ('unsettled = ["APRN"]', ["APRN", "LPN"], ("unknown", "open_list")),
        ('unsettled = ["APRN"]', ["APRN", "RN"], ("met", None)),
        ('unsettled = ["APRN"]', ["LPN"], ("not_met", None)),
    ],
)
def test_a_list_says_what_of_a_code_is_known(
    data: OwnData, rest: str, codes: list[str], expected: tuple[str, str | None]
) -> None:
    """Named, ruled out, unsettled, or an example among others."""
    write_rule(data, LICENSE + rest)

    assert verdict(license_codes=codes) == expected


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["NONE"], ("met", None)),
        (["LPN"], ("met", None)),
        (["RN"], ("not_met", None)),
        (["RN", "LPN"], ("not_met", None)),
        (["APRN"], ("unknown", "open_list")),
    ],
)
def test_a_list_can_be_of_what_must_not_be_there(
    data: OwnData, codes: list[str], expected: tuple[str, str | None]
) -> None:
    """Such as a second track for people who are no nurses."""
    write_rule(data, 'fact = "license_codes"\nnone_of = ["RN"]\nunsettled = ["APRN"]')

    assert verdict(license_codes=codes) == expected
    assert verdict() == ("unknown", "blank")


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (11, ("met", None)),
        (12, ("not_met", None)),
        ({"at_least": 6, "at_most": 11}, ("met", None)),
        ({"at_least": 6, "at_most": 12}, ("unknown", "interval")),
        ({"at_least": 12}, ("not_met", None)),
    ],
)
def test_a_number_can_be_asked_to_be_less(
    data: OwnData, months: object, expected: tuple[str, str | None]
) -> None:
    """The negation stands inside the comparison; a range on both sides is unknown."""
    write_rule(data, 'fact = "cm_months"\nfewer_than = 12')

    assert verdict(cm_months=months) == expected
