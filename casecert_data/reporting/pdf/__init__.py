"""Pages as PDF: tagged, with a text for every picture, and the same bytes every time."""

from casecert_data.reporting.pdf._page import render_pdf

__all__ = ["render_pdf"]
