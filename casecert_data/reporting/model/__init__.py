"""What a page is made of, for either renderer: blocks, parts, lines of words.

What others use of it is exported by `casecert_data.reporting`.
"""

__all__ = ()
