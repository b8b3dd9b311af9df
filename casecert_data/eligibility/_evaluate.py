"""Decide one rule for one person: evaluate the tree, explain each leaf, find the gaps."""

from collections.abc import Mapping
from itertools import product

from casecert_data.catalog import fact
from casecert_data.eligibility._comparison import OPEN_LIST, compare
from casecert_data.eligibility._decision import Decision, Finding
from casecert_data.eligibility._logic import MET, NOT_MET, UNKNOWN, all_of, any_of
from casecert_data.eligibility._missing import SHOWN_AT_MOST, minimal_changes, next_question
from casecert_data.eligibility._rule import Criterion, Group, Rule
from casecert_data.eligibility._state import FactValue, State

_BEST_FIRST = (MET, UNKNOWN, NOT_MET)


def decide_rule(rule: Rule, state: State) -> Decision:
    """Decide a rule for the facts of a person.

    Examples
    --------
    >>> from datetime import date
    >>> from casecert_data.eligibility import read_rule, state_on
    >>> nobody = state_on({}, as_of=None, on=date(2026, 11, 23))
    >>> decide_rule(read_rule("ccm"), nobody).outcome
    'unknown'
    """
    verdicts = {
        one.id: compare(one, state.known.get(one.fact), stated=one.fact in state.stated)
        for one in rule.criteria()
    }
    outcomes = {name: outcome for name, (outcome, _) in verdicts.items()}
    outcome = fold(rule.root, outcomes)
    sets = (
        ()
        if outcome == MET
        else minimal_changes(rule, outcomes, state, lambda known: _outcome(rule, known))
    )
    places = rule.places()
    held = state.stated.get("certification_codes", ())
    return Decision(
        certification_id=rule.certification_id,
        outcome=outcome,
        apart_from_declarations=_apart_from_declarations(rule, state),
        held=isinstance(held, tuple) and rule.certification_id.upper() in held,
        rule_edition=rule.edition_id,
        criteria=tuple(
            _finding(one, places[one.id], verdicts[one.id], state) for one in rule.criteria()
        ),
        missing=sets[:SHOWN_AT_MOST],
        missing_truncated=len(sets) > SHOWN_AT_MOST,
        next_question=next_question(rule, sets, state) if outcome == UNKNOWN else None,
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


def _outcome(rule: Rule, known: Mapping[str, FactValue]) -> str:
    outcomes = {
        one.id: compare(one, known.get(one.fact), stated=True)[0] for one in rule.criteria()
    }
    return fold(rule.root, outcomes)


def _apart_from_declarations(rule: Rule, state: State) -> str:
    names = sorted(
        {
            one.fact
            for one in rule.criteria()
            if fact(one.fact).is_declaration and one.fact not in state.stated
        }
    )
    answers = product((True, False), repeat=len(names))
    outcomes = {
        _outcome(rule, {**state.known, **dict(zip(names, answer, strict=True))})
        for answer in answers
    }
    return next(outcome for outcome in _BEST_FIRST if outcome in outcomes)


def _finding(
    criterion: Criterion,
    place: tuple[str, str | None],
    verdict: tuple[str, str | None],
    state: State,
) -> Finding:
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
    )


def _remark(criterion: Criterion, cause: str | None, state: State) -> str:
    stated = state.stated.get(criterion.fact)
    if cause != OPEN_LIST or not isinstance(stated, tuple):
        return ""
    return " ".join(one.text for one in criterion.remarks if one.code in stated)
