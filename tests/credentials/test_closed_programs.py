"""Programs that take nobody any more: kept as history, never offered, names told apart."""

from datetime import date

from casecert_data import decide
from casecert_data.catalog import code_names, rows_where, source, table
from casecert_data.credentials import offers_for
from casecert_data.eligibility import certification_ids

CLOSED = {
    "ccctm": ("CCCTM", date(2019, 8, 22)),
    "c_cyfsw": ("C-CYFSW", None),
    "nohs_level_1": (None, None),
}
"""Letters, and the day from which nobody was taken; None where no page gives it."""


def test_the_closed_programs_are_those_of_the_pages() -> None:
    """A day that no page gives stays empty."""
    found = {
        row["program_id"]: (row["acronym"], row["closed_date"])
        for row in table("closed_programs")
    }

    assert found == CLOSED


def test_a_closed_program_says_what_happened_and_what_there_is_instead() -> None:
    """History is of use to somebody who still meets the letters."""
    told = [
        (row["closed_text"], row["closed_instead_text"]) for row in table("closed_programs")
    ]

    assert all(happened and instead for happened, instead in told)


def test_where_the_ccctm_went_is_told() -> None:
    """Two pages tell it: one that it stopped, the other where it went."""
    (row,) = rows_where("closed_programs", program_id="ccctm")

    assert "ANCC" in str(row["closed_text"])
    assert source(str(row["transfer_source_id"])).publisher.startswith("Medical-Surgical")


def test_no_closed_program_is_a_certification() -> None:
    """Nothing judges it, and nobody can say that they hold it as one to go by."""
    ids = set(CLOSED)

    assert not ids & set(certification_ids())
    assert not {one.upper() for one in ids} & set(code_names("certification_code"))
    assert not ids & {one["certification_id"] for one in table("certifications")}


def test_no_closed_program_is_offered_or_decided() -> None:
    """Neither to somebody of whom nothing is known, nor to those whom it was for."""
    nurse, social_worker = ("RN",), ("SW_BACHELOR",)
    offered = {
        one.certification_id
        for codes in (nurse, social_worker)
        for one in offers_for({"license_codes": codes})
    }
    decided = {one.certification_id for one in decide({}, on="2026-11-28").decisions}

    assert not set(CLOSED) & (offered | decided)


def test_letters_that_clash_are_told_apart() -> None:
    """Two CCMs and two CRCs, and a name that a page mixes up with the C-ASWCM."""
    told = {
        row["certification_id"]: (row["other_name"], row["other_issuer_name"])
        for row in table("name_clashes")
    }

    assert told["ccm"] == ("Certified Corrections Manager", "American Correctional Association")
    assert told["crc"] == (
        "Certified Retirement Counselor",
        "International Foundation for Retirement Education",
    )
    assert told["c_aswcm"][0] == "Certified Social Worker in Health Care (C-SWHC)"
