"""Certifications side by side: the rules, the tables, whose words, and for whom."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from support.page_words import (
    ON,
    all_text,
    comparison,
    listed,
    references,
    sample_class,
    section,
    sections,
    sentences,
    whole_page,
    words,
)
from support.reading_grade import reading_grade

from casecert_data.eligibility import certification_ids, names_of, needs_of, read_rule
from casecert_data.errors import ReportError
from casecert_data.profiles import EDITIONS, read_profile
from casecert_data.reporting import ComparisonPage
from casecert_data.reporting.model._blocks import Foot, Head, Page, TablePart, pieces

KEYS = certification_ids()
PAIRS = [" ".join(KEYS[at : at + 2]) for at in range(0, len(KEYS) - 1, 2)] + ["ccm c_aswcm"]
"""Each certification at least once."""

every_pair = pytest.mark.parametrize("ids", PAIRS)
both_editions = pytest.mark.parametrize("edition", EDITIONS)


def table(page: Page, section_id: str) -> TablePart:
    """Return the table of a section."""
    (found,) = (one for one in section(page, section_id).parts if isinstance(one, TablePart))
    return found


def cells(page: Page) -> dict[str, list[str]]:
    """Return the words of each row by its name, a text for each certification."""
    found = {}
    for one in pieces(page):
        if isinstance(one, TablePart):
            for row in one.rows:
                name, *told = map(words, row.cells)
                found[name] = told
    return found


def lead(page: Page) -> str:
    """Return the first sentences of a page."""
    (head,) = (one for one in page.blocks if isinstance(one, Head))
    assert head.lead
    return words(head.lead)


@both_editions
@every_pair
def test_the_blocks_of_a_comparison_make_a_page(ids: str, edition: str) -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = comparison(ids, edition)

    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page
    assert [one.section_id for one in sections(page)][:2] == ["asked", "takes"]
    assert all(one.broad for one in sections(page))


def test_each_column_is_headed_by_letters_in_the_order_asked_for() -> None:
    """The first table has the name beside the letters, and a phone reads them before each."""
    first, second = (table(comparison("cmc, acm_rn"), one) for one in ("asked", "takes"))

    assert [words(one.label) for one in first.columns] == [
        "Point",
        "CMC Care Manager Certified",
        "ACM-RN Accredited Case Manager for nurses",
    ]
    assert [words(one.label) for one in second.columns] == ["Point", "CMC", "ACM-RN"]
    assert [one.stack_label for one in first.columns] == ["", "CMC: ", "ACM-RN: "]


def test_the_rows_go_from_whom_it_is_for_to_where_to_apply() -> None:
    """What decides stands first."""
    assert list(cells(comparison("ccm, crc"))) == [
        *("For whom", "Field", "License or degree", "Work", "Also asked"),
        *("Exam", "Fees", "Keeping it", "Accredited by", "Where to apply"),
        "Who gives it",
    ]


@both_editions
@every_pair
def test_no_cell_is_empty(ids: str, edition: str) -> None:
    """What one has and another lacks is said, so that no hole looks like a fault."""
    told = cells(comparison(ids, edition))

    assert [name for name, texts in told.items() if not all(texts)] == []


@both_editions
@every_pair
def test_each_need_of_a_rule_stands_in_its_column_once(ids: str, edition: str) -> None:
    """In the rule's own few words; one that arises only for some says when."""
    told = cells(comparison(ids, edition))
    for at, key in enumerate(ids.split()):
        column = " ".join(
            told[name][at] for name in ("License or degree", "Work", "Also asked")
        ).casefold()
        for need in needs_of(read_rule(key, edition=edition)):
            for way in need.ways:
                asked = way.text if need.is_conditional else way.row
                assert asked.removesuffix(".").casefold() in column
            assert not need.is_conditional or f"{need.title}: ".casefold() in column


def test_ways_that_are_enough_are_joined_by_or_and_parts_by_and() -> None:
    """In strong type, since a column has no boxes."""
    told = cells(comparison("ccm, cmgt_bc"))["Work"]

    assert told[0] == (
        "12 months, full time, under a CCM or 24 months, full time, whoever supervised "
        "or 12 months, full time, supervising case managers."
    )
    assert told[1].startswith("Two years of work as a registered nurse and 2,000 hours")


def test_the_first_words_say_for_whom_each_is_and_in_what_they_differ() -> None:
    """Professions that may look at the same ones stand together; the unknown comes last."""
    assert lead(comparison("ccm, acm_rn, cmgt_bc")) == (
        "For nurses: all three. For social workers, counselors, pharmacists and people in "
        "health or human services: CCM. Application and exam: $430 (CCM), $395 (CMGT-BC) and "
        "not known (ACM-RN). Valid for: 5 years (CCM and CMGT-BC) and 4 years (ACM-RN)."
    )


