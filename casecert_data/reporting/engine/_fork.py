"""A copy of this process that does one piece of work: limited, watched, and gone afterwards."""

import contextlib
import ctypes
import faulthandler
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from typing import Any, NoReturn

_THREADS = Path("/proc/self/task")
_MEMORY = Path("/proc/self/statm")
_LOOKS, _SECONDS_BETWEEN_LOOKS = 100, 0.01
_DIE_WITH_PARENT = 1
_MIB = 1024 * 1024


def why_no_fork() -> str | None:
    """Say in plain words why this process cannot be copied now; None if it can.

    Examples
    --------
    >>> why_no_fork() is None or "threads" in why_no_fork() or "platform" in why_no_fork()
    True
    """
    if not hasattr(os, "fork"):
        return "this platform cannot fork"
    if _has_other_threads():
        # A lock that another thread holds at this moment would stay held in the copy for ever.
        return "other threads run in this process, so a copy of it could hang"
    return None


def _has_other_threads() -> bool:
    if threading.active_count() > 1:
        return True
    # One that has just ended is known to the system for a moment longer than to Python.
    for _ in range(_LOOKS):
        if thread_count() <= 1 + _prepared_threads():
            return False
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    return True


def thread_count() -> int:
    """Count the threads of this process, those of libraries too where the system tells.

    Examples
    --------
    >>> thread_count() >= 1
    True
    """
    if _THREADS.is_dir():
        return len(os.listdir(_THREADS))  # noqa: PTH208 - counts in one call
    return threading.active_count()


def _prepared_threads() -> int:
    """Count at most the threads of libraries that see to it themselves that a copy works.

    numpy's OpenBLAS ends its threads before a fork and starts them again; pyarrow's jemalloc
    holds its locks while it happens.
    """
    if not _THREADS.is_dir():
        return 0
    names = [(one / "comm").read_text(encoding="utf-8").strip() for one in _THREADS.iterdir()]
    of_openblas = (os.cpu_count() or 1) - 1 if "numpy" in sys.modules else 0
    return names.count("jemalloc_bg_thd") + of_openblas


class Forked:
    """A copy of this process at work, in a session of its own.

    Parameters
    ----------
    work
        Called in the copy with its end of a pipe. What counts as done is what it sends: a copy
        can end in many ways that look well from outside.
    memory_limit_mb
        Most memory that the copy may take on top of what it was born with, and the largest file
        it may write, in MiB; None sets no limit.
    """

    def __init__(
        self, work: Callable[[Connection], None], *, memory_limit_mb: int | None = None
    ) -> None:
        self.results, far_end = Pipe()
        here = os.getpid()
        for stream in (sys.stdout, sys.stderr):
            # What waits in a buffer would be written by both.
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        self.process_id = os.fork()
        if self.process_id == 0:
            _be_the_copy(work, far_end, self.results, here, memory_limit_mb)
        far_end.close()
        self.sentinel = sentinel_of(self.process_id)

    def wait(self, seconds: float | None) -> bool:
        """Wait until the copy has sent something or has ended; False if it did neither."""
        watched: list[Any] = [self.results]
        if self.sentinel is not None:
            watched.append(self.sentinel)
        return bool(wait(watched, seconds))

    def take(self) -> Any:
        """Return the next thing that the copy has sent.

        Raises
        ------
        EOFError
            If it has ended and nothing is left to take.
        """
        if not self.results.poll():
            raise EOFError
        return self.results.recv()

    def end(self) -> int:
        """Kill the copy and what it has started, wait for it, and return how it had ended.

        Returns
        -------
        int
            Its exit code; the number of a signal, negative, if one ended it.
        """
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process_id, signal.SIGKILL)
        # It may have no session of its own yet. Its number is its own until it is waited for.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self.process_id, signal.SIGKILL)
        _, status = os.waitpid(self.process_id, 0)
        self.let_go()
        return os.waitstatus_to_exitcode(status)

    def let_go(self) -> None:
        """Let go of the copy, without ending it: another copy has no business with it."""
        self.results.close()
        if self.sentinel is not None:
            os.close(self.sentinel)


def sentinel_of(process_id: int) -> int | None:
    """Return what becomes readable when a process ends, where the system has such a thing.

    The pipe tells it too, unless something that the process started still holds the far end.
    """
    if not hasattr(os, "pidfd_open"):
        return None
    try:
        return os.pidfd_open(process_id)
    except OSError:
        return None


def _be_the_copy(
    work: Callable[[Connection], None],
    results: Connection,
    near_end: Connection,
    parent: int,
    memory_limit_mb: int | None,
) -> NoReturn:
    code = 1
    try:
        near_end.close()
        faulthandler.disable()  # what a crash prints could quote a cell
        os.setsid()
        _end_with(parent)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        nowhere = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nowhere, 0)
        os.close(nowhere)
        if memory_limit_mb is not None:
            _limit(memory_limit_mb * _MIB)
        work(results)
        code = 0
    finally:
        # Nothing of the parent's is run or written out here, whatever was raised.
        os._exit(code)


def _end_with(parent: int) -> None:
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it died in the meantime
        os._exit(1)


def _limit(extra: int) -> None:
    import resource  # noqa: PLC0415 - Windows, where this never runs, has none

    resource.setrlimit(resource.RLIMIT_FSIZE, (extra, extra))
    with contextlib.suppress(OSError, ValueError):
        pages = int(_MEMORY.read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + extra
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
