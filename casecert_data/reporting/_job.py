"""One report to make, as plain values that another process can take over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casecert_data.errors import ReportError
from casecert_data.reporting._files import WrittenFile, safe_key
from casecert_data.reporting._person_ref import WITHOUT_ID, Person
from casecert_data.reporting.model._institution import Institution
from casecert_data.reporting.specs._parameters import BETWEEN, Value
from casecert_data.reporting.specs._report_spec import Report

FORMATS = ("html", "pdf", "ipynb", "interactive")
"""What a report can be delivered as: a page that asks for nothing, the same for print, the
executed notebook, and a page of 4.8 MB whose charts are live."""

_ENDINGS = {"interactive": "interactive.html"}


@dataclass(frozen=True, slots=True)
class Job:
    """One report to make."""

    template: Path
    """Notebook to run."""
    values: dict[str, Value]
    """What goes into its parameters cell."""
    person: Person | None
    """Whom it is about, handed over beside the template."""
    out: Path
    """Folder of the files."""
    stem: str
    """Their name without its ending."""
    formats: tuple[str, ...]
    """Some of `FORMATS`."""
    institution: Institution | None = None
    """Whoever hands it out; its ``digest`` stands for all that a page shows of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one job."""

    error: str | None
    """Why it failed, without any value of a person; None if it did not."""
    files: tuple[WrittenFile, ...] = ()
    """What was written, in the order of the formats."""
    notes: tuple[str, ...] = ()
    """What its author should know: numbers of cells, no values."""


def read_formats(text: str) -> tuple[str, ...]:
    """Read a list of formats as typed on a command line, and return the endings of the files.

    Raises
    ------
    ReportError
        If a format is unknown, or none is named.

    Examples
    --------
    >>> read_formats("html,pdf")
    ('html', 'pdf')
    """
    named = [one.strip().casefold() for one in text.split(",")]
    for one in named:
        if one not in FORMATS:
            raise ReportError.unknown_format(one, FORMATS)
    return tuple(dict.fromkeys(_ENDINGS.get(one, one) for one in named))


def report_job(
    report: Report,
    given: Mapping[str, str],
    *,
    out: Path,
    formats: Sequence[str],
    day: str,
    person: Person | None = None,
    key: str | None = None,
    institution: Institution | None = None,
) -> Job:
    """Describe the making of one report, with every parameter checked.

    Parameters
    ----------
    report
        What to run.
    given
        Parameters as typed, name to text.
    out
        Folder of the files.
    formats
        Some of `FORMATS`.
    day
        The day asked about where none is given, YYYY-MM-DD.
    person
        Whom a report about a person is about.
    key
        What the file names say after the report's name; by default the certification, those
        that are compared, or the person, made safe. A report about none has its name alone.
    institution
        Whoever hands the report out, as `read_institution` returns it.

    Raises
    ------
    ReportError
        If a parameter does not fit, or the person is missing.
    """
    if report.about == "person" and person is None:
        raise ReportError.needs_person(report.name)
    by_default = {DAY: day} if DAY in report.parameters else {}
    values = report.values({**by_default, **given})
    if person is not None and report.person_parameter is not None:
        values[report.person_parameter] = person.person_ref
    if key is None:
        told = dict.fromkeys(filter(None, (report.subject, report.person_parameter)))
        keys = [str(values[one]).replace(BETWEEN, "-") for one in told if values.get(one)]
        key = "-".join(map(safe_key, keys))
    return Job(
        template=report.template,
        values=values,
        person=person,
        out=out,
        stem="-".join(filter(None, (safe_key(report.name), key))),
        formats=tuple(formats),
        institution=institution,
    )


DAY = "on"
"""Parameter of the day asked about, which ``--on`` sets."""

EDITION = "edition"
"""Parameter of the edition asked for, which ``--edition`` sets."""


def title_subject(job: Job) -> str | None:
    """Return the pseudonym that tells this page's title from others'; None if it needs none."""
    if job.person is None or job.person.person_ref == WITHOUT_ID:
        return None
    return job.person.person_ref
