"""Start the kernel of one report, without what no report uses; run by ``python -m``."""

import sys
from importlib import import_module

# The debugger is compiled anew in each process (0.6 seconds); jsonschema, which plotly brings
# in, compiles 38 grammars to check addresses (1.2 seconds). Both are optional to their users.
NOT_USED = ("debugpy", "rfc3987_syntax")
"""Modules that a kernel takes for not installed."""


def main() -> None:
    """Run a kernel until it is stopped; the arguments are those of ``ipykernel_launcher``."""
    for name in NOT_USED:
        sys.modules[name] = None  # type: ignore[assignment]
    import_module("ipykernel.kernelapp").launch_new_instance()


if __name__ == "__main__":
    main()
