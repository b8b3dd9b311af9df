"""Files that are whole or not there, owner-only, under names that no id can choose."""

import contextlib
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from casecert_data.errors import ReportError

# Windows has none.
_locks: Any = import_module("fcntl") if os.name == "posix" else None

LONGEST_KEY = 60
"""Letters of an id that a file name keeps; the rest is told apart by a digest."""

_DIGEST_LETTERS = 12
_TIMES_TO_ASK, _SECONDS_BETWEEN = 150, 0.1
_UNFINISHED_PREFIX = ".casecert-"
_UNFINISHED_SUFFIX = ".unfinished"
# What every file system keeps as it is: no separator, no blank, no letter with two encodings.
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_unfinished: set[str] = set()

UNFINISHED = f"{_UNFINISHED_PREFIX}*{_UNFINISHED_SUFFIX}"
"""How files are called while they are being written."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file as it lies on the disk."""

    path: Path
    """Where it lies."""
    sha256: str
    """Digest of its bytes, 64 hexadecimal digits."""
    size_bytes: int
    """How long it is."""


def prepare_folder(folder: Path) -> Path:
    """Make a folder for output, readable by its owner only, and return its resolved path.

    A folder that is already there stays as it is.

    Raises
    ------
    ReportError
        If something else has that name, or the system refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as parent:
    ...     prepare_folder(Path(parent) / "handouts").name
    'handouts'
    """
    try:
        for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            missing.mkdir(mode=0o700, exist_ok=True)
        resolved = folder.resolve(strict=True)
    except OSError as fault:
        raise ReportError.bad_out_folder(folder, _reason(fault)) from None
    if not resolved.is_dir():
        raise ReportError.bad_out_folder(folder, "a file")
    if not os.access(resolved, os.W_OK | os.X_OK):
        raise ReportError.bad_out_folder(folder, "a folder that cannot be written to")
    return resolved


def is_whole(file: WrittenFile) -> bool:
    """Tell whether a file lies there still as it was written, byte for byte.

    Examples
    --------
    >>> is_whole(WrittenFile(Path("nowhere.html"), "", 0))
    False
    """
    try:
        if file.path.stat().st_size != file.size_bytes or file.path.is_symlink():
            return False
        return sha256(file.path.read_bytes()).hexdigest() == file.sha256
    except OSError:
        return False


@contextlib.contextmanager
def held_alone(folder: Path) -> Iterator[int | None]:
    """Hold a folder, so that no other batch writes into it meanwhile.

    Whatever is still writing after a run that was killed is waited for. Yields the descriptor
    that holds it; None where the system has no such thing.

    Raises
    ------
    ReportError
        If another batch goes on writing.
    """
    if _locks is None:
        yield None
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _hold(handle, folder)
        yield handle
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> WrittenFile:
    """Write a file so that its name stands for the old content or for all of the new.

    The bytes go to a temporary file in the same folder, reach the disk, and take the name in
    one step. Nobody but the owner can read the file.

    Raises
    ------
    OSError
        If the disk refuses; then nothing new is left behind.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder) / "page.html", b"<!doctype html>").size_bytes
    15
    """
    with _unfinished_file(path.parent) as (handle, unfinished):
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    _fsync_folder(path.parent)
    return WrittenFile(path, sha256(content).hexdigest(), len(content))


def remove_unfinished() -> None:
    """Remove what this process has begun to write and not finished, before it ends at once."""
    for name in tuple(_unfinished):
        Path(name).unlink(missing_ok=True)


def remove_unfinished_of(process_id: int, folder: Path) -> None:
    """Remove what a process that is gone had begun to write into a folder."""
    for path in folder.glob(f"{_prefix(process_id)}*{_UNFINISHED_SUFFIX}"):
        path.unlink(missing_ok=True)


