"""Parts: what stands in a section of a page, from a paragraph to a chart."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from casecert_data.charts import Chart
from casecert_data.errors import PageError
from casecert_data.reporting.model._pieces import BOX_LETTERS, TITLE_LETTERS, Piece
from casecert_data.reporting.model._spans import Inline

WHOLE_WIDTH = 100
"""Percent that the columns of a table share."""


@dataclass(frozen=True, slots=True)
class TextPart(Piece):
    """A paragraph."""

    tagged = ("part", "text")
    inline: Inline
    """Its words."""
    small: bool = False
    """Whether it is a note, in smaller and paler type."""


@dataclass(frozen=True, slots=True)
class FactItem(Piece):
    """One short fact with its name above."""

    term: str
    """Its name."""
    inline: Inline
    """What is so."""
    more: tuple[Inline, ...] = ()
    """Further lines of it."""

    def check(self) -> None:
        """Refuse a fact without a name."""
        self.require_text("term")


@dataclass(frozen=True, slots=True)
class FactsPart(Piece):
    """Short facts: in two columns, read across, or one under the other."""

    tagged = ("part", "facts")
    items: tuple[FactItem, ...]
    """The facts."""
    wide: bool = False
    """Whether each takes the whole width, its name at the left."""


@dataclass(frozen=True, slots=True)
class Option(Piece):
    """One way to meet a need, drawn as a box."""

    title: str
    """The way in a word or two."""
    text: str
    """The rest of it; may be empty."""

    def check(self) -> None:
        """Refuse a box without a title, and one that would be longer than a page."""
        self.require_text("title")
        self.require_short(TITLE_LETTERS, "title")
        self.require_short(BOX_LETTERS, "text")


@dataclass(frozen=True, slots=True)
class Need(Piece):
    """One thing that is needed, with the options that would meet it."""

    title: str
    """The need in a word or two."""
    how: str
    """How its options join, such as "any one of these"; empty where there is no choice."""
    text: Inline | None = None
    """A sentence under the title."""
    options: tuple[Option, ...] = ()
    """Boxes with "or" between them."""
    conditional: bool = False
    """Whether it is needed of some people only; such needs come last and have no number."""

    def check(self) -> None:
        """Refuse a need without a title, or with a long one."""
        self.require_text("title")
        self.require_short(TITLE_LETTERS, "title", "how")


@dataclass(frozen=True, slots=True)
class WaysPart(Piece):
    """The ways in: down is "and", across is "or"."""

    tagged = ("part", "ways")
    needs: tuple[Need, ...]
    """The needs, in the order in which they are numbered."""

    def check(self) -> None:
        """Refuse a numbered need after a conditional one."""
        for one, following in pairwise(self.needs):
            if one.conditional and not following.conditional:
                raise PageError.unexpected("needs", "conditional needs last", following.title)


@dataclass(frozen=True, slots=True)
class ListPart(Piece):
    """A list."""

    tagged = ("part", "list")
    style: Literal["check", "steps", "columns", "plain"]
    """Boxes to tick, numbered steps, three columns of short names, or lines."""
    items: tuple[Inline, ...]
    """Its entries."""


@dataclass(frozen=True, slots=True)
class Column(Piece):
    """A column of a table."""

    label: Inline
    """Its head; never empty, since each cell is read out with it."""
    numeric: bool = False
    """Whether its cells are set flush right."""
    stack_label: str = ""
    """Words before each cell's value on a phone, where a row becomes a block."""

    def check(self) -> None:
        """Refuse a head without words, and one that would push its rows off the page."""
        words = "".join(span.text for span in self.label)
        if not words.strip():
            raise PageError.unexpected("label", "words", words)
        if len(words) > BOX_LETTERS:
            raise PageError.too_long("label", BOX_LETTERS, words)


@dataclass(frozen=True, slots=True)
class Row(Piece):
    """A row of a table."""

    cells: tuple[Inline, ...]
    """One for each column; the first one is the row's head."""
    indented: bool = False
    """Whether it is one of the alternatives of the row above, which then heads a group: its own
    cells get no `stack_label`."""


@dataclass(frozen=True, slots=True)
class TablePart(Piece):
    """A table whose first column names the rows; it stacks on phones if a column says how."""

    tagged = ("part", "table")
    caption: str
    """What the table holds, for whoever hears the page."""
    columns: tuple[Column, ...]
    """At least one."""
    rows: tuple[Row, ...]
    """In order."""
    widths: tuple[int, ...] | None = None
    """Percent of the width for each column; the renderers choose where there are none."""
    shows_caption: bool = False
    """Whether the caption is seen, too, above the table."""

    def check(self) -> None:
        """Refuse rows and widths that do not fit the columns."""
        self.require_text("caption")
        count = len(self.columns)
        if not count:
            raise PageError.unexpected("columns", "at least one column", [])
        for at, row in enumerate(self.rows):
            if len(row.cells) != count:
                raise PageError.count(f"rows[{at}].cells", count, "column", len(row.cells))
        if self.widths is None:
            return
        if len(self.widths) != count:
            raise PageError.count("widths", count, "column", len(self.widths))
        if min(self.widths) <= 0 or sum(self.widths) > WHOLE_WIDTH:
            raise PageError.unexpected(
                "widths", f"percents above 0 that add up to {WHOLE_WIDTH} or less", self.widths
            )


