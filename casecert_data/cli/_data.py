"""`casecert data check`: verify the curated facts."""

import click

from casecert_data.errors import DataCheckError
from casecert_data.profiles import read_day


@click.group(name="data")
def command() -> None:
    """Verify the curated facts."""


@command.command(name="check")
@click.option("--strict", is_flag=True, help="Facts past their review date are faults too.")
@click.option("--on", metavar="DATE", help="Day on which review dates are looked at; today.")
def check(on: str | None, *, strict: bool) -> None:
    """Verify keys, codes, sources, locators, units, review dates and the rules' cases."""
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
