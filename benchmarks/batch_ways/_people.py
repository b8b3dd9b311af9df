"""What every way of making the reports starts from: the same people, the same template."""

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from casecert_data.profiles import read_day
from casecert_data.reporting import Person, read_report
from casecert_data.rosters import read_roster

REPORT = "person"
DAY = "2026-11-23"


class Task(NamedTuple):
    """What is to be made, and where."""

    people: Sequence[Person]
    """Whom the reports are about."""
    out: Path
    """Folder of the files."""
    template: Path
    """The notebook."""

    def parameters(self, person: Person) -> dict[str, str]:
        """Give what goes into the template's parameters cell."""
        return {"person_ref": person.person_ref, "edition": "issuer", "on": DAY}


def task(description: str) -> Task:
    """Read from the command line what is to be made."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("roster", help="A roster.")
    options.add_argument("--out", required=True, help="Folder of the files.")
    options.add_argument("--count", type=int, required=True, help="How many reports.")
    given = options.parse_args()
    rows = read_roster(given.roster, on=read_day("--on", DAY)).rows[: given.count]
    out = Path(given.out)
    out.mkdir(parents=True, exist_ok=True)
    people = [Person.of(row.profile, assumptions={}, show_name=False) for row in rows]
    return Task(people, out, read_report(REPORT).template)


def measure(found: Task, make: Callable[[Person, Path], object]) -> None:
    """Make the reports one by one and print what each took, without the first one's start."""
    with tempfile.TemporaryDirectory() as private:
        make(found.people[0], Path(private))
        began, used = time.perf_counter(), processor_seconds()
        for person in found.people:
            make(person, Path(private))
        wall, cpu = time.perf_counter() - began, processor_seconds() - used
    count = len(found.people)
    print(json.dumps({"cpu": cpu / count, "wall": wall / count, "count": count}))


def processor_seconds() -> float:
    """Add up the time of processors that this process and its ended children have had."""
    taken = [
        resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return sum(one.ru_utime + one.ru_stime for one in taken)
