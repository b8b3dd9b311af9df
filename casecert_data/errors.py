"""Every exception, and every sentence of an error, for whoever runs casecert.

Five parts, in this order: where, which column or fact, what was expected, what was found, what to
do. All inherit `CasecertError`, so one ``except`` catches them.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

SHOWN_AT_MOST = 5
"""Cells that one message of a table shows before it only counts them."""


class CasecertError(ValueError):
    """Something that the caller can put right; the command line ends with exit code 2."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is closest to a mistyped one, or None.

    Examples
    --------
    >>> nearest("licence_codes", ["license_codes", "degrees"])
    'license_codes'
    """
    by_folded = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Word the suggestion that follows an unknown name, or nothing.

    Examples
    --------
    >>> did_you_mean("fee", ["fees"])
    " Did you mean 'fees'?"
    """
    best = nearest(name, known)
    return f" Did you mean {best!r}?" if best else ""


class UnknownNameError(CasecertError):
    """A name that the catalog, the rules or the reports do not have."""

    @classmethod
    def among(cls, kind: str, name: str, known: Iterable[str]) -> "UnknownNameError":
        """Say that nothing of this kind has the name, and list what there is."""
        names = list(known)
        return cls(
            f"No {kind} is called {name!r}.{did_you_mean(name, names)}\n"
            f"Known {kind}s: {', '.join(names)}."
        )


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


