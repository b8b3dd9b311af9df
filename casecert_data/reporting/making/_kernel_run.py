"""Run one report's template in a kernel of its own, where no process can be copied."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from casecert_data.errors import ReportFailedError
from casecert_data.reporting._collect import Cells
from casecert_data.reporting._job import Job
from casecert_data.reporting._person_ref import handed_over
from casecert_data.reporting.making._kernel import report_kernel
from casecert_data.reporting.making._run import execute_by_papermill


def execute_in_kernel(job: Job, private: Path) -> Cells:
    """Run a job's template in a kernel of its own and return the executed cells.

    Parameters
    ----------
    job
        What to run.
    private
        A folder outside the output that only its owner can open; it is left empty.

    Raises
    ------
    ReportFailedError
        If the template or its kernel stops; the words carry no value of a person.
    """
    with (
        _for_this_report(private) as folder,
        handed_over(job.person, folder) as environment,
        _starting_kernel(folder, job.template.parent, environment) as kernel,
    ):
        return execute_by_papermill(job, km=kernel, ipython_hist_file="", record_timing=False)


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
        except Exception as fault:  # noqa: BLE001 - whatever it is, it costs this report alone
            raise ReportFailedError.kernel_refused(type(fault).__name__) from None
        yield kernel
