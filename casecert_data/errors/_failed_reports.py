"""Reports that stopped while they ran."""

from casecert_data.errors._casecert_error import CasecertError

# In plain words, since an educator changes templates; the error's own could quote a person.
_REASONS = {
    "AssertionError": "a check in it did not hold",
    "AttributeError": "it asks for a part that is not there",
    "FileNotFoundError": "it names a file that is not there",
    "ImportError": "it imports a name that is not there",
    "IndentationError": "its lines are not indented alike",
    "IndexError": "it asks for more entries than there are",
    "KeyError": "it names a column or key that is not there",
    "MemoryError": "it takes more memory than a report may take",
    "ModuleNotFoundError": "it imports a package that is not installed",
    "NameError": "it uses a name that no cell above gives",
    "SyntaxError": "it is not whole Python",
    "SystemExit": "it ends the run",
    "TypeError": "it uses a value of the wrong kind",
    "ValueError": "it uses a value that does not fit",
    "ZeroDivisionError": "it divides by zero",
}


class ReportFailedError(CasecertError):
    """A report that stopped while it ran; the words name place and kind, never a value."""

    @classmethod
    def cell_stopped(cls, cell: int, kind: str) -> "ReportFailedError":
        """Say in which cell of the template which kind of error arose."""
        reason = _REASONS.get(kind)
        told = f" ({reason})" if reason else ""
        return cls(f"cell {cell} of the template stopped with {kind}{told}")

    @classmethod
    def kernel_died(cls) -> "ReportFailedError":
        """Say that the process that ran the template is gone."""
        return cls("the process that ran the template ended before it was done")

    @classmethod
    def bad_block(cls, cell: int) -> "ReportFailedError":
        """Say in which cell something was put out that no page can hold."""
        return cls(f"cell {cell} of the template put out a block that cannot be read")

    @classmethod
    def cannot_show(cls, cell: int, what: object) -> "ReportFailedError":
        """Say in which cell something stands that neither HTML nor PDF can show."""
        return cls(
            f"cell {cell} of the template holds {what}; or give the cell the tag remove-cell"
        )

    @classmethod
    def bad_page(cls) -> "ReportFailedError":
        """Say that the blocks do not fit together."""
        return cls(
            "the template's blocks make no page: one head first, each name and each "
            "source once, "
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
        """Say that a renderer cannot show all of a page; it could be a person's name."""
        return cls(f"the {file_format} cannot show a character or a part of this page")

    @classmethod
    def worker_died(cls) -> "ReportFailedError":
        """Say that the process that made the report is gone."""
        return cls("the process that made the report ended before it was done")

    @classmethod
    def took_too_long(cls, seconds: int) -> "ReportFailedError":
        """Say that a report ran longer than it may."""
        unit = "second" if seconds == 1 else "seconds"
        return cls(f"it was not done after {seconds} {unit}, the time limit of a report")

    @classmethod
    def crashed(cls, signal_name: str) -> "ReportFailedError":
        """Say which signal ended the process that made the report."""
        return cls(f"the process that made the report crashed ({signal_name})")

    @classmethod
    def killed(cls) -> "ReportFailedError":
        """Say that something outside ended the process that made the report."""
        return cls(
            "the process that made the report was killed from outside, as the system does "
            "when memory runs out"
        )

    @classmethod
    def out_of_memory(cls) -> "ReportFailedError":
        """Say that making the pages needed more memory than a report may take."""
        return cls("making the pages took more memory than a report may take")

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
