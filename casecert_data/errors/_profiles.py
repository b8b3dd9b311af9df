"""Facts of a person that cannot be taken as they stand."""

from collections.abc import Sequence

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


class ProfileError(CasecertError):
    """A fact of a person that cannot be taken as it stands."""

    def __init__(self, where: str, fact: str, fault: str) -> None:
        self.where = where
        """The file and line, empty for a mapping."""
        self.fact = fact
        """Name of the fact at fault."""
        self.fault = fault
        """What was expected, what was found, what to do."""
        self.faults: tuple[ProfileError, ...] = (self,)
        """All faults that the message tells of: itself, or those that it lists."""
        place = ", ".join(part for part in (where, repr(fact) if fact else "") if part)
        super().__init__(f"{place}: {fault}" if place else fault)

    def at(self, where: str) -> "ProfileError":
        """Return the same fault at another place, such as a file's line."""
        return ProfileError(where, self.fact, self.fault)

    @classmethod
    def listing(cls, where: str, faults: "Sequence[ProfileError]") -> "ProfileError":
        """List every fault of a profile, each with its place."""
        listed = "\n".join("  " + str(fault).replace("\n", "\n    ") for fault in faults)
        told = cls(
            where,
            "",
            f"expected facts without faults, found {len(faults)} faults\n{listed}\n"
            "Correct them all.",
        )
        told.faults = tuple(faults)
        return told

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
            "expected totals such as 'cm_months', found a part that this version "
            "cannot read yet. "
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
            f"expected a number of 0 or more, found {found!r}. Write digits with a "
            "decimal point "
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
    def ambiguous_date(cls, fact: str, found: object) -> "ProfileError":
        """Say that a day reads differently in another country."""
        return cls(
            "",
            fact,
            f"expected a day that exists, as YYYY-MM-DD, found {found!r}, which is one day "
            "where the month comes first and another where the day does. Write the year first, "
            "such as 2026-11-23.",
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

    @classmethod
    def not_rulings(cls, place: str, found: object) -> "ProfileError":
        """Say how answers of an issuer are written."""
        return cls(
            "",
            place,
            f"expected a list of answers, each with names and values, found {found!r}. "
            "Begin each answer with a line [[rulings]].",
        )

    @classmethod
    def unknown_in_ruling(
        cls, place: str, kind: str, found: object, known: Sequence[str]
    ) -> "ProfileError":
        """Say that an answer of an issuer names something that does not exist."""
        hint = did_you_mean(str(found), known)
        return cls(
            "",
            place,
            f"expected {kind}, found {found!r}.{hint}\nKnown: {', '.join(known)}.",
        )

    @classmethod
    def lacking_in_ruling(cls, place: str, name: str) -> "ProfileError":
        """Say what an answer of an issuer lacks."""
        return cls(
            "",
            place,
            f"expected a value for {name!r}, found none. "
            "Write who answered, on which day, and what.",
        )

    @classmethod
    def ruled_twice(
        cls, place: str, certification_id: str, criterion_id: str
    ) -> "ProfileError":
        """Say that two answers are about one requirement."""
        return cls(
            "",
            place,
            f"expected one answer on {criterion_id!r} of {certification_id!r}, found a second. "
            "Keep the newer one.",
        )

    @classmethod
    def ruled_after(
        cls, certification_id: str, criterion_id: str, asked: object, found: object
    ) -> "ProfileError":
        """Say that an answer is of a later day than the one asked about."""
        return cls(
            "",
            "rulings",
            f"expected answers up to the day asked about ({asked}), found that on "
            f"{criterion_id!r} of {certification_id!r} of {found}. "
            "Ask about that day or a later one, or correct the day of the answer.",
        )

    @classmethod
    def ruling_without_criterion(
        cls, certification_id: str, criterion_id: str, known: Sequence[str]
    ) -> "ProfileError":
        """Say that the rule no longer has what was answered."""
        return cls(
            "",
            "rulings",
            f"expected a requirement of the rule of {certification_id!r} that answers for this "
            f"day, found {criterion_id!r}, which it does not have. "
            f"It has: {', '.join(known)}. "
            "The rule has changed since: ask the issuer again, or take the answer out.",
        )

    @classmethod
    def ruled_before_rule(
        cls, certification_id: str, criterion_id: str, starts: object, found: object
    ) -> "ProfileError":
        """Say that the rule is younger than the answer."""
        return cls(
            "",
            "rulings",
            f"expected an answer on {criterion_id!r} of {certification_id!r} from {starts} on, "
            f"when its rule began to hold, found one of {found}. "
            "The rule has changed since: ask the issuer again, or take the answer out.",
        )

    @classmethod
    def ruling_contradicts(
        cls, certification_id: str, criterion_id: str, settled: str, why: str, found: str
    ) -> "ProfileError":
        """Say that the facts alone settle it the other way."""
        return cls(
            "",
            "rulings",
            f"expected {settled!r} on {criterion_id!r} of {certification_id!r}, which {why} "
            f"settles, found {found!r} as what the issuer answered. "
            "Correct the fact or the answer, or take out an answer that is out of date.",
        )

    @classmethod
    def not_decimal(cls, fact: str) -> "ProfileError":
        """Say that a number has no end as a decimal, so that a file would round it."""
        return cls(
            "",
            fact,
            "expected a number that ends when it is written with a decimal point, found one "
            "that does not, such as a third. Round it, or state a range.",
        )

    @classmethod
    def not_writable(cls, fact: str, expected: str, found: object) -> "ProfileError":
        """Say that a value has no form in TOML."""
        return cls(
            "", fact, f"expected {expected}, which TOML can hold, found {found!r}. Change it."
        )
