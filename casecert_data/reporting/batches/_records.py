"""What earlier runs have made: a line for each report, folded into the manifest."""

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from casecert_data.errors import CasecertError
from casecert_data.reporting._files import WrittenFile, inside, is_whole
from casecert_data.reporting.batches._manifest import (
    MANIFEST_NAME,
    ManifestEntry,
    Volume,
    entry_to_json,
    key_in,
)

JOURNAL_NAME = ".casecert-journal"
"""File beside the manifest with a line for each report made since the manifest was written."""

_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, CasecertError)


class Journal:
    """The journal of a run that goes on: what is noted in it is on the disk.

    It exists from the first line on. A line that a crash has cut off is skipped when it is
    read, and its report is made again.

    Parameters
    ----------
    folder
        Folder of the files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def add(self, entry: ManifestEntry) -> None:
        """Note a report that is done and whole."""
        if self._handle is None:
            path = self._folder / JOURNAL_NAME
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            self._handle = os.open(path, flags, 0o600)
        line = json.dumps(entry_to_json(entry, self._folder))
        # A line begins with its break, so that what a crash has cut off spoils no other.
        os.write(self._handle, f"\n{line}".encode())
        os.fsync(self._handle)

    def close(self) -> None:
        """Let go of the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def remove(self) -> None:
        """Remove it, once the manifest says the same."""
        self.close()
        with contextlib.suppress(OSError):
            (self._folder / JOURNAL_NAME).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Records:
    """What earlier runs have left in a folder, by the digest of what it was made from."""

    folder: Path
    """Folder of the files."""
    entries: Mapping[str, ManifestEntry]
    """Each report that was made."""
    volumes: tuple[Volume, ...] = ()
    """Files to print that lie there still, byte for byte."""

    def whole(self, made_from: str) -> ManifestEntry | None:
        """Return what was made from the same and lies there still, byte for byte."""
        entry = self.entries.get(made_from)
        return entry if entry is not None and all(map(is_whole, entry.files)) else None

    def others(self, names: Iterable[str]) -> tuple[ManifestEntry, ...]:
        """Return what was made for others or in other formats, and lies there still.

        Parameters
        ----------
        names
            Names of the files of this run.
        """
        ours = set(names)
        found: dict[tuple[WrittenFile, ...], ManifestEntry] = {}
        for entry in self.entries.values():
            files = tuple(
                one for one in entry.files if one.path.name not in ours and is_whole(one)
            )
            # Only all of its files together are what was made from that.
            made_from = entry.made_from if files == entry.files else None
            if files:
                found[files] = replace(entry, files=files, made_from=made_from)
        return tuple(sorted(found.values(), key=lambda one: one.files[0].path.name))


def read_records(folder: Path) -> Records:
    """Read what earlier runs have made; what cannot be read was not made.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     len(read_records(Path(name)).entries)
    0
    """
    told = (*_of_manifest(folder), *_of_journal(folder))
    entries = {
        entry.made_from or str(number): entry
        for number, one in enumerate(told)
        for entry in _entries(one, folder)
    }
    return Records(folder, entries, tuple(_volumes(folder)))


def _of_manifest(folder: Path) -> list[Any]:
    try:
        told = json.loads((folder / MANIFEST_NAME).read_bytes())
        return [*told["files"], *told.get("earlier", ())]
    except _UNREADABLE:
        return []


def _volumes(folder: Path) -> Iterator[Volume]:
    with contextlib.suppress(*_UNREADABLE):
        for told in json.loads((folder / MANIFEST_NAME).read_bytes())["volumes"]:
            names = (str(told[name]) for name in ("first", "last", "made_from"))
            volume = Volume(_file(told, folder), *names)
            if is_whole(volume.file):
                yield volume


def _of_journal(folder: Path) -> Iterator[Any]:
    try:
        lines = (folder / JOURNAL_NAME).read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        with contextlib.suppress(ValueError):
            yield json.loads(line)


def _entries(told: Any, folder: Path) -> Iterator[ManifestEntry]:
    """Read an entry, if it is one of a report that was made."""
    with contextlib.suppress(*_UNREADABLE):
        files = tuple(_file(one, folder) for one in told["outputs"])
        if files and told["status"] == "ok":
            notes = tuple(map(str, told.get("notes", ())))
            made_from = told.get("made_from")
            about, key = key_in(told)
            yield ManifestEntry(key, None, files, notes, made_from and str(made_from), about)


def _file(told: Any, folder: Path) -> WrittenFile:
    return WrittenFile(inside(folder, told["path"]), str(told["sha256"]), int(told["bytes"]))
