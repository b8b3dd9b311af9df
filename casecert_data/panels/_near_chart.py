"""How near: the numbers that are there against those that are needed, for several certifications."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casecert_data.catalog import say
from casecert_data.charts import Chart, ChartTable, Gap, gap_bars, gaps_of
from casecert_data.eligibility import MET, NOT_MET, Decision, Need, names_of, needs_of, read_rule
from casecert_data.panels._compare_sentence import names_in_sentence


@dataclass(frozen=True, slots=True)
class _Group:
    """The gaps of one need."""

    certification_id: str
    need: Need
    gaps: tuple[Gap, ...]

    @property
    def head(self) -> str:
        """What stands above the bars: for what they are, and whether one of them is enough."""
        is_choice = self.need.is_choice and len(self.gaps) > 1
        return say(
            f"panel.near.{'group_choice' if is_choice else 'group'}",
            name=names_of(self.certification_id)["button_name"],
            need=self.need.title[:1].lower() + self.need.title[1:],
        )


def near_chart(decisions: Sequence[Decision]) -> Chart | None:
    """Draw each number that is not there yet; None where none is missing, or nothing is known.

    Certifications that are not for this person, and needs of which nothing is known, are left out:
    their bars would say nothing.

    Examples
    --------
    >>> from casecert_data import decide
    >>> nurse = {"license_codes": ["RN"], "ncm_hours_last_36_months": 1400}
    >>> chart = near_chart(decide(nurse, on="2026-11-23", certifications=["cmgt_bc"]).decisions)
    >>> chart.title
    'Some numbers are not there yet for the ANCC Nursing Case Management.'
    """
    groups = [group for decision in decisions for group in _groups(decision)]
    if not groups:
        return None
    drawn = gap_bars([gap for group in groups for gap in group.gaps], chart_id="near")
    heads = [group.head for group in groups for _ in group.gaps]
    named = list(dict.fromkeys(group.certification_id for group in groups))
    return replace(
        drawn,
        title=say("panel.near.title", names=names_in_sentence(named)),
        sentence=" ".join(_sentence(group) for group in groups),
        lanes=tuple(
            replace(lane, group=head) for lane, head in zip(drawn.lanes, heads, strict=True)
        ),
        table=_table(drawn.table, heads),
    )


def _groups(decision: Decision) -> Iterator[_Group]:
    rule = read_rule(decision.certification_id, edition=decision.rule_edition)
    needs = needs_of(rule, decision)
    if any(need.decides_who and need.outcome == NOT_MET for need in needs):
        return
    gaps = iter(gaps_of(decision))
    for need in needs:
        own = tuple(next(gaps) for _ in range(_gap_count(need)))
        if any(not gap.is_blank for gap in own):
            yield _Group(decision.certification_id, need, own)


def _gap_count(need: Need) -> int:
    """Count the gaps that `gaps_of` finds in a need."""
    if need.outcome == MET:
        return 0
    return sum(
        finding.outcome != MET and finding.needed.comparison == "at_least"
        for way in need.ways
        for finding in way.findings
    )


def _sentence(group: _Group) -> str:
    return say("panel.near.sentence", group=group.head, rest=gap_bars(group.gaps).sentence)


def _table(drawn: ChartTable, heads: Sequence[str]) -> ChartTable:
    return ChartTable(
        caption=say("panel.near.caption"),
        columns=(say("panel.near.certification"), *drawn.columns),
        rows=tuple((head, *row) for head, row in zip(heads, drawn.rows, strict=True)),
        numeric=tuple(column + 1 for column in drawn.numeric),
    )
