"""Pages that no renderer can draw."""

from collections.abc import Sequence

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


class PageError(CasecertError):
    """A page that cannot be drawn: its blocks, or its typesetting."""

    def __init__(self, where: str, fault: str) -> None:
        self.where = where
        """Place in the page, such as ``blocks[2].parts[0].caption``."""
        self.fault = fault
        """What was expected, what was found, what to do."""
        super().__init__(f"{where}: {fault}" if where else fault)

    def __reduce__(self) -> tuple[type["PageError"], tuple[str, str]]:
        # A worker hands it to the process that wrote the page's files.
        return PageError, (self.where, self.fault)

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
    def not_typeset(cls, reason: str) -> "PageError":
        """Say why typst refuses the page."""
        return cls("PDF", f"expected a page that can be set, found a fault: {reason}.")

    @classmethod
    def forked(cls) -> "PageError":
        """Say that a process copied from one that has set a PDF cannot set another."""
        return cls(
            "PDF",
            "expected a process that has set its PDFs itself, found one forked from "
            "another that "
            "has set some, in which typst would wait forever. Make PDFs only in the child.",
        )
