"""`casecert copy report NAME` as its users run it."""

from pathlib import Path

import pytest
from support.in_process import casecert

from casecert_data.reporting import read_report, report_names
from casecert_data.shipped import reports_folder


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of one's own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", report_names())
def test_a_copy_is_a_report_like_ours(name: str, here: Path) -> None:
    """Both its files, to the byte, and nothing else."""
    ran = casecert("copy", "report", name)
    copied = {path.name: path.read_bytes() for path in (here / f"my-{name}").iterdir()}

    assert (ran.code, ran.errors) == (0, "")
    assert copied == {
        file: (reports_folder() / name / file).read_bytes()
        for file in ("report.toml", "template.ipynb")
    }
    assert read_report(f"./my-{name}").parameters == read_report(name).parameters


def test_a_copy_says_what_to_do_next() -> None:
    """The folder is written so that it is not taken for one of our names."""
    assert casecert("copy", "report", "person", "--to", "ours").out.splitlines() == [
        "Copied the report person to ours.",
        "Open ours/template.ipynb in JupyterLab and change it.",
        "Then run: casecert report ./ours --person FILE --out handouts",
    ]


def test_a_folder_is_made_where_it_is_asked_for(here: Path) -> None:
    """With the folders above it."""
    assert casecert("copy", "report", "career", "--to", "class/2026/career").code == 0
    assert (here / "class" / "2026" / "career" / "report.toml").is_file()


@pytest.mark.parametrize("kind", ["folder", "empty folder", "file", "dangling link"])
def test_nothing_is_overwritten(kind: str, here: Path) -> None:
    """It may be weeks of work."""
    target = here / "ours"
    if kind == "file":
        target.write_text("mine")
    elif kind == "dangling link":
        target.symlink_to(here / "nowhere")
    else:
        target.mkdir()
        if kind == "folder":
            (target / "template.ipynb").write_text("mine")
    ran = casecert("copy", "report", "person", "--to", "ours")

    assert ran.code == 2
    assert ran.errors.startswith("ours: expected a folder that is not there yet, found one")
    assert kind != "folder" or (target / "template.ipynb").read_text() == "mine"
    assert [path.name for path in here.iterdir()] == ["ours"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("report", "persn"), "No report is called 'persn'. Did you mean 'person'?"),
        (("report", "../reports/person"), "No report is called '../reports/person'."),
        (("notebook", "person"), "No kind of thing to copy is called 'notebook'."),
    ],
)
def test_what_cannot_be_copied_is_refused(
    arguments: tuple[str, str], told: str, here: Path
) -> None:
    """With the names that there are."""
    ran = casecert("copy", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors.startswith(told)
    assert list(here.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_refused(here: Path) -> None:
    """A file stands where a folder would have to be."""
    (here / "taken").write_text("")
    ran = casecert("copy", "report", "person", "--to", "taken/ours")

    assert ran.code == 2
    assert "expected a place that can be written to" in ran.errors
