"""The handout on the career: the work, the way in and the certifications, from the article."""

from collections.abc import Iterable
from datetime import date

from casecert_data.catalog import Row, join_words, rows_where, say, spell_date, table
from casecert_data.charts import support_words
from casecert_data.eligibility import certification_ids, names_of, needs_of, read_rule
from casecert_data.profiles import read_day
from casecert_data.reporting.model._blocks import (
    FactItem,
    FactsPart,
    Head,
    Inline,
    ListPart,
    Part,
    Section,
    Span,
    TextPart,
)
from casecert_data.reporting.pages._explained import ExplainedPage, told
from casecert_data.reporting.pages._shown import (
    Citations,
    Shown,
    cautions_line,
    edition_tag,
    foot,
    spaced,
)

EDITION = "article"
"""The edition whose words the page follows: it tells one article, whole."""

_TOLD_OF_WORK = ("work_steps", "people_served", "needs_served", "settings")


class CareerPage(ExplainedPage):
    """The handout for students on becoming a case manager; each method gives one section.

    Parameters
    ----------
    on
        Day on which the page speaks; None for today.

    Examples
    --------
    >>> page = CareerPage(on="2026-11-23")
    >>> page.heading().blocks[0].title
    'Becoming a case manager'
    """

    def __init__(self, *, on: date | str | None = None) -> None:
        self._on = read_day("on", on)
        super().__init__(Citations(self._on))

    @told
    def heading(self) -> Shown:
        """Return masthead, title and what the page is about."""
        as_of = say("certification_page.as_of", date=spell_date(self._on))
        told = str(rows_where("editions", edition_id=EDITION)[0]["main_source_id"])
        return Shown(
            (
                Head(
                    series=(Span.plain(say("certification_page.series")),),
                    stamp=(edition_tag(EDITION), Span.plain(f" {as_of}")),
                    title=say("career_page.title"),
                    lead=spaced(Span.plain(say("career_page.lead")), self._cited.ref(told)),
                ),
            )
        )

    @told
    def work(self) -> Shown:
        """Return what a case manager does, step by step; for whom, with what, and where."""
        told = (
            ("people", table("people_served"), "people_name"),
            ("needs", table("needs_served"), "need_name"),
            ("settings", table("settings"), "setting_name"),
        )
        steps = [_fact(row, "step") for row in table("work_steps")]
        lists = [
            FactItem(say(f"career_page.{name}"), _run(str(row[column]) for row in rows))
            for name, rows, column in told
        ]
        return self._section("work", _TOLD_OF_WORK, FactsPart((*steps, *lists), wide=True))

    @told
    def reasons(self) -> Shown:
        """Return why people certify, parted by whom a reason concerns."""
        groups: dict[str, list[str]] = {say("career_page.everybody"): []}
        for row in table("certify_reasons"):
            whom = str(row["for_whom_text"] or say("career_page.everybody"))
            groups.setdefault(whom, []).append(str(row["reason_text"]))
        everybody, *special = (_titled(whom, " ".join(told)) for whom, told in groups.items())
        return self._section(
            "reasons",
            ("certify_reasons",),
            TextPart(everybody, small=True),
            TextPart(spaced(*special), small=True),
        )

    @told
    def steps(self) -> Shown:
        """Return the steps to become certified, and to stay so."""
        steps = tuple(
            _titled(str(row["step_title"]), str(row["step_text"]))
            for row in table("career_steps")
        )
        return self._section("steps", ("career_steps",), ListPart("steps", steps))

    @told
    def ways_in(self) -> Shown:
        """Return the ways into the work."""
        ways = tuple(_fact(row, "way") for row in table("ways_in"))
        return self._section("ways", ("ways_in",), FactsPart(ways, wide=True))

    @told
    def certifications(self) -> Shown:
        """Return the certifications, what employers say of them, and the jobs."""
        summaries = [
            row
            for key in certification_ids()
            for row in rows_where(
                "certification_summaries", certification_id=key, edition_id=EDITION
            )
        ]
        aged = self._cited.aged(str(row["source_id"]) for row in table("employer_support"))
        names = names_of(str(table("employer_support")[0]["certification_id"]))
        whose = say(
            "career_page.about_whom", acronym=names["acronym"], issuer=names["issuer_acronym"]
        )
        support = spaced(
            Span.plain(whose), Span.plain(support_words(table("employer_support"))), aged
        )
        jobs = _run(_inside(str(row["short_name"])) for row in table("job_types"))
        items = (
            *(_certification(row) for row in summaries),
            FactItem(say("career_page.employers"), support),
            FactItem(say("career_page.jobs"), jobs),
        )
        return self._section("certifications", ("job_types",), FactsPart(items, wide=True))

    @told
    def read_with_care(self) -> Shown:
        """Return every caution: claims without support, a contradiction, what is left out."""
        by_code: dict[str, list[Row]] = {}
        for row in table("cautions"):
            by_code.setdefault(str(row["caution_code"]), []).append(row)
        parts = [
            TextPart(cautions_line(rows, self._cited), small=True) for rows in by_code.values()
        ]
        return self._section("care", ("cautions",), *parts)

    @told
    def next_steps(self) -> Shown:
        """Return what the article suggests to do next."""
        told = " ".join(str(row["next_step_text"]) for row in table("next_steps"))
        return self._section("next", ("next_steps",), TextPart((Span.plain(told),), small=True))

    def sources(self) -> Shown:
        """Return the sources cited so far, and the last words."""
        last = foot(say("person_page.foot_strong"), say("career_page.foot"))
        return Shown((self._cited.section(), last))

    def _section(self, name: str, tables: tuple[str, ...], *parts: Part) -> Shown:
        for row in (row for one in tables for row in table(one)):
            self._cited.ref(str(row["source_id"]))
        marks = [TextPart(mark, small=True) for mark in self._cited.old_marks()]
        heading = say(f"career_page.heading.{name}")
        return Shown((Section(name, heading, (*parts, *marks)),))


def _fact(row: Row, what: str) -> FactItem:
    return FactItem(str(row[f"{what}_title"]), (Span.plain(str(row[f"{what}_text"])),))


def _titled(title: str, text: str) -> Inline:
    return spaced(Span.strong(say("career_page.titled", title=title)), Span.plain(text))


def _certification(summary: Row) -> FactItem:
    key = str(summary["certification_id"])
    names = names_of(key)
    needs = needs_of(read_rule(key, edition=EDITION))
    asked = join_words([need.asks_for for need in needs if not need.is_conditional])
    words = say(
        "career_page.certification",
        name=names["name"],
        issuer=names["issuer_acronym"],
        audience=summary["audience_text"],
        standing=str(summary["standing_text"]).removesuffix("."),
        asked=asked,
    )
    return FactItem(names["acronym"], (Span.plain(words),))


def _run(names: Iterable[str]) -> Inline:
    words = join_words(list(names))
    return (Span.plain(f"{words[:1].upper()}{words[1:]}."),)


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]
