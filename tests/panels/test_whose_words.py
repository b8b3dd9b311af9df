"""Whose words the compare panel follows, and where two pages differ."""

import re
from itertools import product
from typing import Any

import pytest
from support.shown import words_of, words_shown

from casecert_data import decide
from casecert_data.catalog import say
from casecert_data.credentials import differences_of
from casecert_data.eligibility import certification_ids, needs_of, read_rule, rule_edition_of
from casecert_data.panels import ComparePanel
from casecert_data.panels._compare_view import Column
from casecert_data.panels._difference_view import DifferencesView
from casecert_data.profiles import EDITIONS
from casecert_data.rosters import read_roster
from casecert_data.shipped import data_folder

ON = "2026-11-23"
SAMPLE = read_roster(data_folder() / "samples" / "class.csv").rows


def opened(**changes: Any) -> ComparePanel:
    """Open the panel on a fixed day, on what comes first for whoever is asked about."""
    return ComparePanel(**{"opens_on": "R-014", "on": ON} | changes)


def column(panel: ComparePanel, certification_id: str) -> Column:
    """Return what the panel says of one certification."""
    return next(one for one in panel.columns if one.certification_id == certification_id)


def differing(of: Column) -> dict[str, DifferencesView]:
    """Return the differences of a column, by the heading they stand under."""
    parts: list[Any] = [*(need for need in of.needs if need), *of.takes]
    return {one.title: one.differences for one in parts if one.differences}


def test_the_issuers_words_come_first() -> None:
    """The article is second-hand; whoever wants its words asks for them."""
    panel = opened()

    assert panel.edition.value == "issuer"
    assert [label for label, _ in panel.edition.options] == ["Issuer", "Article"]


def test_changing_whose_words_works_the_answer_out_anew() -> None:
    """Sixteen months are enough for the article, and hours are what the issuer counts."""
    panel = opened(certifications=["acm_rn"])
    before = panel.html
    panel.edition.value = "article"

    assert panel.answer == decide(
        panel.profile, on=ON, certifications=["acm_rn"], edition="article"
    )
    assert column(panel, "acm_rn").outcome == "met"
    assert panel.html != before
    panel.edition.value = "issuer"
    assert panel.html == before


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.person_id)
def test_every_sample_opens_in_either_edition(row: Any, edition: str) -> None:
    """The panel adds nothing to what `decide` says in the words that were asked for."""
    panel = opened(opens_on=row.person_id, edition=edition)

    assert panel.fault is None
    assert panel.answer == decide(
        row.profile, on=ON, edition=edition, certifications=panel.certifications.value
    )


@pytest.mark.parametrize(
    ("edition", "certification_id"), list(product(EDITIONS, certification_ids()))
)
def test_a_column_says_whose_words_it_follows(edition: str, certification_id: str) -> None:
    """Where the issuer's rule could not be read, the article's stands and says so."""
    of = column(opened(edition=edition, certifications=[certification_id]), certification_id)
    used = rule_edition_of(certification_id, edition)

    assert of.tag.name == used
    assert bool(of.stands_in) is (used != edition)


def test_words_that_stand_in_are_said_in_a_plain_sentence() -> None:
    """Nobody should take the article's words for the issuer's."""
    panel = opened(certifications=["cmgt_bc"])
    words = words_of(panel.html)

    assert say("shown.stands_in.article", issuer="ANCC") in words
    assert words[words.index(say("shown.stands_in.article", issuer="ANCC")) - 1] == "Article"
    panel.edition.value = "article"
    assert say("shown.stands_in.article", issuer="ANCC") not in words_of(panel.html)


@pytest.mark.parametrize(
    ("edition", "certification_id"), list(product(EDITIONS, certification_ids()))
)
def test_every_difference_stands_where_its_requirement_stands(
    edition: str, certification_id: str
) -> None:
    """One that belongs to no need and not to the exam would be shown nowhere."""
    of = column(opened(edition=edition, certifications=[certification_id]), certification_id)
    shown = [one.name for found in differing(of).values() for one in found.differences]

    assert sorted(shown) == sorted(one.name for one in differences_of(certification_id))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.person_id)
def test_a_difference_is_open_where_it_changes_the_outcome(row: Any, edition: str) -> None:
    """Open exactly where the two editions come to different outcomes for this person."""
    panel = opened(opens_on=row.person_id, edition=edition)
    other = decide(
        row.profile,
        on=ON,
        edition=next(one for one in EDITIONS if one != edition),
        certifications=panel.certifications.value,
    )
    expected = set()
    for mine, its in zip(panel.answer.decisions, other.decisions, strict=True):
        outcomes = [
            {need.id: need.outcome for need in needs_of(_rule(one), one)} for one in (mine, its)
        ]
        expected |= {
            f"differences-{mine.certification_id}-{need}"
            for need in outcomes[0]
            if outcomes[0][need] != outcomes[1][need]
        }

    assert set(re.findall(r'data-name="(differences-[^"]+)" open', panel.html)) == expected


def _rule(decision: Any) -> Any:
    return read_rule(decision.certification_id, edition=decision.rule_edition)


