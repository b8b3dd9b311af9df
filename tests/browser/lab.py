"""A JupyterLab of the tests' own: free port, token, folders that are thrown away."""

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

START_SECONDS = 300
STOP_SECONDS = 180
IS_OPEN = """
(notebook) => {
  const context = window.jupyterapp?.shell?.currentWidget?.context;
  return context?.isReady && context.path === notebook;
}
"""
RUN_ALL = """
() => {
  const run = window.casecertRun = {};
  const lab = window.jupyterapp;
  const panel = lab.shell.currentWidget;
  panel.context.ready
    .then(() => panel.sessionContext.ready)
    .then(() => lab.commands.execute('notebook:run-all-cells'))
    .then(() => { run.over = 'done'; }, error => { run.over = String(error); });
}
"""


@dataclass(frozen=True, slots=True)
class Lab:
    """A running JupyterLab."""

    address: str
    """Such as ``http://127.0.0.1:40123``."""
    token: str
    """What a browser shows to be let in."""
    folder: Path
    """Its copy of the notebooks."""

    def open(self, page: Page, notebook: str) -> None:
        """Open a notebook of the folder by its name, and wait for its kernel."""
        page.goto(f"{self.address}/lab/tree/{notebook}?token={self.token}")
        # A second visit first shows the tab of the first one, so the path is waited for too.
        page.wait_for_function(IS_OPEN, arg=notebook)
        page.locator(".jp-Notebook .jp-Cell:visible").first.wait_for()


def run_all(page: Page) -> None:
    """Run all cells of the open notebook, and wait until the last one is done."""
    # Started here and awaited there: a script that is awaited by `evaluate` may hang for ever.
    page.evaluate(RUN_ALL)
    over = page.wait_for_function("window.casecertRun.over").json_value()

    assert over == "done", over


@contextmanager
def running_lab(notebooks: Path, scratch: Path) -> Iterator[Lab]:
    """Serve a copy of a folder of notebooks, with nothing read from or left in the home folder.

    Parameters
    ----------
    notebooks
        The folder that is copied.
    scratch
        An empty folder for the copy, the settings and the log.
    """
    folder = Path(shutil.copytree(notebooks, scratch / "notebooks"))
    lab = Lab(f"http://127.0.0.1:{_free_port()}", secrets.token_hex(16), folder)
    log_path = scratch / "jupyterlab.log"
    with log_path.open("wb") as log:
        server = subprocess.Popen(
            _command(lab),
            cwd=folder,
            env=_environment(scratch),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_it_answers(lab, server, log_path)
            yield lab
        finally:
            _stop(server)


def _command(lab: Lab) -> list[str]:
    port = lab.address.rpartition(":")[2]
    return [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        f"--ServerApp.root_dir={lab.folder}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={lab.token}",
        "--LabApp.expose_app_in_browser=True",
    ]


def _environment(scratch: Path) -> dict[str, str]:
    names = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")
    own = {f"JUPYTER_{name}": scratch / name.lower() for name in names}
    own["JUPYTERLAB_SETTINGS_DIR"] = scratch / "settings"
    own["JUPYTERLAB_WORKSPACES_DIR"] = scratch / "workspaces"
    own["IPYTHONDIR"] = scratch / "ipython"
    for folder in own.values():
        folder.mkdir(parents=True)
    quiet = own["JUPYTERLAB_SETTINGS_DIR"] / "@jupyterlab" / "apputils-extension"
    quiet.mkdir(parents=True)
    # No question whether to fetch news, and no look for a newer version: both would go out.
    (quiet / "notification.jupyterlab-settings").write_text(
        json.dumps({"fetchNews": "false", "checkForUpdates": False}), "utf-8"
    )
    return {**os.environ, **{name: str(folder) for name, folder in own.items()}}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(lab: Lab, server: subprocess.Popen[bytes], log_path: Path) -> None:
    status = f"{lab.address}/api/status?token={lab.token}"
    for _ in range(START_SECONDS * 10):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(status, timeout=START_SECONDS).close()  # noqa: S310
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    message = f"JupyterLab did not start:\n{log_path.read_text('utf-8', 'replace')}"
    raise RuntimeError(message)


def _stop(server: subprocess.Popen[bytes]) -> None:
    # A terminated server ends its kernels itself; what is left in its process group is killed.
    server.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(STOP_SECONDS)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()
