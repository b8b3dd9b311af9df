"""What a notebook keeps when it is saved: words in place of controls that no longer answer."""

from collections.abc import Iterator
from typing import Any

_WIDGET, _WORDS = "application/vnd.jupyter.widget-view+json", "text/plain"


def keep_words(model: dict[str, Any], **_: Any) -> None:
    """Leave out of a notebook that is saved what points to a widget, where words stand by it.

    Opened again without a kernel, such an output would only say that its model is not found;
    now its sentence and its table are read there. The page on the screen stays as it is.

    Parameters
    ----------
    model
        What Jupyter is about to save; it is changed.

    Examples
    --------
    >>> data = {"text/plain": "More than half.", "application/vnd.jupyter.widget-view+json": {}}
    >>> cell = {"cell_type": "code", "outputs": [{"output_type": "display_data", "data": data}]}
    >>> keep_words({"type": "notebook", "content": {"cells": [cell]}}, path="04.ipynb")
    >>> list(data)
    ['text/plain']
    """
    if model.get("type") != "notebook":
        return
    for data in _shown(model.get("content") or {}):
        if data.get(_WORDS):
            data.pop(_WIDGET, None)


def _shown(notebook: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for cell in notebook.get("cells", ()):
        for output in cell.get("outputs", ()):
            if "data" in output:
                yield output["data"]
