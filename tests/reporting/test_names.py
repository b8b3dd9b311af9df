"""Names in many scripts through both faces of a page: every letter, in the order of reading."""

import io
import os
from collections.abc import Iterator
from importlib.util import find_spec as really_find
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.html_elements import read_html
from support.java import needs_java
from support.page_words import ON, sample_class, whole_page
from support.pages import words
from support.pdf_structure import read_structure
from support.vera_pdf import running_vera_pdf

from casecert_data.profiles import read_profile
from casecert_data.reporting import PersonPage, _font_files
from casecert_data.reporting.html import render_html
from casecert_data.reporting.html._page import _in_pieces
from casecert_data.reporting.model._blocks import (
    Column,
    Head,
    Page,
    Row,
    Section,
    TablePart,
    TextPart,
)
from casecert_data.reporting.model._institution import Contact, Institution
from casecert_data.reporting.pdf import _fonts, render_pdf
from casecert_data.reporting.pdf._fonts import font_families

NAMES = {
    "Latin": "Łukasz Żółć-Ñandú",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Олександра Ґалаґан",
    "Vietnamese": "Nguyễn Thị Phương",
    "Chinese": "张伟 王秀英",
    "Chinese of Taiwan": "黃國華 陳麗",
    "Japanese": "山田 さくら ジョン",
    "Korean": "김민준 이서연",
    "Arabic": "محمد عبد الله الزهراء",
    "Persian": "شقایق پژمان گلچین",
    "Urdu": "محمود نواز ٹوڈر بڑے",
    "Hebrew": "אברהם בן־כהן",
    "Devanagari": "अमिताभ बच्चन क्षत्रिय",
    "several": "Ann 李小龍 محمد Ольга",
}

DOUBLED = {
    "Bengali": "রবীন্দ্রনাথ ঠাকুর",
    "Thai": "สมชาย ใจดี",
    "Hebrew with points": "אַבְרָהָם",
    "Arabic with points": "زَيْنَب",
}
"""Drawn right, but typst lets some letters be heard twice."""

FAMILY_FIRST = {
    "张伟": "SC",
    "黃國華": "TC",
    "山田さくら": "JP",
    "髙橋": "JP",
    "李小龍 张伟": "SC",
    "김李": "KR",
}
"""Text → whose way of writing Chinese characters it asks for."""

every_script = pytest.mark.parametrize("script", NAMES)


def page_with(name: str) -> Page:
    """Make a page that says a name where a page says one, with numbers around it."""
    row = Row((words(name), words("12")))
    table = TablePart("Names", (Column(words("Name")), Column(words("Hours"))), (row,))
    return Page(
        "A page",
        "en",
        (
            Head((), (), f"For {name}, 12", meta=words(f"{name}, profile 7: nurse")),
            Section("a", "A", (TextPart(words(f"In 3 years {name} (12) did 40.")), table)),
        ),
    )


def heard(pdf: bytes) -> str:
    """Give all that a screen reader says of a PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return read_structure(opened, pdf).text()


def fonts_of(pdf: bytes) -> set[str]:
    """Name the fonts of a PDF, without the mark of their cut."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        names = {char["fontname"] for page in opened.pages for char in page.chars}
    return {name.rpartition("+")[2] for name in names}


