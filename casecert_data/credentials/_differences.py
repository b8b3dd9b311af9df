"""Where the article and an issuer's page, or another page, say different things."""

from typing import NamedTuple

from casecert_data.catalog import code_label, rows_where
from casecert_data.eligibility import MET, NOT_MET, Decision, Finding, check_certification


class Difference(NamedTuple):
    """One point on which two pages differ."""

    difference_id: str
    """Key of the difference."""
    certification_id: str
    """Key of the certification."""
    name: str
    """What the pages differ in, in a few words."""
    part_code: str
    """The need of the rule that it is about, or ``exam``."""
    part: str
    """The same in words."""
    criterion_id: str
    """The criterion that it is about, in the rule of either edition; empty for none."""
    stated_code: str
    """Code that somebody must have stated for it to concern them; empty for anybody."""
    article_text: str
    """What the article says."""
    other_text: str
    """What the other page says."""
    since: str
    """Since when, as far as a page tells."""
    sure_word: str
    """How sure it is."""
    why: str
    """Why it is that sure, in a sentence."""
    is_judged: bool
    """Whether it can change an outcome."""
    source_id: str
    """The other page."""


def differences_of(
    certification_id: str, *, judged_only: bool = False
) -> tuple[Difference, ...]:
    """Return where the article and other pages differ on a certification.

    Parameters
    ----------
    certification_id
        Key of the certification.
    judged_only
        Whether to leave out what cannot change an outcome.

    Raises
    ------
    UnknownNameError
        If there is no such certification.

    Examples
    --------
    >>> [one.other_text for one in differences_of("acm_rn", judged_only=True)]
    ['2,080 hours. One year is no longer named.']
    """
    return tuple(
        Difference(
            difference_id=str(row["difference_id"]),
            certification_id=certification_id,
            name=str(row["difference_name"]),
            part_code=str(row["part_code"]),
            part=code_label("part_code", str(row["part_code"])),
            criterion_id=str(row["criterion_id"] or ""),
            stated_code=str(row["stated_code"] or ""),
            article_text=str(row["article_text"]),
            other_text=str(row["other_text"]),
            since=str(row["since_text"]),
            sure_word=code_label("confidence_code", str(row["confidence_code"])),
            why=str(row["confidence_text"]),
            is_judged=bool(row["is_judged"]),
            source_id=str(row["source_id"]),
        )
        for row in rows_where(
            "differences", certification_id=check_certification(certification_id)
        )
        if row["is_judged"] or not judged_only
    )


def differences_for(of_issuer: Decision, of_article: Decision) -> tuple[Difference, ...]:
    """Return the differences that one person's outcomes show.

    Parameters
    ----------
    of_issuer, of_article
        The same person's decisions on one certification, by either edition.

    Returns
    -------
    tuple
        Those whose criterion came out differently; that only the issuer asks for, where it is
        not met and is all that stands in the way; and that only the article lets pass, where
        it is met.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {"license_codes": ["RN"], "health_system_cm_months": 12}
    >>> issuer, article = (
    ...     decide(nurse, on="2026-11-23", edition=one, certifications=["acm_rn"]).decisions[0]
    ...     for one in ("issuer", "article")
    ... )
    >>> [one.name for one in differences_for(issuer, article)]
    ['Months or hours']
    """
    here = {one.id: one for one in of_issuer.criteria}
    there = {one.id: one for one in of_article.criteria}
    return tuple(
        one
        for one in differences_of(of_issuer.certification_id, judged_only=True)
        if _shows(here.get(one.criterion_id), there.get(one.criterion_id))
        and not _is_idle(here.get(one.criterion_id), of_issuer)
        and _concerns(one.stated_code, here.get(one.criterion_id))
    )


def _shows(by_issuer: Finding | None, by_article: Finding | None) -> bool:
    if by_issuer is None:
        return by_article is not None and by_article.outcome == MET
    if by_article is None:
        return by_issuer.outcome != MET
    return by_issuer.outcome != by_article.outcome


def _is_idle(finding: Finding | None, decision: Decision) -> bool:
    # Whether a degree was accredited is idle for a degree that would not count anyway.
    return finding is not None and any(
        one.outcome == NOT_MET
        for one in decision.criteria
        if (one.group, one.way) == (finding.group, finding.way) and one.id != finding.id
    )


def _concerns(stated_code: str, finding: Finding | None) -> bool:
    if not stated_code:
        return True
    found = None if finding is None else finding.found
    return isinstance(found, tuple) and stated_code in found
