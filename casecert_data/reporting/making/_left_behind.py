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


def kill_left_behind(private: Path) -> None:
    """Kill each kernel that `note_process` noted in a folder inside this one."""
    for file in private.glob(f"*/{_PROCESS_FILE}"):
        with contextlib.suppress(OSError, ValueError):
            kill_group(int(file.read_text(encoding="ascii")))


def kill_group(process_id: int) -> None:
    """Kill a kernel and whatever it has started, by the number of its process."""
    if sys.platform != "win32":
        # The launcher gives each kernel a process group of its own, which it leads.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process_id, signal.SIGKILL)
