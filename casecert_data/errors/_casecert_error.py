"""What all errors share: one class to catch."""

SHOWN_AT_MOST = 5
"""Cells that one message of a table shows before it only counts them."""


class CasecertError(ValueError):
    """Something that the caller can put right; the command line ends with exit code 2."""
