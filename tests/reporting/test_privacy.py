"""Canaries: what one person stated is in their own files alone, and in no hidden place."""

import io
import json
import os
import re
import signal
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from support.canaries import forms, hidden_in_pdf, holds, strings_in
from support.html_elements import read_html
from support.opened import is_running, wait_until
from support.pages import small_page
from support.report_folders import SHOW_PERSON, write_report
from support.watched_runs import Watched, family, run_watched

from casecert_data.reporting.pdf import render_pdf

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="reports are made by kernels here"),
]

DAY = ("--on", "2026-11-23")


class Canary(NamedTuple):
    """What one person states, and nobody else."""

    name: str
    """``display_name``; two of them share one."""
    note: str
    """A column that is carried along."""
    months: str
    """``cm_months``."""
    hours: str
    """``ncm_hours_last_36_months``, which a chart draws."""

    @property
    def told(self) -> tuple[str, ...]:
        """Everything by which a page may tell it, but for the name."""
        return (self.note, self.months, f"{float(self.hours):,}")

    @property
    def missing(self) -> str:
        """What a chart says is missing."""
        return str(Decimal(2000) - Decimal(self.hours))


PEOPLE: Mapping[str, Canary] = {
    "p-01": Canary("Wilhelmina Quokkabury", "zanzibarnote", "101.377", "1403.7"),
    "p-02": Canary("Barnabas Quokkaford", "yttriumnote", "102.643", "1417.3"),
    "p-03": Canary("Ann Quokkasame", "xylophonenote", "103.119", "1429.6"),
    "p-04": Canary("Ann Quokkasame", "wolframnote", "104.873", "1433.8"),
    "p-05": Canary("Žofie Quokková", "vermilionnote", "105.221", "1447.2"),
    "p-06": Canary("Cornelia Quokkaham", "umbrellanote", "106.559", "1459.4"),
}

HOURS = {one.told[2] for one in PEOPLE.values()}

# What quarto-r#205 is about, and every other way in which one run could leave something for the
# next: each of these still stands when somebody else's turn comes in the same process.
LEAVES_TRACES = """
import builtins, os, sys
import pandas
from casecert_data.charts import Gap, gap_bars
person = current_person(person_ref)
note = person.carried["x_note"]
traces = [
    builtins.__dict__.setdefault("traces", []),
    sys.modules["casecert_data"].__dict__.setdefault("traces", []),
    os.environ.setdefault("TRACES", note).split(),
    pandas.options.display.__dict__.setdefault("traces", []),
    globals().setdefault("traces_of_globals", []),
]
for one in traces:
    one.append(note)
print(note)
print(note, file=sys.stderr)
"""
FIGURE = """
hours = float(person.facts["ncm_hours_last_36_months"].low)
gap = Gap(label="Work", needed=2000, found_low=hours, found_high=hours, unit="hours")
figure = gap_bars([gap]).to_json()
"""
SHOW_ALL = """
head = {"block": "head", "series": [], "stamp": [], "title": "Page"}
months = float(person.facts["cm_months"].low)
told = [person.display_name, months, *(note for one in traces for note in one)]
spans = [{"kind": "text", "text": f"{word} "} for word in told]
parts = [{"part": "text", "inline": spans}, {"part": "chart", "chart": figure}]
section = {"block": "section", "section_id": "facts", "heading": "Facts", "parts": parts}
blocks = {"application/vnd.casecert.blocks+json": {"blocks": [head, section]}}
display({**blocks, "text/plain": str(told)}, raw=True)
"""
RAISES = """
person = current_person(person_ref)
raise ValueError(f"{person} {person.carried['x_note']} {person.display_name}")
"""
WAITS = """
import time
from pathlib import Path
person = current_person(person_ref)
print(person)
Path("begun.txt").touch()
time.sleep(600)
"""


