"""The handouts of a batch in volumes to print."""

import json
from collections.abc import Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from casecert_data.catalog import say
from casecert_data.catalog._messages import LANGUAGE
from casecert_data.errors import ReportError
from casecert_data.reporting._files import WrittenFile, inside, write_whole
from casecert_data.reporting.batches._manifest import ManifestEntry, Volume

PEOPLE_IN_A_VOLUME = 200
"""More of them make a stack of paper that nobody can carry, and a file that printers refuse."""

_PDF = ".pdf"
VOLUMES = "casecert-volume-[0-9]*.pdf"
"""How volumes are called; nobody else's file is."""


def write_volumes(
    folder: Path,
    entries: Sequence[ManifestEntry],
    *,
    title: str,
    people: int = PEOPLE_IN_A_VOLUME,
    there: Sequence[Volume] = (),
) -> tuple[Volume, ...]:
    """Put the PDF handouts of a batch behind one another in files to print.

    Each handout begins on a right-hand page, so that a printer that uses both sides of the
    paper never puts two people on one sheet. Rows without a PDF are passed over.

    Parameters
    ----------
    folder
        Folder of the files.
    entries
        What the batch wrote, in the order in which the handouts are to lie.
    title
        Title of the report, for each volume's own.
    people
        How many handouts a volume holds at most.
    there
        Whole volumes of an earlier run; one that would be the same is kept.

    Returns
    -------
    tuple[Volume, ...]
        ``casecert-volume-1.pdf`` and so on, with zeros in front where there are more than nine.

    Raises
    ------
    ReportError
        If a handout cannot be read, or the disk refuses a volume.

    Examples
    --------
    >>> write_volumes(Path("handouts"), [], title="Where you stand")
    ()
    """
    volumes = _shared_out([one for one in entries if _pdf_of(one)], people)
    digits = len(str(len(volumes)))
    known = {(one.file.path, one.made_from): one for one in there}
    made = []
    for number, held in enumerate(volumes, start=1):
        path = inside(folder, f"casecert-volume-{number:0{digits}d}{_PDF}")
        own_title = say("volume.title", title=title, number=number, count=len(volumes))
        made_from = _digest(own_title, held)
        made.append(
            known.get((path, made_from))
            or Volume(
                _write(path, [path for one in held for path in _pdf_of(one)], own_title),
                held[0].key,
                held[-1].key,
                made_from,
            )
        )
    return tuple(made)


def remove_volumes(folder: Path, *, but: Sequence[Volume] = ()) -> None:
    """Remove volumes of an earlier run, which may no longer hold what their handouts say."""
    kept = {one.file.path for one in but}
    for path in folder.glob(VOLUMES):
        if path not in kept:
            path.unlink(missing_ok=True)


def _digest(title: str, held: Sequence[ManifestEntry]) -> str:
    """Return a digest of all that decides what a volume holds."""
    handouts = [(one.key, one.made_from, *(file.sha256 for file in _pdfs(one))) for one in held]
    return sha256(json.dumps([title, handouts]).encode()).hexdigest()


def _write(path: Path, handouts: Sequence[Path], title: str) -> WrittenFile:
    merge = import_module("casecert_data.reporting.batches._merge")
    try:
        content = merge.merge_pdfs(handouts, title=title, language=LANGUAGE)
        return write_whole(path, content)
    except (OSError, merge.PdfError) as fault:
        # Its words could quote a path; the kind says what to look for.
        raise ReportError.no_volume(path.name, type(fault).__name__) from None


def _pdf_of(entry: ManifestEntry) -> list[Path]:
    return [file.path for file in _pdfs(entry)]


def _pdfs(entry: ManifestEntry) -> list[WrittenFile]:
    return [file for file in entry.files if file.path.suffix == _PDF]


def _shared_out(entries: Sequence[ManifestEntry], people: int) -> list[Sequence[ManifestEntry]]:
    # As few volumes as will do, filled evenly: 201 people are 101 and 100.
    if not entries:
        return []
    size = -(-len(entries) // -(-len(entries) // people))
    return [entries[at : at + size] for at in range(0, len(entries), size)]
