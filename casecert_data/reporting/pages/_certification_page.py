"""The handout on one certification, section by section."""

from collections.abc import Iterator
from datetime import date

from casecert_data.catalog import (
    Row,
    as_sentence,
    join_words,
    rows_where,
    say,
    source,
    spell_date,
    spell_number,
    table,
)
from casecert_data.charts import support_bars
from casecert_data.credentials import differences_of
from casecert_data.eligibility import Need as RuleNeed
from casecert_data.eligibility import Way, lowered, names_of, needs_of, read_rule
from casecert_data.profiles import read_day
from casecert_data.reporting.model._blocks import (
    ChartPart,
    FactItem,
    FactsPart,
    Head,
    Inline,
    ListPart,
    Need,
    Option,
    Section,
    Span,
    TextPart,
    WaysPart,
)
from casecert_data.reporting.pages._details import clash_lines, details_part, differences_part
from casecert_data.reporting.pages._explained import ExplainedPage, told
from casecert_data.reporting.pages._shown import (
    Citations,
    Shown,
    cautions_line,
    edition_tag,
    foot,
    issuer_with_letters,
    spaced,
)

_ALL_NEEDED = 2


class CertificationPage(ExplainedPage):
    """The handout for students on one certification; each method gives one section.

    Parameters
    ----------
    certification_id
        Key of the certification.
    on
        Day on which the page speaks; None for today.
    edition
        Whose words to follow: ``issuer`` or ``article``.

    Examples
    --------
    >>> page = CertificationPage("ccm", on="2026-11-23")
    >>> page.heading().blocks[0].title
    'Case Manager Certification (CCM)'
    """

    def __init__(
        self, certification_id: str, *, on: date | str | None = None, edition: str = "issuer"
    ) -> None:
        self._on = read_day("on", on)
        self._edition = rows_where("editions", edition_id=edition)[0]
        self._rule = read_rule(certification_id, edition=edition, on=self._on)
        # What an edition says of a certification whose rule stands in from another one.
        summaries = {
            row["edition_id"]: row
            for row in rows_where("certification_summaries", certification_id=certification_id)
        }
        self._row = summaries.get(edition, summaries[self._rule.edition_id])
        self._names = names_of(certification_id)
        super().__init__(Citations(self._on))

    @told
    def heading(self) -> Shown:
        """Return masthead, title and whom it is for."""
        editions = dict.fromkeys([str(self._edition["edition_id"]), self._rule.edition_id])
        as_of = say("certification_page.as_of", date=spell_date(self._on))
        stamp = spaced(*map(edition_tag, editions), Span.plain(as_of))
        return Shown(
            (
                Head(
                    series=(Span.plain(say("certification_page.series")),),
                    stamp=stamp,
                    title=self._names["full_name"],
                    lead=(Span.plain(str(self._row["audience_text"])),),
                ),
            )
        )

    @told
    def at_a_glance(self) -> Shown:
        """Return issuer, standing, exam and upkeep."""
        ref = self._cited.ref(str(self._row["source_id"]))
        rows = (
            ("issuer", (Span.plain(issuer_with_letters(self._rule.certification_id)),)),
            ("standing", spaced(Span.plain(str(self._row["standing_text"])), ref)),
            ("exam", self._sourced("exam")),
            ("upkeep", self._sourced("upkeep")),
        )
        items = tuple(
            FactItem(say(f"certification_page.glance.{name}"), inline) for name, inline in rows
        )
        return self._section("glance", FactsPart(items), *self._mixed_up())

    def _mixed_up(self) -> Iterator[TextPart]:
        # An edition that follows one source keeps to it.
        if self._edition["has_details"] or not self._is_asked_edition():
            for line in clash_lines(self._rule.certification_id, self._cited):
                heading = Span.strong(say("certification_page.mixed_up"))
                yield TextPart(spaced(heading, line), small=True)

    def _sourced(self, name: str) -> Inline:
        words = Span.plain(str(self._row[f"{name}_text"]))
        return spaced(words, self._cited.ref(str(self._row[f"{name}_source_id"])))

    @told
    def ways_in(self) -> Shown:
        """Return which ways lead in, as a drawing and in words."""
        needs = needs_of(self._rule)
        refs = self._cited.refs(
            key for one in self._rule.criteria() for key in one.source_ids()
        )
        notes = " ".join(self._notes_on_rule())
        return self._section(
            "ways",
            TextPart(spaced(_ways_in_words(needs), refs)),
            *([TextPart((Span.plain(notes),), small=True)] if notes else []),
            WaysPart(tuple(_need(need) for need in needs)),
        )

    @told
    def what_to_prepare(self) -> Shown:
        """Return the papers and answers to have ready."""
        items = tuple(
            (Span.plain(str(row["document_text"])),) for row in self._rows("documents")
        )
        note = say(
            f"certification_page.papers.{self._rule.edition_id}",
            issuer=self._names["issuer_acronym"],
        )
        return self._section(
            "prepare",
            ListPart("check", items),
            TextPart((Span.plain(note),), small=True),
        )

    @told
    def details(self) -> Shown:
        """Return exam, cost, renewal and standing; nothing in an edition without details."""
        if not self._edition["has_details"]:
            return Shown(())
        key = self._rule.certification_id
        part = details_part(key, self._cited)
        return self._section("details", part)

    @told
    def differences(self) -> Shown:
        """Return where the article and other pages differ.

        Nothing without details, and for a certification that the article does not name.
        """
        key = self._rule.certification_id
        if not self._edition["has_details"] or not differences_of(key):
            return Shown(())
        return self._section("differences", differences_part(key, self._cited))

    @told
    def employer_support(self) -> Shown:
        """Return what employers and holders say, as a chart with its sentence and its table.

        Nothing in an edition with details, which tell it in a sentence; and nothing for a
        certification that this edition does not name, which the figures are not about.
        """
        if self._edition["has_details"] or not self._is_asked_edition():
            return Shown(())
        rows = table("employer_support")
        key = self._rule.certification_id
        about = [row for row in rows if row["certification_id"] == key]
        chart = support_bars(about or rows)
        parts = [] if about else [TextPart((Span.strong(self._about_another(rows)),))]
        figures = ChartPart(
            chart, heading=chart.title, notes=self._figure_notes(rows), with_table=True
        )
        return self._section("employers", *parts, figures)

    @told
    def jobs(self) -> Shown:
        """Return the types of case manager that the source lists; nothing beside details."""
        if self._edition["has_details"]:
            return Shown(())
        rows = table("job_types")
        ref = self._cited.ref(str(rows[0]["source_id"]))
        return self._section(
            "jobs",
            TextPart(
                (
                    Span.plain(say("certification_page.jobs") + " "),
                    ref,
                    Span.plain(" " + say("certification_page.jobs_differ")),
                )
            ),
            ListPart("columns", tuple((Span.plain(str(row["short_name"])),) for row in rows)),
        )

    @told
    def read_with_care(self) -> Shown:
        """Return what the article says without support, and what it leaves out.

        Nothing in an edition with details, where the article does not speak.
        """
        if self._edition["has_details"]:
            return Shown(())
        editions = {None, self._edition["edition_id"]}
        parts = [
            TextPart(cautions_line([row], self._cited))
            for row in table("cautions")
            if row["on_every_page"]
            and row["certification_id"] in {None, self._row["certification_id"]}
            and row["edition_id"] in editions
        ]
        return self._section("care", *parts)

    def sources(self) -> Shown:
        """Return the sources cited so far, and the last words."""
        issuer = self._names["issuer_acronym"]
        last = foot(
            say("certification_page.foot_strong", issuer=issuer), say("certification_page.foot")
        )
        return Shown((self._cited.section(), last))

    def _is_asked_edition(self) -> bool:
        return self._rule.edition_id == self._edition["edition_id"]

    def _notes_on_rule(self) -> Iterator[str]:
        """Yield whose words stand in, that nobody is refused, and what full time means."""
        issuer = self._names["issuer_acronym"]
        if not self._is_asked_edition():
            yield say(f"shown.stands_in.{self._rule.edition_id}", issuer=issuer)
        criteria = self._rule.criteria()
        of_others = [one for one in criteria if not one.refuses]
        share = "all" if len(of_others) == len(criteria) else "some"
        standings = dict.fromkeys(source(one.source_id).standing_code for one in of_others)
        for kind in (f"{share}_{standing}" for standing in standings):
            yield say(f"shown.refuses_nobody.{kind}")
        if of_others:
            yield say("shown.refuses_nobody.so", issuer=issuer)
        week = self._rule.full_time_hours
        if week is not None:
            yield say("certification_page.full_time", hours=spell_number(week))

    def _section(self, name: str, *parts: object) -> Shown:
        heading = say(f"certification_page.heading.{name}")
        marks = [TextPart(mark, small=True) for mark in self._cited.old_marks()]
        return Shown((Section(name, heading, (*parts, *marks)),))  # type: ignore[arg-type]

    def _rows(self, name: str) -> tuple[Row, ...]:
        return rows_where(
            name,
            certification_id=self._rule.certification_id,
            edition_id=self._rule.edition_id,
        )

    def _about_another(self, rows: tuple[Row, ...]) -> str:
        keys = dict.fromkeys(str(row["certification_id"]) for row in rows)
        others = join_words([names_of(key)["acronym"] for key in keys])
        return say(
            "certification_page.about_another", others=others, acronym=self._names["acronym"]
        )

    def _figure_notes(self, rows: tuple[Row, ...]) -> tuple[Inline, ...]:
        source_id = str(rows[0]["source_id"])
        issuer = names_of(str(rows[0]["certification_id"]))["issuer_acronym"]
        origin = spaced(
            Span.plain(say("certification_page.figures_from", issuer=issuer)),
            self._cited.ref(source_id),
        )
        unknown = (Span.plain(say("certification_page.figures_unknown")),)
        age = self._cited.age_tag(source_id)
        if age is None:
            return (origin, unknown)
        return (origin, unknown, self._cited.aged([source_id]))


