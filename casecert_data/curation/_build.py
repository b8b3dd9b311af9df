"""Write down what the data says now, for later changes to be held to."""

import os
from pathlib import Path
from typing import NamedTuple

from casecert_data.catalog import data_version
from casecert_data.curation._changes import untold_lines
from casecert_data.curation._check import standing_faults
from casecert_data.curation._released import released_path, released_text, values
from casecert_data.errors import DataCheckError, DataFault


class Built(NamedTuple):
    """What was written."""

    path: Path
    """The file."""
    version: str
    """The version of the data that it now stands for."""
    value_count: int
    """How many values it knows."""
    untold: tuple[str, ...]
    """Lines on changes since the release before that the changelog lacks."""


def build_released(path: Path | None = None) -> Built:
    """Write the fingerprint of every value as that of the released one.

    Parameters
    ----------
    path
        Where to write; None for the place from which the check reads.

    Raises
    ------
    DataCheckError
        If anything but an untold change is wrong with the data, or the file cannot be written;
        then the file is as it was.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     build_released(Path(folder) / "released.csv").version
    '2026.11.23'
    """
    faults = standing_faults()
    if faults:
        raise DataCheckError.listing(faults)
    untold = untold_lines()
    written = path or released_path()
    try:
        _write_whole(written, released_text(data_version()))
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise DataCheckError.listing([DataFault.unwritable(written, reason)]) from None
    return Built(written, data_version(), len(values()), untold)


def _write_whole(path: Path, text: str) -> None:
    # Unlike a handout it is for everybody's eyes, so it gets the rights of any new file.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        unfinished.write_text(text, "utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
