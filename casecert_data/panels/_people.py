"""The people whom a panel offers to choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casecert_data.catalog import say
from casecert_data.errors import UnknownNameError
from casecert_data.profiles import Profile, read_profile
from casecert_data.rosters import RosterRow, read_roster
from casecert_data.shipped import data_folder

NOBODY = ""
"""Key of the line under which nothing is known."""
GIVEN = "*"
"""Key of a profile that was handed over without a ``person_id``."""

PROFILE_ENDINGS = (".toml", ".json")
"""Endings of files that hold one person; any other is read as a roster, or refused as one."""

_STORY = "x_story"
_SAMPLE = Path("samples") / "class.csv"


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the list."""

    label: str
    """What stands in the list."""
    profile: Profile
    """What the person stated."""


def people_of(
    rows: Sequence[RosterRow] | None,
    profile: Path | str | Mapping[str, object] | Profile | None,
) -> Mapping[str, Person]:
    """Return who can be chosen, by key; nobody first.

    Parameters
    ----------
    rows
        Rows of a roster; None for the sample class, or for nobody else beside a profile.
    profile
        A person who comes before the rows.

    Examples
    --------
    >>> list(people_of(None, {"person_id": "T-1"}))
    ['', 'T-1']
    """
    people = {NOBODY: Person(say("panel.nobody"), Profile(facts={}))}
    if profile is not None:
        given = read_profile(profile)
        people[given.person_id or GIVEN] = Person(_label(given), given)
    if rows is None:
        rows = () if profile is not None else read_roster(data_folder() / _SAMPLE).rows
    return people | {row.person_id: Person(_label(row.profile), row.profile) for row in rows}


def people_in(path: Path) -> Mapping[str, Person]:
    """Return who stands in a file, by key: everybody of a roster, or the one of a profile.

    Raises
    ------
    CasecertError
        If the file cannot be read; the message says what to do.

    Examples
    --------
    >>> len(people_in(data_folder() / _SAMPLE)) >= 30
    True
    """
    if path.suffix.casefold() not in PROFILE_ENDINGS:
        rows = read_roster(path).rows
        return {row.person_id: Person(_label(row.profile), row.profile) for row in rows}
    profile = read_profile(path)
    label = say("panel.from_file", person=_label(profile), file=path.name)
    return {f"{GIVEN}{path}": Person(label, profile)}


def opening(people: Mapping[str, Person], opens_on: str | None) -> str:
    """Return the key of the person to open on: the one asked for, or the first.

    Raises
    ------
    UnknownNameError
        If nobody has this ``person_id``.

    Examples
    --------
    >>> opening(people_of(None, {"person_id": "T-1"}), None)
    'T-1'
    """
    if opens_on is None:
        return next((key for key in people if key != NOBODY), NOBODY)
    if opens_on not in people:
        raise UnknownNameError.among("person", opens_on, [key for key in people if key])
    return opens_on


def _label(profile: Profile) -> str:
    person = profile.person_id or say("panel.given_profile")
    story = str(profile.carried.get(_STORY) or "").strip()
    return say("panel.sample_option", person=person, story=story) if story else person
