"""Where two pages differ, as it stands beside the requirement: two tagged rows each."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from casecert_data.catalog import as_sentence
from casecert_data.credentials import Difference, differences_for, differences_of
from casecert_data.eligibility import Decision, Need, names_of, needs_of, read_rule
from casecert_data.panels._sources import (
    ARTICLE,
    ISSUER,
    Cited,
    Tag,
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
    comes_first: bool
    """Whether it is what changes the outcome; where none does, whether it could."""


class OtherOutcome(NamedTuple):
    """What a need comes to by another edition's words."""

    edition: str
    """The edition."""
    outcome: str
    """The outcome."""
    difference_ids: frozenset[str] = frozenset()
    """The differences that this person's answers show, on this need or another."""


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
        """Those that come first; all where none does."""
        return tuple(one for one in self.differences if one.comes_first) or self.differences

    @property
    def rest(self) -> tuple[DifferenceView, ...]:
        """Those that come after: they change nothing here."""
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
    >>> [side.tag.words for side in found.differences[0].sides]
    ['Article', 'Issuer']
    """
    found = [one for one in differences_of(certification_id) if one.part_code == part_code]
    if not found:
        return None
    shown = set() if other is None else other.difference_ids
    name = f"differences-{certification_id}-{part_code}"
    return DifferencesView(
        name,
        tuple(
            _view(one, on, comes_first=one.difference_id in shown if shown else one.is_judged)
            for one in found
        ),
        other,
    )


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
    {'work': OtherOutcome(..., outcome='met', difference_ids=frozenset({'acm_rn_months'}))}
    """
    if other is None or other.rule_edition == decision.rule_edition:
        return {}
    by_edition = {one.rule_edition: one for one in (decision, other)}
    shown = differences_for(by_edition[ISSUER], by_edition[ARTICLE])
    ids = frozenset(one.difference_id for one in shown)
    mine = {need.id: need.outcome for need in _needs(decision, on)}
    return {
        need.id: OtherOutcome(other.rule_edition, need.outcome, ids)
        for need in _needs(other, on)
        if need.outcome is not None and mine.get(need.id) not in {None, need.outcome}
    }


def _needs(decision: Decision, on: date) -> tuple[Need, ...]:
    rule = read_rule(decision.certification_id, edition=decision.rule_edition, on=on)
    return needs_of(rule, decision)


def _view(one: Difference, on: date, *, comes_first: bool) -> DifferenceView:
    issuer = names_of(one.certification_id)["issuer_name"]
    article = Side(
        edition_tag(ARTICLE), one.article_text, cited([str(main_source_of(ARTICLE))], on)
    )
    other = Side(tag_of(one.source_id, issuer), one.other_text, cited([one.source_id], on))
    note = " ".join((as_sentence(one.since), as_sentence(one.sure_word), one.why))
    return DifferenceView(one.name, (article, other), note, comes_first)
