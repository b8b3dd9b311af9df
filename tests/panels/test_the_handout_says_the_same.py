"""The same facts on the screen, in HTML and in PDF: outcomes, what is missing, and the day."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from support.html_elements import Element, read_html
from support.pdf_structure import Tagged, read_structure
from support.shown import html_shown

from casecert_data.catalog import say
from casecert_data.curation._cases import Case, cases_of
from casecert_data.eligibility import names_of
from casecert_data.panels import ClientPanel, ComparePanel

pytestmark = pytest.mark.slow

ON = "2026-11-23"
DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}")
OUTCOMES = {say(f"outcome.{one}"): one for one in ("met", "not_met", "unknown")}
SPEAKS = (
    ("this client has", "you have"),
    ("this client’s", "your"),  # noqa: RUF001 - as it stands on the screen
    ("their months", "your months"),
    ("this client", "you"),
)
"""The screen speaks of this client, the page to them; all else is the same."""
CASES = [
    next(one for one in cases_of("ccm") if one.expected["outcome"] == outcome)
    for outcome in ("met", "not_met", "unknown")
]


class Told(NamedTuple):
    """What one certification comes to."""

    name: str
    outcome: str
    sentence: str
    """What is missing; where nothing is, the day."""


def flat(text: str) -> str:
    """Set a text in one line, with plain blanks."""
    return " ".join(text.replace("\xa0", " ").split())


def to_them(sentence: str) -> str:
    """Say to a client what the screen says of them, without the numbers of its sources."""
    said = re.sub(r"( \[\d+\])+$", "", sentence)
    for of_them, to in SPEAKS:
        said = said.replace(of_them, to)
    return said


def on_screen(html: str) -> set[Told]:
    """Read the outcomes that the panel for one client shows."""
    return {
        Told(
            flat(next(section.all("h3")).text()),
            flat(next(one for one in section.all() if "oc" in one.classes).text()),
            to_them(flat(next(one for one in section.all() if "why" in one.classes).text())),
        )
        for section in read_html(html).all("section")
    }


def in_html(page: Element) -> set[Told]:
    """Read the outcomes that head a person's page."""
    (listed,) = (one for one in page.all("ul", "ol") if "sum" in one.classes)
    return {
        Told(
            flat(next(one.all("h3")).text()),
            flat(next(each for each in one.all() if "oc" in each.classes).text()),
            flat([each.text() for each in one.all("p")][-1]),
        )
        for one in listed.all("li")
    }


def in_pdf(page: Tagged) -> set[Told]:
    """Read the same from the tagged elements of the PDF."""
    found = set()
    for one in page.all("Div"):
        parts = [each for each in one.inside if isinstance(each, Tagged)]
        texts = [flat(each.text()) for each in parts]
        if len(parts) == 2 and texts[0] in OUTCOMES and list(parts[1].all("H2")):
            head = flat(next(parts[1].all("H2")).text())
            found.add(Told(head, texts[0], texts[1].removeprefix(head).strip()))
    return found


def structure(path: Path) -> Tagged:
    """Read the tagged elements of a PDF."""
    with pikepdf.open(path) as pdf:
        return read_structure(pdf, path.read_bytes())


def cells_of_row(rows: Iterator[list[str]], head: str) -> list[str]:
    """Return the cells of the row of a name."""
    return next(cells[1:] for cells in rows if cells and cells[0] == head)


@pytest.mark.parametrize("case", CASES, ids=lambda one: str(one.expected["outcome"]))
def test_a_client_page_says_what_the_screen_says(case: Case, tmp_path: Path) -> None:
    """For a case beside the rule, by the words that it is a case of."""
    profile = {"person_id": "T-1", **case.facts}
    panel = ClientPanel(profile=profile, edition=case.edition, on=ON, folder=tmp_path)
    panel.handout.make.click()
    panel.handout.wait()
    html_path, pdf_path = panel.handout.files
    screen = on_screen(panel.html)
    html = read_html(html_path.read_text("utf-8"))

    assert {OUTCOMES[one.outcome] for one in screen} >= {case.expected["outcome"]}
    assert in_html(html) == screen
    assert in_pdf(structure(pdf_path)) == screen
    days = {flat(one) for one in DAY.findall(html_shown(panel.widget))}
    assert "November 23, 2026" in days
    assert "November 23, 2026" in DAY.findall(flat(html.text()))
    assert "November 23, 2026" in DAY.findall(flat(structure(pdf_path).text()))


def test_a_comparison_says_what_the_screen_says(tmp_path: Path) -> None:
    """With a number that was typed: each outcome, with what is missing or the day."""
    panel = ComparePanel(opens_on="R-014", on=ON, folder=tmp_path)
    panel.field("cm_months_under_ccm").value = "12"
    panel.handout.make.click()
    panel.handout.wait()
    html_path, pdf_path = panel.handout.files
    html, pdf = read_html(html_path.read_text("utf-8")), structure(pdf_path)
    head, row = say("comparison_page.row"), say("comparison_page.row_name.outcome")
    letters = {names_of(one)["acronym"]: one for one in panel.certifications.value}

    def told(rows: list[list[str]]) -> dict[str, str]:
        heads, cells = (cells_of_row(iter(rows), name) for name in (head, row))
        found = {}
        for title, cell in zip(heads, cells, strict=True):
            acronym = next(one for one in letters if title.startswith(one))
            # On a phone, each cell says whose it is.
            found[letters[acronym]] = cell.removeprefix(f"{acronym}: ")
        return found

    in_html_rows = [
        [flat(cell.text()) for cell in one.all("th", "td")] for one in html.all("tr")
    ]
    in_pdf_rows = [[flat(cell.text()) for cell in one.all("TH", "TD")] for one in pdf.all("TR")]
    screen = {
        one.certification_id: f"{say(f'outcome.{one.outcome}')} {to_them(one.why)}"
        for one in panel.columns
    }

    assert set(screen) == {"acm_rn", "cmgt_bc", "ccm"}
    assert told(in_html_rows) == screen
    assert told(in_pdf_rows) == screen
