"""Silent kernels; those of dashboards are private, one for each page, and gone with it."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_server.services.kernels.kernelmanager import (
    AsyncMappingKernelManager,
    ServerKernelManager,
)

from casecert_data.app._waiting import COMMAND, Waiting

IDLE_SECONDS = 60
"""How long a kernel may be without a page before it is ended; a closed page ends it at once."""

LOOK_SECONDS = 10
"""How often is looked for such kernels."""

# Nothing that a dashboard runs is kept.
_ARGUMENTS = ("--HistoryManager.enabled=False", "--HistoryManager.hist_file=:memory:")


class _FromWaiting(LocalProvisioner):
    """Makes a kernel of the process that waits, instead of starting one."""

    written: Path

    async def launch_kernel(self, cmd: list[str], **options: Any) -> Any:
        manager: Any = self.parent
        process, self.written = manager.waiting.take()
        told = {
            "arguments": cmd[len(COMMAND) :],
            "cwd": str(options["cwd"]),
        }
        assert process.stdin is not None  # noqa: S101 - it was opened as a pipe
        process.stdin.write(f"{json.dumps(told)}\n".encode())
        process.stdin.close()
        self.process = process
        self.pid = process.pid
        self.pgid = os.getpgid(process.pid) if hasattr(os, "getpgid") else None
        self.cwd = options["cwd"]
        return self.connection_info

    async def cleanup(self, restart: bool = False) -> None:  # noqa: FBT001, FBT002 - as above it
        """Forget what the kernel has written: its page is gone, and so are the links."""
        await super().cleanup(restart)
        shutil.rmtree(self.written, ignore_errors=True)


class DashboardKernel(ServerKernelManager):
    """A kernel of the running interpreter, whatever kernels are registered on this machine."""

    @property
    def waiting(self) -> Waiting:
        """The process that becomes the kernel."""
        kernels: Any = self.parent
        found: Waiting = kernels.waiting
        return found

    @property
    def kernel_spec(self) -> KernelSpec:
        """Describe the kernel; a registered one may be absent or belong to another Python."""
        return KernelSpec(
            argv=[*COMMAND, "-f", "{connection_file}", *_ARGUMENTS],
            display_name="Python 3",
            language="python",
            metadata={"supported_encryption": ["curve"]},
        )

    async def start_kernel(  # type: ignore[override] # as in the class above it
        self, *positional: Any, **options: Any
    ) -> Any:
        """Start the kernel from the process that waits."""
        self.kernel_id = self.kernel_id or options.get("kernel_id")
        if self.provisioner is None:
            self.provisioner = _FromWaiting(
                kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
            )
        return await super().start_kernel(*positional, **options)


class SilentKernel(ServerKernelManager):
    """A kernel of JupyterLab whose own two streams go nowhere.

    What the code prints is shown in the notebook. On the terminal of whoever started
    JupyterLab it would come a second time, and it can quote what was entered; a kernel that is
    ended in the middle of something would tell there of that, too.
    """

    async def start_kernel(  # type: ignore[override] # as in the class above it
        self, *positional: Any, **options: Any
    ) -> Any:
        """Start the kernel without a terminal."""
        options.update(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return await super().start_kernel(*positional, **options)


class DashboardKernels(AsyncMappingKernelManager):
    """The kernels of all open pages."""

    waiting: Waiting
