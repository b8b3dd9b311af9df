"""What stands in the columns of certifications, as tables to take away."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from casecert_data.catalog import say, spell_date
from casecert_data.charts import Chart
from casecert_data.eligibility import MET
from casecert_data.panels._compare_view import Column, Told
from casecert_data.panels._difference_view import DifferencesView
from casecert_data.panels._need_view import NeedView
from casecert_data.panels._place_view import PlaceView
from casecert_data.panels._sources import edition_tag
from casecert_data.panels._takeaway import Offered
from casecert_data.panels._takes_view import TakesLine, TakesRow
from casecert_data.takeaway import TakenTable, chart_table, told_table

_Line = tuple[Sequence[str], Iterable[str]]
"""Cells of a row, and the keys of its sources."""


def taken_notes(
    on: date, edition: str, person_id: str | None, more: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return what a reader of a file must know, which on the screen stands around the table.

    Parameters
    ----------
    on
        The day asked about.
    edition
        Whose words are followed.
    person_id
        Pseudonym of the client; None where there is none.
    more
        What else is said beside the answer.

    Examples
    --------
    >>> taken_notes(date(2026, 11, 23), "issuer", "R-014")
    ('Worked out for November 23, 2026.', 'Whose words: Issuer.', 'Profile: R-014.')
    """
    notes = [
        say("panel.takeaway.worked_out", date=spell_date(on)),
        say("panel.takeaway.by", edition=edition_tag(edition).words),
    ]
    if person_id:
        notes.append(say("panel.takeaway.whose", person_id=person_id))
    return (*notes, *more)


def compared_offers(
    columns: Sequence[Column],
    chart: Chart | None,
    home: PlaceView | None,
    notes: Iterable[str],
) -> list[Offered]:
    """Return what can be saved of certifications side by side: what is shown, and no more.

    Parameters
    ----------
    columns
        What stands side by side.
    chart
        How near the numbers are; None where it is not drawn.
    home
        What is known of the home state; None where nothing is shown.
    notes
        What a reader must know of all of it.
    """
    noted = tuple(notes)
    offers = []
    if columns:
        offers.append(Offered.of(_STEM, "side_by_side", partial(side_by_side, columns, noted)))
    if chart is not None:
        drawn = partial(near_table, chart, columns, noted)
        offers.append(Offered.of(_STEM, "near", drawn, chart))
    for name, is_shown, make in _TABLES:
        if any(is_shown(one) for one in columns):
            offers.append(Offered.of(_STEM, name, partial(make, columns, noted)))
    if home is not None:
        offers.append(Offered.of(_STEM, "home", partial(home_table, home, noted)))
    return offers


def near_table(chart: Chart, columns: Sequence[Column], notes: Iterable[str]) -> TakenTable:
    """Return the table beside the chart, each row with the certification that it is about."""
    ids = [key for one in columns for _, where in one.stands for key in where.source_ids]
    return chart_table(chart, ids, group=say("panel.takeaway.head.certification"), notes=notes)


def side_by_side(columns: Sequence[Column], notes: Iterable[str]) -> TakenTable:
    """Return a row for each point, and a column for each certification.

    Parameters
    ----------
    columns
        What stands side by side.
    notes
        What a reader must know of all of it.

    Examples
    --------
    >>> from casecert_data import decide
    >>> from casecert_data.panels._compare_view import columns_of
    >>> asked = decide({"license_codes": ["RN"]}, on="2026-11-23", certifications=["ccm"])
    >>> side_by_side(columns_of(asked), []).rows[1]
    {'c0': 'Result', 'c1': 'Unknown'}
    """
    heads = [say("panel.takeaway.head.point"), *(one.title for one in columns)]
    return told_table(say("panel.takeaway.shown.side_by_side"), heads, _points(columns), notes)


def takes_table(columns: Sequence[Column], notes: Iterable[str]) -> TakenTable:
    """Return a row for each thing to know of exam, dates, cost and renewal."""
    rows = [
        ((column.title, row.title, line.term, _with_url(line)), line.cited.source_ids)
        for column in columns
        for row in column.takes
        for line in (*row.lines, *row.rest)
    ]
    heads = _heads("certification", "kind", "term", "words")
    return told_table(say("panel.takeaway.shown.takes"), heads, rows, notes)


