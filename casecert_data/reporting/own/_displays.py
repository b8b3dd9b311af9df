"""What cells put out for a page: blocks, and own tables as data. An IPython extension."""

import os
import sys
from importlib import import_module
from typing import Any

from casecert_data.reporting.model._own_parts import OwnOutput

BLOCKS_TYPE = "application/vnd.casecert.blocks+json"
"""What a cell's output calls the blocks of a page: ``{"blocks": [...]}``."""

PARTS_TYPE = "application/vnd.casecert.parts+json"
"""What a cell's output calls an own table: the JSON form of `OwnOutput`."""

_RENDERER = "plotly_mimetype"
_MAKERS = {
    # pandas says where a class comes from in one way up to version 2 and in another since.
    ("pandas", "DataFrame"): "frame_output",
    ("pandas", "Series"): "series_output",
    ("pandas.core.frame", "DataFrame"): "frame_output",
    ("pandas.core.series", "Series"): "series_output",
    ("pandas.io.formats.style", "Styler"): "styler_output",
}


def load_ipython_extension(shell: Any) -> None:
    """Let a shell put out frames as tables and figures as data.

    Parameters
    ----------
    shell
        IPython's shell, of a kernel or of this process. Nothing is imported until a cell shows
        a frame, and what else a cell shows is as it was.
    """
    formatter = shell.display_formatter.mimebundle_formatter
    for (module, name), maker in _MAKERS.items():
        formatter.for_type_by_name(module, name, _bundle_of(maker))
    # plotly would put 4.8 MB of script into the output of each figure.
    os.environ["PLOTLY_RENDERER"] = _RENDERER
    loaded = sys.modules.get("plotly.io")
    if loaded is not None:
        loaded.renderers.default = _RENDERER


def _bundle_of(maker: str) -> Any:
    def bundle(shown: Any, **_: object) -> dict[str, Any]:
        make = getattr(import_module("casecert_data.reporting.own._frames"), maker)
        output: OwnOutput = make(shown)
        return {PARTS_TYPE: output.to_json()}

    return bundle
