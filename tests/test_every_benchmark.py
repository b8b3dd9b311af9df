"""Benchmarks are run by hand: each says how, and the page about them names it."""

import os
import subprocess
import sys

import pytest
from support.project import FOLDER

BENCHMARKS = sorted(
    path.name for path in (FOLDER / "benchmarks").glob("*.py") if not path.name.startswith("_")
)


@pytest.mark.slow
@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_says_how_it_is_run(name: str) -> None:
    """All that it imports is there, and nothing is measured for it."""
    ran = subprocess.run(
        [sys.executable, str(FOLDER / "benchmarks" / name), "--help"],
        env={**os.environ, "PYTHONPATH": str(FOLDER)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith(f"usage: {name}")


@pytest.mark.parametrize("name", BENCHMARKS)
def test_the_page_about_benchmarks_names_it(name: str) -> None:
    """With a heading, and the command to type."""
    page = (FOLDER / "benchmarks" / "README.md").read_text("utf-8")

    assert f"\n## `{name}`\n" in page
    assert f"python benchmarks/{name}" in page


def test_every_small_app_is_compared() -> None:
    """A file that nothing runs would be a claim that nothing measures."""
    apps = FOLDER / "benchmarks" / "small_app"
    code = (FOLDER / "benchmarks" / "move_control.py").read_text("utf-8")
    shared = {"small_app.py"}

    assert [
        path.name
        for path in sorted(apps.glob("*.py"))
        if path.name not in shared and f'"{path.name}"' not in code
    ] == []
