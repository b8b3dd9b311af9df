"""What all errors share: one class to catch, and the nearest name for a mistyped one."""

from collections.abc import Iterable

SHOWN_AT_MOST = 5
"""Cells that one message of a table shows before it only counts them."""


class CasecertError(ValueError):
    """Something that the caller can put right; the command line ends with exit code 2."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is closest to a mistyped one, or None.

    Examples
    --------
    >>> nearest("licence_codes", ["license_codes", "degrees"])
    'license_codes'
    """
    # Only a mistyped name needs it, and `casecert check` starts in a moment.
    from difflib import get_close_matches  # noqa: PLC0415

    by_folded = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Word the suggestion that follows an unknown name, or nothing.

    Examples
    --------
    >>> did_you_mean("fee", ["fees"])
    " Did you mean 'fees'?"
    """
    best = nearest(name, known)
    return f" Did you mean {best!r}?" if best else ""
