"""The handout on one certification as an object: the rule, the tables, and whose words."""

from datetime import date

import pytest
from support.page_words import (
    all_text,
    facts_of,
    handout,
    listed,
    old_tags,
    references,
    section,
    sections,
    whole_page,
    words,
)

from casecert_data.catalog import rows_where, source, sources, spell_date, table
from casecert_data.eligibility import (
    Criterion,
    Group,
    Need,
    Rule,
    certification_ids,
    names_of,
    needs_of,
    read_rule,
    rule_edition_of,
)
from casecert_data.profiles import EDITIONS
from casecert_data.reporting import CertificationPage
from casecert_data.reporting.model._blocks import (
    ChartPart,
    Foot,
    Head,
    ListPart,
    Page,
    Span,
    TextPart,
    WaysPart,
    pieces,
)

IN_ARTICLE = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
"""The certifications that the article names."""

every_certification = pytest.mark.parametrize("certification_id", certification_ids())
each_in_the_article = pytest.mark.parametrize("certification_id", IN_ARTICLE)
both_editions = pytest.mark.parametrize("edition", EDITIONS)


def rule_of(certification_id: str, edition: str) -> Rule:
    """Return the rule that a handout follows."""
    return read_rule(certification_id, edition=rule_edition_of(certification_id, edition))


def needs(certification_id: str, edition: str) -> tuple[Need, ...]:
    """Return the needs of the rule that a handout follows."""
    return needs_of(rule_of(certification_id, edition))


def drawing(certification_id: str, edition: str) -> WaysPart:
    """Return the ways in as a handout draws them."""
    parts = pieces(handout(certification_id, edition))
    (found,) = (one for one in parts if isinstance(one, WaysPart))
    return found


def head_of(page: Page) -> Head:
    """Return the head of a page."""
    (head,) = (one for one in page.blocks if isinstance(one, Head))
    return head


# --- in either edition ------------------------------------------------------------------

SECTIONS = {
    ("article", True): ["glance", "ways", "prepare", "employers", "jobs", "care"],
    ("issuer", True): ["glance", "ways", "prepare", "details", "differences"],
    ("article", False): ["glance", "ways", "prepare", "jobs", "care"],
    ("issuer", False): ["glance", "ways", "prepare", "details"],
}
"""By edition, and by whether the article names the certification."""


@both_editions
@every_certification
def test_the_blocks_of_a_handout_make_a_page(certification_id: str, edition: str) -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = handout(certification_id, edition)

    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page
    named = certification_id in IN_ARTICLE
    assert [one.section_id for one in sections(page)] == SECTIONS[edition, named]


def drawn_texts(certification_id: str, edition: str) -> list[str]:
    """Return the text of each box or sentence of a drawing, as the rule file has it."""
    found = []
    for need in rule_of(certification_id, edition).root.parts:
        assert isinstance(need, Group)
        for part in need.parts:
            if part.id not in need.waived_by:
                plain = part.text if isinstance(part, Criterion) else part.asks_for
                found.append(part.box_text or plain)
    return found


@both_editions
@every_certification
def test_the_drawing_of_the_ways_in_has_the_words_of_each_criterion_once(
    certification_id: str, edition: str
) -> None:
    """Nothing that is asked for is left out, and nothing is asked for twice."""
    inside = "\n".join(
        text.casefold()
        for need in drawing(certification_id, edition).needs
        for text in (words(need.text or ()), *(option.text for option in need.options))
    )
    expected = [text.casefold() for text in drawn_texts(certification_id, edition)]

    assert len(expected) >= 3
    assert {text: inside.count(text) for text in expected} == dict.fromkeys(expected, 1)


@pytest.mark.parametrize(
    ("certification_id", "edition", "sentence"),
    [
        ("ccm", "article", "You need 1 and 2 and 3. Inside 1 and 2, any one box is enough."),
        ("ccm", "issuer", "You need 1 and 2 and 3. Inside 1 and 2, any one box is enough."),
        ("acm_rn", "article", "You need 1 and 2. Inside 2, any one box is enough."),
        ("acm_rn", "issuer", "You need 1 and 2."),
        ("acm_sw", "article", "You need 1 and 2. Inside 1 and 2, any one box is enough."),
        ("acm_sw", "issuer", "You need 1 and 2. Inside 1, any one box is enough."),
        ("cmgt_bc", "article", "You need 1 and 2 and 3."),
        ("cmgt_bc", "issuer", "You need 1 and 2 and 3."),
    ],
)
def test_the_sentence_over_the_ways_in_says_where_one_box_is_enough(
    certification_id: str, edition: str, sentence: str
) -> None:
    """Down is "and", across is "or": said in words for whoever cannot see the drawing."""
    text = section(handout(certification_id, edition), "ways").parts[0]

    assert isinstance(text, TextPart)
    assert words(text.inline) == sentence


