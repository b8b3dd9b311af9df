"""One report after another: a process that is copied, or a kernel, and what each may take.

What others use of it is exported by `casecert_data.reporting`.
"""

__all__ = ()
