"""Points of a certification in words: what is so, who says so, and what nobody says."""

import re
from collections.abc import Callable

import pytest
from support.client_words import client_words
from support.reading_grade import reading_grade

from casecert_data.catalog import message_keys, rows_where, source, sources
from casecert_data.credentials import GROUPS, Point, points_of
from casecert_data.credentials._points import spell_time

Add = Callable[..., None]
CERTIFICATIONS = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
ADDRESS = "ask"
"""Key of the point that is a phone number or an address, written as it is."""

ALWAYS = {
    "apply": {"apply", "ask"},
    "exam": {"exam_form"},
    "dates": {"windows"},
    "keep": {"validity", "education"},
    "trust": {"accreditation", "pass_rate", "certified_count"},
}
"""What every certification tells in each group, if only that it is not known."""


def all_points(certification_id: str) -> list[Point]:
    """Return the points of every group."""
    return [point for group in GROUPS for point in points_of(certification_id, group)]


def point(certification_id: str, name: str) -> Point:
    """Return one point."""
    (found,) = [one for one in all_points(certification_id) if one.name == name]
    return found


def numbers(words: str) -> list[str]:
    """Return the numbers in words, as written."""
    return re.findall(r"\d[\d,.]*\d|\d", words)


# --- what holds of every point ----------------------------------------------------------


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_a_point_is_told_in_whole_sentences(certification_id: str) -> None:
    """Several of them run on in one line, so each begins and ends like a sentence."""
    points = all_points(certification_id)
    told = [one.words for one in points]

    assert [words for words in told if not words.endswith(".")] == []
    assert [one.words for one in points if one.words[0].islower() and one.name != ADDRESS] == []
    assert [words for words in told if re.search(r"\. [a-z]", words)] == []


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_a_point_holds_no_leftover_of_a_template(certification_id: str) -> None:
    """No brace without a word in it, no None, no second full stop or blank."""
    told = [text for one in all_points(certification_id) for text in (one.term, one.words)]

    assert all(told)
    assert [text for text in told if re.search(r"[{}]|None|\.\.|  |\( | \)", text)] == []


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_the_points_are_read_with_ease(certification_id: str) -> None:
    """Eight years of school are enough."""
    told = [one.words for one in all_points(certification_id) if one.name != ADDRESS]

    assert reading_grade(told) <= 8


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_a_point_names_who_says_so(certification_id: str) -> None:
    """Or, where it is not known, who was asked in vain; each once, and never the article."""
    for one in all_points(certification_id):
        assert one.source_ids
        assert len(set(one.source_ids)) == len(one.source_ids)
        assert set(one.source_ids) <= set(sources())
        assert "coursera_certified_case_manager" not in one.source_ids


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_what_is_not_known_is_said_so(certification_id: str) -> None:
    """First of all, and only there; whether it is published may be known."""
    for one in all_points(certification_id):
        begins = one.words.startswith(("Not known", "Not published"))

        assert begins == (not one.is_known)


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
@pytest.mark.parametrize("group", GROUPS)
def test_every_group_tells_what_people_ask_first(certification_id: str, group: str) -> None:
    """Each point once."""
    names = [one.name for one in points_of(certification_id, group)]

    assert ALWAYS[group] <= set(names)
    assert len(set(names)) == len(names)


def test_the_words_of_points_are_read_by_the_checks_of_words() -> None:
    """Promises and spelling are looked for in the tables and messages that points use."""
    read = {place for place, _ in client_words()}

    assert {"contacts.contact_text", "exams.form_text", "renewals.renewal_text"} <= read
    assert any(key.startswith("credential.point.") for key in message_keys())


