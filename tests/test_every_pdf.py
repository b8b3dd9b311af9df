"""Every kind of PDF: PDF/UA-1 by veraPDF, and what veraPDF lets pass."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from support.every_page import (
    BY_REPORT,
    EVERY_PAGE,
    SOME_OUTCOMES,
    every_page,
    kinds_of_pieces,
)
from support.html_elements import Element, read_html
from support.java import needs_java
from support.page_words import person, sample_class
from support.pdf_structure import Tagged, read_structure, squeezed
from support.vera_pdf import VeraPdf, running_vera_pdf

from casecert_data.catalog import say
from casecert_data.profiles import EDITIONS
from casecert_data.reporting import report_names
from casecert_data.reporting.batches._merge import merge_pdfs
from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import (
    ChartPart,
    CodePart,
    Foot,
    Head,
    OutcomeItem,
    PicturePart,
    SourceItem,
    Span,
    TablePart,
    TextPart,
    pieces,
)
from casecert_data.reporting.pdf import render_pdf

SPOILED = "person-R-014-issuer"
"""A page with a chart, tables and links, which the tests of the checks spoil."""

every_name = pytest.mark.parametrize("name", EVERY_PAGE)


@cache
def pdf_of(name: str) -> bytes:
    """Set a page, once."""
    return render_pdf(every_page()[name])


@cache
def opened(name: str) -> pikepdf.Pdf:
    """Open a page's PDF, once; what was read of it dies with it."""
    return pikepdf.open(io.BytesIO(pdf_of(name)))


@cache
def structure_of(name: str) -> Tagged:
    """Read what a screen reader finds in a page's PDF, once."""
    return read_structure(opened(name), pdf_of(name))


@cache
def html_of(name: str) -> Element:
    """Draw the same page as HTML, once."""
    return read_html(render_html(every_page()[name]))


@pytest.fixture(scope="module")
def vera() -> Iterator[VeraPdf]:
    """Start veraPDF, once for all files."""
    needs_java()
    with running_vera_pdf() as running:
        yield running


# --- what is proved, and of what --------------------------------------------------------


def test_every_report_is_among_the_pages() -> None:
    """A new report has to be added, or nothing here is proved of it."""
    assert set(BY_REPORT) == set(report_names())


def test_the_pages_of_some_people_have_every_piece_of_all() -> None:
    """So they stand for the class: each outcome, each tone, each kind of part."""
    everybody = (person(one, edition) for one in sample_class() for edition in EDITIONS)
    some = (person(one, edition) for one in SOME_OUTCOMES for edition in EDITIONS)

    assert {kind for page in everybody for kind in kinds_of_pieces(page)} == {
        kind for page in some for kind in kinds_of_pieces(page)
    }


@pytest.mark.slow
@every_name
def test_verapdf_finds_nothing_against_it(vera: VeraPdf, name: str, tmp_path: Path) -> None:
    """All 106 rules of PDF/UA-1 that a program can check."""
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf_of(name))

    assert vera.faults(path) == []


@pytest.mark.slow
def test_verapdf_finds_nothing_against_a_volume(vera: VeraPdf, tmp_path: Path) -> None:
    """Handouts behind one another, one of them of a single sheet side, are as good as one."""
    paths: list[Path] = []
    for name in ("every-part", SPOILED, "written-details", "career", SPOILED):
        paths.append(tmp_path / f"{len(paths)}.pdf")
        paths[-1].write_bytes(pdf_of(name))
    path = tmp_path / "volume.pdf"
    path.write_bytes(merge_pdfs(paths, title="A class", language="en"))

    assert vera.faults(path) == []


# --- veraPDF sees what is wrong ---------------------------------------------------------


def without_alternative(pdf: pikepdf.Pdf) -> None:
    """Take the sentence from the first chart."""
    del next(structure_of_opened(pdf).all("Figure")).entries["/Alt"]


def without_language(pdf: pikepdf.Pdf) -> None:
    """Leave it open which language the words are in."""
    del pdf.Root["/Lang"]


def without_title(pdf: pikepdf.Pdf) -> None:
    """Take the title from the file's own description."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as described:
        del described["dc:title"]


def without_claim(pdf: pikepdf.Pdf) -> None:
    """Take back what the file says it conforms to."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as described:
        del described["pdfuaid:part"]


