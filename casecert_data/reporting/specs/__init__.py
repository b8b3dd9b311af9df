"""What a report asks for: its description, its parameters and their limits.

What others use of it is exported by `casecert_data.reporting`.
"""

__all__ = ()
