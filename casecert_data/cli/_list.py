"""`casecert list`: the tables, certifications and reports that there are."""

from collections.abc import Mapping

import click

from casecert_data.catalog import describe_table, read_toml, say, table_names
from casecert_data.eligibility import certification_ids, names_of
from casecert_data.shipped import reports_folder


@click.command(name="list")
def command() -> None:
    """List the tables, certifications and reports; `show` and `cite` take these names."""
    tables = {name: describe_table(name) for name in table_names()}
    reports = sorted(reports_folder().glob("*/report.toml"))
    _list(
        say("list_command.tables"),
        {name: f"{one.title}: {one.grain}" for name, one in tables.items()},
    )
    _list(
        say("list_command.certifications"),
        {one: names_of(one)["full_name"] for one in certification_ids()},
    )
    _list(
        say("list_command.reports"),
        {path.parent.name: read_toml(path)["title"] for path in reports},
    )


def _list(heading: str, names: Mapping[str, str]) -> None:
    click.echo(heading)
    width = max(map(len, names))
    for name, words in names.items():
        click.echo(f"  {name:<{width}}  {words}")