@both_editions
@every_certification
def test_a_choice_is_drawn_as_boxes_and_the_rest_as_a_sentence(
    certification_id: str, edition: str
) -> None:
    """As many boxes as ways; a need for some people comes last."""
    drawn = drawing(certification_id, edition).needs

    assert [(one.title, len(one.options), one.conditional) for one in drawn] == [
        (need.title, len(need.ways) if need.is_choice else 0, need.is_conditional)
        for need in needs(certification_id, edition)
    ]


@both_editions
@every_certification
def test_the_ways_in_cite_every_source_of_the_rule(certification_id: str, edition: str) -> None:
    """Also the second page that a value rests on."""
    page = handout(certification_id, edition)
    titles = {str(item.number): item.title.rstrip(".?") for item in listed(page)}
    asked = {
        source(key).title.strip("[]").rstrip(".?")
        for one in rule_of(certification_id, edition).criteria()
        for key in one.source_ids()
    }

    assert {titles[number] for number in references(section(page, "ways"))} >= asked


@both_editions
@every_certification
def test_a_handout_lists_every_document(certification_id: str, edition: str) -> None:
    """Each row of the table, in its order, as a box to tick."""
    part = section(handout(certification_id, edition), "prepare").parts[0]
    rows = rows_where(
        "documents",
        certification_id=certification_id,
        edition_id=rule_edition_of(certification_id, edition),
    )

    assert isinstance(part, ListPart)
    assert part.style == "check"
    assert len(rows) >= 2
    assert [words(item) for item in part.items] == [row["document_text"] for row in rows]


@both_editions
@every_certification
def test_the_sources_of_a_handout_are_cited_and_listed(
    certification_id: str, edition: str
) -> None:
    """No source without a reference, no reference without a source; each once."""
    page = handout(certification_id, edition)
    numbers = sorted(item.number for item in listed(page))
    titles = {one.title.strip("[]").rstrip(".?") for one in sources().values()}

    assert references(page) == set(map(str, numbers))
    assert numbers == list(range(1, len(numbers) + 1))
    assert {item.title.rstrip(".?") for item in listed(page)} <= titles


@both_editions
def test_a_handout_speaks_of_any_day_after_which_its_rule_holds(edition: str) -> None:
    """A rule without a start holds on any day, and the page says which one it speaks of."""
    page = whole_page(CertificationPage("ccm", on="2025-01-02", edition=edition))

    assert "Facts as of January 2, 2025" in all_text(page)


# --- in the article's edition -----------------------------------------------------------


@every_certification
def test_a_handout_from_the_article_lists_every_job_type(certification_id: str) -> None:
    """All seventeen, on each handout."""
    part = section(handout(certification_id, "article"), "jobs").parts[1]

    assert isinstance(part, ListPart)
    assert len(part.items) == 17
    assert [words(item) for item in part.items] == [
        row["short_name"] for row in table("job_types")
    ]


@each_in_the_article
def test_a_handout_from_the_article_says_whose_figures_it_shows(certification_id: str) -> None:
    """All three are about the CCM; the handout on another one says so first."""
    text = all_text(handout(certification_id, "article"))
    is_about_another = (
        f"The article gives none for the {names_of(certification_id)['acronym']}."
    )

    assert (is_about_another in text) is (certification_id != "ccm")


@each_in_the_article
def test_a_handout_from_the_article_tags_its_old_figures(certification_id: str) -> None:
    """Read in April 2023, due again a year later: the page says so beside the chart."""
    page = handout(certification_id, "article")

    assert old_tags(page) == ["Old: read April 26, 2023, 3 years 6 months ago"]
    assert old_tags(section(page, "employers")) == old_tags(page)


