"""A second evaluator, slow and obvious, that knows nothing of the engine's code or data."""

from oracle.changes import CHANGEABLE, apply_change, lowered, minimal_changes, next_question
from oracle.leaves import Contradiction, Leaf, Verdict
from oracle.oracle import (
    CERTIFICATION_IDS,
    DECLARATIONS,
    EDITIONS,
    OF_THE_ARTICLE,
    Edition,
    apart_from_declarations,
    completions,
    decide_slowly,
    need_by_need,
    outcome_by_completions,
    rule_edition,
)

__all__ = [
    "CERTIFICATION_IDS",
    "CHANGEABLE",
    "DECLARATIONS",
    "EDITIONS",
    "OF_THE_ARTICLE",
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
    "need_by_need",
    "next_question",
    "outcome_by_completions",
    "rule_edition",
]
