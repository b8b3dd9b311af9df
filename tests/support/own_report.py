"""An educator's own report: a copy of a shipped one, with cells of every kind added to it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from support.pictures import png

from casecert_data.reporting._collect import collect_page
from casecert_data.reporting.model._blocks import Page
from casecert_data.reporting.own._displays import BLOCKS_TYPE, PARTS_TYPE
from casecert_data.reporting.own._frames import frame_output, styler_output
from casecert_data.reporting.own._plotly_data import FIGURE_TYPE
from casecert_data.shipped import reports_folder

WORDS = """\
## At our school

Bring this to your *adviser* by **March 3**, or see [our page](https://example.org/careers).

1. Sign up.
2. Collect:
   - your license
   - `hours`, signed

> A good handout is read twice.

### What it costs here

| Certification | Our share |
|---|--:|
| CCM | $100 |

![A box for your notes](attachment:box.png)

<b>Not a loan</b>
"""

MORE = """\
#### Recommendations

Ask *early*.\\
Then ask again.

### Below

##### Far below

```
course   room
NUR 410  B12
```
"""

TABLE = """\
import pandas as pd
rooms = {"Room": ["B12", "C3"], "Places": [30, None]}
dates = pd.DataFrame(rooms, index=["Evening", "Mock exam"])
dates
"""

STYLED = 'dates.style.format({"Places": "{:.0f} seats"}).set_caption("Rooms and places")'

FIGURE = """\
import plotly.express as px
px.bar(x=["RN", "LPC"], y=[12, 7], title="Who is in our class")
"""

ODD_FIGURE = 'px.pie(names=["RN", "LPC"], values=[41, 23], title="The same as a pie")'

CELLS: tuple[tuple[str, Mapping[str, Any]], ...] = (
    (WORDS, {"attachments": {"box.png": {"image/png": png(80, 40)}}}),
    (TABLE, {}),
    (STYLED, {}),
    (FIGURE, {}),
    (ODD_FIGURE, {}),
    ('print("Your adviser reads this with you.")', {}),
    ('print("never seen")', {"metadata": {"tags": ["remove-output"]}}),
    ("## Never seen", {"metadata": {"tags": ["remove-cell"]}}),
)
"""Sources of the added cells, with what they have beside it."""


def add_cells(
    folder: Path, cells: Sequence[tuple[str, Mapping[str, Any]]], *, after: str
) -> Path:
    """Add cells to the template of a report, behind the cell that holds some words.

    A source that begins with ``##`` becomes Markdown, any other one code.
    """
    path = folder / "template.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    at = next(
        at for at, cell in enumerate(notebook["cells"]) if after in "".join(cell["source"])
    )
    notebook["cells"][at + 1 : at + 1] = [
        {**_cell(source, f"own-{number}"), **more}
        for number, (source, more) in enumerate(cells, start=1)
    ]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return folder


def copy_of(name: str, folder: Path) -> Path:
    """Copy a shipped report by hand."""
    folder.mkdir(parents=True)
    for path in sorted((reports_folder() / name).glob("*.*")):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def own_page() -> Page:
    """Make the page of an own report without running it: the same outputs, put in by hand."""
    head = {"block": "head", "series": [], "stamp": [], "title": "Our own page"}
    frame = pd.DataFrame(
        {"Room": ["B12", "C3"], "Places": [30, None]}, index=["Evening", "Exam"]
    )
    wide = pd.DataFrame([range(8)], columns=[f"Year {at}" for at in range(8)])
    figure = {"type": "bar", "x": ["RN", "LPC"], "y": [12, 7]}
    pie = {"type": "pie", "labels": ["RN", "LPC"], "values": [12, 7]}
    bundles: list[dict[str, Any]] = [
        {BLOCKS_TYPE: {"blocks": [head]}},
        *({PARTS_TYPE: frame_output(one).to_json()} for one in (frame, wide)),
        {PARTS_TYPE: styler_output(frame.style.set_caption("Rooms")).to_json()},
        *({FIGURE_TYPE: {"data": [one]}} for one in (figure, pie)),
        {"text/markdown": MORE},
    ]
    cells = [_executed(bundle) for bundle in bundles]
    words, more = CELLS[0]
    cells.insert(
        1, {"cell_type": "markdown", "id": "own", "metadata": {}, "source": words, **more}
    )
    page, _ = collect_page(cells, language="en", subject=None)
    return page


def _executed(bundle: Mapping[str, Any]) -> dict[str, Any]:
    output = {"output_type": "display_data", "data": bundle, "metadata": {}}
    return {"cell_type": "code", "id": "own", "metadata": {}, "outputs": [output]}


def _cell(source: str, name: str) -> dict[str, Any]:
    if source.startswith("##"):
        return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": source,
    }
