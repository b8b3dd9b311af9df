"""Notebooks made of a few cells, run by papermill under an engine."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from casecert_data.reporting.engine import ENGINE_NAME, CasecertEngine


def notebook_of(
    *cells: str, tags: Mapping[int, Sequence[str]] | None = None, language: str = "python"
) -> Any:
    """Make a notebook of code cells; ``tags`` gives some of them tags, by position."""
    v4 = import_module("nbformat.v4")
    made = [
        v4.new_code_cell(
            source, id=f"cell-{at}", metadata={"tags": list((tags or {}).get(at, ()))}
        )
        for at, source in enumerate(cells)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": language}
    return v4.new_notebook(cells=made, metadata={"kernelspec": kernel})


def run_notebook(
    notebook: Any,
    *,
    engine: str | None = ENGINE_NAME,
    output: str | None = None,
    **options: Any,
) -> Any:
    """Run a notebook, or the file of one, by papermill and return what comes of it.

    In a process of one thread: that of the tests has others, so that none of it is copied.
    """
    told = _fresh_process().submit(_run_and_tell, notebook, engine, output, options).result()
    if isinstance(told, _Raised):
        raise told.again()
    return told


class _Raised(NamedTuple):
    """What was raised, in parts: papermill's own errors do not pass from process to process."""

    kind: type[Exception]
    words: str
    parts: dict[str, Any]

    def again(self) -> Exception:
        raised = self.kind.__new__(self.kind, self.words)
        raised.__dict__.update(self.parts)
        return raised


@cache
def _fresh_process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))


def _run_and_tell(
    notebook: Any, engine: str | None, output: str | None, options: dict[str, Any]
) -> Any:
    try:
        return run_notebook_here(notebook, engine=engine, output=output, **options)
    except Exception as raised:  # noqa: BLE001 - whatever it is, the test says what it expects
        return _Raised(type(raised), str(raised), dict(vars(raised)))


def run_notebook_here(
    notebook: Any,
    *,
    engine: str | None = ENGINE_NAME,
    output: str | None = None,
    **options: Any,
) -> Any:
    """Run a notebook in this process."""
    papermill = import_module("papermill")
    import_module("papermill.engines").papermill_engines.register(ENGINE_NAME, CasecertEngine)
    return papermill.execute_notebook(
        notebook, output, engine_name=engine, progress_bar=False, **options
    )


def outputs_of(notebook: Any) -> list[list[dict[str, Any]]]:
    """Return the outputs of each cell as plain values."""
    return [[dict(one) for one in cell.outputs] for cell in notebook.cells]


def write_notebook(path: Path, notebook: Any) -> Path:
    """Write a notebook to a file."""
    path.write_text(import_module("nbformat").writes(notebook), encoding="utf-8")
    return path
