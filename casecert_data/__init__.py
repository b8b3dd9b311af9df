"""Curated facts on case-manager certifications, and the rules that decide and explain.

Importing this package imports nothing heavy: each public name is looked up on its first use.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOME_OF = {
    "Answer": "casecert_data.eligibility",
    "CasecertError": "casecert_data.errors",
    "Decision": "casecert_data.eligibility",
    "cite": "casecert_data.datasets",
    "codebook": "casecert_data.datasets",
    "cost_of": "casecert_data.credentials",
    "decide": "casecert_data.profiles",
    "differences_of": "casecert_data.credentials",
    "load": "casecert_data.datasets",
    "names": "casecert_data.datasets",
    "read_profile": "casecert_data.profiles",
    "write_profile": "casecert_data.profiles",
}

__all__ = [  # noqa: PLE0604 - the names come from the table above, which is sorted
    *_HOME_OF,
    "__version__",
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