class ProfileError(CasecertError):
    """A fact of a person that cannot be taken as it stands."""

    def __init__(self, where: str, fact: str, fault: str) -> None:
        self.where = where
        """The file and line, empty for a mapping."""
        self.fact = fact
        """Name of the fact at fault."""
        self.fault = fault
        """What was expected, what was found, what to do."""
        place = ", ".join(part for part in (where, repr(fact) if fact else "") if part)
        super().__init__(f"{place}: {fault}" if place else fault)

    def at(self, where: str) -> "ProfileError":
        """Return the same fault at another place, such as a file's line."""
        return ProfileError(where, self.fact, self.fault)

    @classmethod
    def unknown_fact(cls, fact: str, known: Sequence[str]) -> "ProfileError":
        """Say that no fact has this name."""
        hint = did_you_mean(fact, known) or f"\nKnown facts: {', '.join(known)}."
        return cls(
            "",
            fact,
            f"expected the name of a fact, found an unknown one.{hint} "
            "A name that starts with 'x_' is carried along and never judged.",
        )

    @classmethod
    def not_yet(cls, fact: str) -> "ProfileError":
        """Say that this version cannot use the part."""
        return cls(
            "",
            fact,
            "expected totals such as 'cm_months', found a part that this version cannot read yet. "
            "State the totals instead and take this part out.",
        )

    @classmethod
    def wrong_kind(cls, fact: str, expected: str, found: object, do: str) -> "ProfileError":
        """Say that the value is of another kind."""
        return cls("", fact, f"expected {expected}, found {found!r}. {do}")

    @classmethod
    def bad_number(cls, fact: str, found: object) -> "ProfileError":
        """Say how a number is written."""
        return cls(
            "",
            fact,
            f"expected a number of 0 or more, found {found!r}. Write digits with a decimal point "
            "and nothing else, such as 18.5: no comma, no unit, no space.",
        )

    @classmethod
    def negative(cls, fact: str, found: object) -> "ProfileError":
        """Say that no amount is below 0."""
        return cls(
            "",
            fact,
            f"expected a number of 0 or more, found {found}. "
            "Correct it, or leave it out if it is not known.",
        )

    @classmethod
    def too_much(cls, fact: str, found: object, limit: str, unit: str) -> "ProfileError":
        """Say that nobody can have that much."""
        return cls(
            "",
            fact,
            f"expected at most {limit} {unit}, which is all that is possible, found {found}. "
            "Check the unit and the number.",
        )

    @classmethod
    def bounds_crossed(cls, fact: str, low: object, high: object) -> "ProfileError":
        """Say that an interval ends before it begins."""
        return cls(
            "",
            fact,
            f"expected a range from low to high, found {low} to {high}. Swap the two numbers.",
        )

    @classmethod
    def bad_bounds(cls, fact: str, found: object) -> "ProfileError":
        """Say how an interval is written in a file."""
        return cls(
            "",
            fact,
            f"expected a number, or {{ at_least = 12, at_most = 18 }}, found {found!r}. "
            "Use only these two names.",
        )

    @classmethod
    def unknown_code(cls, fact: str, found: object, known: Sequence[str]) -> "ProfileError":
        """Say that the code is not in the vocabulary."""
        rest = " Use OTHER for one that is not in the list." if "OTHER" in known else ""
        return cls(
            "",
            fact,
            f"expected one of {', '.join(known)}, found {found!r}."
            f"{did_you_mean(str(found), known)}{rest}",
        )

    @classmethod
    def none_beside_code(cls, fact: str, found: Sequence[str]) -> "ProfileError":
        """Say that NONE stands alone."""
        return cls(
            "",
            fact,
            f"expected NONE alone or codes alone, found {', '.join(found)}. "
            "NONE says that there are none: take out NONE, or take out the rest.",
        )

    @classmethod
    def bad_yes_no(cls, fact: str, found: object) -> "ProfileError":
        """Say how a yes or no is written."""
        return cls(
            "",
            fact,
            f"expected yes or no, found {found!r}. "
            "Write yes, no, true, false, y, n, 1 or 0; leave it blank if it is not known.",
        )

    @classmethod
    def bad_date(cls, fact: str, found: object) -> "ProfileError":
        """Say how a day is written."""
        return cls(
            "",
            fact,
            f"expected a day that exists, as YYYY-MM-DD, found {found!r}. "
            "Write the year first, such as 2026-11-23.",
        )

    @classmethod
    def part_over_whole(
        cls, part: str, whole: str, part_found: str, whole_found: str
    ) -> "ProfileError":
        """Say that a part is more than what it is a part of."""
        return cls(
            "",
            part,
            f"expected at most {whole!r}, of which it is a part, found {part_found} of "
            f"{whole_found}. Lower the part or raise the whole.",
        )

    @classmethod
    def before_stated(cls, asked: object, stated: object) -> "ProfileError":
        """Say that the totals hold on a later day than the one asked about."""
        return cls(
            "",
            "as_of",
            f"expected a day on or before the one asked about ({asked}), found {stated}. "
            "Ask about that day or a later one, or state the totals as of an earlier day.",
        )

    @classmethod
    def assumption_contradicts(cls, fact: str, stated: str, assumed: str) -> "ProfileError":
        """Say that an assumption would override what was stated."""
        return cls(
            "",
            fact,
            f"expected an assumption only where the fact is blank, found {stated} stated and "
            f"{assumed} assumed. Take the assumption out, or correct the fact.",
        )

    @classmethod
    def bad_assumption(cls, found: str) -> "ProfileError":
        """Say how an assumption is written."""
        return cls(
            "",
            found,
            "expected an assumption as FACT=VALUE, found no '='. "
            "Write it as in attests_good_character=yes.",
        )

    @classmethod
    def stated_twice(cls, fact: str) -> "ProfileError":
        """Say that a name is given twice."""
        return cls("", fact, "expected it once, found it twice. Take one of the two out.")

    @classmethod
    def not_a_table(cls, found: str) -> "ProfileError":
        """Say that the file's outermost value must hold names."""
        return cls(
            "", "", f"expected names with values, found {found}. Put the facts in {{ }}."
        )


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


