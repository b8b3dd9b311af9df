"""How far a batch is: a bar on a terminal, a few plain lines elsewhere."""

import contextlib
import sys
from collections.abc import Callable, Iterator

import click

from casecert_data.catalog import say
from casecert_data.reporting import Told

STEPS = 4
"""How many times a batch says how far it is where there is no terminal to draw on."""


@contextlib.contextmanager
def progress(workers: int) -> Iterator[Told]:
    """Show how far a batch is for as long as the block runs; yields whom to tell."""
    with contextlib.ExitStack() as stack:
        advance: list[Callable[[], None]] = []

        def begin(to_make: int, kept: int) -> None:
            if kept:
                click.echo(say("batch.kept", count=kept), err=True)
            if to_make:
                click.echo(
                    say("batch.started", count=to_make, workers=min(workers, to_make)), err=True
                )
                drawn = _bar if sys.stderr.isatty() else _lines
                advance.append(stack.enter_context(drawn(to_make)))

        yield Told(
            begin=begin,
            row_done=lambda _: advance[0](),
            note=lambda words: click.echo(words, err=True),
        )


@contextlib.contextmanager
def _lines(total: int) -> Iterator[Callable[[], None]]:
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        if done * STEPS // total > (done - 1) * STEPS // total:
            click.echo(say("batch.progress", done=done, total=total), err=True)

    yield advance


@contextlib.contextmanager
def _bar(total: int) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text("" if speed is None else say("batch.rate", rate=f"{speed:.1f}"))

    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda: shown.advance(task)
