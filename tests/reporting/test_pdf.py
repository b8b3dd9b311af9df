"""Pages as PDF: tagged, the same every time; whatever was said stays text."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any

import pdfplumber
import pikepdf
import pytest
from support.pages import HANDOUTS, HOSTILE, page_of, read_page, small_page, words
from support.pdf_structure import read_structure, squeezed

from casecert_data.errors import PageError
from casecert_data.reporting.model._blocks import (
    Column,
    Foot,
    Page,
    Row,
    Section,
    SourceItem,
    SourcesPart,
    Span,
    TablePart,
    TextPart,
    pieces,
)
from casecert_data.reporting.pdf import render_pdf

MOST_BYTES = 100_000
LETTER = [612, 792]


@cache
def handout_bytes(name: str) -> bytes:
    """Set one of the three handouts, once."""
    return render_pdf(read_page(name))


@pytest.fixture(params=HANDOUTS)
def name(request: pytest.FixtureRequest) -> str:
    """Name each of the three handouts."""
    return str(request.param)


@pytest.fixture
def handout(name: str) -> Iterator[pikepdf.Pdf]:
    """Give each of the three handouts, opened."""
    with pikepdf.open(io.BytesIO(handout_bytes(name))) as pdf:
        yield pdf


def letters(pdf: bytes) -> str:
    """Give the text of a PDF in the order of its content, without any blanks."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        text = "".join(char["text"] for page in opened.pages for char in page.chars)
    return squeezed(text)


def test_lists_and_links_are_tagged(handout: pikepdf.Pdf, name: str) -> None:
    """The source of a statement can be reached from it."""
    names = {one.name for one in read_structure(handout, handout_bytes(name)).all()}

    assert {"L", "LI", "LBody", "Link"} <= names


def test_a_reference_leads_to_its_source(name: str) -> None:
    """On paper the number is looked up, on screen it is pressed: both find the same source."""
    titles = {
        str(one.number): squeezed(one.title)
        for one in pieces(read_page(name))
        if isinstance(one, SourceItem)
    }
    spans = [one for one in pieces(read_page(name)) if isinstance(one, Span)]
    links = followed_links(handout_bytes(name))
    lost = [
        (pressed, there)
        for pressed, there in links
        if not there.startswith((f"[{number(pressed)}]", titles[number(pressed)][:8]))
    ]

    assert len(links) >= len([one for one in spans if one.kind == "ref"]) > 0
    assert lost == []


def followed_links(content: bytes) -> list[tuple[str, str]]:
    """Give the text of each link, and the text that stands where it leads."""
    with pikepdf.open(io.BytesIO(content)) as pdf, pdfplumber.open(io.BytesIO(content)) as text:
        order: dict[Any, int] = {page.objgen: at for at, page in enumerate(pdf.pages)}
        found = []
        for at, page in enumerate(pdf.pages):
            for link in page.get("/Annots", []):
                left, _, _, top = map(float, link.Rect)
                goal, _, goal_left, goal_top, _ = link.Dest
                there = text.pages[order[goal.objgen]]
                found.append(
                    (
                        text_from(text.pages[at], left, top),
                        text_from(there, float(goal_left), float(goal_top)),
                    )
                )
    return found


def text_from(page: Any, left: float, height: float) -> str:
    """Return how the line of text begins that stands at a place, measured from below."""
    top = LETTER[1] - height
    below = [
        char
        for char in page.chars
        if char["x0"] > left - 1 and -3 < char["top"] - top < 13 and char["text"].strip()
    ]
    first = min(char["top"] for char in below)
    line = [char for char in below if char["top"] < first + 3]
    return "".join(char["text"] for char in sorted(line, key=lambda one: one["x0"])[:8])


def number(text: str) -> str:
    """Return the number in brackets that a text begins with."""
    return text.partition("]")[0].removeprefix("[")


def test_a_handout_is_two_letter_pages(handout: pikepdf.Pdf) -> None:
    """One sheet in a person's hand."""
    sizes = [[float(side) for side in page.mediabox][2:] for page in handout.pages]

    assert sizes == [LETTER, LETTER]


