"""Read what issuers answered about one person, and refuse what cannot be an answer."""

from collections.abc import Mapping, Sequence

from casecert_data.eligibility import (
    RULED_OUTCOMES,
    Ruling,
    certification_ids,
    criterion_ids,
)
from casecert_data.errors import ProfileError
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
    rulings: dict[tuple[str, str], Ruling] = {}
    for at, entry in enumerate(found):
        place = f"rulings[{at}]"
        ruling = entry if isinstance(entry, Ruling) else _ruling(place, entry)
        about = (ruling.certification_id, ruling.criterion_id)
        if about in rulings:
            raise ProfileError.ruled_twice(f"{place}.criterion_id", *about)
        rulings[about] = ruling
    return tuple(rulings.values())


def _ruling(place: str, entry: object) -> Ruling:
    if not isinstance(entry, Mapping):
        raise ProfileError.not_rulings(place, entry)
    for name in entry:
        if name not in _NAMES:
            named = f"{place}.{name}"
            raise ProfileError.unknown_in_ruling(named, "a part of an answer", name, _NAMES)
    texts = {name: _text(f"{place}.{name}", entry.get(name)) for name in _NAMES[:4]}
    day = entry.get("ruled_on")
    for name, value in (*texts.items(), ("ruled_on", day)):
        if value is None or value == "":
            raise ProfileError.lacking_in_ruling(place, name)
    known = {
        "certification_id": ("a certification", certification_ids()),
        "outcome": ("what an issuer can answer", RULED_OUTCOMES),
    }
    for name, (kind, names) in known.items():
        _check(f"{place}.{name}", kind, texts[name], names)
    requirements = criterion_ids(texts["certification_id"])
    about = f"a requirement of {texts['certification_id']!r}"
    _check(f"{place}.criterion_id", about, texts["criterion_id"], requirements)
    return Ruling(
        **texts,
        ruled_on=read_date(f"{place}.ruled_on", day),
        note=_text(f"{place}.note", entry.get("note")),
    )


def _check(place: str, kind: str, found: str, known: Sequence[str]) -> None:
    if found not in known:
        raise ProfileError.unknown_in_ruling(place, kind, found, known)


def _text(place: str, found: object) -> str:
    if found is None:
        return ""
    if not isinstance(found, str):
        raise ProfileError.wrong_kind(place, "text", found, "Put it in double quotes.")
    return found.strip()
