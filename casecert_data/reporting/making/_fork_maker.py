"""The warmed process that forks each report, seen from the driver."""

import contextlib
import os
import signal
import subprocess
import sys
from multiprocessing.connection import Connection, Pipe, wait
from typing import NamedTuple

from casecert_data.errors import ReportFailedError
from casecert_data.reporting._files import remove_unfinished_of
from casecert_data.reporting._job import Job, Outcome
from casecert_data.reporting.engine._fork import sentinel_of
from casecert_data.reporting.making._limits import Limits
from casecert_data.reporting.making._warm_environment import ENVIRONMENT

SECONDS_TO_END = 10
"""How long the process may take to end what it has forked before it is killed."""

# The folders of this process come first and whole, so that the same casecert is found. What is
# imported stays, so to look for what could be freed meanwhile only takes time.
_START = (
    "import gc, sys; gc.disable(); sys.path[:] = {path!r}; "
    "from casecert_data.reporting.making._warm import main; main({descriptor}, {rehearsing})"
)


class _Making(NamedTuple):
    job: Job
    process_id: int | None


class ForkMaker:
    """Makes up to ``size`` reports at a time, each in a fork of one warmed process.

    Parameters
    ----------
    size
        How many to make at a time.
    limits
        What each may take.
    rehearsing
        Whether to make a report in memory first: worth its time where many follow.
    lock
        Descriptor that holds the folder; the process and its forks hold it too.
    """

    def __init__(
        self, *, size: int, limits: Limits, rehearsing: bool, lock: int | None = None
    ) -> None:
        self.size = size
        self._limits = limits
        self.is_ready = False
        self._making: dict[int, _Making] = {}
        self._pipe, far_end = Pipe()
        start = _START.format(path=sys.path, descriptor=far_end.fileno(), rehearsing=rehearsing)
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this Python, and our own words
                [sys.executable, "-P", "-c", start],
                pass_fds=[far_end.fileno(), *([] if lock is None else [lock])],
                env={**os.environ, **ENVIRONMENT},
                # What libraries warn of can quote a cell: nothing of it gets out.
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        finally:
            far_end.close()

    @property
    def making(self) -> int:
        """How many are being made now."""
        return len(self._making)

    @property
    def watched(self) -> list[Connection]:
        """What becomes readable when there is something to take."""
        return [self._pipe]

    @property
    def seconds_left(self) -> float | None:
        """How long to wait at most; the warmed process holds to the limits itself."""
        return None

    @property
    def why(self) -> ReportFailedError:
        """Why a report is lost that was being made alone when the process ended."""
        return ReportFailedError.worker_died()

    def start(self, position: int, job: Job) -> None:
        """Begin a report."""
        self._making[position] = _Making(job, None)
        with contextlib.suppress(OSError):  # it has just ended, which `take` will tell
            self._pipe.send((position, job, self._limits))

    def take(self) -> list[tuple[int, Outcome]] | None:
        """Return the reports that are done; None if the process itself has ended."""
        done = []
        try:
            while self._pipe.poll():
                told = self._pipe.recv()
                if told is None:
                    self.is_ready = True
                    continue
                position, what = told
                if isinstance(what, Outcome):
                    del self._making[position]
                    done.append((position, what))
                else:
                    self._making[position] = self._making[position]._replace(process_id=what)
        except (EOFError, OSError):
            return done or None
        return done

    def lost(self) -> list[int]:
        """Return the reports that were being made when the process ended."""
        return list(self._making)

    def let_go(self) -> None:
        """Let the process end, which it does once it has ended what it has forked."""
        self._pipe.close()

    def clear_away(self) -> None:
        """Wait until it is gone, and end what it could not end itself."""
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for job, process_id in self._making.values():
            if process_id is None:
                continue
            # A report dies with the process that forked it; what it has started may not.
            _end(process_id)
            remove_unfinished_of(process_id, job.out)


def _end(process_id: int) -> None:
    """Kill a report that is no child of this process, and wait until it writes nothing more."""
    sentinel = sentinel_of(process_id)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process_id, signal.SIGKILL)
    if sentinel is not None:
        wait([sentinel], SECONDS_TO_END)
        os.close(sentinel)
