"""How a person reaches a template, and that nothing stays behind."""

import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from casecert_data.errors import ReportError
from casecert_data.profiles import read_profile
from casecert_data.reporting import Person, current_assumptions, current_person
from casecert_data.reporting._person_ref import (
    PERSON_FILE_VARIABLE,
    WITHOUT_ID,
    handed_over,
    make_private_folder,
    remove_private_folder,
)

PROFILE = read_profile(
    {
        "person_id": "p-001",
        "display_name": "Ann Lee",
        "license_codes": ["RN"],
        "cm_months": {"at_least": 12, "at_most": 18},
        "as_of": "2026-11-01",
        "x_advisor": "B",
    }
)
PERSON = Person.of(PROFILE, assumptions={"attests_good_character": "yes"}, show_name=True)


@pytest.fixture
def person_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Hand a person over for the length of a test, and give the file."""
    with handed_over(PERSON, tmp_path) as environment:
        monkeypatch.setenv(*next(iter(environment.items())))
        yield Path(environment[PERSON_FILE_VARIABLE])


def test_a_person_arrives_as_they_were_stated(person_file: Path) -> None:
    """Nothing is lost or rounded on the way into the kernel."""
    assert person_file.is_file()
    assert current_person("p-001") == PROFILE
    assert current_assumptions("p-001") == {"attests_good_character": "yes"}


def test_the_file_is_its_owners_alone(person_file: Path) -> None:
    """Other users of the machine cannot read it while the report runs."""
    assert stat.S_IMODE(person_file.stat().st_mode) == 0o600


@pytest.mark.usefixtures("person_file")
def test_another_person_is_refused_and_neither_is_named() -> None:
    """A template that asks for somebody else must not get this one under that name."""
    with pytest.raises(ReportError, match="found another") as refused:
        current_person("p-002")

    assert "p-00" not in str(refused.value)


def test_the_file_is_gone_after_a_failure(tmp_path: Path) -> None:
    """Removed in every case is a promise of the design."""
    with pytest.raises(ZeroDivisionError), handed_over(PERSON, tmp_path):
        raise ZeroDivisionError

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_gone_is_told_without_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of a failing cell can be read by others."""
    monkeypatch.setenv(PERSON_FILE_VARIABLE, str(tmp_path / "gone.json"))

    with pytest.raises(ReportError, match="found none") as refused:
        current_person("p-001")

    assert "gone" not in str(refused.value)


def test_without_being_asked_no_name_is_handed_over() -> None:
    """A report that is not told a name cannot print it, whatever its template does."""
    person = Person.of(PROFILE, assumptions={}, show_name=False)

    assert "Ann Lee" not in json.dumps(person.profile)
    assert read_profile(person.profile).person_id == "p-001"


def test_a_profile_without_id_gets_a_stand_in() -> None:
    """Its file has a name, and the notebook's parameter holds no path and no person's name."""
    person = Person.of(read_profile({"cm_months": 3}), assumptions={}, show_name=False)

    assert person.person_ref == WITHOUT_ID


def test_a_private_folder_is_outside_the_output_and_goes_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the output is the very folder for temporary files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = make_private_folder(tmp_path)
    rights = stat.S_IMODE(folder.stat().st_mode)
    remove_private_folder(folder)

    assert not folder.is_relative_to(tmp_path)
    assert rights == 0o700
    assert not folder.exists()


def test_a_private_folder_lies_where_temporary_files_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sets TMPDIR to an encrypted or a fleeting disk is obeyed."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert make_private_folder(tmp_path / "out").parent == tmp_path


def test_the_kernels_half_of_reporting_is_light() -> None:
    """It is imported in the kernel of each report; papermill there would cost a second."""
    code = "import sys, casecert_data.reporting; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout.split()

    assert not {"papermill", "pandas", "plotly", "jupyter_client", "typst", "jinja2"} & set(
        loaded
    )
