"""The charts of `casecert_data.charts` as plotly figures, for the screen."""

from casecert_data.figures._plotly_figure import plotly_figure, screen_drawing

__all__ = ["plotly_figure", "screen_drawing"]
