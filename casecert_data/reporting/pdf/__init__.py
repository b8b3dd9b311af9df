"""Pages as PDF and charts as PNG: with a text for every picture, the same bytes every time."""

from casecert_data.reporting.pdf._page import prepare_pdf, render_pdf
from casecert_data.reporting.pdf._picture import draw_png

__all__ = ["draw_png", "prepare_pdf", "render_pdf"]
