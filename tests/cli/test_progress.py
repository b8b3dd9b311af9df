"""How far a batch is, as its user sees it: a bar on a terminal, plain lines in a log."""

import io
import re
from collections.abc import Callable

import pytest

from casecert_data.cli._progress import progress
from casecert_data.reporting import Outcome

DONE = Outcome(None)


class Terminal(io.StringIO):
    """A terminal that keeps what is drawn on it."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return what makes a run of some reports and gives back what it showed."""

    def make(stream: io.StringIO, *, to_make: int, kept: int = 0) -> str:
        monkeypatch.setattr("sys.stderr", stream)
        with progress(2) as told:
            told.begin(to_make, kept)
            for _ in range(to_make):
                told.row_done(DONE)
        return stream.getvalue()

    return make


def test_a_terminal_shows_a_bar_with_rate_and_time_left(run: Callable[..., str]) -> None:
    """It is gone when the batch is done, so that the last lines are what came of it."""
    shown = run(Terminal(), to_make=8)

    assert "8/8" in shown
    assert re.search(r"\d+\.\d a second", shown)
    assert re.search(r"\d:\d\d:\d\d", shown)
    assert shown.rstrip().endswith("\x1b[2K")


def test_a_log_has_four_lines_however_long_the_batch(run: Callable[..., str]) -> None:
    """And one at its start."""
    shown = run(io.StringIO(), to_make=1000)

    assert shown.splitlines() == [
        "1000 reports, 2 at a time.",
        *(f"{done} of 1000 done." for done in (250, 500, 750, 1000)),
    ]


def test_what_is_kept_is_told_and_nothing_is_said_to_be_made(run: Callable[..., str]) -> None:
    """Whoever runs a batch again sees that it did no work."""
    shown = run(io.StringIO(), to_make=0, kept=3)

    assert shown.splitlines() == [
        "3 reports are kept: nothing that they are made from has changed."
    ]
