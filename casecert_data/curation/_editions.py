"""Every edition of every rule, and whether cases and tables know of each."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any

from casecert_data.catalog import (
    describe_table,
    read_toml,
    table,
    table_names,
    table_path,
)
from casecert_data.curation._cases import cases_of
from casecert_data.eligibility import Rule, read_rule, rule_path
from casecert_data.errors import DataFault, DateRefusedError

_KEY = ("certification_id", "edition_id")


@cache
def rule_entries(certification_id: str) -> tuple[Mapping[str, Any], ...]:
    """Return the editions of a certification's rule file as they are written.

    Raises
    ------
    CasecertError
        If the file cannot be read as rules.

    Examples
    --------
    >>> [entry["edition_id"] for entry in rule_entries("cmgt_bc")]
    ['article']
    """
    read_rule(certification_id)
    return tuple(read_toml(rule_path(certification_id))["edition"])


@cache
def every_rule(certification_id: str) -> tuple[Rule, ...]:
    """Return a certification's rule in each of its editions, and from each of its starts.

    Raises
    ------
    CasecertError
        If the file cannot be read as rules.

    Examples
    --------
    >>> [rule.edition_id for rule in every_rule("cmgt_bc")]
    ['article']
    """
    return tuple(
        # Before the first start, only the rule that holds on any day is left.
        read_rule(
            certification_id,
            edition=entry["edition_id"],
            on=entry.get("starts_on", date.min),
        )
        for entry in rule_entries(certification_id)
    )


def edition_faults(certification_id: str) -> Iterator[str]:
    """Yield a sentence for each edition of a rule without cases, or without rows in a table.

    Only a table that is described so must have a row for each; one that only some
    certifications are in asks for nothing.

    Examples
    --------
    >>> list(edition_faults("cmgt_bc"))
    []
    """
    rules = every_rule(certification_id)
    run = _rules_that_cases_run(certification_id)
    for rule in rules:
        if (rule.edition_id, rule.starts_on) not in run:
            yield DataFault.no_cases(certification_id, rule.edition_id, rule.starts_on)
    for name in table_names():
        if not describe_table(name).has_every_edition:
            continue
        held = _held(name)
        for edition in dict.fromkeys(rule.edition_id for rule in rules):
            if (certification_id, edition) not in held:
                yield DataFault.no_rows_of_edition(
                    table_path(name).name, certification_id, edition
                )


def _rules_that_cases_run(certification_id: str) -> set[tuple[str, date | None]]:
    found: set[tuple[str, date | None]] = set()
    for case in cases_of(certification_id):
        # A case before every rule is a fault of the case, and is told there.
        with suppress(DateRefusedError):
            rule = read_rule(certification_id, edition=case.edition, on=case.on)
            found.add((rule.edition_id, rule.starts_on))
    return found


def _held(name: str) -> set[tuple[str, str]]:
    return {(str(row[_KEY[0]]), str(row[_KEY[1]])) for row in table(name)}
