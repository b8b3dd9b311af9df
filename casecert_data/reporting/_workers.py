"""Processes that make reports one after another: what one of them breaks costs one report."""

import contextlib
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from importlib import import_module
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import FrameType
from typing import Self

from casecert_data.errors import ReportFailedError
from casecert_data.reporting._files import prepare_folder, remove_unfinished
from casecert_data.reporting._job import Job, Outcome
from casecert_data.reporting._left_behind import kill_left_behind
from casecert_data.reporting._person_ref import (
    PERSON_FILE_VARIABLE,
    make_private_folder,
    remove_private_folder,
)

SECONDS_TO_END = 10
"""How long a worker may take to clear away what it holds before it is killed."""

# papermill would import each of these and use none: a file system, and checks of the addresses
# and durations that no notebook of ours has. Together 1.8 seconds in each process.
_NOT_USED = ("isoduration", "pyarrow", "rfc3987_syntax")

# A process that is copied while typst has threads waits for ever; a fresh one does not.
_PROCESSES = multiprocessing.get_context("spawn")


class Crew:
    """Workers for a list of jobs, all gone when the ``with`` block ends, however it ends.

    Parameters
    ----------
    jobs
        What to make.
    size
        How many to make at a time.
    out
        Folder of the files; nothing temporary lies in it but a file that is being written.
    """

    def __init__(self, jobs: Sequence[Job], *, size: int, out: Path) -> None:
        self._waiting = deque(enumerate(jobs))
        self._size = min(size, len(jobs))
        self._out = out
        self._workers: list[_Worker] = []
        self._signals = contextlib.ExitStack()

    def __enter__(self) -> Self:
        self._signals.enter_context(_ending_on_request())
        return self

    def __exit__(self, *_: object) -> None:
        with self._signals:
            for worker in self._workers:
                worker.let_go()
            for worker in self._workers:
                worker.clear_away()

    def outcomes(self) -> Iterator[tuple[int, Outcome]]:
        """Make every report and yield each outcome as it comes, with the job's position."""
        while True:
            self._share_out()
            busy = {worker: worker.position for worker in self._workers if worker.is_busy}
            if not busy:
                return
            ready = wait([*(one.results for one in busy), *(one.sentinel for one in busy)])
            for worker, position in busy.items():
                if worker.results in ready or worker.sentinel in ready:
                    yield position, self._take(worker)

    def _share_out(self) -> None:
        while self._waiting and len(self._workers) < self._size:
            self._workers.append(_Worker(self._out))
        for worker in self._workers:
            if self._waiting and not worker.is_busy:
                worker.start(*self._waiting.popleft())

    def _take(self, worker: "_Worker") -> Outcome:
        outcome = worker.take_outcome()
        if outcome is not None:
            return outcome
        # It was killed, or a library in it crashed: that report is lost, the others are not.
        self._workers.remove(worker)
        worker.let_go()
        worker.clear_away()
        return Outcome(str(ReportFailedError.worker_died()))


def run_report(job: Job) -> Outcome:
    """Make one report, in a process of its own, and say what came of it.

    Raises
    ------
    ReportError
        If the folder of the files cannot be made or written to.
    """
    folder = prepare_folder(job.out)
    with Crew([job], size=1, out=folder) as crew:
        ((_, outcome),) = crew.outcomes()
    return outcome


class _Worker:
    """One process, seen from the driver: two pipes and a folder that it clears if need be."""

    def __init__(self, out: Path) -> None:
        self.is_busy = False
        self.position = -1
        self._folder = make_private_folder(out)
        self.results, far_end = _PROCESSES.Pipe()
        # Nothing is ever sent on this one. When its near end closes, because the driver says so
        # or because the driver is gone, even by kill -9, the worker clears away and ends.
        far_life, self._life = _PROCESSES.Pipe(duplex=False)
        self._process = _PROCESSES.Process(
            target=_work, args=(far_end, far_life, self._folder), daemon=True
        )
        try:
            self._process.start()
        except BaseException:
            remove_private_folder(self._folder)
            raise
        far_end.close()
        far_life.close()

    @property
    def sentinel(self) -> int:
        return self._process.sentinel

    def start(self, position: int, job: Job) -> None:
        self.is_busy, self.position = True, position
        with contextlib.suppress(OSError):  # it has just died: its sentinel will tell
            self.results.send(job)

    def take_outcome(self) -> Outcome | None:
        self.is_busy = False
        try:
            outcome: Outcome | None = self.results.recv() if self.results.poll() else None
        except (EOFError, OSError):
            return None
        return outcome

    def let_go(self) -> None:
        self._life.close()

    def clear_away(self) -> None:
        self._process.join(SECONDS_TO_END)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self.results.close()
        # A killed worker could clear nothing away itself.
        kill_left_behind(self._folder)
        remove_private_folder(self._folder)


def _work(jobs: Connection, life: Connection, folder: Path) -> None:
    _fall_silent()
    threading.Thread(target=_end_with_the_driver, args=(life, folder), daemon=True).start()
    # Whatever called casecert, a report sees the person that it is about and no other.
    os.environ.pop(PERSON_FILE_VARIABLE, None)
    for name in _NOT_USED:
        sys.modules[name] = None  # type: ignore[assignment]
    while True:
        try:
            job: Job = jobs.recv()
        except EOFError:
            return
        jobs.send(_outcome(job, folder))


def _outcome(job: Job, folder: Path) -> Outcome:
    try:
        # Imported here, in a worker alone: it brings in papermill, kernels and the renderers.
        run = import_module("casecert_data.reporting._run")
        outcome: Outcome = run.run_job(job, folder)
    except ReportFailedError as fault:
        return Outcome(str(fault))
    except Exception as fault:  # noqa: BLE001 - its words could quote a person's facts
        return Outcome(str(ReportFailedError.unexpected(type(fault).__name__)))
    return outcome


def _fall_silent() -> None:
    # Libraries warn and log in words that can quote a cell: nothing of that gets out of here.
    # Ctrl-C reaches the whole terminal: the driver alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _end_with_the_driver(life: Connection, folder: Path) -> None:
    with contextlib.suppress(EOFError, OSError):
        life.recv_bytes()
    kernel = sys.modules.get("casecert_data.reporting._kernel")
    if kernel is not None:
        kernel.kill_running_kernels()
    remove_unfinished()
    remove_private_folder(folder)
    os._exit(1)


@contextlib.contextmanager
def _ending_on_request() -> Iterator[None]:
    """Turn a polite request to end into an exception, so that everything is cleared away."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is told of signals
        return
    asked = [signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else [])]
    # Whoever ignores one, as nohup does, has decided already.
    asked = [number for number in asked if signal.getsignal(number) == signal.SIG_DFL]
    before = {number: signal.signal(number, end) for number in asked}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
