"""The words that a handout explains: those it uses, all on a screen, on paper what fits."""

import io
import json
from functools import cache

import pikepdf
import pytest
from support.every_page import EVERY_PAGE, every_page
from support.page_words import ON, handout, person
from support.pages import small_page
from support.pages import words as line
from support.pdf_structure import read_structure, squeezed

from casecert_data.catalog import Term, code_names, glossary, table, terms_used
from casecert_data.reporting import CertificationPage
from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import (
    Foot,
    ListPart,
    Page,
    Section,
    TextPart,
    WordItem,
    WordsPart,
    pieces,
)
from casecert_data.reporting.pages._shown import Shown
from casecert_data.reporting.pdf import render_pdf
from casecert_data.shipped import reports_folder

FORMS = {name for name in EVERY_PAGE if name.startswith(("form", "written", "every", "own"))}
every_handout = pytest.mark.parametrize("name", [one for one in EVERY_PAGE if one not in FORMS])
ROOMY, FULL = "certification-crc-issuer", "certification-ccm-issuer"


def words_of(page: Page) -> list[WordItem]:
    """Return the words that a page explains."""
    return [one for one in pieces(page) if isinstance(one, WordItem)]


def told(item: WordItem) -> str:
    """Return a word and what it means as they are read out."""
    meaning = "".join(f"[{one.text}]" if one.kind == "ref" else one.text for one in item.inline)
    return squeezed(f"{item.term} {meaning}")


@cache
def paper(name: str) -> tuple[int, str]:
    """Return how many pages the PDF of a page has, and its words."""
    pdf = render_pdf(every_page()[name])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages), squeezed(read_structure(opened, pdf).text())


def text_above(page: Page) -> str:
    """Return what stands above the words, as a text."""
    above = []
    for block in page.blocks:
        if isinstance(block, Section) and block.section_id in {"words", "sources"}:
            break
        above.append(block)
    return repr(Shown(tuple(above)))


# --- which words ------------------------------------------------------------------------


@every_handout
def test_a_word_that_is_explained_is_used(name: str) -> None:
    """A list of words that are not on the page is not read."""
    page = every_page()[name]
    used = {one.term.meaning for one in terms_used(text_above(page))}

    assert words_of(page)
    assert {one.inline[0].text for one in words_of(page)} <= used


@every_handout
def test_a_word_that_is_used_is_explained_or_tells_itself(name: str) -> None:
    """Letters with their name beside them need no other explanation."""
    page = every_page()[name]
    text = text_above(page)
    explained = {one.inline[0].text for one in words_of(page)}
    kit = {str(row["term_id"]) for row in table("glossary") if row["word_kind_code"] == "kit"}
    terms = {one.term for one in terms_used(without_names(text))}
    left = [one for one in terms if one.meaning not in explained and one.term_id not in kit]

    assert [one.name for one in left if not tells_itself(one, text)] == []


def without_names(text: str) -> str:
    """Leave out the names that letters stand for, which are more than their words."""
    names = {one.stands_for for one in glossary().values() if one.stands_for}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def test_a_word_in_a_name_is_no_word_of_the_page() -> None:
    """The Accredited Case Manager is a title; nothing there asks for what is accredited."""
    page = every_page()["job-type-prison"]

    assert "Accredited Case Manager for nurses (ACM-RN)" in text_above(page)
    assert "Accredited:" not in {one.term for one in words_of(page)}
    assert "Parent occupation:" in {one.term for one in words_of(page)}


def tells_itself(term: Term, text: str) -> bool:
    """Tell whether a text names what letters stand for."""
    named = term.stands_for is not None and term.stands_for in text
    return named or f"({term.name})" in text


def test_the_list_is_looked_through_by_letter() -> None:
    """Whoever looks a word up knows how it begins."""
    terms = [one.term.casefold() for one in words_of(person("R-014"))]

    assert len(terms) > 10
    assert terms == sorted(terms)


def test_what_a_requirement_turns_on_goes_first() -> None:
    """Then letters, then words that most people know."""
    kinds = code_names("word_kind_code")
    by_meaning = {one.meaning: one.kind for one in glossary().values()}
    ranked = sorted(words_of(person("R-014")), key=lambda one: one.rank)
    order = [kinds.index(by_meaning[one.inline[0].text]) for one in ranked]

    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


def test_words_of_a_part_that_was_taken_out_are_not_explained() -> None:
    """An educator's copy explains what it shows."""
    whole = CertificationPage("ccm", on=ON)
    for part in ("heading", "at_a_glance", "ways_in", "differences"):
        getattr(whole, part)()
    short = CertificationPage("ccm", on=ON)
    short.heading()

    assert "LPN:" in {one.term for one in words_in(whole.words())}
    assert "LPN:" not in {one.term for one in words_in(short.words())}


