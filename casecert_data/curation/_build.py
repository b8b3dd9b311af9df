"""Write what is derived: what this version says, for later changes, and the parsed files."""

import os
from pathlib import Path
from typing import NamedTuple

from casecert_data.catalog import (
    data_version,
    parse_toml,
    parsed_path,
    parsed_text,
    read_text,
)
from casecert_data.curation._changes import untold_lines
from casecert_data.curation._check import standing_faults
from casecert_data.curation._released import released_path, released_text, values
from casecert_data.errors import DataCheckError, DataFault
from casecert_data.shipped import data_folder

# The cases are not kept: the check alone reads them, and it parses everything.
_KEPT = ("*.toml", "messages/*.toml", "rules/*.toml")


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


def build_data(released: Path | None = None, parsed: Path | None = None) -> Built:
    """Write the fingerprint of every value as released, and what the TOML files say.

    Parameters
    ----------
    released, parsed
        Where to write; None for the places from which they are read.

    Raises
    ------
    DataCheckError
        If anything but an untold change is wrong with the data, or the file cannot be written;
        then the file is as it was.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     build_data(Path(folder, "released.csv"), Path(folder, "parsed.json")).version
    '2026.11.28'
    """
    faults = standing_faults()
    if faults:
        raise DataCheckError.listing(faults)
    untold = untold_lines()
    written = released or released_path()
    texts = {parsed or parsed_path(): parsed_files(), written: released_text(data_version())}
    for path, text in texts.items():
        try:
            _write_whole(path, text)
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            raise DataCheckError.listing([DataFault.unwritable(path, reason)]) from None
    return Built(written, data_version(), len(values()), untold)


def parsed_files() -> str:
    """Return the text that keeps what our TOML files say now.

    Examples
    --------
    >>> '"rules/ccm.toml"' in parsed_files()
    True
    """
    paths = [path for room in _KEPT for path in sorted(data_folder().glob(room))]
    texts = [(path, read_text(path)) for path in paths]
    return parsed_text((path, text, parse_toml(path, text)) for path, text in texts)


def _write_whole(path: Path, text: str) -> None:
    # Unlike a handout it is for everybody's eyes, so it gets the rights of any new file.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        unfinished.write_text(text, "utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
