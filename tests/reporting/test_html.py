"""Pages as HTML: self-contained, sealed, well-formed; whatever was said stays text."""

import re

import pytest
from support.html_elements import Element, read_html
from support.pages import HOSTILE, page_of, read_page, small_page, words

from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import (
    Column,
    FactItem,
    FactsPart,
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
)


def names(root: Element) -> list[str]:
    """Name the elements, in order."""
    return [one.name for one in root.all()]


def rendered(page: Page) -> Element:
    """Draw a page and read it."""
    return read_html(render_html(page))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    """The same elements come out as for harmless words, and the words are all there."""
    harmless, hostile = rendered(page_of("harmless words")), rendered(page_of(text))

    # A chart breaks a longer label into more lines.
    assert [one for one in names(hostile) if one not in {"text", "tspan"}] == [
        one for one in names(harmless) if one not in {"text", "tspan"}
    ]
    assert hostile.text().count(text[:100]) >= harmless.text().count("harmless words") // 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_attribute(text: str) -> None:
    """Quotes in a text do not end the attribute that it stands in."""
    known = {name for one in rendered(page_of("harmless")).all() for name in one.attributes}
    found = {name for one in rendered(page_of(text)).all() for name in one.attributes}

    assert found <= known


def test_words_of_the_foot_cannot_end_the_style(monkeypatch: pytest.MonkeyPatch) -> None:
    """A translation may hold quotes; whoever edits messages cannot add rules or elements."""
    nasty = '"}</style><b>\\'
    monkeypatch.setattr(
        "casecert_data.reporting.html._style.say", lambda key, **_: nasty if key else ""
    )
    html = render_html(small_page())

    assert "</style><b>" not in html
    assert '"}' not in html.partition("@bottom-left")[2].partition("content:")[2][:40]


def test_the_blank_before_a_reference_does_not_break() -> None:
    """A line that begins with [1] reads as the start of a list."""
    line = (Span.plain("It says so. "), Span.ref(1))
    sources = SourcesPart((SourceItem(1, "A", ()),))
    html = render_html(small_page(Section("a", "A", (TextPart(line), sources))))

    assert 'so.\u00a0<a class="ref" href="#s1" aria-label="Source 1">[1]</a>' in html


def test_and_and_or_are_words() -> None:
    """The ways in are heard as they are seen."""
    ways = WaysPart(
        (
            Need("Background", "any one of these", None, (Option("A", ""), Option("B", ""))),
            Need("Work", "", words("Some.")),
            Need("Only if you travel", "", words("A pass."), conditional=True),
        )
    )
    heard = " ".join(rendered(small_page(Section("ways", "Ways in", (ways,)))).text().split())

    assert "1 Background any one of these A or B and 2 Work Some. and + Only if" in heard


@pytest.mark.parametrize(
    ("count", "across", "below"),
    [(1, 1, 0), (2, 2, 0), (3, 3, 0), (4, 2, 1), (5, 3, 1), (7, 3, 2)],
)
def test_many_options_share_rows(count: int, across: int, below: int) -> None:
    """Four narrow boxes in a row could not be read."""
    need = Need("Background", "", None, (Option("A", "a"),) * count)
    page = rendered(small_page(Section("ways", "Ways in", (WaysPart((need,)),))))
    classes = [str(one.attributes.get("class")) for one in page.all("ul", "span")]

    assert f"opts opts-{across}" in classes
    assert classes.count("or or-below") == below


def listed(*items: SourceItem) -> Element:
    """Draw a section that refers to each of these sources, and lists them."""
    line = (Span.plain("So it is. "), *(Span.ref(item.number) for item in items))
    return rendered(small_page(Section("a", "A", (TextPart(line), SourcesPart(items)))))


