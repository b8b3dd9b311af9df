"""Exam, fees, renewal and standing of CMAC, CDMS, CMC and CMCN, against values read by hand."""

from collections.abc import Sequence
from datetime import date

import pytest

from casecert_data.catalog import Row, rows_where, source, table
from casecert_data.credentials import cost_of, points_of

THE_FOUR = ("cmac", "cdms", "cmc", "cmcn")
EACH = pytest.mark.parametrize("certification_id", THE_FOUR)
TABLES = (
    *("contacts", "fees", "exams", "exam_windows", "renewals"),
    *("recognitions", "exam_results", "certified_counts"),
)
"""Each of the four has a row in each of them, if only to say that nothing was found."""

NAMES = {
    "cmac": ("Case Management Administrator Certification", "CMAC", "acma"),
    "cdms": ("Certified Disability Management Specialist", "CDMS", "ccmc"),
    "cmc": ("Care Manager Certified", "CMC", "naccm"),
    "cmcn": ("Certified Managed Care Nurse or Professional", "CMCN", "abmcn"),
}

# (kind, for whom, U.S. dollars, superseded, who says so); None: asked, and no amount given.
FEES = {
    "cmac": [
        ("application_and_exam", "everyone", None, False, "acma_cmac_faq"),
        ("retake", "everyone", None, False, "acma_cmac_faq"),
        ("renewal", "everyone", None, False, "acma_cmac_recertification"),
    ],
    "cdms": [
        ("application", "everyone", 235, False, "cdms_commission_faqs"),
        ("application", "everyone", 225, True, "vivian_cdms"),
        ("exam", "everyone", 195, False, "cdms_commission_faqs"),
        ("application", "discount", None, False, "cdms_commission_faqs"),
        ("retake", "everyone", 195, False, "vivian_cdms"),
        ("renewal", "everyone", None, False, "cdms_stay_certified"),
    ],
    "cmc": [
        ("application_and_exam", "everyone", None, False, "naccm_application"),
        ("renewal", "everyone", 195, False, "naccm_renewal_policy"),
        ("late_renewal", "everyone", 75, False, "naccm_renewal_policy"),
    ],
    "cmcn": [
        ("application_and_exam", "everyone", 250, False, "abmcn_eligibility"),
        ("retake", "everyone", 250, False, "abmcn_faqs"),
        ("renewal", "everyone", 55, False, "abmcn_renewing"),
        ("late_renewal", "everyone", 25, False, "abmcn_renewing"),
    ],
}

# Questions, of which scored, minutes, who says so.
QUESTIONS: dict[str, list[tuple[object, ...]]] = {
    "cmac": [(200, None, 210, "acma_cmac_info")],
    "cdms": [(150, 125, None, "vivian_cdms")],
    "cmc": [],
    "cmcn": [],
}

# Source: years it is valid, hours of education, of these ethics.
RENEWALS = {
    "cmac": {"acma_cmac_recertification": (5, 50, None)},
    "cdms": {
        "cdms_stay_certified": (5, 80, 4),
        "cdms_renewal_earlier_site": (None, None, None),
    },
    "cmc": {
        "naccm_recertification_policy": (3, 45, None),
        "naccm_recertification": (None, None, None),
    },
    "cmcn": {"abmcn_renewing": (3, 25, None)},
}

# Window: words of the days to apply, and of the exam.
WINDOWS = {
    "cmac": {"quarterly": (["any time"], ["Four times a year"])},
    "cdms": {
        "march": (["November 1", "January 31"], ["March 14", "21"]),
        "september": (["April 1", "June 30"], ["September 12", "19"]),
    },
    "cmc": {
        "spring": (["May 1"], ["May 15", "June 15"]),
        "fall": (["September 14"], ["October 1", "31"]),
    },
    "cmcn": {"after_course": (["no other deadline"], ["120 days"])},
}

RECOGNITIONS = {
    "cmac": [("accreditation", "not_found", "acma_cmac_info")],
    "cdms": [
        ("accreditation", "ncca", "vivian_cdms"),
        ("acceptance", "ohio", "ohio_bwc_providers"),
        ("acceptance", "georgia", "georgia_board_rule_200_1"),
    ],
    "cmc": [
        ("accreditation", "not_found", "naccm_home"),
        ("acceptance", "geriatric_care_managers", "retirement_living_care_managers"),
    ],
    "cmcn": [("accreditation", "not_found", "abmcn_home")],
}

# Whom to ask, and the site on which to apply.
CONTACTS = {
    "cmac": ("certification@acmaweb.org", "www.acmaweb.org"),
    "cdms": ("844-681-8156", "www.yourcommission.org"),
    "cmc": ("800-962-2260", "www.naccm.net"),
    "cmcn": ("jbeilhart@abmcn.org", "www.abmcn.org"),
}


