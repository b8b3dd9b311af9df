"""The engine beside papermill's own: the same outputs, without a kernel."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill import PapermillExecutionError
from support.notebooks import (
    notebook_of,
    outputs_of,
    run_notebook,
    run_notebook_here,
    write_notebook,
)
from support.project import FOLDER

from casecert_data.reporting.making._crew import can_fork

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_fork(), reason="this platform cannot fork"),
]

# One notebook of all that a kernel can put out, so that one kernel is started for all of it.
LIKE_A_KERNEL = {
    "prints": "print('a'); print('b', end=''); 3",
    "an error line": "import sys\nprint('err', file=sys.stderr)",
    "nothing": "x = 1",
    "a quiet line": "x;",
    "what came before": "_, sorted(Out), In[1]",
    "display": "from IPython.display import HTML, clear_output, display\n"
    "display(HTML('<b>x</b>'), metadata={'a': 1})\nhandle = display('old', display_id='one')",
    "a display changed later": "handle.update('new')",
    "clearing": "print('gone')\nclear_output()\nprint('there')",
    "clearing that waits": "print('gone')\nclear_output(wait=True)\nprint('there')",
    "a cell magic": "%%bash\necho from bash",
    "a line magic": "%env CASECERT_SEEN=1",
    "a command": "!echo from the shell $((1+1))",
    "help": "print?",
    "await": "import asyncio\nawait asyncio.sleep(0, 'done')",
    "a figure": "import plotly.graph_objects as go\n"
    "go.Figure(go.Bar(x=['a'], y=[1]), layout={'template': 'none'})",
    "a frame": "import pandas as pd\npd.DataFrame({'a': [1, 2]})",
    "bytes as a picture": "class Picture:\n    def _repr_png_(self):\n        return b'PNG'\n"
    "    def __repr__(self):\n        return 'a picture'\nPicture()",
    "a question": "try:\n    input('name?')\nexcept Exception as error:\n"
    "    print(type(error), error)",
    "a hidden question": "import getpass\ntry:\n    getpass.getpass()\n"
    "except Exception as error:\n    print(type(error).__name__)",
    "where it runs": "__name__, get_ipython().__class__.__name__, sys.stdout.isatty()",
    "two values": "%config InteractiveShell.ast_node_interactivity = 'all'\n1\n2",
    "a mistake that is allowed": "1/0",
    "a wrong line that is allowed": "1 +",
    "a wrong magic that is allowed": "%nothing",
    "an end": "sys.exit(3)",
    "after the end": "print('never')",
}
TAGS = {
    at: ["raises-exception"]
    for at, name in enumerate(LIKE_A_KERNEL)
    if name.endswith("allowed")
}


TRIES = 3
"""How often a kernel may tell it: on a busy machine it may lose a race with itself."""


class Both:
    """A notebook run by our engine, and by as many kernels as are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kernels: list[Any] = []
        self.ours = self._run("ours", "casecert")

    def kernel(self, at: int = 0) -> Any:
        """Return what a kernel made of it, and start it if need be."""
        while len(self._kernels) <= at:
            self._kernels.append(self._run(f"kernel-{len(self._kernels)}", None))
        return self._kernels[at]

    def _run(self, name: str, engine: str | None) -> Any:
        notebook = notebook_of(*LIKE_A_KERNEL.values(), tags=TAGS)
        path = write_notebook(self._folder / "in.ipynb", notebook)
        done = self._folder / f"{name}.ipynb"
        with pytest.raises(PapermillExecutionError):
            run_notebook(notebook=str(path), engine=engine, output=str(done))
        return json.loads(done.read_text("utf-8"))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Run the notebook by our engine, up to its end."""
    return Both(tmp_path_factory.mktemp("both"))


def cells(notebook: Any) -> list[dict[str, Any]]:
    """Return the cells of the template, without the two that papermill puts beside an error."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def plain(outputs: object) -> str:
    """Write outputs without the colors of an error and the made-up file name of a cell."""
    text = json.dumps(outputs, indent=1, sort_keys=True)
    without_colors = re.sub(r"\\u001b\[[0-9;]*m", "", text)
    return re.sub(r"\((?:\d+\.py|<ipython-input-[^>]+>),", "(CELL,", without_colors)


def shown_in(notebook: Any, name: str) -> tuple[str, Any]:
    """Return the outputs of a cell as text, and its count."""
    cell = cells(notebook)[list(LIKE_A_KERNEL).index(name)]
    return plain(cell["outputs"]), cell["execution_count"]


@pytest.mark.parametrize("name", [name for name in LIKE_A_KERNEL if name != "an end"])
def test_outputs_are_those_of_a_kernel(both: Both, name: str) -> None:
    """Each kind of output, with its metadata, in its order."""
    ours = shown_in(both.ours, name)
    kernels = (shown_in(both.kernel(at), name) for at in range(TRIES))

    assert any(ours == one for one in kernels), (ours, shown_in(both.kernel(), name))


def test_an_end_ends_the_notebook_as_in_a_kernel(both: Both) -> None:
    """Pytest keeps the warning beside it, on how to leave a terminal, to itself."""
    at = list(LIKE_A_KERNEL).index("an end")
    ours, kernel = (cells(one)[at] for one in (both.ours, both.kernel()))

    assert plain(ours["outputs"][0]) == plain(kernel["outputs"][0])


def test_the_language_is_told_as_a_kernel_tells_it(both: Both) -> None:
    """Whoever opens the notebook knows how to color it."""
    ours, kernel = both.ours["metadata"], both.kernel()["metadata"]

    assert ours["language_info"] == kernel["language_info"]
    assert ours["kernelspec"] == kernel["kernelspec"]


