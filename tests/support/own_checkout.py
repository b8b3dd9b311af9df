"""A copy of the data with what lies beside it, for a check of the data to be run on."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.own_data import OwnData, own_data

from casecert_data import shipped


@contextmanager
def own_checkout(folder: Path) -> Iterator[OwnData]:
    """Let everything read a copy of the data and of the changelog in this folder."""
    for beside in (shipped.notebooks_folder(), shipped.reports_folder()):
        (folder / beside.name).symlink_to(beside, target_is_directory=True)
    shutil.copy(shipped.changelog_path(), folder)
    with own_data(folder) as copied:
        yield copied