def test_four_columns_leave_the_cost_to_the_table() -> None:
    """The first page then has room for all that is asked."""
    page = comparison("ccm, acm_rn, acm_sw, cmgt_bc")

    assert lead(page) == (
        "For nurses: CCM, ACM-RN and CMGT-BC. For social workers: CCM and ACM-SW. For "
        "counselors, pharmacists and people in health or human services: CCM."
    )
    assert cells(page)["Fees"] == [
        "Application fee: $235. Exam fee: $195.",
        "Application and exam, in one fee: Not known.",
        "Application and exam, in one fee: Not known.",
        "Application and exam, in one fee: $395, members $270.",
    ]


def test_renewal_is_told_with_years_hours_and_fee() -> None:
    """Both fees where two copies of a page differ."""
    told = cells(comparison("ccm, acm_rn"))["Keeping it"]

    assert told == [
        (
            "5 years. Education: 80 hours, 8 of them in ethics. Or: take the exam again. "
            "Renewal with education: $275 or $285."
        ),
        "4 years. Education: 40 hours. Renewal with education: Not known.",
    ]


@both_editions
@every_pair
def test_no_comparison_takes_the_unknown_for_nothing(ids: str, edition: str) -> None:
    """A fee that nobody names is no fee of $0."""
    text = all_text(comparison(ids, edition))

    assert "$0" not in text
    assert not any(one in text.split() for one in ("0%", "0"))


def test_a_rule_from_pages_that_are_not_the_issuers_refuses_nobody() -> None:
    """It says so where its issuer is named."""
    whose = cells(comparison("ccm, crc, c_swcm"))["Who gives it"]

    assert (
        whose[0] == "Commission for Case Manager Certification (CCMC). Told from its own pages."
    )
    assert "an older page (rules nobody out)" in whose[1]
    assert "a page not its own (rules nobody out)" in whose[2]


def test_words_that_stand_in_for_others_say_so() -> None:
    """The ANCC's page could not be read; the article knows four of the thirteen."""
    by_issuer = cells(comparison("ccm, cmgt_bc"))["Who gives it"]
    by_article = cells(comparison("ccm, cdms", "article"))["Who gives it"]

    assert by_issuer[1].endswith("Told from the article. Its own page could not be read.")
    assert by_article[0].endswith("Told from the article.")
    assert by_article[1].endswith("The article does not name it.")


def test_the_articles_edition_keeps_to_what_it_tells() -> None:
    """It knows no fee, and no other page."""
    page = comparison("ccm, acm_rn", "article")

    assert list(cells(page))[5:] == ["Exam", "Keeping it", "Who gives it"]
    assert "$" not in all_text(page)
    assert [one.section_id for one in sections(page)] == ["asked", "takes"]


def test_up_to_three_columns_tell_differences_in_both_words() -> None:
    """Two tags for each, whoever is right."""
    parts = section(comparison("ccm, acm_rn, crc"), "differences").parts
    tags = [span.text for part in parts for span in part.inline if span.kind == "tag"]  # type: ignore[union-attr]

    assert len(parts) == 2
    assert tags == ["Article", "Issuer"] * 5


def test_four_columns_name_the_differences() -> None:
    """The handout on each one tells them in full."""
    page = comparison("ccm, acm_rn, crc, cbis")
    last = section(page, "takes").parts[-1]

    assert [one.section_id for one in sections(page)] == ["asked", "takes"]
    assert words(last.inline) == (  # type: ignore[union-attr]
        "The article and other pages differ: for the CCM licenses, LPN license, school and "
        "field work; for the ACM-RN months or hours. The handout on each tells how."
    )


def test_letters_that_two_certifications_share_are_told_apart() -> None:
    """The CMC for care managers is not the one for nurses in cardiac care."""
    with_clash = all_text(comparison("ccm, cmc"))
    without = all_text(comparison("ccm, crc"))

    assert "Another CMC is for nurses in cardiac care" in with_clash
    assert "cardiac" not in without


@both_editions
@every_pair
def test_the_sources_of_a_comparison_are_cited_and_listed(ids: str, edition: str) -> None:
    """No source without a reference, no reference without a source."""
    page = comparison(ids, edition)
    numbers = sorted(item.number for item in listed(page))

    assert references(page) == set(map(str, numbers))
    assert numbers == list(range(1, len(numbers) + 1))


