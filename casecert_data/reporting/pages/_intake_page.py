"""The blank form: the questions of the form on the screen, to be answered by hand."""

from collections.abc import Iterable, Iterator
from datetime import date

from casecert_data.catalog import (
    as_sentence,
    code_names,
    codes,
    fact,
    facts,
    join_words,
    say,
    spell_date,
)
from casecert_data.credentials import asked_facts, asking
from casecert_data.eligibility import names_of
from casecert_data.profiles import read_day
from casecert_data.reporting.model._blocks import (
    Blank,
    Head,
    Question,
    QuestionsPart,
    Section,
    Span,
    TextPart,
)
from casecert_data.reporting.pages._compared import asking_ids
from casecert_data.reporting.pages._shown import Shown, foot

_NONE = "NONE"
"""Code that says there is nothing of the kind."""

_FIRST = ("person_id", "as_of")
"""What tells forms apart; it is no answer."""


class IntakePage:
    """A form to fill in by hand, without a place for a name; each method gives one section.

    It asks what the form of the panels asks, in the words of ``facts.toml``.

    Parameters
    ----------
    certification_ids
        Keys of the certifications whose questions are asked, in a list or in a text with commas
        between them; or ``all``.
    on
        Day on which the form is made; None for today.

    Examples
    --------
    >>> page = IntakePage("ccm, acm_rn", on="2026-11-23")
    >>> [item.question for item in page.who().blocks[0].parts[0].items][0]
    'Your pseudonym (a key that stands for you, never your name), and ...'
    """

    def __init__(
        self, certification_ids: str | Iterable[str], *, on: date | str | None = None
    ) -> None:
        self._on = read_day("on", on)
        self._ids = asking_ids(certification_ids)
        asked = asked_facts(self._ids)
        own = (name for names in asked.own.values() for name in names)
        wanted = {*asked.who, *asked.common, *own}
        self._names = tuple(name for name in facts() if name in wanted)

    def heading(self) -> Shown:
        """Return masthead, title, whose questions these are, and that nothing here decides."""
        letters = join_words([names_of(one)["acronym"] for one in self._ids])
        return Shown(
            (
                Head(
                    series=(Span.plain(say("intake_page.series")),),
                    stamp=(Span.plain(say("intake_page.made", date=spell_date(self._on))),),
                    title=say("intake_page.title"),
                    meta=(Span.plain(say("intake_page.asked_for", names=letters)),),
                    lead=(Span.plain(say("intake_page.lead")),),
                ),
            )
        )

    def who(self) -> Shown:
        """Return the pseudonym, the day, and how to fill the form in."""
        lines = tuple(Blank(say(f"intake_page.line.{one}"), is_long=True) for one in _FIRST)
        item = Question(say("intake_page.first"), blanks=tuple((one,) for one in lines))
        how = TextPart((Span.plain(say("intake_page.how")),), small=True)
        parts = (QuestionsPart((item,)), how)
        return Shown((Section("who", say("intake_page.heading.who"), parts, broad=True),))

    def background(self) -> Shown:
        """Return the questions on licenses, degrees and certifications."""
        return self._asked("background")

    def work(self) -> Shown:
        """Return the questions on work."""
        return self._asked("work")

    def other(self) -> Shown:
        """Return the other questions."""
        return self._asked("other")

    def last_words(self) -> Shown:
        """Return what becomes of the form."""
        return Shown((foot(say("intake_page.foot_strong"), say("intake_page.foot")),))

    def _asked(self, topic: str) -> Shown:
        names = [name for name in self._names if fact(name).topic == topic]
        if not names:
            return Shown(())
        part = QuestionsPart(tuple(map(self._question, names)))
        heading = say(f"intake_page.heading.{topic}")
        return Shown((Section(topic, heading, (part,), broad=True),))

    def _question(self, name: str) -> Question:
        return Question(
            fact(name).question,
            note=self._asked_by(name),
            blanks=tuple(_blanks(name)),
            boxes=(*_boxes(name), say("panel.dont_know")),
        )

    def _asked_by(self, name: str) -> str:
        """Name who asks it, where it is not everybody."""
        ids = asking(name, self._ids)
        if len(ids) in {0, len(self._ids)}:
            return ""
        letters = join_words([names_of(one)["acronym"] for one in ids])
        return say("intake_page.only_for", names=letters)


def _blanks(name: str) -> Iterator[tuple[Blank, ...]]:
    of = fact(name)
    if of.kind == "number":
        unit = say(f"unit_name.{of.unit}", count=2)
        yield (Blank(_capital(unit)),)
        yield (Blank(say("intake_page.from")), Blank(say("intake_page.to")))
    elif of.kind == "code":
        yield (Blank(of.label, is_long=True),)


def _boxes(name: str) -> tuple[str, ...]:
    of = fact(name)
    if of.kind == "yes_no":
        return (say("panel.yes"), say("panel.no"))
    if of.kind != "codes":
        return ()
    known = codes(str(of.vocabulary))
    in_order = sorted(code_names(str(of.vocabulary)), key=lambda code: code == _NONE)
    return tuple(_capital(known[code].label) for code in in_order)


def _capital(words: str) -> str:
    return as_sentence(words).removesuffix(".")
