"""The shipped pages: facts and decisions into blocks, a method for each section.

What others use of it is exported by `casecert_data.reporting`.
"""

__all__ = ()
