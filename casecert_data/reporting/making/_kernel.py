"""One kernel for one report: this interpreter, no socket that others can reach, no history."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

from casecert_data.reporting.making._left_behind import kill_group, note_process

LONGEST_SOCKET_PATH = 100
"""Bytes that the path of a local socket may have on every system, with a little to spare."""

# Nothing that a template runs is kept; its own tables and figures come out as data.
_ARGUMENTS = (
    *("--HistoryManager.enabled=False", "--HistoryManager.hist_file=:memory:"),
    "--ext=casecert_data.reporting.own._displays",
)

_running: list["ReportKernel"] = []


class ReportKernel(KernelManager):
    """A kernel of the running interpreter, whatever kernels are registered on this machine."""

    # papermill's client awaits what the kernel answers.
    client_class = "jupyter_client.asynchronous.AsyncKernelClient"
    client_factory = AsyncKernelClient

    _clients: tuple[Any, ...] = ()

    @property
    def kernel_spec(self) -> KernelSpec:
        """Describe the kernel; a registered one may be absent or belong to another Python."""
        # -P: a file in the template's folder cannot take the place of a module.
        command = [sys.executable, "-P", "-m", "casecert_data.reporting.making._launch"]
        return KernelSpec(
            argv=[*command, "-f", "{connection_file}", *_ARGUMENTS],
            display_name="Python 3",
            language="python",
            metadata={"supported_encryption": ["curve"]},
        )

    def client(self, **options: Any) -> Any:
        """Make a client and remember it, so that `stop` can close its sockets."""
        client = super().client(**options)
        self._clients = (*self._clients, client)
        return client

    @property
    def process_id(self) -> int:
        """Number of the kernel's process; 0 before it starts."""
        return getattr(self.provisioner, "pid", None) or 0

    def kill(self) -> None:
        """End the kernel and whatever it has started, at once."""
        # Group 0 would be this process's own.
        if self.process_id:
            kill_group(self.process_id)

    def stop(self) -> None:
        """Kill the kernel, wait until it is gone, and close every socket to it."""
        self.kill()
        process: subprocess.Popen[bytes] | None = getattr(self.provisioner, "process", None)
        if process is not None:
            if sys.platform == "win32":
                process.kill()
            process.wait()
            if process.stdin is not None:
                process.stdin.close()
        for client in self._clients:
            client.stop_channels()
            client.context.destroy(linger=0)
        self._close_control_socket()
        self.context.destroy(linger=0)


@contextlib.contextmanager
def report_kernel(
    folder: Path, cwd: Path, environment: Mapping[str, str]
) -> Iterator[ReportKernel]:
    """Start a kernel whose files and sockets lie in a private folder, and end it in every case.

    Parameters
    ----------
    folder
        A folder that only its owner can open.
    cwd
        The folder in which the template's code runs.
    environment
        What the kernel's environment has on top of this process's own.
    """
    kernel = _new_kernel(folder)
    _running.append(kernel)
    try:
        kernel.start_kernel(
            cwd=str(cwd),
            env={**os.environ, **_environment(folder), **environment},
            # What a dying kernel prints can quote a cell: it goes nowhere.
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        note_process(folder, kernel.process_id)
        yield kernel
    finally:
        _running.remove(kernel)
        kernel.stop()


def kill_running_kernels() -> None:
    """Kill each kernel of this process, before it ends at once."""
    for kernel in tuple(_running):
        kernel.kill()


def _environment(folder: Path) -> dict[str, str]:
    return {
        # None of the user's own start-up files, and no folder made for them.
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_PLATFORM_DIRS": "1",
        # A set in a template is gone through in the same order in each run.
        "PYTHONHASHSEED": "0",
    }


def _new_kernel(folder: Path) -> ReportKernel:
    connection_file = str(folder / "kernel.json")
    socket_path = str(folder / "socket")
    if sys.platform == "win32" or len(socket_path.encode()) > LONGEST_SOCKET_PATH:
        # Others on this machine can reach a port, so what goes over it is encrypted.
        return ReportKernel(
            kernel_name="python3",
            connection_file=connection_file,
            transport_encryption="required",
        )
    return ReportKernel(
        kernel_name="python3",
        connection_file=connection_file,
        transport="ipc",
        ip=socket_path,
    )
