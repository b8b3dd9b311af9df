"""The check of the data, by doing it: each kind of fault is made, and must be told."""

import re
from datetime import date

import pytest
from support.own_data import OwnData

from casecert_data.curation import check_data
from casecert_data.shipped import data_folder

ON = date(2026, 11, 23)
ARTICLE = "coursera_certified_case_manager"


def faults() -> tuple[str, ...]:
    """Check the data as it is now."""
    return check_data(ON).faults


def only_fault() -> str:
    """Check the data, hold that one thing is wrong with it, and return that."""
    found = faults()
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        pytest.param(
            "tables/certifications.csv",
            "CCM,CCM,ccmc,",
            "CCM,CCM,ccmcc,",
            "certifications.csv, line 2, column 'issuer_id': expected a key of issuers, "
            "found 'ccmcc'. Did you mean 'ccmc'?",
            id="foreign key",
        ),
        pytest.param(
            "tables/job_types.csv",
            f"Legal case manager,Legal,{ARTICLE}",
            "Legal case manager,Legal,nobody",
            "job_types.csv, line 10, column 'source_id': expected a key of sources, "
            "found 'nobody'.",
            id="source of a row",
        ),
        pytest.param(
            "tables/contacts.csv",
            "ccm,apply,",
            "ccm,applied,",
            "contacts.csv, line 2, column 'contact_code': expected a code of contact_code, "
            "found 'applied'. Did you mean 'apply'?",
            id="code outside its vocabulary",
        ),
        pytest.param(
            "tables/employer_support.csv",
            "get certified,58,",
            "get certified,580,",
            "employer_support.csv, line 2, column 'share_pct': expected 0 to 100 percent, "
            "found 580. Correct the cell.",
            id="number above its bounds",
        ),
        pytest.param(
            "tables/employer_support.csv",
            "helped their career,88,",
            "helped their career,-0.5,",
            "employer_support.csv, line 4, column 'share_pct': expected 0 to 100 percent, "
            "found -0.5. Correct the cell.",
            id="number below its bounds",
        ),
        pytest.param(
            "tables/job_types.csv",
            "child,Child case",
            "legal,Child case",
            "job_types.csv, line 11: expected each key once, found job_type_id='legal' again "
            "(first on line 10). Give one of the two another.",
            id="duplicate key",
        ),
        pytest.param(
            "tables/job_types.csv",
            "child,Child case",
            ",Child case",
            "job_types.csv, line 11: expected a whole key, found job_type_id=None. Fill it in.",
            id="gap in a key",
        ),
        pytest.param(
            "tables/job_types.csv",
            f"Hospital,{ARTICLE}",
            "Hospital,",
            "job_types.csv, line 2, column 'source_id': expected where the row comes from, "
            "found an empty cell. Fill it in.",
            id="missing source_id",
        ),
        pytest.param(
            "tables/issuers.csv",
            '"Which certification should you choose?, ANCC, paragraph 1"',
            "",
            "issuers.csv, line 4, column 'locator': expected where the row comes from, "
            "found an empty cell. Fill it in.",
            id="missing locator",
        ),
        pytest.param(
            "tables/job_types.csv",
            "Hospital case manager",
            "Hospital  case manager",
            "job_types.csv, line 2, column 'job_type_name': expected one line with single "
            "blanks, found 'Hospital  case manager'. Take the others out.",
            id="doubled blank",
        ),
        pytest.param(
            "sources.csv",
            "2023-04-26,2024-04-26",
            "2023-04-26,2023-04-26",
            "sources.csv, ccmc_get_certified, column 'review_by_date': expected a day after "
            "2023-04-26, when it was read, found 2023-04-26.",
            id="review no later than reading",
        ),
        pytest.param(
            "fields.toml",
            'kind = "number"\nunit = "percent"\n',
            'kind = "number"\n',
            "fields.toml, share_pct: expected a unit, found none. Name it.",
            id="missing unit",
        ),
        pytest.param(
            "fields.toml",
            'vocabulary = "basis_code"',
            'vocabulary = "basis_codes"',
            "fields.toml, basis_code: expected one of outcome_code, ",
            id="unknown vocabulary of a column",
        ),
        pytest.param(
            "facts.toml",
            'vocabulary = "license_code"',
            'vocabulary = "licence_code"',
            "found 'licence_code'. Did you mean 'license_code'?",
            id="unknown vocabulary of a fact",
        ),
        pytest.param(
            "tables.toml",
            'key = ["job_type_id"]',
            'key = ["job_type_id", "edition_id"]',
            "tables.toml, job_types: expected a key of its columns, found 'edition_id'.",
            id="key that is no column",
        ),
    ],
)
def test_a_fault_of_a_row_is_told_with_its_place(
    data: OwnData, file: str, old: str, new: str, told: str
) -> None:
    """A curator finds the cell by file, line and column, and what would be right."""
    data.replace(file, old, new)

    assert any(told in fault for fault in faults()), faults()


