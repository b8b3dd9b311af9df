"""Servers of small apps: ours, Mercury's and marimo's, each at an address of its own."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from _peers import environment, installed
from support.opened import Opened, opened

PINNED = ("marimo==0.25.2", "mercury==3.2.13", "plotly==7.1.0")
START_SECONDS = 180
CELLS = "\n# %%\n"


def write_app(source: Path, folder: Path, charts: int) -> None:
    """Write an app for a number of charts: as a notebook, or as marimo's file.

    Parameters
    ----------
    source
        Its code, with ``CHARTS = 1`` in it.
    folder
        Where it is to be served.
    charts
        How many it shows.
    """
    code = source.read_text("utf-8").replace("CHARTS = 1", f"CHARTS = {charts}")
    if "marimo.App(" in code:
        (folder / source.name).write_text(code, "utf-8")
        return
    cells = [_cell(number, part) for number, part in enumerate(code.split(CELLS))]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    told = {
        "cells": cells,
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    (folder / source.with_suffix(".ipynb").name).write_text(json.dumps(told), "utf-8")


def prepare(folder: Path, apps: Path, names: Sequence[str], charts: int) -> None:
    """Fill a folder with apps, and with what they share."""
    folder.mkdir(parents=True)
    shutil.copy(apps / "small_app.py", folder)
    for name in names:
        write_app(apps / name, folder, charts)


@contextlib.contextmanager
def our_app(folder: Path) -> Iterator[Opened]:
    """Run ``casecert app`` on a folder."""
    # The command is run with this process's own variables.
    os.environ.update(PYTHONPATH=environment()["PYTHONPATH"])
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with opened("app", folder) as app:
        yield app


@contextlib.contextmanager
def mercury(folder: Path) -> Iterator[str]:
    """Run Mercury on a folder of notebooks, and give its address."""
    port = _free_port()
    command = [
        str(installed("screens", *PINNED) / "mercury"),
        f"--working-dir={folder}",
        "--no-browser",
        "--allow-root",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
    ]
    with _running(command, folder, f"http://127.0.0.1:{port}/") as address:
        yield address


@contextlib.contextmanager
def marimo(file: Path) -> Iterator[str]:
    """Run one of marimo's files as an app, and give its address."""
    port = _free_port()
    command = [
        *(str(installed("screens", *PINNED) / "marimo"), "run", str(file)),
        *("--headless", "--no-token", "--port", str(port)),
    ]
    with _running(command, file.parent, f"http://127.0.0.1:{port}/") as address:
        yield address


@contextlib.contextmanager
def _running(command: Sequence[str], folder: Path, address: str) -> Iterator[str]:
    log = folder / f"{Path(command[0]).name}.log"
    with log.open("wb") as told:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(HOME=str(folder)),
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait_until_it_answers(address, server, log)
        yield address
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(20)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _wait_until_it_answers(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(START_SECONDS * 5):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address, timeout=START_SECONDS).close()  # noqa: S310
            return
        if server.poll() is not None:
            break
        time.sleep(0.2)
    message = f"{log.stem} did not start:\n{log.read_text('utf-8', 'replace')}"
    raise RuntimeError(message)


def _cell(number: int, source: str) -> dict[str, Any]:
    # The notes at the top of a file are for its readers, not for the page.
    code = re.sub(r'\A""".*?"""\s*', "", source, flags=re.DOTALL)
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"cell-{number}",
        "metadata": {},
        "outputs": [],
        "source": code.strip(),
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
