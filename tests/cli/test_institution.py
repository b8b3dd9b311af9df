"""`--institution`: who hands a report out, or a refusal before anything is written."""

from pathlib import Path

import pikepdf
import pytest
from oracle.commands import refusal, run
from support.logos import ATTACKS, PLAIN_SVG

DAY = ("--on", "2026-11-23")
REPORT = ("report", "career", "--out", "out", *DAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a file on an institution and its logo, and give their folder."""
    (tmp_path / "logo.svg").write_text(PLAIN_SVG)
    (tmp_path / "college.toml").write_text('name = "Lakeside College"\nlogo = "logo.svg"\n')
    return tmp_path


@pytest.mark.slow
def test_a_report_says_who_hands_it_out(folder: Path) -> None:
    """In each of its files."""
    ran = run(*REPORT, "--institution", "college.toml", folder=folder)

    assert (ran.code, ran.errors) == (0, "")
    assert 'alt="Logo of Lakeside College"' in (folder / "out" / "career.html").read_text(
        "utf-8"
    )
    with pikepdf.open(folder / "out" / "career.pdf") as pdf:
        assert str(pdf.docinfo.Author) == "Lakeside College"


@pytest.mark.slow
def test_a_batch_says_so_on_every_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the file is named once for all, by the environment."""
    monkeypatch.setenv("CASECERT_INSTITUTION", str(folder / "college.toml"))
    (folder / "class.csv").write_text("person_id,cm_months\np-1,12\np-2,24\n")
    batch = ("batch", "class.csv", "--report", "person", "--format", "html", "--out", "out")
    ran = run(*batch, *DAY, folder=folder)
    pages = [path.read_text("utf-8") for path in sorted((folder / "out").glob("*.html"))]

    assert ran.code == 0
    assert sum('<p class="who">Lakeside College</p>' in page for page in pages) == 2


@pytest.mark.parametrize("command", [REPORT, ("batch", "class.csv", "--report", "person")])
def test_a_bad_logo_costs_nothing_but_a_message(folder: Path, command: tuple[str, ...]) -> None:
    """Exit code 2, and no folder is made."""
    (folder / "class.csv").write_text("person_id,cm_months\np-1,12\n")
    (folder / "logo.svg").write_text(ATTACKS["script"])
    told = refusal(*command, "--out", "out", "--institution", "college.toml", folder=folder)

    assert "logo.svg: expected a drawing of plain shapes, found an element <script>." in told
    assert not (folder / "out").exists()


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    """Whether it came from the option or the environment."""
    told = refusal(*REPORT, "--institution", "colege.toml", folder=folder)

    assert "colege.toml: expected a file, found nothing there." in told
