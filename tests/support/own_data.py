"""A copy of the curated data that a test may break, put in the place of the shipped one."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from casecert_data import shipped


class OwnData:
    """A copied data folder; every change of it is seen by what reads the data next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """The copy of ``data/``."""

    def read(self, name: str) -> str:
        """Return the text of a file."""
        return (self.folder / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file anew."""
        (self.folder / name).write_text(text, "utf-8")
        forget()

    def append(self, name: str, text: str) -> None:
        """Write a text behind a file's end."""
        self.write(name, self.read(name) + text)

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands in a file, once if it stands there more often."""
        text = self.read(name)
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))


@contextmanager
def own_data(folder: Path) -> Iterator[OwnData]:
    """Let everything read a copy of the data in this folder; afterwards the shipped one."""
    package = folder / "casecert_data"
    shutil.copytree(shipped.data_folder(), package / "data")
    with patch.object(shipped, "_PACKAGE", package):
        forget()
        yield OwnData(package / "data")
    forget()


def forget() -> None:
    """Empty every memory of what was read from the data."""
    for name, module in list(sys.modules.items()):
        if name.startswith("casecert_data."):
            for value in vars(module).values():
                # Classes of pikepdf have every attribute that they are asked for.
                if hasattr(value, "cache_clear") and not isinstance(value, type):
                    value.cache_clear()
