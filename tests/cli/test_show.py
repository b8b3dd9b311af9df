"""`casecert show NAME`: rows, rules and parameters in words."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from support.in_process import casecert
from support.report_folders import (
    ABOUT_CERTIFICATION,
    CERTIFICATION_PARAMETERS,
    write_report,
)

from casecert_data.catalog import join_words, table
from casecert_data.eligibility import certification_ids

ARTICLE = "coursera_certified_case_manager"


def shown(name: str) -> list[str]:
    """Return the lines that are shown."""
    ran = casecert("show", name)
    assert ran.code == 0, ran.errors
    return ran.out.splitlines()


def test_a_row_is_shown_with_the_titles_of_its_columns() -> None:
    """Words for people, not names of columns."""
    lines = shown("employer_support")

    assert lines[0] == "Row 1"
    assert "  Group: Employers" in lines
    assert "  Share: 58 percent" in lines
    assert "  Read on: 2023-04-26" in lines


def test_an_empty_cell_is_not_shown() -> None:
    """The figure without a number has words and a bound instead."""
    second = shown("employer_support")
    rows = "\n".join(second).split("Row ")[1:]

    assert "Share: " not in rows[1]
    assert "  Share in words: nearly half" in rows[1]
    assert "  Share, at most: 50 percent" in rows[1]


def test_a_code_is_shown_in_words() -> None:
    """`secondary` means something only to those who know the list."""
    assert "  Standing: not the issuer\u2019s own page" in shown("sources")


def test_a_rule_is_shown_with_its_alternatives() -> None:
    """What joins, what is asked, and where it stands."""
    lines = shown("acm_sw")

    assert lines[:4] == [
        "Accredited Case Manager for social workers (ACM-SW)",
        "Requirements in the issuer edition",
        "all of these",
        "  Background: any one of these",
    ]
    assert "    Degree: all of these" in lines
    assert "      - The degree is from an accredited school of social work" in lines


def test_a_rule_without_an_issuers_edition_is_shown_as_the_articles() -> None:
    """What stands in says whose it is."""
    assert shown("cmgt_bc")[1] == "Requirements in the article edition"


@pytest.mark.parametrize(
    ("certification_id", "asked", "place"),
    [
        (
            "ccm",
            'cm_months {"at_least": 24}',
            "ccmc_eligibility_glance: Employment experience, second category",
        ),
        (
            "cmgt_bc",
            'rn_years {"at_least": 2}',
            f"{ARTICLE}: Which certification should you choose?, ANCC, second requirement",
        ),
    ],
)
def test_a_requirement_is_shown_as_in_the_contract(
    certification_id: str, asked: str, place: str
) -> None:
    """The comparison is the JSON's, with the source behind it."""
    assert f"        {asked} ({place})" in shown(certification_id)


def test_a_requirement_is_shown_with_its_name() -> None:
    """An answer of an issuer is recorded under it."""
    lines = shown("ccm")
    at = lines.index("    - 24 months of full-time case management, whoever supervised")

    assert lines[at + 2] == "        criterion_id: months_any_supervisor"


def test_the_parameters_of_a_report_are_shown_with_their_defaults() -> None:
    """What can be set by -p, and what is taken otherwise."""
    keys = join_words(certification_ids(), "or")
    title, certification, edition, on = shown("certification")

    assert title == "Handout on one certification"
    assert certification.endswith(f"the handout is on. Takes one of {keys}. Default: ccm.")
    assert edition.endswith("to follow. Takes one of issuer or article. Default: issuer.")
    assert on.endswith("as YYYY-MM-DD, from January 1, 2000 to December 31, 2099.")


def test_the_parameters_of_a_report_of_ones_own_are_shown(tmp_path: Path) -> None:
    """By its folder, as `casecert report` takes it."""
    folder = write_report(
        tmp_path / "ours", toml=ABOUT_CERTIFICATION, parameters=CERTIFICATION_PARAMETERS
    )

    assert shown(str(folder))[2] == (
        "  with_sources: Whether the sources are listed. Takes yes or no. Default: yes."
    )


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    """Tables, certifications and reports share one list of names."""
    ran = casecert("show", "employer_suport")

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors.startswith(
        "No table, certification or report is called 'employer_suport'. "
        "Did you mean 'employer_support'?\nKnown names: sources, editions, "
    )


