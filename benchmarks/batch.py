"""What a report costs, made by our engine and by other ways, from one template and one roster.

Run it by hand: ``python benchmarks/batch.py``. If an aim is missed, the exit code is 1.
"""

import argparse
import csv
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from _peers import FOLDER, environment, installed

WAYS = FOLDER / "benchmarks" / "batch_ways"
DAY = "2026-11-23"
PLOOMBER = ("ploomber-engine==0.0.33", "nbconvert==7.17.2", "ipykernel==7.4.0")
COMMANDS = "papermill and nbconvert, commands"
COMMANDS_PDF = "the same, printed by Chromium"
PYTHON = "papermill in Python, fresh kernel"
IN_PROCESS = "ploomber-engine"
FLOOR = "floor: our renderer, no notebook"
OURS = "casecert batch, 1 worker"
OURS_2 = "casecert batch, 2 workers"

LESS_THAN_COMMANDS = 40
"""How many times less processor time both files are to take than by papermill and nbconvert."""
OF_FLOOR = 15
"""Most times of the floor that a report is to take."""
RERUN_PERCENT = 3
"""Most of the first run's processor time that a rerun of an unchanged batch is to take."""
HTML_KB, PDF_KB = 200, 100
"""Largest files, in thousands of bytes."""
GROWTH_PERCENT = 10
"""Most that memory is to grow from the first look to the last."""
LOOKED_AT_FROM = 10
"""Reports that are there at the first look."""


class Cost(NamedTuple):
    """What one report took."""

    cpu: float
    """Seconds of processors, children included."""
    wall: float
    """Seconds that passed."""


class Sizes(NamedTuple):
    """How many reports are made by the slow ways, by the quick ones, and how often in turn."""

    slow: int
    quick: int
    rounds: int
    rerun: int


FULL, QUICK = Sizes(4, 100, 3, 1000), Sizes(1, 40, 1, 100)


def main() -> int:
    """Measure, print tables, and return the exit code."""
    options = argparse.ArgumentParser(description="Time a batch of reports against other ways.")
    options.add_argument("--quick", action="store_true", help="One round of fewer reports.")
    options.add_argument(
        "--long", action="store_true", help="Only the memory of a batch of 5,000 reports."
    )
    options.add_argument("--people", type=int, default=5000, help="How many for --long.")
    given = options.parse_args()
    sizes = QUICK if given.quick else FULL
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        if given.long:
            return int(is_growing(place, given.people))
        missed = is_dear(place, sizes)
        tell_parts(place, sizes)
        return int(is_rerun_dear(place, sizes.rerun) or missed)


def is_dear(place: Path, sizes: Sizes) -> bool:
    """Compare the ways, tell the aims, and say whether one was missed."""
    roster = write_roster(place / "roster.csv", sizes.quick)
    costs: dict[str, list[Cost]] = {}
    for number in range(sizes.rounds):
        out = place / f"round-{number}"
        for name, cost in one_round(roster, out, sizes).items():
            costs.setdefault(name, []).append(cost)
    middle = {
        name: Cost(*(statistics.median(values) for values in zip(*found, strict=True)))
        for name, found in costs.items()
    }
    print(f"{'a report':<36} processor      wall   of ours  files")
    for name, cost in middle.items():
        files = "HTML, PDF" if name in {COMMANDS_PDF, FLOOR, OURS, OURS_2} else "HTML"
        ratio = cost.cpu / middle[OURS].cpu
        print(f"{name:<36} {ms(cost.cpu)} {ms(cost.wall)}  {ratio:8.2f}  {files}")
    less = middle[COMMANDS_PDF].cpu / middle[OURS].cpu
    less_than_html = middle[COMMANDS].cpu / middle[OURS].cpu
    of_floor = middle[OURS].cpu / middle[FLOOR].cpu
    print(f"less than the commands for both files: {less:.1f} times (aim {LESS_THAN_COMMANDS})")
    print(f"less than the commands for HTML alone: {less_than_html:.1f} times")
    print(f"of the floor: {of_floor:.2f} times (limit {OF_FLOOR})")
    is_large = are_files_large(place / "round-0" / OURS)
    return less < LESS_THAN_COMMANDS or of_floor > OF_FLOOR or is_large


def one_round(roster: Path, out: Path, sizes: Sizes) -> dict[str, Cost]:
    """Make reports in each way in turn, so that a busy moment meets all of them."""
    engine = str(installed("notebooks", *PLOOMBER) / "python")
    return {
        COMMANDS: told_by("commands.py", roster, out / "commands", sizes.slow),
        COMMANDS_PDF: told_by("commands_and_pdf.py", roster, out / "printed", sizes.slow),
        PYTHON: told_by("papermill_python.py", roster, out / "python", sizes.slow),
        IN_PROCESS: told_by("ploomber.py", roster, out / "ploomber", sizes.quick, engine),
        OURS: batch(roster, out / OURS, sizes.quick, workers=1),
        OURS_2: batch(roster, out / OURS_2, sizes.quick, workers=2),
        FLOOR: told_by("floor.py", roster, out / "floor", sizes.quick),
    }


def told_by(
    script: str, roster: Path, out: Path, count: int, python: str = sys.executable
) -> Cost:
    """Run one of the other ways, which takes its own time without that of its start."""
    told = run_way(script, roster, out, count, python)
    return Cost(told["cpu"], told["wall"])


