"""Run a batch, or go on with one: what is unchanged and whole is kept, the rest is made."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from casecert_data.errors import ReportError, ReportFailedError
from casecert_data.reporting._files import held_alone, inside, prepare_folder, remove_stray
from casecert_data.reporting._job import Job, Outcome
from casecert_data.reporting.batches._batch import Batch
from casecert_data.reporting.batches._depends import Dependencies
from casecert_data.reporting.batches._manifest import (
    Manifest,
    ManifestEntry,
    Volume,
    write_manifest,
)
from casecert_data.reporting.batches._records import Journal, Records, read_records
from casecert_data.reporting.batches._summary_page import refuse_another_page, write_summary
from casecert_data.reporting.batches._volumes import remove_volumes, write_volumes
from casecert_data.reporting.making._crew import Crew
from casecert_data.reporting.making._limits import USUAL, Limits
from casecert_data.reporting.specs._report_spec import Report


class Told(NamedTuple):
    """Whom a run tells how far it is."""

    begin: Callable[[int, int], None] = lambda _make, _kept: None
    """Called once, with how many reports are to be made and how many are kept."""
    row_done: Callable[[Outcome], None] = lambda _: None
    """Called with the outcome of each report as it comes, in no certain order."""
    note: Callable[[str], None] = lambda _: None
    """Called once, in words, if reports are made by kernels."""


NOBODY = Told()
"""Nobody is told."""


def run_batch(
    batch: Batch,
    out: Path,
    *,
    workers: int,
    limits: Limits = USUAL,
    told: Told = NOBODY,
    anew: bool = False,
) -> Manifest:
    """Make the reports of a batch, and write ``manifest.json`` and the page that lists them.

    What an earlier run has made from the very same and lies there whole is kept. A row that
    fails has no file, also none of an earlier run, which would say what no longer holds.

    Parameters
    ----------
    batch
        What to make.
    out
        Folder of the files; it is made if need be, readable by its owner only.
    workers
        How many reports to make at a time.
    limits
        What each report may take.
    told
        Whom to tell how far it is.
    anew
        Whether every report is made, whatever is there.

    Returns
    -------
    Manifest
        One entry for each row, in their order. If the run is stopped, the manifest
        is written all the same and lists the rows that were not reached as failed.

    Raises
    ------
    ReportError
        If the folder cannot be made or written to, another batch is writing into it, its
        ``index.html`` is somebody else's, or a volume cannot be made.
    """
    folder = prepare_folder(out)
    refuse_another_page(folder)
    with held_alone(folder) as lock:
        remove_stray(folder)
        run = _Run(batch, folder, anew=anew)
        volumes: tuple[Volume, ...] = ()
        try:
            told.begin(len(run.to_make), len(run.entries))
            for outcome in run.make(workers, limits, told, lock):
                told.row_done(outcome)
            volumes = run.volumes
        finally:
            manifest = run.manifest()
            remove_volumes(folder, but=volumes)
            _publish(manifest, folder, batch.report)
            run.journal.remove()
        if batch.volumes:
            made = write_volumes(
                folder, manifest.entries, title=batch.report.title, there=volumes
            )
            remove_volumes(folder, but=made)
            manifest = replace(manifest, volumes=made)
            _publish(manifest, folder, batch.report)
    return manifest


class _Run:
    """One run of a batch: what is there, what is made."""

    def __init__(self, batch: Batch, folder: Path, *, anew: bool) -> None:
        self._batch = batch
        self._folder = folder
        self._records = read_records(folder)
        self.journal = Journal(folder)
        depends = Dependencies(batch.report.template)
        self._made_from = [depends.digest(job) for job in batch.jobs]
        kept = Records(folder, {}) if anew else self._records
        self.volumes = kept.volumes if batch.volumes else ()
        found = (kept.whole(made_from) for made_from in self._made_from)
        self.entries = {at: entry for at, entry in enumerate(found) if entry is not None}
        self.to_make = [at for at in range(len(batch.jobs)) if at not in self.entries]

    def make(
        self, workers: int, limits: Limits, told: Told, lock: int | None
    ) -> Iterator[Outcome]:
        """Make what is missing, and note each report that is done."""
        if not self.to_make:
            return
        jobs = [self._batch.jobs[at] for at in self.to_make]
        crew = Crew(
            jobs, size=workers, out=self._folder, limits=limits, note=told.note, lock=lock
        )
        with crew, contextlib.closing(self.journal):
            for position, outcome in crew.outcomes():
                self._take(self.to_make[position], outcome)
                yield outcome

    def manifest(self) -> Manifest:
        """Say what is there now, and what was not reached."""
        not_reached = str(ReportFailedError.interrupted())
        names = {name for job in self._batch.jobs for name in _names(job)}
        return Manifest(
            report=self._batch.report.name,
            edition=self._batch.edition,
            on=self._batch.day,
            entries=tuple(
                self.entries.get(at) or self._entry(at, not_reached)
                for at in range(len(self._batch.rows))
            ),
            earlier=self._records.others(names),
        )

    def _take(self, at: int, outcome: Outcome) -> None:
        made_from = self._made_from[at] if outcome.error is None else None
        entry = replace(
            self._entry(at, outcome.error),
            files=outcome.files,
            notes=outcome.notes,
            made_from=made_from,
        )
        self.entries[at] = entry
        if outcome.error is None:
            # A disk that is full now costs a report made again, in a run that is killed.
            with contextlib.suppress(OSError):
                self.journal.add(entry)
            return
        for name in _names(self._batch.jobs[at]):
            with contextlib.suppress(OSError):
                inside(self._folder, name).unlink(missing_ok=True)

    def _entry(self, at: int, error: str | None) -> ManifestEntry:
        key = self._batch.rows[at].key
        return ManifestEntry(key, error, (), about=self._batch.about)


def _names(job: Job) -> list[str]:
    return [f"{job.stem}.{file_format}" for file_format in job.formats]


def _publish(manifest: Manifest, folder: Path, report: Report) -> None:
    try:
        write_manifest(manifest, folder)
        write_summary(folder, manifest.to_json(folder), title=report.title)
    except OSError as fault:
        raise ReportError.bad_out_folder(folder, str(fault.strerror)) from None
