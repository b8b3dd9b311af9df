"""What a job type is: the work, where and for whom, who does it, and what it overlaps with."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog import Row, code_label, code_names, codes, table
from casecert_data.errors import UnknownNameError

_FILTERS = MappingProxyType(
    {
        "setting": ("job_settings", "place_code"),
        "population": ("job_populations", "population_code"),
        "base": ("job_bases", "base_code"),
        "sector": ("job_profiles", "sector_code"),
    }
)


class Coded(NamedTuple):
    """A code, its words, and who says so."""

    code: str
    """The code, as the table has it."""
    label: str
    """What people read."""
    source_id: str
    """Key of the source."""
    is_ours: bool
    """Whether it is our view, rather than what the source says."""


class JobBase(NamedTuple):
    """A profession that people in a job come from."""

    base_code: str
    """Code of the list ``base_code``."""
    label: str
    """What people read."""
    is_usual: bool
    """Whether many come from it, rather than some."""
    reason: str
    """Why, in a sentence."""
    source_id: str
    """Key of the source."""
    is_ours: bool
    """Whether it is our view."""


class Overlap(NamedTuple):
    """Another job type that does some of the same work."""

    job_type_id: str
    """Key of the other job type."""
    name: str
    """Its name."""
    overlap_code: str
    """Code of the list ``overlap_code``, read from the first job of the pair to the second."""
    words: str
    """How the two overlap."""
    source_id: str
    """Key of the source."""


class Job(NamedTuple):
    """One type of case manager."""

    job_type_id: str
    """Key of the job type."""
    name: str
    """What it is called, such as ``Hospital case manager``."""
    short_name: str
    """The same without the words ``case manager``."""
    sector_code: str
    """Code of the list ``sector_code``."""
    sector: str
    """What people read for it."""
    work: str
    """What somebody in the job does."""
    note: str
    """What is unclear about the name; empty where it is clear."""
    places: tuple[Coded, ...]
    """Where it is done."""
    populations: tuple[Coded, ...]
    """Who is helped."""
    bases: tuple[JobBase, ...]
    """Who does it: the usual professions first."""
    overlaps: tuple[Overlap, ...]
    """Job types that do some of the same work."""
    source_ids: tuple[str, ...]
    """Who says what the work is, and that there is such a job."""


def job_ids() -> tuple[str, ...]:
    """Name every job type, in the order of the article.

    Examples
    --------
    >>> len(job_ids()), job_ids()[0]
    (17, 'hospital')
    """
    return tuple(str(row["job_type_id"]) for row in table("job_types"))


def check_job(job_type_id: str) -> str:
    """Return the key of a job type, if there is such a one.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> check_job("prison")
    'prison'
    """
    if job_type_id not in job_ids():
        raise UnknownNameError.among("job type", job_type_id, job_ids())
    return job_type_id


def job(job_type_id: str) -> Job:
    """Return one job type.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> hospital = job("hospital")
    >>> hospital.sector, [one.label for one in hospital.places]
    ('Health care', ['hospital'])
    >>> [one.label for one in hospital.bases if one.is_usual]
    ['Nursing', 'Social work']
    """
    check_job(job_type_id)
    named, profile = _row("job_types", job_type_id), _row("job_profiles", job_type_id)
    sector = str(profile["sector_code"])
    bases = [_base(row) for row in rows_of("job_bases", job_type_id)]
    return Job(
        job_type_id=job_type_id,
        name=str(named["job_type_name"]),
        short_name=str(named["short_name"]),
        sector_code=sector,
        sector=code_label("sector_code", sector),
        work=str(profile["work_text"]),
        note=str(profile["name_note"] or ""),
        places=_coded("job_settings", "place_code", job_type_id),
        populations=_coded("job_populations", "population_code", job_type_id),
        bases=tuple(sorted(bases, key=lambda one: not one.is_usual)),
        overlaps=tuple(_overlaps(job_type_id)),
        source_ids=tuple(dict.fromkeys([str(profile["source_id"]), str(named["source_id"])])),
    )


def jobs_where(
    *,
    setting: str | None = None,
    population: str | None = None,
    base: str | None = None,
    sector: str | None = None,
) -> tuple[str, ...]:
    """Name the job types for which all that is given holds.

    Parameters
    ----------
    setting
        Code of the list ``place_code``; None for any place.
    population
        Code of the list ``population_code``; None for any people.
    base
        Code of the list ``base_code``, usual or possible; None for any profession.
    sector
        Code of the list ``sector_code``; None for any sector.

    Raises
    ------
    UnknownNameError
        If a list has no such code.

    Examples
    --------
    >>> jobs_where(setting="shelter")
    ('emergency_shelter', 'homeless_shelter')
    >>> jobs_where(base="pharmacist", sector="insurance")
    ('health_insurance',)
    """
    asked = {"setting": setting, "population": population, "base": base, "sector": sector}
    found = [_with(name, code) for name, code in asked.items() if code is not None]
    return tuple(one for one in job_ids() if all(one in those for those in found))


def options_of(name: str) -> Mapping[str, str]:
    """Return the codes by which `jobs_where` can choose, each with its words.

    Only codes that some job type has are there, in the order of their list.

    Parameters
    ----------
    name
        ``setting``, ``population``, ``base`` or ``sector``.

    Raises
    ------
    UnknownNameError
        If jobs cannot be chosen by it.

    Examples
    --------
    >>> list(options_of("sector").values())[:2]
    ['Health care', 'Health insurance']
    """
    if name not in _FILTERS:
        raise UnknownNameError.among("filter", name, _FILTERS)
    of, column = _FILTERS[name]
    used = {row[column] for row in table(of)}
    return MappingProxyType(
        {code: one.label for code, one in codes(column).items() if code in used}
    )


def rows_of(name: str, job_type_id: str) -> Sequence[Row]:
    """Return the rows of a table that are about one job type.

    Examples
    --------
    >>> len(rows_of("job_types", "hospital"))
    1
    """
    return _by_job(name).get(job_type_id, ())


def is_ours(row: Row) -> bool:
    """Tell whether a row is our view, rather than what its source says.

    Examples
    --------
    >>> is_ours(rows_of("job_gaps", "legal")[0])
    True
    """
    return row["basis_code"] == "judgment"


@cache
def _by_job(name: str) -> Mapping[str, Sequence[Row]]:
    found: dict[str, list[Row]] = {}
    for row in table(name):
        found.setdefault(str(row["job_type_id"]), []).append(row)
    return MappingProxyType(found)


def _row(name: str, job_type_id: str) -> Row:
    return rows_of(name, job_type_id)[0]


def _with(name: str, code: str) -> set[str]:
    of, column = _FILTERS[name]
    known = code_names(column)
    if code not in known:
        raise UnknownNameError.among(name, code, known)
    return {str(row["job_type_id"]) for row in table(of) if row[column] == code}


def _coded(name: str, column: str, job_type_id: str) -> tuple[Coded, ...]:
    return tuple(
        Coded(
            str(row[column]),
            code_label(column, str(row[column])),
            str(row["source_id"]),
            is_ours(row),
        )
        for row in rows_of(name, job_type_id)
    )


def _base(row: Row) -> JobBase:
    code = str(row["base_code"])
    return JobBase(
        base_code=code,
        label=code_label("base_code", code),
        is_usual=row["commonness_code"] == "usual",
        reason=str(row["reason_text"]),
        source_id=str(row["source_id"]),
        is_ours=is_ours(row),
    )


def _overlaps(job_type_id: str) -> Iterable[Overlap]:
    # A pair is one row; either of the two is told of it.
    for row in table("job_overlaps"):
        pair = [str(row["job_type_id"]), str(row["other_job_type_id"])]
        if job_type_id in pair:
            other = pair[1 - pair.index(job_type_id)]
            yield Overlap(
                other,
                str(_row("job_types", other)["job_type_name"]),
                str(row["overlap_code"]),
                str(row["overlap_text"]),
                str(row["source_id"]),
            )