def with_a_jump(pdf: pikepdf.Pdf) -> None:
    """Let a heading of the third level follow the first."""
    next(structure_of_opened(pdf).all("H2")).entries.S = pikepdf.Name.H3


def with_its_file_name(pdf: pikepdf.Pdf) -> None:
    """Let the window show the name of the file."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def without_a_font(pdf: pikepdf.Pdf) -> None:
    """Take a font out of the file."""
    described = next(font_descriptors(pdf))
    for name in ("/FontFile2", "/FontFile3"):
        if name in described:
            del described[name]


def without_names_of_links(pdf: pikepdf.Pdf) -> None:
    """Take their descriptions from the links."""
    for link in links(pdf):
        del link["/Contents"]


SPOILERS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "7.3-1": without_alternative,
    "7.2-34": without_language,
    "7.1-9": without_title,
    "5-1": without_claim,
    "7.4.2-1": with_a_jump,
    "7.1-10": with_its_file_name,
    "7.21.4.1-1": without_a_font,
    "7.18.5-2": without_names_of_links,
}
"""Rule of PDF/UA-1 → what breaks it."""


@pytest.mark.slow
@pytest.mark.parametrize("rule", SPOILERS)
def test_verapdf_finds_what_was_spoiled(vera: VeraPdf, rule: str, tmp_path: Path) -> None:
    """A check that finds nothing must be able to find something."""
    path = tmp_path / "page.pdf"
    with pikepdf.open(io.BytesIO(pdf_of(SPOILED))) as pdf:
        SPOILERS[rule](pdf)
        pdf.save(path)

    assert rule in {fault.partition(":")[0] for fault in vera.faults(path)}


# --- what veraPDF does not see ----------------------------------------------------------


@every_name
def test_it_is_read_out_in_the_order_of_its_html(name: str) -> None:
    """One page, two files: whoever hears them hears the same words in the same order."""
    on_paper = squeezed(heard_in_pdf(structure_of(name)))
    told = heard_in_html(without_words_for_screens(html_of(name), on_paper))

    assert on_paper == squeezed(told)


@every_name
def test_headings_leave_out_no_level_and_are_those_of_the_html(name: str) -> None:
    """Who moves by headings must not wonder what was missed."""
    headings = list(structure_of(name).all("H1", "H2", "H3", "H4"))
    levels = [int(one.name[1]) for one in headings]
    on_paper = squeezed(heard_in_pdf(structure_of(name)))
    page = without_words_for_screens(html_of(name), on_paper)
    in_html = page.all("h1", "h2", "h3", "h4")
    shown = (one for one in in_html if "vh" not in one.classes)

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [squeezed(one.text()) for one in headings] == [squeezed(one.text()) for one in shown]


@every_name
def test_the_alternative_of_a_figure_is_its_charts_sentence(name: str) -> None:
    """Charts are the only figures; marks and shapes are artifacts beside their words."""
    told = [
        one.chart.sentence if isinstance(one, ChartPart) else one.text
        for one in pieces(every_page()[name])
        if isinstance(one, ChartPart | PicturePart)
    ]

    assert [str(one.entries.Alt) for one in structure_of(name).all("Figure")] == told


@every_name
def test_what_is_said_in_sentences_is_in_paragraphs(name: str) -> None:
    """Who reads by paragraphs finds them all, and each of them whole."""
    page = every_page()[name]
    paragraphs = {squeezed(one.text()) for one in structure_of(name).all("P")}
    told = [one.inline for one in pieces(page) if isinstance(one, TextPart | Foot)]
    told += [one.body for one in pieces(page) if isinstance(one, OutcomeItem)]
    told += [one.lead for one in page.blocks if isinstance(one, Head) and one.lead]
    sentences = {squeezed("".join(map(as_heard, one))) for one in told if one}

    assert sentences - paragraphs == set()


def as_heard(span: Span) -> str:
    """Give the words of a span as they stand on the page."""
    if span.kind == "ref":
        return f"[{span.text}]"
    return (
        say(f"outcome.{span.tone}") if span.kind == "outcome" and not span.text else span.text
    )


@every_name
def test_each_cell_is_read_out_with_the_head_of_its_column(name: str) -> None:
    """A table without heads passes veraPDF, and nobody can follow it by ear."""
    tables = list(structure_of(name).all("Table"))
    shown = [
        one
        for one in pieces(every_page()[name])
        if isinstance(one, TablePart) or (isinstance(one, ChartPart) and one.with_table)
    ]

    assert len(tables) == len(shown)
    for table in tables:
        heads = list(table.all("TH"))
        names = {str(one.entries.ID): one for one in heads}

        assert len(names) == len(heads) > 1
        assert {str(one.attribute("/Scope")) for one in heads} == {"/Column"}
        assert all(squeezed(one.text()) for one in heads)
        for row in (row for body in table.all("TBody") for row in body.all("TR")):
            told = [list(map(str, cell.attribute("/Headers"))) for cell in row.all("TD")]

            assert told == [[key] for key in names]


@every_name
def test_a_link_says_where_it_leads(name: str) -> None:
    """A screen reader lists links alone, where the number of a page says nothing."""
    all_pieces = list(pieces(every_page()[name]))
    numbers = [one.number for one in all_pieces if isinstance(one, SourceItem)]
    known = {f"[{number}]": say("page.source_n", n=number) for number in numbers}
    known |= {
        squeezed(one.text): str(one.address)
        for one in all_pieces
        if isinstance(one, Span) and one.kind == "link"
    }
    told = [
        (squeezed(link.text()), str(link.annotation.Contents))
        for link in structure_of(name).all("Link")
    ]

    assert [described for _, described in told] == [known[shown] for shown, _ in told]


@every_name
def test_the_file_says_what_it_is_and_brings_its_letters(name: str) -> None:
    """A language, a title that the window shows, and fonts whose letters can be copied."""
    pdf, page = opened(name), every_page()[name]
    with pdf.open_metadata() as described:
        title, part = described["dc:title"], described["pdfuaid:part"]
    fonts = list(font_descriptors(pdf))

    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == page.language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert (title, part) == (page.title, "1")
    assert fonts
    assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts)
    names = {str(one.FontName).rpartition("+")[2].partition("-")[0] for one in fonts}
    has_code = any(
        isinstance(one, CodePart) or (isinstance(one, Span) and one.kind == "code")
        for one in pieces(page)
    )

    assert any("SourceSans3" in one for one in names)
    assert {one for one in names if "SourceSans3" not in one} == (
        {"DejaVuSansMono"} if has_code else set()
    )


# --- what the tests read ----------------------------------------------------------------


def structure_of_opened(pdf: pikepdf.Pdf) -> Tagged:
    """Read the elements of a PDF that is about to be spoiled."""
    return read_structure(pdf, pdf_of(SPOILED))


def font_descriptors(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Go through the descriptions of a PDF's fonts."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            yield one


def links(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Go through the links of a PDF."""
    for page in pdf.pages:
        yield from page.get("/Annots", [])


