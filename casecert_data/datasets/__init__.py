"""The curated tables as pandas frames, what their columns mean, and how to cite them."""

from casecert_data.datasets._cite import cite
from casecert_data.datasets._load import codebook, load, names

__all__ = ["cite", "codebook", "load", "names"]
