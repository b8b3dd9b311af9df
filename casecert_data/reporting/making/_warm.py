"""A warmed process of one thread, from which each report is forked; run by ``python -c``.

It is started fresh and imports and rehearses once what every report needs. Then it only waits:
for jobs from whoever started it, for reports that are done, and for limits of time.
"""

import contextlib
import ctypes
import dataclasses
import gc
import json
import os
import signal
import sys
import time
from importlib import import_module
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from casecert_data.errors import ReportFailedError
from casecert_data.reporting._files import WrittenFile, inside, remove_unfinished_of
from casecert_data.reporting._job import Job, Outcome
from casecert_data.reporting._person_ref import hand_over_here
from casecert_data.reporting.engine._fork import Forked, thread_count
from casecert_data.reporting.making._libraries import bring_in_libraries
from casecert_data.reporting.making._limits import Limits
from casecert_data.reporting.making._warm_environment import NOT_USED

_ADOPT = 36
_ALLOCATIONS_BETWEEN_COLLECTIONS = 50_000
_REHEARSED = "person"


class _Child(NamedTuple):
    fork: Forked
    out: Path
    deadline: float


def main(descriptor: int, rehearsing: bool) -> NoReturn:  # noqa: FBT001 - from a command line
    """Serve whoever holds the other end of a pipe, until they let go of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    driver = Connection(descriptor)
    os.set_inheritable(descriptor, False)  # noqa: FBT003 - the only form it has
    _hold_no_core()
    _adopt_orphans()
    nursery = _Nursery(driver)
    try:
        warm_up(rehearsing=rehearsing)
        driver.send(None)  # from here on, it is a report that ends this process if one does
        nursery.serve()
    finally:
        nursery.end()
        os._exit(0)


def warm_up(*, rehearsing: bool) -> None:
    """Import what every report needs and, to make many, make one of nobody in memory.

    Raises
    ------
    RuntimeError
        If a library has started a thread: copies of this process could hang.
    """
    for name in NOT_USED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    engines = import_module("papermill.engines").papermill_engines
    for name in NOT_USED:
        if sys.modules[name] is None:
            del sys.modules[name]
    engine = import_module("casecert_data.reporting.engine")
    # papermill finds it by itself only where casecert was installed.
    engines.register(engine.ENGINE_NAME, engine.CasecertEngine)
    for name in ("engine._cells", "making._run", "html", "pdf"):
        import_module(f"casecert_data.reporting.{name}")
    if rehearsing:
        import_module("casecert_data.reporting.making._rehearsal").rehearse(_REHEARSED)
    import_module("casecert_data.reporting.engine._shell").prepare_shell()
    # To free things now leaves holes; a copy that fills one has to copy what lies around it.
    gc.freeze()
    gc.enable()
    if thread_count() > 1:
        raise RuntimeError("a library started a thread")


class _Nursery:
    """Reports in the making."""

    def __init__(self, driver: Connection) -> None:
        self._driver = driver
        self._children: dict[int, _Child] = {}

    def serve(self) -> None:
        """Start what is asked for and tell what is done, until the driver lets go.

        Told is the position of a job with the number of the process that makes the report, and
        later with the outcome.
        """
        with contextlib.suppress(EOFError, OSError):
            while True:
                ready = wait(self._watched(), self._seconds_left())
                if self._driver in ready:
                    self._start(*self._driver.recv())
                for position, child in tuple(self._children.items()):
                    if self._is_over(child, ready):
                        self._finish(position)

    def end(self) -> None:
        """End every report in the making and whatever it has started."""
        for position in tuple(self._children):
            child = self._children.pop(position)
            child.fork.end()
            remove_unfinished_of(child.fork.process_id, child.out)
        self._end_orphans()

    def _watched(self) -> list[Connection | int]:
        pipes = [child.fork.results for child in self._children.values()]
        ends = [child.fork.sentinel for child in self._children.values()]
        return [self._driver, *pipes, *(end for end in ends if end is not None)]

    def _seconds_left(self) -> float | None:
        if not self._children:
            return None
        nearest = min(child.deadline for child in self._children.values())
        return max(0.0, nearest - time.monotonic())

    def _start(self, position: int, job: Job, limits: Limits) -> None:
        def work(results: Connection) -> None:
            # What others are about is none of this report's business.
            self._driver.close()
            for other in self._children.values():
                other.fork.let_go()
            _offer_to_the_memory_killer()
            # A report is over before there is much to collect; to look often takes longer.
            gc.set_threshold(_ALLOCATIONS_BETWEEN_COLLECTIONS)
            results.send_bytes(_to_bytes(_outcome(job)))

        bring_in_libraries(job.template)
        fork = Forked(work, memory_limit_mb=limits.memory_mb)
        deadline = time.monotonic() + limits.seconds
        self._children[position] = _Child(fork, job.out, deadline)
        self._limits = limits
        self._driver.send((position, fork.process_id))

    def _is_over(self, child: _Child, ready: list[Any]) -> bool:
        told = child.fork.results in ready or child.fork.sentinel in ready
        return told or time.monotonic() >= child.deadline

    def _finish(self, position: int) -> None:
        child = self._children.pop(position)
        outcome = _told_by(child)
        timed_out = outcome is None and time.monotonic() >= child.deadline
        code = child.fork.end()
        self._end_orphans()
        if outcome is None:
            remove_unfinished_of(child.fork.process_id, child.out)
            outcome = Outcome(str(self._why(code, timed_out=timed_out)))
        self._driver.send((position, outcome))

    def _why(self, code: int, *, timed_out: bool) -> ReportFailedError:
        if timed_out:
            return ReportFailedError.took_too_long(self._limits.seconds)
        if code >= 0:
            return ReportFailedError.kernel_died()
        if code == -signal.SIGKILL:
            return ReportFailedError.killed()
        return ReportFailedError.crashed(signal.Signals(-code).name)

    def _end_orphans(self) -> None:
        """End what a report started and left behind in a session of its own."""
        ours = {child.fork.process_id for child in self._children.values()}
        while strangers := _children_of_this() - ours - _in_sessions(ours):
            for process_id in strangers:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(process_id, signal.SIGKILL)
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(process_id, 0)


def _outcome(job: Job) -> Outcome:
    job = dataclasses.replace(job, template=job.template.resolve())
    os.chdir(job.template.parent)
    hand_over_here(job.person)
    run = import_module("casecert_data.reporting.making._run")
    outcome: Outcome = run.outcome_of(job, run.execute_here)
    return outcome


def _to_bytes(outcome: Outcome) -> bytes:
    files = [[one.path.name, one.sha256, one.size_bytes] for one in outcome.files]
    told = {"error": outcome.error, "files": files, "notes": outcome.notes}
    return json.dumps(told).encode()


def _told_by(child: _Child) -> Outcome | None:
    """Read what a report says came of it; None unless it did, and its files are there."""
    try:
        if not child.fork.results.poll():
            return None
        told = json.loads(child.fork.results.recv_bytes())
        files = tuple(
            WrittenFile(inside(child.out, name), sha256, size)
            for name, sha256, size in told["files"]
        )
        if any(one.path.stat().st_size != one.size_bytes for one in files):
            return None
        return Outcome(told["error"], files, tuple(told["notes"]))
    except (EOFError, OSError, ValueError, KeyError, TypeError):
        return None


def _hold_no_core() -> None:
    """Let no crash write the memory of a report, and so a person's facts, to the disk."""
    import resource  # noqa: PLC0415 - Windows, where this never runs, has none

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _adopt_orphans() -> None:
    """Become the parent of whatever a report leaves behind, so that it can be found."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT, 1)


def _offer_to_the_memory_killer() -> None:
    """Where memory runs out, let this report be ended and not whoever made it."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def _children_of_this() -> set[int]:
    path = Path(f"/proc/self/task/{os.getpid()}/children")
    try:
        return set(map(int, path.read_text(encoding="ascii").split()))
    except OSError:
        return set()


def _in_sessions(leaders: set[int]) -> set[int]:
    """Find, among this process's children, those in the session of a report in the making."""
    found = set()
    for process_id in _children_of_this():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if os.getsid(process_id) in leaders:
                found.add(process_id)
    return found
