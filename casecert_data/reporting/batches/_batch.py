"""One report for each row of a roster: what fails costs that row alone."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casecert_data.errors import ReportError
from casecert_data.profiles import Assumptions
from casecert_data.reporting._files import safe_keys
from casecert_data.reporting._job import DAY, EDITION, Job, report_job
from casecert_data.reporting._person_ref import Person
from casecert_data.reporting.batches._manifest import PERSON
from casecert_data.reporting.model._institution import Institution
from casecert_data.reporting.specs._report_spec import Report, read_report, report_names
from casecert_data.rosters import Roster


@dataclass(frozen=True, slots=True)
class BatchRow:
    """Whom or what one report is about."""

    key: str
    """The pseudonym of a person, or the id of something else."""
    place: str
    """Where it stands in its file, in words; empty where there is no file."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be made, one report for each row, checked to the last parameter."""

    rows: tuple[BatchRow, ...]
    """Whom or what the reports are about."""
    about: str
    """What their keys are called: ``person_id``, or the parameter that they are given to."""
    report: Report
    """What is run for each."""
    jobs: tuple[Job, ...]
    """One for each row, in their order."""
    edition: str
    """Whose statement of the rules is asked for."""
    day: str
    """The day asked about, YYYY-MM-DD."""
    volumes: bool
    """Whether the PDF handouts are also put behind one another in files to print."""


def plan_batch(
    roster: Roster,
    report: Report,
    given: Mapping[str, str],
    *,
    out: Path,
    formats: Sequence[str],
    edition: str,
    day: str,
    assumptions: Assumptions,
    show_names: bool,
    volumes: bool = False,
    institution: Institution | None = None,
) -> Batch:
    """Describe the reports on the people of a roster, with every parameter checked.

    Parameters
    ----------
    roster
        A roster that was read without a fault.
    report
        A report about a person.
    given
        Parameters as typed, name to text, the same for each row.
    out
        Folder of the files; it need not be there yet.
    formats
        Some of ``html``, ``pdf``, ``ipynb``.
    edition
        Whose statement of the rules holds where ``given`` and the report name none.
    day
        The day asked about where ``given`` names none, YYYY-MM-DD.
    assumptions
        Facts taken for granted where a row is blank.
    show_names
        Whether the reports may show ``display_name``. Without it, no report is told a name.
    volumes
        Whether the PDF handouts are also put behind one another in files to print.
    institution
        Whoever hands the reports out.

    Raises
    ------
    ReportError
        If the report is not about a person, a parameter does not fit, or volumes are asked for
        and no PDF.
    """
    if report.about != "person":
        raise ReportError.not_about_people(report.name, _reports_about_people())
    keys = safe_keys([row.person_id for row in roster.rows])
    jobs = tuple(
        report_job(
            report,
            given,
            out=out.resolve(),
            formats=formats,
            day=day,
            person=Person.of(row.profile, assumptions=assumptions, show_name=show_names),
            key=key,
            institution=institution,
        )
        for row, key in zip(roster.rows, keys, strict=True)
    )
    rows = tuple(BatchRow(row.person_id, row.place) for row in roster.rows)
    return batch_of(
        rows, PERSON, report, jobs, edition=edition, day=day, volumes=volumes, formats=formats
    )


def batch_of(
    rows: Sequence[BatchRow],
    about: str,
    report: Report,
    jobs: Sequence[Job],
    *,
    edition: str,
    day: str,
    volumes: bool,
    formats: Sequence[str],
) -> Batch:
    """Put together what a batch makes; edition and day are those of its jobs, if they have one.

    Raises
    ------
    ReportError
        If volumes are asked for and no PDF.
    """
    if volumes and "pdf" not in formats:
        raise ReportError.volumes_need_pdf(formats)
    editions = {str(one.values.get(EDITION, edition)) for one in jobs}
    days = {str(one.values.get(DAY, day)) for one in jobs}
    return Batch(
        rows=tuple(rows),
        about=about,
        report=report,
        jobs=tuple(jobs),
        edition=editions.pop() if len(editions) == 1 else edition,
        day=days.pop() if len(days) == 1 else day,
        volumes=volumes,
    )


def default_workers() -> int:
    """Return how many processors this process may use.

    Examples
    --------
    >>> default_workers() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _reports_about_people() -> list[str]:
    return [name for name in report_names() if read_report(name).about == "person"]
