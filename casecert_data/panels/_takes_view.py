"""What a certification takes beside its requirements: to apply, to pass, to pay, to keep."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog import as_sentence, rows_where, say
from casecert_data.credentials import Point, cost_of, fee_lines, points_of
from casecert_data.panels._difference_view import DifferencesView, differences_view
from casecert_data.panels._sources import Cited, cited, main_source_of


class TakesLine(NamedTuple):
    """One thing to know."""

    term: str
    """What it is called; empty where the heading of its row says it."""
    words: str
    """What is so; that it is not known, where nobody says."""
    url: str
    """Address that goes with it, if any."""
    cited: Cited
    """Who says so, or who was asked in vain."""


class TakesRow(NamedTuple):
    """One row of the comparison."""

    name: str
    """Tells it from the other rows."""
    title: str
    """Its heading."""
    lines: tuple[TakesLine, ...]
    """What is seen at once."""
    more: str
    """What opens the rest; empty where there is none."""
    rest: tuple[TakesLine, ...]
    """What is seen on a click."""
    differences: DifferencesView | None = None
    """Where pages differ on it."""


@cache
def takes_rows(
    certification_id: str, *, edition: str, rule_edition: str, on: date
) -> tuple[TakesRow, ...]:
    """Return what a certification takes, in the same rows for each.

    Parameters
    ----------
    certification_id
        Key of the certification.
    edition
        Whose words were asked for. One that follows a single source says only what that does.
    rule_edition
        Whose words answer.
    on
        Day on which the sources' ages are told.

    Examples
    --------
    >>> from datetime import date
    >>> asked = {"rule_edition": "article", "on": date(2026, 11, 23)}
    >>> [row.title for row in takes_rows("ccm", edition="article", **asked)]
    ['Exam', 'Keeping it']
    >>> [row.name for row in takes_rows("cmgt_bc", edition="issuer", **asked)]
    ['apply', 'exam', 'dates', 'cost', 'keep', 'trust']
    """
    told = (
        _points(certification_id, on)
        if main_source_of(edition) is None
        else _summary(certification_id, rule_edition, on)
    )
    return tuple(_row(certification_id, name, lines, on) for name, lines in told)


def _points(
    certification_id: str, on: date
) -> Iterator[tuple[str, Sequence[tuple[str, TakesLine]]]]:
    for name, read in _ROWS.items():
        yield name, list(read(certification_id, on))


def _summary(
    certification_id: str, rule_edition: str, on: date
) -> Iterator[tuple[str, Sequence[tuple[str, TakesLine]]]]:
    key = {"certification_id": certification_id, "edition_id": rule_edition}
    row = rows_where("certification_summaries", **key)[0]
    for name, column in (("exam", "exam"), ("keep", "upkeep")):
        where = cited([str(row[f"{column}_source_id"])], on)
        words = as_sentence(str(row[f"{column}_text"]))
        yield name, [("", TakesLine("", words, "", where))]


def _row(
    certification_id: str, name: str, told: Sequence[tuple[str, TakesLine]], on: date
) -> TakesRow:
    first = _SEEN_AT_ONCE.get(name)
    seen = [line for key, line in told if first is None or not key or key in first]
    rest = tuple(line for _, line in told if line not in seen)
    if name in _UNNAMED:
        seen = [line._replace(term="") for line in seen]
    return TakesRow(
        name,
        say(f"panel.takes.{name}"),
        tuple(seen),
        say(f"panel.takes.more.{name}") if rest else "",
        rest,
        differences_view(certification_id, name, on),
    )


def _of_group(group: str) -> Callable[[str, date], Iterator[tuple[str, TakesLine]]]:
    def read(certification_id: str, on: date) -> Iterator[tuple[str, TakesLine]]:
        return ((one.name, _line(one, on)) for one in points_of(certification_id, group))

    return read


def _line(point: Point, on: date) -> TakesLine:
    return TakesLine(point.term, point.words, point.url, cited(point.source_ids, on))


def _cost(certification_id: str, on: date) -> Iterable[tuple[str, TakesLine]]:
    fees = fee_lines(certification_id)
    cost = cost_of(certification_id)
    # Where no amount was found, the pages that were asked in vain are told.
    asked = cost.source_ids or tuple(key for one in fees for key in one.source_ids)
    yield "sum", TakesLine("", cost.sentence, "", cited(asked, on))
    for fee in fees:
        words = " ".join([as_sentence(fee.amount), *fee.notes, *fee.others])
        yield fee.fee_code, TakesLine(fee.name, words, "", cited(fee.source_ids, on))


_ROWS: Mapping[str, Callable[[str, date], Iterable[tuple[str, TakesLine]]]] = MappingProxyType(
    {
        "apply": _of_group("apply"),
        "exam": _of_group("exam"),
        "dates": _of_group("dates"),
        "cost": _cost,
        "keep": _of_group("keep"),
        "trust": _of_group("trust"),
    }
)
"""The rows in their order: each a name, and what is told there."""

_SEEN_AT_ONCE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "exam": frozenset({"exam_form"}),
        "cost": frozenset({"sum"}),
        "keep": frozenset({"validity", "education"}),
        "trust": frozenset({"accreditation", "acceptance"}),
    }
)
"""Points that are seen at once; a row that is not named here shows all of its own."""

_UNNAMED = frozenset({"exam", "dates"})
"""Rows whose heading says what their first line is."""