def test_the_outcome_by_the_other_words_is_said() -> None:
    """A difference that matters is told with what it does."""
    words = words_of(opened(certifications=["acm_rn"]).html)
    at = words.index(say("panel.differences.by.article"))

    assert words[at + 1] == say("outcome.met")


def test_for_nobody_no_difference_is_open() -> None:
    """Without a person there is no outcome that could differ."""
    html = opened(opens_on="").html

    assert "<details" in html
    assert " open>" not in html


def test_a_difference_is_two_tagged_rows() -> None:
    """Neither page overwrites the other."""
    found = differing(column(opened(), "acm_rn"))["Work"].differences[0]
    words = words_of(opened(certifications=["acm_rn"]).html)

    assert [side.tag.words for side in found.sides] == ["Article", "Issuer"]
    at = words.index(found.sides[0].text)
    assert words[at - 1] == "Article"
    assert "Issuer" in words[at + 1 : at + 4]


def test_a_page_that_is_not_the_issuers_is_not_called_so() -> None:
    """Somebody else's page can differ, but it cannot refuse."""
    found = differing(column(opened(), "cmgt_bc"))["Work"].differences[0]

    assert [side.tag.words for side in found.sides] == ["Article", "Other page"]


def test_an_old_page_of_the_issuers_is_still_its_own() -> None:
    """What the issuer wrote in 2018 is the issuer's word, if an old one."""
    found = differing(column(opened(), "ccm"))["Background"].differences
    tags = [
        one.sides[1].tag.words
        for one in found
        if "ccmc_know_before_2018" in one.sides[1].cited.source_ids
    ]

    assert tags == ["Issuer"]


def test_a_difference_says_how_sure_it_is() -> None:
    """Two copies of a page are less than the page."""
    found = differing(column(opened(), "acm_rn"))["Work"].differences[0]

    assert "Fairly sure." in found.note


def test_what_changes_no_outcome_comes_after_what_does() -> None:
    """The list that opens by itself holds what it opened for."""
    found = differing(column(opened(), "acm_rn"))["Work"]
    judged = [one.name for one in differences_of("acm_rn", judged_only=True)]

    assert [one.name for one in found.first] == judged
    assert {*found.first, *found.rest} == {*found.differences}


def test_a_difference_that_concerns_somebody_else_comes_after() -> None:
    """To a social worker without a license it is no matter which licenses count."""
    found = differing(column(opened(opens_on="R-022", certifications=["ccm"]), "ccm"))[
        "Background"
    ]
    practice = [one.name for one in found.first]

    assert found.other is not None
    assert practice == [
        one.name for one in differences_of("ccm") if one.criterion_id == "field_experience"
    ]
    assert len(found.rest) == len(found.differences) - 1


def test_where_no_difference_changes_an_outcome_all_are_told_at_once() -> None:
    """A list in a list that is otherwise empty would only be one click more."""
    found = differing(column(opened(), "cmgt_bc"))["Exam"]

    assert found.first == found.differences
    assert found.rest == ()


def test_the_exams_differences_stand_beside_the_exam() -> None:
    """The letters of a certification are no requirement."""
    assert "Exam" in differing(column(opened(), "cmgt_bc"))


def test_a_question_that_settles_nothing_is_not_asked() -> None:
    """To whom the issuer must say whether a license counts, no other answer helps."""
    panel = opened(opens_on="R-013", certifications=["ccm"])

    assert panel.answer.decisions[0].next_question is not None
    assert column(panel, "ccm").question == ""
    assert say("panel.compare.ask") not in words_shown(panel.widget)
    assert panel.sentence == "On the CCM the issuer must say."


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.person_id)
def test_the_first_sentence_and_the_columns_agree(row: Any) -> None:
    """A question is asked where the sentence speaks of answers, and nowhere else."""
    panel = opened(opens_on=row.person_id)
    for edition, certification_id in product(EDITIONS, panel.certifications.value):
        panel.edition.value = edition
        panel.certifications.value = [certification_id]
        of = panel.columns[0]
        if panel.answer.decisions[0].held:
            assert of.question == ""
        elif of.outcome == "unknown":
            assert bool(of.question) is bool(re.search(r"\banswers?\b", panel.sentence))
            assert ("one answer" in panel.sentence) is ("One answer is missing" in of.why)
            assert ("issuer must say" in panel.sentence) is ("Ask the" in of.why)


def test_totals_that_have_aged_are_no_matter_for_the_issuer() -> None:
    """It was stated a year ago; nobody but the client can say what has come since."""
    panel = opened(opens_on="R-027", certifications=["ccm"])

    assert panel.sentence == "The CCM depends on totals that may have changed."


def test_each_row_of_the_columns_has_its_place() -> None:
    """The columns are lined up row by row: each has as many parts as it announces."""
    for edition, person in product(EDITIONS, ("", "R-014", "R-013")):
        html = opened(edition=edition, opens_on=person).html
        sections = html.split("<section ")[1:]
        announced = [int(re.findall(r"--rows:(\d+)", one)[0]) for one in sections]

        assert [_parts(one) for one in sections] == announced
        assert len(set(announced)) == 1


def _parts(section: str) -> int:
    depth = found = 0
    for tag in re.findall(r"<(/?)div\b", section.partition("</section>")[0]):
        found += depth == 0 and not tag
        depth += -1 if tag else 1
    return found
