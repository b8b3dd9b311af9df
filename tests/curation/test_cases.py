"""The cases beside the rules: one that does not hold is told, and one that says nothing."""

from datetime import date

import pytest
from support.own_data import OwnData

from casecert_data.curation import case_faults, cases_of, check_data
from casecert_data.errors import CatalogError

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            'outcome = "met"',
            'outcome = "not_met"',
            "expected outcome 'not_met', found 'met'.",
            id="outcome",
        ),
        pytest.param(
            'apart_from_declarations = "not_met"',
            'apart_from_declarations = "met"',
            "expected apart_from_declarations 'met', found 'not_met'.",
            id="apart from declarations",
        ),
        pytest.param(
            'next_question = "cm_months"',
            'next_question = "cm_months_under_ccm"',
            "expected next_question 'cm_months_under_ccm', found 'cm_months'.",
            id="next question",
        ),
        pytest.param(
            'missing_facts = [["is_self_employed"], ["client_references"]]',
            'missing_facts = [["client_references"]]',
            "expected missing_facts [['client_references']], "
            "found [['is_self_employed'], ['client_references']].",
            id="missing facts",
        ),
        pytest.param(
            'causes = { certification = "open_list"',
            'causes = { certification = "interval"',
            "found {'certification': 'open_list'",
            id="causes",
        ),
        pytest.param(
            "cm_months_under_ccm = 12,",
            "cm_months_under_ccm = 12, cm_months = 11,",
            "expected an answer, found: 'cm_months_under_ccm': expected at most 'cm_months'",
            id="facts that cannot be",
        ),
    ],
)
def test_a_case_that_the_rule_does_not_satisfy_is_told(
    data: OwnData, old: str, new: str, told: str
) -> None:
    """The sentence is the claim: it is printed with what was expected and what came out."""
    data.replace("cases/ccm.toml", old, new)
    (fault,) = case_faults("ccm")

    assert fault.startswith("cases/ccm.toml, '")
    assert told in fault


def test_a_changed_threshold_breaks_a_case(data: OwnData) -> None:
    """The cases hold the rules, whoever edits them."""
    data.replace("rules/ccm.toml", "at_least = 24", "at_least = 25")

    assert any(fault.startswith("cases/ccm.toml, ") for fault in check_data(ON).faults)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            'outcome = "met"',
            'outcom = "met"',
            r"cases/ccm\.toml, 'A registered.+': expected a known property, found 'outcom'\. "
            r"Did you mean 'outcome'\?",
            id="misspelt",
        ),
        pytest.param(
            'outcome = "met"\n',
            "",
            r"cases/ccm\.toml, 'A registered.+': expected a value for outcome, found None\.",
            id="expects nothing",
        ),
        pytest.param(
            "on = 2026-11-23\n",
            "",
            r"cases/ccm\.toml, 'A registered.+': expected a value for on, found None\.",
            id="no day",
        ),
        pytest.param(
            "facts = { license",
            "fact = { license",
            r"cases/ccm\.toml, 'A registered.+': expected a known property, found 'fact'\.",
            id="no facts",
        ),
    ],
)
def test_a_case_that_cannot_be_wrong_is_refused(
    data: OwnData, old: str, new: str, told: str
) -> None:
    """A misspelt expectation would otherwise hold forever, unseen."""
    data.replace("cases/ccm.toml", old, new)

    with pytest.raises(CatalogError, match=told):
        cases_of("ccm")


def test_a_rule_without_cases_is_refused(data: OwnData) -> None:
    """Every rule has sentences beside it that say what it means."""
    data.write("cases/ccm.toml", "on = 2026-11-23\n")

    with pytest.raises(CatalogError, match=r"ccm\.toml, cases: expected at least one \[\[cas"):
        cases_of("ccm")


def test_a_case_keeps_its_own_day(data: OwnData) -> None:
    """The file's day is only for cases without one."""
    data.replace("cases/ccm.toml", 'outcome = "met"', 'on = 2025-01-01\noutcome = "met"')
    first, second, *_ = cases_of("ccm")

    assert (first.on, second.on) == (date(2025, 1, 1), ON)
