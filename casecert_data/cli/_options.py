"""Options that several commands take: those that decide, and those that open notebooks."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from casecert_data.errors import OptionError

_Command = TypeVar("_Command", bound=Callable[..., Any])


def deciding(command: _Command) -> _Command:
    """Give a command ``--edition``, ``--on``, ``--assume`` and ``--data``."""
    options = (
        click.option(
            "--edition",
            default="issuer",
            show_default=True,
            metavar="issuer|article",
            help="Whose words to follow.",
        ),
        click.option(
            "--on", metavar="DATE", help="Day asked about, YYYY-MM-DD; today by default."
        ),
        click.option(
            "--assume",
            multiple=True,
            metavar="FACT=VALUE",
            help="Take a blank fact for granted; printed on every output.",
        ),
        click.option(
            "--data",
            metavar="FOLDER",
            help="A folder of your own facts; comes with a later version.",
            callback=_refuse,
            expose_value=False,
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def opening(command: _Command) -> _Command:
    """Give a command ``--workspace``, ``--port`` and ``--no-browser``."""
    options = (
        click.option(
            "--workspace",
            metavar="DIR",
            help="Folder of your own copy of the notebooks; ~/casecert by default.",
        ),
        click.option(
            "--port", metavar="N", help="Port on this computer; a free one by default."
        ),
        click.option("--no-browser", is_flag=True, help="Print the address and open nothing."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _refuse(_: click.Context, option: click.Parameter, folder: str | None) -> None:
    if folder is not None:
        raise OptionError.not_yet(
            f"--{option.name}", "Leave it out: the facts that ship with casecert are used."
        )
