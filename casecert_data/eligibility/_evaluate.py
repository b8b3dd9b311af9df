"""Decide one rule for one person: evaluate the tree, explain each leaf, find the gaps."""

from collections.abc import Mapping, Sequence
from itertools import product

from casecert_data.catalog import fact
from casecert_data.eligibility._comparison import OPEN_LIST, compare
from casecert_data.eligibility._decision import Decision, Finding
from casecert_data.eligibility._logic import MET, NOT_MET, UNKNOWN, all_of, any_of
from casecert_data.eligibility._missing import (
    SHOWN_AT_MOST,
    Changes,
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
    sets = () if outcome == MET else _changes(rule, criteria, outcomes, state, rulings)
    # What the issuer has answered need not be asked.
    to_ask = {one.fact for one in criteria if outcomes[one.id] != MET and one.id not in rulings}
    places = rule.places()
    held = state.stated.get("certification_codes", ())
    return Decision(
        certification_id=rule.certification_id,
        outcome=outcome,
        apart_from_declarations=_apart_from_declarations(rule, state, rulings),
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


def _changes(
    rule: Rule,
    criteria: Sequence[Criterion],
    outcomes: Mapping[str, str],
    state: State,
    rulings: Rulings,
) -> tuple[Changes, ...]:
    return minimal_changes(
        rule,
        outcomes,
        state,
        lambda known: _outcome(rule, criteria, known, rulings),
        ruled=rulings,
    )


def _outcome(
    rule: Rule, criteria: Sequence[Criterion], known: Mapping[str, FactValue], rulings: Rulings
) -> str:
    outcomes = {
        one.id: settled(compare(one, known.get(one.fact), stated=True), rulings.get(one.id))[0]
        for one in criteria
    }
    return fold(rule.root, outcomes)


def _apart_from_declarations(rule: Rule, state: State, rulings: Rulings) -> str:
    criteria = rule.criteria()
    names = sorted(
        {
            one.fact
            for one in criteria
            if fact(one.fact).is_declaration and one.fact not in state.stated
        }
    )
    answers = product((True, False), repeat=len(names))
    tried = ({**state.known, **dict(zip(names, answer, strict=True))} for answer in answers)
    outcomes = {
        _outcome(rule, criteria, known, rulings)
        for known in tried
        if not _contradicts(rule, known, rulings)
    }
    # Answers of the issuer that leave no way to declare leave the declarations blank.
    outcomes = outcomes or {_outcome(rule, criteria, state.known, rulings)}
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
