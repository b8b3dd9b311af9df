"""The person a report is about, handed over beside the template and never as a parameter."""

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from casecert_data.errors import ReportError
from casecert_data.profiles import Assumptions, Profile, read_profile
from casecert_data.rosters import read_roster
from casecert_data.shipped import data_folder

PERSON_FILE_VARIABLE = "CASECERT_PERSON_FILE"
"""Environment variable that names the file with the person's facts, for a kernel alone."""

WITHOUT_ID = "without-id"
"""Stands for a profile without a ``person_id``, in file names and as its ``person_ref``."""

_here: list["Person"] = []


@dataclass(frozen=True, slots=True)
class Person:
    """What a template is told of the person it is about."""

    person_ref: str
    """The pseudonym that stands in the parameters cell."""
    profile: dict[str, object]
    """The profile as `casecert_data.read_profile` takes it."""
    assumptions: dict[str, object]
    """Facts taken for granted where the profile is blank."""

    @classmethod
    def of(cls, profile: Profile, *, assumptions: Assumptions, show_name: bool) -> "Person":
        """Take from a profile what a report may know: the name only if it is asked for.

        Examples
        --------
        >>> profile = read_profile({"person_id": "p-001", "display_name": "Ann"})
        >>> Person.of(profile, assumptions={}, show_name=False).profile
        {'person_id': 'p-001'}
        """
        entries = profile.to_json()
        if not show_name:
            entries.pop("display_name", None)
        return cls(profile.person_id or WITHOUT_ID, entries, dict(assumptions))


def current_person(person_ref: str) -> Profile:
    """Return the person that this report is about; call it in a template.

    Outside a run, in JupyterLab, ``person_ref`` names a row of the sample class.

    Parameters
    ----------
    person_ref
        The pseudonym from the template's parameters cell.

    Raises
    ------
    ReportError
        If nobody was handed over, or somebody else.

    Examples
    --------
    >>> current_person("R-014").person_id
    'R-014'
    """
    if not _is_handed_over():
        return _sample(person_ref)
    return read_profile(_handed_over(person_ref)["profile"])


def person_if_any(person_ref: str) -> Profile | None:
    """Return the person for whom this report is made, or None where it is made for nobody.

    Parameters
    ----------
    person_ref
        The pseudonym from the template's parameters cell; empty for nobody.

    Raises
    ------
    ReportError
        If somebody else was handed over.

    Examples
    --------
    >>> person_if_any("") is None, person_if_any("R-014").person_id
    (True, 'R-014')
    """
    return current_person(person_ref) if person_ref else None


def current_assumptions(person_ref: str) -> Assumptions:
    """Return what is taken for granted of the person, fact by fact; empty in most runs.

    Raises
    ------
    ReportError
        If the person handed over is somebody else.

    Examples
    --------
    >>> dict(current_assumptions("R-014"))
    {}
    """
    if not _is_handed_over():
        return MappingProxyType({})
    return MappingProxyType(_handed_over(person_ref)["assumptions"])


def hand_over_here(person: Person | None) -> None:
    """Hand a person over to the template that this process runs next, and to no other.

    For a process that runs one template: the facts then never leave its memory.
    """
    os.environ.pop(PERSON_FILE_VARIABLE, None)
    _here[:] = [] if person is None else [person]


def make_private_folder(out: Path) -> Path:
    """Make a folder outside the output that only its owner can open.

    Whoever calls this calls `remove_private_folder` in every case.

    Parameters
    ----------
    out
        The folder of the files that are delivered.

    Raises
    ------
    ReportError
        If every place for temporary files lies inside the output.
    """
    inside_out = out.resolve()
    for place in (tempfile.gettempdir(), "/var/tmp", str(Path.home())):  # noqa: S108
        resolved = Path(place).resolve()
        if os.access(resolved, os.W_OK) and not resolved.is_relative_to(inside_out):
            return Path(tempfile.mkdtemp(prefix="casecert-", dir=resolved))
    raise ReportError.no_private_place(out)


def remove_private_folder(folder: Path) -> None:
    """Remove the folder, also while a dying kernel still writes into it."""
    for _attempt in range(3):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return


@contextlib.contextmanager
def handed_over(person: Person | None, folder: Path) -> Iterator[Mapping[str, str]]:
    """Lay the person's facts into a private folder for as long as one template runs.

    Yields the entries that the template's environment needs: none if there is no person.
    """
    if person is None:
        yield {}
        return
    path = folder / "person.json"
    content = json.dumps(
        {
            "person_ref": person.person_ref,
            "profile": person.profile,
            "assumptions": person.assumptions,
        }
    )
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
        yield {PERSON_FILE_VARIABLE: str(path)}
    finally:
        path.unlink(missing_ok=True)


def _is_handed_over() -> bool:
    return bool(_here) or PERSON_FILE_VARIABLE in os.environ


def _handed_over(person_ref: str) -> dict[str, Any]:
    handed_over = asdict(_here[0]) if _here else _from_file()
    if handed_over["person_ref"] != person_ref:
        raise ReportError.another_person()
    return handed_over


def _from_file() -> dict[str, Any]:
    try:
        text = Path(os.environ[PERSON_FILE_VARIABLE]).read_text(encoding="utf-8")
    except OSError:
        # Not even the path: a template's error can end up in front of other eyes.
        raise ReportError.no_person_handed_over() from None
    handed_over: dict[str, Any] = json.loads(text)
    return handed_over


def _sample(person_ref: str) -> Profile:
    sample_class = read_roster(data_folder() / "samples" / "class.csv")
    for row in sample_class.rows:
        if row.person_id == person_ref:
            return row.profile
    raise ReportError.no_person_handed_over()