@pytest.fixture
def without_extras(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hide the packages that are not installed with casecert itself."""
    looked_up = [one for one in vars(_fonts).values() if hasattr(one, "cache_clear")]

    def find(module: str) -> Any:
        return None if module.startswith("manimgx") else really_find(module)

    monkeypatch.setattr(_font_files, "find_spec", find)
    for one in looked_up:
        one.cache_clear()
    yield
    for one in looked_up:
        one.cache_clear()


@every_script
def test_a_name_is_heard_in_pdf_as_it_was_written(script: str) -> None:
    """In a title, in a line with numbers around it, and in a table; and nothing is missing."""
    notes: list[str] = []
    name = NAMES[script]
    told = heard(render_pdf(page_with(name), on_note=notes.append)).replace("\u00a0", " ")

    assert notes == []
    assert f"For {name}, 12" in told
    assert f"{name}, profile 7: nurse" in told
    assert f"In 3 years {name} (12) did 40." in told
    assert told.count(name) == 4


@pytest.mark.parametrize("script", DOUBLED)
def test_other_scripts_are_drawn_without_a_gap(script: str) -> None:
    """Every letter has a glyph."""
    notes: list[str] = []
    told = heard(render_pdf(page_with(DOUBLED[script]), on_note=notes.append))

    assert notes == []
    assert set(DOUBLED[script]) <= set(told)


@pytest.mark.xfail(reason="typst writes a letter once for each glyph that it is drawn by")
@pytest.mark.parametrize("script", DOUBLED)
def test_other_scripts_are_heard_as_they_were_written(script: str) -> None:
    """As soon as they are, this test says so, and docs/institution.md can."""
    assert f"For {DOUBLED[script]}, 12" in heard(render_pdf(page_with(DOUBLED[script])))


@every_script
def test_a_name_is_in_html_as_it_was_written(script: str) -> None:
    """The browser finds the letters; the page keeps the order around them."""
    name = NAMES[script]
    html = read_html(render_html(page_with(name)))
    [heading] = html.all("h1")
    [meta] = (one for one in html.all("p") if "meta" in one.classes)

    assert heading.text() == f"For {name}, 12"
    assert meta.text() == f"{name}, profile 7: nurse"


@pytest.mark.parametrize("script", ["Arabic", "Persian", "Urdu", "Hebrew"])
def test_a_name_from_the_right_does_not_draw_in_what_follows_it(script: str) -> None:
    """By the rules of writing, a comma and a number would go to its left."""
    name = NAMES[script]
    page = page_with(name)
    with pdfplumber.open(io.BytesIO(render_pdf(page))) as opened:
        chars = opened.pages[0].chars
    line = [one for one in chars if one["size"] == pytest.approx(22, abs=1)]
    letters = [one["x0"] for one in line if ord(one["text"][0]) > 0x58F]
    [one, two] = (char["x0"] for char in line if char["text"] in {"1", "2"})

    assert f"<h1>For <bdi>{name}</bdi>, 12</h1>" in render_html(page)
    assert max(letters) < one < two


def test_a_longer_text_from_the_right_goes_on_in_the_next_line() -> None:
    """Only a name is kept together."""
    long = " ".join(["محمد عبد الله"] * 14)
    page = Page("A", "en", (Head((), (), "A"), Section("a", "A", (TextPart(words(long)),))))
    with pdfplumber.open(io.BytesIO(render_pdf(page))) as opened:
        chars = [one for one in opened.pages[0].chars if ord(one["text"][0]) > 0x58F]

    assert len({round(one["bottom"]) for one in chars}) >= 2
    assert max(one["x1"] for one in chars) <= 612 - 54 + 1


@pytest.mark.parametrize("text", FAMILY_FIRST)
def test_chinese_characters_are_written_as_at_home(text: str) -> None:
    """The same character differs a little by place; letters of one place tell which it is."""
    chinese = [one for one in font_families(text) if "CJK" in one]

    assert chinese[0].endswith(f" {FAMILY_FIRST[text]}")


def test_the_main_typeface_is_asked_first() -> None:
    """What it has, it draws: other typefaces stand out."""
    assert fonts_of(render_pdf(page_with("Ann Žižek"))) == {"SourceSans3-Roman"}


@pytest.mark.usefixtures("without_extras")
def test_a_letter_without_a_typeface_stands_as_its_code() -> None:
    """It is not dropped, the class is not stopped, and what would bring it is said."""
    notes: list[str] = []
    told = heard(render_pdf(page_with("李小龍 Lee"), on_note=notes.append))

    assert "For [U+674E U+5C0F U+9F8D] Lee, 12" in told
    assert notes == [
        (
            "the PDF shows 3 letters as codes, because their typeface is not installed: "
            "casecert[fonts-cjk] brings it"
        )
    ]


@pytest.mark.usefixtures("without_extras")
def test_a_note_does_not_spell_a_name() -> None:
    """Notes are kept in a manifest; codes of a whole name are the name."""
    notes: list[str] = []
    render_pdf(page_with("李小龍 สมชาย"), on_note=notes.append)

    assert len(notes) == 2
    assert not any("U+" in note for note in notes)


def test_a_letter_that_nothing_brings_is_named_by_its_code() -> None:
    """So that whoever wrote it can find it."""
    notes: list[str] = []
    told = heard(render_pdf(page_with("Ann \U00012000\U00016a40!"), on_note=notes.append))

    assert "For Ann [U+12000 U+16A40]!, 12" in told
    assert notes == [
        "the PDF shows U+12000, U+16A40 as codes, because no typeface here has them"
    ]


@pytest.mark.usefixtures("without_extras")
def test_what_only_joins_letters_goes_with_them() -> None:
    """A family of three is one emoji of five letters."""
    told = heard(render_pdf(page_with("\U0001f468\u200d\U0001f469\u200d\U0001f467\ufe0f")))

    assert "For [U+1F468 U+1F469 U+1F467], 12" in told


@pytest.mark.usefixtures("without_extras")
def test_a_folder_of_ones_own_is_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever has typefaces that no package has, or may not install packages."""
    spec = really_find("manimgx_fonts_cjk")
    assert spec is not None
    (folder,) = tuple(spec.submodule_search_locations or ())
    monkeypatch.setenv(_font_files.FONTS_VARIABLE, os.pathsep.join(["/no/such/folder", folder]))
    notes: list[str] = []
    told = heard(render_pdf(page_with("李小龍"), on_note=notes.append))

    assert notes == []
    assert "For 李小龍, 12" in told


def test_another_typeface_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What was made without a typeface can be made anew when it is there."""
    before = _font_files.font_files()
    (tmp_path / "Own.ttf").write_bytes(b"12345")
    (tmp_path / "Own.txt").write_bytes(b"12345")
    monkeypatch.setenv(_font_files.FONTS_VARIABLE, str(tmp_path))

    assert set(_font_files.font_files()) - set(before) == {("Own.ttf", 5)}


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("Ann\x00 Lee\x07", "Ann Lee"),
        ("Ann\tLee\u2028Roe", "Ann Lee Roe"),
        ("Ann \u202eeeL\u202c", "Ann eeL"),
        ("\u2067Ann\u2069 \u061cLee\u200f", "Ann Lee"),
        ("Ann\ud800Lee\udfff", "Ann\ufffdLee\ufffd"),
        ("Ann\ufeff\u200bLee\U000e0041", "AnnLee"),
        ("\u0634\u0642\u0627\u06cc\u0642\u200c\u0647\u0627", None),
    ],
    ids=["controls", "breaks", "override", "isolates", "surrogates", "no width", "non-joiner"],
)
def test_what_cannot_be_drawn_goes_and_what_shapes_letters_stays(
    dirty: str, clean: str | None
) -> None:
    """The same in both faces; nothing of it stops a page or turns the words around it."""
    clean = dirty if clean is None else clean
    notes: list[str] = []
    told = heard(render_pdf(page_with(dirty), on_note=notes.append)).replace("\u00a0", " ")
    html = read_html(render_html(page_with(dirty)))

    assert notes == []
    assert next(html.all("h1")).text() == f"For {clean}, 12"
    assert f"For {clean}, 12".replace("\u200c", "") in told.replace("\u200c", "")


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_whatever_letters_a_name_has_the_page_is_made(name: str) -> None:
    """Of any script, of none, joined by anything: a letter or its code, and no end."""
    page = Page("A", "en", (Head((), (), "A", meta=words(name)),))

    assert render_pdf(page).startswith(b"%PDF-")


@every_script
def test_a_persons_pdf_stays_small_with_any_name(script: str) -> None:
    """Only the letters that are used go into the file."""
    assert len(render_pdf(named_person(NAMES[script]))) <= 100_000
    assert len(render_html(named_person(NAMES[script])).encode()) <= 200_000


def test_an_institutions_name_may_be_in_any_script() -> None:
    """Also where the rest of the page is plain."""
    said = Institution(
        "جامعة البحيرة", contact=Contact(address="臺北市 12"), footer="Ευχαριστώ"
    )
    page = page_with("Ann").handed_out_by(said)
    told = heard(render_pdf(page))

    assert "جامعة البحيرة" in told
    assert "臺北市 12" in told
    assert '<p class="who"><bdi>جامعة البحيرة</bdi></p>' in render_html(page)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ann", [(None, "Ann")]),
        ("ACM-RN", [(None, ""), ("kl", "ACM-RN"), (None, "")]),
        ("a אב גד, 1", [(None, "a "), ("bdi", "אב גד"), (None, ", 1")]),
        ("אב-גד", [(None, ""), ("bdi", "אב-גד"), (None, "")]),
    ],
)
def test_a_text_is_cut_where_something_is_kept_together(
    text: str, pieces: list[tuple[str | None, str]]
) -> None:
    """And nothing of it is lost."""
    assert list(_in_pieces(text)) == pieces


@pytest.mark.slow
def test_verapdf_finds_nothing_against_any_name(tmp_path: Path) -> None:
    """Fonts are whole, and every letter can be told from its glyph."""
    needs_java()
    path = tmp_path / "names.pdf"
    with running_vera_pdf() as vera:
        path.write_bytes(render_pdf(page_with(" and ".join(NAMES.values()))))

        assert vera.faults(path) == []


def named_person(name: str) -> Page:
    """Give the page of the person whose PDF is the largest, with a name."""
    profile = sample_class()["R-014"]
    named = read_profile({**profile.to_json(), "display_name": name})
    return whole_page(PersonPage(named, on=ON))
