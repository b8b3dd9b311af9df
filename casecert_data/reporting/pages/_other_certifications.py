"""The few lines on certifications that a person's page does not tell in full."""

from collections.abc import Iterator, Mapping, Sequence

from casecert_data.catalog import join_words, say
from casecert_data.credentials import TIERS, Offer, bases_of, offers_for
from casecert_data.eligibility import MET, NOT_MET, UNKNOWN, Decision, Facts, names_of
from casecert_data.reporting.model._blocks import Inline, Span, TextPart
from casecert_data.reporting.pages._shown import spaced


def others_parts(decisions: Sequence[Decision], facts: Facts) -> Iterator[TextPart]:
    """Yield a paragraph for each group of people that certifications are for.

    Parameters
    ----------
    decisions
        In a paragraph they come by outcome, and keep this order.
    facts
        What the person stated.
    """
    by_id = {one.certification_id: one for one in offers_for(facts)}
    # Where no profession is known, none can be called the person's own.
    form = "" if bases_of(facts) else "any_"
    for tier in TIERS:
        of_tier = [one for one in decisions if by_id[one.certification_id].tier == tier]
        if of_tier:
            head = Span.strong(say(f"person_page.others.{form}{tier}"))
            yield TextPart(spaced(head, *_lines(of_tier, by_id)), small=True)


def _lines(decisions: Sequence[Decision], offers: Mapping[str, Offer]) -> Iterator[Inline]:
    for outcome in (MET, UNKNOWN, NOT_MET):
        by_field: dict[str, list[str]] = {}
        for one in decisions:
            if one.outcome == outcome:
                # Its letters and its field: ten full names would be a page of names.
                acronym = names_of(one.certification_id)["acronym"]
                by_field.setdefault(offers[one.certification_id].field, []).append(acronym)
        named = [
            say("person_page.others.named", acronyms=join_words(acronyms), field=field)
            for field, acronyms in by_field.items()
        ]
        if named:
            mark = Span.outcome(outcome)  # type: ignore[arg-type]
            words = say("person_page.others.line", names=join_words(named))
            yield spaced(mark, Span.plain(words))
