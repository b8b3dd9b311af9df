"""Where the article and an issuer's page, or another page, say different things."""

from typing import NamedTuple

from casecert_data.catalog import code_label, rows_where, say


class Difference(NamedTuple):
    """One point on which two pages differ."""

    difference_id: str
    """Key of the difference."""
    certification_id: str
    """Key of the certification."""
    part_code: str
    """The need of the rule that it is about, or ``exam``."""
    part: str
    """The same in words."""
    article_text: str
    """What the article says."""
    other_text: str
    """What the other page says."""
    since: str
    """Since when, as far as a page tells."""
    sure: str
    """How sure it is, and why."""
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

    Examples
    --------
    >>> [one.other_text for one in differences_of("acm_rn", judged_only=True)]
    ['2,080 hours; months alone do not do.']
    """
    return tuple(
        Difference(
            difference_id=str(row["difference_id"]),
            certification_id=certification_id,
            part_code=str(row["part_code"]),
            part=code_label("part_code", str(row["part_code"])),
            article_text=str(row["article_text"]),
            other_text=str(row["other_text"]),
            since=str(row["since_text"]),
            sure=say(
                "credential.sure",
                how=code_label("confidence_code", str(row["confidence_code"])),
                why=row["confidence_text"],
            ),
            is_judged=bool(row["is_judged"]),
            source_id=str(row["source_id"]),
        )
        for row in rows_where("differences", certification_id=certification_id)
        if row["is_judged"] or not judged_only
    )