def words_in(shown: Shown) -> list[WordItem]:
    """Return the words that a cell explains."""
    return [one for block in shown.blocks for one in pieces(block) if isinstance(one, WordItem)]


def test_a_fact_in_a_meaning_names_its_source() -> None:
    """By its number where the page cites it, else by its title; never by a new number."""
    by_term = {one.term: one.inline for one in words_of(handout("ccm"))}
    experience, lpn = by_term["Supervised field experience:"], by_term["LPN:"]

    assert [one.kind for one in experience][-1] == "ref"
    assert lpn[-1].text.startswith("Source: ")


def test_every_template_explains_its_words_above_its_sources() -> None:
    """But the form, which is filled in with a counselor."""
    last = {}
    for path in sorted(reports_folder().glob("*/template.ipynb")):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        last[path.parent.name] = ["".join(one["source"]) for one in cells][-2:]
    form = last.pop("intake-form")

    assert "page.words()" not in form
    assert set(map(tuple, last.values())) == {("page.words()", "page.sources()")}


# --- how many on paper ------------------------------------------------------------------


def test_paper_with_room_has_all_of_them() -> None:
    """The list is short, and a reader of paper has no other."""
    _, text = paper(ROOMY)

    assert words_of(every_page()[ROOMY])
    assert [one.term for one in words_of(every_page()[ROOMY]) if told(one) not in text] == []


def test_full_paper_has_no_heading_over_nothing() -> None:
    """What matters more has taken the room."""
    pages, text = paper(FULL)

    assert pages == 2
    assert [one.term for one in words_of(every_page()[FULL]) if told(one) in text] == []
    assert squeezed("Words") not in text


@pytest.mark.parametrize("name", ["person-R-013-issuer", "person-R-019-issuer"])
def test_paper_with_some_room_has_those_that_are_needed_most(name: str) -> None:
    """A word of a lower rank never takes the place of a higher one."""
    _, text = paper(name)
    ranked = sorted(words_of(every_page()[name]), key=lambda one: one.rank)
    on_paper = [told(one) in text for one in ranked]

    assert 0 < sum(on_paper) < len(on_paper)
    assert on_paper == sorted(on_paper, reverse=True)


def test_a_screen_has_all_of_them() -> None:
    """It is as long as it has to be."""
    page = every_page()[FULL]
    html = render_html(page)

    assert [one.term for one in words_of(page) if one.term not in html] == []


def filled(count: int, *more: Section) -> Page:
    """Make a page of some lines, with a last section below them."""
    lines = tuple(TextPart(line("A line of words.")) for _ in range(count))
    last = Section("last", "Last", (ListPart("plain", (line("The last."),)),))
    return small_page(Section("a", "A", lines), *more, last, Foot(line("The issuer decides.")))


def pages_of(page: Page) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(io.BytesIO(render_pdf(page))) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("count", range(12, 34, 3))
def test_no_page_is_added_for_words(count: int) -> None:
    """They take what is left, and not a line more."""
    items = tuple(WordItem(f"Word {at}:", line("What it means."), at) for at in range(1, 9))
    words = Section("words", "Words", (WordsPart(items),))

    assert pages_of(filled(count, words)) == pages_of(filled(count))


def test_words_without_room_go_over_with_what_comes_next() -> None:
    """At the top of the last page there is more room than at the foot of the one before."""
    items = tuple(WordItem(f"Word {at}:", line("What it means."), at) for at in range(1, 4))
    words = Section("words", "Words", (WordsPart(items),))
    fits = [count for count in range(12, 40) if pages_of(filled(count)) == 1]
    pdf = render_pdf(filled(fits[-1] + 1, words))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        text = squeezed(read_structure(opened, pdf).text())
        assert len(opened.pages) == 2

    assert [one.term for one in items if told(one) not in text] == []


def test_words_that_nothing_follows_are_a_section_as_any_other() -> None:
    """An educator's copy may have no sources below them."""
    words = Section(
        "words", "Words", (WordsPart((WordItem("Median:", line("The middle."), 1),)),)
    )
    pdf = render_pdf(small_page(words))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        text = read_structure(opened, pdf).text()

    assert "Median: The middle." in " ".join(text.split())


def test_a_page_that_has_told_nothing_has_no_list() -> None:
    """A heading over nothing is a riddle."""
    assert CertificationPage("ccm", on=ON).words().blocks == ()
