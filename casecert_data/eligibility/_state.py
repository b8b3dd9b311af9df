"""The facts of a person on a day: totals aged, parts and wholes narrowed against each other."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from casecert_data.catalog import Fact, facts, spell_number
from casecert_data.eligibility._interval import Interval
from casecert_data.errors import ProfileError

FactValue = Interval | tuple[str, ...] | bool
"""A number, codes in the order of their vocabulary, or yes and no."""
Facts = Mapping[str, FactValue]
"""What was stated, by name; a fact that is not there is blank."""

_HOURS_A_DAY = 24
_MONTHS_A_YEAR = 12
_DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class State:
    """What was stated, and what it says on the day asked about."""

    stated: Facts
    """As the person said it."""
    known: Facts
    """On the day asked about: aged and narrowed, blank numbers as intervals."""


def state_on(stated: Facts, *, as_of: date | None, on: date) -> State:
    """Carry stated facts to a day.

    Parameters
    ----------
    stated
        The facts, without those that are never judged.
    as_of
        Day on which the totals hold; None for the day asked about.
    on
        Day asked about.

    Raises
    ------
    ProfileError
        If a part is more than its whole, or the day asked about is before ``as_of``.

    Examples
    --------
    >>> months = {"cm_months": Interval(Fraction(11), Fraction(11))}
    >>> state_on(months, as_of=None, on=date(2026, 11, 23)).known["cm_months_under_ccm"].high
    Fraction(11, 1)
    """
    since = on if as_of is None else as_of
    if since > on:
        raise ProfileError.before_stated(on, since)
    numbers = narrow(_numbers(stated))
    if since < on:
        numbers = narrow(
            {name: _aged(facts()[name], value, since, on) for name, value in numbers.items()}
        )
    return State(stated=stated, known={**stated, **numbers})


def narrow(numbers: Mapping[str, Interval]) -> dict[str, Interval]:
    """Bound each part by its whole, and each whole from below by its part.

    Raises
    ------
    ProfileError
        If nothing is left.

    Examples
    --------
    >>> blank_but_one = {"cm_months": Interval(), "cm_months_under_ccm": Interval(Fraction(5))}
    >>> narrow(blank_but_one)["cm_months"].low
    Fraction(5, 1)
    """
    narrowed = dict(numbers)
    for name in numbers:
        whole_name = facts()[name].at_most
        if whole_name is None:
            continue
        part, whole = narrowed[name], narrowed[whole_name]
        narrowed[name] = part.at_most(whole.high)
        narrowed[whole_name] = whole.at_least(part.low)
        if narrowed[name].is_empty or narrowed[whole_name].is_empty:
            raise ProfileError.part_over_whole(
                name, whole_name, _spell_interval(part), _spell_interval(whole)
            )
    return narrowed


@cache
def parts_and_wholes() -> tuple[tuple[str, str], ...]:
    """Name each fact that is a part of another, with the other.

    Examples
    --------
    >>> parts_and_wholes()[0]
    ('cm_months_under_ccm', 'cm_months')
    """
    return tuple((one.name, one.at_most) for one in facts().values() if one.at_most)


def months_between(first: date, last: date) -> Fraction:
    """Count the full-time months that the days from first to the day before last can hold.

    The larger of two sums (RULES 24): one over the days of its calendar month for each day, and
    12/365 for each day. So a calendar month is a month, and a year is twelve.

    Examples
    --------
    >>> months_between(date(2026, 2, 1), date(2026, 3, 1))
    Fraction(1, 1)
    >>> months_between(date(2025, 11, 23), date(2026, 11, 23))
    Fraction(12, 1)
    """
    days = (last - first).days
    by_calendar = Fraction(0)
    day = first
    while day < last:
        length = monthrange(day.year, day.month)[1]
        month_end = day.replace(day=length)
        # The day after the calendar's last day does not exist, so it must not be asked for.
        stop = last if last <= month_end else month_end + timedelta(days=1)
        by_calendar += Fraction((stop - day).days, length)
        day = stop
    return max(by_calendar, Fraction(days * _MONTHS_A_YEAR, _DAYS_A_YEAR))


def as_json(value: object) -> object:
    """Return a fact as JSON has it: numbers, lists, yes and no, days; None for blank.

    Examples
    --------
    >>> as_json(Interval(Fraction(12), None))
    {'at_least': 12, 'at_most': None}
    """
    if isinstance(value, Interval):
        low, high = _number(value.low), None if value.high is None else _number(value.high)
        return low if value.is_exact else {"at_least": low, "at_most": high}
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _number(number: Fraction) -> int | float:
    return number.numerator if number.denominator == 1 else float(number)


def _numbers(stated: Facts) -> dict[str, Interval]:
    found: dict[str, Interval] = {}
    for one in facts().values():
        if one.kind == "number":
            value = stated.get(one.name)
            found[one.name] = value if isinstance(value, Interval) else Interval()
    return found


def _aged(of: Fact, value: Interval, since: date, on: date) -> Interval:
    if of.total is None:
        return value
    grown = None if value.high is None else value.high + _most_between(of, since, on)
    return Interval(Fraction(0) if of.total == "window" else value.low, grown)


def _most_between(of: Fact, since: date, on: date) -> Fraction:
    if of.unit == "hours":
        return Fraction((on - since).days * _HOURS_A_DAY)
    months = months_between(since, on)
    return months / _MONTHS_A_YEAR if of.unit == "years" else months


def _spell_interval(value: Interval) -> str:
    if value.high is None:
        return f"{spell_number(value.low)} or more"
    if value.is_exact:
        return spell_number(value.low)
    return f"{spell_number(value.low)} to {spell_number(value.high)}"
