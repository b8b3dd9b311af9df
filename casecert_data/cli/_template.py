"""`casecert template FILE`: an empty roster, or an empty mapping, to fill in."""

import os
from pathlib import Path

import click

from casecert_data.catalog import say
from casecert_data.errors import FileError, TakeawayError

_ROSTER, _MAPPING = ".xlsx", ".toml"


@click.command(name="template")
@click.argument("file", metavar="FILE")
@click.option(
    "--certification",
    "certifications",
    multiple=True,
    metavar="ID",
    help="Only what this certification asks for; may be given again.",
)
@click.option("--overwrite", is_flag=True, help="Replace a file that is there already.")
def command(*, file: str, certifications: tuple[str, ...], overwrite: bool) -> None:
    """Write FILE to fill in: a roster (.xlsx), or a mapping of your own names (.toml).

    The roster has a column for each fact, lists to choose from, what each column means, and a
    row as an example.
    """
    from casecert_data.takeaway import mapping_template, roster_template, write_file

    path = Path(file)
    ending = path.suffix.casefold()
    if ending not in {_ROSTER, _MAPPING}:
        raise FileError.unknown_ending(path, (_ROSTER, _MAPPING))
    if os.path.lexists(path) and not overwrite and not path.is_dir():
        raise TakeawayError.there_already(path)
    if ending == _ROSTER:
        content = roster_template(certifications)
    else:
        content = mapping_template(certifications).encode("utf-8")
    write_file(path, content)
    click.echo(say("template.wrote", path=path))
