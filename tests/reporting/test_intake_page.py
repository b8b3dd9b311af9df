"""The form to fill in by hand: each question once, room for each answer, none for a name."""

import io
import re

import pdfplumber
import pikepdf
import pytest
from support.page_words import all_text, intake, section, sections, sentences, words
from support.reading_grade import reading_grade

from casecert_data.catalog import facts
from casecert_data.credentials import asked_facts
from casecert_data.eligibility import certification_ids
from casecert_data.errors import ReportError
from casecert_data.reporting import IntakePage, read_report
from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import Blank, Foot, Head, Page, Question, pieces
from casecert_data.reporting.pdf import render_pdf

FOUR = "ccm, acm_rn, acm_sw, cmgt_bc"
DONT_KNOW = "Don\N{RIGHT SINGLE QUOTATION MARK}t know"
QUESTIONS = {one.question: one for one in facts().values()}

every_choice = pytest.mark.parametrize("ids", [FOUR, "all", *certification_ids()])


def questions(page: Page) -> list[Question]:
    """Return what is asked, without the lines at the top that tell forms apart."""
    return [
        one
        for of in sections(page)
        if of.section_id != "who"
        for one in pieces(of)
        if isinstance(one, Question)
    ]


def question_on(page: Page, name: str) -> Question:
    """Return the question on one fact."""
    (found,) = (one for one in questions(page) if one.question == facts()[name].question)
    return found


@every_choice
def test_the_blocks_of_the_form_make_a_page(ids: str) -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = intake(ids)

    assert isinstance(page.blocks[0], Head)
    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page


@every_choice
def test_the_form_asks_what_the_form_on_the_screen_asks(ids: str) -> None:
    """Each question once, in the same words."""
    chosen = certification_ids() if ids == "all" else ids.split(", ")
    asked = asked_facts(chosen)
    names = [*asked.who, *asked.common, *(one for each in asked.own.values() for one in each)]
    found = [one.question for one in questions(intake(ids))]

    assert sorted(found) == sorted(facts()[name].question for name in names)


def test_the_form_of_the_first_four_asks_nineteen_questions() -> None:
    """Counted by hand: who somebody is, then what the pages of the four compare."""
    assert len(questions(intake(FOUR))) == 19
    assert [one.section_id for one in sections(intake(FOUR))] == [
        *("who", "background", "work", "other"),
    ]


@every_choice
def test_not_to_know_is_an_answer_everywhere(ids: str) -> None:
    """It is the last box of each question, and there once."""
    found = [one.boxes for one in questions(intake(ids))]

    assert {boxes[-1] for boxes in found} == {DONT_KNOW}
    assert {boxes.count(DONT_KNOW) for boxes in found} == {1}


def test_a_number_has_a_line_with_its_unit_and_two_for_a_range() -> None:
    """What is known roughly is written as a range."""
    asked = question_on(intake(FOUR), "cm_months")

    assert [[one.before for one in row] for row in asked.blanks] == [
        ["Months"],
        ["or about, from", "to"],
    ]
    assert asked.boxes == (DONT_KNOW,)


def test_a_yes_or_no_has_three_boxes() -> None:
    """The third one is as good an answer as the others."""
    asked = question_on(intake(FOUR), "has_supervisor_contact")

    assert (asked.boxes, asked.blanks) == (("Yes", "No", DONT_KNOW), ())


def test_a_list_has_a_box_for_each_code_and_none_comes_late() -> None:
    """In words, never by a code."""
    asked = question_on(intake(FOUR), "license_codes")

    assert asked.boxes[:3] == ("Registered nurse", "Practical nurse", "Advanced practice nurse")
    assert asked.boxes[-3:] == ("Another license", "No license", DONT_KNOW)
    assert len(asked.boxes) == 11


def test_a_state_is_written_on_a_line() -> None:
    """Fifty boxes would fill the page."""
    asked = question_on(intake(FOUR), "home_state")

    assert [one.before for row in asked.blanks for one in row] == ["Home state"]


