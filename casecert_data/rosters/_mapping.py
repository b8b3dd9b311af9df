"""Names and words of a registrar's own, and what they are called here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casecert_data.catalog import Fact, fact_names, facts, parse_toml, read_text
from casecert_data.errors import MappingError, ProfileError
from casecert_data.profiles import CARRIED_PREFIX, read_cell
from casecert_data.rosters._cells import Unreadable, cell_of, text_of

KEY = "person_id"
"""Column that tells the rows apart."""

_PART = ";"
_NOT_SHARED = (KEY, "display_name")


@dataclass(frozen=True, slots=True)
class RosterMapping:
    """How a roster's columns and words are to be read."""

    path: Path | None = None
    """The file it stands in; None where there is none."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Name of a column to its fact, or to a name that starts with ``x_``."""
    ignored: tuple[str, ...] = ()
    """Columns that are not read."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Fact to what holds for everybody, as a cell has it."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Fact, then a word of one's own to ours, as a cell has it."""

    @property
    def key(self) -> str:
        """Name of the column that tells the rows apart."""
        return next((own for own, fact in self.columns.items() if fact == KEY), KEY)

    def ours(self, of: Fact, text: str) -> str:
        """Return a cell's text in our words; what has no other word stays.

        Examples
        --------
        >>> from casecert_data.catalog import fact
        >>> mapping = RosterMapping(words={"license_codes": {"nurse": "RN"}})
        >>> mapping.ours(fact("license_codes"), "nurse; PHARMACIST")
        'RN;PHARMACIST'
        """
        words = self.words.get(of.name, {})
        whole = text.strip()
        if not words or whole in words:
            return words.get(whole, text)
        if of.kind != "codes":
            return text
        return _PART.join(words.get(part.strip(), part.strip()) for part in whole.split(_PART))


def read_mapping(path: Path | str) -> RosterMapping:
    r"""Read a mapping file, and check every name and value in it.

    Parameters
    ----------
    path
        A TOML file with any of ``ignore``, ``[columns]``, ``[fixed]`` and ``[words.FACT]``.

    Raises
    ------
    FileError
        If the file cannot be read as TOML.
    MappingError
        If there is any fault; the message lists every one.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "ours.toml"
    ...     _ = file.write_text('[columns]\n"Student ID" = "person_id"')
    ...     read_mapping(file).key
    'Student ID'
    """
    path = Path(path)
    content = parse_toml(path, read_text(path))
    faults = [*_faults(content)]
    if faults:
        raise MappingError.listing(path, faults)
    return RosterMapping(
        path=path,
        columns={as_name(own): fact for own, fact in content.get("columns", {}).items()},
        ignored=tuple(as_name(own) for own in content.get("ignore", ())),
        fixed={fact: _text(value) for fact, value in content.get("fixed", {}).items()},
        words={
            fact: {own.strip(): _text(value) for own, value in words.items()}
            for fact, words in content.get("words", {}).items()
        },
    )


def as_name(text: str) -> str:
    r"""Return the name of a column without line breaks and doubled blanks.

    Examples
    --------
    >>> as_name(" Student\nID ")
    'Student ID'
    """
    return " ".join(text.split())


def _faults(content: Mapping[str, Any]) -> Iterator[str]:
    checks: Mapping[str, Callable[[Mapping[str, Any], Any], Iterator[str]]] = {
        "ignore": _ignore_faults,
        "columns": _column_faults,
        "fixed": _fixed_faults,
        "words": _word_faults,
    }
    for part, value in content.items():
        if part not in checks:
            yield MappingError.unknown_part(part, tuple(checks))
        elif not isinstance(value, list if part == "ignore" else dict):
            yield MappingError.wrong_part(part)
        else:
            yield from checks[part](content, value)


def _ignore_faults(content: Mapping[str, Any], ignored: list[object]) -> Iterator[str]:
    columns = content.get("columns")
    mapped = {as_name(own) for own in columns} if isinstance(columns, dict) else set()
    seen: set[str] = set()
    for own in ignored:
        if not isinstance(own, str):
            yield MappingError.not_a_name("ignore", own)
            continue
        name = as_name(own)
        if name in mapped or name in seen:
            yield MappingError.named_twice("ignore", own)
        seen.add(name)


def _column_faults(_: Mapping[str, Any], columns: Mapping[str, object]) -> Iterator[str]:
    seen: dict[object, str] = {}
    names: set[str] = set()
    for own, name in columns.items():
        place = f"columns, {own!r}"
        if not isinstance(name, str):
            yield MappingError.not_a_name(place, name)
            continue
        if name not in facts() and not name.startswith(CARRIED_PREFIX):
            yield MappingError.unknown_fact(place, name, fact_names())
        elif name in seen:
            yield MappingError.given_twice(place, name, seen[name])
        if as_name(own) in names:
            yield MappingError.named_twice("columns", own)
        seen.setdefault(name, own)
        names.add(as_name(own))


def _fixed_faults(content: Mapping[str, Any], fixed: Mapping[str, object]) -> Iterator[str]:
    columns = content.get("columns")
    for name, value in fixed.items():
        place = f"fixed, {name!r}"
        if name in _NOT_SHARED:
            yield MappingError.not_shared(place)
            continue
        if isinstance(columns, dict):
            own = next((own for own, fact in columns.items() if fact == name), None)
            if own is not None:
                yield MappingError.given_twice(place, name, own)
        yield from _value_faults(place, name, value, may_be_blank=False)


def _word_faults(_: Mapping[str, Any], words: Mapping[str, object]) -> Iterator[str]:
    for name, own_words in words.items():
        if not isinstance(own_words, dict):
            yield MappingError.wrong_part(f"words.{name}")
            continue
        if name in _NOT_SHARED:
            yield MappingError.not_shared(f"words.{name}")
            continue
        seen: set[str] = set()
        for own, value in own_words.items():
            place = f"words.{name}, {own!r}"
            if own.strip() in seen:
                yield MappingError.named_twice(f"words.{name}", own)
            seen.add(own.strip())
            yield from _value_faults(place, name, value, may_be_blank=True)


def _value_faults(place: str, name: str, value: object, *, may_be_blank: bool) -> Iterator[str]:
    if name not in facts():
        yield MappingError.unknown_fact(place, name, fact_names())
        return
    cell = cell_of(value)
    if isinstance(cell, Unreadable):
        yield MappingError.at(place, cell.fault)
        return
    try:
        read = read_cell(facts()[name], text_of(cell))
    except ProfileError as fault:
        yield MappingError.at(place, fault.fault)
        return
    if read is None and not may_be_blank:
        yield MappingError.blank(place)


def _text(value: object) -> str:
    cell = cell_of(value)
    return "" if isinstance(cell, Unreadable) else text_of(cell)
