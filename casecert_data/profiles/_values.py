"""One value of one fact, as a file or a cell has it, checked against the fact's description."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from casecert_data.catalog import Fact, code_names, spell_number
from casecert_data.eligibility import FactValue, Interval
from casecert_data.errors import ProfileError

Stated = FactValue | str | date
"""A value as a profile holds it."""

_NONE = "NONE"
_NUMBER = re.compile(r"\d+(\.\d+)?|\.\d+", re.ASCII)
_NEGATIVE = re.compile(r"-\s*(\d+(\.\d+)?|\.\d+)", re.ASCII)
_DIGITS_AT_MOST = 30
_CHARACTERS_AT_MOST = 2 * _DIGITS_AT_MOST + 1
_RANGE = re.compile(r"\s*(.*?)\s*\.\.\s*(.*?)\s*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = "(0?[1-9]|1[0-2])"
_EITHER_WAY = re.compile(rf"{_MONTH}[/.-]{_MONTH}[/.-](\d{{2}}|\d{{4}})", re.ASCII)
_YES_NO = MappingProxyType(
    {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False}
    | {"0": False}
)


def read_value(of: Fact, value: object) -> Stated | None:
    """Read a value from TOML, JSON or Python; None for what says that it is not known.

    Raises
    ------
    ProfileError
        If the value does not fit the fact.

    Examples
    --------
    >>> from casecert_data.catalog import fact
    >>> read_value(fact("cm_months"), {"at_least": 12, "at_most": 18}).high
    Fraction(18, 1)
    """
    if value is None or (isinstance(value, (list, tuple, set, frozenset)) and not value):
        return None
    if isinstance(value, str):
        return read_cell(of, value)
    return _VALUE_READERS[of.kind](of, value)


def read_cell(of: Fact, cell: str) -> Stated | None:
    """Read a cell of a roster, or text typed into a form; None for a blank one.

    Sets are separated by ``;``; a number may be ``12..18``, ``12..`` or ``..18``.

    Raises
    ------
    ProfileError
        If the cell does not fit the fact.

    Examples
    --------
    >>> from casecert_data.catalog import fact
    >>> read_cell(fact("license_codes"), "RN; PHARMACIST")
    ('RN', 'PHARMACIST')
    >>> read_cell(fact("cm_months"), "..18").high
    Fraction(18, 1)
    """
    text = cell.strip()
    return _CELL_READERS[of.kind](of, text) if text else None


def read_date(name: str, value: object) -> date:
    """Read a day, as TOML has it or as its text.

    Raises
    ------
    ProfileError
        If there is no such day.

    Examples
    --------
    >>> read_date("as_of", "2026-11-23")
    datetime.date(2026, 11, 23)
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = str(value).strip()
    if _EITHER_WAY.fullmatch(text):
        raise ProfileError.ambiguous_date(name, text)
    if not isinstance(value, str) or not _DAY.fullmatch(text):
        raise ProfileError.bad_date(name, text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ProfileError.bad_date(name, text) from None


def _text_cell(_: Fact, cell: str) -> str:
    return cell


def _text_value(of: Fact, value: object) -> str:
    raise ProfileError.wrong_kind(
        of.name, "text", value, "Put it in double quotes, so that it is read as typed."
    )


def _date(of: Fact, value: object) -> date:
    return read_date(of.name, value)


def _yes_no_cell(of: Fact, cell: str) -> bool:
    answer = _YES_NO.get(cell.casefold())
    if answer is None:
        raise ProfileError.bad_yes_no(of.name, cell)
    return answer


def _yes_no_value(of: Fact, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and value in {0, 1}:
        return value == 1
    raise ProfileError.bad_yes_no(of.name, value)


def _code_cell(of: Fact, cell: str) -> str:
    known = code_names(str(of.vocabulary))
    if cell not in known:
        raise ProfileError.unknown_code(of.name, cell, known)
    return cell


def _code_value(of: Fact, value: object) -> str:
    raise ProfileError.unknown_code(of.name, value, code_names(str(of.vocabulary)))


def _codes_cell(of: Fact, cell: str) -> tuple[str, ...]:
    return _codes(of, [code.strip() for code in cell.split(";") if code.strip()])


def _codes_value(of: Fact, value: object) -> tuple[str, ...]:
    if isinstance(value, (set, frozenset)):
        return _codes(of, sorted(value, key=str))
    if isinstance(value, (list, tuple)):
        return _codes(of, list(value))
    raise ProfileError.wrong_kind(
        of.name, "a list of codes", value, 'Write it as in ["RN"], also for a single one.'
    )


def _codes(of: Fact, found: list[object]) -> tuple[str, ...]:
    known = code_names(str(of.vocabulary))
    for code in found:
        if code not in known:
            raise ProfileError.unknown_code(of.name, code, known)
    stated = tuple(dict.fromkeys(str(code) for code in found))
    if not stated:
        raise ProfileError.wrong_kind(
            of.name, "codes", "only separators", "Leave it blank if it is not known."
        )
    if _NONE in stated and len(stated) > 1:
        raise ProfileError.none_beside_code(of.name, stated)
    return stated


def _number_cell(of: Fact, cell: str) -> Interval:
    ends = _RANGE.fullmatch(cell)
    if ends is None:
        number = _one_number(of, cell)
        return _checked(of, number, number)
    low, high = ends[1], ends[2]
    if not low and not high:
        raise ProfileError.bad_number(of.name, cell)
    return _checked(
        of,
        _one_number(of, low) if low else Fraction(0),
        _one_number(of, high) if high else None,
    )


def _one_number(of: Fact, text: str) -> Fraction:
    if len(text) > _CHARACTERS_AT_MOST:
        raise ProfileError.bad_number(of.name, f"{text[:_CHARACTERS_AT_MOST]}…")
    if _NUMBER.fullmatch(text):
        return Fraction(text if text[0] != "." else f"0{text}")
    if _NEGATIVE.fullmatch(text):
        raise ProfileError.negative(of.name, text)
    raise ProfileError.bad_number(of.name, text)


def _number_value(of: Fact, value: object) -> Interval:
    if isinstance(value, Mapping):
        return _bounds_value(of, value)
    number = _exact(of, value)
    return _checked(of, number, number)


def _bounds_value(of: Fact, value: Mapping[object, object]) -> Interval:
    low, high = value.get("at_least"), value.get("at_most")
    if set(value) - {"at_least", "at_most"} or (low is None and high is None):
        raise ProfileError.bad_bounds(of.name, dict(value))
    return _checked(
        of,
        Fraction(0) if low is None else _exact(of, low),
        None if high is None else _exact(of, high),
    )


def _exact(of: Fact, value: object) -> Fraction:
    if isinstance(value, str):
        return _one_number(of, value.strip())
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, Fraction)):
        raise ProfileError.bad_number(of.name, value)
    if isinstance(value, float):
        # The shortest text that gives the same float is what somebody wrote.
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and not value.is_finite():
        raise ProfileError.bad_number(of.name, str(value).lower())
    if isinstance(value, Decimal) and _is_endless(value):
        # As a fraction it would fill the memory with zeros.
        raise ProfileError.bad_number(of.name, str(value).lower()[:_CHARACTERS_AT_MOST])
    if not isinstance(value, Decimal) and value > 10**_DIGITS_AT_MOST:
        raise ProfileError.bad_number(of.name, f"more than {_DIGITS_AT_MOST} digits")
    if value < 0:
        raise ProfileError.negative(of.name, value)
    return Fraction(value)


