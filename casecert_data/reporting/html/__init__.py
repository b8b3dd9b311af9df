"""Pages as HTML: one file that asks for nothing, runs nothing and reads well on a phone."""

from casecert_data.reporting.html._page import fill_template, render_html

__all__ = ["fill_template", "render_html"]
