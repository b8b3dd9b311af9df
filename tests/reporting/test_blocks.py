"""The page model: what it holds, what it cleans, what it refuses."""

import json
import pickle
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.pages import HANDOUTS, HOSTILE, page_of, read_page, small_page, words

from casecert_data.errors import PageError
from casecert_data.reporting.model._blocks import (
    Column,
    Foot,
    Head,
    ListPart,
    Need,
    Option,
    Page,
    Row,
    Section,
    SourceItem,
    SourcesPart,
    Span,
    TablePart,
    TextPart,
    WaysPart,
    clean_text,
    pieces,
)

TITLE = (Span.plain("Title"),)


def page_json(**changes: Any) -> dict[str, Any]:
    """Give the JSON of a small page, with some entries changed."""
    section = Section("one", "One", (TextPart(words("a")),)).to_json()
    head = Head((), (), "Title").to_json()
    return {"title": "Title", "language": "en", "blocks": [head, section | changes]}


@pytest.mark.parametrize("name", HANDOUTS)
def test_a_page_survives_the_way_through_json(name: str) -> None:
    """Cells put out JSON; what comes back is the same page."""
    page = read_page(name)

    assert Page.from_json(json.loads(json.dumps(page.to_json()))) == page


@pytest.mark.parametrize("text", HOSTILE)
def test_every_kind_of_part_survives_the_way_through_json(text: str) -> None:
    """Also parts that no handout uses, with every text hostile."""
    page = page_of(text)

    assert Page.from_json(page.to_json()) == page


def test_what_has_a_default_may_be_left_out() -> None:
    """A template's author writes only what differs."""
    part = TextPart.from_json({"part": "text", "inline": []})

    assert part == TextPart(())
    assert not part.small


@pytest.mark.parametrize("mark", ["markdown", "script", ""])
def test_an_unknown_kind_of_block_is_an_error(mark: str) -> None:
    """A typing error must not make a block vanish."""
    with pytest.raises(PageError, match=r"^blocks\[1\].block: expected one of head, outcomes"):
        Page.from_json(page_json(block=mark))


def test_an_unknown_kind_of_part_names_the_nearest() -> None:
    """The message helps to mend it."""
    parts = [{"part": "tabel"}]

    with pytest.raises(PageError, match=r"parts\[0\].part: .*Did you mean 'table'\?"):
        Page.from_json(page_json(parts=parts))


def test_a_part_that_does_not_say_its_kind_is_an_error() -> None:
    """Nothing is guessed."""
    with pytest.raises(PageError, match=r"blocks\[1\].parts\[0\]: expected an entry 'part'"):
        Page.from_json(page_json(parts=[{"inline": []}]))


def test_an_unknown_entry_is_an_error() -> None:
    """A misspelt entry would otherwise be a silent default."""
    with pytest.raises(PageError, match=r"new_pag: .*found 'new_pag'. Did you mean 'new_page'"):
        Page.from_json(page_json(new_pag=True))


def test_a_missing_entry_is_an_error() -> None:
    """What has no default must be said."""
    with pytest.raises(PageError, match=r"^expected an entry 'language', found none"):
        Page.from_json({"title": "Title", "blocks": []})


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"heading": 3}, "text"),
        ({"new_page": 1}, "true or false"),
        ({"parts": {}}, "a list"),
        ({"parts": [[]]}, "names with values"),
        ({"outcome": "maybe"}, "one of met, not_met, unknown"),
        ({"outcome": ["met"]}, "one of met, not_met, unknown"),
    ],
)
def test_a_value_of_another_kind_is_an_error(changes: dict[str, Any], expected: str) -> None:
    """Each names its place and what belongs there."""
    with pytest.raises(PageError, match=rf"^blocks\[1\]\.\w+.*: expected {expected}, found"):
        Page.from_json(page_json(**changes))


