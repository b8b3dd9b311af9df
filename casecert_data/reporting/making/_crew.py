"""Make a list of reports, some at a time: what one of them breaks costs one report."""

import contextlib
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from multiprocessing.connection import wait
from pathlib import Path
from types import FrameType
from typing import Any, Self

from casecert_data.catalog import say
from casecert_data.reporting._files import prepare_folder, remove_stray
from casecert_data.reporting._job import Job, Outcome
from casecert_data.reporting.making._limits import USUAL, Limits

WORTH_REHEARSING = 4
"""From so many reports on, making one in memory first saves time."""


class Crew:
    """Makes a list of jobs, and leaves no process behind when the ``with`` block ends.

    Where a process can be copied, one warmed process forks each report. Elsewhere each report
    has a Jupyter kernel of its own; that is chosen here and nowhere else.

    Parameters
    ----------
    jobs
        What to make.
    size
        How many to make at a time.
    out
        Folder of the files; nothing temporary lies in it but a file that is being written.
    limits
        What each report may take.
    note
        Told, once and in words, if reports are made by kernels.
    lock
        Descriptor that holds the folder, to be held as long as anything may write into it.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        *,
        size: int,
        out: Path,
        limits: Limits,
        note: Callable[[str], None] = lambda _: None,
        lock: int | None = None,
    ) -> None:
        self._waiting = deque(enumerate(jobs))
        self._jobs = jobs
        self._suspects: deque[int] = deque()
        self._forking = can_fork()
        self._size = min(size, len(jobs))
        self._out = out
        self._note = note
        self._lock = lock
        self._limits = limits
        self._makers: list[Any] = []
        self._signals = contextlib.ExitStack()

    def __enter__(self) -> Self:
        self._signals.enter_context(_ending_on_request())
        return self

    def __exit__(self, *_: object) -> None:
        with self._signals:
            for maker in self._makers:
                maker.let_go()
            for maker in self._makers:
                maker.clear_away()

    def outcomes(self) -> Iterator[tuple[int, Outcome]]:
        """Make every report and yield each outcome as it comes, with the job's position."""
        while self._waiting or self._suspects or self._making:
            self._share_out()
            watched = [one for maker in self._makers for one in maker.watched]
            left = [one.seconds_left for one in self._makers if one.seconds_left is not None]
            wait(watched, min(left, default=None))
            for maker in tuple(self._makers):
                done = maker.take()
                yield from done if done is not None else self._bury(maker)

    @property
    def _making(self) -> int:
        return sum(maker.making for maker in self._makers)

    def _share_out(self) -> None:
        if self._suspects:
            # One of these has ended whoever made them. Alone, it ends nobody else's report.
            if not self._making:
                position = self._suspects.popleft()
                self._free_maker().start(position, self._jobs[position])
            return
        while self._waiting and self._making < self._size:
            self._free_maker().start(*self._waiting.popleft())

    def _free_maker(self) -> Any:
        for maker in self._makers:
            if maker.making < maker.size:
                return maker
        self._makers.append(self._new_maker())
        return self._makers[-1]

    def _new_maker(self) -> Any:
        if self._forking:
            rehearsing = len(self._jobs) >= WORTH_REHEARSING
            maker = import_module("casecert_data.reporting.making._fork_maker").ForkMaker
            return maker(
                size=self._size, limits=self._limits, rehearsing=rehearsing, lock=self._lock
            )
        self._note(say("batch.by_kernel"))
        self._note = lambda _: None
        maker = import_module("casecert_data.reporting.making._kernel_worker").KernelWorker
        return maker(self._out, self._limits)

    def _bury(self, maker: Any) -> Iterator[tuple[int, Outcome]]:
        """Clear away a maker that has ended, and find out whose fault it was."""
        lost, why = maker.lost(), maker.why
        self._makers.remove(maker)
        maker.let_go()
        maker.clear_away()
        if not maker.is_ready:
            self._forking = False
            self._waiting.extendleft((at, self._jobs[at]) for at in reversed(lost))
        elif len(lost) == 1:
            yield lost[0], Outcome(str(why))
        else:
            self._suspects.extend(lost)


def can_fork() -> bool:
    """Tell whether this platform can copy a process.

    Examples
    --------
    >>> import os
    >>> can_fork() == hasattr(os, "fork")
    True
    """
    return hasattr(os, "fork")


def run_report(
    job: Job, *, limits: Limits = USUAL, note: Callable[[str], None] = lambda _: None
) -> Outcome:
    """Make one report, in a process of its own, and say what came of it.

    Parameters
    ----------
    job
        What to make.
    limits
        What it may take.
    note
        Told, in words, if it is made by a kernel.

    Raises
    ------
    ReportError
        If the folder of the files cannot be made or written to.
    """
    folder = prepare_folder(job.out)
    remove_stray(folder)
    with Crew([job], size=1, out=folder, limits=limits, note=note) as crew:
        ((_, outcome),) = crew.outcomes()
    return outcome


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
