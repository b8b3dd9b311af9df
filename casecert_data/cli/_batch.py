"""`casecert batch ROSTER --report NAME`: one report for each row of a roster."""

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from casecert_data.catalog import say
from casecert_data.cli._options import RosterReading, deciding, reading_rosters
from casecert_data.cli._parameters import given_parameters, institution_given, limiting, writing
from casecert_data.cli._progress import progress
from casecert_data.errors import SHOWN_AT_MOST, ReportError

FAILED = 1
"""Exit code for a batch in which at least one row failed while it ran."""

STOPPED = 130
"""Exit code after Ctrl-C, as shells count."""


@click.command(name="batch")
@click.argument("roster", metavar="ROSTER")
@click.option(
    "--report",
    "name",
    required=True,
    metavar="NAME",
    help="A report; 'casecert list' names them.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many to make at the same time; one for each processor by default.",
)
@click.option(
    "--volumes",
    is_flag=True,
    help="Also put the PDF files behind one another to print, at most 200 people a file.",
)
@click.option(
    "--anew", is_flag=True, help="Make every report again, also those that are still true."
)
@reading_rosters
@limiting
@writing
@deciding
@click.pass_context
def command(
    context: click.Context,
    *,
    roster: str,
    name: str,
    jobs: int | None,
    parameters: tuple[str, ...],
    out: str,
    formats: str,
    edition: str,
    on: str | None,
    assume: tuple[str, ...],
    reading: RosterReading,
    volumes: bool,
    anew: bool,
    limits: tuple[int, int],
    show_names: bool,
    institution: str | None,
) -> None:
    """Write one report for each row of ROSTER, a manifest, and a page of links.

    ROSTER is a CSV file, an Excel workbook (.xlsx) or a Parquet file with a person in each row;
    'casecert template roster.xlsx' writes one to fill in. All of it is checked first: with a
    fault in it, every fault is listed and nothing is written.

    For a report that is not about a person, ROSTER is 'all', for all certifications or types of
    job, or a table whose columns are parameters of the report.

    Stop it whenever you like, and give the same command again: what is finished and still true
    is kept. Open index.html in the folder first. 'casecert purge' removes it all.
    """
    from casecert_data.profiles import read_day
    from casecert_data.reporting import read_formats, read_report

    report = read_report(name)
    given = given_parameters(context, report.name, parameters)
    day = read_day("--on", given.get("on", on))
    planned = {
        "out": Path(out),
        "formats": read_formats(formats),
        "edition": edition,
        "day": day.isoformat(),
        "volumes": volumes,
        "institution": institution_given(institution),
    }
    if report.about == "person":
        options = {"assume": assume, "show_names": show_names, "on": day}
        read, batch = _of_people(roster, report, given, {**reading, **options}, planned)
    else:
        read, batch = _of_others(roster, report, given, {**reading, "assume": assume}, planned)
    for fault in read.faults:
        click.echo(say("batch.skipped", fault=fault), err=True)
    manifest = _run(batch, out, jobs, limits, anew=anew)
    _tell_notes([_words(batch, row) for row in batch.rows], manifest)
    if read.left_out:
        click.echo(say("batch.left_out", count=read.left_out), err=True)
    earlier = sum(entry.is_about_person for entry in manifest.earlier)
    if earlier:
        click.echo(say("batch.earlier", count=earlier, folder=out), err=True)
    _tell(batch, manifest, out)


def _of_people(
    roster: str,
    report: Any,
    given: dict[str, str],
    options: dict[str, Any],
    planned: dict[str, Any],
) -> tuple[Any, Any]:
    from casecert_data.profiles import read_assumptions
    from casecert_data.reporting import plan_batch
    from casecert_data.rosters import read_roster

    assumptions = read_assumptions(options.pop("assume"))
    show_names = options.pop("show_names")
    read = read_roster(roster, assume=assumptions, **options)
    return read, plan_batch(
        read,
        report,
        given,
        assumptions=assumptions,
        show_names=show_names,
        **planned,
    )


def _of_others(
    table: str,
    report: Any,
    given: dict[str, str],
    options: dict[str, Any],
    planned: dict[str, Any],
) -> tuple[Any, Any]:
    from casecert_data.reporting import plan_subjects, read_subjects

    for option in ("assume", "mapping"):
        if options.pop(option):
            raise ReportError.takes_no_person(report.name, f"--{option}")
    read = read_subjects(table, report, given, day=planned["day"], **options)
    return read, plan_subjects(read, report, given, **planned)


def _run(batch: Any, out: str, jobs: int | None, limits: tuple[int, int], *, anew: bool) -> Any:
    from casecert_data.reporting import Limits, default_workers, run_batch

    workers = jobs or default_workers()
    try:
        with progress(workers) as told:
            return run_batch(
                batch, Path(out), workers=workers, limits=Limits(*limits), told=told, anew=anew
            )
    except KeyboardInterrupt:
        click.echo(say("batch.stopped"), err=True)
        sys.exit(STOPPED)


def _words(batch: Any, row: Any) -> str:
    """Name a row by its place, or by what it is about where it has none."""
    return row.place or f"{batch.about} {row.key!r}"


def _tell_notes(rows: Sequence[str], manifest: Any) -> None:
    by_note: dict[str, list[str]] = defaultdict(list)
    for place, entry in zip(rows, manifest.entries, strict=True):
        for note in entry.notes:
            by_note[note].append(place)
    for note, places in by_note.items():
        # A note on the template is about every row; which those are helps nobody.
        few = len(places) < min(len(rows), SHOWN_AT_MOST + 1)
        told = f" ({', '.join(places)})" if few else ""
        click.echo(say("batch.note", count=len(places), note=f"{note}{told}"), err=True)


def _tell(batch: Any, manifest: Any, out: str) -> None:
    failures = [
        (row, entry.error)
        for row, entry in zip(batch.rows, manifest.entries, strict=True)
        if entry.error is not None
    ]
    for row, error in failures:
        named = ", ".join(filter(None, (row.place, f"{batch.about} {row.key!r}")))
        click.echo(say("batch.failed_row", row=named, error=error), err=True)
    done = len(batch.rows) - len(failures)
    wrote = "batch.wrote" if batch.report.about == "person" else "batch.wrote_others"
    click.echo(say(wrote, count=done, folder=out))
    if failures:
        click.echo(say("batch.failed", count=len(failures)), err=True)
        sys.exit(FAILED)