@both_editions
def test_figures_that_are_not_due_yet_are_not_tagged(edition: str) -> None:
    """On the last day before the review they are what they are."""
    page = whole_page(CertificationPage("ccm", on=date(2024, 4, 26), edition=edition))

    assert old_tags(page) == []


@each_in_the_article
def test_a_handout_from_the_article_says_when_each_of_its_sources_was_read(
    certification_id: str,
) -> None:
    """Two sources have room for a line each: who wrote them, and the day."""
    by_title = {f"{one.title}.": one for one in sources().values()}
    items = listed(handout(certification_id, "article"))

    assert len(items) == 2
    for item in items:
        of = by_title[item.title]
        assert words(item.detail).startswith(of.publisher)
        assert words(item.detail).endswith(f"Read {spell_date(of.accessed_date)}.")


@every_certification
def test_a_handout_from_the_article_tells_what_is_to_be_read_with_care(
    certification_id: str,
) -> None:
    """What it claims without a source, what depends, and what it does not say."""
    text = all_text(handout(certification_id, "article"))
    rows = [row for row in table("cautions") if row["on_every_page"]]
    told = [row["caution_id"] for row in rows if str(row["caution_text"]) in text]
    meant = [
        row["caution_id"] for row in rows if row["certification_id"] in {None, certification_id}
    ]

    assert len(meant) >= 3
    assert told == meant


@each_in_the_article
def test_a_handout_from_the_article_keeps_to_the_article(certification_id: str) -> None:
    """It knows no fee, no second page, and no difference between pages."""
    page = handout(certification_id, "article")
    parts = list(pieces(page))

    assert "$" not in all_text(page)
    assert {item.title for item in listed(page)} == {
        "How to Become a Certified Case Manager.",
        "Get Certified.",
    }
    assert any(isinstance(one, ChartPart) for one in parts)


# --- in the issuer's edition ------------------------------------------------------------


@every_certification
def test_a_handout_says_whose_words_it_follows(certification_id: str) -> None:
    """The tag of the issuer's edition is on the page of each that has one of its own."""
    tags = [one.text for one in head_of(handout(certification_id)).stamp if one.kind == "tag"]
    stands_in = certification_id == "cmgt_bc"

    assert "Issuer edition" in tags or stands_in
    assert ("Article edition" in tags) is stands_in


def told_on_the_rule(certification_id: str, edition: str = "issuer") -> str:
    """Return the words over the drawing of the ways in."""
    parts = section(handout(certification_id, edition), "ways").parts
    return " ".join(words(one.inline) for one in parts if isinstance(one, TextPart))


@both_editions
@every_certification
def test_where_other_words_stand_in_a_handout_says_so(
    certification_id: str, edition: str
) -> None:
    """The ANCC's page could not be read; the article names four of the thirteen."""
    told = told_on_the_rule(certification_id, edition)
    stands_in = rule_edition_of(certification_id, edition)

    assert ("page could not be read." in told) is (
        (stands_in, edition) == ("article", "issuer")
    )
    assert ("The article says nothing on it." in told) is (
        (stands_in, edition) == ("issuer", "article")
    )


@pytest.mark.parametrize(
    ("certification_id", "told"),
    [
        ("ccm", ""),
        ("cmcn", ""),
        ("cdms", "Some of this is from older pages."),
        ("crc", "All of this is from older pages."),
        ("c_swcm", "Some of this is from pages that are not the issuer"),
    ],
)
def test_a_page_that_may_not_refuse_says_so(certification_id: str, told: str) -> None:
    """By the standing of each source, and whether all of the rule rests on such a page."""
    found = told_on_the_rule(certification_id)

    assert told in found
    assert ("never refuses anybody" in found) is bool(told)


def test_a_rule_that_counts_full_time_says_how_many_hours_that_is() -> None:
    """The NACCM names 35 hours a week; where no page names any, nothing is said."""
    assert "Full time means 35 hours a week here." in told_on_the_rule("cmc")
    assert "Full time means" not in told_on_the_rule("ccm")


def test_letters_that_others_have_too_are_told_apart() -> None:
    """In an edition that follows the article alone, only where the article is silent."""
    note = "Easily mixed up:"

    assert note in all_text(handout("ccm"))
    assert note in all_text(handout("cmc", "article"))
    assert note not in all_text(handout("ccm", "article"))
    assert note not in all_text(handout("cdms"))


