"""The rows of a comparison: what each certification asks for and takes, in few words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog import Row, as_sentence, join_words, rows_where, say, source
from casecert_data.credentials import FeeLine, Point, fee_lines, points_of
from casecert_data.eligibility import Decision, Need, Rule, headline, lowered, needs_of
from casecert_data.reporting.model._spans import Inline, Span
from casecert_data.reporting.pages._shown import (
    Citations,
    issuer_with_letters,
    spaced,
)

_WORK = "work"
_TO_PASS = {"application", "exam"}
_TO_KEEP = {"renewal"}
_KEPT_BY = ("validity", "education")


class Compared(NamedTuple):
    """One column of a comparison."""

    rule: Rule
    """What is asked for."""
    summary: Row
    """The certification in short, in the edition whose words the rule follows."""
    decision: Decision | None
    """What it came to for a person; None where nobody is judged."""
    is_asked_edition: bool
    """Whether the rule is in the words that were asked for."""

    @property
    def key(self) -> str:
        """Key of the certification."""
        return self.rule.certification_id


Cell = Callable[[Compared, Citations], Inline]
"""What one row says of one certification, with its references."""


def _outcome(of: Compared, cited: Citations) -> Inline:
    if of.decision is None:
        return ()
    return (
        Span.outcome(of.decision.outcome),  # type: ignore[arg-type]
        Span.plain(f" {headline(of.decision, cited.on)}"),
    )


def _audience(of: Compared, cited: Citations) -> Inline:
    return _told(str(of.summary["audience_text"]), [str(of.summary["source_id"])], cited)


def _field(of: Compared, cited: Citations) -> Inline:
    row = rows_where("certification_fields", certification_id=of.key)[0]
    words = str(row["field_text"])
    return _told(words[:1].upper() + words[1:], [str(row["source_id"])], cited)


def _background(of: Compared, cited: Citations) -> Inline:
    return _needs(of, cited, lambda need: need.decides_who)


def _work(of: Compared, cited: Citations) -> Inline:
    return _needs(of, cited, lambda need: need.id == _WORK and not need.decides_who)


def _others(of: Compared, cited: Citations) -> Inline:
    return _needs(of, cited, lambda need: need.id != _WORK and not need.decides_who)


def _needs(of: Compared, cited: Citations, is_meant: Callable[[Need], bool]) -> Inline:
    needs = [need for need in needs_of(of.rule) if is_meant(need)]
    if not needs:
        return (Span.plain(say("comparison_page.not_asked")),)
    spans: list[Span] = []
    for at, need in enumerate(needs):
        if at:
            spans.append(Span.plain(" "))
        spans += _need(need)
    places = of.rule.places()
    meant = {need.id for need in needs}
    asked = [one for one in of.rule.criteria() if places[one.id][0] in meant]
    refs = cited.refs(key for one in asked for key in one.source_ids())
    return (*spans, Span.plain(" "), *refs)


def _need(need: Need) -> Iterator[Span]:
    """Give a need in a line: its ways with "or" between them, its parts with "and"."""
    joint = Span.strong(say("page.or" if need.is_choice else "page.and"))
    # The few words of a row would only say again when a need arises.
    ways = [way.text if need.is_conditional else way.row for way in need.ways]
    if need.is_conditional:
        ways[0] = say("details.named", term=need.title, words=lowered(ways[0]))
    for at, words in enumerate(ways):
        if at:
            yield from (Span.plain(" "), joint, Span.plain(" "))
        told = (lowered(words) if at else words).removesuffix(".")
        yield Span.plain(told if at + 1 < len(ways) else say("chart.gap.sentence", parts=told))


def _whose(of: Compared, _cited: Citations) -> Inline:
    main = rows_where("editions", edition_id=of.rule.edition_id)[0]["main_source_id"]
    codes = dict.fromkeys(
        "main" if one.source_id == main else source(one.source_id).standing_code
        for one in of.rule.criteria()
    )
    told = join_words([say(f"comparison_page.sure.{code}") for code in codes])
    issuer = issuer_with_letters(of.key)
    words = [say("comparison_page.whose", issuer=issuer, pages=told)]
    if not of.is_asked_edition:
        words.append(say(f"comparison_page.stands_in.{of.rule.edition_id}"))
    return (Span.plain(" ".join(words)),)


def _exam(of: Compared, cited: Citations) -> Inline:
    return _points(of.key, "exam", ("exam_form",), cited)


def _fees(of: Compared, cited: Citations) -> Inline:
    return _prices(_meant_fees(of.key, _TO_PASS), cited)


def _keep(of: Compared, cited: Citations) -> Inline:
    points = [one for one in points_of(of.key, "keep") if one.name in _KEPT_BY]
    fees = _meant_fees(of.key, _TO_KEEP)
    if not any([one.is_known for one in points] + [one.is_known for one in fees]):
        in_vain = [one.source_ids for one in points] + [one.source_ids for one in fees]
        asked = [key for ids in in_vain for key in ids]
        return _told(say("credential.unknown"), asked, cited)
    told = [one._replace(words=_kept(one)) for one in points]
    return spaced(*(_point(one, cited) for one in told), _prices(fees, cited))


def _kept(one: Point) -> str:
    # A number of years says by itself what it is about, a number of hours does not.
    if one.is_known and one.name == _KEPT_BY[0]:
        return one.words
    return say("details.named", term=one.term, words=one.words)


def _trust(of: Compared, cited: Citations) -> Inline:
    return _points(of.key, "trust", ("accreditation",), cited)


def _apply(of: Compared, cited: Citations) -> Inline:
    return _points(of.key, "apply", ("apply",), cited)


def _exam_in_short(of: Compared, cited: Citations) -> Inline:
    return _in_short(of, "exam", cited)


def _upkeep_in_short(of: Compared, cited: Citations) -> Inline:
    return _in_short(of, "upkeep", cited)


def _in_short(of: Compared, name: str, cited: Citations) -> Inline:
    ids = [str(of.summary[f"{name}_source_id"])]
    return _told(str(of.summary[f"{name}_text"]), ids, cited)


def _points(key: str, group: str, names: Iterable[str], cited: Citations) -> Inline:
    points = {one.name: one for one in points_of(key, group)}
    told = [_point(points[name], cited) for name in names if name in points]
    return spaced(*told) if told else (Span.plain(say("credential.unknown")),)


def _point(one: Point, cited: Citations) -> Inline:
    return _told(one.words, one.source_ids, cited)


def _meant_fees(key: str, paid_for: set[str]) -> list[FeeLine]:
    meant = [one for one in fee_lines(key) if paid_for & set(one.pays_for)]
    return [one for one in meant if one.is_known] or meant


def _prices(fees: Iterable[FeeLine], cited: Citations) -> Inline:
    told = [
        _told(say("credential.fee", name=one.name, amount=one.amount), one.source_ids, cited)
        for one in fees
    ]
    return spaced(*told) if told else (Span.plain(say("comparison_page.no_fee")),)


def _told(words: str, source_ids: Iterable[str], cited: Citations) -> Inline:
    refs = cited.refs(source_ids)
    sentence = Span.plain(as_sentence(words))
    return spaced(sentence, refs) if refs else (sentence,)


PERSON: Mapping[str, Cell] = MappingProxyType({"outcome": _outcome})
"""The row on a person."""

ASKED: Mapping[str, Cell] = MappingProxyType(
    {
        "audience": _audience,
        "field": _field,
        "background": _background,
        "work": _work,
        "others": _others,
    }
)
"""The rows on who may apply: each a name, and what it says of a certification."""

TAKES: Mapping[str, Cell] = MappingProxyType(
    {
        "exam": _exam,
        "fees": _fees,
        "keep": _keep,
        "trust": _trust,
        "apply": _apply,
        "whose": _whose,
    }
)
"""The rows on exam, cost, renewal and issuer, from the pages of the issuers."""

IN_SHORT: Mapping[str, Cell] = MappingProxyType(
    {"exam": _exam_in_short, "keep": _upkeep_in_short, "whose": _whose}
)
"""The same as an edition without details tells it."""
