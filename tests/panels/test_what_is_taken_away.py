"""What is saved of each panel is what it shows: the files are read again, and set beside it."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.shown import words_of

from casecert_data.catalog import say, source
from casecert_data.eligibility import names_of
from casecert_data.panels import (
    ClientPanel,
    ComparePanel,
    EmployerSupportPanel,
    JobsPanel,
)
from casecert_data.panels._takeaway import Takeaway

ON = "2026-11-23"
OPENED = (
    lambda folder: ComparePanel(opens_on="R-014", on=ON, folder=folder),
    lambda folder: ComparePanel(opens_on="", on=ON, folder=folder),
    lambda folder: ComparePanel(opens_on="R-001", edition="article", on=ON, folder=folder),
    lambda folder: ClientPanel(opens_on="R-014", on=ON, folder=folder),
    lambda folder: ClientPanel(opens_on="R-001", on=ON, folder=folder),
    lambda folder: EmployerSupportPanel(on=ON, folder=folder),
    lambda folder: JobsPanel("prison", on=ON, folder=folder),
    lambda folder: JobsPanel(on=ON, folder=folder),
)
every_panel = pytest.mark.parametrize("opened", OPENED)


def saved(panel: Any, name: str, kind: str = "csv") -> bytes:
    """Choose, press the button, and read what lies in the folder."""
    saving: Takeaway = panel.takeaway
    saving.what.value, saving.kind.value = name, kind
    saving.button.click()
    assert saving.fault is None
    return saving.save().read_bytes()


def table(panel: Any, name: str) -> tuple[list[str], list[list[str]]]:
    """Save a table as CSV and read it: its head, and its rows without sources and notes."""
    text = saved(panel, name).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    beside = [say("takeaway.sources"), say("takeaway.notes")]
    assert head[-2:] == beside
    return head[:-2], [row[:-2] for row in rows]


def names(panel: Any) -> list[str]:
    """List what can be saved."""
    return [name for _, name in panel.takeaway.what.options]


def flat(words: str) -> str:
    """Set words in one line, as a cell does."""
    return " ".join(words.split())


def shown_words(panel: Any) -> str:
    """Join everything that the panel has in the page, folded or not."""

    def texts(widget: Any) -> Iterator[str]:
        yield str(getattr(widget, "value", ""))
        yield str(getattr(widget, "description", ""))
        for label in getattr(widget, "options", None) or ():
            yield str(label[0] if isinstance(label, tuple) else label)
        for child in getattr(widget, "children", ()):
            yield from texts(child)

    return flat(" ".join(words_of("\n".join(texts(panel.widget)))))


@every_panel
def test_every_cell_that_is_saved_is_on_the_screen(opened: Any, tmp_path: Path) -> None:
    """Nothing is added on the way into a file, and no word is another one."""
    panel = opened(tmp_path)
    on_screen = shown_words(panel).casefold()
    for name in names(panel):
        if name.endswith(("side-by-side", "needs", "jobs-jobs", "outcomes")):
            continue  # their cells join what stands in several places; they have tests below
        _, rows = table(panel, name)
        for row in rows:
            unseen = [
                cell
                for cell in row
                for part in cell.split(" http")[0].split("; ")
                if flat(part).casefold() not in on_screen
            ]
            assert unseen == [], name


@every_panel
def test_every_file_names_its_sources_and_its_day(opened: Any, tmp_path: Path) -> None:
    """A table that travels alone still says who says so, and when that was worked out."""
    panel = opened(tmp_path)
    for name in names(panel):
        text = saved(panel, name).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
        book = openpyxl.load_workbook(io.BytesIO(saved(panel, name, "xlsx")))
        foot = [str(cell.value) for cell in book.worksheets[1]["A"]]

        assert rows
        assert {"November 23, 2026" in row[-1] for row in rows} == {True}
        assert any("November 23, 2026" in line for line in foot)
        assert book.worksheets[0].max_row == len(rows) + 1


@every_panel
def test_no_file_is_named_after_a_person(opened: Any, tmp_path: Path) -> None:
    """Neither by the pseudonym nor by what was stated."""
    panel = opened(tmp_path)
    for name in names(panel):
        saved(panel, name)

    assert [one.name for one in tmp_path.iterdir() if "R-0" in one.name] == []
    assert {one.stat().st_mode & 0o077 for one in tmp_path.iterdir()} == {0}


def test_the_columns_side_by_side_are_saved_point_by_point(tmp_path: Path) -> None:
    """Outcome, reason, what is missing and the papers, as they stand in each column."""
    panel = ComparePanel(opens_on="R-014", on=ON, folder=tmp_path)
    head, rows = table(panel, "compare-side-by-side")
    told = {row[0]: row[1:] for row in rows}
    between = say("takeaway.between")

    assert head[1:] == [one.title for one in panel.columns]
    assert told["Result"] == [say(f"outcome.{one.outcome}") for one in panel.columns]
    assert told["Why"] == [one.why for one in panel.columns]
    assert told["Still missing"] == [between.join(one.missing) for one in panel.columns]
    assert told["Not known yet"] == [between.join(one.unsettled) for one in panel.columns]
    assert told["Papers to have ready"] == [
        between.join(one.papers.lines) for one in panel.columns
    ]
    for at, column in enumerate(panel.columns, start=1):
        cells = " ".join(row[at] for row in rows)
        ways = [way.text for need in column.needs if need for way in need.options]
        words = [line.words for row in column.takes for line in (*row.lines, *row.rest)]
        assert [one for one in (*ways, *words) if flat(one) not in cells] == []


def test_a_chart_is_saved_with_the_rows_of_its_table(tmp_path: Path) -> None:
    """Each with the certification that it is about, which on the screen stands over it."""
    panel = ComparePanel(opens_on="R-014", on=ON, folder=tmp_path)
    head, rows = table(panel, "compare-near")
    assert panel.chart is not None

    assert head[1:] == list(panel.chart.table.columns)
    assert [tuple(row[1:]) for row in rows] == list(panel.chart.table.rows)
    assert [row[0] for row in rows] == [lane.group for lane in panel.chart.lanes]
    assert flat(panel.chart.sentence) in flat(saved(panel, "compare-near", "svg").decode())


def test_a_number_that_is_typed_is_in_the_next_file(tmp_path: Path) -> None:
    """What is saved is what is shown now."""
    panel = ComparePanel(opens_on="R-014", on=ON, folder=tmp_path)
    panel.field("cm_months_under_ccm").value = "12"
    _, rows = table(panel, "compare-side-by-side")
    panel.field("cm_months_under_ccm").value = "2,000"
    _, later = table(panel, "compare-side-by-side")

    assert "Met" in next(row for row in rows if row[0] == "Result")
    assert "Met" not in next(row for row in later if row[0] == "Result")
    assert "has to be corrected" in saved(panel, "compare-side-by-side").decode()


def test_without_a_client_nothing_is_judged(tmp_path: Path) -> None:
    """The table says what is asked for, and no outcome."""
    panel = ComparePanel(opens_on="", on=ON, folder=tmp_path)
    _, rows = table(panel, "compare-side-by-side")
    points = [row[0] for row in rows]

    assert not {"Result", "Why", "Still missing", "Not known yet"} & set(points)
    assert "compare-near" not in names(panel)


def test_where_no_certification_is_chosen_nothing_is_saved() -> None:
    """The panel says so itself."""
    panel = ComparePanel(opens_on="R-014", on=ON, certifications=[])

    assert names(panel) == []


@pytest.mark.parametrize("person", ["R-001", "R-014", "R-022"])
def test_the_results_for_a_client_are_saved(person: str, tmp_path: Path) -> None:
    """All thirteen: those in full with their reasons, the others with their outcome."""
    panel = ClientPanel(opens_on=person, on=ON, folder=tmp_path)
    _, rows = table(panel, "client-outcomes")
    count = len(panel.columns)
    full, rest = rows[:count], rows[count:]

    assert [row[:3] for row in full] == [
        [one.title, say(f"outcome.{one.outcome}"), one.why] for one in panel.columns
    ]
    assert [row[5] for row in full] == ["; ".join(one.unsettled) for one in panel.columns]
    assert len(rows) == len(panel.answer.decisions)
    outcomes = {
        names_of(one.certification_id)["button_name"]: say(f"outcome.{one.outcome}")
        for one in panel.answer.decisions
    }
    assert {row[0]: row[1] for row in rest}.items() <= outcomes.items()
    assert [one for one in rest if one[0] not in shown_words(panel)] == []


def test_a_client_of_whom_nothing_is_known_has_no_results_to_save() -> None:
    """What is asked for is there."""
    panel = ClientPanel(opens_on="", on=ON)

    assert "client-outcomes" not in names(panel)
    assert "client-needs" in names(panel)


def test_what_an_answer_would_mean_is_saved(tmp_path: Path) -> None:
    """As the card says it."""
    panel = ClientPanel(opens_on="R-014", on=ON, folder=tmp_path)
    _, rows = table(panel, "client-answers")

    assert [row[0] for row in rows] == [
        one.words for one in panel.card.consequences for _ in one.results
    ]


def test_the_job_types_that_are_left_are_saved(tmp_path: Path) -> None:
    """Those of the list, in its order, each with the sentence that it would show."""
    panel = JobsPanel(on=ON, folder=tmp_path, setting="hospital")
    _, rows = table(panel, "jobs-jobs")
    for name, sentence in rows:
        panel.job_type.value = dict(panel.job_type.options)[name]
        assert panel.sentence == sentence

    assert [row[0] for row in rows] == [label for label, _ in panel.job_type.options]


def test_pay_is_saved_as_it_is_drawn(tmp_path: Path) -> None:
    """Table and picture of the job type that is chosen, named after it."""
    panel = JobsPanel("hospital", on=ON, folder=tmp_path)
    head, rows = table(panel, "jobs-hospital-pay")
    saved(panel, "jobs-hospital-pay", "png")
    assert panel.chart is not None

    assert (head, [tuple(row) for row in rows]) == (
        list(panel.chart.table.columns),
        list(panel.chart.table.rows),
    )
    assert sorted(one.suffix for one in tmp_path.iterdir()) == [".csv", ".png"]


def test_figures_on_employers_are_saved_now_and_over_time(tmp_path: Path) -> None:
    """Under a name that tells the view; where nothing is shown there is nothing to save."""
    panel = EmployerSupportPanel(on=ON, folder=tmp_path)
    now = table(panel, "employers-ccm-now")
    assert panel.chart is not None
    assert now[1] == [list(row) for row in panel.chart.table.rows]
    panel.view.value = "over_time"
    later = table(panel, "employers-ccm-over-time")

    assert later[1] == [list(row) for row in panel.chart.table.rows]
    assert later != now
    panel.certification.value = "cbis"
    assert names(panel) == []


def test_a_source_of_a_row_is_spelled_out_beside_it(tmp_path: Path) -> None:
    """The first place of the first certification is in the page that says so."""
    panel = ComparePanel(opens_on="R-014", on=ON, folder=tmp_path)
    text = saved(panel, "compare-places").decode("utf-8-sig")
    first = list(csv.reader(io.StringIO(text, newline="")))[1]
    spot = panel.columns[0].places[0].spots[0]

    assert first[2] == spot.locator
    assert source(spot.cited.source_ids[0]).title in first[3]
