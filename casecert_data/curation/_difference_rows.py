"""Faults of the table ``differences``: a row must be about something that a rule asks for."""

from collections.abc import Iterator

from casecert_data.catalog import Row, code_names, fact, row_lines, table, table_path
from casecert_data.curation._editions import every_rule
from casecert_data.eligibility import Criterion
from casecert_data.errors import DataFault

_TABLE = "differences"
_BESIDE_THE_RULE = "exam"
"""Part of what lies outside the rule."""


def difference_faults() -> Iterator[str]:
    """Yield a sentence for each part, criterion or code that no rule knows.

    Examples
    --------
    >>> list(difference_faults())
    []
    """
    for line, row in zip(row_lines(_TABLE), table(_TABLE), strict=True):
        rules = every_rule(str(row["certification_id"]))
        needs = [need.id for rule in rules for need in rule.root.parts]
        criteria = {one.id: one for rule in rules for one in rule.criteria()}
        known = [*dict.fromkeys(needs), _BESIDE_THE_RULE]
        yield from _fault(line, row, "part_code", "a need of the rule, or exam", known)
        wanted = "a criterion of the rule"
        if row["is_judged"] or row["criterion_id"] is not None:
            yield from _fault(line, row, "criterion_id", wanted, list(criteria))
        criterion = criteria.get(str(row["criterion_id"]))
        if row["stated_code"] is not None and criterion is not None:
            codes = _codes_of(criterion)
            yield from _fault(line, row, "stated_code", "a code of the criterion's fact", codes)


def _fault(line: int, row: Row, column: str, expected: str, known: list[str]) -> Iterator[str]:
    if row[column] not in known:
        yield DataFault.unknown_value(
            table_path(_TABLE).name,
            line,
            column,
            expected=expected,
            found=str(row[column]),
            known=known,
        )


def _codes_of(criterion: Criterion) -> list[str]:
    vocabulary = fact(criterion.fact).vocabulary
    return [] if vocabulary is None else list(code_names(vocabulary))
