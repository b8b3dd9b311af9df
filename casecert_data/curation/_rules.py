"""Faults of one rule: words that are missing, and pairs that make Kleene's answer too weak."""

from collections.abc import Iterator
from itertools import combinations

from casecert_data.eligibility import Criterion, Group, Rule, read_rule, rule_path
from casecert_data.errors import DataFault

_LOWER = {"fewer_than", "includes_none"}


def rule_faults(certification_id: str) -> Iterator[str]:
    """Yield a sentence for each fault of a certification's rule.

    Examples
    --------
    >>> list(rule_faults("ccm"))
    []
    """
    file = rule_path(certification_id).name
    rule = read_rule(certification_id)
    if rule.certification_id != certification_id:
        yield DataFault.other_certification(file, certification_id)
    for need in rule.root.parts:
        if not isinstance(need, Group) or not need.title:
            yield DataFault.untitled_need(file, need.id)
    for criterion in rule.criteria():
        if isinstance(criterion.needed.value, (tuple, bool)) and not criterion.lacking:
            yield DataFault.no_words(file, criterion.id, "lacking")
    for one, other in opposing_criteria(rule):
        yield DataFault.opposing(file, one, other)


def opposing_criteria(rule: Rule) -> tuple[tuple[str, str], ...]:
    """Return the pairs that ask for more and for less of one fact.

    Such a pair makes strong Kleene logic weaker than the truth: of ``x >= 24`` or ``x < 24``
    one always holds, but both are unknown when x is.

    Examples
    --------
    >>> from casecert_data.eligibility import read_rule
    >>> opposing_criteria(read_rule("acm_rn"))
    ()
    """
    return tuple(
        (one.id, other.id)
        for one, other in combinations(rule.criteria(), 2)
        if one.fact == other.fact and _opposes(one, other)
    )


def _opposes(one: Criterion, other: Criterion) -> bool:
    if one.needed.comparison == "is" or other.needed.comparison == "is":
        return one.needed.value != other.needed.value
    return (one.needed.comparison in _LOWER) != (other.needed.comparison in _LOWER)
