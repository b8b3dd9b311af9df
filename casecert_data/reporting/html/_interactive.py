"""Draw a page as one HTML file whose charts answer when they are pointed at."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import plotly

from casecert_data.figures import plotly_figure
from casecert_data.reporting.html._page import Live, fill_page
from casecert_data.reporting.html._style import content_hash
from casecert_data.reporting.model._blocks import ChartPart, Page, Section

_PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
_NARROWEST = 288
"""A page of 320 px, the narrowest that has to work, leaves this between its margins."""


def render_interactive(page: Page) -> str:
    """Draw a page as `render_html` does, with live charts in the place of the pictures.

    The file holds plotly.js, 4.8 MB, and so needs no network: its policy allows its own two
    scripts and nothing to load. Where no script runs, and on paper, the pictures stand as in
    the other file; each chart has its sentence and its table beside it. A page without a chart
    is the same as the other.

    Parameters
    ----------
    page
        The page, checked by its own making.

    Returns
    -------
    str
        The file's content, to be written as UTF-8 with line feeds alone.

    Examples
    --------
    >>> from casecert_data.reporting.model._blocks import Head, Page
    >>> html = render_interactive(Page("A", "en", (Head((), (), "Where you stand"),)))
    >>> html.count("<script")
    0
    """
    figures = {place: _figure(part) for place, part in _charts(page)}
    if not figures:
        return fill_page(page, None)
    scripts = (_plotly(), _template("live.js"))
    live = Live(_as_data(figures), scripts, tuple(map(_hash, scripts)), _template("live.css"))
    return fill_page(page, live)


def _charts(page: Page) -> Iterator[tuple[str, ChartPart]]:
    for block in page.blocks:
        if isinstance(block, Section):
            for at, part in enumerate(block.parts, start=1):
                if isinstance(part, ChartPart):
                    yield f"{block.section_id}-{at}", part


def _figure(part: ChartPart) -> dict[str, Any]:
    figure = plotly_figure(part.chart, narrowest=_NARROWEST, tells=True)
    drawn: dict[str, Any] = json.loads(figure.to_json())
    return drawn


def _as_data(figures: dict[str, Any]) -> str:
    """Write the figures so that no word in them can end the element that holds them."""
    return json.dumps(figures, sort_keys=True).replace("<", "\\u003c")


@cache
def _plotly() -> str:
    return _PLOTLY.read_text(encoding="utf-8")


@cache
def _template(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _hash(script: str) -> str:
    return content_hash(script)
