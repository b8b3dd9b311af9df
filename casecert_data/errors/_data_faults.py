"""Sentences for the faults of curated data, as `casecert data check` lists them."""

from collections.abc import Iterable, Sequence

from casecert_data.errors._casecert_error import SHOWN_AT_MOST
from casecert_data.errors._nearest import did_you_mean


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
    def no_bound(file: str, column: str, bound: str, known: Iterable[str]) -> str:
        """Word a column whose bound stands in another that the table lacks."""
        return (
            f"{file}, column {column!r}: expected beside it the numbers of {bound!r}, which "
            f"fields.toml names in at_most_column, found none.{did_you_mean(bound, known)} "
            "Add the column, or correct fields.toml."
        )

    @staticmethod
    def above_column(
        file: str, line: int, column: str, *, bound: str, most: object, found: object
    ) -> str:
        """Word a number above the one of the same row that it is a part of."""
        return (
            f"{file}, line {line}, column {column!r}: expected at most {most}, as in column "
            f"{bound!r}, found {found}. Correct one of the two."
        )

    @staticmethod
    def silent_fee(file: str, line: int) -> str:
        """Word a fee that says nothing."""
        return (
            f"{file}, line {line}: expected an amount_usd or a fee_note, found neither. Give "
            "the amount, or say what the source leaves out."
        )

    @staticmethod
    def other_rate(file: str, line: int, expected: str, found: object) -> str:
        """Word a rate that is not what its two counts make."""
        return (
            f"{file}, line {line}, column 'pass_rate_pct': expected {expected}, as "
            f"passed_count and candidate_count make it, found {found}. "
            "Correct one of the three."
        )

    @staticmethod
    def too_much_weight(
        file: str, certification_id: object, source_id: object, found: object
    ) -> str:
        """Word the topics of an exam that are more than the exam."""
        return (
            f"{file}, {certification_id} as {source_id} gives it: expected weights that add up "
            f"to 100 percent at most, found {found}. Correct a weight_pct."
        )

    @staticmethod
    def no_column(file: str, column: str) -> str:
        """Word a table that lacks what is told of each of its rows."""
        return f"{file}: expected a column {column!r}, found none. Add it."

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
    def repeated_edition(where: str) -> str:
        """Word a rule that stands twice, so that one of the two is never read."""
        return (
            f"{where}: expected each edition once from each start, found it again. "
            "Remove one, or give it a starts_on."
        )

    @staticmethod
    def unread_word(where: str, found: str, known: Iterable[str]) -> str:
        """Word an entry that nothing reads."""
        names = list(known)
        return (
            f"{where}: expected one of {', '.join(names)}, found {found!r}."
            f"{did_you_mean(found, names)} Correct the entry, or remove it."
        )

    @staticmethod
    def no_cases(certification_id: str, edition: str, starts_on: object) -> str:
        """Word a rule that no case is held against."""
        start = f" from {starts_on}" if starts_on else ""
        return (
            f"cases/{certification_id}.toml: expected cases for edition {edition!r}{start} of "
            "the rule, found none. Add a sentence that it must satisfy."
        )

    @staticmethod
    def no_rows_of_edition(file: str, certification_id: str, edition: str) -> str:
        """Word an edition of a rule on which a table is silent."""
        return (
            f"{file}: expected a row for {certification_id!r} in edition {edition!r}, as for "
            "every certification, found none. Add one."
        )

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

    @staticmethod
    def no_carrier(where: str) -> str:
        """Word a sentence that no value carries."""
        return (
            f"{where}, column 'carriers': expected a place that carries the sentence, found an "
            "empty cell. Name one, such as fees[KEY].amount_usd."
        )

    @staticmethod
    def unreadable_carrier(where: str, found: str) -> str:
        """Word a place that is not written as one."""
        return (
            f"{where}, column 'carriers': expected table[KEY].column or "
            f"rules[CERTIFICATION,EDITION].criterion, parted by ';', found {found!r}. "
            "Write it so."
        )

    @staticmethod
    def unknown_carrier(
        where: str, carrier: str, kind: str, found: str, known: Iterable[str]
    ) -> str:
        """Word a place that leads nowhere."""
        return (
            f"{where}, column 'carriers', {carrier}: expected {kind}, found {found!r}."
            f"{did_you_mean(found, known)} Correct the place, or add what it names."
        )

    @staticmethod
    def empty_carrier(where: str, carrier: str) -> str:
        """Word a place that says nothing."""
        return (
            f"{where}, column 'carriers', {carrier}: expected a cell that carries the "
            "sentence, found an empty one. Name another, or fill it in."
        )

    @staticmethod
    def foreign_carrier(where: str, carrier: str, sources: Iterable[str]) -> str:
        """Word a place that rests on other sources than the one whose sentence it is."""
        return (
            f"{where}, column 'carriers', {carrier}: expected a place that names "
            f"{' or '.join(sources)} as its source, found only others. "
            "Name another place, or add the source there."
        )

    @staticmethod
    def unshown(where: str) -> str:
        """Word a sentence that nobody sees."""
        return (
            f"{where}, column 'shown_in': expected a notebook or report that shows the "
            "sentence, found an empty cell. Show it, and name the place."
        )

    @staticmethod
    def unreadable_showing(where: str, found: str) -> str:
        """Word a showing that is not written as one."""
        return (
            f"{where}, column 'shown_in': expected notebook:NAME or report:NAME, parted by "
            f"';', found {found!r}. Write it so."
        )

    @staticmethod
    def unknown_showing(
        file: str, kind: str, found: str, known: Sequence[str], lines: Sequence[int]
    ) -> str:
        """Word a notebook or a report that is not there, and the sentences that it shows."""
        more = len(lines) - SHOWN_AT_MOST
        on = ", ".join(map(str, lines[:SHOWN_AT_MOST])) + (f" and {more} more" * (more > 0))
        return (
            f"{file}, column 'shown_in': expected a {kind} that is there ({', '.join(known)}), "
            f"found {found!r} on line{'s' * (len(lines) > 1)} {on}."
            f"{did_you_mean(found, known)} Correct the name, or show the sentences elsewhere."
        )

    @staticmethod
    def repeated_sentence(where: str, locator: object, number: object, first_line: int) -> str:
        """Word a sentence of a paragraph that stands twice."""
        return (
            f"{where}: expected each sentence of a paragraph once, found sentence {number} of "
            f"{locator!r} again (first on line {first_line}). Count its sentences anew."
        )

    @staticmethod
    def uncarried(place: str) -> str:
        """Word what rests on the article and on none of its sentences."""
        return (
            f"{place}: expected a sentence in claims.csv that it carries, since it rests on "
            "the article, found none. Name it in 'carriers' there, or correct its source."
        )

    @staticmethod
    def no_release(file: str) -> str:
        """Word a missing record of the last release."""
        return (
            f"{file}: expected the fingerprints of the released values, found no file. "
            "Write them: casecert data build"
        )

    @staticmethod
    def same_version(found: str) -> str:
        """Word changed values under the old version."""
        return (
            "release.toml, data_version: expected another version than the released one, since "
            f"values changed, found {found} again. Give the day of the change."
        )

    @staticmethod
    def no_changelog(file: str) -> str:
        """Word a missing changelog where there is something to tell."""
        return (
            f"{file}: expected a line under Data for each changed value, found no file. "
            "Check the data where the changelog is."
        )

    @staticmethod
    def untold(place: str, found: Iterable[str], line: str, not_known: str) -> str:
        """Word a change that the changelog does not tell, with the line that would."""
        others = " and ".join(map(repr, found)) or "none"
        look_up = " with the value before for OLD" if f" {not_known} " in line else ""
        return (
            f"{place}: expected its change in CHANGELOG.md under Data, found {others}. "
            f"Write{look_up}:\n{line}"
        )

    @staticmethod
    def unwritable(path: object, reason: str) -> str:
        """Word a file that the system refuses to write."""
        return (
            f"{path}: expected a file that can be written, found: {reason}. "
            "Work where you may write."
        )
