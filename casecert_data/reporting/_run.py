"""Run one report's template by papermill and write the page that comes of it."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from casecert_data.catalog._messages import LANGUAGE
from casecert_data.errors import PageError, ReportFailedError
from casecert_data.reporting._blocks import Page
from casecert_data.reporting._collect import Cells, collect_page, notebook_to_hand_on
from casecert_data.reporting._files import inside, write_whole
from casecert_data.reporting._job import Job, Outcome, title_subject
from casecert_data.reporting._kernel import report_kernel
from casecert_data.reporting._person_ref import handed_over
from casecert_data.reporting._report_spec import parameters_cell


def run_job(job: Job, private: Path) -> Outcome:
    """Run a template in a kernel of its own and write its page in each format.

    Parameters
    ----------
    job
        What to make.
    private
        A folder outside the output that only its owner can open; it is left empty.

    Returns
    -------
    Outcome
        What was written, in the order of the formats, and what its author should know.

    Raises
    ------
    ReportFailedError
        If the template, a renderer or the disk stops; the words carry no value of a person.
    """
    cells = _execute(job, private)
    page, notes = collect_page(cells, language=LANGUAGE, subject=title_subject(job))
    page = page.handed_out_by(job.institution)
    contents = {file_format: _made(file_format, page, cells) for file_format in job.formats}
    try:
        files = tuple(
            write_whole(inside(job.out, f"{job.stem}.{file_format}"), content)
            for file_format, content in contents.items()
        )
    except OSError as fault:
        raise ReportFailedError.writing_failed(type(fault).__name__) from None
    return Outcome(None, files, notes)


def _execute(job: Job, private: Path) -> Cells:
    with (
        _for_this_report(private) as folder,
        handed_over(job.person, folder) as environment,
        _starting_kernel(folder, job.template.parent, environment) as kernel,
    ):
        # The kernel gets ready in its own process while papermill is imported here.
        papermill = import_module("papermill")
        try:
            notebook = papermill.execute_notebook(
                # papermill fills in braces of a path; this template's folder may have some.
                str(job.template).replace("{", "{{").replace("}", "}}"),
                None,
                parameters=job.values,
                kernel_name="python3",
                language="python",
                progress_bar=False,
                request_save_on_cell_execute=False,
                km=kernel,
                ipython_hist_file="",
                record_timing=False,
            )
        except papermill.PapermillExecutionError as fault:
            cell = _number_in_template(job, fault.cell_index)
            raise ReportFailedError.cell_stopped(cell, fault.ename) from None
        except import_module("nbclient.exceptions").DeadKernelError:
            raise ReportFailedError.kernel_died() from None
        except Exception as fault:  # noqa: BLE001 - whatever it is, it costs this report alone
            raise ReportFailedError.kernel_refused(type(fault).__name__) from None
    cells: Cells = notebook.cells
    return cells


@contextlib.contextmanager
def _for_this_report(private: Path) -> Iterator[Path]:
    # Each kernel's sockets have paths of their own. The manager of a past kernel removes the
    # files at its paths when Python collects it, and that may be while the next kernel starts.
    folder = Path(tempfile.mkdtemp(prefix="", dir=private))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _starting_kernel(folder: Path, cwd: Path, environment: Mapping[str, str]) -> Iterator[Any]:
    with contextlib.ExitStack() as stack:
        try:
            kernel = stack.enter_context(report_kernel(folder, cwd, environment))
        except Exception as fault:  # noqa: BLE001 - as above
            raise ReportFailedError.kernel_refused(type(fault).__name__) from None
        yield kernel


def _number_in_template(job: Job, at: int) -> int:
    # papermill puts its cell after the parameters cell, and counts from 0.
    parameters_at = parameters_cell(job.template)
    return at if parameters_at is not None and at > parameters_at else at + 1


def _made(file_format: str, page: Page, cells: Cells) -> bytes:
    try:
        return _MAKERS[file_format](page, cells)
    except PageError:
        raise ReportFailedError.page_refused(file_format) from None
    except Exception as fault:  # noqa: BLE001 - a renderer's words can quote the page
        raise ReportFailedError.page_failed(file_format, type(fault).__name__) from None


def _html(page: Page, _cells: Cells) -> bytes:
    text: str = import_module("casecert_data.reporting.html").render_html(page)
    return text.encode()


def _pdf(page: Page, _cells: Cells) -> bytes:
    content: bytes = import_module("casecert_data.reporting.pdf").render_pdf(page)
    return content


def _ipynb(_page: Page, cells: Cells) -> bytes:
    return notebook_to_hand_on(cells)


_MAKERS: Mapping[str, Callable[[Page, Cells], bytes]] = MappingProxyType(
    {"html": _html, "pdf": _pdf, "ipynb": _ipynb}
)
