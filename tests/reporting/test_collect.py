"""From an executed notebook to a page, and to the copy that can be handed on."""

import json
from typing import Any

import pytest

from casecert_data.errors import ReportFailedError
from casecert_data.reporting._collect import (
    INJECTED_TAG,
    collect_page,
    notebook_to_hand_on,
)
from casecert_data.reporting.model._blocks import Foot, Head, Section
from casecert_data.reporting.own._displays import BLOCKS_TYPE

HEAD = {"block": "head", "series": [], "stamp": [], "title": "Three certifications"}
TITLE = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Title"}


def code_cell(*outputs: dict[str, Any], tags: tuple[str, ...] = ()) -> dict[str, Any]:
    """Make an executed cell with these outputs, as papermill leaves it."""
    return {
        "cell_type": "code",
        "execution_count": 3,
        "id": "5a0c1b2d",
        "metadata": {"tags": list(tags), "papermill": {"start_time": "2026-11-23T10:00:00"}},
        "outputs": list(outputs),
        "source": "page.head()",
    }


def shown(data: dict[str, Any]) -> dict[str, Any]:
    """Make an output that a cell displays."""
    return {"output_type": "display_data", "data": data, "metadata": {"width": 3}}


def shown_blocks(*blocks: object) -> dict[str, Any]:
    """Make an output of blocks beside their sentences."""
    return shown({BLOCKS_TYPE: {"blocks": list(blocks)}, "text/plain": "Three certifications"})


def handed_on(*cells: dict[str, Any]) -> dict[str, Any]:
    """Return the notebook to hand on, as its reader's program reads it."""
    notebook: dict[str, Any] = json.loads(notebook_to_hand_on(cells))
    return notebook


def test_a_page_has_the_blocks_in_the_order_of_the_cells() -> None:
    """A report reads as its template does, from top to bottom."""
    foot = {"block": "foot", "inline": [{"kind": "text", "text": "The issuer decides."}]}
    cells = [TITLE, code_cell(shown_blocks(HEAD)), code_cell(), code_cell(shown_blocks(foot))]
    page, _ = collect_page(cells, language="en", subject=None)

    assert [block.tagged[1] for block in page.blocks] == ["head", "foot"]


def test_a_page_about_a_person_has_a_title_of_its_own() -> None:
    """Thirty windows that are all called the same cannot be told apart."""
    page, _ = collect_page([code_cell(shown_blocks(HEAD))], language="en", subject="p-001")

    assert page.title == "Three certifications (p-001)"
    assert isinstance(page.blocks[0], Head)
    assert page.blocks[0].title == "Three certifications"


def test_a_template_that_shows_nothing_is_a_failure() -> None:
    """An empty handout is worse than none."""
    with pytest.raises(ReportFailedError, match="put out no block"):
        collect_page([TITLE, code_cell()], language="en", subject=None)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ValueError", " (it uses a value that does not fit)"),
        ("SystemExit", " (it ends the run)"),
        ("QuixwellError", ""),
    ],
)
def test_a_cell_that_stopped_is_named_by_number_and_kind(name: str, reason: str) -> None:
    """Papermill takes sys.exit() for a good end; half a page would be handed out."""
    error = {"output_type": "error", "ename": name, "evalue": "Ann", "traceback": ["Ann"]}
    cells = [TITLE, code_cell(tags=(INJECTED_TAG,)), code_cell(shown_blocks(HEAD), error)]

    with pytest.raises(ReportFailedError) as failed:
        collect_page(cells, language="en", subject=None)

    assert str(failed.value) == f"cell 2 of the template stopped with {name}{reason}"


@pytest.mark.parametrize(
    "block", [{"block": "Ann"}, {"block": "head", "title": "Ann"}, "Ann", 3]
)
def test_a_block_that_no_page_can_hold_is_named_without_its_words(block: object) -> None:
    """What stands in a broken block may be a person's."""
    cells = [TITLE, code_cell(shown_blocks(HEAD)), code_cell(shown_blocks(block))]

    with pytest.raises(ReportFailedError) as failed:
        collect_page(cells, language="en", subject=None)

    assert str(failed.value) == "cell 3 of the template put out a block that cannot be read"


@pytest.mark.parametrize("bundle", [{}, {"blocks": "Ann"}, [], "Ann"])
def test_an_output_that_only_looks_like_blocks_is_refused(bundle: object) -> None:
    """The same message, whatever the fault."""
    with pytest.raises(ReportFailedError, match="cell 1 of the template put out a block"):
        collect_page([code_cell(shown({BLOCKS_TYPE: bundle}))], language="en", subject=None)


def test_blocks_that_make_no_page_are_refused_together() -> None:
    """Two heads are no one cell's fault."""
    cells = [code_cell(shown_blocks(HEAD, HEAD))]

    with pytest.raises(ReportFailedError, match="make no page: one head first"):
        collect_page(cells, language="en", subject=None)


