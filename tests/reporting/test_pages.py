"""Every page of every report: plain words, two sheets of paper, and what is old is marked."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

import pikepdf
import pytest
from support.page_words import (
    LATE,
    career,
    comparison,
    handout,
    job_type,
    old_tags,
    person,
    references,
    sample_class,
    sections,
    sentences,
)
from support.reading_grade import reading_grade

from casecert_data.eligibility import certification_ids
from casecert_data.jobs import job_ids
from casecert_data.profiles import EDITIONS
from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import Inline, Page, Section, Span, pieces
from casecert_data.reporting.pdf import render_pdf

PEOPLE = sorted(sample_class())
HARDEST_GRADE = 8
MOST_SHEETS = 2

every_certification = pytest.mark.parametrize("certification_id", certification_ids())
both_editions = pytest.mark.parametrize("edition", EDITIONS)
every_job = pytest.mark.parametrize("job_type_id", job_ids())
everybody = pytest.mark.parametrize("person_id", PEOPLE)


def sheets(page: Page) -> int:
    """Count the pages of a page's PDF."""
    with pikepdf.open(io.BytesIO(render_pdf(page))) as pdf:
        return len(pdf.pages)


# --- two sheets -------------------------------------------------------------------------


@both_editions
@every_certification
def test_a_handout_has_two_pages_at_most(certification_id: str, edition: str) -> None:
    """One sheet of paper, printed on both sides."""
    assert sheets(handout(certification_id, edition)) <= MOST_SHEETS


def test_the_handout_on_the_career_has_two_pages_at_most() -> None:
    """The whole article on one sheet."""
    assert sheets(career()) <= MOST_SHEETS


@both_editions
@everybody
def test_a_page_for_a_person_has_two_pages_at_most(person_id: str, edition: str) -> None:
    """It is handed over in a talk."""
    assert sheets(person(person_id, edition)) <= MOST_SHEETS


@every_job
def test_a_handout_on_a_job_has_two_pages_at_most(job_type_id: str) -> None:
    """Pay, its chart and the sources share the second one."""
    assert sheets(job_type(job_type_id)) <= MOST_SHEETS


DENSE = [
    *("ccm acm_rn acm_sw cmgt_bc", "ccm cdms cmc crc", "cmac cmc crc c_aswcm"),
    *("cmac cmcn crc c_swcm", "ccm cmgt_bc cdms c_aswcm", "hs_bcp cbis c_swcm c_aswcm"),
]
"""Four that ask for much each, with many sources."""


@both_editions
@pytest.mark.parametrize("ids", DENSE)
def test_a_comparison_of_four_has_two_pages_at_most(ids: str, edition: str) -> None:
    """Its rows go on over the page, with less air and smaller type where that saves a sheet."""
    assert sheets(comparison(ids, edition)) <= MOST_SHEETS


@pytest.mark.thorough
@pytest.mark.parametrize("first", range(10))
def test_any_four_can_be_compared_on_two_pages(first: int) -> None:
    """All 715 choices of four."""
    too_long = [
        four
        for four in list(combinations(certification_ids(), 4))[first::10]
        if sheets(comparison(" ".join(four))) > MOST_SHEETS
    ]

    assert too_long == []


# --- plain words ------------------------------------------------------------------------


@both_editions
@every_certification
def test_a_handout_is_read_with_ease_at_eighth_grade(
    certification_id: str, edition: str
) -> None:
    """Plain words: a student, or somebody for whom English is a second language, reads it."""
    assert reading_grade(sentences(handout(certification_id, edition))) <= HARDEST_GRADE


def test_the_handout_on_the_career_is_read_with_ease_at_eighth_grade() -> None:
    """It is the first one that a student gets."""
    assert reading_grade(sentences(career())) <= HARDEST_GRADE


@both_editions
@everybody
def test_a_persons_page_is_read_with_ease_at_eighth_grade(person_id: str, edition: str) -> None:
    """No term of the field is left out of the count."""
    assert reading_grade(sentences(person(person_id, edition))) <= HARDEST_GRADE


@every_job
def test_a_handout_on_a_job_is_read_with_ease_at_eighth_grade(job_type_id: str) -> None:
    """With the names of certifications and occupations, which are long."""
    assert reading_grade(sentences(job_type(job_type_id))) <= HARDEST_GRADE


