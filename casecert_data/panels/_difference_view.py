"""Where two pages differ, as it stands beside the requirement: two tagged rows each."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from casecert_data.credentials import Difference, differences_of
from casecert_data.eligibility import Decision, Need, names_of, needs_of, read_rule
from casecert_data.panels._sources import (
    ARTICLE,
    Cited,
    Tag,
    as_sentence,
    cited,
    edition_tag,
    main_source_of,
    tag_of,
)


class Side(NamedTuple):
    """What one of the two pages says."""

    tag: Tag
    """Whose page it is."""
    text: str
    """What it says."""
    cited: Cited
    """The page."""


class DifferenceView(NamedTuple):
    """One point on which two pages differ."""

    name: str
    """What the pages differ in."""
    sides: tuple[Side, Side]
    """The article first."""
    note: str
    """Since when, how sure it is, and why."""
    is_judged: bool
    """Whether it can change an outcome."""


class OtherOutcome(NamedTuple):
    """What a need comes to by another edition's words."""

    edition: str
    """The edition."""
    outcome: str
    """The outcome."""


class DifferencesView(NamedTuple):
    """All differences on one need, or on the exam."""

    name: str
    """Tells it from every other on the page."""
    differences: tuple[DifferenceView, ...]
    """At least one."""
    other: OtherOutcome | None
    """The outcome by the other edition's words, where that is not the same."""

    @property
    def first(self) -> tuple[DifferenceView, ...]:
        """Those that can change an outcome; all where none can."""
        return tuple(one for one in self.differences if one.is_judged) or self.differences

    @property
    def rest(self) -> tuple[DifferenceView, ...]:
        """Those that come after: they change no outcome."""
        return tuple(one for one in self.differences if one not in self.first)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Name the pages that differ."""
        sides = [side for one in self.differences for side in one.sides]
        return tuple(dict.fromkeys(key for side in sides for key in side.cited.source_ids))


def differences_view(
    certification_id: str, part_code: str, on: date, *, other: OtherOutcome | None = None
) -> DifferencesView | None:
    """Return the differences on one part of a certification; None where there are none.

    Parameters
    ----------
    certification_id
        Key of the certification.
    part_code
        Name of the need, or ``exam``.
    on
        Day on which the pages' ages are told.
    other
        What the other edition comes to, where that is not the same.

    Examples
    --------
    >>> found = differences_view("acm_rn", "work", date(2026, 11, 23))
    >>> [side.text for side in found.differences[0].sides]
    ['One year, or 2,080 hours.', '2,080 hours; months alone do not do.']
    """
    found = [one for one in differences_of(certification_id) if one.part_code == part_code]
    if not found:
        return None
    name = f"differences-{certification_id}-{part_code}"
    return DifferencesView(name, tuple(_view(one, on) for one in found), other)


def other_outcomes(
    decision: Decision, other: Decision | None, on: date
) -> Mapping[str, OtherOutcome]:
    """Return the needs that come to something else by another edition's words.

    Examples
    --------
    >>> from casecert_data import decide
    >>> months = {"health_system_cm_months": 16}
    >>> asked = {"on": "2026-11-23", "certifications": ["acm_rn"]}
    >>> mine = decide(months, **asked).decisions[0]
    >>> article = decide(months, edition="article", **asked).decisions[0]
    >>> other_outcomes(mine, article, date(2026, 11, 23))
    {'work': OtherOutcome(edition='article', outcome='met')}
    """
    if other is None:
        return {}
    mine = {need.id: need.outcome for need in _needs(decision, on)}
    return {
        need.id: OtherOutcome(other.rule_edition, need.outcome)
        for need in _needs(other, on)
        if need.outcome is not None and mine.get(need.id) not in {None, need.outcome}
    }


def _needs(decision: Decision, on: date) -> tuple[Need, ...]:
    rule = read_rule(decision.certification_id, edition=decision.rule_edition, on=on)
    return needs_of(rule, decision)


def _view(one: Difference, on: date) -> DifferenceView:
    issuer = names_of(one.certification_id)["issuer_name"]
    article = Side(
        edition_tag(ARTICLE), one.article_text, cited([str(main_source_of(ARTICLE))], on)
    )
    other = Side(tag_of(one.source_id, issuer), one.other_text, cited([one.source_id], on))
    note = " ".join((as_sentence(one.since), as_sentence(one.sure_word), one.why))
    return DifferenceView(one.name, (article, other), note, one.is_judged)