@pytest.mark.parametrize(
    ("certification_id", "told"),
    [
        ("cmc", "Made for it, in our view: geriatric (older adults)."),
        ("cmgt_bc", "Made for it, in our view: nursing."),
        ("cdms", "May fit, in our view: medical and health insurance."),
    ],
)
def test_a_handout_says_which_jobs_it_fits(certification_id: str, told: str) -> None:
    """Those that it is made for; where there are none, those that it may fit."""
    jobs = facts_of(section(handout(certification_id), "details"))["Jobs"]

    assert words(jobs.inline) == told
    assert any(span.kind == "ref" for span in jobs.inline)


@every_certification
def test_a_glance_has_a_source_for_each_thing_it_says(certification_id: str) -> None:
    """Standing, exam and upkeep come from different pages of the issuer's."""
    glance = facts_of(section(handout(certification_id), "glance"))
    bare = [
        name
        for name, item in glance.items()
        if not any(span.kind == "ref" for span in item.inline)
    ]

    assert len(glance) == 4
    assert bare == ["Who gives it"]


def test_the_chart_of_employers_is_the_articles_alone() -> None:
    """The issuer's edition tells the same shares in a sentence, and has room for fees."""
    drawn = [
        one
        for key in certification_ids()
        for one in pieces(handout(key))
        if isinstance(one, ChartPart)
    ]

    assert drawn == []
    assert "58% of employers" in all_text(handout("ccm"))


@pytest.mark.parametrize("certification_id", ["acm_rn", "acm_sw"])
def test_what_nobody_says_of_the_acm_is_said_to_be_unknown(certification_id: str) -> None:
    """Its fees, its accreditation, who passes and how many hold it were not found."""
    details = facts_of(section(handout(certification_id), "details"))
    text = all_text(handout(certification_id))

    assert "Fees" not in details
    assert words(details["In all"].inline).startswith("No amount was found for ")
    for name in ("Accredited by", "Pass rate", "Holders"):
        assert f"{name}: Not known" in words(details["Standing"].inline)
    assert "No figures on employers were found" in words(details["Employers"].inline)
    assert "$" not in text


@both_editions
@every_certification
def test_no_handout_takes_the_unknown_for_nothing(certification_id: str, edition: str) -> None:
    """A fee that nobody names is no fee of $0, and a rate that nobody names is not 0%."""
    text = all_text(handout(certification_id, edition))

    assert "$0" not in text
    assert not any(one in text.split() for one in ("0%", "0", "None", "None."))


def test_both_fees_for_the_renewal_of_the_ccm_are_on_its_page() -> None:
    """Two copies of the issuer's page differ: neither is struck out."""
    details = facts_of(section(handout("ccm"), "details"))
    fees, total = (words(details[name].inline) for name in ("Fees", "In all"))

    assert "$275 or $285" in fees
    assert total.startswith("$705 to $715 for the application, the exam and the first renewal.")


@every_certification
def test_the_old_tag_of_a_handout_is_that_of_the_figures_of_2023(certification_id: str) -> None:
    """Everything else was read lately enough on this day."""
    page = handout(certification_id)
    told = ["Old: read April 26, 2023, 3 years 6 months ago"]

    assert old_tags(page) == (told if certification_id == "ccm" else [])


@every_certification
def test_many_sources_say_together_when_they_were_read(certification_id: str) -> None:
    """Each alone would fill half a page; a day that differs stands with its source."""
    items = listed(handout(certification_id))
    tails = [words(item.detail) for item in items]

    assert len(items) > 2
    assert all(item.group.endswith(":") for item in items)
    assert ["Read in November 2026" in tail for tail in tails] == [
        *[False] * (len(items) - 1),
        True,
    ]
    assert ("Read April 26, 2023." in " ".join(tails)) is (certification_id == "ccm")


def test_a_tag_of_an_edition_is_a_span_of_its_own() -> None:
    """Renderers draw it as a label."""
    (tag,) = (one for one in head_of(handout("ccm")).stamp if one.kind == "tag")

    assert isinstance(tag, Span)
    assert (tag.text, tag.tone) == ("Issuer edition", "issuer")
