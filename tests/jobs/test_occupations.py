"""Occupations of a job type: the bridge, pay and outlook, against the sources by hand."""

from decimal import Decimal

import pytest

from casecert_data.catalog import table
from casecert_data.jobs import (
    ALL_OCCUPATIONS,
    all_occupations,
    job_ids,
    jobs_in,
    occupations_of,
    pay_label,
    pay_rows,
)

every_job = pytest.mark.parametrize("key", job_ids())

# Typed off the printed notes on the workbook of May 2025, not read by the code that made the
# table: employment, its error, 10th, 25th, median, 75th, 90th percentile, mean.
PAY = {
    "00-0000": (155495730, "0", 31200, 37590, 50980, 80520, 128560, 69770),
    "11-9111": (597080, "0.6", 73390, 94700, 123860, 166100, 224340, 140970),
    "21-1015": (94740, "2", 35060, 38770, 46850, 59260, 77170, 51820),
    "21-1018": (491930, "1", 38940, 47100, 59350, 76530, 97590, 64440),
    "21-1019": (28580, "5.2", 36240, 43680, 50860, 66520, 91940, 58210),
    "21-1021": (392550, "0.7", 42280, 48270, 59550, 76070, 95530, 64000),
    "21-1022": (187630, "1.1", 46220, 56710, 67880, 82240, 100360, 71790),
    "21-1023": (132810, "1.8", 39740, 47070, 60280, 79730, 104170, 68030),
    "21-1029": (62930, "1.7", 43620, 51900, 71900, 97040, 115610, 75910),
    "21-1092": (89390, "0.3", 46840, 54250, 66270, 84780, 107790, 73130),
    "21-1093": (437860, "0.9", 34200, 38150, 45930, 54350, 63290, 47690),
    "21-1099": (107730, "1.4", 37310, 45920, 56730, 69910, 84210, 59590),
    "23-2011": (392880, "1.6", 44740, 50340, 62890, 80080, 101500, 69700),
    "29-1141": (3379720, "0.3", 68940, 80330, 97550, 112350, 137470, 101420),
    "43-4061": (154800, "0.7", 38900, 45910, 54210, 63610, 74690, 56090),
    "43-6012": (156280, "3.1", 36500, 44450, 55570, 71970, 91730, 60620),
}
# The same for the projections: jobs in 2025 and 2035, growth, openings, education.
OUTLOOK = {
    "11-9111": (640400, 795500, "24.2", 62300, "bachelor"),
    "21-1015": (96900, 99000, "2.2", 8200, "master"),
    "21-1018": (533400, 631400, "18.4", 50500, "master"),
    "21-1019": (49800, 52700, "5.9", 4300, "master"),
    "21-1021": (405100, 422900, "4.4", 33900, "bachelor"),
    "21-1022": (194800, 211300, "8.5", 16900, "master"),
    "21-1023": (138900, 153200, "10.3", 12500, "master"),
    "21-1029": (77400, 79200, "2.3", 5800, "bachelor"),
    "21-1092": (93700, 96500, "3", 7900, "bachelor"),
    "21-1093": (463400, 497600, "7.4", 48900, "high school"),
    "21-1099": (118600, 125200, "5.5", 11600, "bachelor"),
    "23-2011": (404900, 403800, "-0.3", 40800, "associate"),
    "29-1141": (3465400, 3660100, "5.6", 180800, "bachelor"),
    "43-4061": (162800, 165300, "1.6", 12700, "high school"),
    "43-6012": (157600, 149300, "-5.2", 18100, "high school"),
}


@pytest.mark.parametrize("row", table("occupation_pay"), ids=lambda row: row["soc_code"])
def test_every_figure_on_pay_equals_its_source(row: dict[str, object]) -> None:
    """One wrong digit would mislead every page."""
    columns = (
        *("employment", "employment_rse_pct", "p10_usd", "p25_usd", "median_usd"),
        *("p75_usd", "p90_usd", "mean_usd"),
    )
    employment, error, *amounts = PAY[str(row["soc_code"])]

    assert [row[one] for one in columns] == [employment, Decimal(str(error)), *amounts]
    assert row["vintage"] == "May 2025"


@pytest.mark.parametrize("row", table("occupation_outlook"), ids=lambda row: row["soc_code"])
def test_every_figure_on_the_outlook_equals_its_source(row: dict[str, object]) -> None:
    """The same for what is expected."""
    first, last, growth, openings, education = OUTLOOK[str(row["soc_code"])]

    assert (row["employment_from"], row["employment_to"]) == (first, last)
    assert row["growth_pct"] == Decimal(str(growth))
    assert row["annual_openings"] == openings
    assert str(row["entry_education_text"]).startswith(str(education))
    assert (row["from_year"], row["to_year"]) == (2025, 2035)