@both_editions
@every_pair
def test_every_requirement_and_every_price_has_a_reference(ids: str, edition: str) -> None:
    """Cell by cell; a cell without one says that nothing is known, or who gives it."""
    bare = [
        (words(row.cells[0]), words(cell))
        for one in pieces(comparison(ids, edition))
        if isinstance(one, TablePart)
        for row in one.rows
        for cell in row.cells[1:]
        if not any(span.kind == "ref" for span in cell)
    ]

    assert {told for name, told in bare if name != "Who gives it"} <= {
        "Nothing further.",
        "Fee not known.",
        "Not known.",
    }


# --- for a person -----------------------------------------------------------------------


def for_person(ids: str, facts: Mapping[str, object]) -> Page:
    """Return the page that compares certifications for one person."""
    return whole_page(ComparisonPage(ids, on=ON, profile=read_profile(facts)))


def test_nobody_is_judged_unless_a_person_is_handed_over() -> None:
    """A page about certifications shows no outcome."""
    spans = [one for one in pieces(comparison("ccm, acm_rn")) if hasattr(one, "tone")]

    assert [one for one in spans if getattr(one, "kind", "") == "outcome"] == []


def test_the_outcomes_of_a_person_head_the_columns() -> None:
    """With the reason in a sentence, before anything else."""
    facts = {"person_id": "ann", "license_codes": ["RN"], "degrees": ["NONE"]}
    page = for_person("acm_sw, ccm", facts)
    first = table(page, "asked").rows[0]
    marks = [span.tone for cell in first.cells for span in cell if span.kind == "outcome"]

    assert words(first.cells[0]) == "Where you stand"
    assert marks == ["unknown", "not_met"]
    assert "Profile ann" in all_text(page)


def test_whom_each_is_for_decides_the_order_of_the_columns() -> None:
    """A nurse sees what is for nurses first, a social worker what is for social workers."""
    nurse = for_person("acm_sw, acm_rn", {"license_codes": ["RN"]})
    social_worker = for_person("acm_rn, acm_sw", {"license_codes": ["SW_CLINICAL"]})

    assert [words(one.label) for one in table(nurse, "takes").columns][1:] == [
        "ACM-RN",
        "ACM-SW",
    ]
    assert [words(one.label) for one in table(social_worker, "takes").columns][1:] == [
        "ACM-SW",
        "ACM-RN",
    ]


def test_what_is_taken_for_granted_is_printed() -> None:
    """Else an outcome would rest on what nobody said."""
    profile = read_profile({"person_id": "ann"})
    page = ComparisonPage(
        "ccm, acm_rn", on=ON, profile=profile, assumptions={"attests_good_character": True}
    )

    assert "Assumed: Good character = True" in repr(page.heading())


# --- what is refused, and how it reads --------------------------------------------------


@pytest.mark.parametrize("ids", ["ccm", ["ccm"], [], "ccm acm_rn acm_sw cmac crc"])
def test_one_or_five_cannot_be_compared(ids: str | list[str]) -> None:
    """In a notebook too."""
    with pytest.raises(ReportError, match="expected two to four certifications"):
        ComparisonPage(ids, on=ON)


@pytest.mark.parametrize(
    ("ids", "edition"),
    [
        *((ids, "issuer") for ids in PAIRS),
        ("ccm, cdms, cmc, crc", "issuer"),
        ("hs_bcp c_swcm c_aswcm cbis", "issuer"),
        ("ccm, acm_rn, acm_sw, cmgt_bc", "article"),
    ],
)
def test_a_comparison_is_read_with_ease_at_eighth_grade(ids: str, edition: str) -> None:
    """Its sentences and its cells; the names of certifications are not counted out."""
    page = comparison(ids, edition)
    told = [text for texts in cells(page).values() for text in texts]

    assert reading_grade([*sentences(page), *told]) <= 8


@every_pair
def test_every_text_of_a_comparison_is_clean(ids: str) -> None:
    """No doubled mark, no empty bracket."""
    page = comparison(ids)
    told = [*sentences(page), *(text for texts in cells(page).values() for text in texts)]

    assert [
        one
        for one in told
        if any(bad in one for bad in ("..", "?.", " .", " ,", "()", "None", "  ", ";."))
    ] == []


def test_every_choice_of_four_has_letters_that_tell_them_apart() -> None:
    """No two of the thirteen share theirs, so letters can head columns."""
    letters = [names_of(key)["acronym"] for key in KEYS]

    assert len(list(combinations(KEYS, 4))) == 715
    assert len(set(letters)) == 13


def test_the_sample_class_can_be_compared_for() -> None:
    """Whatever somebody stated, there is a page."""
    for profile in sample_class().values():
        page = whole_page(ComparisonPage("ccm cmac cdms", on=ON, profile=profile))
        assert len(table(page, "asked").rows) == 6
