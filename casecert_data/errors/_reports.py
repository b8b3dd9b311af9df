"""Reports that cannot be run."""

from collections.abc import Iterable, Sequence

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


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
            f"{file}, {where}: expected {expected}, found "
            f"{found!r}.{did_you_mean(found, names)}\n"
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
        cls, report: str, parameter: str, takes: str | None, found: object, known: Sequence[str]
    ) -> "ReportError":
        """Say what a parameter's value must be: in words, or as one of those that there are."""
        expected = takes or f"one of {', '.join(known)}"
        do = did_you_mean(str(found), known) if takes is None else " Give another value."
        return cls(
            f"report {report!r}, parameter {parameter!r}: expected {expected}, found "
            f"{found!r}.{do}"
        )

    @classmethod
    def in_parameter(cls, report: str, parameter: str, fault: CasecertError) -> "ReportError":
        """Say in which parameter a fault is that was worded without it."""
        return cls(f"report {report!r}, parameter {parameter!r}: {fault}")

    @classmethod
    def unknown_certifications(
        cls, found: Sequence[str], known: Sequence[str]
    ) -> "ReportError":
        """Say which of the certifications to compare are not known."""
        told = ", ".join(f"{one!r}.{did_you_mean(one, known)}" for one in found)
        return cls(
            f"expected the keys of certifications, with commas between them, found {told}\n"
            f"Known: {', '.join(known)}."
        )

    @classmethod
    def named_twice(cls, found: Sequence[str]) -> "ReportError":
        """Say that a certification is to be compared with itself."""
        twice = ", ".join(map(repr, found))
        return cls(
            f"expected each certification once, found {twice} more than once. Name it once."
        )

    @classmethod
    def not_comparable(
        cls, fewest: int, most: int, found: Sequence[str], known: Sequence[str]
    ) -> "ReportError":
        """Say how many certifications stand side by side."""
        words = dict(enumerate(("none", "one", "two", "three", "four")))
        count = words.get(len(found), str(len(found)))
        do = "Name more." if len(found) < fewest else "Leave some out."
        return cls(
            f"expected {words[fewest]} to {words[most]} certifications, found {count}"
            f"{': ' if found else ''}{', '.join(found)}. {do}\nKnown: {', '.join(known)}."
        )

    @classmethod
    def none_named(cls, every: str, known: Sequence[str]) -> "ReportError":
        """Say that a form needs the questions of at least one certification."""
        return cls(
            "expected the keys of certifications, with commas between them, or "
            f"{every!r}, found none. Name one.\nKnown: {', '.join(known)}."
        )

    @classmethod
    def person_as_parameter(cls, report: str, parameter: str) -> "ReportError":
        """Say that a person is never a parameter."""
        return cls(
            f"report {report!r}, parameter {parameter!r}: expected no value, because "
            "casecert fills it in itself, found one. Name the person's file by --person FILE."
        )

    @classmethod
    def missing_parameter(cls, report: str, parameter: str, description: str) -> "ReportError":
        """Say that a report needs a value."""
        return cls(
            f"report {report!r}, parameter {parameter!r} ({description}): expected a "
            f"value, found none. Give it as -p {parameter}=VALUE."
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
        """Say that a report is about nothing that a row could name."""
        return cls(
            f"report {report!r}: expected a report that says by a parameter what it is about, "
            "because a batch writes one for each row, found one that is the same for all. "
            f"Run it by 'casecert report {report}'.\n"
            f"Reports for a batch: {', '.join(known)}."
        )

    @classmethod
    def not_about_people(cls, report: str, known: Sequence[str]) -> "ReportError":
        """Say that a report has nothing to do with people."""
        return cls(
            f"report {report!r}: expected a report about a person, because the rows are people,"
            f" found one about something else. Reports about a person: {', '.join(known)}."
        )

    @classmethod
    def all_of_what(cls, report: str, parameter: str) -> "ReportError":
        """Say that what a report can be about cannot be listed."""
        return cls(
            f"report {report!r}: expected a table with a column {parameter!r}, because it can "
            "be about more than can be listed, found 'all'. Write the table, a row for each."
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
    def folder_in_use(cls, folder: object) -> "ReportError":
        """Say that another batch is writing into the folder."""
        return cls(
            f"--out {folder}: expected a folder that no other batch writes into, found "
            "one that is in use. Wait until it is done, or name another folder."
        )

    @classmethod
    def outside(cls, name: str) -> "ReportError":
        """Say that a file would lie elsewhere than in the folder asked for."""
        return cls(f"--out: expected the name of a file inside it, found {name!r}.")

    @classmethod
    def another_page(cls, path: object) -> "ReportError":
        """Say that the folder has a first page of its own, which a batch would replace."""
        return cls(
            f"{path}: expected nothing there, or the page of an earlier batch, found another "
            "page. Name another folder as --out."
        )

    @classmethod
    def no_batch_here(cls, folder: object) -> "ReportError":
        """Say that a folder is not one that a batch has written into."""
        return cls(
            f"{folder}: expected a folder with the manifest.json of a batch, found none. "
            "Name the folder that was given to 'casecert batch' as --out."
        )

    @classmethod
    def unreadable_manifest(cls, path: object) -> "ReportError":
        """Say that a manifest does not list files as a batch lists them."""
        return cls(
            f"{path}: expected the list of files that 'casecert batch' writes, found something "
            "else. Run the batch again, or remove the files yourself."
        )

    @classmethod
    def cannot_remove(cls, path: object, reason: str) -> "ReportError":
        """Say which file the system keeps."""
        return cls(
            f"{path}: expected to remove it, found: {reason}. "
            "Close what has it open, and run the command again: it goes on from here."
        )

    @classmethod
    def volumes_need_pdf(cls, formats: Sequence[str]) -> "ReportError":
        """Say that volumes are made of PDF files."""
        return cls(
            "--volumes: expected pdf among the formats, because volumes are made of the PDF "
            f"handouts, found {', '.join(formats)}. "
            "Add pdf to --format, or leave --volumes out."
        )

    @classmethod
    def no_volume(cls, name: str, kind: str) -> "ReportError":
        """Say that the handouts could not be put behind one another."""
        return cls(
            f"{name}: expected handouts that can be read and room to write, found "
            f"{kind}. Run the batch again: handouts that are finished are kept."
        )

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
            "current_person: expected the person_ref that casecert put into the "
            "parameters cell, "
            "found another. Call it with person_ref alone."
        )
