"""Rosters with faults, each told by its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class RosterPlaces:
    """How the rows and columns of one roster are called."""

    row_word: str = "line"
    """What a row is called: a line of a text, a row of a sheet."""
    sheet: str | None = None
    """Name of the sheet; None where a file has none."""

    def row(self, number: int | None) -> str:
        """Name a row; None is the head of a file whose head is no row.

        Examples
        --------
        >>> RosterPlaces(row_word="row", sheet="Fall").row(5)
        "sheet 'Fall', row 5"
        """
        sheet = () if self.sheet is None else (f"sheet {self.sheet!r}",)
        row = () if number is None else (f"{self.row_word} {number}",)
        return ", ".join((*sheet, *row))

    def cell(self, number: int | None, at: int, name: str, fact: str = "") -> str:
        """Name a cell by its row, its column's letter in a sheet, and its column's name.

        At 0 there is no column, and the name is that of a fact.

        Examples
        --------
        >>> RosterPlaces().cell(2, 4, "cm_months")
        "line 2, column 'cm_months'"
        >>> RosterPlaces(row_word="row", sheet="Fall").cell(5, 28, "Lic.", "license_codes")
        "sheet 'Fall', row 5, column AB 'Lic.' (license_codes)"
        """
        named = repr(name) if name else ""
        if self.sheet is not None and at:
            named = f"{_letters(at)} {named}"
        elif not name:
            named = str(at)
        of = f" ({fact})" if fact not in {"", name} else ""
        column = f"column {named.strip()}{of}" if at else named
        row = self.row(number)
        return f"{row}, {column}" if row else column


def _letters(at: int) -> str:
    letters = ""
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class RosterError(CasecertError):
    """A roster with at least one fault; the message lists every one."""

    @classmethod
    def listing(cls, path: object, faults: Sequence[str]) -> "RosterError":
        """List every fault of a roster, each with its place."""
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "\n".join(f"  {fault}" for fault in faults)
        return cls(
            f"{path}: expected a roster without faults, found {count}\n{listed}\n"
            "Correct them and run it again; nothing was written."
        )

    @staticmethod
    def at(place: str, fault: str) -> str:
        """Word one fault of a cell or a row."""
        return f"{place}: {fault}" if place else fault

    @staticmethod
    def same_in(place: str, count: int, rows: str) -> str:
        """Word a fault of a column that further rows share."""
        more = "1 more row" if count == 1 else f"{count:,} more rows"
        return f"{place}: the same in {more}: {rows}"

    @staticmethod
    def unknown_column(place: str, column: str, known: Sequence[str]) -> str:
        """Word a column that no fact has."""
        return (
            f"{place}: expected the name of a fact, found an unknown one."
            f"{did_you_mean(column, known)} "
            "Rename it; a name that starts with 'x_' is carried along and never judged."
        )

    @staticmethod
    def profile_only(place: str) -> str:
        """Word a column for what only the profile of one person can hold."""
        return (
            f"{place}: expected the name of a fact, found a part that only a "
            "profile file of one person holds. Take it out, and decide for this person by file."
        )

    @staticmethod
    def repeated_column(place: str) -> str:
        """Word a column that stands twice."""
        return f"{place}: expected it once, found it twice. Take one out."

    @staticmethod
    def unnamed_column(place: str) -> str:
        """Word a column that has cells but no name."""
        return f"{place}: expected a name, found none. Name it or take it out."

    @staticmethod
    def no_person_id(place: str, column: str) -> str:
        """Word a roster that lacks its key."""
        return RosterError.at(
            place,
            f"expected a column {column!r}, found none. "
            "Add one that holds a pseudonym for each person.",
        )

    @staticmethod
    def no_parameter(place: str, column: str, known: Sequence[str]) -> str:
        """Word a column of a table that a report has no parameter for."""
        return (
            f"{place}: expected a parameter of the report ({', '.join(known)}), found another "
            f"name.{did_you_mean(column, known)} Rename it; a name that starts with 'x_' is "
            "passed over."
        )

    @staticmethod
    def no_key(place: str, column: str) -> str:
        """Word a table that lacks what its reports are about."""
        return RosterError.at(
            place,
            f"expected a column {column!r}, found none. "
            "Add one that says what each report is about.",
        )

    @staticmethod
    def blank_key(column: str) -> str:
        """Word a row that does not say what its report is about."""
        return f"expected a value in column {column!r}, found an empty cell. Fill it in."

    @staticmethod
    def repeated_key(found: str, first: str) -> str:
        """Word a row about the same as an earlier one."""
        return (
            f"expected each once, found {found!r} again (first on {first}). Both would be "
            "written into the same file. Take one out."
        )

    @staticmethod
    def separator(place: str, found: str) -> str:
        """Word a file whose cells are separated by what may stand in any cell."""
        return (
            f"{place}: expected names separated by a comma, a semicolon, a tab or '|', found "
            f"{found!r} between them. Open it in a spreadsheet program and save it as CSV."
        )

    @staticmethod
    def above_names(place: str, found: int) -> str:
        """Word a row above the names that could be somebody's."""
        return (
            f"{place}: expected at most one title above the names of the columns, found "
            f"{found} cells. Move the row under the names, or take it out."
        )

    @staticmethod
    def blank_person_id() -> str:
        """Word a row that names nobody."""
        return "expected a pseudonym, found an empty cell. Give each row its own."

    @staticmethod
    def repeated_person_id(found: str, first: str) -> str:
        """Word a key that stands twice."""
        return (
            f"expected each pseudonym once, found {found!r} "
            f"again (first on {first}). Which row is whose cannot be told, so neither is read. "
            "Give one of the two another."
        )

    @staticmethod
    def ragged(place: str, found: int, expected: int) -> str:
        """Word a row with too many or too few cells."""
        return (
            f"{place}: expected as many cells as names of columns ({expected}), found {found}. "
            "Put a cell that holds the separator in double quotes."
        )

    @staticmethod
    def no_rows(place: str) -> str:
        """Word a roster with a header alone."""
        return RosterError.at(
            place, "expected at least one row under the names, found none. Add a row."
        )

    @staticmethod
    def broken_quotes(place: str, reason: str) -> str:
        """Word quotes that do not close."""
        return f"{place}: expected cells of text, found a fault: {reason}. Check the quotes."

    @staticmethod
    def error_value(found: str) -> str:
        """Word a cell in which a formula failed."""
        return (
            f"expected a value, found the error {found}. "
            "Correct the formula, or type the value; leave the cell empty if it is not known."
        )

    @staticmethod
    def not_calculated() -> str:
        """Word a formula whose result is not in the file."""
        return (
            "expected a value, found a formula whose result is not in the file. "
            "Open the file in a spreadsheet program and save it again, or type the value."
        )

    @staticmethod
    def merged(cells: str) -> str:
        """Word a cell that was merged with others."""
        return (
            f"expected a cell of its own, found it merged with others ({cells}). "
            "Unmerge them, and fill in each one."
        )

    @staticmethod
    def turned_into_a_day(found: object) -> str:
        """Word a day in a column of something else."""
        return (
            f"expected what the column holds, found the day {found}. A spreadsheet makes a day "
            "of what looks like one, such as 12-18: format the column as text and type it anew."
        )

    @staticmethod
    def with_time(found: object) -> str:
        """Word a day that has a time of day, or a time alone."""
        return f"expected a value without a time of day, found {found}. Leave the time out."

    @staticmethod
    def too_many_digits(limit: int) -> str:
        """Word a number of which a spreadsheet has lost digits."""
        return (
            f"expected a number of at most {limit} digits, found a longer one, of which a "
            "spreadsheet keeps only the first. Format the column as text and type it again."
        )

    @staticmethod
    def other_kind(found: str) -> str:
        """Word a cell that holds neither text, number, yes or no, day nor list of codes."""
        return (
            f"expected text, a number, a yes or no, a day or a list of texts, found {found}. "
            "Write it as text."
        )