def test_only_where_to_apply_has_an_address() -> None:
    """And that address is one of the issuer's own pages."""
    linked = [one for each in CERTIFICATIONS for one in all_points(each) if one.url]

    assert {one.name for one in linked} == {"apply"}
    assert len(linked) == len(CERTIFICATIONS)
    assert all(one.url.startswith("https://") for one in linked)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(60, "1 hour"), (180, "3 hours"), (210, "3.5 hours"), (90, "1.5 hours")],
)
def test_a_length_of_time_is_told_in_hours(minutes: int, words: str) -> None:
    """Nobody plans a morning in minutes."""
    assert spell_time(minutes) == words


# --- the facts, as research has them ----------------------------------------------------


@pytest.mark.parametrize(
    ("certification_id", "name", "found"),
    [
        ("ccm", "exam_form", ["3", "180", "150"]),
        ("cmgt_bc", "exam_form", ["3", "150"]),
        ("ccm", "validity", ["5"]),
        ("acm_rn", "validity", ["4"]),
        ("acm_sw", "validity", ["4"]),
        ("cmgt_bc", "validity", ["5"]),
        ("ccm", "education", ["80", "8"]),
        ("acm_rn", "education", ["40"]),
        ("acm_sw", "education", ["40"]),
        ("cmgt_bc", "education", ["75"]),
        ("acm_rn", "renewal", ["30"]),
        ("acm_sw", "renewal", ["30"]),
        ("ccm", "exam_topics", ["30", "12"]),
        ("ccm", "certified_count", ["42,000", "2017"]),
        ("cmgt_bc", "certified_count", ["1,488", "2013"]),
        ("cmgt_bc", "pass_rate", ["62.6", "206", "2013"]),
    ],
)
def test_a_point_has_the_numbers_of_its_sources(
    certification_id: str, name: str, found: list[str]
) -> None:
    """All of them and no other."""
    assert sorted(numbers(point(certification_id, name).words)) == sorted(found)


def test_more_than_a_number_is_told_as_more_than_it() -> None:
    """The page of 2017 rounds down; the count of 2013 is exact."""
    assert "more than" in point("ccm", "certified_count").words.lower()
    assert "more than" not in point("cmgt_bc", "certified_count").words.lower()


def test_only_the_newest_count_is_told() -> None:
    """The one of 2010 stays in the table."""
    assert point("ccm", "certified_count").source_ids == ("campagna_2017",)


def test_an_older_exam_is_not_told() -> None:
    """The outline of 2015 had 175 questions; a newer page gives 150."""
    assert "175" not in point("cmgt_bc", "exam_form").words
    assert "ancc_outline_2015" not in point("cmgt_bc", "exam_form").source_ids


def test_an_older_outline_is_told_with_its_age() -> None:
    """Where nothing newer was found, what is old is shown as old."""
    told = point("cmgt_bc", "exam_topics")

    assert "February 2015" in told.words
    assert "older" in told.words


def test_a_topic_without_a_share_is_named_with_that_gap() -> None:
    """Of the six domains of the CCM only two shares were seen as numbers."""
    told = point("ccm", "exam_topics").words
    named = [
        str(row["exam_topic_name"]) for row in rows_where("exam_topics", certification_id="ccm")
    ]

    assert [name for name in named if name not in told.lower()] == []
    assert "not known" in told


@pytest.mark.parametrize("certification_id", ["acm_rn", "acm_sw"])
@pytest.mark.parametrize("name", ["accreditation", "pass_rate", "certified_count"])
def test_what_was_not_found_of_the_acm_is_not_known(certification_id: str, name: str) -> None:
    """No number and no body was found, and the page that was asked is named."""
    assert not point(certification_id, name).is_known


def test_who_accepts_the_ccm_is_named() -> None:
    """Accreditation is one thing, acceptance another."""
    assert "(NCCA)" in point("ccm", "accreditation").words
    assert "Ohio" in point("ccm", "acceptance").words
    assert "Georgia" in point("ccm", "acceptance").words


