"""Fees, exams, renewal and standing of five certifications, against values read off by hand."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from casecert_data.catalog import Row, rows_where, source
from casecert_data.credentials import GROUPS, cost_of, points_of

CERTIFICATIONS = ("crc", "cbis", "hs_bcp", "c_swcm", "c_aswcm")
TABLES = (
    *("contacts", "fees", "exams", "exam_windows", "renewals"),
    *("recognitions", "exam_results", "certified_counts"),
)

NOT_ON_THE_PAGES_OF_THE_NASW = [
    ("application", "everyone", None, False, "nasw_apply"),
    ("application", "everyone", None, False, "socialworklicensemap_nasw"),
    ("renewal", "everyone", None, False, "nasw_apply"),
]

# (kind, for whom, U.S. dollars, superseded, who says so); None: asked, and no amount given.
FEES = {
    "crc": [
        ("application_and_exam", "everyone", None, False, "crcc_eligibility_older"),
        ("renewal", "everyone", None, False, "crcc_continuing_education"),
    ],
    "cbis": [
        ("application_and_exam", "everyone", 300, False, "acbis_general_older"),
        ("retake", "everyone", 125, False, "acbis_exam"),
        ("renewal", "everyone", 70, False, "acbis_renewal"),
        ("renewal", "everyone", 60, True, "acbis_general_older"),
        ("late_renewal", "everyone", 25, False, "acbis_renewal_older"),
    ],
    "hs_bcp": [
        ("application_and_exam", "everyone", 210, False, "cce_hsbcp_costs"),
        ("retake", "everyone", 100, False, "cce_hsbcp_costs"),
        ("yearly", "everyone", 40, False, "cce_hsbcp_costs"),
        ("late_renewal", "everyone", 15, False, "cce_hsbcp_costs"),
        ("renewal", "everyone", None, False, "cce_hsbcp_maintain"),
    ],
    "c_swcm": NOT_ON_THE_PAGES_OF_THE_NASW,
    "c_aswcm": NOT_ON_THE_PAGES_OF_THE_NASW,
}

# (certification, source): questions, minutes.
QUESTIONS = {
    ("crc", "crcc_exam_overview"): (175, 210),
    ("cbis", "acbis_exam"): (70, 120),
}

# Source: years it is valid, hours of education, of these ethics.
RENEWALS = {
    "crc": {"crcc_continuing_education": (5, 100, 10)},
    "cbis": {"acbis_renewal": (1, 10, None)},
    "hs_bcp": {"cce_hsbcp_maintain": (5, 60, 6)},
    "c_swcm": {
        "nasw_apply": (2, None, None),
        "socialworkdegreecenter_c_swcm": (None, None, None),
    },
    "c_aswcm": {"nasw_apply": (2, None, None)},
}

# What the kit does not know of each, after looking.
UNKNOWN_COSTS = {
    "crc": ("application", "exam", "renewal"),
    "cbis": (),
    "hs_bcp": ("renewal",),
    "c_swcm": ("application", "exam", "renewal"),
    "c_aswcm": ("application", "exam", "renewal"),
}


def values(rows: Sequence[Row], *columns: str) -> list[tuple[object, ...]]:
    """Return some columns of rows."""
    return [tuple(row[column] for column in columns) for row in rows]


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
@pytest.mark.parametrize("name", TABLES)
def test_each_has_its_row(name: str, certification_id: str) -> None:
    """What was looked for in vain is a row that says so, and not a gap."""
    assert rows_where(name, certification_id=certification_id)


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_the_fees_are_those_of_the_pages(certification_id: str) -> None:
    """Each amount with its page; history and gaps are rows too."""
    found = values(
        rows_where("fees", certification_id=certification_id),
        *("fee_code", "applicant_code", "amount_usd", "is_superseded", "source_id"),
    )

    assert found == FEES[certification_id]


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_a_fee_without_an_amount_says_why(certification_id: str) -> None:
    """A page was read, and what came of it stands beside the gap."""
    rows = rows_where("fees", certification_id=certification_id)

    assert all(row["fee_note"] for row in rows if row["amount_usd"] is None)


def test_the_cbis_costs_370_up_to_its_first_renewal() -> None:
    """$300 with the exam, from an older page, and $70 after a year."""
    cost = cost_of("cbis")

    assert (cost.lowest, cost.highest) == (Decimal(370), Decimal(370))


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_what_is_not_known_of_the_cost_is_named(certification_id: str) -> None:
    """A part without an amount is left out of the sum, and said."""
    assert cost_of(certification_id).unknown == UNKNOWN_COSTS[certification_id]


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_the_questions_are_those_of_the_pages(certification_id: str) -> None:
    """Only two pages give a number of questions and a time."""
    found = {
        (row["certification_id"], row["source_id"]): values(
            [row], "question_count", "duration_minutes"
        )[0]
        for row in rows_where("exams", certification_id=certification_id)
        if row["question_count"] is not None
    }

    assert found == {key: of for key, of in QUESTIONS.items() if key[0] == certification_id}


def test_the_cbis_is_passed_with_80_percent() -> None:
    """The issuer's page on the exam says so, and that two tries are in the fee."""
    (row,) = rows_where("exams", certification_id="cbis", source_id="acbis_exam")

    assert "80%" in str(row["scoring_text"])
    assert "Two tries" in str(row["retake_text"])


@pytest.mark.parametrize("certification_id", ["c_swcm", "c_aswcm"])
def test_the_nasw_has_no_exam_of_its_own_as_far_as_is_known(certification_id: str) -> None:
    """A license or an exam of the boards is asked for instead."""
    told = [row["form_text"] for row in rows_where("exams", certification_id=certification_id)]

    assert any("No exam of its own was found" in str(one) for one in told)


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_the_renewals_are_those_of_the_pages(certification_id: str) -> None:
    """Years, hours, and hours of ethics; a range that another page gives stays words."""
    found = {
        row["source_id"]: values([row], "validity_years", "education_hours", "ethics_hours")[0]
        for row in rows_where("renewals", certification_id=certification_id)
    }

    assert found == RENEWALS[certification_id]


def test_the_crc_is_accredited_and_accepted_by_those_who_say_so() -> None:
    """Its guide says the one, the state of Ohio the other."""
    found = values(
        rows_where("recognitions", certification_id="crc"),
        *("recognition_code", "recognition_id", "source_id"),
    )

    assert found == [
        ("accreditation", "ncca", "crcc_guide_newer"),
        ("acceptance", "ohio", "ohio_bwc_providers"),
    ]


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_no_rate_and_no_count_is_made_up(certification_id: str) -> None:
    """None could be sourced, and each gap says where it was looked for."""
    results = rows_where("exam_results", certification_id=certification_id)
    counts = rows_where("certified_counts", certification_id=certification_id)

    assert values(results, "pass_rate_pct") == [(None,)]
    assert values(counts, "certified_count") == [(None,)]
    assert all(row["result_note"] for row in results)
    assert all(row["count_text"] for row in counts)


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_every_row_was_read_on_the_same_day(certification_id: str) -> None:
    """All but the Ohio policy, which was read before for the CCM."""
    days = {
        source(str(row["source_id"])).accessed_date
        for name in TABLES
        for row in rows_where(name, certification_id=certification_id)
        if row["source_id"] != "ohio_bwc_providers"
    }

    assert days == {date(2026, 11, 28)}


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_every_point_names_who_says_so_or_was_asked(certification_id: str) -> None:
    """Also where nothing is known."""
    points = [one for group in GROUPS for one in points_of(certification_id, group)]

    assert [one.name for one in points if not one.source_ids] == []
