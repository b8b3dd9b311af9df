"""The one widget that shows a chart: drawn by plotly, named by the chart's sentence."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import plotly
import traitlets

from casecert_data.catalog import read_text
from casecert_data.charts import Chart, shown_text
from casecert_data.figures import screen_drawing
from casecert_data.panels._page_files import page_brings_files

_WIDE_FROM = 560
# A page of 320 px, the narrowest that has to work, leaves this between its margins.
_NARROWEST = 288
_HERE = Path(__file__).parent
_PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


class ChartWidget(anywidget.AnyWidget):
    """A chart in a notebook; `show` puts another one in its place without a flicker.

    A screen reader reads the chart's sentence. The widget needs no network: plotly.js comes
    from the installed package, once for all charts of a page.

    Parameters
    ----------
    chart
        What is shown first; nothing takes up room without it.

    Examples
    --------
    >>> from casecert_data.charts import Gap, gap_bars
    >>> work = Gap(label="Work", needed=24, found_low=16, found_high=16, unit="months")
    >>> ChartWidget(gap_bars([work])).alt
    'Work: 16 months; 8 missing; 24 needed.'
    """

    _esm = read_text(_HERE / "_chart_widget.js")
    fig = traitlets.Dict().tag(sync=True)
    """The drawing as plain JSON, for places of at least ``wide_from`` px."""
    narrow_fig = traitlets.Dict().tag(sync=True)
    """The same chart with shorter lines, for a phone."""
    alt = traitlets.Unicode("").tag(sync=True)
    """The chart's sentence."""
    wide_from = traitlets.Int(_WIDE_FROM, read_only=True).tag(sync=True)
    """Width in px from which on ``fig`` is drawn."""

    def __init__(self, chart: Chart | None = None) -> None:
        _plotly_script()
        super().__init__(**({} if chart is None else _traits(chart)))

    def show(self, chart: Chart) -> None:
        """Show another chart; picture and words change together."""
        with self.hold_sync():
            for name, value in _traits(chart).items():
                setattr(self, name, value)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Leave the sentence in a saved notebook, where the picture is not."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is not None:
            bundle[0]["text/plain"] = self.alt
        return bundle


class _PlotlyScript(anywidget.AnyWidget):
    """Shows nothing; makes plotly known to the page."""

    _esm = read_text(_HERE / "_plotly_script.js")
    source = traitlets.Unicode(read_only=True).tag(sync=True)

    @traitlets.default("source")
    def _read_source(self) -> str:
        return "" if page_brings_files() else read_text(_PLOTLY)


@cache
def _plotly_script() -> _PlotlyScript:
    return _PlotlyScript()


def _traits(chart: Chart) -> Mapping[str, Any]:
    return {
        "fig": screen_drawing(chart, narrowest=_WIDE_FROM),
        "narrow_fig": screen_drawing(chart, narrowest=_NARROWEST),
        "alt": shown_text(chart.sentence),
    }