def roster(folder: Path, people: Mapping[str, Canary]) -> str:
    """Write a roster, and give its name."""
    rows = [
        f"{key},{one.name},{one.note},{one.months},{one.hours}" for key, one in people.items()
    ]
    head = "person_id,display_name,x_note,cm_months,ncm_hours_last_36_months"
    (folder / "people.csv").write_text("\n".join([head, *rows, ""]), "utf-8")
    return "people.csv"


class Runs(NamedTuple):
    """The class made in several ways."""

    alone: Watched
    """By one worker, in the order of the roster, with names."""
    together: Watched
    """By three workers, from last to first, with names, elsewhere."""
    shipped: Watched
    """The report that casecert brings, without names."""
    failing: Watched
    """By a template that stops with everything in its message."""


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Make the class in each way."""
    here, there = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("else where")
    report = write_report(here / "page", LEAVES_TRACES, FIGURE, SHOW_ALL)
    failing = write_report(here / "failing", RAISES)
    everything = ("--format", "html,pdf,ipynb", "--show-names", *DAY)
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    own = roster(here, PEOPLE)
    backwards = roster(there, dict(reversed(list(PEOPLE.items()))))
    return Runs(
        run_watched(here, own, "--report", str(report), "--jobs", "1", *everything),
        run_watched(
            there,
            *(backwards, "--report", str(report), "--jobs", "3", *everything),
            out="other",
            environment=elsewhere,
        ),
        run_watched(here, own, "--report", "person", *everything[:2], *DAY, out="shipped"),
        run_watched(here, own, "--report", str(failing), *everything, out="failing"),
    )


@pytest.fixture(params=["alone", "together"])
def with_names(runs: Runs, request: pytest.FixtureRequest) -> Watched:
    """Give each run that was asked for names."""
    found: Watched = getattr(runs, request.param)
    return found


@pytest.fixture(params=Runs._fields)
def each_run(runs: Runs, request: pytest.FixtureRequest) -> Watched:
    """Give each run."""
    found: Watched = getattr(runs, request.param)
    return found


def own_files(run: Watched, *person_ids: str) -> set[str]:
    """Name the files that the manifest lists for people."""
    listed = json.loads(run.files["manifest.json"])["files"]
    return {
        file["path"]
        for one in listed
        if one["person_id"] in person_ids
        for file in one["outputs"]
    }


@cache
def _has(content: bytes, word: str) -> bool:
    return holds(content, word)


def holding(run: Watched, word: str) -> set[str]:
    """Name the files that hold a word in any form, packed or not."""
    return run.holding(lambda content: _has(content, word))


def everything_personal() -> Iterator[str]:
    """Give each canary of each person, and family names."""
    for one in PEOPLE.values():
        yield from (one.name, one.name.split()[1], *one.told)


# --- the search itself ----------------------------------------------------------------------


def described_pdf(word: str) -> bytes:
    """Make a PDF in which a word stands in a packed stream and in no text."""
    with pikepdf.open(io.BytesIO(render_pdf(small_page()))) as pdf:
        pdf.Root.Hidden = pikepdf.Stream(pdf, f"<x>{word}</x>".encode())
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


PACKED: Mapping[str, Callable[[str], bytes]] = {
    "as it is": lambda word: f"a {word} b".encode(),
    "in capitals": lambda word: word.upper().encode(),
    "in base64, at any place": lambda word: b64encode(f"ab{word}cdef".encode()),
    "in UTF-16": lambda word: f"a{word}".encode("utf-16-le"),
    "in hexadecimal": lambda word: word.encode().hex().encode(),
    "in an address": lambda word: "".join(f"%{one:02X}" for one in word.encode()).encode(),
    "escaped in JSON": lambda word: json.dumps({"a": [{"b": word}]}).encode(),
    "escaped in HTML": lambda word: f"<html>{''.join(f'&#{ord(x)};' for x in word)}".encode(),
    "on a page of a PDF": lambda word: render_pdf(small_page(title=f"Of {word}")),
    "in a PDF's description": described_pdf,
}
"""How something is packed → what packs it."""


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
@pytest.mark.parametrize("word", ["Wilhelmina Quokkabury", "Quokková"])
def test_a_word_is_found_however_it_is_packed(pack: Callable[[str], bytes], word: str) -> None:
    """A search that finds nothing must be able to find something."""
    content = pack(word)

    assert holds(content, word)
    assert not holds(content, "Somebody Else")


# --- each in its own files alone ------------------------------------------------------------


def test_the_runs_make_what_the_tests_look_into(runs: Runs) -> None:
    """Nothing is found in files that are not there."""
    assert [one.code for one in runs] == [0, 0, 0, 1]
    assert [len(own_files(one, *PEOPLE)) for one in runs] == [18, 18, 18, 0]


@pytest.mark.parametrize("person_id", PEOPLE)
def test_each_canary_is_found_in_its_own_files_alone(
    with_names: Watched, person_id: str
) -> None:
    """In the page of a person each of theirs, drawn ones too; in nobody else's any of them."""
    own = own_files(with_names, person_id)
    pages = {name for name in own if not name.endswith(".ipynb")}
    note, months, hours = PEOPLE[person_id].told

    assert holding(with_names, note) == own
    assert holding(with_names, months) == own
    assert holding(with_names, hours) == pages
    assert holding(with_names, f"{PEOPLE[person_id].missing} missing") == pages