def test_wide_facts_are_names_with_all_their_lines() -> None:
    """A screen reader tells which lines belong to which name."""
    more = (words("Second line."), words("Third line."))
    items = (FactItem("Fees", words("First line."), more), FactItem("When", words("Soon.")))
    page = rendered(small_page(Section("a", "A", (FactsPart(items, wide=True),))))
    (facts,) = page.all("dl")
    told = [
        [(one.name, one.text()) for one in group.all("dt", "dd")] for group in facts.all("div")
    ]

    assert facts.attributes["class"] == "wide"
    assert told == [
        [("dt", "Fees"), *(("dd", f"{one} line.") for one in ("First", "Second", "Third"))],
        [("dt", "When"), ("dd", "Soon.")],
    ]


def test_a_long_name_of_a_fact_gets_a_wider_column() -> None:
    """It would else break in the middle of a word."""

    def classes(term: str) -> list[object]:
        part = FactsPart((FactItem(term, words("So.")),), wide=True)
        page = rendered(small_page(Section("a", "A", (part,))))
        return [one.attributes["class"] for one in page.all("dl")]

    assert classes("Keeping it") == ["wide"]
    assert classes("Reaccreditation") == ["wide far"]


def test_sources_that_run_on_keep_their_places() -> None:
    """Each number is a place in the page, once, also where ten share a paragraph."""
    page = listed(
        SourceItem(2, "B.", words("By her."), "Its own pages:"),
        SourceItem(3, "C.", (), "Its own pages:"),
        SourceItem(1, "A.", words("By him."), "Older pages:"),
    )
    runs = [
        " ".join(one.text().split()) for one in page.all("p") if "run" in str(one.attributes)
    ]
    places = [one.attributes.get("id") for one in page.all("span")]
    links = [one.attributes["href"] for one in page.all("a")]

    assert runs == ["Its own pages: [2] B. By her. [3] C.", "Older pages: [1] A. By him."]
    assert [one for one in places if one] == ["s2", "s3", "s1"]
    assert links == ["#s2", "#s3", "#s1"]
    assert not list(page.all("ol"))


def test_a_few_sources_are_a_list() -> None:
    """Heard as a list of two."""
    page = listed(SourceItem(1, "A.", words("By him.")), SourceItem(2, "B.", ()))
    (sources,) = (one for one in page.all("ol") if one.attributes["class"] == "refs")

    assert [one.attributes["id"] for one in sources.all("li")] == ["s1", "s2"]


def test_the_references_of_many_sources_lead_to_their_own() -> None:
    """The number that is read is the number of the place."""
    page = rendered(read_page("details"))
    by_id = {
        one.attributes["id"]: one.text() for one in page.all("span") if "id" in one.attributes
    }
    links = [(str(one.attributes["href"])[1:], one.text()) for one in page.all("a")]

    assert len(by_id) > 10
    assert len(links) > len(by_id)
    assert all(by_id[place].startswith(text) for place, text in links)


def test_a_table_stacks_if_a_column_says_how() -> None:
    """Roles are spelled out then, since the phone's style takes them away."""
    told = Column(words("What you told us"), stack_label="You told us: ")
    table = TablePart(
        "Facts",
        (Column(words("Requirement")), told),
        (
            Row((words("Work: any one"), words("See below"))),
            Row((words("12 months"), words("None")), indented=True),
            Row((words("License"), ())),
        ),
        (70, 30),
    )
    page = rendered(small_page(Section("a", "A", (table,))))
    cells = [one.text() for one in page.all("td")]
    roles = {one.attributes.get("role") for one in page.all("table", "tr", "th", "td")}

    assert roles == {"table", "row", "columnheader", "rowheader", "cell"}
    assert cells == ["See below", "You told us: None", ""]


def test_only_the_widths_in_use_are_in_the_style() -> None:
    """A style attribute is not allowed, so each width is a class."""
    table = TablePart("Facts", (Column(words("A")), Column(words("B"))), (), (65, 35))
    style = next(rendered(small_page(Section("a", "A", (table,)))).all("style")).text()

    assert re.findall(r"\.w\d+\{.*?\}", style) == [".w35{width:35%}", ".w65{width:65%}"]


def test_equal_pages_give_equal_files() -> None:
    """A batch that is run again changes no file."""
    assert render_html(read_page("person")) == render_html(read_page("person"))
