"""Every notebook: a title, short cells without code to maintain, and clean when it is saved."""

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from support.project import FOLDER

from casecert_data.panels._notebooks import START, notebook_lines

NOTEBOOKS = sorted((FOLDER / "notebooks").glob("*.ipynb"))
LINES_OF_A_CELL = 12
METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
SAID_FIRST = ("**What it answers.**", "**What it needs.**", "**How long it runs.**")
OF_A_MACHINE = re.compile(r"/(home|root|tmp|Users|work)\b|[A-Z]:\\|0x[0-9a-f]{6}|\b20\d\d\b")
DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@cache
def read(path: Path) -> dict[str, Any]:
    """Read a notebook as the JSON that it is."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def code_of(path: Path) -> list[str]:
    """Return the code of each code cell."""
    return ["".join(one["source"]) for one in read(path)["cells"] if one["cell_type"] == "code"]


def outputs_of(path: Path) -> list[dict[str, Any]]:
    """Return everything that was put out."""
    return [output for one in read(path)["cells"] for output in one.get("outputs", [])]


def imports(code: str) -> bool:
    """Tell whether a cell imports anything."""
    return any(
        isinstance(one, ast.Import | ast.ImportFrom) for one in ast.walk(ast.parse(code))
    )


def test_there_are_notebooks_to_check() -> None:
    """A folder that moved away would pass every test below."""
    assert [path.stem for path in NOTEBOOKS][:1] == ["00_start"]


@every_notebook
def test_a_notebook_is_valid_and_named_for_its_question(path: Path) -> None:
    """The number gives the order, the name the question; JupyterLab opens it unchanged."""
    nbformat.validate(read(path))

    assert re.fullmatch(r"\d\d(_[a-z]+)+", path.stem)
    assert (read(path)["nbformat"], read(path)["nbformat_minor"]) == (4, 5)


@every_notebook
def test_a_notebook_says_first_what_it_is(path: Path) -> None:
    """Title, what it answers, what it needs, how long it runs: before any code."""
    first = read(path)["cells"][0]
    text = "".join(first["source"])

    assert first["cell_type"] == "markdown"
    assert re.match(r"# \S.*\?\n", text)
    assert [said for said in SAID_FIRST if f"\n{said} " not in text] == []


@every_notebook
def test_all_imports_stand_in_one_cell(path: Path) -> None:
    """What a notebook rests on is seen at a glance."""
    assert [imports(code) for code in code_of(path)] == [True] + [False] * (
        len(code_of(path)) - 1
    )


@every_notebook
def test_cells_are_short_and_define_nothing(path: Path) -> None:
    """Code to maintain belongs into the package, where it is tested."""
    for code in code_of(path):
        assert len(code.splitlines()) <= LINES_OF_A_CELL
        assert not [one for one in ast.walk(ast.parse(code)) if isinstance(one, DEFINES)]


@every_notebook
def test_no_number_is_typed_in(path: Path) -> None:
    """A number has a source, and a notebook is none."""
    constants = [
        one.value
        for code in code_of(path)
        for one in ast.walk(ast.parse(code))
        if isinstance(one, ast.Constant)
    ]

    assert [
        one for one in constants if isinstance(one, int | float) and one not in {0, 1}
    ] == []


@every_notebook
def test_a_notebook_is_saved_clean(path: Path) -> None:
    """No counts, no widget state, no machine of its own: only what another reader needs."""
    notebook = read(path)
    code_cells = [one for one in notebook["cells"] if one["cell_type"] == "code"]

    assert notebook["metadata"] == METADATA
    assert {json.dumps(one["metadata"]) for one in notebook["cells"]} == {"{}"}
    assert {one["execution_count"] for one in code_cells} == {None}
    assert all(re.fullmatch("[a-z][a-z-]*", one["id"]) for one in notebook["cells"])
    assert path.read_text("utf-8").endswith("}\n")


@every_notebook
def test_outputs_are_text_that_stays_true(path: Path) -> None:
    """A sentence can be compared and read anywhere; a day or a path is false elsewhere."""
    outputs = outputs_of(path)
    said = ["".join(one["data"]["text/plain"]) for one in outputs]

    assert {one["output_type"] for one in outputs} <= {"execute_result", "display_data"}
    assert {kind for one in outputs for kind in one["data"]} == {"text/plain"}
    assert {one.get("execution_count") for one in outputs} == {None}
    assert [text for text in said if OF_A_MACHINE.search(text)] == []
    assert said[0].strip()


def question_of(path: Path) -> str:
    """Return the question that a notebook answers: its title."""
    return "".join(read(path)["cells"][0]["source"]).splitlines()[0].removeprefix("# ")


def test_the_readme_names_every_notebook_and_its_question() -> None:
    """Whoever opens the folder sees in a line what each one answers, in its own words."""
    readme = (FOLDER / "notebooks" / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| \[(\w+)\]\((\w+)\.ipynb\) \| (.+) \|$", readme, re.MULTILINE)

    assert rows == [(path.stem, path.stem, question_of(path)) for path in NOTEBOOKS]


def test_the_first_notebook_links_to_all_the_others() -> None:
    """And asks each one's question; a notebook that is not listed there is not found."""
    linked = [(one.file, one.question) for one in notebook_lines()]

    assert linked == [(path.name, question_of(path)) for path in NOTEBOOKS[1:]]
    assert NOTEBOOKS[0].stem == START
