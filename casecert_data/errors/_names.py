"""Names, options and days that cannot be taken."""

from collections.abc import Iterable

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


class UnknownNameError(CasecertError):
    """A name that the catalog, the rules or the reports do not have."""

    @classmethod
    def among(cls, kind: str, name: str, known: Iterable[str]) -> "UnknownNameError":
        """Say that nothing of this kind has the name, and list what there is."""
        names = list(known)
        # "Known tables", but neither "vocabularys" nor "table or certifications".
        listed = f"Known {kind}s" if kind.isalpha() and kind[-1] != "y" else "Known names"
        return cls(
            f"No {kind} is called {name!r}.{did_you_mean(name, names)}\n"
            f"{listed}: {', '.join(names)}."
        )


class ClosedProgramError(UnknownNameError):
    """The name of a program that takes no new applications."""

    @classmethod
    def told(
        cls, name: str, called: str, words: str, known: Iterable[str]
    ) -> "ClosedProgramError":
        """Say that a program is over, and what there is instead of it."""
        return cls(
            f"{name!r} takes no new applications, so no rule decides it.\n"
            f"{called}: {words}\n"
            f"Known certifications: {', '.join(known)}."
        )


class OptionError(CasecertError):
    """An option of a command that this version cannot honor."""

    @classmethod
    def not_yet(cls, option: str, instead: str) -> "OptionError":
        """Say that the option comes with a later version, and what to do now."""
        return cls(
            f"{option}: expected nothing, because this version cannot use it yet. {instead}"
        )

    @classmethod
    def must_be_said(cls, option: str, why: str) -> "OptionError":
        """Say that a command goes on only if told to, and why."""
        return cls(f"{option}: expected it here, found it left out. {why} Add {option}.")

    @classmethod
    def too_many(cls, option: str, most: int, found: int) -> "OptionError":
        """Say how many can be named at once."""
        return cls(f"{option}: expected {most} at the most, found {found}. Name fewer.")


class DateRefusedError(CasecertError):
    """A day that no rule can answer for, or that does not exist."""

    @classmethod
    def before_rule(
        cls, certification_id: str, asked: object, first: object
    ) -> "DateRefusedError":
        """Say since when the rule is known."""
        return cls(
            f"{certification_id}: expected a day from {first} on, when its rule is "
            "first known, "
            f"found {asked}. Ask about a later day."
        )

    @classmethod
    def not_a_day(cls, option: str, found: str) -> "DateRefusedError":
        """Say how a day is written on the command line."""
        return cls(
            f"{option}: expected a day that exists, as YYYY-MM-DD, found {found!r}. "
            "Write the year first, such as 2026-11-23."
        )
