"""Assumptions: blanks filled openly, fact by fact, and never against what was stated."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from casecert_data.catalog import fact_names, facts
from casecert_data.eligibility import as_json
from casecert_data.errors import ProfileError
from casecert_data.profiles._read_profile import Profile, profile_from_values
from casecert_data.profiles._values import read_value

Assumptions = Mapping[str, object]
"""Fact to value, written as in a roster's cell or typed."""


def read_assumptions(written: Iterable[str]) -> Assumptions:
    """Read assumptions as they are written on the command line.

    Raises
    ------
    ProfileError
        If one has no ``=``, or its fact is unknown.

    Examples
    --------
    >>> read_assumptions(["attests_good_character=yes"])
    {'attests_good_character': 'yes'}
    """
    found: dict[str, object] = {}
    for one in written:
        name, sign, value = one.partition("=")
        if not sign:
            raise ProfileError.bad_assumption(one)
        if name.strip() in found and found[name.strip()] != value.strip():
            raise ProfileError.assumption_contradicts(
                name.strip(), repr(found[name.strip()]), repr(value.strip())
            )
        found[name.strip()] = value.strip()
    return found


def assumed(profile: Profile, assumptions: Assumptions) -> Profile:
    """Return the profile with its blanks filled by what is assumed.

    Raises
    ------
    ProfileError
        If an assumption contradicts what was stated, or does not fit its fact.

    Examples
    --------
    >>> from casecert_data.profiles import read_profile
    >>> assumed(read_profile({}), {"is_self_employed": "no"}).facts
    {'is_self_employed': False}
    """
    filled = dict(profile.facts)
    for name, written in assumptions.items():
        if name not in facts() or not facts()[name].is_judged:
            judged = [one for one in fact_names() if facts()[one].is_judged]
            raise ProfileError.unknown_fact(name, judged)
        value = read_value(facts()[name], written)
        if value is None:
            raise ProfileError.wrong_kind(name, "a value", written, "Write it as FACT=VALUE.")
        stated = filled.setdefault(name, value)  # type: ignore[arg-type]
        if _comparable(stated) != _comparable(value):
            raise ProfileError.assumption_contradicts(name, str(as_json(stated)), repr(written))
    own = {
        "person_id": profile.person_id,
        "display_name": profile.display_name,
        "as_of": profile.as_of,
        "home_state": profile.home_state,
    }
    about = {name: value for name, value in own.items() if value is not None}
    read = profile_from_values({**about, **filled, **profile.carried})  # type: ignore[dict-item]
    return replace(read, rulings=profile.rulings)


def _comparable(value: object) -> object:
    # The order in which codes were stated says nothing.
    return frozenset(value) if isinstance(value, tuple) else value
