"""The names that may have been meant by a mistyped one."""

from collections.abc import Iterable

_LIKENESS = 0.6
_NAMED_AT_MOST = 3


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names that are closest to a mistyped one, in their order; often one.

    Of names that look alike, those win in which the typed one is a whole part, then those that
    take the fewest slips of a finger: a letter too many, left out, wrong, or two exchanged.

    Parameters
    ----------
    name
        What was typed.
    known
        What there is.

    Examples
    --------
    >>> nearest("licence_codes", ["license_codes", "degrees"])
    ('license_codes',)
    >>> nearest("cmm", ["ccm", "cmac", "cmc", "crc"])
    ('ccm', 'cmc')
    """
    # Only a mistyped name needs it, and `casecert check` starts in a moment.
    from difflib import get_close_matches  # noqa: PLC0415

    typed = name.casefold()
    by_folded = {one.casefold(): one for one in known}
    alike = set(get_close_matches(typed, by_folded, n=len(by_folded) or 1, cutoff=_LIKENESS))
    effort = {
        one: (not _is_part(typed, one), _slips(typed, one))
        for one in by_folded
        if one in alike or sorted(one) == sorted(typed)
    }
    least = min(effort.values(), default=None)
    best = [by_folded[one] for one, needed in effort.items() if needed == least]
    return tuple(best[:_NAMED_AT_MOST])


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Word the suggestion that follows an unknown name, or nothing.

    Examples
    --------
    >>> did_you_mean("fee", ["fees"])
    " Did you mean 'fees'?"
    >>> did_you_mean("acm", ["ccm", "acm_rn", "acm_sw"])
    " Did you mean 'acm_rn' or 'acm_sw'?"
    """
    *others, last = [repr(one) for one in nearest(name, known)] or [""]
    if not last:
        return ""
    return f" Did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


def _is_part(typed: str, name: str) -> bool:
    """Ask whether the name has all of the typed one between ends or signs: acm in acm_rn."""
    before, found, after = name.partition(typed)
    return bool(found) and not before[-1:].isalnum() and not after[:1].isalnum()


def _slips(typed: str, name: str) -> int:
    """Count the slips between two words, two exchanged letters being one."""
    earlier: list[int] = []
    last = list(range(len(name) + 1))
    for row, letter in enumerate(typed, start=1):
        now = [row]
        for at, other in enumerate(name, start=1):
            least = min(last[at] + 1, now[-1] + 1, last[at - 1] + (letter != other))
            if earlier and at > 1 and typed[row - 2 : row] == other + name[at - 2]:
                least = min(least, earlier[at - 2] + 1)
            now.append(least)
        earlier, last = last, now
    return last[-1]
