"""`casecert batch ROSTER --report NAME`: one report for each row of a roster."""

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from casecert_data.catalog import say
from casecert_data.cli._options import RosterReading, deciding, reading_rosters
from casecert_data.cli._parameters import given_parameters, limiting, writing
from casecert_data.cli._progress import progress
from casecert_data.errors import SHOWN_AT_MOST

FAILED = 1
"""Exit code for a batch in which at least one row failed while it ran."""

STOPPED = 130
"""Exit code after Ctrl-C, as shells count."""


@click.command(name="batch")
@click.argument("roster", metavar="ROSTER")
@click.option(
    "--report", "name", required=True, metavar="NAME", help="A report about a person."
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

    Stop it whenever you like, and give the same command again: what is finished and still true
    is kept. Open index.html in the folder first. 'casecert purge' removes it all.
    """
    from casecert_data.profiles import read_assumptions, read_day
    from casecert_data.reporting import (
        plan_batch,
        read_formats,
        read_institution,
        read_report,
    )
    from casecert_data.rosters import read_roster

    report = read_report(name)
    given = given_parameters(context, report.name, parameters)
    day = read_day("--on", given.get("on", on))
    assumptions = read_assumptions(assume)
    people = read_roster(roster, on=day, assume=assumptions, **reading)
    batch = plan_batch(
        people,
        report,
        given,
        out=Path(out),
        formats=read_formats(formats),
        edition=edition,
        day=day.isoformat(),
        assumptions=assumptions,
        show_names=show_names,
        volumes=volumes,
        institution=read_institution(institution) if institution else None,
    )
    for fault in people.faults:
        click.echo(say("batch.skipped", fault=fault), err=True)
    manifest = _run(batch, out, jobs, limits, anew=anew)
    notes = [entry.notes for entry in manifest.entries]
    _tell_notes([row.place for row in people.rows], notes)
    if people.left_out:
        click.echo(say("batch.left_out", count=people.left_out), err=True)
    if manifest.earlier:
        click.echo(say("batch.earlier", count=len(manifest.earlier), folder=out), err=True)
    errors = [entry.error for entry in manifest.entries]
    _tell([(row.place, row.person_id) for row in people.rows], errors, out)


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


def _tell_notes(rows: Sequence[str], notes: Sequence[Sequence[str]]) -> None:
    by_note: dict[str, list[str]] = defaultdict(list)
    for place, of_row in zip(rows, notes, strict=True):
        for note in of_row:
            by_note[note].append(place)
    for note, places in by_note.items():
        # A note on the template is about every row; which those are helps nobody.
        few = len(places) < min(len(rows), SHOWN_AT_MOST + 1)
        told = f" ({', '.join(places)})" if few else ""
        click.echo(say("batch.note", count=len(places), note=f"{note}{told}"), err=True)


def _tell(rows: Sequence[tuple[str, str]], errors: Sequence[str | None], out: str) -> None:
    failures = [one for one in zip(rows, errors, strict=True) if one[1] is not None]
    for (place, person_id), error in failures:
        told = say("batch.failed_row", place=place, person_id=repr(person_id), error=error)
        click.echo(told, err=True)
    click.echo(say("batch.wrote", count=len(rows) - len(failures), folder=out))
    if failures:
        click.echo(say("batch.failed", count=len(failures)), err=True)
        sys.exit(FAILED)
