"""Decide a rule for the facts of a person: three outcomes, reasons, and what is missing."""

from casecert_data.eligibility._closed import refuse_closed
from casecert_data.eligibility._comparison import OPEN_LIST, SECONDARY_RULE, compare
from casecert_data.eligibility._decision import Answer, Decision, Finding, MissingEntry
from casecert_data.eligibility._evaluate import decide_rule
from casecert_data.eligibility._interval import Interval
from casecert_data.eligibility._logic import MET, NOT_MET, UNKNOWN, all_of, any_of
from casecert_data.eligibility._needs import NOT_NEEDED, Need, Way, is_barred, needs_of
from casecert_data.eligibility._question import Question, question_of
from casecert_data.eligibility._read_rule import (
    certification_ids,
    check_certification,
    criterion_ids,
    read_rule,
    rule_edition_of,
    rule_path,
)
from casecert_data.eligibility._rule import Criterion, Group, Needed, Remark, Rule
from casecert_data.eligibility._ruling import (
    NO_RULINGS,
    RULED_OUTCOMES,
    Ruling,
    Rulings,
    check_rulings,
)
from casecert_data.eligibility._state import (
    Facts,
    FactValue,
    State,
    as_json,
    months_between,
    narrow,
    state_on,
)
from casecert_data.eligibility._words import (
    found_inside,
    found_words,
    headline,
    lowered,
    missing_phrases,
    names_of,
    ruled_words,
    spell_amount,
    unknown_reason,
)

__all__ = [
    "MET",
    "NOT_MET",
    "NOT_NEEDED",
    "NO_RULINGS",
    "OPEN_LIST",
    "RULED_OUTCOMES",
    "SECONDARY_RULE",
    "UNKNOWN",
    "Answer",
    "Criterion",
    "Decision",
    "FactValue",
    "Facts",
    "Finding",
    "Group",
    "Interval",
    "MissingEntry",
    "Need",
    "Needed",
    "Question",
    "Remark",
    "Rule",
    "Ruling",
    "Rulings",
    "State",
    "Way",
    "all_of",
    "any_of",
    "as_json",
    "certification_ids",
    "check_certification",
    "check_rulings",
    "compare",
    "criterion_ids",
    "decide_rule",
    "found_inside",
    "found_words",
    "headline",
    "is_barred",
    "lowered",
    "missing_phrases",
    "months_between",
    "names_of",
    "narrow",
    "needs_of",
    "question_of",
    "read_rule",
    "refuse_closed",
    "rule_edition_of",
    "rule_path",
    "ruled_words",
    "spell_amount",
    "state_on",
    "unknown_reason",
]
