"""`casecert cite NAME`: the sources that a table or a certification rests on."""

import click


@click.command(name="cite")
@click.argument("name", metavar="NAME")
def command(name: str) -> None:
    """Cite NAME, a table or a certification, with the sources that it rests on."""
    from casecert_data.datasets import cite

    click.echo(cite(name))
