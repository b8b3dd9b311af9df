"""The needs of a rule as a panel shows them: ways, sources, and where pages differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casecert_data.catalog import say
from casecert_data.eligibility import Decision, Need, Rule, needs_of
from casecert_data.panels._difference_view import (
    DifferencesView,
    differences_view,
    other_outcomes,
)
from casecert_data.panels._sources import Cited, cited

NOT_NEEDED = "not_needed"
"""How an option is shown that nobody has to fill."""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One box, or one line where there is no choice."""

    text: str
    """What it asks for."""
    outcome: str | None
    """An outcome or ``not_needed``; None where nobody is judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView:
    """One thing that is asked for, with the ways to fill it."""

    title: str
    """Its heading."""
    how: str
    """Whether one way is enough, in words; empty where there is only one."""
    options: tuple[OptionView, ...]
    """The ways, or the parts that are all needed."""
    is_choice: bool
    """Whether the options are alternatives."""
    note: str
    """A sentence that holds for all of them."""
    cited: Cited
    """Who says so."""
    differences: DifferencesView | None
    """Where pages differ on it."""


def need_views(
    rule: Rule, decision: Decision | None, other: Decision | None, on: date
) -> tuple[NeedView, ...]:
    """Return the needs of a rule in its order.

    Parameters
    ----------
    rule
        The rule that answers.
    decision
        What it came to; None where nobody is judged.
    other
        What the other edition's rule came to, to show where that is another outcome.
    on
        Day on which the sources' ages are told.

    Examples
    --------
    >>> from casecert_data.eligibility import read_rule
    >>> views = need_views(read_rule("acm_rn"), None, None, date(2026, 11, 23))
    >>> [(view.title, view.differences is not None) for view in views][:2]
    [('Background', True), ('Work', True)]
    """
    by_need = _source_ids(rule)
    others = {} if decision is None else other_outcomes(decision, other, on)
    return tuple(
        _view(
            need,
            cited(by_need.get(need.id, ()), on),
            differences_view(rule.certification_id, need.id, on, other=others.get(need.id)),
        )
        for need in needs_of(rule, decision)
    )


def _source_ids(rule: Rule) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    places = rule.places()
    for criterion in rule.criteria():
        need_id, _ = places[criterion.id]
        found.setdefault(need_id, []).extend(criterion.source_ids())
    return found


def _view(need: Need, where: Cited, differences: DifferencesView | None) -> NeedView:
    how = ""
    if len(need.ways) > 1:
        how = say("page.any_one" if need.is_choice else "panel.compare.all_of")
    title = need.title
    if need.is_conditional:
        # It never comes first, and stands after an "and".
        title = title[:1].lower() + title[1:]
    return NeedView(
        title=title,
        how=how,
        options=tuple(_options(need)),
        is_choice=need.is_choice,
        note=need.note,
        cited=where,
        differences=differences,
    )


def _options(need: Need) -> Iterator[OptionView]:
    for way in need.ways:
        # The few words of a row would only say the heading again.
        says_heading = need.is_conditional or way.row == need.title
        # What does not arise is not missing.
        outcome = NOT_NEEDED if need.is_waived else way.outcome
        yield OptionView(way.text if says_heading else way.row, outcome)
