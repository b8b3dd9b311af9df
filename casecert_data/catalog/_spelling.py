"""Spell days, ages, numbers and lists as people read them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from casecert_data.catalog._messages import say

_MONTHS_IN_YEAR = 12
_PLACES = 2


def spell_date(day: date) -> str:
    """Write a day out.

    Examples
    --------
    >>> spell_date(date(2026, 11, 23))
    'November 23, 2026'
    """
    return say("date.day", month=say(f"date.month.m{day.month}"), day=day.day, year=day.year)


def spell_month(day: date) -> str:
    """Write a day's month and year out.

    Examples
    --------
    >>> spell_month(date(2026, 11, 23))
    'November 2026'
    """
    return say("date.month_of_year", month=say(f"date.month.m{day.month}"), year=day.year)


def spell_age(since: date, on: date) -> str:
    """Say how long ago a day was, in whole years and months.

    Examples
    --------
    >>> spell_age(date(2023, 4, 26), date(2026, 11, 26))
    '3 years 7 months ago'
    >>> spell_age(date(2026, 11, 20), date(2026, 11, 23))
    'less than a month ago'
    """
    months = (on.year - since.year) * _MONTHS_IN_YEAR + on.month - since.month
    months -= on.day < since.day
    if months < 1:
        return say("date.just_now")
    years, rest = divmod(months, _MONTHS_IN_YEAR)
    parts = [
        say(f"unit.{unit}", count=amount, number=amount)
        for unit, amount in (("years", years), ("months", rest))
        if amount
    ]
    return say("date.ago", age=" ".join(parts))


def spell_number(number: Fraction | Decimal | int) -> str:
    """Write a number with separators for thousands; an endless decimal is cut to two places.

    Examples
    --------
    >>> spell_number(2000), spell_number(Fraction(37, 2)), spell_number(Decimal("58"))
    ('2,000', '18.5', '58')
    """
    exact = Fraction(number)
    if exact.denominator == 1:
        return f"{exact.numerator:,}"
    # What somebody stated is written as stated: 11.999 must not read as 12.
    decimal = Decimal(exact.numerator) / exact.denominator
    if Fraction(decimal) != exact:
        decimal = round(decimal, _PLACES)
    return f"{decimal.normalize():,f}"


def join_words(words: Sequence[str], how: str = "and") -> str:
    """Join words into a list as it is read: ``a, b and c``.

    Parameters
    ----------
    words
        What is listed, in order.
    how
        ``and`` or ``or``.

    Examples
    --------
    >>> join_words(["one", "two", "three"], "or")
    'one, two or three'
    """
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return "".join(words)
    return say(f"list.{how}", first=say("list.comma").join(words[:-1]), last=words[-1])


def as_sentence(words: str) -> str:
    """Begin with a capital letter, and close with a full stop where no mark closes.

    Examples
    --------
    >>> as_sentence("not known"), as_sentence("Are You Ready?")
    ('Not known.', 'Are You Ready?')
    >>> as_sentence("It says “accredited.”")
    'It says “accredited.”'
    """
    closed = words if words.rstrip("”").endswith((".", "?", "!")) else f"{words}."
    return closed[:1].upper() + closed[1:]
