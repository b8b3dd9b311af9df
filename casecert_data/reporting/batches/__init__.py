"""A class of reports: what is kept, what is made, what is listed, printed and removed.

What others use of it is exported by `casecert_data.reporting`.
"""

__all__ = ()
