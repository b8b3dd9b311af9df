"""Rules as they are read from a file: their form, their place, their numbers."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from casecert_data.eligibility import (
    Criterion,
    Group,
    certification_ids,
    check_certification,
    read_rule,
    rule_edition_of,
    rule_path,
)
from casecert_data.eligibility._read_rule import parse_rules
from casecert_data.errors import CatalogError, UnknownNameError

ORIGIN = {"source_id": "coursera_certified_case_manager", "locator": "L", "text": "T"}
MONTHS = {**ORIGIN, "fact": "cm_months", "at_least": 12}


def content(**changes: Any) -> dict[str, Any]:
    """Return a small rule, with changes."""
    edition = {
        "edition_id": "article",
        "all_of": ["need"],
        "group": {"need": {"title": "N", "any_of": ["months"]}},
        "criterion": {"months": MONTHS},
        **changes,
    }
    return {"certification_id": "ccm", "edition": [edition]}


def only_criterion(criterion: Mapping[str, Any]) -> Criterion:
    """Read a rule of one criterion."""
    (rule,) = parse_rules("t.toml", content(criterion={"months": criterion}))
    return rule.criteria()[0]


def test_the_certifications_come_in_the_order_of_the_contract() -> None:
    """Everything that lists them lists them alike."""
    assert certification_ids() == (
        *("ccm", "acm_rn", "acm_sw", "cmgt_bc"),
        *("cmac", "cdms", "cmc", "cmcn"),
        *("crc", "cbis", "hs_bcp", "c_swcm", "c_aswcm"),
    )


def test_a_rule_lies_in_a_file_of_its_name() -> None:
    """A subject expert finds it without a search."""
    assert all(rule_path(one).name == f"{one}.toml" for one in certification_ids())
    assert all(rule_path(one).is_file() for one in certification_ids())


@pytest.mark.parametrize("name", ["CCM", "ccm ", "acm", "", "../ccm"])
def test_a_name_that_is_not_exact_is_refused(name: str) -> None:
    """A path or another spelling is no certification."""
    with pytest.raises(UnknownNameError, match="No certification is called"):
        check_certification(name)


@pytest.mark.parametrize(
    ("certification_id", "asked", "answers"),
    [
        ("ccm", "issuer", "issuer"),
        ("ccm", "article", "article"),
        ("cmgt_bc", "issuer", "article"),
        ("cmgt_bc", "article", "article"),
    ],
)
def test_the_article_answers_where_it_is_asked_or_alone(
    certification_id: str, asked: str, answers: str
) -> None:
    """Whatever was asked, the edition that answered is told."""
    assert rule_edition_of(certification_id, asked) == answers
    assert read_rule(certification_id, edition=asked).edition_id == answers


def test_the_issuers_rule_is_read_unless_another_is_asked_for() -> None:
    """As every deciding command does."""
    assert read_rule("ccm") == read_rule("ccm", edition="issuer")


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (12, Fraction(12)),
        (Decimal("0.1"), Fraction(1, 10)),
        (Decimal("1.92"), Fraction(48, 25)),
    ],
)
def test_a_threshold_is_exact(number: object, value: Fraction) -> None:
    """A tenth is a tenth."""
    assert only_criterion({**MONTHS, "at_least": number}).needed.value == value


@pytest.mark.parametrize("number", [True, "12", -1, Decimal("-0.5")])
def test_what_is_no_number_of_0_or_more_is_refused(number: object) -> None:
    """Yes is not one month, and text is no number."""
    with pytest.raises(CatalogError, match="at_least: expected a number of 0 or more, found"):
        only_criterion({**MONTHS, "at_least": number})


@pytest.mark.parametrize("value", ["true", 1, "yes"])
def test_what_is_neither_true_nor_false_is_refused(value: object) -> None:
    """TOML has words of its own for it."""
    with pytest.raises(CatalogError, match=r"criterion\.months\.is: expected true or false"):
        only_criterion({**ORIGIN, "fact": "is_self_employed", "is": value})


@pytest.mark.parametrize("word", ["text", "source_id", "locator"])
def test_a_criterion_without_words_or_origin_is_refused(word: str) -> None:
    """A requirement says what it is, who says so and where."""
    bare = {name: value for name, value in MONTHS.items() if name != word}

    with pytest.raises(CatalogError, match=f"expected a value for {word}, found None"):
        only_criterion(bare)


def test_a_list_is_closed_unless_it_says_otherwise() -> None:
    """Examples must say that they are some."""
    licenses = {**ORIGIN, "fact": "license_codes", "any_of": ["RN"]}

    assert not only_criterion(licenses).open
    assert only_criterion({**licenses, "open": True}).open


def test_a_criterion_may_stand_in_two_places() -> None:
    """It is one leaf all the same: listed once, decided once."""
    groups = {
        "need": {"title": "N", "any_of": ["months"]},
        "other": {"title": "O", "any_of": ["months"]},
    }
    (rule,) = parse_rules("t.toml", content(all_of=["need", "other"], group=groups))

    assert [one.id for one in rule.criteria()] == ["months"]


def test_a_place_names_the_need_and_the_way() -> None:
    """The JSON says which alternative of which need a criterion belongs to."""
    assert read_rule("acm_sw", edition="article").places() == {
        "degree": ("background", "degree_route"),
        "accredited_school": ("background", "degree_route"),
        "license": ("background", "license"),
        "one_year": ("work", "one_year"),
        "hours": ("work", "hours"),
        "two_years": ("contact", "two_years"),
        "supervisor_contact": ("contact", "supervisor_contact"),
    }


def test_a_criterion_that_stands_alone_in_its_need_is_no_way() -> None:
    """The issuer's hours are asked of everybody; there is nothing to choose."""
    assert read_rule("acm_sw", edition="issuer").places() == {
        "degree": ("background", "degree_route"),
        "accredited_school": ("background", "degree_route"),
        "license": ("background", "license"),
        "hours": ("work", None),
        "two_years": ("contact", "two_years"),
        "supervisor_contact": ("contact", "supervisor_contact"),
    }


