"""docs/own-reports.md does what it says: its cells are added to a copy, and run on a class."""

import json
import re
from pathlib import Path

import pytest
from support.in_process import casecert
from support.own_report import add_cells
from support.project import FOLDER

from casecert_data.reporting.specs._parameters import KINDS, parameter_limits

PAGE = (FOLDER / "docs" / "own-reports.md").read_text("utf-8")
ROSTER = "person_id,cm_months\np-001,17\np-002,30\n"


def blocks(language: str) -> list[str]:
    """Return what the page shows in one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_every_kind_and_limit_is_told() -> None:
    """But the one for forms, of which nobody writes a second."""
    told = {
        kind.strip(): limits
        for kinds, _, limits in re.findall(
            r"^\| (`[^|]+) \| ([^|]+) \|([^|]*)\|$", PAGE, re.MULTILINE
        )
        for kind in kinds.replace("`", "").split(",")
    }

    assert set(KINDS) - {"questions_of"} <= set(told)
    for kind in set(KINDS) - {"questions_of"}:
        assert [one for one in parameter_limits(kind) if f"`{one}`" not in told[kind]] == []


@pytest.mark.slow
def test_what_the_page_tells_is_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copy, add, run on a class: the words are in each file, and the note is told once."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class.csv").write_text(ROSTER, encoding="utf-8")
    copied = casecert("copy", "report", "person", "--to", "my-person")
    folder = tmp_path / "my-person"
    cells: list[tuple[str, dict[str, object]]] = [
        (one, {}) for one in (*blocks("markdown"), *blocks("python"))
    ]
    line = 'px.line(x=[1, 2], y=[3, 4], title="By year")'
    add_cells(folder, [*cells, (line, {})], after="page.summary()")
    add_parameter(folder)
    ran = casecert(
        *("batch", "class.csv", "--report", "./my-person", "--out", "handouts"),
        *("-p", "room=C3", "--format", "html,pdf", "--on", "2026-11-23"),
    )
    written = tmp_path / "handouts"
    pages = [path.read_text("utf-8") for path in sorted(written.glob("my-*.html"))]
    manifest = json.loads((written / "manifest.json").read_text("utf-8"))

    assert (copied.code, ran.code) == (0, 0), ran.errors
    assert len(pages) == 2
    for words in ("At our school", "What it costs here", "Info evenings", "12 seats"):
        assert all(words in page for page in pages)
    assert all("Who is in our class. RN: 12; LPC: 7." in page for page in pages)
    assert all("The next info evening is in room C3." in page for page in pages)
    assert len(list(written.glob("my-*.pdf"))) == 2
    assert ran.errors.count("Take note, on 2 pages: cell 11: this kind of figure") == 1
    assert [len(row["notes"]) for row in manifest["files"]] == [1, 1]
    assert casecert("show", "./my-person").out.splitlines()[-1] == (
        "  room: Where the next info evening is. Takes one of B12 or C3. Default: B12."
    )


def add_parameter(folder: Path) -> None:
    """Declare the parameter of the page, and give it its default."""
    description = folder / "report.toml"
    [declared] = blocks("toml")
    description.write_text(f"{description.read_text('utf-8')}\n{declared}", encoding="utf-8")
    template = folder / "template.ipynb"
    notebook = json.loads(template.read_text("utf-8"))
    for cell in notebook["cells"]:
        if "parameters" in cell["metadata"].get("tags", []):
            cell["source"] = [*cell["source"], '\nroom = "B12"']
    template.write_text(json.dumps(notebook), encoding="utf-8")