def _ways_in_words(needs: tuple[RuleNeed, ...]) -> Inline:
    always = [need for need in needs if not need.is_conditional]
    numbers = [str(at) for at, _ in enumerate(always, start=1)]
    choices = [number for number, need in zip(numbers, always, strict=True) if need.is_choice]
    joint = say("certification_page.ways.joint")
    spans = [
        Span.plain(say("certification_page.ways.you_need") + " "),
        Span.strong(joint.join(numbers)),
        Span.plain("."),
    ]
    if choices:
        inside = say("certification_page.ways.inside", numbers=join_words(choices))
        spans += [
            Span.plain(f" {inside} "),
            Span.strong(say("certification_page.ways.any_one_box")),
            Span.plain(" " + say("certification_page.ways.is_enough")),
        ]
    return tuple(spans)


def _need(need: RuleNeed) -> Need:
    note = (Span.plain(need.note),) if need.note else None
    if need.is_choice:
        options = tuple(Option(way.title, way.text) for way in need.ways)
        how = say("certification_page.ways.any_one")
        return Need(need.title, how, note, options, conditional=need.is_conditional)
    first, *rest = [_whole(way) for way in need.ways]
    words = [first, *map(lowered, rest)]
    how = say("certification_page.ways.both") if len(words) == _ALL_NEEDED else ""
    # Each may end in words that hold for it alone, such as "in the last three years".
    told = say("decision.need_joint").join(words)
    text = (Span.plain(f"{as_sentence(told)} {need.note}" if need.note else told),)
    return Need(need.title, how, text, (), conditional=need.is_conditional)


def _whole(way: Way) -> str:
    # Without a box, a text that goes on from its heading needs the heading before it.
    return f"{way.title} {way.text}" if way.text[:1].islower() else way.text
