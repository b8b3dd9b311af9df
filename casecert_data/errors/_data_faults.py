"""Sentences for the faults of curated data, as `casecert data check` lists them."""

from collections.abc import Iterable

from casecert_data.errors._casecert_error import did_you_mean


class DataFault:
    """Words one fault each; `DataCheckError` lists them."""

    @staticmethod
    def no_rows(file: str) -> str:
        """Word a table with a header alone."""
        return f"{file}: expected at least one row, found none. Add one, or remove the table."

    @staticmethod
    def gap_in_key(file: str, line: int, found: str) -> str:
        """Word a key with an empty cell."""
        return f"{file}, line {line}: expected a whole key, found {found}. Fill it in."

    @staticmethod
    def repeated_key(file: str, line: int, found: str, first_line: int) -> str:
        """Word a key that stands more than once."""
        return (
            f"{file}, line {line}: expected each key once, found {found} again (first on line "
            f"{first_line}). Give one of the two another."
        )

    @staticmethod
    def unknown_value(
        file: str, line: int, column: str, *, expected: str, found: str, known: Iterable[str]
    ) -> str:
        """Word a reference or a code that leads nowhere."""
        return (
            f"{file}, line {line}, column {column!r}: expected {expected}, found {found!r}."
            f"{did_you_mean(found, known)}"
        )

    @staticmethod
    def not_one_line(file: str, line: int, column: str, found: str) -> str:
        """Word text with line ends or doubled blanks."""
        return (
            f"{file}, line {line}, column {column!r}: expected one line with single blanks, "
            f"found {found!r}. Take the others out."
        )

    @staticmethod
    def out_of_bounds(file: str, line: int, column: str, bounds: str, found: object) -> str:
        """Word a number outside what makes sense."""
        return (
            f"{file}, line {line}, column {column!r}: expected {bounds}, found {found}. "
            "Correct the cell."
        )

    @staticmethod
    def no_source_column(file: str, column: str) -> str:
        """Word a table whose rows cannot name their source."""
        return (
            f"{file}: expected a column {column!r}, so that each row names its source, found "
            "none. Add it."
        )

    @staticmethod
    def no_source(file: str, line: int, column: str) -> str:
        """Word a row that does not say who says so, or where."""
        return (
            f"{file}, line {line}, column {column!r}: expected where the row comes from, found "
            "an empty cell. Fill it in."
        )

    @staticmethod
    def key_without_column(table: str, column: str) -> str:
        """Word a described key that the table lacks."""
        return f"tables.toml, {table}: expected a key of its columns, found {column!r}."

    @staticmethod
    def unused_field(field: str) -> str:
        """Word a description that no table uses."""
        return (
            f"fields.toml, {field}: expected a table that has the column, found none. "
            "Remove the description, or add the column."
        )

    @staticmethod
    def no_unit(field: str) -> str:
        """Word a number without a unit."""
        return f"fields.toml, {field}: expected a unit, found none. Name it."

    @staticmethod
    def unknown_list(where: str, found: str | None, known: Iterable[str]) -> str:
        """Word a closed list, or a table that is referred to, which is not there."""
        names = list(known)
        return (
            f"{where}: expected one of {', '.join(names)}, found {found!r}."
            f"{did_you_mean(str(found), names)}"
        )

    @staticmethod
    def unread_file(file: str, stem: str, known: Iterable[str]) -> str:
        """Word a file that nothing reads, and that no check would see."""
        names = sorted(known)
        return (
            f"{file}: expected the name of one of {', '.join(names)}, found another."
            f"{did_you_mean(stem, names)} Rename the file, or describe what it holds."
        )

    @staticmethod
    def orphan_source(source_id: str) -> str:
        """Word a source that nothing rests on."""
        return (
            f"sources.csv, {source_id}: expected a row or a rule that rests on it, found none. "
            "Remove it, or name it where it belongs."
        )

    @staticmethod
    def reviewed_before_read(source_id: str, accessed: object, review_by: object) -> str:
        """Word a review date that makes no sense."""
        return (
            f"sources.csv, {source_id}, column 'review_by_date': expected a day after "
            f"{accessed}, when it was read, found {review_by}."
        )

    @staticmethod
    def overdue(source_id: str, accessed: object, review_by: object) -> str:
        """Word a source that should have been read again."""
        return (
            f"{source_id}: read {accessed}, review was due by {review_by}. "
            "Read it again, or mark what it says as old."
        )

    @staticmethod
    def other_certification(file: str, certification_id: str) -> str:
        """Word a rule file that is about another certification than its name says."""
        return f"{file}: expected certification_id {certification_id!r}, like the file's name."

    @staticmethod
    def untitled_need(file: str, need: str) -> str:
        """Word a need that no drawing could show."""
        return f"{file}, {need}: expected a group with a title, so that it can be shown."

    @staticmethod
    def no_words(file: str, criterion: str, word: str) -> str:
        """Word a criterion that lacks words."""
        return f"{file}, {criterion}: expected words for {word!r}, found none."

    @staticmethod
    def opposing(file: str, one: str, other: str) -> str:
        """Word two criteria between which 'unknown' may hide what is certain."""
        return (
            f"{file}: expected criteria that pull one way, found {one} and {other} against "
            "each other, so that 'unknown' may hide what is certain. State one otherwise."
        )

    @staticmethod
    def case(certification_id: str, case: str, fault: str) -> str:
        """Word a case that the rule does not satisfy."""
        return f"cases/{certification_id}.toml, {case!r}: {fault}."

    @staticmethod
    def other_result(name: str, expected: object, found: object) -> str:
        """Word what came out of a case instead of what must."""
        return f"expected {name} {expected!r}, found {found!r}"

    @staticmethod
    def no_answer(fault: str) -> str:
        """Word a case that could not be decided."""
        return f"expected an answer, found: {fault}"
