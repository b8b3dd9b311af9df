"""What is told of a job type, as tables to take away."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from casecert_data.catalog import say
from casecert_data.charts import Chart
from casecert_data.panels._jobs_view import Expected, JobLine, JobView, job_view
from casecert_data.panels._takeaway import Offered
from casecert_data.takeaway import TakenTable, chart_table, told_table

_STEM = "jobs"
"""How the names of the files begin."""


def jobs_offers(
    jobs: Sequence[str],
    view: JobView,
    chart: Chart | None,
    *,
    base_code: str | None,
    on: date,
    notes: Iterable[str],
) -> list[Offered]:
    """Return what can be saved of job types: what is shown, and no more.

    Parameters
    ----------
    jobs
        Keys of the job types that are left to choose from.
    view
        What is told of the one that is chosen.
    chart
        What it pays; None where it is not drawn.
    base_code
        Profession that somebody comes from; None for any.
    on
        Day on which the sources' ages are told.
    notes
        What a reader must know of all of it.
    """
    noted, stem = tuple(notes), f"{_STEM}-{view.job.job_type_id.replace('_', '-')}"
    offers = [
        Offered.of(_STEM, "jobs", partial(jobs_table, jobs, base_code, on, noted)),
        Offered.of(stem, "fits", partial(fits_table, view, noted)),
        Offered.of(stem, "job", partial(job_table, view, noted)),
    ]
    if chart is not None:
        ids = [key for one in view.expected for key in one.cited.source_ids]
        offers.append(
            Offered.of(stem, "pay", lambda: chart_table(chart, ids, notes=noted), chart)
        )
    if view.expected:
        offers.append(Offered.of(stem, "outlook", partial(outlook_table, view.expected, noted)))
    return offers


def jobs_table(
    jobs: Sequence[str], base_code: str | None, on: date, notes: Iterable[str]
) -> TakenTable:
    """Return a row for each job type that is left, with what fits it in a sentence.

    Examples
    --------
    >>> jobs_table(["prison"], None, date(2026, 11, 23), []).rows[0]["c0"]
    'Prison case manager'
    """
    views = [job_view(one, base_code, on) for one in jobs]
    rows = [((one.job.name, one.sentence), one.source_ids) for one in views]
    return told_table(
        say("panel.takeaway.shown.jobs"),
        [say("panel.takeaway.head.job_type"), say("panel.takeaway.head.fit")],
        rows,
        notes,
    )


def fits_table(view: JobView, notes: Iterable[str]) -> TakenTable:
    """Return a row for each credential: how it fits, and why."""
    rows = [
        ((group.title, line.term, line.words), line.cited.source_ids)
        for group in view.fits
        for line in group.lines
    ]
    if view.gap is not None:
        rows.insert(0, ((view.sentence, "", view.gap.words), view.gap.cited.source_ids))
    heads = [
        say("panel.takeaway.head.fit"),
        say("panel.takeaway.head.certification"),
        say("panel.takeaway.head.why"),
    ]
    return told_table(say("panel.takeaway.shown.fits"), heads, rows, notes)


def job_table(view: JobView, notes: Iterable[str]) -> TakenTable:
    """Return a row for each thing to know of the job type."""
    told: list[tuple[str, Sequence[JobLine]]] = [
        (view.job.name, view.facts),
        (say("panel.jobs.heading.care"), view.cautions),
        (say("panel.jobs.heading.overlaps"), view.overlaps),
    ]
    rows = [
        ((heading, line.term, line.words), line.cited.source_ids)
        for heading, lines in told
        for line in lines
    ]
    heads = [
        say("panel.takeaway.head.kind"),
        say("panel.takeaway.head.term"),
        say("panel.takeaway.head.words"),
    ]
    return told_table(say("panel.takeaway.shown.job"), heads, rows, notes)


def outlook_table(expected: Sequence[Expected], notes: Iterable[str]) -> TakenTable:
    """Return a row for each occupation: what is expected, and why the job is counted there."""
    rows = [
        (
            (
                *(one.title, one.role, one.words),
                " ".join(f"{line.term} {line.words}" for line in one.evidence),
            ),
            [
                *one.cited.source_ids,
                *(key for line in one.evidence for key in line.cited.source_ids),
            ],
        )
        for one in expected
    ]
    heads = [
        say("panel.takeaway.head.occupation"),
        say("panel.takeaway.head.role"),
        say("panel.takeaway.head.words"),
        say("panel.jobs.why_counted"),
    ]
    return told_table(say("panel.takeaway.shown.outlook"), heads, rows, notes)
