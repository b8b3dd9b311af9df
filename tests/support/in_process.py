"""Run the command line in this process: quicker than a new one, and it sees patched data."""

import io
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

from casecert_data.cli import main


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    """Its exit code."""
    out: str
    """What it printed."""
    errors: str
    """What it printed as an error."""


def casecert(*arguments: str) -> Ran:
    """Run casecert with arguments."""
    out, errors = io.StringIO(), io.StringIO()
    code: object = 0
    with redirect_stdout(out), redirect_stderr(errors):
        try:
            main(list(arguments))
        except SystemExit as ended:
            code = ended.code
    return Ran(int(str(code or 0)), out.getvalue(), errors.getvalue())
