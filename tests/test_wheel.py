"""The wheel: what is in it, and that it works away from the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from support.project import FOLDER, files

pytestmark = pytest.mark.slow

SHIPPED = ("notebooks", "reports")
CHANGELOG = "CHANGELOG.md"
PROFILE = 'license_codes = ["RN"]\ncm_months = 24\n'

Run = Callable[..., str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, by the build tool of the lock."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=FOLDER, check=True, capture_output=True)
    return next(folder.glob("casecert-*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment that borrows every other package from this one."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv" / "bin" / "python"
    command = [
        *(sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"),
        *("--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)),
    ]
    subprocess.run(command, check=True, capture_output=True)
    site = next((folder / "venv" / "lib").glob("python*/site-packages"))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def run(elsewhere: Path) -> Run:
    """Run a program of that environment in a folder away from the checkout."""

    def run(program: str, *arguments: str) -> str:
        path = elsewhere / "venv" / "bin" / program
        environment = {name: os.environ[name] for name in os.environ if name != "PYTHONPATH"}
        told = subprocess.run(
            [str(path), *arguments],
            cwd=elsewhere,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )

        assert told.returncode == 0, told.stdout + told.stderr
        return told.stdout

    return run


def test_the_wheel_holds_what_the_repository_holds(wheel: Path) -> None:
    """Nothing forgotten, and nobody's handouts: reports/output is never in it."""
    expected = set()
    for path in files():
        if path.parts[0] == "casecert_data":
            expected.add(path.as_posix())
        elif path.parts[0] in SHIPPED or path.name == CHANGELOG:
            expected.add(f"casecert_data/_shipped/{path.as_posix()}")
    packed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert packed == expected


def test_the_installed_command_is_the_wheels_own(run: Run, elsewhere: Path) -> None:
    """Otherwise the tests below would only try the checkout once more."""
    printed = run("python", "-c", "import casecert_data; print(casecert_data.__file__)")

    assert Path(printed.strip()).is_relative_to(elsewhere)


def test_the_installed_command_lists_what_is_inside(run: Run) -> None:
    """Tables, certifications and reports are found without the checkout."""
    printed = run("casecert", "list")

    assert "employer_support" in printed
    assert "cmgt_bc" in printed
    assert "person" in printed


def test_the_installed_command_decides(run: Run, elsewhere: Path) -> None:
    """The rules are inside."""
    (elsewhere / "nurse.toml").write_text(PROFILE, "utf-8")
    answer = json.loads(run("casecert", "check", "nurse.toml", "--format", "json"))

    assert [one["certification_id"] for one in answer["decisions"]][:1] == ["ccm"]


def test_the_installed_command_writes_a_handout(run: Run, elsewhere: Path) -> None:
    """Template, kernel, fonts and page are all to be had from the installed copy."""
    chosen = ("-p", "certification_id=ccm", "--out", "out", "--format", "html,pdf")
    run("casecert", "report", "certification", *chosen)
    written = sorted(path.name for path in (elsewhere / "out").iterdir())

    assert {"certification-ccm.html", "certification-ccm.pdf"} <= set(written)


def test_the_notebooks_are_inside(run: Run) -> None:
    """People open them from an installed copy, too."""
    code = "import casecert_data.shipped as s; print(*s.notebooks_folder().glob('*.ipynb'))"
    found = {Path(name).name for name in run("python", "-c", code).split()}

    assert found == {path.name for path in files() if path.match("notebooks/*.ipynb")}
    assert found


def test_the_installed_command_checks_its_own_data(run: Run) -> None:
    """Notebooks, reports and changelog are inside, so the check is the same as here."""
    printed = run("casecert", "data", "check", "--on", "2026-11-23")

    assert "The data is in order: " in printed
