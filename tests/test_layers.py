"""The layers: who may import whom, and a core that needs only the standard library."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from support.project import FOLDER

SETTINGS = tomllib.loads((FOLDER / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
CORE: list[str] = next(
    contract["source_modules"]
    for contract in SETTINGS["contracts"]
    if contract["name"].startswith("The core")
)
LISTS_WHAT_AN_IMPORT_LOADS = """
import json, sys
before = set(sys.modules)
__import__(sys.argv[1])
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def loaded_by(module: str) -> list[str]:
    """List what importing a module loads in a fresh interpreter."""
    printed = subprocess.run(
        [sys.executable, "-c", LISTS_WHAT_AN_IMPORT_LOADS, module],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return list(json.loads(printed))


def test_every_layer_contract_is_kept() -> None:
    """import-linter reads the imports themselves, those inside functions included."""
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [linter, "--no-cache"], cwd=FOLDER, capture_output=True, check=False, text=True
    )

    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("module", CORE)
def test_a_module_of_the_core_loads_only_the_standard_library(module: str) -> None:
    """The contract above forbids packages by name; this sees any other one as well."""
    known = {*sys.stdlib_module_names, "casecert_data"}
    foreign = [name for name in loaded_by(module) if name.partition(".")[0] not in known]

    assert foreign == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    """The public names are found when they are used, so that a command starts in a moment."""
    of_ours = [name for name in loaded_by("casecert_data") if name.startswith("casecert_data")]

    assert of_ours == ["casecert_data"]
