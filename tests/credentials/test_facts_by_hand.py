"""Exam, fees, renewal and standing of the article's four, against values read off by hand.

The nine others have files of their own beside this one.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from casecert_data.catalog import Row, rows_where, source, table
from casecert_data.eligibility import certification_ids

CERTIFICATIONS = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
TABLES = (
    *("contacts", "fees", "exams", "exam_windows", "renewals"),
    *("recognitions", "exam_results", "certified_counts"),
)
"""Every certification has a row in each of them, if only to say that nothing was found."""

# (kind, for whom, U.S. dollars, superseded, who says so); None: asked, and no amount given.
FEES = {
    "ccm": [
        ("application", "everyone", 235, False, "ccmc_faqs"),
        ("application", "everyone", 225, True, "ccmc_certification_faqs"),
        ("exam", "everyone", 195, False, "ccmc_faqs"),
        ("exam", "everyone", 195, True, "ccmc_certification_faqs"),
        ("retake", "everyone", 195, False, "ccmc_testing_information"),
        ("deferral", "everyone", 85, False, "ccmc_testing_information"),
        ("renewal", "everyone", 285, False, "ccmc_renewal_faqs"),
        ("renewal", "everyone", 275, False, "ccmc_renewal_faqs_copy"),
        ("renewal_by_exam", "everyone", 470, False, "ccmc_renewal_faqs"),
        ("late_renewal", "everyone", 175, False, "ccmc_renewal_faqs"),
        ("course_approval", "everyone", 15, False, "ccmc_renewal_faqs"),
        ("application", "discount", None, False, "ccmc_certification_faqs"),
    ],
    "acm_rn": [
        ("application_and_exam", "everyone", None, False, "acma_faq_hours"),
        ("retake", "everyone", None, False, "acma_retest"),
        ("renewal", "everyone", None, False, "acma_recertification"),
    ],
    "acm_sw": [
        ("application_and_exam", "everyone", None, False, "acma_faq_hours"),
        ("retake", "everyone", None, False, "acma_retest"),
        ("renewal", "everyone", None, False, "acma_recertification"),
    ],
    "cmgt_bc": [
        ("application_and_exam", "everyone", 395, False, "intelycare_case_management"),
        ("application_and_exam", "everyone", 395, False, "ancc_renewal_faqs"),
        ("application_and_exam", "member", 270, False, "testscorehelp_cmgt"),
        ("renewal", "everyone", None, False, "ancc_renewal_policy"),
    ],
}

# (certification, source): questions, of which scored, minutes, superseded.
QUESTIONS = {
    ("ccm", "renewrn_ccm"): (180, 150, 180, False),
    ("cmgt_bc", "intelycare_case_management"): (150, None, 180, False),
    ("cmgt_bc", "ancc_outline_2015"): (175, 150, None, True),
}

# Topic: percent of the exam; None where the share was not seen.
TOPICS: dict[str, dict[str, str | None]] = {
    "ccm": {
        "care_management": "30",
        "reimbursement": "12",
        "psychosocial": None,
        "quality": None,
        "rehabilitation": None,
        "ethical_legal": None,
    },
    "cmgt_bc": {
        "fundamentals": "26.9",
        "resource_management": "18.4",
        "quality_management": "13.9",
        "legal_ethics": "22.2",
        "health_education": "18.5",
    },
}

# Month of the exam: first and last day to apply.
WINDOWS = {
    "december": ("July 15", "October 15"),
    "april": ("November 1", "January 31"),
    "august": ("March 1", "May 31"),
}

# Source: years it is valid, hours of education, of these ethics.
RENEWALS = {
    "ccm": {"ccmc_stay_certified": (None, 80, 8), "ccmc_renewal_faqs": (5, None, None)},
    "acm_rn": {"acma_recertification": (4, 40, None)},
    "acm_sw": {"acma_recertification": (4, 40, None)},
    "cmgt_bc": {"ancc_renewal_policy": (5, None, None), "ancc_renewal_chart": (None, 75, None)},
}

# Year, people, whether there are more, who says so.
COUNTS = {
    "ccm": [
        (2010, 30144, False, "rehabpub_2010"),
        (2017, 42000, True, "campagna_2017"),
    ],
    "acm_rn": [(None, None, None, "acma_faq_hours")],
    "acm_sw": [(None, None, None, "acma_faq_hours")],
    "cmgt_bc": [(2013, 1488, False, "exampedia_cmgt")],
}


def of_the_four(name: str) -> list[Row]:
    """Return the rows of a table on the certifications that the article speaks of."""
    return [row for row in table(name) if row["certification_id"] in CERTIFICATIONS]


def values(rows: Sequence[Row], *columns: str) -> list[tuple[object, ...]]:
    """Return some columns of rows."""
    return [tuple(row[column] for column in columns) for row in rows]


@pytest.mark.parametrize("name", TABLES)
def test_every_certification_has_its_row(name: str) -> None:
    """What was looked for in vain is a row that says so, and not a gap."""
    assert {row["certification_id"] for row in table(name)} == set(certification_ids())


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_the_fees_are_those_of_the_pages(certification_id: str) -> None:
    """Each amount with its page; history and gaps are rows too."""
    found = values(
        rows_where("fees", certification_id=certification_id),
        *("fee_code", "applicant_code", "amount_usd", "is_superseded", "source_id"),
    )

    assert found == FEES[certification_id]


def test_a_fee_without_an_amount_says_why() -> None:
    """Somebody was asked, and what came of it stands beside the gap."""
    silent = [row for row in table("fees") if row["amount_usd"] is None]

    assert silent
    assert all(row["fee_note"] for row in silent)


def test_what_the_members_price_rests_on_is_told() -> None:
    """It is from an older page, and today's is not known."""
    (member,) = rows_where("fees", applicant_code="member")

    assert source(str(member["source_id"])).standing_code == "dated"
    assert "older" in str(member["fee_note"])