def _is_endless(number: Decimal) -> bool:
    _, digits, exponent = number.as_tuple()
    return len(digits) > _DIGITS_AT_MOST or abs(int(exponent)) > _DIGITS_AT_MOST


def _checked(of: Fact, low: Fraction, high: Fraction | None) -> Interval:
    for number in (low, high):
        if number is not None and of.limit is not None and number > of.limit:
            raise ProfileError.too_much(
                of.name, spell_number(number), spell_number(of.limit), str(of.unit)
            )
    interval = Interval(low, high)
    if interval.is_empty:
        raise ProfileError.bounds_crossed(
            of.name, spell_number(low), spell_number(high if high is not None else low)
        )
    return interval


_CELL_READERS: Mapping[str, Callable[[Fact, str], Stated]] = MappingProxyType(
    {
        "text": _text_cell,
        "date": _date,
        "yes_no": _yes_no_cell,
        "code": _code_cell,
        "codes": _codes_cell,
        "number": _number_cell,
    }
)
_VALUE_READERS: Mapping[str, Callable[[Fact, object], Stated]] = MappingProxyType(
    {
        "text": _text_value,
        "date": _date,
        "yes_no": _yes_no_value,
        "code": _code_value,
        "codes": _codes_value,
        "number": _number_value,
    }
)
