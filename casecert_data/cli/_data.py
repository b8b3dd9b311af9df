"""`casecert data`: verify the curated facts, and write what is derived from them."""

import click

from casecert_data.errors import DataCheckError
from casecert_data.profiles import read_day


@click.group(name="data")
def command() -> None:
    """Verify the facts that casecert rests on; for whoever keeps them."""


@command.command(name="check", short_help="Look for faults in the facts.")
@click.option(
    "--strict", is_flag=True, help="Take facts that are past their review date for faults, too."
)
@click.option(
    "--on",
    metavar="DATE",
    help="Day to compare review dates with, YYYY-MM-DD; today by default.",
)
def check(on: str | None, *, strict: bool) -> None:
    """Look for faults in the facts, and list each with its file, line and column.

    Each row must name a source that exists, each code and unit must be a known one, each rule
    must decide its cases as they say, each sentence of the article must be shown somewhere, and
    each value that changed must stand in the changelog.
    """
    from casecert_data.curation import check_data

    checked = check_data(read_day("--on", on))
    faults = [*checked.faults, *(checked.overdue if strict else ())]
    if faults:
        raise DataCheckError.listing(faults)
    for overdue in checked.overdue:
        click.echo(f"Past its review date: {overdue}")
    click.echo(
        f"The data is in order: {checked.tables} tables with {checked.rows} rows, "
        f"{checked.rules} rules, {checked.cases} cases."
    )


@command.command(name="build", short_help="Write the files that are made from the facts.")
def build() -> None:
    """Write the files that are made from the facts; needed after any change of them.

    parsed.json holds the TOML files in a form that is read faster. released.csv holds every
    value, so that the next release can tell what has changed.
    """
    from casecert_data.curation import build_data

    built = build_data()
    click.echo(
        f"Wrote {built.path.name}: {built.value_count} values, data version {built.version}."
    )
    if built.untold:
        click.echo("The changelog does not tell what changed since the version before:")
    for line in built.untold:
        click.echo(line)
