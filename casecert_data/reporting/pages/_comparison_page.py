"""The page that sets two to four certifications side by side, section by section."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from casecert_data.catalog import (
    code_names,
    fact,
    join_words,
    rows_where,
    say,
    spell_date,
)
from casecert_data.credentials import (
    Difference,
    cost_of,
    differences_of,
    offered_first,
    points_of,
)
from casecert_data.eligibility import Decision, lowered, names_of, read_rule
from casecert_data.profiles import Assumptions, Profile, decide_profile, read_day
from casecert_data.reporting.model._blocks import (
    Column,
    Head,
    Inline,
    Part,
    Row,
    Section,
    Span,
    TablePart,
    TextPart,
)
from casecert_data.reporting.pages._compared import compared_ids
from casecert_data.reporting.pages._comparison_rows import (
    ASKED,
    IN_SHORT,
    PERSON,
    TAKES,
    Cell,
    Compared,
)
from casecert_data.reporting.pages._details import clash_lines, side_tag
from casecert_data.reporting.pages._explained import ExplainedPage, told
from casecert_data.reporting.pages._shown import Citations, Shown, edition_tag, foot, spaced

_ROW_HEAD = 12
"""Percent of the width for the names of the rows; the columns share the rest."""

_ROOM_FOR_WORDS = 3
"""Columns beside which the differences can be told in full; beside more they are named."""

_TO_PASS = ("application", "exam")


class ComparisonPage(ExplainedPage):
    """Two to four certifications side by side; each method gives one section.

    Parameters
    ----------
    certification_ids
        Keys of the certifications, in a list or in a text with commas between them.
    on
        Day on which the page speaks; None for today.
    edition
        Whose words to follow: ``issuer`` or ``article``.
    profile
        A person for whom they are compared: the outcomes head the columns, and who each
        certification is for decides their order. None for nobody.
    assumptions
        Facts taken for granted where the profile leaves them blank.

    Examples
    --------
    >>> page = ComparisonPage("ccm, acm_rn", on="2026-11-23")
    >>> page.heading().blocks[0].title
    'CCM and ACM-RN side by side'
    """

    is_broad = True

    def __init__(
        self,
        certification_ids: str | Iterable[str],
        *,
        on: date | str | None = None,
        edition: str = "issuer",
        profile: Profile | None = None,
        assumptions: Assumptions | None = None,
    ) -> None:
        self._on = read_day("on", on)
        self._edition = rows_where("editions", edition_id=edition)[0]
        self._profile = profile
        self._assumptions = assumptions or {}
        super().__init__(Citations(self._on))
        ids = compared_ids(certification_ids)
        decisions = self._decisions(ids)
        self._columns = tuple(
            self._column(one, decisions.get(one)) for one in (decisions or ids)
        )
        self._letters = {one.key: names_of(one.key)["acronym"] for one in self._columns}

    @told
    def heading(self) -> Shown:
        """Return masthead, title, and who each is for, what it costs and how long it lasts."""
        editions = dict.fromkeys(one.rule.edition_id for one in self._columns)
        as_of = say("certification_page.as_of", date=spell_date(self._on))
        lead = list(self._for_whom())
        if self._has_details and not self._is_crowded:
            lead += [self._cost(), self._validity()]
        return Shown(
            (
                Head(
                    series=(Span.plain(self._series()),),
                    stamp=spaced(*map(edition_tag, editions), Span.plain(as_of)),
                    title=say("comparison_page.title", names=self._named(self._letters)),
                    meta=self._about(),
                    lead=(Span.plain(" ".join(lead)),),
                ),
            )
        )

    @told
    def asked(self) -> Shown:
        """Return who each is for and what it asks for, as a table."""
        rows = ASKED if self._profile is None else {**PERSON, **ASKED}
        table = self._table("asked", rows, with_names=True)
        notes = [
            spaced(Span.strong(self._label(one.key)), line)
            for one in self._columns
            for line in clash_lines(one.key, self._cited)
        ]
        return self._section("asked", table, *(TextPart(one, small=True) for one in notes))

    @told
    def takes(self) -> Shown:
        """Return exam, cost, renewal, standing and where to apply, as a table."""
        table = self._table("takes", TAKES if self._has_details else IN_SHORT)
        if not (self._has_details and self._is_crowded and self._found_differences()):
            return self._section("takes", table)
        named = TextPart((Span.plain(self._named_differences()),), small=True)
        return self._section("takes", table, named)

    @told
    def differences(self) -> Shown:
        """Return where the article and other pages differ; nothing without details.

        Beside more than three columns, the table before it names them.
        """
        if not self._has_details or self._is_crowded:
            return Shown(())
        lines = [
            TextPart(self._difference_line(key, told), small=True)
            for key, told in self._found_differences().items()
        ]
        return self._section("differences", *lines) if lines else Shown(())

    def sources(self) -> Shown:
        """Return the sources cited so far, and the last words."""
        last = foot(say("comparison_page.foot_strong"), say("comparison_page.foot"))
        return Shown((self._cited.section(broad=True), last))

    @property
    def _is_crowded(self) -> bool:
        return len(self._columns) > _ROOM_FOR_WORDS

    @property
    def _has_details(self) -> bool:
        return bool(self._edition["has_details"])

    def _series(self) -> str:
        return say("comparison_page.series" if self._profile is None else "person_page.series")

    def _about(self) -> Inline | None:
        """Return for whom they are compared, and what is taken for granted."""
        if self._profile is None:
            return None
        whom = say("person_page.profile", person_id=self._profile.person_id or "").rstrip()
        assumed = [
            say("check.assumed", label=fact(name).label, value=str(value))
            for name, value in self._assumptions.items()
        ]
        return (Span.plain(say("list.comma").join([whom, *assumed])),)

    def _decisions(self, ids: tuple[str, ...]) -> Mapping[str, Decision]:
        if self._profile is None:
            return {}
        answer = decide_profile(
            self._profile,
            edition=str(self._edition["edition_id"]),
            on=self._on,
            certifications=list(ids),
            assumptions=self._assumptions,
        )
        in_order = offered_first(answer.decisions, self._profile.facts)
        return {one.certification_id: one for one in in_order}

    def _column(self, key: str, decision: Decision | None) -> Compared:
        asked = str(self._edition["edition_id"])
        rule = read_rule(key, edition=asked, on=self._on)
        summaries = {
            row["edition_id"]: row
            for row in rows_where("certification_summaries", certification_id=key)
        }
        summary = summaries.get(asked, summaries[rule.edition_id])
        return Compared(rule, summary, decision, rule.edition_id == asked)

    def _for_whom(self) -> Iterable[str]:
        """Give a sentence for each set of certifications that takes the same professions."""
        by_ids: dict[tuple[str, ...], list[str]] = {}
        for base in code_names("base_code"):
            ids = tuple(
                one.key
                for one in self._columns
                if rows_where(
                    "certification_audiences", certification_id=one.key, base_code=base
                )
            )
            if ids:
                by_ids.setdefault(ids, []).append(say(f"comparison_page.base.{base}"))
        for ids, bases in sorted(by_ids.items(), key=lambda one: -len(one[0])):
            count = len(ids)
            is_all = count == len(self._columns)
            names = say(f"comparison_page.all.n{count}") if is_all else self._named(ids)
            yield say("comparison_page.for_whom", bases=join_words(bases), names=names)

    def _cost(self) -> str:
        return say("comparison_page.cost", told=self._by_value(_to_pass))

    def _validity(self) -> str:
        return say("comparison_page.valid", told=self._by_value(_years))

    def _by_value(self, value_of: Callable[[str], str]) -> str:
        """Name each value once, with those that have it; what is unknown comes last."""
        found: dict[str, list[str]] = {}
        for key in self._letters:
            found.setdefault(value_of(key), []).append(key)
        unknown = say("comparison_page.not_known")
        return join_words(
            [
                say("comparison_page.value_of", value=value, names=self._named(ids))
                for value, ids in sorted(found.items(), key=lambda one: one[0] == unknown)
            ]
        )

    def _label(self, key: str) -> str:
        return say("comparison_page.on_phone", acronym=self._letters[key]).rstrip()

    def _named(self, ids: Iterable[str]) -> str:
        return join_words([self._letters[one] for one in ids])

    def _table(
        self, name: str, rows: Mapping[str, Cell], *, with_names: bool = False
    ) -> TablePart:
        heading = say(f"comparison_page.heading.{name}")
        width = (100 - _ROW_HEAD) // len(self._columns)
        return TablePart(
            caption=say(
                "comparison_page.table", names=self._named(self._letters), what=heading
            ),
            columns=(
                Column((Span.plain(say("comparison_page.row")),)),
                *(self._head(one.key, with_name=with_names) for one in self._columns),
            ),
            rows=tuple(self._row(one, cell) for one, cell in rows.items()),
            widths=(_ROW_HEAD, *(width for _ in self._columns)),
        )

    def _head(self, key: str, *, with_name: bool) -> Column:
        letters = self._letters[key]
        label: Inline = (Span.strong(letters),)
        if with_name:
            label = (*label, Span.plain(f" {names_of(key)['name']}"))
        return Column(label, stack_label=say("comparison_page.on_phone", acronym=letters))

    def _row(self, name: str, cell: Cell) -> Row:
        title = (Span.plain(say(f"comparison_page.row_name.{name}")),)
        return Row((title, *(cell(one, self._cited) for one in self._columns)))

    def _found_differences(self) -> Mapping[str, tuple[Difference, ...]]:
        found = {one.key: differences_of(one.key, judged_only=True) for one in self._columns}
        return {key: told for key, told in found.items() if told}

    def _named_differences(self) -> str:
        named = [
            say(
                "comparison_page.differ_on",
                acronym=self._letters[key],
                names=join_words([lowered(one.name) for one in told]),
            )
            for key, told in self._found_differences().items()
        ]
        return say("comparison_page.differences_named", told=say("chart.gap.then").join(named))

    def _difference_line(self, key: str, found: Iterable[Difference]) -> Inline:
        pieces: list[Span | Inline] = [Span.strong(self._label(key))]
        for one in found:
            pieces += [
                Span.plain(say("career_page.titled", title=one.name)),
                Span.tag(say("panel.tag.article"), "article"),
                Span.plain(one.article_text),
                side_tag(one.source_id),
                Span.plain(one.other_text),
                self._cited.ref(one.source_id),
            ]
        return spaced(*pieces)

    def _section(self, name: str, *parts: Part) -> Shown:
        marks = [TextPart(mark, small=True) for mark in self._cited.old_marks()]
        heading = say(f"comparison_page.heading.{name}")
        return Shown((Section(name, heading, (*parts, *marks), broad=True),))


def _to_pass(key: str) -> str:
    cost = cost_of(key).only(*_TO_PASS)
    if not cost.known:
        return say("comparison_page.not_known")
    if cost.unknown:
        return say("comparison_page.part_of", amount=cost.amount, parts=cost.parts_in_words)
    return cost.amount


def _years(key: str) -> str:
    found = {one.name: one for one in points_of(key, "keep")}["validity"]
    return found.words.rstrip(".") if found.is_known else say("comparison_page.not_known")
