"""What a notebook keeps when it is saved in `casecert lab`."""

from typing import Any

import pytest

from casecert_data.app._kept_words import keep_words
from casecert_data.panels import EmployerSupportPanel, JobsPanel

WIDGET = "application/vnd.jupyter.widget-view+json"


def saved(*data: dict[str, Any], kind: str = "notebook") -> list[dict[str, Any]]:
    """Return the outputs of a notebook as they are saved."""
    outputs: list[dict[str, Any]] = [
        {"output_type": "display_data", "data": dict(one)} for one in data
    ]
    cells: list[dict[str, Any]] = [
        {"cell_type": "markdown", "source": "# A question?"},
        {"cell_type": "code", "outputs": [{"output_type": "stream", "text": "x"}, *outputs]},
    ]
    model = {"type": kind, "content": {"cells": cells}}
    keep_words(model, path="a.ipynb", contents_manager=None)
    return [one["data"] for one in outputs]


@pytest.mark.parametrize("panel", [EmployerSupportPanel, JobsPanel])
def test_a_panel_leaves_its_sentence_and_its_table(panel: Any) -> None:
    """Read without a kernel, by anybody."""
    shown = panel(on="2026-11-23")
    (data,) = saved(shown._repr_mimebundle_())

    assert set(data) == {"text/plain"}
    assert data["text/plain"].splitlines()[0] in shown.text
    assert [row[-1] for row in shown.chart.table.rows if row[-1] not in shown.text] == []


def test_a_widget_without_words_stays() -> None:
    """Somebody else's may be kept by its own state."""
    assert saved({WIDGET: {}}, {WIDGET: {}, "text/plain": ""}) == [
        {WIDGET: {}},
        {WIDGET: {}, "text/plain": ""},
    ]


def test_other_outputs_stay_as_they_are() -> None:
    """A picture, a table."""
    table = {"text/html": "<table>", "text/plain": "a  b"}

    assert saved(table) == [table]


def test_other_files_are_left_alone() -> None:
    """JupyterLab saves texts through the same door."""
    model = {"type": "file", "content": "text"}
    keep_words(model, path="a.txt")
    keep_words({"type": "notebook"}, path="a.ipynb")

    assert model == {"type": "file", "content": "text"}
