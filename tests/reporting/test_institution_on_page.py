"""An institution on a page: at its top, in its foot, in its metadata; in HTML and in PDF."""

import io
from base64 import b64decode, b64encode
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from support.college import LOGOS, college
from support.java import needs_java
from support.nu_html import findings
from support.page_words import handout, job_type, person
from support.pages import HOSTILE, read_page, small_page
from support.pdf_structure import Tagged, read_structure, squeezed
from support.vera_pdf import running_vera_pdf

from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import Head, Page
from casecert_data.reporting.model._institution import Contact, Institution, Logo
from casecert_data.reporting.pdf import render_pdf


def tagged(pdf: bytes) -> Tagged:
    """Read what a screen reader finds."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return read_structure(opened, pdf)


def with_college(page: Page) -> Page:
    """Hand a page out by the institution."""
    return page.handed_out_by(college())


@pytest.mark.slow
def test_verapdf_finds_nothing_against_an_institution(tmp_path: Path) -> None:
    """The logo's text and the names of links are there, whatever the logo is made of."""
    needs_java()
    with running_vera_pdf() as vera:
        for kind, logo in LOGOS.items():
            path = tmp_path / f"{kind}.pdf"
            path.write_bytes(render_pdf(read_page("person").handed_out_by(college(logo))))

            assert vera.faults(path) == []


@pytest.mark.slow
def test_the_nu_html_checker_finds_nothing(tmp_path: Path) -> None:
    """Neither an error nor a warning, with a logo and without a foot of the report."""
    needs_java()
    bare = Page("Ann", "en", (Head((), (), "Where you stand"),))
    paths: list[Path] = []
    for page in (small_page(), bare):
        paths.append(tmp_path / f"{len(paths)}.html")
        paths[-1].write_text(render_html(with_college(page)), "utf-8")

    assert findings(paths) == []


def test_a_page_of_nobody_is_as_it_was() -> None:
    """No empty line, no other byte."""
    page = read_page("certification")

    assert page.handed_out_by(None) == page


@pytest.mark.parametrize("kind", LOGOS)
def test_the_logo_in_html_is_a_picture_in_the_file(kind: str) -> None:
    """With the institution's name as its text, and nothing to ask for."""
    logo = LOGOS[kind]
    html = render_html(read_page("person").handed_out_by(college(logo)))
    src = f"data:{logo.media_type};base64,{logo.content}"

    assert f'<img class="logo" src="{src}" alt="Logo of Lakeside College" width="192" ' in html
    assert 'height="48">' in html
    assert "default-src 'none'; img-src data:; style-src 'sha256-" in html


def test_html_says_who_hands_it_out_and_how_they_are_reached() -> None:
    """In words, in the rule's color, in the metadata, and at the end."""
    html = render_html(with_college(read_page("person")))

    assert '<meta name="author" content="Lakeside College">' in html
    assert '<p class="who">Lakeside College</p>' in html
    assert '<a href="mailto:careers@lakeside.example">careers@lakeside.example</a>' in html
    assert '<a href="https://lakeside.example/careers">lakeside.example/careers</a>' in html
    assert "--rule:#0a6b5e" in html
    assert html.index("Walk-in hours") > html.index('<footer class="foot">')


@pytest.mark.parametrize("kind", LOGOS)
def test_the_logo_in_pdf_is_a_figure_with_a_text(kind: str) -> None:
    """A screen reader says whose it is, and it is at most half an inch high."""
    pdf = render_pdf(small_page().handed_out_by(college(LOGOS[kind])))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        [figure] = read_structure(opened, pdf).all("Figure")
        left, bottom, right, top = (float(side) for side in figure.attribute("/BBox"))
        text = str(figure.entries.Alt)

    assert text == "Logo of Lakeside College"
    assert top - bottom == pytest.approx(36, abs=0.1)
    assert right - left == pytest.approx(144, abs=0.1)


def test_pdf_says_who_hands_it_out_on_its_first_page_alone() -> None:
    """In words, in links, in the metadata, and at the very end."""
    pdf = render_pdf(with_college(read_page("person")))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        first, *others = (page.extract_text() for page in opened.pages)
        links = {one["uri"] for page in opened.pages for one in page.hyperlinks}
        author = opened.metadata["Author"]

    assert first.startswith("Lakeside College\n")
    assert "218 555 0114" in first
    assert not any("Lakeside College" in other for other in others)
    assert others[-1].count("Walk-in hours: Monday to Thursday.") == 1
    assert {"mailto:careers@lakeside.example", "https://lakeside.example/careers"} <= links
    assert author == "Lakeside College"


def test_the_rule_under_the_masthead_has_the_institutions_color() -> None:
    """And nothing else on the page has it."""
    pdf = render_pdf(read_page("person").handed_out_by(college(logo=None)))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        drawn = [
            (round(one["height"], 2), round(one["width"]))
            for page in opened.pages
            for one in page.objects["rect"] + page.objects.get("curve", [])
            if one["non_stroking_color"]
            == pytest.approx((10 / 255, 107 / 255, 94 / 255), abs=0.003)
        ]

    assert drawn == [(2.25, 504)]


def test_last_words_need_no_foot_of_the_report() -> None:
    """A template of an educator's own may have none."""
    bare = Page("Ann", "en", (Head((), (), "Where you stand"),))

    assert "Walk-in hours" in render_html(with_college(bare))
    assert "Walk-in hours" in tagged(render_pdf(with_college(bare))).text()


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_an_institution_says_stays_text(hostile: str) -> None:
    """Its file may have been copied from anywhere."""
    said = Institution(hostile, None, None, Contact(address=hostile), hostile)
    page = small_page().handed_out_by(said)
    html, pdf = render_html(page), render_pdf(page)

    assert "<script" not in html
    assert "<img" not in html
    assert (
        squeezed(tagged(pdf).text()).count(
            squeezed(page.institution.name if page.institution else "?")
        )
        >= 3
    )


def test_a_sheet_stays_a_sheet_with_an_institution() -> None:
    """The fullest pages get a little less air, and still two pages are enough."""
    full = [
        *(handout("ccm", "issuer"), handout("cmc", "issuer"), handout("cmc", "article")),
        *(person("R-029", "issuer"), job_type("correctional")),
    ]
    counts = []
    for page in full:
        with pikepdf.open(io.BytesIO(render_pdf(with_college(page)))) as opened:
            counts.append(len(opened.pages))

    assert counts == [2] * len(full)


def test_pages_stay_small_with_the_largest_logo() -> None:
    """A person's page: PDF at most 100 kB, HTML at most 200 kB."""
    largest = Logo("image/svg+xml", b64encode(large_svg()).decode(), 2500, 500)
    page = read_page("person").handed_out_by(college(largest))

    assert len(b64decode(largest.content)) > 23_000
    assert len(render_pdf(page)) <= 100_000
    assert len(render_html(page).encode()) <= 200_000


def test_equal_pages_give_equal_bytes() -> None:
    """Also with a logo."""
    page = read_page("person")

    assert render_pdf(with_college(page)) == render_pdf(with_college(page))


def large_svg() -> bytes:
    """Draw a logo nearly as large as one may be."""
    path = "".join(f"L{at % 97}.{at % 13} {at % 31}.{at % 7}" for at in range(2700))
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><path d="M0 0{path}"/>'
    )
    return f"{drawn}</svg>".encode()
