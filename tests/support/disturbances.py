"""Batches that are disturbed at the n-th thing that they do to their folder."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

_FOLDER = Path(__file__).parent / "disturbed"

PATH = os.pathsep.join(
    one for one in (str(_FOLDER), *os.environ.get("PYTHONPATH", "").split(os.pathsep)) if one
)
"""Where Python finds the module that it imports by itself, before all others."""

ERRORS = ("ENOSPC", "EIO", "EACCES")
"""What a disk answers: it is full, it is broken, or it does not let us."""

KILLED = ("driver", "parent", "self")
"""Whom kill -9 hits, seen from the process that has the event."""


def plan(folder: Path, log: Path, at: int = 0, what: str = "") -> Mapping[str, str]:
    """Give the environment in which every process counts, and one event is disturbed.

    Parameters
    ----------
    folder
        The folder of the files.
    log
        Gets one letter for each event.
    at
        Which event is disturbed, from 1; none if 0.
    what
        One of `ERRORS` or `KILLED`.
    """
    told = {"folder": str(folder), "log": str(log), "at": at, "what": what, "test": os.getpid()}
    return {"CASECERT_DISTURBED": json.dumps(told), "PYTHONPATH": PATH}


def events(log: Path) -> int:
    """Count the events of a run."""
    return log.stat().st_size if log.exists() else 0
