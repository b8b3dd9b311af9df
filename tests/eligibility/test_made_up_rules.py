"""Rules of a test's own: their days, their sources, and what a list says of a code."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.own_data import OwnData, own_data

from casecert_data import decide
from casecert_data.catalog import sources
from casecert_data.eligibility import certification_ids, read_rule
from casecert_data.errors import DateRefusedError

ON = date(2026, 11, 23)

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


def edition_of(
    comparison: str, source_id: str = ARTICLE, top: str = "", edition_id: str = "article"
) -> str:
    """Return one edition of a rule that asks for one thing."""
    criterion = CRITERION.format(name="only", comparison=comparison, source_id=source_id)
    return (
        f'[[edition]]\nedition_id = "{edition_id}"\n{top}\n'
        f'all_of = ["need"]\n[edition.group.need]\ntitle = "N"\nasks_for = "n"\n'
        f'all_of = ["only"]\n{criterion}'
    )


def write_rule(data: OwnData, *args: str, **options: str) -> None:
    """Write a rule for the CCM that asks for one thing, in one edition."""
    data.write("rules/ccm.toml", f'certification_id = "ccm"\n{edition_of(*args, **options)}')


def verdict(edition: str = "issuer", **facts: object) -> tuple[str, str | None]:
    """Decide the rule; return its outcome, and the cause of an unknown."""
    decision = decide(facts, edition=edition, on=ON, certifications=["ccm"]).decisions[0]
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

    assert [one.certification_id for one in answer.decisions] == [
        one for one in certification_ids() if one != "ccm"
    ]
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
    assert all(one.refuses for one in read_rule("ccm", edition="article").criteria())


@pytest.mark.parametrize("edition", ["issuer", "article"])
def test_the_article_refuses_where_it_stands_in_for_the_issuer(
    data: OwnData, edition: str
) -> None:
    """Its own edition answers, so it counts as primary there too."""
    write_rule(data, MONTHS)

    assert verdict(edition, cm_months=11) == ("not_met", None)


def test_the_article_refuses_nobody_inside_an_issuers_rule(data: OwnData) -> None:
    """There it is one page among others, and not the issuer's."""
    write_rule(data, MONTHS, edition_id="issuer")

    assert verdict("issuer", cm_months=11) == ("unknown", "secondary_rule")


def test_each_edition_answers_for_itself(data: OwnData) -> None:
    """Neither overwrites the other, in whatever order they stand in the file."""
    write_rule(data, MONTHS)
    more = MONTHS.replace("12", "18")
    data.append("rules/ccm.toml", edition_of(more, "ccmc_get_certified", edition_id="issuer"))
    outcomes = [verdict(edition, cm_months=12)[0] for edition in ("article", "issuer")]

    assert outcomes == ["met", "not_met"]


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


REMARK = """
[edition.criterion.only.remark]
LPN = {{ text = "One page says no.", source_id = "{source}", locator = "There" }}
LPC = {{ text = "One page says yes.", source_id = "{source}", locator = "Here" }}
""".format(source="intelycare_case_management")


@pytest.mark.parametrize(
    ("rest", "codes", "remark"),
    [
        ("open = true", ["LPN"], "One page says no."),
        ("open = true", ["LPN", "OTHER"], "One page says no."),
        ("open = true", ["LPC"], "One page says yes."),
        ("open = true", ["OTHER"], ""),
        ("open = true", ["LPN", "RN"], ""),
        ("open = true", ["NONE"], ""),
        ("open = true", [], ""),
        ('unsettled = ["LPN"]', ["LPN"], "One page says no."),
        ('unsettled = ["LPN"]', ["LPC"], ""),
        ('open = true\nexcluded = ["LPN"]', ["LPN"], ""),
    ],
)
def test_a_remark_is_made_of_a_stated_code_that_the_list_leaves_open(
    data: OwnData, rest: str, codes: list[str], remark: str
) -> None:
    """Where the list settles it, what another page says would only confuse."""
    write_rule(data, LICENSE + rest)
    data.append("rules/ccm.toml", REMARK)
    answer = decide({"license_codes": codes}, on=ON, certifications=["ccm"])
    (finding,) = answer.decisions[0].criteria

    assert finding.remark == remark
    assert finding.to_json().get("remark", "") == remark
