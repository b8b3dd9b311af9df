"""How long `import casecert_data` and the first `load()` take, against pandas alone.

Run it by hand: ``python benchmarks/load_tables.py``. Above a limit the exit code is 1.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time

IMPORT_LIMIT = 3
"""Most times of ``python -c pass`` that importing the package may take."""
LOAD_LIMIT = 1.3
"""Most times of ``import pandas`` that a first `load()` may take."""

CODE = {
    "python -c pass": "pass",
    "import casecert_data": "import casecert_data",
    "import pandas": "import pandas",
    "read a CSV by pandas": (
        "import pandas; from casecert_data.shipped import data_folder; "
        "pandas.read_csv(data_folder() / 'tables' / 'fees.csv')"
    ),
    "first load('fees')": "import casecert_data; casecert_data.load('fees')",
    "load every table": (
        "import casecert_data; [casecert_data.load(name) for name in casecert_data.names()]"
    ),
}


def main() -> int:
    """Measure, print a small table, and return the exit code."""
    options = argparse.ArgumentParser(description="Time import and first load().")
    options.add_argument("--runs", type=int, default=15, help="Rounds; 15 by default.")
    times = measured(options.parse_args().runs)
    nothing = times["python -c pass"]
    for name, seconds in times.items():
        print(f"{name:<22} {seconds * 1000:7.1f} ms {seconds / nothing:6.1f} times nothing")
    ratios = {
        "import casecert_data": (times["import casecert_data"] / nothing, IMPORT_LIMIT),
        "first load('fees')": (
            times["first load('fees')"] / times["import pandas"],
            LOAD_LIMIT,
        ),
    }
    for name, (ratio, limit) in ratios.items():
        print(f"{name}: ratio {ratio:.2f} (limit {limit})")
    return int(any(ratio > limit for ratio, limit in ratios.values()))


def measured(runs: int) -> dict[str, float]:
    """Return the median seconds of each, run in turn, so that a busy moment meets all."""
    # What a user has: modules are compiled at the first run and kept. That run is not counted.
    environment = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in CODE}
    for run in range(runs + 1):
        for name, code in CODE.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], env=environment, check=True)
            if run:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(seconds) for name, seconds in times.items()}


if __name__ == "__main__":
    sys.exit(main())
