"""A number that is known, blank or known only roughly: a closed interval of fractions."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``, both included; no ``high`` means no bound."""

    low: Fraction = Fraction(0)
    """Lowest possible number."""
    high: Fraction | None = None
    """Highest possible number, None where nothing bounds it."""

    @property
    def is_exact(self) -> bool:
        """Whether the number is known.

        Examples
        --------
        >>> Interval(Fraction(2), Fraction(2)).is_exact, Interval().is_exact
        (True, False)
        """
        return self.low == self.high

    @property
    def is_empty(self) -> bool:
        """Whether no number is left.

        Examples
        --------
        >>> Interval(Fraction(3), Fraction(2)).is_empty
        True
        """
        return self.high is not None and self.low > self.high

    def at_most(self, bound: Fraction | None) -> "Interval":
        """Return what is left of it under an upper bound.

        Examples
        --------
        >>> Interval(Fraction(1)).at_most(Fraction(4))
        Interval(low=Fraction(1, 1), high=Fraction(4, 1))
        """
        if bound is None or (self.high is not None and self.high <= bound):
            return self
        return Interval(self.low, bound)

    def at_least(self, bound: Fraction) -> "Interval":
        """Return what is left of it over a lower bound.

        Examples
        --------
        >>> Interval(Fraction(1), Fraction(9)).at_least(Fraction(4)).low
        Fraction(4, 1)
        """
        return Interval(max(self.low, bound), self.high)

    def raised_to(self, floor: Fraction) -> "Interval":
        """Return it with both ends lifted to a floor.

        Examples
        --------
        >>> Interval(Fraction(1), Fraction(2)).raised_to(Fraction(4)).is_exact
        True
        """
        if self.low >= floor and (self.high is None or self.high >= floor):
            return self
        return Interval(
            max(self.low, floor), None if self.high is None else max(self.high, floor)
        )


def exactly(number: Fraction | int) -> Interval:
    """Return the interval that holds one number.

    Examples
    --------
    >>> exactly(2).high
    Fraction(2, 1)
    """
    return Interval(Fraction(number), Fraction(number))
