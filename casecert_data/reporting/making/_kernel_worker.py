"""A process that makes reports one after another by kernels, where no process can be copied."""

import contextlib
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from functools import partial
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from casecert_data.errors import ReportFailedError
from casecert_data.reporting._files import remove_unfinished, remove_unfinished_of
from casecert_data.reporting._job import Job, Outcome
from casecert_data.reporting._person_ref import (
    PERSON_FILE_VARIABLE,
    make_private_folder,
    remove_private_folder,
)
from casecert_data.reporting.making._left_behind import kill_left_behind
from casecert_data.reporting.making._limits import Limits
from casecert_data.reporting.making._warm_environment import NOT_USED

SECONDS_TO_END = 10
"""How long a worker may take to clear away what it holds before it is killed."""

_PROCESSES = multiprocessing.get_context("spawn")


class KernelWorker:
    """Makes one report at a time, each in a Jupyter kernel of its own.

    It is two pipes to a process, and a folder that is cleared if the process cannot do it.

    Parameters
    ----------
    out
        Folder of the files; nothing temporary lies in it but a file that is being written.
    limits
        What each report may take; memory is not watched.
    """

    size = 1
    """How many to make at a time."""
    is_ready = True
    """Whether it has come so far that a report can be the reason for its end."""

    def __init__(self, out: Path, limits: Limits) -> None:
        self._out, self._limits = out, limits
        self._position: int | None = None
        self._deadline = 0.0
        self._folder = make_private_folder(out)
        self._pipe, far_end = _PROCESSES.Pipe()
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
    def making(self) -> int:
        """How many are being made now."""
        return 0 if self._position is None else 1

    @property
    def watched(self) -> list[Any]:
        """What becomes readable when there is something to take."""
        return [self._pipe, self._process.sentinel]

    @property
    def seconds_left(self) -> float | None:
        """How long to wait at most before `take` is called."""
        return None if self._position is None else max(0.0, self._deadline - time.monotonic())

    @property
    def why(self) -> ReportFailedError:
        """Why the report that was being made is lost, once the process has ended."""
        if self._position is not None and time.monotonic() >= self._deadline:
            return ReportFailedError.took_too_long(self._limits.seconds)
        return ReportFailedError.worker_died()

    def start(self, position: int, job: Job) -> None:
        """Begin a report."""
        self._position, self._deadline = position, time.monotonic() + self._limits.seconds
        with contextlib.suppress(OSError):  # it has just ended, which `take` will tell
            self._pipe.send(job)

    def take(self) -> list[tuple[int, Outcome]] | None:
        """Return the report that is done, if it is; None if the process has ended, or must."""
        try:
            if self._pipe.poll() and self._position is not None:
                done = [(self._position, self._pipe.recv())]
                self._position = None
                return done
        except (EOFError, OSError):
            return None
        overdue = self._position is not None and time.monotonic() >= self._deadline
        return [] if self._process.is_alive() and not overdue else None

    def lost(self) -> list[int]:
        """Return the report that was being made when the process ended."""
        return [] if self._position is None else [self._position]

    def let_go(self) -> None:
        """Let the process end, which it does once its kernel is gone."""
        self._life.close()

    def clear_away(self) -> None:
        """Wait until it is gone, and clear away what it could not."""
        self._process.join(SECONDS_TO_END)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._pipe.close()
        kill_left_behind(self._folder)
        remove_private_folder(self._folder)
        if self._process.pid is not None:
            remove_unfinished_of(self._process.pid, self._out)


def _work(jobs: Connection, life: Connection, folder: Path) -> None:
    _fall_silent()
    threading.Thread(target=_end_with_the_driver, args=(life, folder), daemon=True).start()
    # Whatever called casecert, a report sees the person that it is about and no other.
    os.environ.pop(PERSON_FILE_VARIABLE, None)
    for name in NOT_USED:
        sys.modules[name] = None  # type: ignore[assignment]
    # Imported here, in a worker alone: it brings in papermill, kernels and the renderers.
    outcome_of = import_module("casecert_data.reporting.making._run").outcome_of
    in_kernel = import_module("casecert_data.reporting.making._kernel_run").execute_in_kernel
    while True:
        try:
            job: Job = jobs.recv()
        except EOFError:
            return
        jobs.send(outcome_of(job, partial(in_kernel, private=folder)))


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
    kernel = sys.modules.get("casecert_data.reporting.making._kernel")
    if kernel is not None:
        kernel.kill_running_kernels()
    remove_unfinished()
    remove_private_folder(folder)
    os._exit(1)
