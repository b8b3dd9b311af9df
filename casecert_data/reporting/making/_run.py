"""Run one report's template by papermill and write the page that comes of it."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from casecert_data.catalog._messages import LANGUAGE
from casecert_data.errors import PageError, ReportFailedError
from casecert_data.reporting._collect import Cells, collect_page, notebook_to_hand_on
from casecert_data.reporting._files import inside, write_whole
from casecert_data.reporting._job import Job, Outcome, title_subject
from casecert_data.reporting.engine import ENGINE_NAME
from casecert_data.reporting.model._blocks import Page
from casecert_data.reporting.specs._report_spec import parameters_cell

_DISPLAYS = "casecert_data.reporting.own._displays"

_OnNote: TypeAlias = Callable[[str], object]


def outcome_of(job: Job, execute: Callable[[Job], Cells]) -> Outcome:
    """Make one report and say what came of it, in words without any value of a person.

    Parameters
    ----------
    job
        What to make.
    execute
        Runs its template and returns the executed cells.
    """
    try:
        return _make(job, execute)
    except ReportFailedError as fault:
        return Outcome(str(fault))
    except MemoryError:
        return Outcome(str(ReportFailedError.out_of_memory()))
    except Exception as fault:  # noqa: BLE001 - its words could quote a person's facts
        return Outcome(str(ReportFailedError.unexpected(type(fault).__name__)))


def execute_by_papermill(job: Job, *, engine_name: str | None = None, **options: Any) -> Cells:
    """Run a job's template by papermill, by one of its engines; the options are the engine's.

    The steps are those of ``papermill.execute_notebook`` but the last one: that writes the
    executed notebook out as text, also where nobody wants it.

    Raises
    ------
    ReportFailedError
        If a cell stops, or what runs the cells does; the words carry no value of a person.
    """
    papermill = import_module("papermill.execute")
    run_by = {"engine_name": engine_name, "kernel_name": "python3"}
    try:
        notebook = read_template(job.template)
        if job.values:
            notebook = papermill.parameterize_notebook(
                notebook, job.values, language="python", **run_by
            )
        notebook = papermill.papermill_engines.execute_notebook_with_engine(
            nb=papermill.remove_error_markers(notebook), progress_bar=False, **run_by, **options
        )
        papermill.raise_for_execution_errors(notebook, None)
    except papermill.PapermillExecutionError as fault:
        cell = _number_in_template(job, fault.cell_index)
        raise ReportFailedError.cell_stopped(cell, fault.ename) from None
    except import_module("nbclient.exceptions").DeadKernelError:
        raise ReportFailedError.kernel_died() from None
    except Exception as fault:  # noqa: BLE001 - whatever it is, it costs this report alone
        raise ReportFailedError.kernel_refused(type(fault).__name__) from None
    cells: Cells = notebook.cells
    return cells


def read_template(template: Path) -> Any:
    """Read a template as papermill does, each time anew; to check the same text once is enough.

    Parameters
    ----------
    template
        The notebook.
    """
    as_read = _as_read(template.read_text(encoding="utf-8"))
    return import_module("nbformat").from_dict(as_read)


@cache
def _as_read(text: str) -> Any:
    notebook = import_module("nbformat").reads(text, as_version=4)
    return import_module("papermill.iorw").load_notebook_node(notebook)


def execute_here(job: Job) -> Cells:
    """Run a job's template in this process, which runs nothing else."""
    return execute_by_papermill(
        job, engine_name=ENGINE_NAME, in_this_process=True, extensions=(_DISPLAYS,)
    )


def _make(job: Job, execute: Callable[[Job], Cells]) -> Outcome:
    cells = execute(job)
    page, notes = collect_page(cells, language=LANGUAGE, subject=title_subject(job))
    page = page.handed_out_by(job.institution)
    on_letters: list[str] = []
    contents = {
        file_format: _made(file_format, page, cells, on_letters.append)
        for file_format in job.formats
    }
    try:
        files = tuple(
            write_whole(inside(job.out, f"{job.stem}.{file_format}"), content)
            for file_format, content in contents.items()
        )
    except OSError as fault:
        raise ReportFailedError.writing_failed(type(fault).__name__) from None
    return Outcome(None, files, (*notes, *on_letters))


def _number_in_template(job: Job, at: int) -> int:
    # papermill puts its cell after the parameters cell, and counts from 0.
    parameters_at = parameters_cell(job.template)
    return at if parameters_at is not None and at > parameters_at else at + 1


def _made(file_format: str, page: Page, cells: Cells, on_note: _OnNote) -> bytes:
    try:
        return _MAKERS[file_format](page, cells, on_note)
    except PageError:
        raise ReportFailedError.page_refused(file_format) from None
    except Exception as fault:  # noqa: BLE001 - a renderer's words can quote the page
        raise ReportFailedError.page_failed(file_format, type(fault).__name__) from None


def _html(page: Page, _cells: Cells, _on_note: _OnNote) -> bytes:
    text: str = import_module("casecert_data.reporting.html").render_html(page)
    return text.encode()


def _interactive(page: Page, _cells: Cells, _on_note: _OnNote) -> bytes:
    # Imported for this format alone: it brings in plotly.
    module = import_module("casecert_data.reporting.html._interactive")
    text: str = module.render_interactive(page)
    return text.encode()


def _pdf(page: Page, _cells: Cells, on_note: _OnNote) -> bytes:
    pdf = import_module("casecert_data.reporting.pdf")
    content: bytes = pdf.render_pdf(page, on_note=on_note)
    return content


def _ipynb(_page: Page, cells: Cells, _on_note: _OnNote) -> bytes:
    return notebook_to_hand_on(cells)


_MAKERS: Mapping[str, Callable[[Page, Cells, _OnNote], bytes]] = MappingProxyType(
    {"html": _html, "pdf": _pdf, "ipynb": _ipynb, "interactive.html": _interactive}
)
