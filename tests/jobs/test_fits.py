"""Which credentials fit a job, and the honest word where none is made for it."""

import pytest

from casecert_data.catalog import table
from casecert_data.eligibility import certification_ids
from casecert_data.errors import UnknownNameError
from casecert_data.jobs import (
    INSTEAD,
    MADE_FOR,
    NOT_DESIGNED,
    POSSIBLE,
    REQUIRED_SOMEWHERE,
    answer_for,
    fits_of,
    gap_of,
    job_ids,
    jobs_for,
    other_credentials,
)

every_job = pytest.mark.parametrize("key", job_ids())
WITHOUT = {
    *("prison", "correctional", "juvenile", "legal", "child"),
    *("emergency_shelter", "homeless_shelter", "housing"),
}
"""Jobs for which the research found no national certification that is made for them."""


def of_kind(key: str, code: str) -> list[str]:
    """Return the letters of what fits a job in one way."""
    return [one.acronym for one in fits_of(key) if one.fit_code == code]


@every_job
def test_every_job_has_a_certification_that_fits_or_says_that_none_does(key: str) -> None:
    """No job is left without an answer."""
    fits = [*of_kind(key, MADE_FOR), *of_kind(key, POSSIBLE)]

    assert fits or gap_of(key) is not None


def test_the_jobs_without_a_certification_are_the_eight_that_were_found() -> None:
    """Justice, law, child welfare, shelters and housing."""
    assert {key for key in job_ids() if gap_of(key)} == WITHOUT


@pytest.mark.parametrize("key", sorted(WITHOUT))
def test_a_job_without_a_certification_has_none_that_is_made_for_it(key: str) -> None:
    """The two would contradict each other."""
    assert of_kind(key, MADE_FOR) == []
    assert answer_for(key).startswith("No national certification ")


@pytest.mark.parametrize("key", sorted(WITHOUT))
def test_a_job_without_a_certification_says_what_people_have_instead(key: str) -> None:
    """Not even "nothing" is left unsaid."""
    gap = gap_of(key)

    assert gap is not None
    assert gap.instead.startswith("People ")
    assert gap.instead in answer_for(key)


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("hospital", "Made for this work: ACM-RN, ACM-SW and CCM."),
        ("nursing", "Made for this work: CMGT-BC and CCM."),
        ("geriatric", "Made for this work: CMC and CCM."),
        ("health_insurance", "Made for this work: CCM and CMCN."),
        (
            "legal",
            (
                "No national certification for case managers fits this job. People hold a "
                "paralegal certification instead, or none: the work asks for no legal training."
            ),
        ),
        (
            "developmental_disability",
            (
                "No certification is made for this job alone. May fit, if a license or degree "
                "counts: CCM, C-SWCM and C-ASWCM."
            ),
        ),
    ],
)
def test_the_answer_says_it_in_short(key: str, answer: str) -> None:
    """What a counselor reads out."""
    assert answer_for(key) == answer


@pytest.mark.parametrize("key", ["prison", "correctional"])
def test_the_certification_for_corrections_with_the_same_letters_is_told_apart(
    key: str,
) -> None:
    """The Certified Corrections Manager is another CCM: full names, and a word on it."""
    double = [one for one in fits_of(key) if one.acronym == "CCM"]

    assert [(one.certification_id, one.fit_code) for one in double] == [
        ("ccm", NOT_DESIGNED),
        (None, INSTEAD),
    ]
    assert double[1].name == "Certified Corrections Manager (CCM)"
    assert "CCM too" in double[1].reason


@pytest.mark.parametrize(
    ("key", "credential"),
    [("child", "CWCM"), ("mental_health", "CBHCM"), ("clinical", "CBHCM")],
)
def test_what_one_state_asks_for_names_the_state(key: str, credential: str) -> None:
    """Florida's rules hold in Florida."""
    (asked,) = (one for one in fits_of(key) if one.fit_code == REQUIRED_SOMEWHERE)

    assert (asked.acronym, asked.place) == (credential, "Florida")
    assert "In Florida, " in answer_for(key)


@every_job
def test_only_a_rule_of_some_place_names_a_place(key: str) -> None:
    """And it always does."""
    for one in fits_of(key):
        assert bool(one.place) == (one.fit_code == REQUIRED_SOMEWHERE)


@every_job
def test_every_fit_gives_a_reason_a_name_and_a_source(key: str) -> None:
    """A verdict without a why helps nobody."""
    for one in fits_of(key):
        assert one.reason.endswith(".")
        assert one.name
        assert one.issuer
        assert one.source_ids
        assert (one.certification_id is None) != (one.other_credential_id is None)


@every_job
def test_what_fits_best_comes_first(key: str) -> None:
    """Made for it, then may fit, then the rest."""
    order = [MADE_FOR, POSSIBLE, NOT_DESIGNED, INSTEAD, REQUIRED_SOMEWHERE]
    found = [order.index(one.fit_code) for one in fits_of(key)]

    assert found == sorted(found)


@pytest.mark.parametrize("key", certification_ids())
def test_every_certification_fits_some_job(key: str) -> None:
    """One that fits none would have no place in the kit."""
    assert jobs_for(key)


def test_a_certifications_jobs_begin_with_those_that_it_is_made_for() -> None:
    """The CMC is written for care of older people, and may fit in home health."""
    assert [(one.job_type_id, one.fit_code) for one in jobs_for("cmc")] == [
        ("geriatric", MADE_FOR),
        ("home_health", POSSIBLE),
    ]
    assert [one.job_type_id for one in jobs_for("crc", fits=(NOT_DESIGNED,))] == ["legal"]


def test_fits_are_our_view_but_for_what_a_rule_asks_for() -> None:
    """No issuer has a list of job types."""
    bases = {(row["fit_code"], row["basis_code"]) for row in table("job_credentials")}

    assert {basis for code, basis in bases if code != REQUIRED_SOMEWHERE} == {"judgment"}
    assert {basis for code, basis in bases if code == REQUIRED_SOMEWHERE} == {"stated"}


def test_a_staffing_definition_is_not_called_a_certification() -> None:
    """42 CFR 483.430(a) defines who may coordinate a plan; nobody hands out a certificate."""
    (qidp,) = (one for one in other_credentials() if one.other_credential_id == "qidp")

    assert qidp.kind == "not a certification"
    assert qidp.words.startswith("Not a certification")


def test_every_other_credential_is_held_in_some_job() -> None:
    """Otherwise it would be shown nowhere."""
    held = {row["other_credential_id"] for row in table("job_credentials")}

    assert {one.other_credential_id for one in other_credentials()} <= held


def test_an_unknown_certification_names_the_nearest() -> None:
    """As everywhere."""
    with pytest.raises(UnknownNameError, match="ccm"):
        jobs_for("cccm")
