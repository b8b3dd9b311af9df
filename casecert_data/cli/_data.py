"""`casecert data`: verify the curated facts, and write what is derived from them."""

import click

from casecert_data.errors import DataCheckError
from casecert_data.profiles import read_day


@click.group(name="data")
def command() -> None:
    """Verify the curated facts, and write what is derived from them."""


@command.command(name="check")
@click.option("--strict", is_flag=True, help="Facts past their review date are faults too.")
@click.option("--on", metavar="DATE", help="Day on which review dates are looked at; today.")
def check(on: str | None, *, strict: bool) -> None:
    """Verify keys, codes, sources, units, review dates, cases, claims, and told changes."""
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


@command.command(name="build")
def build() -> None:
    """Write released.csv, what this version says, and parsed.json, which saves time."""
    from casecert_data.curation import build_data

    built = build_data()
    click.echo(
        f"Wrote {built.path.name}: {built.value_count} values, data version {built.version}."
    )
    if built.untold:
        click.echo("The changelog does not tell what changed since the version before:")
    for line in built.untold:
        click.echo(line)
