"""Every number on every page leads to a cell, a rule, a day, or somebody's own words."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from support.page_words import (
    NUMBER,
    ON,
    all_words,
    career,
    facts_of,
    handout,
    listed,
    person,
    sample_class,
    section,
    sections,
)

from casecert_data.catalog import (
    Row,
    rows_where,
    source,
    sources,
    spell_date,
    spell_number,
    table,
    table_columns,
    table_names,
)
from casecert_data.credentials import differences_of
from casecert_data.eligibility import (
    Criterion,
    Group,
    Interval,
    certification_ids,
    read_rule,
    rule_edition_of,
)
from casecert_data.profiles import EDITIONS
from casecert_data.reporting.model._blocks import Inline, Page, SourceItem, WaysPart, pieces

every_certification = pytest.mark.parametrize("certification_id", certification_ids())
both_editions = pytest.mark.parametrize("edition", EDITIONS)
COUNTED = ("application", "exam", "application_and_exam", "renewal")
"""The fees that everybody pays who passes at once and renews once with education."""


def in_text(texts: Iterable[str]) -> set[str]:
    """Return the numbers that are written in texts."""
    return {number for text in texts for number in NUMBER.findall(text)}


def in_cells(rows: Iterable[Row]) -> set[str]:
    """Return the numbers in the cells of rows, as a page writes them."""
    return in_text(as_written(value) for row in rows for value in row.values())


def as_written(value: object) -> str:
    """Return a cell's value as a page writes it."""
    if isinstance(value, date):
        return spell_date(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        # A year has no comma, an amount may have one.
        return f"{value} {spell_number(value)}"
    return str(value)


def rows_of(certification_id: str) -> list[Row]:
    """Return the rows of every table that are about a certification."""
    return [
        row
        for name in table_names()
        if "certification_id" in table_columns(name)
        for row in rows_where(name, certification_id=certification_id)
    ]


def sums(certification_id: str) -> set[str]:
    """Add up the fees that count, at their lowest and at their highest."""
    by_code: dict[object, list[Decimal]] = {}
    for row in rows_where("fees", certification_id=certification_id):
        if row["fee_code"] in COUNTED and is_counted(row):
            by_code.setdefault(row["fee_code"], []).append(Decimal(str(row["amount_usd"])))
    lowest, highest = (map(end, by_code.values()) for end in (min, max))
    return {spell_number(sum(ends, Decimal(0))) for ends in (lowest, highest)}


def is_counted(row: Row) -> bool:
    """Tell whether a fee's amount is known, still so, and everybody's."""
    is_known = row["amount_usd"] is not None and not row["is_superseded"]
    return is_known and row["applicant_code"] == "everyone"


def in_hours(rows: Iterable[Row]) -> set[str]:
    """Return the lengths of exams in hours."""
    minutes = [row["duration_minutes"] for row in rows if row.get("duration_minutes")]
    return {spell_number(Fraction(int(str(one)), 60)) for one in minutes}


def in_rule(certification_id: str, edition: str) -> set[str]:
    """Return the thresholds of a rule, and the numbers in its words."""
    rule = read_rule(certification_id, edition=rule_edition_of(certification_id, edition))
    values = [one.needed.value for one in rule.criteria()]
    thresholds = {spell_number(value) for value in values if isinstance(value, Fraction)}
    week = [] if rule.full_time_hours is None else [spell_number(rule.full_time_hours)]
    return thresholds | in_text([*rule_texts(rule.root), *week])


def rule_texts(node: Group | Criterion) -> Iterator[str]:
    """Give every text of a rule."""
    for name in ("title", "text", "box_title", "box_text", "row", "note", "bar", "prepare"):
        yield str(getattr(node, name, ""))
    for part in getattr(node, "parts", ()):
        yield from rule_texts(part)


def in_sources(items: Iterable[SourceItem]) -> set[str]:
    """Return the numbers in what is known of the sources that a page lists."""
    keys = {key for item in items for key in keys_of(item)}
    rows = [row for row in table("sources") if row["source_id"] in keys]
    return in_cells(rows) | {age for row in rows for age in ages(row["accessed_date"])}


def keys_of(item: SourceItem) -> set[str]:
    """Return the keys of the sources with this title; two issuers may share one."""
    titles = {key: one.title.strip("[]").rstrip(".?!") for key, one in sources().items()}
    return {key for key, title in titles.items() if title == item.title.rstrip(".?!")}


def ages(read: object) -> set[str]:
    """Return the whole years and months since a day."""
    assert isinstance(read, date)
    months = (ON.year - read.year) * 12 + ON.month - read.month - (ON.day < read.day)
    return {str(months // 12), str(months % 12)}


def written(page: Page) -> set[str]:
    """Return every number that a page says, without those of its references."""
    return in_text(all_words(page))


def about(certification_id: str, edition: str) -> set[str]:
    """Return the numbers that anything says of a certification."""
    rows = rows_of(certification_id)
    known = in_cells(rows) | in_hours(rows) | in_rule(certification_id, edition)
    return known | (sums(certification_id) if edition == "issuer" else set())


@both_editions
@every_certification
def test_every_number_of_a_handout_is_found_in_the_data(
    certification_id: str, edition: str
) -> None:
    """A number that no table, no rule and no date has was made up on the way."""
    page = handout(certification_id, edition)
    (drawing,) = (one for one in pieces(page) if isinstance(one, WaysPart))
    order = {str(at) for at, _ in enumerate(drawing.needs, start=1)}
    quoted = in_cells(table("employer_support")) if edition == "article" else set()
    known = about(certification_id, edition) | in_sources(listed(page)) | quoted | order

    assert len(written(page)) >= 6
    assert written(page) - known - in_text([spell_date(ON)]) == set()


def test_every_number_of_the_career_is_found_in_the_data() -> None:
    """Three shares, their day and age, and the day of the page."""
    shares = in_cells(table("employer_support"))
    known = shares | in_sources(listed(career())) | in_text([spell_date(ON)])

    assert {"58", "50", "88"} <= written(career())
    assert written(career()) - known == set()


def those_of(page: Page, *names: str) -> list[str]:
    """Return those of these sections that a page has."""
    found = [one.section_id for one in sections(page)]
    return [name for name in names if name in found]


def stated_lines(inline: Inline) -> Iterator[tuple[str, set[str]]]:
    """Give each text of a line with the numbers of the sources cited right behind it."""
    told, cited = "", set[str]()
    for span in inline:
        if span.kind == "ref":
            cited.add(span.text)
        elif span.text.strip():
            if cited:
                yield told, cited
                told, cited = "", set()
            told += span.text if span.kind in {"text", "strong"} else ""
    yield told, cited


@every_certification
def test_every_number_of_a_detail_is_in_a_row_of_the_source_behind_it(
    certification_id: str,
) -> None:
    """Not somewhere in the data: in what that very page is on record to say."""
    page = handout(certification_id)
    cited_as = {str(item.number): keys_of(item) for item in listed(page)}
    lines = [
        (item.term, told, {key for number in cited for key in cited_as[number]})
        for name in those_of(page, "glance", "details", "differences")
        for item in facts_of(section(page, name)).values()
        for line in (item.inline, *item.more)
        for told, cited in stated_lines(line)
    ]
    checked = [(term, told, ids) for term, told, ids in lines if ids and in_text([told])]
    strays = [
        (term, told, in_text([told]) - numbers_said_by(certification_id, ids))
        for term, told, ids in checked
    ]

    assert checked
    assert [one for one in strays if one[2]] == []


def numbers_said_by(certification_id: str, ids: set[str]) -> set[str]:
    """Return the numbers of a certification's rows that name one of these sources."""
    rows = [row for row in rows_of(certification_id) if ids & set(map(str, row.values()))]
    return in_cells(rows) | in_hours(rows)


@every_certification
def test_a_detail_without_a_source_has_no_number_but_a_sum(certification_id: str) -> None:
    """Whoever wants to check a number must find where to look."""
    page = handout(certification_id)
    articles = in_text(one.article_text for one in differences_of(certification_id))
    for name in those_of(page, "details", "differences"):
        for item in facts_of(section(page, name)).values():
            for line in (item.inline, *item.more):
                for told, cited in stated_lines(line):
                    known = sums(certification_id) if item.term == "In all" else articles
                    assert cited or in_text([told]) <= known


def stated_numbers(person_id: str) -> set[str]:
    """Return what a person stated, and by how much it misses each threshold."""
    found = in_text([person_id])
    facts = sample_class()[person_id].facts
    for value in facts.values():
        if isinstance(value, Interval):
            ends = [end for end in (value.low, value.high) if end is not None]
            found |= set(map(spell_number, ends))
    for edition in EDITIONS:
        for key in certification_ids():
            found |= set(missing_numbers(key, edition, facts))
    return found


def missing_numbers(certification_id: str, edition: str, facts: object) -> Iterator[str]:
    """Give what is missing of each threshold, from what was stated of that fact."""
    assert hasattr(facts, "get")
    rule = read_rule(certification_id, edition=rule_edition_of(certification_id, edition))
    for one in rule.criteria():
        if isinstance(one.needed.value, Fraction):
            stated = facts.get(one.fact)
            low = stated.low if isinstance(stated, Interval) else Fraction(0)
            high = stated.high if isinstance(stated, Interval) else None
            ends = [low] if high is None else [low, high]
            yield from (spell_number(one.needed.value - end) for end in ends)


@both_editions
@pytest.mark.parametrize("person_id", sorted(sample_class()))
def test_every_number_of_a_person_is_stated_asked_for_or_their_difference(
    person_id: str, edition: str
) -> None:
    """Else it is of a cited page, a known cost, or a day; nothing else is on the page."""
    page = person(person_id, edition)
    rules = {
        number
        for key in certification_ids()
        for which in EDITIONS
        for number in about(key, which)
    }
    known = stated_numbers(person_id) | rules | in_sources(listed(page))
    own = sample_class()[person_id].as_of
    days = in_text([spell_date(ON), *([spell_date(own)] if own else [])])

    assert written(page) - known - days == set()


def test_a_number_that_was_made_up_would_be_found() -> None:
    """The tests above read what they should."""
    assert "705" in about("ccm", "issuer")
    assert "705" not in about("ccm", "article")
    assert "2,080" not in about("ccm", "issuer")
    assert "225" not in numbers_said_by("ccm", {"ccmc_faqs"})
    assert {"3", "180", "150"} <= numbers_said_by("ccm", {"renewrn_ccm"})
    assert source("renewrn_ccm").standing_code == "secondary"
