"""Libraries of an educator's template: brought in once, and without a thread."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casecert_data.reporting.making._libraries import bring_in_libraries
from casecert_data.reporting.making._warm_environment import ENVIRONMENT

PROGRAM = """
import json, sys
from pathlib import Path
from casecert_data.reporting.making._libraries import bring_in_libraries
from casecert_data.reporting.engine._fork import thread_count
bring_in_libraries(Path(sys.argv[1]))
names = [one for one in ("numpy", "pandas", "plotly.express") if one in sys.modules]
print(json.dumps({"names": names, "threads": thread_count()}))
"""


def brought_in(template: Path) -> dict[str, object]:
    """Bring in what a template imports, in a process as that from which reports are forked."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(template)],
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    told: dict[str, object] = json.loads(ran.stdout)
    return told


@pytest.mark.slow
def test_what_a_template_imports_is_there_before_its_reports(tmp_path: Path) -> None:
    """Each would take a second for it; a thread would be lacking in their copies."""
    template = tmp_path / "template.ipynb"
    template.write_text('"import pandas as pd", "from plotly import express"', encoding="utf-8")

    assert brought_in(template) == {
        "names": ["numpy", "pandas", "plotly.express"],
        "threads": 1,
    }


@pytest.mark.slow
def test_a_template_that_imports_nothing_costs_nothing(tmp_path: Path) -> None:
    """Ours need the standard library alone. A word that only looks alike is no import."""
    template = tmp_path / "template.ipynb"
    template.write_text('"the pandas import costs", "import pandas_like"', encoding="utf-8")

    assert brought_in(template) == {"names": [], "threads": 1}


def test_a_template_that_cannot_be_read_is_told_by_its_report(tmp_path: Path) -> None:
    """Here nobody could say what it is about."""
    bring_in_libraries(tmp_path / "absent.ipynb")
