"""Figures of plotly: those that our charts know are drawn, any other is its table."""

import json
from typing import Any

import pandas as pd
import plotly.express as px
import pytest
from plotly import graph_objects as go

from casecert_data.charts import MOST_BARS, Chart
from casecert_data.errors import OwnCellError
from casecert_data.reporting.model._parts import ChartPart, TablePart
from casecert_data.reporting.own._figures import figure_parts
from casecert_data.reporting.own._own_tables import MOST_ROWS
from casecert_data.reporting.own._plotly_data import column_of

CLASS = pd.DataFrame({"License": ["RN", "LPC", "SW"], "Students": [12, 7, 3.5]})
TERMS = pd.DataFrame(
    {"License": ["RN", "LPC"] * 2, "Students": [1, 2, 3, 4], "Term": ["F", "F", "S", "S"]}
)


def parts_of(figure: go.Figure) -> tuple[tuple[object, ...], tuple[str, ...]]:
    """Read a figure in the form in which a cell puts it out."""
    return figure_parts(json.loads(figure.to_json()))


def chart_of(figure: go.Figure) -> Chart:
    """Read a figure that is drawn."""
    (part,), notes = parts_of(figure)

    assert isinstance(part, ChartPart)
    assert notes == ()
    return part.chart


def table_of(figure: go.Figure) -> tuple[list[str], list[list[str]]]:
    """Read a figure that is set as one table: its labels and its cells."""
    (part,), notes = parts_of(figure)

    assert isinstance(part, TablePart)
    assert notes == ("figure",)
    return (
        ["".join(span.text for span in one.label) for one in part.columns],
        [["".join(span.text for span in cell) for cell in row.cells] for row in part.rows],
    )


def test_upright_bars_are_drawn_in_their_order() -> None:
    """The title is the heading, without its markup."""
    figure = px.bar(CLASS, x="License", y="Students", title="Our <b>class</b><br>in fall")
    (part,), _ = parts_of(figure)

    assert isinstance(part, ChartPart)
    assert part.heading == "Our class in fall"
    assert chart_of(figure).sentence == "Our class in fall. RN: 12; LPC: 7; SW: 3.5."


def test_lying_bars_are_drawn_from_the_top_as_they_are_seen() -> None:
    """Plotly counts them from the bottom, unless told otherwise."""
    figure = px.bar(CLASS, y="License", x="Students", orientation="h")

    assert chart_of(figure).sentence == ("Students by License. SW: 3.5; LPC: 7; RN: 12.")
    assert chart_of(figure.update_yaxes(autorange="reversed")).sentence == (
        "Students by License. RN: 12; LPC: 7; SW: 3.5."
    )


def test_groups_of_bars_are_small_charts() -> None:
    """Each series under its own name."""
    chart = chart_of(px.bar(TERMS, x="License", y="Students", color="Term", barmode="group"))

    assert [(lane.group, lane.label) for lane in chart.lanes] == [
        ("F", "RN"),
        ("F", "LPC"),
        ("S", "RN"),
        ("S", "LPC"),
    ]
    assert chart.table.columns == ("Term", "License", "Students")


def test_bars_of_many_colors_are_one_chart() -> None:
    """A color for each bar says nothing that its label does not."""
    chart = chart_of(px.bar(CLASS, x="License", y="Students", color="License"))

    assert {lane.group for lane in chart.lanes} == {""}


def test_ranges_and_signs_and_gaps_come_through() -> None:
    """A bar with a base is a range; a missing number is not known."""
    ranges = go.Figure(go.Bar(x=["a", "b"], y=[3, None], base=[1, 2]))
    chart = chart_of(ranges.update_yaxes(tickprefix="$", ticksuffix="k"))

    assert [lane.value for lane in chart.lanes] == ["$1k to $4k", "not known"]


def test_days_and_years_are_names() -> None:
    """A day is written out, and a year has no comma."""
    days = go.Figure(go.Bar(x=pd.to_datetime(["2027-03-04", "2027-04-05"]), y=[1, 2]))
    years = go.Figure(go.Bar(x=[2026, 2027], y=[1, 2]))

    assert [lane.label for lane in chart_of(days).lanes] == ["March 4, 2027", "April 5, 2027"]
    assert [lane.label for lane in chart_of(years).lanes] == ["2026", "2027"]


@pytest.mark.parametrize(
    "figure",
    [
        px.bar(TERMS, x="License", y="Students", color="Term"),
        px.bar(CLASS, x="License", y="Students", error_y=[1, 1, 1]),
        go.Figure(go.Bar(x=["a"], y=[-3])),
        go.Figure([go.Bar(x=["a"], y=[1]), go.Scatter(x=["a"], y=[2])]),
        go.Figure([go.Bar(x=["a"], y=[1]), go.Bar(x=[2], y=["a"], orientation="h")]),
        go.Figure(go.Bar(x=list(range(MOST_BARS + 1)), y=list(range(MOST_BARS + 1)))),
    ],
    ids=["stacked", "errors", "below zero", "mixed", "both ways", "many"],
)
def test_bars_that_say_more_than_ours_can_are_a_table(figure: go.Figure) -> None:
    """A sum of bars, an uncertainty or a minus would be lost."""
    parts, notes = parts_of(figure)

    assert not [part for part in parts if isinstance(part, ChartPart)]
    assert "figure" in notes


