"""Charts that cannot be drawn."""

from collections.abc import Iterable

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


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
