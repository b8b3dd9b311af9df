"""Verify the curated facts: keys, references, vocabularies, sources, ages, rules and cases."""

from casecert_data.curation._cases import Case, case_faults, cases_of, run_case
from casecert_data.curation._check import CheckedData, check_data
from casecert_data.curation._rules import opposing_criteria, rule_faults
from casecert_data.curation._tables import table_faults

__all__ = [
    "Case",
    "CheckedData",
    "case_faults",
    "cases_of",
    "check_data",
    "opposing_criteria",
    "rule_faults",
    "run_case",
    "table_faults",
]
