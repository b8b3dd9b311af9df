"""What every piece of a page shares: clean text, and a JSON form read off its own fields."""

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from typing import (
    Any,
    ClassVar,
    Literal,
    Self,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from casecert_data.charts import Chart
from casecert_data.errors import ChartError, PageError

# Controls cannot be drawn, and half of them are not allowed in HTML at all. Marks that turn the
# direction of reading would let one cell's text run backwards through the sentence around it.
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_UNDRAWABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
)
# A lone surrogate and a code point that is no character cannot be written as UTF-8 or as XML.
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


TITLE_LETTERS = 120
"""Longest title of a section, a box or a need, and longest tag."""
BOX_LETTERS = 600
"""Longest text of a box, which is never cut in two by the end of a page."""


def clean_text(text: str) -> str:
    r"""Make a text drawable: line breaks become a space, what cannot be drawn goes.

    Markup of any language stays as it is: the renderers show it, they do not obey it.

    Examples
    --------
    >>> clean_text("Ann\x00\tLee \u202eeel <b>")
    'Ann Lee eel <b>'
    """
    # The usual text holds none of them, which Python itself can tell at once.
    if text.isprintable():
        return text
    one_line = _BREAKS.sub(" ", text)
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", _UNDRAWABLE.sub("", one_line))


@dataclass(frozen=True, slots=True)
class Piece:
    """A span, a part, a block or a page.

    A subclass only lists its fields: they are its JSON form, their types are what is checked,
    and a field with a default may be left out.
    """

    tagged: ClassVar[tuple[str, str] | None] = None
    """Name and value of the JSON entry that tells this piece from its siblings."""

    def __post_init__(self) -> None:
        for name in self.field_names():
            value = getattr(self, name)
            if isinstance(value, str):
                cleaned: object = clean_text(value)
            elif isinstance(value, Chart):
                cleaned = _cleaned(value)
            elif isinstance(value, tuple) and all(isinstance(one, str) for one in value):
                cleaned = tuple(map(clean_text, value))
            else:
                continue
            if cleaned is not value:
                object.__setattr__(self, name, cleaned)
        self.check()

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Name the fields of this kind of piece, in their order."""
        return _field_names(cast("Any", cls))

    def check(self) -> None:
        """Refuse what no renderer could draw."""

    def require_text(self, *names: str) -> None:
        """Refuse an empty text in one of the named fields."""
        for name in names:
            if not getattr(self, name).strip():
                raise PageError.unexpected(name, "words", getattr(self, name))

    def require_short(self, limit: int, *names: str) -> None:
        """Refuse a text that cannot stand in one of the named fields as a whole."""
        for name in names:
            if len(getattr(self, name)) > limit:
                raise PageError.too_long(name, limit, getattr(self, name))

    def to_json(self) -> dict[str, Any]:
        """Return the piece as plain JSON values."""
        values = {name: _plain(getattr(self, name)) for name in self.field_names()}
        return dict([self.tagged]) | values if self.tagged else values

    @classmethod
    def from_json(cls, entry: object, where: str = "") -> Self:
        """Read a piece from plain JSON values.

        Parameters
        ----------
        entry
            What `to_json` returns, or the same with defaults left out.
        where
            Place of the entry in a greater one, for the error's first words.

        Raises
        ------
        PageError
            If a name is unknown or missing, or a value is of another kind.
        """
        given = _entries(entry, where)
        kinds = _kinds_of_values(cast("Any", cls))  # a class is hashable, whatever mypy says
        allowed = {*kinds, *(cls.tagged[:1] if cls.tagged else ())}
        for name in given:
            if name not in allowed:
                raise PageError.unknown_name(_at(where, str(name)), str(name), sorted(allowed))
        values = {}
        for field in fields(cls):
            if field.name in given:
                place = _at(where, field.name)
                values[field.name] = _read(kinds[field.name], given[field.name], place)
            elif _is_required(field):
                raise PageError.missing(where, field.name)
        try:
            return cls(**values)
        except PageError as fault:
            raise fault.at(where) from None


@cache
def _field_names(cls: Any) -> tuple[str, ...]:
    # dataclasses sorts them out anew each time that it is asked.
    return tuple(field.name for field in fields(cls))


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _kinds_of_values(cls: type[Piece]) -> Mapping[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def _entries(entry: object, where: str) -> Mapping[str, Any]:
    if not isinstance(entry, Mapping):
        raise PageError.unexpected(where, "names with values", entry)
    return cast("Mapping[str, Any]", entry)


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Piece | Chart):
        return value.to_json()
    return value


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Chart):
        return Chart.from_json(_cleaned(value.to_json()))
    if isinstance(value, Mapping):
        return {name: _cleaned(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    return value


def _read(kind: Any, value: object, where: str) -> Any:
    """Read a value as the kind that a field's annotation names."""
    origin = get_origin(kind)
    if origin is tuple:
        return _read_list(get_args(kind)[0], value, where)
    if origin is Literal:
        return _read_choice(get_args(kind), value, where)
    if origin in {Union, types.UnionType}:
        return _read_one_of(get_args(kind), value, where)
    if kind is Chart:
        return _read_chart(value, where)
    if issubclass(kind, Piece):
        return kind.from_json(value, where)
    return _read_plain(kind, value, where)


def _read_list(kind: Any, value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise PageError.unexpected(where, "a list", value)
    return tuple(_read(kind, one, f"{where}[{at}]") for at, one in enumerate(value))


def _read_choice(allowed: tuple[Any, ...], value: object, where: str) -> Any:
    if value not in allowed or not isinstance(value, str):
        raise PageError.unknown_name(where, value, allowed)
    return value


def _read_one_of(kinds: tuple[Any, ...], value: object, where: str) -> Any:
    if value is None and types.NoneType in kinds:
        return None
    others = [kind for kind in kinds if kind is not types.NoneType]
    if len(others) == 1:
        return _read(others[0], value, where)
    return _read_tagged({kind.tagged: kind for kind in others}, value, where)


def _read_tagged(
    by_tag: Mapping[tuple[str, str], type[Piece]], value: object, where: str
) -> Piece:
    entries = _entries(value, where)
    name = next(iter(by_tag))[0]
    if name not in entries:
        raise PageError.missing(where, name)
    tag = _read_choice(tuple(known for _, known in by_tag), entries[name], _at(where, name))
    return by_tag[name, tag].from_json(value, where)


def _read_chart(value: object, where: str) -> Chart:
    try:
        return Chart.from_json(dict(_entries(value, where)))
    except ChartError as fault:
        raise PageError.bad_chart(where, str(fault)) from None


_PLAIN = {str: "text", bool: "true or false", int: "a whole number"}


def _read_plain(kind: type, value: object, where: str) -> Any:
    # True is an int to Python, but no whole number to whoever wrote the page.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise PageError.unexpected(where, _PLAIN[kind], value)
    return value
