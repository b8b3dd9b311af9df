"""Rosters whose names mean harm, through a batch into Chromium: they are text alone."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pdfplumber
import pytest
from browser.chromium import Visit, visit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oracle.commands import Ran, run
from playwright.sync_api import Browser
from support.hostile_words import FIXED, IDS, ONLY_IN_HTML, hostile_texts, shown
from support.pages import page_of
from support.pdf_structure import squeezed
from support.report_folders import write_report

from casecert_data.reporting.html._interactive import render_interactive

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EVERYWHERE = """
from casecert_data.charts import Gap, gap_bars
person = current_person(person_ref)
name, note = person.display_name, person.carried["x_note"]
gap = Gap(label=name[:100], needed=20, found_low=3, found_high=3, unit="months")
text = [{"kind": "text", "text": name}]
row = [[{"kind": "strong", "text": note}], [{"kind": "text", "text": "cell"}]]
label = [{"kind": "text", "text": name[:500]}]
columns = [{"label": [{"kind": "text", "text": "What"}]}, {"label": label}]
parts = [
    {"part": "text", "inline": text},
    {"part": "table", "caption": name, "columns": columns, "rows": [{"cells": row}]},
    {"part": "chart", "chart": gap_bars([gap]).to_json(), "with_table": True},
]
head = {"block": "head", "series": text, "stamp": text, "title": name, "lead": text}
section = {"block": "section", "section_id": "facts", "heading": name[:100], "parts": parts}
blocks = [head, section, {"block": "foot", "inline": text}]
display({"application/vnd.casecert.blocks+json": {"blocks": blocks}}, raw=True)
"""
"""Puts name and note into every place of a page that takes text from outside."""

OWN_CELLS = """
import pandas, plotly.graph_objects
from IPython.display import Markdown
print(name)
display(pandas.DataFrame({"Name": [name], note[:60]: [note]}))
display(plotly.graph_objects.Figure(plotly.graph_objects.Bar(x=[name], y=[3])))
display(Markdown(f"Dear {name}\\n\\n> {note}"))
"""
"""What a teacher may write who thinks of no name that means harm."""

IN_OWN_CELLS = [text for text in FIXED.values() if set(text) & set("<[(`&")]
"""Those that Markdown, HTML or a figure could take for something else."""

SEEN = """() => ({
    title: document.title,
    first: document.querySelector('h1').textContent,
    words: document.querySelector('#facts .bodyc p').textContent,
    note: document.querySelector('#facts tbody th').textContent,
    scripts: document.scripts.length,
    handlers: [...document.querySelectorAll('*')].flatMap(one => [...one.attributes])
        .filter(one => /^on/i.test(one.name) || /^\\s*javascript:/i.test(one.value)).length,
    embedded: document.querySelectorAll('iframe,object,embed,link,base,form,img').length,
})"""


def write_roster(folder: Path, people: Mapping[str, tuple[str, str]]) -> str:
    """Write a roster of pseudonyms, names and notes; give its name."""
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["person_id", "display_name", "x_note", "cm_months"])
        table.writerows([key, name, note, 12] for key, (name, note) in people.items())
    return "people.csv"


def made(folder: Path, people: Mapping[str, tuple[str, str]], *cells: str, formats: str) -> Ran:
    """Make a report with names on each of these people, by a template of these cells."""
    report = write_report(folder / "page", *cells)
    command = ("batch", write_roster(folder, people), "--report", str(report), "--show-names")
    return run(
        *command, "--out", "out", "--format", formats, "--on", "2026-11-23", folder=folder
    )


def outputs(folder: Path) -> Mapping[str, Mapping[str, Path]]:
    """Give the files of each person by their kind, as the manifest lists them."""
    listed = json.loads((folder / "out" / "manifest.json").read_text("utf-8"))["files"]
    paths = {
        one["person_id"]: [folder / "out" / file["path"] for file in one["outputs"]]
        for one in listed
    }
    return {key: {path.suffix[1:]: path for path in all_} for key, all_ in paths.items()}


def opened(visited: Visit, page: Path) -> Mapping[str, object]:
    """Open a page as a reader would, and tell what is in it; nothing may have happened."""
    dialogs: list[str] = []
    visited.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    visited.requests.clear()
    visited.page.goto(page.as_uri())
    seen: Mapping[str, object] = visited.page.evaluate(SEEN)

    assert (seen["scripts"], seen["handlers"], seen["embedded"]) == (0, 0, 0)
    assert dialogs == visited.console == visited.page_errors == visited.refused == []
    assert visited.requests == [page.as_uri()]
    return seen


def told(seen: Mapping[str, object], *names: str) -> list[str]:
    """Give what some places of a page say, as it is seen."""
    return [" ".join(str(seen[name]).replace("\u200b", "").split()) for name in names]


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """Make pages and PDFs on everybody of the fixed corpus."""
    folder = tmp_path_factory.mktemp("fixed")
    people = {f"p-{at}": (text, text) for at, text in enumerate(FIXED.values())}
    return folder, made(folder, people, EVERYWHERE, formats="html,pdf")


@pytest.mark.parametrize("at", range(len(FIXED)), ids=FIXED)
def test_hostile_words_are_text_in_chromium(
    visit: Visit, fixed: tuple[Path, Ran], at: int
) -> None:
    """In the title, the heading, the words and the cells, just as they stand in the roster."""
    folder, ran = fixed
    text = shown(list(FIXED.values())[at])
    seen = opened(visit, outputs(folder)[f"p-{at}"]["html"])

    assert ran.code == 0, ran.errors
    assert told(seen, "first", "words", "note") == [text] * 3
    assert text in told(seen, "title")[0]


@pytest.mark.parametrize("at", range(len(FIXED)), ids=FIXED)
def test_hostile_words_are_text_on_paper(fixed: tuple[Path, Ran], at: int) -> None:
    """Whole, in the order of the roster, however far a word goes."""
    folder, _ = fixed
    text = squeezed(shown(list(FIXED.values())[at]))
    content = outputs(folder)[f"p-{at}"]["pdf"].read_bytes()
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        letters = squeezed("".join(char["text"] for page in pdf.pages for char in page.chars))

    assert letters.count(text[:60]) >= 5


def test_what_no_typeface_has_and_no_page_holds_is_text_in_chromium(
    visit: Visit, tmp_path: Path
) -> None:
    """Names in other scripts, and one of a hundred thousand letters."""
    people = {f"p-{at}": (text, text[:500]) for at, text in enumerate(ONLY_IN_HTML.values())}
    ran = made(tmp_path, people, EVERYWHERE, formats="html")

    assert ran.code == 0, ran.errors
    for key, (name, _) in people.items():
        seen = opened(visit, outputs(tmp_path)[key]["html"])
        assert told(seen, "first", "words") == [shown(name)] * 2


def test_hostile_words_in_cells_of_ones_own_do_nothing(visit: Visit, tmp_path: Path) -> None:
    """In prints, tables, figures and Markdown, put together without a thought of escaping.

    A name that makes Markdown ask for a picture elsewhere costs its row; the rest is harmless.
    """
    people = {f"p-{at}": (text, text) for at, text in enumerate(IN_OWN_CELLS)}
    made(tmp_path, people, EVERYWHERE, OWN_CELLS, formats="html")
    pages = [files["html"] for files in outputs(tmp_path).values() if files]

    assert len(pages) >= len(people) - 1 > 8
    for page in pages:
        opened(visit, page)


LIVE = """() => ({
    scripts: [...document.scripts].map(one => one.id || one.type || "script"),
    words: document.querySelector('.live').textContent,
    odd: document.querySelectorAll('.live :is(a, b, i, img, script, iframe, foreignObject)')
        .length,
    handlers: [...document.querySelectorAll('*')].flatMap(one => [...one.attributes])
        .filter(one => /^on/i.test(one.name) || /^\\s*javascript:/i.test(one.value)).length,
})"""


@pytest.mark.parametrize("text", IN_OWN_CELLS)
def test_hostile_words_are_text_in_live_charts(visit: Visit, tmp_path: Path, text: str) -> None:
    """By itself, plotly takes some tags in a label for markup; here all are words.

    The page has the scripts of every page with live charts, and none more.
    """
    page = tmp_path / "page.interactive.html"
    page.write_text(render_interactive(page_of(text)), encoding="utf-8", newline="\n")
    dialogs: list[str] = []
    visit.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    visit.page.goto(page.as_uri())
    visit.page.locator(".is-live").first.wait_for()
    seen = visit.page.evaluate(LIVE)

    assert (seen["odd"], seen["handlers"], len(seen["scripts"])) == (0, 0, 3)
    assert squeezed(shown(text))[:40] in squeezed(seen["words"])
    assert dialogs == visit.console == visit.page_errors == []
    assert visit.requests == [page.as_uri()]


@pytest.fixture(scope="module")
def pseudonyms(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """Make pages on people whose pseudonyms mean harm."""
    folder = tmp_path_factory.mktemp("pseudonyms")
    people = dict.fromkeys(IDS, ("Ann", "note"))
    return folder, made(folder, people, EVERYWHERE, formats="html")


def test_hostile_pseudonyms_name_files_inside_the_folder(
    visit: Visit, pseudonyms: tuple[Path, Ran]
) -> None:
    """Nobody's file has another's name, on any file system, and none lies elsewhere."""
    folder, ran = pseudonyms
    paths = [files["html"] for files in outputs(folder).values()]
    names = {path.name.casefold() for path in paths}

    assert ran.code == 0, ran.errors
    assert len(names) == len(IDS)
    assert all(path.resolve().parent == (folder / "out").resolve() for path in paths)
    assert all(one.startswith("page-") and one.isascii() and len(one) < 100 for one in names)
    assert sorted(path.name for path in folder.iterdir()) == ["out", "page", "people.csv"]
    for path in paths:
        opened(visit, path)


def test_the_page_of_links_is_as_harmless_as_what_it_lists(
    visit: Visit, pseudonyms: tuple[Path, Ran]
) -> None:
    """It names the pseudonyms, and they may be anything."""
    folder, _ = pseudonyms
    visit.page.goto((folder / "out" / "index.html").as_uri())
    links = visit.page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
    inside = (folder / "out").as_uri()

    assert visit.console == visit.page_errors == []
    assert len(visit.requests) == 1
    assert visit.page.evaluate("document.scripts.length") == 0
    assert len(links) >= len(IDS)
    assert all(link.startswith(inside) for link in links)


@settings(
    max_examples=2,
    suppress_health_check=[
        *(HealthCheck.function_scoped_fixture, HealthCheck.too_slow),
        HealthCheck.data_too_large,
    ],
)
@given(names=st.lists(hostile_texts(), min_size=25, max_size=40, unique_by=shown))
def test_whatever_a_name_is_made_of_it_is_text(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    """Names put together from pieces that mean harm and from any letters there are."""
    folder = tmp_path_factory.mktemp("made-up")
    people = {f"p-{at}": (name, name) for at, name in enumerate(names)}
    ran = made(folder, people, EVERYWHERE, formats="html")
    files = outputs(folder)

    assert ran.code == 0, ran.errors
    with visit(browser) as visited:
        for key, (name, _) in people.items():
            seen = opened(visited, files[key]["html"])
            assert told(seen, "first", "words", "note") == [shown(name)] * 3
