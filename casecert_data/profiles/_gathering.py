"""All faults of a profile in one message: nobody mends one to be told of the next."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from casecert_data.errors import ProfileError


@contextmanager
def gathering(faults: list[ProfileError]) -> Iterator[None]:
    """Put what is raised inside into a list, and go on behind it.

    Examples
    --------
    >>> faults = []
    >>> with gathering(faults):
    ...     raise ProfileError.negative("rn_years", -3)
    >>> [one.fact for one in faults]
    ['rn_years']
    """
    try:
        yield
    except ProfileError as fault:
        faults.extend(fault.faults)


def raise_gathered(faults: Sequence[ProfileError]) -> None:
    """Raise what was gathered, if anything was.

    Raises
    ------
    ProfileError
        The fault, or all of them in one.

    Examples
    --------
    >>> raise_gathered([])
    """
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ProfileError.listing("", faults)
