"""A written profile is read back without loss, and writing spares what is not its own."""

import os
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle.strategies import profiles
from support.own_data import own_data
from support.rulings import ruling

import casecert_data
from casecert_data.catalog import facts
from casecert_data.eligibility import Interval
from casecert_data.errors import FileError, ProfileError
from casecert_data.profiles import Profile, profile_text, read_profile, write_profile

THOROUGH = settings(derandomize=True, deadline=None, max_examples=150)
"""Writing and reading a profile takes about a millisecond."""

FULL: dict[str, Any] = {
    "person_id": "00123",
    "display_name": 'Ana "Ñ" Ñandú\\',
    "as_of": "2026-11-01",
    "home_state": "MI",
    "license_codes": ["RN", "OTHER"],
    "degrees": ["bachelor:nursing"],
    "degree_is_accredited": True,
    "had_supervised_field_experience": False,
    "cm_months": {"at_least": 12, "at_most": 18},
    "cm_months_under_ccm": {"at_most": 6},
    "cm_supervising_months": {"at_least": 3},
    "rn_years": "2.50000000000000000001",
    "x_class": "A\nB",
    "x_list of mine": [1, {"old": [True, "no"]}],
    "rulings": [
        ruling("ccm", "license", "met", note="By phone; “yes”"),
        ruling("acm_rn", "license", "not_met"),
    ],
}
"""Something of every kind that a profile can hold."""

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)


@st.composite
def whole_profiles(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a profile with texts, carried columns and answers of issuers."""
    stated: dict[str, Any] = dict(draw(profiles()))
    stated |= draw(
        st.fixed_dictionaries(
            {}, optional={"person_id": TEXTS, "display_name": TEXTS, "as_of": st.dates()}
        )
    )
    names = TEXTS.map(lambda text: f"x_{text}")
    carried = st.one_of(TEXTS, st.booleans(), st.integers(), st.dates(), st.lists(TEXTS))
    stated |= draw(st.dictionaries(names, carried, max_size=3))
    said = st.tuples(st.sampled_from(["license", "degree"]), st.dates(), TEXTS, TEXTS)
    stated["rulings"] = [
        ruling("ccm", name, "met", ruled_on=day, ruled_by=by, note=note)
        for name, day, by, note in draw(
            st.lists(said, max_size=2, unique_by=lambda one: one[0])
        )
    ]
    return stated


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the name of a file that is not there yet."""
    return tmp_path / "person.toml"


def content_of(folder: Path) -> Iterator[str]:
    """List what a folder holds, hidden files included."""
    yield from sorted(one.name for one in folder.iterdir())


def test_everything_comes_back(path: Path) -> None:
    """Ranges, sets, days, exact decimals, answers of issuers and what is carried along."""
    profile = read_profile(FULL)
    write_profile(profile, path)

    assert read_profile(path) == profile


@THOROUGH
@given(whole_profiles())
def test_whatever_is_stated_comes_back(stated: dict[str, Any]) -> None:
    """Also text with quotes, line ends and letters that no keyboard has."""
    profile = read_profile(stated)

    assert read_profile(tomllib.loads(profile_text(profile), parse_float=Decimal)) == profile


@pytest.mark.parametrize("number", ["23.99999999999999999999", "0.1", f"1{'0' * 22}.5"])
def test_a_number_keeps_every_digit(number: str) -> None:
    """A number just under a threshold must not come back on it."""
    profile = read_profile({"client_references": number})
    (back,) = read_profile(
        tomllib.loads(profile_text(profile), parse_float=Decimal)
    ).facts.items()

    assert back == ("client_references", Interval(Fraction(number), Fraction(number)))


def test_a_number_without_an_end_is_refused() -> None:
    """A third would be rounded; JSON for a report refuses it too."""
    profile = read_profile({"rn_years": Fraction(1, 3)})

    with pytest.raises(ProfileError, match=r"'rn_years': expected a number that ends"):
        profile_text(profile)
    with pytest.raises(ProfileError, match=r"'rn_years': expected a number that ends"):
        profile.to_json()


def test_facts_stand_in_their_order_each_under_its_question() -> None:
    """Whoever opens the file sees what each value answers."""
    lines = profile_text(read_profile(dict(reversed(FULL.items())))).splitlines()
    given_names = [line.split(" = ")[0] for line in lines if " = " in line and line[0] != "#"]
    asked = [name for name in given_names if name in facts()]

    assert asked == [name for name in facts() if name in FULL]
    assert [lines[lines.index(f"# {facts()[name].question}") + 1] for name in asked] == [
        line for line in lines if line.split(" = ")[0] in asked
    ]


def test_an_empty_profile_is_a_file_of_comments(path: Path) -> None:
    """Nothing stated yet is a profile too."""
    write_profile({}, path)

    assert read_profile(path) == read_profile({})
    assert tomllib.loads(path.read_text("utf-8")) == {}


def test_a_question_of_many_lines_stays_a_comment(tmp_path: Path) -> None:
    """A user's own facts may be asked for at length."""
    with own_data(tmp_path) as data:
        question = facts()["rn_years"].question
        data.replace("facts.toml", f'"{question}"', '"One?\\nrn_years = 9"')
        text = profile_text(read_profile({"rn_years": 2}))

    assert tomllib.loads(text) == {"rn_years": 2}


def test_the_name_that_it_is_given_comes_back(path: Path) -> None:
    """So the caller can tell where it lies."""
    assert write_profile({}, str(path)) == path


def test_it_is_a_public_name() -> None:
    """Reading has one, and writing too."""
    assert casecert_data.write_profile is write_profile


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_the_owner_can_read_it(path: Path) -> None:
    """Also where a file that others could read was there before."""
    write_profile({}, path)
    path.chmod(0o644)
    write_profile({}, path)

    assert path.stat().st_mode & 0o777 == 0o600


def test_a_profile_that_was_written_before_is_replaced(path: Path) -> None:
    """Saving again is the usual case."""
    write_profile({"person_id": "A", "cm_months": 3}, path)
    write_profile({"person_id": "A", "cm_months": 4}, path)

    assert read_profile(path) == read_profile({"person_id": "A", "cm_months": 4})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "notes",
        "[tool]\nname = 1\n",
        "# My own words\ncm_months = 3\n",
        "# casecert profile\n=",
    ],
)
def test_a_file_that_is_not_ours_is_left_alone(path: Path, text: str) -> None:
    """Also a profile that somebody wrote by hand, whose comments would be lost."""
    path.write_text(text, encoding="utf-8")

    with pytest.raises(FileError, match=r"a profile that casecert wrote, found another file"):
        write_profile({"cm_months": 4}, path)
    assert path.read_text("utf-8") == text
    assert list(content_of(path.parent)) == ["person.toml"]