def heard_in_pdf(element: Tagged) -> str:
    """Give the words of a PDF as they are read out, but for charts and the signs of lists."""
    return "".join(
        one if isinstance(one, str) else heard_in_pdf(one)
        for one in element.inside
        if isinstance(one, str) or not is_sign(one)
    )


def is_sign(element: Tagged) -> bool:
    """Tell whether HTML leaves an element to the browser: a bullet, a number, a drawing."""
    return element.name == "Figure" or (
        element.name == "Lbl" and not element.text().startswith("[")
    )


def without_words_for_screens(element: Element, on_paper: str) -> Element:
    """Leave out the explained words that a sheet had no room for; their section, if all."""
    if element.name == "section" and element.attributes.get("id") == "words":
        (words,) = (one for one in element.all("ul") if "wl" in one.classes)
        if not any(squeezed(one.text()) in on_paper for one in words.all("li")):
            return replace(element, inside=[])
    inside = [
        one if isinstance(one, str) else without_words_for_screens(one, on_paper)
        for one in element.inside
        if isinstance(one, str)
        or "wl" not in element.classes
        or squeezed(one.text()) in on_paper
    ]
    return replace(element, inside=inside)


def heard_in_html(element: Element) -> str:
    """Give the words of a page that both files show: no drawing, nothing for one way alone."""
    if element.name in {"head", "svg"} or element.classes & {"sl", "vh"}:
        return ""
    if element.attributes.get("aria-hidden") == "true":
        return ""
    return "".join(
        one if isinstance(one, str) else heard_in_html(one) for one in element.inside
    )