def test_the_foot_counts_the_pages(name: str) -> None:
    """Sheets that fall apart can be put together again."""
    text = letters(handout_bytes(name))

    assert "Page1of2" in text
    assert "Page2of2" in text


def test_a_handout_is_small(name: str) -> None:
    """It is sent by mail."""
    assert len(handout_bytes(name)) <= MOST_BYTES


def test_every_text_of_the_page_is_in_its_pdf(name: str) -> None:
    """No part is forgotten by the templates."""
    shown = letters(handout_bytes(name))
    spans = [one.text for one in pieces(read_page(name)) if isinstance(one, Span)]

    assert not [text for text in spans if squeezed(text) not in shown]


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Detroit"])
def test_equal_pages_give_equal_bytes_anywhere(zone: str) -> None:
    """In another process, another time zone, another order of hashes; and no clock is read."""
    code = (
        "import hashlib; from support.pages import read_page;"
        "from casecert_data.reporting.pdf import render_pdf;"
        "print(hashlib.sha256(render_pdf(read_page('person'))).hexdigest())"
    )
    command = [sys.executable, "-c", code]
    path = os.pathsep.join(sys.path)
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": "7", "PYTHONPATH": path}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == sha256(handout_bytes("person")).hexdigest()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    """Markup of every language is set as it is, and so are words that fit no column."""
    shown = letters(render_pdf(page_of(text)))

    assert shown.count(squeezed(text)[:100]) > 20


def test_a_long_word_stays_on_the_paper() -> None:
    """Every letter lies between the margins, in the narrow column of headings too."""
    word = "W" * 100
    table = TablePart(
        "Facts", (Column(words(word)), Column(words("A"))), (Row((words(word), words(word))),)
    )
    page = small_page(
        Section("a", word, (TextPart((Span.plain(word), Span.tag(word, "old"))), table)),
        title=word,
    )
    with pdfplumber.open(io.BytesIO(render_pdf(page))) as opened:
        right = max(char["x1"] for one in opened.pages for char in one.chars)
        heading = [char for char in opened.pages[0].chars if char["x0"] < 130]

    assert right <= 612 - 54 + 0.5
    assert max(char["x1"] for char in heading if char["size"] < 13) < 54 + 78.1 + 13.2


@pytest.mark.parametrize("text", ["Zoë Łukasz Nguyễn", "Ольга Ελένη", "✓ → ½ “”—…"])
def test_names_of_many_languages_have_glyphs(text: str) -> None:
    """Latin, Greek and Cyrillic are in the typeface, common signs in what typst brings."""
    page = small_page(Section("a", "A", (TextPart(words(text)),)))

    assert squeezed(text) in letters(render_pdf(page))


def test_a_table_longer_than_a_page_goes_on_with_its_head() -> None:
    """A head with a reference stands once, since what is repeated cannot hold a link."""
    rows = tuple(Row((words(f"Requirement {at}"), words("Yes"))) for at in range(40))
    sources = SourcesPart((SourceItem(1, "A", ()),))

    def count(label: tuple[Span, ...]) -> int:
        table = TablePart("Facts", (Column(label), Column(words("Told"))), rows)
        page = small_page(Section("a", "A", (table, sources)))
        return letters(render_pdf(page)).count("Told")

    assert count(words("Requirement")) == 2
    assert count((Span.plain("Requirement "), Span.ref(1))) == 1


def broad_table(rows: int) -> TablePart:
    """Make a table over the whole width of a page, with a row for each number."""
    columns = tuple(Column(words(label)) for label in ("Point", "One", "Two"))
    return TablePart(
        "Side by side",
        columns,
        tuple(Row((words(f"Row {at}."), words("Yes."), words("No."))) for at in range(rows)),
        (12, 44, 44),
    )


def test_the_rows_of_a_broad_table_begin_on_the_page_that_has_room() -> None:
    """A table that moved as one would leave the first page almost empty."""
    first, second = text_of_pages(
        Section("a", "A", lines(20)), Section("b", "Next", (broad_table(40),), broad=True)
    )

    assert "Row0." in first
    assert "Row39." in second
    assert first.count("PointOneTwo") == second.count("PointOneTwo") == 1


def test_smaller_type_saves_the_last_page_of_a_broad_table() -> None:
    """Where less air is not enough; what fits anyway keeps its size."""
    few, many = (
        sizes_of_cells(Section("a", "A", (broad_table(count),), broad=True), "Yes.")
        for count in (30, 46)
    )

    assert few == {9.5}
    assert many == {9.0}


def sizes_of_cells(section: Section, told: str) -> set[float]:
    """Return the sizes of the letters of a text, and hold that they stand on one page."""
    with pdfplumber.open(io.BytesIO(render_pdf(small_page(section)))) as opened:
        assert len(opened.pages) == 1
        found = [
            word for page in opened.pages for word in page.extract_words(extra_attrs=["size"])
        ]
    return {round(word["size"], 2) for word in found if word["text"] == told}


def test_a_section_longer_than_a_page_loses_nothing() -> None:
    """It is kept whole only as long as it can be."""
    many = tuple(TextPart(words(f"Line number {at} of many.")) for at in range(120))
    text = letters(render_pdf(small_page(Section("a", "A", many))))

    assert all(f"Linenumber{at}ofmany." in text for at in range(120))


def text_of_pages(*blocks: Section | Foot) -> list[str]:
    """Set some blocks and give the text of each page, without blanks."""
    with pdfplumber.open(io.BytesIO(render_pdf(small_page(*blocks)))) as opened:
        return [squeezed("".join(char["text"] for char in one.chars)) for one in opened.pages]


def lines(count: int) -> tuple[TextPart, ...]:
    """Make some short paragraphs; some 30 fill a page."""
    return tuple(TextPart(words(f"Line {at}.")) for at in range(count))


def test_a_section_that_does_not_fit_moves_as_one() -> None:
    """Its heading and its first line stand on the page of its last."""
    first, second = text_of_pages(Section("a", "A", lines(22)), Section("b", "Next", lines(20)))

    assert first.count("Line0.") == second.count("Line0.") == 1
    assert "NextLine0.Line1." in second


def test_a_section_is_cut_between_parts_where_a_page_would_stay_empty() -> None:
    """Half a page of nothing looks as if something were missing."""
    first, second = text_of_pages(Section("a", "A", lines(8)), Section("b", "Next", lines(30)))

    assert first.count("Line0.") == 2
    assert "Line29." in second


def test_a_cut_that_would_leave_a_few_lines_is_spared_by_less_air() -> None:
    """What goes on to the next page is counted, so that it need not go there."""
    few = text_of_pages(Section("a", "A", lines(8)), Section("b", "Next", lines(26)))

    assert len(few) == 1
    assert few[0].count("Line0.") == 2


def test_a_new_page_is_begun_where_it_is_asked_for() -> None:
    """By a template's author, who knows what belongs on the second page."""
    sections = [Section(one, one, lines(1), new_page=True) for one in ("a", "b")]

    assert [text.count("Line0.") for text in text_of_pages(*sections)] == [0, 1, 1]


