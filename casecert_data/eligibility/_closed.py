"""Programs that take no new applications: asked for by name, they are told."""

from casecert_data.catalog import Row, say, table
from casecert_data.errors import ClosedProgramError


def refuse_closed(name: str) -> None:
    """Raise where a name is that of a closed program, in small letters or as its letters stand.

    Raises
    ------
    ClosedProgramError
        If it is one; the message says what became of it, and what there is instead.

    Examples
    --------
    >>> refuse_closed("ccm")
    >>> try:
    ...     refuse_closed("CCCTM")
    ... except ClosedProgramError as fault:
    ...     print(str(fault).splitlines()[0])
    'CCCTM' takes no new applications, so no rule decides it.
    """
    for row in table("closed_programs"):
        if name.casefold() in _names(row):
            letters, full = row["acronym"], str(row["program_name"])
            if letters:
                full = say("certification.full_name", name=full, acronym=letters)
            words = f"{row['closed_text']} {row['closed_instead_text']}"
            known = [str(one["certification_id"]) for one in table("certifications")]
            raise ClosedProgramError.told(name, f"{full}, {row['issuer_name']}", words, known)


def _names(row: Row) -> set[str]:
    return {str(row[one]).casefold() for one in ("program_id", "acronym") if row[one]}
