"""The handout on what employers do: typed from its sources, and nothing joined to a line."""

import io
import re
from datetime import date

import pikepdf
import pytest
from support.page_words import (
    LATE,
    NUMBER,
    all_text,
    all_words,
    employers,
    facts_of,
    listed,
    old_tags,
    references,
    section,
    sections,
    sentences,
    words,
)
from support.reading_grade import reading_grade

from casecert_data.catalog import rows_where, spell_date, table
from casecert_data.charts import support_bars, support_history
from casecert_data.eligibility import certification_ids, names_of
from casecert_data.profiles import read_day
from casecert_data.reporting import EmployerSupportPage
from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import (
    ChartPart,
    Foot,
    Head,
    Page,
    TablePart,
    TextPart,
    pieces,
)
from casecert_data.reporting.pdf import render_pdf

# As the abstracts, the column and the test seller's page give them.
STUDIES = [
    ("2004", "not known", "6,300", "not known", "26%", "not known"),
    ("2009", "not known", "6,909", "not known", "35.9%", "26.7%"),
    ("2014", "52,370", "not known", "7,668", "40.36%", "nearly 30%"),
    ("2019", "nearly 60,000", "5,416", "2,810", "not known", "not known"),
    ("After 2019", "more than 68,500", "3,297", "2,145", "not known", "not known"),
]
RISES = re.compile(
    r"\btrend\w*|\bris(e|es|ing|en)\b|\brose\b|\bgr(ow|ew)(s|n|ing|th)?\b|\bup from\b",
    re.IGNORECASE,
)


def charts() -> list[ChartPart]:
    """Return the charts of the handout."""
    return [one for one in pieces(employers()) if isinstance(one, ChartPart)]


def test_the_blocks_of_the_handout_make_a_page() -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = employers()

    assert isinstance(page.blocks[0], Head)
    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page


def test_the_sections_stand_in_the_order_in_which_they_are_read() -> None:
    """The three figures first, then earlier ones, and at once why they are not one line."""
    assert [one.section_id for one in sections(employers())] == [
        *("now", "over_time", "not_comparable", "asked", "not_known"),
    ]


def test_the_answer_is_the_first_sentence() -> None:
    """With whose words it is, and that other figures stand apart."""
    head = employers().blocks[0]
    assert isinstance(head, Head)
    assert head.lead is not None

    assert words(head.lead) == (
        "Of the CCM: More than half of employers pay for their employees to get certified. "
        "Nearly half require their employees to hold it. So says one page, read in 2023. "
        "Earlier studies asked other people, so their figures stand apart."
    )


def test_both_charts_are_those_of_the_notebook() -> None:
    """The two cannot disagree."""
    page = table("employer_support")
    by_year = (table("support_history"), table("support_studies"), page)

    assert [one.chart for one in charts()] == [
        support_bars(page),
        support_history(*by_year, measure="requires"),
    ]


def test_every_study_stands_with_its_numbers() -> None:
    """Also those of which no share is known."""
    (part,) = (one for one in pieces(employers()) if isinstance(one, TablePart))

    assert [tuple(words(cell) for cell in row.cells) for row in part.rows] == STUDIES
    assert [words(one.label) for one in part.columns] == [
        *("When", "Invited", "Sent back", "Answers used", "Require it", "Reward it"),
    ]


def test_what_cannot_be_compared_is_told_whole() -> None:
    """Every note, under what it is about."""
    told = facts_of(section(employers(), "not_comparable"))
    notes = rows_where("support_notes", note_code="not_comparable")
    text = " ".join(words(item.inline) for item in told.values())

    assert list(told) == ["All figures", "Require it", "Pay for it", "Reward it"]
    assert [row["note_id"] for row in notes if str(row["note_text"]) not in text] == []
    assert "No employer was asked." in text
    assert "It is 14 points: 40 of 100 people instead of 26." in text


def test_what_nobody_knows_names_every_other_certification() -> None:
    """The figures are about the CCM; of no other one is anything known."""
    (part,) = (
        one
        for one in section(employers(), "not_known").parts
        if isinstance(one, TextPart) and not old_tags_of(one)
    )
    told = words(part.inline)
    others = [names_of(one)["acronym"] for one in certification_ids() if one != "ccm"]

    assert [one for one in others if one not in told] == []
    assert "What the studies of 2019 and after found on employers." in told


