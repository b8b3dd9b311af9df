"""A batch as its users run it, watched while it runs: what lies about, and who says what."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

END_SECONDS = 600
"""How long a condition may take at most: generous, since a busy machine is no fault."""


@dataclass
class Watched:
    """What a batch did, and what was seen while it did it."""

    code: int
    """Its exit code; negative if a signal ended it."""
    told: str
    """What it printed, errors too."""
    files: Mapping[str, bytes]
    """The files of its folder, by name."""
    temporary: dict[str, bytes] = field(default_factory=dict)
    """What lay among the temporary files at any moment, by path."""
    titles: set[bytes] = field(default_factory=set)
    """Command lines, names and environments of its processes."""
    processes: set[int] = field(default_factory=set)
    """The numbers of its processes."""
    left_behind: list[Path] = field(default_factory=list)
    """What lies among the temporary files afterwards."""

    def holding(self, found: Callable[[bytes], bool]) -> set[str]:
        """Name the files of which something holds."""
        return {name for name, content in self.files.items() if found(content)}


def run_watched(
    folder: Path,
    *arguments: str,
    out: str = "out",
    environment: Mapping[str, str] | None = None,
    meanwhile: Callable[[int], None] = lambda _: None,
) -> Watched:
    """Run ``casecert batch`` in a folder, with temporary files of its own.

    Parameters
    ----------
    folder
        Where it runs.
    *arguments
        What follows ``casecert batch``, but for ``--out``.
    out
        Name of the folder of the files.
    environment
        What its environment has on top of this process's.
    meanwhile
        Called again and again while it runs, with the number of its process.
    """
    temporary = folder / f"temporary-of-{out}"
    temporary.mkdir(exist_ok=True)
    seen = Watched(0, "", {})
    with (folder / f"told-of-{out}.txt").open("w+b") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "casecert_data", "batch", *arguments, "--out", out],
            cwd=folder,
            env={
                **os.environ,
                "NO_COLOR": "1",
                "PYTHONUTF8": "1",
                "TMPDIR": str(temporary),
                **(environment or {}),
            },
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        try:
            while process.poll() is None:
                meanwhile(process.pid)
                _look(seen, process.pid, temporary)
                time.sleep(0.005)
        finally:
            process.kill()
            seen.code = process.wait(END_SECONDS)
        told.seek(0)
        seen.told = told.read().decode("utf-8", "replace")
    seen.files = contents(folder / out)
    seen.left_behind = sorted(temporary.rglob("*"))
    return seen


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder, the hidden ones too."""
    found = sorted(folder.rglob("*")) if folder.is_dir() else []
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found
        if path.is_file()
    }


def family(process_id: int) -> Sequence[int]:
    """Name a process and all that came of it and still runs."""
    found = [process_id]
    for one in found:
        # A process may end while it is looked at, its folder with it.
        with contextlib.suppress(OSError):
            for path in Path(f"/proc/{one}/task").glob("*/children"):
                found += [int(number) for number in path.read_text("ascii").split()]
    return found


def _look(seen: Watched, process_id: int, temporary: Path) -> None:
    for one in family(process_id):
        seen.processes.add(one)
        for name in ("cmdline", "comm", "environ"):
            with contextlib.suppress(OSError):
                seen.titles.add(Path(f"/proc/{one}/{name}").read_bytes())
    for within, folders, names in os.walk(temporary):  # it passes over what has just gone
        for path in (Path(within, name) for name in (*folders, *names)):
            seen.temporary.setdefault(str(path), b"")
            with contextlib.suppress(OSError):
                if path.is_file():
                    seen.temporary[str(path)] += path.read_bytes()
