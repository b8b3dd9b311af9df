"""`casecert list`: the tables, certifications and reports that there are."""

import click

from casecert_data.catalog import describe_table, read_toml, say, table_names
from casecert_data.eligibility import certification_ids, names_of
from casecert_data.shipped import reports_folder


@click.command(name="list")
def command() -> None:
    """List the tables, certifications and reports; `show` and `cite` take these names."""
    click.echo(say("list_command.tables"))
    for name in table_names():
        click.echo(f"  {name:<18} {describe_table(name).title}: {describe_table(name).grain}")
    click.echo(say("list_command.certifications"))
    for name in certification_ids():
        click.echo(f"  {name:<18} {names_of(name)['full_name']}")
    click.echo(say("list_command.reports"))
    for path in sorted(reports_folder().glob("*/report.toml")):
        click.echo(f"  {path.parent.name:<18} {read_toml(path)['title']}")
