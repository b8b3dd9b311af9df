"""The same app in marimo: cells that use the slider are run again."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo
    from small_app import LEAST, MOST, START, charts

    from casecert_data.figures import plotly_figure

    CHARTS = 1
    return CHARTS, LEAST, MOST, START, charts, marimo, plotly_figure


@app.cell
def _(LEAST, MOST, START, marimo):
    slider = marimo.ui.slider(LEAST, MOST, value=START, label="Months")
    slider
    return (slider,)


@app.cell
def _(CHARTS, charts, marimo, plotly_figure, slider):
    marimo.vstack([plotly_figure(chart) for chart in charts(slider.value, CHARTS)])


if __name__ == "__main__":
    app.run()
