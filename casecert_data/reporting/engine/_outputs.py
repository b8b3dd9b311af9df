"""What the cells of a notebook put out, in the form and order in which a kernel tells it."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from jupyter_client.jsonutil import json_clean

Output = dict[str, Any]
"""One output of a cell, as a notebook file holds it."""


class Outputs:
    """Outputs of each cell, where a later cell may still change what an earlier one showed."""

    def __init__(self) -> None:
        self._cell = 0
        self._of: dict[int, list[Output]] = {}
        self._shown: dict[str, list[tuple[int, Output]]] = {}
        self._changed: set[int] = set()
        self._clear_first = False

    def begin(self, cell: int) -> None:
        """Take what comes from now on as put out by a cell, by its position."""
        self._cell, self._clear_first = cell, False
        self._of[cell] = []
        self._changed.add(cell)

    def take_changed(self) -> dict[int, list[Output]]:
        """Return the outputs of each cell that changed since this was last asked."""
        changed = {cell: self._of[cell] for cell in sorted(self._changed)}
        self._changed.clear()
        return changed

    def stream(self, name: str, text: str) -> None:
        """Add text to ``stdout`` or ``stderr``; what follows in the same one joins it."""
        if not text:
            return
        here = self._here()
        if here and here[-1]["output_type"] == "stream" and here[-1]["name"] == name:
            here[-1]["text"] += text
        else:
            here.append({"output_type": "stream", "name": name, "text": text})

    def display(
        self, data: Mapping[str, Any], metadata: Mapping[str, Any], display_id: str | None
    ) -> None:
        """Add something displayed, under an id by which it may be changed later."""
        output = _bundle("display_data", data, metadata)
        self._here().append(output)
        if display_id is not None:
            self._shown.setdefault(display_id, []).append((self._cell, output))

    def update(
        self, data: Mapping[str, Any], metadata: Mapping[str, Any], display_id: str
    ) -> None:
        """Change each thing shown under an id, in whichever cell it stands."""
        new = _bundle("display_data", data, metadata)
        for cell, output in self._shown.get(display_id, ()):
            output.update(data=new["data"], metadata=new["metadata"])
            self._changed.add(cell)

    def result(self, data: Mapping[str, Any], metadata: Mapping[str, Any], count: int) -> None:
        """Add the value of a cell's last line."""
        output = _bundle("execute_result", data, metadata)
        self._here().append({**output, "execution_count": count})

    def error(self, kind: str, message: str, traceback: list[str]) -> None:
        """Add an error that ended a cell."""
        self._here().append(
            {"output_type": "error", "ename": kind, "evalue": message, "traceback": traceback}
        )

    def clear(self, *, wait: bool) -> None:
        """Clear what the cell has shown: at once, or when it next shows something."""
        if wait:
            self._clear_first = True
        else:
            self._clear()

    def _here(self) -> list[Output]:
        if self._clear_first:
            self._clear()
        return self._of.setdefault(self._cell, [])

    def _clear(self) -> None:
        self._clear_first = False
        self._of[self._cell] = []
        for display_id, shown in self._shown.items():
            self._shown[display_id] = [one for one in shown if one[0] != self._cell]


def _bundle(kind: str, data: Mapping[str, Any], metadata: Mapping[str, Any]) -> Output:
    # A picture may come as bytes; whatever else is no JSON is treated as a kernel treats it.
    shown = {
        name: b64encode(value).decode("ascii") if isinstance(value, bytes) else value
        for name, value in data.items()
    }
    return {
        "output_type": kind,
        "data": json_clean(shown),
        "metadata": json_clean(dict(metadata)),
    }
