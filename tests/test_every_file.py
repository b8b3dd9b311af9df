"""Every file of the project: plain text, nothing of one machine, and a lock that locks."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from support.project import FOLDER, files

# Put together from pieces, so that this file does not hold what it looks for.
MACHINE_FOLDERS = "|".join(("work", "root", "tmp", "farm", "home"))  # noqa: FLY002
PATH_OF_A_MACHINE = re.compile(rf"(?<![\w.~:/-])/(?:{MACHINE_FOLDERS})/")
REGISTRY = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npm")))

BINARY = {".pdf", ".png", ".ttf", ".woff2", ".xlsx"}
TEXT_FILES = [path for path in files() if path.suffix not in BINARY]

LOCK = (FOLDER / "requirements.lock").read_text("utf-8")
LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; [^\\]+)? \\$")
PROJECT = tomllib.loads((FOLDER / "pyproject.toml").read_text("utf-8"))


def locked_versions() -> dict[str, set[str]]:
    """Read the lock: the versions of each package (more than one where systems differ)."""
    versions: dict[str, set[str]] = {}
    for line in LOCK.splitlines():
        if found := LOCKED.match(line):
            versions.setdefault(found[1], set()).add(found[2])
    return versions


def asked_for() -> list[Requirement]:
    """List what pyproject.toml asks for: to run, to check, to test and to build."""
    groups = PROJECT["dependency-groups"].values()
    named = [one for group in groups for one in group if isinstance(one, str)]
    return [Requirement(one) for one in [*PROJECT["project"]["dependencies"], *named]]


@pytest.mark.parametrize("path", TEXT_FILES, ids=str)
def test_a_file_is_plain_text(path: Path) -> None:
    """UTF-8 without a mark, Unix lines, one newline at the end: a diff shows the change."""
    content = (FOLDER / path).read_bytes()
    content.decode("utf-8")

    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content == b"" or content.rstrip(b"\n") + b"\n" == content


@pytest.mark.parametrize("path", TEXT_FILES, ids=str)
def test_a_file_names_no_machine(path: Path) -> None:
    """A path or a registry of the machine it was written on is noise, or a leak."""
    text = (FOLDER / path).read_text("utf-8")

    assert PATH_OF_A_MACHINE.search(text) is None
    assert REGISTRY.search(text) is None


def test_every_package_of_the_lock_has_its_hashes_and_no_address() -> None:
    """A set-up takes what was tried, from wherever the user's own pip takes packages."""
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    loose = [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]

    assert loose == []
    assert "://" not in LOCK
    assert not re.search(r"^\s*-[a-z-]", LOCK.replace("--hash", ""), re.MULTILINE)


@pytest.mark.parametrize("requirement", asked_for(), ids=str)
def test_the_lock_has_what_the_project_asks_for(requirement: Requirement) -> None:
    """Else `make lock` was forgotten after a change of pyproject.toml."""
    versions = locked_versions().get(requirement.name, set())

    assert versions
    assert all(version in requirement.specifier for version in versions)


def test_the_citation_names_the_version_of_the_code() -> None:
    """Who cites casecert cites what was used."""
    code = (FOLDER / "casecert_data" / "__init__.py").read_text("utf-8")
    version = re.search(r'^__version__ = "(.+)"$', code, re.MULTILINE)

    assert version is not None
    assert f"\nversion: {version[1]}\n" in (FOLDER / "CITATION.cff").read_text("utf-8")
