"""What an issuer answered about one person, and how far its answer reaches."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.eligibility._comparison import Verdict, compare
from casecert_data.eligibility._logic import MET, NOT_MET, UNKNOWN
from casecert_data.eligibility._rule import Rule
from casecert_data.eligibility._state import State, as_json
from casecert_data.errors import ProfileError

RULED_OUTCOMES = (MET, NOT_MET)
"""What an issuer can answer about a requirement."""


class Ruling(NamedTuple):
    """One answer of an issuer on one requirement, for one person."""

    certification_id: str
    """Key of the certification."""
    criterion_id: str
    """Name of the requirement within it."""
    outcome: str
    """``met`` or ``not_met``."""
    ruled_by: str
    """Who answered, and how, in the counselor's words."""
    ruled_on: date
    """Day of the answer."""
    note: str = ""
    """The counselor's own note; kept with the profile, printed nowhere."""

    def to_json(self) -> dict[str, object]:
        """Return the fields as a profile holds them; a note only where there is one.

        Examples
        --------
        >>> Ruling("ccm", "license", "met", "CCMC", date(2026, 11, 3)).to_json()["ruled_on"]
        '2026-11-03'
        """
        fields: dict[str, object] = self._asdict() | {"ruled_on": self.ruled_on.isoformat()}
        if not self.note:
            del fields["note"]
        return fields


Rulings = Mapping[str, Ruling]
"""The answers on one certification, by the name of the requirement."""

NO_RULINGS: Rulings = MappingProxyType({})


def settled(verdict: Verdict, ruling: Ruling | None) -> Verdict:
    """Return what a requirement comes to: an answer settles what the comparison leaves open.

    Examples
    --------
    >>> yes = Ruling("ccm", "license", "met", "CCMC", date(2026, 11, 3))
    >>> settled(("unknown", "open_list"), yes), settled(("not_met", None), yes)
    (('met', None), ('not_met', None))
    """
    if ruling is None or verdict[0] != UNKNOWN:
        return verdict
    return ruling.outcome, None


def check_rulings(rule: Rule, state: State, rulings: Rulings) -> None:
    """Hold the issuer's answers on one person against the rule and the facts.

    Parameters
    ----------
    rule
        The rule that answers.
    state
        The person's facts on the day asked about.
    rulings
        What the issuer answered, by the name of the requirement.

    Raises
    ------
    ProfileError
        If the rule does not have the requirement, or began to hold after the answer, or if the
        facts alone settle it the other way.

    Examples
    --------
    >>> from casecert_data.eligibility import read_rule, state_on
    >>> nobody = state_on({}, as_of=None, on=date(2026, 11, 23))
    >>> yes = Ruling("ccm", "license", "met", "CCMC", date(2026, 11, 3))
    >>> check_rulings(read_rule("ccm"), nobody, {"license": yes})
    """
    by_id = {criterion.id: criterion for criterion in rule.criteria()}
    for ruling in rulings.values():
        about = (ruling.certification_id, ruling.criterion_id)
        if ruling.criterion_id not in by_id:
            raise ProfileError.ruling_without_criterion(*about, list(by_id))
        if rule.starts_on is not None and ruling.ruled_on < rule.starts_on:
            raise ProfileError.ruled_before_rule(*about, rule.starts_on, ruling.ruled_on)
        criterion = by_id[ruling.criterion_id]
        name = criterion.fact
        outcome, _ = compare(criterion, state.known.get(name), stated=name in state.stated)
        if outcome not in {UNKNOWN, ruling.outcome}:
            found = as_json(state.stated.get(name, state.known.get(name)))
            raise ProfileError.ruling_contradicts(
                *about, outcome, f"{name!r} = {found}", ruling.outcome
            )
