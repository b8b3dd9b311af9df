"""Tables ready to be taken away: a whole one of casecert, or the one beside a chart."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

from casecert_data.catalog import (
    Row,
    cite_source,
    code_label,
    describe_table,
    field,
    say,
    source,
    table,
    table_columns,
)
from casecert_data.charts import Chart
from casecert_data.takeaway._csv import to_csv

_KEYS = ("key", "reference")
_CITED, _NOTED = "cited", "noted"
"""Columns of a CSV that say what a workbook says on its second sheet."""


@dataclass(frozen=True, slots=True)
class TakenTable:
    """Rows with their heads, a title and the sources that they rest on.

    Examples
    --------
    >>> taken = whole_table("job_types")
    >>> taken.as_csv().decode("utf-8-sig").splitlines()[0]
    '"Job type, key",Job type,...'
    """

    title: str
    """What the rows are."""
    columns: Mapping[str, str]
    """Name of each column to its head, in order."""
    rows: tuple[Mapping[str, object], ...]
    """Rows by the names of the columns."""
    sources: tuple[tuple[str, ...], ...]
    """For each row, the keys of its sources."""
    notes: tuple[str, ...] = ()
    """What a reader must know of all rows, such as the day on which they hold."""

    def as_csv(self) -> bytes:
        """Write the rows as CSV, each with its sources and the words that they ask for."""
        columns = {**self.columns, _CITED: say("takeaway.sources")}
        if self.notes:
            columns[_NOTED] = say("takeaway.notes")
        rows = (
            {**row, _CITED: " ".join(map(_credited, keys)), _NOTED: " ".join(self.notes)}
            for row, keys in zip(self.rows, self.sources, strict=True)
        )
        return to_csv(rows, columns)

    def as_xlsx(self) -> bytes:
        """Write the rows as a workbook; its second sheet lists the sources, then the notes."""
        # The packages that it needs are loaded when somebody wants a workbook.
        to_xlsx: Callable[..., bytes] = import_module("casecert_data.takeaway._xlsx").to_xlsx
        cited = (key for keys in self.sources for key in keys)
        return to_xlsx(
            self.rows, self.columns, title=self.title, source_ids=cited, notes=self.notes
        )


def whole_table(name: str) -> TakenTable:
    """Return a table of casecert with titles for heads and words for codes.

    Raises
    ------
    UnknownNameError
        If there is no such table.

    Examples
    --------
    >>> whole_table("employer_support").rows[0]["respondent_text"]
    'Employers'
    """
    rows, columns = table(name), table_columns(name)
    citing = [one for one in columns if field(one).refers_to == "sources"]
    if name == "sources":
        citing = ["source_id"]
    return TakenTable(
        title=describe_table(name).title,
        columns=_heads(columns),
        rows=tuple(_in_words(row) for row in rows),
        sources=tuple(
            tuple(dict.fromkeys(str(row[one]) for one in citing if row[one])) for row in rows
        ),
    )


def told_table(
    title: str,
    heads: Sequence[str],
    rows: Iterable[tuple[Sequence[object], Iterable[str]]],
    notes: Iterable[str] = (),
) -> TakenTable:
    """Return a table of what is told somewhere, row by row.

    Parameters
    ----------
    title
        What the rows are.
    heads
        Head of each column.
    rows
        For each row its cells, one for each head, and the keys of its sources.
    notes
        What a reader must know of all rows.

    Examples
    --------
    >>> fees = told_table("Fees", ["What for", "Amount"], [(["Exam", "$235"], [])])
    >>> fees.as_csv().decode("utf-8-sig").splitlines()[1]
    'Exam,$235,'
    """
    names = [f"c{at}" for at in range(len(heads))]
    told = [(tuple(cells), tuple(dict.fromkeys(keys))) for cells, keys in rows]
    return TakenTable(
        title=title,
        columns=dict(zip(names, heads, strict=True)),
        rows=tuple(dict(zip(names, cells, strict=True)) for cells, _ in told),
        sources=tuple(keys for _, keys in told),
        notes=tuple(notes),
    )


def chart_table(
    chart: Chart, source_ids: Iterable[str], *, group: str = "", notes: Iterable[str] = ()
) -> TakenTable:
    """Return the table beside a chart, as it is shown.

    Parameters
    ----------
    chart
        The chart.
    source_ids
        Keys of the sources that it rests on; all of its rows get all of them.
    group
        Head of a first column that says what stands over each bar; none without it.
    notes
        What a reader must know of all rows.

    Examples
    --------
    >>> from casecert_data.charts import support_bars
    >>> taken = chart_table(support_bars(table("employer_support")), ["ccmc_get_certified"])
    >>> len(taken.rows), taken.sources[0]
    (3, ('ccmc_get_certified',))
    """
    beside, keys = chart.table, tuple(source_ids)
    if not group:
        return told_table(
            beside.caption, beside.columns, ((row, keys) for row in beside.rows), notes
        )
    grouped = zip(chart.lanes, beside.rows, strict=True)
    rows = (((lane.group, *row), keys) for lane, row in grouped)
    return told_table(beside.caption, (group, *beside.columns), rows, notes)


def _heads(columns: Sequence[str]) -> Mapping[str, str]:
    """Return a head for each column, no two alike: a key and a name can have the same title."""
    told = {name: _head(name) for name in columns}
    times = Counter(told.values())
    return {
        name: say("takeaway.key", title=head)
        if times[head] > 1 and field(name).kind in _KEYS
        else head
        for name, head in told.items()
    }


def _head(name: str) -> str:
    of = field(name)
    if of.unit is None or of.unit in of.title.casefold():
        return of.title
    return say("takeaway.with_unit", title=of.title, unit=of.unit)


def _in_words(row: Row) -> Mapping[str, object]:
    return {name: _word(name, value) for name, value in row.items()}


def _word(name: str, value: object) -> object:
    of = field(name)
    if of.kind != "code" or value is None:
        return value
    return code_label(str(of.vocabulary), str(value))


def _credited(source_id: str) -> str:
    of = source(source_id)
    return f"{cite_source(of)} {of.credit_text}".rstrip()
