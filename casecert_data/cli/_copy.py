"""`casecert copy report NAME`: an educator's own copy of a report, to change."""

from pathlib import Path

import click

from casecert_data.catalog import say
from casecert_data.errors import UnknownNameError

KINDS = ("report",)
"""What can be copied."""


@click.command(name="copy")
@click.argument("kind", metavar="report")
@click.argument("name", metavar="NAME")
@click.option("--to", "folder", metavar="DIR", help="Folder of the copy; my-NAME by default.")
def command(kind: str, name: str, folder: str | None) -> None:
    """Copy the report NAME into a folder of your own, where you can change it.

    The copy is a report like ours: 'casecert report' and 'casecert batch' take its folder in
    the place of a name. Nothing that is already there is overwritten.
    """
    if kind not in KINDS:
        raise UnknownNameError.among("kind of thing to copy", kind, KINDS)
    from casecert_data.reporting import copy_report

    copy = copy_report(name, Path(folder if folder is not None else f"my-{name}"))
    click.echo(say("copy.done", name=name, folder=copy.folder))
    click.echo(say("copy.next", template=copy.folder / copy.template.name))
    run = "copy.run_person" if copy.about == "person" else "copy.run"
    click.echo(say(run, folder=_as_folder(copy.folder)))


def _as_folder(folder: Path) -> str:
    """Write a folder so that it is not taken for the name of a shipped report."""
    return str(folder) if folder.is_absolute() or len(folder.parts) > 1 else f"./{folder}"
