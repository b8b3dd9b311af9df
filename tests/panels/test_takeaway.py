"""The buttons that save: what is written where, what is said, and what goes wrong."""

import io
from pathlib import Path

import openpyxl
import pytest
from support.shown import words_shown

from casecert_data.catalog import table
from casecert_data.charts import draw_svg, support_bars
from casecert_data.panels import EmployerSupportPanel
from casecert_data.panels._takeaway import Takeaway
from casecert_data.takeaway import chart_table, draw_png

ON = "2026-11-23"
ROWS = table("employer_support")
CHART = support_bars(ROWS)
TAKEN = chart_table(CHART, ["ccmc_get_certified"])


def opened(folder: Path | None) -> Takeaway:
    """Return the buttons, unfolded."""
    saving = Takeaway(
        lambda: "employers", table=lambda: TAKEN, chart=lambda: CHART, folder=folder
    )
    saving.opening.is_open = True
    return saving


@pytest.mark.parametrize(
    ("file_format", "content"),
    [
        ("csv", TAKEN.as_csv()),
        ("xlsx", TAKEN.as_xlsx()),
        ("svg", draw_svg(CHART, width=640).encode()),
        ("png", draw_png(CHART, width=640)),
    ],
)
def test_a_button_writes_its_format(file_format: str, content: bytes, tmp_path: Path) -> None:
    """The bytes are those of the plain functions."""
    saving = opened(tmp_path)
    saving.buttons[file_format].click()

    assert [path.name for path in tmp_path.iterdir()] == [f"employers.{file_format}"]
    assert (tmp_path / f"employers.{file_format}").read_bytes() == content


def test_where_a_file_went_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the notebook, without a path that would name whoever sits there."""
    monkeypatch.chdir(tmp_path)
    saving = opened(None)
    saving.buttons["csv"].click()

    assert words_shown(saving.widget) == [
        "Saved as employers.csv in the folder casecert-files.",
    ]
    assert (tmp_path / "casecert-files" / "employers.csv").is_file()


def test_a_folder_of_ones_own_is_named(tmp_path: Path) -> None:
    """As it was given."""
    saving = opened(tmp_path / "mine")
    saving.buttons["svg"].click()

    assert words_shown(saving.widget) == [
        f"Saved as employers.svg in the folder {tmp_path / 'mine'}.",
    ]


def test_nothing_is_written_and_nothing_said_before_a_button_is_pressed(tmp_path: Path) -> None:
    """A panel that is only looked at leaves no trace."""
    saving = opened(tmp_path / "mine")

    assert words_shown(saving.widget) == []
    assert not (tmp_path / "mine").exists()


def test_what_cannot_be_written_is_told_in_plain_words(tmp_path: Path) -> None:
    """Beside the button, and the answer above stays."""
    (tmp_path / "taken").write_bytes(b"")
    saving = opened(tmp_path / "taken")
    saving.buttons["csv"].click()

    assert words_shown(saving.widget) == [
        (
            f"{tmp_path / 'taken'}: expected a folder that can be written to, found: a file. "
            "Make it first, or name another one."
        )
    ]
    assert saving.fault is not None


def test_a_fault_of_ours_is_told_without_its_words(tmp_path: Path) -> None:
    """They could quote what a person stated."""

    def broken() -> None:
        raise RuntimeError("R-014 has no license")

    saving = Takeaway(lambda: "a", table=broken, folder=tmp_path)
    saving.opening.is_open = True
    saving.buttons["csv"].click()

    assert "R-014" not in " ".join(words_shown(saving.widget))
    assert "(RuntimeError)" in words_shown(saving.widget)[0]


def test_a_fault_goes_when_the_next_file_is_written(tmp_path: Path) -> None:
    """An error that stays would be one more thing to understand."""
    (tmp_path / "taken").write_bytes(b"")
    saving = opened(tmp_path / "taken")
    saving.buttons["csv"].click()
    (tmp_path / "taken").unlink()
    saving.buttons["csv"].click()

    assert saving.fault is None
    assert words_shown(saving.widget)[0].startswith("Saved as employers.csv")


def test_without_a_chart_there_are_no_buttons_for_pictures(tmp_path: Path) -> None:
    """A button that can do nothing is not there."""
    saving = Takeaway(lambda: "jobs", table=lambda: TAKEN, folder=tmp_path)

    assert list(saving.buttons) == ["csv", "xlsx"]


def test_nothing_shown_is_nothing_saved(tmp_path: Path) -> None:
    """It is said what to do."""
    saving = Takeaway(lambda: "jobs", chart=lambda: None, folder=tmp_path)
    saving.opening.is_open = True
    saving.buttons["png"].click()

    assert words_shown(saving.widget) == [
        "Expected a table or a picture, found nothing shown. Choose something above first."
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_buttons_are_folded_away_at_first() -> None:
    """They are no part of the answer."""
    saving = Takeaway(lambda: "jobs", table=lambda: TAKEN)

    assert not saving.opening.is_open
    assert saving.opening.label == "Save this table or picture"


def test_the_panel_on_employers_saves_what_it_shows(tmp_path: Path) -> None:
    """With the sources of what is shown, under a name that tells the view."""
    panel = EmployerSupportPanel(on=ON, folder=tmp_path)
    panel.takeaway.buttons["csv"].click()
    panel.view.value = "over_time"
    panel.takeaway.buttons["xlsx"].click()
    book = openpyxl.load_workbook(
        io.BytesIO((tmp_path / "employers-ccm-over-time.xlsx").read_bytes())
    )

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "employers-ccm-now.csv",
        "employers-ccm-over-time.xlsx",
    ]
    assert panel.chart is not None
    assert [c.value for c in book.worksheets[0][1]] == list(panel.chart.table.columns)
    assert book.worksheets[1].max_row > 3


def test_what_was_said_of_a_file_goes_when_something_else_is_shown(tmp_path: Path) -> None:
    """It would read as if the new picture had been saved."""
    panel = EmployerSupportPanel(on=ON, folder=tmp_path)
    panel.takeaway.opening.is_open = True
    panel.takeaway.buttons["svg"].click()
    panel.respondents.value = "Employers"

    assert words_shown(panel.takeaway.widget) == []


def test_where_nothing_is_shown_there_is_nothing_to_save() -> None:
    """Most certifications have no figures."""
    panel = EmployerSupportPanel(on=ON)
    panel.certification.value = "cbis"

    assert panel.takeaway.widget.layout.display == "none"
