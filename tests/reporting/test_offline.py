"""Reports are made on a machine without a network, and are the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.watched_runs import contents

from casecert_data.shipped import data_folder

pytestmark = pytest.mark.slow

CUT_OFF = ("unshare", "--map-root-user", "--net")
"""Starts a program where there is no network, not even this machine's own."""
DAY = ("--on", "2026-11-23")


def needs_cut_off() -> None:
    """Leave a test out where this user may not cut the network off."""
    found = shutil.which(CUT_OFF[0])
    if found is None or subprocess.run([*CUT_OFF, "true"], check=False).returncode != 0:
        pytest.skip("the network cannot be cut off here (unshare --net)")


def made(folder: Path, *before: str) -> dict[str, bytes]:
    """Make handouts on three people and on the career; give the files."""
    rows = (data_folder() / "samples" / "class.csv").read_text("utf-8").splitlines()[:4]
    (folder / "people.csv").write_text("\n".join([*rows, ""]), "utf-8")
    casecert = [*before, sys.executable, "-m", "casecert_data"]
    given = ["--out", "out", "--format", "html,pdf,ipynb"]
    for command in (
        ["batch", "people.csv", "--report", "person", *given, *DAY],
        ["report", "career", *given, "-p", "on=2026-11-23"],
    ):
        subprocess.run([*casecert, *command], cwd=folder, check=True, capture_output=True)
    return contents(folder / "out")


def test_without_a_network_the_same_reports_are_made(tmp_path: Path) -> None:
    """To the byte; nothing waits for an answer that cannot come."""
    needs_cut_off()
    (tmp_path / "with").mkdir()
    (tmp_path / "without").mkdir()
    cut_off = made(tmp_path / "without", *CUT_OFF)

    assert len(cut_off) >= 14
    assert cut_off == made(tmp_path / "with")


def test_the_cut_reaches_what_is_started() -> None:
    """A test that cuts nothing off would show nothing."""
    needs_cut_off()
    code = "import socket; socket.create_connection(('127.0.0.1', 9), 5)"
    done = subprocess.run(
        [*CUT_OFF, sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert "Network is unreachable" in done.stderr
