"""Curated files that break their own description."""

from collections.abc import Iterable, Sequence

from casecert_data.errors._casecert_error import SHOWN_AT_MOST, CasecertError
from casecert_data.errors._nearest import did_you_mean


class CatalogError(CasecertError):
    """A curated file that breaks its own description."""

    @classmethod
    def undescribed_column(cls, file: str, column: str, known: Iterable[str]) -> "CatalogError":
        """Say that a column has no description."""
        return cls(
            f"{file}, column {column!r}: expected a column that fields.toml "
            "describes, found an "
            f"unknown one.{did_you_mean(column, known)} Describe it there, or rename it."
        )

    @classmethod
    def bad_cells(
        cls, file: str, column: str, expected: str, cells: Sequence[tuple[int, str]]
    ) -> "CatalogError":
        """List the cells of one column that do not fit, with their lines."""
        shown = [f"  line {line}: {found!r}" for line, found in cells[:SHOWN_AT_MOST]]
        more = len(cells) - len(shown)
        if more > 0:
            shown.append(f"  and {more} more")
        return cls(
            f"{file}, column {column!r}: expected {expected}, found\n"
            + "\n".join(shown)
            + "\nCorrect the cells."
        )

    @classmethod
    def ragged_row(cls, file: str, line: int, found: int, expected: int) -> "CatalogError":
        """Say that a row has too many or too few cells."""
        return cls(
            f"{file}, line {line}: expected {expected} cells, found {found}. "
            "Put a cell that holds a comma in double quotes."
        )

    @classmethod
    def bad_entry(cls, file: str, where: str, expected: str, found: object) -> "CatalogError":
        """Say that an entry of a TOML file is of another form."""
        return cls(f"{file}, {where}: expected {expected}, found {found!r}. Correct the entry.")

    @classmethod
    def unknown_entry(
        cls, file: str, where: str, kind: str, found: str, known: Iterable[str]
    ) -> "CatalogError":
        """Say that an entry names something that is not there."""
        return cls(
            f"{file}, {where}: expected {kind}, found {found!r}.{did_you_mean(found, known)}"
        )


class DataCheckError(CasecertError):
    """Curated data with at least one fault; the message lists every one."""

    @classmethod
    def listing(cls, faults: Sequence[str]) -> "DataCheckError":
        """List what `casecert data check` found."""
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        return cls(f"The data has {count}:\n" + "\n".join(f"- {fault}" for fault in faults))
