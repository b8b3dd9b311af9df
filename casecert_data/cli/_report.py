"""`casecert report NAME`: run one report and write its page."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from casecert_data.catalog import say
from casecert_data.cli._options import deciding
from casecert_data.cli._parameters import given_parameters, institution_given, limiting, writing
from casecert_data.errors import ReportError

FAILED = 1
"""Exit code for a report that stopped while it ran."""


@click.command(name="report")
@click.argument("name", metavar="NAME")
@click.option("--person", metavar="FILE", help="Whom it is about: a profile in TOML or JSON.")
@limiting
@writing
@deciding
@click.pass_context
def command(
    context: click.Context,
    *,
    name: str,
    person: str | None,
    parameters: tuple[str, ...],
    out: str,
    formats: str,
    edition: str,
    on: str | None,
    assume: tuple[str, ...],
    show_names: bool,
    institution: str | None,
    limits: tuple[int, int],
) -> None:
    """Write the report NAME: one of those that 'casecert list' names, or a folder of your own.

    The files are called NAME-KEY.html and so on. KEY is what the report is about: a
    certification, a job type, those that are compared, or the person_id. A report about none
    of these is called NAME.html.
    """
    from casecert_data.profiles import decide_profile, read_assumptions, read_day, read_profile
    from casecert_data.reporting import (
        Person,
        read_formats,
        read_report,
        report_job,
    )

    report = read_report(name)
    given = given_parameters(context, report.name, parameters)
    day = read_day("--on", given.get("on", on))
    subject = None
    if report.about == "person" and person is None:
        raise ReportError.needs_person(report.name)
    if person is not None and report.person_parameter is not None:
        profile, assumptions = read_profile(person), read_assumptions(assume)
        # The report will decide too, but here a contradiction can still be put into words.
        decide_profile(
            profile, edition=given.get("edition", edition), on=day, assumptions=assumptions
        )
        subject = Person.of(profile, assumptions=assumptions, show_name=show_names)
    elif unfit := [
        option for option, value in (("--person", person), ("--assume", assume)) if value
    ]:
        raise ReportError.takes_no_person(report.name, unfit[0])
    job = report_job(
        report,
        given,
        out=Path(out).resolve(),
        formats=read_formats(formats),
        day=day.isoformat(),
        person=subject,
        institution=institution_given(institution),
    )
    _run(report.name, job, limits, Path(out))


def _run(name: str, job: Any, limits: tuple[int, int], out: Path) -> None:
    from casecert_data.reporting import Limits, run_report

    outcome = run_report(
        job, limits=Limits(*limits), note=lambda words: click.echo(words, err=True)
    )
    _tell(name, outcome.error, outcome.notes)
    for file in outcome.files:
        click.echo(out / file.path.name)


def _tell(name: str, error: str | None, notes: Sequence[str]) -> None:
    if error is not None:
        click.echo(say("report.failed", name=name, error=error), err=True)
        sys.exit(FAILED)
    for note in notes:
        click.echo(say("report.note", note=note), err=True)
