"""The short table of the certifications that a person's page does not tell in full."""

from collections.abc import Sequence

from casecert_data.catalog import join_words, rows_where, say
from casecert_data.eligibility import (
    NOT_MET,
    Decision,
    names_of,
    needs_of,
    read_rule,
)
from casecert_data.reporting._blocks import Column, Inline, Row, Span, TablePart

_WIDTHS = (48, 34, 18)


def others_table(decisions: Sequence[Decision]) -> TablePart:
    """Return a row for each decision: what it is, what it is about or asks for, the outcome.

    Parameters
    ----------
    decisions
        At least one, from top to bottom.
    """
    columns = tuple(
        Column((Span.plain(say(f"person_page.others.{name}")),))
        for name in ("certification", "about", "result")
    )
    return TablePart(
        say("person_page.others.caption"),
        columns,
        tuple(Row(_cells(one)) for one in decisions),
        _WIDTHS,
    )


def _cells(decision: Decision) -> tuple[Inline, ...]:
    name = names_of(decision.certification_id)["full_name"]
    result = Span.outcome(decision.outcome)  # type: ignore[arg-type]
    return ((Span.plain(name),), (Span.plain(_about(decision)),), (result,))


def _about(decision: Decision) -> str:
    rule = read_rule(decision.certification_id, edition=decision.rule_edition)
    asked = [
        need.asks_for
        for need in needs_of(rule, decision)
        if need.decides_who and need.outcome == NOT_MET
    ]
    if asked:
        return say("person_page.others.asks_for", asked=join_words(asked))
    field = rows_where("certification_fields", certification_id=decision.certification_id)
    return say("person_page.others.field", field=field[0]["field_text"])
