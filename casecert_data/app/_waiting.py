"""The process that waits to be the next page's kernel, so that nobody waits for its imports."""

import os
import subprocess
import sys
from pathlib import Path

from jupyter_client.launcher import launch_kernel

from casecert_data.panels._page_files import VARIABLE

COMMAND = (sys.executable, "-P", "-m", "casecert_data.app._launch")
"""What is run; a kernel's arguments reach it when it is needed."""


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
        self._process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Start a process that waits, unless one does."""
        if self._process is None or self._process.poll() is not None:
            self._process = launch_kernel(
                list(COMMAND),
                stdin=subprocess.PIPE,
                # What a kernel prints can quote what was entered: it goes nowhere.
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self._environment,
            )

    def take(self) -> subprocess.Popen[bytes]:
        """Give the process away; `prepare` starts another one."""
        self.prepare()
        process, self._process = self._process, None
        assert process is not None  # noqa: S101 - `prepare` has just made it
        return process

    def end(self) -> None:
        """End the process that waits, if one does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            assert process.stdin is not None  # noqa: S101 - it was opened as a pipe
            process.stdin.close()
