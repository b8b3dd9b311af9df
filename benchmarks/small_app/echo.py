"""An empty round trip: the value goes to the kernel and comes back as a label's words."""

import ipywidgets
from small_app import LEAST, MOST, START, words

CHARTS = 1

slider = ipywidgets.IntSlider(START, LEAST, MOST, description="Months")
labels = [ipywidgets.Label(said) for said in words(START, CHARTS)]


def show(_change: object) -> None:
    """Say what the pictures would say."""
    for label, said in zip(labels, words(slider.value, CHARTS), strict=True):
        label.value = said


slider.observe(show, "value")
ipywidgets.VBox([slider, *labels])
