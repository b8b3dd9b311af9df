"""What statistics say of the occupations under which a job type is counted."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from casecert_data.catalog import Row, code_label, code_names, rows_where, say, spell_number
from casecert_data.jobs._job import check_job, is_ours, rows_of

ALL_OCCUPATIONS = "00-0000"
"""Code under which all occupations together are published."""


class Pay(NamedTuple):
    """Pay in an occupation, in U.S. dollars a year."""

    soc_code: str
    """Code of the occupation."""
    vintage: str
    """Month and year of the survey."""
    employment: int
    """Jobs, without the self-employed."""
    employment_rse_pct: Decimal
    """Relative standard error of the number of jobs, in percent."""
    mean_usd: int
    """Mean."""
    p10_usd: int
    """One in ten earns this or less."""
    p25_usd: int
    """One in four earns this or less."""
    median_usd: int
    """Half earn this or less."""
    p75_usd: int
    """Three in four earn this or less."""
    p90_usd: int
    """Nine in ten earn this or less."""
    words: str
    """The same in a sentence, which says that it is the occupation's."""
    source_id: str
    """Key of the source."""


class Outlook(NamedTuple):
    """What is expected of an occupation."""

    soc_code: str
    """Code of the occupation."""
    from_year: int
    """First year of the span."""
    to_year: int
    """Last year of the span."""
    employment_from: int
    """Jobs in the first year, with the self-employed."""
    employment_to: int
    """Jobs expected in the last year."""
    growth_pct: Decimal
    """Growth over the span, in percent; below 0 where jobs are expected to be lost."""
    annual_openings: int
    """Openings a year."""
    entry_education: str
    """Education that people usually enter with."""
    words: str
    """The same in two sentences."""
    source_id: str
    """Key of the source."""


class Evidence(NamedTuple):
    """Why a job type is counted under an occupation."""

    onet_soc_code: str
    """Code of the occupation in the O*NET® database, finer than `Occupation.soc_code`."""
    onet_title: str
    """Its title there."""
    title: str
    """Title that the database lists under it."""
    match_code: str
    """Code of the list ``match_code``: how sure it is."""
    match: str
    """What people read for it."""
    reason: str
    """Why, in a sentence."""
    source_id: str
    """Key of the source."""
    is_ours: bool
    """Whether it is our view."""


class Occupation(NamedTuple):
    """An occupation that statistics are published for. It is wider than the job type."""

    soc_code: str
    """Code under which pay is published."""
    title: str
    """Its title."""
    is_nearest: bool
    """Whether it is the nearest occupation, rather than another possible one."""
    role: str
    """What people read for that; empty for all occupations together."""
    evidence: tuple[Evidence, ...]
    """Why the job type is counted there; the nearest first."""
    pay: Pay | None
    """Pay; None where it was not read."""
    outlook: Outlook | None
    """Outlook; None where it was not read."""
    source_ids: tuple[str, ...]
    """Who says all this."""


def pay_label() -> str:
    """Return the words that stand beside every figure on pay and outlook.

    Examples
    --------
    >>> pay_label()
    'Of the parent occupation, not of case managers alone.'
    """
    return say("jobs.pay.whose")


def occupations_of(job_type_id: str) -> tuple[Occupation, ...]:
    """Return the occupations under which a job type is counted: the nearest come first.

    Parameters
    ----------
    job_type_id
        Key of the job type.

    Returns
    -------
    tuple
        Several for most job types: no occupation is called case manager. Two codes of the
        O*NET® database that share one published code are one occupation here.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> [(one.soc_code, one.pay.median_usd) for one in occupations_of("hospital")][:2]
    [('29-1141', 97550), ('21-1022', 67880)]
    >>> [len(one.evidence) for one in occupations_of("mental_health")]
    [1, 2]
    """
    by_code: dict[str, list[Row]] = {}
    for row in rows_of("job_occupations", check_job(job_type_id)):
        by_code.setdefault(str(row["soc_code"]), []).append(row)
    found = [_occupation(code, tuple(rows)) for code, rows in by_code.items()]
    return tuple(sorted(found, key=lambda one: not one.is_nearest))


