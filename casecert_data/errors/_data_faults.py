"""Sentences for the faults of curated data, as `casecert data check` lists them."""

from collections.abc import Sequence


class DataFault:
    """Words one fault each; `DataCheckError` lists them."""

    @staticmethod
    def no_rows(table: str) -> str:
        """Word a table with a header alone."""
        return f"{table}: expected at least one row, found none."

    @staticmethod
    def gap_in_key(table: str, columns: Sequence[str], found: object) -> str:
        """Word a key with an empty cell."""
        return f"{table}: expected a whole key {columns}, found {found} with an empty cell."

    @staticmethod
    def repeated_key(table: str, found: object, times: int) -> str:
        """Word a key that stands more than once."""
        return f"{table}: expected each key once, found {found} {times} times."

    @staticmethod
    def unknown_value(table: str, row: int, column: str, found: object) -> str:
        """Word a reference or a code that leads nowhere."""
        return f"{table}, row {row}, column {column!r}: expected a known one, found {found!r}."

    @staticmethod
    def not_one_line(table: str, row: int, column: str, found: object) -> str:
        """Word text with line ends or doubled blanks."""
        return f"{table}, row {row}, column {column!r}: expected one line, found {found!r}."

    @staticmethod
    def out_of_bounds(table: str, row: int, column: str, bounds: str, found: object) -> str:
        """Word a number outside what makes sense."""
        return f"{table}, row {row}, column {column!r}: expected {bounds}, found {found}."

    @staticmethod
    def no_source_column(table: str, column: str) -> str:
        """Word a table whose rows cannot name their source."""
        return f"{table}: expected a column {column!r}, so that each row names its source."

    @staticmethod
    def no_source(table: str, row: int, column: str) -> str:
        """Word a row that does not say who says so, or where."""
        return f"{table}, row {row}: expected a {column}, found an empty cell."

    @staticmethod
    def key_without_column(table: str, column: str) -> str:
        """Word a described key that the table lacks."""
        return f"tables.toml, {table}: expected a column of the table, found {column!r}."

    @staticmethod
    def unused_field(field: str) -> str:
        """Word a description that no table uses."""
        return f"fields.toml, {field}: expected a table that has the column, found none."

    @staticmethod
    def no_unit(field: str) -> str:
        """Word a number without a unit."""
        return f"fields.toml, {field}: expected a unit, found none. Name it."

    @staticmethod
    def unknown_vocabulary(file: str, name: str, found: str) -> str:
        """Word a closed list that is not there."""
        return f"{file}, {name}: expected a vocabulary that there is, found {found!r}."

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
            f"sources.csv, {source_id}: expected a review date after {accessed}, the day of "
            f"reading, found {review_by}."
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
