"""The head of a roster: which row holds the names, and what each column gives."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from casecert_data.catalog import fact_names, facts
from casecert_data.errors import MappingError, RosterError
from casecert_data.profiles import CARRIED_PREFIX
from casecert_data.rosters._cells import Cell, Grid, Unreadable, is_blank, text_of
from casecert_data.rosters._mapping import KEY, RosterMapping, as_name

_PROFILE_ONLY = ("rulings", "work_periods")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which columns a table may have, where it is none of people."""

    key: str
    """The column that tells its rows apart."""
    known: Collection[str]
    """Names of all that it may have."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read."""

    at: int
    """Its place, from 1."""
    name: str
    """Its name in the roster."""
    fact: str
    """The fact that it gives, or a name that starts with ``x_``."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the rows."""

    index: int
    """Which of the grid's rows holds the names."""
    number: int | None
    """The number of that row; None where the head is no row."""
    width: int
    """How many cells it has."""
    columns: tuple[Column, ...]
    """The columns that are read, in order."""
    faults: tuple[str, ...]
    """What is wrong with the names."""


def read_head(grid: Grid, mapping: RosterMapping, wanted: Wanted | None = None) -> Head:
    r"""Find the row of names, and say what each column gives.

    The first row in which the key's name stands holds the names; a title may stand above it. If
    no row has the key, the first one is taken, and the missing key is a fault.

    Parameters
    ----------
    grid
        The cells; at least one row.
    mapping
        Names of one's own.
    wanted
        The columns of a table that is none of people; None for a roster.

    Examples
    --------
    >>> from casecert_data.rosters._csv_grid import csv_grid
    >>> grid = csv_grid("Class of fall\nperson_id,x_section\nA,1\n", KEY)
    >>> [column.fact for column in read_head(grid, RosterMapping()).columns]
    ['person_id', 'x_section']
    """
    key = mapping.key if wanted is None else wanted.key
    index = next((at for at, (_, cells) in enumerate(grid.rows) if key in map(_name, cells)), 0)
    number, cells = grid.rows[index]
    names = [_name(cell) for cell in cells]
    named = [
        Column(at, name, mapping.columns.get(name, name))
        for at, name in enumerate(names, start=1)
        if name and name not in mapping.ignored
    ]
    faulty = dict(_name_faults(grid, number, named, mapping, wanted))
    faults = (
        *_above(grid, index, names),
        *_unreadable(grid, number, cells),
        *faulty.values(),
        *_unnamed(grid, index, names),
        *_without_key(grid, number, named, mapping, wanted),
        *_mapping_faults(grid, number, names, named, mapping),
    )
    columns = tuple(column for column in named if column.at not in faulty)
    return Head(index, number, len(names), columns, faults)


def _name(cell: Cell) -> str:
    return "" if isinstance(cell, Unreadable) else as_name(text_of(cell))


def _name_faults(
    grid: Grid,
    number: int | None,
    named: Iterable[Column],
    mapping: RosterMapping,
    wanted: Wanted | None,
) -> Iterator[tuple[int, str]]:
    taken = facts() if wanted is None else wanted.known
    seen: set[str] = set()
    for column in named:
        place = grid.places.cell(number, column.at, column.name, column.fact)
        if column.fact in seen:
            yield column.at, RosterError.repeated_column(place)
        elif wanted is None and column.fact in _PROFILE_ONLY:
            yield column.at, RosterError.profile_only(place)
        elif column.fact in taken or column.fact.startswith(CARRIED_PREFIX):
            pass
        elif wanted is None:
            known = (*fact_names(), *mapping.columns)
            yield column.at, RosterError.unknown_column(place, column.name, known)
        else:
            yield column.at, RosterError.no_parameter(place, column.name, [*taken])
        seen.add(column.fact)


def _above(grid: Grid, index: int, names: Sequence[str]) -> Iterator[str]:
    # A person's row that was sorted above the names must not be taken for a title.
    titles_may_be = sum(map(bool, names)) > 1
    for number, cells in grid.rows[:index]:
        filled = sum(not is_blank(cell) for cell in cells)
        if filled > 1 or not titles_may_be:
            yield RosterError.above_names(grid.places.row(number), filled)


def _unreadable(grid: Grid, number: int | None, cells: Sequence[Cell]) -> Iterator[str]:
    for at, cell in enumerate(cells, start=1):
        if isinstance(cell, Unreadable):
            yield RosterError.at(grid.places.cell(number, at, ""), cell.fault)


def _unnamed(grid: Grid, index: int, names: Sequence[str]) -> Iterator[str]:
    number, head = grid.rows[index]
    below = [cells for _, cells in grid.rows[index + 1 :]]
    # Where rows have one width, a longer one is a fault of its own.
    width = len(names) if grid.has_rows_of_one_width else max(map(len, below), default=0)
    for at in range(1, max(width, len(names)) + 1):
        is_named = at <= len(names) and (names[at - 1] or isinstance(head[at - 1], Unreadable))
        if not is_named and any(len(one) >= at and not is_blank(one[at - 1]) for one in below):
            yield RosterError.unnamed_column(grid.places.cell(number, at, ""))


def _without_key(
    grid: Grid,
    number: int | None,
    named: Iterable[Column],
    mapping: RosterMapping,
    wanted: Wanted | None,
) -> Iterator[str]:
    if wanted is not None:
        if wanted.key not in {column.fact for column in named}:
            yield RosterError.no_key(grid.places.row(number), wanted.key)
    # A key that the mapping names and the roster lacks is told as every such column is.
    elif KEY not in {column.fact for column in named} and mapping.key == KEY:
        yield RosterError.no_person_id(grid.places.row(number), KEY)


def _mapping_faults(
    grid: Grid,
    number: int | None,
    names: Sequence[str],
    named: Sequence[Column],
    mapping: RosterMapping,
) -> Iterator[str]:
    known = [name for name in names if name]
    for own in (*mapping.columns, *mapping.ignored):
        if own not in known:
            yield MappingError.no_such_column(mapping.path, own, known)
    given: Mapping[str, Column] = {column.fact: column for column in named}
    for fact in mapping.fixed:
        if fact in given:
            one = given[fact]
            place = grid.places.cell(number, one.at, one.name)
            yield MappingError.fixed_and_column(mapping.path, fact, place)
    for fact in mapping.words:
        if fact not in given:
            yield MappingError.words_for_nothing(mapping.path, fact)
