"""Remove what a batch wrote: every file that it lists, and none that it does not."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casecert_data.errors import ReportError
from casecert_data.reporting._files import UNFINISHED, inside
from casecert_data.reporting.batches._manifest import MANIFEST_NAME
from casecert_data.reporting.batches._records import JOURNAL_NAME, read_records
from casecert_data.reporting.batches._summary_page import SUMMARY_NAME, is_summary
from casecert_data.reporting.batches._volumes import VOLUMES


@dataclass(frozen=True, slots=True)
class Purge:
    """What is to be removed from a folder, and what is to stay."""

    folder: Path
    """Folder of the batch."""
    goes: tuple[Path, ...]
    """What the batch wrote and is still there, the manifest last."""
    stays: tuple[str, ...]
    """Names of what else lies there, in their order."""


def plan_purge(folder: Path) -> Purge:
    """Find what a batch wrote into a folder; nothing is removed yet.

    Raises
    ------
    ReportError
        If no batch has written there, or its manifest cannot be read.
    """
    manifest = _manifest(folder)
    made = (file for one in read_records(folder).entries.values() for file in one.files)
    page = [SUMMARY_NAME] if is_summary(folder / SUMMARY_NAME) else []
    others = (*(file.path.name for file in made), *page, JOURNAL_NAME)
    names = dict.fromkeys((*_listed(manifest), *others))
    paths = [inside(folder, name) for name in names]
    # What a run that was killed has left is on no list.
    left = {*folder.glob(UNFINISHED), *folder.glob(VOLUMES)}
    paths += sorted(left - set(paths))
    # The manifest goes last: what stops on the way can be run again.
    goes = (*(one for one in paths if _is_there(one)), folder / MANIFEST_NAME)
    stays = sorted({one.name for one in folder.iterdir()} - {one.name for one in goes})
    return Purge(folder, goes, tuple(stays))


def purge(plan: Purge) -> None:
    """Remove what a batch wrote, and the folder too if nothing else is in it.

    Raises
    ------
    ReportError
        If the system refuses to remove a file; what came before it is gone.
    """
    for path in plan.goes:
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            raise ReportError.cannot_remove(path, reason) from None
    if not plan.stays:
        # Somebody may have laid something into it meanwhile.
        with contextlib.suppress(OSError):
            plan.folder.rmdir()


def _manifest(folder: Path) -> Mapping[str, Any]:
    path = folder / MANIFEST_NAME
    if not path.is_file():
        if (folder / JOURNAL_NAME).is_file():
            return {"files": ()}  # a first run that was killed
        raise ReportError.no_batch_here(folder)
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        list(_listed(manifest))
    except (OSError, ValueError, KeyError, TypeError):
        raise ReportError.unreadable_manifest(path) from None
    return manifest if isinstance(manifest, Mapping) else {}


def _listed(manifest: Mapping[str, Any]) -> Iterator[str]:
    for entry in manifest["files"]:
        yield from (str(output["path"]) for output in entry["outputs"])
    for entry in manifest.get("earlier", ()):
        yield from (str(output["path"]) for output in entry["outputs"])
    yield from (str(volume["path"]) for volume in manifest.get("volumes", ()))


def _is_there(path: Path) -> bool:
    # A link that leads nowhere is there, and goes.
    return path.is_symlink() or path.exists()
