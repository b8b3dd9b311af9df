"""What becomes of a cell, and which errors a notebook goes on after."""

from typing import Any, NamedTuple


class CellDone(NamedTuple):
    """What became of one cell."""

    cell: int
    """Its position in the notebook."""
    execution_count: int | None
    """Its execution count; None if it holds nothing to run."""
    outputs: dict[int, list[dict[str, Any]]]
    """The outputs of each cell that it changed, its own among them."""
    ends: bool
    """Whether it failed in a manner that ends the notebook."""


class Forgiven(NamedTuple):
    """Which errors do not end a notebook."""

    every: bool = False
    """Any error."""
    names: frozenset[str] = frozenset()
    """Errors of these kinds."""
    tagged: bool = True
    """Any error in a cell tagged ``raises-exception``."""