def test_what_programs_write_past_python_is_seen() -> None:
    """In the order in which it was written, which a kernel does not promise."""
    ran = run_notebook(
        notebook_of("import os\nprint('a')\nos.system('echo b; echo c >&2')\nprint('d')")
    )

    told = [(one["name"], one["text"]) for one in outputs_of(ran)[0]]
    assert told == [("stdout", "a\nb\n"), ("stderr", "c\n"), ("stdout", "d\n")]


def test_nothing_that_a_notebook_changes_reaches_the_next() -> None:
    """Variables, modules, the environment, the folder, Python's own functions."""
    run_notebook(
        notebook_of(
            "import builtins, os, sys, json, pandas as pd\nx = builtins.seen = 1\n"
            "os.environ['CASECERT_SEEN'] = '1'\nos.chdir('/')\nsys.modules['seen'] = json\n"
            "json.dumps.seen = True\npd.options.display.max_rows = 7"
        )
    )
    ran = run_notebook(
        notebook_of(
            "import builtins, os, sys, json, pandas as pd\n"
            "('x' in globals(), hasattr(builtins, 'seen'), 'CASECERT_SEEN' in os.environ,\n"
            " os.getcwd() == '/', 'seen' in sys.modules, hasattr(json.dumps, 'seen'),\n"
            " pd.options.display.max_rows == 7, len(Out))"
        )
    )

    seen = outputs_of(ran)[0][0]["data"]["text/plain"]
    assert seen == "(False, False, False, False, False, False, False, 0)"


@pytest.mark.parametrize(
    "ends", ["os._exit(0)", "os.kill(os.getpid(), 9)", "import ctypes; ctypes.string_at(0)"]
)
def test_a_process_that_ends_is_no_success(ends: str) -> None:
    """However well it looks from outside; papermill's users know this error."""
    with pytest.raises(DeadKernelError):
        run_notebook(notebook_of("import os", ends))


def test_a_cell_that_takes_too_long_is_ended() -> None:
    """With the error that papermill's own engine raises."""
    with pytest.raises(CellTimeoutError):
        run_notebook(notebook_of("while True: pass"), execution_timeout=1)


def test_a_notebook_that_takes_too_much_memory_is_stopped() -> None:
    """Python says so in the cell; the others go on."""
    with pytest.raises(PapermillExecutionError, match="MemoryError"):
        run_notebook(notebook_of("x = bytearray(10**10)"), memory_limit_mb=512)


def test_a_cell_can_be_left_out() -> None:
    """By the tag that notebooks have for it."""
    ran = run_notebook(notebook_of("1", "1/0", "2", tags={1: ["skip-execution"]}))

    assert [cell.execution_count for cell in ran.cells] == [1, None, 2]


def test_another_language_is_left_to_its_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """And so is every notebook on a platform that cannot fork; the log says why."""
    asked: list[str] = []
    warned: list[tuple[object, ...]] = []
    own = "casecert_data.reporting.engine._papermill.NBClientEngine.execute_managed_notebook"
    monkeypatch.setattr(own, lambda _, kernel_name, **__: asked.append(kernel_name))
    monkeypatch.setattr("papermill.log.logger.warning", lambda *told: warned.append(told))
    run_notebook_here(notebook_of("1", language="R"), kernel_name="ir", language="R")
    monkeypatch.delattr("os.fork")
    run_notebook_here(notebook_of("1"))

    assert asked == ["ir", "python3"]
    assert [one[1] for one in warned] == [
        "it is written in R",
        "this platform cannot fork",
    ]


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """Lay down the entry points of pyproject.toml as an installed package has them."""
    project = tomllib.loads((FOLDER / "pyproject.toml").read_text("utf-8"))["project"]
    points = project["entry-points"]["papermill.engine"]
    lines = ["[papermill.engine]", *(f"{name} = {where}" for name, where in points.items())]
    info = tmp_path / "installed" / "casecert_again-0.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text("\n".join(lines))
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: casecert-again\nVersion: 0\n")
    path = os.pathsep.join([str(FOLDER), str(info.parent)])
    return {**os.environ, "PYTHONPATH": path}


def test_anybody_can_name_the_engine_to_papermill(
    tmp_path: Path, installed: dict[str, str]
) -> None:
    """By its command line, with parameters, a progress bar, and a file that is whole."""
    notebook = notebook_of("word = 'old'", "print(word)", tags={0: ["parameters"]})
    write_notebook(tmp_path / "in.ipynb", notebook)
    command = [sys.executable, "-m", "papermill", "--engine", "casecert", "in.ipynb"]
    ran = subprocess.run(
        [*command, "out.ipynb", "-p", "word", "new"],
        cwd=tmp_path,
        env=installed,
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )

    assert ran.returncode == 0, ran.stderr
    assert "own engine" not in ran.stderr
    done = json.loads((tmp_path / "out.ipynb").read_text("utf-8"))
    assert done["cells"][-1]["outputs"][0]["text"] == ["new\n"]


def test_importing_papermill_loads_nothing_heavy_of_ours(installed: dict[str, str]) -> None:
    """Whoever uses papermill for something else pays for no shell and no page."""
    told = subprocess.run(
        [sys.executable, "-c", "import papermill, sys; print('\\n'.join(sys.modules))"],
        env=installed,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    ours = [name for name in told if name.startswith("casecert_data.")]

    assert "IPython" not in told
    assert sorted(ours) == [
        "casecert_data.reporting",
        "casecert_data.reporting.engine",
        *(
            f"casecert_data.reporting.engine.{name}"
            for name in ("_done", "_fork", "_papermill")
        ),
    ]
