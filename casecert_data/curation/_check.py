"""Verify everything in ``data/``, and say what is past its review date."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from casecert_data.catalog import (
    describe_table,
    facts,
    field,
    fields,
    is_overdue,
    parse_toml,
    read_text,
    sources,
    table,
    table_columns,
    table_names,
    vocabulary_names,
)
from casecert_data.curation._cases import case_faults, cases_of
from casecert_data.curation._changes import change_faults
from casecert_data.curation._difference_rows import difference_faults
from casecert_data.curation._editions import edition_faults, every_rule
from casecert_data.curation._ledger import ledger_faults
from casecert_data.curation._numbers import number_faults
from casecert_data.curation._rules import rule_faults
from casecert_data.curation._tables import table_faults
from casecert_data.eligibility import certification_ids
from casecert_data.errors import CasecertError, DataFault
from casecert_data.shipped import data_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedData:
    """What a check of the data came to."""

    faults: tuple[str, ...]
    """What is wrong, one sentence each; empty when all is well."""
    overdue: tuple[str, ...]
    """Sources past their review date, one sentence each."""
    tables: int
    """How many tables there are."""
    rows: int
    """How many rows they have."""
    rules: int
    """How many certifications have a rule."""
    cases: int
    """How many cases the rules were held against."""


def check_data(on: date) -> CheckedData:
    """Verify every table, rule, source and case, and that the changelog tells every change.

    Changes are looked at once nothing else is wrong: a row that cannot be read would count as
    one that was removed.

    Parameters
    ----------
    on
        Day on which review dates are looked at.

    Examples
    --------
    >>> from datetime import date
    >>> check_data(date(2026, 11, 23)).faults
    ()
    """
    standing = standing_faults()
    readable = not standing
    return CheckedData(
        faults=standing or _faults_of([change_faults]),
        overdue=tuple(_overdue(on)) if readable else (),
        tables=len(table_names()),
        rows=sum(len(table(name)) for name in table_names()) if readable else 0,
        rules=len(certification_ids()) if readable else 0,
        cases=sum(len(cases_of(one)) for one in certification_ids()) if readable else 0,
    )


def standing_faults() -> tuple[str, ...]:
    """Return what is wrong with the data as it stands, whatever it said before.

    Examples
    --------
    >>> standing_faults()
    ()
    """
    return _faults_of(_CHECKS)


def _faults_of(checks: Iterable[Callable[[], Iterator[str]]]) -> tuple[str, ...]:
    faults: list[str] = []
    for check in checks:
        try:
            faults += check()
        except CasecertError as fault:
            # A file that cannot be read is one fault; the other checks still have their say.
            faults.append(str(fault))
    return tuple(dict.fromkeys(faults))


def _toml_faults() -> Iterator[str]:
    # Parsed anew: what a build kept of a file says nothing of its faults.
    for path in sorted(data_folder().rglob("*.toml")):
        try:
            parse_toml(path, read_text(path))
        except CasecertError as fault:
            yield str(fault)


def _each(names: Iterable[str], faults_of: Callable[[str], Iterator[str]]) -> Iterator[str]:
    # One that cannot be read at all must not hide the faults of those after it.
    for one in names:
        try:
            yield from faults_of(one)
        except CasecertError as fault:
            yield str(fault)


def _all_table_faults() -> Iterator[str]:
    yield from _each(table_names(), table_faults)


def _all_number_faults() -> Iterator[str]:
    yield from _each(table_names(), number_faults)


def _all_rule_faults() -> Iterator[str]:
    yield from _each(certification_ids(), rule_faults)


def _all_case_faults() -> Iterator[str]:
    yield from _each(certification_ids(), case_faults)


def _all_edition_faults() -> Iterator[str]:
    yield from _each(certification_ids(), edition_faults)


def _field_faults() -> Iterator[str]:
    used = {column for name in table_names() for column in table_columns(name)}
    lists = vocabulary_names()
    for one in fields().values():
        where = f"fields.toml, {one.name}"
        if one.name not in used:
            yield DataFault.unused_field(one.name)
        if one.kind in {"integer", "number"} and not one.unit:
            yield DataFault.no_unit(one.name)
        if one.kind == "code" and one.vocabulary not in lists:
            yield DataFault.unknown_list(where, one.vocabulary, lists)
        if one.kind == "reference" and one.refers_to not in table_names():
            yield DataFault.unknown_list(where, one.refers_to, table_names())
    for fact in facts().values():
        if fact.kind in {"code", "codes"} and fact.vocabulary not in lists:
            where = f"facts.toml, {fact.name}"
            yield DataFault.unknown_list(where, fact.vocabulary, lists)


def _file_faults() -> Iterator[str]:
    readers = {
        "rules/*.toml": certification_ids(),
        "cases/*.toml": certification_ids(),
        "tables/*.csv": table_names(),
    }
    for pattern, known in readers.items():
        for path in sorted(data_folder().glob(pattern)):
            if path.stem not in known:
                file = f"{path.parent.name}/{path.name}"
                yield DataFault.unread_file(file, path.stem, known)


def _source_faults() -> Iterator[str]:
    used = {
        str(row[column])
        for name in table_names()
        if name != "sources"
        for column in table_columns(name)
        if field(column).refers_to == "sources"
        for row in table(name)
        if row[column] is not None
    }
    used |= {
        source_id
        for one in certification_ids()
        for rule in every_rule(one)
        for leaf in rule.criteria()
        for source_id in leaf.source_ids()
    }
    for one in sources().values():
        if one.source_id not in used:
            yield DataFault.orphan_source(one.source_id)
        if one.review_by_date <= one.accessed_date:
            yield DataFault.reviewed_before_read(
                one.source_id, one.accessed_date, one.review_by_date
            )


def _overdue(on: date) -> Iterator[str]:
    for one in sources().values():
        if is_overdue(one, on):
            yield DataFault.overdue(one.source_id, one.accessed_date, one.review_by_date)


def _key_faults() -> Iterator[str]:
    for name in table_names():
        for column in describe_table(name).key:
            if column not in table_columns(name):
                yield DataFault.key_without_column(name, column)


_CHECKS: tuple[Callable[[], Iterator[str]], ...] = (
    _toml_faults,
    _file_faults,
    _key_faults,
    _all_table_faults,
    _all_number_faults,
    _field_faults,
    _all_rule_faults,
    _source_faults,
    _all_case_faults,
    _all_edition_faults,
    difference_faults,
    ledger_faults,
)
