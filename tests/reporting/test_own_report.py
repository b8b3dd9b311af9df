"""An educator's own report, run as they run it: what they added is in both faces."""

import io
from collections.abc import Iterable
from html import escape
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from support.own_report import CELLS, add_cells, copy_of

from casecert_data.reporting import Outcome, read_formats, read_report, report_job, run_report

pytestmark = pytest.mark.slow

DAY = "2026-11-23"
SAID = (
    *("At our school", "adviser", "our page", "Sign up.", "hours", "A good handout is read"),
    *("What it costs here", "$100", "<b>Not a loan</b>", "Evening", "Mock exam"),
    *("Rooms and places", "30 seats", "Who is in our class", "The same as a pie", "41"),
    "Your adviser reads this with you.",
)
"""What the added cells say, in their order."""


def run(folder: Path, formats: str = "html,pdf") -> Outcome:
    """Run a report of one's own."""
    out = folder / "out"
    job = report_job(read_report(folder), {}, out=out, formats=read_formats(formats), day=DAY)
    return run_report(job)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Run a copy of the career's handout to which cells of every kind were added."""
    folder = copy_of("career", tmp_path_factory.mktemp("own") / "our-career")
    return run(add_cells(folder, CELLS, after="page.work()"), "html,pdf,interactive")


def in_order(wanted: Iterable[str], text: str) -> bool:
    """Tell whether a text says all of this, one after another."""
    at = 0
    for one in wanted:
        at = text.find(one, at)
        if at < 0:
            return False
    return True


def squeezed(text: str) -> str:
    """Take out blanks and line ends."""
    return "".join(text.split())


def test_what_was_added_is_in_the_html(own: Outcome) -> None:
    """In its order, escaped, and with no script and no address to load."""
    text = own.files[0].path.read_text("utf-8")

    assert own.error is None
    assert in_order([escape(one) for one in SAID], text)
    assert "<script" not in text
    assert "never seen" not in text.casefold()
    assert 'alt="A box for your notes"' in text


def test_what_was_added_is_in_the_pdf(own: Outcome) -> None:
    """In the same order, with the picture's words as its alternative."""
    content = own.files[1].path.read_bytes()
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        text = squeezed("".join(char["text"] for page in pdf.pages for char in page.chars))

    assert in_order(map(squeezed, SAID), text)
    assert "neverseen" not in text.casefold()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        told = [str(one.Alt) for one in pdf.objects if _is_figure(one)]
    assert "A box for your notes" in told
    assert "Who is in our class. RN: 12; LPC: 7." in told


def test_what_was_added_is_in_the_live_page(own: Outcome) -> None:
    """Under a name of its own, beside the plain one."""
    text = own.files[2].path.read_text("utf-8")

    assert own.files[2].path.name == "our-career.interactive.html"
    assert in_order([escape(one) for one in SAID], text.partition("<script")[0])
    assert "Who is in our class. RN: 12; LPC: 7." in text


def test_a_figure_that_became_a_table_is_told_by_its_cell(own: Outcome) -> None:
    """The pie is the fifth of the cells that were added behind the fifth of the template."""
    [note] = own.notes

    assert note.startswith("cell 10: this kind of figure cannot be drawn on paper; its numbers")


def test_a_cell_that_no_page_can_show_stops_the_report_with_its_number(tmp_path: Path) -> None:
    """Nothing is written, rather than a handout with a hole."""
    html = 'from IPython.display import HTML\nHTML("<marquee>Quixwell</marquee>")'
    outcome = run(
        add_cells(copy_of("career", tmp_path / "ours"), [(html, {})], after="page.work()")
    )

    assert outcome.error == (
        "cell 6 of the template holds an output of the kind text/html. Show a table, Markdown, "
        "a plotly figure or a picture instead; or give the cell the tag remove-cell"
    )
    assert outcome.files == ()


def test_a_template_that_was_not_changed_says_nothing_new(tmp_path: Path) -> None:
    """A copy gives the page of the shipped report, to the byte."""
    shipped = read_report("career")
    out = tmp_path / "shipped"
    job = report_job(shipped, {}, out=out, formats=("html", "pdf"), day=DAY)
    ours, theirs = run(copy_of("career", tmp_path / "ours")), run_report(job)

    assert [file.sha256 for file in ours.files] == [file.sha256 for file in theirs.files]
    assert ours.notes == ()


def _is_figure(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