def all_occupations() -> Occupation:
    """Return all occupations together, to compare with.

    Examples
    --------
    >>> all_occupations().pay.median_usd
    50980
    """
    return _occupation(ALL_OCCUPATIONS, ())


def pay_rows(job_type_id: str) -> tuple[Mapping[str, object], ...]:
    """Return pay in the occupations of a job type, and in all occupations, as a chart takes it.

    Parameters
    ----------
    job_type_id
        Key of the job type.

    Returns
    -------
    tuple
        Columns of the table ``occupation_pay``, and ``occupation_title``, ``group_text`` (how
        near the occupation is) and ``is_compared`` (true of all occupations, which come last).
        Occupations without known pay are left out.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> [(row["soc_code"], row["is_compared"]) for row in pay_rows("child")]
    [('21-1021', False), ('00-0000', True)]
    """
    whole = all_occupations()._replace(role=say("jobs.pay.compare"))
    return tuple(
        {
            **one.pay._asdict(),
            "occupation_title": one.title,
            "group_text": one.role,
            "is_compared": one.soc_code == ALL_OCCUPATIONS,
        }
        for one in (*occupations_of(job_type_id), whole)
        if one.pay is not None
    )


def jobs_in(soc_code: str) -> tuple[str, ...]:
    """Name the job types that are counted under an occupation.

    Examples
    --------
    >>> jobs_in("21-1092")
    ('prison', 'correctional', 'juvenile')
    """
    rows = rows_where("job_occupations", soc_code=soc_code)
    return tuple(dict.fromkeys(str(row["job_type_id"]) for row in rows))


def _occupation(soc_code: str, rows: tuple[Row, ...]) -> Occupation:
    of = rows_where("occupations", soc_code=soc_code)[0]
    ranks = code_names("occupation_role_code")
    role = min((str(row["occupation_role_code"]) for row in rows), key=ranks.index, default="")
    evidence = tuple(_evidence(row) for row in rows)
    pay, outlook = _pay(soc_code), _outlook(soc_code)
    sources = [one.source_id for one in (*evidence, pay, outlook) if one is not None]
    return Occupation(
        soc_code=soc_code,
        title=str(of["occupation_title"]),
        is_nearest=role == ranks[0],
        role=code_label("occupation_role_code", role) if role else "",
        evidence=evidence,
        pay=pay,
        outlook=outlook,
        source_ids=tuple(dict.fromkeys([*sources, str(of["source_id"])])),
    )


def _evidence(row: Row) -> Evidence:
    match = str(row["match_code"])
    return Evidence(
        onet_soc_code=str(row["onet_soc_code"]),
        onet_title=str(row["onet_title"]),
        title=str(row["evidence_title"]),
        match_code=match,
        match=code_label("match_code", match),
        reason=str(row["reason_text"]),
        source_id=str(row["source_id"]),
        is_ours=is_ours(row),
    )


@cache
def _pay(soc_code: str) -> Pay | None:
    rows = rows_where("occupation_pay", soc_code=soc_code)
    if not rows:
        return None
    row = dict(rows[-1])
    row.pop("locator")
    median, low, high = (
        spell_number(int(str(row[one]))) for one in ("median_usd", "p10_usd", "p90_usd")
    )
    words = say("jobs.pay.words", vintage=row["vintage"], median=median, low=low, high=high)
    return Pay(**row, words=words)  # type: ignore[arg-type]  # the columns are the fields


@cache
def _outlook(soc_code: str) -> Outlook | None:
    rows = rows_where("occupation_outlook", soc_code=soc_code)
    if not rows:
        return None
    row = dict(rows[-1])
    row.pop("locator")
    education = str(row.pop("entry_education_text"))
    growth = Decimal(str(row["growth_pct"]))
    kind = "grow" if growth > 0 else "shrink"
    words = say(
        f"jobs.outlook.{kind}",
        from_year=row["from_year"],
        to_year=row["to_year"],
        growth=spell_number(abs(growth)),
        openings=spell_number(int(str(row["annual_openings"]))),
        education=education,
    )
    return Outlook(**row, entry_education=education, words=words)  # type: ignore[arg-type]
