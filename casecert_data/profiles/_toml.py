"""Single values and names as TOML has them, so that the parser gives the same again."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from casecert_data.errors import ProfileError

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
# What TOML does not take as it is inside double quotes.
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def toml_line(name: str, value: object, *, place: str | None = None) -> str:
    """Return a name with its value, on one line.

    Parameters
    ----------
    name
        What stands on the left.
    value
        Text, a number, yes or no, a day or time, or lists and tables of them.
    place
        What the message of an error names; None for the name.

    Raises
    ------
    ProfileError
        If TOML has no form for the value.

    Examples
    --------
    >>> toml_line("x_class", ["A", 3, {"old": True}])
    'x_class = ["A", 3, { old = true }]'
    """
    about = name if place is None else place
    return f"{_key(about, name)} = {_value(about, value)}"


def _value(name: str, value: object) -> str:
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(name, value)
    raise ProfileError.not_writable(name, "text, a number, a day, or a list of them", value)


def _key(name: str, key: object) -> str:
    if not isinstance(key, str):
        raise ProfileError.not_writable(name, "names that are text", key)
    return key if _BARE_KEY.fullmatch(key) else _text(name, key)


def _text(name: str, text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ProfileError.not_writable(name, "text of whole letters", text) from None
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0], f"\\u{ord(found[0]):04X}")


def _decimal(_: str, number: Decimal) -> str:
    if number.is_nan():
        return "nan"
    if number.is_infinite():
        return "-inf" if number < 0 else "inf"
    written = str(number).lower()
    # A point or a power of ten keeps it from being read as a whole number.
    return written if "." in written or "e" in written else f"{written}.0"


def _time(name: str, moment: time) -> str:
    if moment.tzinfo is not None:
        raise ProfileError.not_writable(name, "a time without a zone", moment)
    return moment.isoformat()


def _list(name: str, values: list[object] | tuple[object, ...]) -> str:
    return f"[{', '.join(_value(name, one) for one in values)}]"


def _table(name: str, table: Mapping[object, object]) -> str:
    pairs = ", ".join(f"{_key(name, key)} = {_value(name, one)}" for key, one in table.items())
    return f"{{ {pairs} }}" if pairs else "{}"


# Yes and no come before whole numbers, which they are too for Python.
_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[str, Any], str]], ...] = (
    (bool, lambda _, answer: "true" if answer else "false"),
    (str, _text),
    (int, lambda _, number: str(number)),
    (float, lambda _, number: repr(number)),
    (Decimal, _decimal),
    (date, lambda _, day: str(day.isoformat())),
    (time, _time),
    (Mapping, _table),
    ((list, tuple), _list),
)
