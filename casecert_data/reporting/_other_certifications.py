"""The few lines on certifications that a person's page does not tell in full."""

from collections.abc import Iterator, Mapping, Sequence

from casecert_data.catalog import join_words, say
from casecert_data.credentials import TIERS, Offer
from casecert_data.eligibility import MET, NOT_MET, UNKNOWN, Decision, names_of
from casecert_data.reporting._blocks import FactItem, FactsPart, Inline, Span
from casecert_data.reporting._shown import spaced


def others_part(decisions: Sequence[Decision], offers: Sequence[Offer]) -> FactsPart:
    """Return the certifications by whom they are for, a line for each outcome.

    Parameters
    ----------
    decisions
        At least one; in a line they keep this order.
    offers
        What each certification is to this person.
    """
    by_id = {one.certification_id: one for one in offers}
    items = tuple(
        FactItem(say(f"person_page.others.{tier}"), lines[0], lines[1:])
        for tier in TIERS
        if (lines := tuple(_lines([d for d in decisions if _tier(d, by_id) == tier], by_id)))
    )
    return FactsPart(items, wide=True)


def _lines(decisions: Sequence[Decision], offers: Mapping[str, Offer]) -> Iterator[Inline]:
    for outcome in (MET, UNKNOWN, NOT_MET):
        named = [_named(one, offers) for one in decisions if one.outcome == outcome]
        if named:
            told = join_words(named)
            mark = Span.outcome(outcome)  # type: ignore[arg-type]
            yield spaced(mark, Span.plain(say("person_page.others.line", names=told)))


def _named(decision: Decision, offers: Mapping[str, Offer]) -> str:
    # Its letters and its field: ten full names would be a page of names.
    acronym = names_of(decision.certification_id)["acronym"]
    field = offers[decision.certification_id].field
    return say("person_page.others.named", acronym=acronym, field=field)


def _tier(decision: Decision, offers: Mapping[str, Offer]) -> str:
    return offers[decision.certification_id].tier
