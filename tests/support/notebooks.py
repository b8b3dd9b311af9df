"""Notebooks made of a few cells, run by papermill under an engine."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

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
    """Run a notebook, or the file of one, by papermill and return what comes of it."""
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
