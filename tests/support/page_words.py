"""The pages that reports give, whole, and their words: all of them, and the sentences."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from casecert_data.charts import Chart
from casecert_data.profiles import Profile
from casecert_data.reporting import (
    CareerPage,
    CertificationPage,
    ComparisonPage,
    EmployerSupportPage,
    IntakePage,
    JobTypePage,
    PersonPage,
)
from casecert_data.reporting.model._blocks import (
    AskPart,
    Blank,
    Block,
    ChartPart,
    FactItem,
    Foot,
    Head,
    Inline,
    ListPart,
    Need,
    Option,
    OutcomeItem,
    Page,
    Question,
    Section,
    SourceItem,
    SourcesPart,
    Span,
    TextPart,
    pieces,
)
from casecert_data.rosters import read_roster
from casecert_data.shipped import data_folder

CERTIFICATION_PARTS = (
    *("heading", "at_a_glance", "ways_in", "what_to_prepare", "details", "differences"),
    *("employer_support", "jobs", "read_with_care", "words", "sources"),
)
COMPARISON_PARTS = ("heading", "asked", "takes", "differences", "words", "sources")
PERSON_PARTS = (
    *("heading", "summary", "next_steps", "others", "place", "details", "words", "sources"),
)
CAREER_PARTS = (
    *("heading", "work", "reasons", "steps", "ways_in", "certifications"),
    *("read_with_care", "next_steps", "words", "sources"),
)
EMPLOYER_PARTS = (
    *(
        "heading",
        "now",
        "over_time",
        "not_comparable",
        "who_was_asked",
        "not_known",
        "words",
        "sources",
    ),
)
JOB_PARTS = (*("heading", "answer", "take_care", "who_and_where", "pay", "words", "sources"),)
INTAKE_PARTS = ("heading", "who", "background", "work", "other", "last_words")
"""The methods of each page object, in the order in which the templates call them."""

ON = date(2026, 11, 23)
"""A day on which nothing is due to be read again but the figures of 2023."""
EMPLOYERS_ON = date(2026, 11, 28)
"""The day on which the studies on employers were read."""
LATE = date(2028, 1, 1)
"""A day on which everything is."""

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
"""A number as a page writes it."""

_PARTS = {
    CertificationPage: CERTIFICATION_PARTS,
    PersonPage: PERSON_PARTS,
    CareerPage: CAREER_PARTS,
    ComparisonPage: COMPARISON_PARTS,
    IntakePage: INTAKE_PARTS,
    JobTypePage: JOB_PARTS,
}


def whole_page(
    of: (
        CertificationPage | ComparisonPage | PersonPage | CareerPage | IntakePage | JobTypePage
    ),
) -> Page:
    """Put the parts of a page together, as its template does."""
    blocks: list[Block] = []
    for name in _PARTS[type(of)]:
        blocks += getattr(of, name)().blocks
    return Page("A page", "en", tuple(blocks))


@cache
def sample_class() -> dict[str, Profile]:
    """Read the thirty people of the sample class."""
    rows = read_roster(data_folder() / "samples/class.csv").rows
    return {str(row.person_id): row.profile for row in rows}


@cache
def handout(certification_id: str, edition: str = "issuer", on: date = ON) -> Page:
    """Return the whole handout on a certification."""
    return whole_page(CertificationPage(certification_id, on=on, edition=edition))


@cache
def person(person_id: str, edition: str = "issuer", on: date = ON) -> Page:
    """Return the whole page of a person of the sample class."""
    return whole_page(PersonPage(sample_class()[person_id], on=on, edition=edition))


@cache
def career(on: date = ON) -> Page:
    """Return the whole handout on the career."""
    return whole_page(CareerPage(on=on))


@cache
def employers(on: date = EMPLOYERS_ON) -> Page:
    """Return the whole handout on what employers do."""
    page = EmployerSupportPage(on=on)
    blocks = (block for name in EMPLOYER_PARTS for block in getattr(page, name)().blocks)
    return Page("A page", "en", tuple(blocks))


@cache
def comparison(certification_ids: str, edition: str = "issuer", on: date = ON) -> Page:
    """Return the whole page that sets certifications side by side."""
    return whole_page(ComparisonPage(certification_ids, on=on, edition=edition))


@cache
def intake(certification_ids: str, on: date = ON) -> Page:
    """Return the whole form with the questions of some certifications."""
    return whole_page(IntakePage(certification_ids, on=on))


@cache
def job_type(job_type_id: str, on: date = ON) -> Page:
    """Return the whole handout on a job type."""
    return whole_page(JobTypePage(job_type_id, on=on))


def sections(page: Page) -> list[Section]:
    """Return the sections of a page, its words and the list of its sources left out."""
    found = [one for one in page.blocks if isinstance(one, Section)]
    return [one for one in found if one.section_id not in {"words", "sources"}]


def section(page: Page, section_id: str) -> Section:
    """Return one section of a page."""
    (found,) = (one for one in sections(page) if one.section_id == section_id)
    return found


def facts_of(of: Page | Section) -> dict[str, FactItem]:
    """Return the short facts of a page or section by their names."""
    return {one.term: one for one in pieces(of) if isinstance(one, FactItem)}


def listed(page: Page) -> list[SourceItem]:
    """Return the sources that a page lists."""
    (part,) = (one for one in pieces(page) if isinstance(one, SourcesPart))
    return list(part.items)


def references(of: Page | Section) -> set[str]:
    """Return the numbers of the sources that a page or section refers to."""
    spans = (one for one in pieces(of) if isinstance(one, Span) and one.kind == "ref")
    return {one.text for one in spans}


def old_tags(of: Page | Section) -> list[str]:
    """Return the tags of sources that should have been read again."""
    return [one.text for one in pieces(of) if isinstance(one, Span) and one.tone == "old"]


def words(inline: Inline) -> str:
    """Return the words of a line, without references, tags and outcomes."""
    told = "".join(span.text for span in inline if span.kind in {"text", "strong"})
    return " ".join(told.split())


def all_text(page: Page) -> str:
    """Return every word of a page in one text."""
    return "\n".join(all_words(page))


def all_words(page: Page | Section) -> Iterator[str]:
    """Give every text of a page that a reader sees or hears; no number of a reference."""
    for piece in pieces(page):
        if isinstance(piece, Span) and piece.kind != "ref":
            yield piece.text
        if isinstance(piece, ChartPart):
            yield from chart_words(piece.chart)
        if isinstance(piece, Blank):
            yield from (piece.before, piece.after)
        if isinstance(piece, Question):
            yield from (piece.note, *piece.boxes)
        for name in ("title", "heading", "how", "question", "caption", "term", "text", "group"):
            text = getattr(piece, name, None)
            if isinstance(text, str) and not isinstance(piece, Span):
                yield text


def chart_words(chart: Chart) -> Iterator[str]:
    """Give the words of a chart; the ticks of its scale are no statement."""
    yield from (chart.title, chart.sentence, chart.table.caption, *chart.table.columns)
    for row in chart.table.rows:
        yield from row
    for lane in chart.lanes:
        yield from (lane.label, lane.value, lane.note, lane.group, lane.missing)
        yield lane.threshold_label


def sentences(page: Page) -> Iterator[str]:
    """Give what is read as sentences: no headings, no names of tables, sources or jobs."""
    for piece in pieces(page):
        if isinstance(piece, TextPart | Foot):
            yield words(piece.inline)
        elif isinstance(piece, FactItem):
            yield from map(words, (piece.inline, *piece.more))
        elif isinstance(piece, ListPart) and piece.style != "columns":
            yield from map(words, piece.items)
        elif isinstance(piece, ChartPart):
            yield from (piece.chart.sentence, *map(words, piece.notes))
        elif isinstance(piece, AskPart):
            yield from (piece.question, *map(words, piece.answers))
        else:
            yield from _of_small_pieces(piece)


def _of_small_pieces(piece: object) -> Iterator[str]:
    if isinstance(piece, Head) and piece.lead:
        yield words(piece.lead)
    elif isinstance(piece, OutcomeItem):
        yield words(piece.body)
    elif isinstance(piece, Need) and piece.text:
        yield words(piece.text)
    elif isinstance(piece, Question):
        yield piece.question
    elif isinstance(piece, Option):
        yield f"{piece.title} {piece.text}"
