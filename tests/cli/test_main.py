"""The command line as a program: streams, exit codes, and two ways to start it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from oracle.commands import run
from support.in_process import casecert


@pytest.fixture
def person(tmp_path: Path) -> Path:
    """Write a profile and return where it lies."""
    path = tmp_path / "person.toml"
    path.write_text('license_codes = ["RN"]\n', encoding="utf-8")
    return path


def test_an_answer_goes_to_the_output_and_a_refusal_to_the_errors(person: Path) -> None:
    """So that one can be piped on and the other still be seen."""
    answer = casecert("check", str(person), "--on", "2026-11-23")
    refusal = casecert("check", str(person), "--on", "yesterday")

    assert (answer.code, answer.errors) == (0, "")
    assert (refusal.code, refusal.out) == (2, "")


def test_the_script_and_the_module_are_one_program(person: Path) -> None:
    """`casecert` and `python -m casecert_data` answer alike."""
    arguments = ("check", str(person), "--on", "2026-11-23")
    script = Path(sys.executable).with_name("casecert")
    by_script = subprocess.run(
        [script, *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )

    assert by_script.stdout == run(*arguments, folder=person.parent).out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_of_another_encoding_still_gets_an_answer(
    person: Path, encoding: str
) -> None:
    """A curly apostrophe that it cannot show becomes a question mark, not a traceback."""
    ran = subprocess.run(
        [sys.executable, "-m", "casecert_data", "check", str(person), "--on", "2026-11-23"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )

    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    assert b"The issuer decides." in ran.stdout


def test_a_reader_that_stops_early_is_no_fault(person: Path) -> None:
    """`casecert show ccm | head` ends in silence."""
    ran = subprocess.run(
        [
            "/bin/sh",
            "-c",
            f'"{sys.executable}" -m casecert_data show sources | head -n 1',
        ],
        capture_output=True,
        check=False,
        cwd=person.parent,
        encoding="utf-8",
    )

    assert ran.stdout == "Row 1\n"
    assert "Traceback" not in ran.stderr


def test_a_person_in_another_folder_is_found(person: Path) -> None:
    """A path is read from where the command is run."""
    ran = run("check", person.name, "--on", "2026-11-23", folder=person.parent)

    assert ran.code == 0
