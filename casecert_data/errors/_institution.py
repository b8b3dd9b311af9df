"""An institution's own description that cannot be used."""

from collections.abc import Sequence

from casecert_data.errors._casecert_error import CasecertError
from casecert_data.errors._nearest import did_you_mean


class InstitutionError(CasecertError):
    """A file on an institution, or its logo, that no page can carry."""

    @classmethod
    def unknown_entry(
        cls, file: object, where: str, found: str, known: Sequence[str]
    ) -> "InstitutionError":
        """Say that an entry has a name that nothing reads."""
        return cls(
            f"{file}, {where}: expected the name of an entry, found {found!r}."
            f"{did_you_mean(found, known)}\nKnown: {', '.join(known)}."
        )

    @classmethod
    def bad_entry(
        cls, file: object, where: str, expected: str, found: object, do: str
    ) -> "InstitutionError":
        """Say what an entry must be."""
        shown = "none" if found is None else repr(found)
        return cls(f"{file}, {where}: expected {expected}, found {shown}. {do}")

    @classmethod
    def too_long(cls, file: object, where: str, limit: int, found: int) -> "InstitutionError":
        """Say that words do not fit their place."""
        return cls(
            f"{file}, {where}: expected at most {limit} letters, found {found}. Say it shorter."
        )

    @classmethod
    def too_pale(
        cls, file: object, found: str, measured: str, needed: str, passing: str
    ) -> "InstitutionError":
        """Say how far a color is from being seen on white, and name one that is near it."""
        return cls(
            f"{file}, color: expected a contrast of at least {needed} to 1 on white, found "
            f"{found} with {measured} to 1. The nearest darker color that passes is {passing}."
        )

    @classmethod
    def logo_ending(cls, file: object, found: str, known: Sequence[str]) -> "InstitutionError":
        """Say which kinds of pictures a logo can be."""
        return cls(
            f"{file}, logo: expected a file that ends with {', '.join(known)}, found "
            f"{found!r}. Save the logo as one of these."
        )

    @classmethod
    def logo_elsewhere(cls, file: object, found: str) -> "InstitutionError":
        """Say that a logo lies beside the file that names it."""
        return cls(
            f"{file}, logo: expected a file in the same folder or inside it, found {found!r}. "
            "Copy the logo beside this file and write its name alone."
        )

    @classmethod
    def logo_too_big(cls, path: object, limit: str, found: str) -> "InstitutionError":
        """Say that a logo is larger than any logo needs to be."""
        return cls(
            f"{path}: expected a logo of at most {limit}, found {found}. Make it smaller."
        )

    @classmethod
    def logo_too_thin(cls, path: object, ratio: int, found: str) -> "InstitutionError":
        """Say that a logo is a strip."""
        return cls(
            f"{path}: expected a logo whose longer side is at most {ratio} times the shorter, "
            f"found {found}. Cut its empty edges off, or take another."
        )

    @classmethod
    def logo_not_an_image(cls, path: object, kind: str) -> "InstitutionError":
        """Say that a file is not the picture that its name promises."""
        return cls(
            f"{path}: expected a picture as {kind}, found something else. "
            "Open it in a drawing program and save it again."
        )

    @classmethod
    def logo_not_a_drawing(cls, path: object, found: str, do: str) -> "InstitutionError":
        """Say what in an SVG is more than plain shapes."""
        return cls(f"{path}: expected a drawing of plain shapes, found {found}. {do}")
