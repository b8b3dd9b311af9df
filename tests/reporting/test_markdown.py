"""Markdown of an educator's own cells: what of it comes through, and what is refused."""

import pytest
from support.pictures import png

from casecert_data.errors import OwnCellError
from casecert_data.reporting.model._own_parts import CodePart, ItemsPart, PicturePart, QuotePart
from casecert_data.reporting.model._parts import TablePart, TextPart
from casecert_data.reporting.model._spans import Span
from casecert_data.reporting.own._markdown import Heading, read_markdown
from casecert_data.reporting.own._own_tables import MOST_COLUMNS, MOST_ROWS


def only(text: str) -> object:
    """Read Markdown that is one part."""
    [found] = read_markdown(text, {}).found
    return found


def words(part: object) -> str:
    """Return the words of a paragraph."""
    assert isinstance(part, TextPart)
    return "".join(span.text for span in part.inline)


def test_emphasis_links_and_code_keep_their_manner() -> None:
    """Both kinds of emphasis are set heavier: the kit has no slanted type."""
    part = only("Ask **soon** or *now*: [us](https://example.org/a), `CCM`.")

    assert isinstance(part, TextPart)
    assert part.inline[1] == Span.strong("soon")
    assert part.inline[3] == Span.strong("now")
    assert part.inline[5] == Span("link", "us", address="https://example.org/a")
    assert part.inline[7] == Span("code", "CCM")


@pytest.mark.parametrize(
    "address",
    ["../notes.pdf", "#there", "file:///etc/passwd", "vbscript:x", "data:text/html,x"],
)
def test_a_link_to_elsewhere_is_its_words_and_is_told(address: str) -> None:
    """A student's page can lead to the web or to a mailbox alone."""
    read = read_markdown(f"See [the notes]({address}).", {})

    assert not [
        span
        for part in read.found
        if isinstance(part, TextPart)
        for span in part.inline
        if span.address
    ]
    assert "the notes" in words(read.found[0])


def test_a_link_that_is_no_web_address_is_noted() -> None:
    """Whoever wrote it can put the file on the web, or name it in words."""
    assert read_markdown("[the notes](../notes.pdf)", {}).notes == ("link",)
    assert read_markdown("[us](mailto:us@example.org)", {}).notes == ()


@pytest.mark.parametrize(
    "html", ["<script>alert(1)</script>", "a <b>word</b>", "<!-- hidden -->", "<img src=x>"]
)
def test_html_stays_text(html: str) -> None:
    """It is shown as it was typed, and nothing obeys it."""
    assert words(only(html)) == html


def test_lists_keep_their_nesting_and_their_numbers() -> None:
    """A step with points below it stays one step."""
    part = only("3. Collect\n   - license\n   - hours\n4. Send")

    assert isinstance(part, ItemsPart)
    assert (part.ordered, part.start, len(part.items)) == (True, 3, 2)
    assert isinstance(part.items[0][1], ItemsPart)
    assert [words(item[0]) for item in part.items[0][1].items] == ["license", "hours"]


def test_lists_in_lists_have_an_end() -> None:
    """The text column is too narrow for a sixth level, and a page is no tree."""
    deep = "\n".join(f"{'  ' * depth}- {depth}" for depth in range(6))

    with pytest.raises(OwnCellError, match="more than 4 times"):
        read_markdown(deep, {})


def test_a_table_has_heads_and_sides() -> None:
    """The first column names the rows; a column set to the right holds numbers."""
    part = only("| For | Fee |\n|---|--:|\n| CCM | $350 |")

    assert isinstance(part, TablePart)
    assert part.caption == "Table: For, Fee"
    assert [column.numeric for column in part.columns] == [False, True]
    assert part.rows[0].cells == ((Span.plain("CCM"),), (Span.plain("$350"),))