# --- as a file --------------------------------------------------------------------------


def test_a_table_is_written_as_csv(tmp_path: Path) -> None:
    """Whole, for its owner alone, with the sources in each line."""
    out = tmp_path / "support.csv"
    ran = casecert("show", "employer_support", "--format", "csv", "--out", str(out))
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))

    assert (ran.code, ran.out) == (0, f"Wrote {out}.\n")
    assert rows[0][:3] == ["Figure", "Certification", "Group"]
    assert rows[1][4] == "58"
    assert out.stat().st_mode & 0o077 == 0


def test_a_table_is_written_as_a_workbook(tmp_path: Path) -> None:
    """With a second sheet of sources."""
    out = tmp_path / "support.xlsx"
    ran = casecert("show", "employer_support", "--format", "xlsx", "--out", str(out))
    book = openpyxl.load_workbook(out)

    assert ran.code == 0
    assert [sheet.title for sheet in book] == ["Employer support", "Sources and credits"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("fees", "--format", "csv"),
            (
                "--out: expected a file for the csv, found none. "
                "Add a name, such as --out table.csv."
            ),
        ),
        (
            ("fees", "--out", "fees.csv"),
            (
                "--format: expected one of csv or xlsx for fees.csv, found text, which is "
                "shown and not written. Name a format, or leave --out out."
            ),
        ),
        (
            ("fees", "--format", "xlsx", "--out", "fees.csv"),
            (
                "--out fees.csv: expected a name that ends with .xlsx, found another. "
                "Rename the file, or name another format."
            ),
        ),
        (
            ("ccm", "--format", "csv", "--out", "ccm.csv"),
            (
                "--format csv: expected the name of a table, because only tables have rows, "
                "found 'ccm'. Name a table, or leave --format csv out."
            ),
        ),
        (
            ("fees", "--format", "xls", "--out", "fees.xls"),
            "No format is called 'xls'. Did you mean 'xlsx'?\nKnown formats: text, csv, xlsx.",
        ),
        (
            ("fees", "--format", "csv", "--out", "no/fees.csv"),
            (
                "no: expected a folder that can be written to, found: none there. "
                "Make it first, or name another one."
            ),
        ),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_there(
    arguments: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One message with what to do, exit code 2."""
    monkeypatch.chdir(tmp_path)
    ran = casecert("show", *arguments)

    assert (ran.code, ran.out, ran.errors) == (2, "", f"{told}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_misspelt_table_is_refused_with_the_nearest(tmp_path: Path) -> None:
    """Nothing is written under its name."""
    ran = casecert("show", "fee", "--format", "csv", "--out", str(tmp_path / "fee.csv"))

    assert ran.code == 2
    assert ran.errors.startswith("No table is called 'fee'. Did you mean 'fees'?")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["ccctm", "CCCTM", "c_cyfsw", "C-CYFSW"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "{}"),
        ("report", "certification", "-p", "certification_id={}", "--out", "made"),
        ("report", "comparison", "-p", "certification_ids=ccm,{}", "--out", "made"),
        ("report", "intake-form", "-p", "certification_ids={}", "--out", "made"),
    ],
    ids=["show", "report", "comparison", "intake"],
)
def test_a_closed_program_is_told_and_not_taken_for_another(
    arguments: tuple[str, ...], name: str
) -> None:
    """Whoever asks for the CCCTM does not mean the CCM."""
    ran = casecert(*(one.format(name) for one in arguments))
    row = next(
        one
        for one in table("closed_programs")
        if name.casefold() in {str(one["program_id"]), str(one["acronym"]).casefold()}
    )

    assert (ran.code, ran.out) == (2, "")
    assert f"{name!r} takes no new applications" in ran.errors
    assert str(row["closed_text"]) in ran.errors
    assert str(row["closed_instead_text"]) in ran.errors
    assert "Did you mean" not in ran.errors
