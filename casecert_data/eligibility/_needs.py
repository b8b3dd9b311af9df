"""A rule as a reader understands it: needs that are all asked for, and ways to fill each."""

from typing import NamedTuple

from casecert_data.eligibility._decision import Decision, Finding
from casecert_data.eligibility._evaluate import fold
from casecert_data.eligibility._logic import MET, NOT_MET
from casecert_data.eligibility._rule import Criterion, Group, Rule

NOT_NEEDED = "not_needed"
"""Shown for an option whose group is met without it: no failure where none is needed."""


class Way(NamedTuple):
    """One way to fill a need; one of several where the need is a choice."""

    id: str
    """Name of the criterion or group."""
    title: str
    """Heading of its box."""
    text: str
    """Text of its box."""
    row: str
    """The same in as few words as a table's row wants."""
    outcome: str | None
    """An outcome, or ``not_needed``; None where nobody is judged."""
    findings: tuple[Finding, ...] = ()
    """What was found for its criteria; empty where nobody is judged."""


class Need(NamedTuple):
    """One thing that is asked for."""

    id: str
    """Name of the group."""
    title: str
    """Its heading."""
    row: str
    """The whole need in as few words as a table's row wants."""
    note: str
    """A sentence that holds for all its ways."""
    asks_for: str
    """What it asks for, as part of a sentence."""
    prepare: str
    """Step to take where it arises only for some, arises here, and is met."""
    is_choice: bool
    """Whether one way is enough."""
    is_conditional: bool
    """Whether it arises only for some people."""
    decides_who: bool
    """Whether it says who may apply at all."""
    ways: tuple[Way, ...]
    """The ways, or the parts that are all needed, in the order of the rule."""
    outcome: str | None = None
    """Its outcome; None where nobody is judged."""
    waived_by: tuple[Finding, ...] = ()
    """What was found on whether it arises at all."""
    is_waived: bool = False
    """Whether it is known not to arise."""

    @property
    def waiver(self) -> str:
        """Why it does not arise, in words; nothing where it does.

        Examples
        --------
        >>> from casecert_data import decide
        >>> from casecert_data.eligibility import read_rule
        >>> answer = decide({"is_self_employed": False}, on="2026-11-23")
        >>> needs_of(read_rule("ccm"), answer.decisions[0])[3].waiver
        'Not self-employed, so no references are needed'
        """
        return next((one.text for one in self.waived_by if one.outcome == MET), "")


def needs_of(rule: Rule, decision: Decision | None = None) -> tuple[Need, ...]:
    """Return the needs of a rule, with their outcomes where a person was judged.

    Examples
    --------
    >>> from casecert_data.eligibility import read_rule
    >>> [need.title for need in needs_of(read_rule("ccm"))]
    ['Background', 'Work', 'Good character', 'Only if you are self-employed']
    """
    found = {} if decision is None else {finding.id: finding for finding in decision.criteria}
    outcomes = {name: finding.outcome for name, finding in found.items()}
    return tuple(_need(part, found, outcomes) for part in rule.root.parts)


def is_barred(rule: Rule, decision: Decision) -> bool:
    """Tell whether a need fails that decides who may apply at all.

    Examples
    --------
    >>> from casecert_data import decide
    >>> from casecert_data.eligibility import read_rule
    >>> nobody = decide({"license_codes": ["NONE"]}, on="2026-11-23", certifications=["acm_rn"])
    >>> is_barred(read_rule("acm_rn"), nobody.decisions[0])
    True
    """
    outcomes = {finding.id: finding.outcome for finding in decision.criteria}
    return any(
        isinstance(part, Group) and part.decides_who and fold(part, outcomes) == NOT_MET
        for part in rule.root.parts
    )


def _need(part: Group | Criterion, found: dict[str, Finding], outcomes: dict[str, str]) -> Need:
    group = (
        part if isinstance(part, Group) else Group(id=part.id, parts=(part,), is_choice=False)
    )
    waivers = tuple(found[name] for name in group.waived_by if name in found)
    outcome = _outcome(group, outcomes)
    rest = [one for one in group.parts if one.id not in group.waived_by]
    is_choice = group.is_choice and len(rest) > 1
    return Need(
        id=group.id,
        title=group.title,
        row=group.row,
        note=group.note,
        asks_for=group.asks_for,
        prepare=group.prepare,
        is_choice=is_choice,
        is_conditional=bool(group.waived_by),
        decides_who=group.decides_who,
        ways=tuple(
            _way(one, found, outcomes, settled=is_choice and outcome == MET) for one in rest
        ),
        outcome=outcome,
        waived_by=waivers,
        is_waived=any(waiver.outcome == MET for waiver in waivers),
    )


def _way(
    part: Group | Criterion,
    found: dict[str, Finding],
    outcomes: dict[str, str],
    *,
    settled: bool,
) -> Way:
    leaves = leaves_of(part)
    outcome = _outcome(part, outcomes)
    if settled and outcome != MET:
        outcome = NOT_NEEDED
    title, plain = (
        (part.box_title, part.text)
        if isinstance(part, Criterion)
        else (part.title, part.asks_for)
    )
    return Way(
        id=part.id,
        title=title,
        text=part.box_text or plain,
        row=part.row or plain,
        outcome=outcome,
        findings=tuple(found[leaf.id] for leaf in leaves if leaf.id in found),
    )


def _outcome(part: Group | Criterion, outcomes: dict[str, str]) -> str | None:
    return fold(part, outcomes) if outcomes else None


def leaves_of(part: Group | Criterion) -> tuple[Criterion, ...]:
    """Return every criterion under a part of a rule, in order."""
    if isinstance(part, Criterion):
        return (part,)
    return tuple(leaf for below in part.parts for leaf in leaves_of(below))
