"""An executed notebook: the page that its cells put out, and the copy that can be handed on."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from casecert_data.catalog import say
from casecert_data.errors import PageError, ReportFailedError
from casecert_data.reporting._blocks import Head, Page

BLOCKS_TYPE = "application/vnd.casecert.blocks+json"
"""What a cell's output calls the blocks of a page: ``{"blocks": [...]}``."""

INJECTED_TAG = "injected-parameters"
"""How papermill marks the cell it adds."""

_WIDGET_TYPE = "application/vnd.jupyter.widget-view+json"
_BLOCK_AT = re.compile(r"blocks\[(\d+)\]")

Cells = Sequence[Mapping[str, Any]]


def collect_page(cells: Cells, *, language: str, subject: str | None) -> Page:
    """Put the blocks that the cells put out into one page, in their order.

    Parameters
    ----------
    cells
        The cells of an executed notebook.
    language
        Language of the page, such as ``en``.
    subject
        Pseudonym of the person whom the page is about, so that its title tells it from others'.

    Raises
    ------
    ReportFailedError
        If a cell ended with an error, or put out what no page can hold, or none put out any.

    Examples
    --------
    >>> head = {"block": "head", "series": [], "stamp": [], "title": "CCM"}
    >>> output = {"output_type": "display_data", "data": {BLOCKS_TYPE: {"blocks": [head]}}}
    >>> collect_page([{"outputs": [output]}], language="en", subject=None).title
    'CCM'
    """
    refuse_errors(cells)
    found = list(_blocks(cells))
    if not found:
        raise ReportFailedError.nothing_to_show()
    blocks = [block for _, block in found]
    # A page needs a title before its head can be read, so it gets its own in a second step.
    draft = {"title": BLOCKS_TYPE, "language": language, "blocks": blocks}
    try:
        page = Page.from_json(draft)
    except PageError as fault:
        # Its words quote what was found, and so a person: the place alone is kept.
        at = _BLOCK_AT.match(fault.where)
        if at is None:
            raise ReportFailedError.bad_page() from None
        raise ReportFailedError.bad_block(found[int(at[1])][0]) from None
    return Page(_title(page, subject), language, page.blocks)


def refuse_errors(cells: Cells) -> None:
    """Refuse a notebook in which a cell ended with an error, also one that papermill forgives.

    Raises
    ------
    ReportFailedError
        Naming the first such cell. A cell that calls ``sys.exit()`` is one: the rest never ran.
    """
    for at, cell in enumerate(cells):
        for output in cell.get("outputs", ()):
            if output["output_type"] == "error":
                number = number_in_template(at, cells)
                raise ReportFailedError.cell_stopped(number, str(output["ename"]))


def number_in_template(at: int, cells: Cells) -> int:
    """Turn a position among executed cells into the number of the cell in its template, from 1.

    Examples
    --------
    >>> injected = {"metadata": {"tags": [INJECTED_TAG]}}
    >>> number_in_template(2, [{}, injected, {}])
    2
    """
    return at + 1 - sum(_is_injected(cell) for cell in cells[:at])


def notebook_to_hand_on(cells: Cells) -> bytes:
    """Write an executed notebook that holds what it shows and nothing else.

    No metadata of the run, no path, no clock, no widget's state, no warnings, and no second
    copy of the page in a form that a reader does not see.

    Examples
    --------
    >>> cell = {"cell_type": "markdown", "id": "a", "metadata": {"x": 1}, "source": "# Title"}
    >>> json.loads(notebook_to_hand_on([cell]))["cells"][0]["metadata"]
    {}
    """
    notebook = {
        "cells": [_cell_to_hand_on(cell) for cell in cells],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    # A lone surrogate cannot be written as UTF-8.
    return (text + "\n").encode("utf-8", "replace")


def _blocks(cells: Cells) -> Iterator[tuple[int, object]]:
    for at, cell in enumerate(cells):
        for output in cell.get("outputs", ()):
            bundle = output.get("data", {}).get(BLOCKS_TYPE)
            if bundle is None:
                continue
            number = number_in_template(at, cells)
            blocks = bundle.get("blocks") if isinstance(bundle, Mapping) else None
            if not isinstance(blocks, list):
                raise ReportFailedError.bad_block(number)
            yield from ((number, block) for block in blocks)


def _title(page: Page, subject: str | None) -> str:
    head = next(block for block in page.blocks if isinstance(block, Head))
    if subject is None or subject in head.title:
        return head.title
    return say("report.title_of_person", title=head.title, person_ref=subject)


def _is_injected(cell: Mapping[str, Any]) -> bool:
    return INJECTED_TAG in cell.get("metadata", {}).get("tags", ())


def _cell_to_hand_on(cell: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: cell[name] for name in ("attachments", "cell_type", "source") if name in cell}
    tags = cell.get("metadata", {}).get("tags")
    # papermill gives the cell it adds a random id; the same input must give the same bytes.
    kept["id"] = INJECTED_TAG if _is_injected(cell) else cell["id"]
    kept["metadata"] = {"tags": list(tags)} if tags else {}
    if cell["cell_type"] == "code":
        kept["execution_count"] = cell.get("execution_count")
        outputs = (_output_to_hand_on(output) for output in cell.get("outputs", ()))
        kept["outputs"] = [output for output in outputs if output is not None]
    return kept


def _output_to_hand_on(output: Mapping[str, Any]) -> dict[str, Any] | None:
    if output["output_type"] == "stream":
        # A warning quotes the path of the file it comes from.
        shown = ("name", "output_type", "text")
        return {name: output[name] for name in shown} if output["name"] == "stdout" else None
    hidden = (BLOCKS_TYPE, _WIDGET_TYPE)
    data = {kind: one for kind, one in output.get("data", {}).items() if kind not in hidden}
    kept = {"output_type": output["output_type"], "data": data, "metadata": {}}
    if "execution_count" in output:
        kept["execution_count"] = output["execution_count"]
    return kept if data else None
