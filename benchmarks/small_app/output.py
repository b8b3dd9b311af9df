"""A plotly figure that is displayed again and again in an Output of ipywidgets."""

import ipywidgets
from IPython.display import clear_output, display
from plotly import io
from small_app import LEAST, MOST, START, charts

from casecert_data.figures import plotly_figure

CHARTS = 1

io.renderers.default = "plotly_mimetype"
slider = ipywidgets.IntSlider(START, LEAST, MOST, description="Months")
places = [ipywidgets.Output() for _ in range(CHARTS)]


def show(_change: object) -> None:
    """Display the new figures."""
    for place, chart in zip(places, charts(slider.value, CHARTS), strict=True):
        with place:
            clear_output(wait=True)
            display(plotly_figure(chart))


show(None)
slider.observe(show, "value")
ipywidgets.VBox([slider, *places])
