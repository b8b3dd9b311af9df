"""Read what issuers answered about one person, and refuse what cannot be an answer."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from casecert_data.eligibility import (
    RULED_OUTCOMES,
    Ruling,
    certification_ids,
    criterion_ids,
)
from casecert_data.errors import ProfileError
from casecert_data.profiles._gathering import gathering, raise_gathered
from casecert_data.profiles._values import read_date

_NEEDED = ("certification_id", "criterion_id", "outcome", "ruled_by", "ruled_on")
_NAMES = (*_NEEDED, "note")


def read_rulings(found: object) -> tuple[Ruling, ...]:
    """Read the answers of issuers as a profile holds them; none for what is blank.

    Raises
    ------
    ProfileError
        If an answer lacks a part, names what no rule has, or is there twice.

    Examples
    --------
    >>> yes = {"certification_id": "ccm", "criterion_id": "license", "outcome": "met"}
    >>> read_rulings([yes | {"ruled_by": "CCMC, by e-mail", "ruled_on": "2026-11-03"}])[
    ...     0
    ... ].outcome
    'met'
    """
    if found is None:
        return ()
    if isinstance(found, (str, bytes, Mapping)) or not isinstance(found, Sequence):
        raise ProfileError.not_rulings("rulings", found)
    faults: list[ProfileError] = []
    rulings: dict[tuple[str, str], Ruling] = {}
    for at, entry in enumerate(found):
        place = f"rulings[{at}]"
        with gathering(faults):
            ruling = entry if isinstance(entry, Ruling) else _ruling(place, entry)
            about = (ruling.certification_id, ruling.criterion_id)
            if about in rulings:
                raise ProfileError.ruled_twice(f"{place}.criterion_id", *about)
            rulings[about] = ruling
    raise_gathered(faults)
    return tuple(rulings.values())


def _ruling(place: str, entry: object) -> Ruling:
    if not isinstance(entry, Mapping):
        raise ProfileError.not_rulings(place, entry)
    faults = [
        ProfileError.unknown_in_ruling(f"{place}.{name}", "a part of an answer", name, _NAMES)
        for name in entry
        if name not in _NAMES
    ]
    read: dict[str, Any] = {}
    for name in _NAMES:
        with gathering(faults):
            read[name] = _part(place, name, entry.get(name))
    lacking = [name for name in _NEEDED if name in read and not read[name]]
    faults.extend(ProfileError.lacking_in_ruling(place, name) for name in lacking)
    for name, kind, known in _known(read):
        if read.get(name) and read[name] not in known:
            told = (f"{place}.{name}", kind, read[name], known)
            faults.append(ProfileError.unknown_in_ruling(*told))
    raise_gathered(faults)
    return Ruling(**read)


def _known(read: Mapping[str, Any]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield the parts that name something of ours: the part, what it is, and what there is."""
    certification_id = read.get("certification_id")
    yield "certification_id", "a certification", certification_ids()
    yield "outcome", "what an issuer can answer", RULED_OUTCOMES
    if certification_id in certification_ids():
        about = f"a requirement of {certification_id!r}"
        yield "criterion_id", about, criterion_ids(str(certification_id))


def _part(place: str, name: str, found: object) -> str | date | None:
    named = f"{place}.{name}"
    if name == "ruled_on":
        return None if found is None or found == "" else read_date(named, found)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise ProfileError.wrong_kind(named, "text", found, "Put it in double quotes.")
    return found.strip()
