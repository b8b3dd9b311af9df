"""Answers as plain text: what a notebook says where it is only read."""

from typing import Any

import pytest

from casecert_data.panels import (
    ClientPanel,
    ComparePanel,
    EmployerSupportPanel,
    JobsPanel,
    StartPanel,
)
from casecert_data.panels._plain_text import LINE, as_text, text_table

ON = "2026-11-23"
PANELS = (
    lambda: StartPanel(on=ON),
    lambda: ComparePanel(opens_on="R-014", on=ON),
    lambda: ClientPanel(opens_on="R-014", on=ON),
    lambda: EmployerSupportPanel(on=ON),
    lambda: JobsPanel(on=ON),
)


def cells(text: str) -> list[str]:
    """Return the words of a text, without its line breaks."""
    return " ".join(text.split()).split()


@pytest.mark.parametrize("opened", PANELS)
def test_every_panel_says_its_sentence_and_fits_the_line(opened: Any) -> None:
    """A notebook that is only read says the answer; a terminal shows it whole."""
    panel = opened()
    kept = panel._repr_mimebundle_()["text/plain"]

    assert " ".join(kept.split()).startswith(panel.sentence)
    assert [line for line in kept.splitlines() if len(line) > LINE] == []


@pytest.mark.parametrize("opened", PANELS)
def test_every_chart_leaves_its_words_and_the_rows_of_its_table(opened: Any) -> None:
    """The picture is not saved; each number of it is."""
    panel = opened()
    words = cells(panel.text)
    chart = panel.chart
    rows = [] if chart is None else [chart.table.columns, *chart.table.rows]

    assert [cell for row in rows for cell in row if set(cells(cell)) - set(words)] == []
    assert chart is None or set(cells(chart.sentence)) <= set(words)


def test_the_outcome_of_every_certification_is_kept() -> None:
    """Those in full in a line with their reason, the others in a table."""
    panel = ClientPanel(opens_on="R-014", on=ON)
    rows = panel.text.partition("-------\n")[2].splitlines()

    assert len(rows) == len(panel.answer.decisions) - len(panel.told)
    assert {row.rpartition("  ")[2] for row in rows} <= {"Met", "Not met", "Unknown"}


def test_a_long_cell_goes_on_below_and_loses_no_word() -> None:
    """The widest column gives way; the others keep their room."""
    long = "a word and " * 20
    told = text_table(["What", "Said"], [["CCM", long.strip()]])

    assert max(map(len, told.splitlines())) <= LINE
    assert told.splitlines()[2].startswith("CCM   a word")
    assert cells(told)[4:] == ["CCM", *long.split()]


def test_numbers_stand_to_the_right() -> None:
    """As on the screen."""
    told = text_table(["What", "Amount"], [["Exam", "$5"], ["Renewal", "$275"]], numeric=[1])

    assert [line[-4:] for line in told.splitlines()[2:]] == ["  $5", "$275"]


def test_what_is_said_once_is_not_said_again() -> None:
    """Where the answer is the chart's finding."""
    panel = EmployerSupportPanel(on=ON)
    told = as_text(panel.sentence, chart=panel.chart)

    assert " ".join(told.split()).count(panel.sentence) == 1
