"""How long `casecert check PERSON` takes, in times of a Python that does nothing.

Run it by hand: ``python benchmarks/check_startup.py``. Above the limit the exit code is 1.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 10
"""Most times of ``python -c pass`` that an answer may take."""

PERSON = """
license_codes = ["RN"]
degrees = ["bachelor:nursing"]
cm_months = 16
has_supervisor_contact = true
ncm_hours_last_36_months = 1400
"""


def main() -> int:
    """Measure, print a small table, and return the exit code."""
    options = argparse.ArgumentParser(description="Time casecert check against python -c pass.")
    options.add_argument("--runs", type=int, default=25, help="Pairs of runs; 25 by default.")
    runs = options.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        person = Path(folder, "person.toml")
        person.write_text(PERSON, encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "casecert check": [
                str(Path(sys.executable).with_name("casecert")),
                *("check", str(person), "--on", "2026-11-23"),
            ],
        }
        times = measured(commands, runs)
    for name, seconds in times.items():
        print(f"{name:<16} median {ms(statistics.median(seconds))}, least {ms(min(seconds))}")
    nothing, check = times.values()
    ratio = statistics.median(check) / statistics.median(nothing)
    print(f"{'ratio':<16} {ratio:.1f} (limit {LIMIT}), medians of {runs} alternated runs")
    if sys.dont_write_bytecode:
        print("PYTHONDONTWRITEBYTECODE was set here; the runs measured were without it.")
    return int(ratio > LIMIT)


def measured(commands: dict[str, list[str]], runs: int) -> dict[str, list[float]]:
    """Time the commands in turn, so that a busy moment of the machine meets all of them."""
    # What a user has: modules are compiled at the first run and kept. That run is not counted.
    environment = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
            if run:
                times[name].append(time.perf_counter() - start)
    return times


def ms(seconds: float) -> str:
    """Write a time in thousandths of a second."""
    return f"{seconds * 1000:6.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