def test_a_question_says_who_asks_it_where_not_all_do() -> None:
    """So that a nurse need not answer what only social workers are asked."""
    page = intake(FOUR)

    assert question_on(page, "rn_years").note == "(CMGT-BC)"
    assert question_on(page, "has_supervisor_contact").note == "(ACM-RN and ACM-SW)"
    assert question_on(page, "license_codes").note == ""


@every_choice
def test_there_is_a_place_for_a_pseudonym_and_none_for_a_name(ids: str) -> None:
    """Nor for anything else that tells who somebody is."""
    lines = [one.before for one in pieces(intake(ids)) if isinstance(one, Blank)]

    assert lines[:2] == ["Pseudonym", "Date"]
    assert facts()["display_name"].question not in all_text(intake(ids))
    assert [
        one for one in lines if re.search(r"\bname|birth|address|phone", one, re.IGNORECASE)
    ] == []


def test_the_form_says_that_it_decides_nothing() -> None:
    """At the top and at the end."""
    page = intake(FOUR)
    head, foot = page.blocks[0], page.blocks[-1]

    assert isinstance(head, Head)
    assert isinstance(foot, Foot)
    assert "Nothing on this form decides anything" in words(head.lead or ())
    assert words(foot.inline).startswith("Nothing on this form decides anything.")


@every_choice
def test_the_form_is_read_with_ease_at_eighth_grade(ids: str) -> None:
    """A client fills it in alone, before the talk."""
    assert reading_grade(sentences(intake(ids))) <= 8


def test_the_form_of_the_first_four_has_two_pages() -> None:
    """Who somebody is on the front, work and the rest on the back."""
    with pikepdf.open(io.BytesIO(render_pdf(intake(FOUR)))) as pdf:
        count = len(pdf.pages)
    with pdfplumber.open(io.BytesIO(render_pdf(intake(FOUR)))) as pdf:
        second = pdf.pages[1].extract_text()

    assert count == 2
    assert second.startswith("Work\n")


def test_no_question_is_cut_by_the_end_of_a_page() -> None:
    """Its answer stands on the same page: the boxes are drawn right under the words."""
    with pdfplumber.open(io.BytesIO(render_pdf(intake("all")))) as pdf:
        pages = [" ".join(page.extract_text().split()) for page in pdf.pages]

    assert [page.count(DONT_KNOW) for page in pages if "Which licenses" in page] != [0]
    assert sum(page.count(DONT_KNOW) for page in pages) == len(questions(intake("all"))) + 1
    assert [page for page in pages if page.startswith(("Yes", "Months", DONT_KNOW))] == []


def test_boxes_and_lines_are_not_read_out_in_html() -> None:
    """They are drawn by the style; the words beside them say what they are."""
    html = render_html(intake(FOUR))

    assert "<input" not in html
    assert "<script" not in html
    assert html.count('<span class="ln"></span>') == 2 + 1 + 9 * 3
    assert "_____" not in html


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (
            "",
            "expected the keys of certifications, with commas between them, or 'all', found no",
        ),
        ("cdms, cccm", "found 'cccm'. Did you mean 'ccm'"),
        ("ccm ccm", "expected each certification once, found 'ccm' more than once"),
    ],
)
def test_what_is_no_certification_is_refused(named: str, told: str) -> None:
    """With the parameter in front when it comes from the command line."""
    with pytest.raises(ReportError, match=re.escape(told)):
        IntakePage(named)
    with pytest.raises(
        ReportError, match="report 'intake-form', parameter 'certification_ids'"
    ):
        read_report("intake-form").values({"certification_ids": named, "on": "2026-11-23"})


def test_every_certification_can_be_asked_for_at_once() -> None:
    """By a word, which the name of the file keeps."""
    given = {"certification_ids": "all", "on": "2026-11-23"}

    assert read_report("intake-form").values(given)["certification_ids"] == "all"


def test_a_section_without_a_question_is_left_out() -> None:
    """The form of one certification is short."""
    assert [one.section_id for one in sections(intake("cmcn"))][:2] == ["who", "background"]
    assert section(intake("cmcn"), "background").broad
