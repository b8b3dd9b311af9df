"""Verify the curated facts: keys, references, sources, ages, rules, cases, claims, changes."""

from casecert_data.curation._build import Built, build_data
from casecert_data.curation._cases import Case, case_faults, cases_of, run_case
from casecert_data.curation._changes import Change, change_faults
from casecert_data.curation._check import CheckedData, check_data
from casecert_data.curation._difference_rows import difference_faults
from casecert_data.curation._editions import edition_faults, every_rule
from casecert_data.curation._ledger import ledger_faults
from casecert_data.curation._numbers import number_faults
from casecert_data.curation._rules import opposing_criteria, rule_faults
from casecert_data.curation._tables import table_faults

__all__ = [
    "Built",
    "Case",
    "Change",
    "CheckedData",
    "build_data",
    "case_faults",
    "cases_of",
    "change_faults",
    "check_data",
    "difference_faults",
    "edition_faults",
    "every_rule",
    "ledger_faults",
    "number_faults",
    "opposing_criteria",
    "rule_faults",
    "run_case",
    "table_faults",
]
