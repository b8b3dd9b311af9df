"""Parameters of a report as they are typed: ``-p KEY=VALUE``, ``--edition`` and ``--on``."""

import functools
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from casecert_data.errors import ReportError
from casecert_data.reporting.model._institution import INSTITUTION_VARIABLE

_Command = TypeVar("_Command", bound=Callable[..., Any])


def writing(command: _Command) -> _Command:
    """Give a command ``-p``, ``--out``, ``--format``, ``--show-names``, ``--institution``."""
    options = (
        click.option(
            "-p",
            "parameters",
            multiple=True,
            metavar="KEY=VALUE",
            help="A parameter of the report; may be given again. 'casecert show' lists them.",
        ),
        click.option(
            "--out",
            required=True,
            metavar="DIR",
            help="Folder for the files; made if it is not there.",
        ),
        click.option(
            "--format",
            "formats",
            default="html,pdf",
            show_default=True,
            metavar="html,pdf,ipynb,interactive",
            help="Files to write; ipynb: the notebook behind the page; interactive: a page "
            "with live charts, 5 MB.",
        ),
        click.option(
            "--show-names",
            is_flag=True,
            help="Print the name (display_name) on the page; it is left out otherwise.",
        ),
        click.option(
            "--institution",
            metavar="FILE",
            envvar=INSTITUTION_VARIABLE,
            show_envvar=True,
            help="A TOML file on whoever hands it out: name, logo, color, contact, footer.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def institution_given(file: str | None) -> Any:
    """Read the file on whoever hands a report out; None where none is named."""
    if not file:
        return None
    # What reads its logo is not loaded for everybody.
    from casecert_data.reporting import read_institution

    return read_institution(file)


def limiting(command: _Command) -> _Command:
    """Give a command ``--time-limit`` and ``--memory-limit``, together as ``limits``."""

    @functools.wraps(command)
    def limited(*args: Any, time_limit: int, memory_limit: int, **options: Any) -> Any:
        return command(*args, limits=(time_limit, memory_limit), **options)

    wrapped: Any = limited
    for option in (
        click.option(
            "--memory-limit",
            type=click.IntRange(min=1),
            default=2048,
            show_default=True,
            metavar="MB",
            help="Memory that a report may take on top of what it starts with.",
        ),
        click.option(
            "--time-limit",
            type=click.IntRange(min=1),
            default=120,
            show_default=True,
            metavar="SECONDS",
            help="How long a report may take.",
        ),
    ):
        wrapped = option(wrapped)
    decorated: _Command = wrapped
    return decorated


def given_parameters(
    context: click.Context, report: str, assignments: Iterable[str]
) -> dict[str, str]:
    """Return the parameters that were typed, name to text; ``--edition`` and ``--on`` are two.

    An option that was left out is not among them, so that the report's own default holds.

    Raises
    ------
    ReportError
        If one has no ``=``, or a parameter is set twice.
    """
    given: dict[str, str] = {}
    for assignment in assignments:
        name, sign, text = assignment.partition("=")
        if not sign:
            raise ReportError.not_an_assignment(assignment)
        if name in given:
            raise ReportError.given_twice(report, name)
        given[name] = text
    for option in ("edition", "on"):
        if context.get_parameter_source(option) is ParameterSource.COMMANDLINE:
            if option in given:
                raise ReportError.given_twice(report, option)
            given[option] = context.params[option]
    return given
