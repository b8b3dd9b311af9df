"""What a plotly figure says, read from its JSON: traces, titles and columns of values."""

import re
import struct
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from html import unescape
from itertools import chain
from typing import Any

from casecert_data.catalog import spell_date

FIGURE_TYPE = "application/vnd.plotly.v1+json"
"""What an output calls a figure of plotly."""

# plotly packs an array as base64; by its name for the kind, Python's for the same.
_PACKED = {
    "i1": "b",
    "u1": "B",
    "i2": "h",
    "u2": "H",
    "i4": "i",
    "u4": "I",
    "f4": "f",
    "f8": "d",
    "int8": "b",
    "uint8": "B",
    "int16": "h",
    "uint16": "H",
    "int32": "i",
    "uint32": "I",
    "float32": "f",
    "float64": "d",
}
_MARKUP = re.compile(r"</?(?:b|i|em|strong|sub|sup|span|a)\b[^<>]*>", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?")
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis says."""

    title: str
    """Its words; may be empty."""
    before: str = ""
    """Sign before its numbers."""
    after: str = ""
    """Sign behind its numbers."""
    is_reversed: bool = False
    """Whether it runs the other way."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as data."""

    traces: tuple[Mapping[str, Any], ...]
    """Those that are seen."""
    layout: Mapping[str, Any]
    """Titles, axes and how traces stand together."""

    @classmethod
    def read(cls, bundle: object) -> "Figure":
        """Read what an output holds; whatever is of another form is not there.

        Examples
        --------
        >>> Figure.read({"data": [{"type": "bar"}, {"visible": False}]}).traces
        ({'type': 'bar'},)
        """
        given = _mapping(bundle)
        traces = given.get("data")
        seen = [_mapping(one) for one in traces] if isinstance(traces, list) else []
        hidden = (False, "legendonly")
        shown = tuple(one for one in seen if one and one.get("visible", True) not in hidden)
        return cls(shown, _mapping(given.get("layout")))

    @property
    def title(self) -> str:
        """Its title without markup; empty if it has none."""
        return words_of(_text_of(self.layout.get("title")))

    def axis(self, letter: str) -> Axis:
        """Return what the first axis of this letter says."""
        given = _mapping(self.layout.get(f"{letter}axis"))
        return Axis(
            words_of(_text_of(given.get("title"))),
            words_of(str(given.get("tickprefix") or "")),
            words_of(str(given.get("ticksuffix") or "")),
            given.get("autorange") == "reversed",
        )


def words_of(text: str) -> str:
    """Take plotly's own markup out of a text.

    Examples
    --------
    >>> words_of("<b>Students</b><br>in 2026, <5 left out")
    'Students in 2026, <5 left out'
    """
    return unescape(_MARKUP.sub("", _LINE_BREAK.sub(" ", text))).strip()


def column_of(values: object) -> list[Any] | None:
    """Return an array of a trace as a list, packed or not; None if it is none, or is empty.

    A table of values is a list of lists.

    Examples
    --------
    >>> column_of({"dtype": "i1", "bdata": "AgM="})
    [2, 3]
    """
    if isinstance(values, Mapping):
        return _unpacked(values)
    if isinstance(values, Sequence) and not isinstance(values, str) and values:
        return [column_of(one) if isinstance(one, list | Mapping) else one for one in values]
    return None


def number_of(value: object) -> float | None:
    """Return a value as a number; None if it is none.

    Examples
    --------
    >>> number_of(3), number_of("2.5"), number_of("CCM"), number_of(True)
    (3.0, 2.5, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def label_of(value: object) -> str:
    """Write a value as a name: a day is spelled out, a whole number has no decimals.

    Examples
    --------
    >>> label_of(2026.0), label_of("2026-11-23T00:00:00"), label_of("<b>CCM</b>")
    ('2026', 'November 23, 2026', 'CCM')
    """
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "" if value is None else str(value)
    if not _DAY.fullmatch(text):
        return words_of(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    day = spell_date(moment.date())
    return day if moment.time() == _MIDNIGHT else f"{day}, {moment:%H:%M}"


def _unpacked(packed: Mapping[str, Any]) -> list[Any] | None:
    code = _PACKED.get(str(packed.get("dtype")))
    if code is None:
        return None
    try:
        raw = b64decode(str(packed.get("bdata")), validate=True)
        flat = [one for (one,) in struct.iter_unpack(f"<{code}", raw)]
    except (Base64Error, struct.error):
        return None
    shape = [int(one) for one in re.findall(r"\d+", str(packed.get("shape", "")))]
    if len(shape) < 2:  # noqa: PLR2004 - one dimension, or none named, is a plain list
        return flat or None
    width = shape[-1]
    return [flat[at : at + width] for at in range(0, len(flat), width)] if width else None


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text_of(title: object) -> str:
    # plotly takes a title as a text, or as names with values of which one is the text.
    text = title.get("text") if isinstance(title, Mapping) else title
    return text if isinstance(text, str) else ""


def flat(values: Sequence[Any]) -> list[Any]:
    """Return the values of a list of lists as one list."""
    return list(chain.from_iterable(values))
