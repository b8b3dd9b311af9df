"""`casecert app` and `casecert lab`: what they take, what they refuse, and what they print."""

import socket
from pathlib import Path
from typing import Any

import pytest
from support.in_process import casecert

from casecert_data.app._open import announce

COMMANDS = ("app", "lab")
HOMES = {"app": "casecert_data.app.open_dashboards", "lab": "casecert_data.app.open_lab"}

every_command = pytest.mark.parametrize("command", COMMANDS)


@every_command
def test_what_is_given_is_handed_on(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folder, port and whether a browser is opened."""
    given: list[Any] = []
    monkeypatch.setattr(
        HOMES[command], lambda workspace, **options: given.append((workspace, options))
    )
    casecert(command)
    casecert(command, "--workspace", "mine", "--port", "8866", "--no-browser")

    assert given == [
        ("~/casecert", {"port": None, "opens_browser": True}),
        ("mine", {"port": "8866", "opens_browser": False}),
    ]


@every_command
@pytest.mark.parametrize("port", ["0", "70000", "http"])
def test_a_port_that_is_none_is_refused_before_anything_is_written(
    command: str, port: str, tmp_path: Path
) -> None:
    """Exit code 2, one message, no folder."""
    ran = casecert(command, "--workspace", str(tmp_path / "mine"), "--port", port)

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors.startswith("--port: expected a whole number from 1 to 65535, found ")
    assert not (tmp_path / "mine").exists()


@every_command
def test_a_folder_that_cannot_be_written_to_is_refused(command: str, tmp_path: Path) -> None:
    """Exit code 2, and what to do."""
    (tmp_path / "mine").write_text("a letter", "utf-8")
    ran = casecert(command, "--workspace", str(tmp_path / "mine" / "below"))

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors == (
        f"--workspace {tmp_path / 'mine' / 'below'}: expected a folder that can be written to, "
        "found: Not a directory. Name another folder, such as one in your home folder.\n"
    )


@pytest.mark.slow
@every_command
def test_a_port_that_is_taken_is_refused(command: str, tmp_path: Path) -> None:
    """Nothing is served on another one instead: whoever names a port means it."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        ran = casecert(command, "--workspace", str(tmp_path / "mine"), "--port", port)

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors == (
        f"--port {port}: expected a free port, found one that another program uses. Name "
        "another port, or leave --port out: a free one is chosen then.\n"
    )


def test_the_address_is_the_only_line_of_the_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """So that a program can read it; what else is to be known goes beside it."""
    announce("http://127.0.0.1:1/?token=t", ("Copied a.", "Stop it so."), opens_browser=False)
    printed = capsys.readouterr()

    assert printed.out == "http://127.0.0.1:1/?token=t\n"
    assert printed.err == "Copied a.\nStop it so.\n"


def test_the_browser_is_opened_at_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless it is not wanted."""
    shown: list[str] = []
    monkeypatch.setattr("casecert_data.app._open._open_in_background", lambda work: work())
    monkeypatch.setattr("webbrowser.open", shown.append)
    announce("http://127.0.0.1:1/?token=t", (), opens_browser=False)
    announce("http://127.0.0.1:2/?token=t", (), opens_browser=True)

    assert shown == ["http://127.0.0.1:2/?token=t"]
