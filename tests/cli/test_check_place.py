"""`casecert check` in words tells what is known of the home state, and JSON does not."""

import json
from pathlib import Path

from oracle.commands import Ran, run

MICHIGAN_NURSE = """
home_state = "MI"
license_codes = ["RN"]
"""


def _check(folder: Path, text: str, *options: str) -> Ran:
    path = folder / "person.toml"
    path.write_text(text, encoding="utf-8")
    asked = ("--on", "2026-11-28", "--certification", "ccm", *options)
    return run("check", str(path), *asked, folder=folder)


def test_the_home_state_has_a_block_of_its_own_with_its_sources(tmp_path: Path) -> None:
    """Short, after the decisions, and traced."""
    told = _check(tmp_path, MICHIGAN_NURSE).out

    assert (
        "In Michigan\n  Michigan is not a member of the Nurse Licensure Compact, "
        "as of June 17, 2026. A bill to join passed its House in June 2025.\n"
    ) in told
    assert "Source: CompactStates, State of the Nurse Licensure Compact 2026. " in told


def test_without_a_home_state_nothing_is_told_of_any(tmp_path: Path) -> None:
    """Nobody is asked to say where they live."""
    assert "Compact" not in _check(tmp_path, 'license_codes = ["RN"]\n').out


def test_json_stays_as_it_was(tmp_path: Path) -> None:
    """Its form is a contract, and no decision depends on the state."""
    with_state = json.loads(_check(tmp_path, MICHIGAN_NURSE, "--format", "json").out)
    without = json.loads(_check(tmp_path, 'license_codes = ["RN"]\n', "--format", "json").out)

    assert with_state == without
