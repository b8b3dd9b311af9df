"""What a report is: its title, its reader and the typed parameters of its report.toml."""

import ast
import builtins
import json
import keyword
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from casecert_data.catalog import read_text, read_toml
from casecert_data.errors import ReportError, UnknownNameError
from casecert_data.reporting.specs._parameter_limits import read_limits
from casecert_data.reporting.specs._parameters import (
    KINDS,
    Parameter,
    Value,
    as_typed_in,
    parameter_limits,
)
from casecert_data.shipped import reports_folder

ABOUT = (
    *("certification", "comparison", "person", "career", "employer-support", "job-type"),
    "intake-form",
)
"""What a report can be about; a batch writes one about each person."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report: a folder with a description and a template."""

    name: str
    """What the command line and the file names call it."""
    folder: Path
    """Where its ``report.toml`` and ``template.ipynb`` lie."""
    title: str
    """What the report is called for people."""
    reader: str
    """Who reads it."""
    about: str
    """One of `ABOUT`."""
    parameters: Mapping[str, Parameter]
    """By name, in the order of ``report.toml``."""

    @property
    def template(self) -> Path:
        """Notebook that is run."""
        return self.folder / "template.ipynb"

    @property
    def subject(self) -> str | None:
        """Name of the parameter that says what or whom it is about, if any."""
        return self._first_of_kind(_SUBJECTS[self.about])

    @property
    def person_parameter(self) -> str | None:
        """Name of the parameter that a person is handed over by, if it takes one."""
        return self._first_of_kind("person_ref")

    def values(self, given: Mapping[str, str]) -> dict[str, Value]:
        """Type the parameters that were given and fill in the others.

        The person is left out: a roster or a profile brings it, never a parameter.

        Parameters
        ----------
        given
            Name to text, as typed on a command line.

        Raises
        ------
        ReportError
            If a name is not declared, a value does not fit its kind, or one is missing.

        Examples
        --------
        >>> given = {"certification_id": "acm_rn", "on": "2026-11-23"}
        >>> read_report("certification").values(given)["edition"]
        'issuer'
        """
        settable = [one for one in self.parameters.values() if one.kind != "person_ref"]
        names = [one.name for one in settable]
        for name in given:
            if name in self.parameters and name not in names:
                raise ReportError.person_as_parameter(self.name, name)
            if name not in names:
                raise ReportError.unknown_parameter(self.name, name, names)
        return {one.name: self._value(one, given) for one in settable}

    def _first_of_kind(self, kind: str | None) -> str | None:
        return next((one.name for one in self.parameters.values() if one.kind == kind), None)

    def _value(self, parameter: Parameter, given: Mapping[str, str]) -> Value:
        if parameter.name in given:
            return parameter.read(self.name, given[parameter.name])
        if parameter.default is None:
            raise ReportError.missing_parameter(
                self.name, parameter.name, parameter.description
            )
        return parameter.default


def report_names() -> tuple[str, ...]:
    """Name the shipped reports, in alphabetical order.

    Examples
    --------
    >>> "certification" in report_names()
    True
    """
    return tuple(sorted(path.parent.name for path in reports_folder().glob("*/report.toml")))


def read_report(name_or_folder: str | Path) -> Report:
    """Read a shipped report by its name, or anybody's by its folder.

    Raises
    ------
    UnknownNameError
        If it is neither a shipped report nor a folder.
    ReportError
        If the folder lacks a file, or its ``report.toml`` or template breaks a rule.
    FileError
        If a file cannot be read.

    Examples
    --------
    >>> read_report("person").about
    'person'
    """
    shipped = reports_folder() / name_or_folder
    is_name = Path(name_or_folder).name == str(name_or_folder)
    if is_name and (shipped / "report.toml").is_file():
        return _read_folder(shipped)
    folder = Path(name_or_folder)
    if not folder.is_dir():
        raise UnknownNameError.among("report", str(name_or_folder), report_names())
    return _read_folder(folder.resolve())


def template_parameters(template: Path) -> tuple[str, ...]:
    """Name what the template's ``parameters`` cell assigns, in its order.

    Raises
    ------
    ReportError
        If the file is not a notebook.

    Examples
    --------
    >>> "person_ref" in template_parameters(read_report("person").template)
    True
    """
    at = parameters_cell(template)
    if at is None:
        return ()
    return tuple(
        target.id
        for statement in _statements(template, "".join(_cells(template)[at]["source"]))
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    )


def parameters_cell(template: Path) -> int | None:
    """Return the position of the cell tagged ``parameters``, from 0; None if there is none.

    Raises
    ------
    ReportError
        If the file is not a notebook.

    Examples
    --------
    >>> parameters_cell(read_report("person").template)
    1
    """
    tags = [cell.get("metadata", {}).get("tags", ()) for cell in _cells(template)]
    return next((at for at, of_cell in enumerate(tags) if "parameters" in of_cell), None)