def values(rows: Sequence[Row], *columns: str) -> list[tuple[object, ...]]:
    """Return some columns of rows."""
    return [tuple(row[column] for column in columns) for row in rows]


@EACH
def test_name_letters_and_issuer_are_those_of_its_pages(certification_id: str) -> None:
    """The name in full, without the letters."""
    rows = rows_where("certifications", certification_id=certification_id)

    assert values(rows, "certification_name", "acronym", "issuer_id") == [
        NAMES[certification_id]
    ]


@EACH
@pytest.mark.parametrize("name", TABLES)
def test_each_has_its_row(name: str, certification_id: str) -> None:
    """What was looked for in vain is a row that says so, and not a gap."""
    assert rows_where(name, certification_id=certification_id)


@EACH
def test_the_fees_are_those_of_the_pages(certification_id: str) -> None:
    """Each amount with its page; history and gaps are rows too."""
    found = values(
        rows_where("fees", certification_id=certification_id),
        *("fee_code", "applicant_code", "amount_usd", "is_superseded", "source_id"),
    )

    assert found == FEES[certification_id]


@pytest.mark.parametrize(
    ("certification_id", "lowest", "unknown"),
    [
        ("cmac", None, ("application", "exam", "renewal")),
        ("cdms", 430, ("renewal",)),
        ("cmc", 195, ("application", "exam")),
        ("cmcn", 305, ()),
    ],
)
def test_the_cost_up_to_the_first_renewal_is_added_up_from_them(
    certification_id: str, lowest: int | None, unknown: tuple[str, ...]
) -> None:
    """$235 and $195; $195; $250 and $55; of the CMAC no page names any."""
    cost = cost_of(certification_id)

    assert (cost.lowest, cost.highest, cost.unknown) == (lowest, lowest, unknown)


@EACH
def test_the_questions_are_those_of_the_pages(certification_id: str) -> None:
    """No page that could be read gives any for the NACCM's and the ABMCN's exams."""
    found = values(
        rows_where("exams", certification_id=certification_id),
        *("question_count", "scored_question_count", "duration_minutes", "source_id"),
    )

    assert [one for one in found if one[0] is not None] == QUESTIONS[certification_id]
    assert [one for one in found if one[0] is None and one[2] is not None] == []


def test_another_try_at_the_cmcn_is_had_once() -> None:
    """After a second failure there is a wait of twelve months."""
    (row,) = rows_where("exams", certification_id="cmcn", source_id="abmcn_faqs")
    told = str(row["retake_text"]).lower()

    assert told.startswith("once")
    assert "twelve months" in told


@EACH
def test_renewal_takes_the_years_and_hours_of_the_pages(certification_id: str) -> None:
    """Each page with what it gives, and no more; none asks for hours of practice."""
    rows = rows_where("renewals", certification_id=certification_id)
    found = {
        row["source_id"]: values([row], "validity_years", "education_hours", "ethics_hours")[0]
        for row in rows
    }

    assert found == RENEWALS[certification_id]
    assert {row["practice_hours"] for row in rows} == {None}


@EACH
def test_the_windows_have_their_days(certification_id: str) -> None:
    """When to apply and when the exam is taken, as the page has it."""
    rows = rows_where("exam_windows", certification_id=certification_id)
    wanted = WINDOWS[certification_id]

    assert [row["window_id"] for row in rows] == list(wanted)
    for row in rows:
        apply, taken = wanted[str(row["window_id"])]
        assert [one for one in apply if one not in str(row["apply_text"])] == []
        assert [one for one in taken if one not in str(row["exam_time_text"])] == []


@pytest.mark.parametrize(("certification_id", "year"), [("cdms", "2026"), ("cmc", "2022")])
def test_days_of_one_year_say_of_which(certification_id: str, year: str) -> None:
    """They pass; a reader must ask for the new ones."""
    rows = rows_where("exam_windows", certification_id=certification_id)

    assert {row["window_years_text"] for row in rows} == {year}
    assert all(year in str(row["window_note"]) for row in rows)
    assert all("ask for" in str(row["window_note"]) for row in rows)


@EACH
def test_who_accredits_and_accepts_it_is_who_says_so(certification_id: str) -> None:
    """What no page names is a row without a name."""
    rows = rows_where("recognitions", certification_id=certification_id)
    unnamed = {row["recognition_id"] for row in rows if row["recognizer_name"] is None}

    assert (
        values(rows, "recognition_code", "recognition_id", "source_id")
        == RECOGNITIONS[certification_id]
    )
    assert unnamed <= {"not_found"}


