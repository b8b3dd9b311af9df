"""Other people's programs, in environments of their own: they are no part of our lock."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]


def installed(name: str, *pinned: str) -> Path:
    """Install exact versions once, and return the folder of their programs.

    The environment is kept below the folder for temporary files until it is deleted.

    Parameters
    ----------
    name
        What the environment is called.
    *pinned
        Such as ``marimo==0.25.2``.
    """
    place = Path(tempfile.gettempdir()) / f"casecert-benchmarks-{os.getuid()}" / name
    done = place / "installed.txt"
    if not done.exists() or done.read_text("utf-8").split() != list(pinned):
        print(f"installing {', '.join(pinned)} in an environment of their own ...", flush=True)
        venv.create(place, clear=True, with_pip=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        told = subprocess.run(
            [*pip, *pinned], env=environment(), capture_output=True, text=True, check=False
        )
        if told.returncode:
            sys.exit(told.stderr)
        done.write_text("\n".join(pinned), "utf-8")
    return place / "bin"


def environment(**more: str) -> dict[str, str]:
    """Give what a user's programs run with: bytecode is kept, and casecert is found."""
    unset = ("PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "PYTHONPATH": str(FOLDER), **more}
