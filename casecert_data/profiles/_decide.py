"""The public `decide`: a profile in, an answer for each certification out."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

from casecert_data.catalog import rows_where
from casecert_data.eligibility import (
    NO_RULINGS,
    Answer,
    Decision,
    Rule,
    Ruling,
    certification_ids,
    check_certification,
    check_rulings,
    decide_rule,
    read_rule,
    state_on,
)
from casecert_data.errors import DateRefusedError, ProfileError, UnknownNameError
from casecert_data.profiles._assume import Assumptions, assumed, read_assumptions
from casecert_data.profiles._read_profile import Profile, read_profile

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

EDITIONS = ("issuer", "article")
"""The readings that can be asked for."""


def decide(
    profile: Path | str | Mapping[str, object] | Profile,
    *,
    edition: str = "issuer",
    on: date | str | None = None,
    certifications: Iterable[str] | None = None,
    assume: Assumptions | Iterable[str] | None = None,
) -> Answer:
    """Decide the certifications for one person.

    Parameters
    ----------
    profile
        Path of a TOML or JSON file, or a mapping of fact names to values. Blank means unknown.
    edition
        Whose words to follow: ``issuer`` or ``article``. Where an issuer's rule could not be
        read, the article's answers, and ``rule_edition`` says so.
    on
        Day asked about; None for today.
    certifications
        Keys of certifications; None for all.
    assume
        Facts to take for granted where they are blank.

    Returns
    -------
    Answer
        One decision for each certification, in the order of the contract.

    Raises
    ------
    CasecertError
        If the profile, the day or a name cannot be taken; the message says what to do.

    Examples
    --------
    >>> nurse = {
    ...     "license_codes": ["RN"],
    ...     "health_system_cm_hours": 2080,
    ...     "has_supervisor_contact": True,
    ... }
    >>> answer = decide(nurse, on="2026-11-23", certifications=["acm_rn"])
    >>> answer.decisions[0].outcome
    'met'
    """
    assumptions = assume if isinstance(assume, Mapping) else read_assumptions(assume or ())
    return decide_profile(
        read_profile(profile),
        edition=edition,
        on=read_day("on", on),
        certifications=certifications,
        assumptions=assumptions,
    )


def decide_profile(
    profile: Profile,
    *,
    edition: str,
    on: date,
    certifications: Iterable[str] | None = None,
    assumptions: Assumptions,
) -> Answer:
    """Decide the certifications for a profile that was read already; as `decide`.

    Examples
    --------
    >>> from datetime import date
    >>> unknown = decide_profile(
    ...     read_profile({}), edition="issuer", on=date(2026, 11, 23), assumptions={}
    ... )
    >>> {decision.outcome for decision in unknown.decisions}
    {'unknown'}
    """
    if edition not in EDITIONS:
        raise UnknownNameError.among("edition", edition, EDITIONS)
    named = None if certifications is None else [check_certification(c) for c in certifications]
    filled = assumed(profile, assumptions)
    state = state_on(filled.facts, as_of=filled.as_of, on=on)
    ruled = _rulings_on(filled, on)
    decisions: list[Decision] = []
    left_out: list[str] = []
    unused: list[str] = []
    for one in certification_ids():
        if named is not None and one not in named:
            continue
        try:
            rule = read_rule(one, edition=edition, on=on)
        except DateRefusedError:
            if named is not None:
                raise
            left_out.append(one)
            continue
        rulings = ruled.get(one, NO_RULINGS)
        if rulings and not _counts_rulings(rule, edition):
            unused.append(one)
            rulings = NO_RULINGS
        check_rulings(rule, state, rulings)
        decisions.append(decide_rule(rule, state, rulings))
    return Answer(
        on=on,
        edition=edition,
        decisions=tuple(decisions),
        assumed=tuple((name, str(value)) for name, value in assumptions.items()),
        left_out=tuple(left_out),
        rulings_left_out=tuple(unused),
    )


def _rulings_on(profile: Profile, on: date) -> dict[str, dict[str, Ruling]]:
    ruled: dict[str, dict[str, Ruling]] = {}
    for one in profile.rulings:
        if one.ruled_on > on:
            about = (one.certification_id, one.criterion_id)
            raise ProfileError.ruled_after(*about, on, one.ruled_on)
        ruled.setdefault(one.certification_id, {})[one.criterion_id] = one
    return ruled


def _counts_rulings(rule: Rule, edition: str) -> bool:
    """Tell whether what an issuer said counts: not in an edition that is one page's words."""
    # Where that page's rule only stands in for the issuer's, the issuer's answer comes first.
    is_of_one_page = rows_where("editions", edition_id=edition)[0]["main_source_id"]
    return not is_of_one_page or rule.edition_id != edition


def read_day(option: str, day: date | str | None) -> date:
    """Return a day; today for None.

    Parameters
    ----------
    option
        What the caller named it, for the message.
    day
        A day, or its text as YYYY-MM-DD.

    Raises
    ------
    DateRefusedError
        If there is no such day.

    Examples
    --------
    >>> read_day("--on", "2026-11-23")
    datetime.date(2026, 11, 23)
    """
    if day is None:
        return datetime.now().astimezone().date()
    if isinstance(day, date):
        # A moment is a day too for Python, but not one that can be compared with days.
        return day.date() if isinstance(day, datetime) else day
    # Python would also read a week's day, such as 2026-W48-1.
    if not _DAY.fullmatch(day):
        raise DateRefusedError.not_a_day(option, day)
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise DateRefusedError.not_a_day(option, day) from None
