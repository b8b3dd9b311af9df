"""Files of one's own: whole or not there, for their owner alone, never in the package."""

import os
from itertools import count
from pathlib import Path

from casecert_data.errors import TakeawayError
from casecert_data.reporting._files import inside, safe_key, write_whole
from casecert_data.shipped import is_installed


def write_file(path: Path, content: bytes) -> Path:
    """Write a file under the name that somebody gave it; one that is there is replaced.

    Parameters
    ----------
    path
        Where it goes; its folder must be there.
    content
        All of it. The name stands for the old content or for all of the new.

    Returns
    -------
    Path
        Where it lies.

    Raises
    ------
    TakeawayError
        If the place is inside the package, is a folder, or the system refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_file(Path(folder) / "fees.csv", b"Fee").read_bytes()
    b'Fee'
    """
    if is_installed(path):
        raise TakeawayError.in_package(path)
    if path.is_dir():
        raise TakeawayError.folder(path)
    if not path.parent.is_dir():
        raise TakeawayError.no_folder(path.parent, "none there")
    try:
        return write_whole(path, content).path
    except OSError as fault:
        raise TakeawayError.not_written(path, _reason(fault)) from None


def save_in(folder: Path, name: str, ending: str, content: bytes) -> Path:
    """Save a file in a folder without replacing another: the name gets a number if need be.

    What is there with the same content is left as it is.

    Parameters
    ----------
    folder
        Where it goes; it is made if need be, for its owner alone.
    name
        What it is, which becomes the name of the file. No fact of a person belongs here.
    ending
        Format, such as ``csv``.
    content
        All of it.

    Returns
    -------
    Path
        Where it lies.

    Raises
    ------
    TakeawayError
        If the folder is inside the package, or the system refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as parent:
    ...     saved = [save_in(Path(parent), "fees", "csv", one) for one in (b"1", b"2", b"1")]
    >>> [path.name for path in saved]
    ['fees.csv', 'fees-2.csv', 'fees.csv']
    """
    if is_installed(folder):
        raise TakeawayError.in_package(folder)
    _make(folder)
    stem = safe_key(name)
    for at in count(1):
        path = inside(folder, f"{stem}.{ending}" if at == 1 else f"{stem}-{at}.{ending}")
        if not os.path.lexists(path):
            return write_file(path, content)
        if _holds(path, content):
            return path
    raise AssertionError  # pragma: no cover - there is always another number


def _make(folder: Path) -> None:
    try:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            one.mkdir(mode=0o700)
    except OSError as fault:
        raise TakeawayError.no_folder(folder, _reason(fault)) from None
    if not folder.is_dir():
        raise TakeawayError.no_folder(folder, "a file")


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False  # a folder, or somebody else's: the next number is free of it


def _reason(fault: OSError) -> str:
    return fault.strerror or type(fault).__name__
