"""A process that waits to be a dashboard's kernel; run by ``python -m``.

Everything that a dashboard imports is imported while it waits. It is no kernel before it is
told which one: it has no socket, and ends when whoever started it is gone.
"""

import json
import os
import sys
from importlib import import_module

# The debugger is compiled anew in each process (0.6 seconds); jsonschema, which plotly brings
# in, compiles 38 grammars to check addresses (1.2 seconds). Both are optional to their users.
NOT_USED = ("debugpy", "rfc3987_syntax")
"""Modules that a kernel takes for not installed."""

PREPARED = ("ipykernel.kernelapp", "ipykernel.zmqshell", "casecert_data.panels")
"""Modules that are imported while the process waits."""


def main() -> None:
    """Wait for one line on the standard input, then be the kernel that it describes."""
    for name in NOT_USED:
        sys.modules[name] = None  # type: ignore[assignment]
    for name in PREPARED:
        import_module(name)
    _practice()
    line = sys.stdin.readline()
    if not line:
        return
    told = json.loads(line)
    # The kernel's code has nobody to ask.
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.chdir(told["cwd"])
    # As when a notebook is run by any other kernel: its own folder is where modules are found
    # last, so that a file in it cannot take the place of a module.
    sys.path.append(told["cwd"])
    sys.argv = ["ipykernel_launcher", *told["arguments"]]
    import_module("ipykernel.kernelapp").launch_new_instance()


def _practice() -> None:
    """Do once what takes long the first time: templates, rules, and a figure of plotly's."""
    import_module("casecert_data.panels._page").compile_templates()
    import_module("casecert_data.profiles").decide({})
    charts = import_module("casecert_data.charts")
    gap = charts.Gap(label="", needed=2, found_low=1, found_high=1, unit="months")
    import_module("casecert_data.figures").screen_drawing(charts.gap_bars([gap]))


if __name__ == "__main__":
    main()