@pytest.mark.parametrize("count", range(25, 35))
def test_the_foot_never_stands_alone(count: int) -> None:
    """It goes with the last section, or there is a little less air."""
    sections = [Section(f"a{at}", "A", lines(5)) for at in range(count // 5)]
    rest = lines(count % 5)
    last = text_of_pages(*sections, Section("z", "Last", rest), Foot(words("The end.")))[-1]

    assert "Last" in last
    assert "Theend." in last


def test_a_little_less_air_saves_a_page() -> None:
    """A second sheet for one line is a waste."""
    sections = [Section(f"a{at}", "A", lines(3)) for at in range(8)]

    assert len(text_of_pages(*sections, Foot(words("The end.")))) == 1


def test_the_language_of_the_page_is_that_of_the_file() -> None:
    """A voice is chosen by it."""
    page = small_page()
    with pikepdf.open(io.BytesIO(render_pdf(Page("A", "es-MX", page.blocks)))) as pdf:
        assert str(pdf.Root.Lang) == "es-MX"


def test_a_forked_child_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """There typst would wait forever for threads that the child does not have."""
    render_pdf(small_page())
    monkeypatch.setattr("casecert_data.reporting.pdf._page.os.getpid", lambda: -1)

    with pytest.raises(PageError, match="found one forked from another"):
        render_pdf(small_page())
