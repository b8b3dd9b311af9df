"""`casecert purge DIR`: remove what a batch wrote."""

import sys
from pathlib import Path

import click

from casecert_data.catalog import say
from casecert_data.errors import OptionError


@click.command(name="purge")
@click.argument("folder", metavar="DIR")
@click.option("--yes", is_flag=True, help="Remove without asking.")
def command(folder: str, *, yes: bool) -> None:
    """Remove every file that a batch wrote into DIR, and DIR itself if nothing else is in it.

    What casecert did not write stays, and is named. Copies that were made elsewhere stay too:
    in a backup, in a folder that is kept in step over a network, on paper.
    """
    from casecert_data.reporting import plan_purge, purge

    plan = plan_purge(Path(folder))
    if not yes:
        if not sys.stdin.isatty():
            raise OptionError.must_be_said("--yes", say("purge.why_yes"))
        question = say("purge.question", count=len(plan.goes), folder=folder)
        if not click.confirm(question):
            click.echo(say("purge.kept"))
            return
    purge(plan)
    click.echo(say("purge.removed", count=len(plan.goes), folder=folder))
    if plan.stays:
        click.echo(say("purge.stays", count=len(plan.stays), names=", ".join(plan.stays)))
    click.echo(say("purge.elsewhere"))
