"""The engine's JSON in the oracle's terms, so that the two can be compared."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from casecert_data import decide
from oracle.changes import Change
from oracle.leaves import Profile

ON = date(2026, 11, 23)
"""The day asked about, wherever no other matters."""


def decisions(profile: Profile, **options: Any) -> dict[str, dict[str, Any]]:
    """Return the engine's decisions as plain JSON, by certification."""
    answer: Any = decide(dict(profile), **{"on": ON, **options}).to_json()
    return {one["certification_id"]: one for one in answer["decisions"]}


def decision(profile: Profile, certification_id: str, **options: Any) -> dict[str, Any]:
    """Return the engine's decision on one certification as plain JSON."""
    return decisions(profile, certifications=[certification_id], **options)[certification_id]


def outcome(profile: Profile, certification_id: str, **options: Any) -> str:
    """Return only the outcome."""
    found: str = decision(profile, certification_id, **options)["outcome"]
    return found


def needed(value: Mapping[str, Any]) -> tuple[str, object]:
    """Return a need of the JSON as the oracle writes it."""
    assert len(value) == 1, value
    ((kind, amount),) = value.items()
    if isinstance(amount, bool):
        return kind, amount
    if isinstance(amount, list):
        return kind, frozenset(amount)
    return kind, Fraction(str(amount))


def changes(entries: Sequence[Mapping[str, Any]]) -> frozenset[Change]:
    """Return one set of `missing` as the oracle writes it."""
    written = frozenset((entry["fact"], *needed(entry["needed"])) for entry in entries)
    assert len(written) == len(entries), entries
    return written


def missing(found: Mapping[str, Any]) -> set[frozenset[Change]]:
    """Return all of `missing`, and hold that no set stands in it twice."""
    written = [changes(entries) for entries in found["missing"]]
    assert len(set(written)) == len(written), found["missing"]
    return set(written)


def bounds(value: object) -> tuple[Fraction, Fraction | None]:
    """Return the two ends of a number or of an interval, however its open end is written."""
    if isinstance(value, Mapping):
        assert set(value) <= {"at_least", "at_most"}, value
        low, high = value.get("at_least"), value.get("at_most")
        return (
            Fraction(0) if low is None else Fraction(str(low)),
            None if high is None else Fraction(str(high)),
        )
    return Fraction(str(value)), Fraction(str(value))


def same(found: object, given: object) -> bool:
    """Tell whether `found` shows what was stated."""
    if given is None or given == []:
        return found is None
    if isinstance(given, list):
        return isinstance(found, list) and sorted(found) == sorted(given)
    if isinstance(given, bool) or isinstance(found, bool):
        return found is given
    return bounds(found) == bounds(given)


def summary(
    found: Mapping[str, Any],
) -> list[tuple[str, str, str, str, str | None]]:
    """Return the leaves of a decision, sorted, each as text to be compared."""
    return sorted(
        (
            one["fact"],
            *_written(needed(one["needed"])),
            one["outcome"],
            one["cause"],
        )
        for one in found["criteria"]
    )


def _written(need: tuple[str, object]) -> tuple[str, str]:
    """Return a need as text that sorts."""
    kind, amount = need
    return kind, " ".join(sorted(amount)) if isinstance(amount, frozenset) else str(amount)


def leaves_summary(leaves: Sequence[Any]) -> list[tuple[str, str, str, str, str | None]]:
    """Return the oracle's leaves in the same way."""
    return sorted(
        (leaf.fact, *_written(leaf.needed), leaf.outcome, leaf.cause) for leaf in leaves
    )