def test_lines_are_a_table_with_a_column_for_each() -> None:
    """Along the same places they are read side by side."""
    assert table_of(px.line(TERMS, x="License", y="Students", color="Term")) == (
        ["License", "F", "S"],
        [["RN", "1", "3"], ["LPC", "2", "4"]],
    )


def test_numbers_of_a_table_keep_the_signs_of_their_axis() -> None:
    """A share is no count."""
    shares = go.Figure(go.Scatter(x=["a", "b"], y=[51, 22])).update_yaxes(ticksuffix="%")

    assert table_of(shares)[1] == [["a", "51%"], ["b", "22%"]]


def test_a_cloud_of_points_is_one_row_for_each() -> None:
    """Two points may stand over the same place."""
    points = pd.DataFrame({"Hours": [1, 1, 2.5], "Score": [3000, 4, 5]})

    assert table_of(px.scatter(points, x="Hours", y="Score")) == (
        ["Hours", "Score"],
        [["1", "3,000"], ["1", "4"], ["2.5", "5"]],
    )


@pytest.mark.parametrize(
    ("figure", "head", "rows"),
    [
        (
            px.pie(CLASS, names="License", values="Students"),
            ["Label", "Value"],
            [["RN", "12"], ["LPC", "7"], ["SW", "3.5"]],
        ),
        (
            px.imshow([[1, 2], [3, 4.5]], x=["a", "b"], y=["c", "d"]),
            ["Up", "a", "b"],
            [["c", "1", "2"], ["d", "3", "4.5"]],
        ),
        (
            go.Figure(
                go.Table(header={"values": ["A", "B"]}, cells={"values": [["x", "y"], [1, 2]]})
            ),
            ["A", "B"],
            [["x", "1"], ["y", "2"]],
        ),
        (go.Figure(go.Indicator(value=3)), ["Value"], [["3"]]),
        (
            go.Figure(go.Scatterpolar(theta=["a", "b"], r=[1, None])),
            ["Direction", "Distance"],
            [["a", "1"], ["b", "\N{EN DASH}"]],
        ),
        (
            px.box(TERMS, x="License", y="Students"),
            ["License", "Students"],
            [["RN", "1"], ["LPC", "2"], ["RN", "3"], ["LPC", "4"]],
        ),
        (
            go.Figure(go.Scatter(x=[2025, 2026], y=[1, 2])),
            ["Across", "Up"],
            [["2025", "1"], ["2026", "2"]],
        ),
    ],
    ids=["pie", "field", "table", "number", "radar", "boxes", "years"],
)
def test_any_other_figure_is_its_table(
    figure: go.Figure, head: list[str], rows: list[list[str]]
) -> None:
    """With the words of its axes, or our own for what plotly calls x and y."""
    assert table_of(figure) == (head, rows)


def test_the_title_of_a_figure_is_the_caption_of_its_table() -> None:
    """It is seen, as it was above the figure."""
    (part,), _ = parts_of(px.pie(CLASS, names="License", values="Students", title="Ours"))

    assert isinstance(part, TablePart)
    assert (part.caption, part.shows_caption) == ("Ours", True)


def test_a_figure_of_many_points_is_cut_and_told() -> None:
    """The first rows, and a sentence on the rest."""
    parts, notes = parts_of(px.scatter(x=range(5000), y=range(5000)))

    assert isinstance(parts[0], TablePart)
    assert len(parts[0].rows) == MOST_ROWS
    assert notes == ("figure", "cut")


@pytest.mark.parametrize(
    "bundle",
    [
        {},
        [],
        "Ann",
        {"data": []},
        {"data": "Ann"},
        {"data": [{"type": "bar", "x": "Ann", "y": 3}]},
        {"data": [{"type": "bar", "y": {"dtype": "f8", "bdata": "!"}}]},
        {"data": [{"type": "sankey", "link": {"source": [0]}}]},
        {"data": [{"type": "bar", "x": ["a"], "y": [1], "visible": False}]},
    ],
)
def test_a_figure_without_values_is_refused(bundle: Any) -> None:
    """Without a word of what stands in it."""
    with pytest.raises(OwnCellError, match="numbers cannot be read") as refused:
        figure_parts(bundle)

    assert "Ann" not in str(refused.value)


def test_what_looks_like_markup_in_a_name_stays_text() -> None:
    """Only what plotly itself reads as markup is taken out."""
    figure = go.Figure(go.Bar(x=["<script>alert(1)</script>", "<b>RN</b>"], y=[1, 2]))

    assert [lane.label for lane in chart_of(figure).lanes] == [
        "<script>alert(1)</script>",
        "RN",
    ]


@pytest.mark.parametrize(
    ("packed", "values"),
    [
        ({"dtype": "f8", "bdata": "AAAAAAAA+D8="}, [1.5]),
        ({"dtype": "i2", "bdata": "/////w=="}, [-1, -1]),
        ({"dtype": "i1", "bdata": "AQIDBA==", "shape": "2, 2"}, [[1, 2], [3, 4]]),
        ({"dtype": "c8", "bdata": "AQI="}, None),
        ({"dtype": "f8", "bdata": "AQI="}, None),
        ([], None),
        ("Ann", None),
    ],
)
def test_arrays_are_read_packed_or_not(packed: Any, values: list[Any] | None) -> None:
    """Plotly packs what comes from numpy."""
    assert column_of(packed) == values
