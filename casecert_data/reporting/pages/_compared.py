"""Which certifications a page is about: two to four side by side, or any number on a form."""

import re
from collections.abc import Iterable

from casecert_data.eligibility import certification_ids, refuse_closed
from casecert_data.errors import ReportError

FEWEST, MOST = 2, 4
"""With one there is nothing to compare; more than four columns cannot be read on paper."""

ALL = "all"
"""Stands for every certification."""

_BETWEEN = re.compile(r"[,;\s]+")


def compared_ids(named: str | Iterable[str]) -> tuple[str, ...]:
    """Read the keys of the certifications to compare, in their order.

    Parameters
    ----------
    named
        The keys; in a text with commas, semicolons or blanks between them.

    Raises
    ------
    ReportError
        If there are fewer than two or more than four, one is named twice, or one is not known.

    Examples
    --------
    >>> compared_ids("ccm, acm_rn;cmgt_bc")
    ('ccm', 'acm_rn', 'cmgt_bc')
    >>> compared_ids(["acm_sw", "ccm"])
    ('acm_sw', 'ccm')
    """
    ids, known = _known_ids(named), certification_ids()
    if not FEWEST <= len(ids) <= MOST:
        raise ReportError.not_comparable(FEWEST, MOST, ids, known)
    return ids


def asking_ids(named: str | Iterable[str]) -> tuple[str, ...]:
    """Read the keys of the certifications whose questions a form asks, in their order.

    Parameters
    ----------
    named
        The keys, as for `compared_ids`; or ``all``.

    Raises
    ------
    ReportError
        If none is named, one is named twice, or one is not known.

    Examples
    --------
    >>> asking_ids("ccm, cdms")
    ('ccm', 'cdms')
    >>> asking_ids("all") == certification_ids()
    True
    """
    if named == ALL:
        return certification_ids()
    ids = _known_ids(named)
    if not ids:
        raise ReportError.none_named(ALL, certification_ids())
    return ids


def _known_ids(named: str | Iterable[str]) -> tuple[str, ...]:
    ids = tuple(filter(None, _BETWEEN.split(named) if isinstance(named, str) else named))
    known = certification_ids()
    unknown = [one for one in ids if one not in known]
    for one in unknown:
        refuse_closed(one)
    if unknown:
        raise ReportError.unknown_certifications(unknown, known)
    if len(set(ids)) < len(ids):
        raise ReportError.named_twice([one for one in dict.fromkeys(ids) if ids.count(one) > 1])
    return ids
