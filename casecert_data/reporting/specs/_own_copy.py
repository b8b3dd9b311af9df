"""An educator's own copy of a shipped report."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from casecert_data.errors import FileError, UnknownNameError
from casecert_data.reporting.specs._report_spec import Report, read_report, report_names

_UNFINISHED = ".casecert-copy-"


def copy_report(name: str, folder: Path) -> Report:
    """Copy a shipped report into a folder that is not there yet, whole or not at all.

    Parameters
    ----------
    name
        Name of a shipped report.
    folder
        Where the copy goes; its name is that of the copy.

    Returns
    -------
    Report
        The copy, with the folder as it was given.

    Raises
    ------
    UnknownNameError
        If there is no such report.
    FileError
        If something is there already, or the disk refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as parent:
    ...     copy = copy_report("person", Path(parent) / "my-person")
    ...     copy.name, copy.about
    ('my-person', 'person')
    """
    if name not in report_names():
        raise UnknownNameError.among("report", name, report_names())
    shipped = read_report(name)
    if folder.exists() or folder.is_symlink():
        raise FileError.in_the_way(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _unfinished(folder.parent) as draft:
            for path in (shipped.folder / "report.toml", shipped.template):
                (draft / path.name).write_bytes(path.read_bytes())
            draft.chmod(0o755)
            draft.rename(folder)
    except OSError as fault:
        raise FileError.unwritable(folder, fault.strerror or type(fault).__name__) from None
    return replace(read_report(folder.resolve()), folder=folder)


@contextlib.contextmanager
def _unfinished(parent: Path) -> Iterator[Path]:
    draft = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=parent))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)
