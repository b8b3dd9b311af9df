"""What holds of every table: types, keys, descriptions, sources; and the article's facts."""

import csv
from datetime import date
from decimal import Decimal

import pytest

from casecert_data import load
from casecert_data.catalog import (
    describe_table,
    field,
    sources,
    table,
    table_columns,
    table_names,
    table_path,
)
from casecert_data.shipped import data_folder

DTYPES = {
    "text": "string",
    "key": "string",
    "reference": "string",
    "code": "string",
    "integer": "Int64",
    "number": "Float64",
    "date": "datetime64[s]",
    "yes_no": "boolean",
}
SOURCED = [name for name in table_names() if describe_table(name).is_sourced]
CERTIFIED = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")

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


@pytest.mark.parametrize("name", table_names())
def test_a_table_loads_with_the_types_of_its_codebook(name: str) -> None:
    """The type follows from the description, never from what the cells happen to hold."""
    frame = load(name)

    assert {str(column): str(dtype) for column, dtype in frame.dtypes.items()} == {
        column: DTYPES[field(column).kind] for column in table_columns(name)
    }
    assert len(frame) == len(table(name)) > 0


@pytest.mark.parametrize("name", table_names())
def test_a_table_loads_fresh(name: str) -> None:
    """Two people with one frame would change each other's."""
    one = load(name)
    one.iloc[:, 0] = "changed"

    assert not (load(name).iloc[:, 0] == "changed").any()


@pytest.mark.parametrize("name", table_names())
def test_the_key_of_a_table_is_whole_and_unique(name: str) -> None:
    """A row can be named, and told from every other."""
    keys = load(name)[list(describe_table(name).key)]

    assert not keys.isna().any(axis=None)
    assert not keys.duplicated().any()


@pytest.mark.parametrize("name", table_names())
def test_a_loaded_cell_is_the_cell_of_the_file(name: str) -> None:
    """Nothing is trimmed, rounded or guessed on the way: text cells are compared as written."""
    with table_path(name).open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    frame = load(name)
    texts = [one for one in table_columns(name) if str(frame[one].dtype) == "string"]

    assert [dict(row) for row in frame[texts].fillna("").to_dict("records")] == [
        {column: row[column] for column in texts} for row in written
    ]


@pytest.mark.parametrize("name", table_names())
def test_the_columns_of_a_table_are_described(name: str) -> None:
    """A title for people, a meaning as a sentence, a unit for each number."""
    for one in map(field, table_columns(name)):
        assert one.title
        assert one.meaning.endswith(".")
        assert one.unit or one.kind not in {"integer", "number"}


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_says_who_says_so_and_where(name: str) -> None:
    """A fact without a source does not enter."""
    assert [row for row in table(name) if row["source_id"] not in sources()] == []
    assert [row for row in table(name) if not row["locator"]] == []


def test_only_tables_about_sources_themselves_are_without_one() -> None:
    """Every other table must be able to say where its rows come from."""
    assert set(table_names()) - set(SOURCED) == {"sources", "editions"}


def test_every_file_of_a_table_is_a_table() -> None:
    """A file that nothing describes would be shipped and never be checked."""
    assert {path.stem for path in data_folder().glob("tables/*.csv")} == {
        *table_names(),
    } - {"sources"}


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


def test_every_certification_says_who_gives_it_and_for_whom() -> None:
    """What a student reads first: issuer, audience, standing, exam, upkeep."""
    rows = {str(row["certification_id"]): row for row in table("certifications")}
    issuers = {str(row["issuer_id"]): row["issuer_name"] for row in table("issuers")}

    assert tuple(rows) == CERTIFIED
    assert [issuers[str(rows[one]["issuer_id"])] for one in CERTIFIED] == [
        "Commission for Case Manager Certification",
        "American Case Management Association",
        "American Case Management Association",
        "American Nurses Credentialing Center",
    ]
    assert all(
        rows[one][f"{what}_text"]
        for one in CERTIFIED
        for what in ("audience", "standing", "exam", "upkeep")
    )


@pytest.mark.parametrize(
    ("certification_id", "documents"),
    [
        ("ccm", ["qualification", "experience", "character_answers", "client_references"]),
        ("acm_rn", ["license", "experience", "supervisor_contact"]),
        ("acm_sw", ["qualification", "experience", "supervisor_contact"]),
        ("cmgt_bc", ["license", "practice", "hours", "education"]),
    ],
)
def test_every_certification_says_what_to_prepare(
    certification_id: str, documents: list[str]
) -> None:
    """References of the self-employed, a supervisor's contact, records of hours."""
    found = [row for row in table("documents") if row["certification_id"] == certification_id]

    assert [row["document_id"] for row in found] == documents


def test_the_questions_on_character_are_those_that_the_article_names() -> None:
    """The article names two topics, as examples."""
    assert [
        (row["certification_id"], row["topic_text"]) for row in table("character_topics")
    ] == [("ccm", "breaking the law"), ("ccm", "suspension from past jobs")]