@pytest.mark.parametrize("row", table("occupation_outlook"), ids=lambda row: row["soc_code"])
def test_the_growth_agrees_with_the_jobs_at_both_ends(row: dict[str, object]) -> None:
    """The source rounds jobs to hundreds and growth to a tenth."""
    first, last = int(str(row["employment_from"])), int(str(row["employment_to"]))
    rounding = 100 * 100 / first + 0.05

    assert abs(100 * (last - first) / first - float(str(row["growth_pct"]))) <= rounding


def test_every_occupation_has_pay_and_is_used() -> None:
    """Nothing is carried that no page needs."""
    codes = {row["soc_code"] for row in table("occupations")}

    assert codes == {row["soc_code"] for row in table("occupation_pay")}
    assert codes - {ALL_OCCUPATIONS} == {row["soc_code"] for row in table("job_occupations")}


def test_what_is_expected_of_all_occupations_is_left_open() -> None:
    """No page that can be cited was read for it."""
    assert all_occupations().outlook is None


@pytest.mark.parametrize("onet", ["21-1011.00", "21-1014.00"])
def test_a_code_of_the_onet_database_is_never_cut(onet: str) -> None:
    """Pay is published for both counselors together, as 21-1018; 21-1014 has none."""
    rows = [row for row in table("job_occupations") if row["onet_soc_code"] == onet]

    assert rows
    assert {row["soc_code"] for row in rows} == {"21-1018"}


def test_the_two_counselors_of_mental_health_are_one_occupation() -> None:
    """They share one figure, so it is shown once, with both reasons."""
    social_workers, counselors = occupations_of("mental_health")

    assert social_workers.soc_code == "21-1023"
    assert counselors.soc_code == "21-1018"
    assert [one.onet_soc_code for one in counselors.evidence] == ["21-1014.00", "21-1011.00"]


@every_job
def test_every_job_is_counted_somewhere_the_nearest_first(key: str) -> None:
    """And why is said each time."""
    found = occupations_of(key)
    nearest = [one.is_nearest for one in found]

    assert nearest[0]
    assert nearest == sorted(nearest, reverse=True)
    assert all(it.reason.endswith(".") for one in found for it in one.evidence)


@pytest.mark.parametrize(
    ("key", "onet", "title"),
    [
        ("hospital", "29-1141.00", "RN Case Manager (Registered Nurse Case Manager)"),
        ("medical", "21-1022.00", "Medical Case Manager"),
        ("prison", "21-1092.00", "Correctional Case Manager"),
        ("mental_health", "21-1023.00", "Mental Health Case Manager"),
        ("housing", "43-4061.00", "Housing Specialist"),
    ],
)
def test_the_title_that_speaks_for_an_occupation_is_the_databases_own(
    key: str, onet: str, title: str
) -> None:
    """Copied by hand from the alternate titles of release 27.0."""
    found = [it for one in occupations_of(key) for it in one.evidence]

    assert (onet, title) in {(it.onet_soc_code, it.title) for it in found}


def test_guards_are_not_counted_as_case_managers() -> None:
    """33-3012 is custody, 43-9041 is clerical."""
    assert jobs_in("33-3012") == ()
    assert jobs_in("43-9041") == ()


def test_pay_and_outlook_are_told_in_words() -> None:
    """With the month of the survey, and growth below 0 as what it is."""
    paralegals = occupations_of("legal")[0]

    assert paralegals.pay is not None
    assert paralegals.outlook is not None
    assert paralegals.pay.words == (
        "Half earn $62,890 a year or less; eight in ten earn between $44,740 and $101,500 "
        "(May 2025)."
    )
    assert paralegals.outlook.words == (
        "From 2025 to 2035, jobs are expected to shrink by 0.3%, with about 40,800 openings a "
        "year. Usual education at the start: associate degree."
    )


def test_the_label_of_every_figure_says_whose_it_is() -> None:
    """No statistic is about case managers alone."""
    assert pay_label() == "Of the parent occupation, not of case managers alone."


@every_job
def test_rows_for_a_chart_end_with_all_occupations(key: str) -> None:
    """There is always something to compare with."""
    rows = pay_rows(key)

    assert [row["is_compared"] for row in rows] == [False] * (len(rows) - 1) + [True]
    assert rows[-1]["median_usd"] == 50980