def test_the_profile_of_another_person_is_left_alone(path: Path) -> None:
    """One client's facts never take the place of another's by a slip."""
    write_profile({"person_id": "A"}, path)

    with pytest.raises(FileError, match=r"expected the profile of 'B', found that of 'A'"):
        write_profile({"person_id": "B"}, path)
    assert read_profile(path).person_id == "A"


def test_whoever_says_so_replaces_anything(path: Path) -> None:
    """The counselor has been asked."""
    path.write_text("notes", encoding="utf-8")
    write_profile({"cm_months": 4}, path, overwrite=True)

    assert read_profile(path) == read_profile({"cm_months": 4})


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """It could not be read again under that name."""
    with pytest.raises(FileError, match=r"person.json: expected a name that ends with .toml"):
        write_profile({}, tmp_path / "person.json")
    assert list(content_of(tmp_path)) == []


def test_a_folder_is_refused(path: Path) -> None:
    """With or without leave to replace what is there."""
    path.mkdir()

    with pytest.raises(FileError, match="expected a file, found a folder"):
        write_profile({}, path, overwrite=True)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The message names the file that could not be written."""
    with pytest.raises(
        FileError, match=r"person.toml: expected a place that can be written to"
    ):
        write_profile({}, tmp_path / "absent" / "person.toml")


def test_what_cannot_be_written_leaves_the_old_file(path: Path) -> None:
    """Nothing half-written, nothing beside it."""
    write_profile({"cm_months": 3}, path)
    before = path.read_bytes()

    with pytest.raises(ProfileError, match="'x_a': expected text"):
        write_profile({"x_a": [None]}, path)
    with (
        patch("os.fsync", side_effect=OSError(28, "No space left on device")),
        pytest.raises(FileError, match="No space left on device"),
    ):
        write_profile({"cm_months": 5}, path)
    assert path.read_bytes() == before
    assert list(content_of(path.parent)) == ["person.toml"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file that it points to gets the new content."""
    target, link = tmp_path / "real.toml", tmp_path / "link.toml"
    write_profile({"cm_months": 3}, target)
    link.symlink_to(target)
    write_profile({"cm_months": 4}, link)

    assert link.is_symlink()
    assert read_profile(target) == read_profile({"cm_months": 4})


def test_what_is_carried_but_blank_is_left_out() -> None:
    """As in JSON, where a blank cell is no entry."""
    profile = Profile(facts={}, carried={"x_a": None, "x_b": date(2026, 1, 2)})

    assert tomllib.loads(profile_text(profile)) == {"x_b": date(2026, 1, 2)}
