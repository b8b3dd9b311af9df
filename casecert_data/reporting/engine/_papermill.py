"""The engine as papermill knows engines."""

import platform
import sys
from collections.abc import Callable
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import from_dict
from papermill.engines import Engine, NBClientEngine, NotebookExecutionManager
from papermill.log import logger

from casecert_data.reporting.engine._done import CellDone, Forgiven
from casecert_data.reporting.engine._fork import Forked, why_no_fork

_CELLS = "casecert_data.reporting.engine._cells"
_LANGUAGE = "python"


class CasecertEngine(Engine):
    """Runs a notebook in a fork of this process: isolated as by a kernel, started at once.

    Its cells run in the Python that runs papermill, whatever kernel the notebook names. It
    serves notebooks in Python without live widgets. Where it cannot serve, because the platform
    cannot fork, other threads run, or the notebook is in another language, papermill's own
    engine does, and a warning says so.
    """

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, **options: Any
    ) -> None:
        """Run the cells of a notebook; papermill calls this.

        Parameters
        ----------
        nb_man
            papermill's own hold of the notebook.
        kernel_name
            Kernel that papermill's own engine would start.
        options
            ``execution_timeout`` (seconds for each cell), ``log_output``, ``stdout_file``,
            ``stderr_file``, ``allow_errors``, ``allow_error_names``, ``force_raise_errors``
            as papermill's own engine takes them; ``memory_limit_mb``, most memory that the
            notebook may take; ``extensions``, names of IPython's extensions to load;
            ``in_this_process``, for a caller that is itself a copy made for this notebook.
            Others are taken and have no meaning here.

        Raises
        ------
        nbclient.exceptions.DeadKernelError
            If the process that ran the cells ended before they did.
        nbclient.exceptions.CellTimeoutError
            If a cell took longer than it may.
        """
        _rest_the_monitor(nb_man)
        reason = _why_not(nb_man.nb, in_this_process=bool(options.get("in_this_process")))
        if reason is not None:
            logger.warning("papermill's own engine runs this notebook: %s.", reason)
            options = {name: one for name, one in options.items() if name not in _OURS}
            NBClientEngine.execute_managed_notebook(nb_man, kernel_name, **options)
            return
        run = _Run(nb_man, options)
        if options.get("in_this_process"):
            run.here()
        else:
            run.in_a_fork()
        nb_man.nb.metadata["language_info"] = _language_info()


_OURS = ("extensions", "in_this_process", "memory_limit_mb")


class _Run:
    """One notebook on its way, told to papermill cell by cell."""

    def __init__(self, nb_man: NotebookExecutionManager, options: dict[str, Any]) -> None:
        self._nb_man = nb_man
        self._options = options
        self._timeout = options.get("execution_timeout") or options.get("timeout")
        self._running: int | None = None

    def here(self) -> None:
        # Nobody watches from outside, so when a cell starts is not told.
        self._run(lambda _: None, self._done)

    def in_a_fork(self) -> None:
        child = Forked(self._work, memory_limit_mb=self._options.get("memory_limit_mb"))
        try:
            while self._take(child):
                pass
        finally:
            child.end()
            if self._running is not None:
                self._complete(self._running)

    def _run(self, started: Callable[[int], None], done: Callable[[CellDone], None]) -> None:
        forced = bool(self._options.get("force_raise_errors"))
        forgiven = Forgiven(
            every=bool(self._options.get("allow_errors")) and not forced,
            names=frozenset(() if forced else self._options.get("allow_error_names", ())),
            tagged=not forced,
        )
        # IPython is imported with it: not by everybody who imports papermill.
        run_cells = import_module(_CELLS).run_cells
        run_cells(
            self._nb_man.nb.cells,
            started=started,
            done=done,
            forgiven=forgiven,
            extensions=self._options.get("extensions", ()),
        )

    def _work(self, results: Connection) -> None:
        self._run(
            lambda at: results.send(("started", at)), lambda one: results.send(("done", one))
        )
        results.send(("ended", None))

    def _take(self, child: Forked) -> bool:
        """Take one message; tell whether there is more to come."""
        timeout = self._timeout if self._running is not None else None
        if not child.wait(timeout):
            cell = self._nb_man.nb.cells[self._running]
            raise CellTimeoutError.error_from_timeout_and_cell(
                "Cell execution timed out", int(timeout or 0), cell
            )
        try:
            kind, told = child.take()
        except (EOFError, OSError):
            raise DeadKernelError("Kernel died") from None
        if kind == "started":
            self._started(told)
        elif kind == "done":
            self._done(told)
        return bool(kind != "ended")

    def _started(self, at: int) -> None:
        self._running = at
        self._nb_man.cell_start(self._nb_man.nb.cells[at], at)

    def _done(self, done: CellDone) -> None:
        cells = self._nb_man.nb.cells
        if done.execution_count is not None:
            cells[done.cell].execution_count = done.execution_count
        for at, outputs in done.outputs.items():
            cells[at].outputs = from_dict(outputs)
        self._tell(cells[done.cell])
        if done.ends:
            self._nb_man.cell_exception(cells[done.cell], cell_index=done.cell)
        self._complete(done.cell)

    def _complete(self, at: int) -> None:
        self._running = None
        self._nb_man.cell_complete(self._nb_man.nb.cells[at], cell_index=at)

    def _tell(self, cell: Any) -> None:
        """Hand what a cell put out to papermill's log and to its files, where it asks."""
        for output in cell.get("outputs", ()):
            text = output.get("text") or output.get("data", {}).get("text/plain")
            if not text:
                continue
            is_error_stream = output.get("name") == "stderr"
            if self._options.get("log_output"):
                (logger.warning if is_error_stream else logger.info)("%s", "".join(text))
            if output.output_type == "stream":
                file = self._options.get("stderr_file" if is_error_stream else "stdout_file")
                if file:
                    file.write("".join(text))
                    file.flush()


def _why_not(notebook: Any, *, in_this_process: bool) -> str | None:
    language = notebook.metadata.get("kernelspec", {}).get("language", _LANGUAGE)
    if language.casefold() != _LANGUAGE:
        return f"it is written in {language}"
    return None if in_this_process else why_no_fork()


def _rest_the_monitor(nb_man: NotebookExecutionManager) -> None:
    """End the thread that watches papermill's progress bar; the next bar starts a new one."""
    monitor = getattr(type(nb_man.pbar), "monitor", None)
    if monitor is not None:
        monitor.exit()


def _language_info() -> dict[str, Any]:
    """Describe the language as a kernel does."""
    return {
        "name": _LANGUAGE,
        "version": platform.python_version(),
        "mimetype": "text/x-python",
        "file_extension": ".py",
        "pygments_lexer": "ipython3",
        "nbconvert_exporter": "python",
        "codemirror_mode": {"name": "ipython", "version": sys.version_info.major},
    }
