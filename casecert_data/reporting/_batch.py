"""One report for each row of a roster: what fails costs that row alone."""

import contextlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from casecert_data.errors import ReportError, ReportFailedError
from casecert_data.profiles import Assumptions
from casecert_data.reporting._crew import Crew
from casecert_data.reporting._files import inside, prepare_folder, remove_stray, safe_keys
from casecert_data.reporting._institution import Institution
from casecert_data.reporting._job import DAY, EDITION, Job, Outcome, report_job
from casecert_data.reporting._limits import USUAL, Limits
from casecert_data.reporting._manifest import Manifest, ManifestEntry, write_manifest
from casecert_data.reporting._person_ref import Person
from casecert_data.reporting._report_spec import Report, read_report, report_names
from casecert_data.reporting._summary_page import write_summary
from casecert_data.reporting._volumes import remove_volumes, write_volumes
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


def run_batch(
    batch: Batch,
    out: Path,
    *,
    workers: int,
    limits: Limits = USUAL,
    row_done: Callable[[Outcome], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
) -> Manifest:
    """Make every report of a batch, and write ``manifest.json`` and the page that lists them.

    Parameters
    ----------
    batch
        What to make.
    out
        Folder of the files; it is made if need be, readable by its owner only.
    workers
        How many reports to make at a time.
    limits
        What each report may take.
    row_done
        Called with the outcome of each row as it comes, in no certain order.
    note
        Told, once and in words, if reports are made by kernels.

    Returns
    -------
    Manifest
        One entry for each row, in the order of the roster. If the run is stopped, the manifest
        is written all the same and lists the rows that were not reached as failed.

    Raises
    ------
    ReportError
        If the folder cannot be made or written to, or a volume cannot be made.
    """
    folder = prepare_folder(out)
    remove_stray(folder)
    remove_volumes(folder)
    outcomes: dict[int, Outcome] = {}
    try:
        crew = Crew(batch.jobs, size=workers, out=folder, limits=limits, note=note)
        with crew:
            for position, outcome in crew.outcomes():
                if outcome.error is not None:
                    _remove_files(batch.jobs[position])
                outcomes[position] = outcome
                row_done(outcome)
    finally:
        manifest = _manifest(batch, outcomes)
        _publish(manifest, folder, batch.report)
    if batch.volumes:
        made = write_volumes(folder, manifest.entries, title=batch.report.title)
        manifest = replace(manifest, volumes=made)
        _publish(manifest, folder, batch.report)
    return manifest


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


def _remove_files(job: Job) -> None:
    """Remove what an earlier run wrote for a row that failed: it says what no longer holds."""
    for file_format in job.formats:
        with contextlib.suppress(OSError):
            inside(job.out, f"{job.stem}.{file_format}").unlink(missing_ok=True)


def _publish(manifest: Manifest, folder: Path, report: Report) -> None:
    try:
        write_manifest(manifest, folder)
        write_summary(folder, manifest.to_json(folder), title=report.title)
    except OSError as fault:
        raise ReportError.bad_out_folder(folder, str(fault.strerror)) from None


def _manifest(batch: Batch, outcomes: Mapping[int, Outcome]) -> Manifest:
    not_reached = Outcome(str(ReportFailedError.interrupted()))
    return Manifest(
        report=batch.report.name,
        edition=batch.edition,
        on=batch.day,
        entries=tuple(
            ManifestEntry(row.person_id, outcome.error, outcome.files, outcome.notes)
            for at, row in enumerate(batch.roster.rows)
            for outcome in (outcomes.get(at, not_reached),)
        ),
    )


def _reports_about_people() -> list[str]:
    return [name for name in report_names() if read_report(name).about == "person"]
