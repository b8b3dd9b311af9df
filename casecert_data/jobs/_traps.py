"""Names that mislead in a job type: closed programs, and letters that two credentials share."""

from typing import NamedTuple

from casecert_data.catalog import Row, rows_where, say, table
from casecert_data.jobs._fits import MADE_FOR, fits_of
from casecert_data.jobs._job import check_job, rows_of


class ClosedProgram(NamedTuple):
    """A program that takes no new applications, and that people in a job still hear of."""

    program_id: str
    """Key of the program."""
    name: str
    """Full name, with its letters where it has any."""
    words: str
    """Whom it was for, since when it is closed, and what there is instead."""
    source_ids: tuple[str, ...]
    """Who says so."""


class NameClash(NamedTuple):
    """Another credential with the letters of one that fits."""

    certification_id: str
    """Key of the certification that is meant."""
    words: str
    """How the two are told apart."""
    source_ids: tuple[str, ...]
    """Who says so."""


def closed_programs_of(job_type_id: str) -> tuple[ClosedProgram, ...]:
    """Return the closed programs that people in a job type still hear of.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> [one.program_id for one in closed_programs_of("child")]
    ['c_cyfsw']
    """
    return tuple(
        _closed(row, rows_where("closed_programs", program_id=row["program_id"])[0])
        for row in rows_of("job_closed_programs", check_job(job_type_id))
    )


def name_clashes_of(job_type_id: str) -> tuple[NameClash, ...]:
    """Return the credentials that can be mistaken for one that is named with a job type.

    Those of what is made for the job, and those whose double people in the job hold.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> [one.certification_id for one in name_clashes_of("prison")]
    ['ccm']
    """
    fits = fits_of(job_type_id)
    made = {one.certification_id for one in fits if one.fit_code == MADE_FOR}
    doubles = {
        str(row["other_credential_name"])
        for row in table("other_credentials")
        if row["other_credential_id"] in {one.other_credential_id for one in fits}
    }
    return tuple(
        NameClash(
            str(row["certification_id"]),
            str(row["told_apart_text"]),
            (str(row["source_id"]),),
        )
        for row in table("name_clashes")
        if row["certification_id"] in made or row["other_name"] in doubles
    )


def _closed(row: Row, program: Row) -> ClosedProgram:
    name, letters = str(program["program_name"]), program["acronym"]
    full = say("certification.full_name", name=name, acronym=letters) if letters else name
    parts = (row["reason_text"], program["closed_text"], program["closed_instead_text"])
    sources = (str(row["source_id"]), str(program["source_id"]))
    return ClosedProgram(
        str(program["program_id"]),
        full,
        " ".join(str(one) for one in parts if one),
        tuple(dict.fromkeys(sources)),
    )
