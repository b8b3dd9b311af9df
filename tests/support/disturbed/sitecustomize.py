"""Makes what a program does to one folder fail, or kills it there, at the n-th event.

Python imports a module of this name by itself when it starts, if the folder is on its path: so
every process of a batch counts its events, and a test decides at which of them what happens. An
event is anything that changes the folder, or brings what was written to the disk; a fork too.
"""

import builtins
import errno
import fcntl
import io
import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

PLAN = "CASECERT_DISTURBED"
"""Environment variable with the plan: folder, log, and what happens at which event."""


class Disturbance:
    """Events counted in the processes that share a log, and what happens at one of them."""

    def __init__(
        self, folder: str, log: str, at: int = 0, what: str = "", driver: int = 0
    ) -> None:
        self._folder = os.path.realpath(folder)
        self._log = log
        self._at = at
        self._what = what
        self._driver = driver

    def event(self, kind: str, path: object = None) -> None:
        """Count an event, unless it is about another folder, and let happen what is planned."""
        if path is not None and not self._is_inside(path):
            return
        if self._count(kind) == self._at:
            self._happen(path)

    def happens_while_writing(self, path: object) -> bool:
        """Tell whether a write is the event; if so, its caller writes half and then `fail`s."""
        return self._is_inside(path) and self._count("write") == self._at

    def _happen(self, path: object) -> None:
        if hasattr(errno, self._what):
            self.fail(path)
        self.kill()

    def fail(self, path: object) -> None:
        """Raise the planned error, or kill."""
        if hasattr(errno, self._what):
            number = getattr(errno, self._what)
            raise OSError(number, os.strerror(number), str(path))
        self.kill()

    def kill(self) -> None:
        """Kill whom the plan names."""
        own = os.getpid()
        # The driver's own parent is whoever runs the test.
        parent = own if own == self._driver else os.getppid()
        whom = {"self": own, "parent": parent, "driver": self._driver}[self._what]
        with suppress(ProcessLookupError):
            os.kill(whom, signal.SIGKILL)

    def _is_inside(self, path: object) -> bool:
        if isinstance(path, int):
            try:
                path = Path(f"/proc/self/fd/{path}").readlink()
            except OSError:
                return False
        try:
            name = os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type] # or TypeError
        except TypeError:
            return False
        return name == self._folder or name.startswith(self._folder + os.sep)

    def _count(self, kind: str) -> int:
        handle = _open(self._log, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            _write(handle, kind[0].encode())
            return os.lseek(handle, 0, os.SEEK_CUR)
        finally:
            os.close(handle)


class _Raw(io.FileIO):
    """A file of which a write can fail half-way."""

    def __init__(self, file: Any, mode: str) -> None:
        super().__init__(file, mode)
        self._file = file

    def write(self, data: Any, /) -> Any:
        now = current()
        half = 0
        if now is not None and now.happens_while_writing(self._file):
            half = super().write(bytes(data)[: len(data) // 2])
            now.fail(self._file)
        # Where somebody else was killed, the rest is written.
        return half + super().write(bytes(data)[half:])


_open = os.open
_write = os.write
_opened = io.open
_current: list[Disturbance] = []


def current() -> Disturbance | None:
    """Return the disturbance of this process, if it has one."""
    return _current[-1] if _current else None


def disturb(disturbance: Disturbance) -> None:
    """Let a disturbance begin in this process."""
    _current[:] = [disturbance]


def stop() -> None:
    """Let nothing be counted or disturbed any more."""
    _current.clear()


def install() -> None:
    """Watch what Python does to files from now on."""
    for name in ("fsync", "unlink", "remove", "mkdir", "rmdir", "chmod", "truncate"):
        setattr(os, name, _before(name, getattr(os, name)))
    for name in ("replace", "rename", "link"):
        setattr(os, name, _before_target(name, getattr(os, name)))
    os.open = _open_watched
    os.write = _write_watched
    for module, name in ((os, "fdopen"), (io, "open"), (builtins, "open")):
        setattr(module, name, _open_file)
    if hasattr(os, "fork"):
        os.fork = _around_fork(os.fork)


def _before(kind: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def watched(path: Any, *rest: Any, **named: Any) -> Any:
        now = current()
        if now is not None:
            now.event(kind, path)
        return function(path, *rest, **named)

    return watched


def _before_target(kind: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def watched(source: Any, target: Any, **named: Any) -> Any:
        now = current()
        if now is not None:
            now.event(kind, target)
        return function(source, target, **named)

    return watched


def _open_watched(path: Any, flags: int, *rest: Any, **named: Any) -> int:
    now = current()
    if now is not None and flags & os.O_CREAT:
        now.event("open", path)
    return _open(path, flags, *rest, **named)


def _write_watched(handle: int, data: Any) -> int:
    now = current()
    half = 0
    if now is not None and now.happens_while_writing(handle):
        half = _write(handle, bytes(data)[: len(data) // 2])
        now.fail(handle)
    return half + _write(handle, bytes(data)[half:])


def _open_file(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
    now = current()
    if now is None or not set(mode) & set("wxa+") or not now._is_inside(file):  # noqa: SLF001
        return _opened(file, mode, *rest, **named)
    if not isinstance(file, int):
        now.event("open", file)
    raw = _Raw(file, mode.replace("b", "").replace("t", ""))
    buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
    if "b" in mode:
        return buffered
    encoding = named.get("encoding") or "utf-8"
    return io.TextIOWrapper(buffered, encoding, newline=named.get("newline"))


def _around_fork(fork: Callable[[], int]) -> Callable[[], int]:
    def watched() -> int:
        now = current()
        if now is not None:
            now.event("fork")
        child = fork()
        if child and now is not None:
            now.event("forked")
        return child

    return watched


def _begin() -> None:
    plan = json.loads(os.environ[PLAN])
    # The driver is the one that the test itself has started.
    if os.getppid() == plan.pop("test"):
        os.environ[PLAN + "_DRIVER"] = str(os.getpid())
    driver = int(os.environ.get(PLAN + "_DRIVER", "0"))
    install()
    disturb(Disturbance(driver=driver, **plan))


if PLAN in os.environ:
    _begin()
