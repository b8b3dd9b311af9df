"""Files that somebody takes away, and why one cannot be written."""

from casecert_data.errors._casecert_error import CasecertError


class TakeawayError(CasecertError):
    """A table or a chart that cannot be written as a file of one's own."""

    @classmethod
    def in_package(cls, path: object) -> "TakeawayError":
        """Say that a file would lie inside the installed package."""
        return cls(
            f"{path}: expected a place of your own, found one inside the installed casecert, "
            "which an update would empty. Name another folder."
        )

    @classmethod
    def no_folder(cls, folder: object, found: str) -> "TakeawayError":
        """Say that the folder for a file cannot be used."""
        return cls(
            f"{folder}: expected a folder that can be written to, found: {found}. "
            "Make it first, or name another one."
        )

    @classmethod
    def folder(cls, path: object) -> "TakeawayError":
        """Say that a folder was given where a file is to be written."""
        return cls(
            f"{path}: expected the name of a file, found a folder. Add a name for the file."
        )

    @classmethod
    def not_written(cls, path: object, reason: str) -> "TakeawayError":
        """Say that the system refused the file."""
        return cls(
            f"{path}: expected a file that can be written, found: {reason}. Nothing was "
            "written. Close the file if it is open, or name another one."
        )

    @classmethod
    def there_already(cls, path: object) -> "TakeawayError":
        """Say that a file that is there is left alone."""
        return cls(
            f"{path}: expected a new file, found one that is there. "
            "Choose another name, or replace it with --overwrite."
        )

    @classmethod
    def too_long(cls, column: str, limit: int, found: int) -> "TakeawayError":
        """Say that a cell is longer than a workbook can hold."""
        return cls(
            f"column {column!r}: expected {limit:,} letters at the most, as a workbook holds, "
            f"found {found:,}. Save it as CSV instead."
        )

    @classmethod
    def nothing_shown(cls) -> "TakeawayError":
        """Say that there is nothing to be saved."""
        return cls(
            "Expected a table or a picture, found nothing shown. Choose something above first."
        )

    @classmethod
    def not_a_table(cls, option: str, name: str) -> "TakeawayError":
        """Say that only a table has rows to be written."""
        return cls(
            f"{option}: expected the name of a table, because only tables have rows, found "
            f"{name!r}. Name a table, or leave {option} out."
        )

    @classmethod
    def without_file(cls, file_format: str) -> "TakeawayError":
        """Say that a format needs a file to go to."""
        return cls(
            f"--out: expected a file for the {file_format}, found none. "
            f"Add a name, such as --out table.{file_format}."
        )

    @classmethod
    def without_format(cls, path: object, formats: str) -> "TakeawayError":
        """Say that a file needs a format."""
        return cls(
            f"--format: expected one of {formats} for {path}, found text, which is shown and "
            "not written. Name a format, or leave --out out."
        )

    @classmethod
    def other_ending(cls, path: object, file_format: str) -> "TakeawayError":
        """Say that a file's name tells another format."""
        return cls(
            f"--out {path}: expected a name that ends with .{file_format}, found another. "
            "Rename the file, or name another format."
        )
