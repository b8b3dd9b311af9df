"""Files that hold no roster that can be read, and why."""

from collections.abc import Sequence

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


class RosterFileError(CasecertError):
    """A file or sheet in which no roster can be found."""

    @classmethod
    def locked(cls, path: object) -> "RosterFileError":
        """Say that a workbook is protected by a password."""
        return cls(
            f"{path}: expected a workbook that opens without a password, found one that is "
            "protected. Open it, save a copy without the password, and delete the copy after."
        )

    @classmethod
    def old_workbook(cls, path: object) -> "RosterFileError":
        """Say that a workbook has the form that Excel wrote until 2003."""
        return cls(
            f"{path}: expected an Excel workbook (.xlsx), found one in the old form (.xls). "
            "Open it in a spreadsheet program and save it as .xlsx."
        )

    @classmethod
    def other_ending(
        cls, path: object, found: str, endings: Sequence[str]
    ) -> "RosterFileError":
        """Say that files with such a name hold no roster."""
        return cls(
            f"{path}: {_a_roster(endings)}, found {found}. Open it in the program that wrote "
            "it and save it as .xlsx or as CSV; if it is that already, correct its name."
        )

    @classmethod
    def one_person(cls, path: object, found: str, endings: Sequence[str]) -> "RosterFileError":
        """Say that a roster is not written like the profile of one person."""
        return cls(
            f"{path}: {_a_roster(endings)}, found {found}, which holds one person's profile. "
            "For one person: casecert report person --person FILE --out DIR. "
            "For a class, put everybody into one table."
        )

    @classmethod
    def other_content(
        cls, path: object, found: str, endings: Sequence[str]
    ) -> "RosterFileError":
        """Say that a file is no text, whatever its name says."""
        return cls(
            f"{path}: {_a_roster(endings)}, found {found} under the name of a text. Give it "
            "the ending of what it is, or open it in the program that wrote it and save it as "
            ".xlsx or as CSV."
        )

    @classmethod
    def not_utf8(cls, path: object, line: int, byte: int) -> "RosterFileError":
        """Say where the text is not UTF-8, how to save it, and how to name what it is."""
        return cls(
            f"{path}, line {line}: expected text in UTF-8, found the byte 0x{byte:02x}.\n"
            "In Excel, save it as 'CSV UTF-8 (Comma delimited)' or as .xlsx. "
            "Or say how it was written: --encoding cp1252, if Excel on Windows wrote it as "
            "'CSV (Comma delimited)' in the Americas or in Western Europe. Look at the names "
            "with accents then."
        )

    @classmethod
    def not_as_said(
        cls, path: object, encoding: str, line: int, byte: int
    ) -> "RosterFileError":
        """Say where the text is not in the encoding that was named, or that its mark says."""
        return cls(
            f"{path}, line {line}: expected text in {encoding}, as was said, found the byte "
            f"0x{byte:02x}. Name another encoding, or save it as 'CSV UTF-8 (Comma delimited)'."
        )

    @classmethod
    def marked_otherwise(cls, path: object, encoding: str, found: str) -> "RosterFileError":
        """Say that the mark of a text tells another encoding than the one that was named."""
        return cls(
            f"{path}: expected text in {encoding}, as --encoding says, found the mark of "
            f"{found} at its start. Leave --encoding out."
        )

    @classmethod
    def utf8_already(cls, path: object, encoding: str) -> "RosterFileError":
        """Say that a text is UTF-8, so that another encoding would spoil its names."""
        return cls(
            f"{path}: expected text in {encoding}, as --encoding says, found text that is "
            "UTF-8 throughout: its letters with accents would come out as two signs each. "
            "Leave --encoding out; if names are wrong then, save it as .xlsx."
        )

    @classmethod
    def unknown_encoding(cls, found: str, usual: Sequence[str]) -> "RosterFileError":
        """Say that there is no such encoding."""
        return cls(
            f"--encoding: expected the name of an encoding of text, found {found!r}."
            f"{did_you_mean(found, usual)}\nOften met: {', '.join(usual)}."
        )

    @classmethod
    def no_text(cls, path: object) -> "RosterFileError":
        """Say that a file holds signs that no text has."""
        return cls(
            f"{path}: expected text, found the sign 0, which no text has: it is another kind "
            "of file, or UTF-16 without a mark. Save it as 'CSV UTF-8 (Comma delimited)', or "
            "add --encoding utf-16-le if you know that it is that."
        )

    @classmethod
    def without_encoding(cls, path: object, found: str) -> "RosterFileError":
        """Say that a workbook or a Parquet file has no encoding to name."""
        return cls(
            f"{path}: expected a text (.csv, .tsv or .txt), because an encoding was named "
            f"({found!r}), found a file that tells its own. Leave --encoding out."
        )

    @classmethod
    def not_a_workbook(cls, path: object, found: str) -> "RosterFileError":
        """Say that a file is no workbook, whatever its name says."""
        return cls(
            f"{path}: expected an Excel workbook (.xlsx), found {found}. "
            "Open it in a spreadsheet program and save it as .xlsx."
        )

    @classmethod
    def too_large(cls, path: object, limit: int) -> "RosterFileError":
        """Say that a workbook would fill the memory."""
        return cls(
            f"{path}: expected a workbook of at most {limit:,} bytes when it is unpacked, "
            "found more. Save the sheet of the roster alone, or save it as CSV."
        )

    @classmethod
    def not_parquet(cls, path: object) -> "RosterFileError":
        """Say that a file is not Parquet, or is broken or protected."""
        return cls(
            f"{path}: expected a Parquet file that can be read, found one that cannot: it is "
            "something else, cut short or protected. Write it again, or save it as CSV."
        )

    @classmethod
    def no_cells(cls, path: object) -> "RosterFileError":
        """Say that nothing stands in any sheet that is shown."""
        return cls(
            f"{path}: expected a sheet with a roster, found no sheet in which anything stands. "
            "A hidden sheet is read only if you name it."
        )

    @classmethod
    def several_sheets(
        cls, path: object, sheets: Sequence[str], usual: str
    ) -> "RosterFileError":
        """Say that it is not clear which sheet is the roster."""
        return cls(
            f"{path}: expected one sheet, or one that is called {usual!r}, found "
            f"{len(sheets)}: {_listed(sheets)}. Name one, as in --sheet {sheets[0]!r}, or "
            "rename the sheet of the roster."
        )

    @classmethod
    def no_sheet(cls, path: object, found: str, sheets: Sequence[str]) -> "RosterFileError":
        """Say that a workbook has no sheet of this name."""
        return cls(
            f"{path}: expected the name of a sheet, found {found!r}."
            f"{did_you_mean(found, sheets)}\nIts sheets: {_listed(sheets)}."
        )

    @classmethod
    def without_sheets(cls, path: object, found: str) -> "RosterFileError":
        """Say that only a workbook has sheets."""
        return cls(
            f"{path}: expected a workbook (.xlsx), because a sheet was named ({found!r}), "
            "found a file without sheets. Leave the sheet out."
        )


def _a_roster(endings: Sequence[str]) -> str:
    *others, last = endings
    return f"expected a roster, whose name ends with {', '.join(others)} or {last}"


def _listed(sheets: Sequence[str]) -> str:
    return ", ".join(repr(sheet) for sheet in sheets)
