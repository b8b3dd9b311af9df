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
from casecert_data.reporting.model._institution import Institution
from casecert_data.reporting.specs._report_spec import Report, read_report, report_names
from casecert_data.rosters import Roster


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be made for a roster, checked to the last parameter and not yet begun."""

    roster: Roster
    """Whom the reports are about."""
    report: Report
    """What is run for each."""
    jobs: tuple[Job, ...]
    """One for each row, in the order of the roster."""
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
    """Describe the reports on a roster, with every parameter checked.

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
    if volumes and "pdf" not in formats:
        raise ReportError.volumes_need_pdf(formats)
    if report.about != "person":
        raise ReportError.not_for_batch(report.name, _reports_about_people())
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
    values = jobs[0].values
    return Batch(
        roster=roster,
        report=report,
        jobs=jobs,
        edition=str(values.get(EDITION, edition)),
        day=str(values.get(DAY, day)),
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
