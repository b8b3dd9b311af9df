"""Files that cannot be read as what they should be."""

from collections.abc import Sequence

from casecert_data.errors._casecert_error import CasecertError


class FileError(CasecertError):
    """A file that cannot be read as what it should be."""

    @classmethod
    def absent(cls, path: object) -> "FileError":
        """Say that there is no such file."""
        return cls(
            f"{path}: expected a file, found nothing there. Check the name and the folder."
        )

    @classmethod
    def folder(cls, path: object) -> "FileError":
        """Say that a folder was given."""
        return cls(f"{path}: expected a file, found a folder. Name the file inside it.")

    @classmethod
    def unreadable(cls, path: object, reason: str) -> "FileError":
        """Say that the system refuses the file."""
        return cls(f"{path}: expected a file that can be read, found: {reason}.")

    @classmethod
    def empty(cls, path: object) -> "FileError":
        """Say that the file holds nothing."""
        return cls(
            f"{path}: expected content, found an empty file. Was it saved before it was closed?"
        )

    @classmethod
    def not_utf8(cls, path: object, line: int, byte: int) -> "FileError":
        """Say where the text is not UTF-8, and how to save it."""
        return cls(
            f"{path}, line {line}: expected text in UTF-8, found the byte 0x{byte:02x}.\n"
            "In Excel, save it as 'CSV UTF-8 (Comma delimited)'. "
            "In an editor, choose the encoding UTF-8 when saving."
        )

    @classmethod
    def not_toml(cls, path: object, reason: str) -> "FileError":
        """Say where the TOML breaks."""
        return cls(
            f"{path}: expected TOML, found a fault: {reason}.\n"
            "Write one 'name = value' a line; text goes in double quotes."
        )

    @classmethod
    def not_json(cls, path: object, line: int, column: int, reason: str) -> "FileError":
        """Say where the JSON breaks."""
        return cls(
            f"{path}, line {line}, column {column}: expected JSON, found a fault: {reason}.\n"
            "Names and text go in double quotes, with commas between them."
        )

    @classmethod
    def unknown_ending(cls, path: object, endings: Sequence[str]) -> "FileError":
        """Say that the ending of the name tells no format."""
        return cls(
            f"{path}: expected a name that ends with {' or '.join(endings)}, found another. "
            "Rename the file, or save it in that format."
        )

    @classmethod
    def unwritable(cls, path: object, reason: str) -> "FileError":
        """Say that the system refuses to write the file."""
        return cls(
            f"{path}: expected a place that can be written to, found: {reason}. "
            "Choose another folder. Nothing was changed."
        )

    @classmethod
    def not_overwritten(cls, path: object, expected: str, found: str) -> "FileError":
        """Say that a file that is there already is left alone."""
        return cls(
            f"{path}: expected {expected}, found {found}. Choose another name, or write with "
            "overwrite=True to replace it. Nothing was changed."
        )

    @classmethod
    def in_the_way(cls, path: object) -> "FileError":
        """Say that a new folder's name is taken, and that nothing was touched."""
        return cls(
            f"{path}: expected a folder that is not there yet, found one that is. Nothing was "
            "changed. Name another folder by --to, or move this one away."
        )
