"""Pages that the tests of the renderers draw: three whole handouts, and one that means harm."""

import json
from pathlib import Path

from casecert_data.charts import Chart, ChartTable, Lane, Segment, Tick
from casecert_data.reporting.model._blocks import (
    AskPart,
    Blank,
    ChartPart,
    CodePart,
    Column,
    FactItem,
    FactsPart,
    Foot,
    Head,
    HeadingPart,
    Inline,
    ItemsPart,
    ListPart,
    Need,
    Option,
    OutcomeItem,
    Outcomes,
    Page,
    Part,
    Question,
    QuestionsPart,
    QuotePart,
    Row,
    Section,
    SourceItem,
    SourcesPart,
    Span,
    TablePart,
    TextPart,
    WaysPart,
    WordItem,
    WordsPart,
)
from casecert_data.reporting.model._pieces import TITLE_LETTERS

FOLDER = Path(__file__).parent.parent / "reporting" / "pages"
HANDOUTS = ("certification", "person", "details")
"""The two pages of the mocks, and one with details and many sources, whole."""

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</style></title><script>alert(1)</script>",
    "{{ 7*7 }} {% raw %} {# #}",
    '#text(red)[x] #panic("x") $x^2$ *b* _i_ `c` @s1 <s1> // gone',
    '\\u{202e} &lt;b&gt; &#60; ]]> --> \'" onload="x',
    "=cmd|'/C calc'!A0 ../../etc/passwd C:\\con %00",
    "https://example.org/" + "very-long-path/" * 12,
    "W" * 150,
)
"""Markup of every language that a page passes through, and words that fit no column."""


def read_page(name: str) -> Page:
    """Read one of the pages in ``tests/reporting/pages``."""
    return Page.from_json(json.loads((FOLDER / f"{name}.json").read_text("utf-8")))


def words(text: str) -> Inline:
    """Make a line of ordinary text."""
    return (Span.plain(text),)


def small_page(*blocks: Outcomes | Section | Foot, title: str = "A page") -> Page:
    """Make a page of a head and some blocks."""
    return Page(title, "en", (Head((), (), title), *blocks))


def page_of(text: str) -> Page:
    """Make a page that says one text in every place that takes text from outside."""
    short = text[:TITLE_LETTERS]
    line = (
        Span.plain(text),
        Span("link", text, address="https://example.org/a"),
        Span("code", text),
        Span("break", ""),
        Span.strong(text),
        Span.tag(short, "claim"),
        Span.tag(short, "old"),
        Span.outcome("not_needed"),
        Span.ref(1),
    )
    label = (Span.plain(short), Span.ref(1))
    chart = Chart(
        chart_id=text,
        title=text,
        sentence=text,
        lanes=(Lane(text, (Segment(0, 5, "bound"),), value=text, note=text, group=text),),
        extent=10,
        ticks=(Tick(0, text),),
        table=ChartTable(text, (text, text), ((text, text),), (1,)),
    )
    parts: tuple[Part, ...] = (
        TextPart(line),
        FactsPart((FactItem(text, line),)),
        FactsPart((FactItem(text, line, (line, line)), FactItem(short, line)), wide=True),
        WaysPart(
            (
                Need(short, short, line, (Option(short, text),) * 3),
                Need(short, short, line, (Option(short, text),) * 4),
                Need(short, short, line, (), conditional=True),
            )
        ),
        ListPart("check", (line,)),
        ListPart("steps", (line,)),
        ListPart("columns", (line,)),
        ListPart("plain", (line,)),
        TablePart(
            text,
            (Column(label), Column(label, numeric=True, stack_label=short)),
            (Row((line, line)), Row((line, line), indented=True)),
        ),
        TablePart(text, (Column(label), Column(label)), (Row((line, line)),), (70, 30)),
        ChartPart(chart, text, (label,), with_table=True),
        AskPart(text, (line,)),
        HeadingPart(short, 3),
        CodePart((text, f"    {text}")),
        ItemsPart(((TextPart(line), ItemsPart(((TextPart(line),),), ordered=True)),)),
        QuotePart((TextPart(line), CodePart((text,)))),
        QuestionsPart(
            (
                Question(text, short, ((Blank(short, short), Blank(short, is_long=True)),)),
                Question(text, boxes=(short,) * 3),
                Question(text, short, ((Blank(short),),) * 2, (short,)),
                Question(text, short, boxes=(short,) * 5),
            )
        ),
        SourcesPart((SourceItem(1, text, (Span.plain(text),)),)),
        SourcesPart(
            (SourceItem(2, text, (Span.plain(text),), text), SourceItem(3, text, (), "Group"))
        ),
    )
    return Page(
        text,
        "en",
        (
            Head(line, line, text, line, line),
            Outcomes(text, (OutcomeItem("unknown", text, line),)),
            *(Section(f"part-{at}", short, (part,), "met") for at, part in enumerate(parts)),
            Section("form", short, (parts[-3],), broad=True),
            # Beside another part they are a list as any other.
            Section("told", short, (parts[0], WordsPart((WordItem(text, line, 1),)))),
            Foot(line),
        ),
    )
