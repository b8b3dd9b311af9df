"""Which credentials fit a job type, why, and what people hold where none is made for it."""

from typing import NamedTuple

from casecert_data.catalog import (
    Row,
    code_label,
    code_names,
    join_words,
    rows_where,
    say,
    table,
)
from casecert_data.eligibility import check_certification, names_of
from casecert_data.jobs._job import check_job, is_ours, rows_of

MADE_FOR = "made_for"
POSSIBLE = "possible"
NOT_DESIGNED = "not_designed"
INSTEAD = "instead"
REQUIRED_SOMEWHERE = "required_somewhere"
"""The codes of the list ``fit_code``."""

_TOLD_FIRST = 3
"""Certifications that an answer names; the others are in the list."""


class Fit(NamedTuple):
    """How one credential fits one job type, in our view."""

    job_type_id: str
    """Key of the job type."""
    certification_id: str | None
    """Key of a certification that is judged here; None for another credential."""
    other_credential_id: str | None
    """Key of another credential; None for a certification that is judged here."""
    name: str
    """Full name, with the letters where there are any: letters alone mislead."""
    acronym: str
    """Letters, or the name where there are none."""
    issuer: str
    """Who gives it."""
    kind: str
    """What kind of credential it is, in words; empty for a certification judged here."""
    fit_code: str
    """One of the codes of the list ``fit_code``."""
    label: str
    """What people read for it."""
    reason: str
    """Why, in a sentence."""
    place: str
    """Place whose rules ask for it; empty where none does."""
    source_ids: tuple[str, ...]
    """Who says what the credential is for."""
    is_ours: bool
    """Whether the fit is our view, rather than what the source says."""


class Gap(NamedTuple):
    """That no national certification is made for a job type."""

    words: str
    """The same, in a sentence."""
    instead: str
    """What people hold instead, in a sentence or two."""
    source_ids: tuple[str, ...]
    """What it rests on."""


class OtherCredential(NamedTuple):
    """A credential that people hold instead or besides, and that is not judged here."""

    other_credential_id: str
    """Key of the credential."""
    name: str
    """Full name, with its letters where it has any."""
    kind: str
    """What kind of credential it is, in words."""
    issuer: str
    """Who gives it."""
    words: str
    """Whom it is for, and what it is."""
    source_ids: tuple[str, ...]
    """Who says so."""


def fits_of(job_type_id: str) -> tuple[Fit, ...]:
    """Return every credential that was looked at for a job type: what fits best comes first.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> [(one.acronym, one.label) for one in fits_of("hospital")][:2]
    [('ACM-RN', 'Made for it'), ('ACM-SW', 'Made for it')]
    """
    found = [_fit(row) for row in rows_of("job_credentials", check_job(job_type_id))]
    ranks = code_names("fit_code")
    return tuple(sorted(found, key=lambda one: ranks.index(one.fit_code)))


def jobs_for(
    certification_id: str, *, fits: tuple[str, ...] = (MADE_FOR, POSSIBLE)
) -> tuple[Fit, ...]:
    """Return the job types that a certification fits: those it is made for come first.

    Parameters
    ----------
    certification_id
        Key of the certification.
    fits
        Codes of the list ``fit_code`` that are wanted.

    Raises
    ------
    UnknownNameError
        If there is no such certification.

    Examples
    --------
    >>> [one.job_type_id for one in jobs_for("cmc")]
    ['geriatric', 'home_health']
    """
    rows = rows_where("job_credentials", certification_id=check_certification(certification_id))
    found = [_fit(row) for row in rows if row["fit_code"] in fits]
    ranks = code_names("fit_code")
    return tuple(sorted(found, key=lambda one: ranks.index(one.fit_code)))


def gap_of(job_type_id: str) -> Gap | None:
    """Return that no national certification is made for a job type; None where one is.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> gap_of("housing").words
    'No national certification is made for housing case managers.'
    >>> gap_of("hospital") is None
    True
    """
    rows = rows_of("job_gaps", check_job(job_type_id))
    if not rows:
        return None
    row = rows[0]
    return Gap(str(row["gap_text"]), str(row["held_instead_text"]), (str(row["source_id"]),))


def other_credentials() -> tuple[OtherCredential, ...]:
    """Return the credentials that people hold instead or besides.

    Examples
    --------
    >>> [one.name for one in other_credentials()][:2][1]
    'Certified Corrections Officer (CCO)'
    """
    return tuple(
        OtherCredential(
            str(row["other_credential_id"]),
            _other_name(row),
            code_label("credential_kind_code", str(row["credential_kind_code"])),
            str(row["given_by_name"]),
            str(row["credential_text"]),
            (str(row["source_id"]),),
        )
        for row in table("other_credentials")
    )


def answer_for(job_type_id: str) -> str:
    """Say which certifications fit a job type, or that none is made for it, in short.

    Raises
    ------
    UnknownNameError
        If there is no such job type.

    Examples
    --------
    >>> answer_for("geriatric")
    'Made for this work: CMC and CCM.'
    >>> answer_for("legal")[:56]
    'No national certification for case managers fits this jo'
    """
    fits = fits_of(job_type_id)
    gap = gap_of(job_type_id)
    made, may = _letters(fits, MADE_FOR), _letters(fits, POSSIBLE)
    sentences = []
    if gap is not None:
        sentences += [gap.words, gap.instead]
    elif made:
        sentences.append(say("jobs.answer.made_for", names=join_words(made)))
    else:
        sentences.append(say("jobs.answer.none_alone"))
    if may and not made:
        sentences.append(say("jobs.answer.may_fit", names=join_words(may[:_TOLD_FIRST])))
    sentences += [
        say("jobs.answer.required", place=one.place, name=one.name)
        for one in fits
        if one.fit_code == REQUIRED_SOMEWHERE
    ]
    return " ".join(sentences)


def _letters(fits: tuple[Fit, ...], code: str) -> list[str]:
    return [one.acronym for one in fits if one.fit_code == code]


def _fit(row: Row) -> Fit:
    code = str(row["fit_code"])
    return Fit(
        job_type_id=str(row["job_type_id"]),
        certification_id=_key(row["certification_id"]),
        other_credential_id=_key(row["other_credential_id"]),
        **_names(row),
        fit_code=code,
        label=code_label("fit_code", code),
        reason=str(row["reason_text"]),
        place=str(row["place_text"] or ""),
        source_ids=(str(row["source_id"]),),
        is_ours=is_ours(row),
    )


def _names(row: Row) -> dict[str, str]:
    if row["certification_id"] is not None:
        names = names_of(str(row["certification_id"]))
        return {
            "name": names["full_name"],
            "acronym": names["acronym"],
            "issuer": names["issuer_name"],
            "kind": "",
        }
    other = rows_where("other_credentials", other_credential_id=row["other_credential_id"])[0]
    return {
        "name": _other_name(other),
        "acronym": str(other["acronym"] or other["other_credential_name"]),
        "issuer": str(other["given_by_name"]),
        "kind": code_label("credential_kind_code", str(other["credential_kind_code"])),
    }


def _other_name(row: Row) -> str:
    name, letters = row["other_credential_name"], row["acronym"]
    return say("certification.full_name", name=name, acronym=letters) if letters else str(name)


def _key(cell: object) -> str | None:
    return None if cell is None else str(cell)