@pytest.mark.parametrize("person_id", PEOPLE)
def test_a_name_is_in_the_files_of_those_who_have_it(
    with_names: Watched, person_id: str
) -> None:
    """Two who share a name keep their files apart all the same."""
    name = PEOPLE[person_id].name
    alike = [key for key, one in PEOPLE.items() if one.name == name]

    assert holding(with_names, name) == own_files(with_names, *alike)


@pytest.mark.parametrize("person_id", PEOPLE)
def test_a_figure_is_never_the_last_persons(with_names: Watched, person_id: str) -> None:
    """As in quarto-dev/quarto-r#205, where each page got the picture of whoever came last."""
    page = read_html(with_names.files[f"page-{person_id}.html"].decode())
    (picture,) = (one for one in page.all("svg") if one.attributes.get("role") == "img")
    drawn = {one for one in HOURS if f"{one} hours" in picture.text()}

    assert drawn == {PEOPLE[person_id].told[2]}


def test_no_run_leaves_a_trace_for_the_next(with_names: Watched) -> None:
    """Builtins, modules, options, environment: each report finds them as they were."""
    for person_id, one in PEOPLE.items():
        content = with_names.files[f"page-{person_id}.ipynb"].decode()

        assert set(re.findall(r"[a-z]{5,}note\b", content)) == {one.note}


def test_the_same_input_gives_the_same_bytes(runs: Runs) -> None:
    """Whatever the workers, the order, the hashes, time zone, locale and folder."""
    here, there = (
        {name: one for name, one in run.files.items() if name in own_files(run, *PEOPLE)}
        for run in (runs.alone, runs.together)
    )

    assert here == there


def test_without_names_no_file_of_the_shipped_report_has_one(runs: Runs) -> None:
    """Neither whole nor in part; the facts are in their own files."""
    for person_id, one in PEOPLE.items():
        assert holding(runs.shipped, one.name) == set()
        assert holding(runs.shipped, one.name.split()[1]) == set()
        assert holding(runs.shipped, one.told[2]) <= own_files(runs.shipped, person_id)


# --- in no hidden place ---------------------------------------------------------------------


def test_nothing_personal_is_in_what_belongs_to_nobody(each_run: Watched) -> None:
    """The manifest, the page of links, and whatever else lies there; what was printed."""
    of_nobody = {
        name: content
        for name, content in each_run.files.items()
        if name not in own_files(each_run, *PEOPLE)
    } | {"told": each_run.told.encode(), "names": "\n".join(each_run.files).encode()}
    found = {
        (name, word)
        for word in everything_personal()
        for name, content in of_nobody.items()
        if holds(content, word)
    }

    assert len(of_nobody) >= 4
    assert found == set()


