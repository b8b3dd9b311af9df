"""A number as people type it: ``16``, ``12 to 18``, ``12 or more``; and what is wrong."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from casecert_data.catalog import Fact, say, spell_number
from casecert_data.eligibility import Interval, found_words
from casecert_data.errors import ProfileError
from casecert_data.profiles import read_cell

_KINDS = ("range", "or_more", "or_less")
_ENDS = ("low", "high")


def read_typed(of: Fact, text: str) -> Interval | None:
    """Read what was typed into the field of a number; None for nothing.

    Raises
    ------
    ProfileError
        If it cannot be read; `fault_words` says why in plain words.

    Examples
    --------
    >>> from casecert_data.catalog import fact
    >>> read_typed(fact("cm_months"), "12 to 18") == read_typed(fact("cm_months"), "12..18")
    True
    >>> read_typed(fact("cm_months"), "12 or more")
    Interval(low=Fraction(12, 1), high=None)
    """
    value = read_cell(of, _as_cell(text))
    return value if isinstance(value, Interval) else None


def typed(value: object) -> str:
    """Write a number as `read_typed` reads it back; nothing for a blank.

    Examples
    --------
    >>> from fractions import Fraction
    >>> typed(Interval(Fraction(12), Fraction(18))), typed(Interval(Fraction(5, 2)))
    ('12 to 18', '2.5 or more')
    """
    if not isinstance(value, Interval):
        return ""
    low = _plain(value.low)
    if value.high is None:
        return say("panel.number.or_more", low=low)
    if value.is_exact:
        return low
    return say("panel.number.range", low=low, high=_plain(value.high))


def fault_words(of: Fact, text: str) -> str:
    """Say what to write instead of what cannot be read.

    Examples
    --------
    >>> from casecert_data.catalog import fact
    >>> fault_words(fact("cm_months"), "18,5")
    'Write the number without a comma, such as 18.5 or 1400.'
    """
    if "," in text:
        return say("panel.fault.comma")
    if text.strip().startswith(("-", "\N{MINUS SIGN}")):
        return say("panel.fault.negative")
    if _is_read(replace(of, limit=None), text):
        return say("panel.fault.too_much", limit=spell_number(of.limit or 0))
    if _is_read(replace(of, limit=None), _swapped(text)):
        return say("panel.fault.crossed")
    return say("panel.fault.not_a_number")


def over_whole_words(of: Fact, whole: Interval) -> str:
    """Say that a part is more than its whole, and how much it may be.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from casecert_data.catalog import fact
    >>> over_whole_words(fact("cm_months_under_ccm"), Interval(Fraction(16), Fraction(16)))
    'More than the 16 months in all. Write 16 or less.'
    """
    words = found_words(str(of.at_most), whole)
    return say("panel.fault.over_whole", whole=words, high=_plain(whole.high or Fraction(0)))


def _is_read(of: Fact, text: str) -> bool:
    try:
        return read_typed(of, text) is not None
    except ProfileError:
        return False


def _as_cell(text: str) -> str:
    for kind in _KINDS:
        found = _pattern(kind).fullmatch(text)
        if found:
            ends = found.groupdict("")
            return f"{ends.get('low', '')}..{ends.get('high', '')}"
    return text


def _swapped(text: str) -> str:
    low, _, high = _as_cell(text).partition("..")
    return f"{high}..{low}"


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Turn the words in which a range is shown into the pattern by which it is read."""
    words = say(f"panel.number.{kind}", low="\0low\0", high="\0high\0")
    parts = [
        rf"(?P<{part}>\S+?)" if part in _ENDS else r"\s+".join(map(re.escape, part.split()))
        for part in words.split("\0")
    ]
    return re.compile(r"\s*" + r"\s*".join(parts) + r"\s*", re.IGNORECASE)


def _plain(number: Fraction) -> str:
    return spell_number(number).replace(",", "")
