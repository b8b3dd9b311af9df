"""`casecert app` or `casecert lab` as its users run it: a program with an address to open."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

START_SECONDS = 300
"""How long a condition may take at most: generous, since a busy machine is no fault."""


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    """Its status code."""
    headers: Mapping[str, str]
    """Its headers, names in small letters."""
    text: str
    """What it sent."""


@dataclass
class Opened:
    """A running command."""

    process: subprocess.Popen[str]
    """The program."""
    workspace: Path
    """Its copy of the notebooks."""
    private: Path
    """Where its files for a while lie."""
    log: Path
    """What it says beside the address."""
    line: str = ""
    """What it printed."""

    @property
    def base(self) -> str:
        """The address without its token, such as ``http://127.0.0.1:40123``."""
        return self.line.partition("/?")[0]

    @property
    def token(self) -> str:
        """The token of the address."""
        return parse_qs(urlsplit(self.line).query)["token"][0]

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, **headers: str
    ) -> Answer:
        """Ask for a path, as a browser without cookies would; a redirect is not followed."""
        connection = http.client.HTTPConnection(
            urlsplit(self.base).netloc, timeout=START_SECONDS
        )
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, given)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            text = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        return Answer(answer.status, found, text)

    def kernels(self) -> list[str]:
        """Name the kernels that run, by the files that connect to them."""
        return sorted(path.stem for path in self.private.glob("casecert-*/kernel-*.json"))

    def processes(self) -> set[int]:
        """Give the numbers of the processes that it has started and that still run."""
        own = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return {int(number) for number in own.read_text("ascii").split()}

    def end(self) -> int:
        """End it as Ctrl-C does, and return its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(START_SECONDS)


@contextmanager
def opened(command: str, workspace: Path, *arguments: str) -> Iterator[Opened]:
    """Run ``casecert app`` or ``casecert lab`` and wait for its address.

    Parameters
    ----------
    command
        ``app`` or ``lab``.
    workspace
        The folder of the notebooks.
    *arguments
        Further arguments.
    """
    # A short path: the local sockets of kernels lie below it.
    with tempfile.TemporaryDirectory() as private:
        log = Path(private) / "stderr.log"
        with log.open("wb") as errors:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "casecert_data", command),
                    *("--workspace", str(workspace), "--no-browser", *arguments),
                ],
                env={**os.environ, "TMPDIR": private, "PYTHONUTF8": "1"},
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=True,
                text=True,
            )
        running = Opened(process, workspace, Path(private), log)
        try:
            assert process.stdout is not None
            running.line = process.stdout.readline().strip()

            assert running.line, log.read_text("utf-8")
            yield running
        finally:
            if process.poll() is None:
                running.end()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            assert process.stdout is not None
            process.stdout.close()


def wait_until(
    condition: Callable[[], bool], pause: Callable[[float], object] = time.sleep
) -> bool:
    """Wait until a function gives true; tell whether it ever did.

    Parameters
    ----------
    condition
        What is waited for.
    pause
        Waits for some seconds. While a browser is watched, it has to let its requests through:
        `page_pause` of the browser tests does.
    """
    for _ in range(START_SECONDS * 20):
        if condition():
            return True
        pause(0.05)
    return False


def is_running(process_id: int) -> bool:
    """Tell whether a process with this number runs, and is not merely waiting to be counted."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text("utf-8").rpartition(")")[2]
    except OSError:
        return False
    return state.split()[0] != "Z"
