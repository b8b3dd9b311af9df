"""Frames of pandas as tables of a page: from their data, never from their HTML."""

from datetime import date
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd
import pytest

from casecert_data.reporting.model._own_parts import OwnOutput
from casecert_data.reporting.model._parts import TablePart
from casecert_data.reporting.own._displays import PARTS_TYPE, load_ipython_extension
from casecert_data.reporting.own._frames import frame_output, series_output, styler_output
from casecert_data.reporting.own._own_tables import MOST_COLUMNS, MOST_ROWS

DASH = "\N{EN DASH}"


def table(output: OwnOutput) -> TablePart:
    """Return the table of an output."""
    part = output.parts[0]
    assert isinstance(part, TablePart)
    return part


def head(output: OwnOutput) -> list[str]:
    """Return the labels of the columns."""
    return ["".join(span.text for span in one.label) for one in table(output).columns]


def rows(output: OwnOutput) -> list[list[str]]:
    """Return the cells as text."""
    return [
        ["".join(span.text for span in cell) for cell in row.cells]
        for row in table(output).rows
    ]


def test_an_index_that_says_something_names_the_rows() -> None:
    """It is the first column, which is read out before each cell."""
    output = frame_output(pd.DataFrame({"Fee": [350]}, index=pd.Index(["CCM"], name="For")))

    assert (head(output), rows(output)) == (["For", "Fee"], [["CCM", "350"]])
    assert [one.numeric for one in table(output).columns] == [False, True]


def test_an_index_that_only_counts_is_left_out() -> None:
    """0, 1, 2 mean nothing on a handout; then the first column names the rows."""
    output = frame_output(pd.DataFrame({"For": ["CCM"], "Fee": [350]}))

    assert (head(output), rows(output)) == (["For", "Fee"], [["CCM", "350"]])


def test_an_index_without_a_name_gets_one() -> None:
    """An empty head is read out as nothing. Years that nobody named are kept."""
    output = frame_output(pd.DataFrame({"People": [3]}, index=[2026]))

    assert (head(output), rows(output)) == (["Row", "People"], [["2026", "3"]])


def test_each_level_of_an_index_is_a_column() -> None:
    """No cell spans rows: it would be read out with one of them alone."""
    index = pd.MultiIndex.from_tuples([("MI", "RN"), ("MI", "LPC")], names=["State", None])
    columns = pd.MultiIndex.from_tuples([("Fee", "low"), ("Fee", "")])
    output = frame_output(pd.DataFrame([[1, 2], [3, 4]], index=index, columns=columns))

    assert head(output) == ["State", "Row", "Fee, low", "Fee"]
    assert rows(output)[1] == ["MI", "LPC", "3", "4"]


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([1.5, 2.0], ["1.5", "2.0"]),
        ([1 / 3, 0.5], ["0.3333", "0.5000"]),
        ([100 / 3, 5.0], ["33.33", "5.00"]),
        ([1.0, None], ["1", DASH]),
        ([True, False], ["Yes", "No"]),
        ([2026, 2027], ["2026", "2027"]),
        (["NA", None], ["NA", DASH]),
        (["", " x"], ["", " x"]),
        ([date(2027, 3, 4)], ["March 4, 2027"]),
        (pd.Series(["2027-03-04", None], dtype="datetime64[s]"), ["March 4, 2027", DASH]),
        (pd.to_datetime(["2027-03-04 14:30"]), ["March 4, 2027, 14:30"]),
        (pd.Series([1, None], dtype="Int64"), ["1", DASH]),
        (pd.Series(["a", None], dtype="category"), ["a", DASH]),
        ([np.bool_(True), 3, "x"], ["Yes", "3", "x"]),  # noqa: FBT003
        ([[1, 2], {"a": 1}], ["[1, 2]", "{'a': 1}"]),
        (["<script>alert(1)</script>"], ["<script>alert(1)</script>"]),
    ],
)
def test_a_cell_says_what_it_holds(values: Any, shown: list[str]) -> None:
    """Numbers of one column have as many decimals; a missing one is a dash, "NA" is a word."""
    output = frame_output(pd.DataFrame({"For": range(len(values)), "Value": values}))

    assert [row[1] for row in rows(output)] == shown


def test_an_option_of_pandas_for_numbers_is_followed() -> None:
    """Whoever set it in the template meant it."""
    with pd.option_context("display.float_format", "{:.0f} %".format):
        output = frame_output(pd.DataFrame({"For": ["CCM"], "Share": [58.0]}))

    assert rows(output) == [["CCM", "58 %"]]


