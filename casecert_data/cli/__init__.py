"""The command line: one module per command, imported when the command is run."""

import sys
from importlib import import_module
from typing import Any

import click

from casecert_data.errors import CasecertError, UnknownNameError

__all__ = ["BAD_INPUT", "main"]

BAD_INPUT = 2
"""Exit code for what the caller can put right."""

_COMMANDS = {
    "app": "Open the dashboards in your browser.",
    "batch": "Write one report for each row of a roster.",
    "check": "Say where one person stands with each certification, and why.",
    "cite": "Name the sources of a table or a certification.",
    "copy": "Copy a report into a folder of your own, to change it.",
    "data": "Verify the facts that casecert rests on.",
    "lab": "Open the notebooks in JupyterLab.",
    "list": "List tables, certifications and reports.",
    "purge": "Remove what a batch wrote.",
    "report": "Write one report.",
    "show": "Show a table, a certification's rule, or a report's parameters.",
    "template": "Write a roster or a mapping to fill in.",
}


class _LazyGroup(click.Group):
    """Imports a command's module when it is named, so that `check` loads no pandas."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"casecert_data.cli._{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it
        formatter: click.HelpFormatter,
    ) -> None:
        # The usual way imports every command for its help; the table above knows it already.
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            raise UnknownNameError.among("command", args[0], _COMMANDS)
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _: click.Parameter, wanted: Any) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from casecert_data import __version__
    from casecert_data.catalog import data_version

    click.echo(f"casecert {__version__}, data {data_version()}")
    ctx.exit()


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Print the versions of code and data.",
)
def _group() -> None:
    """Which case-manager certification is within reach, and what is missing for the others.

    'casecert COMMAND --help' tells what a command takes. To click rather than type,
    start with 'casecert app'.
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line; bad input ends with one message and exit code 2.

    Examples
    --------
    >>> main(["cite", "nothing"])
    Traceback (most recent call last):
    SystemExit: 2
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal of another encoding must not turn an answer into a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        _group.main(args=args, prog_name="casecert", standalone_mode=True)
    except CasecertError as fault:
        click.echo(str(fault), err=True)
        sys.exit(BAD_INPUT)
