"""Saving what is shown: what is written where, what is said, and what goes wrong."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from support.shown import visible, words_shown

from casecert_data.catalog import say, table
from casecert_data.charts import Chart, draw_svg, support_bars
from casecert_data.panels._takeaway import Offered, Takeaway
from casecert_data.takeaway import TakenTable, chart_table, draw_png, whole_table

ROWS = table("employer_support")
CHART = support_bars(ROWS)
TAKEN = chart_table(CHART, ["ccmc_get_certified"])
FIGURES = Offered("employers", "The figures", lambda: TAKEN, CHART)
JOBS = Offered("jobs", "The job types", lambda: whole_table("job_types"))
HINT = "The file goes into the folder {folder}. No file that is there is replaced."


def opened(folder: Path | None, *offered: Offered) -> Takeaway:
    """Return the choices, with what is offered."""
    saving = Takeaway(lambda: offered or (FIGURES,), folder)
    saving.follow()
    return saving


def said(saving: Takeaway) -> list[str]:
    """List what is said below the choices."""
    return words_shown(saving.widget)[1:]


@pytest.mark.parametrize(
    ("file_format", "content"),
    [
        ("csv", TAKEN.as_csv()),
        ("xlsx", TAKEN.as_xlsx()),
        ("svg", draw_svg(CHART, width=640).encode()),
        ("png", draw_png(CHART, width=640)),
    ],
)
def test_the_button_writes_what_is_chosen(
    file_format: str, content: bytes, tmp_path: Path
) -> None:
    """The bytes are those of the plain functions."""
    saving = opened(tmp_path)
    saving.kind.value = file_format
    saving.button.click()

    assert [path.name for path in tmp_path.iterdir()] == [f"employers.{file_format}"]
    assert (tmp_path / f"employers.{file_format}").read_bytes() == content


def test_where_a_file_went_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the notebook, without a path that would name whoever sits there."""
    monkeypatch.chdir(tmp_path)
    saving = opened(None)
    saving.button.click()

    assert said(saving) == ["Saved as employers.csv in the folder casecert-files."]
    assert (tmp_path / "casecert-files" / "employers.csv").is_file()


def test_a_folder_of_ones_own_is_named(tmp_path: Path) -> None:
    """As it was given, before and after."""
    saving = opened(tmp_path / "mine")
    saving.button.click()

    assert words_shown(saving.widget) == [
        HINT.format(folder=tmp_path / "mine"),
        f"Saved as employers.csv in the folder {tmp_path / 'mine'}.",
    ]


def test_nothing_is_written_and_nothing_said_before_the_button_is_pressed(
    tmp_path: Path,
) -> None:
    """A panel that is only looked at leaves no trace."""
    saving = opened(tmp_path / "mine")
    saving.kind.value = "svg"

    assert said(saving) == []
    assert not (tmp_path / "mine").exists()


def test_what_cannot_be_written_is_told_in_plain_words(tmp_path: Path) -> None:
    """Beside the button, and the answer above stays."""
    (tmp_path / "taken").write_bytes(b"")
    saving = opened(tmp_path / "taken")
    saving.button.click()

    assert said(saving) == [
        (
            f"{tmp_path / 'taken'}: expected a folder that can be written to, found: a file. "
            "Make it first, or name another one."
        )
    ]
    assert saving.fault is not None


def test_a_fault_of_ours_is_told_without_its_words(tmp_path: Path) -> None:
    """They could quote what a person stated."""

    def broken() -> TakenTable:
        raise RuntimeError("R-014 has no license")

    saving = opened(tmp_path, Offered("a", "A", broken))
    saving.button.click()

    assert "R-014" not in " ".join(said(saving))
    assert "(RuntimeError)" in said(saving)[0]


def test_a_fault_goes_when_the_next_file_is_written(tmp_path: Path) -> None:
    """An error that stays would be one more thing to understand."""
    (tmp_path / "taken").write_bytes(b"")
    saving = opened(tmp_path / "taken")
    saving.button.click()
    (tmp_path / "taken").unlink()
    saving.button.click()

    assert saving.fault is None
    assert said(saving)[0].startswith("Saved as employers.csv")


def test_the_kinds_are_those_that_there_are(tmp_path: Path) -> None:
    """A button that can do nothing is not there; what was chosen stays where it can."""
    saving = opened(tmp_path, FIGURES, JOBS)
    kinds = [value for _, value in saving.kind.options]
    saving.kind.value = "xlsx"
    saving.what.value = "jobs"

    assert kinds == ["csv", "xlsx", "svg", "png"]
    assert [value for _, value in saving.kind.options] == ["csv", "xlsx"]
    assert saving.kind.value == "xlsx"


def test_a_picture_gives_way_to_a_table_where_there_is_none(tmp_path: Path) -> None:
    """Something is chosen at any time."""
    saving = opened(tmp_path, FIGURES, JOBS)
    saving.kind.value = "png"
    saving.what.value = "jobs"

    assert saving.kind.value == "csv"


def test_one_thing_needs_no_list(tmp_path: Path) -> None:
    """The list comes with the second."""
    alone, several = opened(tmp_path), opened(tmp_path, FIGURES, JOBS)

    assert [one.what in visible(one.widget) for one in (alone, several)] == [False, True]


def test_what_was_chosen_stays_while_it_is_shown(tmp_path: Path) -> None:
    """A number that is typed above does not move a choice down here."""
    shown: list[Offered] = [FIGURES, JOBS]
    saving = Takeaway(lambda: shown, tmp_path)
    saving.follow()
    saving.what.value = "jobs"
    shown.insert(0, Offered("more", "More", lambda: TAKEN))
    saving.follow()

    assert saving.what.value == "jobs"
    assert [name for _, name in saving.what.options] == ["more", "employers", "jobs"]


def test_what_was_said_of_a_file_goes_when_something_else_is_shown(tmp_path: Path) -> None:
    """It would read as if the new picture had been saved."""
    saving = opened(tmp_path)
    saving.button.click()
    saving.follow()

    assert said(saving) == []


def test_what_is_gone_is_not_saved(tmp_path: Path) -> None:
    """Between a click and its work, an answer may have failed; it is said what to do."""
    shown: list[Offered] = [FIGURES]
    saving = Takeaway(lambda: shown, tmp_path)
    saving.follow()
    shown.clear()
    saving.button.click()

    assert said(saving) == [
        "Expected a table or a picture, found nothing shown. Choose something above first."
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("chart", [CHART, None])
def test_a_picture_that_is_gone_is_not_saved(chart: Chart | None, tmp_path: Path) -> None:
    """The table beside it may still be there."""
    shown: list[Offered] = [FIGURES]
    saving = Takeaway(lambda: shown, tmp_path)
    saving.follow()
    saving.kind.value = "svg"
    shown[0] = FIGURES._replace(chart=chart)
    saving.button.click()

    assert (saving.fault is None) is (chart is not None)


def test_where_nothing_is_shown_it_is_said() -> None:
    """In the place of the choices."""
    nothing: Sequence[Offered] = ()
    saving = Takeaway(lambda: nothing)
    saving.follow()

    assert words_shown(saving.widget) == [say("panel.takeaway.nothing")]
