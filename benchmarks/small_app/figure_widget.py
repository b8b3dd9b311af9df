"""plotly's own FigureWidget, changed in one batch."""

import ipywidgets
from plotly.graph_objects import FigureWidget
from small_app import LEAST, MOST, START, charts

from casecert_data.figures import plotly_figure

CHARTS = 1

slider = ipywidgets.IntSlider(START, LEAST, MOST, description="Months")
pictures = [FigureWidget(plotly_figure(chart)) for chart in charts(START, CHARTS)]


def show(_change: object) -> None:
    """Change the figures where they differ."""
    for picture, chart in zip(pictures, charts(slider.value, CHARTS), strict=True):
        new = plotly_figure(chart)
        with picture.batch_update():
            picture.update(data=new.data, layout=new.layout)


slider.observe(show, "value")
ipywidgets.VBox([slider, *pictures])
