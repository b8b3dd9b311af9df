"""What holds of every table: types, keys, descriptions, sources; and each certification."""

import csv

import pytest

from casecert_data import load
from casecert_data.catalog import (
    code_names,
    describe_table,
    field,
    rows_where,
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
OF_THE_ARTICLE = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
CERTIFIED = (
    *OF_THE_ARTICLE,
    *("cmac", "cdms", "cmc", "cmcn", "crc", "cbis", "hs_bcp", "c_swcm", "c_aswcm"),
)
ARTICLE = "coursera_certified_case_manager"


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


def test_only_tables_that_state_no_fact_are_without_a_source() -> None:
    """Sources, credits, whose words to follow, our own sorting, claims, and what words mean."""
    assert set(table_names()) - set(SOURCED) == {
        *("sources", "source_credits", "editions", "claims"),
        *("fee_kinds", "base_signs", "recognition_places"),
        *("glossary", "glossary_forms"),
    }


def test_every_file_of_a_table_is_a_table() -> None:
    """A file that nothing describes would be shipped and never be checked."""
    assert {path.stem for path in data_folder().glob("tables/*.csv")} == {
        *table_names(),
    } - {"sources", "claims"}


@pytest.mark.parametrize("name", table_names())
def test_a_row_refers_to_what_is_there(name: str) -> None:
    """A key of another table is one of its keys, whichever table it is."""
    astray = [
        (column, row[column])
        for column in table_columns(name)
        if (other := field(column).refers_to) is not None and other != name
        for row in table(name)
        if row[column] is not None and row[column] not in keys_of(other)
    ]

    assert astray == []


def keys_of(name: str) -> set[object]:
    """Return the keys of a table that has one column for them."""
    (key,) = describe_table(name).key
    return {row[key] for row in table(name)}


@pytest.mark.parametrize("name", table_names())
def test_a_code_is_one_of_its_list(name: str) -> None:
    """A misspelt one would have no words."""
    astray = [
        (column, row[column])
        for column in table_columns(name)
        if (vocabulary := field(column).vocabulary) is not None
        for row in table(name)
        if row[column] is not None and row[column] not in code_names(vocabulary)
    ]

    assert astray == []


def test_every_certification_says_who_gives_it() -> None:
    """One row for each, whatever the edition."""
    rows = {str(row["certification_id"]): row for row in table("certifications")}
    issuers = {str(row["issuer_id"]): row["issuer_name"] for row in table("issuers")}

    assert tuple(rows) == CERTIFIED
    assert [issuers[str(rows[one]["issuer_id"])] for one in CERTIFIED] == [
        "Commission for Case Manager Certification",
        "American Case Management Association",
        "American Case Management Association",
        "American Nurses Credentialing Center",
        "American Case Management Association",
        # The CDMS had a commission of its own before.
        "Commission for Case Manager Certification",
        "National Academy of Certified Care Managers",
        "American Board of Managed Care Nursing",
        "Commission on Rehabilitation Counselor Certification",
        "Academy of Certified Brain Injury Specialists",
        "Center for Credentialing & Education",
        "National Association of Social Workers",
        "National Association of Social Workers",
    ]


def test_every_edition_of_a_certification_is_told_in_short() -> None:
    """For whom, standing, exam, upkeep; of the ANCC's from pages that are not its own."""
    rows = {
        (row["certification_id"], row["edition_id"]): row
        for row in table("certification_summaries")
    }

    assert set(rows) == {
        *((one, "article") for one in OF_THE_ARTICLE),
        *((one, "issuer") for one in CERTIFIED),
    }
    assert all(
        row[f"{what}_text"]
        for row in rows.values()
        for what in ("audience", "standing", "exam", "upkeep")
    )


def test_an_edition_speaks_with_its_own_sources() -> None:
    """The article's rows cite the article alone; the issuers' never do."""
    for name in ("certification_summaries", "documents", "character_topics"):
        for row in table(name):
            assert (row["source_id"] == ARTICLE) == (row["edition_id"] == "article")


@pytest.mark.parametrize(
    ("certification_id", "edition", "documents"),
    [
        (
            *("ccm", "article"),
            ["qualification", "experience", "character_answers", "client_references"],
        ),
        (
            *("ccm", "issuer"),
            ["license", "degree", "experience", "character_answers", "client_references"],
        ),
        ("acm_rn", "article", ["license", "experience", "supervisor_contact"]),
        ("acm_rn", "issuer", ["license", "experience", "supervisor_contact"]),
        ("acm_sw", "article", ["qualification", "experience", "supervisor_contact"]),
        ("acm_sw", "issuer", ["qualification", "experience", "supervisor_contact"]),
        ("cmgt_bc", "article", ["license", "practice", "hours", "education"]),
        ("cmgt_bc", "issuer", []),
        ("cmac", "article", []),
        ("cmac", "issuer", ["acm", "degree", "experience"]),
        (
            *("cdms", "issuer"),
            ["license", "degree", "experience", "present_work", "attestation"],
        ),
        ("cmc", "issuer", ["degree", "experience", "supervision", "present_work", "uploads"]),
        ("cmcn", "issuer", ["license", "knowledge", "form", "proctor"]),
        ("crc", "issuer", ["transcript", "internship", "experience"]),
        ("cbis", "issuer", ["resume", "employment"]),
        ("hs_bcp", "issuer", ["transcript", "experience"]),
        ("c_swcm", "issuer", ["degree", "experience", "license", "ethics"]),
        ("c_aswcm", "issuer", ["degree", "experience", "education", "license", "ethics"]),
    ],
)
def test_every_certification_says_what_to_prepare(
    certification_id: str, edition: str, documents: list[str]
) -> None:
    """References of the self-employed, a supervisor's contact, records of hours."""
    found = rows_where("documents", certification_id=certification_id, edition_id=edition)

    assert [row["document_id"] for row in found] == documents
