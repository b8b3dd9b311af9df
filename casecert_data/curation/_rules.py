"""Faults of the rules: missing words, and pairs that make Kleene's answer too weak."""

from collections.abc import Iterator
from itertools import combinations

from casecert_data.curation._editions import every_rule, rule_entries
from casecert_data.eligibility import Criterion, Group, Rule, rule_path
from casecert_data.errors import DataFault

_LOWER = {"fewer_than", "includes_none"}
_EDITION_WORDS = (
    *("edition_id", "starts_on", "full_time_hours"),
    *("all_of", "any_of", "group", "criterion"),
)


def rule_faults(certification_id: str) -> Iterator[str]:
    """Yield a sentence for each fault of a certification's rule, in each of its editions.

    Examples
    --------
    >>> list(rule_faults("ccm"))
    []
    """
    file = rule_path(certification_id).name
    yield from _unread_words(file, certification_id)
    held: set[str] = set()
    for rule in every_rule(certification_id):
        where = _where(file, rule)
        if rule.certification_id != certification_id:
            yield DataFault.other_certification(file, certification_id)
        if where in held:
            yield DataFault.repeated_edition(where)
        held.add(where)
        yield from _faults_of(where, rule)


def _where(file: str, rule: Rule) -> str:
    # A file has a rule for each edition, and the same names stand in each.
    start = f" from {rule.starts_on}" if rule.starts_on else ""
    return f"{file}, {rule.edition_id}{start}"


def _faults_of(where: str, rule: Rule) -> Iterator[str]:
    for need in rule.root.parts:
        if not isinstance(need, Group) or not need.title:
            yield DataFault.untitled_need(where, need.id)
    for criterion in rule.criteria():
        if isinstance(criterion.needed.value, (tuple, bool)) and not criterion.lacking:
            yield DataFault.no_words(where, criterion.id, "lacking")
    for one, other in opposing_criteria(rule):
        yield DataFault.opposing(where, one, other)


def _unread_words(file: str, certification_id: str) -> Iterator[str]:
    for at, entry in enumerate(rule_entries(certification_id)):
        for word in entry:
            if word not in _EDITION_WORDS:
                yield DataFault.unread_word(f"{file}, edition[{at}]", word, _EDITION_WORDS)


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
