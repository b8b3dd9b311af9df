"""Decide one rule for one person: evaluate the tree, explain each leaf, find the gaps."""

from collections.abc import Mapping
from itertools import product

from casecert_data.catalog import fact
from casecert_data.eligibility._comparison import OPEN_LIST, compare
from casecert_data.eligibility._decision import Decision, Finding
from casecert_data.eligibility._logic import MET, NOT_MET, UNKNOWN, all_of, any_of
from casecert_data.eligibility._missing import (
    SHOWN_AT_MOST,
    minimal_changes,
    next_question,
)
from casecert_data.eligibility._rule import Criterion, Group, Rule
from casecert_data.eligibility._ruling import NO_RULINGS, Ruling, Rulings, settled
from casecert_data.eligibility._state import FactValue, State

_BEST_FIRST = (MET, UNKNOWN, NOT_MET)


def decide_rule(rule: Rule, state: State, rulings: Rulings = NO_RULINGS) -> Decision:
    """Decide a rule for the facts of a person.

    Parameters
    ----------
    rule
        What is asked for.
    state
        The facts on the day asked about.
    rulings
        What the issuer answered, by the name of the requirement; it settles what the facts
        leave unknown, and never overturns what they settle (`check_rulings` tells of that).

    Examples
    --------
    >>> from datetime import date
    >>> from casecert_data.eligibility import read_rule, state_on
    >>> nobody = state_on({}, as_of=None, on=date(2026, 11, 23))
    >>> decide_rule(read_rule("ccm"), nobody).outcome
    'unknown'
    """
    criteria = rule.criteria()
    verdicts = {
        one.id: settled(
            compare(one, state.known.get(one.fact), stated=one.fact in state.stated),
            rulings.get(one.id),
        )
        for one in criteria
    }
    outcomes = {name: outcome for name, (outcome, _) in verdicts.items()}
    outcome = fold(rule.root, outcomes)
    tried = _Tried(rule, state, rulings, outcomes)
    sets = (
        ()
        if outcome == MET
        else minimal_changes(rule, outcomes, state, tried.is_met, ruled=rulings)
    )
    # What the issuer has answered need not be asked.
    to_ask = {one.fact for one in criteria if outcomes[one.id] != MET and one.id not in rulings}
    places = rule.places()
    held = state.stated.get("certification_codes", ())
    return Decision(
        certification_id=rule.certification_id,
        outcome=outcome,
        apart_from_declarations=_apart_from_declarations(rule, state, rulings, tried),
        held=isinstance(held, tuple) and rule.certification_id.upper() in held,
        rule_edition=rule.edition_id,
        criteria=tuple(
            _finding(one, places[one.id], verdicts[one.id], state, rulings.get(one.id))
            for one in criteria
        ),
        missing=sets[:SHOWN_AT_MOST],
        missing_truncated=len(sets) > SHOWN_AT_MOST,
        next_question=(
            next_question(rule, sets, state, among=to_ask) if outcome == UNKNOWN else None
        ),
    )


def fold(node: Group | Criterion, outcomes: Mapping[str, str]) -> str:
    """Join the outcomes of the leaves up to a node.

    Examples
    --------
    >>> from casecert_data.eligibility import read_rule
    >>> rule = read_rule("cmgt_bc")
    >>> fold(rule.root, {one.id: "met" for one in rule.criteria()})
    'met'
    """
    if isinstance(node, Criterion):
        return outcomes[node.id]
    join = any_of if node.is_choice else all_of
    return join(fold(part, outcomes) for part in node.parts)


class _Tried:
    """A rule for one person whose facts are changed to try what comes of it."""

    def __init__(
        self, rule: Rule, state: State, rulings: Rulings, outcomes: Mapping[str, str]
    ) -> None:
        self._rule = rule
        self._known = state.known
        self._rulings = rulings
        self._outcomes = outcomes

    def outcome_of(self, known: Mapping[str, FactValue]) -> str:
        """Return the rule's outcome for changed facts."""
        outcomes = {one.id: self._outcome(one, known) for one in self._rule.criteria()}
        return fold(self._rule.root, outcomes)

    def is_met(self, known: Mapping[str, FactValue]) -> bool:
        """Tell whether changed facts meet the rule; what settles it ends the search."""
        return self._is_met(self._rule.root, known)

    def _is_met(self, node: Group | Criterion, known: Mapping[str, FactValue]) -> bool:
        if isinstance(node, Criterion):
            return self._outcome(node, known) == MET
        join = any if node.is_choice else all
        return join(self._is_met(part, known) for part in node.parts)

    def _outcome(self, criterion: Criterion, known: Mapping[str, FactValue]) -> str:
        value = known.get(criterion.fact)
        # Only what has changed is compared anew.
        if value is self._known.get(criterion.fact):
            return self._outcomes[criterion.id]
        verdict = compare(criterion, value, stated=True)
        return settled(verdict, self._rulings.get(criterion.id))[0]


def _apart_from_declarations(rule: Rule, state: State, rulings: Rulings, tried: _Tried) -> str:
    names = sorted(
        {
            one.fact
            for one in rule.criteria()
            if fact(one.fact).is_declaration and one.fact not in state.stated
        }
    )
    answers = product((True, False), repeat=len(names))
    declared = ({**state.known, **dict(zip(names, answer, strict=True))} for answer in answers)
    outcomes = {
        tried.outcome_of(known) for known in declared if not _contradicts(rule, known, rulings)
    }
    # Answers of the issuer that leave no way to declare leave the declarations blank.
    outcomes = outcomes or {tried.outcome_of(state.known)}
    return next(outcome for outcome in _BEST_FIRST if outcome in outcomes)


def _contradicts(rule: Rule, known: Mapping[str, FactValue], rulings: Rulings) -> bool:
    return any(
        compare(one, known.get(one.fact), stated=True)[0]
        not in {UNKNOWN, rulings[one.id].outcome}
        for one in rule.criteria()
        if one.id in rulings
    )


def _finding(
    criterion: Criterion,
    place: tuple[str, str | None],
    verdict: tuple[str, str | None],
    state: State,
    ruling: Ruling | None,
) -> Finding:
    # Where the facts have outgrown the answer, it is not what the outcome rests on.
    counts = ruling is not None and ruling.outcome == verdict[0]
    return Finding(
        id=criterion.id,
        group=place[0],
        way=place[1],
        outcome=verdict[0],
        cause=verdict[1],
        fact=criterion.fact,
        found=state.stated.get(criterion.fact),
        needed=criterion.needed,
        text=criterion.text,
        is_declaration=fact(criterion.fact).is_declaration,
        source_id=criterion.source_id,
        locator=criterion.locator,
        remark=_remark(criterion, verdict[1], state),
        ruled_by=ruling.ruled_by if ruling and counts else "",
        ruled_on=ruling.ruled_on if ruling and counts else None,
    )


def _remark(criterion: Criterion, cause: str | None, state: State) -> str:
    stated = state.stated.get(criterion.fact)
    if cause != OPEN_LIST or not isinstance(stated, tuple):
        return ""
    return " ".join(one.text for one in criterion.remarks if one.code in stated)
