"""One row of a roster: what it states of one person, or every fault in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casecert_data.catalog import facts
from casecert_data.errors import MappingError, ProfileError, RosterError, RosterPlaces
from casecert_data.profiles import (
    CARRIED_PREFIX,
    Assumptions,
    Profile,
    Stated,
    assumed,
    profile_from_values,
    read_cell,
)
from casecert_data.rosters._cells import Cell, Unreadable, text_of
from casecert_data.rosters._faults import RowFaults
from casecert_data.rosters._head import Column
from casecert_data.rosters._mapping import KEY, RosterMapping


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a roster."""

    line: int
    """Line on which the row starts as an editor counts, or row of a sheet."""
    place: str
    """Where it stands, in words: ``line 2``, or ``sheet 'Fall', row 2``."""
    person_id: str
    """The pseudonym."""
    profile: Profile
    """What the row states."""


class ReadRow:
    """Reads one row after the other, and remembers whose keys came before.

    Parameters
    ----------
    places
        How rows are called.
    columns
        The columns that are read.
    names
        Words of one's own, and what holds for everybody.
    faults
        Takes the faults.
    on
        Day asked about; None leaves it open.
    assume
        Facts taken for granted.

    Examples
    --------
    >>> places, faults = RosterPlaces(), RowFaults(RosterPlaces())
    >>> read = ReadRow(places, [Column(1, KEY, KEY)], RosterMapping(), faults)
    >>> read(2, ["A"]).person_id, read(3, ["A"])
    ('A', None)
    >>> [fault.partition(", found")[0] for fault in faults]
    ["line 3, column 'person_id': expected each pseudonym once"]
    """

    def __init__(
        self,
        places: RosterPlaces,
        columns: Sequence[Column],
        names: RosterMapping,
        faults: RowFaults,
        *,
        on: date | None = None,
        assume: Assumptions | None = None,
    ) -> None:
        self._places, self._columns, self._names = places, columns, names
        self._faults, self._on, self._assume = faults, on, assume or {}
        self._by_fact = {column.fact: column for column in columns}
        self._first_places: dict[str, str] = {}
        self.repeated: set[str] = set()
        """Keys that stand twice: neither row can be told to be whose it says."""

    def __call__(self, number: int, cells: Sequence[Cell]) -> RosterRow | None:
        """Read a row; None if it has a fault."""
        by_column = {
            column: cells[column.at - 1] if column.at <= len(cells) else ""
            for column in self._columns
        }
        key = self._key(number, by_column)
        profile = self._profile(number, by_column)
        if profile is None or key is None:
            return None
        return RosterRow(number, self._places.row(number), key, profile)

    def _key(self, number: int, by_column: Mapping[Column, Cell]) -> str | None:
        column = self._column(KEY)
        cell = by_column.get(column)
        if not isinstance(cell, str):
            return None  # told with the head, or with the other cells
        key = cell.strip()
        if not key:
            self._faults.add(number, RosterError.blank_person_id(), column)
            return None
        if key in self._first_places:
            self.repeated.add(key)
            fault = RosterError.repeated_person_id(key, self._first_places[key])
            self._faults.add(number, fault, column)
            return None
        self._first_places[key] = self._places.row(number)
        return key

    def _profile(self, number: int, by_column: Mapping[Column, Cell]) -> Profile | None:
        values: dict[str, Stated] = {}
        has_faults = False
        for column, cell in by_column.items():
            fault, value = self._value(column.fact, cell)
            if fault:
                self._faults.add(number, fault, column)
                has_faults = True
            elif value is not None:
                values[column.fact] = value
        if has_faults:
            return None
        try:
            return self._checked(values)
        except ProfileError as fault:
            self._faults.add(number, fault.fault, self._column(fault.fact))
            return None

    def _column(self, fact: str) -> Column:
        # What is fixed or assumed has no column, and is told by its fact.
        return self._by_fact.get(fact, Column(0, fact, fact))

    def _value(self, fact: str, cell: Cell) -> tuple[str, Stated | None]:
        if isinstance(cell, Unreadable):
            return cell.fault, None
        if fact.startswith(CARRIED_PREFIX):
            return "", text_of(cell)
        of = facts()[fact]
        text = self._names.ours(of, text_of(cell))
        if isinstance(cell, date) and of.kind != "date" and text == text_of(cell):
            return RosterError.turned_into_a_day(cell), None
        try:
            return "", read_cell(of, text)
        except ProfileError as refused:
            words = self._names.words.get(fact)
            if not words:
                return refused.fault, None
            told = MappingError.with_own_words(refused.fault, fact, text, [*words])
            return told, None

    def _checked(self, values: dict[str, Stated]) -> Profile:
        for fact, text in self._names.fixed.items():
            value = read_cell(facts()[fact], text)
            if value is not None:
                values[fact] = value
        profile = profile_from_values(values)
        assumed(profile, self._assume)
        if self._on is not None and profile.as_of is not None and profile.as_of > self._on:
            raise ProfileError.before_stated(self._on, profile.as_of)
        return profile