def test_an_early_exit_from_the_ancc_costs_140() -> None:
    """Of $395 the ANCC kept $140, in an example on its earlier site."""
    (row,) = rows_where("fees", certification_id="cmgt_bc", source_id="ancc_renewal_faqs")

    assert "$140" in str(row["fee_note"])


def test_the_questions_are_those_of_the_pages() -> None:
    """Counts, time, and which of them are history; no page gave any for the ACM."""
    found = {
        (row["certification_id"], row["source_id"]): values(
            [row],
            *("question_count", "scored_question_count", "duration_minutes", "is_superseded"),
        )[0]
        for row in of_the_four("exams")
        if row["question_count"] is not None
    }

    assert found == QUESTIONS


def test_no_time_is_given_without_questions() -> None:
    """Wherever a time was found, the same page gives the questions."""
    assert [
        (row["certification_id"], row["source_id"])
        for row in table("exams")
        if row["duration_minutes"] is not None and row["question_count"] is None
    ] == []


@pytest.mark.parametrize("certification_id", ["acm_rn", "acm_sw"])
def test_another_try_at_the_acm_follows_the_policy_of_2024(certification_id: str) -> None:
    """Three tries for each part in a calendar year, and six months for the part failed."""
    rows = rows_where("exams", certification_id=certification_id, source_id="acma_retest")
    told = str(rows[0]["retake_text"]).lower()

    assert len(rows) == 1
    assert "three" in told
    assert "year" in told
    assert "6 months" in told


@pytest.mark.parametrize("certification_id", TOPICS)
def test_the_weights_are_those_of_the_outlines(certification_id: str) -> None:
    """As percent of the exam; a share that was not seen stays empty."""
    found = {
        row["exam_topic_id"]: row["weight_pct"]
        for row in rows_where("exam_topics", certification_id=certification_id)
    }

    assert found == {
        topic: None if weight is None else Decimal(weight)
        for topic, weight in TOPICS[certification_id].items()
    }