def differences_table(columns: Sequence[Column], notes: Iterable[str]) -> TakenTable:
    """Return a row for each point on which two pages differ."""
    rows = [
        (
            (
                *(column.title, title, one.name, one.sides[0].text),
                *(one.sides[1].tag.words, one.sides[1].text, one.note),
            ),
            (*one.sides[0].cited.source_ids, *one.sides[1].cited.source_ids),
        )
        for column in columns
        for title, found in _differing(column)
        for one in found.differences
    ]
    heads = _heads("certification", "kind", "point", "article", "whose", "other", "note")
    return told_table(say("panel.takeaway.shown.differences"), heads, rows, notes)


def places_table(columns: Sequence[Column], notes: Iterable[str]) -> TakenTable:
    """Return a row for each place in which a requirement stands."""
    rows = [
        ((column.title, place.text, spot.locator), spot.cited.source_ids)
        for column in columns
        for place in column.places
        for spot in place.spots
    ]
    heads = _heads("certification", "requirement", "where")
    return told_table(say("panel.takeaway.shown.places"), heads, rows, notes)


def needs_table(columns: Sequence[Column], notes: Iterable[str]) -> TakenTable:
    """Return a row for each way to fill each need, with its outcome."""
    rows = [
        (
            (column.title, _title(need), need.how, way.text, outcome_word(way.outcome)),
            need.cited.source_ids,
        )
        for column in columns
        for need in column.needs
        if need is not None
        for way in need.options
    ]
    heads = _heads("certification", "need", "how", "way", "result")
    return told_table(say("panel.takeaway.shown.needs"), heads, rows, notes)


def home_table(view: PlaceView, notes: Iterable[str]) -> TakenTable:
    """Return a row for each thing to know of the home state."""
    rows = [((view.heading, one.words), one.cited.source_ids) for one in view.items]
    heads = _heads("kind", "words")
    return told_table(say("panel.takeaway.shown.home"), heads, rows, notes)


def outcome_word(outcome: str | None) -> str:
    """Return the word for an outcome; nothing where nobody is judged.

    Examples
    --------
    >>> outcome_word("not_met"), outcome_word(None)
    ('Not met', '')
    """
    return "" if outcome is None else say(f"outcome.{outcome}")


def missing_words(column: Column) -> str:
    """Say what is missing for sure, or that nothing is."""
    if column.outcome == MET:
        return say("panel.compare.nothing_missing")
    return listed(column.missing)


def listed(lines: Iterable[str]) -> str:
    """Join the lines of a list in one cell.

    Examples
    --------
    >>> listed(["12 more hours", "A degree"])
    '12 more hours; A degree'
    """
    return say("takeaway.between").join(lines)


def _heads(*names: str) -> list[str]:
    return [say(f"panel.takeaway.head.{one}") for one in names]


def _points(columns: Sequence[Column]) -> Iterator[_Line]:
    """Yield what is told of each certification, in the order of the screen."""
    yield from _words(columns, say("panel.takeaway.head.issuer"), lambda one: one.issuer)
    yield from _words(
        columns, say("panel.takeaway.head.result"), lambda one: outcome_word(one.outcome)
    )
    yield from _words(columns, say("panel.takeaway.head.why"), lambda one: one.why)
    yield from _told(
        columns,
        say("panel.compare.audience"),
        lambda one: one.offered if one.outcome else one.audience,
    )
    yield from _told(columns, say("panel.mixed_up.head"), lambda one: one.mixed_up)
    yield from _words(columns, say("panel.takeaway.head.note"), lambda one: one.stands_in)
    yield from _needs(columns)
    yield from _words(columns, say("panel.compare.ask"), lambda one: one.question)
    yield from _words(columns, say("panel.compare.still_missing"), missing_words)
    yield from _words(
        columns, say("panel.compare.not_known"), lambda one: listed(one.unsettled)
    )
    yield from _told(columns, say("panel.compare.papers"), lambda one: one.papers)
    yield from _takes(columns)
    yield from _pages(columns)


