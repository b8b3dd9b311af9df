"""The same app in Mercury: the cell below the slider is run again."""

import mercury
from IPython.display import display
from plotly import io
from small_app import LEAST, MOST, START, charts

from casecert_data.figures import plotly_figure

CHARTS = 1

io.renderers.default = "plotly_mimetype"
slider = mercury.Slider("Months", START, LEAST, MOST, position="inline")
# %%
for chart in charts(slider.value, CHARTS):
    display(plotly_figure(chart))
