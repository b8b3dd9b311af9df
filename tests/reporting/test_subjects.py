"""What the reports of a batch are about where that is no person: a table, or all there is."""

from pathlib import Path
from typing import Any

import pytest
from support.workbooks import workbook

from casecert_data.errors import CasecertError
from casecert_data.jobs import job_ids
from casecert_data.reporting import plan_subjects, read_report, read_subjects

DAY = "2026-11-28"
REPORT = read_report("certification")


def subjects(folder: Path, table: str, **options: Any) -> dict[str, dict[str, str]]:
    """Read a table; return what is set for each row, by its place."""
    path = folder / "ours.csv"
    path.write_text(table, encoding="utf-8")
    read = read_subjects(str(path), REPORT, {}, day=DAY, **options)
    return {row.place: dict(row.cells) for row in read.rows}


def refused(folder: Path, table: str, **options: Any) -> str:
    """Have a table refused, and return the message."""
    with pytest.raises(CasecertError) as fault:
        subjects(folder, table, **options)
    return str(fault.value)


def test_columns_are_parameters_and_blank_cells_leave_them_as_they_are(tmp_path: Path) -> None:
    """A column that starts with x_ is somebody's own; a title may stand above."""
    table = "Ours\ncertification_id,edition,x_room\nccm,article,B1\n\ncrc,,B2\n"

    assert subjects(tmp_path, table) == {
        "line 3": {"certification_id": "ccm", "edition": "article"},
        "line 5": {"certification_id": "crc"},
    }


def test_a_workbook_is_read_by_its_sheet(tmp_path: Path) -> None:
    """The kinds of files are those of rosters."""
    path = tmp_path / "ours.xlsx"
    path.write_bytes(workbook({"Ours": [("certification_id",), ("cbis",)], "B": [("x",)]}))
    (row,) = read_subjects(str(path), REPORT, {}, day=DAY, sheet="Ours").rows

    assert (row.place, row.cells) == ("sheet 'Ours', row 2", {"certification_id": "cbis"})


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("edition\nissuer\n", ["line 1: expected a column 'certification_id', found none"]),
        ("certification_id,editon\nccm,issuer\n", ["column 'editon'", "mean 'edition'?"]),
        ("certification_id,cm_months\nccm,3\n", ["column 'cm_months': expected a parameter"]),
        ("certification_id,edition,edition\nccm,,\n", ["column 'edition': expected it once"]),
        ("certification_id\n", ["expected at least one row"]),
        ("certification_id,edition\n,issuer\n", ["line 2: expected a value in column"]),
        ("certification_id,edition\nccm\n", ["line 2: expected as many cells"]),
        ("certification_id\ncmm\n", ["line 2: ", "Did you mean 'ccm' or 'cmc'?"]),
        ("certification_id,edition\nccm,mine\n", ["line 2: ", "expected one of", "'mine'"]),
        ("certification_id\nccm\ncrc\nccm\n", ["line 4: expected each once", "line 2"]),
        ("certification_id\nx\ny\n", ["found 2 faults", "line 2: ", "line 3: "]),
        ("", ["empty file"]),
    ],
)
def test_every_fault_of_a_table_is_told_by_its_place(
    table: str, words: list[str], tmp_path: Path
) -> None:
    """As a roster's are, before anything is written."""
    message = refused(tmp_path, table)

    assert [one for one in words if one not in message] == [], message


def test_bad_rows_can_be_left_out(tmp_path: Path) -> None:
    """They are listed, and counted."""
    path = tmp_path / "ours.csv"
    path.write_text("certification_id\nccm\nccm\ncmm\n")
    read = read_subjects(str(path), REPORT, {}, day=DAY, skip_bad_rows=True)

    assert ([row.place for row in read.rows], read.left_out) == (["line 2"], 2)
    assert [fault.partition(":")[0] for fault in read.faults] == ["line 3", "line 4"]


def test_a_parameter_is_given_for_all_or_by_a_column(tmp_path: Path) -> None:
    """Of two values, nobody could say which holds."""
    path = tmp_path / "ours.csv"
    path.write_text("certification_id,edition\nccm,issuer\n")

    with pytest.raises(CasecertError, match=r"line 2: .+ 'edition': expected one value"):
        read_subjects(str(path), REPORT, {"edition": "article"}, day=DAY)


def test_all_jobs_are_all_jobs(tmp_path: Path) -> None:
    """Whatever is in the data, in its order; each has a file of its own."""
    report = read_report("job-type")
    given = {"on": "2026-11-23"}
    batch = plan_subjects(
        read_subjects("all", report, given, day=DAY),
        report,
        given,
        out=tmp_path,
        formats=("html",),
        edition="issuer",
        day=DAY,
    )

    assert (batch.about, batch.day) == ("job_type_id", "2026-11-23")
    assert [row.key for row in batch.rows] == list(job_ids())
    assert [job.stem for job in batch.jobs] == [f"job-type-{one}" for one in job_ids()]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("career", "found one that is the same for all"),
        ("comparison", "expected a table with a column 'certification_ids'"),
        ("intake-form", "expected a table with a column"),
    ],
)
def test_what_cannot_be_listed_is_asked_for(name: str, words: str) -> None:
    """There is one page on the career, and there are hundreds of comparisons."""
    with pytest.raises(CasecertError, match=words):
        read_subjects("all", read_report(name), {}, day=DAY)


def test_comparisons_are_written_for_each_row(tmp_path: Path) -> None:
    """Two to four certifications in a cell, as on the command line."""
    report = read_report("comparison")
    path = tmp_path / "ours.csv"
    path.write_text('certification_ids\n"ccm, crc"\ncbis cdms\n')
    read = read_subjects(str(path), report, {}, day=DAY)
    planned: dict[str, Any] = {"out": tmp_path, "formats": ("html",), "edition": "issuer"}
    batch = plan_subjects(read, report, {}, day="2026-11-23", **planned)

    assert [job.stem for job in batch.jobs] == ["comparison-ccm-crc", "comparison-cbis-cdms"]
