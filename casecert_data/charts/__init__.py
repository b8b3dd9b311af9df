"""Charts described once: marks, a sentence and a table from the same rows, drawn as SVG."""

from casecert_data.charts._chart import Chart, ChartTable, Fill, Lane, Segment, Tick
from casecert_data.charts._decision_gaps import gaps_of
from casecert_data.charts._gap_bars import Gap, gap_bars
from casecert_data.charts._pay_ranges import pay_ranges
from casecert_data.charts._place import RUN_GAP, Bar, Picture, Rule, Run, Words, place_chart
from casecert_data.charts._plain_bars import MOST_BARS, Measure, PlainBar, plain_bars
from casecert_data.charts._support_bars import support_bars, support_lane, support_words
from casecert_data.charts._support_history import support_history
from casecert_data.charts._svg import draw_svg, draw_words
from casecert_data.charts._text_width import wrap_text
from casecert_data.charts._theme import PRINT, SCREEN, STRIPE_EVERY, Ink, Measures, inks
from casecert_data.charts._words import shown_text

__all__ = [
    "MOST_BARS",
    "PRINT",
    "RUN_GAP",
    "SCREEN",
    "STRIPE_EVERY",
    "Bar",
    "Chart",
    "ChartTable",
    "Fill",
    "Gap",
    "Ink",
    "Lane",
    "Measure",
    "Measures",
    "Picture",
    "PlainBar",
    "Rule",
    "Run",
    "Segment",
    "Tick",
    "Words",
    "draw_svg",
    "draw_words",
    "gap_bars",
    "gaps_of",
    "inks",
    "pay_ranges",
    "place_chart",
    "plain_bars",
    "shown_text",
    "support_bars",
    "support_history",
    "support_lane",
    "support_words",
    "wrap_text",
]
