"""The notebooks opened: as dashboards in a browser, or in JupyterLab, on the user's own copy.

Importing it imports no server: each public name is looked up on its first use.
"""

from importlib import import_module
from typing import Any

_HOME_OF = {
    "DEFAULT_WORKSPACE": "casecert_data.app._workspace",
    "Workspace": "casecert_data.app._workspace",
    "open_dashboards": "casecert_data.app._open",
    "open_lab": "casecert_data.app._lab",
    "prepare_workspace": "casecert_data.app._workspace",
}

__all__ = [  # noqa: PLE0604 - the names come from the table above, which is sorted
    *_HOME_OF,
]


def __getattr__(name: str) -> Any:
    """Import a public name from its home on first use."""
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, also those not yet imported."""
    return sorted({*globals(), *_HOME_OF})