def test_a_series_is_a_table_of_two_columns() -> None:
    """A count of values is what people show most."""
    counted = pd.Series(["RN", "RN", "LPC"], name="License").value_counts()

    assert head(series_output(counted)) == ["License", "count"]
    assert rows(series_output(counted)) == [["RN", "2"], ["LPC", "1"]]
    assert head(series_output(pd.Series([1], index=["a"]))) == ["Row", "Value"]


def test_a_long_and_wide_frame_is_cut_and_says_so() -> None:
    """What nobody could print is never turned into text."""
    frame = pd.DataFrame(0, index=range(100_000), columns=[f"c{at}" for at in range(300)])
    output = frame_output(frame)
    _, left_out = output.parts

    assert len(table(output).rows) == MOST_ROWS
    assert len(table(output).columns) == MOST_COLUMNS
    assert output.notes == ("cut",)
    assert left_out.to_json()["inline"][0]["text"] == (
        "Rows 201 to 100000 are left out here. Columns 11 to 300 are left out here."
    )


def test_a_frame_without_rows_keeps_its_heads() -> None:
    """An empty table says that there is nothing."""
    output = frame_output(pd.DataFrame({"For": [], "Fee": []}))

    assert (head(output), rows(output)) == (["For", "Fee"], [])


def test_a_frame_without_columns_says_that_it_is_empty() -> None:
    """A table of nothing has no head to be read out."""
    for empty in (frame_output(pd.DataFrame()), styler_output(pd.DataFrame().style)):
        assert empty.to_json()["parts"][0]["inline"][0]["text"] == "The table is empty."


def test_a_styled_frame_keeps_formats_caption_and_what_it_hides() -> None:
    """They are pandas' own way to say how a table is shown; colors are not kept."""
    frame = pd.DataFrame(
        {"For": ["CCM", "C-SWCM"], "Fee": [1350.0, None], "Note": ["x", "y"]}, index=[7, 9]
    )
    styled = frame.style.format({"Fee": "${:,.0f}"}).hide(axis="index").hide(["Note"], axis=1)
    output = styler_output(styled.set_caption("Fees in 2026").highlight_max(subset=["Fee"]))

    assert table(output).caption == "Fees in 2026"
    assert table(output).shows_caption
    assert head(output) == ["For", "Fee"]
    assert rows(output) == [["CCM", "$1,350"], ["C-SWCM", DASH]]
    assert [one.numeric for one in table(output).columns] == [False, True]


def test_numbers_that_nobody_formatted_are_set_as_in_any_table() -> None:
    """Pandas' own six decimals are nobody's wish."""
    styled = pd.DataFrame({"For": ["a", "b"], "Places": [30.0, None]}).style.hide()

    assert rows(styler_output(styled)) == [["a", "30"], ["b", DASH]]


def test_a_styled_frame_keeps_its_index_and_hidden_rows() -> None:
    """A named index stands before the columns, as pandas shows it."""
    index = pd.Index(["MI", "OH"], name="State")
    styled = pd.DataFrame({"People": [3, 4]}, index=index).style.hide(["OH"], axis="index")

    assert head(styler_output(styled)) == ["State", "People"]
    assert rows(styler_output(styled)) == [["MI", "3"]]


def test_an_index_that_only_counts_is_left_out_of_a_styled_frame_too() -> None:
    """As of any other."""
    styled = pd.DataFrame({"For": ["CCM"], "Fee": [350]}).style.format({"Fee": "${}"})

    assert (head(styler_output(styled)), rows(styler_output(styled))) == (
        ["For", "Fee"],
        [["CCM", "$350"]],
    )


def test_a_styled_cell_with_lines_of_its_own_is_shown_from_the_data() -> None:
    """Then the styler's text cannot be told apart, and the frame itself is taken."""
    styled = pd.DataFrame({"For": ["a\nb"], "Fee": [1]}).style.hide()

    assert rows(styler_output(styled)) == [["a b", "1"]]


def test_a_shell_puts_out_frames_as_data() -> None:
    """Beside the forms that Jupyter itself shows."""
    shell: Any = import_module("IPython.core.interactiveshell").InteractiveShell()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLOTLY_RENDERER", "browser")
        load_ipython_extension(shell)
        shown, _ = shell.display_formatter.format(pd.DataFrame({"For": ["CCM"]}))
        series, _ = shell.display_formatter.format(pd.Series([1]))
        styled, _ = shell.display_formatter.format(pd.DataFrame({"For": ["CCM"]}).style)
        number, _ = shell.display_formatter.format(3)

    assert rows(OwnOutput.from_json(shown[PARTS_TYPE])) == [["CCM"]]
    assert {PARTS_TYPE, "text/html", "text/plain"} <= set(shown)
    assert PARTS_TYPE in series
    assert PARTS_TYPE in styled
    assert set(number) == {"text/plain"}