def _read_folder(folder: Path) -> Report:
    for name in ("report.toml", "template.ipynb"):
        if not (folder / name).is_file():
            raise ReportError.no_template(folder, f"no {name}")
    file = folder / "report.toml"
    entries = read_toml(file)
    _only_known(file, "top", entries, ("title", "reader", "about", "parameters"))
    tables = entries.get("parameters", {})
    if not isinstance(tables, dict):
        raise ReportError.bad_entry(file, "parameters", "a table for each parameter", tables)
    report = Report(
        name=folder.name,
        folder=folder,
        title=_text(file, "title", entries),
        reader=_text(file, "reader", entries),
        about=_one_of(file, "about", entries.get("about"), ABOUT),
        parameters=MappingProxyType(
            {name: _parameter(file, name, entry) for name, entry in tables.items()}
        ),
    )
    _check_subject(file, report)
    assigned = template_parameters(report.template)
    if sorted(assigned) != sorted(report.parameters):
        raise ReportError.parameters_differ(report.template, tuple(report.parameters), assigned)
    return report


def _parameter(file: Path, name: str, entry: object) -> Parameter:
    where = f"parameters.{name}"
    # papermill writes the name of a parameter into the template's code as it stands.
    if not name.isidentifier() or keyword.iskeyword(name) or hasattr(builtins, name):
        raise ReportError.bad_entry(file, where, "a plain Python name that is not taken", name)
    if not isinstance(entry, dict):
        raise ReportError.bad_entry(file, where, "a table", entry)
    kind = _one_of(file, f"{where}.kind", entry.get("kind"), KINDS)
    entries = ("kind", "description", "default", *parameter_limits(kind))
    _only_known(file, where, entry, entries)
    limits = read_limits(file, where, kind, entry)
    parameter = Parameter(name, kind, _text(file, f"{where}.description", entry), None, limits)
    if "default" not in entry:
        return parameter
    default = parameter.read(file.parent.name, as_typed_in(entry["default"]))
    return replace(parameter, default=default)


def _check_subject(file: Path, report: Report) -> None:
    kinds = [one.kind for one in report.parameters.values()]
    wanted = _SUBJECTS[report.about]
    if wanted is not None and kinds.count(wanted) != 1:
        expected = f"exactly one parameter of kind {wanted}, because it is about one"
        raise ReportError.bad_entry(file, "parameters", expected, kinds.count(wanted))
    people = kinds.count("person_ref")
    if people and report.about not in _TAKE_A_PERSON:
        expected = "no parameter of kind person_ref, because it is not about a person"
        raise ReportError.bad_entry(file, "parameters", expected, "person_ref")
    if people > 1:
        expected = (
            "at most one parameter of kind person_ref, so that nobody sees another's page"
        )
        raise ReportError.bad_entry(file, "parameters", expected, people)


def _text(file: Path, where: str, entries: Mapping[str, Any]) -> str:
    found = entries.get(where.rpartition(".")[2])
    if not isinstance(found, str) or not found.strip():
        raise ReportError.bad_entry(file, where, "words", found)
    return found


def _one_of(file: Path, where: str, found: object, known: tuple[str, ...]) -> str:
    if found not in known or not isinstance(found, str):
        expected = f"one of {', '.join(known)}"
        raise ReportError.unknown_entry(file, where, expected, str(found), known)
    return found


def _only_known(
    file: Path, where: str, entries: Mapping[str, Any], known: tuple[str, ...]
) -> None:
    for name in entries:
        if name not in known:
            raise ReportError.unknown_entry(file, where, "the name of an entry", name, known)


def _cells(template: Path) -> list[dict[str, Any]]:
    try:
        notebook = json.loads(read_text(template))
    except json.JSONDecodeError as fault:
        reason = f"a fault in line {fault.lineno}"
        raise ReportError.not_a_notebook(template, reason) from None
    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4:  # noqa: PLR2004
        raise ReportError.not_a_notebook(template, "another kind of file")
    cells: list[dict[str, Any]] = notebook.get("cells", [])
    return cells


def _statements(template: Path, source: str) -> list[ast.stmt]:
    try:
        return ast.parse(source).body
    except SyntaxError:
        reason = "a parameters cell that is not Python"
        raise ReportError.not_a_notebook(template, reason) from None


_SUBJECTS: Mapping[str, str | None] = MappingProxyType(
    {
        "certification": "certification",
        "comparison": "certifications",
        "person": "person_ref",
        "career": None,
        "employer-support": None,
        "job-type": "job_type",
        "intake-form": "questions_of",
    }
)
_TAKE_A_PERSON = ("person", "comparison")