def test_a_criterion_right_under_the_root_is_its_own_need() -> None:
    """It still has a name to be shown by."""
    (rule,) = parse_rules("t.toml", content(all_of=["months"], group={}))

    assert rule.places() == {"months": ("months", None)}


@pytest.mark.parametrize(
    ("edition", "ways"),
    [
        ("article", ["license", "degree", "certification"]),
        ("issuer", ["license", "degree_route", "certification"]),
    ],
)
def test_a_group_keeps_the_order_of_its_parts(edition: str, ways: list[str]) -> None:
    """Ways are shown and asked in the order of the file."""
    background = read_rule("ccm", edition=edition).root.parts[0]

    assert isinstance(background, Group)
    assert [part.id for part in background.parts] == ways


@pytest.mark.parametrize("found", [None, [], {}, "article"])
def test_a_file_without_an_edition_is_refused(found: object) -> None:
    """Whose words it follows is the first thing to say."""
    with pytest.raises(CatalogError, match=r"t\.toml, edition: expected at least one \[\[edi"):
        parse_rules("t.toml", {"certification_id": "ccm", "edition": found})


# --- further sources, and what other pages say ------------------------------------------

LICENSES = {**ORIGIN, "fact": "license_codes", "any_of": ["RN"], "open": True}
REMARK = {"text": "An older page says no.", "source_id": ORIGIN["source_id"], "locator": "L"}


def test_a_criterion_may_name_further_sources_of_its_values() -> None:
    """The first is that of the requirement; none is named twice."""
    also = [
        {"source_id": "ccmc_get_certified", "locator": "There"},
        {"source_id": ORIGIN["source_id"], "locator": "Elsewhere"},
    ]
    criterion = only_criterion({**MONTHS, "also": also})

    assert criterion.also == (
        ("ccmc_get_certified", "There"),
        (ORIGIN["source_id"], "Elsewhere"),
    )
    assert criterion.source_ids() == (ORIGIN["source_id"], "ccmc_get_certified")


def test_a_further_source_does_not_settle_whether_a_criterion_refuses() -> None:
    """Only the source of the requirement does: others stand behind single values."""
    also = [{"source_id": "ccmc_get_certified", "locator": "There"}]
    mixed = {**MONTHS, "source_id": "intelycare_case_management", "also": also}

    assert not only_criterion(mixed).refuses


@pytest.mark.parametrize(
    ("also", "told"),
    [
        ({"source_id": "nowhere", "locator": "L"}, r"also\[0\]\.source_id: expected a source"),
        ({"source_id": "ccmc_get_certified"}, r"also\[0\]: expected a value for locator"),
        ({**ORIGIN}, r"also\[0\]\.text: expected a known property"),
    ],
)
def test_a_further_source_is_a_source_and_a_place(also: dict[str, str], told: str) -> None:
    """A value whose source cannot be found has none."""
    with pytest.raises(CatalogError, match=told):
        only_criterion({**MONTHS, "also": [also]})


def test_a_remark_is_kept_by_its_code() -> None:
    """What another page says is said of that code alone."""
    (remark,) = only_criterion({**LICENSES, "remark": {"LPN": REMARK}}).remarks

    assert (remark.code, remark.text, remark.source_id, remark.locator) == (
        "LPN",
        REMARK["text"],
        REMARK["source_id"],
        REMARK["locator"],
    )


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ({"LPM": REMARK}, r"remark: expected a code of the vocabulary, found 'LPM'"),
        ({"LPN": {**REMARK, "text": ""}}, r"remark\.LPN: expected a value for text"),
        ({"LPN": {**REMARK, "source_id": "nowhere"}}, r"remark\.LPN\.source_id: expected a so"),
        ({"LPN": {**REMARK, "words": "x"}}, r"remark\.LPN\.words: expected a known property"),
    ],
)
def test_a_remark_is_of_a_code_and_has_words_and_an_origin(
    remark: dict[str, Any], told: str
) -> None:
    """Who says so stands beside what is said."""
    with pytest.raises(CatalogError, match=told):
        only_criterion({**LICENSES, "remark": remark})
