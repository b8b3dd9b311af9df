"""A second evaluator, slow and obvious, that knows nothing of the engine's code or data."""

from oracle.changes import CHANGEABLE, apply_change, lowered, minimal_changes, next_question
from oracle.oracle import (
    CERTIFICATION_IDS,
    DECLARATIONS,
    Contradiction,
    Leaf,
    Verdict,
    apart_from_declarations,
    completions,
    decide_slowly,
    outcome_by_completions,
)

__all__ = [
    "CERTIFICATION_IDS",
    "CHANGEABLE",
    "DECLARATIONS",
    "Contradiction",
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
]