def test_nothing_personal_lies_among_temporary_files_or_stands_in_titles(
    each_run: Watched,
) -> None:
    """At no moment of the run: no file, no name of one, no command line, no environment."""
    names = (path.encode() for path in each_run.temporary)
    everything = b"\0".join((*names, *each_run.temporary.values(), *each_run.titles))
    found = {
        word for word in everything_personal() for form in forms(word) if form in everything
    }

    assert each_run.titles
    assert found == set()
    assert each_run.left_behind == []


def test_a_pdf_says_nothing_of_a_person_where_no_page_shows_it(runs: Runs) -> None:
    """Its title has the pseudonym; its other descriptions and its bookmarks nothing."""
    for run in (runs.alone, runs.together, runs.shipped):
        for name in (one for one in run.files if one.endswith(".pdf")):
            with pikepdf.open(io.BytesIO(run.files[name])) as pdf:
                told = hidden_in_pdf(pdf)
                with pdf.open_outline() as outline:
                    told += "\n".join(one.title for one in outline.root)

            assert not [word for word in everything_personal() if word in told]


def test_a_notebook_holds_a_pseudonym_and_no_path_beside_what_it_shows(runs: Runs) -> None:
    """By itself, papermill writes every parameter twice, and the path of the template."""
    for name in (one for one in runs.alone.files if one.endswith(".ipynb")):
        notebook = json.loads(runs.alone.files[name])
        hidden = [notebook["metadata"], *(cell["metadata"] for cell in notebook["cells"])]
        hidden += [cell["source"] for cell in notebook["cells"]]
        (injected,) = (
            cell["source"]
            for cell in notebook["cells"]
            if "injected-parameters" in cell["metadata"].get("tags", ())
        )
        told = "\n".join(text for one in hidden for text in strings_in(one))

        assert 'person_ref = "p-0' in injected
        assert not [word for word in everything_personal() if word in told]
        assert str(Path.home()) not in json.dumps(notebook)
        assert "/page" not in told


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    """Whatever the mask of the user who made them."""
    report = write_report(tmp_path / "page", SHOW_PERSON)
    own = roster(tmp_path, {"p-01": PEOPLE["p-01"]})
    before = os.umask(0)
    try:
        run_watched(tmp_path, own, "--report", str(report), "--format", "html,pdf,ipynb", *DAY)
    finally:
        os.umask(before)
    made = [tmp_path / "out", *(tmp_path / "out").iterdir()]

    assert len(made) >= 5
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


@pytest.mark.parametrize("whom", ["driver", "all but the driver"])
def test_a_killed_batch_leaves_nothing_personal(tmp_path: Path, whom: str) -> None:
    """By kill -9, while each report holds a person's facts."""
    report = write_report(tmp_path / "page", WAITS)
    own = roster(tmp_path, dict(list(PEOPLE.items())[:2]))

    def kill(driver: int) -> None:
        if (report / "begun.txt").exists():
            chosen = [driver] if whom == "driver" else list(family(driver))[1:]
            for process_id in chosen:
                with suppress(ProcessLookupError):  # it has just gone with another
                    os.kill(process_id, signal.SIGKILL)

    run = run_watched(
        tmp_path,
        *(own, "--report", str(report), "--jobs", "2", "--show-names", *DAY),
        meanwhile=kill,
    )
    places = b"\0".join(
        (
            *(path.encode() + content for path, content in run.temporary.items()),
            *run.files.values(),
            run.told.encode(),
            *run.titles,
        )
    )

    assert run.code != 0
    assert not [word for word in everything_personal() if word.encode() in places]
    assert wait_until(lambda: not any((tmp_path / "temporary-of-out").iterdir()))
    assert wait_until(lambda: not any(map(is_running, run.processes)))