def test_a_broad_section_holds_what_can_fill_the_whole_width() -> None:
    """A drawing of the ways in is made for the narrower column beside its heading."""
    text = {"part": "text", "inline": []}
    page = Page.from_json(page_json(broad=True, parts=[text]))
    section = page.blocks[1]

    assert isinstance(section, Section)
    assert section.broad
    with pytest.raises(
        PageError, match="expected parts that can fill the whole width in a broad"
    ):
        Page.from_json(page_json(broad=True, parts=[text, {"part": "ways", "needs": []}]))


def test_true_is_no_whole_number() -> None:
    """Python counts with it, a page does not."""
    with pytest.raises(PageError, match=r"^number: expected a whole number, found True"):
        SourceItem.from_json({"number": True, "title": "A", "detail": []})


@given(st.text())
def test_text_is_cleaned_to_what_can_be_drawn(text: str) -> None:
    """No control, no mark that turns the direction of reading, nothing beyond UTF-8 and XML."""
    clean = clean_text(text)

    clean.encode()
    assert clean_text(clean) == clean
    assert not set(clean) & {chr(at) for at in (*range(32), *range(127, 160), 0xFEFF, 0xFFFF)}
    assert not set(clean) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
    assert not set(clean) & set("\u2066\u2067\u2068\u2069")


def test_a_line_break_becomes_a_blank() -> None:
    """Words on two lines must not run together."""
    assert clean_text("one\r\ntwo\u2028three\tfour") == "one two three four"


def test_letters_of_any_script_stay() -> None:
    """Cleaning is about what nobody can see; joiners shape words in Persian and in Hindi."""
    names = (
        "Zoë Łukasz Ольга 李小龍 \u0645\u06cc\u200c\u062e"
        " \u0915\u094d\u200d\u0937 \U0001f469\u200d\U0001f52c"
    )

    assert clean_text(names) == names


@pytest.mark.parametrize("make", [Span.plain, lambda text: Foot(words(text)), page_of])
def test_every_text_is_cleaned_wherever_it_stands(make: Any) -> None:
    """By whichever way a page is made, in charts too."""
    assert "\\u0000" not in json.dumps(make("a\0b").to_json())


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    """It cannot be written as UTF-8, and a file must not fail over it."""
    assert Span.plain("a\ud800b").text == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("tone", ["met", None, "red"])
def test_a_tag_takes_its_own_tones_only(tone: str | None) -> None:
    """A tone becomes a class name in HTML and a key in the PDF."""
    with pytest.raises(PageError, match=r"^tone: expected one of issuer, article, old, claim"):
        Span("tag", "Edition", tone)


@pytest.mark.parametrize("text", ["", "one", "1a", "\u0661", "-1"])
def test_a_reference_is_a_number(text: str) -> None:
    """It becomes part of an address within the page."""
    with pytest.raises(PageError, match=r"^text: expected the number of a source"):
        Span("ref", text)


def test_a_reference_without_a_source_is_an_error() -> None:
    """A link that leads nowhere is caught while the page is made."""
    lost = Section("a", "A", (TextPart((Span.ref(2),)),))

    with pytest.raises(PageError, match=r"^\[2\]: .*found 2; it lists nothing"):
        small_page(lost)


def test_a_number_of_a_source_stands_once() -> None:
    """Two sources of one number could not be told apart."""
    twice = SourcesPart((SourceItem(1, "A", ()), SourceItem(1, "B", ())))

    with pytest.raises(PageError, match=r"^number: expected each one once, found '1' twice"):
        small_page(Section("a", "A", (twice,)))


def test_a_section_id_stands_once() -> None:
    """It is an id in HTML."""
    with pytest.raises(PageError, match=r"^section_id: .*'a' twice"):
        small_page(Section("a", "A", ()), Section("a", "B", ()))


@pytest.mark.parametrize("name", ["", "s1", "1a", "A", "a b", 'a"b', "é"])
def test_a_section_id_is_a_safe_name(name: str) -> None:
    """It is an id in HTML, and s1 is the first source."""
    with pytest.raises(PageError, match=r"^section_id: expected lowercase letters"):
        Section(name, "A", ())


