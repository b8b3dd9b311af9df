"""The faults of a roster's rows; one that many rows share is told once for the rest."""

from collections.abc import Iterator

from casecert_data.errors import SHOWN_AT_MOST, RosterError, RosterPlaces
from casecert_data.rosters._head import Column


class RowFaults:
    """Gathers faults row by row.

    Parameters
    ----------
    places
        How rows and columns are called.

    Examples
    --------
    >>> faults = RowFaults(RosterPlaces())
    >>> for number in range(2, 30):
    ...     faults.add(number, "found 'soon'", Column(2, "rn_years", "rn_years"))
    >>> len(list(faults)), list(faults)[-1]
    (6, "column 'rn_years': the same in 23 more rows: 7 to 29")
    """

    def __init__(self, places: RosterPlaces) -> None:
        self._places = places
        self._told: list[str] = []
        self._count: dict[tuple[Column, str], int] = {}
        self._more: dict[tuple[Column, str], list[int]] = {}

    def add_row(self, fault: str) -> None:
        """Add a fault of a whole row, which names its place."""
        self._told.append(fault)

    def add(self, number: int, fault: str, column: Column) -> None:
        """Add a fault of a cell."""
        kind = (column, fault)
        self._count[kind] = self._count.get(kind, 0) + 1
        if self._count[kind] > SHOWN_AT_MOST:
            self._more.setdefault(kind, []).append(number)
            return
        place = self._places.cell(number, column.at, column.name, column.fact)
        self._told.append(RosterError.at(place, fault))

    def __iter__(self) -> Iterator[str]:
        yield from self._told
        for (column, _), numbers in self._more.items():
            place = self._places.cell(None, column.at, column.name, column.fact)
            yield RosterError.same_in(place, len(numbers), _ranges(numbers))


def _ranges(numbers: list[int]) -> str:
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1] = [ranges[-1][0], number]
        else:
            ranges.append([number])
    return ", ".join(" to ".join(map(str, ends)) for ends in ranges)