def _words(
    columns: Sequence[Column], label: str, words: Callable[[Column], str]
) -> Iterator[_Line]:
    return _point(label, [(words(one), ()) for one in columns])


def _told(
    columns: Sequence[Column], label: str, told: Callable[[Column], Told | None]
) -> Iterator[_Line]:
    found = [told(one) for one in columns]
    cells = [
        ("", ()) if one is None else (listed(one.lines), one.cited.source_ids) for one in found
    ]
    return _point(label, cells)


def _point(label: str, cells: Sequence[tuple[str, Iterable[str]]]) -> Iterator[_Line]:
    """Yield a row, unless nothing is told in any column."""
    if any(words for words, _ in cells):
        yield (label, *(words for words, _ in cells)), [key for _, ids in cells for key in ids]


def _needs(columns: Sequence[Column]) -> Iterator[_Line]:
    for together in zip(*(one.needs for one in columns), strict=True):
        cells = [
            ("", ()) if need is None else (_need(need), need.cited.source_ids)
            for need in together
        ]
        yield from _point(say("panel.takeaway.head.need"), cells)


def _need(need: NeedView) -> str:
    """Give a need in a line: its ways with "or" between them, its parts with "and"."""
    joint = f" {say('page.or' if need.is_choice else 'page.and')} "
    ways = [
        say("panel.takeaway.way", words=one.text, outcome=outcome_word(one.outcome))
        if one.outcome
        else one.text
        for one in need.options
    ]
    return " ".join(filter(None, (f"{_title(need)}:", joint.join(ways), need.note)))


def _title(need: NeedView) -> str:
    return need.title[:1].upper() + need.title[1:]


def _takes(columns: Sequence[Column]) -> Iterator[_Line]:
    # An edition may tell fewer rows of one certification than of another.
    names = dict.fromkeys(row.name for one in columns for row in one.takes)
    for name in names:
        rows = [next((row for row in one.takes if row.name == name), None) for one in columns]
        title = next(row.title for row in rows if row is not None)
        more = next((row.more for row in rows if row is not None and row.more), title)
        yield from _point(title, [_lines(() if row is None else row.lines) for row in rows])
        yield from _point(more, [_lines(() if row is None else row.rest) for row in rows])


def _lines(lines: Iterable[TakesLine]) -> tuple[str, Sequence[str]]:
    told = list(lines)
    words = [
        say("details.named", term=one.term, words=_with_url(one))
        if one.term
        else _with_url(one)
        for one in told
    ]
    return " ".join(words), [key for one in told for key in one.cited.source_ids]


def _with_url(line: TakesLine) -> str:
    return f"{line.words} {line.url}".rstrip()


def _pages(columns: Sequence[Column]) -> Iterator[_Line]:
    cells = [
        (
            f"{one.tag.words}: {listed(line.title for line, _ in one.stands)}",
            [key for _, where in one.stands for key in where.source_ids],
        )
        for one in columns
    ]
    yield from _point(say("panel.compare.source"), cells)


def _differing(column: Column) -> Iterator[tuple[str, DifferencesView]]:
    parts: list[NeedView | TakesRow | None] = [*column.needs, *column.takes]
    for one in parts:
        if one is not None and one.differences is not None:
            title = one.title
            yield title[:1].upper() + title[1:], one.differences


_STEM = "compare"
"""How the names of the files begin."""
_TABLES: Sequence[
    tuple[
        str, Callable[[Column], bool], Callable[[Sequence[Column], Iterable[str]], TakenTable]
    ]
] = (
    ("needs", lambda one: bool(one.needs), needs_table),
    ("takes", lambda one: bool(one.takes), takes_table),
    ("differences", lambda one: any(_differing(one)), differences_table),
    ("places", lambda one: bool(one.places), places_table),
)
"""Longer tables: the name of each, whether a column has any of it, and what makes it."""
