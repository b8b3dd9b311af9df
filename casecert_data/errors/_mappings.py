"""Mapping files with faults, each told by its part and name."""

from collections.abc import Sequence

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


class MappingError(CasecertError):
    """A mapping file with at least one fault; the message lists every one."""

    @classmethod
    def listing(cls, path: object, faults: Sequence[str]) -> "MappingError":
        """List every fault of a mapping file."""
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "\n".join(f"  {fault}" for fault in faults)
        return cls(
            f"{path}: expected a mapping without faults, found {count}\n{listed}\n"
            "Correct them and run it again; nothing was written."
        )

    @staticmethod
    def at(place: str, fault: str) -> str:
        """Word one fault of a value."""
        return f"{place}: {fault}"

    @staticmethod
    def unknown_part(found: str, known: Sequence[str]) -> str:
        """Word a part that no mapping has."""
        return (
            f"{found!r}: expected one of {', '.join(known)}, found another name."
            f"{did_you_mean(found, known)} Rename it, or move it under one of them."
        )

    @staticmethod
    def wrong_part(part: str) -> str:
        """Word a part of the wrong form."""
        form = 'ignore = ["E-mail"]' if part == "ignore" else f"[{part}]"
        return f"{part}: expected it to begin as in {form}, found another form. Correct it."

    @staticmethod
    def not_a_name(place: str, found: object) -> str:
        """Word a name that is no text."""
        return f"{place}: expected a name in double quotes, found {found!r}. Put it in quotes."

    @staticmethod
    def named_twice(part: str, found: str) -> str:
        """Word a name of one's own that stands twice."""
        return f"{part}, {found!r}: expected it once, found it twice. Take one out."

    @staticmethod
    def given_twice(place: str, fact: str, first: str) -> str:
        """Word a fact that would come from two places."""
        return (
            f"{place}: expected {fact!r} from one place, found it also from column {first!r}. "
            "Take one out."
        )

    @staticmethod
    def unknown_fact(place: str, found: str, known: Sequence[str]) -> str:
        """Word a fact that does not exist."""
        return (
            f"{place}: expected the name of a fact, found {found!r}."
            f"{did_you_mean(found, known)} "
            "A column of your own may be called by a name that starts with 'x_'."
        )

    @staticmethod
    def not_shared(place: str) -> str:
        """Word a fact that is of one person alone."""
        return (
            f"{place}: expected a fact that several people can share, found one of a person's "
            "own. Take it out."
        )

    @staticmethod
    def blank(place: str) -> str:
        """Word a fixed value that says nothing."""
        return f"{place}: expected a value, found none. Write one, or take the line out."

    @staticmethod
    def no_such_column(path: object, found: str, known: Sequence[str]) -> str:
        """Word a column that the mapping names and the roster lacks."""
        return (
            f"{path}: expected a column of the roster, found {found!r}, which it does not have."
            f"{did_you_mean(found, known)} Correct the name in the mapping, or take it out."
        )

    @staticmethod
    def fixed_and_column(path: object, fact: str, place: str) -> str:
        """Word a fact that is fixed and has a column."""
        return (
            f"{path}: expected {fact!r} from one place, found a fixed value and {place}. "
            "Take one out, or put the column under ignore."
        )

    @staticmethod
    def with_own_words(fault: str, fact: str, found: str, words: Sequence[str]) -> str:
        """Add to a fault of a cell what the mapping could do about it."""
        return f"{fault}{did_you_mean(found, words)} Or say what it means under [words.{fact}]."

    @staticmethod
    def words_for_nothing(path: object, fact: str) -> str:
        """Word own words for a fact that no column gives."""
        return (
            f"{path}: expected own words for a fact that a column gives, found words for "
            f"{fact!r}, which none gives. Name its column under columns, or take the words out."
        )