def remove_stray(folder: Path) -> None:
    """Remove what processes that are gone, such as a run that was killed, had begun to write.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     _ = (Path(name) / ".casecert-0-x.unfinished").write_text("half a page")
    ...     remove_stray(Path(name))
    ...     list(Path(name).iterdir())
    []
    """
    for path in folder.glob(f"{_UNFINISHED_PREFIX}*{_UNFINISHED_SUFFIX}"):
        writer = path.name.removeprefix(_UNFINISHED_PREFIX).partition("-")[0]
        if not (writer.isdigit() and _is_running(int(writer))):
            path.unlink(missing_ok=True)


def inside(folder: Path, name: str) -> Path:
    """Return the path of a file name in a folder, and refuse any that leads out of it.

    Raises
    ------
    ReportError
        If the name is a path.

    Examples
    --------
    >>> inside(Path("handouts"), "person-p1.html").name
    'person-p1.html'
    """
    if Path(name).name != name or name in {"", ".."}:
        raise ReportError.outside(name)
    return folder / name


def safe_keys(ids: Sequence[str]) -> tuple[str, ...]:
    """Turn ids into parts of file names that no two of them share, whatever the file system.

    An id of plain letters, digits, ``.``, ``_`` and ``-`` stays as it is. Any other gets a
    digest after a ``~``, and so do ids that differ by capital letters alone.

    Examples
    --------
    >>> safe_keys(["p-001", "p-002"])
    ('p-001', 'p-002')
    >>> safe_keys(["../x", "A", "a"])
    ('x~d6b96a97d147', 'A~559aead08264', 'a~ca978112ca1b')
    """
    keys = [_plain(one) for one in ids]
    alike = Counter(key.casefold() for key in keys)
    return tuple(
        key if key == one and alike[key.casefold()] == 1 else f"{key}~{_digest(one)}"
        for key, one in zip(keys, ids, strict=True)
    )


def safe_key(one: str) -> str:
    """Turn one id into a part of a file name.

    Examples
    --------
    >>> safe_key("p-001")
    'p-001'
    """
    return safe_keys([one])[0]


@contextlib.contextmanager
def _unfinished_file(folder: Path) -> Iterator[tuple[int, str]]:
    # mkstemp opens for the owner alone (0600), and the new name keeps those rights.
    handle, name = tempfile.mkstemp(_UNFINISHED_SUFFIX, _prefix(os.getpid()), folder)
    _unfinished.add(name)
    try:
        yield handle, name
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    finally:
        _unfinished.discard(name)


def _hold(handle: int, folder: Path) -> None:
    for _ in range(_TIMES_TO_ASK):
        try:
            _locks.flock(handle, _locks.LOCK_EX | _locks.LOCK_NB)
        except BlockingIOError:
            time.sleep(_SECONDS_BETWEEN)
        except OSError:
            return  # some network disks cannot hold a folder
        else:
            return
    raise ReportError.folder_in_use(folder)


def _prefix(process_id: int) -> str:
    return f"{_UNFINISHED_PREFIX}{process_id}-"


def _is_running(process_id: int) -> bool:
    # Windows would take the question for Ctrl-C; there nothing else writes into the folder.
    if process_id == 0 or sys.platform == "win32":
        return False
    try:
        os.kill(process_id, 0)
    except OSError as fault:
        return isinstance(fault, PermissionError)
    return True


def _fsync_folder(folder: Path) -> None:
    # The new name is an entry of the folder. Windows and some network disks cannot do this, and
    # the file itself is already safe.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _plain(one: str) -> str:
    # The report's name comes first, so no reserved name (CON, NUL) and no dot-file can arise.
    return _UNSAFE.sub("-", one)[:LONGEST_KEY].strip(".-")


def _digest(one: str) -> str:
    raw = one.encode("utf-8", "surrogatepass")
    return sha256(raw).hexdigest()[:_DIGEST_LETTERS]


def _reason(fault: OSError) -> str:
    return fault.strerror or type(fault).__name__
