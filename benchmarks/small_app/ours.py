"""The chart widget of casecert's panels."""

import ipywidgets
from small_app import LEAST, MOST, START, charts

from casecert_data.panels import ChartWidget

CHARTS = 1

slider = ipywidgets.IntSlider(START, LEAST, MOST, description="Months")
pictures = [ChartWidget(chart) for chart in charts(START, CHARTS)]


def show(_change: object) -> None:
    """Put the new charts in their places."""
    for picture, chart in zip(pictures, charts(slider.value, CHARTS), strict=True):
        picture.show(chart)


slider.observe(show, "value")
ipywidgets.VBox([slider, *pictures])
