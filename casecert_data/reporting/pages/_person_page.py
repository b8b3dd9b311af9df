"""The page for one person, section by section."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial, wraps

from casecert_data.catalog import fact, facts, rows_where, say, spell_date
from casecert_data.credentials import (
    cost_of,
    differences_for,
    is_closed,
    points_of,
    told_in_full,
)
from casecert_data.eligibility import (
    MET,
    NOT_MET,
    OPEN_LIST,
    SECONDARY_RULE,
    UNKNOWN,
    Decision,
    FactValue,
    Interval,
    found_inside,
    headline,
    names_of,
    question_of,
    rule_edition_of,
)
from casecert_data.profiles import EDITIONS, Assumptions, Profile, decide_profile, read_day
from casecert_data.reporting.model._blocks import (
    Block,
    FactsPart,
    Head,
    Inline,
    ListPart,
    OutcomeItem,
    Outcomes,
    Part,
    Section,
    Span,
    TextPart,
)
from casecert_data.reporting.pages._decision_parts import (
    ask_part,
    closing_sources,
    gap_parts,
    in_line,
    outcomes_of,
    preparations,
    requirement_table,
    ruled_notes,
    sources_of,
    waived_notes,
)
from casecert_data.reporting.pages._details import difference_items
from casecert_data.reporting.pages._explained import ExplainedPage, told
from casecert_data.reporting.pages._other_certifications import others_parts
from casecert_data.reporting.pages._place_parts import place_section
from casecert_data.reporting.pages._sheet import pages_of
from casecert_data.reporting.pages._shown import (
    Citations,
    Shown,
    edition_tag,
    foot,
    issuer_with_letters,
    spaced,
)

DETAILED_AT_MOST = 3
"""Certifications whose requirements stand one by one, as far as there is room."""
PAGES = 2
"""Pages of a sheet of paper."""

_NOTHING = (("NONE",), Interval(Fraction(0), Fraction(0)))
_TOLD_OF_A_PROFILE = ("license_codes", "degrees", "certification_codes", "cm_months")


def _made_once(part: Callable[["PersonPage"], Shown]) -> Callable[["PersonPage"], Shown]:
    """Make a part of the page anew only where another one stands before it."""

    @wraps(part)
    def made(self: "PersonPage") -> Shown:
        made_from = (part.__name__, len(self._detailed))
        return self._cited.once(made_from, partial(part, self))

    return made


class PersonPage(ExplainedPage):
    """The page for one profile; each method gives one part of it.

    Parameters
    ----------
    profile
        What the person stated.
    on
        Day asked about; None for today.
    edition
        Whose words to follow: ``issuer`` or ``article``.
    assumptions
        Facts taken for granted where they are blank; printed on the page.

    Examples
    --------
    >>> from casecert_data.profiles import read_profile
    >>> page = PersonPage(read_profile({"license_codes": ["RN"]}), on="2026-11-23")
    >>> page.heading().blocks[0].title
    'Where you stand'
    """

    def __init__(
        self,
        profile: Profile,
        *,
        on: date | str | None = None,
        edition: str = "issuer",
        assumptions: Assumptions | None = None,
    ) -> None:
        self._profile = profile
        self._on = read_day("on", on)
        self._edition = edition
        self._assumptions = assumptions or {}
        answer = decide_profile(
            profile, edition=edition, on=self._on, assumptions=self._assumptions
        )
        self._decisions, self._others = told_in_full(answer, profile.facts)
        self._left_out = answer.left_out
        self._unused = answer.rulings_left_out
        super().__init__(Citations(self._on))
        self._detailed: tuple[Decision, ...] = ()
        self._decided: dict[str, Sequence[Decision]] = {}
        self._choose_details()
        # What was only tried out is not told.
        self.told_so_far.clear()

    @told
    @_made_once
    def heading(self) -> Shown:
        """Return masthead, title, whom the page is about, and the answer in a sentence."""
        editions = dict.fromkeys(one.rule_edition for one in self._decisions)
        checked = Span.plain(say("person_page.checked", date=spell_date(self._on)))
        return _shown(
            Head(
                series=(Span.plain(say("person_page.series")),),
                stamp=spaced(*(edition_tag(one) for one in editions), checked),
                title=say("person_page.title"),
                meta=(Span.plain(self._about()),),
                lead=(Span.plain(self._lead()),),
            )
        )

    @told
    @_made_once
    def summary(self) -> Shown:
        """Return the outcome for each certification, with the reason in a sentence."""
        items = tuple(
            OutcomeItem(
                one.outcome,  # type: ignore[arg-type]
                names_of(one.certification_id)["full_name"],
                self._why(one),
            )
            for one in self._decisions
        )
        blocks: list[Block] = [Outcomes(say("person_page.in_short"), items)]
        if self._assumptions or self._left_out:
            blocks.append(self._taken_for_granted())
        return _shown(*blocks)

    @told
    @_made_once
    def next_steps(self) -> Shown:
        """Return what to do next, most useful first."""
        talk = (Span.plain(say("person_page.step.counselor")),)
        steps = tuple(dict.fromkeys(self._steps())) or (talk,)
        marks = [TextPart(mark, small=True) for mark in self._cited.old_marks()]
        heading = say("person_page.heading.next")
        return _shown(Section("next", heading, (ListPart("steps", steps), *marks)))

    @told
    @_made_once
    def details(self) -> Shown:
        """Return the nearest certifications: what is asked, what was stated."""
        # Of what is held, the exam is over.
        ahead = next((one for one in self._detailed if not one.held), None)
        told_of = [self._detail(one, first=one is ahead) for one in self._detailed]
        return _shown(*in_line(told_of))

    @told
    @_made_once
    def others(self) -> Shown:
        """Return the certifications that are not told in full, in a few lines."""
        if not self._others:
            return _shown()
        parts = tuple(others_parts(self._others, self._profile.facts))
        return _shown(Section("others", say("person_page.heading.others"), parts))

    @told
    @_made_once
    def place(self) -> Shown:
        """Return what is known of the home state and concerns the licenses that were stated."""
        licenses = self._profile.facts.get("license_codes")
        section = place_section(
            self._profile.home_state,
            self._cited,
            licenses if isinstance(licenses, tuple) else None,
        )
        if section is None:
            return _shown()
        marks = [TextPart(mark, small=True) for mark in self._cited.old_marks()]
        return _shown(replace(section, parts=(*section.parts, *marks)))

    @_made_once
    def sources(self) -> Shown:
        """Return the sources cited so far, and the last words."""
        known = self._profile.person_id
        plain = say("person_page.foot_plain")
        if known:
            plain = say("person_page.foot", person_id=known)
        return _shown(self._cited.section(), foot(say("person_page.foot_strong"), plain))

    def _choose_details(self) -> None:
        """Tell the requirements of as many of the nearest as a sheet has room for."""
        near = [one for one in self._decisions if not is_closed(one)][:DETAILED_AT_MOST]
        for count in range(len(near), 0, -1):
            self._detailed = tuple(near[:count])
            tried = list(self._blocks())
            # What was only tried out is not cited.
            self._cited.clear()
            if pages_of(tried) <= PAGES:
                return

    def _blocks(self) -> Iterator[Block]:
        for part in (self.heading, self.summary, self.next_steps, self.others, self.place):
            yield from part().blocks
        for part in (self.details, self.sources):
            yield from part().blocks

    def _about(self) -> str:
        stated = [
            (name, self._profile.facts[name])
            for name in _TOLD_OF_A_PROFILE
            if name in self._profile.facts and self._profile.facts[name] not in _NOTHING
        ]
        told = [_told(name, value) for name, value in stated]
        who = say("person_page.profile", person_id=self._profile.person_id or "").rstrip()
        if self._profile.display_name:
            who = say("person_page.named", name=self._profile.display_name, profile=who)
        if not told and self._profile.facts:
            return say("person_page.none_of_these", profile=who)
        if not told:
            return say("person_page.nothing_stated", profile=who)
        return say("person_page.about", profile=who, stated=say("list.comma").join(told))

    def _lead(self) -> str:
        new = [one for one in self._decisions if not one.held]
        groups = {
            "held": [one for one in self._decisions if one.held],
            "met": [one for one in new if one.outcome == MET],
            "unknown": [one for one in new if one.outcome == UNKNOWN],
            "near": [one for one in new if one.outcome == NOT_MET and not is_closed(one)],
        }
        counts = {name: len(found) for name, found in groups.items() if found}
        sentences = (
            say(f"person_page.lead.{name}", count=count, words=say(f"number.n{count}"))
            for name, count in counts.items()
        )
        return " ".join(sentences) or say("person_page.lead.none")

    def _why(self, decision: Decision) -> Inline:
        why = headline(decision, self._on)
        if decision.outcome == UNKNOWN and decision.apart_from_declarations == MET:
            why = f"{why} {say('person_page.apart')}"
        if decision.held and decision.outcome != MET:
            why = f"{why} {say('person_page.held_mark')}"
        if not is_closed(decision):
            return (Span.plain(why),)
        # Nothing else on the page tells on what this one rests.
        return spaced(Span.plain(why), self._cited.refs(closing_sources(decision)))

    def _taken_for_granted(self) -> Section:
        assumed = [
            say("person_page.assumed", label=fact(name).label, value=str(value))
            for name, value in self._assumptions.items()
        ]
        left_out = [
            say("person_page.left_out", name=names_of(one)["full_name"])
            for one in self._left_out
        ]
        items = tuple((Span.plain(one),) for one in (*assumed, *left_out))
        heading = say("person_page.heading.assumed")
        return Section("assumed", heading, (ListPart("plain", items),))

    def _steps(self) -> Iterator[Inline]:
        # Whoever holds one need not show again that it could be had.
        for one in (one for one in self._decisions if not one.held):
            names = names_of(one.certification_id)
            question = question_of(one)
            if question is not None:
                yield (Span.plain(fact(question.fact).find_out),)
            elif one.outcome == UNKNOWN and {OPEN_LIST, SECONDARY_RULE} & _causes(one):
                step = say("person_page.step.issuer", issuer=names["issuer_acronym"])
                yield (Span.plain(step),)
            elif one.outcome == UNKNOWN:
                yield (Span.plain(say("person_page.step.aged")),)
        for one in self._decisions:
            if one.outcome == MET and not one.held:
                yield self._apply(one)
            if one.outcome == MET:
                yield from ((Span.plain(step),) for step in preparations(one))

    def _apply(self, decision: Decision) -> Inline:
        acronym = names_of(decision.certification_id)["acronym"]
        issuer = issuer_with_letters(decision.certification_id)
        ask = say("person_page.step.apply", issuer=issuer, acronym=acronym)
        if not rows_where("editions", edition_id=self._edition)[0]["has_details"]:
            return (Span.plain(ask),)
        where = points_of(decision.certification_id, "apply")[0]
        told = spaced(
            Span.plain(ask), Span.plain(where.words), self._cited.refs(where.source_ids)
        )
        cost = cost_of(decision.certification_id)
        if not cost.known:
            return told
        parts = cost.parts_in_words
        words = say("person_page.step.cost", amount=cost.amount, parts=parts)
        return spaced(told, Span.plain(words), self._cited.refs(cost.source_ids))

    def _detail(self, decision: Decision, *, first: bool) -> Section:
        refs = self._cited.refs(sources_of(decision))
        parts: list[Part] = []
        question = question_of(decision)
        if question is not None and not decision.held:
            asked = (question.fact, decision, self._profile, self._on, self._assumptions)
            parts.append(ask_part(*asked, edition=self._edition))
        if decision.outcome == NOT_MET:
            parts += gap_parts(decision)
        parts.append(requirement_table(decision, refs))
        notes = [*waived_notes(decision), *ruled_notes(decision)]
        notes += [say("person_page.exam_later")] if first else []
        if decision.certification_id in self._unused:
            notes.append(say("person_page.rulings_left_out"))
        if decision.rule_edition != self._edition:
            issuer = names_of(decision.certification_id)["issuer_acronym"]
            notes.append(say(f"shown.stands_in.{decision.rule_edition}", issuer=issuer))
        if notes:
            parts.append(TextPart((Span.plain(" ".join(notes)),), small=True))
        parts += self._where_pages_differ(decision)
        parts += [TextPart(mark, small=True) for mark in self._cited.old_marks()]
        return Section(
            decision.certification_id.replace("_", "-"),
            names_of(decision.certification_id)["acronym"],
            tuple(parts),
            outcome=decision.outcome,  # type: ignore[arg-type]
        )

    def _where_pages_differ(self, decision: Decision) -> Iterator[Part]:
        """Yield the differences between the editions that this person's outcomes show."""
        key = decision.certification_id
        if {rule_edition_of(key, one) for one in EDITIONS} != set(EDITIONS):
            return
        by_issuer, by_article = self._by_editions(key)
        changed = outcomes_of(by_issuer) != outcomes_of(by_article)
        found = differences_for(by_issuer, by_article) if changed else ()
        if found:
            yield FactsPart(tuple(difference_items(found, self._cited)), wide=True)

    def _by_editions(self, certification_id: str) -> Sequence[Decision]:
        """Decide by each edition, once though the details are tried for their room."""
        if certification_id not in self._decided:
            # Pages differ as they do whatever an issuer said about one person.
            unruled = replace(self._profile, rulings=())
            self._decided[certification_id] = [
                decide_profile(
                    unruled,
                    edition=one,
                    on=self._on,
                    certifications=[certification_id],
                    assumptions=self._assumptions,
                ).decisions[0]
                for one in EDITIONS
            ]
        return self._decided[certification_id]


def _shown(*blocks: Block) -> Shown:
    return Shown(blocks)


def _causes(decision: Decision) -> set[str | None]:
    return {one.cause for one in decision.criteria}


def _told(name: str, value: FactValue) -> str:
    words = found_inside(name, value)
    if facts()[name].kind == "number":
        return say("person_page.told", words=words, of=facts()[name].amount)
    return words
