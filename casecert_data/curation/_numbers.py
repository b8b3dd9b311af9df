"""Numbers of one row, or of several rows, that cannot all be right."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import cast

from casecert_data.catalog import Row, row_lines, table, table_columns, table_path
from casecert_data.errors import DataFault

_WHOLE = 100
_HALF_A_PLACE = Fraction(1, 20)  # a rate is given to one place


def number_faults(name: str) -> Iterator[str]:
    """Yield a sentence for each number of a table that the others in it speak against.

    Examples
    --------
    >>> list(number_faults("exam_results"))
    []
    """
    file = table_path(name).name
    for columns, check in _CHECKS.items():
        if set(columns) <= set(table_columns(name)):
            yield from check(file, tuple(zip(row_lines(name), table(name), strict=True)))


_Rows = tuple[tuple[int, Row], ...]


def _silent_fees(file: str, rows: _Rows) -> Iterator[str]:
    for line, row in rows:
        if row["amount_usd"] is None and row["fee_note"] is None:
            yield DataFault.silent_fee(file, line)


def _pass_rates(file: str, rows: _Rows) -> Iterator[str]:
    for line, row in rows:
        stated, passed, sat = (
            row["pass_rate_pct"],
            row["passed_count"],
            row["candidate_count"],
        )
        if stated is None or passed is None or not sat:
            continue
        share = Fraction(_WHOLE * cast("int", passed), cast("int", sat))
        if abs(Fraction(str(stated)) - share) > _HALF_A_PLACE:
            yield DataFault.other_rate(file, line, f"{float(share):.1f}", stated)


def _weights(file: str, rows: _Rows) -> Iterator[str]:
    sums: dict[tuple[object, object], Fraction] = {}
    for _, row in rows:
        exam = (row["certification_id"], row["source_id"])
        sums[exam] = sums.get(exam, Fraction(0)) + Fraction(str(row["weight_pct"] or 0))
    for (certification_id, source_id), total in sums.items():
        if total > _WHOLE:
            yield DataFault.too_much_weight(file, certification_id, source_id, float(total))


# By the columns that a check reads, since a column has one meaning in every table.
_CHECKS: Mapping[tuple[str, ...], Callable[[str, _Rows], Iterator[str]]] = {
    ("amount_usd", "fee_note"): _silent_fees,
    ("pass_rate_pct", "passed_count", "candidate_count"): _pass_rates,
    ("weight_pct", "certification_id", "source_id"): _weights,
}
