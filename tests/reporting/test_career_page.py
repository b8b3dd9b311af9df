"""The handout on the career as an object: the article's tables, row by row."""

import pytest
from support.page_words import (
    all_text,
    career,
    facts_of,
    listed,
    old_tags,
    references,
    section,
    sections,
    words,
)

from casecert_data.catalog import rows_where, table
from casecert_data.eligibility import certification_ids, names_of, needs_of, read_rule
from casecert_data.reporting.model._blocks import Foot, Head, ListPart, Page

TOLD = {
    "work_steps": ("step_title", "step_text"),
    "needs_served": ("need_name",),
    "people_served": ("people_name",),
    "settings": ("setting_name",),
    "certify_reasons": ("reason_text", "for_whom_text"),
    "career_steps": ("step_title", "step_text"),
    "ways_in": ("way_title", "way_text"),
    "next_steps": ("next_step_text",),
    "cautions": ("caution_text",),
}
"""The tables of the article, with the columns that a reader is told."""


def folded(text: str) -> str:
    """Return a text without the difference of capital letters."""
    return text.casefold()


def test_the_blocks_of_the_handout_make_a_page() -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = career()

    assert isinstance(page.blocks[0], Head)
    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page


def test_the_sections_stand_in_the_order_in_which_they_are_read() -> None:
    """From the work to what to do next."""
    assert [one.section_id for one in sections(career())] == [
        *("work", "reasons", "steps", "ways", "certifications", "care", "next"),
    ]


@pytest.mark.parametrize(("name", "columns"), TOLD.items(), ids=TOLD)
def test_every_row_of_a_table_stands_on_the_handout(
    name: str, columns: tuple[str, ...]
) -> None:
    """Nothing of the article is left out; a name inside a list may lose its capital."""
    text = folded(all_text(career()))
    cells = [str(row[one]) for row in table(name) for one in columns if row[one] is not None]

    assert cells
    assert [cell for cell in cells if folded(cell) not in text] == []


@pytest.mark.parametrize("name", ["work_steps", "career_steps"])
def test_steps_stand_in_their_order(name: str) -> None:
    """The first thing that is done is told first."""
    text = all_text(career())
    places = [text.index(str(row["step_text"])) for row in table(name)]

    assert places == sorted(places)
    assert [row["step_number"] for row in table(name)] == list(range(1, len(places) + 1))


@pytest.mark.parametrize(
    ("term", "name", "column"),
    [
        ("Who is helped", "people_served", "people_name"),
        ("With what", "needs_served", "need_name"),
        ("Where", "settings", "setting_name"),
        ("Jobs", "job_types", "short_name"),
    ],
)
def test_a_list_that_runs_on_names_each_row_and_nothing_else(
    term: str, name: str, column: str
) -> None:
    """Seventeen jobs are seventeen names in one sentence."""
    told = words(facts_of(career())[term].inline)
    names = [str(row[column]) for row in table(name)]
    *rest, last = names

    assert folded(told) == folded(f"{', '.join(rest)} and {last}.")
    assert told[0].isupper()


def test_a_reason_stands_under_whom_it_concerns() -> None:
    """What helps a nurse is not promised to everybody."""
    lines = [words(part.inline) for part in section(career(), "reasons").parts]  # type: ignore[union-attr]
    text = " ".join(lines)
    for whom in dict.fromkeys(row["for_whom_text"] for row in table("certify_reasons")):
        if whom is not None:
            reasons = [
                str(row["reason_text"])
                for row in table("certify_reasons")
                if row["for_whom_text"] == whom
            ]
            assert f"{whom}: {' '.join(reasons)}" in text

    assert len(lines) == 2


def test_the_steps_to_a_certification_are_numbered() -> None:
    """Six of them, the title before the text."""
    (part,) = section(career(), "steps").parts

    assert isinstance(part, ListPart)
    assert part.style == "steps"
    assert [words(item) for item in part.items] == [
        f"{row['step_title']}: {row['step_text']}" for row in table("career_steps")
    ]


OF_THE_ARTICLE = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
"""The article speaks of three; it tells the two of the ACMA as one with two groups."""


def test_the_handout_tells_the_certifications_of_the_article_alone() -> None:
    """The others have handouts of their own, from other sources."""
    acronyms = {names_of(one)["acronym"]: one for one in certification_ids()}

    assert [acronyms[term] for term in facts_of(career()) if term in acronyms] == list(
        OF_THE_ARTICLE
    )


@pytest.mark.parametrize("certification_id", OF_THE_ARTICLE)
def test_each_certification_is_told_as_the_article_tells_it(certification_id: str) -> None:
    """Its name, its issuer, for whom it is, how it is seen, what it asks for."""
    names = names_of(certification_id)
    told = words(facts_of(career())[names["acronym"]].inline)
    (row,) = rows_where(
        "certification_summaries", certification_id=certification_id, edition_id="article"
    )
    asked = [
        need.asks_for
        for need in needs_of(read_rule(certification_id, edition="article"))
        if not need.is_conditional
    ]

    assert names["name"] in told
    assert names["issuer_acronym"] in told
    assert str(row["audience_text"]) in told
    assert str(row["standing_text"]) in told
    assert [one for one in asked if one not in told] == []


def test_the_three_figures_stand_on_the_handout_with_their_age() -> None:
    """58 and 88 percent, and no number where the article gives none."""
    item = facts_of(career())["Employers"]
    told = words(item.inline)

    assert "58% of employers pay" in told
    assert "Nearly half (under 50%) require" in told
    assert "88% of case managers who hold the CCM say" in told
    assert [span.text for span in item.inline if span.kind == "tag"] == old_tags(career())
    assert old_tags(career()) == ["Old: read April 26, 2023, 3 years 6 months ago"]


def test_a_claim_without_a_source_is_framed() -> None:
    """So is what contradicts itself: the words are the article's, not ours."""
    parts = section(career(), "care").parts
    spans = [span for part in parts for span in part.inline]  # type: ignore[union-attr]

    assert [span.text for span in spans if span.tone == "claim"] == [
        "No source given",
        "Contradicts itself",
    ]


def test_the_handout_rests_on_the_article_and_the_page_it_quotes() -> None:
    """And on nothing else."""
    page = career()

    assert [item.title for item in listed(page)] == [
        "How to Become a Certified Case Manager.",
        "Get Certified.",
    ]
    assert references(page) == {"1", "2"}
    assert "$" not in all_text(page)
