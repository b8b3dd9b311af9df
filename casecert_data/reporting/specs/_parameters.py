"""Parameters of a report: what kind of value each takes, and within which limits."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from casecert_data.catalog import (
    describe_table,
    join_words,
    say,
    spell_date,
    table,
    table_names,
)
from casecert_data.eligibility import refuse_closed
from casecert_data.errors import ClosedProgramError, ReportError
from casecert_data.jobs import job_ids
from casecert_data.profiles import EDITIONS
from casecert_data.reporting.pages._compared import ALL, FEWEST, MOST, asking_ids, compared_ids

BETWEEN = ", "
"""What stands between the keys in a parameter that names several certifications."""

LONGEST_TEXT = 500
"""Letters of a text where report.toml names no other limit."""

LIMITS = ("choices", "at_least", "at_most", "longest", "table")
"""Entries of a report.toml that limit a parameter."""

Value = str | bool | int | float
"""What a parameter holds in the template: text (days as YYYY-MM-DD), yes and no, a number."""

_SHOWN_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a value must keep to, beside its kind."""

    choices: tuple[str, ...] = ()
    """The only texts; none where any will do."""
    at_least: str | None = None
    """The lowest number, or the first day, as it is typed."""
    at_most: str | None = None
    """The highest number, or the last day, as it is typed."""
    longest: int = LONGEST_TEXT
    """Letters of a text."""
    table: str | None = None
    """Table of which a row is named by its key."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a report."""

    name: str
    """What the template's parameters cell calls it."""
    kind: str
    """One of `KINDS`."""
    description: str
    """What it is for, in words."""
    default: Value | None
    """Its value where none is given; None if one must be given."""
    limits: Limits = Limits()
    """What a value must keep to."""

    def read(self, report: str, text: str) -> Value:
        """Read a value as typed on a command line.

        Parameters
        ----------
        report
            Name of the report, for the error's first words.
        text
            What was typed.

        Raises
        ------
        ReportError
            If it is of another kind, or outside the limits.

        Examples
        --------
        >>> day = Parameter("on", "date", "The day.", None, Limits(at_most="2026-12-31"))
        >>> day.read("career", "2026-11-23")
        '2026-11-23'
        """
        try:
            return _KINDS[self.kind].read(self, text)
        except (ReportError, ClosedProgramError) as fault:
            raise ReportError.in_parameter(report, self.name, fault) from None
        except ValueError:
            known = self.known()
            raise ReportError.bad_parameter(
                report, self.name, self.takes() if known is None else None, text, known or ()
            ) from None

    def known(self) -> Sequence[str] | None:
        """Return every value that there is; None where they cannot be listed."""
        return _KINDS[self.kind].known(self)

    def takes(self) -> str:
        """Say in words what values it takes.

        Examples
        --------
        >>> Parameter("seats", "number", "Seats.", None, Limits(at_least="1")).takes()
        'a number of 1 or more'
        """
        known = self.known()
        if known is not None:
            return _one_of(known)
        limits = self.limits
        words = say(f"parameter.{self.kind}", longest=limits.longest, low=FEWEST, high=MOST)
        low, high = _spelled(self.kind, limits.at_least), _spelled(self.kind, limits.at_most)
        if low and high:
            return say("parameter.from_to", what=words, low=low, high=high)
        if low:
            return say(f"parameter.{self.kind}_from", what=words, low=low)
        return say(f"parameter.{self.kind}_to", what=words, high=high) if high else words


@dataclass(frozen=True, slots=True)
class _Kind:
    """How values of one kind are read, and which limits they may have."""

    read: Callable[[Parameter, str], Value]
    limits: tuple[str, ...] = ()
    known: Callable[[Parameter], Sequence[str] | None] = lambda _: None


def parameter_limits(kind: str) -> tuple[str, ...]:
    """Name the limits that a parameter of a kind may have.

    Examples
    --------
    >>> parameter_limits("number")
    ('at_least', 'at_most')
    """
    return _KINDS[kind].limits