def run_way(
    script: str, roster: Path, out: Path, count: int, python: str = sys.executable
) -> dict[str, float]:
    """Run a script of ``batch_ways`` and read what it tells."""
    ran = subprocess.run(
        [python, str(WAYS / script), str(roster), "--out", str(out), "--count", str(count)],
        env=environment(PLOOMBER_STATS_ENABLED="false", IPYTHONDIR=str(out / "ipython")),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        sys.exit(f"{script} stopped:\n{ran.stderr}")
    told: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return told


def batch(roster: Path, out: Path, count: int, *, workers: int) -> Cost:
    """Run our command; its whole time is shared out, that of its start as well."""
    began, used = time.perf_counter(), children_seconds()
    subprocess.run(
        command(roster, out, workers),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    wall, cpu = time.perf_counter() - began, children_seconds() - used
    return Cost(cpu / count, wall / count)


def command(roster: Path, out: Path, workers: int) -> list[str]:
    """Write our command as somebody would type it."""
    return [
        *(sys.executable, "-m", "casecert_data", "batch", str(roster), "--report", "person"),
        *("--out", str(out), "--jobs", str(workers), "--on", DAY),
    ]


def children_seconds() -> float:
    """Return the processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def are_files_large(out: Path) -> bool:
    """Tell the sizes of our files, and say whether one is too large."""
    is_large = False
    for ending, most in (("html", HTML_KB), ("pdf", PDF_KB)):
        sizes = [path.stat().st_size / 1000 for path in out.glob(f"person-*.{ending}")]
        middle, largest = statistics.median(sizes), max(sizes)
        print(f"{ending.upper():<4} {middle:.0f} kB, largest {largest:.0f} kB (limit {most})")
        is_large |= largest > most
    return is_large


def tell_parts(place: Path, sizes: Sizes) -> None:
    """Tell where the processor time of a report goes."""
    roster = write_roster(place / "parts.csv", sizes.quick)
    parts = run_way("parts.py", roster, place / "parts", sizes.quick)
    whole = sum(parts.values())
    print("\nwhere the processor time of a report goes, once all is warm")
    for name, taken in sorted(parts.items(), key=lambda part: -part[1]):
        print(f"{name:<36} {ms(taken)}  {100 * taken / whole:5.1f} %")


def is_rerun_dear(place: Path, count: int) -> bool:
    """Run a batch and run it again unchanged; say whether the second took too much."""
    roster = write_roster(place / "again.csv", count)
    first = batch(roster, place / "again", count, workers=2)
    again = batch(roster, place / "again", count, workers=2)
    percent = 100 * again.cpu / first.cpu
    print(f"\n{count} reports: first {first.cpu * count:.1f} s of processors, unchanged again")
    print(f"{again.cpu * count:.1f} s: {percent:.1f} % (limit {RERUN_PERCENT})")
    return percent > RERUN_PERCENT


def is_growing(place: Path, count: int) -> bool:
    """Watch the memory of a long batch; say whether it grows."""
    roster, out = write_roster(place / "roster.csv", count), place / "long"
    process = subprocess.Popen(
        command(roster, out, 2),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    first: list[float] = []
    last: list[float] = []
    told_from = LOOKED_AT_FROM
    while process.poll() is None:
        made = len(list(out.glob("person-*.pdf"))) if out.exists() else 0
        seen = kept_memory(process.pid)
        if made >= LOOKED_AT_FROM and seen:
            first, last = first or seen, seen
            if made >= told_from:
                print(f"{made:>6} reports: driver {seen[0]:.0f} MiB, parent {seen[1]:.0f} MiB")
                told_from = made + count // 10
        time.sleep(max(0.1, count / 1000))
    if process.returncode or not first:
        sys.exit("the batch stopped, or ended before it could be watched")
    growth = [100 * (late - early) / early for early, late in zip(first, last, strict=True)]
    print(
        f"growth: driver {growth[0]:.1f} %, parent {growth[1]:.1f} % (limit {GROWTH_PERCENT})"
    )
    return max(growth) > GROWTH_PERCENT


def kept_memory(driver: int) -> list[float]:
    """Return what the driver and the process that forks hold; nothing once one has ended."""
    children = Path(f"/proc/{driver}/task/{driver}/children")
    try:
        parents = children.read_text("ascii").split()
        found = [resident(one) for one in (str(driver), parents[0])]
    except (OSError, IndexError):
        return []
    # One that has just ended holds nothing.
    return found if all(found) else []


def resident(process_id: str) -> float:
    """Read the resident memory of a process in MiB."""
    pages = int(Path(f"/proc/{process_id}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def write_roster(path: Path, count: int) -> Path:
    """Write a roster of the sample class over and over, each row a person of its own."""
    sample = FOLDER / "casecert_data" / "data" / "samples" / "class.csv"
    with sample.open(encoding="utf-8", newline="") as source:
        rows: Sequence[dict[str, str]] = list(csv.DictReader(source))
    with path.open("w", encoding="utf-8", newline="") as written:
        writer = csv.DictWriter(written, rows[0].keys())
        writer.writeheader()
        for number in range(count):
            row = rows[number % len(rows)]
            writer.writerow({**row, "person_id": f"P-{number + 1:05}"})
    return path


def ms(seconds: float) -> str:
    """Write a time in thousandths of a second."""
    return f"{seconds * 1000:7.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