def test_a_whole_outline_adds_up_to_the_whole_exam() -> None:
    """But for rounding; one with gaps stays below."""
    sums = {key: sum(Decimal(one or 0) for one in of.values()) for key, of in TOPICS.items()}

    assert sums == {"ccm": 42, "cmgt_bc": Decimal("99.9")}


def test_the_outlines_are_dated() -> None:
    """The CCM's is of August 2025; the one of 2015 is history."""
    found = {
        (row["certification_id"], row["outline_date"], row["is_superseded"])
        for row in of_the_four("exam_topics")
    }

    assert found == {
        ("ccm", date(2025, 8, 1), False),
        ("cmgt_bc", date(2015, 2, 6), True),
    }


@pytest.mark.parametrize("window", WINDOWS)
def test_a_window_of_the_ccm_has_its_days(window: str) -> None:
    """Month of the exam, first and last day to apply."""
    (row,) = rows_where("exam_windows", certification_id="ccm", window_id=window)

    assert str(row["exam_time_text"]).lower() == window
    assert [str(row["apply_text"]).find(day) >= 0 for day in WINDOWS[window]] == [True, True]
    assert row["source_id"] == "ccmc_window_timeline"


def test_the_windows_of_the_ccm_say_of_which_years_they_are() -> None:
    """They are over; a reader must ask for the new ones."""
    rows = rows_where("exam_windows", certification_id="ccm")

    assert len(rows) == len(WINDOWS)
    assert all("2025" in str(row["window_note"]) for row in rows)
    assert all("sk for" in str(row["window_note"]) for row in rows)


def test_the_window_of_the_ancc_is_120_days() -> None:
    """As of 2020; an older page says 90."""
    (row,) = rows_where("exam_windows", certification_id="cmgt_bc", window_id="testing_time")

    assert "120" in str(row["exam_time_text"])
    assert "2020" in str(row["apply_text"])
    assert "90" in str(row["apply_text"])


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_renewal_takes_the_years_and_hours_of_the_pages(certification_id: str) -> None:
    """Each page with what it gives, and no more."""
    found = {
        row["source_id"]: values([row], "validity_years", "education_hours", "ethics_hours")[0]
        for row in rows_where("renewals", certification_id=certification_id)
    }

    assert found == RENEWALS[certification_id]


def test_no_page_asks_for_hours_of_practice() -> None:
    """None was found that does; an empty cell is not zero hours."""
    assert {row["practice_hours"] for row in table("renewals")} == {None}


def test_the_ccm_is_renewed_before_the_end_of_may_or_november() -> None:
    """Its certificates end on the last day of either."""
    (told,) = [
        str(row["renewal_window_text"])
        for row in rows_where("renewals", certification_id="ccm")
        if row["renewal_window_text"]
    ]

    assert all(day in told for day in ("March 1", "May 31", "September 1", "November 30"))


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_the_counts_of_holders_are_those_of_the_pages(certification_id: str) -> None:
    """With their year; none was found for the ACM."""
    found = values(
        rows_where("certified_counts", certification_id=certification_id),
        *("count_year", "certified_count", "is_more_than", "source_id"),
    )

    assert found == COUNTS[certification_id]


def test_the_one_published_result_is_that_of_2013() -> None:
    """206 sat and 129 passed, which is the rate that stands beside them."""
    (row,) = [row for row in table("exam_results") if row["pass_rate_pct"] is not None]

    assert row["certification_id"] == "cmgt_bc"
    assert values([row], "result_year", "candidate_count", "passed_count") == [(2013, 206, 129)]
    assert row["pass_rate_pct"] == Decimal("62.6") == round(Decimal(129) / 206 * 100, 1)


