"""Run casecert as its users do, as a program of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    """Its exit code."""
    out: str
    """What it printed."""
    errors: str
    """What it printed as an error."""

    @property
    def one_line(self) -> str:
        """All that it printed, with line breaks and runs of blanks made one blank."""
        return " ".join(self.out.split())


def run(*arguments: str, folder: Path) -> Ran:
    """Run casecert with arguments, in a folder that is not the project's."""
    done = subprocess.run(
        [sys.executable, "-m", "casecert_data", *arguments],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def refusal(*arguments: str, folder: Path) -> str:
    """Run casecert on bad input; hold what all refusals share, and return the message."""
    ran = run(*arguments, folder=folder)

    assert ran.code == 2, (ran.code, ran.out, ran.errors)
    assert ran.out == ""
    assert "Traceback" not in ran.errors
    return " ".join(ran.errors.split())