def _one_of(known: Sequence[str]) -> str:
    shown = list(known[:_SHOWN_AT_MOST])
    more = len(known) - len(shown)
    if more:
        return say("parameter.one_of_many", known=say("list.comma").join(shown), count=more)
    return say("parameter.one_of", known=join_words(shown, "or"))


def _spelled(kind: str, limit: str | None) -> str:
    if limit is None or kind != "date":
        return limit or ""
    return spell_date(date.fromisoformat(limit))


def _as_one_of(parameter: Parameter, text: str) -> str:
    return _among(text, parameter.known() or ())


def _as_certification(parameter: Parameter, text: str) -> str:
    refuse_closed(text)
    return _as_one_of(parameter, text)


def _as_certifications(_: Parameter, text: str) -> str:
    return BETWEEN.join(compared_ids(text))


def _as_questions_of(_: Parameter, text: str) -> str:
    ids = asking_ids(text)
    return ALL if text == ALL else BETWEEN.join(ids)


def _as_text(parameter: Parameter, text: str) -> str:
    if parameter.limits.choices:
        return _among(text, parameter.limits.choices)
    if len(text) > parameter.limits.longest:
        raise ValueError(text)
    return text


def _as_date(parameter: Parameter, text: str) -> str:
    # Only this form: the calendar's other spellings (20261123) would make other file names.
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(text)
    low, high = parameter.limits.at_least, parameter.limits.at_most
    if (low is not None and text < low) or (high is not None and text > high):
        raise ValueError(text)
    return text


def _as_number(parameter: Parameter, text: str) -> int | float:
    number = _number(text)
    low, high = parameter.limits.at_least, parameter.limits.at_most
    if (low is not None and number < _number(low)) or (
        high is not None and number > _number(high)
    ):
        raise ValueError(text)
    return number


def _number(text: str) -> int | float:
    # Python also reads 1_000, 1e3, nan and signs of other scripts: nobody means them here.
    plain = text.strip()
    if not plain.isascii() or set(plain) - set("+-.0123456789"):
        raise ValueError(text)
    number = float(plain)
    if not math.isfinite(number):
        raise ValueError(text)
    return int(plain) if "." not in plain else number


def _as_yes_no(_: Parameter, text: str) -> bool:
    return _among(text.casefold(), _YES_NO) in {"yes", "true"}


def _among(text: str, known: Sequence[str]) -> str:
    if text not in known:
        raise ValueError(text)
    return text


def _certification_ids(_: Parameter) -> Sequence[str]:
    return tuple(str(row["certification_id"]) for row in table("certifications"))


def _row_keys(parameter: Parameter) -> Sequence[str]:
    name = str(parameter.limits.table)
    [key] = describe_table(name).key
    return tuple(str(row[key]) for row in table(name))


def tables_with_keys() -> tuple[str, ...]:
    """Name the tables of which one column names a row.

    Examples
    --------
    >>> "job_types" in tables_with_keys()
    True
    """
    return tuple(name for name in table_names() if len(describe_table(name).key) == 1)


_YES_NO = ("yes", "no", "true", "false")
_KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "certification": _Kind(_as_certification, known=_certification_ids),
        "job_type": _Kind(_as_one_of, known=lambda _: job_ids()),
        "row": _Kind(_as_one_of, ("table",), _row_keys),
        "certifications": _Kind(_as_certifications),
        "questions_of": _Kind(_as_questions_of),
        "person_ref": _Kind(lambda _, text: text),
        "date": _Kind(_as_date, ("at_least", "at_most")),
        "edition": _Kind(_as_one_of, known=lambda _: EDITIONS),
        "text": _Kind(_as_text, ("choices", "longest"), lambda one: one.limits.choices or None),
        "number": _Kind(_as_number, ("at_least", "at_most")),
        "yes_no": _Kind(_as_yes_no),
    }
)

KINDS = tuple(_KINDS)
"""Kinds of values that a parameter may take."""


def as_typed_in(value: Any) -> str:
    """Write a default or a limit of report.toml as it would be typed.

    A default is read as if it had been typed, so that both obey the same rules.

    Examples
    --------
    >>> as_typed_in(True), as_typed_in(3)
    ('yes', '3')
    """
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
