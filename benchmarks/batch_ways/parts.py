"""Where the time of our engine goes: each part of a report timed in the fork that makes it."""

import json
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from _people import DAY, task

from casecert_data.reporting import Person, read_report, report_job
from casecert_data.reporting._job import Job
from casecert_data.reporting._person_ref import hand_over_here
from casecert_data.reporting.engine._fork import Forked
from casecert_data.reporting.making._warm import warm_up

TIMED = {
    "papermill around the cells": (
        "casecert_data.reporting.making._run",
        "execute_by_papermill",
    ),
    "cells": ("casecert_data.reporting.engine._cells", "run_cells"),
    "page from what they put out": ("casecert_data.reporting.making._run", "collect_page"),
    "HTML": ("casecert_data.reporting.html", "render_html"),
    "PDF": ("casecert_data.reporting.pdf", "render_pdf"),
    "writing": ("casecert_data.reporting.making._run", "write_whole"),
}
"""What is timed, and the function that does it."""

seconds: dict[str, float] = defaultdict(float)


def main() -> None:
    """Warm up as the engine does, make the reports, and print what each part took."""
    found = task("Time the parts of reports that are made by our engine.")
    warm_up(rehearsing=True)
    run = import_module("casecert_data.reporting.making._run")
    for name, (module, function) in TIMED.items():
        timed(name, import_module(module), function)
    report = read_report("person")
    total: dict[str, float] = defaultdict(float)
    began, children = own_seconds(), seconds_of(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as out:
        for person in found.people:
            job = report_job(
                report,
                {},
                out=Path(out),
                formats=("html", "pdf"),
                day=DAY,
                person=person,
                key=person.person_ref,
            )
            for name, taken in told_by_a_fork(run, job, person).items():
                total[name] += taken
    total["fork, seen from the parent"] = own_seconds() - began
    all_of_children = seconds_of(resource.RUSAGE_CHILDREN) - children
    total["beginning and end of the fork"] = all_of_children - sum(
        taken for name, taken in total.items() if name in {*TIMED, "rest"}
    )
    count = len(found.people)
    print(json.dumps({name: taken / count for name, taken in total.items()}))


def told_by_a_fork(run: Any, job: Job, person: Person) -> dict[str, float]:
    """Make one report in a fork, and return what its parts took."""

    def work(results: Connection) -> None:
        hand_over_here(person)
        began = time.process_time()
        outcome = run.outcome_of(job, run.execute_here)
        rest = time.process_time() - began - sum(seconds.values())
        results.send((outcome.error, {**seconds, "rest": rest}))

    fork = Forked(work)
    try:
        error, told = fork.take() if fork.wait(None) else ("nothing told", {})
    finally:
        fork.end()
    if error is not None:
        raise RuntimeError(error)
    parts: dict[str, float] = told
    return parts


def timed(name: str, module: Any, function: str) -> None:
    """Have a function add its own time, without that of the timed ones inside it."""
    does: Callable[..., Any] = getattr(module, function)

    def measured(*given: Any, **options: Any) -> Any:
        began = time.process_time()
        before = sum(seconds.values())
        try:
            return does(*given, **options)
        finally:
            within = sum(seconds.values()) - before
            seconds[name] += time.process_time() - began - within

    setattr(module, function, measured)


def own_seconds() -> float:
    """Return the processor time of this process alone."""
    return seconds_of(resource.RUSAGE_SELF)


def seconds_of(who: int) -> float:
    """Return the processor time, of programs and of the system for them."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


main()
