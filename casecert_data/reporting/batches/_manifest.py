"""What a batch wrote: one entry for each row, with digests, and with no word on any person."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casecert_data import __version__
from casecert_data.catalog import data_version
from casecert_data.reporting._files import WrittenFile, write_whole

PERSON = "person_id"
"""What the key of a report about a person is called."""

MANIFEST_NAME = "manifest.json"
"""Its file name, beside the files it lists."""

_OTHERS = ("status", "error", "outputs", "made_from", "notes")


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What became of one row of the roster."""

    key: str
    """Whom or what the row is about: the pseudonym of a person, or the id of something else."""
    error: str | None
    """Why nothing was written; None if all was."""
    files: tuple[WrittenFile, ...]
    """What was written, in the order of the formats."""
    notes: tuple[str, ...] = ()
    """What the author of the template should know: numbers of cells, no values."""
    made_from: str | None = None
    """Digest of all that decides what the files hold; None if there are none."""
    about: str = PERSON
    """What the key is called: ``person_id``, or the parameter that it was given to."""

    @property
    def is_about_person(self) -> bool:
        """Whether the row is about a person."""
        return self.about == PERSON


@dataclass(frozen=True, slots=True)
class Volume:
    """Handouts of several people in one file to print."""

    file: WrittenFile
    """What was written."""
    first: str
    """The key of the first handout in it."""
    last: str
    """The key of the last one."""
    made_from: str = ""
    """Digest of all that decides what the file holds."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a batch was asked for, and what it wrote."""

    report: str
    """Name of the report."""
    edition: str
    """Whose statement of the rules was asked for."""
    on: str
    """The day asked about, YYYY-MM-DD."""
    entries: tuple[ManifestEntry, ...]
    """One for each row, in the order of the roster."""
    volumes: tuple[Volume, ...] = ()
    """Files to print, in their order; none unless they were asked for."""
    earlier: tuple[ManifestEntry, ...] = ()
    """What earlier runs made and left in the folder: for others, or as another report."""

    def to_json(self, folder: Path) -> dict[str, Any]:
        """Return the manifest as plain JSON values, its paths as seen from a folder."""
        return {
            "report": self.report,
            "edition": self.edition,
            "data_version": data_version(),
            "code_version": __version__,
            "on": self.on,
            "files": [entry_to_json(one, folder) for one in self.entries],
            "volumes": [
                _output(one.file, folder)
                | {"first": one.first, "last": one.last, "made_from": one.made_from}
                for one in self.volumes
            ],
            "earlier": [entry_to_json(one, folder) for one in self.earlier],
        }


def write_manifest(manifest: Manifest, folder: Path) -> Path:
    """Write ``manifest.json`` into the folder of the files, whole or not at all.

    Examples
    --------
    >>> import tempfile
    >>> manifest = Manifest("person", "issuer", "2026-11-23", ())
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_manifest(manifest, Path(folder)).name
    'manifest.json'
    """
    text = json.dumps(manifest.to_json(folder), indent=2) + "\n"
    return write_whole(folder / MANIFEST_NAME, text.encode()).path


def entry_to_json(entry: ManifestEntry, folder: Path) -> dict[str, Any]:
    """Return one entry as plain JSON values, its paths as seen from a folder."""
    made_from = {"made_from": entry.made_from} if entry.made_from else {}
    told = {"notes": list(entry.notes)} if entry.notes else {}
    return (
        told
        | made_from
        | {
            entry.about: entry.key,
            "status": "ok" if entry.error is None else "failed",
            "error": entry.error,
            "outputs": [_output(one, folder) for one in entry.files],
        }
    )


def key_in(told: Mapping[str, Any]) -> tuple[str, str]:
    """Return what the key of an entry in JSON is called, and the key.

    Raises
    ------
    ValueError
        If it has none, or more than one.

    Examples
    --------
    >>> key_in({"certification_id": "ccm", "status": "ok", "error": None, "outputs": []})
    ('certification_id', 'ccm')
    """
    ((about, key),) = ((name, value) for name, value in told.items() if name not in _OTHERS)
    return about, str(key)


def _output(file: WrittenFile, folder: Path) -> dict[str, Any]:
    return {
        "path": file.path.relative_to(folder).as_posix(),
        "sha256": file.sha256,
        "bytes": file.size_bytes,
    }
