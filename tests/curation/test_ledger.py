"""The ledger of the article's sentences: each fault is made, and must be told with its line."""

import csv
import io
from datetime import date

import pytest
from support.own_data import OwnData

from casecert_data.catalog import table
from casecert_data.curation import check_data, ledger_faults

ON = date(2026, 11, 23)
HOSPITAL = "job_types[hospital].job_type_name"
SHOWN = "report:person"


def add_claim(
    data: OwnData, carriers: str, *, shown_in: str = SHOWN, sentence: tuple[str, int] = ("X", 1)
) -> str:
    """Write one more sentence into the ledger; return its place."""
    text = data.read("claims.csv")
    written = io.StringIO()
    row = ("x001", *sentence, "Words.", "fact", carriers, shown_in)
    csv.writer(written, lineterminator="\n").writerow(row)
    data.append("claims.csv", written.getvalue())
    return f"claims.csv, line {text.count(chr(10)) + 1}"


def only_fault() -> str:
    """Hold that one thing is wrong with the ledger, and return that."""
    found = list(ledger_faults())
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("carriers", "told"),
    [
        pytest.param(
            "job_types.hospital.job_type_name",
            ": expected table[KEY].column or rules[CERTIFICATION,EDITION].criterion, parted by "
            "';', found 'job_types.hospital.job_type_name'. Write it so.",
            id="not a place",
        ),
        pytest.param(
            "job_types[hospital]",
            ": expected table[KEY].column or rules[CERTIFICATION,EDITION].criterion, parted by "
            "';', found 'job_types[hospital]'. Write it so.",
            id="no column",
        ),
        pytest.param(
            f"{HOSPITAL};",
            ": expected table[KEY].column or rules[CERTIFICATION,EDITION].criterion, parted by "
            "';', found ''. Write it so.",
            id="nothing behind a semicolon",
        ),
        pytest.param(
            "job_type[hospital].job_type_name",
            ", job_type[hospital].job_type_name: expected a table, found 'job_type'. "
            "Did you mean 'job_types'? Correct the place, or add what it names.",
            id="unknown table",
        ),
        pytest.param(
            "job_types[hospitals].job_type_name",
            ", job_types[hospitals].job_type_name: expected a key of job_types, found "
            "'hospitals'. Did you mean 'hospital'? Correct the place, or add what it names.",
            id="unknown key",
        ),
        pytest.param(
            "documents[ccm,article].document_text",
            ", documents[ccm,article].document_text: expected a key of documents, found "
            "'ccm,article'. Did you mean 'ccm,article,experience'? Correct the place, or add "
            "what it names.",
            id="half a key",
        ),
        pytest.param(
            "job_types[hospital].job_type",
            ", job_types[hospital].job_type: expected a column of job_types, found 'job_type'. "
            "Did you mean 'job_type_id'? Correct the place, or add what it names.",
            id="unknown column",
        ),
        pytest.param(
            "rules[ccm,articel].license",
            ", rules[ccm,articel].license: expected the certification and edition of a rule, "
            "found 'ccm,articel'. Did you mean 'ccm,article'? Correct the place, or add "
            "what it names.",
            id="unknown rule",
        ),
        pytest.param(
            "rules[ccm,article].licence",
            ", rules[ccm,article].licence: expected a criterion or group of the rule, found "
            "'licence'. Did you mean 'license'? Correct the place, or add what it names.",
            id="unknown criterion",
        ),
        pytest.param(
            "employer_support[employers_require_2023].share_pct",
            ", employer_support[employers_require_2023].share_pct: expected a cell that "
            "carries the sentence, found an empty one. Name another, or fill it in.",
            id="empty cell",
        ),
        pytest.param(
            "contacts[ccm,apply].contact_text",
            ", contacts[ccm,apply].contact_text: expected a place that names "
            "coursera_certified_case_manager as its source, found only others. Name another "
            "place, or add the source there.",
            id="row of another source",
        ),
        pytest.param(
            "rules[ccm,issuer].months_supervising",
            ", rules[ccm,issuer].months_supervising: expected a place that names "
            "coursera_certified_case_manager as its source, found only others. Name another "
            "place, or add the source there.",
            id="criterion of another source",
        ),
        pytest.param(
            "rules[ccm,issuer].work",
            ", rules[ccm,issuer].work: expected a place that names "
            "coursera_certified_case_manager as its source, found only others. Name another "
            "place, or add the source there.",
            id="group of another source",
        ),
        pytest.param(
            "",
            ": expected a place that carries the sentence, found an empty cell. Name one, such "
            "as fees[KEY].amount_usd.",
            id="no carrier",
        ),
    ],
)
def test_a_carrier_that_carries_nothing_of_the_article_is_told(
    data: OwnData, carriers: str, told: str
) -> None:
    """A sentence must lead to the very value that says it."""
    line = add_claim(data, carriers)

    assert only_fault() == f"{line}, column 'carriers'{told}"


@pytest.mark.parametrize(
    "carriers",
    [
        pytest.param(f"{HOSPITAL};{HOSPITAL}", id="several"),
        pytest.param("rules[ccm,article].background", id="group"),
        pytest.param("rules[ccm,article].license", id="criterion"),
        pytest.param("sources[ccmc_get_certified].title", id="table without sources"),
        pytest.param("employer_support[employers_pay_2023].share_pct", id="quoted"),
        pytest.param("certifications[ccm].acronym", id="one source of two"),
    ],
)
def test_a_carrier_that_names_the_article_is_taken(data: OwnData, carriers: str) -> None:
    """As its own source, as the one that quotes it, or through what a group holds."""
    add_claim(data, carriers)

    assert list(ledger_faults()) == []


