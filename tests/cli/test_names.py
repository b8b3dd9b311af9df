"""A name with a letter that no typeface has: the reports are made, and it is told."""

import json
from pathlib import Path

import pytest
from oracle.commands import run

DAY = ("--on", "2026-11-23")
RUNE = "\u16a0"


@pytest.mark.slow
def test_a_report_tells_which_letter_stands_as_its_code(tmp_path: Path) -> None:
    """On the terminal; the report itself is made."""
    (tmp_path / "me.toml").write_text(f'display_name = "Ann {RUNE}"\ncm_months = 17\n', "utf-8")
    person = ("report", "person", "--person", "me.toml", "--show-names", "--format", "pdf")
    ran = run(*person, "--out", "out", *DAY, folder=tmp_path)

    assert ran.code == 0
    assert "Take note: the PDF shows U+16A0 as a code, because no typeface here has it." in (
        ran.errors
    )


@pytest.mark.slow
def test_a_batch_tells_in_which_row_it_is_and_never_the_name(tmp_path: Path) -> None:
    """On the terminal by its row, in the manifest by its pseudonym."""
    names = ("Ann Quixwell", f"Bo {RUNE} Quixwell", "Cy Quixwell")
    rows = "".join(f"p-{at},{name},12\n" for at, name in enumerate(names))
    (tmp_path / "class.csv").write_text(f"person_id,display_name,cm_months\n{rows}", "utf-8")
    batch = ("batch", "class.csv", "--report", "person", "--show-names", "--format", "pdf")
    ran = run(*batch, "--out", "out", *DAY, folder=tmp_path)
    manifest = (tmp_path / "out" / "manifest.json").read_text("utf-8")
    noted = [one for one in json.loads(manifest)["files"] if "notes" in one]

    assert ran.code == 0
    assert "Take note, on 1 page: the PDF shows U+16A0 as a code" in ran.errors
    assert "line 3" in ran.errors
    assert "Quixwell" not in ran.errors + manifest
    assert len(noted) == 1