def test_a_source_that_nothing_rests_on_is_told(data: OwnData) -> None:
    """Such a row claims a basis that no fact has."""
    row = "orphan,P,T,,,2026-11-23,2027-11-23,primary,All rights reserved,A note.\n"
    data.append("sources.csv", row)

    assert only_fault() == (
        "sources.csv, orphan: expected a row or a rule that rests on it, found none. "
        "Remove it, or name it where it belongs."
    )


def test_a_description_that_no_table_uses_is_told(data: OwnData) -> None:
    """A codebook with columns that do not exist misleads whoever looks for them."""
    data.append("fields.toml", '\n[fee_usd]\ntitle = "Fee"\nmeaning = "M."\nkind = "text"\n')

    assert only_fault().startswith(
        "fields.toml, fee_usd: expected a table that has the column, found none."
    )


def test_a_reference_to_no_table_is_told(data: OwnData) -> None:
    """A column that refers to nowhere would never be checked."""
    data.replace("fields.toml", 'refers_to = "issuers"', 'refers_to = "issuer"')

    told = only_fault()

    assert told.startswith("fields.toml, issuer_id: expected one of sources, editions, issuers")
    assert told.endswith(", found 'issuer'. Did you mean 'issuers'?")


def test_a_table_that_cannot_name_its_sources_is_told(data: OwnData) -> None:
    """Each row names who says so and where: the table needs both columns."""
    lines = data.read("tables/exam_results.csv").splitlines()
    header = lines[0].removesuffix(",source_id,locator")
    data.write("tables/exam_results.csv", f"{header}\nccm,none,,,,,None.\n")

    assert [fault.split(",")[0] for fault in faults()] == [
        "exam_results.csv: expected a column 'source_id'",
        "exam_results.csv: expected a column 'locator'",
    ]


def test_a_table_without_rows_is_told(data: OwnData) -> None:
    """A header alone is a table that was lost on the way."""
    name = "tables/exam_results.csv"
    data.write(name, data.read(name).splitlines()[0] + "\n")

    assert only_fault().startswith("exam_results.csv: expected at least one row, found none.")


def test_an_undescribed_column_is_told(data: OwnData) -> None:
    """One name, one meaning: a column that the codebook lacks cannot be read."""
    data.replace("tables/job_types.csv", "short_name", "shortname")

    assert "job_types.csv, column 'shortname': expected a column that fields.toml" in (
        text := faults()[0]
    )
    assert "Did you mean 'short_name'?" in text


def test_a_ragged_row_is_told_with_its_line(data: OwnData) -> None:
    """A comma without quotes moves every cell after it."""
    data.replace("tables/job_types.csv", "Legal case manager,", "Legal, case manager,")

    assert (
        "job_types.csv, line 10: expected 5 cells, found 6. "
        "Put a cell that holds a comma in double quotes."
    ) in faults()


def test_a_day_that_does_not_exist_is_told_with_its_line(data: OwnData) -> None:
    """There is no February 30."""
    data.replace("tables/employer_support.csv", "2023-04-26", "2023-02-30")

    assert (
        "employer_support.csv, column 'read_date': expected a day as YYYY-MM-DD, found\n"
        "  line 2: '2023-02-30'\n"
        "Correct the cells."
    ) in faults()