@pytest.mark.parametrize(
    ("shown_in", "told"),
    [
        pytest.param(
            "",
            ": expected a notebook or report that shows the sentence, found an empty cell. "
            "Show it, and name the place.",
            id="shown nowhere",
        ),
        pytest.param(
            "person",
            ": expected notebook:NAME or report:NAME, parted by ';', found 'person'. "
            "Write it so.",
            id="no kind",
        ),
        pytest.param(
            "report:person; notebook:01_compare_pathways",
            ": expected notebook:NAME or report:NAME, parted by ';', "
            "found ' notebook:01_compare_pathways'. Write it so.",
            id="blank behind a semicolon",
        ),
    ],
)
def test_a_sentence_that_is_not_shown_is_told(data: OwnData, shown_in: str, told: str) -> None:
    """A fact that nobody sees might as well not be there."""
    line = add_claim(data, HOSPITAL, shown_in=shown_in)

    assert only_fault() == f"{line}, column 'shown_in'{told}"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("report:persons", "found 'persons' on line {}. Did you mean 'person'?"),
        ("notebook:01_compare", "found '01_compare' on line {}. Did you mean '01_compare_pat"),
        ("notebook:README", "found 'README' on line {}. Correct the name, or show"),
    ],
)
def test_a_notebook_or_report_that_is_not_there_is_told(
    data: OwnData, place: str, told: str
) -> None:
    """Renamed or dropped, it no longer shows what the ledger says it shows."""
    line = add_claim(data, HOSPITAL, shown_in=f"{SHOWN};{place}").rpartition(" ")[2]
    fault = only_fault()

    assert fault.startswith(
        f"claims.csv, column 'shown_in': expected a {place.partition(':')[0]} "
    )
    assert told.format(line) in fault


def test_a_lost_notebook_is_one_fault_with_its_first_lines(data: OwnData) -> None:
    """Dozens of sentences stand in it."""
    text = data.read("claims.csv")
    data.write("claims.csv", text.replace("report:person", "report:nobody"))
    lines = [at for at, line in enumerate(text.splitlines(), 1) if "report:person" in line]

    assert len(lines) > 6
    first = ", ".join(map(str, lines[:5]))
    assert f"found 'nobody' on lines {first} and {len(lines) - 5} more." in only_fault()


def test_a_sentence_that_stands_twice_is_told(data: OwnData) -> None:
    """Then the sentences of the paragraph were counted wrongly, and one may be missing."""
    row = table("claims")[0]
    line = add_claim(data, HOSPITAL, sentence=(str(row["locator"]), 1))

    assert only_fault() == (
        f"{line}: expected each sentence of a paragraph once, found sentence 1 of "
        f"{row['locator']!r} again (first on line 2). Count its sentences anew."
    )


def test_a_row_of_the_article_that_no_sentence_is_carried_by_is_told(data: OwnData) -> None:
    """Either the ledger lacks the sentence, or the article does not say it."""
    row = "school,School case manager,School,coursera_certified_case_manager,Somewhere\n"
    data.append("tables/job_types.csv", row)

    assert only_fault() == (
        "job_types[school]: expected a sentence in claims.csv that it carries, since it rests "
        "on the article, found none. Name it in 'carriers' there, or correct its source."
    )


def test_a_row_that_the_article_only_quotes_must_be_carried_too(data: OwnData) -> None:
    """The figures are the CCMC's, and the sentences about them the article's."""
    carrier = "employer_support[certified_helped_2023]."
    text = data.read("claims.csv")
    data.write("claims.csv", text.replace(carrier, "employer_support[employers_pay_2023]."))

    assert "employer_support[certified_helped_2023]: expected a sentence in claims.csv" in (
        "\n".join(ledger_faults())
    )


def test_a_criterion_of_the_article_that_no_sentence_is_carried_by_is_told(
    data: OwnData,
) -> None:
    """A group that is carried does not stand for what it holds."""
    text = data.read("claims.csv")
    criterion, group = "rules[ccm,article].months_supervising", "rules[ccm,article].work"
    data.write("claims.csv", text.replace(criterion, group))

    assert only_fault().startswith(f"{criterion}: expected a sentence in claims.csv that it ")


def test_rows_and_criteria_of_other_sources_need_no_sentence() -> None:
    """The ledger is of the article alone: the issuers' pages are not in it."""
    carriers = " ".join(str(row["carriers"]) for row in table("claims"))

    assert "issuer]" not in carriers
    assert list(ledger_faults()) == []


def test_a_ledger_that_lacks_a_column_is_told(data: OwnData) -> None:
    """Not a traceback."""
    header, *rows = data.read("claims.csv").splitlines()
    short = [header.removesuffix(",shown_in"), *(row.rpartition(",")[0] for row in rows)]
    data.write("claims.csv", "\n".join(short) + "\n")

    assert "claims.csv: expected a column 'shown_in', found none. Add it." in (
        check_data(ON).faults
    )
