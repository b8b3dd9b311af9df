"""Options that several commands take: to decide, to read rosters, to open notebooks."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypedDict, TypeVar, cast

import click

from casecert_data.errors import OptionError

_Command = TypeVar("_Command", bound=Callable[..., Any])


class RosterReading(TypedDict):
    """How a roster is read, as `read_roster` takes it."""

    sheet: str | None
    mapping: str | None
    encoding: str | None
    skip_bad_rows: bool


def deciding(command: _Command) -> _Command:
    """Give a command ``--edition``, ``--on``, ``--assume`` and ``--data``."""
    options = (
        click.option(
            "--edition",
            default="issuer",
            show_default=True,
            metavar="issuer|article",
            help="Whose account of the rules to follow: the issuer's pages, or one article.",
        ),
        click.option(
            "--on", metavar="DATE", help="Day asked about, YYYY-MM-DD; today by default."
        ),
        click.option(
            "--assume",
            multiple=True,
            metavar="FACT=VALUE",
            help="Take a fact for granted where it is not known; every output says so.",
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


def reading_rosters(command: _Command) -> _Command:
    """Give a command the options of rosters (``--sheet`` and so on), as ``reading``."""

    @wraps(command)
    def with_reading(*arguments: Any, **options: Any) -> Any:
        reading = {name: options.pop(name) for name in RosterReading.__annotations__}
        return command(*arguments, reading=reading, **options)

    options = (
        click.option(
            "--sheet",
            metavar="NAME",
            help="Sheet of a workbook; by default the only one, or the one called roster.",
        ),
        click.option(
            "--mapping",
            metavar="FILE",
            help="A TOML file that says what the roster's own names and words mean.",
        ),
        click.option(
            "--encoding",
            metavar="NAME",
            help="How a CSV file is encoded if it is not UTF-8; cp1252: by Excel on Windows.",
        ),
        click.option(
            "--skip-bad-rows",
            is_flag=True,
            help="Go on without the rows that have faults; list them.",
        ),
    )
    for option in reversed(options):
        with_reading = option(with_reading)
    return cast("_Command", with_reading)


def opening(command: _Command) -> _Command:
    """Give a command ``--workspace``, ``--port`` and ``--no-browser``."""
    options = (
        click.option(
            "--workspace",
            metavar="DIR",
            help="Folder of your own, for notebooks and files; ~/casecert by default.",
        ),
        click.option("--port", metavar="N", help="Port of the address; a free one by default."),
        click.option(
            "--no-browser", is_flag=True, help="Print the address, and open no browser."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _refuse(_: click.Context, option: click.Parameter, folder: str | None) -> None:
    if folder is not None:
        raise OptionError.not_yet(
            f"--{option.name}", "Leave it out: the facts that ship with casecert are used."
        )
