"""One report for each certification, each type of job, or each row of a table of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casecert_data.errors import CasecertError, ReportError, RosterError
from casecert_data.reporting._job import DAY, Job, report_job
from casecert_data.reporting.batches._batch import Batch, BatchRow, batch_of
from casecert_data.reporting.model._institution import Institution
from casecert_data.reporting.specs._report_spec import Report, read_report, report_names
from casecert_data.rosters import TableRow, Wanted, read_rows

EVERYTHING = "all"
"""Stands for all that a report can be about, in the place of a table."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the reports of a batch are about, and what is set for each."""

    rows: tuple[TableRow, ...]
    """One for each report; their cells are parameters as typed."""
    faults: tuple[str, ...] = ()
    """Faults of rows that were left out, each with its place."""
    left_out: int = 0
    """How many rows were left out."""


def read_subjects(
    named: str,
    report: Report,
    given: Mapping[str, str],
    *,
    day: str,
    sheet: str | None = None,
    encoding: str | None = None,
    skip_bad_rows: bool = False,
) -> Subjects:
    """Read what the reports of a batch are about, with every parameter of every row checked.

    Parameters
    ----------
    named
        A table, whose columns are parameters of the report; or ``all``.
    report
        A report that says by a parameter what it is about.
    given
        Parameters as typed, the same for each row.
    day
        The day asked about where none is given, YYYY-MM-DD.
    sheet
        Sheet of a workbook.
    encoding
        How a CSV file without a mark is encoded.
    skip_bad_rows
        Go on without the rows that have faults.

    Raises
    ------
    ReportError
        If the report is about nothing that a row could name, or ``all`` cannot be listed.
    RosterError
        If the table has any fault; the message lists every one.

    Examples
    --------
    >>> report = read_report("job-type")
    >>> len(read_subjects("all", report, {}, day="2026-11-23").rows) >= 17
    True
    """
    subject = report.subject
    if subject is None:
        raise ReportError.not_for_batch(report.name, _reports_with_rows())
    if subject in given:
        raise ReportError.given_twice(report.name, subject)
    if named == EVERYTHING:
        known = report.parameters[subject].known()
        if known is None:
            raise ReportError.all_of_what(report.name, subject)
        return Subjects(tuple(TableRow("", {subject: one}) for one in known))
    settable = [name for name in report.parameters if name != report.person_parameter]
    read = read_rows(named, Wanted(subject, settable), sheet=sheet, encoding=encoding)
    by_default = {DAY: day} if DAY in report.parameters else {}
    checked = [*_checked(read, report, subject, given, by_default)]
    faults = [fault for row in checked for fault in row.faults]
    rows = tuple(row for row in checked if not row.faults)
    if faults and (not skip_bad_rows or not rows):
        raise RosterError.listing(named, faults)
    return Subjects(rows, tuple(faults), len(checked) - len(rows))


def plan_subjects(
    subjects: Subjects,
    report: Report,
    given: Mapping[str, str],
    *,
    out: Path,
    formats: Sequence[str],
    edition: str,
    day: str,
    volumes: bool = False,
    institution: Institution | None = None,
) -> Batch:
    """Describe the reports on what was read, as `plan_batch` does for people.

    Raises
    ------
    ReportError
        If a parameter does not fit, or volumes are asked for and no PDF.
    """
    about = str(report.subject)
    jobs: list[Job] = [
        report_job(
            report,
            {**given, **row.cells},
            out=out.resolve(),
            formats=formats,
            day=day,
            institution=institution,
        )
        for row in subjects.rows
    ]
    rows = [
        BatchRow(str(job.values[about]), row.place)
        for row, job in zip(subjects.rows, jobs, strict=True)
    ]
    return batch_of(
        rows, about, report, jobs, edition=edition, day=day, volumes=volumes, formats=formats
    )


def _checked(
    rows: Sequence[TableRow],
    report: Report,
    subject: str,
    given: Mapping[str, str],
    by_default: Mapping[str, str],
) -> Iterator[TableRow]:
    seen: dict[object, str] = {}
    for row in rows:
        faults = [*row.faults]
        if not faults:
            try:
                key = _key(row, report, subject, given, by_default)
                if key in seen:
                    raise ReportError(RosterError.repeated_key(key, seen[key]))
                seen[key] = row.place
            except CasecertError as fault:
                faults.append(RosterError.at(row.place, str(fault)))
        taken = {name: one for name, one in row.cells.items() if name in report.parameters}
        yield TableRow(row.place, taken, tuple(faults))


def _key(
    row: TableRow,
    report: Report,
    subject: str,
    given: Mapping[str, str],
    by_default: Mapping[str, str],
) -> str:
    """Return what a row is about; every parameter of it is checked on the way."""
    if subject not in row.cells:
        raise ReportError(RosterError.blank_key(subject))
    for name in row.cells:
        if name in given:
            raise ReportError.given_twice(report.name, name)
    taken = {name: text for name, text in row.cells.items() if name in report.parameters}
    return str(report.values({**by_default, **given, **taken})[subject])


def _reports_with_rows() -> list[str]:
    reports = map(read_report, report_names())
    return [one.name for one in reports if one.subject is not None]
