"""JupyterLab on the user's own copy of the notebooks, without a network or a trace."""

import json
import logging
import os
import secrets
import signal
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_config_dir

from casecert_data.app._kept_words import keep_words
from casecert_data.app._open import announce, leave_out_unused
from casecert_data.app._port import HERE, listening_socket, read_port
from casecert_data.app._private import private_transport
from casecert_data.app._workspace import DEFAULT_WORKSPACE, KEPT, prepare_workspace, write_file
from casecert_data.catalog import say
from casecert_data.panels._written_links import LAB

_FIRST = "00_start.ipynb"
_KERNEL = "casecert_data.app._kernels.SilentKernel"
# JupyterLab would ask whether to fetch news, and look for a newer version: both would go out.
_QUIET = {"fetchNews": "false", "checkForUpdates": False}
# What would ask other machines, or offer what this server does not do.
_LEFT_OUT = {
    "@jupyterlab/apputils-extension:announcements": True,
    "@jupyterlab/extensionmanager-extension": True,
    "@voila-dashboards/jupyterlab-preview": True,
}
_QUIET_FILE = "@jupyterlab/apputils-extension/notification.jupyterlab-settings"


def open_lab(
    workspace: str | Path = DEFAULT_WORKSPACE,
    *,
    port: str | None = None,
    opens_browser: bool = True,
) -> None:
    """Serve the notebooks of a workspace in JupyterLab, until Ctrl-C ends it.

    The address goes to the standard output, in one line, once it answers; what was done to the
    workspace goes to the standard error.

    Parameters
    ----------
    workspace
        Folder of the user's own copy of the notebooks.
    port
        Port to listen on, as it was typed; None for any free one.
    opens_browser
        Whether the address is opened in the user's browser.

    Raises
    ------
    CasecertError
        If the workspace or the port cannot be used.
    """
    number = read_port(port)
    prepared = prepare_workspace(workspace)
    # JupyterLab chooses another port, or ends, where this one is taken: better to say so first.
    with listening_socket(number) as found:
        number = found.getsockname()[1]
    leave_out_unused()
    with tempfile.TemporaryDirectory(prefix="casecert-", ignore_cleanup_errors=True) as folder:
        _leave_nothing_behind(Path(folder))
        # A panel's link to what it has written is one to a file of this folder.
        os.environ[LAB] = str(prepared.folder.resolve())
        token = secrets.token_hex(24)
        lab = import_module("jupyterlab.labapp").LabApp
        server = lab.initialize_server(
            argv=_arguments(prepared.folder, Path(folder), number, token)
        )
        server.contents_manager.register_pre_save_hook(keep_words)
        logging.getLogger("tornado").setLevel(logging.CRITICAL)
        _end_on_request(server)
        announce(
            f"http://{HERE}:{number}/?token={token}",
            (*prepared.told, say("workspace.open_lab")),
            opens_browser=opens_browser,
        )
        server.start()


def _leave_nothing_behind(folder: Path) -> None:
    """Keep what the server and its kernels note down in a folder that is removed."""
    # Jupyter makes one more folder for a while, and would leave it.
    tempfile.tempdir = str(folder)
    os.environ.update(
        JUPYTER_PLATFORM_DIRS="1",
        # None of the user's settings changes who is let in; no history of what is typed.
        JUPYTER_NO_CONFIG="1",
        JUPYTER_RUNTIME_DIR=str(folder),
        IPYTHONDIR=str(folder / "ipython"),
    )
    # The folder that stands in for the user's settings, empty but for this.
    settings = Path(jupyter_config_dir()) / "labconfig"
    settings.mkdir(parents=True, exist_ok=True)
    write_file(
        settings / "page_config.json", json.dumps({"disabledExtensions": _LEFT_OUT}).encode()
    )


def _arguments(workspace: Path, folder: Path, port: int, token: str) -> list[str]:
    kept = workspace / KEPT
    settings = kept / "settings"
    quiet = settings / _QUIET_FILE
    if not quiet.exists():
        kept.mkdir(mode=0o700, exist_ok=True)
        quiet.parent.mkdir(parents=True, exist_ok=True)
        write_file(quiet, json.dumps(_QUIET).encode())
    private = [
        f"--KernelManager.{name}={said}" for name, said in private_transport(folder).items()
    ]
    return [
        f"--ServerApp.root_dir={workspace}",
        f"--ServerApp.ip={HERE}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.allow_root=True",
        "--ServerApp.open_browser=False",
        f"--IdentityProvider.token={token}",
        f"--Application.log_level={logging.CRITICAL}",
        f"--LabApp.default_url=/lab/tree/{_FIRST}",
        f"--AsyncMappingKernelManager.kernel_manager_class={_KERNEL}",
        "--LabApp.extension_manager=readonly",
        f"--LabApp.user_settings_dir={settings}",
        f"--LabApp.workspaces_dir={kept / 'workspaces'}",
        *private,
    ]


def _end_on_request(server: Any) -> None:
    """End at the first Ctrl-C, without a question that nobody may be there to answer."""

    def end(*_: object) -> None:
        server.stop(from_signal=True)

    asked = [signal.SIGINT, signal.SIGTERM]
    asked += [] if sys.platform == "win32" else [signal.SIGHUP]
    for number in asked:
        # Whoever ignores one, as nohup does, has decided already.
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, end)