def test_that_the_ncca_accredits_the_cdms_is_not_told_as_the_issuers_word() -> None:
    """It says no more than that it is nationally accredited."""
    (row,) = rows_where("recognitions", certification_id="cdms", recognition_id="ncca")

    assert source(str(row["source_id"])).standing_code == "secondary"
    assert "nationally accredited" in str(row["recognition_text"])


@EACH
def test_results_and_counts_were_looked_for_in_vain(certification_id: str) -> None:
    """No page that could be read gives any; each row says so."""
    (result,) = rows_where("exam_results", certification_id=certification_id)
    (count,) = rows_where("certified_counts", certification_id=certification_id)

    assert (result["pass_rate_pct"], count["certified_count"]) == (None, None)
    assert str(result["result_note"]).startswith("Not known")
    assert count["count_text"]


@EACH
def test_whom_to_ask_and_where_to_apply_is_told(certification_id: str) -> None:
    """A number or an address of the issuer, and a page of its own site."""
    rows = rows_where("contacts", certification_id=certification_id)
    told = {row["contact_code"]: row for row in rows}
    ask, host = CONTACTS[certification_id]

    assert list(told) == ["apply", "ask"]
    assert ask in str(told["ask"]["contact_text"])
    assert str(told["apply"]["contact_url"]).startswith(f"https://{host}/")


@pytest.mark.parametrize("certification_id", ["cdms", "cmc"])
def test_an_exam_whose_shares_nobody_gives_is_told_by_its_topics(
    certification_id: str,
) -> None:
    """Four each; the sentence has no gap where the shares would stand."""
    topics = rows_where("exam_topics", certification_id=certification_id)
    (told,) = [
        one.words for one in points_of(certification_id, "exam") if one.name == "exam_topics"
    ]

    assert len(topics) == 4
    assert {row["weight_pct"] for row in topics} == {None}
    assert told.lower().startswith(str(topics[0]["exam_topic_name"]))
    assert told.endswith("(shares not known).")


@EACH
def test_who_it_is_for_names_each_profession_once(certification_id: str) -> None:
    """With the reason that its page gives."""
    rows = rows_where("certification_audiences", certification_id=certification_id)
    bases = [str(row["base_code"]) for row in rows]

    assert (
        bases
        == {
            "cmac": [
                *("nurse", "social_worker", "counselor"),
                *("pharmacist", "human_services", "other"),
            ],
            "cdms": [
                *("nurse", "social_worker", "counselor"),
                *("pharmacist", "human_services", "other"),
            ],
            "cmc": ["nurse", "social_worker", "counselor", "human_services", "other"],
            "cmcn": ["nurse", "social_worker", "counselor"],
        }[certification_id]
    )


def test_nurses_and_others_get_different_letters_from_the_abmcn() -> None:
    """CMCN for nurses, CMCP for social workers and counselors: the words say so."""
    others = [
        str(row["audience_reason_text"])
        for row in rows_where("certification_audiences", certification_id="cmcn")
        if row["base_code"] != "nurse"
    ]

    assert len(others) == 2
    assert all("CMCP" in words for words in others)


def test_the_other_cmc_is_told_apart() -> None:
    """The AACN's is for nurses in cardiac care, and never stands alone."""
    (row,) = rows_where("name_clashes", certification_id="cmc")

    assert row["other_name"] == "Cardiac Medicine Certification"
    assert row["other_issuer_name"] == "American Association of Critical-Care Nurses"
    assert "CCRN-CMC" in str(row["told_apart_text"])
    assert row["source_id"] == "aacn_cmc_faqs"


@pytest.mark.parametrize("name", [*TABLES, "exam_topics", "certification_audiences"])
def test_no_row_on_the_four_rests_on_the_article(name: str) -> None:
    """The article names none of them."""
    rows = [row for row in table(name) if row["certification_id"] in THE_FOUR]

    assert "coursera_certified_case_manager" not in {row["source_id"] for row in rows}
    assert {source(str(row["source_id"])).accessed_date for row in rows} <= {
        date(2026, 11, 23),
        date(2026, 11, 28),
    }


def test_most_of_what_holds_of_the_four_is_the_issuers_own_word() -> None:
    """Where it is not, the row's source says so: these are all the pages of others."""
    others = {
        str(row["source_id"])
        for name in (*TABLES, "exam_topics")
        for row in table(name)
        if row["certification_id"] in THE_FOUR
        and not row.get("is_superseded")
        and source(str(row["source_id"])).standing_code == "secondary"
    }

    assert others == {"vivian_cdms", "retirement_living_care_managers", "pearsonvue_acma"}
