"""A fact written so that reading it gives the same fact again, to the last digit."""

from decimal import Decimal
from fractions import Fraction
from itertools import count

from casecert_data.eligibility import FactValue, Interval, as_json
from casecert_data.errors import ProfileError

# What a file of TOML must be able to hold as a number; a greater one goes as its text.
_GREATEST = 2**63 - 1


def exact_json(name: str, value: FactValue) -> object:
    """Return a fact as JSON and TOML have it, without loss.

    Raises
    ------
    ProfileError
        If a number has no end as a decimal.

    Examples
    --------
    >>> exact_json("rn_years", Interval(Fraction(1), Fraction(5, 2)))
    {'at_least': 1, 'at_most': 2.5}
    """
    if not isinstance(value, Interval):
        return as_json(value)
    low, high = _exact_number(name, value.low), value.high
    if value.is_exact:
        return low
    return {"at_least": low, "at_most": None if high is None else _exact_number(name, high)}


def _exact_number(name: str, number: Fraction) -> int | float | str:
    if number.denominator == 1:
        return number.numerator if number <= _GREATEST else str(number.numerator)
    # A number that a float would round, perhaps onto a threshold, goes as its text.
    if Fraction(Decimal(repr(float(number)))) == number:
        return float(number)
    if not _ends(number.denominator):
        raise ProfileError.not_decimal(name)
    places = next(at for at in count(1) if not 10**at % number.denominator)
    digits = str(number.numerator * 10**places // number.denominator)
    digits = digits.rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}".rstrip("0")


def _ends(denominator: int) -> bool:
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1
