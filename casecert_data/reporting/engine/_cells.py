"""Run the cells of a notebook one after another, and tell what became of each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from casecert_data.reporting.engine._done import CellDone, Forgiven
from casecert_data.reporting.engine._outputs import Outputs
from casecert_data.reporting.engine._shell import ZMQInteractiveShell, notebook_shell

_SKIP_TAG = "skip-execution"
_MAY_FAIL_TAG = "raises-exception"

Cell = Mapping[str, Any]
"""A cell as a notebook file holds it."""


def run_cells(
    cells: Sequence[Cell],
    *,
    started: Callable[[int], None],
    done: Callable[[CellDone], None],
    forgiven: Forgiven,
    extensions: Sequence[str] = (),
) -> None:
    """Run cells in this process, to the end or to the first error that is not forgiven.

    Parameters
    ----------
    cells
        The cells of a notebook, none of which is changed.
    started
        Told the position of each cell before it runs, of those without code too.
    done
        Told what became of it.
    forgiven
        Which errors do not end the notebook.
    extensions
        Extensions of IPython that are loaded before the first cell runs.
    """
    outputs = Outputs()
    with notebook_shell(outputs) as shell:
        manager: Any = shell.extension_manager
        for extension in extensions:
            manager.load_extension(extension)
        for at, cell in enumerate(cells):
            started(at)
            if not _is_run(cell):
                done(CellDone(at, None, {}, ends=False))
                continue
            outputs.begin(at)
            count = shell.execution_count
            failed = _failure(shell, cell)
            shell.take_in()
            ends = failed is not None and not _is_forgiven(failed, cell, forgiven)
            done(CellDone(at, count, outputs.take_changed(), ends))
            if ends:
                return


def _failure(shell: ZMQInteractiveShell, cell: Cell) -> str | None:
    """Run one cell and name the kind of error that ended it, if one did."""
    result = shell.run_cell(cell["source"], store_history=True, cell_id=cell.get("id"))
    error = result.error_before_exec or result.error_in_exec
    return None if error is None else type(error).__name__


def _is_run(cell: Cell) -> bool:
    is_code = cell["cell_type"] == "code" and bool(cell["source"].strip())
    return is_code and _SKIP_TAG not in _tags(cell)


def _is_forgiven(kind: str, cell: Cell, forgiven: Forgiven) -> bool:
    tagged = forgiven.tagged and _MAY_FAIL_TAG in _tags(cell)
    return forgiven.every or kind in forgiven.names or tagged


def _tags(cell: Cell) -> Iterable[str]:
    tags: Iterable[str] = cell.get("metadata", {}).get("tags", ())
    return tags
