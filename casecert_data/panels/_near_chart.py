"""How near: the numbers that are there against those that are needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casecert_data.catalog import say
from casecert_data.charts import Chart, Gap, gap_bars, gaps_of
from casecert_data.eligibility import (
    MET,
    NOT_MET,
    Decision,
    Facts,
    FactValue,
    Interval,
    Need,
    names_of,
    needs_of,
    read_rule,
)
from casecert_data.panels._compare_sentence import names_in_sentence


@dataclass(frozen=True, slots=True)
class _Group:
    """Gaps of one certification: one of them is enough, or all are needed."""

    certification_id: str
    is_choice: bool
    gaps: tuple[Gap, ...]

    @property
    def head(self) -> str:
        """What stands above the bars."""
        name = names_of(self.certification_id)["button_name"]
        if len(self.gaps) == 1:
            return name
        return say(f"panel.near.{'any_one' if self.is_choice else 'all'}", name=name)


def near_chart(decisions: Sequence[Decision], known: Facts | None = None) -> Chart | None:
    """Draw each number that is not there yet; None where none is missing, or nothing is known.

    Certifications that are not for this person, and needs of which nothing is known, are left
    out: their bars would say nothing.

    Parameters
    ----------
    decisions
        The decisions, from top to bottom.
    known
        The facts on the day asked about, where they have aged since they were stated.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {"license_codes": ["RN"], "ncm_hours_last_36_months": 1400}
    >>> chart = near_chart(decide(nurse, on="2026-11-23", certifications=["cmgt_bc"]).decisions)
    >>> chart.title
    'Some numbers are not there yet for the ANCC Nursing Case Management.'
    """
    groups = [group for decision in decisions for group in _groups(decision, known or {})]
    if not groups:
        return None
    drawn = gap_bars([gap for group in groups for gap in group.gaps], chart_id="near")
    heads = [group.head for group in groups for _ in group.gaps]
    named = list(dict.fromkeys(group.certification_id for group in groups))
    return replace(
        drawn,
        title=say("panel.near.title", names=names_in_sentence(named)),
        sentence="\n".join(_sentence(group) for group in groups),
        lanes=tuple(
            replace(lane, group=head) for lane, head in zip(drawn.lanes, heads, strict=True)
        ),
        table=replace(drawn.table, caption=say("panel.near.caption")),
    )


def _groups(decision: Decision, known: Facts) -> Iterator[_Group]:
    rule = read_rule(decision.certification_id, edition=decision.rule_edition)
    needs = needs_of(rule, decision)
    if any(need.decides_who and need.outcome == NOT_MET for need in needs):
        return
    gaps = iter(gaps_of(decision))
    together: list[Gap] = []
    for need in needs:
        own = tuple(_on_the_day(next(gaps), known.get(one)) for one in _facts_of_gaps(need))
        if all(gap.is_blank for gap in own):
            continue
        if need.is_choice:
            yield _Group(decision.certification_id, is_choice=True, gaps=own)
        else:
            together += own
    if together:
        yield _Group(decision.certification_id, is_choice=False, gaps=tuple(together))


def _facts_of_gaps(need: Need) -> list[str]:
    """Name the facts of the gaps that `gaps_of` finds in a need, in its order."""
    return [
        finding.fact
        for way in need.ways
        for finding in way.findings
        if MET not in {need.outcome, finding.outcome}
        and finding.needed.comparison == "at_least"
    ]


def _on_the_day(gap: Gap, known: FactValue | None) -> Gap:
    # What was stated last year may have grown, or left its window, since. How much at the most
    # says nothing where it is enough.
    if not isinstance(known, Interval):
        return gap
    is_enough = known.high is None or known.high >= gap.needed
    return replace(gap, found_low=known.low, found_high=None if is_enough else known.high)


def _sentence(group: _Group) -> str:
    return say("panel.near.sentence", group=group.head, rest=gap_bars(group.gaps).sentence)
