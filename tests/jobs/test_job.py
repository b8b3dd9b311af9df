"""What a job type is, and how job types are found."""

import pytest

from casecert_data.catalog import rows_where, table
from casecert_data.errors import UnknownNameError
from casecert_data.jobs import job, job_ids, jobs_where, options_of

every_job = pytest.mark.parametrize("key", job_ids())


def test_there_are_the_seventeen_jobs_of_the_article_in_its_order() -> None:
    """Counted and copied by hand from the article's list."""
    assert job_ids() == (
        *("hospital", "nursing", "clinical", "medical", "home_health", "prison"),
        *("correctional", "juvenile", "legal", "child", "geriatric", "emergency_shelter"),
        *("homeless_shelter", "housing", "mental_health", "developmental_disability"),
        "health_insurance",
    )


@every_job
def test_every_job_says_what_it_is_where_for_whom_and_who_does_it(key: str) -> None:
    """A counselor asks these four things of any job."""
    of = job(key)

    assert of.work.endswith(".")
    assert of.places
    assert of.populations
    assert any(one.is_usual for one in of.bases)


@every_job
def test_the_usual_professions_come_first(key: str) -> None:
    """What most people in the job come from is read first."""
    usual = [one.is_usual for one in job(key).bases]

    assert usual == sorted(usual, reverse=True)


@every_job
def test_an_overlap_is_told_on_both_of_its_jobs(key: str) -> None:
    """Whoever looks at shelters must hear of the other kind of shelter, from either side."""
    for one in job(key).overlaps:
        assert key in {other.job_type_id for other in job(one.job_type_id).overlaps}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("prison", "correctional"),
        ("emergency_shelter", "homeless_shelter"),
        ("nursing", "hospital"),
        ("clinical", "mental_health"),
        ("medical", "hospital"),
    ],
)
def test_jobs_that_are_nearly_one_are_named_together(one: str, other: str) -> None:
    """The article lists them apart; roles and places stand side by side in its list."""
    assert other in {near.job_type_id for near in job(one).overlaps}


@pytest.mark.parametrize("key", ["nursing", "clinical", "medical", "legal"])
def test_a_name_that_says_too_little_is_explained(key: str) -> None:
    """Three name a role, and in a law firm a case is a lawsuit."""
    assert job(key).note


def test_a_law_firms_cases_are_told_apart_from_case_management() -> None:
    """The word is the same, the work is not."""
    assert "lawsuit" in job("legal").note


def test_jobs_are_found_by_place_people_profession_and_sector() -> None:
    """All that is given must hold."""
    assert jobs_where(sector="justice") == ("prison", "correctional", "juvenile")
    assert jobs_where(population="older_adults") == ("home_health", "geriatric")
    assert jobs_where(setting="prison", base="counselor") == ("prison", "correctional")
    assert jobs_where() == job_ids()


def test_a_choice_that_no_job_fits_finds_nothing() -> None:
    """An empty answer is an answer."""
    assert jobs_where(setting="law_firm", sector="justice") == ()


@pytest.mark.parametrize("name", ["setting", "population", "base", "sector"])
def test_every_choice_that_is_offered_finds_a_job(name: str) -> None:
    """A choice that leads nowhere would look like a gap in the facts."""
    assert options_of(name)
    for code in options_of(name):
        assert jobs_where(**{name: code})


@pytest.mark.parametrize("name", ["setting", "population", "base", "sector"])
def test_every_job_is_found_by_some_choice(name: str) -> None:
    """Nothing can be reached only by knowing its name."""
    found = {key for code in options_of(name) for key in jobs_where(**{name: code})}

    assert found == set(job_ids())


def test_an_unknown_job_names_the_nearest() -> None:
    """A misspelt key must not end in a traceback."""
    with pytest.raises(UnknownNameError, match=r"'prisn'\. Did you mean 'prison'"):
        job("prisn")


def test_an_unknown_place_names_the_nearest() -> None:
    """The same for what jobs are found by."""
    with pytest.raises(UnknownNameError, match="Did you mean 'hospital'"):
        jobs_where(setting="hospitl")


def test_an_unknown_filter_names_the_known_ones() -> None:
    """Four ways lead to a job."""
    with pytest.raises(UnknownNameError, match="setting, population, base, sector"):
        options_of("salary")


def test_federal_rules_name_nurses_and_social_workers_for_discharge_planning() -> None:
    """42 CFR 482.43: the two professions, and other suitable staff."""
    rows = rows_where("job_bases", job_type_id="hospital", source_id="cfr_482_43")

    assert {(row["base_code"], row["commonness_code"]) for row in rows} == {
        ("nurse", "usual"),
        ("social_worker", "usual"),
        ("human_services", "possible"),
    }


def test_what_no_source_says_is_marked_as_ours() -> None:
    """Where the table says "stated", the row's own source says it; overlaps are all ours."""
    assert {row["basis_code"] for row in table("job_overlaps")} == {"judgment"}
