"""The cells of a notebook, run one after another: what each puts out, and what went wrong."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import from_dict

START_SECONDS = 120
"""How long a kernel may take to answer."""

CELL_SECONDS = 300
"""How long a cell may take."""


class Failure(Exception):  # noqa: N818 - it is told to whoever looks, and is no error of ours
    """A cell that stopped.

    Parameters
    ----------
    kind
        The kind of error; its words could quote what was entered.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


async def run_cells(
    kernel: Any, cells: Sequence[Mapping[str, Any]]
) -> AsyncIterator[dict[str, Any]]:
    """Run cells in a kernel and yield what is to be shown, as outputs of a notebook.

    Parameters
    ----------
    kernel
        The manager of a kernel that was started.
    cells
        Cells of a notebook; text is shown, code is run and not shown.

    Raises
    ------
    Failure
        If a cell stops, or the kernel does not answer.
    """
    notebook = _notebook(cells)
    executor = NotebookClient(
        notebook,
        km=kernel,
        timeout=CELL_SECONDS,
        startup_timeout=START_SECONDS,
    )
    try:
        executor.kc = await executor.async_start_new_kernel_client()
    except RuntimeError:
        raise Failure(DeadKernelError.__name__) from None
    try:
        for number, cell in enumerate(cells):
            if cell.get("cell_type") == "markdown":
                yield _text("".join(cell.get("source", "")))
            elif cell.get("cell_type") == "code":
                for output in await _outputs(executor, notebook.cells[number], number):
                    yield output
    finally:
        executor.kc.stop_channels()


async def _outputs(executor: Any, cell: Any, number: int) -> list[dict[str, Any]]:
    try:
        await executor.async_execute_cell(cell, number, store_history=False)
    except CellExecutionError as fault:
        raise Failure(fault.ename) from None
    except (CellTimeoutError, DeadKernelError) as fault:
        raise Failure(type(fault).__name__) from None
    return [dict(one) for one in cell.outputs if one.get("name") != "stderr"]


def _notebook(cells: Sequence[Mapping[str, Any]]) -> Any:
    told: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": "".join(one.get("source", "")),
        }
        for one in cells
    ]
    whole = {"cells": told, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    # nbformat says nothing of its types.
    make: Any = from_dict
    return make(whole)


def _text(source: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {"text/markdown": source}, "metadata": {}}
