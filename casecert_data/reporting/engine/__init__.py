"""An engine of papermill: notebooks run in a fork of this process, without a kernel.

Installed packages name their engines to papermill by entry points, so papermill imports this
whenever it is imported itself; nothing is loaded here before the engine is asked for.
"""

from importlib import import_module
from typing import Any

ENGINE_NAME = "casecert"
"""What the engine is called: ``papermill --engine casecert``."""

__all__ = ["ENGINE_NAME", "CasecertEngine"]  # noqa: F822 - found by __getattr__


def __getattr__(name: str) -> Any:
    """Import the engine on first use, which may be papermill's while it is being imported."""
    if name != "CasecertEngine":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    # First, since it asks for this very name; by then it has what the engine is made from.
    import_module("papermill.engines")
    return import_module(f"{__name__}._papermill").CasecertEngine
