"""What every test and every notebook under test stands on; pytest reads it for both folders."""

import os
import signal
import sys

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine and in every run, and no limit of time: a slow machine
# is not a wrong answer.
settings.register_profile(
    "casecert",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("casecert")

# Kernels and servers that tests start inherit this: no notice that Jupyter moves its folders.
os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")

# jsonschema would compile 38 grammars (over a second in each process) to check addresses that
# no notebook here has. It takes the missing module for one that is not installed.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


# A shell that starts the tests in the background has Ctrl-C ignored, and nohup the end of the
# terminal. What is ignored stays so in every program that is started: the tests that send it
# would wait for nothing.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of many examples, and let nbval compare outputs saved without a count."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("thorough")
        # nbval takes a cell without a count for one that was never run. Ours have none, since
        # a count changes with each run and says nothing; a cell with outputs was run.
        cell = getattr(item, "cell", None)
        if cell is not None and cell.get("outputs"):
            cell.execution_count = 0