def test_a_page_begins_with_its_head() -> None:
    """It holds the one heading of the first level."""
    with pytest.raises(PageError, match=r"^blocks: expected one head, as the first block"):
        Page("A", "en", (Section("a", "A", ()),))


def test_a_page_ends_with_its_foot() -> None:
    """What follows the last words would be lost."""
    with pytest.raises(PageError, match=r"^blocks: expected one foot, as the last block"):
        small_page(Foot(TITLE), Section("a", "A", ()))


@pytest.mark.parametrize("language", ["", "english language", "EN", 'en"'])
def test_a_language_is_a_code(language: str) -> None:
    """It is an attribute of the file, and voices are chosen by it."""
    with pytest.raises(PageError, match=r"^language: expected a language such as 'en'"):
        Page("A", language, (Head((), (), "A"),))


def test_an_empty_heading_is_an_error() -> None:
    """Who moves by headings would land on nothing."""
    with pytest.raises(PageError, match=r"^heading: expected words, found ' '"):
        Section("a", " ", ())


def test_a_heading_that_would_fill_a_page_is_an_error() -> None:
    """It hangs in a narrow column."""
    with pytest.raises(PageError, match=r"^heading: expected at most 120 letters, found 121"):
        Section("a", "a" * 121, ())


def test_a_box_that_would_fill_a_page_is_an_error() -> None:
    """Boxes are never cut in two."""
    with pytest.raises(PageError, match=r"^text: expected at most 600 letters, found 601"):
        Option("A", "a" * 601)


def test_a_row_has_a_cell_for_each_column() -> None:
    """Cells would otherwise stand under the wrong head."""
    with pytest.raises(PageError, match=r"^rows\[1\].cells: expected 1, one for each column"):
        TablePart("Facts", (Column(TITLE),), (Row((TITLE,)), Row((TITLE, TITLE))))


@pytest.mark.parametrize("widths", [(50,), (0, 50), (60, 60)])
def test_widths_fit_the_columns(widths: tuple[int, ...]) -> None:
    """Percent of one width, one for each column."""
    with pytest.raises(PageError, match=r"^widths: expected"):
        TablePart("Facts", (Column(TITLE), Column(TITLE)), (), widths)


def test_a_column_needs_a_head() -> None:
    """Each cell is read out with it."""
    with pytest.raises(PageError, match=r"^label: expected words"):
        Column((Span.plain(" "),))


def test_conditional_needs_come_last() -> None:
    """The numbers that the sentence above names would otherwise be wrong."""
    needs = (Need("Only if", "", conditional=True), Need("Work", ""))

    with pytest.raises(PageError, match=r"^needs: .* needs last, found 'Work'"):
        WaysPart(needs)


def test_a_chart_that_cannot_be_read_says_where_it_stands() -> None:
    """The chart's own words say what is wrong with it."""
    parts = [{"part": "chart", "chart": {"chart_id": "a"}}]

    with pytest.raises(PageError, match=r"parts\[0\].chart: expected a chart, found"):
        Page.from_json(page_json(parts=parts))


def test_pieces_come_in_reading_order() -> None:
    """Checks of whole pages go by it."""
    part = ListPart("plain", (words("a"), words("b")))

    assert [one.text for one in pieces(part) if isinstance(one, Span)] == ["a", "b"]


def test_the_page_model_brings_no_renderer_with_it() -> None:
    """It is imported in every report's kernel, where each package costs time."""
    heavy = {"jinja2", "markupsafe", "typst", "pandas", "papermill", "IPython", "plotly"}
    code = (
        "import sys, casecert_data.reporting.model._blocks;"
        f"sys.exit(str({heavy!r} & set(sys.modules)) if {heavy!r} & set(sys.modules) else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_a_fault_of_a_page_passes_between_processes() -> None:
    """A worker that draws pages hands it to the one that reports it."""
    fault = PageError.missing("blocks[1]", "parts")

    assert str(pickle.loads(pickle.dumps(fault))) == str(fault)  # noqa: S301 - made right here
