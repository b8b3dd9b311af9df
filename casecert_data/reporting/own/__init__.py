"""An educator's own cells: Markdown, tables, prints and figures into parts of a page.

What others use of it is exported by `casecert_data.reporting`.
"""

__all__ = ()
