"""Every report: its description and its template agree, and the template is short and clean."""

import ast
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from support.page_words import (
    CAREER_PARTS,
    CERTIFICATION_PARTS,
    COMPARISON_PARTS,
    EMPLOYER_PARTS,
    INTAKE_PARTS,
    JOB_PARTS,
    PERSON_PARTS,
)
from support.project import FOLDER

from casecert_data.catalog import is_overdue, source
from casecert_data.profiles import read_day
from casecert_data.reporting import read_report, report_names
from casecert_data.shipped import reports_folder

LINES_OF_A_CELL = 12
KINDS = {
    *("certification", "certifications", "questions_of", "job_type", "person_ref"),
    *("date", "edition", "text", "yes_no"),
}
REPORTS = sorted(path.parent for path in reports_folder().glob("*/report.toml"))


def notebook(folder: Path) -> dict[str, Any]:
    """Read a report's template."""
    return dict(json.loads((folder / "template.ipynb").read_text("utf-8")))


def description(folder: Path) -> dict[str, Any]:
    """Read a report's description."""
    return tomllib.loads((folder / "report.toml").read_text("utf-8"))


def code_cells(folder: Path) -> list[dict[str, Any]]:
    """Return the cells of a template that hold code."""
    return [one for one in notebook(folder)["cells"] if one["cell_type"] == "code"]


def code(folder: Path) -> ast.Module:
    """Return all code of a template."""
    return ast.parse("\n".join("".join(one["source"]) for one in code_cells(folder)))


def parameters_cell(folder: Path) -> dict[str, Any]:
    """Return the cell that papermill fills in."""
    tagged = [
        one for one in code_cells(folder) if "parameters" in one["metadata"].get("tags", [])
    ]
    assert len(tagged) == 1
    return tagged[0]


def test_the_reports_are_those_that_are_promised() -> None:
    """Handouts on career, certifications, job types, employers; a person's page; a form."""
    assert report_names() == (
        "career",
        "certification",
        "comparison",
        "employer-support",
        "intake-form",
        "job-type",
        "person",
    )
    assert [folder.name for folder in REPORTS] == list(report_names())


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_report_has_what_it_needs_and_nothing_else(folder: Path) -> None:
    """A description and a template: what is found there is shipped."""
    files = {path.name for path in folder.iterdir() if path.name != ".ipynb_checkpoints"}

    assert files == {"report.toml", "template.ipynb"}


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_the_parameters_of_description_and_template_are_the_same(folder: Path) -> None:
    """One that only one of them knows would be a silent default."""
    cell = ast.parse("".join(parameters_cell(folder)["source"]))
    assigned = {
        target.id: ast.literal_eval(node.value)
        for node in cell.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    declared = description(folder)["parameters"]

    assert len(assigned) == len(cell.body)
    assert list(assigned) == list(declared)
    assert {name: one["default"] for name, one in declared.items() if "default" in one} == {
        name: value for name, value in assigned.items() if "default" in declared[name]
    }


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_description_says_what_people_need_to_know(folder: Path) -> None:
    """A title, its reader, and for each parameter a kind and a sentence."""
    told = description(folder)

    assert told["title"]
    assert told["reader"]
    assert told["about"] == folder.name
    assert {one["kind"] for one in told["parameters"].values()} <= KINDS
    assert all(one["description"].endswith(".") for one in told["parameters"].values())


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_report_is_read_as_it_is_described(folder: Path) -> None:
    """By name and by folder it is the same report."""
    assert read_report(folder.name) == read_report(folder)
    assert list(read_report(folder).parameters) == list(description(folder)["parameters"])


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_template_is_clean(folder: Path) -> None:
    """No outputs, no counts, no private kernel, nothing of whoever ran it last."""
    of = notebook(folder)
    kernel = of["metadata"]["kernelspec"]

    assert [one["outputs"] for one in code_cells(folder) if one["outputs"]] == []
    assert {one["execution_count"] for one in code_cells(folder)} == {None}
    assert (kernel["name"], kernel["language"]) == ("python3", "python")
    assert set(of["metadata"]) <= {"kernelspec", "language_info"}
    assert of["metadata"]["language_info"] == {"name": "python"}


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_the_cells_of_a_template_have_stable_names(folder: Path) -> None:
    """Numbered in order, so that a change of one cell is a change of one cell."""
    ids = [one["id"] for one in notebook(folder)["cells"]]

    assert ids == [f"cell-{at:02}" for at in range(len(ids))]


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_template_opens_with_its_title_and_what_it_answers(folder: Path) -> None:
    """Title; what it answers; what it needs; how long it runs."""
    first = notebook(folder)["cells"][0]
    text = "".join(first["source"])

    assert first["cell_type"] == "markdown"
    assert text.startswith("# ")
    assert re.search(r"\bIt needs\b.+\bruns in\b", text)


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_template_is_short_and_defines_nothing(folder: Path) -> None:
    """An educator reads it and moves its cells; what is hard lies in the package."""
    lengths = ["".join(one["source"]).count("\n") + 1 for one in code_cells(folder)]
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)

    assert max(lengths) <= LINES_OF_A_CELL
    assert [node for node in ast.walk(code(folder)) if isinstance(node, defined)] == []


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_template_imports_from_casecert_alone(folder: Path) -> None:
    """In one cell, and nothing that would slow the kernel down."""
    imports = [
        node for node in ast.walk(code(folder)) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    cells = [one for one in code_cells(folder) if "import " in "".join(one["source"])]

    assert [ast.unparse(node).split()[1] for node in imports] == ["casecert_data.reporting"]
    assert len(cells) == 1


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_template_has_no_number_of_its_own(folder: Path) -> None:
    """A fact comes from the data; days and keys are parameters."""
    numbers = [
        node.value
        for node in ast.walk(code(folder))
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
    ]

    assert numbers == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("career", CAREER_PARTS),
        ("certification", CERTIFICATION_PARTS),
        ("comparison", COMPARISON_PARTS),
        ("job-type", JOB_PARTS),
        ("employer-support", EMPLOYER_PARTS),
        ("person", PERSON_PARTS),
        ("intake-form", INTAKE_PARTS),
    ],
)
def test_a_template_puts_out_every_part_of_its_page(name: str, parts: tuple[str, ...]) -> None:
    """In the order in which they are read; the sources last, when all are cited."""
    called = [
        node.value.func.attr
        for node in code(reports_folder() / name).body
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
    ]

    assert called == list(parts)
    assert called[-1] == ("last_words" if name == "intake-form" else "sources")


