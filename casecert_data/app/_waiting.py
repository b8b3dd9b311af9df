"""The process that waits to be the next page's kernel, so that nobody waits for its imports."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from jupyter_client.launcher import launch_kernel

from casecert_data.panels._page_files import VARIABLE
from casecert_data.panels._written_links import NOTED

COMMAND = (sys.executable, "-P", "-m", "casecert_data.app._launch")
"""What is run; a kernel's arguments reach it when it is needed."""

FOLDERS = "written-"
"""How the folders begin in which kernels note what they have written."""


class Process(NamedTuple):
    """A process that is to be a kernel."""

    running: "subprocess.Popen[bytes]"
    """The process."""
    written: Path
    """The folder in which it notes what it has written; it goes with the kernel."""


class Waiting:
    """One process that has imported everything and waits to be a kernel.

    Parameters
    ----------
    folder
        A folder that only its owner can open, for what a kernel would put into a home folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """For the files of kernels."""
        self._environment = {
            **os.environ,
            # None of the user's own start-up files, and no folder made for them.
            "IPYTHONDIR": str(folder / "ipython"),
            "JUPYTER_PLATFORM_DIRS": "1",
            # The page brings what a panel would have to send otherwise.
            VARIABLE: "1",
        }
        self._process: Process | None = None

    def prepare(self) -> None:
        """Start a process that waits, unless one does."""
        if self._process is None or self._process.running.poll() is not None:
            if self._process is not None:
                shutil.rmtree(self._process.written, ignore_errors=True)
            written = Path(tempfile.mkdtemp(prefix=FOLDERS, dir=self.folder))
            running = launch_kernel(
                list(COMMAND),
                stdin=subprocess.PIPE,
                # What a kernel prints can quote what was entered: it goes nowhere.
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**self._environment, NOTED: str(written)},
            )
            self._process = Process(running, written)

    def take(self) -> Process:
        """Give the process away; `prepare` starts another one."""
        self.prepare()
        process, self._process = self._process, None
        assert process is not None  # noqa: S101 - `prepare` has just made it
        return process

    def end(self) -> None:
        """End the process that waits, if one does."""
        process, self._process = self._process, None
        if process is not None:
            process.running.kill()
            process.running.wait()
            assert process.running.stdin is not None  # noqa: S101 - it was opened as a pipe
            process.running.stdin.close()