@pytest.mark.parametrize(
    ("certification_id", "company"),
    [
        ("ccm", "Pearson VUE"),
        ("acm_rn", "Pearson VUE"),
        ("acm_sw", "Pearson VUE"),
        ("cmgt_bc", "Prometric"),
    ],
)
def test_the_company_that_gives_the_exam_is_named(certification_id: str, company: str) -> None:
    """The one of the newest page; the ACM's was another before."""
    assert company in point(certification_id, "delivery").words


# --- in a copy of the data --------------------------------------------------------------

OTHER_CCM = {"certification_id": "ccm", "source_id": "renewrn_ccm"}
OTHER_ACM = {"certification_id": "acm_rn", "source_id": "acma_info"}


def test_two_lengths_of_validity_are_both_told(add: Add) -> None:
    """As with fees, a conflict is shown."""
    add("renewals", **OTHER_CCM, validity_years=3)

    assert numbers(point("ccm", "validity").words) == ["3", "5"]


def test_a_superseded_length_of_validity_is_not_told(add: Add) -> None:
    """Nor is its source cited."""
    add("renewals", **OTHER_CCM, validity_years=3, is_superseded="yes")

    assert numbers(point("ccm", "validity").words) == ["5"]
    assert "renewrn_ccm" not in point("ccm", "validity").source_ids


def test_superseded_hours_of_education_are_not_told(add: Add) -> None:
    """History stays in the table, in this column as in every other."""
    add("renewals", **OTHER_CCM, education_hours=60, is_superseded="yes")

    assert numbers(point("ccm", "education").words) == ["80", "8"]
    assert "renewrn_ccm" not in point("ccm", "education").source_ids


def test_hours_of_education_that_two_give_are_told_once(add: Add) -> None:
    """Both sources are named."""
    add("renewals", **OTHER_ACM, education_hours=40)

    assert numbers(point("acm_rn", "education").words) == ["40"]
    assert set(point("acm_rn", "education").source_ids) == {"acma_recertification", "acma_info"}


def test_questions_that_two_give_are_told_once(add: Add) -> None:
    """A second page that agrees adds a source and no words."""
    add(
        "exams",
        certification_id="cmgt_bc",
        source_id="ancc_faqs",
        has_exam="yes",
        question_count=150,
    )

    assert sorted(numbers(point("cmgt_bc", "exam_form").words)) == ["150", "3"]


def test_whoever_gives_only_the_time_is_named(add: Add) -> None:
    """The words hold what that page says, so it is cited."""
    add("exams", **OTHER_ACM, has_exam="yes", duration_minutes=150)
    told = point("acm_rn", "exam_form")

    assert "2.5 hours" in told.words
    assert "acma_info" in told.source_ids


def test_a_pass_rate_without_a_count_is_told_without_one(add: Add) -> None:
    """Many pages give a rate and not how many sat."""
    add("exam_results", **OTHER_CCM, exam_result_id="2024", result_year=2024, pass_rate_pct=70)
    told = point("ccm", "pass_rate").words

    assert "70" in told
    assert "None" not in told


def test_the_best_source_is_told_first(add: Add) -> None:
    """What the issuer says of the form stands before what others say."""
    add("exams", certification_id="ccm", source_id="ccmc_faqs", form_text="Words of it")

    assert point("ccm", "exam_form").words.startswith("Words of it.")
    assert source("ccmc_faqs").standing_code == "primary"


# --- what is not the issuer's own word ---------------------------------------------------


def test_of_an_exam_that_there_is_not_nothing_is_unknown() -> None:
    """A list of "not known" would look as if there were one."""
    told = points_of("c_swcm", "exam")

    assert told[0].words.startswith("No exam of its own was found.")
    assert all(one.is_known for one in told)


def test_an_accreditation_that_only_another_page_names_says_so() -> None:
    """The issuer of the CDMS says "nationally accredited" and no more."""
    told = point("cdms", "accreditation").words

    assert "NCCA" in told
    assert "not the issuer" in told
    assert "nationally accredited" in told