def test_a_persons_template_takes_the_person_by_reference() -> None:
    """Papermill writes parameters into the notebook: no fact of a person may be one."""
    kinds = {
        name: one["kind"]
        for name, one in description(reports_folder() / "person")["parameters"].items()
    }

    assert kinds == {"person_ref": "person_ref", "edition": "edition", "on": "date"}


def test_a_comparison_is_about_nobody_unless_somebody_is_handed_over() -> None:
    """The person comes by reference, as on the person's own page, and may stay away."""
    report = read_report("comparison")

    assert (report.subject, report.person_parameter) == ("certification_ids", "person_ref")
    assert report.parameters["person_ref"].default == ""
    assert report.parameters["certification_ids"].default == "ccm, acm_rn, cmgt_bc"


def test_a_form_asks_what_the_first_four_certifications_ask() -> None:
    """The names of the files say so; nobody's facts go into a blank form."""
    report = read_report("intake-form")

    assert (report.subject, report.person_parameter) == ("certification_ids", None)
    assert report.parameters["certification_ids"].default == "ccm, acm_rn, acm_sw, cmgt_bc"


def test_the_careers_template_needs_nothing_but_a_day() -> None:
    """It is about nobody and no certification, and follows the article alone."""
    declared = description(reports_folder() / "career")["parameters"]

    assert {name: one["kind"] for name, one in declared.items()} == {"on": "date"}
    assert read_report("career").subject is None


@pytest.mark.parametrize("name", ["certification", "comparison", "person"])
def test_a_template_follows_the_issuers_words_unless_told_otherwise(name: str) -> None:
    """They decide; what the article says differently is shown beside them."""
    assert read_report(name).parameters["edition"].default == "issuer"


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_the_day_of_a_template_is_one_on_which_the_sources_were_read(folder: Path) -> None:
    """Opened by hand, a template speaks of a day that the data knows."""
    cell = "".join(parameters_cell(folder)["source"])
    (day,) = re.findall(r'^on = "(.+)"$', cell, re.MULTILINE)

    assert not is_overdue(source("coursera_certified_case_manager"), read_day("on", day))


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_a_report_is_named_in_the_readme(folder: Path) -> None:
    """What there is, is told where people look first."""
    readme = (FOLDER / "README.md").read_text("utf-8")

    assert f"casecert report {folder.name} " in readme