def test_a_table_that_no_page_holds_is_cut_and_says_so() -> None:
    """The first rows and columns are there, and a sentence on the rest."""
    wide, long = MOST_COLUMNS + 2, MOST_ROWS + 5
    row = "|" + " x |" * wide
    read = read_markdown("\n".join([row, "|" + "---|" * wide, *[row] * long]), {})
    table, left_out = read.found

    assert isinstance(table, TablePart)
    assert (len(table.columns), len(table.rows)) == (MOST_COLUMNS, MOST_ROWS)
    assert words(left_out) == (
        "Rows 201 to 205 are left out here. Columns 11 to 12 are left out here."
    )
    assert read.notes == ("cut",)


def test_code_keeps_its_blanks() -> None:
    """Lines that were aligned by hand stay so."""
    assert only("```\na\n    b\n\tc\n```") == CodePart(("a", "    b", "    c"))


def test_a_quote_holds_paragraphs() -> None:
    """What somebody else said may be more than one of them."""
    part = only("> One.\n>\n> Two.")

    assert isinstance(part, QuotePart)
    assert [words(one) for one in part.parts] == ["One.", "Two."]


def test_a_line_break_that_was_meant_is_kept() -> None:
    """An address stands on lines of its own; other line ends are blanks."""
    part = only("12 Main St.\\\nAnn Arbor\nMichigan")

    assert isinstance(part, TextPart)
    assert [span.kind for span in part.inline] == ["text", "break", "text", "text", "text"]
    assert words(part) == "12 Main St.Ann Arbor Michigan"


def test_headings_keep_the_level_that_was_typed() -> None:
    """Where they stand in the page is settled later."""
    assert read_markdown("# A\n\n#### *B* `c`", {}).found == (
        Heading(1, "A"),
        Heading(4, "B c"),
    )


def test_a_heading_in_a_list_is_no_heading_of_the_page() -> None:
    """It would break the order of headings."""
    part = only("- # Dates")

    assert isinstance(part, ItemsPart)
    assert part.items == ((TextPart((Span.strong("Dates"),)),),)


def test_a_heading_without_words_is_none() -> None:
    """Nobody would hear it."""
    assert read_markdown("# \n\n- ##", {}).found == (ItemsPart(((),)),)


def test_a_long_heading_is_refused() -> None:
    """The message says how long it may be."""
    with pytest.raises(OwnCellError, match="more than 120 letters"):
        read_markdown(f"# {'w' * 121}", {})


def test_a_picture_inside_the_cell_comes_through() -> None:
    """By the name under which the notebook keeps it, also where that has a blank."""
    attached = {"our map.png": {"image/png": png(48, 24)}}
    [part] = read_markdown("![Our campus](attachment:our%20map.png)", attached).found

    assert isinstance(part, PicturePart)
    assert (part.text, part.width, part.height) == ("Our campus", 48, 24)


def test_a_picture_between_words_stands_by_itself() -> None:
    """Above and below it are the words around it."""
    text = f"Here: ![Our campus](data:image/png;base64,{png(4, 4)}) it is."
    kinds = [type(one).__name__ for one in read_markdown(text, {}).found]

    assert kinds == ["TextPart", "PicturePart", "TextPart"]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("![](attachment:a.png)", "without words"),
        ("![A map](map.png)", "lies elsewhere"),
        ("![A map](https://example.org/map.png)", "lies elsewhere"),
        ("![A map](attachment:b.png)", "no whole PNG or JPEG"),
        ("[![A map](attachment:a.png)](https://example.org)", "lies elsewhere"),
        ("```mermaid\ngraph TD\n```", "a mermaid diagram"),
    ],
)
def test_what_no_page_can_show_is_refused(text: str, match: str) -> None:
    """Nothing that somebody put in is dropped without a word."""
    with pytest.raises(OwnCellError, match=match):
        read_markdown(text, {"a.png": {"image/png": png(2, 2)}})


def test_a_formula_is_shown_as_typed_and_noted() -> None:
    """Dollars are no formula."""
    assert read_markdown("$$x^2$$", {}).notes == ("formula",)
    assert read_markdown("From $350 to $400.", {}).notes == ()
