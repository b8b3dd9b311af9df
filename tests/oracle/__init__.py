"""A second evaluator, slow and obvious, that knows nothing of the engine's code or data."""

from oracle.changes import CHANGEABLE, apply_change, lowered, minimal_changes, next_question
from oracle.leaves import Contradiction, Leaf, Verdict
from oracle.oracle import (
    CERTIFICATION_IDS,
    DECLARATIONS,
    EDITIONS,
    Edition,
    apart_from_declarations,
    completions,
    decide_slowly,
    outcome_by_completions,
    rule_edition,
)

__all__ = [
    "CERTIFICATION_IDS",
    "CHANGEABLE",
    "DECLARATIONS",
    "EDITIONS",
    "Contradiction",
    "Edition",
    "Leaf",
    "Verdict",
    "apart_from_declarations",
    "apply_change",
    "completions",
    "decide_slowly",
    "lowered",
    "minimal_changes",
    "next_question",
    "outcome_by_completions",
    "rule_edition",
]
