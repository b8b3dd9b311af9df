"""From a decision to the gaps that a chart draws: what is there of each number needed."""

from fractions import Fraction

from casecert_data.catalog import fact
from casecert_data.charts._gap_bars import Gap
from casecert_data.eligibility import (
    MET,
    Criterion,
    Decision,
    Finding,
    Interval,
    needs_of,
    read_rule,
)


def gaps_of(decision: Decision) -> tuple[Gap, ...]:
    """Return a gap for each number of a decision that is not there for sure.

    Numbers of a need that is met another way, or that does not arise, are left out.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {
    ...     "license_codes": ["RN"],
    ...     "rn_years": 5,
    ...     "ncm_hours_last_36_months": 1400,
    ...     "ncm_education_hours_last_36_months": 18,
    ... }
    >>> answer = decide(nurse, on="2026-11-23", certifications=["cmgt_bc"])
    >>> [gap.label for gap in gaps_of(answer.decisions[0])]
    ['Work, last 3 years', 'Education, last 3 years']
    """
    rule = read_rule(decision.certification_id, edition=decision.rule_edition)
    criteria = {criterion.id: criterion for criterion in rule.criteria()}
    return tuple(
        _gap(criteria[finding.id], finding)
        for need in needs_of(rule, decision)
        if need.outcome != MET
        for way in need.ways
        for finding in way.findings
        if finding.outcome != MET and finding.needed.comparison == "at_least"
    )


def _gap(criterion: Criterion, finding: Finding) -> Gap:
    of = fact(finding.fact)
    needed = criterion.needed.value
    found = finding.found if isinstance(finding.found, Interval) else Interval()
    return Gap(
        label=criterion.bar or of.label,
        needed=needed if isinstance(needed, Fraction) else Fraction(1),
        found_low=found.low,
        found_high=found.high,
        unit=str(of.unit),
        amount=of.amount or "",
    )
