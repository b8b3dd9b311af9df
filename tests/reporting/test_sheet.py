"""How much paper blocks take: never less than the PDF takes, so that a choice by it holds."""

import io

import pikepdf
import pytest
from support.page_words import ON, sample_class, whole_page
from support.pages import small_page, words

from casecert_data.charts import Gap, gap_bars
from casecert_data.profiles import EDITIONS, read_profile
from casecert_data.reporting import PersonPage
from casecert_data.reporting.model._blocks import (
    ChartPart,
    Column,
    Foot,
    ListPart,
    OutcomeItem,
    Outcomes,
    Page,
    Row,
    Section,
    Span,
    TablePart,
    TextPart,
)
from casecert_data.reporting.pages._sheet import PAGE_HEIGHT, height_of, pages_of
from casecert_data.reporting.pdf import render_pdf

both_editions = pytest.mark.parametrize("edition", EDITIONS)
everybody = pytest.mark.parametrize("person_id", sorted(sample_class()))
LONG = "A sentence of some length that says what is asked for, and that goes on over a line. "


def sheets(page: Page) -> int:
    """Count the pages of a page's PDF."""
    with pikepdf.open(io.BytesIO(render_pdf(page))) as pdf:
        return len(pdf.pages)


@both_editions
@everybody
def test_the_details_chosen_for_a_person_make_no_third_page(
    person_id: str, edition: str
) -> None:
    """What the estimate says fits does fit, for everybody of the sample class."""
    page = whole_page(PersonPage(sample_class()[person_id], on=ON, edition=edition))

    assert sheets(page) <= pages_of(page.blocks) <= 2


def text(count: int) -> tuple[TextPart, ...]:
    """Make paragraphs of two lines."""
    return (TextPart(words(LONG + LONG[:40])),) * count


def text_of(letters: int) -> tuple[TextPart, ...]:
    """Make a paragraph of so many letters, in short words."""
    return (TextPart(words(("in case " * 20)[:letters])),)


def table(count: int) -> tuple[TablePart, ...]:
    """Make a table of rows that wrap, with outcomes."""
    columns = tuple(Column(words(one)) for one in ("Asked", "Told", "Result"))
    row = Row((words(LONG), words("Not known"), (Span.outcome("not_met"),)))
    return (TablePart("A table", columns, (row,) * count, (61, 21, 18)),)


def steps(count: int) -> tuple[ListPart, ...]:
    """Make a list of steps with references."""
    return (ListPart("steps", ((Span.plain(LONG + LONG),),) * count),)


def outcomes(count: int) -> tuple[TextPart, ...]:
    """Make paragraphs of outcomes, whose words come from elsewhere."""
    line = (Span.strong("For others:"), Span.outcome("not_met"), Span.plain(LONG[:60]))
    return (TextPart(line * 3, small=True),) * count


def charts(count: int) -> tuple[ChartPart, ...]:
    """Make charts of a bar whose words need a line of their own."""
    gap = Gap(label=LONG[:50], needed=24, found_low=9, found_high=12, unit="months")
    return (ChartPart(gap_bars([gap]), heading=LONG),) * count


@pytest.mark.parametrize("make", [text, table, steps, outcomes, charts])
def test_a_page_at_the_edge_does_not_take_more_than_was_estimated(make: object) -> None:
    """As many of a kind as one page has room for by the estimate, and not one more."""
    assert callable(make)
    foot = Foot(words("The issuer decides."))
    fits = [
        small_page(Section("a", "A", make(count)), foot)
        for count in range(1, 60)
        if pages_of(small_page(Section("a", "A", make(count)), foot).blocks) == 1
        and height_of(Section("a", "A", make(count))) < PAGE_HEIGHT
    ]

    assert len(fits) >= 4
    assert sheets(fits[-1]) == 1


def test_a_line_of_an_outcome_counts_its_word() -> None:
    """The word is drawn though the block does not hold it; so a line may become two."""
    one_line = height_of(Section("a", "A", text_of(1)))
    fits = [n for n in range(1, 120) if height_of(Section("a", "A", text_of(n))) == one_line]
    line = text_of(fits[-1])[0].inline
    judged = Section("a", "A", (TextPart((Span.outcome("not_met"), *line)),))

    assert fits[-1] < 119
    assert height_of(judged) > one_line


def test_the_foot_goes_with_the_last_section() -> None:
    """Alone on a page it would look lost, so the section moves with it."""
    head = small_page().blocks[0]
    room = PAGE_HEIGHT - height_of(head)
    most = next(
        count for count in range(60, 0, -1) if height_of(Section("a", "A", text(count))) <= room
    )
    section = Section("a", "A", text(most))

    assert pages_of([head, section]) == 1
    assert pages_of([head, section, Foot(words(LONG * 3))]) == 2


def test_an_item_of_the_outcomes_takes_its_lines() -> None:
    """A reason of three lines is higher than one of one."""
    short, long = (
        Outcomes("In short", (OutcomeItem("met", "A title", words(told)),))
        for told in ("Short.", LONG * 3)
    )

    assert height_of(long) - height_of(short) == pytest.approx(2 * 11 * 1.41)


def test_nobody_loses_the_details_for_lack_of_an_estimate() -> None:
    """Of a person with little to say, every certification near is told in full."""
    page = PersonPage(
        read_profile({"license_codes": ["RN"], "degrees": ["bachelor:nursing"]}), on=ON
    )

    assert [one.section_id for one in page.details().blocks if isinstance(one, Section)] == [
        *("acm-rn", "cmgt-bc", "ccm"),
    ]