@dataclass(frozen=True, slots=True)
class ChartPart(Piece):
    """A chart with its text alternative, and with its table if asked for."""

    tagged = ("part", "chart")
    chart: Chart
    """What is drawn."""
    heading: str | None = None
    """The finding, above the picture."""
    notes: tuple[Inline, ...] = ()
    """What stands at the right of the picture: who says so, and since when."""
    with_table: bool = False
    """Whether the chart's table follows."""

    def check(self) -> None:
        """Refuse notes that would run on below the picture."""
        words = "".join(span.text for note in self.notes for span in note)
        if len(words) > BOX_LETTERS:
            raise PageError.too_long("notes", BOX_LETTERS, words)


@dataclass(frozen=True, slots=True)
class AskPart(Piece):
    """The question to ask next."""

    tagged = ("part", "ask")
    question: str
    """In plain words."""
    answers: tuple[Inline, ...]
    """What each answer would mean."""

    def check(self) -> None:
        """Refuse an empty question."""
        self.require_text("question")


@dataclass(frozen=True, slots=True)
class Blank(Piece):
    """A line to write on, with its words."""

    before: str
    """What is written there, such as "Months"; never empty, since the line is not heard."""
    after: str = ""
    """Words behind the line, such as a unit."""
    is_long: bool = False
    """Whether it has room for words; else for a number."""

    def check(self) -> None:
        """Refuse a line that nothing tells of, and words that leave no room for it."""
        self.require_text("before")
        self.require_short(TITLE_LETTERS, "before", "after")


@dataclass(frozen=True, slots=True)
class Question(Piece):
    """One question of a form, with what can be answered."""

    question: str
    """In plain words."""
    note: str = ""
    """What stands behind it in small type, such as who asks it."""
    blanks: tuple[tuple[Blank, ...], ...] = ()
    """Rows of lines to write on."""
    boxes: tuple[str, ...] = ()
    """Words beside boxes to tick."""

    def check(self) -> None:
        """Refuse an empty question, one without an answer, and words that fit no box."""
        self.require_text("question")
        self.require_short(BOX_LETTERS, "question")
        self.require_short(TITLE_LETTERS, "note")
        if not self.blanks and not self.boxes:
            raise PageError.unexpected("boxes", "a box or a line to write on", [])
        for words in self.boxes:
            if not words.strip():
                raise PageError.unexpected("boxes", "words beside each box", words)
            if len(words) > TITLE_LETTERS:
                raise PageError.too_long("boxes", TITLE_LETTERS, words)


@dataclass(frozen=True, slots=True)
class QuestionsPart(Piece):
    """Questions to answer by hand: boxes to tick and lines to write on."""

    tagged = ("part", "questions")
    items: tuple[Question, ...]
    """From top to bottom."""


@dataclass(frozen=True, slots=True)
class WordItem(Piece):
    """A word of the page that its reader may not know."""

    term: str
    """The word as it stands before its meaning, such as "Median:"."""
    inline: Inline
    """What it means."""
    rank: int
    """How soon it is told where a sheet of paper has not room for all; from 1."""

    def check(self) -> None:
        """Refuse a meaning of nothing."""
        self.require_text("term")


@dataclass(frozen=True, slots=True)
class WordsPart(Piece):
    """Words of the page with what they mean: all on a screen, on paper those that fit."""

    tagged = ("part", "words")
    items: tuple[WordItem, ...]
    """In the order in which they are looked up."""


@dataclass(frozen=True, slots=True)
class SourceItem(Piece):
    """One source of the page."""

    number: int
    """What references name it by, from 1."""
    title: str
    """Its title."""
    detail: Inline
    """Publisher, dates, standing."""
    group: str = ""
    """Words before the sources that run on in one paragraph; empty where each has its own."""

    def check(self) -> None:
        """Refuse a source that no reference could name."""
        self.require_text("title")
        if self.number < 1:
            raise PageError.unexpected("number", "a number from 1", self.number)


@dataclass(frozen=True, slots=True)
class SourcesPart(Piece):
    """The list of sources."""

    tagged = ("part", "sources")
    items: tuple[SourceItem, ...]
    """In the order of their numbers."""
