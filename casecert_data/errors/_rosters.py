"""Rosters with faults, each told by line and column."""

from collections.abc import Sequence

from casecert_data.errors._casecert_error import CasecertError, did_you_mean


class RosterError(CasecertError):
    """A roster with at least one fault; the message lists every one."""

    @classmethod
    def listing(cls, path: object, faults: Sequence[str]) -> "RosterError":
        """List every fault of a roster, each with its line and column."""
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "\n".join(f"  {fault}" for fault in faults)
        return cls(
            f"{path}: expected a roster without faults, found {count}\n{listed}\n"
            "Correct them and run it again; nothing was written."
        )

    @staticmethod
    def cell(line: int, column: str, fault: str) -> str:
        """Word one fault of a cell."""
        return f"line {line}, column {column!r}: {fault}"

    @staticmethod
    def unknown_column(column: str, known: Sequence[str]) -> str:
        """Word a column that no fact has."""
        return (
            f"line 1, column {column!r}: expected the name of a fact, found an unknown one."
            f"{did_you_mean(column, known)} "
            "Rename it; a name that starts with 'x_' is carried along and never judged."
        )

    @staticmethod
    def profile_only(column: str) -> str:
        """Word a column for what only the profile of one person can hold."""
        return (
            f"line 1, column {column!r}: expected the name of a fact, found a part that only a "
            "profile file of one person holds. Take it out, and decide for this person by file."
        )

    @staticmethod
    def repeated_column(column: str) -> str:
        """Word a column that stands twice."""
        return f"line 1, column {column!r}: expected it once, found it twice. Take one out."

    @staticmethod
    def unnamed_column(position: int) -> str:
        """Word a column that has cells but no name."""
        return (
            f"line 1, column {position}: expected a name, found none. Name it or take it out."
        )

    @staticmethod
    def no_person_id() -> str:
        """Word a roster that lacks its key."""
        return (
            "line 1: expected a column 'person_id', found none. "
            "Add one that holds a pseudonym for each person."
        )

    @staticmethod
    def blank_person_id(line: int) -> str:
        """Word a row that names nobody."""
        return (
            f"line {line}, column 'person_id': expected a pseudonym, found an empty cell. "
            "Give each row its own."
        )

    @staticmethod
    def repeated_person_id(line: int, found: str, first_line: int) -> str:
        """Word a key that stands twice."""
        return (
            f"line {line}, column 'person_id': expected each pseudonym once, found {found!r} "
            f"again (first on line {first_line}). Give one of the two another."
        )

    @staticmethod
    def ragged(line: int, found: int, expected: int) -> str:
        """Word a row with too many or too few cells."""
        return (
            f"line {line}: expected {expected} cells, found {found}. "
            "Put a cell that holds the separator in double quotes."
        )

    @staticmethod
    def no_rows() -> str:
        """Word a roster with a header alone."""
        return "line 1: expected at least one row under the names, found none. Add a row."

    @staticmethod
    def broken_quotes(line: int, reason: str) -> str:
        """Word quotes that do not close."""
        return (
            f"line {line}: expected cells of text, found a fault: {reason}. Check the quotes."
        )
