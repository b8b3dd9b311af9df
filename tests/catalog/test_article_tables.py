"""The tables that say what the article says: whole, in its order, with places that it has."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from casecert_data.catalog import Row, describe_table, table, table_names

ARTICLE = "coursera_certified_case_manager"

# As the article lists them, in its order.
JOB_TYPES = [
    "Hospital case manager",
    "Nursing case manager",
    "Clinical case manager",
    "Medical case manager",
    "Home health case manager",
    "Prison case manager",
    "Correctional case manager",
    "Juvenile case manager",
    "Legal case manager",
    "Child case manager",
    "Geriatric case manager",
    "Emergency shelter case manager",
    "Homeless shelter case manager",
    "Housing case manager",
    "Mental health case manager",
    "Developmental disability case manager",
    "Health insurance case manager",
]


JOBS = "What jobs can you have with a case management certification?"
WHICH = "Which certification should you choose?"

# Each paragraph, requirement and list item of the article, and how many sentences it has.
SENTENCES = {
    "Opening, paragraph 1": 2,
    "Opening, paragraph 2": 2,
    "Opening, paragraph 3": 2,
    "What does a case manager do?, paragraph 1": 2,
    "What does a case manager do?, paragraph 2": 4,
    "What does a case manager do?, paragraph 3": 4,
    "What does a case manager do?, paragraph 4": 3,
    "What does a case manager do?, paragraph 5": 6,
    "How do you go about getting certified?, paragraph 1": 5,
    f"{WHICH}, paragraph 1": 4,
    f"{WHICH}, CCM, paragraph 1": 4,
    f"{WHICH}, CCM, paragraph 2": 6,
    f"{WHICH}, CCM, paragraph 3": 3,
    f"{WHICH}, ACM, paragraph 1": 4,
    f"{WHICH}, ACM, paragraph 2": 4,
    f"{WHICH}, ANCC, paragraph 1": 2,
    f"{WHICH}, ANCC, first requirement": 1,
    f"{WHICH}, ANCC, second requirement": 1,
    f"{WHICH}, ANCC, third requirement": 1,
    f"{JOBS}, paragraph 1": 3,
    **{f"{JOBS}, list, item {at}": 1 for at in range(1, len(JOB_TYPES) + 1)},
    "Next steps, paragraph 1": 2,
    "Article sources, list, item 1": 1,
    "Keep reading, paragraph 1": 1,
    "Keep reading, paragraph 2": 2,
}

# What the article names, by key, in the order in which people read it.
LISTED = {
    "work_steps": ["meet", "find_needs", "plan", "advocate", "follow_through", "goal"],
    "needs_served": [
        *("housing", "health_care", "counseling", "rehabilitation", "job"),
        *("home_health", "hospital_care", "long_term_nursing", "substance_use"),
        *("rehabilitation_after_care", "mental_illness", "other_help"),
    ],
    "people_served": [
        *("severe_medical_needs", "developmental_disabilities", "children_after_trauma"),
    ],
    "settings": [
        *("services", "health_insurer", "correctional_facility", "school"),
        *("law_firm", "nursing_home", "hospital", "other_health_care"),
    ],
    "certify_reasons": [
        *("advance", "more_job_options", "stronger_candidate", "resume", "skills"),
        *("employer_requires", "bigger_part", "become_case_manager", "become_leader"),
    ],
    "career_steps": [
        *("degree", "experience", "choose", "certification", "renewal", "state_license"),
    ],
    "ways_in": [
        *("internship", "entry_level_job", "first_nurse_or_social_worker"),
        "after_another_degree",
    ],
    "next_steps": ["study_social_work", "named_course"],
}


def article_places() -> Iterator[tuple[str, str]]:
    """Give each place of the article that a row names, with the table that names it."""
    for name in table_names():
        for row in table(name):
            if name == "claims":
                yield name, str(row["locator"])
            if "article_locator" in row:
                yield name, str(row["article_locator"])
            for column in row:
                if (
                    column.endswith("source_id")
                    and row[column] == ARTICLE
                    and name != "sources"
                ):
                    yield name, place_beside(row, column)


def place_beside(row: Row, column: str) -> str:
    """Return where in the source that a column names its facts stand."""
    own = f"{column.removesuffix('source_id')}locator"
    return str(row[own] if own in row else row.get("locator", "The whole article"))


def named_in(place: str) -> Iterator[str]:
    """Give each paragraph or item that a place names, one by one."""
    for one in place.split("; "):
        if both := re.fullmatch(r"(.+), paragraphs (\d) and (\d)", one):
            yield f"{both[1]}, paragraph {both[2]}"
            yield f"{both[1]}, paragraph {both[3]}"
        else:
            yield one


def test_a_row_from_the_article_names_a_place_that_it_has() -> None:
    """A reader finds the words: headings as they stand there, and no paragraph too many."""
    astray = [
        (name, place)
        for name, place in article_places()
        if place != "The whole article"
        for one in named_in(place)
        if one not in SENTENCES
    ]

    assert astray == []


def test_every_sentence_of_the_article_has_its_claim() -> None:
    """Paragraph by paragraph, in its order, numbered from 1; counted by hand."""
    found: dict[str, list[object]] = {}
    for row in table("claims"):
        found.setdefault(str(row["locator"]), []).append(row["sentence_number"])

    assert found == {place: list(range(1, count + 1)) for place, count in SENTENCES.items()}
    assert list(found) == list(SENTENCES)


@pytest.mark.parametrize("name", LISTED)
def test_a_list_of_the_article_is_whole_and_in_order(name: str) -> None:
    """All that it names, and nothing that it does not."""
    assert [row[describe_table(name).key[0]] for row in table(name)] == LISTED[name]
    assert {row["source_id"] for row in table(name)} == {ARTICLE}


@pytest.mark.parametrize("name", ["work_steps", "career_steps"])
def test_steps_are_numbered_from_one(name: str) -> None:
    """The order of the file is the order that people read."""
    rows = table(name)

    assert [row["step_number"] for row in rows] == list(range(1, len(rows) + 1))


def test_a_reason_that_does_not_hold_for_everybody_says_for_whom() -> None:
    """The article praises some of it for nurses, some for those who are case managers."""
    limited = {row["reason_id"] for row in table("certify_reasons") if row["for_whom_text"]}

    assert limited == {"advance", "bigger_part", "become_case_manager", "become_leader"}


def test_the_article_is_caught_where_it_contradicts_itself() -> None:
    """It says that one usually needs a certification, and that employers may not ask."""
    (row,) = [one for one in table("cautions") if one["caution_code"] == "contradiction"]

    assert list(named_in(str(row["locator"]))) == [
        "What does a case manager do?, paragraph 5",
        "Opening, paragraph 3",
        "Which certification should you choose?, CCM, paragraph 1",
    ]


def test_the_job_types_are_those_of_the_article() -> None:
    """All seventeen, in its order, in the singular, and numbered as in its list."""
    rows = table("job_types")

    assert [row["job_type_name"] for row in rows] == JOB_TYPES
    assert [str(row["locator"]).rpartition(" ")[2] for row in rows] == [
        str(number) for number in range(1, 18)
    ]


def test_a_short_name_is_the_name_without_what_goes_without_saying() -> None:
    """Under a heading that says "case manager" the two words need not stand in each entry."""
    shortened = [
        str(row["short_name"]).partition(" (")[0] + " case manager"
        for row in table("job_types")
    ]

    assert shortened == JOB_TYPES


def test_the_three_figures_are_those_of_the_article() -> None:
    """58 and 88 percent, and "nearly half", which is no number and so none is invented."""
    shares = [
        (row["share_pct"], row["share_words"], row["share_at_most_pct"])
        for row in table("employer_support")
    ]

    assert shares == [
        (Decimal(58), None, None),
        (None, "nearly half", Decimal(50)),
        (Decimal(88), None, None),
    ]


def test_the_figures_are_dated_and_their_gaps_are_told() -> None:
    """When they were read, that nobody says who was asked, and who quotes whom."""
    rows = table("employer_support")

    assert {row["read_date"] for row in rows} == {date(2023, 4, 26)}
    assert {(row["survey_year"], row["sample_size"]) for row in rows} == {(None, None)}
    assert all("does not say" in str(row["unknown_text"]) for row in rows)
    assert {(row["source_id"], row["quoted_by_source_id"]) for row in rows} == {
        ("ccmc_get_certified", "coursera_certified_case_manager")
    }


def test_the_questions_on_character_are_those_that_the_article_names() -> None:
    """The article names two topics, as examples."""
    assert [
        (row["certification_id"], row["topic_text"]) for row in table("character_topics")
    ] == [("ccm", "breaking the law"), ("ccm", "suspension from past jobs")]