def old_tags_of(part: TextPart) -> list[str]:
    """Return the tags of age in a paragraph."""
    return [span.text for span in part.inline if span.tone == "old"]


def test_middle_pay_is_labeled_as_what_holders_said() -> None:
    """Two bands, two surveys, and no number of answers."""
    told = " ".join(
        words(one.inline)
        for one in section(employers(), "asked").parts
        if isinstance(one, TextPart)
    )

    assert "Surveys of people who hold the CCM" in told
    assert "2013 to 2014: $70,000 to $75,000. September 2015: $75,000 to $80,000." in told
    assert "How many answered is not known." in told


def test_no_sentence_says_that_support_rose() -> None:
    """Nobody measured it: other people answered each time."""
    assert RISES.search(all_text(employers())) is None


def test_every_number_of_the_handout_is_found_in_the_data() -> None:
    """A number that no table and no date has was made up on the way."""
    cited = [row for row in table("sources") if spell_known(row)]
    names = ("employer_support", "support_history", "support_studies", "support_notes")
    rows = [*cited, *(row for name in (*names, "support_pay") for row in table(name))]
    known = {
        number.replace(",", "")
        for row in rows
        for cell in row.values()
        for text in (str(cell), spell_date(cell) if isinstance(cell, date) else "")
        for number in NUMBER.findall(text)
    }
    days = NUMBER.findall(f"{spell_date(read_day('on', '2026-11-28'))} 3 years 7 months 100%")
    written = {
        one.replace(",", "") for text in all_words(employers()) for one in NUMBER.findall(text)
    }

    assert written - known - set(days) == set()


def spell_known(row: object) -> bool:
    """Keep the sources that the handout lists."""
    titles = {item.title.rstrip(".?!") for item in listed(employers())}
    return str(row["title"]).strip("[]").rstrip(".?!") in titles  # type: ignore[index]


def test_every_source_that_a_row_names_is_listed() -> None:
    """Also the one that was found only once, with what it is."""
    names = ("support_history", "support_studies", "support_notes", "support_pay")
    ids = {row["source_id"] for name in names for row in table(name)}
    asked = {row["study_id"] for row in table("support_history")}

    assert len(listed(employers())) == len(ids | {"coursera_certified_case_manager"})
    assert references(employers()) == {str(at) for at in range(1, len(listed(employers())) + 1)}
    assert len(asked) == 5


def test_the_age_of_the_three_figures_stands_beside_them() -> None:
    """They were read in 2023, by whoever quotes them."""
    assert old_tags(section(employers(), "now")) == [
        "Old: read April 26, 2023, 3 years 7 months ago"
    ]


def test_later_every_source_is_marked_as_old() -> None:
    """A page that is opened years later says so, and can still be drawn."""
    page = employers(LATE)

    assert [one.section_id for one in sections(page) if not old_tags(one)] == []
    assert render_html(page).count("tag-old") >= len(old_tags(page))


@pytest.mark.slow
def test_it_has_two_pages_at_most() -> None:
    """One sheet of paper, printed on both sides."""
    with pikepdf.open(io.BytesIO(render_pdf(employers()))) as pdf:
        assert len(pdf.pages) <= 2


def test_it_is_read_with_ease_at_eighth_grade() -> None:
    """Plain words, in spite of what it is about."""
    assert reading_grade(sentences(employers())) <= 8


def test_every_sentence_is_clean() -> None:
    """No doubled mark, no empty bracket, no gap."""
    bad = ("..", "?.", " .", " ,", "()", "None", "  ", ";.")

    assert [one for one in sentences(employers()) if any(mark in one for mark in bad)] == []


def test_html_has_no_script() -> None:
    """It can be mailed and opened anywhere."""
    assert "<script" not in render_html(employers())


def test_it_speaks_of_the_day_that_is_asked_for() -> None:
    """Today unless a day is given."""
    shown = EmployerSupportPage(on="2026-11-28").heading()

    assert "November 28, 2026" in repr(shown)
