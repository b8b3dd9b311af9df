"""A kernel whose own process was killed: how whoever is left finds it and ends it."""

import contextlib
import os
import signal
import sys
from pathlib import Path

_PROCESS_FILE = "kernel.pid"


def note_process(folder: Path, process_id: int) -> None:
    """Note in a private folder which process runs the kernel whose files lie there."""
    (folder / _PROCESS_FILE).write_text(str(process_id), encoding="ascii")


def kill_left_behind(folder: Path) -> None:
    """Kill the kernel that `note_process` noted, if there is one."""
    with contextlib.suppress(OSError, ValueError):
        kill_group(int((folder / _PROCESS_FILE).read_text(encoding="ascii")))


def kill_group(process_id: int) -> None:
    """Kill a kernel and whatever it has started, by the number of its process."""
    if sys.platform != "win32":
        # The launcher gives each kernel a process group of its own, which it leads.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process_id, signal.SIGKILL)
