"""`casecert batch` as its users run it, and as they stop it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from oracle.commands import refusal, run
from support.report_folders import (
    ABOUT_CERTIFICATION,
    CERTIFICATION_PARAMETERS,
    SHOW_PERSON,
    write_report,
)
from support.workbooks import workbook

from casecert_data.eligibility import certification_ids

DAY = ("--on", "2026-11-23")
ROSTER = """person_id,display_name,cm_months
p-001,Ann Quixwell,17
p-002,Bob Quixwell,1
p-003,Cyd Quixwell,29
"""
FAILS_FOR_ONE = (
    """
person = current_person(person_ref)
if person.facts["cm_months"].low == 1:
    raise ValueError(f"{person} Quixwell")
"""
    + SHOW_PERSON
)
WAITS = """
import os, time
from pathlib import Path
Path("kernel.txt").write_text(str(os.getpid()))
time.sleep(600)
"""
SECONDS_TO_WAIT = 300


@pytest.fixture
def roster(tmp_path: Path) -> str:
    """Write a roster of three, and give its name."""
    (tmp_path / "people.csv").write_text(ROSTER)
    return "people.csv"


def wait_for(happened: Callable[[], bool]) -> bool:
    """Wait until something has happened; give up after five minutes."""
    for _ in range(SECONDS_TO_WAIT * 20):
        if happened():
            return True
        time.sleep(0.05)
    return False


def is_running(process_id: int) -> bool:
    """Ask whether a process is there."""
    with suppress(OSError):
        os.kill(process_id, 0)
        return True
    return False


@pytest.mark.slow
def test_a_batch_tells_of_failures_by_row_and_goes_on(tmp_path: Path, roster: str) -> None:
    """Exit code 1; the row, the pseudonym, the cell and the kind, and no fact of anybody."""
    report = write_report(tmp_path / "page", FAILS_FOR_ONE)
    given = ("batch", roster, "--report", str(report), "--out", "out", "--jobs", "2")
    ran = run(*given, "--format", "html", *DAY, folder=tmp_path)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))

    assert ran.code == 1
    assert ran.out == (
        "Reports on 2 people are in out. "
        "Open index.html there first; manifest.json lists the files.\n"
    )
    assert (
        "line 3, person_id 'p-002': cell 4 of the template stopped with ValueError "
        "(it uses a value that does not fit)."
    ) in ran.errors.splitlines()
    assert "Quixwell" not in ran.errors + json.dumps(manifest)
    assert [one["status"] for one in manifest["files"]] == ["ok", "failed", "ok"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "index.html",
        "manifest.json",
        "page-p-001.html",
        "page-p-003.html",
    ]


@pytest.mark.slow
def test_a_batch_without_a_terminal_prints_a_few_plain_lines(
    tmp_path: Path, roster: str
) -> None:
    """A log is read by people; a bar that is drawn anew fills it with rubbish."""
    report = write_report(tmp_path / "page", SHOW_PERSON)
    given = ("batch", roster, "--report", str(report), "--out", "out", "--jobs", "1")
    ran = run(*given, "--format", "html", *DAY, folder=tmp_path)

    assert ran.code == 0
    assert ran.errors.splitlines() == [
        "3 reports, 1 at a time.",
        "1 of 3 done.",
        "2 of 3 done.",
        "3 of 3 done.",
    ]


@pytest.mark.slow
def test_bad_rows_can_be_left_out_and_are_listed(tmp_path: Path) -> None:
    """The others get their pages; whoever ran it sees what to correct."""
    rows = ROSTER.replace("Ann Quixwell,17", "Ann Quixwell,-3")
    (tmp_path / "people.csv").write_text(rows)
    report = write_report(tmp_path / "page", SHOW_PERSON)
    given = ("batch", "people.csv", "--report", str(report), "--out", "out", "--format", "html")
    ran = run(*given, "--skip-bad-rows", *DAY, folder=tmp_path)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))

    assert ran.code == 0
    assert "Skipped: line 2, column 'cm_months': expected a number of 0 or more" in ran.errors
    assert "1 row of the roster was left out" in ran.errors
    assert [one["person_id"] for one in manifest["files"]] == ["p-002", "p-003"]


@pytest.mark.slow
def test_pages_of_those_who_left_the_roster_are_told_of(tmp_path: Path, roster: str) -> None:
    """They stay in the folder, and whoever hands it on should know that they are there."""
    report = write_report(tmp_path / "page", SHOW_PERSON)
    given = ("--report", str(report), "--out", "out", "--format", "html", *DAY)
    whole = run("batch", roster, *given, folder=tmp_path)
    (tmp_path / "fewer.csv").write_text("".join(ROSTER.splitlines(keepends=True)[:2]))
    ran = run("batch", "fewer.csv", *given, folder=tmp_path)

    assert "earlier" not in whole.errors
    assert "Files of 2 earlier reports are still in out" in ran.errors


REFUSED = {
    "people for a report about something else": (
        ["certification"],
        "line 1, column 'person_id': expected a parameter of the report (certification_id, ",
    ),
    "a report that is the same for all": (
        ["career"],
        "Reports for a batch: certification, comparison, intake-form, job-type, person.",
    ),
    "an unknown report": (["persn"], "Did you mean 'person'?"),
    "a misspelt parameter": (["person", "-p", "editoin=article"], "Did you mean 'edition'?"),
    "an unknown format": (["person", "--format", "pfd"], "Did you mean 'pdf'?"),
    "no workers": (["person", "--jobs", "0"], "--jobs"),
    "a folder of facts": (["person", "--data", "mine"], "cannot use it yet"),
    "an assumption against a row": (["person", "--assume", "cm_months=17"], "line 3"),
}


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_bad_input_is_refused_before_anything_is_written(
    arguments: list[str], told: str, tmp_path: Path, roster: str
) -> None:
    """One message that says what to do; the folder is not even made."""
    message = refusal("batch", roster, "--report", *arguments, "--out", "out", folder=tmp_path)

    assert told in message
    assert not (tmp_path / "out").exists()


def test_a_registrars_workbook_is_read_by_its_own_names(tmp_path: Path) -> None:
    """A sheet is named, a mapping says what the names mean, and a fault names both."""
    rows = [("Student ID", "Months CM", "E-mail"), ("007", 17.0, "a@b.c"), ("NA", "soon", None)]
    (tmp_path / "class.xlsx").write_bytes(workbook({"Fall": rows, "Notes": [("x",)]}))
    (tmp_path / "ours.toml").write_text(
        'ignore = ["E-mail"]\n[columns]\n"Student ID" = "person_id"\n'
        '"Months CM" = "cm_months"\n'
    )
    given = ("batch", "class.xlsx", "--report", "person", "--out", "out")
    named = (*given, "--mapping", "ours.toml", "--sheet", "Fall")

    assert "found 2: 'Fall', 'Notes'" in refusal(*given, folder=tmp_path)
    assert "sheet 'Fall', row 3, column B 'Months CM' (cm_months): expected a number" in (
        refusal(*named, folder=tmp_path)
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_pages_are_written_for_a_workbook(tmp_path: Path) -> None:
    """Zeros and initials are kept to the name of the file."""
    rows = [("person_id", "cm_months"), ("007", 17.0), ("NA", 3)]
    (tmp_path / "class.xlsx").write_bytes(workbook({"Fall": rows}))
    report = write_report(tmp_path / "page", SHOW_PERSON)
    given = ("batch", "class.xlsx", "--report", str(report), "--out", "out")
    ran = run(*given, "--format", "html", *DAY, folder=tmp_path)

    assert ran.code == 0
    assert (tmp_path / "out" / "page-007.html").is_file()
    assert (tmp_path / "out" / "page-NA.html").is_file()


@pytest.mark.slow
def test_names_with_accents_arrive_from_a_file_of_excel_on_windows(tmp_path: Path) -> None:
    """Its usual CSV is not UTF-8; what was refused names the option that reads it."""
    names = "person_id,display_name\r\np-1,José Núñez\r\np-2,Zoë Œuvrard\r\n"
    (tmp_path / "class.CSV").write_bytes(names.encode("cp1252"))
    report = write_report(tmp_path / "page", SHOW_PERSON)
    given = ("batch", "class.CSV", "--report", str(report), "--out", "out", "--format", "html")
    refused = refusal(*given, folder=tmp_path)
    ran = run(*given, "--show-names", "--encoding", "cp1252", *DAY, folder=tmp_path)
    pages = [(tmp_path / "out" / f"page-p-{at}.html").read_text("utf-8") for at in (1, 2)]

    assert "--encoding cp1252" in refused
    assert (ran.code, ran.errors.count("Traceback")) == (0, 0)
    assert ["José Núñez" in pages[0], "Zoë Œuvrard" in pages[1]] == [True, True]


@pytest.mark.slow
def test_every_certification_has_its_handout_by_one_command(tmp_path: Path) -> None:
    """No list to write; the folder, the manifest and a second run are those of any batch."""
    report = write_report(
        tmp_path / "short",
        'show("Page", certification_id)',
        toml=ABOUT_CERTIFICATION,
        parameters=CERTIFICATION_PARAMETERS,
    )
    given = ("batch", "all", "--report", str(report), "--out", "out", "--format", "html")
    ran = run(*given, folder=tmp_path)
    again = run(*given, folder=tmp_path)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    count = len(certification_ids())

    assert (ran.code, again.code) == (0, 0)
    assert ran.out.startswith(f"{count} reports are in out. Open index.html there first;")
    assert f"{count} reports are kept" in again.errors
    assert [one["certification_id"] for one in manifest["files"]] == list(certification_ids())
    assert f"<h1>{count} handouts are here</h1>" in page
    assert "about one person" not in page
    assert "none is about a person" in page


@pytest.mark.slow
def test_rows_of_a_table_set_parameters_and_one_that_fails_costs_itself(
    tmp_path: Path,
) -> None:
    """Told by the row and by what it is about, as a person's is."""
    report = write_report(
        tmp_path / "short",
        'assert certification_id != "crc"',
        'show("Page", certification_id, with_sources)',
        toml=ABOUT_CERTIFICATION,
        parameters=CERTIFICATION_PARAMETERS,
    )
    table = "with_sources;certification_id;x_who\nno;ccm;Ann\n;crc;Bob\n;cbis;\n"
    (tmp_path / "ours.csv").write_text(table)
    given = ("batch", "ours.csv", "--report", str(report), "--out", "out", "--format", "html")
    ran = run(*given, folder=tmp_path)
    pages = {
        name: (tmp_path / "out" / f"short-{name}.html").read_text("utf-8")
        for name in ("ccm", "cbis")
    }

    assert ran.code == 1
    assert "line 3, certification_id 'crc': cell 4 of the template stopped with" in ran.errors
    assert ran.out.startswith("2 reports are in out.")
    assert ["False" in pages["ccm"], "True" in pages["cbis"]] == [True, True]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--assume", "cm_months=3"), "--assume: expected no person"),
        (("--mapping", "ours.toml"), "--mapping: expected no person"),
        (("-p", "certification_id=ccm"), "parameter 'certification_id': expected one value"),
        (("--volumes", "--format", "html"), "pdf"),
    ],
)
def test_what_does_not_fit_a_batch_about_no_person_is_refused(
    option: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    """Silence would let somebody believe that it was of use."""
    given = ("batch", "all", "--report", "certification", "--out", "out", *option)

    assert told in refusal(*given, folder=tmp_path)
    assert not (tmp_path / "out").exists()


def test_every_fault_of_a_roster_is_told_at_once(tmp_path: Path) -> None:
    """Nobody runs a class of thirty thirty times to find thirty faults."""
    bad = ROSTER.replace("17", "-3").replace(",1\n", ",many\n").replace("p-003", "p-001")
    (tmp_path / "people.csv").write_text(bad)
    message = refusal(
        "batch", "people.csv", "--report", "person", "--out", "out", folder=tmp_path
    )

    assert "found 3 faults" in message
    assert all(f"line {line}" in message for line in (2, 3, 4))
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("request_to_stop", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_batch_that_is_stopped_leaves_no_kernel_and_no_fact(
    request_to_stop: str, tmp_path: Path, roster: str
) -> None:
    """Whether asked or killed: no process, no temporary file, no half of a page."""
    report = write_report(tmp_path / "page", WAITS)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "casecert_data", "batch", roster, "--report", str(report)]
    running = subprocess.Popen(
        [*command, "--out", "out", "--jobs", "1", *DAY],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    started = report / "kernel.txt"

    assert wait_for(lambda: started.is_file() and started.read_text() != "")
    running.send_signal(getattr(signal, request_to_stop))
    told, _ = running.communicate(timeout=SECONDS_TO_WAIT)
    assert running.returncode != 0
    assert "Traceback" not in told
    assert ("goes on from there" in told) == (request_to_stop == "SIGINT")
    assert wait_for(lambda: not is_running(int(started.read_text())))
    assert wait_for(lambda: list(temporary.iterdir()) == [])
    left = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert left == ([] if request_to_stop == "SIGKILL" else ["index.html", "manifest.json"])


@pytest.mark.slow
def test_volumes_are_made_anew_with_each_run(tmp_path: Path, roster: str) -> None:
    """A file to print that holds yesterday's handouts would be handed out."""
    report = write_report(tmp_path / "page", SHOW_PERSON)
    given = ("batch", roster, "--report", str(report), "--out", "out", "--jobs", "1", *DAY)
    with_volumes = run(*given, "--format", "pdf", "--volumes", folder=tmp_path)
    listed = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["volumes"]

    assert with_volumes.code == 0
    assert [(one["path"], one["first"], one["last"]) for one in listed] == [
        ("casecert-volume-1.pdf", "p-001", "p-003")
    ]
    assert (tmp_path / "out" / "casecert-volume-1.pdf").exists()

    without = run(*given, "--format", "pdf", folder=tmp_path)

    assert without.code == 0
    assert not (tmp_path / "out" / "casecert-volume-1.pdf").exists()


def test_volumes_without_pdf_are_refused(tmp_path: Path, roster: str) -> None:
    """Before anything is written."""
    given = ("batch", roster, "--report", "person", "--out", "out", "--format", "html")
    told = refusal(*given, "--volumes", folder=tmp_path)

    assert "--volumes: expected pdf among the formats" in told
    assert not (tmp_path / "out").exists()


def test_a_first_page_of_somebody_else_is_not_replaced(tmp_path: Path, roster: str) -> None:
    """A folder of a site, named by a slip: exit code 2, and everything is as before."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").write_text("<h1>Our department</h1>")
    told = refusal("batch", roster, "--report", "person", "--out", "out", *DAY, folder=tmp_path)

    assert "index.html: expected nothing there" in told
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["index.html"]