def own(text: str, *tags: str) -> dict[str, Any]:
    """Make a Markdown cell of an educator."""
    cell = {"cell_type": "markdown", "id": "own", "source": text}
    return {**cell, "metadata": {"tags": list(tags)}}


def section(name: str) -> dict[str, Any]:
    """Make a section of ours."""
    return {"block": "section", "section_id": name, "heading": name, "parts": []}


def headings(*cells: dict[str, Any]) -> list[str]:
    """Return the headings of the sections of a page, in order."""
    page, _ = collect_page(cells, language="en", subject=None)
    return [block.heading for block in page.blocks if isinstance(block, Section)]


def test_own_cells_stand_where_they_were_put() -> None:
    """Between our sections; neighbors make one section, and the last words stay last."""
    foot = {"block": "foot", "inline": []}
    cells = [
        *(TITLE, code_cell(shown_blocks(HEAD)), own("## A"), own("Text."), own("## B")),
        *(code_cell(shown_blocks(section("ours"), foot)), own("## C")),
    ]
    page, notes = collect_page(cells, language="en", subject=None)

    assert headings(*cells) == ["A", "B", "ours", "C"]
    assert isinstance(page.blocks[-1], Foot)
    assert isinstance(page.blocks[1], Section)
    assert len(page.blocks[1].parts) == 1
    assert notes == ()


def test_what_stands_above_the_heading_speaks_to_whoever_opens_the_notebook() -> None:
    """The first cell is its title; another one there is told, not shown."""
    cells = [TITLE, own("## A"), code_cell(shown_blocks(HEAD))]

    assert headings(*cells) == []
    assert collect_page(cells, language="en", subject=None).notes == (
        "cell 2: it stands above the heading of the page, so it is not shown",
    )


def test_tags_leave_out_a_cell_or_its_outputs() -> None:
    """As other programs for notebooks read them; what is left out needs no words."""
    broken = shown({"text/html": "<b>"})
    cells = [
        code_cell(shown_blocks(HEAD)),
        own("## A", "remove-cell"),
        code_cell(broken, shown_blocks(section("ours")), tags=("remove-output",)),
        code_cell(broken, tags=("hide-output",)),
        own("## B", "hide-output"),
    ]

    assert headings(*cells) == ["B"]
    assert collect_page(cells, language="en", subject=None).notes == ()


def test_what_no_page_can_show_is_named_by_its_cell() -> None:
    """The number is that in the template, and the words say what to do."""
    widget = shown({"application/vnd.jupyter.widget-view+json": {"model_id": "Ann"}})
    cells = [TITLE, code_cell(tags=(INJECTED_TAG,)), code_cell(shown_blocks(HEAD), widget)]

    with pytest.raises(ReportFailedError) as failed:
        collect_page(cells, language="en", subject=None)

    assert str(failed.value) == (
        "cell 2 of the template holds a widget, and a page has no live controls. Show a table "
        "or words instead; or give the cell the tag remove-cell"
    )


def test_notes_name_cells_and_no_values() -> None:
    """They go into the manifest; the same one is told once."""
    cells = [code_cell(shown_blocks(HEAD)), own("[Ann](a.pdf) [Lee](b.pdf)"), own("$$Ann$$")]

    assert collect_page(cells, language="en", subject=None).notes == (
        "cell 2: a link leads neither to the web nor to a mailbox; its words are shown alone",
        "cell 3: a formula is shown as it was typed",
    )


def test_a_handed_on_notebook_keeps_nothing_that_is_not_seen() -> None:
    """No clock, no path, no state of a widget, and no page in a form nobody reads."""
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "a"}}
    warning = {"output_type": "stream", "name": "stderr", "text": "x.py:1: UserWarning"}
    notebook = handed_on(code_cell(shown_blocks(HEAD), shown(view), warning))

    assert notebook["metadata"].keys() == {"kernelspec", "language_info"}
    assert notebook["cells"][0]["metadata"] == {}
    assert notebook["cells"][0]["outputs"] == [
        {
            "data": {"text/plain": "Three certifications"},
            "metadata": {},
            "output_type": "display_data",
        }
    ]


def test_a_handed_on_notebook_has_the_same_bytes_each_time() -> None:
    """Papermill gives the cell it adds a random id."""
    first = code_cell(tags=(INJECTED_TAG,))
    second = {**first, "id": "another"}

    assert notebook_to_hand_on([first]) == notebook_to_hand_on([second])


def test_a_handed_on_notebook_keeps_what_was_printed() -> None:
    """An educator's own printed lines are part of what it shows."""
    printed = {"output_type": "stream", "name": "stdout", "text": "16 months"}
    result = {
        "output_type": "execute_result",
        "data": {"text/plain": "16"},
        "metadata": {},
        "execution_count": 3,
    }

    assert handed_on(code_cell(printed, result))["cells"][0]["outputs"] == [printed, result]