def test_a_row_without_a_result_or_a_count_says_why() -> None:
    """Not published is one thing, not found another."""
    results = [row for row in table("exam_results") if row["pass_rate_pct"] is None]
    counts = [row for row in table("certified_counts") if row["certified_count"] is None]
    # Only the ANCC published a rate; holders of the CCM and of the ANCC's were counted.
    of_results, of_counts = (
        {str(row["certification_id"]) for row in rows} for rows in (results, counts)
    )

    assert of_results == {*certification_ids()} - {"cmgt_bc"}
    assert of_counts == {*certification_ids()} - {"ccm", "cmgt_bc"}
    assert all(row["result_note"] for row in results)
    assert all(row["count_text"] for row in counts)


def test_the_ccm_is_accredited_and_accepted_by_those_who_say_so() -> None:
    """The issuer says the one; two states say the other."""
    found = values(
        rows_where("recognitions", certification_id="ccm"),
        *("recognition_code", "recognition_id", "source_id"),
    )

    assert found == [
        ("accreditation", "ncca", "ccmc_renewal"),
        ("acceptance", "ohio", "ohio_bwc_providers"),
        ("acceptance", "georgia", "georgia_board_rule_200_1"),
    ]


@pytest.mark.parametrize("certification_id", ["acm_rn", "acm_sw", "cmgt_bc"])
def test_no_accreditation_is_claimed_that_no_page_names(certification_id: str) -> None:
    """What we believe is no source."""
    (row,) = rows_where("recognitions", certification_id=certification_id)

    assert (row["recognition_code"], row["recognizer_name"]) == ("accreditation", None)
    assert row["recognition_text"]


@pytest.mark.parametrize(
    ("certification_id", "ask", "host"),
    [
        ("ccm", "856-380-6836", "yourcommission.org"),
        ("acm_rn", "certification@acmaweb.org", "www.acmaweb.org"),
        ("acm_sw", "certification@acmaweb.org", "www.acmaweb.org"),
        ("cmgt_bc", "1-800-284-2378", "www.nursingworld.org"),
    ],
)
def test_whom_to_ask_and_where_to_apply_is_told(
    certification_id: str, ask: str, host: str
) -> None:
    """A number or an address of the issuer, and a page of its own site."""
    rows = rows_where("contacts", certification_id=certification_id)
    told = {row["contact_code"]: row for row in rows}

    assert list(told) == ["apply", "ask"]
    assert ask in str(told["ask"]["contact_text"])
    assert str(told["apply"]["contact_url"]).startswith(f"https://{host}/")


@pytest.mark.parametrize("name", [one for one in TABLES if one != "contacts"])
def test_both_parts_of_the_acm_are_told_alike(name: str) -> None:
    """One certification for two professions: only the words for these differ."""

    def plain(row: Row) -> dict[str, object]:
        return {
            column: value.replace("social workers", "nurses")
            if isinstance(value, str)
            else value
            for column, value in row.items()
            if column != "certification_id"
        }

    nurses, social_workers = (
        [plain(row) for row in rows_where(name, certification_id=key)]
        for key in ("acm_rn", "acm_sw")
    )

    assert nurses == social_workers


@pytest.mark.parametrize("name", [*TABLES, "exam_topics"])
def test_no_row_on_exam_or_fees_rests_on_the_article(name: str) -> None:
    """The article says nothing of them; whoever does is another page, read on its day."""
    sources = {str(row["source_id"]) for row in table(name)}
    of_the_four_read = {str(row["source_id"]) for row in of_the_four(name)}

    assert "coursera_certified_case_manager" not in sources
    assert {source(one).accessed_date for one in of_the_four_read} == {date(2026, 11, 23)}


def test_most_of_what_holds_is_the_issuers_own_word() -> None:
    """Where it is not, the row's source says so: these are all the pages of others."""
    others = {
        str(row["source_id"])
        for name in (*TABLES, "exam_topics")
        for row in of_the_four(name)
        if not row.get("is_superseded")
        and source(str(row["source_id"])).standing_code == "secondary"
    }

    assert others == {
        *("renewrn_ccm", "careeremployer_ccm", "pearsonvue_acma"),
        *("intelycare_case_management", "ancc_renewal_chart"),
    }