class DateRefusedError(CasecertError):
    """A day that no rule can answer for, or that does not exist."""

    @classmethod
    def before_rule(
        cls, certification_id: str, asked: object, first: object
    ) -> "DateRefusedError":
        """Say since when the rule is known."""
        return cls(
            f"{certification_id}: expected a day from {first} on, when its rule is first known, "
            f"found {asked}. Ask about a later day."
        )

    @classmethod
    def not_a_day(cls, option: str, found: str) -> "DateRefusedError":
        """Say how a day is written on the command line."""
        return cls(
            f"{option}: expected a day that exists, as YYYY-MM-DD, found {found!r}. "
            "Write the year first, such as 2026-11-23."
        )


class OptionError(CasecertError):
    """An option of a command that this version cannot honor."""

    @classmethod
    def not_yet(cls, option: str, instead: str) -> "OptionError":
        """Say that the option comes with a later version, and what to do now."""
        return cls(
            f"{option}: expected nothing, because this version cannot use it yet. {instead}"
        )


class CatalogError(CasecertError):
    """A curated file that breaks its own description."""

    @classmethod
    def undescribed_column(cls, file: str, column: str, known: Iterable[str]) -> "CatalogError":
        """Say that a column has no description."""
        return cls(
            f"{file}, column {column!r}: expected a column that fields.toml describes, found an "
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


class ReportError(CasecertError):
    """A report that cannot begin: its name, its description, its parameters or its folder."""

    @classmethod
    def no_template(cls, folder: object, found: str) -> "ReportError":
        """Say that a folder holds no report."""
        return cls(
            f"{folder}: expected a folder with report.toml and template.ipynb, found {found}. "
            "Name a shipped report, or the folder of your own."
        )

    @classmethod
    def bad_entry(cls, file: object, where: str, expected: str, found: object) -> "ReportError":
        """Say that an entry of a report.toml is of another form."""
        return cls(f"{file}, {where}: expected {expected}, found {found!r}. Correct the entry.")

    @classmethod
    def unknown_entry(
        cls, file: object, where: str, expected: str, found: str, known: Iterable[str]
    ) -> "ReportError":
        """Say that an entry of a report.toml has a name that nothing reads."""
        names = list(known)
        return cls(
            f"{file}, {where}: expected {expected}, found {found!r}.{did_you_mean(found, names)}\n"
            f"Known: {', '.join(names)}."
        )

    @classmethod
    def parameters_differ(
        cls, template: object, declared: Sequence[str], assigned: Sequence[str]
    ) -> "ReportError":
        """Say that report.toml and the template disagree on the parameters."""
        return cls(
            f"{template}: expected a cell tagged 'parameters' that assigns exactly "
            f"{', '.join(declared) or 'nothing'}, as report.toml declares, found "
            f"{', '.join(assigned) or 'nothing'}. Bring the two in line."
        )

    @classmethod
    def not_a_notebook(cls, template: object, reason: str) -> "ReportError":
        """Say that the template cannot be read as a notebook."""
        return cls(
            f"{template}: expected a Jupyter notebook (format 4), found {reason}. "
            "Open it in JupyterLab and save it again."
        )

    @classmethod
    def unknown_parameter(cls, report: str, found: str, known: Sequence[str]) -> "ReportError":
        """Say that a report has no parameter of this name."""
        return cls(
            f"report {report!r}: expected the name of one of its parameters, found {found!r}."
            f"{did_you_mean(found, known)}\nIts parameters: {', '.join(known) or 'none'}."
        )

    @classmethod
    def bad_parameter(
        cls, report: str, parameter: str, kind: str, found: object, known: Sequence[str]
    ) -> "ReportError":
        """Say what a parameter's value must be."""
        expected, do = {
            "date": (
                "a day that exists, as YYYY-MM-DD",
                " Write the year first, such as 2026-11-23.",
            ),
            "yes_no": ("yes or no", " Write yes or no."),
        }.get(kind, (f"one of {', '.join(known)}", did_you_mean(str(found), known)))
        return cls(
            f"report {report!r}, parameter {parameter!r}: expected {expected}, found {found!r}.{do}"
        )

    @classmethod
    def person_as_parameter(cls, report: str, parameter: str) -> "ReportError":
        """Say that a person is never a parameter."""
        return cls(
            f"report {report!r}, parameter {parameter!r}: expected no value, because casecert fills "
            "it in itself, found one. Name the person's file by --person FILE."
        )

    @classmethod
    def missing_parameter(cls, report: str, parameter: str, description: str) -> "ReportError":
        """Say that a report needs a value."""
        return cls(
            f"report {report!r}, parameter {parameter!r} ({description}): expected a value, found "
            f"none. Give it as -p {parameter}=VALUE."
        )

    @classmethod
    def given_twice(cls, report: str, parameter: str) -> "ReportError":
        """Say that two options set the same parameter."""
        return cls(
            f"report {report!r}, parameter {parameter!r}: expected one value, found two. "
            "Give it once."
        )

    @classmethod
    def not_an_assignment(cls, found: str) -> "ReportError":
        """Say how a parameter is written on the command line."""
        return cls(
            f"-p: expected a parameter as KEY=VALUE, found {found!r}. "
            "Write it as in certification_id=ccm."
        )

    @classmethod
    def needs_person(cls, report: str) -> "ReportError":
        """Say that a report is about a person and none was named."""
        return cls(
            f"report {report!r}: expected a person, because it is about one, found none. "
            "Add --person FILE, or use 'casecert batch' for a roster."
        )

    @classmethod
    def takes_no_person(cls, report: str, option: str) -> "ReportError":
        """Say that a report is not about a person."""
        return cls(
            f"report {report!r}, {option}: expected no person, because the report is not about "
            f"one, found {option}. Leave it out."
        )

    @classmethod
    def not_for_batch(cls, report: str, known: Sequence[str]) -> "ReportError":
        """Say that a report has nothing to do with a roster."""
        return cls(
            f"report {report!r}: expected a report about a person, because a batch writes one for "
            f"each row, found one about something else. Run it by 'casecert report {report}'.\n"
            f"Reports about a person: {', '.join(known)}."
        )

    @classmethod
    def unknown_format(cls, found: str, known: Sequence[str]) -> "ReportError":
        """Say which formats there are."""
        return cls(
            f"--format: expected one or more of {', '.join(known)}, with commas between, found "
            f"{found!r}.{did_you_mean(found, known)}"
        )

    @classmethod
    def bad_out_folder(cls, folder: object, found: str) -> "ReportError":
        """Say that the files cannot go where they should."""
        return cls(
            f"--out {folder}: expected a folder that can be written to, found: {found}. "
            "Name another folder."
        )

    @classmethod
    def outside(cls, name: str) -> "ReportError":
        """Say that a file would lie elsewhere than in the folder asked for."""
        return cls(f"--out: expected the name of a file inside it, found {name!r}.")

    @classmethod
    def no_private_place(cls, folder: object) -> "ReportError":
        """Say that a person's facts can be kept nowhere outside the output."""
        return cls(
            f"--out {folder}: expected a folder that does not hold every folder for temporary "
            "files, found one that does. Name another folder, or set TMPDIR to one outside it."
        )

    @classmethod
    def no_person_handed_over(cls) -> "ReportError":
        """Say that nobody handed this notebook a person."""
        return cls(
            "current_person: expected a person handed over by casecert, found none. "
            "Run the template by 'casecert report' with --person, or by 'casecert batch'."
        )

    @classmethod
    def another_person(cls) -> "ReportError":
        """Say that the person handed over is not the one asked for; names neither."""
        return cls(
            "current_person: expected the person_ref that casecert put into the parameters cell, "
            "found another. Call it with person_ref alone."
        )


class ReportFailedError(CasecertError):
    """A report that stopped while it ran; the words name the place and the kind, never a value."""

    @classmethod
    def cell_stopped(cls, cell: int, kind: str) -> "ReportFailedError":
        """Say in which cell of the template which kind of error arose."""
        return cls(f"cell {cell} of the template stopped with {kind}")

    @classmethod
    def kernel_died(cls) -> "ReportFailedError":
        """Say that the process that ran the template is gone."""
        return cls("the process that ran the template ended before it was done")

    @classmethod
    def bad_block(cls, cell: int) -> "ReportFailedError":
        """Say in which cell something was put out that no page can hold."""
        return cls(f"cell {cell} of the template put out a block that cannot be read")

    @classmethod
    def bad_page(cls) -> "ReportFailedError":
        """Say that the blocks do not fit together."""
        return cls(
            "the template's blocks make no page: one head first, each name and each source once, "
            "each reference to a source that is listed"
        )

    @classmethod
    def nothing_to_show(cls) -> "ReportFailedError":
        """Say that a template put out nothing that a page could show."""
        return cls("the template put out no block, so there is nothing to show")

    @classmethod
    def page_failed(cls, file_format: str, kind: str) -> "ReportFailedError":
        """Say that a page could not be made in one of the formats."""
        return cls(f"making the {file_format} stopped with {kind}")

    @classmethod
    def page_refused(cls, file_format: str) -> "ReportFailedError":
        """Say that a renderer cannot show all of a page; what it is could be a person's name."""
        return cls(f"the {file_format} cannot show a character or a part of this page")

    @classmethod
    def worker_died(cls) -> "ReportFailedError":
        """Say that the process that made the report is gone."""
        return cls("the process that made the report ended before it was done")

    @classmethod
    def unexpected(cls, kind: str) -> "ReportFailedError":
        """Say that something stopped that has no name of its own here."""
        return cls(f"making the report stopped with {kind}")

    @classmethod
    def writing_failed(cls, kind: str) -> "ReportFailedError":
        """Say that the disk refused a file."""
        return cls(f"writing the files stopped with {kind}")

    @classmethod
    def kernel_refused(cls, kind: str) -> "ReportFailedError":
        """Say that no process could be started or reached for the template."""
        return cls(f"starting the template stopped with {kind}")

    @classmethod
    def interrupted(cls) -> "ReportFailedError":
        """Say that whoever ran it stopped it first."""
        return cls("not run, because the batch was stopped")


class ChartError(CasecertError):
    """A chart that would not say what its rows say."""

    @classmethod
    def without_rows(cls, name: str) -> "ChartError":
        """Say that there is nothing to draw."""
        return cls(
            f"{name}: expected at least one row to draw, found none. "
            "Choose rows that have figures, or leave the chart out."
        )

    @classmethod
    def off_scale(cls, where: str, found: object, extent: object) -> "ChartError":
        """Say that a mark would lie outside its scale."""
        return cls(
            f"{where}: expected a place from 0 to {extent}, found {found}. "
            "Correct the number, or give the scale a larger extent."
        )

    @classmethod
    def overlapping(cls, where: str, found: object, before: object) -> "ChartError":
        """Say that a segment begins before the one in front of it ends."""
        return cls(
            f"{where}: expected a start of {before} or more, where the segment before it ends, "
            f"found {found}. Put the segments in order, without overlap."
        )

    @classmethod
    def bound_beside_number(cls, where: str) -> "ChartError":
        """Say that words without a number of their own get no solid bar."""
        return cls(
            f"{where}: expected a bound that stands alone, found other segments beside it. "
            "Only words are known here: take the other segments out."
        )

    @classmethod
    def bad_part(cls, where: str, expected: str, found: object) -> "ChartError":
        """Say that a part of a chart is of another kind."""
        return cls(f"{where}: expected {expected}, found {found!r}. Correct this part.")

    @classmethod
    def left_out(cls, where: str, name: str) -> "ChartError":
        """Say that a part that every chart has is not there."""
        return cls(f"{where}: expected a part named {name!r}, found none. Add it.")

    @classmethod
    def unknown_part(cls, where: str, found: str, known: Iterable[str]) -> "ChartError":
        """Say that a chart has no part of this name."""
        names = list(known)
        return cls(
            f"{where}: expected parts named {', '.join(names)}, found {found!r}."
            f"{did_you_mean(found, names)}"
        )


class PageError(CasecertError):
    """A page that cannot be drawn: its blocks, or a character that no font has."""

    def __init__(self, where: str, fault: str) -> None:
        self.where = where
        """Place in the page, such as ``blocks[2].parts[0].caption``."""
        self.fault = fault
        """What was expected, what was found, what to do."""
        super().__init__(f"{where}: {fault}" if where else fault)

    def at(self, where: str) -> "PageError":
        """Return the same fault as a part of something greater."""
        return PageError(".".join(part for part in (where, self.where) if part), self.fault)

    @classmethod
    def unexpected(cls, where: str, expected: str, found: object) -> "PageError":
        """Say that a value is of another kind."""
        return cls(
            where, f"expected {expected}, found {found!r}. Correct this part of the page."
        )

    @classmethod
    def unknown_name(cls, where: str, found: object, known: Sequence[str]) -> "PageError":
        """Say that a name is not in the closed list."""
        return cls(
            where,
            f"expected one of {', '.join(known)}, found {found!r}."
            f"{did_you_mean(str(found), known)}",
        )

    @classmethod
    def missing(cls, where: str, name: str) -> "PageError":
        """Say that a value is left out that nothing stands in for."""
        return cls(where, f"expected an entry {name!r}, found none. Add it.")

    @classmethod
    def count(cls, where: str, expected: int, of: str, found: int) -> "PageError":
        """Say that a list is too short or too long."""
        return cls(
            where, f"expected {expected}, one for each {of}, found {found}. Even them out."
        )

    @classmethod
    def too_long(cls, where: str, limit: int, found: str) -> "PageError":
        """Say that words do not fit the place that they are for."""
        return cls(
            where,
            f"expected at most {limit} letters, found {len(found)}: {found[:40]!r} and so on. "
            "Say it shorter, and put the rest into a paragraph.",
        )

    @classmethod
    def doubled(cls, name: str, found: str) -> "PageError":
        """Say that a name stands twice on a page."""
        return cls(name, f"expected each one once, found {found!r} twice. Give one another.")

    @classmethod
    def lost_reference(cls, found: str, known: Sequence[str]) -> "PageError":
        """Say that a reference names a source that the page does not list."""
        listed = ", ".join(known) or "nothing"
        return cls(
            f"[{found}]",
            f"expected the number of a source that the page lists, found {found}; it lists "
            f"{listed}. Add the source, or take the reference out.",
        )

    @classmethod
    def bad_chart(cls, where: str, reason: str) -> "PageError":
        """Say that a chart cannot be read, in the words of whoever tried."""
        return cls(where, f"expected a chart, found a fault: {reason}")

    @classmethod
    def no_glyph(cls, characters: Sequence[str]) -> "PageError":
        """Name the characters that a PDF cannot show, with their code points."""
        shown = [f"{one} (U+{ord(one[0]):04X})" for one in characters[:SHOWN_AT_MOST]]
        more = len(characters) - len(shown)
        listed = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
        return cls(
            "PDF",
            f"expected characters that the typeface has, found {listed}. "
            "Write them in Latin, Greek or Cyrillic letters, or take the HTML, which can show them.",
        )

    @classmethod
    def not_typeset(cls, reason: str) -> "PageError":
        """Say why typst refuses the page."""
        return cls("PDF", f"expected a page that can be set, found a fault: {reason}.")

    @classmethod
    def forked(cls) -> "PageError":
        """Say that a process copied from one that has set a PDF cannot set another."""
        return cls(
            "PDF",
            "expected a process that has set its PDFs itself, found one forked from another that "
            "has set some, in which typst would wait forever. Make PDFs only in the child.",
        )
