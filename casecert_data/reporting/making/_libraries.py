"""Libraries that a template imports, brought in once before its reports are forked."""

import contextlib
import gc
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

_IMPORTED = re.compile(r"\b(?:import|from)\s+(numpy|pandas|plotly)\b")


@cache
def bring_in_libraries(template: Path) -> None:
    """Read a template and import what it needs, so that each report does not do it anew.

    Only libraries that start no thread: a copy of this process would lack it. Whatever goes
    wrong here goes wrong again in the report, which tells it.

    Parameters
    ----------
    template
        The notebook. Asked for a second time, nothing is done.
    """
    with contextlib.suppress(Exception):
        text = template.read_text(encoding="utf-8")
        for name in sorted(set(_IMPORTED.findall(text))):
            import_module(name)
            if name in _REHEARSED:
                _REHEARSED[name]()
        import_module("casecert_data.reporting.making._run").read_template(template)
        gc.collect()
        gc.freeze()


def _show_a_frame() -> None:
    frame = import_module("pandas").DataFrame({"a": [1.5], "b": ["x"]})
    import_module("casecert_data.reporting.own._frames").styler_output(frame.style)
    frame.to_html()
    frame.style.to_html()


def _show_a_figure() -> None:
    # plotly builds what checks its figures when the first one is made.
    figure = import_module("plotly.express").bar(x=["a"], y=[1], title="a")
    figure.to_json()


_REHEARSED: Mapping[str, Callable[[], None]] = MappingProxyType(
    {"pandas": _show_a_frame, "plotly": _show_a_figure}
)
