"""What is missing where a rule asks for more and for less of one fact."""

from datetime import date
from typing import Any

from casecert_data.eligibility import Decision, decide_rule, state_on
from casecert_data.eligibility._read_rule import parse_rules

WORDS = {
    "text": "A requirement",
    "lacking": "something",
    "source_id": "coursera_certified_case_manager",
    "locator": "Nowhere",
}


def decided(fact: str, one: dict[str, Any], other: dict[str, Any]) -> Decision:
    """Decide a rule of two criteria on one fact for somebody of whom nothing is known."""
    edition = {
        "edition_id": "article",
        "all_of": ["need"],
        "group": {"need": {"title": "Need", "all_of": ["one", "other"]}},
        "criterion": {
            "one": {"fact": fact, **WORDS, **one},
            "other": {"fact": fact, **WORDS, **other},
        },
    }
    rule = parse_rules("made_up.toml", {"certification_id": "made_up", "edition": [edition]})[0]
    return decide_rule(rule, state_on({}, as_of=None, on=date(2026, 11, 23)))


def test_a_code_that_the_rule_bars_is_not_the_one_that_is_tried() -> None:
    """A practical nurse meets it, so there is a way."""
    decision = decided("license_codes", {"any_of": ["RN", "LPN"]}, {"none_of": ["RN"]})

    assert [entry.fact for entry in decision.missing[0]] == ["license_codes"]


def test_a_range_between_two_bounds_is_a_way() -> None:
    """Three months or four: both bounds stand in the set."""
    decision = decided("cm_months", {"at_least": 3}, {"fewer_than": 5})

    assert [entry.needed.to_json() for entry in decision.missing[0]] == [
        {"at_least": 3},
        {"fewer_than": 5},
    ]