@pytest.mark.parametrize(
    ("folder", "name"),
    [("rules", "cmm.toml"), ("cases", "cmm.toml"), ("tables", "job_typs.csv")],
)
def test_a_file_that_nothing_reads_is_told(data: OwnData, folder: str, name: str) -> None:
    """A rule in a misnamed file would decide nothing, and nobody would know."""
    data.write(f"{folder}/{name}", "anything = 1")

    told = (
        rf"{folder}/{name}: expected the name of one of .+, found another\. Did you mean '\w+'"
    )
    assert re.match(told, only_fault())


@pytest.mark.parametrize("name", ["messages/en.toml", "vocabularies.toml", "brand.toml"])
def test_a_broken_file_of_words_is_told_with_its_line(data: OwnData, name: str) -> None:
    """Words are parsed as they are needed; the check needs them all."""
    lines = len(data.read(name).splitlines())
    data.append(name, '[last_room]\nword = "never ends\n')

    assert any(
        re.search(rf"{name}: expected TOML, found a fault: .+ line {lines + 2}\b", fault)
        for fault in faults()
    ), faults()


def test_two_faults_in_two_rooms_are_both_told(data: OwnData) -> None:
    """One run of the check lists all there is to do."""
    data.replace("rules/acm_rn.toml", 'fact = "license_codes"', 'fact = "licence_codes"')
    data.replace("rules/ccm.toml", 'fact = "degrees"', 'fact = "degree"')
    data.replace("tables/cautions.csv", ",depends,", ",dependss,")
    told = "\n".join(faults())

    assert all(file in told for file in ("acm_rn.toml", "ccm.toml", "cautions.csv"))


def test_the_same_fault_is_told_once(data: OwnData) -> None:
    """A rule that cannot be read is met by several checks."""
    data.replace("rules/acm_rn.toml", 'fact = "license_codes"', 'fact = "licence_codes"')

    assert len(faults()) == 1


def test_the_shipped_data_has_no_fault() -> None:
    """What is shipped passes its own check."""
    assert faults() == ()


def test_the_check_counts_what_it_saw() -> None:
    """A check of nothing would pass as well; the count of files is taken apart from it."""
    checked = check_data(ON)
    beside = [data_folder() / "sources.csv", data_folder() / "claims.csv"]
    tables = [*data_folder().glob("tables/*.csv"), *beside]
    cases = [path.read_text("utf-8") for path in data_folder().glob("cases/*.toml")]

    assert checked.tables == len(tables)
    assert checked.rules == len(list(data_folder().glob("rules/*.toml")))
    assert checked.cases == sum(text.count("[[cases]]") for text in cases)
    assert checked.rows > len(tables)


@pytest.mark.parametrize(
    ("on", "overdue"),
    [
        (date(2024, 4, 26), ()),
        (date(2024, 4, 27), ("ccmc_get_certified",)),
        (date(2027, 5, 23), ("ccmc_get_certified",)),
    ],
)
def test_a_source_is_overdue_from_the_day_after_its_review_date(
    on: date, overdue: tuple[str, ...]
) -> None:
    """On the day itself there is still time to read it."""
    found = check_data(on).overdue

    assert tuple(one.split(":")[0] for one in found) == overdue


def test_what_is_read_each_half_year_is_overdue_before_what_is_read_each_year() -> None:
    """Fees and dates change more often than requirements."""
    found = {one.split(":")[0] for one in check_data(date(2027, 5, 24)).overdue}

    assert "ccmc_faqs" in found
    assert "ccmc_eligibility_glance" not in found


def test_an_overdue_source_says_when_it_was_read_and_was_due() -> None:
    """Whoever reads it again needs both days."""
    (told,) = check_data(ON).overdue

    assert told == (
        "ccmc_get_certified: read 2023-04-26, review was due by 2024-04-26. "
        "Read it again, or mark what it says as old."
    )
