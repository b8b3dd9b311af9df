"""Read the profile of one person from TOML, JSON or a mapping."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from casecert_data.catalog import fact_names, facts, parse_toml, read_text
from casecert_data.eligibility import FactValue, Interval, Ruling, narrow
from casecert_data.errors import FileError, ProfileError
from casecert_data.profiles._exact import exact_json
from casecert_data.profiles._gathering import gathering, raise_gathered
from casecert_data.profiles._lines import line_of
from casecert_data.profiles._rulings import read_rulings
from casecert_data.profiles._values import Stated, read_value

CARRIED_PREFIX = "x_"
"""Start of a name that is carried along and never judged."""

_RULINGS = "rulings"
_NOT_YET = ("work_periods",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one person stated. A fact that is not there is blank."""

    facts: Mapping[str, FactValue]
    """The facts that rules compare, by name."""
    person_id: str | None = None
    """A pseudonym."""
    display_name: str | None = None
    """A name, printed only when asked for."""
    as_of: date | None = None
    """Day on which the totals hold; None for the day asked about."""
    home_state: str | None = None
    """Code of a state or territory; never judged."""
    carried: Mapping[str, object] = field(default_factory=dict)
    """What came under a name that starts with ``x_``; never judged."""
    rulings: tuple[Ruling, ...] = ()
    """What issuers answered about this person, in the order of the file."""

    def to_json(self) -> dict[str, object]:
        """Return what `read_profile` reads back without loss.

        Examples
        --------
        >>> read_profile({"license_codes": ["RN"], "cm_months": 16}).to_json()
        {'license_codes': ['RN'], 'cm_months': 16}
        """
        own = {
            "person_id": self.person_id,
            "display_name": self.display_name,
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "home_state": self.home_state,
        }
        stated = {name: exact_json(name, value) for name, value in self.facts.items()}
        ruled = [ruling.to_json() for ruling in self.rulings] or None
        everything = {**own, **stated, **self.carried, _RULINGS: ruled}
        return {name: value for name, value in everything.items() if value is not None}


def read_profile(profile: Path | str | Mapping[str, object] | Profile) -> Profile:
    """Read a profile.

    Parameters
    ----------
    profile
        Path of a ``.toml`` or ``.json`` file, or a mapping of fact names to values.

    Raises
    ------
    FileError
        If the file cannot be read as TOML or JSON.
    ProfileError
        If names are unknown or values do not fit; the message lists every fault, for a file
        with its line.

    Examples
    --------
    >>> read_profile({"is_self_employed": "no"}).facts
    {'is_self_employed': False}
    """
    if isinstance(profile, Profile):
        return profile
    if isinstance(profile, Mapping):
        return _from_mapping(profile)
    path = Path(profile)
    text = read_text(path)
    try:
        return _from_mapping(_parsed(path, text))
    except ProfileError as told:
        raise _placed(path, text, told.faults) from None


def profile_from_values(values: Mapping[str, Stated]) -> Profile:
    """Make a profile of values that were read one by one, and hold parts against wholes.

    Raises
    ------
    ProfileError
        If a part is more than its whole.

    Examples
    --------
    >>> profile_from_values({"person_id": "R-001", "license_codes": ("RN",)}).person_id
    'R-001'
    """
    judged = {
        name: value
        for name, value in values.items()
        if name in facts() and facts()[name].is_judged
    }
    numbers = {
        name: value if isinstance(value := judged.get(name), Interval) else Interval()
        for name, one in facts().items()
        if one.kind == "number"
    }
    narrow(numbers)
    own: dict[str, Any] = {
        name: values[name]
        for name in ("person_id", "display_name", "as_of", "home_state")
        if name in values
    }
    carried = {n: v for n, v in values.items() if n.startswith(CARRIED_PREFIX)}
    return Profile(facts=judged, carried=carried, **own)  # type: ignore[arg-type]


def _placed(path: Path, text: str, faults: Sequence[ProfileError]) -> ProfileError:
    lines = [(line_of(text, fault.fact), fault) for fault in faults]
    if len(lines) == 1:
        ((line, fault),) = lines
        return fault.at(f"{path}, line {line}" if line else str(path))
    in_order = sorted(lines, key=lambda one: one[0] or len(text))
    placed = [fault.at(f"line {line}") if line else fault for line, fault in in_order]
    return ProfileError.listing(str(path), placed)


def _from_mapping(mapping: Mapping[str, object]) -> Profile:
    faults: list[ProfileError] = []
    values: dict[str, Any] = {}
    for name, value in mapping.items():
        with gathering(faults):
            read = _value(str(name), value)
            if read is not None:
                values[name] = read
    rulings: tuple[Ruling, ...] = ()
    with gathering(faults):
        rulings = read_rulings(mapping.get(_RULINGS))
    profile = _held_together(values, faults)
    raise_gathered(faults)
    return replace(profile, rulings=rulings) if rulings else profile


def _value(name: str, value: object) -> object:
    if name.startswith(CARRIED_PREFIX):
        return value
    if name == _RULINGS:
        return None
    if name in _NOT_YET:
        raise ProfileError.not_yet(name)
    if name not in facts():
        raise ProfileError.unknown_fact(name, (*fact_names(), _RULINGS))
    return read_value(facts()[name], value)


def _held_together(values: dict[str, Any], faults: list[ProfileError]) -> Profile:
    """Make the profile; a part that is more than its whole is put aside, for the next one."""
    while True:
        try:
            return profile_from_values(values)
        except ProfileError as fault:
            faults.append(fault)
            if values.pop(fault.fact, None) is None:
                return Profile(facts={})


def _parsed(path: Path, text: str) -> Mapping[str, object]:
    ending = path.suffix.casefold()
    if ending == ".toml":
        return parse_toml(path, text)
    if ending != ".json":
        raise FileError.unknown_ending(path, (".toml", ".json"))
    # Most profiles are TOML, and `casecert check` starts in a moment.
    import json  # noqa: PLC0415

    try:
        parsed = json.loads(text, parse_float=Decimal, object_pairs_hook=_no_name_twice)
    except json.JSONDecodeError as fault:
        raise FileError.not_json(path, fault.lineno, fault.colno, fault.msg) from None
    except (ValueError, RecursionError) as fault:
        if isinstance(fault, ProfileError):
            raise
        # Python refuses numbers of thousands of digits, and lists in lists without end.
        raise FileError.not_json(path, 1, 1, type(fault).__name__) from None
    if not isinstance(parsed, dict):
        raise ProfileError.not_a_table(type(parsed).__name__)
    return parsed


def _no_name_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ProfileError.stated_twice(name)
        found[name] = value
    return found