@every_job
def test_every_sentence_of_a_handout_on_a_job_is_clean(job_type_id: str) -> None:
    """No doubled mark, no empty bracket, no small letter after a full stop."""
    unclean = [
        one
        for one in sentences(job_type(job_type_id))
        if any(bad in one for bad in ("..", "?.", " .", " ,", "()", "None", "  ", ";."))
    ]

    assert unclean == []


@both_editions
@every_certification
def test_every_sentence_of_a_handout_is_clean(certification_id: str, edition: str) -> None:
    """No doubled mark, no empty bracket, no small letter after a full stop."""
    unclean = [
        one
        for one in sentences(handout(certification_id, edition))
        if any(bad in one for bad in ("..", "?.", " .", " ,", "()", "None", "  ", ";."))
    ]

    assert unclean == []


# --- what is old ------------------------------------------------------------------------


def lines_of(of: Section) -> Iterator[Inline]:
    """Give the lines of a section that have spans."""
    for piece in pieces(of):
        for name in getattr(piece, "__slots__", ()):
            value = getattr(piece, name)
            for line in (value, *(value if isinstance(value, tuple) else ())):
                if isinstance(line, tuple) and line and isinstance(line[0], Span):
                    yield line


def marked(of: Section) -> set[str]:
    """Return the references of a section that stand behind an old tag."""
    found = set()
    for line in lines_of(of):
        is_old = False
        for span in line:
            is_old = span.tone == "old" or (is_old and (span.kind == "ref" or is_blank(span)))
            if is_old and span.kind == "ref":
                found.add(span.text)
    return found


def is_blank(span: Span) -> bool:
    """Tell whether a span only parts two others."""
    return span.kind == "text" and not span.text.strip()


def unmarked(page: Page) -> list[tuple[str, list[str]]]:
    """Return the references that no old tag of their section covers."""
    rest = {one.section_id: references(one) - marked(one) for one in sections(page)}
    return [(name, sorted(numbers)) for name, numbers in rest.items() if numbers]


@both_editions
@every_certification
def test_later_every_section_of_a_handout_marks_its_old_sources(
    certification_id: str, edition: str
) -> None:
    """When all should have been read again, each section that cites says so of each source."""
    page = handout(certification_id, edition, LATE)

    assert old_tags(page)
    assert unmarked(page) == []


def test_later_every_section_of_the_career_marks_its_old_sources() -> None:
    """All of it is from the article, also where no reference is drawn."""
    page = career(LATE)

    assert unmarked(page) == []
    assert [one.section_id for one in sections(page) if not old_tags(one)] == []


@every_job
def test_later_every_section_of_a_handout_on_a_job_marks_its_old_sources(
    job_type_id: str,
) -> None:
    """Pay ages fastest."""
    page = job_type(job_type_id, LATE)

    assert old_tags(page)
    assert unmarked(page) == []


@both_editions
@everybody
def test_later_every_section_of_a_persons_page_marks_its_old_sources(
    person_id: str, edition: str
) -> None:
    """Where to apply and what it costs age like the requirements."""
    assert unmarked(person(person_id, edition, LATE)) == []


@both_editions
@pytest.mark.parametrize("ids", DENSE)
def test_later_every_section_of_a_comparison_marks_its_old_sources(
    ids: str, edition: str
) -> None:
    """Beneath each table, all that stands in it."""
    page = comparison(ids, edition, LATE)

    assert old_tags(page)
    assert unmarked(page) == []


@everybody
def test_today_nothing_on_a_persons_page_is_old(person_id: str) -> None:
    """The figures of 2023 are not on it."""
    assert old_tags(person(person_id)) == []


LATE_PAGES: dict[str, Callable[[], Page]] = {
    **{
        f"{key}-{edition}": partial(handout, key, edition, LATE)
        for key in certification_ids()
        for edition in EDITIONS
    },
    "career": partial(career, LATE),
    **{key: partial(job_type, key, LATE) for key in job_ids()},
    **{key: partial(person, key, on=LATE) for key in PEOPLE[:3]},
}


@pytest.mark.parametrize("make", LATE_PAGES.values(), ids=LATE_PAGES)
def test_a_page_with_old_tags_can_still_be_drawn(make: Callable[[], Page]) -> None:
    """It may take more paper, but nothing is lost and nothing stops it."""
    page = make()
    tags = old_tags(page)
    html = render_html(page)

    assert tags
    assert html.count("tag-old") >= len(tags)
    assert sheets(page) <= MOST_SHEETS + 1
